"""Wordings that are one and the same for a reader: spelling, numbers, short forms. Each with what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checks.reading.speech.cues import listed

_SHORT = {
    "mr": "mister", "dr": "doctor", "st": "saint", "prof": "professor", "gov": "governor", "sen": "senator",
    "rep": "representative",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain", "vs": "versus",
    "v": "versus",
    "ok": "okay", "jan": "january", "feb": "february", "mar": "march", "apr": "april", "aug": "august",
    "sept": "september", "sep": "september",
    "oct": "october", "nov": "november", "dec": "december", "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "cos": "because", "'cause": "because", "tv": "television", "us": "united states", "u.s.": "united states",
    "usa": "united states", "u.s.a.": "united states", "uk": "united kingdom", "u.k.": "united kingdom",
    "un": "united nations", "u.n.": "united nations", "eu": "european union", "e.u.": "european union",
    "km": "kilometres",
    "kg": "kilograms", "bn": "billion", "m": "million", "tn": "trillion", "pc": "percent", "dept": "department",
    "govt": "government",
}  # fmt: skip
_FILLERS = listed("um uh er erm ah eh uhm hmm mm umm")
_FILLING = (["you", "know"], ["i", "mean"])
# British spellings on the left of each rule come to the American ones.
_ENDINGS = (
    (re.compile(r"^(.{2,})is(e|es|ed|er|ers|ing|ation|ations)$"), r"\1iz\2"),
    (re.compile(r"^(.{2,})ys(e|es|ed|er|ers|ing)$"), r"\1yz\2"),
    (re.compile(r"^(.{2,})our(s|ed|ing|able|ite|ites|hood|ly|er|ers|ful|y|ism|al)?$"), r"\1or\2"),
    (re.compile(r"^(.{2,}(?:[tbcv]))re(s|d)?$"), r"\1er\2"),
    (re.compile(r"^(.{3,})ogue(s)?$"), r"\1og\2"),
    (re.compile(r"^(.{3,})ll(ed|ing|er|ers|or|ors)$"), r"\1l\2"),
    (re.compile(r"^(.{3,})mme(s)?$"), r"\1m\2"),
    (re.compile(r"^(.{2,})ence(s)?$"), r"\1ense\2"),
    (re.compile(r"^(.{3,})dgement(s)?$"), r"\1dgment\2"),
    (re.compile(r"^(.*)(?:ae|oe)(.{3,})$"), r"\1e\2"),
    (re.compile(r"^(.{2,})lment(s)?$"), r"\1llment\2"),
    (re.compile(r"^(.{3,})wards$"), r"\1ward"),
)  # fmt: skip
_SPELLED = {
    "grey": "gray", "tyre": "tire", "tyres": "tires", "kerb": "curb", "cheque": "check", "cheques": "checks",
    "plough": "plow",
    "sceptical": "skeptical", "sceptic": "skeptic", "aluminium": "aluminum", "mum": "mom", "whilst": "while",
    "amongst": "among",
    "learnt": "learned", "burnt": "burned", "dreamt": "dreamed", "spelt": "spelled", "spilt": "spilled",
    "leant": "leaned",
    "pyjamas": "pajamas", "jewellery": "jewelry", "moustache": "mustache", "mould": "mold", "draught": "draft",
    "cosy": "cozy",
    "storey": "story", "manoeuvre": "maneuver", "licence": "license", "practise": "practice", "ageing": "aging",
    "adviser": "advisor",
    "advisers": "advisors", "enrol": "enroll", "fulfil": "fulfill", "artefact": "artifact", "yoghurt": "yogurt",
    "judgement": "judgment",
    "ise": "ize",
}  # fmt: skip
_CARDINAL = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<ordinal>st|nd|rd|th)?")


def why_same(source: Sequence[str], quoted: Sequence[str]) -> str:
    """What makes two differing wordings the same one for a reader, in words; empty if they are not the same."""
    if not source and not quoted:
        return ""
    if "".join(source).replace(".", "") == "".join(quoted).replace(".", "") and source and quoted:
        return "hyphens and spaces within words"
    if _filler(source) and not quoted:
        return "a filler of speech left out"
    if not source or not quoted:
        return ""
    if {*source, *quoted} == {"a", "an"} and len(source) == len(quoted) == 1:
        return "a or an"
    if [_spelled(word) for word in source] == [_spelled(word) for word in quoted]:
        return "British and American spelling"
    ours, theirs = _number(tuple(source)), _number(tuple(quoted))
    if ours is not None and ours == theirs:
        return "a number in words or in digits"
    if _full(source) == _full(quoted) or _initials(source, quoted) or _initials(quoted, source):
        return "a short form written out"
    if len(source) == len(quoted) and all(_contracted(a, b) or a == b for a, b in zip(source, quoted, strict=True)):
        return "a contraction written out"
    return ""


def _filler(words: Sequence[str]) -> bool:
    return bool(words) and (all(word in _FILLERS for word in words) or list(words) in _FILLING)


@lru_cache(maxsize=8192)
def _spelled(word: str) -> str:
    if word in _SPELLED:
        return _SPELLED[word]
    for pattern, put in _ENDINGS:
        word = pattern.sub(put, word)
    return _SPELLED.get(word, word)


@lru_cache(maxsize=4096)
def _number(words: tuple[str, ...]) -> str | None:
    """The number that all of these words come to, as digits; an ordinal keeps its “th”."""
    from text_to_num import text2num

    if len(words) > 12:
        return None
    if words[0] in ("a", "an") and len(words) > 1 and words[1] in ("hundred", "thousand", "million", "dozen"):
        words = ("one", *words[1:])
    if words in (("a", "dozen"), ("one", "dozen")):
        return "12"
    if len(words) == 1 and (digits := _CARDINAL.fullmatch(words[0])):
        return digits["number"] + ("th" if digits["ordinal"] else "")
    if len(words) == 1 and (short := re.fullmatch(r"(\d+(?:\.\d+)?)(k|m|mn|bn|tn)", words[0])):
        words = (
            short[1],
            {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}[short[2]],
        )
    if len(words) == 2 and re.fullmatch(r"\d+(?:\.\d+)?", words[0]) and words[1] in (scales := _scales()):
        from decimal import Decimal

        return f"{(Decimal(words[0]) * scales[words[1]]).normalize():f}"
    if len(words) > 1 and words[0].startswith(("$", "£", "€")):
        return None
    joined = " ".join(words)
    ordinal = _ordinals().get(words[-1])
    if ordinal:
        joined = " ".join([*words[:-1], ordinal])
    if not re.fullmatch(r"[a-z ]+", joined):
        return None
    try:
        return f"{text2num(joined, 'en')}" + ("th" if ordinal else "")
    except ValueError:
        return None


def _scales() -> dict[str, int]:
    return {
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "m": 10**6,
        "bn": 10**9,
    }


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, str]:
    cardinal = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    ordinal = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
    ]
    teens = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    return {
        **dict(zip(ordinal, cardinal, strict=True)), **{f"{word}th": word for word in teens},
        **{f"{word[:-1]}ieth": word for word in tens}, "hundredth": "hundred",
    }  # fmt: skip


def _full(words: Sequence[str]) -> list[str]:
    return " ".join(_SHORT.get(word, word) for word in words).split()


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one word is made of the first letters of the others: WHO, World Health Organization."""
    if len(short) != 1 or len(long) < 2:
        return False
    letters = short[0].replace(".", "")
    main = [word for word in long if word not in ("of", "the", "and", "for", "to", "in", "on")]
    return len(letters) > 1 and letters in ("".join(w[0] for w in long), "".join(w[0] for w in main))


def _contracted(one: str, other: str) -> bool:
    pair = {one, other}
    return pair in ({"'s", "is"}, {"'s", "has"}, {"'d", "would"}, {"'d", "had"}, {"'s", "us"})

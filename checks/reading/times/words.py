"""The words and figures that phrases of time are made of, and a text cut into them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from checks.case.when import MONTHS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Abbreviations count with a capital alone, so that "mar", "sat" and "sun" stay words.
_SHORT_MONTHS = {m[:3].lower(): n for n, m in enumerate(MONTHS, 1) if m != "May"} | {"sept": 9}
_SHORT_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
    "year": "Y", "decade": "E", "century": "C", "weekend": "WE", "quarter": "Q",
}  # fmt: skip
_PLURALS = {f"{unit}s" for unit in UNITS if unit != "century"} | {"centuries"}
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = (
    {word: n for n, word in enumerate(ONES)}
    | {word: 10 * n for n, word in enumerate(TENS, 2)}
    | {"hundred": 100, "thousand": 1000, "million": 1_000_000}
)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
BY_NUMBER = {"9/11": date(2001, 9, 11), "7/7": date(2005, 7, 7)}  # days that are called by their figures
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "lunchtime": "MI"}
VAGUE = {
    "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF",
    "previously": "PAST_REF", "formerly": "PAST_REF", "soon": "FUTURE_REF", "shortly": "FUTURE_REF",
}  # fmt: skip
OFTEN = {
    "daily": "XXXX-XX-XX", "nightly": "XXXX-XX-XXTNI", "weekly": "XXXX-WXX", "fortnightly": "P2W",
    "monthly": "XXXX-XX", "quarterly": "XXXX-QX", "yearly": "XXXX", "annually": "XXXX", "hourly": "PT1H",
}  # fmt: skip
_WORDS = {
    "AN": "a an", "THE": "the", "ITS": "its their his her our my your whose", "OF": "of", "AND": "and", "OR": "or",
    "TO": "to till until", "THROUGH": "through thru", "FROM": "from", "IN": "in into during within",
    "ON": "on", "AT": "at",
    "FEW": "few several many numerous", "SOME": "some", "COUPLE": "couple", "HALF": "half halves",
    "DOZEN": "dozen", "LAST": "last past", "NEXT": "next coming upcoming forthcoming", "THIS": "this current",
    "PREV": "previous preceding prior", "FOLL": "following ensuing subsequent succeeding", "THAT": "that same",
    "THESE": "these those", "LATEST": "latest", "EARLY": "early late mid", "EARLIER": "earlier later",
    "EDGE": "end beginning start middle close turn", "AGO": "ago hence", "BEFORE": "before after",
    "TODAY": "today yesterday tomorrow tonight", "PART": " ".join(PARTS), "NOON": "noon midnight midday",
    "OCLOCK": "o'clock o’clock", "ZONE": "est edt cst cdt mst mdt pst pdt gmt bst utc et ct pt cet cest hrs",
    "EVERY": "every each", "OFTEN": " ".join(OFTEN), "FISCAL": "fiscal financial", "VAGUE": " ".join(VAGUE),
    "PERIOD": "period", "SEASON": " ".join(SEASONS), "LONG": "long old", "PER": "per",
    "MORE": "more full consecutive straight successive trading business working calendar whole additional extra "
            "further other",
    "COUNT": " ".join(NUMBERS), "ORD": " ".join([*_ORDINALS, "final", "twenty-first"]),
    "DECADE": " ".join(_DECADES), "FUTURE": "future", "PRESENT": "present moment",
    "NEAR": "near foreseeable distant",
    "UNIT": " ".join(set(UNITS) - {"second", "quarter", "night", "century"}), "CENTURY": "century",
    "UNITS": " ".join(_PLURALS - {"quarters"}),
    "QUARTER": "quarter quarters", "WHILE": "while", "CORRESPONDING": "corresponding comparable",
    "HOLIDAY": "christmas easter thanksgiving halloween",
}  # fmt: skip
_SIGNS = {",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "(": "OPEN", ")": "CLOSE"}
KINDS = [*_WORDS, *set(_SIGNS.values()), "MONTH", "WEEKDAY", "WEEKDAYS", "DAY", "NUM", "YEAR", "SHORT", "NTH", "CLOCK",
         "AMPM", "ISO", "SLASH", "SPANYEARS", "QNUM", "FY", "POSS", "BREAK", "OTHER"]  # fmt: skip
_LEXICON = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_LEXICON |= {name.lower(): "MONTH" for name in MONTHS} | dict.fromkeys(WEEKDAYS, "WEEKDAY")
_LEXICON |= {f"{day}s": "WEEKDAYS" for day in WEEKDAYS}
# Words that make a bare May, March or April a month; "by" and "from" do so too unless somebody is called that.
_INTO_MONTH = {
    "in", "of", "since", "until", "till", "last", "next", "this", "early", "mid", "late", "during", "each", "every",
    "between", "through", "following", "previous", "past", "throughout", "late-",
}  # fmt: skip
_WEAK_INTO_MONTH = {
    "by", "from", "to", "before", "after", "on", "and", "or", "the", "a", "an", "its", "around", "about", "for",
}  # fmt: skip
_NAME_MONTHS = {"may", "march", "april", "june", "august"}
_TOKEN = re.compile(
    r"(?a:\d{4}-\d\d-\d\d(?!\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?|\d{4}/\d\d/\d\d(?![\d/])"
    r"|(?<![\d/])(?:9/11|7/7)(?![\d/])|\d{1,2}(?P<sign>[/.-])\d{1,2}(?P=sign)(?:\d{4}|\d\d)(?![\d/-])"
    r"|(?:1\d|20)\d\d ?[-–/] ?(?:1\d|20)\d\d(?![\d/–-])|(?:1\d|20)\d\d[-–/]\d\d(?![\d/–-])"
    r"|['’‘]?\d0s\b|\d{3}0s\b|['’‘]\d\d(?!\w)|\d{1,2}(?::[0-5]\d){1,2}(?!\d)|\d{1,2}\.[0-5]\d(?= ?[ap]\.?m)"
    r"|\d{1,4}(?:st|nd|rd|th)\b|\d+(?:,\d{3})*(?:\.\d+)?|[ap]\.m\.?|[ap]m\b|[QH][1-4]\b|FY ?['’]?\d\d(?:\d\d)?(?!\d)"
    r"|o['’]clock|['’]s\b)|[^\W\d_]+|\S",
    re.IGNORECASE,
)


_DAY_FOLLOWS = re.compile(r"\.?,? ?(?:\d|[A-Z][a-z]{2,8}\.? \d)|\.,? [a-z]")  # so that Sun and Sat are days


class Token(NamedTuple):
    """A word, figure or sign of the text, with the kind of part it can play; `number` is what it counts or names."""

    start: int
    end: int
    word: str
    kind: str
    number: int
    capital: bool


def tokens(text: str, starts: set[int]) -> list[Token]:
    """The text cut into words, figures and signs, each with its kind; `starts` are where sentences begin.

    A token of kind `BREAK` stands where a paragraph or headline ends, since no phrase runs on over it.
    """
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start > last and "\n" in text[last:start] and ("\n\n" in text[last:start] or start in starts):
            found.append(Token(last, last, "\n", "BREAK", 0, False))
        raw = match[0]
        word = raw.lower()
        kind, number = _kind(text, raw, word, start, end)
        if kind in ("MONTH", "WEEKDAY") and len(word) < 6 and text[end : end + 1] == "." and word in _ABBREVIATED:
            end += text[end + 1 : end + 2] in ("", " ", "\n", "\t", ",")
        if start < last:  # the stop of an abbreviation has been read already
            continue
        found.append(Token(start, end, word, kind, number, raw[:1].isupper()))
        last = end
    return found


_ABBREVIATED = {*_SHORT_MONTHS, *_SHORT_DAYS}


def _kind(text: str, raw: str, word: str, start: int, end: int) -> tuple[str, int]:
    """The kind of part a token can play, and its number."""
    first = raw[0]
    if first.isalpha():
        if word in _LEXICON:
            kind = _LEXICON[word]
            if kind in ("MONTH", "WEEKDAY", "WEEKDAYS", "HOLIDAY") and not first.isupper():
                return "OTHER", 0
            return kind, _number(word, kind)
        if raw[0].isupper() and word in _SHORT_MONTHS:
            return "MONTH", _SHORT_MONTHS[word]
        if raw[0].isupper() and word in _SHORT_DAYS and _DAY_FOLLOWS.match(text, end):
            return "WEEKDAY", _SHORT_DAYS[word]
        if word in ("am", "pm", "a.m", "p.m", "a.m.", "p.m."):
            return "AMPM", 12 if first in "pP" else 0
        if len(word) == 2 and word[1] in "1234" and first in "qQhH":
            return "QNUM", int(word[1])
        if word.startswith("fy") and word[-1].isdigit():
            return "FY", short_year(int(re.sub(r"\D", "", word)))
        return "OTHER", 0
    if first.isdecimal() and first.isascii():
        return _figure(text, word, start, end)
    if len(word) > 1 and first in "'’‘":
        if word[1] == "s":
            return "POSS", 0
        if word[-1] == "s":
            return "DECADE", 1900 + int(word[1:3])
        return "SHORT", short_year(int(word[1:3]))
    return _SIGNS.get(word, "OTHER"), 0


def _figure(text: str, word: str, start: int, end: int) -> tuple[str, int]:
    """The kind of a token that begins with a digit."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if not word.isascii():
        ascii_word = word.replace("–", "-")
        if not ascii_word.isascii():
            return "OTHER", 0
        word = ascii_word
    joined = re.search(r"(\w+)[-–.]$", text[max(0, start - 12) : start])
    if before in tuple("$£€¥#@&=+") or before.isalpha() or before == "_":
        return "OTHER", 0
    if joined and joined[1].isalpha() and joined[1].lower() not in ("mid", "early", "late", "pre", "post", "then"):
        return "OTHER", 0  # UH-60, COVID-19
    if after in ("%", "°", "_"):
        return "OTHER", 0
    if re.fullmatch(r"\d{4}([-/])\d\d\1\d\d.*", word):
        return "ISO", 0
    if word in BY_NUMBER:
        return "SLASH", 0
    if re.fullmatch(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}", word):
        return ("SLASH", 0) if "/" in word or (len(word) > 7 and word[-5] in ".-") else ("OTHER", 0)
    if re.fullmatch(r"\d{4} ?[-/] ?\d{2,4}", word):
        return ("OTHER", 0) if joined or after == "-" else ("SPANYEARS", 0)
    if word.endswith("s"):
        return "DECADE", int(word[:-1]) if len(word) == 5 else 1900 + int(word[:2])
    if ":" in word or (re.fullmatch(r"\d{1,2}\.\d\d", word) and re.match(r" ?[ap]\.?m", text[end : end + 4], re.I)):
        hour, minute = (int(n) for n in re.split(r"[:.]", word)[:2])
        return ("CLOCK", 60 * hour + minute) if hour < 25 else ("OTHER", 0)
    if word[-1] in "tdh":
        number = int(word[:-2])
        return ("NTH", number) if number < 1000 else ("OTHER", 0)
    if after.isalpha() and not re.match(r"[ap]\.?m\b", text[end : end + 4], re.I):
        return "OTHER", 0
    digits = word.replace(",", "")
    if re.fullmatch(r"\d{1,3}\.\d{1,3}", word):
        return "NUM", 0
    if not digits.isdigit() or len(digits) > 7:
        return "OTHER", 0
    number = int(digits)
    if len(word) == 4 and 1000 <= number < 2200:
        return "YEAR", number
    return ("DAY" if 0 < number < 32 and len(word) < 3 else "NUM"), number


def _number(word: str, kind: str) -> int:
    if kind == "COUNT":
        return NUMBERS[word]
    if kind == "ORD":
        return {"final": 4, "twenty-first": 21}.get(word) or _ORDINALS.index(word) + 1
    if kind == "MONTH":
        return next(n for n, name in enumerate(MONTHS, 1) if name.lower() == word)
    if kind in ("WEEKDAY", "WEEKDAYS"):
        return WEEKDAYS.index(word.removesuffix("s") if word not in WEEKDAYS else word)
    if kind == "DECADE":
        return 1920 + 10 * _DECADES.index(word)
    return 0


def short_year(number: int) -> int:
    """The year that two figures stand for: '98 is 1998 and '24 is 2024; four figures are themselves."""
    return number if number > 99 else number + (2000 if number < 50 else 1900)


def unit_of(word: str) -> str:
    """The unit of time a word names, in the singular: `years` is `year`."""
    return "century" if word in ("centuries", "century") else word.removesuffix("s")


def is_month(found: list[Token], at: int, names: set[str]) -> bool:
    """Whether May, March, April, June or August is a month here, and no verb, first name or surname.

    `names` are those of them that somebody is called in this text.
    """
    word = found[at].word
    if word not in _NAME_MONTHS:
        return True
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if (after and after.kind in ("DAY", "NTH", "YEAR", "SHORT")) or (before and before.kind in ("DAY", "NTH")):
        return True
    if before and (before.word in _INTO_MONTH or (before.kind == "DASH" and at > 1 and found[at - 2].kind == "EARLY")):
        return True
    called = after is not None and after.capital and after.kind == "OTHER" and after.start == found[at].end + 1
    if before is None or called or word in names:
        return False
    if before.word in _WEAK_INTO_MONTH or (before.kind in ("MONTH", "COMMA", "OPEN") and word != "may"):
        return True
    if after and after.kind in ("DASH", "POSS") and not before.capital:
        return True
    if before.word == "." or before.kind == "BREAK":
        return word != "may" and after is not None and after.word in ("was", "is", "will", "saw", "brought", "marks")
    return word in ("april", "june", "august") and not before.capital and before.kind == "OTHER"


def called_as_months(found: list[Token]) -> set[str]:
    """Those of May, March, April, June and August that somebody is called: `Theresa May`, `April Ryan`."""
    names = set()
    for before, token, after in zip(found, found[1:], [*found[2:], None], strict=False):
        if (
            token.word in _NAME_MONTHS
            and token.kind == "MONTH"
            and not (after and after.kind in ("DAY", "NTH", "YEAR"))
        ):
            title = before.word in ("mr", "mrs", "ms", "dr", "sir", "lord", "lady", "minister", "president")
            if title or (
                before.capital and before.kind == "OTHER" and before.word not in _INTO_MONTH and len(before.word) > 2
            ):
                names.add(token.word)
    return names

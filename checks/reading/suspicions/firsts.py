"""What is called the first, the only one, without precedent or a record, against another in the same article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.named.titles import STYLES
from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.speech.cues import listed
from checks.reading.suspicions.kinds import CHECK, COMMON, DENIED, MOST, SMALL, YEAR, stem, stems
from checks.reading.suspicions.records import records_beaten, too_many
from checks.reading.suspicions.told import unquoted

if TYPE_CHECKING:
    from checks.reading.article import Reading
_NOT_A_FIRST = (
    "time|lady|minister|floor|half|quarter|round|leg|aid|class|name|team|place|step|thing|day|night|week|month|year|hour|hours"
    "|days|weeks|months|years|two|three|four|five|six|half-century|amendment|world|person|page|line|person|degree|reading|phase|stage|stages"
    "|steps|part|set|inning|innings|period|draft|choice|instance|edition|responders?|responder|appearance|baseman|base|officer|secretary"
)
_FIRST = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\w+[’']s?|as|became|becoming|a) (?:very |world[’']s "
    r"|country[’']s |nation[’']s |city[’']s |club[’']s )?"
    rf"first(?:-ever)?(?: ever)? (?!(?:{_NOT_A_FIRST})\b)(?P<kind>[^.;:—–()]{{3,120}})"
)
_FIRST_TIME = re.compile(r"\b(?P<sign>(?:[Ff]or|is|was|marks|marked|be) the (?:very )?first time)\b")
_NEVER = re.compile(
    r"\b(?P<sign>(?:had|has|have) never (?:before |previously )?(?:been )?\w+|[Nn]ever before|[Nn]o [a-z-]+ has ever"
    r"|unprecedented"
    r"|without precedent|unheard[- ]of)\b"
)
_ONLY = re.compile(
    r"\b(?:is|was|are|were|as|remains|became|has|have|,) (?:the|its|his|her|their) only (?P<kind>[^.;:—–(),]{3,80})"
)
_ONCE_AGAIN = re.compile(
    r"\b(?:for (?:the|a) (?P<n>second|third|fourth|fifth|sixth) time(?! (?:since|this|in (?:a|an|two|three|four"
    r"|five|six|ten|as|\d)\b))|(?:had|has|have) (?:also )?(?:happened|occurred|done so|done it"
    r"|been done|taken place)(?: \w+){0,2} before|as (?:it|he|she|they|happened|had)(?: also)? (?:did|had|happened"
    r"|has)?(?: done)? ?in (?P<y>(?:1[89]|20)\d\d))"
)
_SINCE = re.compile(
    r"\b(?:since|in (?:more than |almost |nearly |over |about )?(?:a |an |the |\w+ )?(?:\w+ )?(?:years?|decades?"
    r"|century|centuries|months?|weeks?|days?|generation|seasons?|games?|matches|attempts?)|so far|this (?:year"
    r"|season|week|month)|of the (?:year|season|tournament|campaign|match|game|night|day)|of (?:his|her|its"
    r"|their))\b"
)
_EARLIER = re.compile(
    r"\b(?:in|since|until|from|by|as early as|back in) (?:(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|early|late|mid)[ -])?(?P<year>(?:1[0-9]|20)\d\d)\b"
    r"|\b(?P<ago>(?:[\w-]+ )?(?:years?|decades?|months) (?:ago|earlier|before)|[Ll]ast (?:year|season|month|summer"
    r"|autumn|spring|winter)|predecessor|previously|before (?:him|her|it|them)|preceded)\b"
)
_ANOTHER = (
    r"(?:[Aa]nother|[Aa] second|[Tt]he other|[Tt]wo other|[Oo]ther|[Tt]he second|[Bb]oth|[Aa] fellow|[Oo]ne other)"
)
_ENDS = re.compile(
    r",| (?:when|after|but|while|because|although|with|and (?:the|he|she|it|they|a)|said|yesterday|(?:on|this|next"
    r"|last|late on|early on) (?:[MTWFS]\w+day|week|month|year"
    r"|season|spring|summer|autumn|winter))\b"
)
_SAYS_OF = re.compile(
    r"(?:\b(?:is|was|became|become|becomes|becoming|as|were|are|been|be|remains|named|elected|made|makes|him|her"
    r"|them)|,)\s*$"
)
_PLURALS = {"woman": "women", "man": "men", "person": "people", "child": "children"}
_UNTIL_NOW = re.compile(r"\bsince (?:\w+ )?(?P<year>(?:1[0-9]|20)\d\d)\b")


class _Claim(NamedTuple):
    """Words that call something the first or only, and the words of its kind."""

    start: int
    end: int
    sentence: int
    kind: frozenset[str]
    head: str
    noun: str
    since: bool
    only: bool


def called_first(reading: Reading) -> Iterator[Suspicion]:
    """What is called the first, only or unprecedented one, and an earlier or another one of its kind; one of each.

    `likely` where both are named by the same words (“the first woman to lead the bank”, twice, of two people), or
    where an earlier year stands beside the same kind; a first “since” or “in ten years” is not compared.
    """
    masked = unquoted(reading)
    texts = [
        masked[one.start : min(one.end, one.start + 800)]
        if one.part in ("headline", "standfirst", "body") and one.kind != "not part of the article"
        else ""
        for one in reading.sentences
    ]
    claims = list(islice(_claims(reading, texts), MOST))
    yield from _twice(reading, claims, texts)
    yield from _earlier(reading, claims, texts)
    yield from _only_one(reading, claims, texts)
    yield from _again(reading, texts)
    yield from too_many(reading, texts)
    yield from records_beaten(reading, texts)


def _claims(reading: Reading, texts: list[str]) -> Iterator[_Claim]:
    for index, text in enumerate(texts):
        if "first" not in text and "only" not in text:
            continue
        for sign in (_FIRST, _ONLY):
            for match in sign.finditer(text):
                told = match["kind"]
                kind = _kind(told) | _owner(match[0])
                if len(kind) < 2 or DENIED.search(text[: match.start()]):
                    continue
                start = reading.sentences[index].start
                since = bool(_SINCE.search(_until_clause(told)))
                noun = re.search(r"[\w-]+", told.lower())
                head = next(iter(_words(told)), "")
                end = start + match.start("kind") + len(_until_clause(told))
                yield _Claim(
                    start + match.start(), end, index, kind, head, noun[0] if noun else "", since, sign is _ONLY
                )


def _until_clause(told: str) -> str:
    """The kind as far as it goes: up to a comma, or to a new clause."""
    return _ENDS.split(told)[0]


def _words(told: str) -> list[str]:
    return [stem(word) for word in re.findall(r"[a-z0-9à-ÿ’'-]+", _until_clause(told).lower()) if word not in SMALL]


def _owner(called: str) -> frozenset[str]:
    """Of what it is the first, where that stands before it: the city’s first marathon."""
    owner = re.search(r"([A-Za-z]+)[’']s first\b", called)
    return frozenset((stem(owner[1].lower()),)) if owner else frozenset()


def _kind(told: str) -> frozenset[str]:
    return frozenset(_words(told)[:8])


def _twice(reading: Reading, claims: list[_Claim], texts: list[str]) -> Iterator[Suspicion]:
    """Two firsts of one kind, of two that have it."""
    for i, one in enumerate(claims):
        for other in claims[i + 1 :]:
            if not (_said_of(one, texts, reading) and _said_of(other, texts, reading)):
                continue  # “the first packages were found” calls nobody the first
            if (
                one.sentence == other.sentence
                or one.since
                or other.since
                or one.only
                or other.only
                or not _alike(one.kind, other.kind)
            ):
                continue
            ours, theirs = _who(reading, one, texts), _who(reading, other, texts)
            if ours and theirs and not _shares(ours, theirs):
                yield _suspicion(reading, "likely", one, other)
                return


def _said_of(one: _Claim, texts: list[str], reading: Reading) -> bool:
    left = texts[one.sentence][: one.start - reading.sentences[one.sentence].start]
    return bool(_SAYS_OF.search(left)) or texts[one.sentence][len(left) :].startswith("became")


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one kind is the other, or the other with more words: the bank, and the Bank of Arden."""
    return one <= other or other <= one


def _shares(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other)


def _who(reading: Reading, one: _Claim, texts: list[str]) -> frozenset[str]:
    """Names in the sentence that are not of the kind: who or what is called the first."""
    text = texts[one.sentence]
    names = re.findall(r"\b[A-Z][\w’'-]+", text[1:] if text[:1].isupper() and text[1:2].isupper() else text)
    opening = re.match(r"\W*([A-Z]\w+)", text)
    found = frozenset(_plain(name) for name in names) - one.kind - _NO_WHO
    if opening and opening[1].lower() in SMALL | _NO_WHO:
        found -= {_plain(opening[1])}
    return found


def _plain(name: str) -> str:
    return re.sub(r"[’']s?$", "", name).lower()


_NO_WHO = STYLES | listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september"
    " october november december the in on at by since when she he it they after before until while as but and for "
    "her his"
    " their its this that a an with from two three"
)


def _earlier(reading: Reading, claims: list[_Claim], texts: list[str]) -> Iterator[Suspicion]:
    """A first, and elsewhere one of its kind with an earlier year or “years ago” beside it."""
    for claim in claims:
        from_year = _UNTIL_NOW.search(texts[claim.sentence])
        if not claim.head or (claim.since and not from_year):
            continue
        for index, text in enumerate(texts):
            if index == claim.sentence or not text or ("first" in text and "since" in text):
                continue
            shared = claim.kind & stems(text)
            if claim.head not in shared or len(shared) < max(2, len(claim.kind) - 1):
                continue
            for match in _EARLIER.finditer(text):
                after = not from_year or (match["year"] and int(match["year"]) > int(from_year["year"]))
                if after and not DENIED.search(text[: match.start()]) and _is_earlier(reading, claim, texts, match):
                    yield _against(
                        reading, claim, index, text, f"and one of the same kind is told of with “{match[0]}”", "likely"
                    )
                    return


def _against(reading: Reading, claim: _Claim, index: int, text: str, what: str, certainty: Certainty) -> Suspicion:
    start = reading.sentences[index].start
    spans = sorted(((claim.start, claim.end), (start, start + len(text.rstrip()))))
    words = tuple(Words(a, b, reading.text[a:b]) for a, b in spans)
    reason = f"“{reading.text[claim.start : claim.end].strip(' ,')}” is said in one sentence, {what} in another."
    return Suspicion("first", CHECK, reason, certainty, words)


def _is_earlier(reading: Reading, claim: _Claim, texts: list[str], match: re.Match[str]) -> bool:
    """Whether a year lies before that of the first; “years ago” and “predecessor” do."""
    if not match["year"]:
        return True
    years = [int(year) for year in YEAR.findall(_UNTIL_NOW.sub("", texts[claim.sentence]))]
    years = years or [reading.dateline.year if reading.dateline else int(match["year"]) + 1]
    return int(match["year"]) < min(years)


def _only_one(reading: Reading, claims: list[_Claim], texts: list[str]) -> Iterator[Suspicion]:
    """The only one of a kind, and “another” of the same kind."""
    for claim in claims:
        if not claim.only:
            continue
        another = re.compile(
            rf"\b{_ANOTHER} (?:[\w-]+ )?(?:{re.escape(claim.noun)}s?|{_PLURALS.get(claim.noun, claim.noun)})\b"
        )
        for index, text in enumerate(texts):
            found = another.search(text) if index != claim.sentence else None
            if found and (found[0].lower().startswith("the other") or len(claim.kind & stems(text)) >= 2):
                yield _against(reading, claim, index, text, f"and “{found[0]}”", "likely")
                return


def _again(reading: Reading, texts: list[str]) -> Iterator[Suspicion]:
    """“Never before” or “for the first time”, and elsewhere “for the second time”, or the same in an earlier year."""
    signs = ((index, text, sign.search(text)) for index, text in enumerate(texts) for sign in (_NEVER, _FIRST_TIME))
    for index, text, found in islice(((i, t, found) for i, t, found in signs if found), MOST):
        if found:
            if not found or _SINCE.search(text) or DENIED.search(text[: found.start("sign")]):
                continue
            kind = stems(text) - COMMON
            start = reading.sentences[index].start
            claim = _Claim(start + found.start("sign"), start + found.end("sign"), index, kind, "", "", False, False)
            for other, told in enumerate(texts):
                if other == index or not told:
                    continue
                shared, again = kind & stems(told) - COMMON, _ONCE_AGAIN.search(told)
                enough = 1 if found["sign"].startswith("un") else 2
                if again and len(shared) >= enough:
                    yield _against(reading, claim, other, told, f"and “{again[0]}”", "likely")
                    return
                years = [m for m in _EARLIER.finditer(told) if m["year"] and _is_earlier(reading, claim, texts, m)]
                if (
                    years
                    and len(shared) >= (2 if found["sign"][:3] == "No " else 3)
                    and 5 * len(shared) >= 3 * len(kind)
                    and not DENIED.search(told)
                ):
                    yield _against(
                        reading, claim, other, told, f"and the same is told of with “{years[0][0]}”", "likely"
                    )
                    return


def _suspicion(reading: Reading, certainty: Certainty, one: _Claim, other: _Claim) -> Suspicion:
    first, second = sorted((one, other), key=lambda claim: claim.start)
    words = tuple(Words(claim.start, claim.end, reading.text[claim.start : claim.end]) for claim in (first, second))
    told = f"“{words[0].exact}” and “{words[1].exact}” are said of two."
    return Suspicion("first", CHECK, told, certainty, words)

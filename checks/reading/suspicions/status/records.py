"""Records and “third times” against the figures and the years of the same article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.parts import AmountPhrase, Sentence, Suspicion, Words
from checks.reading.suspicions.status.concepts import concepts
from checks.reading.suspicions.status.kinds import CHECK, DENIED, MOST, YEAR

if TYPE_CHECKING:
    from checks.reading.article import Reading

_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_NTH_TIME = re.compile(r"\bthe (second|third|fourth|fifth|sixth) time\b(?! (?:in|this|since))")
_RECORD = re.compile(
    r"\b(?:highest|lowest|largest|biggest|greatest|heaviest|hottest|coldest|warmest|wettest|driest|longest"
    r"|shortest|fastest|tallest"
    r"|deepest|worst|best|most|fewest|oldest|dearest|costliest|deadliest|smallest|richest) (?:[\w-]+"
    r" ){0,4}?(?:ever|on record"
    r"|in (?:the |its |their |her |his |living )?(?:[\w’'-]+ ){0,2}?(?:history|memory)|of all time|since records"
    r" began|recorded|known)\b"
    r"|\b(?:a|the|an|new|all-time|set a|its|club|national|world)[ -](?:new )?record\b(?! (?:label|company|holder"
    r"|deal))|\brecord (?=[\d£$€])"
)
_SUPERLATIVE = re.compile(r"\b(?:ever|histor|memory|of all time|known)")
_LOW = re.compile(r"\b(?:low|lowest|fastest|shortest|coldest|smallest|fewest|time)\b")
_THIS_YEAR = re.compile(
    r"(?: [\w’-]+){0,5}? (?:this (?:year|season|month|week|decade|century)|since|for (?:\w+ )?(?:years|decades"
    r"|months)|so far"
    r"|in (?:\w+ ){1,4}(?:years|decades|months|weeks)|of the (?:year|season|month|decade))\b"
)
_BEFORE_NOW = re.compile(
    r"\b(?:previous|old) (?:\w+ )?record\b|\bset in\b|\b(?:in|of) (?:\w+ )?(?:1[89]|20)\d\d\b|\blast (?:year|season)\b"
    r"|\b(?:year|years) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)


def too_many(reading: Reading, texts: list[str]) -> Iterator[Suspicion]:
    """“The third time”, with three or more earlier years listed."""
    for index, text in enumerate(texts):
        match = _NTH_TIME.search(text) if " time" in text else None
        if not match:
            continue
        for at in (index, index + 1):
            told = texts[at] if at < len(texts) else ""
            listed = re.search(
                r"\b(?:in|of) ((?:1[89]|20)\d\d(?:, (?:1[89]|20)\d\d)*,? and (?:in )?(?:1[89]|20)\d\d)", told
            )
            years = YEAR.findall(listed[1]) if listed else []
            now = reading.dateline.year if reading.dateline else None
            if listed and (
                len(years) > _ORDINALS[match[1]] or (len(years) == _ORDINALS[match[1]] and now and int(years[-1]) < now)
            ):
                start, begin = reading.sentences[index].start, reading.sentences[at].start
                spans = ((start + match.start(), start + match.end()), (begin + listed.start(), begin + listed.end()))
                words = tuple(Words(a, b, reading.text[a:b]) for a, b in sorted(spans))
                reason = f"“{match[0]}” stands beside {len(years)} earlier years: {listed[1]}."
                yield Suspicion("first", CHECK, reason, "likely", words)
                return


def records_beaten(reading: Reading, texts: list[str]) -> Iterator[Suspicion]:
    """A record, and a figure of the same unit beyond it from an earlier time."""
    starts = [sentence.start for sentence in reading.sentences]
    for index, text in enumerate(texts):
        match = _RECORD.search(text) if "record" in text or _SUPERLATIVE.search(text) else None
        if not match or DENIED.search(text[: match.start()]) or _THIS_YEAR.match(text, match.end()):
            continue
        figure = _figure(reading, texts, index, match)
        if not figure or figure.value is None:
            continue
        low = bool(_LOW.search(text[match.start() : match.end() + 12]))
        for other in reading.amounts[:MOST]:
            at = bisect_right(starts, other.start) - 1
            told = texts[at] if at >= 0 else ""
            if at == index or not told or other is figure or other.value is None or not _one_unit(figure, other):
                continue
            beyond = other.value < figure.value if low else other.value > figure.value
            shared = concepts(f"{texts[index - 1] if index else ''} {text}") & concepts(told)
            if beyond and _BEFORE_NOW.search(told) and not DENIED.search(told) and shared:
                words = tuple(
                    Words(one.start, one.end, one.exact) for one in sorted((figure, other), key=lambda one: one.start)
                )
                reason = f"“{match[0].strip()}” is said of {figure.exact}, and an earlier time has {other.exact}."
                yield Suspicion("first", CHECK, reason, "likely", words)
                return


def _figure(reading: Reading, texts: list[str], index: int, match: re.Match[str]) -> AmountPhrase | None:
    """The figure of a record: the nearest in its sentence that is no year, or the last of the sentence before."""
    sentence = reading.sentences[index]
    place = sentence.start + match.start()
    near = _amounts(reading, sentence)
    if not near and index and texts[index - 1] and re.match(r"\W*(?:It|This|That|The)\b", texts[index]):
        near = _amounts(reading, reading.sentences[index - 1])
    return min(near, key=lambda one: abs(one.start - place), default=None)


def _amounts(reading: Reading, sentence: Sentence) -> list[AmountPhrase]:
    first = bisect_left(reading.amounts, sentence.start, key=lambda one: one.start)
    last = bisect_left(reading.amounts, sentence.end, key=lambda one: one.start)
    return [
        one
        for one in reading.amounts[first:last]
        if one.value is not None and one.unit != "year" and (one.unit or one.of)
    ]


def _one_unit(one: AmountPhrase, other: AmountPhrase) -> bool:
    same = one.unit == other.unit and one.per == other.per and one.unit not in ("percent", "percentage point")
    return same and (bool(one.unit) or one.of.split()[-1:] == other.of.split()[-1:] != [])

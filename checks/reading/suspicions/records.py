"""Records and “third times” against the figures and the years of the same article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.parts import Suspicion, Words
from checks.reading.suspicions.kinds import CHECK, COMMON, DENIED, MOST, YEAR, stems

if TYPE_CHECKING:
    from checks.reading.article import Reading

_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_NTH_TIME = re.compile(r"\bthe (second|third|fourth|fifth|sixth) time\b(?! (?:in|this|since))")
_RECORD = re.compile(
    r"\b(?:a|the|an|new|all-time|set a|its|club|national|world)[ -](?:new )?record\b(?! (?:label|company|holder"
    r"|deal))|\brecord (?=[\d£$€])"
)
_LOW = re.compile(r"\b(?:low|lowest|fastest|shortest|coldest|time)\b")
_BEFORE_NOW = re.compile(
    r"\b(?:previous|old) (?:\w+ )?record\b|\bset in\b|\b(?:in|of) (?:1[89]|20)\d\d\b|\blast (?:year|season)\b"
    r"|\b(?:year|years) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)


def too_many(reading: Reading, texts: list[str]) -> Iterator[Suspicion]:
    """“The third time”, with three or more earlier years listed."""
    for index, text in enumerate(texts):
        match = _NTH_TIME.search(text)
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
        match = _RECORD.search(text)
        if not match or DENIED.search(text[: match.start()]):
            continue
        start = reading.sentences[index].start
        first = bisect_left(reading.amounts, start + match.start(), key=lambda one: one.start)
        near = [one for one in reading.amounts[first : first + 4] if one.start < start + match.end() + 60]
        figure = next((one for one in near if one.value is not None and one.unit != "year"), None)
        if not figure or figure.value is None or not figure.unit:
            continue
        for other in reading.amounts[:MOST]:
            at = bisect_right(starts, other.start) - 1
            if (
                at == index
                or not texts[at]
                or other.unit != figure.unit
                or other.value is None
                or other.per != figure.per
            ):
                continue
            shared = (stems(text) & stems(texts[at])) - COMMON - {other.unit}
            low = _LOW.search(text)
            beyond = other.value < figure.value if low else other.value > figure.value
            if beyond and _BEFORE_NOW.search(texts[at]) and not low and (shared or "degree" in figure.unit):
                words = tuple(
                    Words(one.start, one.end, one.exact) for one in sorted((figure, other), key=lambda one: one.start)
                )
                reason = f"“{match[0].strip()}” is said of {figure.exact}, and an earlier time has {other.exact}."
                yield Suspicion("first", CHECK, reason, "likely", words)
                return

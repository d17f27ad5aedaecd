"""Boilerplate: words of the page, the newsroom's letters, the press office or a writing program, not of the article.

The patterns are in `boilerplate.txt`, by what the words do; there is no list of sites. Each speaks to the reader or is
a fixed form, so that news about newsletters and cookies is left alone; so is what somebody is quoted to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.parts import Certainty, Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "belongs_to_article"
_SHOWN = 5  # places that a suspicion shows
_LONGEST = 600  # letters of a sentence that are looked at
_FILLED = {
    "{networks}": "twitter|x|facebook|instagram|threads|bluesky|mastodon|linkedin|whatsapp|telegram|youtube|tiktok|"
    "reddit|snapchat|pinterest|google news|apple news|social media|spotify|apple podcasts|flipboard|messenger",
    "{piece}": "article|story|post|piece|report|page|content|item|column|interview|video",
    "{ours}": "(?:our|your|the|this|a|free|daily|weekly|morning|evening|breaking|latest)",
}
_MARKS = re.compile(r"[\s(\[*•»→▶►>|–—_-]*")  # of a list, or of a link
_SECTION = re.compile(r"\[(?P<does>.+)\] (?P<certainty>likely|look)")


class _Sort(NamedTuple):
    """Words that do one thing: what is said of them, how sure it is, letters (small) without which none is there, how a
    sentence of them begins, and what else it may hold."""

    does: str
    certainty: Certainty
    triggers: tuple[str, ...]
    begins: re.Pattern[str]
    holds: re.Pattern[str]


def boilerplate(reading: Reading) -> Iterator[Suspicion]:
    """Which sentences are no part of the article but of the page around it; of each sort one suspicion."""
    small = reading.text.lower()
    sorts = [sort for sort in _sorts() if any(trigger in small for trigger in sort.triggers)]
    found: dict[int, list[Words]] = {}
    own = next((one.start for one in reading.paragraphs if one.part == "body"), 0)
    speech = sorted((q.start, q.end) for quotation in reading.quotations for q in quotation.quoted)
    starts, ends = [start for start, _ in speech], [end for _, end in speech]
    for one in reading.sentences if sorts else ():
        if one.part in ("byline", "dateline") or (one.part == "headline" and one.start < own):
            continue
        words = one.exact[:_LONGEST]
        at = _MARKS.match(words).end()  # type: ignore[union-attr]  # it matches nothing too
        for number, sort in enumerate(sorts):
            seen = sort.begins.match(words, at) or sort.holds.search(words)
            if seen and not _is_said(one.start + seen.start(), starts, ends):
                found.setdefault(number, []).append(Words(one.start, one.end, one.exact))
                break
    for number, places in found.items():
        sort = sorts[number]
        subject = "These words" if len(places) == 1 else f"{len(places)} passages"
        reason = f"{subject} {sort.does}; they are no part of the article."
        yield Suspicion("boilerplate", _CHECK, reason, sort.certainty, tuple(places[:_SHOWN]))


def _is_said(place: int, starts: list[int], ends: list[int]) -> bool:
    """Whether somebody is quoted there."""
    last = bisect_right(starts, place)
    return bool(last) and ends[last - 1] > place


@cache
def _sorts() -> tuple[_Sort, ...]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    listed: list[tuple[str, Certainty, dict[str, list[str]]]] = []
    for line in lines:
        if section := _SECTION.fullmatch(line):
            listed.append((section["does"], "likely" if section["certainty"] == "likely" else "look", {}))
        elif line and not line.startswith("#"):
            what, said = line.split(": ", 1)
            listed[-1][2].setdefault(what, []).append(said)
    return tuple(
        _Sort(does, sure, tuple(parts["if"][0].split(", ")), _any(parts["begins"]), _any(parts.get("holds", [])))
        for does, sure, parts in listed
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    """One pattern of several; of none, one that fits nothing."""
    joined = "|".join(f"(?:{one})" for one in patterns) or r"(?!)"
    for name, filled in _FILLED.items():
        joined = joined.replace(name, filled)
    return re.compile(joined, re.IGNORECASE)

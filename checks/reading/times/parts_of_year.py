"""Quarters, halves and seasons: `the third quarter`, `H1 2024`, `last summer`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checks.reading.times.senses import (
    DATELINE,
    NO_DATELINE,
    WRITTEN,
    Around,
    Phrase,
    edged,
    one_of,
    step_of,
    unresolved,
    year_in,
)
from checks.reading.times.spans import Grain, Sense, moved, season, span
from checks.reading.times.words import SEASONS


def quarter(phrase: Phrase, around: Around) -> Sense | None:
    """A quarter or half of a year: `the third quarter`, `Q3 2024`, `the first half of last year`."""
    size: Grain = "half" if any(t.kind == "HALF" or t.word in ("h1", "h2") for t in phrase) else "quarter"
    numbered = one_of(phrase, "ORD", "NTH", "QNUM")
    number = numbered.number if numbered else 0
    if number > (2 if size == "half" else 4):
        number = 2 if size == "half" and numbered and numbered.word == "final" else 0
        if not number:
            return None
    if any(t.word == "quarters" for t in phrase) and not one_of(phrase, "QNUM"):
        several = next((t.number for t in phrase if t.kind in ("COUNT", "DAY")), 0)
        if (number, several) != (1, 2):
            return None
        size = "half"
    why = WRITTEN if one_of(phrase, "YEAR", "SHORT") else DATELINE
    named, said = year_in(phrase, around)
    base = around.dateline
    if named is not None and not number:  # "the 1988 quarter", "the year-ago quarter"
        last = around.quarter
        if last and last.first and size == "quarter":
            return span(
                "quarter",
                moved(last.first.replace(day=1), "year", named - last.first.year),
                f"from {last.when}, the quarter before it",
                said,
            )
        return span("year", date(named, 1, 1), why, said) if 0 < named < 9999 else None
    if number and named is None:
        if base is None:
            return unresolved(
                f"XXXX-{'H' if size == 'half' else 'Q'}{number}", "no year, and no dateline to take it from", size
            )
        months = 6 if size == "half" else 3
        named = base.year
        ends = number * months
        if around.tense != "future" and ends - months >= base.month:
            named -= 1
        elif around.tense == "future" and ends + 3 < base.month:  # results come out up to three months later
            named += 1
    if number and named is not None:
        if not 0 < named < 9999:
            return None
        begin = date(named, (number - 1) * (6 if size == "half" else 3) + 1, 1)
        return _fiscal(edged(span(size, begin, why, said), phrase), phrase)
    step = step_of(phrase)
    if step is None or one_of(phrase, "THAT"):
        if around.quarter and around.quarter.first:
            return replace(
                around.quarter, why=f"{around.quarter.when}, the quarter before it", first=around.quarter.first
            )
        return None if one_of(phrase, "PERIOD") else unresolved("XXXX-QX", "which one is not said", size)
    if base is None:
        return unresolved("XXXX-QX", NO_DATELINE, size)
    if one_of(phrase, "LATEST", "FOLL", "PREV") and around.quarter and around.quarter.first:
        shift = 0 if one_of(phrase, "LATEST") else step
        return span(
            size, moved(around.quarter.first, "quarter", shift), f"from {around.quarter.when}, the quarter before it"
        )
    return edged(span(size, moved(base.replace(day=1), size, step), DATELINE), phrase)


def _fiscal(sense: Sense | None, phrase: Phrase) -> Sense | None:
    """A quarter of a fiscal year, which may begin in any month of that year or of the one before."""
    if sense is None or sense.when is None or sense.first is None or not one_of(phrase, "FISCAL", "FY"):
        return sense
    year = sense.first.year
    when = replace(sense.when, widest=(date(max(year - 1, 1), 1, 1), date(year + 1, 12, 31)))
    return replace(sense, when=when, why="a fiscal year may begin in another month")


def seasonal(phrase: Phrase, around: Around) -> Sense | None:
    """A season: `the winter of 2021`, `last summer`, `in spring`."""
    name = one_of(phrase, "SEASON")
    if name is None:
        return None
    short = SEASONS[name.word]
    if one_of(phrase, "EVERY"):
        return Sense("set", f"XXXX-{short}", None, False, "a rate")
    named, said = year_in(phrase, around)
    if named is not None and not 0 < named < 9999:
        return None
    if named is not None:
        return edged(season(named, short, WRITTEN if one_of(phrase, "YEAR", "SHORT") else DATELINE, said), phrase)
    base = around.dateline
    if base is None:
        return unresolved(f"XXXX-{short}", "no year, and no dateline to take it from", "season")
    step = step_of(phrase)
    near = [
        s for y in range(max(base.year - 2, 1), min(base.year + 3, 9999)) if (s := season(y, short, DATELINE, False))
    ]
    if step == -1 or (step is None and around.tense == "past"):
        near = [s for s in near if (s.last and s.last < base) or (step is None and s.first and s.first <= base)][-1:]
    elif step == 0:
        near = [s for s in near if s.value[:4] == f"{base.year:04d}"]
    else:
        near = [s for s in near if s.last and s.last >= base and (step is None or (s.first and s.first > base))][:1]
    return edged(near[0], phrase) if near else None

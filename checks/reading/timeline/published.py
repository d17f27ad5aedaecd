"""An article's own statements of time by their places in the text as given, and when it was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.case.nouns import When
from checks.reading.parts import Words
from checks.reading.timeline.parts import CALENDAR, Limit, Statement
from checks.reading.timeline.stated import statements_in
from checks.reading.timeline.stated_marks import NOW, times_of
from checks.reading.timeline.stated_telling import tenses_in

if TYPE_CHECKING:
    from checks.reading.article import Reading


def in_article(reading: Reading, published: When | None = None) -> list[Statement]:
    """What the article itself says of time, each by its words in the text as given.

    Where only the month or the year of its publication is known, what it tells as past lies not after the end of that.
    """
    clean = reading.clean or reading
    found = statements_in(clean)
    if clean.dateline is None and published and published.first and published.last and not published.yearless:
        first, last = published.first.toordinal(), published.last.toordinal()
        limit = Limit(CALENDAR, NOW, first, last)
        says = f"the article was published in {published.words()}"
        found.append(Statement(says, "the article was published", ((limit,),), source="publication"))
        found += [one.statement for one in tenses_in(replace(times_of(clean), dateline=published.last))]
    return [replace(one, words=tuple(_placed(one.words, reading))) for one in found]


def _placed(words: Sequence[Words], reading: Reading) -> Iterator[Words]:
    for one in words:
        start, end = reading.normal.span(one.start, one.end) if reading.normal else (one.start, one.end)
        yield Words(start, end, reading.text[start:end])

"""The figure of a claim or a passage, with all that has to agree for two figures to agree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from checks.case.amount import Bound

FigureKind = Literal["count", "measure", "money", "share", "points", "change", "multiple", "rank", "ratio"]
Direction = Literal["", "up", "down"]
Statistic = Literal["", "mean", "median", "total", "per head", "minimum", "maximum"]


@dataclass(frozen=True)
class Figure:
    """A number with its bound and unit: `text[start:end] == exact`.

    `low` and `high` are the ends of what is asserted, both included, None where open: “about 40” is 36 to 44, “nearly
    40” is 36 to 40, “more than 40” is 40 and up. `point` is the number itself, None for a range or a score. `unit` is
    a plain name (`dollar`, `percent`, `percentage point`, `kilometre`, `degree Celsius`; `share` for a fraction in
    words, as a decimal; `tally` for a score or vote, whose two figures are `low` and `high`), empty for a count. An
    age is a measure in `year`s. `of` is what is counted or measured, as printed; `per` what a rate goes by. `change`
    is by how much something rose or fell; a figure that something came to keeps its own kind, with `to`, and `was`
    where it is told what it came from.
    """

    start: int
    end: int
    exact: str
    low: Decimal | None
    high: Decimal | None
    point: Decimal | None
    bound: Bound
    unit: str
    of: str
    kind: FigureKind
    per: str = ""
    direction: Direction = ""
    was: Decimal | None = None
    to: Decimal | None = None
    statistic: Statistic = ""

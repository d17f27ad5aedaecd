"""What is said of time, as limits between days: the shared types of the timeline."""

from __future__ import annotations

from dataclasses import dataclass

from checks.reading.parts import Words

CALENDAR = ""  # the point that dates are counted from: day 0, so that a day's number is its `date.toordinal()`


@dataclass(frozen=True)
class Limit:
    """`later` comes at least `least` and at most `most` days after `earlier`; None is no limit. Points have names.

    `least` and `most` are the widest that the words can mean. `core` is what they mean first (early March is the 1st
    to the 10th, and perhaps the 15th); None where that is the same.
    """

    earlier: str
    later: str
    least: int | None
    most: int | None
    core: tuple[int | None, int | None] | None = None


@dataclass(frozen=True)
class Statement:
    """One thing that is said of time.

    `choices` are what it can come to, each a set of limits of which all hold: one for most, one for each year for a
    March without its year. `says` is the statement as a clause (“the order was signed on 15 January 2031”), `subject`
    the clause without its time (“the order was signed”). `words` are its words in the article; `source` is `article`,
    the id of a claim, or the reference of a register row or a fact. `assumed` says what was taken for granted in
    reading it so (“that the 90 days begin with the signing”); empty where it is stated outright.
    """

    says: str
    subject: str
    choices: tuple[tuple[Limit, ...], ...]
    words: tuple[Words, ...] = ()
    source: str = "article"
    assumed: str = ""


@dataclass(frozen=True)
class Repair:
    """What would make the rest hold if one statement gave way: the span of days (`least` to `most`, as ordinals, or
    as a number of days for a length) that its limit would have to lie in. `told` is that as a clause. `limit` is the
    one of its limits that gives way."""

    statement: Statement
    least: int | None
    most: int | None
    told: str
    limit: Limit | None = None


@dataclass(frozen=True)
class Conflict:
    """The fewest statements that cannot all hold, and for each of them the repairs; none where it alone is no help."""

    statements: tuple[Statement, ...]
    repairs: tuple[Repair, ...]

"""Did it last as long as is said, without a gap?

Supported when one unbroken stretch up to the date has the stated length, as newspapers round.
Misleading when the length fits only from the first day to the last, or only as a sum, over gaps that it hides.
Contradicted when neither the whole stretch nor the time in force has that length.
Unsettled when the register does not reach to the date, or begins with the row that is counted from.

Cannot tell: whether the thing was the same thing after a gap, or whether it was kept.

Source: a stated length is taken as rounded to its unit: half a unit either way, but at most a fifth of the length and
at least a day; a decade is ten years (durations as in ISO 8601-1).
"""

from itertools import pairwise

from checks.case.errors import Unfit
from checks.case.nouns import Amount, Claim, Fact, Finding, Register, Verdict, When, amount, facts_among, when
from checks.reading.names import among
from checks.reading.spans import DAYS, fits, joined


def check(claim: Claim, *, length: Amount | Fact, kind: str, on: When | Fact, register: Register) -> Finding:
    """Adds up the intervals of a `kind` (a word in any column of the register) up to the first day of `on`.

    The reason gives the days in force, the days from first to last, and each gap. Raises `Unfit` when no interval of
    that kind begins before the date.
    """
    stated, until = amount(length), when(on)
    day = until.first
    rows = sorted(
        (
            row
            for row in register.rows
            if row.span.first
            and day
            and row.span.first <= day
            and among(kind, row.cells.values(), register.also_called)
        ),
        key=lambda row: str(row.span.first),
    )
    if not rows or day is None:
        raise Unfit(f"`{register.id}` has no “{kind}” that begins before {until.words()}: use its own words for it")
    spans = joined([(row.span.first or day, min(row.known.last or day, day)) for row in rows])
    in_force = sum((end - start).days for start, end in spans)
    whole = (spans[-1][1] - spans[0][0]).days
    gaps = [(a[1], b[0]) for a, b in pairwise(spans)]
    known = all(row.known.last and (row.known.last >= day or row.known.last == row.span.last) for row in rows)
    if until.within(register.covers) != "yes" or not known or spans[0][0] == register.covers.first:
        verdict = Verdict.UNSETTLED
    elif spans[-1][1] == day and fits(stated, (spans[-1][1] - spans[-1][0]).days):
        verdict = Verdict.SUPPORTED
    elif gaps and (fits(stated, whole) or fits(stated, in_force)):
        verdict = Verdict.MISLEADING
    else:
        verdict = Verdict.CONTRADICTED
    reason = (
        f"Stated: {stated}; in force {in_force:,} days ({in_force / DAYS['years']:.1f} years) up to {until.words()}"
    )
    if gaps:
        told = " and ".join(f"{When.span(a, b).words()} ({(b - a).days:,} days)" for a, b in gaps)
        reason += f", over {whole:,} days ({whole / DAYS['years']:.1f} years) with a gap {told}"
    if verdict is Verdict.UNSETTLED:
        reason += f"; the register covers {register.covers.words()}"
    return Finding(claim.id, __name__, verdict, f"{reason}.", [*rows, *facts_among(length, on)], needs_all=True)

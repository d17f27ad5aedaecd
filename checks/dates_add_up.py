"""Does the starting date plus the stated length of time reach the stated date?

Supported when every day that the sum can fall on lies within the stated date.
Contradicted when none does.
Unsettled when some do: a vague date (early March, about 90 days) or a month where a day is needed.

Cannot tell: whether any of the dates is true. Sums that agree inside one article show only that it agrees with
itself, so without a fact from elsewhere they stay unsettled; sums that do not agree are a fault by themselves.

Source: proleptic Gregorian calendar; a month more is the same day of the next month, or its last day (ISO 8601-1
calendar arithmetic as in dateutil.relativedelta). Early, mid and late are thirds of a month or year.
"""

from checks.case.nouns import Amount, Claim, Fact, Finding, Verdict, When, amount, rests_on, when


def check(claim: Claim, *, start: When | Fact, after: Amount | Fact, stated: When | Fact) -> Finding:
    """Adds the length of time `after` to `start` and compares the sum with `stated`, which may lack a year.

    The reason also says which starts would fit. Raises `CaseError` for a length that is not calendar time.
    """
    begins, length, ends = when(start), amount(after), when(stated)
    reached = begins.plus(length)
    if length.bound in ("at most", "less than"):  # a term that runs out: what is stated is its last day
        reached = When.span(reached.last, reached.last)
    answer = reached.within(ends)
    verdict = {"yes": Verdict.SUPPORTED, "no": Verdict.CONTRADICTED, "cannot tell": Verdict.UNSETTLED}[answer]
    relation = {"yes": "which is within", "no": "not", "cannot tell": "which need not be within"}[answer]
    day = reached.words() if reached.last else f"{When.span(reached.first, reached.first).words()} or later"
    reason = f"{begins.words()} plus {length} is {day}, {relation} {ends.words()}"
    fitting = [fits.minus(length) for fits in _occurrences(ends, reached)] if answer != "yes" else []
    if fitting and not length.bound:
        reason += f"; a start of {' or '.join(fits.words() for fits in fitting)} would fit"
    return Finding(claim.id, __name__, verdict, f"{reason}.", rests_on(claim, start, after, stated), needs_all=True)


def _occurrences(stated: When, reached: When) -> list[When]:
    """The stated date; of one without a year, its occurrences on either side of the sum."""
    if not stated.yearless or reached.first is None:
        return [stated.in_year(reached.first.year)] if reached.first else [stated]
    year = reached.first.year
    around = [stated.in_year(y) for y in (year - 1, year, year + 1) if stated.exists_in(y)]
    earlier = [w for w in around if w.before(reached) == "yes"][-1:]
    later = [w for w in around if reached.before(w) == "yes"][:1]
    return earlier + [w for w in around if reached.within(w) == "cannot tell"] + later

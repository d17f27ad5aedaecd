"""Does the stated percentage follow from its two figures?

Supported when values that round to the part and the whole, or to the figure before and the one after, give it.
Contradicted when none do, when a fall is told as a rise, and when percentage points are called percent or the reverse.
Unsettled when it is only a little off, as a careless rounding would leave it, and for figures in two currencies.

Write `percentage` as 12 percent, 12 percent up, 12 percent down, 2 percentage points, 3 times (100 percent up is the
same as 2 times), a third, or, of a sum shared out, 300 dollars each. Without up or down, either way will do.

Cannot tell: whether the figures are true, whether part and whole are of one kind, or whether the percentage was meant
of other figures (a yearly rate, prices without inflation).

Source: the change in percent is the difference over the earlier figure, and the difference of two percentages is in
percentage points (Eurostat, Statistics Explained: Percentage change and percentage points); what a rounded figure can
stand for as in NIST Special Publication 811, appendix B.7.
"""

from checks.case.nouns import Amount, Claim, Fact, Finding, Verdict, amount, rests_on
from checks.reading.suspicions.sums.proportions import follows

_VERDICTS = {
    "follows": Verdict.SUPPORTED, "nearly": Verdict.UNSETTLED, "as points": Verdict.CONTRADICTED,
    "does not follow": Verdict.CONTRADICTED,
}  # fmt: skip


def check(
    claim: Claim,
    *,
    percentage: Amount | Fact,
    part: Amount | Fact | None = None,
    whole: Amount | Fact | None = None,
    was: Amount | Fact | None = None,
    now: Amount | Fact | None = None,
) -> Finding:
    """Works the percentage out of `part` and `whole`, or of `was` and `now`, and compares it with the one stated.

    The reason says what it comes to, and which mistake would give the stated one. Raises `Unfit` when neither pair is
    there, or for a `percentage` that is none.
    """
    pair = [None if value is None else amount(value) for value in (part, whole, was, now)]
    outcome = follows(amount(percentage), *pair)
    reason = f"{outcome.reason[:1].upper()}{outcome.reason[1:]}."
    evidence = rests_on(claim, percentage, part, whole, was, now)
    return Finding(claim.id, __name__, _VERDICTS[outcome.stands], reason, evidence, needs_all=True)

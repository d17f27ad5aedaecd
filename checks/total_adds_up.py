"""Do the parts add up to the total?

Supported when the figures as printed add up, or keep within a total that is itself a bound ("at most 9 members").
Contradicted when nothing that would be rounded to these figures adds up.
Unsettled when only some of it does: rounded figures ("1.2 million"), or a bound ("more than 40") that leaves it open.

Cannot tell: whether any of the figures is true, whether the parts are all there are, and whether something is counted
in two of them. Sums that agree inside one article show only that it agrees with itself, so without a fact from
elsewhere they stay unsettled; sums that do not agree are a fault by themselves.

Source: a rounded figure stands for all that lies within half a step of its last digit (NIST Special Publication 811,
B.7); whole counts and sums of money below a thousand are taken as they are printed.
"""

from collections.abc import Sequence

from checks.case.nouns import Amount, Claim, Fact, Finding, Verdict, amount, rests_on
from checks.reading.figures.sums import add_up


def check(claim: Claim, *, parts: Sequence[Amount | Fact], total: Amount | Fact) -> Finding:
    """Adds the parts, which are of one unit or of units that convert by a plain number, and compares with `total`.

    The reason gives the sum and the difference. Raises `CaseError` for units that cannot be added.
    """
    answer, told = add_up([amount(part) for part in parts], amount(total))
    verdict = {"yes": Verdict.SUPPORTED, "no": Verdict.CONTRADICTED, "cannot tell": Verdict.UNSETTLED}[answer]
    return Finding(claim.id, __name__, verdict, f"{told}.", rests_on(claim, *parts, total), needs_all=True)

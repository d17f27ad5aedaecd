"""Can the two printed figures be one and the same thing?

Supported when they are the same figure, or one lies within what the other can stand for (43 and "more than 40").
Contradicted when no value would be printed as both: one number in two currencies is no one figure either.
Unsettled when some value would: a round figure beside a fine one (300 and 312), or two bounds that meet; and of two
sums in two currencies.

Cannot tell: whether the two words are about one thing at one time, which is for whoever asks to judge; nor whether
either figure is true. Figures that agree inside one article show only that it agrees with itself, so without a fact
from elsewhere they stay unsettled; figures that do not agree are a fault by themselves.

Source: a rounded figure stands for all that lies within half a step of its last digit (NIST Special Publication 811,
B.7); units of one kind are converted where they are a plain multiple (SI Brochure, 9th edition).
"""

from checks.case.nouns import Amount, Claim, Fact, Finding, Verdict, amount, rests_on
from checks.reading.figures.sums import agree


def check(claim: Claim, *, figure: Amount | Fact, other: Amount | Fact) -> Finding:
    """Compares `figure` with `other`, in one unit or in two of which one is a plain multiple of the other.

    The reason says how far apart they are, or that one is ten or a thousand times the other. Raises `CaseError` for
    units that cannot be compared.
    """
    answer, told = agree(amount(figure), amount(other))
    verdict = {"yes": Verdict.SUPPORTED, "no": Verdict.CONTRADICTED, "cannot tell": Verdict.UNSETTLED}[answer]
    return Finding(claim.id, __name__, verdict, f"{told}.", rests_on(claim, figure, other), needs_all=True)

"""Does the passage say what the claim says?

Supported when the passage states every part of the claim: who, did what, to whom, when, where, how much, how many of
them, and whether it was done or only planned or alleged. What the claim says less exactly is stated.
Contradicted when one part cannot be so if the passage is so: another date of the same act, another figure of the same
thing, the opposite.
Misleading when a quantifier, rank, statistic, status, cause, speaker or quoted word was dropped or changed, while the
rest agrees.
Unsettled when a part of the claim is not stated in words that are recorded as the same, or when the claim says more.

Cannot tell: whether the passage is right; what only knowledge of the world would tell; and whether two wordings mean
the same where no table here has them. A pronoun that the passage gives no name for is taken for the one the claim
names, and the reason says so.

Source: natural logic (MacCartney and Manning 2007): parts of two sentences are laid side by side, each pair has a
relation, and the relations decide by a rule that is printed (`checks.reading.passages.RULE`).
"""

from collections.abc import Sequence

from checks.case.nouns import Claim, Document, Fact, Finding, Passage, Verdict
from checks.reading.passages import compare
from checks.reading.wording import spaced


def check(claim: Claim, *, passages: Sequence[Passage | Fact | Document]) -> Finding:
    """Compares what `claim` says with the words of `passages`, one or a few of them, read as one text.

    Of a whole document its words are read. The reason names each part that decides, with the words of both sides.
    Raises `CaseError` for passages without words or of more than some pages, and where the parser is not installed.
    """
    words = " ".join(one.words if isinstance(one, Document) else one.quoted for one in passages)
    compared = compare(spaced(claim.says), spaced(words))
    return Finding(claim.id, __name__, Verdict(compared.verdict), compared.reason, list(passages))

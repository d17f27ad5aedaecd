"""Do different speakers in the article speak in words of their own?

Supported when no two quotations of different speakers are cast in one mould.
Contradicted when two speakers are given the same contrast (“strength, not weakness”), the same figure of speech (“it is
not just this, it is that”), the same clause but for a word, a run of rare words, or one quotation word for word.
Unsettled when they share a shorter run of words, or it is not plain who speaks.

Cannot tell: whether one speaker took up the words of the other on purpose, as people in an argument do, nor which of
the two quotations is invented, if either. Two descriptions of one person are taken for two speakers.

Source: runs of words that two texts share are what reuse is told by: Clough, Gaizauskas, Piao and Wilks, METER:
MEasuring TExt Reuse, ACL 2002, https://aclanthology.org/P02-1020/.
"""

from checks.case.nouns import Claim, Document, Finding
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.copying.moulds import moulds

_FINE = "No two quotations of different speakers were found to be cast in one mould."


def check(claim: Claim, *, article: Document) -> Finding:
    """Compares the quotations of the whole article, or those that touch the words of a claim with the others."""
    return found_in(claim, article, __name__, moulds, _FINE)

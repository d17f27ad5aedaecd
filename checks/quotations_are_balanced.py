"""Does every quotation mark in the article have its other half in its paragraph?

Supported when all have, a quotation of several paragraphs being opened anew in each and closed in the last.
Contradicted when a paragraph opens a quotation and leaves it, closes one that it never opened, or takes in the words
that report it, and when a bracket has no other half.
Unsettled when a mark may be an apostrophe or the wrong way round, or several brackets have no other half.

Cannot tell: where the missing mark belongs, and so who said the words beside it; a mark that is missing on both sides.

Source: The Chicago Manual of Style, 17th edition, 13.30 to 13.32, and New Hart's Rules, 9.2, on quotations of several
paragraphs. Apostrophes, feet and inches are told by what stands on either side.
"""

from checks.case.nouns import Claim, Document, Finding
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.copying.quotation_marks import quotation_marks

_FINE = "Every quotation mark has its other half in its paragraph."


def check(claim: Claim, *, article: Document) -> Finding:
    """Asks of the whole article, or of the words of a claim, whether a mark has lost its other half."""
    return found_in(claim, article, __name__, quotation_marks, _FINE)

"""Are the security markings and codes that the article prints in a published form?

Supported when all of them are, and when there are none.
Contradicted when a marking that is quoted as such is in no published form, a check digit is not what the other digits
give, or a code has the wrong length or form.
Unsettled when a part of a marking is in no published list, its label is of an earlier version, or nothing says that it
is quoted.

Cannot tell: whether a document with that marking exists, nor whether the code is somebody's. Code words that are
themselves secret are in no list. A newspaper may have changed capitals and slashes by its own style.

Source: 32 CFR 2001 and DoDM 5200.01 volume 2; the British Government Security Classifications Policy; Council Decision
2013/488/EU; Traffic Light Protocol 2.0 (https://www.first.org/tlp/); all in `markings.md` of
checks/reading/suspicions/copying. Of codes: the ISBN Users' Manual, ISO 3297, 6166, 6346, 13616 and 17442, IMO
resolution A.1117(30), the CVE Programme.
"""

from checks.case.nouns import Claim, Document, Finding
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.copying.markings import markings

_FINE = "No marking or code was found that is in no published form."


def check(claim: Claim, *, article: Document) -> Finding:
    """Holds the markings and codes of the whole article, or of the words of a claim, against their published forms."""
    return found_in(claim, article, __name__, markings, _FINE)

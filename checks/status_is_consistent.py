"""Does the article tell each act, state and person in one way?

Supported when, asked of the whole article, no act is told as done in one sentence and as to come in another, no thing
is in two states at once, nobody has two names, offices or ages, and nobody who was promised anonymity is named.
Contradicted when two passages cannot both be so.
Unsettled when they may not be so, and a person should look: one office with two holders, or only voices without a name.

Cannot tell: which of the two is true; whether time passed between them where the article does not say so; and whether
two things or persons are meant where nothing but the sense of the text says so. What stands in quotation marks is left
out, since a speaker may contradict the article.

Source: event factuality, as annotated in FactBank (Saurí and Pustejovsky 2009): an event is told as a fact, as no fact
or as possible, and one source cannot do two of these of one event at one time.
"""

from checks.case.nouns import Claim, Document, Finding
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.status.two_ways import told_two_ways


def check(claim: Claim, *, article: Document) -> Finding:
    """Holds what the article tells of acts, states and persons against itself; asked of a claim, what touches it.

    Raises `CaseError` when the article's text is not in this copy.
    """
    fine = "No act, state or person is told in two ways that cannot both be so."
    return found_in(claim, article, __name__, told_two_ways, fine)

"""Is what the article calls exclusive its own alone?

Supported when, asked of the whole article, nothing that is called exclusive is credited to another outlet as well.
Contradicted when the same thing is said to have been obtained, reported or told elsewhere.
Unsettled when it was told to a paper that may be the very one that speaks of itself.

Cannot tell: whether another outlet had it that the article does not name, who had it first, and whether two documents
called by one word are one.

Source: “exclusive: not shared with others” (the common sense of dictionaries), and the duty to credit whoever first
reported a story (Associated Press Statement of News Values and Principles).
"""

from checks.case.nouns import Claim, Document, Finding
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.status.exclusives import claimed_alone


def check(claim: Claim, *, article: Document) -> Finding:
    """Looks for another outlet that is credited with what the article calls exclusive.

    Raises `CaseError` when the article's text is not in this copy.
    """
    fine = "Nothing that is called exclusive is credited to another outlet."
    return found_in(claim, article, __name__, claimed_alone, fine)

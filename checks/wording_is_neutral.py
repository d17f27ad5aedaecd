"""Is the article free of stock phrases and loaded words, in so far as it speaks in its own voice?

Supported when it has no more of them than other newspapers have.
Contradicted when they stand so thick that hardly a sentence is without.
Unsettled when there are several: to be looked at, with up to five of them.

Cannot tell: whether what is said is true. A phrase is worn, or judges, as a rule and not always; quotations are left
out, for a speaker may be as partial as he likes. It does not show that a program wrote the text.

Source: checks/reading/suspicions/copying/loaded_words.md, which names for each row the guide that warns of
such words: among them Orwell, Politics and the English Language (1946), and Wikipedia's Words to watch.
"""

from checks.case.nouns import Claim, Document, Finding
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.copying.wordings import wordings

_FINE = "It has no more stock phrases and loaded words in its own voice than other newspapers have."


def check(claim: Claim, *, article: Document) -> Finding:
    """Counts the listed phrases outside quotations; of a claim, tells whether its words hold one of many."""
    return found_in(claim, article, __name__, wordings, _FINE)

"""Is who says it named, so that a reader could ask them?

Supported when a name stands with the words, of a person or of the body that speaks; asked of the whole article, when
one stands with everybody whom it lets speak.
Contradicted when, asked of the whole article, nobody whom it lets speak is named.
Unsettled when some are named and others not; when one is only described, who may be named elsewhere (“the mayor”), or
speaks for a body; and, of a claim, whenever no name is given: nobody can be asked, and that does not make it untrue.

Cannot tell: whether the person exists, said so, or is right; a name makes it possible to ask, no more, so that the
name alone supports no claim. “He” is taken for the last one that it fits, and “the mayor” for the one person whom the
article names as mayor in that paragraph or the one before, else anywhere; not where two could be meant.

Source: “Identify sources clearly. The public is entitled to as much information as possible to judge the reliability
and motivations of sources” (Society of Professional Journalists, Code of Ethics, 2014).
"""

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Document, Finding, Verdict
from checks.reading.sourcing import Naming, heard_in, listed
from checks.reading.suspicions.asked import passages

_TOLD: dict[Naming, str] = {
    "named": "named", "a body": "a body or a document speaks", "described": "only described", "unnamed": "not named",
    "for a body": "not named, but for a body that can be asked", "nobody in particular": "nobody in particular",
}  # fmt: skip


def check(claim: Claim, *, article: Document) -> Finding:
    """Looks who says the claim's words; of the whole article, who is heard in it.

    Raises `Unfit` where the article says the words in its own voice, `CaseError` where its text is not in this copy.
    """
    heard = heard_in(claim, article)
    if not heard:
        raise Unfit("the article gives these words to nobody: choose words that hold who says so, or ask another check")
    by_naming = {naming: [one for one in heard if one.naming == naming] for naming in _TOLD}
    named = by_naming["named"] + by_naming["a body"]
    nameless = by_naming["unnamed"] + by_naming["nobody in particular"]
    if len(named) == len(heard):
        verdict = Verdict.SUPPORTED
    elif claim.id == "article" and nameless and not named:
        verdict = Verdict.CONTRADICTED
    else:
        verdict = Verdict.UNSETTLED
    told = "; ".join(f"{_TOLD[naming]}: {listed(some)}" for naming, some in by_naming.items() if some)
    reason = f"Of {len(heard)} heard, {told}." if len(heard) > 1 else f"{told[0].upper()}{told[1:]}."
    cited = named if verdict is Verdict.SUPPORTED else [one for one in heard if one not in named]
    return Finding(claim.id, __name__, verdict, reason, passages(article, (one.words for one in cited)))

"""Is the act as far on, as sure and as final as the source has it?

Supported when the source tells the act with the same status, or one from which it follows: told as so in its own
voice, found or confirmed by somebody, or decided where the claim says planned.
Misleading when the claim tells it as further on: an aim as done, an allegation as fact, a draft as final, “is
considering” as “will”, or without the condition it hangs on, or without the voice that the source leaves it to.
Contradicted when the source tells that it is not so, or that somebody denies it.
Unsettled when the source tells no such act, or tells it of another one or of something else; when it leaves open
whether it is so, tells only half of it, or tells it in a way that does not compare.

Cannot tell: whether both speak of one and the same act beyond the words beside it, where the source names nobody who
does it or only a pronoun; whether the speaker of the source is
right, and what is meant where the small model that divides the sentences gets one wrong.

Source: implicative verbs (Karttunen, Language 47, 1971) and event factuality (Saurí and Pustejovsky, FactBank 2009);
the words lie in checks/reading/slots/implicatives.py, which status_is_consistent reads too.
"""

from checks.case.nouns import Claim, Document, Finding, Passage, Verdict
from checks.reading.anchors import anchor_at
from checks.reading.slots.status import overstated


def check(claim: Claim, *, statement: str, source: Document) -> Finding:
    """Holds the act of `statement` against the paragraphs of `source` that tell it, with both phrases side by side."""
    text = source.words
    judged = [(at, overstated(statement, part)) for at, part in _paragraphs(text)]
    told = [(at, one) for at, one in judged if one.claimed is not None]
    if not told:
        reason = "The source, as kept here, tells no such act."
        return Finding(claim.id, __name__, Verdict.UNSETTLED, reason, [source])
    verdicts = {one.verdict for _, one in told}
    order = [Verdict.CONTRADICTED, Verdict.SUPPORTED, Verdict.MISLEADING, Verdict.UNSETTLED]  # one may tell it as so
    verdict = next(verdict for verdict in order if verdict in verdicts)
    at, found = next((at, one) for at, one in told if one.verdict is verdict)
    evidence: Document | Passage = source
    if found.stated is not None:
        evidence = Passage(source, anchor_at(text, at + found.stated.start, at + found.stated.end))
    return Finding(claim.id, __name__, found.verdict, found.reason, [evidence])


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """The paragraphs with where each begins."""
    found, at = [], 0
    for part in text.split("\n"):
        if part.strip():
            found.append((at, part))
        at += len(part) + 1
    return found

"""Are these the words of the source, in this order, with nothing changed?

Supported when the words stand in the source: letter for letter once the typography of both sides is made alike, or
honestly edited, with an ellipsis or brackets that keep the sense, another capital, spelling or short form. What was
edited, and what an ellipsis hides, is told.
Misleading when the source has the words in another form: some changed, added or left out, put in another order, in
another tense or mood, joined from two places, given an ending of the quoter's own, or with the *not*, the condition or
the subject hidden by an ellipsis or turned by brackets; and when the words stand in another document of those given.
Contradicted when a change adds or takes a negation, or puts one number in the place of another.
Unsettled when the source has no words like these.

Cannot tell: who said the words, or whether the source heard them right. Where only excerpts of a source are kept,
words that are missing from them may stand elsewhere in it. An honest ellipsis and a dishonest one are told apart by
the words of negation and condition in it and by the grammar of the sentence, which a parser proposes; a fragment is
taken as it is, and the words right around it are shown.

Source: the rule that nothing between quotation marks is altered (AP Stylebook, "quotations in the news"); both sides
are made alike step by step (Unicode NFC and ligatures, quotation marks, hyphens, white space, words cut at line ends,
tags), then compared word by word.
"""

from collections.abc import Sequence

from checks.case.errors import Ambiguous, Unfit
from checks.case.nouns import Claim, Document, Evidence, Finding, Passage, Verdict
from checks.reading.anchors import anchor_at
from checks.reading.quoting import Quoted, compared

_CONTRADICTING = ("negation dropped", "negation added", "number changed")


def check(claim: Claim, *, quotation: str, source: Document, others: Sequence[Document] = ()) -> Finding:
    """Looks for the words of `quotation` in the words of `source`, and only if it has none like them in `others`.

    The reason shows the words found, and names each change with the words on both sides, never as a percentage. Raises
    `Unfit` for a quotation without words.
    """
    if not any(map(str.isalnum, quotation)):
        raise Unfit("the quotation has no words: state in `quotation` what stands between the marks")
    answer = compared(quotation, source.words, others={other.id: other.words for other in others})
    reason = " ".join(answer.reason.split())
    if answer.result == "absent":
        return Finding(
            claim.id,
            __name__,
            Verdict.UNSETTLED,
            "The source, as kept here, has no words like these.",
            [source, *others],
        )
    if answer.result != "altered":
        return Finding(claim.id, __name__, Verdict.SUPPORTED, reason, [_passage(source, answer)])
    kinds = {change.kind for change in answer.changes}
    if "other document" in kinds:
        return Finding(claim.id, __name__, Verdict.MISLEADING, reason, [source, *others])
    # Brackets and an ellipsis are there to be seen; words changed in silence are not.
    silent = kinds & set(_CONTRADICTING) and "brackets change the sense" not in kinds
    verdict = Verdict.CONTRADICTED if silent else Verdict.MISLEADING
    return Finding(claim.id, __name__, verdict, reason, [_passage(source, answer)])


def _passage(source: Document, answer: Quoted) -> Evidence:
    """The stretch of the source that holds the words; the source itself where they stand far apart."""
    start, end = min(span[0] for span in answer.found), max(span[1] for span in answer.found)
    if end - start > 3 * sum(stop - begin for begin, stop in answer.found) + 200:
        start, end = max(answer.found, key=lambda span: span[1] - span[0])
    try:
        return Passage(source, anchor_at(source.words, start, end))
    except Ambiguous:
        return source

"""Are these the words of the source, in this order, with nothing changed?

Supported when the words stand in one paragraph of the source, marks and capitals apart; what an ellipsis leaves out
is shown.
Misleading when the source has the words in another form: some changed, added or left out, run together from two
places, or with a *not* hidden by an ellipsis or put in between brackets. Other words that turn the sense (*refused*)
are shown, and left to the reader.
Contradicted when a change adds or takes a negation, or puts one number in the place of another.
Unsettled when the source has no words like these.

Cannot tell: who said the words, or whether the source heard them right. Where only excerpts of a source are kept,
words that are missing from them may stand elsewhere in it.

Source: the rule that nothing between quotation marks is altered (AP Stylebook, "quotations in the news"); both sides
are made alike step by step (Unicode NFC, case, quotation marks, hyphens, white space), then compared word by word.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Document, Finding, Passage, Verdict
from checks.reading.anchors import anchor_at
from checks.reading.wording import Change, Runs, Word, changes, in_order, nearest, negation, paragraphs_of, turns, words

GAP = re.compile(r"\[[^\]]*\]|(?:\.\s?){3,}|…")  # an ellipsis, or the quoter's own [words]
FEW, LONG = 4, 5  # fewer shared words than FEW must have a LONG one among them: "of the" is no form of "of course"


def check(claim: Claim, *, quotation: str, source: Document) -> Finding:
    """Looks for the words of `quotation` in the words of `source`, paragraph by paragraph.

    The reason shows the words found, and each difference as words for words, never as a percentage. Raises `Unfit`
    for a quotation without words.
    """
    pieces = [piece for part in GAP.split(quotation) if (piece := words(part))]
    if not pieces:
        raise Unfit("the quotation has no words: state in `quotation` what stands between the marks")
    text = source.words
    paragraphs = paragraphs_of(text)
    for paragraph in paragraphs:
        runs = in_order(pieces, paragraph)
        if runs:
            return _as_quoted(claim, quotation, text, paragraph, runs, source)
    if in_order(pieces, words(text)):
        reason = "The words stand in the source, but in two places that the quotation runs together."
        return Finding(claim.id, __name__, Verdict.MISLEADING, reason, [source])
    return _like_it(claim, quotation, text, paragraphs, source)


def _as_quoted(
    claim: Claim, quotation: str, text: str, paragraph: Sequence[Word], runs: Runs, source: Document
) -> Finding:
    """The finding where every piece stands in one paragraph."""
    hidden = [text[paragraph[a].end : paragraph[b].start].strip(" ,;") for (_, a), (b, _) in pairwise(runs)]
    own = [words_ for gap in GAP.findall(quotation) if words(words_ := gap.strip("[] ."))]
    turned = any(negation(part) for part in [*hidden, *own])
    reason = "The words stand in the source as quoted"
    if any(hidden):
        reason += f", and the gap hides {', '.join(f'“{part}”' for part in hidden if part)}"
    if own:
        reason += f"; {', '.join(f'[{part}]' for part in own)} is the quoter's own"
    found = anchor_at(text, paragraph[runs[0][0]].start, paragraph[runs[-1][1]].end)
    verdict = Verdict.MISLEADING if turned else Verdict.SUPPORTED
    return Finding(claim.id, __name__, verdict, f"{reason}.", [Passage(source, found)])


def _like_it(
    claim: Claim, quotation: str, text: str, paragraphs: Sequence[Sequence[Word]], source: Document
) -> Finding:
    """The finding where the source has the words in another form, or not at all."""
    quoted = GAP.sub(" ", quotation)
    needle = words(quoted)
    places = [
        (place[2], paragraph[place[0] : place[1]]) for paragraph in paragraphs if (place := nearest(needle, paragraph))
    ]
    edits, run = min(places, key=lambda place: place[0], default=(len(needle), ()))
    shared = {word.text for word in run} & {word.text for word in needle}
    same = len(needle) - edits
    if same < max(2, len(needle) / 2) or (same < FEW and max(map(len, shared)) < LONG):
        return Finding(
            claim.id, __name__, Verdict.UNSETTLED, "The source, as kept here, has no words like these.", [source]
        )
    as_found = text[run[0].start : run[-1].end]
    differences: list[Change] = changes(as_found, quoted)
    turned = turns(as_found, quoted) or any(change.turns for change in differences)
    verdict = Verdict.CONTRADICTED if turned else Verdict.MISLEADING
    reason = f"The source has “{as_found}”; the quotation has {', '.join(map(str, differences))}."
    return Finding(claim.id, __name__, verdict, reason, [Passage(source, anchor_at(text, run[0].start, run[-1].end))])

"""Do these words stand in the source, and does the source give them to this person or body?

Supported when the source has the words, verbatim or honestly edited, and gives them to the one named: by name, by a
surname or a pronoun that stands for it, by the post held, or, for a body, by its spokesperson or in its own name.
Misleading when the source gives words like these to the one named, but not these: they were altered; and when the one
named only told what another had said, or is said not to have said it.
Contradicted when the source gives the words to another.
Unsettled when the source has no words like these, or names nobody for them.

Cannot tell: whether the source heard right, or whether the words were really spoken. A surname, a pronoun or “the
minister” is taken for the last one that it fits.

Source: the attribution of quotations by their cue, as in PARC 3.0 and PolNeAR (Pareti, A database of attribution
relations, LREC 2012; Newell et al., An attribution relations corpus for political news, LREC 2018).
"""

from checks.case.errors import Ambiguous, Unfit
from checks.case.nouns import Claim, Document, Evidence, Finding, Passage, Verdict
from checks.reading.anchors import anchor_at
from checks.reading.quoting import Quoted, compared
from checks.reading.quoting.speaking import Given, given_to


def check(claim: Claim, *, quotation: str, speaker: str, source: Document) -> Finding:
    """Looks for the words of `quotation` in `source`, and for whom the source gives them to.

    A body's own document, by its publisher, speaks for the body where the words are given to nobody else in it. Raises
    `Unfit` for a quotation without words or a speaker without a name.
    """
    if not any(map(str.isalnum, quotation)) or not any(map(str.isalnum, speaker)):
        raise Unfit("state in `quotation` the words between the marks, and in `speaker` whose they are")
    answer = compared(quotation, source.words)
    if answer.result == "absent":
        reason = "The source, as kept here, has no words like these."
        return Finding(claim.id, __name__, Verdict.UNSETTLED, reason, [source])
    told = given_to(source.words, _together(source.words, answer))
    if not told.speaker:
        own = Given(source.publisher, source.publisher, text=source.words)
        if not source.publisher or own.stands(speaker) != "same":
            reason = f"The source names nobody who said “{_one_line(quotation)}”."
            return Finding(claim.id, __name__, Verdict.UNSETTLED, reason, [source])
        told = own
    verdict, reason = _judged(answer, told, speaker)
    return Finding(claim.id, __name__, verdict, reason, [_passage(source, answer)])


def _judged(answer: Quoted, told: Given, speaker: str) -> tuple[Verdict, str]:
    who = told.speaker if told.described in ("", told.speaker) else f"{told.described} ({told.speaker})"
    stands = told.stands(speaker)
    if stands == "other" and told.within and Given(told.within, told.within, text=told.text).stands(speaker) == "same":
        return Verdict.MISLEADING, f"The source has {told.within} tell what {who} said."
    if stands == "other":
        return Verdict.CONTRADICTED, f"The source gives the words to {who}, not to {speaker}."
    if stands == "unknown":
        return Verdict.UNSETTLED, f"The source gives the words to {who}; that this is {speaker} it does not tell."
    if told.denied:
        return Verdict.MISLEADING, f"The source gives the words to {who}, but in the words “{told.denied}”."
    if answer.result == "altered":
        return Verdict.MISLEADING, f"The source gives them to {who}, in another form: {_one_line(answer.reason)}"
    manner = "" if told.direct else ", as reported speech"
    return Verdict.SUPPORTED, f"The source gives the words to {who}{manner}. {_one_line(answer.reason)}"


def _together(text: str, answer: Quoted) -> tuple[tuple[int, int], ...]:
    """The words found; of altered ones that stand in two paragraphs, the longest stretch tells whose they are."""
    apart = "\n" in text[min(span[0] for span in answer.found) : max(span[1] for span in answer.found)]
    if answer.result != "altered" or not apart:
        return answer.found
    return (max(answer.found, key=lambda span: span[1] - span[0]),)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _passage(source: Document, answer: Quoted) -> Evidence:
    start, end = min(span[0] for span in answer.found), max(span[1] for span in answer.found)
    try:
        return Passage(source, anchor_at(source.words, start, end))
    except Ambiguous:
        return source

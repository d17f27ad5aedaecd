"""Did the one named take it as the claim says, and was it this that they answered?

Supported when the source has that one react in that way, on the day of what is answered or later.
Misleading when the source has the reaction before what it is said to answer, or a milder one (will study it, voiced
concern).
Contradicted when the source has the one named react in the opposite way, or answer where they are said to be silent.
Unsettled when the source has no reaction of the one named, or several that differ, or none that is dated, and when
they declined to say anything to it: they may have spoken elsewhere.

Cannot tell: whether the reaction was sincere; whether an undated page was written before or after; and whether two
things of one day are the same thing.

Source: the duty to put a charge to the person and to report the answer fairly (IPSO Editors' Code, clause 1; SPJ Code
of Ethics, “diligently seek subjects of news coverage”); the words lie in checks/reading/reactions.py.
"""

from collections.abc import Sequence
from typing import Literal

from checks.case.nouns import Claim, Document, Fact, Finding, Passage, Register, Verdict, When, facts_among, when
from checks.reading.named.bodies import same_body
from checks.reading.names import among
from checks.reading.reactions import Reaction, reactions
from checks.reading.wording import spaced

Way = Literal["criticised", "praised", "defended", "denied", "confirmed", "would not say"]
ANY_DAY = When.span(None, None)
AGAINST = {
    "criticised": {"praised", "defended"}, "praised": {"criticised"}, "defended": {"criticised"},
    "denied": {"confirmed"}, "confirmed": {"denied"},
    "would not say": {"criticised", "praised", "defended", "denied", "confirmed"},
}  # fmt: skip


def check(
    claim: Claim,
    *,
    speaker: str,
    reaction: Way,
    passages: Sequence[Passage | Fact | Document],
    answers: When | Fact = ANY_DAY,
    registers: Sequence[Register] = (),
) -> Finding:
    """Looks in `passages` for how `speaker` took it. `answers` is the day of what is answered, if that is stated.

    A fact is dated by its `at`, other words by the day on which they were published. What a body publishes itself is
    its own. `registers` lend other names.
    """
    also = {known: others for register in registers for known, others in register.also_called.items()}
    names = [speaker]
    for known, others in also.items():
        names += [known, *others] if among(speaker, [known, *others], {}) else []
    found: list[tuple[Reaction, When | None, Passage | Fact | Document]] = []
    for one in passages:
        document = _document(one)
        own = same_body(speaker, document.publisher, also) == "same"
        words = spaced(one.words if isinstance(one, Document) else one.quoted)
        day = one.at if isinstance(one, Fact) and one.at else document.published
        found += [(reacted, day, one) for reacted in reactions(words, names, own)]
    answered = when(answers)
    late = [one for one in found if answers is ANY_DAY or (one[1] and one[1].before(answered) == "no")]
    early = [one for one in found if answers is not ANY_DAY and one[1] and one[1].before(answered) == "yes"]
    kinds, earlier = {one[0].kind for one in late}, {one[0].kind for one in early}
    against = kinds & AGAINST[reaction]
    if reaction in kinds and not against:
        verdict = Verdict.SUPPORTED
    elif against and reaction not in kinds:
        verdict = Verdict.CONTRADICTED
    elif not against and ("reserved" in kinds or reaction in earlier):
        verdict = Verdict.MISLEADING
    else:
        verdict = Verdict.UNSETTLED
    told = "; ".join(dict.fromkeys(f"“{one.said}” ({day.words() if day else 'no date'})" for one, day, _ in found))
    reason = f"The claim has {speaker} answer so: {reaction}; found: {told or 'no reaction of theirs'}"
    if answers is not ANY_DAY and found:
        reason += f"; what is answered is of {answered.words()}"
    cited = [passage for _, _, passage in found] or [*passages]
    return Finding(claim.id, __name__, verdict, f"{reason}.", [*cited, *facts_among(answers)])


def _document(one: Passage | Fact | Document) -> Document:
    if isinstance(one, Document):
        return one
    return one.passage.document if isinstance(one, Fact) else one.document

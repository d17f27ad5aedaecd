"""The quoted words of a claim, and whom it gives them to, against the passage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.reading.parts import Paragraph, Quotation
from checks.reading.quoting import compared
from checks.reading.quoting.speaking import given_to
from checks.reading.slots.matching import name_of
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.sides import Side
from checks.reading.slots.words import names_alike
from checks.reading.speech.quotations import quotations_in

_MARKS = "“”\"„«»‘’'"
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|(?<!\w)‘(.+?)’(?!\w)|(?<!\w)'(.+?)'(?!\w)")
_RELATIONS = {
    "verbatim": Relation.AGREE, "edited": Relation.AGREE, "altered": Relation.CONFLICT, "absent": Relation.NOT_STATED,
}  # fmt: skip


def quoted_slots(claim: Side, passage: Side) -> tuple[list[Slot], set[int]] | None:
    """Slots for the words between quotation marks and for their speaker, and the tokens of the claim they took."""
    slots: list[Slot] = []
    taken: set[int] = set()
    told = _told(claim)
    for match in _QUOTED.finditer(claim.text):
        words = next(group for group in match.groups() if group)
        given = next((one for one in told if one.start < match.end() and match.start() < one.end), None)
        speaker = given.speaker.exact if given and given.speaker else ""
        found = compared(words, passage.text)
        stated = " … ".join(passage.text[start:end] for start, end in found.found)
        relation = _RELATIONS[found.result]
        slots.append(Slot("words", words, stated, relation, found.reason))
        taken |= {token.i for token in claim.tokens(match.start(), match.end())}
        if given and given.speaker and given.cue:
            slots.append(_speaker(speaker, found.found, relation, passage))
            for part in (given.speaker, given.cue):
                taken |= {token.i for token in claim.tokens(part.start, part.end)}
    return (slots, taken) if slots else None


def _speaker(speaker: str, spans: Sequence[tuple[int, int]], words: Relation, passage: Side) -> Slot:
    """Whether the passage gives the words to the one that the claim gives them to."""
    if not words.stated and words is not Relation.CONFLICT:
        return Slot("says", speaker, "", Relation.NOT_STATED)
    told = given_to(passage.text, spans)
    stands = told.stands(speaker.split(",")[0])
    if stands == "same" or (told.speaker and _is_them(told.speaker, speaker, passage)):
        return Slot("says", speaker, told.speaker, Relation.AGREE)
    if stands == "other":
        return Slot("says", speaker, told.speaker, Relation.CONFLICT, f"the passage gives them to “{told.speaker}”")
    why = f"the passage gives them to “{told.speaker}”" if told.speaker else "the passage does not say who said so"
    return Slot("says", speaker, told.speaker, Relation.NARROWER if told.speaker else Relation.NOT_STATED, why)


def _is_them(source: str, speaker: str, passage: Side) -> bool:
    """Whether the passage's “she” or “the minister” is the claim's speaker, by what the passage says before."""
    if source[:1].isupper() and not source.lower().startswith(("the ", "he", "she", "it", "they")):
        return False
    for token in passage.doc:
        if token.text and source.endswith(token.text) and token.pos_ in ("PRON", "NOUN"):
            named = [one for one in passage.mentions.of(token) if one.pos_ == "PROPN"]
            alike = [names_alike(speaker.split(",")[0], name_of(one), "person") for one in named]
            if any(one and one.stated for one in alike) or (token.pos_ == "PRON" and not named):
                return True
    return False


def _told(claim: Side) -> list[Quotation]:
    spans = [(sentence.start_char, sentence.end_char) for sentence in claim.doc.sents]
    found, _ = quotations_in(claim.text, [Paragraph(0, len(claim.text), claim.text, "body")], spans)
    return [one for one in found if one.kind in ("direct", "mixed")]

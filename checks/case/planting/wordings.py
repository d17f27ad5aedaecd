"""Faults and harmless twins in words: quotations, names and sentences, of the claim and of the source that it rests on.

Each makes the claim false by itself: the source's words are then not the article's, or say less, or the contrary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from checks.case.errors import CaseError
from checks.case.nouns import Document, Fact, Finding, Passage, When, anchor_in
from checks.case.planting.asked import Asked
from checks.case.planting.values import Planted
from checks.reading.dates import dates_in
from checks.reading.faults import dates, numbers, quotations, words
from checks.reading.faults.parts import Changed, TwinKind
from checks.reading.names import plain

Others = Mapping[str, Sequence[str]]


def faults_in_words(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    """Those for the checks that compare words. `others` are the values that other claims assert, by name."""
    for plant in _FAULTS.get(asked.name, ()):
        yield from plant(asked, finding, others)


def twins_of_words(asked: Asked, finding: Finding) -> Iterator[Planted]:
    """The same words in other typography, with the date in another form, or with a number written otherwise."""
    for twin in _TWINS.get(asked.name, ()):
        yield from twin(asked, finding)


def knows_words(check: str) -> bool:
    """Whether any fault of words is known for a check."""
    return check in _FAULTS


# -------------------------------------------------------------------------------------------------- what the claim says


def _quotation(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    """The article's quotation altered; the source stays as it was."""
    text = asked.text("quotation")
    changed = [
        *quotations.altered(text), *words.not_dropped(text), *numbers.changed_numbers(text),
        *numbers.swapped_units(text), *words.turned_round(text),
    ]  # fmt: skip
    for one in changed:
        yield _by_words(one, "`quotation` of the claim", asked.asserting("quotation", one.text))


def _name(name: str) -> Callable[[Asked, Finding, Others], Iterator[Planted]]:
    """Somebody else named in the article; the source gives it to whom it gave it."""

    def plant(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
        text = asked.text(name)
        named = any(plain(text).removeprefix("the ") in plain(document.words) for document in asked.documents())
        for other in others.get(name, ()) if named else ():  # of a body's own paper nobody else's words are known
            if _another(other, text):
                one = Changed("a name swapped", text, other, other)
                yield _by_words(one, f"`{name}` of the claim", asked.asserting(name, other))

    return plant


def _says(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    """What the claim says changed, against a passage that states every part of it as it was."""
    text = asked.claim.says
    passage = " ".join(document.words[start:end] for document, start, end in _cited(asked, finding))
    stated = [one for one in (*_in_sentence(text), *words.turned_round(text)) if _is_in(one, passage)]
    for one in (*stated, *words.not_dropped(text), *words.hedge_dropped(text)):
        yield _by_words(one, "what the claim says", asked.saying(one.text))


def _statement(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    text = asked.text("statement")
    for one in (*words.hedge_dropped(text), *words.not_dropped(text)):
        yield _by_words(one, "`statement` of the claim", asked.asserting("statement", one.text))


def _reaction(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    contrary = {"criticised": "praised", "praised": "criticised", "denied": "confirmed", "confirmed": "denied"}
    was = asked.text("reaction")
    if was in contrary:
        one = Changed("told the other way round", was, contrary[was], contrary[was])
        yield _by_words(one, "`reaction` of the claim", asked.asserting("reaction", contrary[was]))


# ------------------------------------------------------------------------------------------------ what the source says


def _quoted_source(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    """The source's words changed where the article quotes them: an article that had altered them."""
    for document, start, end in _segments(asked, finding):
        text = document.words[start:end]
        changed = [
            *quotations.altered(text), *words.not_added(text), *words.qualifier_added(text),
            *numbers.changed_numbers(text), *numbers.swapped_units(text), *words.turned_round(text),
        ]  # fmt: skip
        for one in _in_source(asked, document, start, end, changed):
            # What the source has now, and what the article has, are both the words that differ.
            yield replace(one, said=(one.was,)) if one.becomes and one.was else one


def _source_name(name: str) -> Callable[[Asked, Finding, Others], Iterator[Planted]]:
    """Somebody else named in the source, wherever it named the one of the claim."""

    def plant(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
        text = asked.text(name)
        for document in asked.documents():
            for other in others.get(name, ()):
                if _another(other, text):
                    changed = words.swapped_name(document.words, text, other)
                    yield from _in_source(asked, document, 0, len(document.words), changed)

    return plant


def _passage(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    """A passage that says other than the claim, or less."""
    for document, start, end in _cited(asked, finding):
        text = document.words[start:end]
        changed = [one for one in (*_in_sentence(text), *words.turned_round(text)) if _is_in(one, asked.claim.says)]
        if len(_VERB.findall(text)) < 2 and not re.search(r"[;:]|[.!?]\s", text):  # one act, which is the claim's
            changed += [
                *words.not_added(text), *words.not_dropped(text), *words.hedge_added(text), *words.step_taken_back(text)
            ]  # fmt: skip
        yield from _in_source(asked, document, start, end, changed)


def _telling(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    """The words by which the source tells it, turned into their opposite."""
    for document, start, end in _told(asked, finding):
        text = document.words[start:end]
        yield from _in_source(asked, document, start, end, words.turned_round(text))


def _marks(asked: Asked, finding: Finding, others: Others) -> Iterator[Planted]:
    """A quotation of the article that never ends."""
    for one in quotations.mark_dropped(asked.claim.words.exact):
        yield _by_words(one, "the article", asked.worded(one.text))


# -------------------------------------------------------------------------------------------------------------- twins


def _quotation_alike(asked: Asked, finding: Finding) -> Iterator[Planted]:
    text = asked.text("quotation")
    where = "`quotation` of the claim"
    for form in quotations.alike(text):
        yield _twin("another way to write it", where, text, form, asked.asserting("quotation", form))


def _source_alike(asked: Asked, finding: Finding) -> Iterator[Planted]:
    for document, start, end in _cited(asked, finding):
        text = document.words[start:end]
        for form in quotations.source_alike(text):
            found = _put(asked, document, start, end, form)
            if found:
                yield _twin("another way to write it", f"`{document.id}`", text, form, found)


def _says_alike(asked: Asked, finding: Finding) -> Iterator[Planted]:
    text = asked.claim.says
    for kind, form in _forms(text):
        yield _twin(kind, "what the claim says", text, form, asked.saying(form))


def _passage_alike(asked: Asked, finding: Finding) -> Iterator[Planted]:
    for document, start, end in _cited(asked, finding):
        text = document.words[start:end]
        forms = _forms(text)
        forms += [("another way to write it", one) for one in quotations.source_alike(text)]
        for kind, form in forms:
            found = _put(asked, document, start, end, form)
            if found:
                yield _twin(kind, f"`{document.id}`", text, form, found)


def _marks_alike(asked: Asked, finding: Finding) -> Iterator[Planted]:
    text = asked.claim.words.exact
    for form in quotations.source_alike(text)[:1]:
        yield _twin("another way to write it", "the article", text, form, asked.worded(form))


_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|may|might|does|did)\b")
_FAULTS: dict[str, Sequence[Callable[[Asked, Finding, Others], Iterator[Planted]]]] = {
    "quotation_is_verbatim": (_quotation, _quoted_source),
    "speaker_said_it": (_quotation, _quoted_source, _name("speaker"), _source_name("speaker")),
    "passage_supports": (_says, _passage),
    "status_is_not_overstated": (_statement, _telling),
    "organisation_is_right": (_name("organisation"), _source_name("organisation")),
    "reaction_is_right": (_reaction, _telling),
    "quotations_are_balanced": (_marks,),
}
_TWINS: dict[str, Sequence[Callable[[Asked, Finding], Iterator[Planted]]]] = {
    "quotation_is_verbatim": (_quotation_alike, _source_alike),
    "speaker_said_it": (_quotation_alike, _source_alike),
    "passage_supports": (_says_alike, _passage_alike),
    "status_is_not_overstated": (_passage_alike,),
    "organisation_is_right": (_passage_alike,),
    "reaction_is_right": (_passage_alike,),
    "quotations_are_balanced": (_marks_alike,),
}


def _is_in(one: Changed, text: str) -> bool:
    """Whether the words that are changed stand on the other side too: what it says less exactly may still be so."""
    if one.kind == "told the other way round" and re.search(rf"\b{re.escape(one.was)}\b", one.text):
        return False  # it stands there twice, and one of the two may be of something else
    if one.kind == "a date moved":
        return When.parse(one.was) in dates_in(text)
    return bool(re.search(rf"(?<![\w.,]){re.escape(one.was)}(?!\w)", text, re.IGNORECASE))


def _in_sentence(text: str) -> list[Changed]:
    """Dates, numbers and units of a sentence changed."""
    found = [*numbers.changed_numbers(text), *numbers.swapped_units(text)]
    for day in dates_in(text):
        for other in dates.moved(day):
            new = dates.restated(text, day, other)
            found.append(Changed("a date moved", day.words(), other.words(), new))
    return [one for one in found if one.text != text]


def _forms(text: str) -> list[tuple[TwinKind, str]]:
    found: list[tuple[TwinKind, str]] = []
    for day in dates_in(text):
        standing = next((form for form in dates.full_forms(day) if form in text), "")
        for form in dates.full_forms(day) if standing else ():
            if form != standing and " " in form:  # prose has no 2031-01-09
                found.append(("another date format", text.replace(standing, form)))
    return found


def _cited(asked: Asked, finding: Finding) -> list[tuple[Document, int, int]]:
    """The places in the documents that the finding rests on, as they were passed; of a whole document, all of it."""
    found = []
    for document in asked.documents():
        for piece in finding.evidence:
            of = piece if isinstance(piece, Document) else piece.document if isinstance(piece, Passage) else None
            of = piece.passage.document if isinstance(piece, Fact) else of
            if of is None or of.id != document.id or document.text is None:
                continue
            anchor = anchor_in(piece.ref) if isinstance(piece, Passage) else None
            anchor = (document.id, piece.passage.anchor) if isinstance(piece, Fact) else anchor
            span = anchor[1].find(document.words) if anchor else (0, len(document.words))
            found.append((document, *span))
    return found


def _segments(asked: Asked, finding: Finding) -> list[tuple[Document, int, int]]:
    """Where the parts of the quotation between its ellipses stand: what they leave out is nobody's words."""
    parts = [part.strip() for part in re.split(r"…|\.{3}|\[[^\]]*\]", asked.text("quotation")) if part.strip()]
    found = []
    for document, start, end in _cited(asked, finding):
        within = document.words[start:end]
        places = [within.lower().find(part.lower()) for part in parts]
        whole = len(parts) < 2 or min(places) < 0
        found += [(document, start, end)] if whole else [
            (document, start + at, start + at + len(part)) for at, part in zip(places, parts, strict=True)
        ]  # fmt: skip
    return found


def _told(asked: Asked, finding: Finding) -> list[tuple[Document, int, int]]:
    """The words of the documents that the reason quotes: it is they that decide."""
    found = []
    for document in asked.documents():
        for words_ in re.findall(r"“([^”]+)”", finding.reason):
            if document.words.count(words_) == 1:
                at = document.words.index(words_)
                found.append((document, at, at + len(words_)))
    return found


def _in_source(
    asked: Asked, document: Document, start: int, end: int, changed: Sequence[Changed]
) -> Iterator[Planted]:  # fmt: skip
    for one in changed:
        found = _put(asked, document, start, end, one.text)
        if found:
            yield _by_words(one, f"`{document.id}`", found)


def _put(asked: Asked, document: Document, start: int, end: int, text: str) -> Asked | None:
    try:
        return asked.in_document(document, start, end, text)
    except CaseError:
        return None  # what was quoted of it would stand there twice


def _by_words(one: Changed, where: str, asked: Asked) -> Planted:
    day = When.parse(one.becomes) if one.kind == "a date moved" else None
    return Planted(one.kind, where, one.was, one.becomes, asked, when=day, by_words=True)


def _twin(kind: TwinKind, where: str, was: str, becomes: str, asked: Asked) -> Planted:
    return Planted(kind, where, was, becomes, asked, by_words=True)


def _another(name: str, than: str) -> bool:
    """Whether a name is surely somebody else's: no word of weight in common."""
    return not set(plain(name).split()) & (set(plain(than).split()) - {"the", "of", "for", "to"})

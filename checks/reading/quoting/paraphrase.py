"""Whether a sentence of the source says with other words what a quotation says: the mark of a translation back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.reading.quoting.sense import content, negations, numbers
from checks.reading.quoting.texts import Text
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 30_000  # words; a longer source is not searched for a paraphrase
_CANDIDATES = 3
_FEWEST, _SHARE = 3, 0.5  # so many of the telling words on either side must have their like on the other
_STEM = 4  # letters with which two words of one family begin alike: island, islanders
_TELLING = ("NOUN", "VERB", "ADJ", "ADV", "PROPN")
_EMPTY = listed("be have do say tell will would can could may also very more so too even then now just")


def paraphrased(quotation: Text, source: Text) -> tuple[int, int] | None:
    """The first and last word of the sentence of the source that the quotation seems to give in other words.

    At least half of the telling words of each must be in the other, as they are, by a common root or as recorded
    synonyms, with the same numbers and names and as many negations. None where there is no such sentence, or no parser.
    """
    words = [word for word in quotation.words if content(word)]
    if len(words) < _FEWEST or len(quotation) > 80 or len(source) > _LONGEST:
        return None
    stems = {word[:_STEM] for word in words}
    scored = sorted(
        (
            (-len(stems & {word[:_STEM] for word in source.words[first : last + 1] if content(word)}), first, last)
            for first, last in source.sentences()
            if len(quotation) <= 2.5 * (last - first + 1) and last - first + 1 <= 2.5 * len(quotation) + 6
        )
    )[:_CANDIDATES]
    return next(((first, last) for _, first, last in scored if _says(quotation, source, first, last)), None)


def _says(quotation: Text, source: Text, first: int, last: int) -> bool:
    """Whether a sentence has the like of enough of the quotation's telling words."""
    from checks.reading.slots.parsed import parsed

    words = source.words[first : last + 1]
    if numbers(quotation.words) != numbers(words) or negations(quotation.words) % 2 != negations(words) % 2:
        return False
    try:
        ours, theirs = _telling(parsed(quotation.plain)), _telling(parsed(source.shown(first, last)))
    except CaseError:
        return False
    left, matched = list(theirs), 0
    for token in ours:
        like = next((other for other in left if _alike(token, other)), None)
        if like is not None:
            left.remove(like)
            matched += 1
    names = [token for token in ours if token.pos_ == "PROPN"]
    if any(not any(name.lower_ == other.lower_ for other in theirs) for name in names):
        return False
    return matched >= max(_FEWEST, _SHARE * len(ours), _SHARE * len(theirs))


def _telling(doc: Doc) -> list[Token]:
    return [t for t in doc if t.pos_ in _TELLING and t.lemma_.lower() not in _EMPTY and t.is_alpha]


def _alike(one: Token, other: Token) -> bool:
    from checks.reading.slots.parts import Relation
    from checks.reading.slots.words import likeness

    ours, theirs = one.lemma_.lower(), other.lemma_.lower()
    if ours == theirs or (min(len(ours), len(theirs)) >= _STEM and ours[:_STEM] == theirs[:_STEM]):
        return True
    return likeness(ours, theirs, one.tag_) in (Relation.AGREE, Relation.WIDER, Relation.NARROWER) or (
        likeness(theirs, ours, other.tag_) in (Relation.AGREE, Relation.WIDER)
    )

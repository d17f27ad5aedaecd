"""Quotations that a copy alters within their marks, makes of words that nobody quoted, or gives to somebody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checks.reading.copies.drift_sides import Side
from checks.reading.quoting.comparing import compared
from checks.reading.quoting.texts import Text, text_of
from checks.reading.slots.names_alike import names_alike
from checks.reading.slots.parts import Relation

_SHARED = 0.4  # the share of their words that two quotations must have in common for one to be made of the other
_FEW = 3  # words: a shorter one is a term or a nickname, and is told only beside what it was made from


def changed_quotations(first: Side, copy: Side) -> list[tuple[int, str, str]]:
    """What is altered between marks: the place in the copy, the words of the first, the words of the copy.

    A quotation cut short, cut in two by its attribution, or made of words that the first has without marks is no
    change while its words are kept. One whose words the first has nowhere is told with nothing beside it.
    """
    found = []
    whole = _stretches(first)
    for part in copy.quoted:
        words = _bare(part.exact)
        told = text_of(words).words
        if len(told) < 2 or _stands(told, first.words):
            continue
        if compared(words, first.reading.text).result in ("verbatim", "edited"):
            continue
        was = _nearest(told, whole)
        if was or len(told) > _FEW:
            found.append((part.start, was, words))
    return found


def changed_speakers(first: Side, copy: Side) -> list[tuple[int, str, str]]:
    """Who is said to say the same words, where the copy names one person and the first another."""
    ours = [(text_of(_bare(first.reading.text[a:b])), who) for a, b, who in _speakers(first)]
    found = []
    for start, end, who in _speakers(copy):
        told = text_of(_bare(copy.reading.text[start:end])).words
        others = [other for words, other in ours if len(told) > _FEW and _stands(told, words)]
        if others and all(names_alike(who, other, "person") is Relation.CONFLICT for other in others):
            found.append((start, others[0], who))
    return found


def _speakers(side: Side) -> Iterator[tuple[int, int, str]]:
    """Each stretch between marks whose speaker is a named person, with the fullest form of the name."""
    names = [(one.start, one.end, one.of or one.exact) for one in side.reading.names if one.kind == "person"]
    for said in side.reading.quotations:
        who = said.speaker
        if said.kind == "direct" and who:
            inside = [name for start, end, name in names if who.start <= start and end <= who.end]
            for part in said.quoted if len(inside) == 1 else ():
                yield part.start, part.end, inside[0]


def _stretches(side: Side) -> list[tuple[str, list[str]]]:
    """What stands between marks, and each sentence of it, with its words."""
    found = []
    for part in side.quoted:
        bare = _bare(part.exact)
        text = text_of(bare)
        found.append((bare, text.words))
        spans = list(text.sentences())
        if len(spans) > 1:
            found += [(text.plain_slice(a, b), text.words[a : b + 1]) for a, b in spans]
    return found


def _bare(exact: str) -> str:
    return " ".join(exact.strip("\"'“”„‟«»‹›‘’` \n").split())


def _stands(words: list[str], text: Text) -> bool:
    return bool(text.occurrences(words, most=1))


def _nearest(words: list[str], whole: list[tuple[str, list[str]]]) -> str:
    """The stretch between marks that shares most words with a quotation; empty if none shares enough."""
    mine = Counter(words)
    shares = [2 * sum((mine & Counter(other)).values()) / (len(words) + len(other)) for _, other in whole]
    best = max(range(len(whole)), key=lambda n: (shares[n], -n), default=-1)
    return whole[best][0] if best >= 0 and shares[best] >= _SHARED else ""

"""Proposals: what reading finds checkable in an article, as entries of `claims.yaml` that nobody has accepted yet.

They are written line for line as the desk writes them, and cover no words until a person takes their line
`proposed: yes` out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from checks.case.asking import parsed
from checks.case.catalogue import assertable
from checks.case.claims import ARTICLE, START, read_claims
from checks.case.editing import as_fields, as_words
from checks.case.entries import written
from checks.case.errors import CaseError
from checks.case.nouns import Anchor, Claim, Document
from checks.evidence.written import read_yaml
from checks.reading.anchors import anchor_at
from checks.reading.pieces import Piece, pieces_of

if TYPE_CHECKING:
    from checks.reading.article import Reading

_NEAR = 300  # characters around a piece, within which its words must become unlike all others
_WORDS_OF_ID = 5
_LONGEST_ID = 50
# Words that tell nothing in an id.
_LITTLE = frozenset(
    (
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "from", "and", "or", "that", "which",
        "who", "is", "are", "was", "were", "be", "been", "has", "have", "had", "it", "its", "this", "as", "said",
    )
)  # fmt: skip


def proposed_claims(article: Document, reading: Reading) -> str:
    """The text of a new `claims.yaml` in which all that `reading` finds checkable is proposed, in its order.

    What the desk would refuse is left out: words that cannot be told apart from their other places, and of what a
    piece asserts the values that no check can read.
    """
    lines, ids = list[str](), set[str]()
    for piece in pieces_of(reading):
        anchor = _anchor(article.words, piece)
        if anchor is None or not piece.says.strip():
            continue
        id = _id(anchor.exact, ids)
        claim = Claim(id, anchor, piece.says, piece.speaker, _readable(piece.asserts))
        entry = written(as_fields(claim, as_words(anchor), proposed=True), "  ", "\n")
        if _is_accepted(entry, article):
            lines.append(entry)
            ids.add(id)
    return START.replace("claims: []", "claims:\n" + "\n\n".join(lines)) if lines else START


def _anchor(text: str, piece: Piece) -> Anchor | None:
    """The anchor of a piece; None where its words stand elsewhere too, with the same words far around them."""
    around = text[max(0, piece.start - _NEAR) : piece.end + _NEAR]
    if text.find(around) != text.rfind(around):
        return None
    anchor = anchor_at(text, piece.start, piece.end)
    return anchor if anchor.find(text) == (piece.start, piece.end) else None


def _readable(asserts: Mapping[str, str]) -> dict[str, str]:
    """What is asserted, without the values that no check could read."""
    known, read = assertable(), dict[str, str]()
    for name, value in asserts.items():
        try:
            if name in known and value.strip() and not value.startswith("="):
                parsed(known[name], value, name)
                read[name] = value
        except CaseError:
            continue  # reading finds more kinds of figures than a check compares
    return read


def _is_accepted(entry: str, article: Document) -> bool:
    try:
        read_claims(read_yaml(START.replace("claims: []", f"claims:\n{entry}"), "claims.yaml"), article, assertable())
    except CaseError:
        return False
    return True


def _id(words: str, taken: Collection[str]) -> str:
    """An id from the telling words of a piece, with a number behind it where another has it."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    every = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])[’'`](?=s\b)|(?<=\d),(?=\d)", "", plain))
    telling = [word for word in every if word not in _LITTLE] or every or ["claim"]
    stem = "-".join(telling[:_WORDS_OF_ID])[:_LONGEST_ID].strip("-")
    id, number = stem, 2
    while id in taken or id == ARTICLE:
        id, number = f"{stem}-{number}", number + 1
    return id

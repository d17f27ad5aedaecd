"""The words of a quotation beside the words of its source, every difference marked; and each change in a table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from checks.case.cards import Card
from checks.case.errors import Unfit
from checks.case.nouns import Claim, Document, Passage
from checks.case.summary import frame
from checks.reading.quoting import Quoted, compared
from checks.reading.quoting.parts import Mark, Piece

if TYPE_CHECKING:
    import pandas

COLUMNS = ["in the article", "in the source", "what was done"]
TOLD = {
    "verbatim": "the words of the source, unchanged",
    "edited": "the words of the source, edited and shown to be",
    "altered": "not the words of the source",
    "absent": "the source, as kept here, has no words like these",
}
# A word beside each mark, since colour alone tells nothing to many; and a tag that shows where no style does.
_WORDS: dict[Mark, str] = {"dropped": "dropped", "added": "added", "hidden": "left out"}
_TAGS: dict[Mark, str] = {"dropped": "del", "added": "ins", "hidden": "small"}
_COLOURS: dict[Mark, str] = {"dropped": "#ffebe9", "added": "#dafbe1", "hidden": "#eaeef2"}


def wording(quoted: Claim | str, source: Document | Passage) -> Card:
    """Source and article in two lines, what was dropped, added or left out marked in them by a word and by a colour.

    `quoted` is the quotation, or a claim that asserts one. What differs is what `quotation_is_verbatim` finds.
    """
    words, found = _compared(quoted, source)
    sides = {"The source": _source(found.pieces), "The article": _article(found.pieces, words)}
    if not found.pieces:
        sides = {"The article": [("same", words)]}
    head = f"{found.result}: {TOLD[found.result]}"
    text = "\n".join([head, *(f"{name}: {' '.join(map(_told, pieces))}" for name, pieces in sides.items())])
    rows = "".join(
        f'<div style="margin:.4em 0"><b>{name}</b><br>{" ".join(map(_marked, pieces))}</div>'
        for name, pieces in sides.items()
    )  # lines and no table: a telephone breaks them where it must
    style = "border-left:4px solid #57606a;padding:.1em .8em;max-width:50em"
    return Card(text, f'<div class="tex2jax_ignore mathjax_ignore" style="{style}"><b>{escape(head)}</b>{rows}</div>')


def wording_table(quoted: Claim | str, source: Document | Passage) -> pandas.DataFrame:
    """Each change: the words of the article, those of the source, and what kind of change it is. No rows, no change."""
    _, found = _compared(quoted, source)
    rows = [dict(zip(COLUMNS, (one.quoted, one.source, one.kind), strict=True)) for one in found.changes]
    return frame(rows, COLUMNS)


def _compared(quoted: Claim | str, source: Document | Passage) -> tuple[str, Quoted]:
    words = quoted if isinstance(quoted, str) else quoted.asserts.get("quotation", "")
    if not any(map(str.isalnum, words)) or words.startswith("="):
        of = "" if isinstance(quoted, str) else f"`{quoted.id}` asserts no `quotation` of its own: "
        raise Unfit(f"{of}pass the words between the quotation marks")
    return words, compared(words, source.words if isinstance(source, Document) else source.quoted)


def _source(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece[0] != "added"]


def _article(pieces: Sequence[Piece], quoted: str) -> list[Piece]:
    """The pieces of the article's line; what an ellipsis hides is the ellipsis there."""
    gap: list[Piece] = [("same", "…")] if "…" in quoted or "..." in quoted else []
    return [one for piece in pieces for one in (gap if piece[0] == "hidden" else [piece]) if piece[0] != "dropped"]


def _told(piece: Piece) -> str:
    mark, words = piece
    return words if mark == "same" else f"[{_WORDS[mark]}: {words}]"


def _marked(piece: Piece) -> str:
    mark, words = piece
    if mark == "same":
        return escape(words)
    tag, style = _TAGS[mark], f"background-color:{_COLOURS[mark]};color:#1f2328;padding:0 .2em"
    return f'<{tag} style="{style}">{escape(words)}</{tag}> <small>({_WORDS[mark]})</small>'

"""What comes out of comparing a quotation with its source. Offsets are code points of the source, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

from checks.reading.quoting.shown import as_html, as_text

Kind = Literal[
    "word changed", "words left out", "words inserted", "negation dropped", "negation added", "number changed",
    "tense changed", "modality changed", "order changed", "invented ending", "invented beginning",
    "ellipsis hides a negation", "ellipsis hides a condition", "ellipsis hides the subject",
    "brackets change the sense", "joined from two places", "other speaker", "other document", "round trip suspected",
]  # fmt: skip
Result = Literal["verbatim", "edited", "altered", "absent"]
Mark = Literal["same", "dropped", "added", "hidden"]
Piece = tuple[Mark, str]

_SIGNS: dict[str, tuple[str, str]] = {
    "same": ("", ""), "dropped": ("[-", "-]"), "added": ("{+", "+}"), "hidden": ("[~", "~]"),
}  # fmt: skip
_TAGS: dict[str, str] = {"dropped": "del", "added": "ins", "hidden": "small"}


@dataclass(frozen=True)
class Alteration:
    """One thing that was done to the source's words; `quoted` or `source` is empty where a side has no words."""

    kind: Kind
    quoted: str
    source: str

    def __str__(self) -> str:
        if self.kind in ("invented ending", "invented beginning", "words inserted") or not self.source:
            return f"{self.kind}: “{self.quoted}” is not in the source"
        if self.kind.startswith("ellipsis"):
            return f"{self.kind}: “{self.source}”"
        if not self.quoted:
            return f"{self.kind}: “{self.source}” left out"
        return f"{self.kind}: “{self.quoted}” for “{self.source}”"


@dataclass(frozen=True, repr=False)
class Quoted:
    """How a quotation stands to its source.

    `steps` are the steps of normalisation without which it would not stand in the source as it does, and what was
    edited honestly; `found` are the spans of the source that hold its words; `pieces` is the source beside the
    quotation, word for word: kept, dropped from the source, added to it, or hidden by an ellipsis.
    """

    result: Result
    changes: tuple[Alteration, ...]
    steps: tuple[str, ...]
    found: tuple[tuple[int, int], ...]
    reason: str
    pieces: tuple[Piece, ...] = ()

    @property
    def side_by_side(self) -> str:
        """Source and quotation in one line: `[-left out-]`, `{+put in+}` and, under an ellipsis, `[~hidden~]`."""
        return " ".join(f"{_SIGNS[mark][0]}{words}{_SIGNS[mark][1]}" for mark, words in self.pieces)

    @property
    def html(self) -> str:
        """The same as HTML, escaped: `<del>` and `<ins>` with the same signs, so that no colour is needed."""
        told = []
        for mark, words in self.pieces:
            opening, closing = _SIGNS[mark]
            text = escape(f"{opening}{words}{closing}")
            told.append(f"<{_TAGS[mark]}>{text}</{_TAGS[mark]}>" if mark in _TAGS else text)
        return " ".join(told)

    def __repr__(self) -> str:
        return as_text(self)

    def _repr_html_(self) -> str:
        return as_html(self)

"""What the faults that are planted have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "a date moved", "a number changed", "a unit swapped", "“not” dropped", "a name swapped", "a qualifier dropped",
    "notified for effective", "a quotation altered", "told the other way round",
]  # fmt: skip
TwinKind = Literal["another date format", "another way to write it", "a recorded synonym", "a rounding that was said"]


@dataclass(frozen=True)
class Changed:
    """A text with one thing changed: the words that stood there, and those that stand there now; either may be none."""

    kind: Kind | TwinKind
    was: str
    becomes: str
    text: str


def put(text: str, start: int, end: int, words: str) -> str:
    """The text with other words in the place of those from `start` to `end`, and no doubled space where none are."""
    before, after = text[:start], text[end:]
    if not words and (not before or before[-1].isspace()):
        after = after.lstrip(" ")
    return f"{before}{words}{after}"


def once(found: Sequence[Changed], text: str) -> list[Changed]:
    """Those that differ from the text and from each other."""
    return list({one.text: one for one in found if one.text != text}.values())

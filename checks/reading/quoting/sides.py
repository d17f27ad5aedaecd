"""A quotation divided at its ellipses and brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from checks.reading.quoting.texts import Text

_LETTERS = re.compile(r"\[(\w{1,4})\](?=[^\W\d_])|(?<=[^\W\d_])\[(\w{1,4})\]")
_GAP = re.compile(
    r"[\[(]\s*(?:(?:\.\s?){2,}|…)\s*[\])]|(?:\.\s?){3,}|…+|(?<!\w)\.\.(?!\w)|\*\s\*\s\*|\[([^\[\]]{0,300})\]"
)
_JOINER = "\u2060"  # in the place of a bracket around letters of a word, so that no offset moves
_ASIDES = re.compile(
    r"(?i)(?:sic|sic!|laughs?|laughter|laughing|applause|cheers|cheering|pauses?|sighs?|smiles?|inaudible"
    r"|crosstalk|unintelligible"
    r"|emphasis (?:added|mine|in (?:the )?original)|my emphasis|our emphasis|translated|translation|crying|weeps"
    r"|crowd cheers|gestures|shrugs|nods)"
)
_MOST_GAPS = 40  # more than these are no ellipses of a quotation


@dataclass(frozen=True)
class Gap:
    """What stands between two pieces of a quotation: an ellipsis, the quoter's own words in brackets, or both."""

    ellipsis: bool
    own: tuple[str, ...]


@dataclass(frozen=True)
class Sides:
    """A quotation: its words, the pieces of them (first, last+1), and the gap before each piece and after the last."""

    raw: str
    text: Text
    pieces: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...]
    adjusted: frozenset[int]  # the words of which letters stand in brackets: [T]he, want[ed]


def divided(quoted: str) -> Sides:
    """The pieces of a quotation between its ellipses and brackets; `[T]he` is one word, `[laughs]` is none."""
    raw = _LETTERS.sub(lambda found: f"{_JOINER}{found[1] or found[2]}{_JOINER}", quoted)
    marks = list(_GAP.finditer(raw))
    if len(marks) > _MOST_GAPS:
        marks = []
    blank = raw
    for mark in marks:
        blank = blank[: mark.start()] + " " * (mark.end() - mark.start()) + blank[mark.end() :]
    text = Text(blank)
    pieces: list[tuple[int, int]] = []
    gaps: list[Gap] = []
    at, ellipsis, own = 0, False, list[str]()
    for found in [*marks, None]:
        end = bisect_left(text.starts, found.start()) if found else len(text)
        if end > at:
            gaps.append(Gap(ellipsis, tuple(own)))
            pieces.append((at, end))
            at, ellipsis, own = end, False, []
        if found is None:
            break
        if found[1] is None:
            ellipsis = True
        elif found[1].strip() and not _ASIDES.fullmatch(found[1].strip()):
            own.append(" ".join(found[1].split()))
    gaps.append(Gap(ellipsis, tuple(own)))
    adjusted = frozenset(n for n in range(len(text)) if _JOINER in raw[text.starts[n] : text.ends[n]])
    return Sides(raw, text, tuple(pieces), tuple(gaps), adjusted)

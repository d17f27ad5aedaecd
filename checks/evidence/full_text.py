"""SQLite's full-text search: which words are asked of it, and where in a text those that it found stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

OPEN, CLOSE = "\x02", "\x03"  # marks around what was found; no text that is kept has them
_WORD = re.compile(r"[^\W_]+")
# Words that are in everything, so that they find nothing.
_COMMON = frozenset(
    "a an and are as at be been but by for from had has have he her his in is it its of on or she that the their they "  # noqa: SIM905
    "this to was were which who will with would not said says".split()
)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, each once, without those that stand in everything."""
    return [word for word in dict.fromkeys(_WORD.findall(text.lower())) if word not in _COMMON]


def any_of(words: Iterable[str]) -> str:
    """The question for texts with any of these words. Nothing in a word is obeyed: it is quoted."""
    return " OR ".join('"' + word.replace('"', '""') + '"' for word in words)


def marked(shown: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text and the places of its matched words, from a text with marks around them."""
    spans, parts, at = [], [], 0
    for part in re.split(f"([{OPEN}{CLOSE}])", shown):
        if part == OPEN:
            spans.append((at, at))
        elif part == CLOSE:
            spans[-1] = (spans[-1][0], at)
        else:
            parts.append(part)
            at += len(part)
    return "".join(parts), tuple(spans)

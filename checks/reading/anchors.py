"""The shortest anchor that marks a place in a text, and no other."""

from __future__ import annotations

import re

from checks.case.errors import Ambiguous
from checks.case.nouns import Anchor


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The words from `start` to `end` (code points), with as few whole words around them as make them unique.

    Raises `Ambiguous` only where the text before and after leaves no difference, as in a text that repeats itself.
    """
    exact = text[start:end]
    if text.find(exact) == text.rfind(exact):
        return Anchor(exact)
    before = [0, *(m.start() for m in re.finditer(r"\S+\s*", text[:start]))][::-1]
    after = [*(m.end() for m in re.finditer(r"\s*\S+", text[end:])), len(text) - end]
    for words in range(max(len(before), len(after)) + 1):
        prefix = text[before[min(words, len(before)) - 1] : start] if words else ""
        suffix = text[end : end + after[min(words, len(after)) - 1]] if words else ""
        for anchor in (Anchor(exact, prefix, ""), Anchor(exact, "", suffix), Anchor(exact, prefix, suffix)):
            whole = anchor.prefix + exact + anchor.suffix
            if text.find(whole) == text.rfind(whole):
                return anchor
    raise Ambiguous(f"“{exact}” cannot be told apart from its other places: take more words")

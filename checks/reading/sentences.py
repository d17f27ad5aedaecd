"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re

# An abbreviation's full stop, then an opening mark and a capital: sentencex reads on here ("to the U.N. ‘But the ...").
_ABBREVIATION_THEN_QUOTE = re.compile(r"(?:\b[A-Za-z]\.){2,}\s+(?=[‘“\"'](?P<said>[A-Z].*))")
_CLOSING = re.compile(r"[’”\"'](?![A-Za-z])")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, in order, as spans that leave out no character.

    Offsets are Unicode code points, end exclusive; the white space after a sentence belongs to it, and so does a
    paragraph break. The text is split by sentencex; where an abbreviation ends a sentence before a quotation, which
    it misses, we split as well, if the quotation is a sentence of its own.
    """
    from sentencex import get_sentence_boundaries

    cuts = {0}
    # sentencex fails on a no-break space after a capital, so it is given plain ones; no offset moves by that.
    plain = re.sub(r"[^\S\n\r\t ]", " ", text)
    for found in get_sentence_boundaries("en", plain):
        start, end = found["start_index"], found["end_index"]
        cuts.add(start)
        line = text[start:end]
        for match in _ABBREVIATION_THEN_QUOTE.finditer(line):
            if _is_speech(match["said"]):
                cuts.add(start + match.end())
    # A cut before white space alone would make a sentence of nothing.
    starts = [cut for cut in sorted(cuts) if text[cut:].strip() and not text[cut].isspace()] or [0]
    starts[0] = 0
    return list(zip(starts, [*starts[1:], len(text)], strict=True)) if text else []


def _is_speech(said: str) -> bool:
    """Whether what a mark opens is a sentence: it stops before the mark that closes it, or is never closed."""
    closing = _CLOSING.search(said)
    return closing is None or said[: closing.start()].rstrip().endswith((".", "!", "?", "…"))

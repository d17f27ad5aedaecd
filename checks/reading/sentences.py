"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re

from checks.case.when import MONTHS

# An abbreviation's full stop, then an opening mark and a capital: sentencex reads on here ("to the U.N. ‘But the ...").
_ABBREVIATION_THEN_QUOTE = re.compile(r"(?<![\w.])(?:[A-Za-z]\.){2,}\s+(?=[‘“\"'](?P<said>[A-Z]))")
# A month's whole name is no abbreviation, though sentencex takes “May.” for one.
_MONTH_ENDS = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.\s+(?=[A-Z])")
# No sentence ends before these: “8:30 p.m. Wednesday”, “5 p.m. Eastern Time”; nor within an abbreviation: “D-N.Y.”
_HOUR = re.compile(r"\b[ap]\.m\.\s+$")
_OF_AN_HOUR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:Eastern|Central|Mountain|Pacific|Greenwich|British|Atlantic) "
    rf"|(?:[A-Z]{{1,2}}[SDM]?T|UTC)\b|(?:{'|'.join(MONTHS)}) \d"
)
# Titles whose full stop sentencex takes for the end.
_TITLE = re.compile(r"\b(?:Ms|Mx|Messrs|Cllr|Adm|Maj|Det|Insp|Supt|Amb|Atty|Cpl|Pvt|Lieut|Brig)\.\s+$")
_FAR = 5_000
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
        if not _goes_on(text, start):
            cuts.add(start)
        line = text[start:end]
        for match in _ABBREVIATION_THEN_QUOTE.finditer(line):
            if _is_speech(line, match.start("said")):
                cuts.add(start + match.end())
    cuts |= {match.end() for match in _MONTH_ENDS.finditer(text)}
    # A cut before white space alone would make a sentence of nothing.
    starts = [cut for cut in sorted(cuts) if text[cut:].strip() and not text[cut].isspace()] or [0]
    starts[0] = 0
    return list(zip(starts, [*starts[1:], len(text)], strict=True)) if text else []


def _goes_on(text: str, cut: int) -> bool:
    """Whether a sentence runs on over a place where sentencex would cut it."""
    if _HOUR.search(text, max(0, cut - 12), cut) and _OF_AN_HOUR.match(text, cut):
        return True
    if text[cut : cut + 1].isupper() and _TITLE.search(text, max(0, cut - 12), cut):
        return True
    return text[max(0, cut - 1) : cut] == "." and text[max(0, cut - 2)].isupper() and text[cut : cut + 1].isupper()


def _is_speech(line: str, start: int) -> bool:
    """Whether what a mark opens here is a sentence: it stops before the mark that closes it, or is never closed."""
    closing = _CLOSING.search(line, start, start + _FAR)  # a mark further on closes something else
    return closing is None or line[start : closing.start()].rstrip().endswith((".", "!", "?", "…"))

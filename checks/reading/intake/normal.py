"""A text without its typography: plain line ends, spaces and words, with a map back to the text as given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checks.reading.intake.markdown import emphasis, front_matter, marks

if TYPE_CHECKING:
    from checks.reading.intake.incoming import Form

Edit = tuple[int, int, str]  # start and end in the text before, and what stands there after

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HIGH = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what Windows-1252 makes of the bytes 80 to BF
_CHARACTERS = re.compile(
    r"(?P<nothing>\xad[ \t]*(?:\r\n|[\r\n])[ \t]*(?=\w)"  # a soft hyphen at a line's end: one word
    r"|[\0-\x08\x0e-\x1f\x7f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+)"
    r"|(?P<newline>\r\n|[\r\v\f\x85\u2028\u2029])"
    r"|(?P<space>[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<ligature>[ﬀ-ﬆ])"
    r"|(?P<hyphen>[\u2010\u2011])"
    r"|(?P<half>[\ud800-\udfff])"  # half of a character: no text at all, and no library takes it
    rf"|(?P<twice>[ÂÃ][{_HIGH}]|[âã][{_HIGH}][{_HIGH}])"  # UTF-8 that was read as Windows-1252 once before
    r"|(?P<accented>[^\W\d_][\u0300-\u036f]{1,9})"
)
_PUT = {"newline": "\n", "space": " ", "hyphen": "-", "half": "\ufffd"}
_ODD = re.compile(
    r"[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u1680\u180e\u2000-\u2011\u2028-\u202f\u205f-\u206f\u3000\ufb00-\ufb06\ufeff\ud800-\udfffÂÃâã]"
)
_SPACED_OUT = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){4,}(?!\S)")
_ITEM = re.compile(r"[ \t]*(?:[-*•‣▪]|\(?\d{1,2}[.)])[ \t]")
_CUT_WORD = re.compile(r"(?:^|(?<=[\s(\[“‘\"'—–/-]))([^\W_]+)[-\xad]$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_COMPOUND = re.compile(r"(?<![^\W_])[^\W_]+-[^\W_]+")
# A hyphen after or before these is the word's own, not the typesetter's.
_HYPHENATED_FIRST = """
    all cross ex eight eighty fifty five forty four full half high long low mid nine ninety old one part post pre pro
    self semi seven seventy short six sixty so ten then thirty three twenty two vice well year
"""
_HYPHENATED_LAST = """
    backed based century day foot free hour in inch led like long made mile minute month old page person point related
    run size sized style term to week wide year
"""
_OWN_HYPHEN = frozenset(_HYPHENATED_FIRST.split()), frozenset(_HYPHENATED_LAST.split())
_NARROWEST, _WIDEST = 28, 130  # characters in a line that somebody wrapped
_BREAKS_NEEDED = 3  # fewer line breaks of a like kind could be chance
_MOST_ROUNDS = 12  # marks within marks within marks


class Normal:
    """A text as the rest of the reading sees it; `span` tells which words of the text as given it was made from."""

    def __init__(self, text: str, steps: tuple[_Step, ...]) -> None:
        self.text, self._steps = text, steps

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where words of this text stand in the text as given, every character included that took part in them.

        Offsets are code points, end exclusive, in `text` and in the answer.
        """
        for step in reversed(self._steps):
            start, end = step.back(start, end)
        return start, end


def normal(text: str, form: Form = "text") -> Normal:
    """The text without its typography; normalising what it gives once more changes nothing.

    Line ends become `\\n`, odd spaces plain ones; what has no width is dropped; ligatures and separate accents are
    mended; marks of emphasis go, and in Markdown all marks and the front matter; lines that were wrapped are joined to
    paragraphs, with the words cut at their ends. Quotation marks and dashes stay as they are.
    """
    steps: list[_Step] = []
    if form == "markdown" and (body := front_matter(text)[1]):
        steps.append(_Step(text, [(0, body, "")]))
        text = steps[-1].text
    for _ in range(_MOST_ROUNDS):
        before = len(steps)
        for edits in (_characters, _marks, _letters, _wraps):
            found = list(edits(text, form))
            if found:
                steps.append(_Step(text, found))
                text = steps[-1].text
        if len(steps) == before:
            break
    return Normal(text, tuple(steps))


class _Step:
    """Edits made to a text, and the way back from the text after to the text before."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._starts, self._edits, pieces, at, length = [0], [(0, 0, 0)], list[str](), 0, 0
        for start, end, put in edits:
            pieces += [text[at:start], put]
            length += start - at
            self._starts.append(length)
            length += len(put)
            self._edits.append((start, end, length))
            at = end
        pieces.append(text[at:])
        self.text = "".join(pieces)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text before that a span of the text after was made from."""
        first = self._character(start)[0]
        return first, self._character(end - 1)[1] if end > start else first

    def _character(self, at: int) -> tuple[int, int]:
        old_start, old_end, new_end = self._edits[bisect_right(self._starts, at) - 1]
        return (old_start, old_end) if at < new_end else (old_end + at - new_end, old_end + at - new_end + 1)


def _characters(text: str, form: Form) -> Iterator[Edit]:
    if not _ODD.search(text):
        return
    for found in _CHARACTERS.finditer(text):
        kind, put = found.lastgroup, ""
        if kind == "accented":
            put = unicodedata.normalize("NFC", found[0])
            if put == found[0]:
                continue
        elif kind == "twice":
            put = _read_rightly(found[0])
            if put == found[0]:
                continue
        elif kind != "nothing":
            put = _PUT.get(str(kind)) or _LIGATURES[found[0]]
        yield found.start(), found.end(), put


def _read_rightly(signs: str) -> str:
    data = b"".join(sign.encode("latin-1" if sign <= "\xff" else "cp1252") for sign in signs)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return signs


def _marks(text: str, form: Form) -> Iterator[Edit]:
    return marks(text) if form == "markdown" else emphasis(text) if form == "text" else iter(())


def _letters(text: str, form: Form) -> Iterator[Edit]:
    for found in _SPACED_OUT.finditer(text) if form == "pdf" else ():
        yield found.start(), found.end(), found[0].replace(" ", "")


def _wraps(text: str, form: Form) -> Iterator[Edit]:
    """The line ends inside paragraphs. A PDF's paragraphs were told by its layout; else the lines must show it."""
    lines, breaks, at = text.split("\n"), list[tuple[int, int]](), 0
    if len(lines) < 2:
        return
    for number, line in enumerate(lines[:-1]):
        at += len(line) + 1
        after = lines[number + 1]
        if line.strip() and after.strip() and not _ITEM.match(after):
            breaks.append((number, at))
    joined = breaks if form == "pdf" else [] if form == "html" else _wrapped(lines, breaks)
    words: Counter[str] | None = None
    for number, at in joined:
        line, after = lines[number].rstrip(), lines[number + 1]
        start, end = at - 1 - (len(lines[number]) - len(line)), at + len(after) - len(after.lstrip())
        cut, on = _CUT_WORD.search(line), _FIRST_WORD.match(after.lstrip())
        if not cut or not on:
            yield start, end, " "
            continue
        if words is None:
            words = Counter(map(str.lower, [*_COMPOUND.findall(text), *_FIRST_WORD.findall(text)]))
        kept = line[: cut.start()].endswith("-") or not on[0][0].islower() or _has_own_hyphen(cut[1], on[0], words)
        yield (start if kept else start - 1), end, ""


def _has_own_hyphen(first: str, last: str, words: Counter[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word: the other words of the text tell, else the two halves."""
    first, last = first.lower(), last.lower()
    if f"{first}-{last}" in words or not first.isalpha() or first in _OWN_HYPHEN[0] or last in _OWN_HYPHEN[1]:
        return True
    # Each half has been counted once where the word was cut.
    return f"{first}{last}" not in words and all(len(half) > 2 and words[half] > 1 for half in (first, last))


def _wrapped(lines: list[str], breaks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of the breaks that somebody's line width made, not the end of a paragraph or of a line of verse."""
    if not breaks:
        return []
    lengths = sorted(len(lines[number]) for number, _ in breaks)
    width = lengths[len(lengths) * 9 // 10]
    running = [(number, at) for number, at in breaks if lines[number + 1].lstrip()[0].islower()]
    if not _NARROWEST <= width <= _WIDEST:
        return []
    if len(running) < _BREAKS_NEEDED or len(running) < 0.4 * len(breaks):
        return [(n, at) for n, at in running if len(lines[n]) >= _NARROWEST and lines[n].rstrip()[-1] not in ".!?:;"]
    full, lower = 0.85 * width, set(running)
    return [
        (number, at)
        for number, at in breaks
        if (number, at) in lower
        or _CUT_WORD.search(lines[number].rstrip())
        or (
            len(lines[number]) + 1 + len(lines[number + 1].split(maxsplit=1)[0]) > full and not _indented(lines, number)
        )
    ]


def _indented(lines: list[str], number: int) -> bool:
    """Whether the next line is set in, as the first of a paragraph is."""
    here, after = lines[number], lines[number + 1]
    return len(after) - len(after.lstrip()) >= len(here) - len(here.lstrip()) + 2

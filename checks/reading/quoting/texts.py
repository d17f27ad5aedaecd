"""A text as a row of words: each made alike for comparing, with the place where it stood."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from html import unescape
from itertools import accumulate, pairwise

from checks.reading.speech.cues import listed

# One character for another, so that no offset moves.
_SPACES = "\t\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys("\v\f\x85\u2028\u2029", "\n"),
    }
)  # fmt: skip
# What stands inside a word and is no part of it: a separate accent, a soft hyphen, a sign without width.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_LINE_END = r"[-\u00ad][ ]{0,9}\r?\n[ ]{0,9}(?=[a-zà-ÿﬀ-ﬆ])"  # a word cut where a line ended
_WORD = re.compile(
    r"(?P<plain>[a-zA-Z]+)(?=[ ,;:!?\n])"  # by far the most words, so tried first
    r"|(?:(?<![^\s(\"'])-)?[$£€]?\d+(?:[.,:]\d+)*[a-zA-Z]{0,2}(?![^\W_])|%"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|[^\W_]+(?:(?:{_LINE_END}|[{_INSIDE}]+|'(?=[^\W_]))[^\W_]*)*"
)
_NOT_A_SIGN = re.compile(rf"[{_INSIDE}]|-?[ ]{{0,9}}\r?\n[ ]{{0,9}}")
_GROUPED = re.compile(r"(-?)([$£€]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
_TAG = re.compile(
    r"<(?:!--.{0,2000}?--|/?([a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,500})?/?)>|&(?:#\w{1,7}|[a-zA-Z]{2,8});", re.DOTALL
)
_BLOCKS = listed("p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr td th table section article header footer")
_PARAGRAPH = re.compile(r"\n[ \r]*\n\s*|(?<=[.!?:\"'])[ ]*\n(?=\s*[\"'(\[]?[A-Z])")
_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]{0,3}\s+(?=[\"'(\[]{0,2}[A-Z0-9])|[;:]\s*\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|gen|sen|rep|gov|lt|col|sgt|capt|no|vs|jr|sr|inc|etc|jan|feb|aug|sept|oct|nov"
    r"|dec)|\b[A-Za-z])\.$",
    re.IGNORECASE,
)
_SHORTENED = {
    "won't": ["will", "not"],
    "can't": ["can", "not"],
    "cannot": ["can", "not"],
    "shan't": ["shall", "not"],
    "ain't": ["is", "not"],
}
_ENDINGS = {"'ll": "will", "'ve": "have", "'re": "are", "'m": "am", "'d": "'d", "'s": "'s"}
_OPENING = re.compile(r"\"|(?<![^\s(])'")
_CLOSING = re.compile(r"\"|'(?![^\W_])")
_NEAR = 4000  # characters in which the ends of a sentence are looked for


class Text:
    """A text and its words. `words[i]` stood at `raw[starts[i]:ends[i]]`; a contraction is two words in one place."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.html = bool(_TAG.search(raw))
        plain, self._shifts = _without_tags(raw) if self.html else (raw, [])
        self.plain = plain.translate(ALIKE)
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._read()

    def _read(self) -> None:
        words, starts, ends = self.words, self.starts, self.ends
        for found in _WORD.finditer(self.plain):
            word = found[0]
            start, end = found.span()
            if found.lastindex == 1 and word != "cannot":
                words.append(word.lower())
                starts.append(start)
                ends.append(end)
                continue
            for part in _compared(word):
                words.append(part)
                starts.append(start)
                ends.append(end)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def joined(self) -> str:
        """All words with one space around each, to be searched."""
        return f" {' '.join(self.words)} "

    @cached_property
    def _offsets(self) -> list[int]:
        return list(accumulate((len(word) + 1 for word in self.words), initial=0))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            found.setdefault(word, []).append(at)
        return found

    def occurrences(self, needle: list[str], most: int = 60, first: int = 0, last: int | None = None) -> list[int]:
        """The indices between `first` and `last` at which these words stand one after the other, the first `most`."""
        wanted = f" {' '.join(needle)} "
        end = len(self.joined) if last is None or last >= len(self.words) else self._offsets[max(last, 0)] + 1
        at = self.joined.find(wanted, self._offsets[min(max(first, 0), len(self.words))], end)
        found: list[int] = []
        while at >= 0 and len(found) < most:
            found.append(bisect_left(self._offsets, at))
            at = self.joined.find(wanted, at + 1, end)
        return found

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from `first` to `last`, both included, stand in the text as given."""
        return self.given(self.starts[first]), self.given(self.ends[last] - 1) + 1

    def given(self, at: int) -> int:
        """The place in the text as given of a place in the text without tags."""
        if not self._shifts:
            return at
        number = bisect_right(self._shifts, (at, len(self.raw))) - 1
        new, old = self._shifts[number] if number >= 0 else (0, 0)
        return min(old + at - new, max(len(self.raw) - 1, 0))

    def shown(self, first: int, last: int) -> str:
        """The words from `first` to `last` as they stand, in one line; empty if there are none."""
        return " ".join(self.plain_slice(first, last).split()) if first <= last else ""

    def plain_slice(self, first: int, last: int) -> str:
        """As `shown`, with the spaces and marks as they were, but the tags taken out."""
        if self.html:
            return unmarked(self.plain[self.starts[first] : self.ends[last]])
        return unmarked(self.raw[self.starts[first] : self.ends[last]])

    def plain_slice_before(self, first: int, most: int) -> str:
        """The words of the sentence, and of the speech, that stand before a word."""
        start = max(self.sentence(first)[0], first - most)
        text = self.plain[self.starts[start] : self.starts[first]] if start < first else ""
        marks = list(_OPENING.finditer(text))
        return text[marks[-1].end() :] if marks else text

    def plain_slice_after(self, last: int, most: int) -> str:
        """The words of the sentence, and of the speech, that stand after a word."""
        end = min(self.sentence(last)[1], last + most)
        text = self.plain[self.ends[last] : self.ends[end]] if end > last else ""
        mark = _CLOSING.search(text)
        return text[: mark.start()] if mark else text

    def between(self, first: int, second: int) -> str:
        """What stands between two words that are beside each other or apart: marks, spaces and words."""
        start = self.ends[first] if first >= 0 else 0
        return self.plain[start : self.starts[second] if second < len(self.words) else len(self.plain)]

    def written(self, at: int) -> str:
        """A word as it is written, with its capitals, its marks made alike."""
        return _NOT_A_SIGN.sub("", unicodedata.normalize("NFKC", self.plain[self.starts[at] : self.ends[at]]))

    def sentence(self, at: int) -> tuple[int, int]:
        """The first and last word of the sentence, within its paragraph, that a word stands in."""
        where = self.starts[at]
        begin = max(0, where - _NEAR)
        cuts = [begin + cut for cut in _breaks(self.plain[begin : where + _NEAR])]
        start = max((cut for cut in cuts if cut <= where), default=begin)
        end = min((cut for cut in cuts if cut > where), default=min(len(self.plain), where + _NEAR))
        return bisect_left(self.starts, start), max(bisect_left(self.starts, end) - 1, at)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The first and last word of each sentence."""
        cuts = [0, *(bisect_left(self.starts, cut) for cut in _breaks(self.plain)), len(self)]
        return ((first, last - 1) for first, last in pairwise(cuts) if last > first)

    def paragraph_breaks(self, first: int, last: int) -> int:
        """How many paragraphs end between two words."""
        return len(_PARAGRAPH.findall(self.plain[max(self.ends[first] - 1, 0) : self.starts[last] + 1]))

    def sentence_breaks(self, first: int, last: int) -> int:
        """How many sentences or paragraphs end between two words."""
        return len(_breaks(self.plain[self.starts[first] : self.starts[last] + 1]))

    def breaks(self, first: int, last: int) -> bool:
        """Whether a sentence, a paragraph or a speech ends or begins between two words."""
        return bool(self.sentence_breaks(first, last)) or '"' in self.plain[self.ends[first] : self.starts[last]]


def _breaks(text: str) -> list[int]:
    """Where a new sentence or paragraph begins in a text, in order."""
    cuts = {found.end() for found in _PARAGRAPH.finditer(text)}
    for found in _SENTENCE.finditer(text):
        if not _ABBREVIATED.search(text[max(0, found.start() - 6) : found.start()]) or '"' in found[0]:
            cuts.add(found.end())
    return sorted(cuts)


@lru_cache(maxsize=4)
def text_of(raw: str) -> Text:
    """The text as a row of words; a source that is asked about again is not divided again."""
    return Text(raw)


def unmarked(text: str) -> str:
    """A text without the signs that have no width."""
    return re.sub(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]", "", text)


def _without_tags(raw: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its tags, entities read; and for each place where that moved the text, (new, old)."""
    pieces, shifts, at, length = [], list[tuple[int, int]](), 0, 0
    for found in _TAG.finditer(raw):
        put = unescape(found[0]) if found[0][0] == "&" else "\n\n" if (found[1] or "").lower() in _BLOCKS else ""
        if put == found[0]:
            continue
        pieces += [raw[at : found.start()], put]
        length += found.start() - at
        shifts.append((length, found.start()))
        length += len(put)
        at = found.end()
        shifts.append((length, at))
    pieces.append(raw[at:])
    return "".join(pieces), shifts


def _compared(word: str) -> list[str]:
    """The words that a written word is compared as."""
    if word == "%":
        return ["percent"]
    word = _NOT_A_SIGN.sub("", unicodedata.normalize("NFKC", word)).casefold()
    if not word:
        return []
    if any(map(str.isdigit, word)):
        number = _GROUPED.fullmatch(word)
        if number:
            whole, part = number[3].replace(",", "").lstrip("0") or "0", (number[4] or "").rstrip("0").rstrip(".")
            return [f"{number[1]}{number[2]}{whole}{part}"]
        return [word]
    if word in _SHORTENED:
        return list(_SHORTENED[word])
    if word.endswith("n't") and len(word) > 3:
        return [word[:-3], "not"]
    for ending, full in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word[: -len(ending)], full]
    return [word]

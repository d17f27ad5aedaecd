"""Captured evidence looked at again: are the bytes still those, and do they still say what was quoted?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checks.case.errors import CaseError
from checks.case.nouns import Capture, Document, Passage, Register
from checks.evidence.captures.characters import cleaned
from checks.evidence.captures.extracting import all_words
from checks.evidence.captures.nearby import Nearby
from checks.evidence.captures.text_kept import NO_WORDS, digest

State = Literal["found in the capture", "ambiguous", "lost", "found in our excerpt only"]
_WORST: tuple[State, ...] = ("lost", "ambiguous", "found in our excerpt only", "found in the capture")
_LEFT_OUT = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]{0,80}\]")
_MOST_SHOWN = 160  # characters of a quotation that a sentence repeats


@dataclass(frozen=True)
class Sighting:
    """How some words of a document were found. `of` is `quotation 2`, or a fact or passage as the record names it;
    `told` is a sentence for the investigator, empty where there is nothing to say."""

    of: str
    words: str
    state: State
    told: str = ""


@dataclass(frozen=True)
class Looked:
    """What a second look at a capture shows: each of its words; faults; and notes, which are none."""

    sightings: tuple[Sighting, ...]
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the bytes are those captured, and no words were lost or ambiguous in them."""
        return not self.faults and not any(one.state in ("lost", "ambiguous") for one in self.sightings)


def looked_at(
    of: Document | Register, data: bytes | None, text: str = "", tools: str = "", passages: Sequence[Passage] = ()
) -> Looked:
    """Are the bytes of a capture those that were captured, and does every passage stand in them, once?

    `data` are the bytes as they lie there now, None where they are not here; `text` is what `tools` find in them, as
    `text_of` returns both. Looked for are the document's block quotations, its facts, and those of `passages` that are
    of it: up to runs of white space, and nothing else is made alike. A fact's or passage's words are found through the
    quotation that they stand in. Of a register, whose rows have other words than its bytes, only these are compared.
    """
    capture = of.capture
    faults, notes = list[str](), list[str]()
    there = capture is not None and data is not None
    if capture is not None and data is not None:
        faults += _bytes(capture, data)
    if isinstance(of, Register):
        found = list[Sighting]()
    else:
        finding = _Finding(text, data) if there and data is not None and text.strip() else None
        found = _sightings(of, finding, passages)
        if finding is None and there:
            notes.append("its bytes have no text that could be searched: what it says must be looked at by eye")
    if capture is not None and there and not faults and (capture.text_sha256 or NO_WORDS) != digest(text):
        whole = not any(one.state in ("lost", "ambiguous") for one in found)
        if tools == capture.tools:
            faults.append(f"its words are now read otherwise, by the same tools ({tools}): look at what was quoted")
        else:
            told = f"its words are now read by {tools}, and come out otherwise than by {capture.tools}"
            (notes if whole else faults).append(told if whole else f"{told}: look at what was quoted")
    return Looked(tuple(found), tuple(faults), tuple(notes))


def _bytes(capture: Capture, data: bytes) -> list[str]:
    if hashlib.sha256(data).hexdigest() == capture.sha256:
        return []
    size = f" ({len(data):,} bytes, and {capture.bytes:,} were captured)" if len(data) != capture.bytes else ""
    return [f"its bytes are not those captured{size}: restore `{capture.file}` from a copy, or capture it again"]


class _Finding:
    """A text with its white space run together, in which quotations are found; a web page's other words, on demand."""

    def __init__(self, text: str, data: bytes) -> None:
        self.flat, self.data = _flat(text), data
        self.near = Nearby(self.flat)
        self._beside: str | None = None

    def find(self, quoted: str) -> tuple[State, str]:
        wanted = _flat(cleaned(quoted))
        times = _times(wanted, self.flat)
        if not times:
            # Headlines, captions, notes and tables can stand beside what is told to be the main text.
            times = _times(wanted, self.beside)
        if times == 1:
            return "found in the capture", ""
        if times:
            return "ambiguous", f"it stands in the capture {times} times: quote more of the words around it"
        return "lost", self._instead(wanted)

    def together(self, words: str) -> int:
        """How many characters of an excerpt, from its beginning, stand in the text as one piece and once, so that the
        place of each quotation tells which one is meant: all of it, or what was kept of the whole text."""
        flat = _flat(cleaned(words))
        if _times(flat, self.flat) == 1:
            return len(words)
        if not flat.startswith(self.flat):
            return 0
        # As far as there are as many signs that are no white space.
        left = len(self.flat.replace(" ", ""))
        for at, sign in enumerate(words):
            left -= not sign.isspace()
            if not left:
                return at + 1
        return 0

    @property
    def beside(self) -> str:
        if self._beside is None:
            self._beside = _flat(all_words(self.data))
        return self._beside

    def _instead(self, wanted: str) -> str:
        texts = [self.near, Nearby(self.beside)] if self.beside else [self.near]
        for text in texts:
            as_is = text.in_form_alone(wanted)
            if as_is:
                return f"it stands in the capture as “{as_is}”: copy it with its own marks and capitals"
        if _LEFT_OUT.search(wanted):
            return "it does not stand in the capture in one piece: put each part in a block quotation of its own"
        near = next(filter(None, (text.to(wanted) for text in texts)), "")
        if near:
            return f"it does not stand in the capture; the nearest words there are “{near}”"
        return "it does not stand in the capture, and nothing like it does: copy the words from the page"


def _sightings(of: Document, finding: _Finding | None, passages: Sequence[Passage]) -> list[Sighting]:
    blocks = _blocks(of.words)
    together = finding.together(of.words) if finding else 0
    found = []
    for number, (start, end) in enumerate(blocks, 1):
        quoted = of.words[start:end]
        state: State = "found in the capture"
        told = ""
        if finding is None:
            state = "found in our excerpt only"
        elif end > together:
            state, told = finding.find(quoted)
        found.append(Sighting(f"quotation {number}", quoted, state, _sentence(quoted, told)))
    anchored = [(fact.ref, fact.passage) for fact in of.facts.values()]
    anchored += [(one.ref, one) for one in passages if one.document.id == of.id]
    return found + [_through(ref, passage, of.words, blocks, found) for ref, passage in anchored]


def _through(
    ref: str, passage: Passage, words: str, blocks: Sequence[tuple[int, int]], quotations: Sequence[Sighting]
) -> Sighting:
    """How an anchor's words are found: as the quotations are that they stand in."""
    try:
        start, end = passage.anchor.find(words)
    except CaseError as error:
        state: State = "lost"
        return Sighting(ref, passage.anchor.exact, state, error.what)
    over = [one for (a, b), one in zip(blocks, quotations, strict=True) if a < end and b > start]
    worst = min(over, key=lambda one: _WORST.index(one.state))
    bad = worst.state in ("lost", "ambiguous")
    told = f"{_named(passage.anchor.exact)}: {worst.of}, in which it stands, is {worst.state}" if bad else ""
    return Sighting(ref, passage.anchor.exact, worst.state, told)


def _blocks(words: str) -> list[tuple[int, int]]:
    """Where each block quotation lies among a document's words."""
    return [found.span() for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", words) if found[0].strip()]


def times_in(text: str, data: bytes, quoted: str) -> int:
    """How often words stand in a capture: in its text, or else in what stands on the page beside it."""
    finding, wanted = _Finding(text, data), _flat(cleaned(quoted))
    return _times(wanted, finding.flat) or _times(wanted, finding.beside)


def _times(wanted: str, flat: str) -> int:
    """How often words stand in a text, overlapping ones too, and never as a part of other words."""
    times, at = 0, flat.find(wanted) if wanted else -1
    while at >= 0 and times < 1000:
        end = at + len(wanted)
        inside = (at and _within(flat[at - 1 : at + 1])) or _within(flat[end - 1 : end + 1])
        times, at = times + (not inside), flat.find(wanted, at + 1)
    return times


def _within(two: str) -> bool:
    """Whether two characters side by side belong to one word."""
    return len(two) == 2 and two[0].isalnum() and two[1].isalnum()


def _flat(text: str) -> str:
    return " ".join(text.split())


def _sentence(quoted: str, told: str) -> str:
    return f"{_named(quoted)}: {told}" if told else ""


def _named(quoted: str) -> str:
    shown = _flat(cleaned(quoted))
    return f"“{shown if len(shown) <= _MOST_SHOWN else shown[:_MOST_SHOWN].rsplit(' ', 1)[0] + ' …'}”"

"""`Anchor`: words in a text that must stand there exactly once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checks.case.errors import Ambiguous, CaseError, Lost


@dataclass(frozen=True)
class Anchor:
    """Words in a text: a W3C TextQuoteSelector that must match exactly once.

    Source: W3C Web Annotation Data Model, 4.2.4. The standard lets a selector mean all its matches; evidence may not.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not self.exact.strip():
            raise CaseError("the anchor has no words: give at least one in `exact`")

    def __str__(self) -> str:
        return f"“{self.exact}”"

    def find(self, text: str) -> tuple[int, int]:
        """Where the words stand, in Unicode code points, end exclusive. Raises `Lost` or `Ambiguous`."""
        places = _places(self.prefix + self.exact + self.suffix, text)
        if not places:
            raise Lost(f"{self} does not stand in the text: copy the words from it, or quote them afresh")
        if len(places) > 1:
            raise Ambiguous(
                f"{self} stands in the text {len(places)} times: add a `prefix` or `suffix` (`checks anchor` finds one)"
            )
        start = places[0] + len(self.prefix)
        return start, start + len(self.exact)

    def kept(self) -> str:
        """How it is written in the record: `“exact”`, or `“⟨prefix⟩exact⟨suffix⟩”`."""
        before, after = (f"⟨{_escaped(part)}⟩" if part else "" for part in (self.prefix, self.suffix))
        return f"“{before}{_escaped(self.exact)}{after}”"


@lru_cache(maxsize=4096)  # the claims of a case are looked for in one article, again after each edit
def _places(words: str, text: str) -> tuple[int, ...]:
    places, start = [], text.find(words)
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    return tuple(places)


def anchor_in(ref: str) -> tuple[str, Anchor] | None:
    """The document and the anchor that a passage's reference names; None if it is another kind of reference."""
    found = _PASSAGE.fullmatch(ref)
    if not found:
        return None
    parts = {name: re.sub(r"\\(.)", r"\1", text or "", flags=re.DOTALL) for name, text in found.groupdict().items()}
    return parts["of"], Anchor(parts["exact"], parts["prefix"], parts["suffix"])


def _escaped(text: str) -> str:
    return re.sub(r"([\\⟨⟩])", r"\\\1", text)  # so that a text with our own brackets in it is read back whole


_TEXT = r"(?:\\.|[^\\⟨⟩])"
_PASSAGE = re.compile(
    rf"(?P<of>[a-z0-9-]+)“(?:⟨(?P<prefix>{_TEXT}*)⟩)?(?P<exact>{_TEXT}+)(?:⟨(?P<suffix>{_TEXT}*)⟩)?”", re.DOTALL
)

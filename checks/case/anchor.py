"""`Anchor`: words in a text that must stand there exactly once."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
        whole, places = self.prefix + self.exact + self.suffix, []
        start = text.find(whole)
        while start >= 0:
            places.append(start + len(self.prefix))
            start = text.find(whole, start + 1)
        if not places:
            raise Lost(f"{self} does not stand in the text: copy the words from it, or quote them afresh")
        if len(places) > 1:
            raise Ambiguous(
                f"{self} stands in the text {len(places)} times: add a `prefix` or `suffix` (`checks anchor` finds one)"
            )
        return places[0], places[0] + len(self.exact)

    def kept(self) -> str:
        """How it is written in the record: `“exact”`, or `“⟨prefix⟩exact⟨suffix⟩”`."""
        before, after = (f"⟨{_escaped(part)}⟩" if part else "" for part in (self.prefix, self.suffix))
        return f"“{before}{_escaped(self.exact)}{after}”"


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

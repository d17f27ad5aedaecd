"""The one small template of a card, and the card of a piece of evidence that stands alone in a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

GREY = "#8c959f"
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # marks that turn round what follows them in a line


class Shown:
    """A passage or a fact: its card has the source's words, what was noted of them, and whose they are."""

    def _repr_html_(self: Any) -> str:
        body = f'<div style="margin:.2em 0">“{escape(" ".join(self.quoted.split()))}”</div>'
        passage = getattr(self, "passage", self)
        whose = f"{link(self.url, self.ref.split('“')[0])} ({self.standing}, {passage.state})"
        return template(GREY, "", body, [whose] if passage is self else [f"Noted: {escape(_noted(self))}", whose])


def template(colour: str, head: str, body: str, lines: Sequence[str]) -> str:
    """A card of HTML already escaped, with inline styles, since a notebook that is not trusted loses all others."""
    shown = "".join(f'<div style="margin:.2em 0">{line}</div>' for line in lines)
    style = f"border-left:4px solid {colour};padding:.1em .8em;max-width:50em"
    # The classes keep two prices in a sentence from being set as a formula.
    return f'<div class="tex2jax_ignore mathjax_ignore" style="{style}">{head}{body}{shown}</div>'


def is_address(url: str) -> bool:
    """Whether this is an address on the web, whole: what breaks off at a blank or a mark leads somewhere else."""
    return url.startswith(("https://", "http://")) and url.isprintable() and not set(url) & set(' <>"\\^`{|}')


def link(url: str, text: str) -> str:
    """Text that leads to a page on the web; of anything but a web address only the text."""
    if url.startswith(("https://", "http://")):
        return f'<a href="{escape(url)}" rel="noopener noreferrer">{escape(text)}</a>'
    return escape(text)


def _noted(fact: Any) -> str:
    when = fact.at.words() if fact.at else ""
    parts = [fact.about, f"{fact.value} {fact.unit}", f"{fact.role or ''} {when}"]
    return ", ".join(part.strip() for part in parts if part.strip())

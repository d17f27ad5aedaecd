"""How suspicions are shown: the words that do not go together side by side, why, and what to ask."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from checks.reading.fitting import EVIDENCE, TO_FILL, needs
from checks.reading.parts import Suspicion, Words

COLOURS = {"certain": "#cf222e", "likely": "#9a6700", "look": "#57606a"}
COLUMNS = ("certainty", "these words", "and these", "why", "to ask")
_CLIP = 160  # characters of a passage; the reading has the place of the whole
_NONE = "No suspicion: no rule found the article at odds with itself, which does not make it right."
_TOLD = "Suspicions are to be asked about; none is a finding."


@dataclass(frozen=True)
class Suspicions:
    """The suspicions about a text, most certain first, to be shown."""

    found: Sequence[Suspicion]
    text: str

    def rows(self) -> list[tuple[str, ...]]:
        """A row of text for each: how certain, the words that do not go together, why, and a line to paste."""
        return [
            (f"{one.certainty}: {one.kind}", *_sides(one.spans), one.reason, to_ask(one, self.text))
            for one in self.found
        ]

    def __repr__(self) -> str:
        if not self.found:
            return _NONE
        told = []
        for number, (what, left, right, why, ask) in enumerate(self.rows(), 1):
            against = f"against {right}" if right else ""
            told += [f"{number}. {what}", *(f"   {line}" for line in (left, against, why, ask) if line)]
        return "\n".join([_TOLD, *told])

    def _repr_html_(self) -> str:
        if not self.found:
            return f"<p>{_NONE}</p>"
        plain = "text-align:left;vertical-align:top"
        head = "".join(f'<th scope="col" style="{plain}">{column}</th>' for column in COLUMNS)
        body = []
        for one, cells in zip(self.found, self.rows(), strict=True):
            bar = f"{plain};border-left:4px solid {COLOURS[one.certainty]}"
            styles = [bar, plain, plain, plain, f"{plain};font-family:monospace"]
            row = (f'<td style="{style}">{escape(cell)}</td>' for style, cell in zip(styles, cells, strict=True))
            body.append(f"<tr>{''.join(row)}</tr>")
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
        return f'<div class="tex2jax_ignore mathjax_ignore"><p>{_TOLD}</p>{table}</div>'


def to_ask(one: Suspicion, text: str) -> str:
    """The line that asks: the check of the whole article, or a trial of the words with what they assert."""
    needed = dict(needs()[one.check])
    if "article" in needed:
        return f'case.ask("article", {one.check}, article=case.article)'
    asserted = {name: json.dumps(value, ensure_ascii=False) for name, value in one.asserts}
    open_still = {name: EVIDENCE.get(kind, f'"{TO_FILL}"') for name, kind in needed.items() if name not in asserted}
    words = text[min(span.start for span in one.spans) : max(span.end for span in one.spans)]
    if "\n" in words or len(words) > _CLIP or text.count(words) > 1:
        words = next((span.exact for span in one.spans if text.count(span.exact) == 1), one.spans[0].exact)
    given = ", ".join(f"{name}={value}" for name, value in {**asserted, **open_still}.items())
    return f"case.trial({json.dumps(words, ensure_ascii=False)}, {one.check}, {given})"


def _sides(spans: Sequence[Words]) -> tuple[str, str]:
    """The first passage, and the others against it."""
    left, *right = (_clip(span.exact) for span in spans)
    return f"“{left}”", " … ".join(f"“{words}”" for words in right)


def _clip(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _CLIP else f"{words[: _CLIP // 2]} … {words[-_CLIP // 2 :]}"

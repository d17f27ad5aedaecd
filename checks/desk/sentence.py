"""The sentence chosen: its words, what is suspicious in it, its claims, and what can be made of the words selected."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from checks.case.claims import REASONS
from checks.case.errors import CaseError
from checks.desk import fields, saving
from checks.desk.words import cut

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting


class Sentence:
    """What was chosen in the article."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.told = widgets.HTML()
        self.claims = widgets.Select(description="Claims on it", rows=3)
        self.words = widgets.HTML()
        self.reason = widgets.Dropdown(description="Left out as", options=REASONS)
        self.wrong = widgets.HTML()
        self.take_in = fields.button("Take in what was left out", self._take_in)
        self.box = fields.box(
            self.told, self.claims, self.words,
            fields.line(
                fields.button("Make a claim of these words", self._make),
                self.reason,
                fields.button("Leave these words out", self._leave_out),
                self.take_in,
            ),
            self.wrong,
            of="lbl-sentence-form",
        )  # fmt: skip
        fields.hears(self.claims, self.showing, self._chosen)

    def show(self) -> None:
        """Shows the sentence that is chosen now."""
        state = self.state
        entry, here = state.entries[state.sentence], state.claims_here()
        doubts = "".join(f"<li>suspicious ({one.certainty}): {escape(one.reason)}</li>" for one in state.suspected())
        self.told.value = (
            f"<h3>Sentence {state.sentence + 1} of {len(state.entries)}: {escape(entry.state)}</h3>"
            f"<blockquote>{escape(entry.text.strip())}</blockquote>{f'<ul>{doubts}</ul>' if doubts else ''}"
        )
        options = [(f"{id} ({state.told(id)})", id) for id in here]
        with self.showing():
            if list(self.claims.options) != options:
                self.claims.options = options
                self.claims.rows = min(max(len(options), 2), 5)
            self.claims.value = state.claim or None
        fields.shown(self.claims, bool(options))
        fields.shown(self.take_in, bool(entry.left_out))
        self.show_words()
        self.wrong.value = ""

    def show_words(self) -> None:
        """Shows the words that are selected now."""
        told = f"Selected: <mark>{escape(self.state.words)}</mark>" if self.state.selected else (
            "Select words in the article: with the mouse, or there with → and Shift + →."
        )  # fmt: skip
        warned = cut(self.state.text, *self.state.selected) if self.state.selected else ""
        self.words.value = f"<p>{told}</p>{fields.note(warned)}"

    def _chosen(self) -> None:
        if self.claims.value:
            self.state.choose(self.state.sentence, self.claims.value)
            self.sitting.show()

    def _place(self) -> tuple[int, int]:
        if not self.state.selected:
            raise CaseError("no words are selected: select some in the article")
        return self.state.selected

    def _make(self) -> None:
        self.sitting.do(self.wrong, lambda: saving.make(self.state, *self._place()), focus=".lbl-says textarea")

    def _leave_out(self) -> None:
        self.sitting.do(self.wrong, lambda: saving.leave_out(self.state, *self._place(), self.reason.value))

    def _take_in(self) -> None:
        self.sitting.do(self.wrong, lambda: saving.take_in(self.state))

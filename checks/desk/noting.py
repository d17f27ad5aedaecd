"""Noting what stands in a document: its words to choose from, a fact in them, or a passage quoted."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, get_args

import ipywidgets as widgets

from checks.case.errors import CaseError
from checks.case.nouns import Role
from checks.desk import bringing, fields, saving
from checks.desk.article import Article

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

FIELDS = ("about", "value", "unit", "role", "at")


class Noting:
    """A document of the case, words chosen in it, and the fact that they state."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.document = widgets.Dropdown(description="Document")
        self.text = Article([], [], "The words of the document")
        self.words, self.wrong = widgets.HTML(), widgets.HTML()
        self.name = fields.text("Name of the fact", "lower-case words joined by hyphens")
        self.about = fields.text("What it is about", "who or what, and what happened")
        self.value, self.unit = fields.text("Value", "as it stands there, if it is one"), fields.text("Unit")
        self.at = fields.text("When", "2031-05-15, if it says so")
        self.role = widgets.Dropdown(
            description="In which sense it happened",
            options=[("not stated", ""), *((r, r) for r in get_args(Role))],
        )
        self.box = fields.box(
            fields.heading("Note what stands in it", 4), self.document, self.text, self.words,
            fields.line(fields.button("Quote these words", self._quote)),
            self.name, self.about, fields.pair(self.value, self.unit), fields.pair(self.at, self.role), self.wrong,
            fields.button("Note a fact in these words", self._note), of="lbl-noting",
        )  # fmt: skip
        fields.hears(self.document, self.showing, self._show_text)
        fields.hears(self.text, self.showing, self._show_words, "selected")
        self._of = ""

    def show(self) -> None:
        """Shows the documents that there are now."""
        known = list(self.state.case.documents)
        with self.showing():
            if list(self.document.options) != known:
                kept = self.document.value
                self.document.options = known
                self.document.value = kept if kept in known else None
        if self.document.value != self._of:
            self._show_text()

    def choose(self, id: str) -> None:
        """Chooses a document."""
        self.document.value = id

    def _show_text(self) -> None:
        self._of = self.document.value
        text = self.sitting.guarded(self.wrong, lambda: bringing.words_of(self.state, self._of)) if self._of else ""
        paragraphs = re.findall(r"[^\n]*\n*", text or "")[:-1]
        with self.showing(), self.text.hold_sync():
            self.text.selected, self.text.chosen = [0, 0], 0
            self.text.sentences = paragraphs
            self.text.marks = [[(len(one.rstrip()), "", "")] for one in paragraphs]
        fields.shown(self.text, bool(paragraphs))
        self._show_words()

    def _show_words(self) -> None:
        told = f"Selected: <mark>{escape(self._selected())}</mark>" if self._selected() else (
            "Select words in the document, with the mouse or with → and Shift + →."
        )  # fmt: skip
        self.words.value = f"<p>{told}</p>" if self._of else ""

    def _selected(self) -> str:
        start, end = self.text.selected
        return "".join(self.text.sentences)[int(start) : int(end)].strip()

    def _exact(self) -> str:
        if not self._selected():
            raise CaseError("no words are selected: select some in the document")
        return self._selected()

    def _quote(self) -> None:
        self.sitting.do(self.wrong, lambda: bringing.quote(self.state, self._of, self._exact()))

    def _note(self) -> None:
        def act() -> saving.Done:
            given = {name: (getattr(self, name).value or "").strip() for name in FIELDS}
            return bringing.note(self.state, self._of, self.name.value.strip(), self._exact(), given)

        if self.sitting.do(self.wrong, act):
            for field in (self.name, self.about, self.value, self.unit, self.at):
                field.value = ""
            self.role.value = ""

"""The code of what was done on the claim chosen, to read or to paste."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from checks.desk import fields, saving
from checks.desk.turns import in_turn

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting


class Code:
    """The cells of a claim, as they stand in the notebook, and its entry in `claims.yaml`."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.open = widgets.ToggleButton(description="Show the code", value=False)
        self.copy = fields.button("Copy the cells", self._copy)
        self.told = widgets.HTML()
        self.box = fields.box(fields.line(self.open, self.copy), self.told, of="lbl-code")
        self.open.observe(lambda _: in_turn(self.show), "value")

    def show(self) -> None:
        """Shows the code, if it was asked for."""
        there = self.state.claim in self.state.claims
        fields.shown(self.box, there)
        fields.shown(self.copy, self.open.value)
        self.open.description = "Hide the code" if self.open.value else "Show the code"
        if not there or not self.open.value:
            self.told.value = ""
            return
        entry = saving.seen(self.state, self.state.claim)
        self.told.value = (
            f"<p>In the notebook:</p><pre tabindex='0'>{escape(self._cells())}</pre>"
            f"<p>In claims.yaml:</p><pre tabindex='0'>{escape(entry)}</pre>"
        )

    def _cells(self) -> str:
        if self.state.hides(self.state.claim):
            return "# the first conclusion is hidden until you have given your own"
        return saving.cells_of(self.state, self.state.claim)

    def _copy(self) -> None:
        self.sitting.article.copy_out(self._cells())
        self.sitting.saved("the cells are on the clipboard")

"""The list: which sentences or claims there are of a kind, to go through one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from checks.desk import fields
from checks.desk.state import SHOWN

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting


class Listing:
    """A filter and the lines that pass it."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.filter = widgets.Dropdown(description="Show")
        self.lines = widgets.Select(description="In the article", rows=7)
        self.box = fields.box(fields.heading("Which sentence"), self.filter, self.lines, of="lbl-list")
        fields.hears(self.filter, self.showing, self._filtered)
        fields.hears(self.lines, self.showing, self._chosen)
        self._kept: list[object] = []

    def show(self) -> None:
        """Brings the list up to what the case is now."""
        counts = self.state.counts()
        kinds = [(f"{words} ({counts[shown]})", shown) for shown, words in SHOWN.items()]
        rows = self.state.rows()
        with self.showing():
            if list(self.filter.options) != kinds:
                self.filter.options = kinds
            self.filter.value = self.state.shown
            if rows != self._kept:
                self.lines.options = rows
                self._kept = list(rows)
            places = [place for _, place in rows]
            here = (self.state.sentence, self.state.claim)
            near = [here, (self.state.sentence, "")]
            self.lines.value = next((place for place in near if place in places), None)
            self.lines.rows = min(max(len(rows), 2), 7)
        fields.shown(self.lines, bool(rows))

    def _filtered(self) -> None:
        self.state.shown = self.filter.value
        rows = self.state.rows()
        if rows and (self.state.sentence, "") not in [place for _, place in rows]:
            self.state.choose(*rows[0][1])
        self.sitting.show()

    def _chosen(self) -> None:
        if self.lines.value is not None:
            self.state.choose(*self.lines.value)
            self.sitting.show()

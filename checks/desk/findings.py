"""The findings on the claim chosen, each with a button that takes it out."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from checks.case.errors import CaseError
from checks.desk import fields, saving

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting


class Findings:
    """What was found; places for more findings are made as there are more."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.none, self.wrong = widgets.HTML(fields.note("none yet")), widgets.HTML()
        self.places: list[tuple[Any, Any]] = []
        self.list = fields.box()
        self.box = fields.box(fields.heading("Findings", 4), self.none, self.list, self.wrong)
        self.rows: list[Any] = []

    def show(self, of: str) -> None:
        """Shows the findings on a claim, or on the article as a whole."""
        self.rows, self.wrong.value = self.state.findings(of), ""
        while len(self.places) < len(self.rows):
            take_out = fields.button("Take this finding out", partial(self._take_out, len(self.places)))
            self.places.append((widgets.HTML(), take_out))
            self.list.children = [part for place in self.places for part in place]
        for number, place in enumerate(self.places):
            there = number < len(self.rows)
            for part in place:
                fields.shown(part, there)
            if there:
                place[0].value = self._told(self.rows[number])
                place[1].tooltip = f"Take out what {self.rows[number]['check']} found"
        fields.shown(self.none, not self.rows)

    @property
    def told(self) -> str:
        """All that is shown."""
        return "".join(place[0].value for place, _ in zip(self.places, self.rows, strict=False))

    def _take_out(self, number: int) -> None:
        self.sitting.do(self.wrong, lambda: saving.take_out(self.state, self.rows[number]))

    def _told(self, row: Any) -> str:
        lines = []
        for ref in row["evidence"]:
            try:
                item = self.state.case.resolve(ref)
                words = f"“{escape(item.quoted)}” " if item.quoted else ""
                lines.append(f"<li>{words}{escape(ref.split('“')[0])} ({escape(item.standing)})</li>")
            except CaseError as error:
                lines.append(f"<li>{escape(ref)}: {escape(error.what)}</li>")
        asked = f" ({escape(row['asked'])})" if row["asked"] else ""
        return (
            f"<div class='lbl-finding lbl-{row['verdict']}'><b>{escape(row['verdict'])}</b> · {escape(row['check'])}"
            f"{asked}<br>{escape(row['reason'])}<ul>{''.join(lines)}</ul></div>"
        )

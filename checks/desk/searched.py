"""A search that someone made elsewhere, logged for the claim chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ipywidgets as widgets

from checks.case.errors import CaseError
from checks.desk import fields, saving
from checks.desk.turns import in_turn

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting


class Searched:
    """Where someone looked, for what, on which day, and how much was there: none is an answer too."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.open = widgets.ToggleButton(description="Log a search …", value=False)
        self.place = fields.text("Where I looked", "the ministry's press releases")
        self.query = fields.text("For what", "the words looked for")
        self.hits = fields.text("How many hits", "0")
        self.on = fields.text("On which day", "2031-05-15")
        self.note = fields.text("Note")
        self.wrong = widgets.HTML()
        self.form = fields.box(
            self.place, self.query, self.hits, self.on, self.note, self.wrong,
            fields.button("Log the search", self._log),
        )  # fmt: skip
        self.box = fields.box(self.open, self.form)
        self.open.observe(lambda _: in_turn(self.show), "value")
        self.show()

    def show(self) -> None:
        """Shows the form, or only the button that opens it."""
        fields.shown(self.form, self.open.value)

    def _log(self) -> None:
        def act() -> saving.Done:
            claim = self.state.require_claim()
            if not self.hits.value.strip().isdecimal():
                raise CaseError("say how many were found as a number, 0 if none")
            id = self._id(claim.id)
            return saving.searched(
                self.state, place=self.place.value.strip(), query=self.query.value.strip(),
                hits=int(self.hits.value), id=id, claim=claim.id, on=self.on.value.strip(),
                note=self.note.value.strip(),
            )  # fmt: skip

        if self.sitting.do(self.wrong, act):
            for field in (self.place, self.query, self.hits, self.note):
                field.value = ""
            self.open.value = False

    def _id(self, claim: str) -> str:
        words = re.findall(r"[a-z0-9]+", self.query.value.lower())[:4]
        base = "-".join(words) or f"{claim}-search"
        taken, number = {key[1] for key in self.state.case.log.rows if key[0] == "search"}, 1
        while (id := base if number == 1 else f"{base}-{number}") in taken:
            number += 1
        return id

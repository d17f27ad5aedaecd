"""The head of the desk, seen from wherever one works: what was saved last, or what was not and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import ipywidgets as widgets

from checks.desk import fields


class Head:
    """The line that tells of the last thing done; what says that something went wrong goes when something goes well."""

    def __init__(self, title: str, undo: Any) -> None:
        self.status, self.wrong = widgets.HTML(), widgets.HTML()
        self.title = fields.heading(f"The desk: {title}", 2)
        self.box = fields.box(fields.line(self.status, undo), self.wrong, of="lbl-head")  # it stays in sight
        self._red: list[Any] = []

    def saved(self, what: str) -> str:
        """Says that something is saved, and when; returns what it says."""
        told = f"saved {datetime.now().astimezone():%H:%M:%S}: {what}" if what else "nothing changed yet"
        self.status.value = fields.saved(told)
        return told

    def not_saved(self, sentence: str) -> None:
        """Says that something was not saved, which is read out where it went wrong."""
        self.status.value = fields.not_saved(sentence)

    def refused(self, wrong: Any, error: Exception) -> None:
        """Says what went wrong beside the field, and here."""
        sentence = fields.wrong(error)
        wrong.value = fields.warning(sentence)
        if wrong is not self.wrong:
            self.not_saved(sentence)
        self._red.append(wrong)

    def well(self, *more: Any) -> None:
        """Something went well: what was said of what went wrong before goes."""
        for wrong in (*self._red, *more):
            wrong.value = ""
        self._red.clear()

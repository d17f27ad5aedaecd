"""The right of reply: who was asked about which claims, until when, and what they answered."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from checks.case import replies
from checks.case.claims import ARTICLE
from checks.desk import fields, saving

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

TEXTS = ("to", "how", "asked", "deadline", "answer", "answered", "used")


class Replying:
    """The form of a right of reply; one that is kept is chosen to add the answer."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.told, self.wrong = widgets.HTML(), widgets.HTML()
        self.kept = widgets.Dropdown(description="Which", options=[("a new one", "")])
        self.id = fields.text("Id of the reply", "lower-case words joined by hyphens")
        self.to, self.how = fields.text("Whom I asked"), fields.text("How", "by letter, by telephone …")
        self.asked, self.deadline = fields.text("Asked on", "2031-05-15"), fields.text("Deadline", "2031-05-17")
        self.about = widgets.SelectMultiple(description="About which claims (Ctrl for several)", rows=4)
        self.answer = fields.area("Their answer, in their words")
        self.answered = fields.text("Answered on")
        self.used = fields.text("Where the answer is used")
        self.box = fields.box(self.told, fields.pair(self.kept, self.id), fields.pair(self.to, self.how),
            fields.pair(self.asked, self.deadline),
            self.about, self.answer, self.answered, self.used, self.wrong,
            fields.button("Keep the reply", self._keep),
        )  # fmt: skip
        fields.hears(self.kept, self.showing, self._fill)

    def show(self) -> None:
        """Shows who was asked so far, and the claims to ask about."""
        found = replies.replies(self.state.case)
        self.told.value = "".join(
            f"<p><b>{escape(one.id)}</b>: {escape(one.to)}, {escape(one.told)}</p>" for one in found
        ) or fields.note("nobody was asked yet")
        known, claims = (
            [("a new one", ""), *((one.id, one.id) for one in found)],
            [ARTICLE, *self.state.case.in_order()],
        )
        with self.showing():
            if list(self.kept.options) != known:
                chosen = self.id.value.strip()
                self.kept.options = known
                self.kept.value = chosen if chosen in dict(known) else ""
            if list(self.about.options) != claims:
                about = [id for id in self.about.value if id in claims]
                self.about.options, self.about.value = claims, about
            if not self.about.value and self.state.claim in claims:
                self.about.value = [self.state.claim]

    def _fill(self) -> None:
        row = self.state.case.log.rows.get(("reply", self.kept.value), {})
        for name in ("id", *TEXTS):
            getattr(self, name).value = row.get(name, "")
        self.about.value = [id for id in row.get("about", ()) if id in self.about.options]
        self.wrong.value = ""
        self.show()

    def _keep(self) -> None:
        def act() -> saving.Done:
            given = {name: getattr(self, name).value.strip() for name in ("id", *TEXTS)}
            return saving.reply(self.state, about=list(self.about.value), **given)

        self.sitting.do(self.wrong, act)

"""The second reader: another person's reading of the claim chosen, and how a disagreement is settled."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from checks.case import readers
from checks.case.conclusions import DEFINED
from checks.case.errors import CaseError
from checks.desk import drafts, fields, saving

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting


class SecondReader:
    """The form of a second reading, and of its settlement where the two differ."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.told, self.wrong = widgets.HTML(), widgets.HTML()
        self.verdict = widgets.RadioButtons(
            description="Second verdict", options=[(f"{word}: {means}", word) for word, means in DEFINED.items()],
            value=None,
        )  # fmt: skip
        self.verdict.add_class("lbl-second-verdict")
        self.because = fields.area("Because, in the second reader's words")
        self.evidence = fields.area("The second reading rests on, one reference a line", "document#fact")
        self.searches = widgets.SelectMultiple(description="Searches it rests on (Ctrl for several)", rows=3)
        self.read = fields.button(f"Read it a second time, as {self.state.me}", self._read)
        self.form = fields.box(self.verdict, self.because, self.evidence, self.searches, self.read)
        self.settled = fields.area("How the disagreement was settled: the first conclusion stands, because")
        self.settle = fields.button("Settle it", self._settle)
        self.settling = fields.box(self.settled, self.settle)
        self.box = fields.box(self.told, self.form, self.settling, self.wrong)
        for field in (self.verdict, self.because, self.evidence, self.searches):
            fields.hears(field, self.showing, self._left)
        self._of = ""

    def show(self) -> None:
        """Shows the readings of the claim chosen, the person's own if they gave one."""
        state, id = self.state, self.state.claim
        first = state.conclusions.get(id)
        fields.shown(self.form, first is not None and first["by"] != state.me)
        fields.shown(self.settling, False)
        if first is None:
            self._of, self.told.value = "", fields.note("Nobody has concluded this: a second reading comes after it.")
            return
        rows = readers.of_claim(state.case, id)
        own = next((row for row in rows if row["by"] == state.me), None)
        if id != self._of:
            self._of = id
            with self.showing():
                self.settled.value = self.wrong.value = ""
                self.searches.options = [(f"{row['id']}: “{row['query']}”", row["id"]) for row in state.searches(id)]
                self._fill(drafts.read(state.case.folder).get(f"second {id}") or own or {})
        fields.shown(self.searches, bool(self.searches.options))
        compared = [row for row in readers.compared(state.case) if row["claim"] == id]
        hidden = state.hides(id)
        self.told.value = _told(first, [] if hidden else compared, hidden, state.me)
        kept = compared[0]["settled"] if compared else None
        fields.shown(self.settling, not hidden and any(row["differs"] for row in compared))
        if kept and not self.settled.value:
            self.settled.value = kept["because"]

    def _fill(self, said: Mapping[str, Any]) -> None:
        self.verdict.value, self.because.value = said.get("verdict") or None, said.get("because", "")
        self.evidence.value = "\n".join(said.get("evidence", ()))
        known = [id for _, id in self.searches.options]
        self.searches.value = tuple(id for id in said.get("searches", ()) if id in known)

    def _typed(self) -> dict[str, Any]:
        refs = [line.strip() for line in self.evidence.value.splitlines() if line.strip()]
        return {
            "verdict": self.verdict.value or "", "because": self.because.value.strip(), "evidence": refs,
            "searches": list(self.searches.value),
        }  # fmt: skip

    def _left(self) -> None:
        """A field was left: what is typed is kept, though it is no reading before it is said."""
        try:
            drafts.write(self.state.case.folder, f"second {self._of}", self._typed())
        except (CaseError, OSError) as error:
            self.sitting.head.refused(self.wrong, error)
            return
        self.sitting.saved("what you typed is kept")

    def _read(self) -> None:
        def act() -> saving.Done:
            id = self.state.require_claim().id
            done = saving.second(self.state, id, **self._typed())
            drafts.write(self.state.case.folder, f"second {id}", None)
            return done

        self.sitting.do(self.wrong, act)

    def _settle(self) -> None:
        def act() -> saving.Done:
            return saving.settle(self.state, self.state.require_claim().id, self.settled.value.strip())

        self.sitting.do(self.wrong, act)


def _told(first: Any, compared: list[dict[str, Any]], hidden: bool, me: str) -> str:
    if hidden:
        return fields.note(f"{first['by']} has concluded this. What they said is hidden until you have said yours.")
    if not compared and first["by"] == me:
        return fields.note("You concluded this: a second reader is somebody else, at their own desk.")
    if not compared:
        return fields.note(f"You have seen what {first['by']} concluded, so that your reading counts as not blind.")
    lines = []
    for row in compared:
        how = "blind" if row["blind"] else "not blind"
        same = "the two differ" if row["differs"] else "the two agree"
        lines.append(
            f"<li><b>{escape(row['verdict'])}</b> for {escape(row['by'])} ({how}), <b>{escape(first['verdict'])}</b> "
            f"for {escape(first['by'])}: {same}<br>{escape(row['because'])}</li>"
        )
    settled = compared[0]["settled"]
    told = f"<p>Settled by {escape(settled['by'])}: {escape(settled['because'])}</p>" if settled else ""
    return f"<ul>{''.join(lines)}</ul>{told}"

"""Concluding: a person's verdict in words, why, and what it rests on. What is typed is kept until it is signed."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from checks.case.catalogue import check_names
from checks.case.conclusions import DEFINED, worst
from checks.case.errors import CaseError, Differs
from checks.case.rows import SAID
from checks.desk import drafts, fields, saving
from checks.desk.searched import Searched

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

TEXTS = ("because", "despite", "needs", "fix", "query")
CHANGED = "What it rests on has changed since {by} signed it: read its findings and its evidence again."
SEVERAL = ("evidence", "searches")


class Concluding:
    """The form of a conclusion."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.told, self.wrong = widgets.HTML(), widgets.HTML()
        self.verdict = widgets.RadioButtons(
            description="Verdict", options=[(f"{word}: {means}", word) for word, means in DEFINED.items()], value=None
        )
        self.verdict.add_class("lbl-verdicts")
        self.because = fields.area("Because", "a sentence or two: what the evidence says", rows=3)
        self.despite = fields.area("Despite its findings: why you differ from them")
        self.evidence = fields.area("Rests on, one reference a line", "document#fact, or tick it above")
        self.searches = widgets.SelectMultiple(description="Searches it rests on (Ctrl for several)", rows=3)
        self.needs = fields.text("Needs: the check that would decide it", options=check_names())
        self.fix = fields.text("Fix: a wording for the writer")
        self.query = fields.text("Query: a question to the writer")
        self.searched = Searched(sitting)
        self.changed = widgets.HTML()
        self.again = fields.button("I have read it again: sign", self._sign)
        self.conclude = fields.button(f"Conclude, as {self.state.me}", self._conclude)
        self.conclude.button_style = "primary"
        self.next = fields.button("Next", sitting.next)
        self.hidden = widgets.HTML()
        self.unhide = fields.box(self.hidden, fields.button("Look at it anyway", self._look))
        self.form = fields.box(
            self.told, self.changed, self.again, self.verdict, self.because, self.despite, self.evidence,
            self.searches, self.searched.box, self.needs, self.fix, self.query, self.wrong,
            fields.line(self.conclude, self.next),
        )  # fmt: skip
        self.box = fields.box(fields.heading("Conclude"), self.unhide, self.form, of="lbl-concluding")
        for name in ("verdict", *TEXTS, *SEVERAL):
            fields.hears(getattr(self, name), self.showing, self._left)
        self._of = ""
        self._shown: dict[str, Any] = {}

    @property
    def rests(self) -> list[str]:
        """The references that the conclusion rests on, as they stand in the form."""
        return [line.strip() for line in self.evidence.value.splitlines() if line.strip()]

    def rest(self, ref: str, yes: bool) -> None:
        """Adds a reference to what the conclusion rests on, or takes it out."""
        rests = [other for other in self.rests if other != ref]
        self.evidence.value = "\n".join([*rests, ref] if yes else rests)

    def show(self) -> None:
        """Shows what was concluded of the claim chosen, or what was typed of it and is not signed yet."""
        state, claim = self.state, self.state.claims.get(self.state.claim)
        there = claim is not None and claim.id not in state.case.claims.proposed
        fields.shown(self.box, there)
        if not claim or not there:
            return
        kept, hidden = state.conclusions.get(claim.id), state.hides(claim.id)
        fields.shown(self.unhide, hidden)
        fields.shown(self.form, not hidden)
        if hidden and kept:
            self._of = ""  # so that it is filled afresh when it may be seen
            self._fill({})
            self.hidden.value = fields.note(
                f"{kept['by']} has concluded this. Give a second reading below without having seen it, or look at it: "
                "then your reading counts as not blind."
            )
            return
        draft = drafts.read(state.case.folder).get(claim.id)
        said = draft or {name: kept[name] for name in SAID if kept} or {}
        searches = [(f"{row['id']}: “{row['query']}” in {row['place']}", row["id"]) for row in state.searches(claim.id)]
        if claim.id != self._of or said != self._shown or searches != list(self.searches.options):
            with self.showing():
                self.searches.options = searches
                self._fill(said)
            self.wrong.value = ""
        self._of, self._shown = claim.id, dict(said)
        fields.shown(self.searches, bool(searches))
        self._tell(kept, draft)
        self.searched.show()

    def _look(self) -> None:
        self.state.looked.add(self.state.claim)
        self.sitting.redraw()

    def _fill(self, said: Mapping[str, Any]) -> None:
        self.verdict.value = said.get("verdict") if said.get("verdict") in DEFINED else None
        for name in TEXTS:
            getattr(self, name).value = said.get(name, "")
        self.evidence.value = "\n".join(said.get("evidence", ()))
        known = [id for _, id in self.searches.options]
        self.searches.value = tuple(id for id in said.get("searches", known) if id in known)

    def _tell(self, kept: Mapping[str, Any] | None, draft: Mapping[str, Any] | None) -> None:
        found = worst(row["verdict"] for row in self.state.findings(self.state.claim))
        told = [f"Its findings come to <b>{found}</b>." if found else "No finding decides it."]
        if kept:
            told.append(f"Concluded <b>{escape(kept['verdict'])}</b> by {escape(kept['by'])}.")
        if draft:
            told.append("What stands below is kept, and not concluded yet.")
        self.told.value = f"<p>{' '.join(told)}</p>"
        stale = bool(kept and self.state.claim in self.state.stale)
        read_second = ("second", self.state.claim, self.state.me) in self.state.case.log.rows
        self.changed.value = fields.note(CHANGED.format(by=kept["by"])) if stale and kept else ""
        fields.shown(self.again, stale and not read_second)
        differs = bool(found and self.verdict.value and self.verdict.value != found)
        fields.shown(self.despite, differs or bool(self.despite.value))
        fields.shown(self.needs, not found or bool(self.needs.value))

    def _typed(self) -> dict[str, Any]:
        typed = {name: getattr(self, name).value.strip() for name in TEXTS}
        return {**typed, "verdict": self.verdict.value or "", "evidence": self.rests,
                "searches": list(self.searches.value)}  # fmt: skip

    def _left(self) -> None:
        """A field was left: what is typed is kept, though it is no conclusion before it is signed."""
        claim, kept, typed = self._of, self.state.conclusions.get(self._of), self._typed()
        draft = None if kept and all(typed[name] == kept[name] for name in typed) else typed
        try:
            drafts.write(self.state.case.folder, claim, draft)
        except (CaseError, OSError) as error:
            self.sitting.head.refused(self.wrong, error)
            return
        self._shown = typed
        self._tell(kept, draft)
        self.sitting.saved("what you typed is kept")
        self.sitting.evidence.show_ticks()

    def _conclude(self) -> None:
        def act() -> saving.Done:
            claim = self.state.require_claim()
            try:
                done = saving.conclude(self.state, claim.id, self._typed())
            except Differs:
                told = "these are the words it was signed in: read it again, and press “I have read it again: sign”"
                raise CaseError(told) from None
            drafts.write(self.state.case.folder, claim.id, None)
            return done

        self.sitting.do(self.wrong, act)

    def _sign(self) -> None:
        self.sitting.do(self.wrong, lambda: saving.sign(self.state, self.state.require_claim().id))

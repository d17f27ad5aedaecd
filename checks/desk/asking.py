"""Asking: the checks that fit the claim chosen, their arguments filled in, and what was found."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from checks.case.catalogue import check_named
from checks.case.claims import ARTICLE
from checks.case.errors import CaseError
from checks.desk import fields, offers, saving
from checks.desk.findings import Findings
from checks.desk.offers import Wanted

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

TICK = "tick the evidence that it is to be compared with, above, under “Evidence found for it”"
HINT = "tick evidence above, or choose here"
STATE_IT = "state it above, under “What it asserts, for checks”"


class Asking:
    """A check to choose, its evidence to name, and the findings on the claim."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        whole = [("the claim chosen", ""), ("the article as a whole", ARTICLE)]
        self.of = widgets.Dropdown(description="Asked of", options=whole)
        self.check = widgets.Dropdown(description="Check")
        self.told, self.wrong, self.rests = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.given = widgets.VBox([])
        self.ask = fields.button("Ask", self._ask)
        self.findings = Findings(sitting)
        self.box = fields.box(
            fields.heading("Ask a check"), self.of, self.check, self.told, self.given, self.rests, self.wrong,
            self.ask, self.findings.box, of="lbl-asking",
        )  # fmt: skip
        fields.hears(self.of, self.showing, self.show)
        fields.hears(self.check, self.showing, self._chosen)
        self.fits: dict[str, offers.Fitting] = {}
        self._arguments: dict[str, Any] = {}  # by name: the field for it
        self._of, self._name, self._picked = (
            "",
            "",
            "",
        )  # the claim, and the line of the list that a person picked for it
        self._wanted: list[Wanted] = []

    def show(self) -> None:
        """Shows the checks for the claim that is chosen now, and the findings on it."""
        claim = self.state.claims.get(self.state.claim)
        there = claim is not None and claim.id not in self.state.case.claims.proposed
        fields.shown(self.box, there)
        if not claim or not there:
            return
        self.wrong.value = ""
        with self.showing():
            self.of.value = self.of.value if self._of in (claim.id, ARTICLE) else ""
        of = self.of.value or claim.id
        fitting = () if of == ARTICLE else self.sitting.guarded(self.wrong, lambda: offers.fitting_checks(self.state))
        self.fits = {f"fits {number}": found for number, found in enumerate(fitting or ())}
        options = [(f"fits: {_told(found)}", key) for key, found in self.fits.items()]
        options += offers.checks_to_ask(self.state, of)
        if self._of != of:
            self._of, self._picked = of, ""
        before = list(self.check.options), self.check.value
        with self.showing():
            if before[0] != options:
                self.check.options = options
            known = dict(options)
            if self._picked and self._picked not in known:  # it fits no more, and is the check that was picked still
                self._picked = next((told for told, key in options if self._called(key) == self._name), "")
            self.check.value = known[self._picked] if self._picked else options[0][1]
        self._show_check(fill=before != (options, self.check.value) and not self._picked)
        self.findings.show(of)

    @property
    def columns(self) -> str:
        """The columns that a list must have for the check that is chosen."""
        chosen = self._called(self.check.value) if self._of else self.check.value
        return offers.columns_for(check_named(chosen) if chosen else None)

    def _called(self, key: str) -> str:
        """The check that a line of the list stands for."""
        return self.fits[key].check if key in self.fits else key

    def fill(self, ref: str, yes: bool) -> None:
        """Puts evidence that was ticked into the first field that takes its kind, or takes it out again."""
        taking = [(one, put) for one in self._wanted if not one.stated and (put := one.takes(self.state, ref))]
        there = {one.name: offers.divided(self._arguments[one.name].value) for one, _ in taking}
        if not yes:
            for one, put in taking:
                self._put(one, [other for other in there[one.name] if other != put])
        elif taking and not any(put in there[one.name] for one, put in taking):
            empty = [(one, put) for one, put in taking if one.many or not there[one.name]]
            one, put = (empty or taking)[0]
            if empty or len(taking) == 1:
                self._put(one, [*there[one.name], put] if one.many else [put])
        self._say_what_it_rests_on()

    def _put(self, one: Wanted, refs: list[str]) -> None:
        with self.showing():
            self._arguments[one.name].value = one.written(refs)

    def _chosen(self) -> None:
        self._pick()
        self._show_check(fill=True)

    def _pick(self) -> None:
        self._picked = next(told for told, key in self.check.options if key == self.check.value)

    def _left(self) -> None:
        self._pick()
        self._say_what_it_rests_on()

    def _show_check(self, fill: bool) -> None:
        chosen = self.check.value
        found = self.fits.get(chosen)
        name = found.check if found else chosen
        asked = check_named(name)
        question = (asked.__doc__ or "").partition("\n")[0]
        why = f"<br>{escape(found.why)}" if found and found.why else ""
        self.told.value = f"<p class='lbl-note'><b>{escape(name)}</b>: {escape(question)}{why}</p>"
        self._name, self._wanted = name, offers.wanted(self.state, asked, self._of)
        with self.showing():
            known = offers.references(self.state)
            for one in self._wanted:
                if one.name not in self._arguments:
                    self._arguments[one.name] = fields.text("", HINT, known)
                    fields.hears(self._arguments[one.name], self.showing, self._left)
                field = self._arguments[one.name]
                field.description = one.name.replace("_", " ") + ("" if one.needed else " (optional)")
                field.placeholder = f"the claim states {one.stated}; or evidence" if one.stated else HINT
                if list(field.options) != known:
                    field.options = known
                if fill:
                    field.value = (found.given if found else {}).get(one.name, ARTICLE if one.name == ARTICLE else "")
            parts = [self._arguments[one.name] for one in self._wanted]
            if list(self.given.children) != parts:
                self.given.children = parts
        if fill and not found:  # what is ticked already
            for ref in self.sitting.concluding.rests:
                self.fill(ref, True)
        self._say_what_it_rests_on()

    def _say_what_it_rests_on(self) -> None:
        told = []
        for one in self._wanted:
            for ref in offers.divided(self._arguments[one.name].value):
                if ref in self.state.case.documents:
                    how = (
                        "quote the passage to rest on that alone"
                        if one.takes_passages
                        else "what is noted in it later makes a conclusion one to be signed again"
                    )
                    told.append(fields.note(f"{ref}: rests on the whole document: {how}"))
        self.rests.value = "".join(told)

    def _ask(self) -> None:
        def act() -> saving.Done:
            of = ARTICLE if self._of == ARTICLE else self.state.require_claim().id
            typed = {one.name: self._arguments[one.name].value.strip() for one in self._wanted}
            for ref in filter(None, typed.values()):
                offers.evidence_named(self.state, ref, ref.startswith("["))
            self._hold_complete(typed)
            done = saving.ask(self.state, of, self._name, {name: ref for name, ref in typed.items() if ref})
            return replace(done, claim=self.state.claim)

        self.sitting.do(self.wrong, act)

    def _hold_complete(self, typed: dict[str, str]) -> None:
        """Raises `CaseError` in the desk's own words for an argument that is missing, or there twice."""
        for missing in offers.to_state(self.state, check_named(self._name), self._of):
            raise CaseError(f"{self._name} needs the {missing.replace('_', ' ')}: {STATE_IT}")
        for one in self._wanted:
            called = one.name.replace("_", " ")
            if one.stated and typed[one.name]:
                raise CaseError(
                    f"{called}: the claim states it already ({one.stated}): take that out above, under “What it "
                    "asserts, for checks”, to compare with this evidence instead"
                )
            if one.needed and not one.stated and not typed[one.name]:
                also = f", or {STATE_IT}" if one.assertable else ""
                raise CaseError(f"{called}: {TICK}{also}")


def _told(found: offers.Fitting) -> str:
    given = ", ".join(f"{name} {ref}" for name, ref in found.given.items())
    return f"{found.check} ({given})" if given else found.check

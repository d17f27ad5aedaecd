"""The claim chosen: how it was read, each field kept as it is left, and what is wrong with a value beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import ipywidgets as widgets

from checks.case.asking import parsed
from checks.case.catalogue import assertable
from checks.case.claims import assertion
from checks.case.errors import CaseError, Differs
from checks.case.nouns import Amount, When
from checks.desk import fields, offers, saving

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

MORE = "something else …"


class ClaimForm:
    """The fields of one entry of `claims.yaml`."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.told, self.wrong, self.other = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.id = fields.text("Id", "lower-case words joined by hyphens")
        self.says = fields.area("What it says, understandable alone")
        self.says.add_class("lbl-says")
        self.speaker = fields.text("Who says so", "article, or the person quoted")
        self.accept = fields.button("Accept the proposal", lambda: self._do(saving.accept))
        self.words = fields.button("Tie it to the selected words", self._tie)
        self.remove = fields.button("Take the claim out", lambda: self._do(saving.remove))
        self.mine = fields.button("Keep what I typed", self._keep_mine)
        self.theirs = fields.button("Take what is in the file", self._take_theirs)
        self.asserts = widgets.VBox([])
        self.more = widgets.Dropdown(description="It also asserts", options=[MORE])
        self.form = fields.box(
            self.told, fields.line(self.accept, self.words, self.remove), self.id, self.says, self.speaker,
            fields.heading("What it asserts, for checks", 4), self.asserts, self.more,
        )  # fmt: skip
        self.differs = fields.box(self.other, fields.line(self.mine, self.theirs))
        self.box = fields.box(fields.heading("The claim"), self.wrong, self.differs, self.form, of="lbl-claim-form")
        for field in (self.id, self.says, self.speaker):
            fields.hears(field, self.showing, self._write)
        fields.hears(self.more, self.showing, self._add)
        self._fields: dict[str, tuple[Any, Any]] = {}  # by what is asserted: the field, and what is wrong with it
        self._added: set[str] = set()
        self._names: list[str] = []  # of what is asserted, as it is shown
        self._of, self._seen = "", ""
        self._own = False  # whether what is shown was just saved here

    def show(self) -> None:
        """Shows the claim that is chosen now."""
        claim = self.state.claims.get(self.state.claim)
        fields.shown(self.box, claim is not None)
        if claim is None:
            return
        anew = claim.id != self._of  # else what a person typed and is not saved yet stays
        if anew:
            self._of, self._added = claim.id, set()
        self.wrong.value = ""
        fields.shown(self.differs, False)
        standing = self.state.standing(claim.id)
        fields.shown(self.accept, standing == "proposed")
        self.told.value = (
            f"<p><b>{escape(self.state.told(claim.id))}</b>: <mark>{escape(claim.words.exact)}</mark></p>"
            f"<p class='lbl-note'>found exactly once{_around(claim.words.prefix, claim.words.suffix)}</p>"
        )
        names = [*claim.asserts, *offers.needed(self.state), *sorted(self._added)]
        names = list(
            dict.fromkeys([*(() if anew else self._names), *names])
        )  # those that are there stay in their order
        with self.showing():
            hold = self.sitting.letters.typing and not self._own
            put = partial(self.showing.put, hold=hold)
            filled = [put(getattr(self, name), getattr(claim, name), anew=anew) for name in ("id", "says", "speaker")]
            for name in names:
                field, _ = self._field(name)
                empty = None if isinstance(field, widgets.Dropdown) else ""
                filled.append(put(field, claim.asserts.get(name, empty), anew=anew or name not in self._names))
                self._read(name)
            if all(filled):  # else, when it is left, the person is told that somebody else changed the entry
                self._seen = saving.seen(self.state, claim.id)
            self._names = names
            rows = [part for name in names for part in self._field(name)]
            if list(self.asserts.children) != rows:
                self.asserts.children = rows
            more = [MORE, *(name for name in self.sitting.assertable if name not in names)]
            if list(self.more.options) != more:
                self.more.options = more
            self.more.value = MORE
            fields.shown(self.more, len(more) > 1)

    # -------------------------------------------------------------------------------------------- what it asserts

    def _field(self, name: str) -> tuple[Any, Any]:
        if name not in self._fields:
            annotation, label = assertable()[name], name.replace("_", " ")
            field = (
                widgets.Dropdown(description=label, options=[("not stated", None), *_choices(annotation)], value=None)
                if get_origin(annotation) is Literal
                else fields.text(label, _hint(annotation))
            )
            fields.hears(field, self.showing, partial(self._left_assertion, name))
            self._fields[name] = field, widgets.HTML()
        return self._fields[name]

    def _read(self, name: str) -> bool:
        """Says beside a field how its value was read, or why it cannot be."""
        field, beside = self._field(name)
        typed = (field.value or "").strip()
        try:
            if typed.startswith("="):
                claims = self.state.case.claims
                borrowed = assertion(claims, _asserting(claims[self._of], name, typed), name)[0]
                beside.value = fields.note(f"{typed} is {borrowed}")
                parsed(assertable()[name], borrowed, name)
            elif typed:
                read = parsed(assertable()[name], typed, name)
                beside.value = fields.note(f"read as {read.words()}") if isinstance(read, When) else ""
            else:
                beside.value = ""
        except CaseError as error:
            beside.value = fields.warning(error.what)
            return False
        return True

    def _left_assertion(self, name: str) -> None:
        if self._read(name):
            self._write()
        else:
            told = f"{name.replace('_', ' ')}: what was typed cannot be read, as is said beside it"
            self.sitting.head.not_saved(told)

    def _add(self) -> None:
        if self.more.value != MORE:
            self._added.add(self.more.value)
            name = self.more.value
            self.show()
            self.sitting.focus(self._field(name)[0])

    # ------------------------------------------------------------------------------------------------- keeping it

    def _typed(self) -> dict[str, Any]:
        kept = self.state.claims[self._of].asserts
        # What cannot be read stays in its field, and keeps nothing else from being saved.
        asserts = {
            name: (self._field(name)[0].value or "").strip() if self._read(name) else kept.get(name, "")
            for name in self._names
        }
        order = [*kept, *asserts]
        return {
            "id": self.id.value.strip(), "says": self.says.value.strip(), "speaker": self.speaker.value.strip(),
            "asserts": {name: asserts[name] for name in dict.fromkeys(order) if asserts.get(name)},
        }  # fmt: skip

    def _write(self, over: bool = False) -> None:
        of, seen, typed = self._of, self._seen, self._typed()
        if over:
            seen = saving.seen(self.state, of)

        def act() -> saving.Done | None:
            done = saving.change(self.state, of, typed, seen)
            self._of = done.claim if done else of  # by another id it is the same claim
            return done

        try:
            self._do_own(act, raises=Differs)
        except Differs as error:  # neither version is dropped: a person says which one stays
            self.sitting.head.refused(self.wrong, error)
            self.other.value = fields.note("Somebody else changed this entry. What you typed still stands below.")
            fields.shown(self.differs, True)

    def _keep_mine(self) -> None:
        self.state.reread()
        self._write(over=True)

    def _take_theirs(self) -> None:
        self._of = ""  # filled as if another claim came up
        self.state.reread()
        self.sitting.show()

    def _tie(self) -> None:
        def act() -> saving.Done:
            if not self.state.selected:
                raise CaseError("no words are selected: select some in the article")
            return saving.tie(self.state, self._of, *self.state.selected, self._seen)

        self._do_own(act)

    def _do(self, act: Any) -> None:
        self._do_own(lambda: act(self.state, self._of, self._seen))

    def _do_own(self, act: Callable[[], saving.Done | None], raises: Any = ()) -> None:
        with self.own():
            self.sitting.do(self.wrong, act, raises=raises)

    @contextmanager
    def own(self) -> Iterator[None]:
        """What is shown meanwhile was just done by the person here, and not by somebody else."""
        self._own = True
        try:
            yield
        finally:
            self._own = False


def _asserting(claim: Any, name: str, value: str) -> Any:
    return replace(claim, asserts={**claim.asserts, name: value})


def _choices(annotation: Any) -> list[tuple[str, str]]:
    return [(str(value), str(value)) for value in get_args(annotation)]


def _hint(annotation: Any) -> str:
    kinds = (annotation, *get_args(annotation))
    if When in kinds:
        return "2031-05-15, 2031-05, early 2031-03, 2014-09-23/2020-01-31"
    if Amount in kinds:
        return "40 %, about 3 million people, 90 days"
    return "a value, or =other-claim#name"


def _around(prefix: str, suffix: str) -> str:
    told = [f"after “{prefix}”" if prefix else "", f"before “{suffix}”" if suffix else ""]
    return " " + " and ".join(part for part in told if part) if prefix or suffix else ""

"""`Sitting`: one case at the desk, its parts together; what is done in one is shown by all."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import ipywidgets as widgets

from checks.case.catalogue import assertable
from checks.case.offering import read_all
from checks.desk import fields, summary, turns
from checks.desk.adding import Adding
from checks.desk.article import Article
from checks.desk.asking import Asking
from checks.desk.claim_form import ClaimForm
from checks.desk.code import Code
from checks.desk.concluding import Concluding
from checks.desk.evidence import EvidenceFound
from checks.desk.folding import Folded
from checks.desk.head import Head
from checks.desk.letters import Letters
from checks.desk.listing import Listing
from checks.desk.marks import legend, marks
from checks.desk.replying import Replying
from checks.desk.saving import Done
from checks.desk.second import SecondReader
from checks.desk.sentence import Sentence
from checks.desk.state import State

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.reading.parts import Suspicion

T = TypeVar("T")
EVERY = 2.0  # seconds between two looks at the files
SETTLED = 1.0  # seconds until what takes long is begun, so that the desk is there first
_OPEN: dict[str, Sitting] = {}  # one desk of a case in a kernel: a second takes its place


class Sitting:
    """A case at the desk. Its widgets are made once; `show` brings them up to what is chosen."""

    def __init__(self, case: Case) -> None:
        self.case, self.state = case, State(case)
        self.undone: list[Done] = []
        self.read = turns.running() is None  # whether its documents are read whole: nobody is to wait for that
        self.assertable: list[str] = []  # until all checks are imported, which takes a second
        self.showing = fields.Showing()
        texts = [entry.text for entry in self.state.entries]
        self.article = Article(texts, marks(self.state), "The article, sentence by sentence")
        self.undo = fields.button("Undo", self._undo)
        self.head = Head(case.article.title, self.undo)
        self.status, self.wrong = self.head.status, self.head.wrong
        self.concluding = Concluding(self)
        self.listing, self.sentence, self.claim_form = Listing(self), Sentence(self), ClaimForm(self)
        self.evidence, self.asking, self.code = EvidenceFound(self), Asking(self), Code(self)
        self.adding = Folded(self, "Add evidence …", Adding, "lbl-adding")
        self.second = Folded(self, "Second reader …", SecondReader, "lbl-second")
        self.replying = Folded(self, "Right of reply …", Replying, "lbl-replies")
        self.panels = (
            self.listing, self.sentence, self.claim_form, self.evidence, self.adding, self.asking, self.concluding,
            self.second, self.code, self.replying,
        )  # fmt: skip
        self.letters = Letters(self)
        if case.name in _OPEN:
            _OPEN[case.name].close()
        _OPEN[case.name] = self
        reading = fields.box(widgets.HTML(legend()), self.article, of="lbl-reading")
        forms = fields.box(*(panel.box for panel in self.panels), of="lbl-forms")
        both = widgets.Box([reading, forms])
        both.add_class("lbl-both")
        # Its id is the case's, so that a notebook saved with the desk open holds no random one.
        parts = [self.head.title, self.head.box, both, self.letters.box]
        self.box = widgets.VBox(parts, model_id=f"desk-of-{case.name}")
        self.box.add_class("lbl-desk")
        fields.hears(self.article, self.showing, self._moved, ["chosen", "selected"])
        self.article.on_msg(self._told)
        self.state.begin()
        self.show()
        self.saved("")
        self._work: list[Any] = []

    def __repr__(self) -> str:
        return summary(self.case.name)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display({"text/plain": repr(self)}, raw=True)
        display(self.box)
        self.begin()

    # ------------------------------------------------------------------------------------------------- showing

    def show(self) -> None:
        """Shows what is chosen now; only what is other than before is sent."""
        self.letters.show()  # first, so that what is being typed stays with the claim that it is typed of
        with self.showing(), self.article.hold_sync():
            self.article.chosen = self.state.sentence
            self.article.selected = list(self.state.selected or (0, 0))
        self.concluding.show()  # first, since evidence is ticked by what the claim chosen rests on
        for panel in self.panels:
            panel.show()
        fields.shown(self.undo, bool(self.undone))
        if self.undone:
            self.undo.description = f"Undo: {self.undone[-1].what}"

    def redraw(self) -> None:
        """Shows what the files are now: marks, list and forms."""
        self.article.marks = marks(self.state)
        self.show()

    def saved(self, what: str) -> None:
        """Says that something is saved, and when."""
        told = self.head.saved(what)
        if what:
            self.article.told = told

    def focus(self, field: Any) -> None:
        """Puts the keyboard into a field."""
        field.focus()

    # --------------------------------------------------------------------------------------------------- doing

    def do(self, wrong: Any, act: Callable[[], Done | None], *, focus: str = "", raises: Any = ()) -> bool:
        """Does something that is saved; what goes wrong is said in `wrong`. Whether it went well."""
        try:
            done = act()
        except raises:
            raise
        except Exception as error:  # a callback's error would be lost in the log
            self.head.refused(wrong, error)
            return False
        self.head.well(wrong)
        if done is None:
            return True
        self.undone.append(done)
        before = self.state.claim
        try:
            self.state.reread()
        except Exception as error:
            wrong.value = fields.note(f"this was saved, and cannot be shown: {fields.wrong(error)}")
            return True
        if before not in self.state.claims and done.claim:
            self.letters.renamed(before, done.claim)
        self.state.choose(self.state.sentence, done.claim)
        self.redraw()
        self.saved(done.what)
        if focus:
            self.article.focus(focus)
        return True

    def guarded(self, wrong: Any, act: Callable[[], T]) -> T | None:
        """What an action gives; None where it goes wrong, which is said in `wrong`."""
        try:
            return act()
        except Exception as error:
            self.head.refused(wrong, error)
            return None

    def next(self) -> None:
        """Goes to the next line of the list."""
        if self.state.next():
            self.state.selected = None
            self.show()
        else:
            self.concluding.wrong.value = fields.note("that was the last of this list: choose another list above")

    def _undo(self) -> None:
        if not self.undone:
            return
        done = self.undone[-1]
        try:
            done.undo()
        except Exception as error:
            self.head.refused(self.wrong, error)
            return
        self.undone.pop()
        self.head.well(self.wrong)
        self.state.reread()
        with self.claim_form.own():
            self.redraw()
        self.saved(f"undone: {done.what}")

    def _moved(self) -> None:
        start, end = self.article.selected
        self.guarded(self.wrong, lambda: self._choose(int(start), int(end)))

    def _choose(self, start: int, end: int) -> None:
        self.state.select(start, end)
        if self.state.selected and self.state.selected != (start, end):
            with self.showing():
                self.article.selected = list(self.state.selected)
        if self.article.chosen != self.state.sentence:
            self.state.choose(self.article.chosen)
            self.show()
        else:
            self.sentence.show_words()

    def _told(self, _: Any, content: Any, __: Any) -> None:
        if content.get("entered"):
            self.article.focus(".lbl-sentence-form button, .lbl-sentence-form select")

    # ---------------------------------------------------------------------------- what goes on while one works

    def begin(self) -> None:
        """Works out the suspicions, and looks at the files now and then, as long as the desk is open."""
        loop = turns.running()
        if loop is None:
            return  # no kernel: nobody waits
        turns.keep(loop)
        self._work.append(loop.create_task(self._watch()))
        threading.Thread(target=self._work_out, args=(loop,), daemon=True).start()

    def close(self) -> None:
        """Takes the desk away."""
        for task in self._work:
            task.cancel()
        self._work.clear()
        self.box.close()
        self.article.close()

    def look(self) -> None:
        """Shows what somebody else changed in the case's files since the last look."""
        changed = self.guarded(self.wrong, self.state.look)
        if changed:
            self.redraw()
            self.wrong.value = fields.note(f"changed elsewhere, and shown here as it is now: {', '.join(changed)}")

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            if not self.letters.typing:  # of two who type in one field, the second is told when it is left
                self.look()

    def _work_out(self, loop: asyncio.AbstractEventLoop) -> None:
        time.sleep(SETTLED)
        if not self._work:
            return  # another desk has taken the place of this one
        names = sorted(assertable())

        def have(found: tuple[Suspicion, ...]) -> None:
            self.assertable, self.state.suspicions, self.read = names, found, True
            self.redraw()

        read_all(self.case)
        loop.call_soon_threadsafe(have, ())
        loop.call_soon_threadsafe(have, tuple(self.case.suspicions().found))

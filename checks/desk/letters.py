"""What is typed in the desk's fields and not left yet: nothing that the desk shows is written over it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from checks.case.errors import CaseError
from checks.desk import fields
from checks.desk.turns import in_turn

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

OF_A_CLAIM = ("lbl-claim-form", "lbl-concluding", "lbl-second")  # forms that are filled anew for each claim


class Typed(anywidget.AnyWidget):
    """It watches over the fields of the desk in which it stands, and shows nothing.

    `typing` says whether something was typed in a field that is not left yet. `turn` changes when another claim comes
    up: what is being typed then belongs to the one before, and comes as a message that says to which.
    """

    _esm = Path(__file__).with_suffix(".js")
    typing = traitlets.Bool(False).tag(sync=True)
    turn = traitlets.Unicode("0").tag(sync=True)


class Letters:
    """Hands letters to the claim that they were typed of, where another came up before the field was left."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.box = Typed()
        self.box.on_msg(lambda _, content, __: in_turn(lambda: self._take(content)))
        self._claims = [self.state.claim]  # by turn
        self._away = False  # whether another claim is shown only to put letters into it

    @property
    def typing(self) -> bool:
        """Whether something was typed in a field that is not left yet."""
        return bool(self.box.typing)

    def show(self) -> None:
        """Begins a turn where another claim is chosen; to be called before its words are shown."""
        if self._claims[-1] != self.state.claim and not self._away:
            self._claims.append(self.state.claim)
            self.box.turn = str(len(self._claims) - 1)

    def renamed(self, claim: str, to: str) -> None:
        """The claim has another id now: what is being typed of it stays its own."""
        self._claims = [to if one == claim else one for one in self._claims]

    def _take(self, told: Mapping[str, Any]) -> None:
        words, label, form = str(told["typed"]), str(told["label"]), str(told["form"])
        claim = self._claims[int(told["turn"])] if form in OF_A_CLAIM else self.state.claim
        found = self._field(form, label)
        if found is None or (form in OF_A_CLAIM and claim not in self.state.claims):
            gone = f"{label}: its field went while this was typed: “{words}”"
            self.sitting.head.refused(self.sitting.wrong, CaseError(gone))
        elif claim == self.state.claim:
            found.value = words
            if told["here"]:
                self.sitting.focus(found)
        else:
            self._put(claim, found, words)

    def _put(self, claim: str, field: Any, words: str) -> None:
        here, self._away = (self.state.sentence, self.state.claim), True
        try:
            self._go(self.state.sentence_at(self.state.spans[claim][0]), claim)
            field.value = words  # heard as if it were left now
        finally:
            self._go(*here)
            self._away = False

    def _go(self, sentence: int, claim: str) -> None:
        self.state.choose(sentence, claim)
        self.sitting.show()

    def _field(self, form: str, label: str) -> Any:
        for part, within in fields.parts(self.sitting.box):
            if form in within and getattr(part, "description", None) == label and isinstance(part.value, str):
                return part
        return None

"""A text at the desk: the one part that tells which words were chosen, and so has a script of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent

# What the parts of the desk are to a screen reader, by their class.
GROUPS = [
    (".lbl-list", "group", "Which sentences"),
    (".lbl-claim-form", "group", "The claim"),
    (".lbl-evidence", "group", "Evidence"),
    (".lbl-asking", "group", "Ask a check"),
    (".lbl-concluding", "group", "Conclude"),
    (".lbl-verdicts", "radiogroup", "Verdict"),
    (".lbl-second-verdict", "radiogroup", "Second verdict"),
    (".lbl-adding", "group", "Add evidence"),
    (".lbl-noting", "group", "Note what stands in a document"),
    (".lbl-second", "group", "Read a second time"),
    (".lbl-replies", "group", "The right of reply"),
]


class Article(anywidget.AnyWidget):
    """The sentences with their marks. `chosen` is the sentence, `selected` the words, in code points of the text.

    A mark is a piece of a sentence: how many code points, its classes, and the sign before it. The text is sent once.
    """

    _esm = HERE / "article.js"
    _css = HERE / "desk.css"
    sentences: traitlets.List[str] = traitlets.List().tag(sync=True)
    marks: traitlets.List[Any] = traitlets.List().tag(sync=True)
    groups: traitlets.List[Any] = traitlets.List(GROUPS).tag(sync=True)
    chosen = traitlets.Int(0).tag(sync=True)
    selected: traitlets.List[int] = traitlets.List([0, 0]).tag(sync=True)
    told = traitlets.Unicode("").tag(sync=True)
    label = traitlets.Unicode("").tag(sync=True)

    def __init__(self, sentences: Sequence[str], marks: Sequence[Any], label: str) -> None:
        super().__init__(sentences=list(sentences), marks=list(marks), label=label)

    def copy_out(self, text: str) -> None:
        """Puts a text on the reader's clipboard."""
        self.send({"copy": text})

    def name_parts(self) -> None:
        """Tells screen readers what the parts of the desk are, those that were made since it was opened too."""
        self.send({"named": True})

    def focus(self, selector: str) -> None:
        """Puts the keyboard's focus on a part of the desk, by its CSS selector."""
        self.send({"focus": selector})

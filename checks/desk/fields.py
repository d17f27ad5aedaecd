"""The parts that the desk's forms are made of: labelled fields, headings, and the sentence that says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from typing import Any

import ipywidgets as widgets

from checks.case.errors import CaseError
from checks.desk.turns import by_a_person, in_turn

# What the fields of the files are called in the forms.
CALLED = {
    "id": "Id", "says": "What it says", "speaker": "Who says so", "words": "The words", "exact": "The words",
    "title": "Title", "publisher": "Publisher", "url": "Address", "published": "Published on",
    "retrieved": "Retrieved on", "obtained": "How I came by it", "standing": "Standing", "passages": "The passage",
    "name": "Name of the fact", "about": "What it is about", "value": "Value", "unit": "Unit", "at": "When",
    "role": "In which sense it happened", "because": "Because", "rows": "Rows of the list",
}  # fmt: skip


class Showing:
    """Whether a form is being filled from the case: what changes then was not typed by anybody."""

    def __init__(self) -> None:
        self.now = False
        self._had: dict[Any, Any] = {}  # by field, what the case had when it was last put there

    @contextmanager
    def __call__(self) -> Iterator[None]:
        before, self.now = self.now, True
        try:
            yield
        finally:
            self.now = before

    def put(self, field: Any, value: Any, *, anew: bool = False, hold: bool = False) -> bool:
        """Puts what the case has into a field, unless a person has changed it since the last time and that is not
        saved; `anew` whatever stands there, `hold` only if the case has what it had. Whether the field then says what
        the case had, or what a person made of that."""
        had = self._had.get(field, field.value)
        same, own = bool(value == had), field.value != had and str(field.value).strip() != str(value)
        if not anew and (own or (hold and not same)):
            return same
        if anew or str(field.value).strip() != str(value):  # what was typed stands, with its spaces
            with self():
                field.value = value
        self._had[field] = value
        return True


def text(label: str, hint: str = "", options: Sequence[str] | None = None) -> Any:
    """A line to type in, taken when it is left; with `options` to choose from where there are some."""
    kind = widgets.Text if options is None else widgets.Combobox
    more = {} if options is None else {"options": tuple(options)}
    return kind(description=label, placeholder=hint, continuous_update=False, **more)


def area(label: str, hint: str = "", rows: int = 2) -> Any:
    """Lines to type in, taken when they are left."""
    return widgets.Textarea(description=label, placeholder=hint, continuous_update=False, rows=rows)


def button(label: str, act: Callable[[], object], tip: str = "") -> Any:
    """A button that does something."""
    made = widgets.Button(description=label, tooltip=tip or label)
    made.on_click(lambda _: in_turn(act))
    return made


def heading(words: str, level: int = 3) -> Any:
    """A heading."""
    return widgets.HTML(f"<h{level}>{escape(words)}</h{level}>")


def box(*parts: Any, of: str = "") -> Any:
    """Parts from top to bottom."""
    return _classed(widgets.VBox(list(parts)), of)


def line(*parts: Any) -> Any:
    """Parts side by side, on more lines where there is no room."""
    return _classed(widgets.HBox(list(parts)), "lbl-line")


def pair(*parts: Any) -> Any:
    """Short fields beside each other, each as wide as there is room."""
    return _classed(widgets.HBox(list(parts)), "lbl-pair")


def parts(of: Any, within: frozenset[str] = frozenset()) -> Iterator[tuple[Any, frozenset[str]]]:
    """A part of a form and all within it, each with the classes of what it stands in."""
    yield of, within
    inner = within | {*getattr(of, "_dom_classes", ())}
    for child in getattr(of, "children", ()):
        yield from parts(child, inner)


def shown(part: Any, yes: bool) -> None:
    """Shows a part of a form, or takes it away."""
    part.layout.display = None if yes else "none"


def hears(part: Any, showing: Showing, act: Callable[[], object], trait: str | Sequence[str] = "value") -> None:
    """Does something when a person, and not the desk itself, changes a field."""
    part.observe(lambda _: in_turn(act) if by_a_person(showing.now) else None, trait)


def wrong(error: Exception) -> str:
    """What went wrong, as the one sentence that a form shows: with the field as the form calls it, where it has one.

    Where a claim, a document or a field is named, its file and line tell nobody at a form anything.
    """
    if not isinstance(error, CaseError):
        return f"this went wrong here: {type(error).__name__}: {' '.join(str(error).split())}"
    if error.field:
        return f"{CALLED.get(error.field, error.field.replace('_', ' '))}: {error.what}"
    return f"{error.id}: {error.what}" if error.id else str(error)


def warning(sentence: str) -> str:
    """A sentence that says what is wrong, to be read out at once; nothing for nothing."""
    return f'<p class="lbl-wrong" role="alert"><b>Not saved:</b> {escape(sentence)}</p>' if sentence else ""


def saved(sentence: str) -> str:
    """The line at the head that says what was saved."""
    return f"<p class='lbl-saved'>{escape(sentence)}</p>"


def not_saved(sentence: str) -> str:
    """The line at the head that says what was not; it was read out where it went wrong."""
    return f"<p class='lbl-saved lbl-wrong'><b>Not saved:</b> {escape(sentence)}</p>"


def note(sentence: str) -> str:
    """A sentence to read beside a field; nothing for nothing."""
    return f'<p class="lbl-note">{escape(sentence)}</p>' if sentence else ""


def _classed(part: Any, of: str) -> Any:
    if of:
        part.add_class(of)
    return part

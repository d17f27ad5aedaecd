"""What goes wrong, said to the investigator: what, where, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class CaseError(Exception):
    """Something in a case is not as it must be.

    `file` is relative to the project, `line` counts from 1 (0: no line), `id` is a claim, fact or row, and `field` the
    field of it that is wrong, for a form: the line says it to a reader.
    """

    def __init__(self, what: str, *, file: str = "", line: int = 0, id: str = "", field: str = "") -> None:
        self.what, self.file, self.line, self.id, self.field = what, file, line, id, field
        place = f"{file}:{line}" if file and line else file
        super().__init__(": ".join(part for part in (place, id, what) if part))

    def at(self, *, file: str = "", line: int = 0, id: str = "") -> CaseError:
        """The same trouble with its place filled in, where the place was not known before."""
        return type(self)(self.what, file=self.file or file, line=self.line or line, id=self.id or id, field=self.field)

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this: an investigator is shown the sentence, not our stack.
        return [str(self)]


class Lost(CaseError):
    """An anchor's words are not in the text."""


class Ambiguous(CaseError):
    """An anchor's words are in the text more than once."""


class Unfit(CaseError):
    """A check was asked of a claim that it does not fit."""


class Differs(CaseError):
    """In a frozen case, an answer is not the one that was kept."""


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Names the known word closest to a wrong one, or all of them if there are few: for the end of a message."""
    words = sorted(known)
    close = difflib.get_close_matches(wrong, words, n=1, cutoff=0.5)
    if close:
        return f"the nearest is `{close[0]}`"
    if not words:
        return "there are none yet"
    shown = ", ".join(f"`{word}`" for word in words[:8])
    return f"there are {shown}{' and others' if len(words) > 8 else ''}"

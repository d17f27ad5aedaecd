"""What rows drawn from any official record have in common: columns, ids, printable words, the day of looking."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

from checks.case.errors import CaseError, nearest
from checks.case.when import When
from checks.evidence.answers import Saved
from checks.evidence.json_answer import Node, json_answer

_JOINERS = "\u200c\u200d"  # invisible, but part of how some scripts are written
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def columns(own: Mapping[str, str], *, words: str) -> dict[str, str]:
    """The columns of a register: its own, between those that every register has.

    `own` says what each of its columns holds; `words` says what that column holds here.
    """
    return {
        "id": "the row's name",
        **own,
        "start": "the day",
        "end": "the same day",
        "source_url": "where it stands",
        "standing": "of that source",
        "obtained": "how the row came here",
        "retrieved": "the day on which the record was asked",
        "words": words,
    }


def printable(text: str, most: int = 2_000) -> str:
    """A text from outside on one line, without control characters, cut off at `most` characters."""
    kept = "".join(_shown(character) for character in text[: 4 * most])
    line = " ".join(kept.split())
    return line if len(line) <= most and len(text) <= 4 * most else f"{line[: most - 1].rstrip()}…"


def _shown(character: str) -> str:
    kind = unicodedata.category(character)
    if kind[0] != "C" or character in _JOINERS:
        return character
    return "" if kind == "Cf" else " "


def id_of(parts: Iterable[str], taken: dict[str, int]) -> str:
    """A row's id from words: lower-case, joined by hyphens; where it is taken, with the next number after it.

    `taken` is remembered from row to row of one register.
    """
    folded = unicodedata.normalize("NFKD", " ".join(parts)).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", folded))[:90].strip("-") or "row"
    number = taken.get(stem, 0) + 1
    id = stem if number == 1 else f"{stem}-{number}"
    while id in taken:  # "b-2" may be a name of its own
        number += 1
        id = f"{stem}-{number}"
    taken[stem] = number
    taken.setdefault(id, 1)
    return id


def iso_day(text: str) -> date | None:
    """The day written `2031-05-02`; None for anything else, and for days that do not exist."""
    try:
        return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None


def looked_at(saved: Saved) -> date:
    """The day on which the answer was asked for. Raises `CaseError` where it is no day."""
    found = iso_day(saved.retrieved)
    if found is None:
        raise CaseError(f"`{printable(saved.retrieved, 40)}` is no day of asking: write 2031-05-02", file=saved.file)
    return found


def from_first_to_last(days: Iterable[date]) -> str:
    """The span from the earliest to the latest of these days, as `When` prints it."""
    known = sorted(days)
    return str(When.span(known[0], known[-1]))


def web_address(text: str) -> str:
    """The address if it is one of the web, else nothing: other kinds (javascript:, file:) are never kept."""
    text = printable(text)
    return text if re.match(r"https?://[^\s/]", text, re.IGNORECASE) and " " not in text else ""


def answered(saved: Saved) -> Node:
    """The JSON of a saved answer; of what is none, the error shows the beginning without control characters."""
    try:
        return json_answer(saved)
    except CaseError as error:
        raise CaseError(printable(error.what, 400), file=error.file) from None


def wanted(asked: Mapping[str, str], asks: Mapping[str, str], may_ask: Mapping[str, str]) -> dict[str, str]:
    """What is asked, without what was left empty. Raises `CaseError` for what is unknown or missing."""
    known = {**asks, **may_ask}
    for name in asked:
        if name not in known:
            raise CaseError(f"`{printable(name, 40)}` cannot be asked of this record: {nearest(name, known)}")
    found = {name: line for name in known if (line := printable(asked.get(name, ""), 500))}
    for name, what in asks.items():
        if name not in found:
            raise CaseError(f"`{name}` must be named: {what}")
    return found


def told(asked: Mapping[str, str]) -> str:
    """What was asked, for a sentence: `term “harbour”, signed “2031-05”`."""
    named = ", ".join(f"{printable(name, 40)} “{printable(value, 500)}”" for name, value in asked.items() if value)
    return named or "what its address says"

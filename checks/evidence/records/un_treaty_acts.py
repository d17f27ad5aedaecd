"""The acts of one participant: what the columns of a treaty's status hold, and what its end notes add to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from checks.case.errors import CaseError
from checks.case.when import When
from checks.evidence.records.rows import printable
from checks.evidence.records.state_names import also_called
from checks.evidence.records.un_treaty_notes import Leaving, leaving
from checks.evidence.records.un_treaty_table import Cell, Line
from checks.reading.names import plain

_LETTERS = {
    "A": "acceptance", "AA": "approval", "a": "accession", "c": "formal confirmation", "d": "succession",
    "s": "definitive signature",
}  # fmt: skip
_KIND = re.compile(r"([^,()]{1,60})\(\s?([A-Za-z]{1,2})\s?\)")
_DATED = re.compile(r"(\[?)\s?(\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})(?: ?([A-Za-z]{1,2}))?\s?(\]?)[,;]?\s?", re.ASCII)
_BINDS = re.compile(r"ratif|accept|approv|accession|adher|succession(?! to signature)|confirmation|consent", re.I)
_LEAVING_HEAD = re.compile(r"withdrawal|denunciation|termination", re.I)
_NOTHING = ("", "-", "–", "—", "..", "...")


@dataclass(frozen=True)
class Act:
    """A dated act in a cell: `act` and `kind` as the register has them, `bracketed` if it stands in square brackets."""

    act: str
    kind: str
    day: date
    words: str
    bracketed: bool = False


def acts_of(line: Line, told: Mapping[str, str], referred: Counter[str], *, alone: bool) -> tuple[list[Act], list[str]]:
    """The acts of one participant, and sentences on what is no row.

    `told` are the end notes that tell of a withdrawal, by number; `referred` counts the lines that refer to a note;
    `alone`: this is the participant's one line in the table.
    """
    acts: list[Act] = []
    doubts = [] if alone else ["it has more than one line in the table"]
    for head, cell in zip(line.heads, line.cells, strict=True):
        found = dated(head, cell)
        if found is None:
            doubts.append(f"“{cell.printed}” under “{head}” is not a date as the table prints them")
        acts += found or []
        if column(head) is None and _LEAVING_HEAD.search(head) and filled(cell):
            doubts.append(f"“{cell.printed}” stands under “{head}”, which does not say whether it is notice or effect")
    left, more = _leavings(line, told, referred)
    doubts += more
    if any(act.bracketed and act.act != "signed" for act in acts) and not any(one.effective for one in left):
        shown = ", ".join(act.words for act in acts if act.bracketed)
        doubts.append(f"“{shown}” is in square brackets (withdrawn or replaced), and no end note states since when")
    entries = [act for act in acts if act.act == "in force"]
    if len(left) > 1 or len(entries) > 1:
        doubts.append("more than one entry into force or withdrawal is stated")
    if entries and any(not one.notified or not one.effective for one in left):
        doubts.append("its end note does not state both the notice of withdrawal and its effect")
    if entries and any(day and day <= entries[0].day for one in left for day in (one.notified, one.effective)):
        doubts.append("a withdrawal is told of before its entry into force")
    plainly = bool(entries) and not doubts
    if entries and not plainly:
        days = ", ".join(str(entry.day) for entry in entries)
        doubts.append(
            f"so its entry into force ({days}) is no row: with it the state would count as a party since then"
        )
    acts = [act for act in acts if act.act != "in force" or plainly]
    for one in left:
        notice, effect = ("notified", "withdrawn") if plainly else ("withdrawal notified", "withdrawal in effect")
        acts += [Act(notice, one.kind, one.notified, one.words)] if one.notified else []
        acts += [Act(effect, one.kind, one.effective, one.words)] if one.effective else []
    return acts, doubts


def _leavings(line: Line, told: Mapping[str, str], referred: Counter[str]) -> tuple[list[Leaving], list[str]]:
    """The withdrawals that the end notes of a line tell of, and a sentence for each that cannot be read for certain."""
    found: list[Leaving] = []
    doubts: list[str] = []
    names = [_bare(name) for name in (line.name.printed, *also_called(line.name.printed))]
    ours = referred_to(line)
    for number, text in told.items():
        named = any(name in _bare(text) for name in names)
        if number not in ours and (referred[number] or not named):
            continue
        one = leaving(text)
        if one and named and number in ours and referred[number] == 1:
            found.append(one)
        else:
            doubts.append(f"an end note tells of a withdrawal, in words that leave a doubt: “{printable(text, 300)}”")
    return found, doubts


@lru_cache(maxsize=4_096)  # each note is held against each name
def _bare(text: str) -> str:
    return " ".join(["", *re.findall(r"[^\W_]+", plain(text)), ""])


def referred_to(line: Line) -> set[str]:
    """The numbers of the end notes that a line refers to, at its name or in a cell."""
    return {*line.name.notes, *(note for cell in line.cells for note in cell.notes)}


def filled(cell: Cell) -> bool:
    """Whether something is printed in a cell: a dash is nothing."""
    return cell.printed not in _NOTHING


def column(head: str) -> str | None:
    """What a column holds, by the words of its head; None for one that is not read."""
    words = head.lower()
    if "provisional" in words or _LEAVING_HEAD.search(words):
        return None
    if "entry into force" in words:
        return "in force"
    if _BINDS.search(words):
        return "deposited"
    return "signed" if "signature" in words else None


def dated(head: str, cell: Cell) -> list[Act] | None:
    """The acts in a cell (`22 Apr 2031 A`, `[3 May 2031]`); None where it has words that are no date."""
    act = column(head)
    if act is None or not filled(cell):
        return []
    kinds = {letter: kind.strip().lower() for kind, letter in _KIND.findall(head)}
    unmarked = [part.strip().lower() for part in head.split(",") if part.strip() and "(" not in part]
    acts: list[Act] = []
    at, opened = 0, False
    while at < len(cell.printed):
        found = _DATED.match(cell.printed, at)
        if not found:
            return None
        letters = found[3] or ""
        kind = kinds.get(letters) or _LETTERS.get(letters) or ""
        try:
            day = When.parse(found[2]).first
        except CaseError:
            return None
        if day is None or (letters and not kind):
            return None
        kind = kind or (" or ".join(unmarked) if act == "deposited" else "")
        really = "signed" if kind == "definitive signature" else act
        opened = opened or bool(found[1])
        acts.append(Act(really, "" if act == "in force" else kind, day, cell.printed, opened))
        opened, at = opened and not found[4], found.end()
    return acts

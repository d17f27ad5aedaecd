"""Looks at all of a case again, without a kernel: seals, log, tables, notebooks, findings, conclusions."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.case import readers, signing, versions
from checks.case.captures import captures_looked_at
from checks.case.catalogue import check_named
from checks.case.cells import Cell, cells
from checks.case.conclusions import unsaid
from checks.case.errors import CaseError, nearest
from checks.case.log import Key, Log, disputed, faults, merged
from checks.case.record import LOG
from checks.case.replies import reply
from checks.case.rows import SAID, SAID_SECOND, row_of
from checks.case.seals import Seals
from checks.case.summary import left_to_do

if TYPE_CHECKING:
    from checks.case.folder import Case

COMPARED = {
    "finding": ("verdict", "reason", "evidence"),
    "conclusion": SAID,
    "search": ("place", "query", "hits", "on", "note"),
    "unsaid": ("says", "evidence"),
    "second": SAID_SECOND,
    "settled": ("because", "stands", "readings"),
    "reply": ("to", "how", "asked", "deadline", "about", "answer", "answered", "used"),
}
KEPT_IN = {"finding": "findings.csv", "conclusion": "conclusions.csv"}  # the rest stands in the log alone
DONE = {
    "finding": "asks", "conclusion": "concludes", "search": "logs", "unsaid": "says", "second": "reads",
    "settled": "settles", "reply": "tells",
}  # fmt: skip

NAMED = {"unsaid": "what the article leaves out", "settled": "how it was settled", "reply": "the right of reply"}


@dataclass
class Verification:
    """What `verify` saw: a sentence for each thing that differs, and for each that is only worth knowing.

    `captures` tells what was found in captured bytes. It hangs on which of them are in this copy, so that no notebook
    shows it. `left` is what is still to be done in a case that is in progress.
    """

    differences: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    captures: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def verify_case(name: str, root: Path) -> Verification:
    """Verifies a case by name; of one that cannot be opened, says why beside what its seals say.

    Raises `CaseError` if there is no such case.
    """
    from checks.case.folder import Case  # it imports this module's caller, `close`
    from checks.case.projects import case_names

    if name not in case_names(root):
        raise CaseError(f"there is no case `{name}`: {nearest(name, case_names(root))}")
    try:
        case = Case(name, root)
    except CaseError as error:
        seals = Seals(root / "data" / "cases" / name, root / "notebooks" / name, f"data/cases/{name}")
        found = Verification()
        found.differences += _or_its_error(found, seals.faults, ([], []))[0]
        if str(error) not in found.differences:
            found.differences.append(str(error))
        return found
    return verify(case)


def verify(case: Case, *, running: bool = False) -> Verification:
    """Compares a case with itself. `running` leaves out the seals of what a run is still writing."""
    found = Verification()
    edited, notes = _or_its_error(found, lambda: case.seals.faults(running=running), ([], []))
    found.differences += edited
    found.notes += notes
    log: Log | None = _or_its_error(found, lambda: case.log, None)
    if log is None:
        return found
    found.differences += [*case.record.faults(log), *faults(log, case.record.file)]
    branches = merged(log, case.record.file)
    if branches:
        found.notes.append(f"{branches}{', and they do not agree' if disputed(log) else ', and they agree'}")
    asked = made_by_cells(case, found)
    found.differences += _unasked(case, log, asked)
    for key, (place, row) in asked.items():
        found.differences += _compare(case, key, place, row, log.rows.get(key))
    for kept in log.of("conclusion"):
        found.differences += _unsigned(case, kept)
    found.differences += _or_its_error(found, lambda: readers.faults(case), [])
    found.differences += _or_its_error(found, lambda: versions.faults(case), [])
    lost, told = _or_its_error(found, lambda: captures_looked_at(case), ([], []))
    found.differences += lost
    found.captures += told
    left = left_to_do(case)
    if case.claims.status == "complete":
        left = [f"{case.file('claims.yaml')}: it says complete, and this is left: {item}" for item in left]
        found.differences += left
    else:
        found.left += left
    return found


def made_by_cells(case: Case, found: Verification) -> dict[Key, tuple[str, dict[str, Any]]]:
    """The row that each cell of the notebooks makes now, with the cell's place; troubles go to `found`."""
    made: dict[Key, tuple[str, dict[str, Any]]] = {}
    for document in case.documents.values():
        if document.searched:  # its saved answer stands for a cell
            key, row = row_of(document.searched)
            made[key] = (case.file(f"evidence/{document.id}.md"), {**row, "claim": document.searched.claim})
    listed: list[Cell] = _or_its_error(found, lambda: list(cells(case.notebooks, case.root)), [])
    for cell in listed:
        try:
            key, row = _made(case, cell)
        except CaseError as error:
            found.differences.append(str(error.at(file=cell.place)))
            continue
        except (TypeError, ValueError, AttributeError) as error:  # arguments missing, too many, or of the wrong kind
            found.differences.append(f"{cell.place}: this call of case.{cell.method} cannot be made: {error}")
            continue
        if key in made and key[0] != "finding":
            found.differences.append(
                f"{cell.place}: {key[1]}: {made[key][0]} has this {key[0]} too: keep one of the two"
            )
        made[key] = (cell.place, row)
    return made


def _made(case: Case, cell: Cell) -> tuple[Key, dict[str, Any]]:
    args, kwargs = cell.arguments(case, check_named)
    bound = inspect.signature(getattr(case, cell.method)).bind(*args, **kwargs)
    bound.apply_defaults()
    given = bound.arguments
    if cell.method == "unsaid":
        return row_of(unsaid(**given))
    if cell.method == "reply":
        return row_of(reply(case, **given))
    if not isinstance(given["claim"], str):
        raise TypeError("the claim is named by its id")
    if cell.method == "ask":
        return row_of(case.answer(given["claim"], given["check"], given["given"]))
    if cell.method == "searched":
        key, row = row_of(case.search(**given))
        return key, {**row, "claim": given["claim"]}
    if cell.method == "second":
        return row_of(readers.second(case, **given))
    if cell.method == "settle":
        return row_of(readers.settlement(case, **given))
    case.claims[given["claim"]]
    evidence, searches = [item.ref for item in given["evidence"]], list(given["searches"])
    return ("conclusion", given["claim"]), {**given, "evidence": evidence, "searches": searches}


def _unasked(case: Case, log: Log, asked: Mapping[Key, Any]) -> list[str]:
    return [
        f"{case.file(KEPT_IN.get(key[0], LOG))}: {_named(key)}: no cell {DONE[key[0]]} this any more: "
        f"put the cell back, or `checks run {case.name}` withdraws it"
        for key in sorted(log.rows)
        if key not in asked
    ]


def _compare(case: Case, key: Key, place: str, row: Mapping[str, Any], kept: Mapping[str, Any] | None) -> list[str]:
    here = f"{place}: {_named(key)}"
    if kept is None:
        return [f"{here}: what this cell {DONE[key[0]]} is not in the record: `checks run {case.name}` keeps it"]
    differ = [name for name in COMPARED[key[0]] if row.get(name) != kept[name]]
    if not differ:
        return []
    name = differ[0]
    return [
        f"{here}: {name} is now “{_shown(row.get(name))}”, and “{_shown(kept[name])}” was kept: "
        f"`checks run {case.name}` keeps the new one"
    ]


def _unsigned(case: Case, kept: Mapping[str, Any]) -> list[str]:
    place = f"{case.file('conclusions.csv')}: {kept['claim']}"
    try:
        now = signing.conclusion_kept(case, kept)
    except CaseError as error:
        return [f"{place}: this conclusion no longer holds: {error.what}"]
    return [] if now.rests_on == kept["rests_on"] else [f"{place}: {signing.unsigned(case, kept)}"]


def _named(key: Key) -> str:
    if key[0] == "finding":
        return f"{key[1]}: {key[2]}" + (f" ({key[3]})" if key[3] else "")
    if key[0] == "second":
        return f"{key[1]}: the second reading" + (f" by {key[2]}" if key[2] else "")
    return f"{key[1]}: {NAMED.get(key[0], f'the {key[0]}')}"


def _shown(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _or_its_error(found: Verification, look: Any, otherwise: Any) -> Any:
    try:
        return look()
    except CaseError as error:
        if str(error) not in found.differences:
            found.differences.append(str(error))
        return otherwise

"""Evidence taken back: a document that just came in, or what was just noted in one, while nothing rests on it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from checks.case.bringing_in import log_is_sealed, one_at_a_time
from checks.case.errors import CaseError
from checks.case.log import Key
from checks.case.record import LOG, replace_file
from checks.case.seals import digest
from checks.evidence.documents import read_document

if TYPE_CHECKING:
    from checks.case.folder import Case


def resting_on(case: Case, id: str) -> set[tuple[Key, str]]:
    """The rows of the record that name a document, a fact or a passage of it, each with what it says."""
    names = re.compile(rf"(?<![\w-]){re.escape(id)}(?![\w-])")
    told = {key: json.dumps(row, sort_keys=True) for key, row in case.log.rows.items()}
    return {(key, text) for key, text in told.items() if names.search(text)}


def take_back(case: Case, id: str, before: bytes | None, rested: set[tuple[Key, str]]) -> None:
    """Puts a document back to the bytes it had before, or takes it out with its captured bytes if it had none.

    `rested` is what rested on it then. Raises `CaseError`, and changes nothing, where more rests on it by now, another
    document comes after it, or it was edited since its seal.
    """
    with one_at_a_time(case):
        found, name = case.evidence(id), f"evidence/{id}.md"
        path, file = case.folder / name, case.file(name)
        if case.seals.read().get(name) != digest(path):
            raise CaseError("it was edited since its seal, so it is not taken back", file=file)
        if more := sorted(key for key, _ in resting_on(case, id) - rested):
            raise CaseError(f"the {more[0][0]} on `{more[0][1]}` rests on it by now: undo that first", file=file)
        later = [other.id for other in case.documents.values() if other.capture and other.capture.after == id]
        if later and before is None:
            raise CaseError(f"`{later[0]}` is a later capture of it, so it is not taken back", file=file)
        sealed, was = log_is_sealed(case), {name: digest(path)}
        if before is not None:
            replace_file(path, before)
            case.documents = {**case.documents, id: read_document(path, file, "evidence")}
            case.record.note("seal", was, {name: digest(path)}, "undone at the desk")
            case.seals.add([name])
        else:
            gone = [path, *([case.folder / "evidence" / found.capture.file] if found.capture else [])]
            names = [f"evidence/{one.name}" for one in gone]
            case.record.note("seal", {one: case.seals.read().get(one, "") for one in names}, {}, "undone at the desk")
            case.seals.drop(names)
            for one in gone:
                one.unlink(missing_ok=True)
            case.documents = {other: document for other, document in case.documents.items() if other != id}
        if sealed:
            case.seals.add([LOG])


def take_back_register(case: Case, id: str, rested: set[tuple[Key, str]]) -> None:
    """Takes out a register of the case that just came in. Raises `CaseError` as `take_back` does."""
    names = [f"evidence/{id}.csv", f"evidence/{id}.md"]
    with one_at_a_time(case):
        kept = case.seals.read()
        for name in names:
            if kept.get(name) != digest(case.folder / name):
                raise CaseError("it was edited since its seal, so it is not taken back", file=case.file(name))
        if more := sorted(key for key, _ in resting_on(case, id) - rested):
            raise CaseError(f"the {more[0][0]} on `{more[0][1]}` rests on it by now: undo that first", id=id)
        sealed = log_is_sealed(case)
        case.record.note("seal", {name: kept[name] for name in names}, {}, "undone at the desk")
        case.seals.drop(names)
        for name in names:
            (case.folder / name).unlink()
        case.forget_register(id)
        if sealed:
            case.seals.add([LOG])

"""The worked notebook: the cells of what was asked and concluded at the desk, as a person would have written them.

It is written from the record, and holds the rows that no other cell of the case's notebooks has. A cell that a person
wrote or changed is never touched: a cell of ours is known by its id, which is made of what it stands for and of its
source.
"""

from __future__ import annotations

import ast
import hashlib
import inspect
import json
import re
import textwrap
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.case import readers
from checks.case.asking import reference
from checks.case.calls import source
from checks.case.catalogue import check_named
from checks.case.cells import cells, tidied
from checks.case.claims import ARTICLE
from checks.case.errors import CaseError
from checks.case.log import Key, Log
from checks.case.projects import notebooks_in
from checks.case.python import Call, Text
from checks.case.record import held, refuse_if_frozen, replace_file
from checks.case.rows import SAID, row_of
from checks.evidence.written import read_text

if TYPE_CHECKING:
    from checks.case.folder import Case

NAME = "check-the-claims.ipynb"
INTRO = """\
# Check the claims

What was asked and concluded at the desk: each claim in the order of the article, with the cells that ask and conclude
it."""
_OURS = re.compile(r"w-([0-9a-f]{10})-([0-9a-f]{10})")
_MARKS = re.compile(r"([\\`*_\[\]<>&#$~|!])")  # what Markdown would obey
Given = Mapping[str, Any]
_KINDS = ("finding", "search", "conclusion", "second", "settled")
_NONE: dict[str, Any] = {"metadata": {}, "nbformat": 4, "nbformat_minor": 5}
_SHOWN = 90  # characters of a claim's words in its heading


@dataclass(frozen=True)
class _Made:
    """A cell that the record calls for: what it stands for, and its source."""

    stands_for: str
    source: str
    code: bool

    @property
    def id(self) -> str:
        return f"w-{_hash(self.stands_for)}-{_hash(self.source)}"

    def cell(self) -> dict[str, Any]:
        kind: dict[str, Any] = {"cell_type": "markdown"}
        if self.code:
            kind = {"cell_type": "code", "execution_count": None, "outputs": []}
        return {**kind, "id": self.id, "metadata": {}, "source": self.source.splitlines(keepends=True)}


def write(case: Case) -> list[str]:
    """Brings the worked notebook up to the record; returns a sentence for each row that no cell can say.

    Raises `CaseError` for a notebook that cannot be read, and then writes nothing.
    """
    refuse_if_frozen()
    case.notebooks.mkdir(parents=True, exist_ok=True)
    with held(case.notebooks):
        path = _path(case)
        book = _book(path, case)
        ours = {number for number, cell in enumerate(book["cells"], 1) if _is_ours(cell, case)}
        rest = [cell for number, cell in enumerate(book["cells"], 1) if number not in ours]
        theirs = _rows_of_others(case, path, ours)
        opening, body, troubles = _wanted(case, theirs, rest)
        merged = _merged(book["cells"], [*opening, *body], case)
        if merged != book["cells"] and (body or path.exists()):
            replace_file(path, tidied(json.dumps({**book, "cells": merged}).encode()))
    return troubles + _said_otherwise(case, theirs)


def empty(case: str) -> bytes:
    """The worked notebook of a new case, by its name, in which nothing is asked yet: its introduction and opening."""
    begun = [_Made("intro", INTRO, False), _Made("opening", _opening(_imports(["open_case"]), case), True)]
    return tidied(json.dumps({**_NONE, "cells": [made.cell() for made in begun]}).encode())


def sources(case: Case, claim: str) -> list[str]:
    """The cells of a claim, as a person would write them: it is shown, asked, searched for and concluded."""
    made = [source for _, source in _cells_of(case, claim, (*_KINDS, "unsaid", "reply"), _in_time(case.log), [])]
    return made if claim == ARTICLE else [str(Call("case.claim", [Text(claim)])), *made]


def place_of(case: Case, key: Key) -> str:
    """The place of the cell by which a person made a row of the record; empty where the desk did."""
    path = _path(case)
    ours = {number for number, cell in enumerate(_book(path, case)["cells"], 1) if _is_ours(cell, case)}
    return _rows_of_others(case, path, ours).get(key, ("", {}))[0]


# ------------------------------------------------------------------------------------------------- what is wanted


def _wanted(
    case: Case, theirs: Container[Key], rest: Sequence[Mapping[str, Any]]
) -> tuple[list[_Made], list[_Made], list[str]]:
    """The cells that the record calls for beside those of people: the opening, and the rows; and what no cell can say.

    What a person has made of a cell of ours stands in its place.
    """
    edited = {_stands_for(cell) for cell in rest}
    log, troubles, body = case.log, list[str](), list[_Made]()
    answers = {document.id for document in case.documents.values() if document.searched}  # each stands for a cell
    keys = [key for key in _in_time(log) if key not in theirs and not (key[0] == "search" and key[1] in answers)]
    checks = set[str]()
    for claim, heading, kinds in _sections(case):
        made = _cells_of(case, claim, kinds, [key for key in keys if _hash(_name(key)) not in edited], troubles)
        if not made:
            continue
        body.append(_Made(f"heading {heading if claim == ARTICLE else claim}", f"## {heading}", False))
        if claim != ARTICLE:
            body.append(_Made(f"claim {claim}", str(Call("case.claim", [Text(claim)])), True))
        for key, text in made:
            if key[0] == "finding":
                checks.add(key[2])
                question = (check_named(key[2]).__doc__ or "").splitlines()[0]
                body.append(_Made(f"question {_name(key)}", question, False))
            body.append(_Made(_name(key), text, True))
    imported = {name for cell in rest for name in _imported(cell)}
    missing = sorted(checks - imported)
    opening = []
    if not rest:
        opening.append(_Made("intro", INTRO, False))
    if not any(_opens(cell) for cell in rest):
        names = _imports(["open_case", *missing])
        opening.append(_Made("opening", _opening(names, case.name), True))
    elif missing:
        opening.append(_Made("imports", _imports(missing), True))
    kept = [cell for cell in opening if cell.stands_for == "imports" or _hash(cell.stands_for) not in edited]
    return kept, [cell for cell in body if _hash(cell.stands_for) not in edited], troubles


def _sections(case: Case) -> Iterator[tuple[str, str, Sequence[str]]]:
    """The parts of the notebook: of which claim, its heading, and the kinds of rows in it, in their order."""
    yield ARTICLE, "The article as a whole", ("finding", "search")
    for id in case.in_order():
        words = textwrap.shorten(case.claims[id].words.exact, _SHOWN, placeholder=" …")
        yield id, _MARKS.sub(r"\\\1", words), _KINDS
    yield ARTICLE, "What the article leaves out", ("unsaid",)
    yield ARTICLE, "The right of reply", ("reply",)


def _cells_of(
    case: Case, claim: str, kinds: Sequence[str], keys: Sequence[Key], troubles: list[str]
) -> list[tuple[Key, str]]:
    """The rows of a claim with their sources; a sentence to `troubles` for what no cell can say."""
    found, rows = [], case.log.rows
    for key in [key for kind in kinds for key in keys if key[0] == kind and rows[key]["claim"] == claim]:
        try:
            found.append((key, source(case, key, rows[key])))
        except CaseError as error:
            troubles.append(f"{_name(key)}: no cell can say this: {error}")
    return found


def _in_time(log: Log) -> list[Key]:
    """The rows in the order in which they first came into the record."""
    return list(dict.fromkeys(line.key for line in log.lines if line.key and line.key in log.rows))


def _name(key: Key) -> str:
    return " ".join(part for part in key if part)


def _opening(names: str, case: str) -> str:
    return f'{names}\n\ncase = open_case("{case}")'


def _imports(names: Sequence[str]) -> str:
    line = f"from checks import {', '.join(names)}"
    return line if len(line) <= 88 else "from checks import (\n" + "".join(f"    {name},\n" for name in names) + ")"


# ---------------------------------------------------------------------------------------------------- the notebook


def _path(case: Case) -> Path:
    """The worked notebook, or where it would stand: before the last one, which is the report."""
    paths = notebooks_in(case.notebooks)
    ours = [path for path in paths if path.name.endswith(NAME)]
    if ours:
        return ours[-1]
    number = re.match(r"\d+", paths[-1].name) if paths else None
    at = int(number[0]) if number else 1
    path = case.notebooks / f"{at:02d}-{NAME}"
    return path if not paths or path.name < paths[-1].name else case.notebooks / f"{max(at - 1, 0):02d}-{NAME}"


def _book(path: Path, case: Case) -> dict[str, Any]:
    if not path.exists():
        return {**_NONE, "cells": []}
    file = path.relative_to(case.root).as_posix()
    try:
        book: dict[str, Any] = json.loads(read_text(path, file))
        sound = all(isinstance(cell["cell_type"], str) and isinstance(cell["metadata"], dict) for cell in book["cells"])
    except (ValueError, KeyError, TypeError, RecursionError):
        sound = False
    if not sound:
        raise CaseError("this is not a notebook: restore it from git, or delete it", file=file)
    return book


def _is_ours(cell: Mapping[str, Any], case: Case) -> bool:
    """Whether a cell is as we wrote it, or as `checks new` did, with nothing in it but the case opened."""
    found, text = _OURS.fullmatch(str(cell.get("id", ""))), _text(cell)
    bare = _opening(_imports(["open_case"]), case.name)
    return bool(found and found[2] == _hash(text)) or (cell["cell_type"] == "code" and text == bare)


def _stands_for(cell: Mapping[str, Any]) -> str:
    """What a cell that a person has changed had stood for."""
    found = _OURS.fullmatch(str(cell.get("id", "")))
    return found[1] if found else ""


def _rows_of_others(case: Case, path: Path, ours: set[int]) -> dict[Key, tuple[str, Given]]:
    """The rows that the cells of people make, in any notebook, with the cell's place and what it passes.

    `ours` are the numbers of the cells in the worked notebook that are not theirs. A cell whose evidence is gone makes
    no row.
    """
    file, found = path.relative_to(case.root).as_posix(), dict[Key, tuple[str, Given]]()
    for cell in cells(case.notebooks, case.root):
        place, _, number = cell.place.rpartition(", cell ")
        if place == file and int(number) in ours:
            continue
        try:
            args, kwargs = cell.arguments(case, check_named)
            bound = inspect.signature(getattr(case, cell.method)).bind(*args, **kwargs)
            bound.apply_defaults()
            found[_key(case, cell.method, bound.arguments)] = (cell.place, bound.arguments)
        except (CaseError, TypeError, ValueError, AttributeError, KeyError):
            continue
    return found


def _said_otherwise(case: Case, theirs: Mapping[Key, tuple[str, Given]]) -> list[str]:
    """The conclusions that a person's cell has in other words than the record: that cell is theirs to change."""
    found, rows = [], case.log.rows
    for key, (place, given) in theirs.items():
        if key[0] == "conclusion" and key in rows:
            evidence, searches = [item.ref for item in given["evidence"]], list(given["searches"])
            if any({**given, "evidence": evidence, "searches": searches}[name] != rows[key][name] for name in SAID):
                found.append(
                    f"{place}: it concludes `{key[1]}` otherwise: change this cell, or a run keeps what it says"
                )
    return found


def _key(case: Case, method: str, given: Given) -> Key:
    if method == "ask":
        passed = given["given"]
        asked = "; ".join(f"{name}={reference(passed[name])}" for name in sorted(passed))
        return ("finding", given["claim"], given["check"].__name__.rpartition(".")[2], asked)
    if method == "conclude":
        return ("conclusion", given["claim"])
    if method == "second":
        return row_of(readers.second(case, **given))[0]
    if method == "settle":
        return ("settled", given["claim"])
    return ("search" if method == "searched" else method, given["id"])


def _merged(cells: Sequence[dict[str, Any]], wanted: Sequence[_Made], case: Case) -> list[dict[str, Any]]:
    """Our cells in their order; those of people keep theirs, each behind the cell of ours that it followed."""
    kept = {cell.get("id"): cell for cell in cells if _is_ours(cell, case)}
    ours = {_hash(made.stands_for): kept.get(made.id, made.cell()) for made in wanted}
    behind: dict[str, list[dict[str, Any]]] = {}
    at = ""
    for cell in cells:
        if not _is_ours(cell, case):
            behind.setdefault(at, []).append(cell)
        elif (stands_for := _stands_for(cell) or _hash("opening")) in ours:
            at = stands_for
    merged = list(behind.get("", []))
    for stands_for, cell in ours.items():
        merged += [cell, *behind.get(stands_for, [])]
    return merged


def _text(cell: Mapping[str, Any]) -> str:
    lines = cell.get("source", "")
    return lines if isinstance(lines, str) else "".join(map(str, lines))


def _statements(cell: Mapping[str, Any]) -> list[ast.stmt]:
    try:
        return ast.parse(_text(cell)).body if cell["cell_type"] == "code" else []
    except SyntaxError:
        return []


def _imported(cell: Mapping[str, Any]) -> list[str]:
    froms = [node for node in _statements(cell) if isinstance(node, ast.ImportFrom) and node.module == "checks"]
    return [alias.name for node in froms for alias in node.names if alias.asname in (None, alias.name)]


def _opens(cell: Mapping[str, Any]) -> bool:
    return any(
        isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["case"]
        for node in _statements(cell)
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]

"""What a case's notebooks ask, conclude and search, read from their syntax; nothing in them is run."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from checks.case.errors import CaseError
from checks.case.projects import notebooks_in
from checks.evidence.written import read_text

METHODS = ("ask", "conclude", "second", "settle", "searched", "unsaid", "reply")
EVIDENCE = ("evidence", "fact", "passage", "register")
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


@dataclass(frozen=True)
class Cell:
    """One call of a method of the case that is kept (`METHODS`), in a notebook. `place` names it in messages."""

    method: str
    place: str
    call: ast.Call

    def arguments(self, case: Any, check_named: Callable[[str], Any]) -> tuple[list[Any], dict[str, Any]]:
        """Its arguments as values. `case` answers the calls for evidence in them; all else must be literal.

        Raises `CaseError` for anything that is not.
        """
        try:
            args = [
                check_named(node.id)
                if (self.method, i) == ("ask", 1) and isinstance(node, ast.Name)
                else self._value(node, case)
                for i, node in enumerate(self.call.args)
            ]
            return args, {
                str(keyword.arg): check_named(keyword.value.id)
                if (self.method, keyword.arg) == ("ask", "check") and isinstance(keyword.value, ast.Name)
                else self._value(keyword.value, case)
                for keyword in self.call.keywords
            }
        except CaseError as error:
            raise error.at(file=self.place) from None

    def _value(self, node: ast.AST, case: Any) -> Any:
        match node:
            case ast.Constant():
                return node.value
            case ast.List() | ast.Tuple():
                return [self._value(item, case) for item in node.elts]
            case ast.Attribute(value=ast.Name(id="case"), attr="article"):
                return case.article
            case ast.Call(func=ast.Attribute(value=ast.Name(id="case"), attr=name)) if name in EVIDENCE:
                return getattr(case, name)(
                    *(self._value(item, case) for item in node.args),
                    **{str(keyword.arg): self._value(keyword.value, case) for keyword in node.keywords},
                )
        raise CaseError(
            f'`{ast.unparse(node)}` is not written out: a cell names its evidence with case.fact("…"), '
            'case.evidence("…"), case.passage(…) or case.register("…"), and the rest as plain text',
            file=self.place,
        )


def cells(notebooks: Path, root: Path) -> Iterator[Cell]:
    """The calls in all notebooks of a case, by their folder, in the order in which they are run.

    Raises `CaseError` for a file that is no notebook and a cell that is no Python.
    """
    for path in notebooks_in(notebooks):
        file = path.relative_to(root).as_posix()
        yield from _calls(read_text(path, file), file)


@lru_cache(maxsize=64)  # of the same text; most notebooks of a case are as they were when it was last looked at
def _calls(notebook: str, file: str) -> tuple[Cell, ...]:
    found = []
    for number, source in _sources(notebook, file):
        place = f"{file}, cell {number}"
        try:
            tree = ast.parse(source)
        except SyntaxError as error:
            raise CaseError(
                f"this cell is not plain Python ({error.msg}): correct it, or take out what begins with % or !",
                file=place,
            ) from None
        for statement in tree.body:
            match statement:
                case ast.Expr(ast.Call(func=ast.Attribute(ast.Name("case"), name)) as call) if name in METHODS:
                    found.append(Cell(name, place, call))
                    parts: list[ast.AST] = [*call.args, *call.keywords]
                case _:
                    parts = [statement]
            for node in (node for part in parts for node in ast.walk(part)):
                if isinstance(node, ast.Attribute) and node.attr in METHODS:
                    raise CaseError(
                        f"`{ast.unparse(node)}` stands inside something else: write it by itself, on the case, so "
                        "that what is asked can be read without running it",
                        file=place,
                    )
    return tuple(found)


def sources(path: Path, file: str) -> list[tuple[int, str]]:
    """The code cells of a notebook: their number among all its cells, from 1, and their source."""
    return _sources(read_text(path, file), file)


def _sources(notebook: str, file: str) -> list[tuple[int, str]]:
    try:
        found = json.loads(notebook)["cells"]
        return [(n, "".join(cell["source"])) for n, cell in enumerate(found, 1) if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise CaseError("this is not a notebook: restore it from git, or delete it", file=file) from None


def tidied(data: bytes) -> bytes:
    """A notebook's bytes without what JupyterLab adds and another machine would add differently.

    Raises `ValueError` for what is no notebook.
    """
    book = json.loads(data)
    book["metadata"] = METADATA
    for cell in book["cells"]:
        cell["metadata"] = {"tags": cell["metadata"]["tags"]} if cell["metadata"].get("tags") else {}
    return (json.dumps(book, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()

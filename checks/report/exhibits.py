"""What a case's notebooks show beside cards: pictures, with their numbers in a table, drawn again for the report.

A notebook is read and not run. What it draws is a call of one of `SHOWN` that stands by itself, with arguments that are
written out; a call that is not is named on the page instead of drawn.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checks.case.cards import Card
from checks.case.cells import EVIDENCE, sources
from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.nouns import Claim, When
from checks.case.projects import notebooks_in
from checks.report import exits, pictures, timelines, versions, wording
from checks.report.drawing import svg, told
from checks.report.pictures import Picture

if TYPE_CHECKING:
    import pandas

SHOWN: dict[str, Callable[..., Any]] = {
    name: getattr(module, name)
    for module, names in (
        (pictures, ("intervals", "table")),
        (timelines, ("timeline", "timeline_table")),
        (exits, ("exits", "exits_table")),
        (versions, ("versions", "versions_table")),
        (wording, ("wording", "wording_table")),
    )
    for name in names
}
NUMBERS_OF = {"table": "intervals", "timeline_table": "timeline", "exits_table": "exits", "wording_table": "wording"}
_NOT_WRITTEN_OUT = "its arguments are not written out, so it was not drawn again here"


@dataclass(frozen=True)
class Exhibit:
    """A picture and what is on it: as a table where the notebook has one beneath it, else a line each.

    `picture` is HTML or SVG that is already escaped; empty for a table that stands alone.
    """

    title: str
    picture: str
    lines: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def exhibits(case: Case) -> tuple[list[Exhibit], list[str]]:
    """The pictures and tables of a case's notebooks, in their order; and what could not be drawn, a sentence each."""
    found, faults, before, name = list[Exhibit](), list[str](), "", ""
    for place, call in _calls(case, faults):
        before, name = name, call.func.id  # type: ignore[attr-defined]  # `_calls` yields no other
        try:
            made = _made(case, call)
        except (CaseError, TypeError, AttributeError) as error:
            faults.append(f"{place}: {error if isinstance(error, CaseError) else _NOT_WRITTEN_OUT}")
            continue
        if isinstance(made, Picture):
            found.append(Exhibit(made.lanes.title, svg(made.lanes), tuple(told(made.lanes))))
        elif isinstance(made, Card):
            found.append(Exhibit(_title(call, case), made.html, tuple(made.text.split("\n"))))
        elif NUMBERS_OF.get(name) == before:
            found[-1] = _with_numbers(found[-1], made)
        else:
            found.append(_with_numbers(Exhibit(_title(call, case, made.columns[3:]), "", ()), made))
    return found, faults


def _calls(case: Case, faults: list[str]) -> Iterator[tuple[str, ast.Call]]:
    for path in notebooks_in(case.notebooks):
        file = path.relative_to(case.root).as_posix()
        try:
            cells = sources(path, file)
        except CaseError as error:
            faults.append(str(error))
            continue
        for number, source in cells:
            try:
                statements = ast.parse(source).body
            except (SyntaxError, ValueError):
                continue  # `verify` names it
            for statement in statements:
                match statement:
                    case ast.Expr(ast.Call(func=ast.Name(id=name)) as call) if name in SHOWN:
                        yield f"{file}, cell {number}", call


def _made(case: Case, call: ast.Call) -> Any:
    function = SHOWN[call.func.id]  # type: ignore[attr-defined]  # `_calls` yields no other
    args = [_value(node, case) for node in call.args]
    named = {str(keyword.arg): _value(keyword.value, case) for keyword in call.keywords}
    inspect.signature(function).bind(*args, **named)
    return function(*args, **named)


def _value(node: ast.AST, case: Case) -> Any:
    """An argument as a value: text, lists, and what the case is asked for by name."""
    match node:
        case ast.Constant():
            return node.value
        case ast.List() | ast.Tuple():
            return [_value(item, case) for item in node.elts]
        case ast.Dict():
            return {
                _value(key, case): _value(value, case)
                for key, value in zip(node.keys, node.values, strict=True)
                if key is not None
            }
        case ast.Name(id="case"):
            return case
        case ast.Attribute(value=ast.Name(id="case"), attr="article"):
            return case.article
        case ast.Subscript(value=ast.Attribute(value=ast.Name(id="case"), attr="claims")):
            return case.claims[_value(node.slice, case)]
        case ast.Call(func=ast.Attribute(value=ast.Name(id="When"), attr="parse")):
            return When.parse(*(_value(item, case) for item in node.args))
        case ast.Call(func=ast.Attribute(value=ast.Name(id="case"), attr=name)) if name in (*EVIDENCE, "value"):
            named = {str(keyword.arg): _value(keyword.value, case) for keyword in node.keywords}
            return getattr(case, name)(*(_value(item, case) for item in node.args), **named)
    raise CaseError(f"`{ast.unparse(node)}` is not written out, so the picture was not drawn again here")


def _title(call: ast.Call, case: Case, about: Iterable[str] = ()) -> str:
    """What a quotation or a table is of: the words quoted, a register, or what the versions of a story tell of."""
    of = _value(call.args[0], case) if call.args else case
    if isinstance(of, str | Claim):
        return f"Quoted, and in the source: {of if isinstance(of, str) else of.words.exact}"
    return getattr(of, "title", "") or f"Who tells what: {', '.join(about)}"


def _with_numbers(exhibit: Exhibit, numbers: pandas.DataFrame) -> Exhibit:
    rows: Sequence[Sequence[Any]] = numbers.to_numpy().tolist()
    cells = tuple(tuple(str(cell) for cell in row) for row in rows)
    return replace(exhibit, columns=tuple(map(str, numbers.columns)), rows=cells)

"""A row of the record as the call that makes it, in a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checks.case.catalogue import arguments, check_named
from checks.case.claims import ARTICLE
from checks.case.errors import CaseError
from checks.case.log import Key
from checks.case.nouns import anchor_in
from checks.case.python import Call, Text

if TYPE_CHECKING:
    from checks.case.folder import Case


def source(case: Case, key: Key, row: Mapping[str, Any]) -> str:
    """The call that makes a row of the record, as a person would write it.

    Raises `CaseError` for a row that no cell can say, such as one whose evidence is gone.
    """

    def evidence(refs: Sequence[str]) -> dict[str, Any]:
        return {"evidence": [_evidence(case, ref) for ref in refs]} if refs else {}

    more: dict[str, Any]
    match key[0]:
        case "finding":
            given = _given(case, key[2], key[3])
            return str(Call("case.ask", [Text(key[1]), key[2]], given))
        case "search":
            first = [Text(row["place"]), Text(row["query"]), str(row["hits"])]
            more = {name: Text(row[name]) for name in ("id", "claim", "on", "note") if row[name]}
            return str(Call("case.searched", first, more))
        case "unsaid":
            more = {"id": Text(row["id"]), **evidence(row["evidence"])}
            return str(Call("case.unsaid", [Text(row["says"])], more))
        case "conclusion":
            more = {"because": Text(row["because"]), **evidence(row["evidence"])}
            if row["searches"]:
                more["searches"] = [Text(id) for id in row["searches"]]
            more |= {name: Text(row[name]) for name in ("despite", "fix", "query", "needs") if row[name]}
            return str(Call("case.conclude", [Text(key[1]), Text(row["verdict"])], more))
        case "second":
            more = {"because": Text(row["because"]), **({} if row["blind"] else {"blind": "False"})}
            more |= evidence(row["evidence"])
            if row["searches"]:
                more["searches"] = [Text(id) for id in row["searches"]]
            return str(Call("case.second", [Text(key[1]), Text(row["verdict"])], more))
        case "settled":
            return str(Call("case.settle", [Text(key[1])], {"because": Text(row["because"])}))
        case "reply":
            more = {name: Text(row[name]) for name in ("id", "to", "how", "asked", "deadline")}
            more["about"] = [Text(id) for id in row["about"]]
            more |= {name: Text(row[name]) for name in ("answer", "answered", "used") if row[name]}
            return str(Call("case.reply", [], more))
    raise CaseError(f"no cell says a row of the kind `{key[0]}`", id=key[1])


def _given(case: Case, check: str, asked: str) -> dict[str, Any]:
    """The arguments that `asked` of a finding has, as calls. A passage may hold any mark, so that what is read must
    name evidence of the case."""
    known = [name for name in arguments(check_named(check)) if f"{name}=" in asked]
    for found in _divided(asked, "; ", lambda part: _argument(case, part, known)):
        return dict(found)
    raise CaseError(f"“{asked}” names evidence that is not here: put it back, or ask afresh", id=check)


def _divided(text: str, mark: str, read: Callable[[str], Any]) -> Iterator[list[Any]]:
    """Every way to divide a text at a mark so that each part can be read, the shortest first part first."""
    if not text:
        yield []
        return
    ends = [found.start() for found in re.finditer(re.escape(mark), text)] + [len(text)]
    for end in ends:
        part = read(text[:end])
        if part is not None and end == len(text):
            yield [part]
        elif part is not None:
            for rest in _divided(text[end + len(mark) :], mark, read):
                if rest:
                    yield [part, *rest]


def _argument(case: Case, part: str, known: Sequence[str]) -> tuple[str, Any] | None:
    name, _, refs = part.partition("=")
    if name not in known:
        return None
    if not refs.startswith("["):
        one = _evidence_or_none(case, refs)
        return (name, one) if one is not None else None
    if not refs.endswith("]"):
        return None
    many = next(_divided(refs[1:-1], ", ", lambda ref: _evidence_or_none(case, ref)), None)
    return (name, many) if many else None


def _evidence_or_none(case: Case, ref: str) -> Call | str | None:
    try:
        return _evidence(case, ref)
    except CaseError:
        return None


def _evidence(case: Case, ref: str) -> Call | str:
    """The call that names a piece of evidence. Raises `CaseError` for what is not here, and for a row of a register."""
    case.resolve(ref)
    if ref == ARTICLE:
        return "case.article"
    if quoted := anchor_in(ref):
        of, anchor = quoted
        around = {"prefix": anchor.prefix, "suffix": anchor.suffix}
        more = {name: Text(text) for name, text in around.items() if text}
        return Call("case.passage", [Text(of), Text(anchor.exact)], more)
    id, _, name = ref.partition("#")
    if id not in case.documents and name:
        raise CaseError(f"`{ref}` is a row, and a cell names its register: rest it on `{id}`")
    kind = "register" if id not in case.documents else "fact" if name else "evidence"
    return Call(f"case.{kind}", [Text(ref)])

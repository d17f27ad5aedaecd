"""The command that shows a check's page, or those of all checks as the catalogue: explain."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

import typer

from checks.commands.printing import out

_EXAMPLE = re.compile(r"^## (?P<title>.+?)\n(?:.*?)^```yaml\n(?P<yaml>.*?)^```$", re.MULTILINE | re.DOTALL)
_LABELLED = re.compile(r"^((?:Supported|Misleading|Contradicted|Unsettled) when|Cannot tell:|Source:)", re.MULTILINE)


def explain(
    name: Annotated[str, typer.Argument(help="A check, such as held_office_on_date; all of them without one.")] = "",
) -> None:
    """Show a check's page: what it asks, when it finds what, what it cannot tell, what it needs, and its examples."""
    from checks.case.catalogue import check_named, check_names, page_of

    if not name:
        out.print("\n".join(_catalogue(check_names())))
        return
    check = check_named(name)
    out.print(f"{name}\n\n{(check.__doc__ or '').strip()}\n\nArguments")
    for line in _arguments(check):
        out.print(f"  {line}")
    examples = page_of(name).read_text(encoding="utf-8").strip()
    out.print(f"\n{inspect.getdoc(check.check)}\n\nExamples\n\n{examples}")


def _catalogue(names: Sequence[str]) -> Iterator[str]:
    """Every check as a page of Markdown: its docstring, its arguments, and what each of its examples finds."""
    from checks.case.catalogue import check_named

    docs = {name: inspect.cleandoc(check_named(name).__doc__ or "").split("\n", 1) for name in names}
    yield f"# The {len(names)} checks\n"
    yield "`checks explain > docs/catalogue.md` writes this page from the checks themselves; a test holds it to them.\n"
    yield "| check | asks |\n|---|---|"
    for name, (question, _) in docs.items():
        yield f"| [{name}](#{name}) | {question} |"
    for name, (question, rest) in docs.items():
        yield f"\n## {name}\n\n{question}\n"
        yield _LABELLED.sub(r"- **\1**", re.sub(r"\n\n(?=[A-Z][a-z ]*:)", "\n", rest.strip()))
        yield f"\n{inspect.getdoc(check_named(name).check)}\n"
        yield from (f"- `{line.replace(': ', '`: ', 1)}" for line in _arguments(check_named(name)))
        yield f"\n[Examples](../checks/{name}.md):\n"
        yield from _examples(name)


def _examples(name: str) -> Iterator[str]:
    from checks.case.catalogue import page_of
    from checks.evidence.written import read_yaml

    for found in _EXAMPLE.finditer(page_of(name).read_text(encoding="utf-8")):
        fields = read_yaml(found["yaml"], page_of(name).name)
        wrong = f"; known to come out wrong: {fields.text('known_wrong')}" if fields.text("known_wrong") else ""
        yield f"- {found['title']}: **{fields.text('finds')}**{wrong}"


def _arguments(check: Any) -> Iterator[str]:
    """A line for each argument: its name, its type in words, and where it is written."""
    from checks.case.asking import parses
    from checks.case.catalogue import arguments

    for argument, parameter in arguments(check).items():
        kind = _kind(parameter.annotation)
        where = "stands in `asserts` of the claim" if parses(parameter.annotation) else "is passed"
        fact = ", or a fact is passed" if parses(parameter.annotation) and "fact" in kind else ""
        yield f"{argument}: {kind}; {where}{fact}"


def _kind(annotation: Any) -> str:
    """An argument's type in words: `when or fact`, `list of facts`, `party, leaving or left`."""
    if get_origin(annotation) is Literal:
        *most, last = get_args(annotation)
        return f"{', '.join(most)} or {last}"
    if get_origin(annotation) is Sequence:
        return f"list of {_kind(get_args(annotation)[0])}s"
    kinds = get_args(annotation) or (annotation,)
    return " or ".join("text" if kind is str else kind.__name__.lower() for kind in kinds)

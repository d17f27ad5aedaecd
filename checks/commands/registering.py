"""The command that makes a register of a typed table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checks.commands.printing import CaseName, out


def register(
    case: CaseName,
    id: Annotated[str, typer.Argument(help="A name for it: lower-case words joined by hyphens.")],
    table: Annotated[
        Path, typer.Argument(help="A CSV with the columns that the check needs (`checks explain`), `start` and `end`.")
    ],
    title: Annotated[str, typer.Option(help="What it lists.")],
    publisher: Annotated[str, typer.Option(help="Who keeps the list.")],
    retrieved: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The day you read it.")],
    url: Annotated[str, typer.Option(help="Where it is published.")] = "",
    obtained: Annotated[str, typer.Option(help="How its rows came to you.")] = "read by hand",
    standing: Annotated[str, typer.Option(help="primary, secondary, rewriter, or own knowledge.")] = "primary",
    licence: Annotated[str, typer.Option(help="Under which licence it is published.")] = "",
) -> None:
    """Make a register of a case from a typed table, such as who held an office from which day to which."""
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.registering import new_register

    given = {
        "title": title, "publisher": publisher, "url": url, "licence": licence, "standing": standing,
        "obtained": obtained, "retrieved": retrieved,
    }  # fmt: skip
    made = new_register(Case(case, find_root()), id, table, given)
    rows = "1 row" if len(made.rows) == 1 else f"{len(made.rows)} rows"
    out.print(f'{case}: register {made.id}, {rows}; in a cell: case.register("{made.id}")')

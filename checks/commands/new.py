"""The command that begins a case: `new`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from checks.case.errors import CaseError
from checks.commands.asking import AllowPrivate
from checks.commands.printing import aside, cells_run, out, tell

if TYPE_CHECKING:
    from checks.case.verify import Verification


def new(
    name: Annotated[
        str, typer.Argument(help="The new case: year, month, two or three words, such as 2031-05-bridge-repairs.")
    ],
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE|URL|DIR#N",
            help="The article: a text, Markdown, HTML or PDF file, its page, or the number of one that was screened.",
        ),
    ],
    title: Annotated[str, typer.Option(help="Its title; else what it states, or its first line.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    url: Annotated[str, typer.Option(help="Of a file: where it was published.")] = "",
    published: Annotated[
        str, typer.Option(help="When: 2031-05-02, 2031-05 … From a day, “last Friday” is counted.")
    ] = "",
    dateline: Annotated[
        str,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="The day printed in its dateline, where that is not the day it was published or this is not known: "
            "“last Friday” is then counted from the dateline.",
        ),
    ] = "",
    retrieved: Annotated[str, typer.Option(help="Of a file: the day you took this copy.")] = "",
    obtained: Annotated[str, typer.Option(help="How you came by it, in a line.")] = "",
    standing: Annotated[str, typer.Option(help="primary, secondary, rewriter or own knowledge.")] = "",
    allow_private: AllowPrivate = False,
) -> None:
    """Make a case from an article: seal it, propose its claims, write four notebooks, and run them.

    Of a page the bytes are kept too, as `capture` keeps them. A proposal covers nothing until somebody accepts it.
    """
    from checks.case.capturing import Source
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.record import refuse_if_frozen
    from checks.case.running import run
    from checks.case.starting import hold_name, new_case
    from checks.case.summary import lines
    from checks.commands.captures import page
    from checks.screening.opening import as_file, named

    refuse_if_frozen()
    root, source = find_root(), Path(article)
    hold_name(name, root)
    made: Path | Source = source
    if article.startswith(("http://", "https://")):
        if url or retrieved:
            raise CaseError("--url and --retrieved are of a file that you have: the address tells both here")
        made, _ = page(article, allow_private)
    fields = {
        "title": title, "publisher": publisher, "url": url, "published": published, "dateline": dateline,
        "retrieved": retrieved, "obtained": obtained, "standing": standing,
    }  # fmt: skip
    found: list[Verification] = []
    reading = aside().status("Reading the article …")

    def finish(project: Path) -> None:
        reading.stop()
        with cells_run(name) as told:
            found.append(run(name, project, told))
        if found[0].differences:
            raise CaseError(f"its notebooks cannot be run, and nothing was kept: {found[0].differences[0]}")

    with reading, TemporaryDirectory() as folder:
        if screened := named(article):
            made, stated = as_file(*screened, Path(folder))
            fields |= {key: fields[key] or value for key, value in stated.items()}
        new_case(name, made, fields, root, finish)
    case = Case(name, root)
    out.print(f"{name}: {case.article.title}")
    for line in lines(case):
        out.print(line)
    tell(name, found[0])
    out.print(
        f"Accept, mend or make its claims at the desk (notebooks/{name}/02-the-desk.ipynb) or in "
        f"data/cases/{name}/claims.yaml, and bring evidence in with: checks capture {name} …"
    )

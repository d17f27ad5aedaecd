"""The command that finds copies of one story: copies."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checks.case.errors import CaseError
from checks.commands.printing import AsJson, aside, out, print_json, print_table


def copies(
    files: Annotated[list[Path], typer.Argument(metavar="FOLDER|FILE...", help="Articles: text, HTML or PDF.")],
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Draw who copies whom; of several groups one file each.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find articles that are copies of one story, which came first, and what changed from copy to copy."""
    from checks.case.record import replace_file
    from checks.reading.copies.groups import articles_in, groups
    from checks.reading.copies.shown import KEY, Copies, drift_table
    from checks.reading.copies.shown import as_json as plain

    if picture and picture.suffix.lower() != ".svg":
        raise CaseError("the picture is drawn as SVG: name a file that ends with .svg", file=picture.name)
    with aside().status("Reading and comparing …"):
        articles = articles_in(files)
        found = groups(articles)
    named = [article.file for article in articles]
    if as_json:
        print_json(plain(found, named))
    else:
        out.print(repr(Copies(found, named)))
        for number, group in enumerate(found, 1):
            print_table(f"{number}. Who says what ({KEY})", *drift_table(group))
    for number, group in enumerate(found, 1):
        if picture:
            from checks.report.copies import chain_svg

            path = picture if len(found) == 1 else picture.with_stem(f"{picture.stem}-{number}")
            replace_file(
                path, chain_svg(group, [article for article in articles if article.file in group.articles]).encode()
            )
            out.print(f"picture: {path}") if not as_json else None

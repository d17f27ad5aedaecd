"""The command that finds copies of one story: copies."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checks.commands.printing import AsJson, out, print_json


def copies(
    files: Annotated[list[Path], typer.Argument(metavar="FOLDER|FILE...", help="Articles: text, HTML or PDF.")],
    picture: Annotated[Path | None, typer.Option(help="Draw who copies whom, as an SVG or PNG file.")] = None,
    as_json: AsJson = False,
) -> None:
    """Find articles that are copies of one story, which came first, and what changed from copy to copy."""
    from checks.reading.copies.groups import articles_in, groups
    from checks.reading.copies.shown import Copies

    found = Copies(groups(articles_in(files)))
    print_json(found.as_json()) if as_json else out.print(repr(found))

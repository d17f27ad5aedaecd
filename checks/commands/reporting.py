"""The command that writes what readers and editors get: report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checks.case.errors import CaseError
from checks.commands.printing import CaseName, out, tell

ENDINGS = ".html, .pdf, .md, .claimreview.json or .annotations.jsonld"


def report(
    case: CaseName,
    to: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Where to write it; its ending says what. Else an .html in build/."),
    ] = None,
) -> None:
    """Write the report of a case: a page (.html), the same for paper (.pdf), or Markdown for editors (.md).

    The page stands by itself and asks for nothing from outside. A PDF is printed by Chromium, where there is one. For
    programs there are its conclusions, FILE.claimreview.json, and its quotations, FILE.annotations.jsonld.
    """
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.verify import verify
    from checks.commands.outputs import hold_outside, write
    from checks.report.data_files import ANNOTATIONS, CLAIM_REVIEW, data_file
    from checks.report.for_editors import for_editors
    from checks.report.page import page
    from checks.report.printing import pdf

    root = find_root()
    path = to or root / "build" / f"{case}.html"
    kind = path.suffix
    if not path.name.endswith((".html", ".pdf", ".md", CLAIM_REVIEW, ANNOTATIONS)):
        raise CaseError(f"its ending says what is written: {ENDINGS}", file=path.name)
    opened = Case(case, root)
    hold_outside(path, root, "report")
    found = verify(opened)
    if kind in (".html", ".pdf"):
        html = page(opened, found.differences)
        data = pdf(html) if kind == ".pdf" else html.encode()
    elif kind == ".md":
        data = for_editors(opened, found.differences).encode()
    else:
        data = data_file(opened, path.name, found.differences) or b""
    write(path, data)
    out.print(f"report:   {path}")
    if found.differences:
        tell(case, found)

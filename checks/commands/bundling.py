"""The command that packs a case for a stranger: bundle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checks.case.errors import CaseError
from checks.commands.printing import AsJson, CaseName, aside, out, print_json


def bundle(
    case: CaseName,
    to: Annotated[Path, typer.Argument(metavar="OUT.zip", help="Where to write it, outside of the case.")],
    redact: Annotated[
        list[str] | None, typer.Option(metavar="ID|PATH", help="A document or file to leave out; may be said again.")
    ] = None,
    because: Annotated[str, typer.Option(help="Why it is left out; the bundle says so.")] = "",
    as_json: AsJson = False,
) -> None:
    """Pack a case into one file that a stranger can verify: the record, its evidence, the report, and verify.py.

    Captured bytes that may not be published are left out, and so is what is redacted; the bundle lists both with their
    seals. The record itself is never cut: the files that still quote what was redacted are named.
    """
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.commands.outputs import hold_outside, write
    from checks.report.bundle import bundle as bundled

    if to.suffix != ".zip":
        raise CaseError("a bundle is a zip file: give it a name that ends with .zip", file=to.name)
    root = find_root()
    opened = Case(case, root)
    hold_outside(to, root, "bundle")
    with aside().status("Looking at the case again, and packing it …"):
        made = bundled(opened, redact or (), because)
    write(to, made.data)
    if as_json:
        left_out = [vars(one) for one in made.left_out]
        told = {"bundle": str(to), "bytes": len(made.data), "files": made.files, "sha256": made.seal}
        print_json({**told, "left_out": left_out, "still_quoted": list(made.still_quoted)})
        return
    out.print(f"bundle:   {to}: {made.files} files, {len(made.data):,} bytes")
    for one in made.left_out:
        out.print(f"left out: {one.path}: {one.how}: {one.why}")
    for line in made.still_quoted:
        out.print(f"still quoted in {line}")
    out.print(f"manifest: sha256 {made.seal}: make it public beside the bundle, and nobody can pass off another")
    out.print("python3 verify.py, which is in it, looks at all of it again")

"""A project: the folder in which the cases lie, their names, and which notebooks are a case's."""

from __future__ import annotations

import os
from pathlib import Path

from checks.case.errors import CaseError


def find_root(start: Path | None = None) -> Path:
    """The project: CHECKS_ROOT, else the nearest folder above that has `data/cases`. Raises `CaseError` if none has."""
    named = os.environ.get("CHECKS_ROOT")
    if named and not (Path(named) / "data" / "cases").is_dir():
        raise CaseError(f"CHECKS_ROOT names {named}, which has no data/cases: correct or unset it")
    if named:
        return Path(named).resolve()
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "data" / "cases").is_dir():
            return folder
    raise CaseError(f"no project here: {here.name} and the folders above it have no data/cases (or set CHECKS_ROOT)")


def case_names(root: Path) -> list[str]:
    """The names of all cases of a project."""
    return sorted(path.name for path in (root / "data" / "cases").glob("[!.]*") if path.is_dir())


def notebooks_in(folder: Path) -> list[Path]:
    """The notebooks of a case in the order in which they are run, by their folder, `notebooks/<case>`.

    A case that has only one may have it beside that folder, as `notebooks/<case>.ipynb`.
    """
    single = folder.with_name(f"{folder.name}.ipynb")
    return [*([single] if single.exists() else []), *sorted(folder.glob("*.ipynb"))]

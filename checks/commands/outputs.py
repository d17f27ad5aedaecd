"""Where a command may write what it makes: anywhere but among a project's own data and notebooks."""

from __future__ import annotations

from pathlib import Path

from checks.case.errors import CaseError
from checks.case.record import replace_file


def hold_outside(path: Path, root: Path, what: str) -> None:
    """Raises `CaseError` for a place in the data or the notebooks of the project, where it might replace a source."""
    if any(path.resolve().is_relative_to(root.resolve() / own) for own in ("data", "notebooks")):
        raise CaseError(f"this is in the case itself, or beside it: write the {what} somewhere else", file=path.name)


def write(path: Path, data: bytes) -> None:
    """Writes a file, and the folders above it. Raises `CaseError` where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError(f"its folder cannot be made ({error.strerror})", file=str(path.parent)) from None
    replace_file(path, data)

"""Seals: the sha256 of every file of a case, in the form of `sha256sum`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from checks.case.errors import CaseError
from checks.case.record import LOG, TABLES, replace_file

SEALS = "seals.txt"
TO_NOTEBOOKS = "../../../notebooks/"  # from data/cases/<case>/, so that `sha256sum --check seals.txt` works there
CLAIMS = "claims.yaml"
RECORD = (LOG, *TABLES.values(), CLAIMS)  # changes daily: sealed when a run ends clean
_LINE = re.compile(r"([0-9a-f]{64})  ([^\x00-\x1f]+)")


class Seals:
    """The seals of one case. `notebooks` is the case's folder of notebooks; `name` is how the case's folder is named."""

    def __init__(self, folder: Path, notebooks: Path, name: str) -> None:
        self.folder, self.notebooks, self.name = folder, notebooks, name
        self.path, self.file = folder / SEALS, f"{name}/{SEALS}"

    def read(self) -> dict[str, str]:
        """The sealed hash of every path. Raises `CaseError` with the line for what is no seal."""
        try:
            text = self.path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            raise CaseError("there are no seals: restore them from git, or seal afresh", file=self.file) from None
        except UnicodeDecodeError:
            raise CaseError("this is not a text file: restore it from git", file=self.file) from None
        seals: dict[str, str] = {}
        *lines, rest = text.split("\n")
        for number, line in enumerate([*lines, rest] if rest else lines, 1):
            found = _LINE.fullmatch(line)
            if not found or (rest and number > len(lines)):
                raise CaseError("this is no seal: restore the line from git", file=self.file, line=number)
            if found[2] in seals:
                raise CaseError(
                    f"`{found[2]}` is sealed twice: keep the line that holds, or `checks run`",
                    file=self.file,
                    line=number,
                )
            seals[found[2]] = found[1]
        return seals

    def files(self) -> dict[str, Path]:
        """Every file of the case, by its path as seals have it; hidden ones are no part of it.

        Raises `CaseError` for a link, which could lead out of the case.
        """
        found: dict[str, Path] = {}
        for path in sorted(self.folder.rglob("*")):
            inside = path.relative_to(self.folder)
            if any(part.startswith(".") for part in inside.parts):
                continue
            if path.is_symlink():
                raise CaseError("this is a link: put the file itself here", file=f"{self.name}/{inside}")
            if path.is_file() and str(inside) != SEALS:
                found[inside.as_posix()] = path
        for path in sorted(self.notebooks.glob("*.ipynb")):
            found[f"{TO_NOTEBOOKS}{self.notebooks.name}/{path.name}"] = path
        return found

    def faults(self, *, running: bool = False) -> tuple[list[str], list[str]]:
        """What differs from its seal, and what is not here; `running` leaves out what a run is still writing."""
        seals, files = self.read(), self.files()
        found, absent = [], []
        for path, wanted in seals.items():
            if running and self.written_by_a_run(path):
                continue
            if path not in files:
                if path == "article.md":
                    absent.append(
                        f"{self.name}/{path}: not here, only its seal: its text and anchors were not looked at"
                    )
                else:
                    found.append(f"{self._named(path)}: it is sealed and not there: restore it from git")
            elif digest(files[path]) != wanted:
                found.append(f"{self._named(path)}: {self._how_edited(path, files[path], wanted)}")
        found += [
            f"{self._named(path)}: it has no seal: look it over, then `checks seal {self.folder.name}`"
            for path in files
            if path not in seals and not (running and self.written_by_a_run(path))
        ]
        return found, absent

    def add(self, paths: Iterable[str]) -> list[str]:
        """Seals these files as they are now, in the place of any earlier seal; says which seals changed."""
        seals = self.read() if self.path.exists() else {}
        files = self.files()
        new = {path: digest(files[path]) for path in paths}
        changed = [path for path, hash in new.items() if seals.get(path) != hash]
        self._write({**seals, **new})
        return changed

    def drop(self, paths: Iterable[str]) -> None:
        """Takes out the seals of files that are gone."""
        gone = set(paths)
        self._write({path: hash for path, hash in self.read().items() if path not in gone})

    def written_by_a_run(self, path: str) -> bool:
        """Whether a path is of the record or a notebook: what `checks run` writes, and seals when it ends clean."""
        return path in RECORD or path.endswith(".ipynb")

    def _write(self, seals: Mapping[str, str]) -> None:
        data = "".join(f"{seals[path]}  {path}\n" for path in sorted(seals)).encode()
        if not self.path.exists() or self.path.read_bytes() != data:
            replace_file(self.path, data)

    def _named(self, path: str) -> str:
        return path.removeprefix("../../../") if path.startswith(TO_NOTEBOOKS) else f"{self.name}/{path}"

    def _how_edited(self, path: str, file: Path, wanted: str) -> str:
        if path == LOG:
            lines = file.read_bytes().splitlines(keepends=True)
            hash = hashlib.sha256()
            for number, line in enumerate(lines, 1):
                hash.update(line)
                if hash.hexdigest() == wanted:
                    return f"it has grown by {len(lines) - number} lines since its seal: `checks run` seals it"
        if self.written_by_a_run(path):
            return f"it was edited since its seal: if that was meant, `checks run {self.folder.name}` seals it"
        return (
            "it was edited since its seal: restore it from git, or, if that was meant, "
            f'`checks seal {self.folder.name} --because "…"`'
        )


def digest(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

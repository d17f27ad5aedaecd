"""Seals: the sha256 of every file of a case, in the form of `sha256sum`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from checks.case.cells import tidied
from checks.case.errors import CaseError
from checks.case.projects import notebooks_in
from checks.case.record import LOG, TABLES, refuse_if_frozen, replace_file

SEALS = "seals.txt"
TO_NOTEBOOKS = "../../../notebooks/"  # from data/cases/<case>/, so that `sha256sum --check seals.txt` works there
TO_REFERENCE = "../../reference/"
CLAIMS = "claims.yaml"
ARTICLE = "article.md"
RECORD = (LOG, *TABLES.values(), CLAIMS)  # changes daily: sealed when a run ends clean
_LINE = re.compile(r"([0-9a-f]{64})  ([^\x00-\x1f]+)")


class Seals:
    """The seals of one case: its folder, the folder of its notebooks, and how the first is named in messages."""

    def __init__(self, folder: Path, notebooks: Path, name: str) -> None:
        self.folder, self.notebooks, self.name = folder, notebooks, name
        self.path, self.file = folder / SEALS, f"{name}/{SEALS}"

    def read(self) -> dict[str, str]:
        """The sealed hash of every path. Raises `CaseError` with the line for what is no seal, or a second one."""
        seals: dict[str, str] = {}
        for number, hash, path in self._lines():
            if path in seals:
                raise CaseError(
                    f"`{path}` is sealed twice, as after a merge: `checks run {self.folder.name}` seals the record "
                    "afresh; of any other file take out the line that does not hold",
                    file=self.file, line=number,
                )  # fmt: skip
            seals[path] = hash
        return seals

    def settle(self) -> None:
        """Of files that a run seals afresh anyway, leaves one seal where a merge has left two."""
        lines = self._lines()
        last = {path: hash for _, hash, path in lines}
        if len(last) < len(lines) and all(hash == last[path] or self.written_by_a_run(path) for _, hash, path in lines):
            self._write(last)

    def _lines(self) -> list[tuple[int, str, str]]:
        try:
            text = self.path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            raise CaseError("there are no seals: restore the file from git", file=self.file) from None
        except UnicodeDecodeError:
            raise CaseError("this is not a text file: restore it from git", file=self.file) from None
        lines = []
        for number, line in enumerate(text.removesuffix("\n").split("\n") if text else [], 1):
            found = _LINE.fullmatch(line)
            if not found or not text.endswith("\n"):
                raise CaseError("this is no seal: restore the line from git", file=self.file, line=number)
            lines.append((number, found[1], found[2]))
        return lines

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
        for id in sorted(self._registers_asked()):
            for path in self.folder.parents[1].glob(f"reference/{id}.[cm][sd]*"):
                found[f"{TO_REFERENCE}{path.name}"] = path
        for path in notebooks_in(self.notebooks):
            found[f"{TO_NOTEBOOKS}{path.relative_to(self.notebooks.parent).as_posix()}"] = path
        for name in found:
            if not _LINE.fullmatch(f"{'0' * 64}  {name}"):
                raise CaseError(f"the name {name!r} cannot be sealed: rename the file", file=self.name)
        return found

    def _registers_asked(self) -> set[str]:
        """The registers that checks were ever given: those of `data/reference` are sealed with the case too."""
        path = self.folder / LOG
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        return set(re.findall(r"register=([a-z0-9-]+)", text))

    def faults(self, *, running: bool = False) -> tuple[list[str], list[str]]:
        """What differs from its seal, and what is only worth knowing; `running` leaves out what a run still writes."""
        seals, files = self.read(), self.files()
        lines = {path: number for number, _, path in self._lines()}
        found, notes = [], []
        for path, wanted in seals.items():
            if running and self.written_by_a_run(path):
                continue
            here, seal = self.named(path), f"{SEALS}:{lines[path]}"
            if path not in files and self.is_captured(path):
                continue  # whether they should be here, the document beside them knows
            if path not in files and self.is_article(path):
                notes.append(f"{here}: not here, only its seal: its text and its anchors were not looked at")
            elif path.startswith(TO_NOTEBOOKS) and (other := _case_of(path)) != self.notebooks.name:
                found.append(
                    f"{self.file}: these are the seals of `{other}`: begin a case with `checks new`, not by copying"
                )
            elif path not in files:
                found.append(f"{here}: it is sealed ({seal}) and not there: restore one of the two from git")
            elif digest(files[path]) == wanted:
                continue
            elif _tidied_digest(files[path]) == wanted:
                notes.append(f"{here}: it differs from its seal ({seal}) only in what JupyterLab adds when it saves")
            else:
                found.append(
                    f"{here}: it is not what its seal ({seal}) says: {self._advice(path, files[path], wanted)}"
                )
        found += [
            f"{self.named(path)}: it has no seal in {SEALS}: look it over, then "
            f"`checks {'run' if self.written_by_a_run(path) else 'seal'} {self.folder.name}`"
            for path in files
            if path not in seals and not (running and (self.written_by_a_run(path) or path.startswith(TO_REFERENCE)))
        ]
        return list(dict.fromkeys(found)), notes

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

    def is_article(self, path: str) -> bool:
        """Whether a path is of the article or an earlier version of it, which are not ours and can be taken out."""
        return path == ARTICLE or re.fullmatch(r"versions/[0-9]+\.md", path) is not None

    def is_captured(self, path: str) -> bool:
        """Whether a path is of captured bytes, which stay where they were taken: the document beside them says so."""
        if not path.startswith("evidence/") or path.endswith((".md", ".csv")):
            return False
        document = self.folder / f"{path.partition('.')[0]}.md"
        return document.is_file() and b"\ncapture:\n" in document.read_bytes()

    def _write(self, seals: Mapping[str, str]) -> None:
        refuse_if_frozen()
        data = "".join(f"{seals[path]}  {path}\n" for path in sorted(seals)).encode()
        if not self.path.exists() or self.path.read_bytes() != data:
            replace_file(self.path, data)

    def named(self, path: str) -> str:
        """How a sealed path is named in messages."""
        if path.startswith(TO_REFERENCE):
            return path.replace("../../", "data/")
        return path.removeprefix("../../../") if path.startswith(TO_NOTEBOOKS) else f"{self.name}/{path}"

    def _advice(self, path: str, file: Path, wanted: str) -> str:
        if path == LOG:
            hash, lines = hashlib.sha256(), file.read_bytes().splitlines(keepends=True)
            for number, line in enumerate(lines, 1):
                hash.update(line)
                if hash.hexdigest() == wanted:
                    return (
                        f"it has grown by {len(lines) - number} lines since; `checks run {self.folder.name}` seals it"
                    )
        if self.written_by_a_run(path):
            return f"one of the two was edited; if that was meant, `checks run {self.folder.name}` seals it afresh"
        return (
            "one of the two was edited; restore it from git, or, if that was meant, "
            f'`checks seal {self.folder.name} --because "…"`'
        )


def digest(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _case_of(notebook: str) -> str:
    """The case of a sealed notebook: its folder, or its own name where it is the only one."""
    return notebook.removeprefix(TO_NOTEBOOKS).removesuffix(".ipynb").partition("/")[0]


def _tidied_digest(path: Path) -> str:
    if path.suffix != ".ipynb":
        return ""
    try:
        return hashlib.sha256(tidied(path.read_bytes())).hexdigest()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""  # no notebook: its seal does not hold, and that is what is said

"""Evidence brought into a case: one command at a time, whole or not at all, sealed and logged at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from checks.case.errors import CaseError
from checks.case.record import LOG, held, refuse_if_frozen, replace_file, who
from checks.case.seals import digest
from checks.evidence.documents import ID, read_document

if TYPE_CHECKING:
    from checks.case.folder import Case

_IGNORED = ("*", "!.gitignore", "!*.md", "!*.csv")  # captured bytes stay where they were captured


@contextmanager
def one_at_a_time(case: Case) -> Iterator[None]:
    """Keeps out every other command that brings evidence in, and takes in what these have brought since it was opened.

    Raises `CaseError`, before anything is written, for what would keep it from being sealed and logged.
    """
    refuse_if_frozen()
    who(case.folder)
    with held(case.folder):
        case.record.read()
        case.seals.files()
        case.seals.read()
        folder = case.folder / "evidence"
        paths = {path.stem: path for path in sorted(folder.glob("*.md")) if not path.with_suffix(".csv").exists()}
        case.documents = {
            id: case.documents.get(id) or read_document(path, case.file(f"evidence/{path.name}"), "evidence")
            for id, path in paths.items()
        }
        yield


def bring_in(case: Case, files: Mapping[str, bytes], line: Mapping[str, str], *, published: str = "") -> None:
    """Writes files into `evidence/`, seals them, and logs that they came in: all of it, or nothing.

    `published` is the one whose bytes belong to the repository, if one does.
    """
    folder, ignore, sealed = case.folder / "evidence", case.folder / "evidence" / ".gitignore", log_is_sealed(case)
    seals, ignored = case.seals.path.read_bytes(), ignore.read_bytes() if ignore.is_file() else None
    try:
        folder.mkdir(exist_ok=True)
        keep_out_of_git(folder, published)
        write_all(folder, files)
        case.seals.add([f"evidence/{name}" for name in files])
        case.record.note("capture", None, line)
    except BaseException:
        for name in files:
            (folder / name).unlink(missing_ok=True)
        _put_back(ignore, ignored)
        _put_back(case.seals.path, seals)
        raise
    if sealed:
        case.seals.add([LOG])


def note_and_seal(case: Case, path: str, before: str, why: str) -> None:
    """Logs that a sealed file was changed, and why, and seals it afresh."""
    sealed = log_is_sealed(case)
    case.record.note("seal", {path: before}, {path: digest(case.folder / path)}, why)
    case.seals.add([path, *([LOG] if sealed else [])])


def log_is_sealed(case: Case) -> bool:
    """Whether nothing was written since the log was sealed, so that it may be sealed with one line more."""
    return case.seals.read().get(LOG) == digest(case.folder / LOG)


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files, all or none; the first of them last, so that what it tells of is there by then."""
    written = []
    try:
        for name in reversed(list(files)):
            replace_file(folder / name, files[name])
            written.append(folder / name)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def page_of(fields: Mapping[str, Any], body: str) -> bytes:
    """A document's file: its front matter and its body."""
    return (
        f"---\n{yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=10_000)}---\n{body}\n".encode()
    )


def hold_id(case: Case, id: str) -> None:
    """Raises `CaseError` for what is no id, and for that of a register which all cases share: it would be hidden."""
    if not ID.fullmatch(id) or len(id) > 80 or id == "article":
        raise CaseError(f"`{id}` cannot be an id: use lower-case words joined by hyphens")
    if (case.root / "data" / "reference" / f"{id}.csv").exists():
        raise CaseError(f"`{id}` is a register that all cases share: choose another --id")


def taken(case: Case, seal: str) -> set[str]:
    """The ids that files of evidence have; bytes without a document that a killed command left, if they are the very
    ones (`seal`) that come now, have none."""
    sealed = case.seals.read()

    def left(path: Path) -> bool:
        ours = path.suffix not in (".md", ".csv") and f"evidence/{path.name}" not in sealed
        return ours and path.is_file() and digest(path) == seal

    return {path.name.partition(".")[0] for path in (case.folder / "evidence").glob("[!.]*") if not left(path)}


def keep_out_of_git(folder: Path, but: str = "") -> None:
    """Keeps captured bytes in a folder of evidence out of git, but for a file that may be published."""
    path = folder / ".gitignore"
    if path.exists() and not path.is_file():
        raise CaseError("this must be a file: it tells git what not to publish", file="evidence/.gitignore")
    before = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
    lines = before.splitlines()
    wanted: Sequence[str] = [*(() if "*" in lines else _IGNORED), *([f"!{but}"] if but else [])]
    missing = [line for line in wanted if line not in lines or line in _IGNORED]
    if missing:
        start = before if not before or before.endswith("\n") else f"{before}\n"
        replace_file(path, (start + "".join(f"{line}\n" for line in missing)).encode("utf-8", "surrogateescape"))


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != data:
        replace_file(path, data)

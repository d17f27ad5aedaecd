"""The record on disk: the log first, then the two tables that are its last state."""

from __future__ import annotations

import csv
import fcntl
import io
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import Any

from checks.case.errors import CaseError
from checks.case.log import Key, Line, Log, columns, disputed, line_bytes, read_line, read_log

TABLES = {"finding": "findings.csv", "conclusion": "conclusions.csv"}
LOG = "log.jsonl"


class Record:
    """The log and the tables of one case folder. `name` is how the folder is named in messages."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.file = folder, f"{name}/{LOG}"
        self.path = folder / LOG
        self._read: tuple[bytes, Log] | None = None

    def read(self) -> Log:
        """The log as it stands, to be read only. Raises `CaseError` if it is not there or not a log."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            raise CaseError("there is no log: restore it from git", file=self.file) from None
        except OSError as error:
            raise CaseError(f"it cannot be read ({error.strerror}): restore it from git", file=self.file) from None
        if self._read is None or self._read[0] != data:  # looking at a case reads its log many times over
            self._read = (data, read_log(data, self.file))
        return self._read[1]

    def put(self, what: str, key: Key, claim: str, to: Mapping[str, Any] | None, why: str = "") -> None:
        """Writes a row, or withdraws it (`to` None), unless the record has it so already.

        The line is on the disk before the tables are touched, and all of it under one lock, so that a kernel killed
        anywhere in between loses nothing that was answered, and two kernels lose nothing of each other.
        """
        refuse_if_frozen()
        with self._locked() as (file, log):
            was = log.rows.get(key)
            was = {name: value for name, value in was.items() if name != "claim"} if was else None
            if was == to and key not in disputed(log):
                return
            self._append(file, log, what, claim, was, to, why)
            self._write_tables(log)

    def note(self, what: str, was: Mapping[str, Any] | None, to: Mapping[str, Any], why: str = "") -> None:
        """Writes a line that changes no row: a case opened, a file sealed afresh."""
        refuse_if_frozen()
        with self._locked() as (file, log):
            self._append(file, log, what, "", was, to, why)

    def mend(self) -> list[str]:
        """Brings tables that a killed kernel left one line behind up to the log, and says what was mended.

        Raises `CaseError` for a table that was edited by hand: it is derived, and what was typed there is kept
        nowhere else.
        """
        said = []
        if read_log(self.path.read_bytes(), self.file).torn:
            said.append(f"{self.file}: dropped a last line that was never finished")
        with self._locked() as (_, log):
            behind = {what: self.table(what, Log(log.lines[:-1], _rows_of(log.lines[:-1]))) for what in TABLES}
            for what, name in TABLES.items():
                data = self._table_bytes(name)
                if data == self.table(what, log):
                    continue
                if data is not None and data != behind[what]:
                    raise CaseError(
                        f"it is not what the log says ({difference(data, self.table(what, log))}): it is derived, so "
                        "change the notebook instead; `checks run` writes it afresh",
                        file=self._named(name),
                    )
                said.append(f"{self._named(name)}: brought up to the last line of the log")
            self._write_tables(log)
        return said

    def rewrite(self) -> list[str]:
        """Writes the tables afresh from the log, and says which were not what the log says."""
        found = self.faults(self.read()) if self.path.stat().st_size else []
        with self._locked() as (_, log):
            self._write_tables(log)
        return [sentence.partition(";")[0] + "; written afresh" for sentence in found]

    def table(self, what: str, log: Log) -> bytes:
        """A table as the log has it: CSV, UTF-8, one row a line, in an order of its own."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns(what))
        for row in log.of(what):
            writer.writerow([_cell(row[name]) for name in columns(what)])
        return out.getvalue().encode()

    def faults(self, log: Log) -> list[str]:
        """The tables that are not what the log says, named."""
        found = []
        for what, name in TABLES.items():
            data, wanted = self._table_bytes(name), self.table(what, log)
            if data != wanted:
                how = "it is missing" if data is None else difference(data, wanted)
                found.append(f"{self._named(name)}: it is not what the log says ({how}); `checks run` writes it afresh")
        if log.torn:
            found.append(f"{self.file}: its last line was never finished; opening the case drops it")
        return found

    def _named(self, name: str) -> str:
        return self.file.removesuffix(LOG) + name

    def _table_bytes(self, name: str) -> bytes | None:
        path = self.folder / name
        return path.read_bytes() if path.exists() else None

    @contextmanager
    def _locked(self) -> Iterator[tuple[FileIO, Log]]:
        """The log, open for appending, with everybody else kept out, and what it says; a torn last line is cut off."""
        # Unbuffered, so that nothing of a write that failed is tried again when the file is closed.
        with self.path.open("r+b", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            log = read_log(file.read(), self.file)
            if log.torn:
                file.truncate(file.seek(-log.torn, os.SEEK_END))
                log.torn = 0
            yield file, log

    def _append(
        self, file: FileIO, log: Log, what: str, claim: str,
        was: Mapping[str, Any] | None, to: Mapping[str, Any] | None, why: str,
    ) -> None:  # fmt: skip
        entry = {
            "when": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "who": who(self.folder), "claim": claim,
            "what": what, "from": was, "to": to, "why": why, "before": log.heads(),
        }  # fmt: skip
        data, end = line_bytes(entry), file.seek(0, os.SEEK_END)
        try:
            written = 0
            while written < len(data):
                written += os.write(file.fileno(), data[written:])
            os.fsync(file.fileno())
        except OSError as error:
            file.truncate(end)
            raise CaseError(f"nothing was written ({error.strerror}): free some space", file=self.file) from None
        log.add(read_line(data[:-1], self.file, len(log.lines) + 1))

    def _write_tables(self, log: Log) -> None:
        for what, name in TABLES.items():
            data = self.table(what, log)
            if self._table_bytes(name) != data:
                replace_file(self.folder / name, data)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keeps out everybody else who changes the files of a folder, until it is done."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def is_frozen() -> bool:
    """Whether CHECKS_FROZEN=1: then nothing is written, and what was kept is compared with."""
    return os.environ.get("CHECKS_FROZEN") == "1"


def is_run() -> bool:
    """Whether `checks run` runs this notebook from top to bottom: nobody is there to click."""
    return os.environ.get("CHECKS_RUN") == "1"


def refuse_if_frozen() -> None:
    """Raises `CaseError` where something would be written although everything is frozen."""
    if is_frozen():
        raise CaseError("nothing is written while CHECKS_FROZEN=1: unset it to change a case")


def _rows_of(lines: list[Line]) -> dict[Key, dict[str, Any]]:
    log = Log()
    for line in lines:
        log.add(line)
    return log.rows


def replace_file(path: Path, data: bytes) -> None:
    """Puts a file in the place of another, whole or not at all. Raises `CaseError` where the disk is full."""
    new = path.with_name(f".{path.name}.new")  # hidden files are no part of a case, so a killed write leaves no trace
    try:
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise CaseError(
            f"it was not written ({error.strerror}): what was there before still is", file=path.name
        ) from None


def who(folder: Path) -> str:
    """Who writes: the environment variable CHECKS_WHO, else git's user.name. Raises `CaseError` if neither is set."""
    name, git = os.environ.get("CHECKS_WHO", "").strip(), shutil.which("git")
    if not name and git:
        asked = subprocess.run([git, "config", "user.name"], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
        name = asked.stdout.strip()
    if not name:
        raise CaseError("nobody's name to write under: set CHECKS_WHO=\"Your Name\", or git's user.name")
    return name


def difference(data: bytes, wanted: bytes) -> str:
    """The first line at which a table differs from what it should be, for a message."""
    lines, due = data.decode("utf-8", "replace").splitlines(), wanted.decode().splitlines()
    for number, (line, right) in enumerate(zip(lines, due, strict=False), 1):
        if line != right:
            return f"line {number} should be: {right if len(right) < 160 else right[:160] + ' …'}"
    if len(lines) == len(due):
        return "its line ends differ"
    return f"it has {len(lines)} lines and should have {len(due)}"


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)

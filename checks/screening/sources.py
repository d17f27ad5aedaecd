"""Where articles come from: what one item is, and how each kind of source is walked, without reading an article.

A source is a folder, a glob, a file that is one article, lines of JSON (`.jsonl`, `.ndjson`), a table (`.csv`, `.tsv`),
a web archive (`.warc`, `.warc.gz`), or a list of captures (`.list`: in each line a path, from the folder of the list).
An item is a reference: which bytes of which file, so that whoever reads it needs no more than the file.
"""

from __future__ import annotations

import csv
import glob
import os
import stat
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from checks.case.errors import CaseError
from checks.reading.intake.incoming import CONTROLS
from checks.screening.pages import pages_in

Kind = Literal["file", "line", "row", "page", "capture"]

MOST_BYTES = 4_000_000  # of one article in a file with others; 20,000 articles of news length have 80 million
MOST_LINES = 5_000  # of one row of a table
MOST_COLUMNS = 200
ENDINGS: dict[str, Kind] = {
    ".jsonl": "line", ".ndjson": "line", ".csv": "row", ".tsv": "row", ".warc": "page", ".warc.gz": "page",
    ".list": "capture",
}  # fmt: skip
TEXT = ("text", "body", "content", "article", "paragraphs")  # columns or names that hold the words, the first of them
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Item:
    """One article to be read: `size` bytes from `start` of the file at `path`; -1 is up to its end.

    `source` names it in all results: the path, and of a file with many the number of the line, row or record after a
    `#`. `columns` are the names of a table's columns. `trouble` is why it cannot be read, where that is known already.
    """

    source: str
    path: str
    kind: Kind = "file"
    start: int = 0
    size: int = -1
    columns: tuple[str, ...] = ()
    trouble: str = ""


def items_in(sources: Sequence[str | Path], without: Path | None = None) -> Iterator[Item]:
    """Every item of the sources, each file once, in the order of their paths and then of their numbers.

    A file that cannot be read, or holds no article where it should, is an item with its trouble. Hidden files are
    passed over, so is the folder `without`, and links in a folder are not followed. Raises `CaseError` for a source
    that is not there.
    """
    walked: Path | None = None
    for root in sorted({root for source in sources for root in _roots(str(source))}):
        if walked and root.is_relative_to(walked):
            continue  # it lies in a folder that was walked
        walked = root
        for path, trouble in _files(root, without.resolve() if without else None):
            yield from _items(path, trouble, named=path == root)


def shown(path: Path) -> str:
    """A path as results name it: from the working folder where it lies there, on one line and in Unicode."""
    here = Path.cwd().resolve()
    name = (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
    try:
        name.encode()
    except UnicodeEncodeError:
        return repr(name)
    return repr(name) if CONTROLS.search(name) else name


def _roots(source: str) -> list[Path]:
    if Path(source).exists():
        return [Path(source).resolve()]
    found = glob.glob(source, recursive=True) if glob.has_magic(source) else []  # noqa: PTH207 (it takes any root)
    if not found:
        what = "no file matches it" if glob.has_magic(source) else "there is no such file or folder"
        raise CaseError(f"{what}: name folders, globs or files with articles", file=CONTROLS.sub("?", source))
    return [Path(path).resolve() for path in found]


def _files(root: Path, without: Path | None) -> Iterator[tuple[Path, str]]:
    """The files under a folder in the order of their paths, or the one file, each with its trouble, if it has one."""
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                if path != without:
                    names = sorted((name for name in os.listdir(path) if name[0] != "."), reverse=True)  # noqa: PTH208
                    waiting += [path / name for name in names]
            elif stat.S_ISLNK(mode):
                yield path, "it is a link, which is not followed: name what it points to"
            elif stat.S_ISREG(mode):
                yield path, ""
            else:
                yield path, "it is no file but a device or a pipe"
        except OSError as error:
            yield path, f"it cannot be read ({error.strerror})"


def _items(path: Path, trouble: str, named: bool) -> Iterator[Item]:
    name = path.name.lower()
    kind: Kind = next((kind for ending, kind in ENDINGS.items() if name.endswith(ending)), "file")
    whole = Item(shown(path), str(path), trouble=trouble)
    if trouble or kind == "file":
        yield whole
        return
    none = True
    try:
        for item in _walked(whole, kind, named):
            none = False
            yield item
    except CaseError as error:
        yield replace(whole, trouble=error.what)
        return
    except OSError as error:
        yield replace(whole, trouble=f"it cannot be read ({error.strerror})")
        return
    if none:
        yield replace(whole, trouble="there is no article in it")


def _walked(whole: Item, kind: Kind, named: bool) -> Iterator[Item]:
    if kind == "capture":
        if not named:
            raise CaseError("a list of captures is read only where it is named itself")
        yield from _captures(whole)
        return
    with Path(whole.path).open("rb") as file:
        if kind == "page":
            for number, start, size, trouble in pages_in(file):
                yield replace(_part(whole, kind, number, start, size), trouble=trouble)
        elif kind == "row":
            yield from _rows(whole, file)
        else:
            for number, (start, size, blank) in enumerate(_lines(file), 1):
                if not blank:
                    yield _part(whole, kind, number, start, size)


def _part(whole: Item, kind: Kind, number: int, start: int, size: int) -> Item:
    trouble = ""
    if size > MOST_BYTES and kind != "page":
        trouble = f"it has {size:,} bytes, and {MOST_BYTES:,} are the most that are read of one article"
    return Item(f"{whole.source}#{number}", whole.path, kind, start, size, trouble=trouble)


def _lines(file: BinaryIO) -> Iterator[tuple[int, int, bool]]:
    """The lines of a file, however long: where each begins, its size, and whether it is blank."""
    start, size, blank = 0, 0, True
    while chunk := file.read(_CHUNK):
        at = 0
        while at < len(chunk):
            end = chunk.find(b"\n", at)
            piece = chunk[at:] if end < 0 else chunk[at:end]
            size, blank = size + len(piece), blank and not piece.strip()
            at += len(piece) + 1
            if end >= 0:
                yield start, size, blank
                start, size, blank = start + size + 1, 0, True
    if size:
        yield start, size, blank


def _rows(whole: Item, file: BinaryIO) -> Iterator[Item]:
    """The rows of a table; its first row is the names of its columns."""
    columns: tuple[str, ...] = ()
    for number, (start, size, row, trouble) in enumerate(_records(file, delimiter(whole.path))):
        if number:
            item = replace(_part(whole, "row", number, start, size), columns=columns)
            yield replace(item, trouble=trouble or item.trouble)
            continue
        columns = tuple(name.strip().lower().removeprefix("ï»¿") for name in row)  # a byte order mark, read as Latin-1
        if trouble or len(columns) > MOST_COLUMNS or not set(columns) & set(TEXT):
            named = f"{', '.join(TEXT[:-2])} or {TEXT[-2]}"
            raise CaseError(f"no column of its first row is called {named}: call the one with the words so")


def delimiter(path: str) -> str:
    """What stands between two columns of a table, by its name."""
    return "\t" if path.lower().endswith(".tsv") else ","


def _records(file: BinaryIO, between: str) -> Iterator[tuple[int, int, list[str], str]]:
    """Where each row of a table begins, its size, its fields read as Latin-1, and its trouble if it is no row.

    Of a row that is too long, or whose quotation mark is never closed, its first line alone is lost.
    """
    csv.field_size_limit(2 * MOST_BYTES)
    lines, again = _lines(file), deque[tuple[int, int, bool]]()
    while True:
        fed: list[tuple[int, int, bool]] = []
        fields: list[str] = []
        trouble = ""
        try:
            fields = next(csv.reader(_fed(file, lines, again, fed), delimiter=between), [])
        except csv.Error as error:
            trouble = f"it is no row of a table ({error}): is a quotation mark not closed?"
        if not fed:
            return
        if trouble:
            again.extendleft(reversed(fed[1:]))
            del fed[1:]
        if fields or trouble:
            yield fed[0][0], fed[-1][0] + fed[-1][1] - fed[0][0], fields, trouble


def _fed(
    file: BinaryIO, lines: Iterator[tuple[int, int, bool]], again: deque[tuple[int, int, bool]],
    fed: list[tuple[int, int, bool]],
) -> Iterator[str]:  # fmt: skip
    """The lines of a row, each noted in `fed` as it is given. Raises `csv.Error` when there are too many."""
    total = 0
    while line := again.popleft() if again else next(lines, None):
        start, size, _ = line
        fed.append(line)
        total += size
        if total > MOST_BYTES or len(fed) > MOST_LINES:
            raise csv.Error(f"more than {MOST_BYTES:,} bytes or {MOST_LINES:,} lines")
        after = file.tell()
        file.seek(start)
        yield file.read(size).decode("latin-1") + "\n"
        file.seek(after)
    if fed:
        raise csv.Error("the file ends within it")


def _captures(whole: Item) -> Iterator[Item]:
    """The captures that a list names, by their documents or their bytes."""
    listed = Path(whole.path)
    if listed.stat().st_size > 50 * MOST_BYTES:
        raise CaseError("the list is too long: split it")
    with listed.open(encoding="utf-8", errors="surrogateescape", newline="\n") as lines:
        for line in lines:
            name = line.strip()
            if not name:
                continue
            path = (listed.parent / name.replace("\0", "?")).resolve()
            kind: Kind = "capture" if path.suffix == ".md" else "file"
            trouble = "" if path.is_file() else "the list names it, and no such file is there"
            yield Item(shown(path), str(path), kind, trouble=trouble)

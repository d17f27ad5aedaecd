"""A run on disk while it lasts: the list of its batches, and a part for each batch that is done.

The list is made before anything is read, so that the whole is known. A part is named after all that it rests on, its
items and the state of their files, and is written whole or not at all: what is there under its name is done.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from checks.case.errors import CaseError
from checks.case.record import replace_file
from checks.screening.one import TABLES, Rows
from checks.screening.sources import Item

AT_ONCE = 50  # articles of a batch: a second or two of work, and the most that is done again after a kill
READS = "1"  # which reading: change it when the same bytes are read otherwise, or kept in other columns
LIST = "list.jsonl"
_BLOBS = {table: [at for at, kind in enumerate(TABLES[table].values()) if kind == "BLOB"] for table in TABLES}


@dataclass(frozen=True)
class Batch:
    """Items that are read together, and the file that keeps what was found in them."""

    part: str
    items: tuple[Item, ...]


def listed(items: Iterable[Item], folder: Path) -> tuple[int, str]:
    """Writes the list of a run's batches into a folder; how many items there are, and a digest of them all."""
    digest, total, number = hashlib.sha256(), 0, 0
    items, new = iter(items), folder / f".{LIST}.new"
    with new.open("w", encoding="ascii") as file:
        while some := list(islice(items, AT_ONCE)):
            plain = json.dumps([asdict(item) for item in some])
            seal = hashlib.sha256(f"{READS} {plain} {_state(some)}".encode()).hexdigest()
            digest.update(seal.encode())
            file.write(f'["{number:07}-{seal[:16]}.json.gz", {plain}]\n')
            total, number = total + len(some), number + 1
    new.replace(folder / LIST)
    return total, digest.hexdigest()


def batches(folder: Path) -> Iterator[Batch]:
    """The batches of the list, in order."""
    with (folder / LIST).open(encoding="ascii") as file:
        for line in file:
            part, items = json.loads(line)
            yield Batch(part, tuple(Item(**one | {"columns": tuple(one["columns"])}) for one in items))


def packed(found: Sequence[Rows]) -> bytes:
    """What was found in a batch, as the bytes of its part."""
    plain = json.dumps(found, ensure_ascii=False, separators=(",", ":"), default=_base64)
    return gzip.compress(plain.encode(), compresslevel=1, mtime=0)


def keep(folder: Path, part: str, data: bytes) -> None:
    """Writes a part, whole or not at all."""
    replace_file(folder / part, data)


def kept(folder: Path, part: str) -> list[Rows]:
    """What was found in a batch. Raises `CaseError` for a part that something else has written to."""
    try:
        found: list[dict[str, list[list[Any]]]] = json.loads(gzip.decompress((folder / part).read_bytes()))
        return [{table: [_row(table, row) for row in rows] for table, rows in one.items()} for one in found]
    except (OSError, EOFError, ValueError, TypeError, KeyError, AttributeError):
        what = "this part of the run cannot be read again: delete it, and go on with --resume"
        raise CaseError(what, file=str(folder / part)) from None


def _row(table: str, row: list[Any]) -> tuple[Any, ...]:
    for at in _BLOBS[table]:
        row[at] = base64.b64decode(row[at])
    return tuple(row)


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _state(items: Sequence[Item]) -> list[tuple[int, int]]:
    """The size and the time of the last change of each file, by which a changed one is read again."""
    found = []
    for path in dict.fromkeys(item.path for item in items):
        try:
            stat = Path(path).stat()
            found.append((stat.st_size, stat.st_mtime_ns))
        except OSError:
            found.append((0, 0))
    return found

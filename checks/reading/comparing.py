"""Lines of JSON in, lines of JSON out: claims against passages, quotations against sources, one answer a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, BinaryIO

from checks.case.errors import CaseError
from checks.reading.passages import Comparison, compared_all, unread
from checks.reading.quoting import Quoted, compared

LONGEST = 4_000_000  # characters of a source: a report of 300 pages has about 900,000
_CHUNK = 1 << 16  # bytes taken at once


def comparisons(stream: BinaryIO, name: str) -> Iterator[dict[str, Any] | CaseError]:
    """The answer to each line `{"id", "claim", "passage"}`, in order; for a line that is none, what is wrong with it.

    Lines are answered as they come; those that come together are parsed together. `name` is what the stream is called
    in a message.
    """
    for lines in _together(stream):
        asked = [_asked(line, ("claim", "passage"), number, name) for number, line in lines]
        fine = compared_all((one["claim"], one["passage"]) for one in asked if not isinstance(one, CaseError))
        for one in asked:
            yield one if isinstance(one, CaseError) else {"id": one.get("id"), **as_json(next(fine))}


def quotations(stream: BinaryIO, name: str) -> Iterator[dict[str, Any] | CaseError]:
    """The answer to each line `{"id", "quoted", "source"}`, where the source is its text; as `comparisons`."""
    for lines in _together(stream):
        for number, line in lines:
            one = _asked(line, ("quoted", "source"), number, name)
            if isinstance(one, CaseError):
                yield one
            else:
                yield {"id": one.get("id"), **quoted_as_json(compared(one["quoted"], one["source"]))}


def as_json(found: Comparison) -> dict[str, Any]:
    """A comparison as plain values."""
    slots = [
        {"slot": one.slot, "claim": one.claim, "passage": one.passage, "relation": str(one.relation), "why": one.why}
        for one in found.slots
    ]
    return {"verdict": found.verdict, "reason": found.reason, "slots": slots}


def quoted_as_json(found: Quoted) -> dict[str, Any]:
    """A compared quotation as plain values."""
    changes = [asdict(one) for one in found.changes]
    return {"result": found.result, "reason": found.reason, "changes": changes, "steps": list(found.steps)}


def _together(stream: BinaryIO) -> Iterator[list[tuple[int, bytes]]]:
    """The lines that have come so far, with their numbers, until the stream ends."""
    number, rest = 0, b""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    while chunk := read(_CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        yield [(number + at, line) for at, line in enumerate(lines, 1) if line.strip()]
        number += len(lines)
    if rest.strip():
        yield [(number + 1, rest)]


def _asked(line: bytes, wanted: tuple[str, str], number: int, name: str) -> Mapping[str, Any] | CaseError:
    """The fields of a line, or what is wrong with it."""
    try:
        asked = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return CaseError("this is not a line of JSON in UTF-8", file=name, line=number)
    if not isinstance(asked, dict):
        return CaseError("the line is not a JSON object with names and values", file=name, line=number)
    for field in wanted:
        value = asked.get(field)
        if not isinstance(value, str):
            return CaseError(f"`{field}` is missing, or is no text", file=name, line=number)
        if told := _unread(field, value):
            return CaseError(f"`{field}` {told}", file=name, line=number)
    return asked


def _unread(field: str, value: str) -> str:
    if field in ("claim", "passage"):
        return unread(field, value)
    if not re.search(r"\w", value):
        return "has no words"
    return f"has {len(value):,} characters, and {LONGEST:,} are read" if len(value) > LONGEST else ""


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")  # an answer with it in its `id` could not be read again

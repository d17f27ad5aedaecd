"""The log: every change of the record, one line each, and what the record came to.

A line names the hashes of every head that its writer saw (`before`), so two branches merge by keeping the lines of
both. The chain guards against accident, not malice; for that there is git.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from checks.case.errors import CaseError

FIELDS = ("when", "who", "claim", "what", "from", "to", "why", "before")
WHAT = ("open", "finding", "conclusion", "second", "settled", "search", "unsaid", "reply", "seal", "capture")
KEYS = {
    "finding": ("check", "asked", "verdict", "reason", "evidence"),
    "conclusion": (
        "verdict", "because", "by", "evidence", "searches", "despite", "fix", "query", "rests_on", "needs",
    ),
    "search": ("id", "place", "query", "hits", "on", "note"),
    "unsaid": ("id", "says", "evidence"),
    "second": ("verdict", "because", "by", "blind", "evidence", "searches", "first", "rests_on"),
    "settled": ("because", "by", "stands", "readings"),
    "reply": ("id", "to", "how", "asked", "deadline", "about", "answer", "answered", "used"),
}  # fmt: skip
LATER = {"needs": ""}  # what a row may lack, since logs are never edited, and what it stands for then
Row = Mapping[str, Any]
# ("finding", claim, check, asked), ("conclusion", claim), ("second", claim, by), ("settled", claim), ("search", id) …
Key = tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One line of the log: `was` and `to` are the row before and after, None where there was or is none."""

    number: int
    when: str
    who: str
    claim: str
    what: str
    was: Row | None
    to: Row | None
    why: str
    before: tuple[str, ...]
    hash: str

    @property
    def key(self) -> Key | None:
        """The row that it changes; None for a line that opens a case or seals a file."""
        row = self.to or self.was or {}
        match self.what:
            case "finding":
                return ("finding", self.claim, str(row.get("check")), str(row.get("asked")))
            case "conclusion" | "settled":
                return (self.what, self.claim)
            case "second":
                return ("second", self.claim, str(row.get("by")))
            case "search" | "unsaid" | "reply":
                return (self.what, str(row.get("id")))
        return None


@dataclass
class Log:
    """The lines of a log and the state they come to: rows by key. `torn`: bytes of a last line that never ended."""

    lines: list[Line] = field(default_factory=list)
    rows: dict[Key, dict[str, Any]] = field(default_factory=dict)
    torn: int = 0

    def heads(self) -> list[str]:
        """The hashes of the lines that no later line has seen: one, or after a merge more."""
        seen = {hash for line in self.lines for hash in line.before}
        return [line.hash for line in self.lines if line.hash not in seen]

    def of(self, what: str) -> list[dict[str, Any]]:
        """The rows of one kind, each with its claim, in an order that depends on nothing but themselves."""
        return [self.rows[key] for key in sorted(self.rows) if key[0] == what]

    def made_by(self) -> dict[Key, Line]:
        """The line that each row was last written by: when, and by whom."""
        return {line.key: line for line in self.lines if line.key in self.rows}

    def add(self, line: Line) -> None:
        """Takes a line into the state."""
        self.lines.append(line)
        if line.key and line.to is None:
            self.rows.pop(line.key, None)
        elif line.key and line.to is not None:
            later = {name: value for name, value in LATER.items() if name in KEYS[line.what] and name not in line.to}
            self.rows[line.key] = {"claim": line.claim, **line.to, **later}  # in the order that a line is written in


def read_log(data: bytes, file: str) -> Log:
    """A log from its bytes. Raises `CaseError` with the line for anything that is not one of its lines."""
    log = Log()
    *whole, rest = data.split(b"\n")
    log.torn = len(rest)
    for number, text in enumerate(whole, 1):
        log.add(read_line(text, file, number))
    return log


@lru_cache(maxsize=4096)  # a log only grows, so that nearly all of it has been read before
def read_line(text: bytes, file: str, number: int) -> Line:
    """One line of a log, without its line end. Raises `CaseError` for anything that no writer here writes."""
    try:
        entry = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        raise CaseError(
            "this line of the log cannot be read: restore it from git, it is never edited", file=file, line=number
        ) from None
    if not isinstance(entry, dict) or tuple(entry) != FIELDS or line_bytes(entry) != text + b"\n":
        raise CaseError(
            f"this line of the log is not as it was written: its fields are {', '.join(FIELDS)}; restore it from git",
            file=file, line=number,
        )  # fmt: skip
    what, rows = entry["what"], [entry["from"], entry["to"]]
    sound = what in WHAT and all(isinstance(entry[name], str) for name in ("when", "who", "claim", "why"))
    sound = sound and isinstance(entry["before"], list) and all(isinstance(hash, str) for hash in entry["before"])
    sound = sound and all(row is None or isinstance(row, dict) for row in rows)
    if what in KEYS:
        sound = sound and any(rows) and all(row is None or tuple(row) in _shapes(what) for row in rows)
    if not sound:
        raise CaseError(
            "this line of the log holds what no log line holds: restore it from git", file=file, line=number
        )
    return Line(
        number, entry["when"], entry["who"], entry["claim"], what, entry["from"], entry["to"], entry["why"],
        tuple(entry["before"]), hashlib.sha256(text).hexdigest(),
    )  # fmt: skip


def line_bytes(entry: Mapping[str, Any]) -> bytes:
    """An entry as it is written: the fields in their order, UTF-8, one line."""
    ordered = {name: entry[name] for name in FIELDS}
    return json.dumps(ordered, ensure_ascii=False, separators=(", ", ": ")).encode() + b"\n"


def faults(log: Log, file: str) -> list[str]:
    """What is wrong with the chain: a parent that is not there or not earlier, a second beginning, rows that were
    not what the writer says, and lines on two branches that say different things of one row."""
    found, earlier = [], set[str]()
    for line in log.lines:
        if line.number > 1 and not line.before:
            found.append(f"{file}:{line.number}: this line follows no other: lines before it were taken out or changed")
        for hash in line.before:
            if hash not in earlier:
                found.append(
                    f"{file}:{line.number}: it was written after a line {hash[:12]}… that does not stand before it: "
                    "a line was changed, moved or taken out, so restore the log from git"
                )
        if line.to and line.what in ("conclusion", "second", "settled") and line.to["by"] != line.who:
            found.append(f"{file}:{line.number}: {line.claim}: {line.to['by']} is said to sign what {line.who} wrote")
        earlier.add(line.hash)
    return found + _disagreements(log, file)


def merged(log: Log, file: str) -> str:
    """A sentence if the log ends in several heads: it was merged and nothing was written since. Else empty."""
    heads = log.heads()
    if len(heads) < 2:
        return ""
    numbers = ", ".join(str(line.number) for line in log.lines if line.hash in heads)
    return f"{file}: {len(heads)} branches were merged here (they end in lines {numbers})"


def disputed(log: Log) -> dict[Key, tuple[Line, Line]]:
    """The rows of which two lines that did not see each other say different things, and the two lines."""
    ancestors: dict[str, set[str]] = {}
    last: dict[Key, list[Line]] = {}
    for line in log.lines:
        ancestors[line.hash] = {*line.before, *(a for hash in line.before for a in ancestors.get(hash, ()))}
        if line.key:
            others = [other for other in last.get(line.key, []) if other.hash not in ancestors[line.hash]]
            last[line.key] = [*others, line]
    pairs = ((key, pair) for key, lines in last.items() for pair in pairwise(lines))
    return {key: (one, other) for key, (one, other) in pairs if _said(one) != _said(other)}


def _disagreements(log: Log, file: str) -> list[str]:
    return [
        f"{file}: {key[1]}: two branches say different things of this {key[0]}: {_told(one)}, {_told(other)}: "
        "settle it in the notebook, then `checks sign` the conclusion, or `checks run` for a finding"
        for key, (one, other) in disputed(log).items()
    ]


def _shapes(what: str) -> tuple[tuple[str, ...], ...]:
    return KEYS[what], tuple(name for name in KEYS[what] if name not in LATER)


def _said(line: Line) -> Row | None:
    """What a line says of its row; two people who conclude the same in the same words agree."""
    return line.to and {**LATER, **{name: value for name, value in line.to.items() if name != "by"}}


def _told(line: Line) -> str:
    verdict = (line.to or {}).get("verdict", "another")
    return f"{line.who} {f'has it {verdict}' if line.to else 'withdrew it'} (line {line.number})"


def columns(what: str) -> Sequence[str]:
    """The columns of `findings.csv` and `conclusions.csv`."""
    return ("claim", *KEYS[what])

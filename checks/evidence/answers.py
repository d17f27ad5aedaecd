"""What a server answered, and what was drawn from a saved answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checks.case.nouns import Standing


@dataclass(frozen=True)
class Hop:
    """One redirect on the way: the address that sent us on, and the status it did so with."""

    url: str
    status: int


@dataclass(frozen=True)
class Fetched:
    """One answer, whole. `url` was asked, `final_url` answered, after `hops`; `body` is without its content coding.

    `headers` have lower-case names and values without control characters; `at` is UTC, `2031-05-02T10:00:00Z`.
    """

    url: str
    final_url: str
    hops: tuple[Hop, ...]
    status: int
    headers: Mapping[str, str]
    body: bytes
    at: str


@dataclass(frozen=True)
class Saved:
    """A saved answer: its bytes, the address that gave them, the day it was asked, and how its file is named in
    messages."""

    body: bytes
    url: str
    retrieved: str
    file: str


@dataclass(frozen=True)
class Drawn:
    """A register as one saved answer gives it.

    `columns` says what each column holds and has those of every register too; every row has all of them, dates as
    days. `left_out` holds a sentence for each thing in the answer that is no row, and why; `limits` says what was
    asked and what the answer does not tell; `covers` is a span as `When` prints it.
    """

    title: str
    publisher: str
    url: str
    licence: str
    standing: Standing
    covers: str
    columns: Mapping[str, str]
    rows: Sequence[Mapping[str, str]]
    left_out: Sequence[str]
    limits: str
    also_called: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Hits:
    """How many hits a saved answer tells of, the first of them as a person would know them, and its limits.

    `limits` is a sentence: what was asked, and what the place cannot show, so that no hit is not taken for nothing.
    """

    number: int
    first: Sequence[str]
    limits: str

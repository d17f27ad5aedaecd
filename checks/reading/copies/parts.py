"""The parts of a comparison of articles: an article, a change, a copy, a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checks.case.when import When

ChangeKind = Literal["figure", "date", "name", "negation", "quotation", "words"]


@dataclass(frozen=True)
class Article:
    """One article to compare: `file` is how it is named, `published` the day it states if it states one."""

    file: str
    text: str
    title: str = ""
    publisher: str = ""
    published: When | None = None


@dataclass(frozen=True)
class Change:
    """What a copy says where the first says something else. One of the two is empty for what was added or left out."""

    file: str
    kind: ChangeKind
    from_: str
    to: str


@dataclass(frozen=True)
class Copy:
    """One article beside the first of its group.

    `contained` is the share of the copy's runs of words that stand in the first, 0 to 1; `origin` what the copy
    declares of where it is from ("The Associated Press"), else empty; `why` the sentence that says why it was joined.
    """

    file: str
    of: str
    contained: float
    origin: str
    why: str
    changed: Sequence[Change]


@dataclass(frozen=True)
class Group:
    """Articles that are one source: which came `first`, how that is known, and each copy with what it changed.

    `shared_errors` are figures, dates, names or misspellings that copies share with each other and not with the first.
    """

    articles: Sequence[str]
    first: str
    first_because: str
    copies: Sequence[Copy]
    shared_errors: Sequence[Change]

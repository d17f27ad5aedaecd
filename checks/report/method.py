"""How the case was checked: the checks that were asked, as their own docstrings tell them, and who signed what."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from dataclasses import dataclass

from checks.case.catalogue import check_named
from checks.case.folder import Case

_VERDICT = re.compile(r"\n(?=(?:Supported|Misleading|Contradicted|Unsettled) when )")

LABELS = ("Cannot tell:", "Source:")


@dataclass(frozen=True)
class Method:
    """A check that was asked: its question, the other parts of its docstring, and what it found."""

    name: str
    question: str
    parts: tuple[str, ...]
    cannot_tell: str
    source: str
    found: str


@dataclass(frozen=True)
class Change:
    """A conclusion that came to another verdict after it had been signed: the correction of a report."""

    claim: str
    was: str
    now: str
    on: str
    by: str
    why: str


def methods(case: Case) -> list[Method]:
    """The checks that the case asked, in alphabetical order, with how often each found what."""
    counted: dict[str, Counter[str]] = {}
    for row in case.log.of("finding"):
        counted.setdefault(row["check"], Counter())[row["verdict"]] += 1
    return [_method(name, counted[name]) for name in sorted(counted)]


def _method(name: str, found: Counter[str]) -> Method:
    question, *parts = inspect.cleandoc(check_named(name).__doc__ or "").split("\n\n")
    told = ", ".join(f"{number} {word}" for word, number in sorted(found.items()))
    lines = [line for part in parts if not part.startswith(LABELS) for line in _VERDICT.split(part)]
    return Method(
        name, _plain(question), tuple(map(_plain, lines)), _labelled(parts, "Cannot tell"), _labelled(parts, "Source"),
        told,
    )  # fmt: skip


def _labelled(parts: list[str], label: str) -> str:
    """The part of a docstring that begins with a label, without it."""
    return next((_plain(part).removeprefix(f"{label}: ") for part in parts if part.startswith(f"{label}:")), "")


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[`*]", "", text).split())


def changes(case: Case) -> list[Change]:
    """The conclusions on claims of the case that were changed from one verdict to another, in the order of the log.

    One that was withdrawn and then concluded otherwise counts too.
    """
    found, last = list[Change](), dict[str, str]()
    for line in case.log.lines:
        if line.what != "conclusion" or not line.to or line.claim not in case.claims.of:
            continue
        now = str(line.to["verdict"])
        was = str(line.was["verdict"]) if line.was else last.get(line.claim, now)
        if was != now:
            found.append(Change(line.claim, was, now, line.when[:10], line.who, line.why))
        last[line.claim] = now
    return found


def signed(case: Case) -> dict[str, int]:
    """How many conclusions each person signed, by name."""
    counted = Counter(row["by"] for row in case.log.of("conclusion") if row["claim"] in case.claims.of)
    return dict(sorted(counted.items()))

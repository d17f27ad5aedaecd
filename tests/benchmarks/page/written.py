"""The page of one run, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .rows import About, Row, verdict

HEAD = """# Benchmarks

Written by `make bench`, by nothing else: every figure here is of one run, and none was typed. A measure that falls short of
what was asked of it stays, with **short** beside it; what was not run says why. A floor is held against the figure as it is
printed. Peers are other packages, asked the same in the same run. A share that is *decided* says how often we abstained.
What each measure means, and how it is counted, stands at the top of its file in `tests/benchmarks/`.
"""


@dataclass(frozen=True)
class Measured:
    """One benchmark of a run: its question, its data, its rows or why there are none, and its seconds."""

    name: str
    question: str
    about: About
    files: str
    rows: Sequence[Row]
    why_not: str
    seconds: float


def written(run: Sequence[str], measured: Sequence[Measured]) -> str:
    """The page: the run, what fell short, what was not run, and a table for each benchmark."""
    lines = [HEAD, *(f"- {one}" for one in run), "", "## What fell short", ""]
    short = [
        f"- [{one.name}](#{one.name}), {_cell(row.measure)}: {_cell(row.value)} (asked: {row.asked})"
        for one in measured for row in one.rows if verdict(row) == "short"
    ]  # fmt: skip
    lines += short or ["Nothing."]
    lines += ["", "## What was not run", ""]
    lines += [f"- [{one.name}](#{one.name}): {one.why_not}" for one in measured if one.why_not] or ["Nothing."]
    for one in measured:
        lines += ["", f"## {one.name}", "", one.question, "", _about(one), ""]
        if one.why_not:
            lines.append(f"Not run: {one.why_not}.")
            continue
        lines += ["| measure | value | asked | |", "| --- | --- | --- | --- |"]
        for row in one.rows:
            told = verdict(row)
            cells = (row.measure, row.value, row.asked, f"**{told}**" if told == "short" else told)
            lines.append("| " + " | ".join(map(_cell, cells)) + " |")
    return "\n".join(lines) + "\n"


def _about(one: Measured) -> str:
    kind = "Synthetic. " if one.about.synthetic else ""
    files = f" Read: {one.files}." if one.files else ""
    return f"{kind}Data: {one.about.data}. Licence: {one.about.licence}.{files} Took {one.seconds:,.0f} s."


def _cell(text: str) -> str:
    """Words that stand in one cell of a table; an indented measure belongs to the one above it."""
    inner = " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return f"… {inner}" if text.startswith("  ") else inner

"""A case in which every text is hostile: HTML, CSS and Markdown in the article, the claims, the evidence and the log."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import yaml

from checks.case.log import KEYS, line_bytes

EVIL = (
    "\"'</q></td></details></style></title></script><script>alert(1)</script><img src=x onerror=alert(1)>"
    "<svg onload=alert(1)> {{ 7 * 7 }} [x](javascript:alert(1)) ![x](http://127.0.0.1:9/x.png) `|` <b>"
)
KEPT = {"check", "asked", "verdict", "first", "stands", "rests_on", "id", "on", "deadline", "answered"}
CASE = "2034-03-school-budget"


def hostile(project: Path) -> str:
    """Makes the copy of one shipped case hostile in place, and gives its name."""
    folder = project / "data" / "cases" / CASE
    _article(folder / "article.md")
    _claims(folder / "claims.yaml")
    for path in sorted((folder / "evidence").glob("*.md")):
        _evidence(path)
    for path in sorted((folder / "evidence").glob("*.csv")):
        _register(path)
    _log(folder / "log.jsonl")
    return CASE


def _article(path: Path) -> None:
    front, body = _split(path)
    front |= {name: f"{front.get(name) or ''}{EVIL}" for name in ("title", "publisher", "url", "obtained")}
    _write(path, front, f"{body.rstrip()}\n\n{EVIL}\n")


def _claims(path: Path) -> None:
    written = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (it makes nothing but text)
    for claim in written["claims"]:
        claim["says"] += EVIL
        claim["speaker"] += EVIL
    written["status"] = "in-progress"
    path.write_text(yaml.dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _evidence(path: Path) -> None:
    front, body = _split(path)
    for name in ("title", "publisher", "url", "obtained", "unused", "origin"):
        if front.get(name) and not path.with_suffix(".csv").exists():
            front[name] += EVIL
    if path.with_suffix(".csv").exists():
        front["title"] += EVIL
        front["url"] = f"javascript:alert(1){EVIL}"
    for fact in front.get("facts", {}).values():
        fact["about"] += EVIL
    _write(path, front, f"{body.rstrip()}\n\n> {EVIL}\n")


def _register(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for name in set(row) - {"id", "start", "end", "standing", "retrieved"}:
            row[name] += EVIL
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _log(path: Path) -> None:
    lines = []
    for text in path.read_bytes().splitlines():
        entry = json.loads(text)
        entry["who"] += EVIL
        entry["why"] += EVIL
        if entry["what"] in KEYS:
            entry["to"] = _row(entry["to"])
        lines.append(line_bytes(entry))
    path.write_bytes(b"".join(lines))


def _row(row: dict[str, Any] | None) -> dict[str, Any] | None:
    """A row of the record with every text in it hostile, but for what other rows are found by."""
    return row and {
        name: f"{value}{EVIL}" if isinstance(value, str) and name not in KEPT else value for name, value in row.items()
    }


def _split(path: Path) -> tuple[dict[str, Any], str]:
    found = re.fullmatch(r"---\n(.*?)\n---\n(.*)", path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    front = yaml.load(found[1], yaml.BaseLoader)  # noqa: S506 (it makes nothing but text)
    assert isinstance(front, dict)
    return front, found[2]


def _write(path: Path, front: dict[str, Any], body: str) -> None:
    path.write_text(f"---\n{yaml.dump(front, allow_unicode=True, sort_keys=False)}---\n{body}", encoding="utf-8")

"""A drawn register, written as its two files and read back, as the command does it."""

from __future__ import annotations

import csv
from pathlib import Path

import yaml

from checks.case.nouns import Register
from checks.evidence.answers import Drawn
from checks.evidence.registers import read_register


def as_register(drawn: Drawn, folder: Path, id: str = "drawn") -> Register:
    about = {
        "title": drawn.title, "publisher": drawn.publisher, "url": drawn.url, "licence": drawn.licence,
        "standing": drawn.standing, "covers": drawn.covers, "columns": dict(drawn.columns),
        "also_called": {name: list(others) for name, others in drawn.also_called.items()},
    }  # fmt: skip
    page = yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=10_000)
    (folder / f"{id}.md").write_text(f"---\n{page}---\n{drawn.limits}\n", encoding="utf-8")
    with (folder / f"{id}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(drawn.columns))
        writer.writeheader()
        writer.writerows(drawn.rows)
    return read_register(folder, id, f"data/reference/{id}.csv")

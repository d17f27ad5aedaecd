"""What was typed of a conclusion and is not signed yet: kept in a hidden file, which is no part of the case."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checks.case.record import held, replace_file

NAME = ".typed.json"


def read(folder: Path) -> dict[str, dict[str, Any]]:
    """By claim, what was typed. A file that cannot be read holds nothing."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {id: said for id, said in found.items() if isinstance(said, dict)} if isinstance(found, dict) else {}


def write(folder: Path, claim: str, typed: Mapping[str, Any] | None) -> None:
    """Keeps what was typed of a claim's conclusion, None where nothing is open any more."""
    with held(folder):  # two desks keep what was typed at each
        kept = read(folder)
        said = {key: value for key, value in kept.items() if key != claim} | ({claim: dict(typed)} if typed else {})
        if said == kept:
            return
        if said:
            replace_file(folder / NAME, json.dumps(said, ensure_ascii=False, indent=1).encode())
        else:
            (folder / NAME).unlink(missing_ok=True)

"""The common names of states, for the forms in which the depositary prints them.

The table is `state_names.csv`: the depositary's form, and the others in common use, with semicolons between.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from checks.reading.names import plain

_OF = re.compile(r"([^()]+) \(([^()]+ of(?: the)?)\)")


def also_called(name: str) -> list[str]:
    """Other names for a state as the depositary prints it: `Zembla (Republic of)` is Zembla and Republic of Zembla."""
    forms = list(_common_names().get(plain(name), ()))
    turned = _OF.fullmatch(name)
    if turned:
        forms += [turned[1], f"{turned[2]} {turned[1]}"]
    return list(dict.fromkeys(form for form in forms if form != name))


def other_names(names: Iterable[str]) -> dict[str, list[str]]:
    """The other names of each, without those that another of them has too: there may be two Zemblas."""
    forms = {name: also_called(name) for name in sorted(names)}
    held = Counter(form for name, others in forms.items() for form in {plain(name), *map(plain, others)})
    own = {name: [other for other in others if held[plain(other)] == 1] for name, others in forms.items()}
    return {name: others for name, others in own.items() if others}


@cache
def _common_names() -> Mapping[str, tuple[str, ...]]:
    text = Path(__file__).with_suffix(".csv").read_text(encoding="utf-8")
    return {plain(row["depositary"]): tuple(row["also"].split(";")) for row in csv.DictReader(text.splitlines())}

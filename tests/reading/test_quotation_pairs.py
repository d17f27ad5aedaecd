"""Quotations against sources, by pairs that people wrote: how many come right, and that no altered one passes.

The files are `pairs/quotes-*.yaml`, whose README says who wrote them; floors and names as in `test_passages`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checks.reading.quoting import Quoted, compared

HERE = Path(__file__).parent
FLOORS: dict[str, int] = {
    "quotes-stranger-1": 29,
    "quotes-stranger-2": 29,
    "quotes-stranger-3": 29,
    "quotes-unseen": 29,
}
# Altered or absent ones that still pass as honest.
PASSED: dict[str, set[str]] = {}
FILES = sorted(path.stem for path in (HERE / "pairs").glob("quotes-*.yaml"))
HONEST = ("verbatim", "edited")


@cache
def answers(name: str) -> tuple[tuple[dict[str, Any], Quoted], ...]:
    pairs = yaml.safe_load((HERE / "pairs" / f"{name}.yaml").read_text(encoding="utf-8"))
    return tuple((pair, compared(pair["quoted"], pair["source"])) for pair in pairs)


@pytest.mark.parametrize("name", FILES)
def test_as_many_come_right_as_before(name: str) -> None:
    right = [pair["right"] == found.result for pair, found in answers(name)]
    assert sum(right) >= FLOORS[name], f"{sum(right)} of {len(right)}"


@pytest.mark.parametrize("name", FILES)
def test_no_other_altered_quotation_passes(name: str) -> None:
    passed = {pair["id"] for pair, found in answers(name) if found.result in HONEST and pair["right"] not in HONEST}
    assert passed == PASSED.get(name, set())


@pytest.mark.parametrize("name", FILES)
def test_what_was_altered_is_named(name: str) -> None:
    for pair, found in answers(name):
        assert bool(found.changes) == (found.result == "altered"), pair["id"]
        assert all(0 <= start < end <= len(pair["source"]) for start, end in found.found)

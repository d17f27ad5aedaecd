"""Clusters of strangers hold their floors: what was reached may not be lost again."""

from __future__ import annotations

import pytest
from planted_copies import counted

# Of each set: pairs of copies joined, pairs apart, firsts, changed facts listed, and facts listed for nothing at most.
FLOORS = {
    "strangers-1": (51, 29, 7, 61, 0),
    "strangers-3": (48, 21, 8, 100, 2),
}


@pytest.mark.parametrize("name", FLOORS)
def test_what_was_reached_is_kept(name: str) -> None:
    found = counted(name)
    joined, apart, first, listed, for_nothing = FLOORS[name]
    assert found["joined"] >= joined, found
    assert found["apart"] == found["independent"] == apart, found
    assert found["first"] >= first, found
    assert found["listed"] >= listed, found
    assert found["for nothing"] <= for_nothing, found

"""Slips, announced numbers and ranks: what fires, and what is no fault though it looks like one."""

from __future__ import annotations

import pytest

from checks.reading import read

FAULTS = [
    ("slips", "The canal is 23.7 kilometres long.\n\nBoats need five hours for the 27.3-kilometre canal."),
    ("slips", "The trust left 3.4 million euros to the choir.\n\nThe choir will keep the 3.4 billion euros in bonds."),
    ("slips", "The mill will cut 1,830 jobs in May.\n\nIt said that the 1,380 jobs are all abroad."),
    ("announced", "The board gave three reasons. The first is cost. The second is noise at night. It meets in May."),
    ("announced", "There are two conditions. The first is a wall. The second is a gate. The third is a guard."),
    ("announced", "Police arrested three men. They were named as Jon Abel, 31, a cook, and Tom Brand, 40, a driver."),
    ("announced", "Five villages will get a bus.\n\nIt will stop in Abel, Corrin, Dale and Marsh Green."),
    ("superlatives", "Kell is the third-largest port in the state. Only Arden is larger."),
    ("superlatives", "The bridge is the longest in the county. Longer than the bridge is only Dale Viaduct."),
    ("superlatives", "Hanna Roth, the gold medallist, was all smiles. Roth finished third in 51.2 seconds."),
]  # fmt: skip
NO_FAULTS = [
    ("slips", "The canal is 23.7 kilometres long. The road beside it is 27.3 kilometres long."),
    ("slips", "The fund rose to 3.4 billion euros from 3.4 million euros a century ago."),
    ("slips", "The ship has 48 cabins.\n\nThe captain, 84, has sailed her since her launch."),
    ("announced", "The board gave three reasons. The first is cost. The second is noise. Finally, there is the smell."),
    ("announced", "There are two conditions. The first is a wall. The second is a gate. He came third."),
    ("announced", "Police arrested three men. Two of them were named as Jon Abel, 31, and Tom Brand, 40; the other is 16."),
    ("announced", "Four villages will get a bus.\n\nIt already stops in Abel, Corrin and Dale."),
    ("superlatives", "Kell is the second-largest port in the state. Only Arden is larger."),
    ("superlatives", "Hanna Roth, the gold medallist, was all smiles. Roth finished third in her heat."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), FAULTS)
def test_a_fault_is_found(rule: str, text: str) -> None:
    assert suspected(rule, text)


@pytest.mark.parametrize(("rule", "text"), NO_FAULTS)
def test_what_is_no_fault_is_left_alone(rule: str, text: str) -> None:
    assert not suspected(rule, text)


def suspected(rule: str, text: str) -> list[object]:
    from importlib import import_module

    found = getattr(import_module(f"checks.reading.suspicions.sums.{rule}"), rule)
    return list(read(text, names=False).suspect(found))

"""A run on disk while it lasts: batches, and parts that are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checks.case.errors import CaseError
from checks.screening.one import screened
from checks.screening.parts import AT_ONCE, batches, keep, kept, listed, packed
from checks.screening.sources import Item


def items(folder: Path, count: int) -> list[Item]:
    (folder / "a.jsonl").write_text("x" * count)
    return [
        Item(f"a.jsonl#{at}", str(folder / "a.jsonl"), "row", at, 1, ("text", "n"), "odd" * (at == 3))
        for at in range(count)
    ]


def test_the_list_gives_the_items_back_in_batches(tmp_path: Path) -> None:
    total, _ = listed(items(tmp_path, AT_ONCE + 7), tmp_path)
    found = list(batches(tmp_path))
    assert total == AT_ONCE + 7
    assert [len(batch.items) for batch in found] == [AT_ONCE, 7]
    assert [item for batch in found for item in batch.items] == items(tmp_path, AT_ONCE + 7)


def test_a_part_is_named_after_its_items_and_the_state_of_their_file(tmp_path: Path) -> None:
    def named(count: int) -> tuple[str, list[str]]:
        _, digest = listed(items(tmp_path, count), tmp_path)
        os.utime(tmp_path / "a.jsonl", ns=(1, at))
        _, digest = listed(iter(items(tmp_path, count)) if touched else given, tmp_path)
        return digest, [batch.part for batch in batches(tmp_path)]

    given, touched, at = items(tmp_path, AT_ONCE + 1), False, 5
    digest, parts = named(AT_ONCE + 1)
    assert named(AT_ONCE + 1) == (digest, parts)
    at = 6
    assert named(AT_ONCE + 1)[0] != digest
    assert not set(named(AT_ONCE + 1)[1]) & set(parts)


def test_what_was_found_comes_back_from_its_part_and_a_torn_part_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council of Calder voted on Monday. “Zwölf,” said Rosa Quist.")
    found = [screened(Item("a.txt", str(tmp_path / "a.txt"))), screened(Item("b.txt", "", trouble="no file"))]
    data = packed(found)
    assert packed(found) == data
    keep(tmp_path, "0-x.json.gz", data)
    assert kept(tmp_path, "0-x.json.gz") == found
    (tmp_path / "0-x.json.gz").write_bytes(data[:-20])
    with pytest.raises(CaseError, match=r"this part of the run cannot be read again: delete it"):
        kept(tmp_path, "0-x.json.gz")

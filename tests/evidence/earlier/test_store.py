"""The store: taken in whole or not at all, the same however often, and nobody else's file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checks.case.errors import CaseError
from checks.evidence.earlier.parts import FactCheck
from checks.evidence.earlier.store import in_memory, opened, take_in

CLOCK = FactCheck("The council stopped the tidal clock.", "False", "Checkers", "https://checkers.example/clock")
BELL = FactCheck("The bell of the mill weighs two tons.", "True", "Checkers", "https://checkers.example/bell")


def test_a_store_is_made_added_to_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "earlier.sqlite"
    take_in(path, [CLOCK])
    take_in(path, [BELL, replace(CLOCK, rating="Half true")])
    with opened(path) as store:
        assert len(store) == 2
        assert [store.fact_check(id) for id in (1, 2)] == [replace(CLOCK, rating="Half true"), BELL]
        assert store.how_many_have(["bells", "clocks", "the", "nothing", "co uncil"]) == [1, 1, 2, 0, 0]
        assert store.with_words('"clocks" OR "weigh"', 5) == [2, 1] or store.with_words('"clocks"', 5) == [1]
    assert [file.name for file in tmp_path.iterdir()] == ["earlier.sqlite"]


def test_the_same_fact_checks_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        take_in(tmp_path / name, [CLOCK, BELL])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_breaks_off_leaves_all_as_it_was(tmp_path: Path) -> None:
    def broken() -> Iterator[FactCheck]:
        yield BELL
        raise CaseError("the feed broke off")

    path = tmp_path / "earlier.sqlite"
    with pytest.raises(CaseError, match="broke off"):
        take_in(path, broken())
    assert not list(tmp_path.iterdir())
    take_in(path, [CLOCK])
    before = path.read_bytes()
    with pytest.raises(CaseError, match="broke off"):
        take_in(path, broken())
    assert path.read_bytes() == before
    with opened(path) as store:
        assert len(store) == 1


def test_no_other_file_is_taken_for_a_store(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with pytest.raises(CaseError, match="no such store: make it with --from"):
        opened(path).__enter__()
    path.write_bytes(b"no database " * 100)
    with pytest.raises(CaseError, match="damaged or no store"):
        take_in(path, [CLOCK])
    path.write_bytes(b"")
    with pytest.raises(CaseError, match="this is no store"), opened(path):
        pass
    with pytest.raises(CaseError, match="its folder is not there"):
        take_in(tmp_path / "none" / "earlier.sqlite", [CLOCK])


def test_a_store_that_somebody_changed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "earlier.sqlite"
    take_in(path, [CLOCK])
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON fact_checks BEGIN DELETE FROM fact_checks; END")
    connection.close()
    with pytest.raises(CaseError, match="this is no store"):
        take_in(path, [BELL])


def test_a_damaged_store_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "earlier.sqlite"
    take_in(path, (replace(CLOCK, claim=f"{CLOCK.claim} {at}", url=f"{CLOCK.url}/{at}") for at in range(400)))
    data = bytearray(path.read_bytes())
    data[8192:] = b"\x77" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(CaseError, match="damaged"), opened(path) as store:
        store.with_words('"clock"', 5)


def test_a_store_that_is_written_to_is_not_waited_for_in_vain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "earlier.sqlite"
    take_in(path, [CLOCK])
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: connect(*given, **{**named, "timeout": 0.1}))
    holding = connect(path)
    holding.execute("BEGIN EXCLUSIVE")
    with pytest.raises(CaseError, match="somebody else is writing"):
        take_in(path, [BELL])
    holding.close()


def test_what_is_printed_of_a_store_obeys_nobody() -> None:
    store = in_memory([replace(CLOCK, claim="Red \x1b[31m clock", rating="x" * 9_000)])
    one = store.fact_check(1)
    assert one.claim.isprintable() and len(one.rating) == 2_000

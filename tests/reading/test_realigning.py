"""Words of one version of a text, found again in the next: changed, moved, gone, and never in a sentence that stayed."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.realigning import TwoVersions

OLD = (
    "Harbour reopens\n\nThe harbour of Tollund reopened on Monday after a fire. Captain Ines Roth said that “no ship "
    "was lost”. The repairs cost £2 million, the port said, and took three weeks. Nobody was hurt. Ferries to the "
    "islands will run again from 4 May."
)


def placed(new: str, words: str, old: str = OLD) -> str | None:
    start = old.index(words)
    found = TwoVersions(old, new).place(start, start + len(words))
    return new[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("change", "words", "becomes"),
    [
        (("£2 million", "£3 million"), "The repairs cost £2 million", "The repairs cost £3 million"),
        (
            ("on Monday", "on Tuesday"),
            "The harbour of Tollund reopened on Monday",
            "The harbour of Tollund reopened on Tuesday",
        ),
        (("Captain Ines", "Harbour master Ines"), "Captain Ines Roth", "master Ines Roth"),
        (("no ship was", "not one ship was"), "“no ship was lost”", "one ship was lost”"),
        (("no ship was", "no boat was"), "“no ship was lost”", "“no boat was lost”"),
        (("three weeks", "about four weeks in all"), "took three weeks", "took four weeks"),
        (("three weeks", "four weeks"), "three weeks", "four weeks"),
        ((" Nobody was hurt.", ""), "Nobody was hurt", None),
        (("Nobody was hurt.", "The mayor came."), "Nobody was hurt", None),
        (("Ferries to", "From 4 May ferries to"), "run again from 4 May", "run again from 4 May"),
        (("The repairs cost £2 million, the port said, and", "It"), "The repairs cost £2 million", None),
    ],
)
def test_what_became_of_words(change: tuple[str, str], words: str, becomes: str | None) -> None:
    found = placed(OLD.replace(*change), words)
    if becomes is None:
        assert found is None
    else:
        assert found is not None
        assert found.endswith(becomes.split()[-1])
        assert set(becomes.split()) <= set(found.split())


def test_words_that_were_changed_and_moved() -> None:
    new = "The repairs cost £3 million, the port said, and took three weeks. " + OLD.replace(
        "The repairs cost £2 million, the port said, and took three weeks. ", ""
    )
    assert placed(new, "The repairs cost £2 million") == "The repairs cost £3 million"


def test_a_sentence_that_stood_there_before_is_never_taken_for_another() -> None:
    old = "The north pier was closed in 2029. Rain fell. The south pier was closed in 2029."
    assert placed("Rain fell. The south pier was closed in 2029.", "The north pier was closed in 2029", old) is None


def test_the_same_words_twice_are_told_apart_by_what_stands_around_them() -> None:
    old = "In Tollund two ships were lost. In Varde it rained."
    new = "In Varde two ships were lost. In Tollund two ships were lost, it is said. In Varde it rained."
    found = TwoVersions(old, new).place(old.index("two ships"), old.index(". In Varde"))
    assert found
    assert found[0] == new.index("two ships", 30)


def test_changes_are_told_sentence_by_sentence_and_a_move_is_none() -> None:
    new = OLD.replace("£2 million", "£3 million").replace(" Nobody was hurt.", " A dog barked all night long.")
    both = TwoVersions(OLD, new)
    told = [(OLD[slice(*was)].strip(), new[slice(*now)].strip()) for was, now in both.changes()]
    cost = "The repairs cost £2 million, the port said, and took three weeks."
    assert told == [
        (cost, cost.replace("2", "3")),
        ("Nobody was hurt.", ""),
        ("", "A dog barked all night long."),
    ]
    moved = "Nobody was hurt. " + OLD.replace(" Nobody was hurt.", "")
    assert TwoVersions(OLD, moved).changes() == []


@settings(max_examples=150)
@given(st.text("abc .\n“”,é", max_size=60), st.text("abc .\n“”,é", max_size=60), st.data())
def test_any_two_texts_give_a_place_in_the_new_one_or_none(old: str, new: str, data: st.DataObject) -> None:
    if old.strip():
        start = data.draw(st.integers(0, len(old) - 1))
        end = data.draw(st.integers(start + 1, len(old)))
        found = TwoVersions(old, new).place(start, end)
        assert found is None or 0 <= found[0] < found[1] <= len(new)
    for was, now in TwoVersions(old, new).changes():
        assert was[1] <= len(old)
        assert now[1] <= len(new)


def test_ten_thousand_words_of_which_every_tenth_sentence_changed(
    record_property: Callable[[str, object], None],
) -> None:
    chance = Random(9)  # noqa: S311
    vocabulary = ["".join(chance.choices("bdfgklmnprst", k=5)) for _ in range(2000)]
    lines = [" ".join(chance.choices(vocabulary, k=20)).capitalize() + "." for _ in range(500)]
    changed = [line.replace(line.split()[7], "otherwise") if i % 10 == 0 else line for i, line in enumerate(lines)]
    old, new = " ".join(lines), " ".join(changed)
    begun = time.perf_counter()
    both = TwoVersions(old, new)
    for i in range(0, 500, 10):
        start = old.index(lines[i])
        assert both.place(start, start + len(lines[i]) - 1) is not None
    assert len(both.changes()) == 50
    took = time.perf_counter() - begun
    record_property("told", f"two versions of 10,000 words, 50 changed sentences found again: {took:.2f} s")

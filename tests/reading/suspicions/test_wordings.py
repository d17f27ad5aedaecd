"""Stock phrases and loaded words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.copying import wordings as room
from checks.reading.suspicions.copying.wordings import phrases, wordings

TABLE = Path(room.__file__).with_name("loaded_words.csv")
PLAIN = (
    "The county will close two of its nine swimming pools in September, it said on Monday. The two need repairs that "
    "would cost 4 million. A petition has 900 names, and the council hears it in June. Both pools were built in 1934."
)


def suspected(text: str) -> list[Suspicion]:
    return read(f"{PLAIN}\n\n{text}", names=False).suspect(wordings)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In a move that sent shockwaves through the town, the pool closed.", {"In a move that", "sent shockwaves"}),
        ("It is a stark reminder, and its future hangs in the balance.", {"a stark reminder", "hangs in the balance"}),
        ("As the world watches, what comes next remains to be seen.", {"As the world watches", "remains to be seen"}),
        ("The so-called experts slammed the coach.", {"so-called", "slammed"}),
        ("In an increasingly divided world, it is a testament to hope.", {"In an increasingly divided world", "a testament to"}),
    ],
)  # fmt: skip
def test_several_in_a_short_text_are_looked_at_together(text: str, shown: set[str]) -> None:
    (one,) = suspected(text)
    assert one.certainty == "look"
    assert shown <= {span.exact for span in one.spans}


@pytest.mark.parametrize(
    "text",
    [
        "Whether the others stay open remains to be seen. The mayor spoke to the press and went home.",
        "“The so-called experts slammed us, the shameless thugs,” said Ron Tait, a coach. He went home.",
        "The mayor admitted that she had insisted on it. Critics claimed otherwise.",
        "The sheriff slammed the car door. The regimental band played.",
    ],
)
def test_one_alone_and_what_is_quoted_are_left_alone(text: str) -> None:
    assert suspected(text) == []


def test_a_text_of_nothing_else_is_likely_a_fault() -> None:
    text = (
        "In a bold move that sent shockwaves far and wide, a paradigm shift is under way, and all eyes are on the pier. "
        "It is a stark reminder, a wake-up call and a litmus test in uncharted waters. Needless to say, only time will "
        "tell. With the town at a crossroads, its future hangs in the balance, a perfect storm that speaks volumes."
    )
    (one,) = read(text, names=False).suspect(wordings)
    assert one.certainty == "likely"
    assert len(one.spans) == 5


def test_every_row_has_a_reason_and_a_source_that_the_page_names() -> None:
    page = TABLE.with_suffix(".md").read_text(encoding="utf-8")
    rows = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == len(phrases()) > 100
    for row in rows:
        assert row["why"]
        assert f"| {row['source']} |" in page
        assert row["weight"] in ("1", "2")
        assert row["phrase"] == row["phrase"].lower()
    wordings_listed = [wording for row in rows for wording in row["phrase"].split("|")]
    assert len(wordings_listed) == len(set(wordings_listed))


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["in the wake of", "İ", "“", "”", "so-called", "\n\n", "a thug", ".", "The mayor"]), max_size=25
    )
)
def test_any_words_are_read_and_placed(words: list[str]) -> None:
    text = f"The council met on Monday. {' '.join(words)}"
    for one in read(text, names=False).suspect(wordings):
        assert all(text[span.start : span.end] == span.exact for span in one.spans)

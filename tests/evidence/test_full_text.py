"""Full-text search: what is asked of it, and where what it found stands."""

from __future__ import annotations

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from checks.evidence.full_text import any_of, marked, words_of


def test_words_are_asked_once_and_common_ones_not_at_all() -> None:
    assert words_of("The clock, the Clock and the bell's hands") == ["clock", "bell", "s", "hands"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda text: "\x00" not in text), min_size=1, max_size=4))
def test_no_word_is_obeyed(words: list[str]) -> None:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE kept USING fts5(text)")
    try:
        index.execute("SELECT * FROM kept WHERE kept MATCH ?", (any_of(words).encode("utf-8", "replace").decode(),))
    finally:
        index.close()


def test_marks_become_places() -> None:
    text, spans = marked("the \x02tidal\x03 \x02clock\x03")
    assert [text[start:end] for start, end in spans] == ["tidal", "clock"]

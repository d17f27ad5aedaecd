"""What changed between two texts of one page, in words."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.evidence.captures.changed import MOST_PIECES, changed

TEXT = "The council of Tern Bay voted on Tuesday to raise the levy on boats from 12 to 15 marks a year.\nAda Quill said it was no fine."


def test_the_same_words_are_the_same() -> None:
    found = changed(TEXT, TEXT.replace(" ", "  \n"))
    assert (found.places, found.pieces, str(found)) == (0, (), "the words are the same")


def test_words_taken_out_and_put_in() -> None:
    found = changed(TEXT, TEXT.replace("15", "19").replace("it was no", "whether it is"))
    assert str(found) == (
        "3 words taken out, 3 put in, in 3 places:\n"
        "… levy on boats from 12 to [-15-] {+19+} marks a year. Ada Quill said {+whether+} it [-was no-] {+is+} fine."
    )
    assert str(changed("a levy", "a tax")).startswith("1 word taken out, 1 put in, in 1 place:\n")


@pytest.mark.parametrize("old,new,shown", [
    ("", "two words", "{+two words+}"), ("two words", "", "[-two words-]"), ("one", "other", "[-one-] {+other+}"),
    ("a b c", "b c", "[-a-] b c"), ("a b c", "a b c d", "a b c {+d+}"), ("港の税は十二です", "港の税は十五です", "港の税は十 [-二-] {+五+} です"),
])  # fmt: skip
def test_at_the_ends_and_in_other_scripts(old: str, new: str, shown: str) -> None:
    assert changed(old, new).pieces == (shown,)


def test_changes_near_each_other_are_one_piece() -> None:
    found = changed("a b c d e f g h i j", "a B c D e f g h i j")
    assert found.pieces == ("a [-b-] {+B+} c [-d-] {+D+} e f g h i j",) and found.places == 2


def test_only_so_many_pieces_are_shown() -> None:
    lines = [f"Boat {n} pays a levy of {n + 12} marks each and every year of its life" for n in range(100)]
    found = changed("\n".join(lines), "\n".join(line.replace("levy", "tax") for line in lines))
    assert len(found.pieces) == MOST_PIECES and (found.places, found.more) == (100, 100 - MOST_PIECES)
    assert str(found).endswith("… and 60 more places")
    long = changed("start", "start " + " ".join(f"w{n}" for n in range(500)))
    assert len(long.pieces[0].split()) < 50 and "… (470 words) …" in long.pieces[0] and long.put_in == 500


def applied(old: list[str], new: list[str]) -> int:
    found = changed(" ".join(old), " ".join(new))
    return len(new) - found.put_in - (len(old) - found.taken_out)


@settings(max_examples=200)
@given(st.lists(st.sampled_from("abcdefgh"), max_size=60), st.lists(st.sampled_from("abcdefgh"), max_size=60))
def test_what_is_kept_is_as_long_on_both_sides(old: list[str], new: list[str]) -> None:
    assert applied(old, new) == 0
    found = changed(" ".join(old), " ".join(new))
    assert (found.places == 0) == (old == new)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts(old: str, new: str) -> None:
    for piece in changed(old, new).pieces:
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", piece)


def test_long_and_hostile_texts() -> None:
    rng = random.Random(7)  # noqa: S311
    words = [f"w{rng.randrange(4000)}" for _ in range(40_000)]
    other = words[:]
    for place in range(200, 40_000, 400):
        other[place] = "altered"
    assert (changed(" ".join(words), " ".join(other)).places, applied(words, other)) == (100, 0)
    for old, new in ((["a", "b"] * 20_000, ["b", "a"] * 20_000), (["a"] * 40_000, ["a"] * 39_999 + ["b"]),
                     (words, words[20_000:] + words[:20_000]), (words, sorted(words))):  # fmt: skip
        assert applied(old, new) == 0


def test_of_very_long_texts_lines_are_compared() -> None:
    lines = [f"boat {n} of the bay" for n in range(120_000)]
    other = [line if n != 70_000 else "a raft of the bay" for n, line in enumerate(lines)]
    found = changed("\n".join(lines), "\n".join(other))
    assert (found.places, found.taken_out, found.put_in) == (1, 5, 5)
    assert "[-boat 70000 of the bay-] {+a raft of the bay+}" in found.pieces[0]

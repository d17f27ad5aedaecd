"""Of words that are not in a text the nearest that are: a passage with a word changed is found again, wherever it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.errors import Lost
from checks.case.folder import open_case
from checks.evidence.nearest_words import nearest_words

LARKMERE = "2031-06-larkmere-mile"
TEXT = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))[:60_000]
WORDS = TEXT.split()
SHOWN = re.compile(r"the nearest words there are “(.*?)”(?:, with|, without|$)", re.DOTALL)
ARTICLE = "The council voted on Tuesday to raise the levy on boats from 12 to 15 marks a year. It is the first rise."


def flat(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_passage_with_one_word_changed_is_found_again_as_the_nearest(data: st.DataObject) -> None:
    size = data.draw(st.integers(5, 20), "words")
    start = data.draw(st.integers(0, len(WORDS) - size), "start")
    other = data.draw(st.sampled_from(["zebra", "quagmire", "Xylophone", "1987"]), "other")
    passage = WORDS[start : start + size]
    at = data.draw(st.integers(1, size - 2), "changed")
    wanted = " ".join([*passage[:at], other, *passage[at + 1 :]])
    told = SHOWN.search(nearest_words(TEXT, wanted))
    assert told, wanted
    assert told[1].strip("… ") in flat(TEXT)
    assert len(told[1].split()) <= 27
    kept = [*passage[:at], *passage[at + 1 :]]
    assert sum(word in told[1] for word in kept) >= 0.8 * len(kept), (told[1], wanted)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("raise the levy on boats from 12 to 16 marks", "“raise the levy on boats from 12 to 15 marks”, with “15” for “16”"),
        ("voted on Tuesday to raise the hated levy on boats from 12 to 15 marks", ", without “hated”"),
        ("voted Tuesday to raise the levy on boats from 12 to 15 marks", ", with “on” more"),
        ("The mayor of Larkmere swam across the lake at midnight", "nothing there is like them"),
        ("", "nothing there is like them"),
    ],
)  # fmt: skip
def test_what_differs_is_said_in_words_and_that_nothing_is_near(wanted: str, told: str) -> None:
    assert nearest_words(ARTICLE, wanted).endswith(told)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_have_an_answer(text: str, wanted: str) -> None:
    assert "there" in nearest_words(text, wanted)


def test_a_notebook_is_told_the_nearest_words_of_a_document_and_of_the_article(project: Path) -> None:
    case = open_case(LARKMERE)
    for id in ("article", "record-certificate"):
        words = (case.article if id == "article" else case.evidence(id)).words.split()[3:12]
        wrong = " ".join([*words[:4], "zebra", *words[5:]])
        with pytest.raises(Lost) as caught:
            case.passage(id, wrong)
        assert f"with “{words[4]}” for “zebra”" in caught.value.what
        assert "copy the words from it" in caught.value.what
    with pytest.raises(Lost, match=r"nothing there is like them\): copy"):
        case.passage("record-certificate", "Quantum chromodynamics baffled eleven plumbers")

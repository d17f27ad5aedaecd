"""The ledger puts every character in one row and drops no word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks.case.claims import Claims, Omission
from checks.case.ledger import WORD, ledger, marks
from checks.case.nouns import Anchor, Claim, Document, Passage
from checks.reading.sentences import sentences

PROSE = st.text(alphabet=st.sampled_from(list("abU.N. ‘’“”\n!?é漢1—,")), max_size=200)


def article(text: str) -> Document:
    return Document("article", "article", "t", "", "", None, None, "o", "secondary", text, text)


def claims(text: str, claimed: list[str], left_out: list[str] = ()) -> Claims:  # type: ignore[assignment]
    of = {f"c{i}": Claim(f"c{i}", Anchor(words), "s", "article") for i, words in enumerate(claimed)}
    out = tuple(Omission(Passage(article(text), Anchor(words)), "stray") for words in left_out)
    return Claims("in-progress", {}, of, out)


@given(PROSE)
def test_every_character_is_in_exactly_one_row(text: str) -> None:
    assert "".join(text[a:b] for a, b in sentences(text)) == text
    entries = ledger(text, claims(text, [])).entries
    assert "".join(entry.text for entry in entries) == text
    assert [entry.start for entry in entries[1:]] == [entry.end for entry in entries[:-1]]


@given(PROSE, st.data())
def test_every_word_is_covered_or_shown_as_unread(text: str, data: st.DataObject) -> None:
    words = [match.span() for match in WORD.finditer(text)]
    if not words:
        assert not ledger(text, claims(text, [])).is_whole
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    exact = text[words[first][0] : words[last][1]]
    if sum(text.startswith(exact, i) for i in range(len(text))) != 1:
        return
    book = ledger(text, claims(text, [exact]))
    shown = sum(len(WORD.findall(run)) for entry in book.entries for run in entry.unread)
    assert book.covered + shown == book.words
    assert book.covered >= last - first + 1 - 2  # a word that runs over a sentence's end is split there


def test_the_abbreviation_before_a_quotation_that_sentencex_reads_over() -> None:
    text = "He spoke to the U.N. ‘But the risk is real.’ Then he left the U.S. ‘Green’ party."
    assert [text[a:b].strip() for a, b in sentences(text)] == [
        "He spoke to the U.N.", "‘But the risk is real.’", "Then he left the U.S. ‘Green’ party.",
    ]  # fmt: skip


def test_a_word_is_covered_only_whole() -> None:
    text = "The bridges are closed."
    book = ledger(text, claims(text, ["The bridge"]))
    assert book.entries[0].unread == ("bridges are closed",)
    assert book.entries[0].state == "UNREAD"


def test_states() -> None:
    text = "One is claimed. Two is stray. Three is not read."
    book = ledger(text, claims(text, ["One is claimed."], ["Two is stray."]))
    assert [entry.state for entry in book.entries] == ["claimed", "left out", "UNREAD"]
    assert (book.covered, book.words, book.is_whole) == (6, 10, False)
    assert book.summary() == "61 % of its characters, 6 of 10 words accounted for; 2 of 3 sentences, 1 UNREAD"


def test_the_share_of_characters_is_rounded_down() -> None:
    text = "one " * 999 + "two."
    told = {words: ledger(text, claims(text, [words])).summary() for words in ("two", text[4:], text)}
    assert told["two"].startswith("0 % of its characters, 1 of 1000 words")
    assert told[text[4:]].startswith("99 % of its characters, 999 of 1000 words")
    assert told[text].startswith("100 % of its characters, 1000 of 1000 words")


def test_an_article_without_words_is_never_whole() -> None:
    assert not ledger("", claims("", [])).is_whole
    assert not ledger("— … —", claims("", [])).is_whole


@given(PROSE)
def test_marks_are_the_text(text: str) -> None:
    words = [match[0] for match in WORD.finditer(text) if text.count(match[0]) == 1]
    pieces = marks(text, [(word, Anchor(word)) for word in words[:4]])
    assert "".join(piece for piece, _ in pieces) == text


@given(st.text(alphabet=st.sampled_from(list("A.b \u00a0\u2009\u202f‘’\n")), max_size=40))
def test_every_kind_of_space_is_survived(text: str) -> None:
    assert "".join(text[a:b] for a, b in sentences(text)) == text

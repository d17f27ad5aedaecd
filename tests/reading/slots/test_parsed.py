"""Texts are kept with their grammar: what is kept answers as what is read afresh, and nothing writes into it."""

from __future__ import annotations

import pytest

from checks.reading.slots import parsed as room
from checks.reading.slots.parsed import all_parsed, parsed
from checks.reading.slots.ranked import ranks_in

TEXT = "The second longest bridge was closed on Friday, and the ferry runs again."
TOLD = ("TAG", "LEMMA", "HEAD", "DEP", "ENT_TYPE", "ENT_IOB", "SENT_START")


def told(text: str) -> list[list[int]]:
    rows: list[list[int]] = parsed(text).to_array(TOLD).tolist()
    return rows


def test_the_same_text_is_another_document_with_the_same_grammar() -> None:
    one, other = all_parsed([TEXT, TEXT])
    assert one is not other
    assert one[0] != other[0]  # two sides with the same words stay two
    assert one.to_array(TOLD).tolist() == other.to_array(TOLD).tolist() == parsed(TEXT).to_array(TOLD).tolist()


def test_nothing_writes_into_what_is_kept() -> None:
    fresh = told(TEXT)
    written = parsed(TEXT)
    assert ranks_in(written)  # which it notes on the document
    for token in written:
        token.lemma_, token.dep_ = "gone", "dep"
    assert told(TEXT) == fresh
    assert not parsed(TEXT).user_data


def test_kept_or_read_afresh_and_alone_or_among_others_it_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [TEXT, "“No,” she said.", "The ferry sank on 3 May.", "Take It or Leave It won the prize."]
    among = [doc.to_array(TOLD).tolist() for doc in all_parsed(texts * 9)]
    for text, kept in zip(texts * 9, among, strict=True):
        monkeypatch.setattr(room, "_kept", {})
        assert told(text) == kept


def test_only_so_much_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, object] = {}
    monkeypatch.setattr(room, "_kept", kept)
    monkeypatch.setattr(room, "_MOST_KEPT", 3)
    long = "It rained. " * 400
    for text in ("One.", "Two.", "Three.", long, "One.", "Four."):
        parsed(text)
    assert list(kept) == ["Three.", "One.", "Four."]

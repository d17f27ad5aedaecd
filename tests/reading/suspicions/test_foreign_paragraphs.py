"""Paragraphs of another story: found among those of an article, and not where a story only turns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading import Reading, read
from checks.reading.suspicions.strays.fields import fields_beside
from checks.reading.suspicions.strays.foreign_paragraphs import foreign_paragraphs, strangeness
from checks.reading.suspicions.strays.rarity import RAREST, how_rare, stem, terms_of

LIBRARY = [
    "The library in Corrie will lend tools as well as books from next month, the town council decided on Monday.",
    "Readers can borrow drills, ladders and sewing machines for a week with the card that they use for books.",
    "The librarian, Morag Fenn, said that the tools came from a hardware shop that had closed.",
    "The council gave the library money for shelves, and a carpenter in Corrie built them for the tools.",
    "Fenn expects that the drills will be lent more often than most books. The ladders are too long for the shelves.",
    "Other libraries in the county lend tools already, the council said, and most of them come back.",
]
STRANGERS = [
    "Striker Paulo Menezes limped off after twenty minutes with a torn hamstring, and the champions lost at home to a side "
    "fighting relegation.",
    "Copper futures fell in London as smelters in Chile settled a pay dispute, while the yen weakened against the euro.",
    "Mr. Adeyemi told the tribunal that the colonel had ordered the shelling of the hospital from a hotel bar.",
    "The actress wore a gown of green silk at the premiere, and her fiancé signed autographs in the drizzle.",
]


def _read(paragraphs: list[str]) -> Reading:
    return read("\n\n".join(paragraphs), names=False)


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("place", [2, 4, 6])
def test_a_stranger_is_the_strangest_and_is_shown(stranger: str, place: int) -> None:
    reading = _read([*LIBRARY[:place], stranger, *LIBRARY[place:]])
    scores = strangeness(reading)
    assert scores.index(max(scores)) == place
    (found,) = reading.suspect(foreign_paragraphs)
    lead, words = found.spans
    assert (lead.exact, words.exact) == (LIBRARY[0], stranger)
    assert (found.kind, found.check) == ("foreign paragraph", "belongs_to_article")
    assert "none stands elsewhere in the article" in found.reason


def test_two_strangers_side_by_side_are_both_shown() -> None:
    pair = [
        "Copper futures fell in London as smelters in Chile settled a pay dispute.",
        "Traders in London had feared that the Chilean smelters would shut, which had driven copper up.",
    ]
    reading = _read([*LIBRARY[:3], *pair, *LIBRARY[3:]])
    assert {one.spans[-1].exact for one in reading.suspect(foreign_paragraphs)} == set(pair)


def test_the_article_s_own_paragraphs_are_no_strangers() -> None:
    assert _read(LIBRARY).suspect(foreign_paragraphs) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        LIBRARY[:2],
        [LIBRARY[0], STRANGERS[0], LIBRARY[1]],  # too short to say what it is about
        [LIBRARY[0], *STRANGERS],  # a round-up: each stands for itself
        ["By Ada Holm", "Read more:", "Advertisement"],
    ],
)
def test_short_texts_and_round_ups_are_left_alone(paragraphs: list[str]) -> None:
    assert _read(paragraphs).suspect(foreign_paragraphs) == []


def test_somebody_named_as_known_is_told_of() -> None:
    (found,) = _read([*LIBRARY[:3], STRANGERS[2], *LIBRARY[3:]]).suspect(foreign_paragraphs)
    assert "speaks of Adeyemi as if named before" in found.reason


@pytest.mark.parametrize("opening", ["Nobody", "Everyone", "Residents", "Engineers"])
def test_nobody_is_no_name(opening: str) -> None:
    text = f"{opening} said that the marmalade factory had a goose, a trombone and forty marble pigeons."
    for one in _read([*LIBRARY[:3], text, *LIBRARY[3:]]).suspect(foreign_paragraphs):
        assert "as if named before" not in one.reason


def test_a_field_of_news_tells_where_no_word_is_shared() -> None:
    match = "Midfielder Ana Duarte scored the equaliser, but the league champions lost in overtime and are out of the tournament."
    rise = "Bakers on the hill start work at three and sell all that they have by noon."
    beside = fields_beside([terms_of(text) for text in [*LIBRARY, match, rise]])
    assert max(beside)[0] == beside[-2][0] > beside[-1][0]
    assert fields_beside([]) == []


def test_what_is_no_body_text_is_not_strange() -> None:
    reading = _read(["Library to lend tools", "By Ada Holm", *LIBRARY])
    for paragraph, score in zip(reading.paragraphs, strangeness(reading), strict=True):
        assert paragraph.part == "body" or score == 0


@pytest.mark.parametrize(
    ("word", "other"),
    [("libraries", "library"), ("lending", "lend"), ("Corrie's", "Corrie"), ("Corrie’s", "corrie"), ("U.S.", "US")],
)
def test_forms_of_one_word_are_one(word: str, other: str) -> None:
    assert stem(word) == stem(other)


def test_rare_words_weigh_more() -> None:
    assert how_rare("people") < how_rare("ladder") < how_rare("hamstring") <= RAREST
    assert how_rare("2031") > how_rare("12")


def test_a_capital_within_a_sentence_makes_a_name() -> None:
    terms = terms_of("Workers met Fenn in Corrie. Tools were lent.")
    assert terms.names == {stem("Fenn"), stem("Corrie")}
    assert terms.count == 8


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*LIBRARY, *STRANGERS, "Yes.", "“No,” he said.", "12,000", "—", "A’s"]), max_size=12))
def test_any_paragraphs_have_scores_from_0_to_1(paragraphs: list[str]) -> None:
    reading = _read(["It is so.", *paragraphs])
    scores = strangeness(reading)
    assert len(scores) == len(reading.paragraphs)
    assert all(0 <= score <= 1 for score in scores)
    for one in reading.suspect(foreign_paragraphs):
        assert all(reading.text[words.start : words.end] == words.exact for words in one.spans)

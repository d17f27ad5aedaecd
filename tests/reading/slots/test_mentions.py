"""What *it*, *she*, *the company* and *the latter* mean; where two fit equally well, nothing is taken."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.slots.mentions import Mentions
from checks.reading.slots.parsed import parsed
from checks.reading.speech.cues import listed

WORDS = listed("He She It they the company Loew Mary sold said . , which who latter “ ” and of I")


def meant(text: str, word: str) -> set[str]:
    """The words that mean the same as the last one of this form."""
    doc = parsed(text)
    token = [one for one in doc if one.text == word][-1]
    return {one.text for one in Mentions(doc).of(token) if one.i != token.i}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Mary Holt sued Peter Loew. He denied the charge.", "He", "Loew"),
        ("Mary Holt sued Peter Loew. She won.", "She", "Holt"),
        ("Anna Cole met Priya Nand. She resigned on Friday.", "She", "Cole"),
        ("Peter Loew founded Corvex in 1990. The company makes pumps.", "company", "Corvex"),
        ("Peter Loew founded Corvex in 1990. The company makes pumps. It is based in Leeds.", "It", "Corvex"),
        ("Toyota sold its plant in May.", "its", "Toyota"),
        ("The bank and its owner were fined.", "its", "bank"),
        ("Toyota sold its plant to Nissan. The former will keep the brand.", "former", "Toyota"),
        ("Mary Holt and Peter Loew married in 1990. The latter died in 2001.", "latter", "Loew"),
        ("“I never saw the letter,” Mary Holt said.", "I", "Holt"),
        ("Lisbon is the capital of Portugal. The city has two airports.", "city", "Lisbon"),
        ("“Arrival” was released in 2016. The film made $200 million.", "film", "Arrival"),
        ("The rapper known as Kid Marl has begun a tour.", "rapper", "Marl"),
        ("Mathieu Arlot, also known as Kid Marl, was jailed.", "Marl", "Arlot"),
        ("The World Health Organization (WHO) met in May.", "WHO", "Organization"),
        ("The island, whose population is 440,000, is in debt.", "whose", "island"),
        ("Lena Brandt, who chairs the board, resigned.", "who", "Brandt"),
        ("Peter Loew, chairman of the bank, resigned.", "chairman", "Loew"),
        ("Corvex is the company that built the bridge.", "that", "company"),
        ("A ferry sank off Riga. The ferry was built in 1980.", "ferry", "ferry"),
    ],
)
def test_the_same_thing_in_other_words(text: str, word: str, name: str) -> None:
    assert name in meant(text, word)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Anna Cole told Priya Nand that she had won.", "she", "Cole"),
        ("Anna Cole told Priya Nand that she had won.", "she", "Nand"),
        ("Anna Cole and Priya Nand met. She resigned.", "She", "Cole"),
        ("Mary Holt sued the bank. He denied it.", "He", "Holt"),
        ("Corvex sued it.", "it", "Corvex"),
        ("Peter Loew visited Lisbon. The company makes pumps.", "company", "Lisbon"),
        ("Peter Loew is not the owner of the mine.", "owner", "Loew"),
        ("Paris may become the host.", "host", "Paris"),
        ("The old bridge fell. The new bridge opened.", "bridge", "bridge"),
        ("Oslo's population is 800,000.", "population", "800,000"),
        ("Toyota, Nissan and Honda met. The latter left.", "latter", "Toyota"),
    ],
)
def test_nothing_is_joined_that_need_not_be_the_same(text: str, word: str, name: str) -> None:
    assert name not in meant(text, word)


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Parliament passed the Clean Beaches Act. It bans plastic cutlery.", "It", {"Parliament", "Act"}),
        ("Anna Cole told Priya Nand that she had won.", "she", {"Cole"}),
        ("The council sold the pool. It reopened in May.", "It", {"council", "pool"}),
    ],
)
def test_all_that_a_pronoun_can_mean(text: str, word: str, names: set[str]) -> None:
    doc = parsed(text)
    token = [one for one in doc if one.text == word][-1]
    assert names <= {one.text for one in Mentions(doc).candidates(token)}


def test_who_does_a_thing_is_not_what_it_is_done_to() -> None:
    doc = parsed("The council sold the pool. Corvex repaired it.")
    token = next(one for one in doc if one.text == "it")
    found = {one.text for one in Mentions(doc).candidates(token)}
    assert "pool" in found and "Corvex" not in found


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(sorted(WORDS)),
        max_size=14,
    )
)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    doc = parsed(" ".join(words))
    mentions = Mentions(doc)
    for token in doc:
        assert mentions.of(token)[0] == token
        assert all(one.i < token.i for one in mentions.candidates(token))

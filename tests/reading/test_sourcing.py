"""Whom an article lets speak, in sentences of our own: how far each could be asked, and why where no name is given."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import anonymity_is_explained, speaker_is_named
from checks.case.claims import whole
from checks.case.errors import CaseError
from checks.case.nouns import Anchor, Claim, Document, Passage, Verdict, When
from checks.reading.sourcing import Heard, heard_in


def _article(text: str) -> Document:
    when = When.parse("2031-05-02")
    return Document("article", "article", "t", "p", "", when, when, "invented", "secondary", text, text)


def _claim(article: Document, words: str) -> Claim:
    anchor = Anchor(words)
    return Claim("the-claim", anchor, words, "article", {}, (Passage(article, anchor),))


def _heard(text: str) -> list[Heard]:
    article = _article(text)
    return heard_in(whole(article), article)


NAMING = [
    ("“It is open,” said Ines Sousa, the head librarian.", "named"),
    ("“It is open,” the Ostby Library said.", "a body"),
    ("“It is open,” said a spokeswoman for the Ostby Library.", "for a body"),
    ("“It is open,” the mayor said.", "described"),
    ("“It is open,” his wife said.", "described"),
    ("“It is open,” said a porter.", "unnamed"),
    ("Two porters said that it was open.", "unnamed"),
    ("Sources said that it was open.", "unnamed"),
    ("People familiar with the sale said that it was off.", "unnamed"),
    ("Critics say that it was never open.", "nobody in particular"),
    ("Many parents said that it was never open.", "nobody in particular"),
    ("“It is open,” police said.", "a body"),
    ("Aid groups said that the road was shut.", "nobody in particular"),
]


@pytest.mark.parametrize(("text", "naming"), NAMING, ids=[text for text, _ in NAMING])
def test_how_far_the_one_who_speaks_could_be_asked(text: str, naming: str) -> None:
    assert [one.naming for one in _heard(text)] == [naming]


GROUNDS = [
    ("who asked not to be named for fear of losing her licence", "harm"),
    ("who spoke on condition of anonymity because he feared arrest", "harm"),
    ("who requested anonymity to protect her family", "harm"),
    ("who cannot be named for legal reasons", "harm"),
    ("who was not authorised to speak publicly", "a rule"),
    ("who asked not to be named because company policy bars staff from talking to reporters", "a rule"),
    ("who requested anonymity in order to speak freely", "another reason"),
    ("who insisted on anonymity to discuss private talks", "another reason"),
    ("who requested anonymity to discuss the arrest", "another reason"),
    ("who asked not to be named, citing the sensitivity of the matter", "another reason"),
    ("who feared for his job and asked not to be named", "harm"),
    ("who spoke on condition of anonymity", "none"),
    ("who asked not to be named", "none"),
    ("who was on his way home", "none"),
]


@pytest.mark.parametrize(("words", "grounds"), GROUNDS, ids=[words for words, _ in GROUNDS])
def test_what_the_reason_for_not_naming_comes_to(words: str, grounds: str) -> None:
    assert [one.grounds for one in _heard(f"“The pipes leak,” said a plumber, {words}.")] == [grounds]


def test_the_mayor_is_the_one_mayor_whom_the_article_names() -> None:
    said = "“Bring a coat,” the mayor said."
    assert [(one.naming, one.called) for one in _heard(f"Mayor Lena Ferro came late. {said}")] == [
        ("named", "Lena Ferro")
    ]
    assert [one.naming for one in _heard(f"Mayor Lena Ferro met Mayor Paul Dent. {said}")] == ["described"]


def test_fear_that_is_spoken_of_is_no_reason_for_not_naming() -> None:
    (one,) = _heard("“I fear for the trees,” said a gardener at the castle, who spoke on condition of anonymity.")
    assert one.grounds == "none"


def test_words_that_touch_nobody_are_the_articles_own() -> None:
    article = _article("The weir broke on Friday.\n\n“We heard it,” said a miller.")
    assert heard_in(_claim(article, "The weir broke"), article) == []
    assert [one.called for one in heard_in(_claim(article, "We heard it"), article)] == ["a miller"]


PIECES = st.lists(
    st.sampled_from([
        "“The pipes leak,” said a plumber. ", "Ines Sousa said it was late. ", "Critics argue that it is dear. ",
        "He asked not to be named for fear of reprisals. ", "“No,” ", "‘", "said a nurse at the clinic, ", "\n\n",
        "who spoke on condition of anonymity. ", "The mayor told The Ostby Echo so. ", "according to sources, ", "; ",
    ]),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pieces=PIECES, at=st.integers(0, 40), length=st.integers(4, 60))
def test_of_a_claim_neither_check_ever_decides(pieces: list[str], at: int, length: int) -> None:
    article = _article("".join(pieces) + "The end.")
    words = article.words[at : at + length].strip() or "The end."
    for check in (speaker_is_named, anonymity_is_explained):
        try:
            claim = _claim(article, words)
            finding = check.check(claim, article=article)
        except CaseError:  # words that stand there twice, or that nobody says
            continue
        assert finding.verdict is Verdict.UNSETTLED

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
from checks.reading.speech.holders import holder_of


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


SAID = "“Bring a coat,” the mayor said."
HOLDERS = [
    (f"Mayor Lena Ferro came late. {SAID}", "Lena Ferro"),
    (f"Mayor Lena Ferro came late.\n\n{SAID}", "Lena Ferro"),
    (f"Mayor Ferro came late. {SAID}", "Ferro"),
    (f"Lena Ferro, 50, the mayor of Ostby, came late. {SAID}", "Lena Ferro"),
    (f"Ostby's mayor, Lena Ferro, came late. {SAID}", "Lena Ferro"),
    (f"Mayor Paul Dent slept.\n\nIt rained.\n\nMayor Lena Ferro came late. {SAID}", "Lena Ferro"),
    ("Mayor Lena Ferro of Ostby came. “Home,” said the mayor of Ostby.", "Lena Ferro"),
    ("Prime Minister Lena Ferro came late. “Home,” the prime minister said.", "Lena Ferro"),
    ("Sen. Lena Ferro came late. “Home,” the senator said.", "Lena Ferro"),
    ("Lena Ferro, a nurse, and Paul Dent, a porter, came. “Home,” the porter said.", "Paul Dent"),
    ("Lena Ferro, the clinic’s director, came. “Home,” the director said.", "Lena Ferro"),
]
NO_HOLDERS = [
    f"Mayor Lena Ferro met Mayor Paul Dent. {SAID}",
    f"Mayor Lena Ferro met Paul Dent, the mayor of Larch. {SAID}",
    f"Mayor Lena Ferro met Paul Ferro, the mayor of Larch. {SAID}",
    f"Mayors Lena Ferro and Paul Dent came. {SAID}",
    f"Mayor Lena Ferro met a mayor from Larch. {SAID}",
    f"Mayor Lena Ferro waited. The mayor of Larch came. {SAID}",
    f"Mayor Lena Ferro came.\n\n{SAID}\n\nIt rained.\n\nMayor Paul Dent slept.\n\n{SAID}",
    f"Deputy Mayor Lena Ferro came late. {SAID}",
    f"Vice-Mayor Lena Ferro came late. {SAID}",
    f"Lena Ferro, a former mayor, came late. {SAID}",
    f"Lena Ferro came late. {SAID}",
    f"On Friday, {SAID}",
    f"Mayor Opens Bridge\n\n{SAID}",
    "Mayor Lena Ferro came late. “Home,” said the mayor of Larch.",
    "Mayor Lena Ferro came late. “Home,” the former mayor said.",
    "Mayor Lena Ferro came late. “Home,” her deputy said.",
    "Prime Minister Lena Ferro came late. “Home,” the minister said.",
]


@pytest.mark.parametrize(("text", "holder"), HOLDERS, ids=[text for text, _ in HOLDERS])
def test_the_mayor_is_the_one_mayor_whom_the_article_names(text: str, holder: str) -> None:
    assert [(one.naming, one.called) for one in _heard(text)] == [("named", holder)]


@pytest.mark.parametrize("text", NO_HOLDERS)
def test_a_mayor_who_may_be_another_is_only_described(text: str) -> None:
    assert {one.naming for one in _heard(text)} == {"described"}


def test_the_mayor_and_her_name_are_one_who_is_heard() -> None:
    heard = _heard(f"{SAID} “Come in,” said Lena Ferro. Mayor Lena Ferro had slept.")
    assert [one.called for one in heard] == ["Lena Ferro"]
    twice = _heard("Mayor Lena Ferro of Ostby came. “Home,” said the mayor of Ostby. It rained. “Now,” the mayor said.")
    assert [(one.called, one.role) for one in twice] == [("Lena Ferro", "the mayor of Ostby")]


@pytest.mark.parametrize(
    "piece", ["Lena Ferro ", "Ferro’s mayor ", "the mayor of ", "a mayor, ", "Mayor Lena, the mayor, "]
)
def test_a_long_text_of_posts_and_names_is_read(piece: str) -> None:
    long = piece * 2000
    assert holder_of("the mayor", 0, long, []) in long


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


@settings(max_examples=60)
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

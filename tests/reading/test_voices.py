"""Who speaks, in texts of our own: named or not, role, organisation, why a name is withheld, and what to look at."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.parts import Name, Paragraph, Voice
from checks.reading.sentences import sentences
from checks.reading.speech.anonymity import anonymity_in
from checks.reading.speech.quotations import quotations_in
from checks.reading.speech.voices import voices_in


def voices(text: str, names: tuple[Name, ...] = ()) -> list[Voice]:
    paragraphs = [Paragraph(match.start(), match.end(), match[0], "body") for match in re.finditer(r"[^\n]+", text)]
    spans = sentences(text)
    return voices_in(text, quotations_in(text, paragraphs, spans)[0], spans, names)


# text, the form shown, named, role, organisation
ONE = [
    ("Striker Liam Hart said he was ready to leave.", "Liam Hart", True, "Striker", ""),
    ("“I saw it,” said Priya Nair, 43, a plumber from Leeds.", "Priya Nair", True, "plumber from Leeds", "Leeds"),
    ("“It broke,” said Ingrid Moe, director of the Polar Institute.", "Ingrid Moe", True, "director of the Polar Institute", "Polar Institute"),
    ("Defense Secretary Alan Pike said the base was shut.", "Alan Pike", True, "Defense Secretary", ""),
    ("The coach, John Baker, said the team was tired.", "John Baker", True, "coach", ""),
    ("Mr. Hughes said he was sorry.", "Hughes", True, "", ""),
    ("“It is safe,” said a spokesperson for the Northern Water Board.", "a spokesperson for the Northern Water Board", False, "spokesperson", "Northern Water Board"),
    ("“It is safe,” said a White House official.", "a White House official", False, "White House official", "White House"),
    ("Kremlin officials said the talks had failed.", "Kremlin officials", False, "Kremlin officials", "Kremlin"),
    ("Researchers at the University of Oslo said the glacier had shrunk.", "Researchers at the University of Oslo", False, "Researchers", "University of Oslo"),
    ("Prosecutors said the money was gone.", "Prosecutors", False, "prosecutors", ""),
    ("“We are sorry,” the company said.", "the company", False, "", "company"),
    ("Two people familiar with the talks said the price was fixed.", "Two people familiar with the talks", False, "people", ""),
    ("The harvest failed, a grower said.", "a grower", False, "grower", ""),
    ("James Hart QC told the court that the ledger was false.", "James Hart", True, "", ""),
    ("“It flooded,” said Cllr Joan Price.", "Joan Price", True, "Cllr", ""),
    ("Gran-of-six Pat Dole, 70, said she was angry.", "Pat Dole", True, "Gran-of-six", ""),
    ("“It is slow,” wrote Radio Weekly’s Jo Hill.", "Jo Hill", True, "", "Radio Weekly"),
    ("Secretary of State Alan Pike said the road was shut.", "Alan Pike", True, "Secretary of State", ""),
    ("“He wanted to fish,” said his daughter, Linh.", "Linh", True, "daughter", ""),
    ("Rovers’ boss, Carl Frost, said he was sad.", "Carl Frost", True, "Rovers’ boss", "Rovers"),
    ("“I thought it was thunder,” said one, Marta Silva.", "Marta Silva", True, "", ""),
    ("Dan Cross, 44, of Mill Lane, Derby, said he had slept.", "Dan Cross", True, "", ""),
    ("CEO Ilse Salo said that costs had risen.", "Ilse Salo", True, "CEO", ""),
    ("The Prime Minister said that the pound was safe.", "The Prime Minister", False, "Prime Minister", ""),
    ("A Garda source said that two men were held.", "A Garda source", False, "Garda source", "Garda"),
    ("One of the sources said that two men were held.", "One of the sources", False, "sources", ""),
    ("The company, Verity Bio, said it would appeal.", "The company, Verity Bio", False, "", "company"),
    ("“No,” he told the court. The usher left.", None, False, "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "named", "role", "organisation"), ONE)
def test_who_the_speaker_is(text: str, exact: str | None, named: bool, role: str, organisation: str) -> None:
    found = voices(text)
    if exact is None:
        assert found == []
        return
    (voice,) = found
    assert (voice.exact, voice.named, voice.role, voice.organisation) == (exact, named, role, organisation)


REASONS = [
    ("who spoke on condition of anonymity because the talks are private", "spoke on condition of anonymity because the talks are private"),
    ("who requested anonymity due to the sensitivity of the information", "requested anonymity due to the sensitivity of the information"),
    ("who asked not to be named", "asked not to be named"),
    ("who was not authorised to speak to the press", "was not authorised to speak to the press"),
    ("who wasn’t authorized to discuss the case", "wasn’t authorized to discuss the case"),
    ("who did not want to be identified for fear of losing her job", "did not want to be identified for fear of losing her job"),
    ("who declined to give his last name", "declined to give his last name"),
    ("whose name has been changed", "name has been changed"),
    ("speaking on the condition that her name not be used", "speaking on the condition that her name not be used"),
    ("who cannot be named for legal reasons", "cannot be named for legal reasons"),
    ("speaking on background", "speaking on background"),
    ("who gave his name only as Tom", "gave his name only as Tom"),
    ("who runs a charity under the name Hope", ""),
    ("who was named manager of the year", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "reason"), REASONS)
def test_why_the_name_is_withheld(words: str, reason: str) -> None:
    assert anonymity_in(f"an official, {words}", "") == reason


def test_the_reason_may_stand_in_the_sentence() -> None:
    (voice,) = voices("A clerk said the files were burned, speaking on condition of anonymity.")
    assert voice.anonymity == "speaking on condition of anonymity"


def test_a_surname_and_a_pronoun_are_joined_to_the_full_name() -> None:
    text = "“It rained,” said Mia Stone, a farmer.\n\n“It froze,” Stone said. “We lost all.”\n\nShe added that help was late."
    (voice,) = voices(text)
    assert (voice.exact, voice.role, voice.named) == ("Mia Stone", "farmer", True)
    assert len(voice.quotations) == 4 and len(voice.sentences) == 4


def test_two_people_with_one_surname_are_two_voices() -> None:
    text = "“Yes,” said Anna Berg. “No,” said Karl Berg."
    assert [voice.exact for voice in voices(text)] == ["Anna Berg", "Karl Berg"]


def test_the_official_is_the_one_already_met() -> None:
    text = "“It is over,” said a senior Treasury official. The bank was silent. “It is done,” the official said."
    (voice,) = voices(text)
    assert voice.exact == "a senior Treasury official" and len(voice.quotations) == 2


def test_another_official_is_another_voice() -> None:
    text = "“It is over,” said a Treasury official. “It is not,” said another Treasury official."
    assert len(voices(text)) == 2


def test_a_description_is_joined_to_the_person_described() -> None:
    text = (
        "Striker Liam Hart said he was ready. “I want a change,” the striker said. “It is time,” the 29-year-old added."
    )
    assert [voice.exact for voice in voices(text)] == ["Liam Hart"]


@pytest.mark.parametrize(
    "post", ["a former ambassador to France", "a former prime minister", "a former director of the mint"]
)
def test_a_post_that_few_have_held_is_noted(post: str) -> None:
    (voice,) = voices(f"“They lied,” said {post}.")
    assert not voice.named and "few people have held" in voice.note


@pytest.mark.parametrize(
    "post", ["a deputy minister", "an aide to the mayor", "a bus driver", "ministers", "the mayor"]
)
def test_other_posts_are_not(post: str) -> None:
    (voice,) = voices(f"“They lied,” said {post}.")
    assert "few people have held" not in voice.note


# An organisation or a document is a voice where it said something on one occasion.
@pytest.mark.parametrize(
    ("text", "exact", "what"),
    [
        ("Police confirmed that a man had died.", "Police", "an organisation"),
        ("The harbour board called the plan “a folly”.", "The harbour board", "an organisation"),
        ("Two ferries sank, according to the coastguard agency.", "the coastguard agency", "an organisation"),
        ("The report found that bees were fewer.", "The report", "a document"),
        ("The union has accused the firm of delay.", None, ""),
        ("The bank has long denied that it lent the money.", None, ""),
        ("Aid groups warn that food is short.", None, ""),
        ("Two ferries sank, according to the report.", None, ""),
    ],
)
def test_where_an_organisation_or_a_document_speaks(text: str, exact: str | None, what: str) -> None:
    found = voices(text)
    assert [voice.exact for voice in found] == ([exact] if exact else [])
    assert not any(voice.named for voice in found)
    assert all(voice.note.startswith(what) for voice in found)


def test_what_a_sentence_says_of_one_name_is_not_said_of_another_speaker() -> None:
    text = "“It was him,” Ann Lee said of the man, who cannot be named for legal reasons."
    (voice,) = voices(text)
    assert (voice.exact, voice.anonymity) == ("Ann Lee", "")


def test_words_credited_to_another_organisation_are_noted() -> None:
    text = (
        "Tom Reed, of the Angling Trust, said in a statement issued by the Environment Agency that the river was clean."
    )
    (voice,) = voices(text)
    assert voice.organisation == "Angling Trust" and "issued by Environment Agency" in voice.note


def test_names_found_elsewhere_decide() -> None:
    text = "Adele said the tour was off."
    assert not voices(text)[0].named
    assert voices(text, (Name(0, 5, "Adele", "person"),))[0].named


def test_where_nobody_is_named_no_voice_is() -> None:
    text = (
        "‘This is a mistake,’ said a senior trade analyst, who requested anonymity due to the sensitivity of the talks. ‘It will cost us.’\n\n"
        "Ministry officials hailed the plan as a ‘turning point’ for exports, a claim critics say is false.\n\n"
        "‘We are ready,’ said a spokesperson for the International League of Growers.\n\n"
        "According to a leaked memo, the tax was signed by Finance Minister Olga Brandt."
    )
    found = voices(text)
    assert [voice.role for voice in found] == ["senior trade analyst", "Ministry officials", "critics", "spokesperson"]
    assert not any(voice.named for voice in found)


PIECES = st.sampled_from(
    ["“No,” ", "said ", "Mia Stone ", "Stone ", "she ", "the official ", "a former mayor ", ", 43, ", ", who asked not to be named, ",
     "for the Red Cross ", ". ", "\n\n", "’s ", "according to ", "police ", "of ", ", ", "Dr. ", "in a statement issued by Acme "]
)  # fmt: skip


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_has_its_voices_and_each_rests_on_something(text: str) -> None:
    found = voices(text)
    assert found == voices(text)
    for voice in found:
        assert voice.quotations and voice.sentences == tuple(sorted(set(voice.sentences)))
        assert all(0 <= at < len(sentences(text)) for at in voice.sentences)

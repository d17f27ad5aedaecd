"""One person under two names, titles, ages or offices; a voice that is unnamed and named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.status.identities import two_names
from checks.reading.suspicions.status.spellings import apart
from checks.reading.suspicions.status.unnamed import unnamed_voices


def suspected(text: str) -> list[Suspicion]:
    reading = read(text, "2031-05-02", names=False)
    return [one for rule in (two_names, unnamed_voices) for one in reading.suspect(rule)]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Lee opened the bridge.\n\n“It is a fine day,” said Mayor Jane Lee.",
        "Mayor Ann Lee opened the bridge.\n\n“It is a fine day,” said Mayor Karen Brandt.",
        "Police chief Tom Hart said the man had been found.\n\nHart, the fire chief, said the search was over.",
        "The club’s spokesman, Peter Dale, said so.\n\nMr Doyle said that no decision had been made.",
        "Dr Sarah Khan, 45, led the study.\n\n“We were surprised,” said Khan, 54, who works in Leeds.",
        "Erik Petersen, a farmer, saw the plane.\n\n“It came down fast,” Erik Peterson said.",
        "Erik Petersen, a farmer, saw the plane.\n\n“It came down fast,” Peterson said.",
        "Mohammed Aziz, the shop’s owner, called the police.\n\nMohamed Aziz said that he was shaken.",
        "Mr Lee, a builder from Hull, found the coin.\n\nMs Lee has given the coin to a museum.",
        "Finance minister Ola Berg presented the budget.\n\nBerg, the foreign minister, said taxes would fall.",
        "The mayor of Arden, Ann Lee, opened the fair.\n\nThe mayor of Arden, Paul Rice, thanked the crowd.",
        "The World Seed Trust (WST) paid for the work.\n\nThe Western Science Team (WST) will publish the results.",
        "Head teacher Claire Moss said pupils were safe.\n\n“We are grateful,” said head teacher Claire Ross.",
        "Chief executive Marian Obuya said sales rose.\n\nChief executive Miriam Obuya said costs fell.",
        "Captain Joe Ruiz led the rescue.\n\nSergeant Joe Ruiz was given a medal.",
        "Jonathan Price, 34, of Mill Lane, was arrested.\n\nJonathon Price will appear in court.",
        "The singer Lena Brandt cancelled her tour.\n\nLisa Brandt said she was sorry.",
        "The cellist Ida Moen was hurt.\n\nMoen, a drummer, will be away for a month.",
        "Ida Moen, a chemist at Velt College, led the work.\n\nMoen, a chemist at the Institute of Dyes, was pleased.",
        "Energy minister Ida Moen spoke.\n\nMoen, who has held the culture portfolio since May, left early.",
        "Mrs Justice Kim Dale stopped the work.\n\nMr Justice Dale will hear the case in June.",
        "Ms Ida Moen counts birds, and Ms Moen draws them.\n\nMs Okoye will count fish next year.",
        "The club has a boat. Its chairman, Ole Ravn, opened the meeting.\n\nThe club has 90 members.\n\n"
        "Its chairman, Jens Lund, closed it.",
        "Firemen closed Harrowgate Street on Monday.\n\nShops on Harrowgale Street will open today.",
        "The University of Merrowdale will teach no Latin.\n\nThe University of Merrodale has 9,000 students.",
        "Judge Ivo Hallam sent both men to prison.\n\n“You showed no mercy,” Judge Ivo Haldane told them.",
        "The mother of the boy, Carol Denby, spoke on Sunday.\n\n“He is shy,” his mother, Karen Denby, said.",
        "The husband of the missing diver Ida Salter has asked for help. Peter Salter spoke at the pier.\n\n"
        "“She knows the bay,” her husband, Paul Salter, said.",
    ],
)
def test_two_names_of_one_person_are_suspected(text: str) -> None:
    assert {(one.kind, one.certainty) for one in suspected(text)} == {("two names", "likely")}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Dale said so. Pete Dale left. Mr Dale was there.",
        "The Northern Line was closed.\n\nThe Southern Line ran late.",
        "The Austrian Open begins today.\n\nThe Australian Open ended in January.",
        "The Ministry of Defence will pay.\n\nThe Ministry of Defense had refused.",
        "The wife of the baker Jan Moen called. Ida Moen found him.\n\nHis wife, Ida Moen, is a nurse.",
        "Jan’s wife, Ida Moen, is a nurse.\n\nOla’s wife, Mette Moen, is a vet.",
        "Mayor Ann Lee spoke. Former mayor Tom Lee was there.",
        "Ann Lee and her brother Tom Lee were there. Mr Lee spoke to Ms Lee.",
        "Acting police chief Tom Hart spoke. Police chief Jim Dunn is on leave.",
        "Mr Johnson met Mr Johnston. Tom Johnson is a baker and Al Johnston is a cook.",
        "Ann Lee, 45, met Tom Lee, 50.",
        "The mayor of Arden, Ann Lee, met the mayor of Hull, Paul Rice.",
        "His wife Anne died in 2019. His second wife, Mary, was there.",
        "Finance minister Ola Berg spoke. Berg, a former foreign minister, left.",
        "Robert Smith spoke. Bob Smith left. Mr Smith stayed. The Smiths were there.",
        "John Roberts, the chief justice, spoke. Pat Robert said no.",
        "“I was afraid,” said Anna, 34, who declined to give her last name.",
        "Tom Hart spoke, and another official who asked not to be named agreed.",
        "A nurse, who asked not to be named, said so. Tom Hart, the minister, denied it.",
        "An official, who asked not to be named, said so. The official told Tom Hart to go.",
        "Ida Moen, a chemist, led the work. Moen, a professor of law at Velt, was pleased. Moen, a professor at Velt, left.",
        "The granddaughter of Jonas Moen, a fisherman, found the books. “He was rude,” said Lena Moen.",
        "Ida Moen counts birds. Mr Okoye, her assistant, counts fish.",
        "Sergeant Ida Moen spoke. Moen was promoted and is now Inspector Moen.",
    ],
)
def test_nicknames_families_and_other_holders_are_no_fault(text: str) -> None:
    assert not suspected(text)


@pytest.mark.parametrize(
    "text",
    [
        "“We were told to keep quiet,” said Maria Solis, a nurse at the clinic, who asked not to be named.",
        "“We were told to keep quiet,” said a nurse at the clinic, who asked not to be named.\n\n"
        "The nurse, Maria Solis, said that the beds were full.",
        "A senior official, speaking on condition of anonymity, said the talks had failed.\n\n"
        "“It is over,” the official, Paul Grade, said.",
        "Tom Hart, who spoke on condition of anonymity because he feared for his job, said the plant was unsafe.",
        "“I was afraid,” said Anna Berg, 34, who declined to give her name.",
        "A waiter, who did not want his name printed, saw the fire.\n\n“I ran,” said Costa, who lives upstairs.",
        "An anonymous donor has paid for the roof.\n\nThe donor, Ole Ravn, made his money with soap.",
        "A porter spoke. He would talk only if his identity was not revealed.\n\nThe porter, Ole Ravn, has left.",
    ],
)
def test_who_was_promised_no_name_and_has_one_is_suspected(text: str) -> None:
    assert {(one.kind, one.certainty) for one in suspected(text)} == {("unnamed voices", "likely")}


def test_that_nobody_has_a_name_is_to_be_looked_at() -> None:
    text = (
        "“The talks are over,” said a senior official.\n\n“We will not go back,” said a union organiser.\n\n"
        "“I have never seen it so bad,” a former minister said."
    )
    (one,) = suspected(text)
    assert (one.kind, one.certainty, len(one.spans)) == ("unnamed voices", "look", 3)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_letters_apart_are_a_distance(one: str, other: str, third: str) -> None:
    assert apart(one, other) == apart(other, one)
    assert (apart(one, other) == 0) == (one == other)
    assert apart(one, third) <= apart(one, other) + apart(other, third)

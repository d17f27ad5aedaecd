"""The first, the only one and the record, against another in the same article."""

from __future__ import annotations

import pytest

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.status.firsts import called_first


def suspected(text: str) -> list[Suspicion]:
    return read(text, "2031-05-02", names=False).suspect(called_first)


@pytest.mark.parametrize(
    "text",
    [
        "Mary Cole has become the first woman to lead the Bank of Arden.\n\n"
        "Her predecessor, Anna Berg, the first woman to lead the bank, retires.",
        "Mary Cole is the first woman to lead the bank.\n\nIn 1998, Anna Berg became the first woman to lead the bank.",
        "The city has opened its first tram line.\n\nA tram line was opened in the city in 1904 and closed in 1950.",
        "The floods are unprecedented, officials said.\n\nThe river burst its banks for the second time, after the floods of 2019.",
        "Never before had the river Ard flooded the old town.\n\nThe river flooded the town as it did in 1994.",
        "The company has launched the first electric ferry in the country.\n\n"
        "An electric ferry was launched in the country by a rival in 2022.",
        "Lena Park, the only woman on the board, voted against.\n\nAnother woman on the board, Ruth Adler, abstained.",
        "It is the first time that the union has called a strike.\n\nThe union called a strike for the third time in May.",
        "Temperatures reached a record 41.2 degrees on Friday.\n\nIn 2019 the station measured 42.0 degrees.",
        "For the first time, the museum will show the painting.\n\nThe museum showed the painting in 1987.",
        "The team won the cup for the first time.\n\nThe team also won the cup in 1968 and 2004.",
        "It was the third time the bridge was hit, after crashes in 2011, 2015, 2019 and 2022.",
        "He is the only survivor of the crash.\n\nThe other survivor, a woman of 40, is in hospital.",
        "Sara Lind became the first Swede to win the title.\n\nThe last Swede to win the title was Maj Holm in 1977.",
        "Profits reached a record £40m.\n\nProfits were £45m in 2027.",
        "This is the first strike at the plant.\n\nWorkers at the plant went on strike in 1999.",
        "Ida Moen is the first woman to lead the port.\n\nShe takes over from Anna Berg, who said she would miss it.",
        "The hail weighed 400 grams, the heaviest ever recorded in the valley.\n\nIn May 2019 hail of 520 grams fell in the valley.",
        "The inn had never before been closed on a Sunday.\n\nThe inn was closed for a week in 1974.",
        "It is the only chapel on the island.\n\nA wedding will be held in the chapel at Sandness, on the island’s north coast.",
        "It is the first time that a theatre in the county has gone on strike.\n\nIn 2009 the walkout at the county’s "
        "theatre in Orrest lasted a month.",
        "Ardmore won on Saturday. It was the first league title in the history of the club.\n\n"
        "In the stand sat men of the Ardmore team that won the league title in 1951.",
        "Judge Ida Moen will head the high court. She is the first woman to hold the office.\n\n"
        "Laura Pryce was president of the high court from 1971 to 1977.",
    ],
)
def test_an_earlier_one_or_another_is_suspected(text: str) -> None:
    found = suspected(text)
    assert {(one.kind, one.check, one.certainty) for one in found} == {("first", "is_first_of_its_kind", "likely")}


@pytest.mark.parametrize(
    "text",
    [
        "Mary Cole is the first woman to lead the bank. Cole, the first woman to lead the bank, starts in May.",
        "It was the team’s first win since 2019.\n\nThe team won in 2019.",
        "It is the first strike at the plant in ten years.\n\nWorkers went on strike at the plant in 2014.",
        "Mary Cole is the first woman to lead the bank. Anna Berg was the first woman to lead the union.",
        "Neil Armstrong was the first man on the moon, in 1969. She hopes to be the first woman on the moon.",
        "The first lady met the first minister. In 2019 the first minister met the queen.",
        "He scored the first goal. In 2019 he scored a goal.",
        "The company opened its first shop in Leeds. It opened its first shop in London in 2012.",
        "It was her first album. Her second album came out in 2019.",
        "He was the only man in the room. Another man waited outside.",
        "The team won the cup for the first time in 20 years.\n\nThe team won the cup in 2008.",
        "It was the third time the bridge was hit, after crashes in 2011 and 2015.",
        "Profits reached a record £40m.\n\nProfits were £35m in 2027.",
        "Ida Moen is the first woman to lead the port.\n\nShe takes over from Karl Berg, who said he would miss it.",
        "It was the heaviest hail recorded this year, at 400 grams.\n\nIn May 2019 hail of 520 grams fell in the valley.",
        "It is the only chapel on the island.\n\nThe island has a school and a mill.",
        "Ardmore won on Saturday. It was the first league title in the history of the club.\n\n"
        "In the stand sat men of the Ardmore team that won the cup in 1951.",
        "Judge Ida Moen will head the high court. She is the first woman to hold the office.\n\n"
        "Simon Pryce was president of the high court from 1971 to 1977.",
    ],
)
def test_a_first_since_and_a_first_of_another_kind_are_no_fault(text: str) -> None:
    assert not suspected(text)

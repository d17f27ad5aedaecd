"""The ranking: certain before likely, then by source, each with its reasons."""

from __future__ import annotations

from pathlib import Path

from articles_to_screen import BRIDGE, MARKET, SCHOOL, line, rows, screened

OPEN = 'The play lasts an hour.\n\n"We did not want to make heroes of anybody, said Nell Aubrey, who directs it.'


def test_the_certain_come_first_then_the_likely_then_the_order_of_the_sources(tmp_path: Path) -> None:
    found = screened(tmp_path, line(OPEN), line(BRIDGE), line(f"{MARKET} {SCHOOL}"), line(SCHOOL), line(MARKET))
    told = rows(found, "SELECT rank, article, certain, likely FROM ranking")
    assert [(rank, article, certain) for rank, article, certain, _ in told] == [
        (1, 3, 2), (2, 4, 1), (3, 5, 1), (4, 1, 0),
    ]  # fmt: skip
    assert told[3][3] > 0
    (reasons,) = rows(found, "SELECT reasons FROM ranking WHERE rank = 1")[0]
    assert reasons.split("\n") == [
        "certain, weekday: 18 April 2071 is a Saturday, not a Friday; the nearest are 17 April 2071 and 24 April 2071.",
        "certain, total: The parts and the total do not go together: 160 + 180 is 340, not 350: 10 too few.",
    ]


def test_many_reasons_are_counted(tmp_path: Path) -> None:
    days = " ".join(f"They met on Friday, {day} April 2071." for day in (4, 6, 7, 8, 9, 11, 13))
    found = screened(tmp_path, line(days))
    (reasons,) = rows(found, "SELECT reasons FROM ranking")[0]
    assert reasons.count("\n") == 5
    assert reasons.endswith("\nand 2 more")


def test_what_is_said_comes_before_how_the_text_looks(tmp_path: Path) -> None:
    vote = "The council of Vosk has 45 members. It approved the port on Monday by 24 votes to 19, with 5 abstentions."
    marks = f"{OPEN}\n\n[caption id=&quot;a_2214&quot;] The stage &nbsp; is new.\n\nSign up for our newsletter."
    found = screened(tmp_path, line(marks), line(vote), line(f"{OPEN}\n\n{vote}"))
    told = rows(found, "SELECT article, certain, likely FROM ranking")
    assert [article for article, *_ in told] == [3, 2, 1]
    assert not any(certain for _, certain, _ in told)
    assert told[2][2] > told[1][2]
    (reasons,) = rows(found, "SELECT reasons FROM ranking WHERE rank = 1")[0]
    assert reasons.startswith("likely, votes: ")
    assert "likely, quotation marks: " in reasons

"""A trial asks a check of words that are no claim yet: it keeps nothing, and shows the claim to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import dates_add_up, held_office_on_date, open_case
from checks.case.errors import CaseError, Lost, Unfit
from checks.evidence.written import read_yaml

NAME = "2031-06-larkmere-mile"


def record(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "data/cases" / NAME).iterdir() if path.is_file()}


def test_it_finds_what_asking_would_find_and_writes_nothing(project: Path) -> None:
    case, before = open_case(NAME), record(project)
    words = "A protest against the time must be lodged within 14 days, by 2 July 2031"
    shown = case.trial(words, dates_add_up, start="16 June 2031", after="14 days", stated="2 July 2031")
    assert "dates_add_up: contradicted" in shown.text
    assert record(project) == before
    assert "Not kept." in shown.text
    assert "<pre>" in shown.html


def test_the_entry_it_shows_is_yaml_that_claims_the_words(project: Path) -> None:
    case = open_case(NAME)
    words = "“swam the last quarter as if the lake were downhill,” the club’s bulletin said"
    shown = case.trial(words, dates_add_up, start="1 June 2031", after="14 days", stated="15 June 2031")
    entry = shown.text.partition("- id:")[2]
    fields = read_yaml("id:" + "\n".join(line.removeprefix("  ") for line in entry.splitlines()), "claims.yaml")
    assert fields.fields("words").text("exact") == words
    assert dict(fields.fields("asserts")) == {"start": "1 June 2031", "after": "14 days", "stated": "15 June 2031"}


def test_it_says_what_is_missing_or_not_there(project: Path) -> None:
    case = open_case(NAME)
    with pytest.raises(Lost, match="does not stand in the text"):
        case.trial("words that are not there", dates_add_up, start="1 June 2031", after="1 day", stated="2 June 2031")
    with pytest.raises(Unfit, match="needs `register`"):
        case.trial("Club president", held_office_on_date, person="A B", office="president", on="2031-06-16")
    with pytest.raises(CaseError, match="there is no register `…`: there are"):
        case.trial("Club president", held_office_on_date, person="A B", register=case.register("…"))
    with pytest.raises(Unfit, match="takes no `when`"):
        case.trial("Club president", dates_add_up, when="2031")


def test_a_case_s_reading_is_of_its_article_counted_from_the_day_it_was_published(project: Path) -> None:
    reading = open_case(NAME).reading()
    assert str(reading.dateline) == "2031-06-20"
    assert {"2031-06-16", "2031-07-02"} <= {str(date.when) for date in reading.dates}
    assert "Marta Lindqvist" in [name.exact for name in reading.names]

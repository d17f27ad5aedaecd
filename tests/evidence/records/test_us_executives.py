"""Presidents and Vice Presidents from the public data file: invented ones, in the file's shape."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from test_wikidata_statements import CLAIM, INSTEAD, as_register, mutated, places

from checks.case.errors import CaseError, Unfit
from checks.case.nouns import Verdict, When
from checks.evidence.answers import Drawn, Saved
from checks.evidence.fetching.fetch import EVERY_ADDRESS, Manners, answered, fetch
from checks.evidence.records import us_executives as reader
from checks.held_office_on_date import check

PRESIDENT, VICE = "President of the United States", "Vice President of the United States"
FILE = """\
- id:
    bioguide: V999001
    govtrack: 999001
    fec:
    - P99900001
  name:
    first: Jonathan
    middle: Amos
    last: Varnholt
    suffix: Jr.
    nickname: Jack
  bio:
    birthday: '1971-02-22'
    gender: M
  terms:
  - type: viceprez
    start: '2021-01-20'
    end: '2025-01-20'
    party: Harbour
    how: election
  - type: prez
    start: '2025-01-20'
    end: '2029-01-20'
    party: Harbour
    how: election
  - type: prez
    start: '2029-01-20'
    end: '2033-01-20'
    party: Harbour
    how: election
- id:
    govtrack: 999002
  name:
    first: Ada
    middle: Wren
    last: Rook
  bio: {birthday: '1966-01-02'}
  terms:
  - type: prez
    start: '2021-01-20'
    end: '2025-01-20'
    party: Meadow
    how: election
  - type: viceprez
    start: '2033-01-20'
    end: '2037-01-20'
    party: Meadow
    how: election
- id:
    govtrack: 999003
  name:
    first: Ada
    middle: Ember Joy
    last: Rook
  bio: {birthday: '1936-01-02'}
  terms:
  - type: viceprez
    start: '1981-01-20'
    end: '1985-01-20'
    party: Meadow
    how: election
"""


def drawn(body: str | bytes, retrieved: str = "2031-03-09") -> Drawn:
    raw = body if isinstance(body, bytes) else body.encode()
    return reader.drawn(Saved(raw, reader.url({}), retrieved, "evidence/executive.yaml"), {})


def test_rows_are_unbroken_times_in_an_office() -> None:
    found = drawn(FILE)
    assert [(row["id"], row["person"], row["office"], row["start"], row["end"]) for row in found.rows] == [
        ("rook-vice-president-1981-01-20", "Ada Ember Joy Rook", VICE, "1981-01-20", "1985-01-20"),
        ("rook-president-2021-01-20", "Ada Wren Rook", PRESIDENT, "2021-01-20", "2025-01-20"),
        ("varnholt-vice-president-2021-01-20", "Jack Varnholt", VICE, "2021-01-20", "2025-01-20"),
        ("varnholt-president-2025-01-20", "Jack Varnholt", PRESIDENT, "2025-01-20", "2033-01-20"),
    ]
    assert (
        found.rows[3]["how"] == "election; election"
        and found.rows[3]["words"] == "start: '2025-01-20' end: '2033-01-20'"
    )
    assert found.left_out == ["Ada Wren Rook, from 2033-01-20: it begins after the file was fetched."]
    assert found.covers == "1981-01-20/2031-03-09" and found.standing == "secondary"


def test_rows_hang_on_the_file_alone_not_on_how_it_is_called() -> None:
    elsewhere = reader.drawn(Saved(FILE.encode(), "", "2031-03-09", "other.yaml"), {})
    assert list(elsewhere.rows) == list(drawn(FILE).rows)


def test_other_names_come_from_the_parts_and_one_that_fits_two_is_nobodys() -> None:
    also = drawn(FILE).also_called
    assert also["Jack Varnholt"] == (
        "Jonathan Varnholt", "Jonathan Varnholt Jr.", "Jonathan A. Varnholt", "Jonathan A. Varnholt Jr.",
        "Jonathan Amos Varnholt", "Jonathan Amos Varnholt Jr.", "Jack Varnholt Jr.",
    )  # fmt: skip
    assert also["Ada Wren Rook"] == ("Ada W. Rook",) and also["Ada Ember Joy Rook"] == ("Ada E. J. Rook",)
    assert "US President" in also[PRESIDENT] and "U.S. Vice President" in also[VICE]


def test_the_register_answers_who_held_office(tmp_path: Path) -> None:
    register = as_register(drawn(FILE), tmp_path)

    def ask(person: str, office: str, on: str) -> Verdict:
        return check(CLAIM, person=person, office=office, on=When.parse(on), register=register).verdict

    assert ask("Jonathan A. Varnholt Jr.", "US President", "2027-05-01") is Verdict.SUPPORTED
    assert ask("Jack Varnholt", PRESIDENT, "2029-01-10/2029-02-10") is Verdict.SUPPORTED  # across two terms
    assert ask("Ada Wren Rook", PRESIDENT, "2027-05-01") is Verdict.CONTRADICTED
    assert ask("Jack Varnholt", PRESIDENT, "2025-01-20") is Verdict.UNSETTLED  # a day of handover
    assert ask("Jack Varnholt", PRESIDENT, "2031-06-01") is Verdict.UNSETTLED  # scheduled, and nobody looked that late
    later = as_register(drawn(FILE, retrieved="2034-01-01"), tmp_path, "later")
    with pytest.raises(Unfit, match="fits Ada Ember Joy Rook and Ada Wren Rook"):
        check(CLAIM, person="Ada Rook", office=VICE, on=When.parse("1983-01-01"), register=later)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("type: prez", "type: president", "evidence/executive.yaml:21: `type` is neither prez nor viceprez"),
        ("start: '2021-01-20'", "begin: '2021-01-20'", "`start` is no day"),
        ("end: '2029-01-20'", "end: '2029-02-30'", "evidence/executive.yaml:23: `end` is no day"),
        ("end: '2029-01-20'", "end: 2029", "`end` is no day"),
        ("end: '2029-01-20'", "end: '2019-01-20'", "`end` lies before `start`"),
        ("    last: Varnholt\n", "", "`name.last` is missing"),
        ("    first: Jonathan\n", "    first: [Jonathan]\n", "`first` must be plain text"),
        ("  name:\n", "  names:\n", "`name` is missing"),
        ("  terms:\n  - type: viceprez", "  roles:\n  - type: viceprez", "`terms` is missing"),
        ("how: election", 'how: "a\\eb"', "`how` is no plain text"),
        ("first: Jonathan", "first: &a Jonathan", ""),
        ("middle: Amos", "middle: *a", "alias"),
        ("middle: Amos", "middle: !!python/object:os.system Amos", "tag"),
        ("middle: Amos", 'middle: "\\UFFFFFFFF"', "stands for no character"),
        ("middle: Amos", "middle: Amos\n    middle: Abel", "a second time"),
    ],
)  # fmt: skip
def test_drift_names_the_field_and_the_line(old: str, new: str, said: str) -> None:
    assert old in FILE
    if said:
        with pytest.raises(CaseError) as told:
            drawn(FILE.replace(old, new, 1))
        assert said in str(told.value)
    else:
        assert drawn(FILE.replace(old, new, 1)).rows  # an anchor alone does nothing


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "this is no list"), (b"404: Not Found", "begins “404: Not Found”"), (b"<html>\x1b[2J", "this is no list"),
        (b"- just words", "whose entries begin with"), (b"- id: {}\nextra: 1\n", "not one list"),
        (b"[]", "this is no list"), (b"- " * 2000, "nested too deeply"), (b"- a\x00", "binary data"),
        (b"- \xff", "not UTF-8"), (b"- " + b"a" * 400_000, "is the most that is read"),
        (b"- a: &a [x]\n  b: [*a, *a]\n", "alias"),
        (FILE + FILE, "twice"), (FILE.encode()[:180], "`terms` is missing"),
    ],
)  # fmt: skip
def test_what_is_not_the_file_is_said(body: Any, said: str) -> None:
    with pytest.raises(CaseError, match=said) as told:
        drawn(body)
    assert "\x1b" not in str(told.value)


def test_a_file_of_the_future_has_no_rows() -> None:
    with pytest.raises(CaseError, match="no term of office that has begun"):
        drawn(FILE, retrieved="1970-01-01")


def test_there_is_nothing_to_ask() -> None:
    assert reader.url({}, "http://here/") == "http://here/executive.yaml"
    with pytest.raises(CaseError, match="`since`"):
        reader.url({"since": "1993"})


@given(st.binary(max_size=200))
def test_any_bytes_are_a_sentence(body: bytes) -> None:
    for tried in (body, b"- " + body):
        with pytest.raises(CaseError):
            drawn(tried)


PEOPLE = yaml.safe_load(FILE)


@given(st.sampled_from(list(places(PEOPLE))), INSTEAD)
def test_any_change_to_the_file_gives_rows_or_names_the_field(path: tuple[Any, ...], new: Any) -> None:
    changed = mutated(copy.deepcopy(PEOPLE), path, new)
    try:
        found = drawn(yaml.safe_dump(changed, sort_keys=False, allow_unicode=False))
    except CaseError as error:
        assert str(error).startswith("evidence/executive.yaml") and str(error).isprintable()
    else:
        assert found.rows and all(set(row) == set(found.columns) for row in found.rows)


def test_asked_of_a_server_as_of_the_place_of_the_file(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/executive.yaml").respond_with_data(FILE, content_type="text/plain")
    asked = fetch(reader.url({}, httpserver.url_for("")), Manners(private=EVERY_ADDRESS, robots=False))
    found = reader.drawn(Saved(answered(asked).body, asked.url, asked.at[:10], "live.yaml"), {})
    assert found.rows[0]["person"] == "Ada Ember Joy Rook"

"""`claims.yaml` on the next version of its article: what is quoted afresh, what goes, and every other byte."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.claims import read_claims
from checks.case.claims_carried import Carried, carried_over, in_progress
from checks.case.nouns import Document
from checks.evidence.written import read_yaml
from checks.reading.realigning import TwoVersions

OLD = "One boat sank in May. Two boats sank in June. It was a bad year. Three men were saved in July."
CLAIMS = """\
# our own note
status: complete   # by hand

claims:
  # the first
  - id: one
    words: {exact: "One boat sank in May"}
    says: 'One boat sank in May.'  # single quotes
    speaker: article

  - id: two
    words:
      exact: Two boats sank in June
      prefix: ". "
    says: "Two boats sank in June."
    speaker: article
    asserts: {figure: 2 boats}
  # between the two

  - id: three
    words: {exact: "Three men were saved in July"}
    says: "Three men were saved."
    speaker: article
    asserts: {figure: "=two#figure", total: 3 men}

left_out:
  - words: {exact: "It was a bad year"}
    reason: background
# the end
"""
SENTENCES = OLD.split(". ")


def article(text: str) -> Document:
    return Document("article", "article", "Boats", "", "", None, None, "by hand", "secondary", text, text)


def carried(new: str, claims: str = CLAIMS) -> Carried:
    found = carried_over(claims, "claims.yaml", TwoVersions(OLD, new), 1)
    read_claims(read_yaml(found.text, "claims.yaml"), article(new), {"figure": str, "total": str})
    return found


def test_nothing_moves_where_all_words_stand() -> None:
    found = carried(OLD + " The end.")
    assert found.text == CLAIMS
    assert (found.changed, found.gone, found.taken_in) == ({}, (), ())


def test_changed_words_are_quoted_afresh_and_nothing_else() -> None:
    found = carried(OLD.replace("One boat sank", "One boat was lost"))
    assert found.text == CLAIMS.replace('"One boat sank in May"', '"One boat was lost in May"')
    assert found.changed["one"] == "its words changed: “One boat sank in May”, and now “One boat was lost in May”"


def test_words_that_are_marked_otherwise_now() -> None:
    found = carried(OLD.replace("One boat sank in May. ", "In May there was fog; "))
    assert list(found.gone) == ["one"]
    assert (
        found.changed["two"]
        == "its words “Two boats sank in June” are the same, but no longer marked by what stood beside them"
    )
    assert "Two boats sank in June" in found.text


def test_gone_words_go_to_earlier_and_what_borrowed_from_them_is_opened() -> None:
    found = carried(OLD.replace("Two boats sank in June. ", ""))
    assert found.gone == ("two",)
    assert found.changed == {"three": "it took `figure` from `two`, whose words are gone: state it, or do without"}
    assert found.text.endswith(
        "# the end\nearlier:\n  - id: two\n    words: {exact: \"Two boats sank in June\", prefix: \". \"}\n    version: 1\n"
    )  # fmt: skip
    assert "asserts: {total: 3 men}" in found.text
    for kept in ("# our own note", "# the first", "# single quotes", "  # between the two", "# by hand"):
        assert kept in found.text


def test_words_left_out_that_a_claim_now_holds_are_no_longer_left_out() -> None:
    found = carried(
        OLD.replace("Two boats sank in June. It was a bad year. ", "Two boats sank in, it was a bad year, June. ")
    )
    assert "It was a bad year" in found.taken_in


def test_a_second_version_adds_to_what_is_gone() -> None:
    once = carried(OLD.replace("One boat sank in May. ", "")).text
    again = carried_over(
        once, "claims.yaml", TwoVersions(OLD.replace("One boat sank in May. ", ""), "It was a bad year."), 2
    )
    assert again.text.count("earlier:") == 1
    assert [line.strip() for line in again.text.splitlines() if "version:" in line] == [
        "version: 1",
        "version: 2",
        "version: 2",
    ]
    assert "claims:\n" in again.text
    found = read_claims(
        read_yaml(again.text, "claims.yaml"), article("It was a bad year."), {"figure": str, "total": str}
    )
    assert list(found.earlier) == ["one", "two", "three"]
    assert found.of == {}


def test_line_ends_are_kept() -> None:
    claims = CLAIMS.replace("\n", "\r\n")
    found = carried(OLD.replace("Two boats sank in June. ", ""), claims)
    assert found.text.count("\n") == found.text.count("\r\n")


def test_the_status_is_one_word() -> None:
    assert in_progress(CLAIMS) == CLAIMS.replace("status: complete ", "status: in-progress ")


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from([*SENTENCES, "A cat slept", "Two ships sank in June", "Four men were saved"]), max_size=7)
)
def test_any_new_version_leaves_claims_that_can_be_read(sentences: list[str]) -> None:
    new = ". ".join(sentences) + "."
    found = carried(new)
    ids = {"one", "two", "three"}
    made = read_claims(read_yaml(found.text, "claims.yaml"), article(new), {"figure": str, "total": str})
    assert set(made.of) | set(found.gone) == ids
    assert set(made.earlier) == set(found.gone)


@pytest.mark.parametrize("shape", ["claims: []\n", "claims:\n"])
def test_a_case_without_claims(shape: str) -> None:
    text = f"status: in-progress\n{shape}left_out: []\n"
    assert carried_over(text, "claims.yaml", TwoVersions(OLD, "New."), 1).text == text

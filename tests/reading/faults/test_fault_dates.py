"""Dates moved, and the same dates in another form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.nouns import When
from checks.reading.faults.dates import full_forms, moved, restated, written_otherwise


@pytest.mark.parametrize(
    ("text", "was", "now", "then"),
    [
        ("dated 4 May 1931 by hand", "1931-05-04", "1931-06-04", "dated 4 June 1931 by hand"),
        ("On Aug. 9, the ferry", "2030-08-09", "2030-08-10", "On Aug. 10, the ferry"),
        ("since August 2030", "2030-08", "2031-08", "since August 2031"),
        ("opened in 1931", "1931", "1932", "opened in 1932"),
        ("14 May 1931", "1931-05-04", "1931-06-04", "14 May 1931"),
    ],
)
def test_a_date_is_put_in_the_form_in_which_it_stands(text: str, was: str, now: str, then: str) -> None:
    assert restated(text, When.parse(was), When.parse(now)) == then


@pytest.mark.parametrize("text", ["1931-05-04", "1931-05", "1931", "early May", "early 1931-05"])
def test_a_moved_date_is_another_of_the_same_kind(text: str) -> None:
    day = When.parse(text)
    found = moved(day)
    assert found
    assert all(one != day for one in found)
    assert all(one.is_day == day.is_day and one.yearless == day.yearless for one in found)


def test_a_span_is_not_moved() -> None:
    assert moved(When.parse("1931-05-04/1931-06-01")) == []


@given(st.dates())
def test_every_form_of_a_day_says_that_day(day: object) -> None:
    when = When.parse(str(day))
    assert {When.parse(form) for form in full_forms(when)} == {when}
    assert str(when) not in written_otherwise(str(when), when)
    assert len(written_otherwise(str(when), when)) == len(set(written_otherwise(str(when), when)))
    for other in moved(when):
        assert other.before(when) == "yes" or when.before(other) == "yes"

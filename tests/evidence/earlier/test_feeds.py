"""Feeds of earlier fact-checks: streamed, whatever stands in them, and never half believed."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.evidence.earlier.feeds import MOST_OF_ONE, fact_checks_in
from checks.evidence.earlier.parts import FactCheck

REVIEW = {
    "@type": "ClaimReview", "url": "https://checkers.example/clock", "datePublished": "2031-05-02T10:00:00Z",
    "claimReviewed": "The council stopped the tidal clock.", "author": {"@type": "Organization", "name": "Checkers"},
    "reviewRating": {"@type": "Rating", "alternateName": "Mostly wrong", "ratingValue": "2"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A post"}}, "name": "No, it was not stopped",
}  # fmt: skip
READ = FactCheck(
    "The council stopped the tidal clock.", "Mostly wrong", "Checkers", "https://checkers.example/clock", "2031-05-02",
    "No, it was not stopped", "A post",
)  # fmt: skip


def feed(*items: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": list(items)}


def found(tmp_path: Path, value: Any) -> list[FactCheck | str]:
    path = tmp_path / "data.json"
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return list(fact_checks_in(path))


def refusal(tmp_path: Path, value: Any) -> str:
    with pytest.raises(CaseError) as error:
        found(tmp_path, value)
    assert str(error.value).isprintable() and str(error.value).startswith("data.json: ")
    return str(error.value)


def test_an_item_is_a_review_a_list_with_nulls_or_null(tmp_path: Path) -> None:
    items = [{"item": [None, REVIEW]}, {"item": REVIEW}, {"item": None}, {}, None, {"item": ["text"]}]
    assert found(tmp_path, feed(*items)) == [
        "no review of a claim", READ, READ, *["no review in it"] * 3, "no review of a claim"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change,told",
    [
        ({"claimReviewed": None}, "the words of the claim are not stated"),
        ({"url": "javascript:alert(1)"}, "no address of the web is given for its review"),
        ({"reviewRating": {}}, "no rating is given"),
        ({"@type": "MediaReview"}, "no review of a claim"),
    ],
)
def test_what_lacks_something_is_left_out_and_says_why(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    assert found(tmp_path, feed({"item": [{**REVIEW, **change}]})) == [told]


def test_what_may_be_missing_or_written_in_other_ways(tmp_path: Path) -> None:
    bare = {
        "claimReviewed": ["The \x1b[31mclaim"], "url": REVIEW["url"], "datePublished": "May 2031", "itemReviewed": [],
        "reviewRating": {"ratingValue": 2, "worstRating": 1, "bestRating": "5"},
    }  # fmt: skip
    assert found(tmp_path, feed({"item": bare})) == [
        FactCheck("The [31mclaim", "2 on a scale from 1 to 5", "checkers.example", "https://checkers.example/clock")
    ]


def test_an_answer_of_the_fact_check_tools(tmp_path: Path) -> None:
    review = {
        "publisher": {"name": "Checkers"}, "url": "https://checkers.example/clock", "title": "No, it was not stopped",
        "reviewDate": "2031-05-02T00:00:00Z", "textualRating": "Mostly wrong",
    }  # fmt: skip
    claim = {"text": "The council stopped the tidal clock.", "claimant": "A post", "claimReview": [review]}
    assert found(tmp_path, {"claims": [claim, {"text": "x"}], "nextPageToken": "t"}) == [
        READ,
        "no review of it is given",
    ]
    assert found(tmp_path, {}) == []
    assert "`claims[0].claimReview` is no list" in refusal(tmp_path, {"claims": [{**claim, "claimReview": 3}]})


@pytest.mark.parametrize(
    "value,told",
    [
        (b"", "the beginning is not JSON"),
        (b"<html>", "the beginning"),
        ([REVIEW], "it is a list"),
        (b'{"a": 1', "what comes after a field"),
        (b'{"dataFeedElement": [{"item": null}', "what comes after `dataFeedElement[0]`"),
        (b'{"dataFeedElement": [{"item": NaN}]}', "`dataFeedElement[0]`"),
        (b'{"dataFeedElement": [{"item": ' + b"[" * 100_000, "`dataFeedElement[0]`"),
        (b'{"dataFeedElement": []} {"more": 1}', "what comes after the end"),
        (b'{"dataFeedElement": ["' + b"a" * 3 * MOST_OF_ONE + b'"]}', "has more than 1,000,000 characters"),
        (b'{"a": ' + b"9" * 5000 + b"}", "`a`"),
        ({"@type": "DataFeed"}, "neither a list `dataFeedElement` nor a list `claims`"),
        ({"dataFeedElement": None}, "neither a list"),
        (b"\xff\xfe{}", "it is not UTF-8"),
    ],
)
def test_what_is_no_feed_is_said_in_a_sentence(tmp_path: Path, value: Any, told: str) -> None:
    assert told in refusal(tmp_path, value)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for path, told in ((tmp_path / "none.json", "no such file"), (tmp_path, "this is no file")):
        with pytest.raises(CaseError, match=told):
            list(fact_checks_in(path))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.recursive(st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5), lambda inside: (
    st.lists(inside, max_size=3)
    | st.dictionaries(st.sampled_from([*REVIEW, "item", "name", "alternateName", "ratingValue"]), inside, max_size=6)
), max_leaves=12))  # fmt: skip
def test_whatever_an_element_is(tmp_path: Path, element: Any) -> None:
    assert found(tmp_path, feed(element, {"item": element}, {"item": [{**REVIEW, "author": element}]}))


def test_a_large_feed_is_not_held(tmp_path: Path) -> None:
    path, one = tmp_path / "data.json", json.dumps({"item": [{**REVIEW, "text": "x" * 40_000}]})
    path.write_text('{"dataFeedElement": [' + ",".join([one] * 250) + "]}")
    assert path.stat().st_size > 10_000_000
    tracemalloc.start()
    number = sum(1 for _ in fact_checks_in(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 250 and peak < 8_000_000


def test_what_schema_org_allows_to_be_a_list_is_read_by_its_first(tmp_path: Path) -> None:
    listed = {
        name: [REVIEW[name]] for name in ("claimReviewed", "url", "author", "reviewRating", "itemReviewed", "name")
    }
    assert found(tmp_path, feed({"item": REVIEW | listed})) == [READ]
    assert found(tmp_path, feed({"item": REVIEW | {"reviewRating": []}})) == ["no rating is given"]
    assert found(tmp_path, feed({"item": REVIEW | {"itemReviewed": []}})) == [replace(READ, claimant="")]


def test_a_packed_feed_and_a_bare_list_are_told_as_what_they_are(tmp_path: Path) -> None:
    assert "it is a gzip archive: unpack it first" in refusal(tmp_path, gzip.compress(b"{}"))
    assert 'it is a list: put it into an object, as `{"dataFeedElement": […]}`' in refusal(tmp_path, [{"item": REVIEW}])

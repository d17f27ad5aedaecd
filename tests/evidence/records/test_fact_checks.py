"""The Fact Check Tools' answers: reviews of claims that nobody made, in the documented shapes."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from as_register import as_register
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from checks.case.errors import CaseError
from checks.evidence.answers import Saved
from checks.evidence.fetching.fetch import Manners, answered, fetch
from checks.evidence.records import fact_checks as record

KEY = "AIzaNotAKeyOfAnybody0123456789abcdefghi"
URL = "https://factchecktools.googleapis.com/v1alpha1/claims:search?query=tidal+clock"
HERE = Manners(private=("127.0.0.0/8", "::1/128"), robots=False)
ASKED = {"query": "tidal clock"}


def review(**other: Any) -> dict[str, Any]:
    return {
        "publisher": {"name": "Checkers of Brill", "site": "checkers.example"},
        "url": "https://checkers.example/tidal-clock", "title": "No, the tidal clock was not stopped",
        "reviewDate": "2031-05-02T00:00:00Z", "textualRating": "Mostly wrong", "languageCode": "en", **other,
    }  # fmt: skip


def claim(*reviews: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {
        "text": "The council of Brill stopped the tidal clock.", "claimant": "A post that was shared",
        "claimDate": "2031-04-28T14:20:00Z", "claimReview": list(reviews or (review(),)), **other,
    }  # fmt: skip


def saved(answer: Any, url: str = URL) -> Saved:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return Saved(body, url, "2031-06-01", "evidence/clock.json")


def refusal(answer: Any, url: str = URL) -> str:
    with pytest.raises(CaseError) as error:
        record.drawn(saved(answer, url), ASKED)
    assert str(error.value).isprintable() and KEY not in str(error.value)
    return str(error.value)


def without(thing: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if name != key}


def test_each_review_is_a_row(tmp_path: Path) -> None:
    second = review(
        publisher={"site": "zweite.example"}, url="https://zweite.example/uhr", reviewDate="2031-05-09T22:00:00+02:00",
        textualRating="Falsch", languageCode="de", title="Die Uhr ging",
    )  # fmt: skip
    answer = {"claims": [claim(review(), second), claim(text="The clock of Brill is the oldest.", claimDate=None)]}
    drawn = record.drawn(saved(answer), ASKED)
    assert [(row["id"], row["start"], row["rating"]) for row in drawn.rows] == [
        ("checkers-example-2031-05-02-the-council-of-brill-stopped-the", "2031-05-02", "Mostly wrong"),
        ("zweite-example-2031-05-09-the-council-of-brill-stopped-the", "2031-05-09", "Falsch"),
        ("checkers-example-2031-05-02-the-clock-of-brill-is-the", "2031-05-02", "Mostly wrong"),
    ]
    first, other, last = drawn.rows
    assert first["claim_date"] == "2031-04-28" and first["claimant"] == "A post that was shared"
    assert first["standing"] == drawn.standing == "secondary" and first["words"] == "Mostly wrong"
    assert other["publisher"] == "zweite.example" and other["language"] == "de" and last["claim_date"] == ""
    assert drawn.covers == "2031-05-02/2031-05-09" and "ClaimReview" in drawn.limits
    assert len(as_register(drawn, tmp_path).rows) == 3


def test_the_same_words_twice_have_two_ids() -> None:
    ids = [row["id"] for row in record.drawn(saved({"claims": [claim(), claim()]}), ASKED).rows]
    assert ids[1] == f"{ids[0]}-2"


@pytest.mark.parametrize(
    ("lacking", "why"),
    [
        (claim(without(review(), "reviewDate")), "`reviewDate` is not stated"),
        (claim(without(review(), "url")), "no address of the web"),
        (claim(review(url="javascript:alert(1)")), "no address of the web"),
        (claim(without(review(), "textualRating")), "no rating in words"),
        (without(claim(), "text"), "the words of the claim are not stated"),
        (without(claim(), "claimReview"), "no review of it is given"),
        (claim(review(reviewDate="2031-06-02T00:00:00Z")), "after the day of asking"),
    ],
)
def test_what_is_no_row_is_named(lacking: dict[str, Any], why: str) -> None:
    drawn = record.drawn(saved({"claims": [lacking, claim()]}), ASKED)
    assert len(drawn.rows) == 1 and len(drawn.left_out) == 1 and why in drawn.left_out[0]
    assert why in refusal({"claims": [lacking]})


def test_a_next_page_is_named() -> None:
    drawn = record.drawn(saved({"claims": [claim()], "nextPageToken": "CAo"}), ASKED)
    assert "next page, which was not asked" in drawn.left_out[0] and "and more on a next page" in drawn.limits
    assert "and more on a next page" in record.hits(saved({"claims": [claim()], "nextPageToken": "CAo"}), "x").limits


def test_no_hit_says_what_was_asked_where_when_and_what_it_does_not_show() -> None:
    for answer in ({}, {"claims": []}, {"nextPageToken": ""}):
        said = refusal(answer)
        assert "no hit" in said and "query “tidal clock”" in said and "2031-06-01" in said and "ClaimReview" in said
        found = record.hits(saved(answer), "tidal clock")
        assert found.number == 0 and not found.first
        assert "“tidal clock”: 0 claims" in found.limits and "nobody has checked" in found.limits


def test_hits_show_the_first_claims_with_their_ratings() -> None:
    found = record.hits(saved({"claims": [claim() for _ in range(7)]}), "tidal clock")
    assert found.number == 7 and len(found.first) == 5
    assert found.first[0] == "“The council of Brill stopped the tidal clock.” (Checkers of Brill: Mostly wrong)"


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        ({"results": []}, "`claims` is missing"),
        ({"claims": {"0": claim()}}, "`claims` is no list"),
        ({"claims": ["text"]}, "`claims[0]` is no object"),
        ({"claims": [claim(text=["a"])]}, "`claims[0].text` is no text"),
        ({"claims": [claim(claimReview=review())]}, "`claims[0].claimReview` is no list"),
        ({"claims": [claim(review(publisher="Checkers"))]}, "`claims[0].claimReview[0].publisher` is no object"),
        ({"claims": [claim(review(reviewDate="yesterday"))]}, "`claims[0].claimReview[0].reviewDate` is “yesterday”"),
        ({"claims": [claim(review(reviewDate="2031-05-02 at noon"))]}, "`claims[0].claimReview[0].reviewDate` is"),
        ({"claims": [claim(review(reviewDate=1_935_446_400))]}, "`claims[0].claimReview[0].reviewDate` is no text"),
        ({"claims": [claim(claimDate="2031-13-01T00:00:00Z")]}, "`claims[0].claimDate` is “2031-13-01T00:00:00Z”"),
        ({"claims": [claim()], "nextPageToken": 7}, "`nextPageToken` is no text"),
        ([], "`the answer` is no object"),
        (b"", "not JSON"),
        (b"<html><body>Error 502</body></html>", "not JSON"),
        (json.dumps({"claims": [claim()]}).encode()[:-9], "not JSON"),
        (json.dumps({"claims": [claim()]}).encode("utf-16"), "not JSON"),
    ],
)
def test_drift_names_the_field(answer: Any, named: str) -> None:
    assert named in refusal(answer)


def test_a_refusal_is_repeated_without_the_key() -> None:
    said = refusal({"error": {"code": 400, "message": f"API key {KEY} not valid.", "status": "INVALID_ARGUMENT"}})
    assert "did not answer the question" in said and "API key (key) not valid." in said
    assert "`error.message` is missing" in refusal({"error": {"code": 400}})


def test_a_key_in_the_address_is_kept_nowhere() -> None:
    address = f"https://somebody:{KEY}@factchecktools.googleapis.com/v1alpha1/claims:search?key={KEY}&query=tidal+clock"
    drawn = record.drawn(saved({"claims": [claim()]}, address), ASKED)
    assert KEY not in repr(drawn) and drawn.url == URL
    assert URL in refusal({}, address)
    assert KEY not in repr(record.hits(saved({"claims": [claim()]}, address), "tidal clock"))
    assert record.without_key(f"https://a.example/?q={KEY}") == "https://a.example/?q=(key)"
    assert record.without_key("https://[broken") == "(an address that cannot be read)"


def test_the_key_comes_from_the_environment_and_goes_into_a_header(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(record.KEY_FROM, f" {KEY}\n")
    assert record.key_header() == {"X-Goog-Api-Key": KEY}
    for address in (record.url(ASKED), record.search_url("tidal clock")):
        assert KEY not in address
    monkeypatch.setenv(record.KEY_FROM, "two\r\nlines: of a header")
    with pytest.raises(CaseError, match="cannot be a key") as error:
        record.key_header()
    assert "two" not in str(error.value)
    monkeypatch.delenv(record.KEY_FROM)
    with pytest.raises(CaseError, match="GOOGLE_FACT_CHECK_KEY"):
        record.key_header()


def test_addresses_hold_what_is_asked() -> None:
    asked = {**ASKED, "language": "pt-BR", "publisher": "checkers.example", "days": "90"}
    parts = urlsplit(record.url(asked, "https://else.example/api/"))
    assert (parts.netloc, parts.path) == ("else.example", "/api/claims:search")
    assert dict(parse_qsl(parts.query)) == {
        "query": "tidal clock", "pageSize": "100", "languageCode": "pt-BR", "maxAgeDays": "90",
        "reviewPublisherSiteFilter": "checkers.example",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "`query` must be named"),
        ({"query": "\x1b\n"}, "`query` must be named"),
        ({**ASKED, "key": KEY}, "`key` cannot be asked"),
        ({**ASKED, "language": "English!"}, "no code of a language"),
        ({**ASKED, "days": "-1"}, "no number of days"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, str], words: str) -> None:
    with pytest.raises(CaseError, match=words) as error:
        record.url(asked)
    assert KEY not in str(error.value)


def test_a_live_call(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(record.KEY_FROM, KEY)
    httpserver.expect_request(
        "/v1alpha1/claims:search", query_string=urlsplit(record.url(ASKED)).query, headers={"X-Goog-Api-Key": KEY}
    ).respond_with_json({"claims": [claim()]})
    address = record.url(ASKED, httpserver.url_for("/v1alpha1"))
    fetched = answered(fetch(address, HERE, headers={**record.HEADERS, **record.key_header()}))
    drawn = record.drawn(Saved(fetched.body, fetched.url, "2031-06-01", "evidence/clock.json"), ASKED)
    assert drawn.url == address and len(drawn.rows) == 1 and KEY not in repr(drawn) + repr(fetched)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([path] if path else []), *(place for key, inner in items for place in places(inner, (*path, key)))]


ANSWER = {"claims": [claim(review(), review()), claim()], "nextPageToken": "CAo"}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["name", "text", "url"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.sampled_from(places(ANSWER)), st.none() | st.tuples(ANYTHING))
def test_an_answer_with_one_thing_changed_is_read_or_refused(place: tuple[Any, ...], new: tuple[Any] | None) -> None:
    answer = copy.deepcopy(ANSWER)
    inner: Any = answer
    for key in place[:-1]:
        inner = inner[key]
    if new is None:
        del inner[place[-1]]
    else:
        inner[place[-1]] = new[0]
    for read in (lambda: record.drawn(saved(answer), ASKED).rows, lambda: [record.hits(saved(answer), "x")]):
        try:
            assert read()
        except CaseError as error:
            assert error.file and error.what.isprintable()


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(body: bytes) -> None:
    refusal(body)


@given(st.text(max_size=80))
def test_any_address_can_be_shown(address: str) -> None:
    assert record.without_key(f"https://a.example/{address}").isprintable()

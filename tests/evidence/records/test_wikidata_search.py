"""Searching Wikidata by name: hits as a person would know them, no hit, and what is no answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from test_wikidata_statements import INSTEAD, mutated, places

from checks.case.errors import CaseError
from checks.evidence.answers import Hits, Saved
from checks.evidence.fetching.fetch import EVERY_ADDRESS, Manners, answered, fetch
from checks.evidence.records import wikidata_search as reader


def text(words: str) -> dict[str, str]:
    return {"language": "en", "value": words}


def good() -> dict[str, Any]:
    match = {"type": "label", "language": "en", "text": "Ilse Varn"}
    return {
        "results": [
            {"id": "Q900001", "display-label": text("Ilse Varn"), "description": text("mayor"), "match": match},
            {"id": "Q900002", "display-label": text("I. Varn-Holm"), "description": None, "match": match},
            {"id": "Q900003", "display-label": None, "description": text("ferry"), "match": match},
        ]
    }


def hits(answer: Any) -> Hits:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return reader.hits(Saved(body, reader.search_url("Ilse Varn"), "2031-03-09", "evidence/search.json"), "Ilse Varn")


def test_the_address_is_the_documented_one() -> None:
    assert reader.search_url(" Ilse  Värn&x ") == (
        "https://www.wikidata.org/w/rest.php/wikibase/v1/search/items?q=Ilse%20V%C3%A4rn%26x&language=en&limit=50"
    )
    for query in ("", "  ", "x" * 251):
        with pytest.raises(CaseError, match="cannot be searched"):
            reader.search_url(query)


def test_hits_are_told_and_no_hit_says_where_nothing_was() -> None:
    found = hits(good())
    assert found.number == 3
    assert list(found.first) == [
        "Q900001: Ilse Varn, mayor", "Q900002: I. Varn-Holm (found as Ilse Varn)",
        "Q900003: without a name, ferry (found as Ilse Varn)",
    ]  # fmt: skip
    none = hits({"results": []})
    assert (
        none.number == 0 and "“Ilse Varn”" in none.limits and "2031-03-09" in none.limits and "English" in none.limits
    )
    assert "There may be more" in hits({"results": good()["results"][:1] * reader.MOST}).limits


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"", "not JSON"), (b"<html>", "not JSON"), ({}, "`results` is missing"), ([], "no object"),
        ({"code": "x", "message": "Too\x07 many"}, "“Too many”"), ({"results": {}}, "`results` is no list"),
        ({"results": [{"id": "P1"}]}, r"`results\[0\].match` is missing|no item's number"),
        ({"results": [{"id": "Q1", "display-label": "x", "match": {"text": "x"}}]}, "display-label` is no object"),
    ],
)  # fmt: skip
def test_what_is_another_answer_is_said(answer: Any, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        hits(answer)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_sentence(body: bytes) -> None:
    with pytest.raises(CaseError):
        hits(body)


@given(st.sampled_from(list(places(good()))), INSTEAD)
def test_any_change_to_an_answer_gives_hits_or_names_the_field(path: tuple[Any, ...], new: Any) -> None:
    try:
        found = hits(mutated(good(), path, new))
    except CaseError as error:
        assert str(error).startswith("evidence/search.json: ")
    else:
        assert all(line.isprintable() for line in found.first)


def test_asked_of_a_server_as_of_the_service(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1/search/items").respond_with_json(good())
    manners = Manners(private=EVERY_ADDRESS, robots=False)
    asked = fetch(reader.search_url("Ilse Varn", httpserver.url_for("/v1")), manners, headers=reader.HEADERS)
    assert reader.hits(Saved(answered(asked).body, asked.url, asked.at[:10], "live.json"), "Ilse Varn").number == 3

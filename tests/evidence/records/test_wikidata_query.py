"""A query's answer as a register: our own query and one that is given, and the ways in which an answer is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from test_wikidata_statements import CLAIM, GREGORIAN, INSTEAD, JULIAN, as_register, mutated, places

from checks.case.errors import CaseError
from checks.case.nouns import Verdict, When
from checks.evidence.answers import Drawn, Saved
from checks.evidence.fetching.fetch import EVERY_ADDRESS, Manners, answered, fetch
from checks.evidence.records import wikidata_query as reader
from checks.held_office_on_date import check

ASKED = {"office": "Q900101"}
ENTITY = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"
VARS = [
    "statement", "person", "personLabel", "office", "officeLabel", "rank", "start", "startPrecision", "startCalendar",
    "end", "endPrecision", "endCalendar", "ends", "after", "manner", "references", "sources",
]  # fmt: skip


def uri(address: str) -> dict[str, str]:
    return {"type": "uri", "value": address}


def number(count: int) -> dict[str, str]:
    return {"type": "literal", "datatype": f"{XSD}integer", "value": str(count)}


def time(text: str) -> dict[str, str]:
    return {"type": "literal", "datatype": f"{XSD}dateTime", "value": f"{text}T00:00:00Z"}


def binding(nth: int, holder: str, name: str, begins: str, ends_on: str = "", /, **other: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "statement": uri(f"{ENTITY}statement/{holder}-0000000{nth}-AAAA-4BBB-8CCC-DDDDDDDDDDDD"),
        "person": uri(ENTITY + holder), "personLabel": {"type": "literal", "xml:lang": "en", "value": name},
        "office": uri(f"{ENTITY}Q900101"), "officeLabel": {"type": "literal", "xml:lang": "en", "value": "Mayor of Oststrand"},
        "rank": uri("http://wikiba.se/ontology#NormalRank"),
        "start": time(begins), "startPrecision": number(11), "startCalendar": uri(GREGORIAN),
        "ends": number(1 if ends_on else 0), "after": number(0), "manner": {"type": "literal", "value": ""},
        "references": number(2), "sources": number(1),
    }  # fmt: skip
    if ends_on:
        found |= {"end": time(ends_on), "endPrecision": number(11), "endCalendar": uri(GREGORIAN)}
    return {key: told for key, told in (found | other).items() if told is not None}


def answer(*bindings: dict[str, Any], variables: list[str] | None = None) -> dict[str, Any]:
    return {"head": {"vars": VARS if variables is None else variables}, "results": {"bindings": list(bindings)}}


def good() -> dict[str, Any]:
    return answer(
        binding(1, "Q900001", "Ilse Varn", "2021-05-03", "2025-04-30"),
        binding(2, "Q900003", "Per Holm", "2025-05-01", manner={"type": "literal", "value": f"{ENTITY}Q4676846"}),
        binding(3, "Q900004", "Ada Rook", "2011-05-03", "2012-05-03", sources=number(0)),
    )


def drawn(told: Any, **asked: str) -> Drawn:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    return reader.drawn(Saved(body, "https://query…", "2031-03-09", "evidence/mayors.json"), asked or ASKED)


def left_out(**other: Any) -> str:
    found = drawn(
        answer(binding(1, "Q900001", "Ilse Varn", "2021-05-03", **other), *good()["results"]["bindings"][1:2])
    )
    assert len(found.rows) == 1 and len(found.left_out) == 1
    return found.left_out[0]


def test_the_address_asks_our_own_query_or_yours() -> None:
    asked = parse_qs(urlsplit(reader.url(ASKED)).query)
    assert asked["format"] == ["json"] and "wd:Q900101" in asked["query"][0] and '"en,mul,en"' in asked["query"][0]
    assert all(f"?{name}" in asked["query"][0] for name in VARS)
    yours = parse_qs(urlsplit(reader.url({"query": "SELECT ?a # all\nWHERE { ?a ?b ?c }"}, "http://here/sparql")).query)
    assert yours["query"] == ["SELECT ?a # all\nWHERE { ?a ?b ?c }"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "`office` is “”"), ({"office": "Mayor"}, "must look like Q42"), ({"office": "Q1 } DROP"}, "must look like"),
        ({"office": "Q1", "language": 'en"'}, "`language`"), ({"query": "S" * 9000}, "shorten it"),
        ({"query": "S", "columns": "holder=person"}, "“holder”, which is none of"),
        ({"query": "S", "columns": "person=a b"}, "cannot be a variable"), ({"person": "Q1"}, "`person`"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused(asked: dict[str, str], said: str) -> None:
    with pytest.raises(CaseError, match=said):
        reader.url(asked)


def test_the_register_answers_who_held_office_and_leads_decide_nothing(tmp_path: Path) -> None:
    found = drawn(good())
    assert [row["standing"] for row in found.rows] == ["own knowledge", "secondary", "secondary"]
    assert found.rows[1]["source_url"].endswith("/wiki/Q900001#Q900001$00000001-AAAA-4BBB-8CCC-DDDDDDDDDDDD")
    assert (
        found.rows[1]["references"] == "2, 1 with a source" and found.title == "Wikidata: who held Mayor of Oststrand"
    )
    register = as_register(found, tmp_path)

    def ask(person: str, on: str) -> Verdict:
        return check(CLAIM, person=person, office="Mayor of Oststrand", on=When.parse(on), register=register).verdict

    assert ask("Ilse Varn", "2023-01-01") is Verdict.SUPPORTED
    assert ask("Per Holm", "2023-01-01") is Verdict.CONTRADICTED
    assert ask("Per Holm", "2026-01-01") is Verdict.MISLEADING  # acting
    assert ask("Ada Rook", "2011-06-01") is Verdict.UNSETTLED  # a lead
    assert ask("Ilse Varn", "2011-06-01") is Verdict.UNSETTLED  # a lead contradicts nobody
    assert ask("Per Holm", "2019-01-01") is Verdict.UNSETTLED


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"startPrecision": number(10)}, "known only by its month"), ({"startPrecision": number(9)}, "only by its year"),
        ({"start": None, "startPrecision": None}, "no start is stated"), ({"startCalendar": uri(JULIAN)}, "Julian"),
        ({"start": {"type": "bnode", "value": "t1"}}, "stated as unknown"),
        ({"start": uri("http://www.wikidata.org/.well-known/genid/7")}, "stated as unknown"),
        ({"ends": number(1)}, "its end is not open"), ({"after": number(1)}, "it ended, since"),
        ({"rank": uri("http://wikiba.se/ontology#DeprecatedRank")}, "deprecated"),
        ({"start": time("-0044-05-03")}, "common era"),
    ],
)  # fmt: skip
def test_what_is_no_span_of_days_is_left_out_with_a_sentence(other: dict[str, Any], said: str) -> None:
    assert said in left_out(**other)


def test_a_statement_with_two_starts_is_left_out_and_the_same_row_twice_is_one() -> None:
    first, second, third = good()["results"]["bindings"]
    found = drawn(answer(first, {**first, "start": time("2021-06-03")}, second, second, third))
    assert len(found.rows) == 2 and "2 times" in found.left_out[0]


def test_two_persons_of_one_name_stay_two() -> None:
    found = drawn(answer(*good()["results"]["bindings"], binding(4, "Q900009", "Per Holm", "2001-05-03", "2002-05-03")))
    assert {"Per Holm (Q900003)", "Per Holm (Q900009)"} <= {row["person"] for row in found.rows}


def test_a_query_of_your_own_says_which_variable_is_which() -> None:
    told = answer(
        {"s": binding(1, "Q900001", "", "2021-05-03")["statement"], "holder": uri(f"{ENTITY}Q900001"),
         "office": uri(f"{ENTITY}Q900101"), "since": time("2021-05-03")},
        {"s": binding(2, "Q900003", "", "2021-05-03")["statement"], "holder": uri(f"{ENTITY}Q900003"),
         "office": uri(f"{ENTITY}Q900101"), "since": time("2021-01-01")},
        variables=["s", "holder", "office", "since"],
    )  # fmt: skip
    query = {"query": "SELECT …", "columns": "statement=s; person=?holder; start=since"}
    found = drawn(told, **query)
    (row,) = found.rows
    assert (row["person"], row["start"], row["precision"], row["standing"]) == (
        "Q900001", "2021-05-03", "not stated", "own knowledge",
    )  # fmt: skip
    assert "no precision" in found.left_out[0]  # a first of January may be a year
    with pytest.raises(CaseError, match="no `statement`, it has s, holder, office, since"):
        drawn(told, query="SELECT …")


def test_a_cut_answer_says_so() -> None:
    many = [binding(1, f"Q{number}", f"N {number}", "2021-05-03", "2022-05-03") for number in range(1, reader.MOST + 1)]
    assert "there may be more" in drawn(answer(*many)).left_out[0]


TIMED_OUT = (
    json.dumps(good()).encode()[:900]
    + b"SPARQL-QUERY: queryStr=SELECT ?a\njava.util.concurrent.TimeoutException\n\tat java.util.concurrent.FutureTask.get"
)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (TIMED_OUT, "ran out of time"),
        (b"SPARQL-QUERY: queryStr=S\njava.util.concurrent.TimeoutException\n", "ran out of time"),
        (b"", "not JSON"), (b"<html>Too many requests", "not JSON"), (json.dumps(good()).encode()[:900], "not JSON"),
        (answer(), "no statement that answers the query who held Q900101"),
        (answer(variables=["item", "itemLabel"]), "no `statement`, it has item, itemLabel"),
        ({"head": {}, "boolean": True}, "`head.vars` is missing"),
        (answer(binding(1, "Q1", "A", "2021-05-03", office=uri(f"{ENTITY}Q7"))), "the answer is of Q7"),
        (answer(binding(1, "Q1", "A", "2021-05-03", person=uri(f"{ENTITY}Q2"))), "is no statement of Q2"),
        (answer(binding(1, "Q1", "A", "2021-05-03", statement=None)), r"bindings\[0\].statement` is missing"),
        (answer(binding(1, "Q1", "A", "2021-05-03", rank=uri("x#BestRank"))), "rank.value` is no rank"),
        (answer(binding(1, "Q1", "A", "2021-05-03", start=number(2021))), "start.value` is no time"),
        (answer(binding(1, "Q1", "A", "2021-05-03", startPrecision=number(99))), "startPrecision.value` is no prec"),
        (answer(binding(1, "Q1", "A", "2021-05-03", startCalendar=uri("x"))), "startCalendar.value` is neither"),
        (answer(binding(1, "Q1", "A", "2021-05-03", sources=uri("x"))), "sources.type` is not literal"),
        ([], "`the answer` is no object"),
    ],
)  # fmt: skip
def test_what_is_another_answer_is_said(told: Any, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        drawn(told)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_sentence(body: bytes) -> None:
    with pytest.raises(CaseError):
        drawn(body)


@given(st.sampled_from(list(places(good()))), INSTEAD)
def test_any_change_to_an_answer_gives_rows_or_names_the_field(path: tuple[Any, ...], new: Any) -> None:
    try:
        found = drawn(mutated(good(), path, new))
    except CaseError as error:
        assert str(error).startswith("evidence/mayors.json: ") and str(error).isprintable()
    else:
        assert found.rows and all(set(row) == set(found.columns) for row in found.rows)


def test_asked_of_a_server_as_of_the_service(httpserver: HTTPServer) -> None:
    httpserver.expect_request(
        "/sparql", headers={"Accept": "application/sparql-results+json"}
    ).respond_with_json(good(), content_type="application/sparql-results+json")  # fmt: skip
    httpserver.expect_request("/slow").respond_with_data(TIMED_OUT, status=500)
    manners = Manners(private=EVERY_ADDRESS, robots=False)
    asked = fetch(reader.url(ASKED, httpserver.url_for("/sparql")), manners, headers=reader.HEADERS)
    assert len(reader.drawn(Saved(answered(asked).body, asked.url, asked.at[:10], "live.json"), ASKED).rows) == 3
    slow = fetch(reader.url(ASKED, httpserver.url_for("/slow")), manners, headers=reader.HEADERS)
    with pytest.raises(CaseError, match="ran out of time"):
        reader.drawn(Saved(slow.body, slow.url, slow.at[:10], "live.json"), ASKED)

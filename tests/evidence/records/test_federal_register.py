"""The Federal Register's answers: documents that nobody ever published, in the documented shapes."""

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
from checks.evidence.records import federal_register as record
from checks.evidence.records.rows import id_of

URL = "https://www.federalregister.gov/api/v1/documents.json?conditions%5Bterm%5D=lighthouse"
HERE = Manners(private=("127.0.0.0/8", "::1/128"), robots=False)
ASKED = {"term": "lighthouse keepers"}


def document(**other: Any) -> dict[str, Any]:
    return {
        "document_number": "2031-04567", "title": "Keeping the Lighthouses Lit", "type": "Presidential Document",
        "subtype": "Executive Order", "citation": "96 FR 20311",
        "president": {"name": "Ada Quill", "identifier": "ada-quill"}, "executive_order_number": "17001",
        "signing_date": "2031-05-02", "publication_date": "2031-05-07", "effective_on": None, "correction_of": None,
        "html_url": "https://www.federalregister.gov/documents/2031/05/07/2031-04567/keeping-the-lighthouses-lit",
        **other,
    }  # fmt: skip


def page(*documents: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {"count": len(documents), "description": "Documents", "total_pages": 1, "results": list(documents), **other}


def saved(answer: Any, retrieved: str = "2031-06-01") -> Saved:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return Saved(body, URL, retrieved, "evidence/lighthouses.json")


def refusal(answer: Any, asked: dict[str, str] = ASKED) -> str:
    with pytest.raises(CaseError) as error:
        record.drawn(saved(answer), asked)
    assert "\n" not in str(error.value) and str(error.value).isprintable()
    return str(error.value)


def test_each_dated_act_of_a_document_is_a_row(tmp_path: Path) -> None:
    rule = document(
        document_number="2031-04999", title="Foghorns", type="Rule", subtype=None, president=None, citation=None,
        executive_order_number=None, signing_date=None, publication_date="2031-05-09", effective_on="2031-05-30",
        html_url="https://www.federalregister.gov/documents/2031/05/09/2031-04999/foghorns",
        correction_of="https://www.federalregister.gov/api/v1/documents/2031-04001",
    )  # fmt: skip
    drawn = record.drawn(saved(page(document(), rule)), ASKED)
    assert [(row["id"], row["act"], row["start"]) for row in drawn.rows] == [
        ("2031-04567-signed", "signed", "2031-05-02"),
        ("2031-04567-published", "published", "2031-05-07"),
        ("2031-04999-published", "published", "2031-05-09"),
        ("2031-04999-effective", "effective", "2031-05-30"),
    ]
    first, *_, last = drawn.rows
    assert first["president"] == "Ada Quill" and first["executive_order_number"] == "17001"
    assert first["words"] == "signing_date: 2031-05-02" and first["end"] == first["start"]
    assert last["correction_of"].endswith("2031-04001") and last["president"] == ""
    assert drawn.covers == "2031-05-02/2031-05-30" and drawn.standing == "primary" and not drawn.left_out
    assert "2 hits, 2 of them here" in drawn.limits and "internal memoranda" in drawn.limits
    register = as_register(drawn, tmp_path)
    assert len(register.rows) == 4 and register.rows[0].cells["title"] == "Keeping the Lighthouses Lit"


def test_one_document_is_read_as_a_list_of_one() -> None:
    drawn = record.drawn(saved(document(executive_order_number=17001)), {"number": "2031-04567"})
    assert len(drawn.rows) == 2 and drawn.rows[0]["executive_order_number"] == "17001"


def test_numbers_given_twice_before_2016_have_ids_of_their_own(tmp_path: Path) -> None:
    old = {"document_number": "99-1234", "signing_date": None}
    drawn = record.drawn(
        saved(page(
            document(**old, publication_date="1999-02-01"), document(**old, publication_date="1999-08-01"),
            document(**old, publication_date="1999-08-01"),
        )), ASKED,
    )  # fmt: skip
    assert [row["id"] for row in drawn.rows] == [
        "99-1234-1999-02-01-published", "99-1234-1999-08-01-published", "99-1234-1999-08-01-published-2",
    ]  # fmt: skip
    assert len(as_register(drawn, tmp_path).rows) == 3


def test_an_id_that_is_a_number_of_its_own_is_not_given_twice() -> None:
    taken: dict[str, int] = {}
    assert [id_of(["b", *more], taken) for more in ([], ["2"], [], ["2"], [], ["é—"])] == [
        "b",
        "b-2",
        "b-3",
        "b-2-2",
        "b-4",
        "b-e",
    ]
    assert id_of(["海"], taken) == "row"


def test_what_is_on_further_pages_is_said() -> None:
    drawn = record.drawn(saved(page(document(), count=31, next_page_url=f"{URL}&page=2")), ASKED)
    assert drawn.left_out == ["30 of 31 hits are not on this page: `next_page_url` was not asked"]
    assert "31 hits, 1 of them here" in drawn.limits
    assert "10000 or more hits" in record.drawn(saved(page(document(), count=10_000)), ASKED).limits


def test_a_day_to_come_and_a_document_without_a_day_are_left_out(tmp_path: Path) -> None:
    undated = document(document_number="2031-1", signing_date=None, publication_date=None)
    drawn = record.drawn(saved(page(document(effective_on="2031-07-01"), undated)), ASKED)
    assert {row["act"] for row in drawn.rows} == {"signed", "published"}
    assert "effective 2031-07-01, which is after the day of asking (2031-06-01)" in drawn.left_out[0]
    assert drawn.left_out[1].startswith("2031-1: no day is stated")
    as_register(drawn, tmp_path)
    assert "no row can be drawn" in refusal(page(undated))


def test_no_hit_says_what_was_asked_where_when_and_what_it_does_not_show() -> None:
    for answer in ({"count": 0, "description": "…"}, page()):  # the service leaves `results` out where there are none
        said = refusal(answer)
        assert "no hit" in said and "term “lighthouse keepers”" in said and "2031-06-01" in said and URL in said
        assert "1994" in said and "2,000" in said and "internal memoranda" in said
        found = record.hits(saved(answer), "lighthouse keepers")
        assert found.number == 0 and not found.first and "lighthouse keepers" in found.limits
        assert "no hit does not show" in found.limits


def test_hits_are_counted_and_the_first_five_shown() -> None:
    documents = [document(document_number=f"2031-0{n}") for n in range(7)]
    found = record.hits(saved(page(*documents, count=2_345)), "lighthouse")
    assert found.number == 2_345 and len(found.first) == 5
    assert found.first[0] == "Keeping the Lighthouses Lit (Executive Order, 2031-00)"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"count": None}, "`count` is missing"),
        ({"count": "3"}, "`count` is no whole number"),
        ({"count": True}, "`count` is no whole number"),
        ({"count": 0}, "`count` is 0, and 1 results are given"),
        ({"results": None}, "`results` is missing or empty"),
        ({"results": []}, "`results` is missing or empty"),
        ({"results": {"0": document()}}, "`results` is no list"),
        ({"results": ["text"]}, "`results[0]` is no object"),
        ({"results": [document(signing_date="2 May 2031")]}, "`results[0].signing_date` is “2 May 2031”, which is no date"),
        ({"results": [document(publication_date="2031-02-30")]}, "`results[0].publication_date` is “2031-02-30”"),
        ({"results": [document(publication_date=20310507)]}, "`results[0].publication_date` is no text"),
        ({"results": [document(document_number=None)]}, "`results[0].document_number` is missing"),
        ({"results": [document(document_number=" ")]}, "`results[0].document_number` is empty"),
        ({"results": [document(html_url="javascript:alert(1)")]}, "`results[0].html_url` is no address of the web"),
        ({"results": [document(president="Ada Quill")]}, "`results[0].president` is no object"),
        ({"results": [document(president={"identifier": "ada-quill"})]}, "`results[0].president.name` is missing"),
        ({"results": [document(executive_order_number=[17001])]}, "`results[0].executive_order_number` is no number"),
        ({"results": [document(executive_order_number=True)]}, "`results[0].executive_order_number` is no number"),
        ({"results": [document(correction_of=["2031-1"])]}, "`results[0].correction_of` is no text"),
        ({"next_page_url": 2}, "`next_page_url` is no text"),
    ],
)  # fmt: skip
def test_drift_names_the_field(change: dict[str, Any], named: str) -> None:
    said = refusal({**page(document()), **change})
    assert said.startswith("evidence/lighthouses.json: ") and named in said


@pytest.mark.parametrize("field", record.FIELDS)
def test_a_field_that_was_asked_for_and_is_not_there_is_drift(field: str) -> None:
    renamed = document()
    renamed[f"the_{field}"] = renamed.pop(field)
    assert f"`results[0].{field}` is missing" in refusal(page(renamed))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "not JSON"),
        (b"<!DOCTYPE html><html><body>Down for maintenance</body></html>", "not JSON"),
        (json.dumps(page(document())).encode()[:-40], "not JSON"),
        (json.dumps(page(document())).encode("utf-16"), "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "is no object"),
        (b"null", "is no object"),
        (b'{"errors": {"conditions[signing_date]": "is not a date"}}', "did not answer the question"),
        (b'{"status": 404, "message": "Record Not Found"}', "says “Record Not Found”"),
    ],
)
def test_what_is_no_answer_is_said_so(body: bytes, words: str) -> None:
    assert words in refusal(body)


def test_control_characters_reach_no_cell() -> None:
    odd = document(title="Keeping\x1b[31m the\u202e\ud800 Lighthouses\r\nLit", citation="\x07")
    row = record.drawn(saved(page(odd)), ASKED).rows[0]
    assert row["title"] == "Keeping [31m the Lighthouses Lit" and row["citation"] == ""
    row["title"].encode()


def test_the_day_of_asking_must_be_a_day() -> None:
    with pytest.raises(CaseError, match="no day of asking"):
        record.drawn(saved(page(document()), retrieved="2031-06"), ASKED)


def test_addresses_hold_what_is_asked() -> None:
    asked = {"term": "fog & horns", "president": "ada-quill", "kind": "executive_order", "signed": "2031-05"}
    parts = urlsplit(record.url(asked, "https://else.example/api/"))
    assert (parts.netloc, parts.path) == ("else.example", "/api/documents.json")
    sent = parse_qsl(parts.query)
    assert ("conditions[term]", "fog & horns") in sent and ("conditions[president][]", "ada-quill") in sent
    assert ("conditions[signing_date][gte]", "2031-05-01") in sent
    assert ("conditions[signing_date][lte]", "2031-05-31") in sent
    assert ("conditions[presidential_document_type][]", "executive_order") in sent
    assert {value for name, value in sent if name == "fields[]"} == set(record.FIELDS)
    assert {("order", "oldest"), ("per_page", "1000"), ("conditions[type][]", "PRESDOCU")} <= set(sent)
    assert ("conditions[publication_date][gte]", "2031-05-01") in parse_qsl(
        urlsplit(record.url({"published": "2031-05-01/.."})).query
    )
    assert record.url({"number": "2031-04567"}).startswith(f"{record.SERVICE}/documents/2031-04567.json?")
    assert "conditions%5Bterm%5D=fog+horns" in record.search_url("fog horns")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "nothing is asked"),
        ({"termm": "x"}, "the nearest is `term`"),
        ({"number": "../../etc"}, "no document number"),
        ({"number": "2031-1", "term": "x"}, "ask nothing beside it"),
        ({"president": "Ada Quill"}, "write it as jane-doe"),
        ({"kind": "executive order"}, "the nearest is `executive_order`"),
        ({"signed": "someday"}, "not a date"),
        ({"signed": "2 May"}, "without a year"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, str], words: str) -> None:
    with pytest.raises(CaseError, match=words):
        record.url(asked)


def test_nothing_to_look_for_is_refused() -> None:
    with pytest.raises(CaseError, match="`term` must be named"):
        record.search_url("  ")


def test_a_live_call(httpserver: HTTPServer) -> None:
    answer = page(document())
    httpserver.expect_request(
        "/api/v1/documents.json", query_string=urlsplit(record.url(ASKED)).query, headers=dict(record.HEADERS)
    ).respond_with_json(answer)
    address = record.url(ASKED, httpserver.url_for("/api/v1"))
    fetched = answered(fetch(address, HERE, headers=record.HEADERS))
    drawn = record.drawn(Saved(fetched.body, fetched.url, "2031-06-01", "evidence/lighthouses.json"), ASKED)
    assert drawn.url == address and len(drawn.rows) == 2


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, inner in items for place in places(inner, (*path, key)))] if path else [
        place for key, inner in items for place in places(inner, (key,))
    ]  # fmt: skip


ANSWER = page(document(), document(document_number="2031-9"), next_page_url=URL)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(record.FIELDS), inner, max_size=2),
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


@given(
    st.binary(max_size=200)
    | st.text(max_size=60).map(lambda text: json.dumps({"count": 1, "results": [text]}).encode())
)
def test_any_bytes_are_refused_in_words(body: bytes) -> None:
    refusal(body)

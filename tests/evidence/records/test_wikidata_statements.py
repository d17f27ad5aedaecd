"""Wikidata's statements as a register: what is a row, what is a lead, what is left out, and what is no answer at all."""

from __future__ import annotations

import copy
import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from checks.case.anchor import Anchor
from checks.case.errors import CaseError
from checks.case.nouns import Claim, Register, Verdict, When
from checks.evidence.answers import Drawn, Saved
from checks.evidence.fetching.fetch import EVERY_ADDRESS, Manners, answered, fetch
from checks.evidence.records import wikidata_statements as reader
from checks.evidence.registers import read_register
from checks.held_office_on_date import check

GREGORIAN, JULIAN = "http://www.wikidata.org/entity/Q1985727", "http://www.wikidata.org/entity/Q1985786"
ASKED = {"item": "Q900001", "names": "Q900001=Ilse Varn; Q900101=Mayor of Oststrand; Q900102=Reeve of Tollmark"}
CLAIM = Claim("held", Anchor("held the office"), "…", "article")


def value(content: Any) -> dict[str, Any]:
    return {"type": "value", "content": content}


def stated(property: str, data_type: str, content: Any) -> dict[str, Any]:
    told = content if isinstance(content, dict) and "type" in content else value(content)
    return {"property": {"id": property, "data_type": data_type}, "value": told}


def day(text: str, precision: int = 11, calendar: str = GREGORIAN) -> dict[str, Any]:
    return {"time": f"{text}T00:00:00Z", "precision": precision, "calendarmodel": calendar}


def dated(property: str, text: str, precision: int = 11, calendar: str = GREGORIAN) -> dict[str, Any]:
    return stated(property, "time", day(text, precision, calendar))


SOURCE = {"hash": "a" * 40, "parts": [
    stated("P248", "wikibase-item", "Q900201"),
    stated("P854", "url", "https://gazette.example/reeves"),
    stated("P813", "time", day("+2030-01-05")),
    stated("P1476", "monolingualtext", {"text": "List of reeves", "language": "en"}),
]}  # fmt: skip
IMPORTED = {"hash": "b" * 40, "parts": [
    stated("P143", "wikibase-item", "Q900202"),
    stated("P4656", "url", "https://en.wikipedia.org/wiki/Oststrand"),
]}  # fmt: skip


def statement(
    number: int,
    office: Any,
    *qualifiers: dict[str, Any],
    rank: str = "normal",
    references: Any = None,
    item: str = "Q900001",
) -> dict[str, Any]:
    told = stated("P39", "wikibase-item", office)
    told |= {"id": f"{item}$0000000{number}-AAAA-4BBB-8CCC-DDDDDDDDDDDD", "rank": rank, "qualifiers": list(qualifiers)}
    return told | {"references": [SOURCE] if references is None else references}


def good() -> dict[str, Any]:
    """An invented mayor: one term with both days, then a term as acting reeve that nobody has ended."""
    return {"P39": [
        statement(
            1, "Q900101", dated("P580", "+2021-05-03"), dated("P582", "+2025-04-30"),
            stated("P1365", "wikibase-item", "Q900003"), references=[SOURCE, IMPORTED],
        ),
        statement(
            2, "Q900102", dated("P580", "+2026-02-01"), stated("P5102", "wikibase-item", "Q4676846"), rank="preferred"
        ),
    ]}  # fmt: skip


def saved(answer: Any, retrieved: str = "2031-03-09") -> Saved:
    body = answer if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False).encode()
    return Saved(body, reader.url(ASKED), retrieved, "evidence/ilse-varn.json")


def drawn(answer: Any, **more: str) -> Drawn:
    return reader.drawn(saved(answer), {**ASKED, **more})


def one(*qualifiers: dict[str, Any], **how: Any) -> Drawn:
    return drawn({"P39": [statement(1, "Q900101", *qualifiers, **how)]})


def left_out(*qualifiers: dict[str, Any], **how: Any) -> str:
    """What is said of a statement that is left out beside one that is a row."""
    found = drawn({"P39": [statement(1, "Q900101", *qualifiers, **how), *good()["P39"][1:]]})
    assert len(found.rows) == 1 and len(found.left_out) == 1
    return found.left_out[0]


def as_register(found: Drawn, folder: Path, id: str = "drawn") -> Register:
    """Written as a register's two files, and read by the project's own reader."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, list(found.columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(found.rows)
    head = {
        "title": found.title, "publisher": found.publisher, "url": found.url, "licence": found.licence,
        "standing": found.standing, "covers": found.covers, "columns": dict(found.columns),
        "also_called": {name: list(others) for name, others in found.also_called.items()},
    }  # fmt: skip
    (folder / f"{id}.csv").write_text(table.getvalue(), encoding="utf-8")
    about = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
    (folder / f"{id}.md").write_text(f"---\n{about}---\n{found.limits}\n", encoding="utf-8")
    return read_register(folder, id, f"{id}.csv")


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where every value of an answer stands."""
    yield path
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from places(inner, (*path, key))


def mutated(answer: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The answer with one value replaced, or taken out where `new` is the word for that."""
    if not path:
        return {} if new == "(delete)" else new
    answer = copy.deepcopy(answer)
    node = answer
    for key in path[:-1]:
        node = node[key]
    if new == "(delete)":
        del node[path[-1]]
    else:
        node[path[-1]] = new
    return answer


INSTEAD = st.sampled_from(["(delete)", None, 7, -1, 2.5, True, "", "x", "Q1\u202e\x1b[2J", [], ["x"], {}, {"x": 1}])


def test_the_address_is_the_documented_one() -> None:
    assert reader.url({"item": "Q900001"}) == (
        "https://www.wikidata.org/w/rest.php/wikibase/v1/entities/items/Q900001/statements?property=P39"
    )
    assert reader.url({"item": "Q1", "property": "P463"}, "http://here/v1/") == (
        "http://here/v1/entities/items/Q1/statements?property=P463"
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "item"), ({"item": "42"}, "“42”"), ({"item": "Q4/../../x"}, "must look like Q42"), ({"item": "q42"}, "Q42"),
        ({"item": "Q42", "property": "39"}, "`property`"), ({"item": "Q42", "names": "Ilse"}, "`names`"),
        ({"item": "Q42", "names": "mayor=Mayor"}, "no item's number"), ({"item": "Q42", "names": "Q1=A;Q1=B"}, "each once"),
        ({"item": "Q42", "ofice": "Q1"}, "`ofice`"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused(asked: dict[str, str], said: str) -> None:
    with pytest.raises(CaseError, match=said):
        reader.url(asked)


def test_rows_have_the_days_the_capacity_and_where_they_come_from() -> None:
    mayor, reeve = drawn(good()).rows
    assert (mayor["id"], mayor["person"], mayor["office"]) == (
        "q900001-00000001-aaaa-4bbb-8ccc-dddddddddddd", "Ilse Varn", "Mayor of Oststrand",
    )  # fmt: skip
    assert (mayor["capacity"], mayor["start"], mayor["end"], mayor["rank"]) == (
        "holder",
        "2021-05-03",
        "2025-04-30",
        "normal",
    )
    assert mayor["source_url"] == ("https://www.wikidata.org/wiki/Q900001#Q900001$00000001-AAAA-4BBB-8CCC-DDDDDDDDDDDD")
    assert mayor["references"].startswith(
        "2, 1 with a source: stated in Q900201, https://gazette.example/reeves, seen 2030-01-05"
    )
    assert "imported from Wikimedia (Q900202)" in mayor["references"]
    assert mayor["qualifiers"] == "P1365 Q900003" and mayor["precision"] == "day"
    assert mayor["words"] == "P580: +2021-05-03T00:00:00Z (precision 11), P582: +2025-04-30T00:00:00Z (precision 11)"
    assert (reeve["capacity"], reeve["end"], reeve["standing"], reeve["lead"]) == ("acting", "", "secondary", "")
    assert {row["retrieved"] for row in (mayor, reeve)} == {"2031-03-09"}
    assert all(set(row) == set(drawn(good()).columns) for row in drawn(good()).rows)


def test_rows_hang_on_the_answer_alone_not_on_how_its_file_is_called() -> None:
    elsewhere = reader.drawn(Saved(json.dumps(good(), indent=1).encode(), "", "2031-03-09", "other.json"), ASKED)
    assert list(elsewhere.rows) == list(drawn(good()).rows)


def test_without_names_the_numbers_stand_and_with_them_either_is_understood(tmp_path: Path) -> None:
    bare = reader.drawn(saved(good()), {"item": "Q900001"})
    assert {(row["person"], row["office"]) for row in bare.rows} == {("Q900001", "Q900101"), ("Q900001", "Q900102")}
    named = as_register(drawn(good()), tmp_path)
    answer = check(CLAIM, person="Q900001", office="Q900101", on=When.parse("2023-01-01"), register=named)
    assert answer.verdict is Verdict.SUPPORTED


def test_an_office_of_a_place_is_named_with_the_place() -> None:
    found = one(dated("P580", "+2021-05-03"), stated("P642", "wikibase-item", "Q900500"))
    assert found.rows[0]["office"] == "Mayor of Oststrand of Q900500"
    assert found.also_called["Mayor of Oststrand of Q900500"] == ("Q900101 of Q900500",)


def test_a_membership_is_a_membership() -> None:
    answer = {"P463": [statement(1, "Q900103", dated("P580", "+2021-05-03"))]}
    answer["P463"][0]["property"]["id"] = "P463"
    row = drawn(answer, property="P463").rows[0]
    assert row["member_of"] == "Q900103" and "office" not in row


@pytest.mark.parametrize(
    ("qualifiers", "said"),
    [
        ([dated("P580", "+2021-05-00", 10)], "its start is known only by its month (2021-05)"),
        ([dated("P580", "+2021-01-01", 9)], "its start is known only by its year (2021)"),
        ([dated("P580", "+2020-00-00", 8)], "known only by its decade"),
        ([dated("P580", "+0000-00-00", 0)], "known only by its age"),
        ([], "no start is stated"),
        ([dated("P582", "+2025-04-30")], "no start is stated"),
        ([stated("P580", "time", {"type": "somevalue"})], "its start is stated as unknown"),
        ([stated("P580", "time", {"type": "novalue"})], "no start is stated"),
        ([dated("P580", "-0044-03-15")], "before the common era"),
        ([dated("P580", "+1721-05-03", 11, JULIAN)], "Julian calendar"),
        ([dated("P580", "+2021-02-30")], "no day of the calendar"),
        ([dated("P580", "+12021-02-20")], "no day of the calendar"),
        ([dated("P580", "+2021-05-03"), dated("P580", "+2021-06-03")], "it has 2 starts"),
        ([dated("P580", "+2021-05-03"), dated("P582", "+2022-05-03"), dated("P582", "+2023-05-03")], "it has 2 ends"),
        ([dated("P580", "+2021-05-03"), stated("P582", "time", {"type": "somevalue"})], "its end is not open"),
        ([dated("P580", "+2021-05-03"), dated("P582", "+2025-00-00", 9)], "its end is known only by its year"),
        ([dated("P580", "+2021-05-03"), dated("P582", "+2020-05-03")], "before it begins"),
        ([dated("P580", "+2021-05-03"), stated("P1366", "wikibase-item", "Q900004")], "it ended"),
        ([dated("P580", "+2021-05-03"), stated("P1534", "wikibase-item", "Q900005")], "it ended"),
        ([dated("P580", "+2031-03-10")], "after it was asked"),
    ],
)  # fmt: skip
def test_what_is_no_span_of_days_is_left_out_with_a_sentence(qualifiers: list[dict[str, Any]], said: str) -> None:
    sentence = left_out(*qualifiers)
    assert said in sentence and sentence.startswith("Ilse Varn, Mayor of Oststrand (Q900001$0000000")


def test_deprecated_unknown_and_absent_offices_are_left_out() -> None:
    assert "deprecated" in left_out(dated("P580", "+2021-05-03"), rank="deprecated")
    for kind, said in (("somevalue", "stated as unknown"), ("novalue", "there is none")):
        found = drawn({"P39": [statement(1, {"type": kind}, dated("P580", "+2021-05-03")), *good()["P39"][1:]]})
        assert len(found.rows) == 1 and said in found.left_out[0]


def test_no_end_is_open_where_that_is_stated_and_a_point_in_time_is_one_day() -> None:
    (row,) = one(dated("P580", "+2021-05-03"), stated("P582", "time", {"type": "novalue"})).rows
    assert row["end"] == ""
    (row,) = one(dated("P585", "+2021-05-03")).rows
    assert row["start"] == row["end"] == "2021-05-03"


@pytest.mark.parametrize(
    ("references", "why"),
    [
        ([], "it has no reference"),
        ([IMPORTED], "no source outside Wikimedia"),
        ([{"hash": "c", "parts": [stated("P813", "time", day("+2030-01-05"))]}], "no source outside Wikimedia"),
        ([{"hash": "c", "parts": [stated("P854", "url", "https://de.wikipedia.org/wiki/X")]}], "no source outside"),
        ([{"hash": "c", "parts": [stated("P854", "url", "http://[::1/x")]}], "no source outside"),
        ([{"hash": "c", "parts": [stated("P248", "wikibase-item", {"type": "somevalue"})]}], "no source outside"),
    ],
)  # fmt: skip
def test_without_a_source_a_statement_is_a_lead(references: list[Any], why: str) -> None:
    (row,) = one(dated("P580", "+2021-05-03"), dated("P582", "+2025-04-30"), references=references).rows
    assert row["standing"] == "own knowledge" and why in row["lead"]


@pytest.mark.parametrize(
    "part",
    [
        stated("P248", "wikibase-item", "Q900201"),
        stated("P854", "url", "https://gazette.example/reeves"),
        stated("P900300", "external-id", "reeve-7"),
    ],
)
def test_with_a_source_it_is_more(part: dict[str, Any]) -> None:
    (row,) = one(dated("P580", "+2021-05-03"), references=[IMPORTED, {"hash": "c", "parts": [part]}]).rows
    assert row["standing"] == "secondary" and row["references"].startswith("2, 1 with a source")


def test_a_qualification_that_is_not_understood_and_a_forgotten_end_make_leads() -> None:
    (row,) = one(dated("P580", "+2021-05-03"), stated("P1480", "wikibase-item", "Q900400")).rows
    assert row["standing"] == "own knowledge" and "Q900400" in row["lead"]
    forgotten, current = drawn(
        {"P39": [statement(1, "Q900101", dated("P580", "+2021-05-03")), *good()["P39"][1:]]}
    ).rows
    assert forgotten["standing"] == "own knowledge" and "current one" in forgotten["lead"]
    assert current["standing"] == "secondary"


def test_the_register_answers_who_held_office_and_leads_decide_nothing(tmp_path: Path) -> None:
    answer = good()
    answer["P39"].append(
        statement(3, "Q900103", dated("P580", "+2011-05-03"), dated("P582", "+2012-05-03"), references=[])
    )
    register = as_register(drawn(answer, names=ASKED["names"] + "; Q900103=Warden of Tollmark"), tmp_path)

    def ask(person: str, office: str, on: str) -> Verdict:
        return check(CLAIM, person=person, office=office, on=When.parse(on), register=register).verdict

    assert ask("Ilse Varn", "Mayor of Oststrand", "2023-01-01") is Verdict.SUPPORTED
    assert ask("Per Holm", "Mayor of Oststrand", "2023-01-01") is Verdict.CONTRADICTED
    assert ask("Ilse Varn", "Reeve of Tollmark", "2026-03-01") is Verdict.MISLEADING  # acting
    assert ask("Ilse Varn", "Reeve of Tollmark", "2031-03-10") is Verdict.UNSETTLED  # nobody looked that late
    assert ask("Ilse Varn", "Warden of Tollmark", "2011-06-01") is Verdict.UNSETTLED
    found = check(
        CLAIM, person="Ilse Varn", office="Warden of Tollmark", on=When.parse("2011-06-01"), register=register
    )
    assert "decides nothing" in found.reason


@pytest.mark.parametrize("answer", [{}, {"P39": []}])
def test_no_statement_is_said_with_what_was_asked_where_and_when(answer: Any) -> None:
    with pytest.raises(CaseError, match=r"item Q900001 has no statement P39, asked 2031-03-09 at https://www.wikidata"):
        drawn(answer)


def test_where_nothing_can_be_a_row_the_reasons_are_told() -> None:
    with pytest.raises(CaseError, match=r"can be a row.*known only by its year.*And 2 more"):
        drawn({"P39": [statement(n, "Q900101", dated("P580", "+2021-00-00", 9)) for n in range(1, 6)]})


DRIFTED = [
    (("P39", 0, "rank"), "(delete)", "`P39[0].rank` is missing"),
    (("P39", 0, "rank"), "best", "`P39[0].rank` is none of"),
    (("P39", 0, "id"), "12", "`P39[0].id` is no statement's number"),
    (("P39", 0, "qualifiers"), {}, "`P39[0].qualifiers` is no list"),
    (("P39", 0, "references"), None, "`P39[0].references` is missing"),
    (("P39", 0, "value", "content"), "Mayor", "`P39[0].value.content` is no item's number"),
    (("P39", 0, "value", "type"), "unknown", "`P39[0].value.type` is none of"),
    (("P39", 0, "property", "id"), "P40", "`P39[0].property.id` is not P39"),
    (("P39", 0, "property", "data_type"), "(delete)", "`P39[0].property.data_type` is missing"),
    (("P39", 0, "qualifiers", 0, "value", "content", "precision"), "11", "content.precision` is no whole number"),
    (("P39", 0, "qualifiers", 0, "value", "content", "precision"), 15, "content.precision` is no precision"),
    (("P39", 0, "qualifiers", 0, "value", "content", "time"), "2021-05-03", "content.time` is no time such as"),
    (("P39", 0, "qualifiers", 0, "value", "content", "calendarmodel"), "Q1", "content.calendarmodel` is neither"),
    (("P39", 0, "references", 0, "parts"), "(delete)", "`P39[0].references[0].parts` is missing"),
    (("P39",), {"a": 1}, "`P39` is no list"),
    (("P39",), None, "`P39` is missing"),
    ((), [], "`the answer` is no object"),
]


@pytest.mark.parametrize(("path", "new", "said"), DRIFTED)
def test_drift_names_the_field(path: tuple[Any, ...], new: Any, said: str) -> None:
    with pytest.raises(CaseError) as told:
        drawn(mutated(good(), path, new))
    assert said in str(told.value) and told.value.file == "evidence/ilse-varn.json"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"", "not JSON"),
        (b"<!DOCTYPE html><title>Wikimedia Error</title><p>Our servers are under maintenance", "not JSON"),
        (json.dumps(good()).encode()[:700], "not JSON"),
        ({"P463": good()["P39"]}, "the answer has `P463` and no `P39`"),
        ({"statements": good()}, "the answer has `statements` and no `P39`"),
        ({"code": "resource-not-found", "message": "The requested resource\x1b[2J does not exist"}, "“The requested resource"),
        ({"P39": [statement(1, "Q900101", item="Q900009")]}, "is of Q900009, and Q900001 was asked"),
        ({"P39": good()["P39"][:1] * 2}, ""),
    ],
)  # fmt: skip
def test_what_is_another_answer_is_said(answer: Any, said: str) -> None:
    if said:
        with pytest.raises(CaseError, match=said) as told:
            drawn(answer)
        assert "\x1b" not in str(told.value)
    else:
        assert len(drawn(answer).rows) == 1  # the same statement twice is one


def test_a_statement_told_in_two_ways_is_left_out() -> None:
    twice = [statement(1, "Q900101", dated("P580", f"+2021-05-0{day}")) for day in (1, 2)]
    found = drawn({"P39": [*twice, *good()["P39"][1:]]})
    assert len(found.rows) == 1 and "2 times" in found.left_out[0]


def test_nothing_from_outside_can_steer_a_terminal_or_break_a_table(tmp_path: Path) -> None:
    nasty = statement(
        1, "Q900101", dated("P580", "+2021-05-03"), stated("P1545", "string", "1\x1b[31m\r\n2,\u202e\ud800")
    )
    found = reader.drawn(Saved(json.dumps({"P39": [nasty]}).encode(), "u", "2031-03-09", "f.json"), ASKED)
    (row,) = as_register(found, tmp_path).rows
    assert all(c.isprintable() for c in row.cells["qualifiers"]) and "[31m" in row.cells["qualifiers"]


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_sentence(body: bytes) -> None:
    with pytest.raises(CaseError):
        drawn(body)


@given(st.sampled_from(list(places(good()))), INSTEAD)
def test_any_change_to_an_answer_gives_rows_or_names_the_field(path: tuple[Any, ...], new: Any) -> None:
    try:
        found = drawn(mutated(good(), path, new))
    except CaseError as error:
        assert str(error).startswith("evidence/ilse-varn.json: ") and str(error).isprintable()
    else:
        assert found.rows and all(set(row) == set(found.columns) for row in found.rows)


def test_asked_of_a_server_as_of_the_service(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1/entities/items/Q900001/statements", query_string="property=P39").respond_with_json(
        good()
    )
    httpserver.expect_request("/v1/entities/items/Q900009/statements").respond_with_json(
        {"code": "resource-not-found", "message": "no such item"}, status=404
    )
    manners = Manners(private=EVERY_ADDRESS, robots=False)
    asked = fetch(reader.url(ASKED, httpserver.url_for("/v1")), manners, headers=reader.HEADERS)
    found = reader.drawn(Saved(answered(asked).body, asked.url, asked.at[:10], "evidence/live.json"), ASKED)
    assert [row["start"] for row in found.rows][:1] == ["2021-05-03"]
    gone = fetch(reader.url({"item": "Q900009"}, httpserver.url_for("/v1")), manners, headers=reader.HEADERS)
    with pytest.raises(CaseError, match="404"):
        answered(gone)
    with pytest.raises(CaseError, match="no such item"):
        reader.drawn(Saved(gone.body, gone.url, gone.at[:10], "evidence/gone.json"), {"item": "Q900009"})

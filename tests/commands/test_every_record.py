"""Every official record, asked of a server that plays it: a register is written, or one sentence says why not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from conftest import Command
from pytest_httpserver import HTTPServer
from served_pages import CASE, files

from checks.case.drawing import reader_names

ENTITY, XSD = "http://www.wikidata.org/entity/", "http://www.w3.org/2001/XMLSchema#"
GREGORIAN = f"{ENTITY}Q1985727"


def _uri(value: str) -> dict[str, str]:
    return {"type": "uri", "value": value}


def _literal(value: str, kind: str = "") -> dict[str, str]:
    return {"type": "literal", "value": value, **({"datatype": f"{XSD}{kind}"} if kind else {})}


def _stated(property: str, kind: str, content: object) -> dict[str, object]:
    return {"property": {"id": property, "data_type": kind}, "value": {"type": "value", "content": content}}


def _day(text: str) -> dict[str, object]:
    return {"time": f"+{text}T00:00:00Z", "precision": 11, "calendarmodel": GREGORIAN}


STATEMENTS = {"P39": [{
    **_stated("P39", "wikibase-item", "Q900101"), "id": "Q900001$00000001-AAAA-4BBB-8CCC-DDDDDDDDDDDD", "rank": "normal",
    "qualifiers": [_stated("P580", "time", _day("2009-05-03")), _stated("P582", "time", _day("2013-04-30"))],
    "references": [{"hash": "a" * 40, "parts": [_stated("P854", "url", "https://gazette.example/reeves")]}],
}]}  # fmt: skip
VARIABLES = [
    "statement", "person", "personLabel", "office", "officeLabel", "rank", "start", "startPrecision", "startCalendar",
    "end", "endPrecision", "endCalendar", "ends", "after", "manner", "references", "sources",
]  # fmt: skip
QUERY = {"head": {"vars": VARIABLES}, "results": {"bindings": [{
    "statement": _uri(f"{ENTITY}statement/Q900001-00000001-AAAA-4BBB-8CCC-DDDDDDDDDDDD"), "person": _uri(f"{ENTITY}Q900001"),
    "personLabel": _literal("Ilse Varn"), "office": _uri(f"{ENTITY}Q900101"), "officeLabel": _literal("Mayor of Oststrand"),
    "rank": _uri("http://wikiba.se/ontology#NormalRank"), "start": _literal("2009-05-03T00:00:00Z", "dateTime"),
    "startPrecision": _literal("11", "integer"), "startCalendar": _uri(GREGORIAN),
    "end": _literal("2013-04-30T00:00:00Z", "dateTime"), "endPrecision": _literal("11", "integer"),
    "endCalendar": _uri(GREGORIAN), "ends": _literal("1", "integer"), "after": _literal("0", "integer"),
    "manner": _literal(""), "references": _literal("2", "integer"), "sources": _literal("1", "integer"),
}]}}  # fmt: skip
REGISTER = {"count": 1, "description": "Documents", "total_pages": 1, "results": [{
    "document_number": "2011-04567", "title": "Keeping the Lighthouses Lit", "type": "Presidential Document",
    "subtype": "Executive Order", "citation": "76 FR 20311", "president": {"name": "Ada Quill", "identifier": "ada-quill"},
    "executive_order_number": "17001", "signing_date": "2011-05-02", "publication_date": "2011-05-07", "effective_on": None,
    "correction_of": None, "html_url": "https://www.federalregister.gov/documents/2011/05/07/2011-04567/lighthouses",
}]}  # fmt: skip
REVIEWS = {"claims": [{"text": "The council stopped the tidal clock.", "claimant": "A post", "claimReview": [{
    "publisher": {"name": "Checkers of Brill", "site": "checkers.example"}, "url": "https://checkers.example/clock",
    "title": "No, it was not", "reviewDate": "2011-05-02T00:00:00Z", "textualRating": "Wrong", "languageCode": "en",
}]}]}  # fmt: skip
TREATY = (
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<Status><Chapter><Name>ENVIRONMENT</Name></Chapter><Treaty><Header>'
    "<ExternalData><Titlesect>Convention on Tidal Clocks</Titlesect></ExternalData></Header><Participants><Table><TGroup>"
    "<Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Ratification, Accession(a)</Entry></Row></Thead>"
    "<Tbody><Rows><Row><Entry>Zembla</Entry><Entry>22 Apr  2006</Entry><Entry>\t3 May 2007 a</Entry></Row></Rows></Tbody>"
    "</TGroup></Table></Participants></Treaty></Status>"
)
TERMS = """\
- id: {govtrack: 999001}
  name: {first: Jonathan, last: Varnholt}
  bio: {birthday: '1951-02-22'}
  terms:
  - {type: prez, start: '2001-01-20', end: '2005-01-20', party: Harbour, how: election}
"""
CDX = [
    ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"],
    ["example,harbour)/", "20190502100000", "https://harbour.example/", "text/html", "200", "A" * 32, "4100"],
]
# What is asked, what is answered, and a cell that the register then has.
RECORDS: dict[str, tuple[list[str], object, str]] = {
    "wikidata-statements": (["item=Q900001", "names=Q900001=Ilse Varn; Q900101=Mayor of Oststrand"], STATEMENTS, "Ilse Varn"),
    "wikidata-query": (["office=Q900101"], QUERY, "2013-04-30"),
    "federal-register": (["term=lighthouse"], REGISTER, "2011-05-07"),
    "fact-checks": (["query=tidal clock"], REVIEWS, "Wrong"),
    "un-treaty": (["treaty=XXVII-99-a"], TREATY, "2007-05-03"),
    "us-executives": ([], TERMS, "Jonathan Varnholt"),
    "wayback-captures": (["page=https://harbour.example/"], CDX, "20190502100000"),
}  # fmt: skip
OUTAGE = "<html><head><title>Maintenance</title></head><body>The site is currently unavailable.</body></html>"


def test_every_record_is_here() -> None:
    assert sorted(name.replace("-", "_") for name in RECORDS) == reader_names()


@pytest.fixture
def ask(checks: Command, httpserver: HTTPServer) -> Callable[..., CompletedProcess[str]]:
    def run(name: str, answer: object, *more: str) -> CompletedProcess[str]:
        httpserver.clear_all_handlers()
        body = answer if isinstance(answer, str) else json.dumps(answer)
        data = body.encode("iso-8859-1" if name == "un-treaty" else "utf-8")
        httpserver.expect_request(re.compile(".*")).respond_with_data(data, content_type="application/octet-stream")
        at, asked = httpserver.url_for("/play").rstrip("/"), RECORDS[name][0]
        key = {"GOOGLE_FACT_CHECK_KEY": "AIzaNotAKeyOfAnybody0123456789abcdefghi"}
        return checks(
            "records", name, *asked, "--id", "drawn", "--case", CASE, "--at", at, "--allow-private", *more, **key
        )

    return run


@pytest.mark.parametrize("name", RECORDS)
def test_a_register_is_written_from_a_live_answer_and_verifies(
    name: str, ask: Callable[..., CompletedProcess[str]], checks: Command, evidence: Path
) -> None:
    done = ask(name, RECORDS[name][1])
    assert done.returncode == 0, done.stderr
    table = (evidence / "drawn.csv").read_text(encoding="utf-8")
    assert RECORDS[name][2] in table
    assert "AIza" not in "".join(path.read_text(encoding="utf-8") for path in evidence.iterdir() if path.is_file())
    verified = checks("verify", CASE)
    assert verified.returncode == 0, verified.stdout


@pytest.mark.parametrize("name", RECORDS)
def test_an_outage_page_with_status_200_is_no_register(
    name: str, ask: Callable[..., CompletedProcess[str]], checks: Command, evidence: Path
) -> None:
    before = files(evidence), files(evidence.parent)
    done = ask(name, OUTAGE)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert (files(evidence), files(evidence.parent)) == before

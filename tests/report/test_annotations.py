"""Web Annotations: as the W3C model has them, and read back to the places that they were made from."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import CASES, ROOT

from checks.case.folder import Case
from checks.case.nouns import Document, anchor_in
from checks.report.annotations import anchor_of, annotation_collection

MOTIVATIONS = {"assessing", "classifying", "describing", "editing", "linking", "questioning"}  # section 3.3.5
IRI = re.compile(r"(?:https?://|urn:uuid:|data/cases/)\S+")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def items(case: Case) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(json.dumps(annotation_collection(case)))["first"]["items"]
    return found


def marked(case: Case, item: dict[str, Any]) -> tuple[str, int, int]:
    """The document that an annotation is of, by where its file lies, and the place that it marks there."""
    documents: dict[str, Document] = {case.file(f"evidence/{one.id}.md"): one for one in case.documents.values()}
    cached = item["target"]["state"]["cached"]
    document = {**documents, case.file("article.md"): case.article}[cached]
    return document.id, *anchor_of(item["target"]["selector"]).find(document.words)


@pytest.mark.parametrize("name", CASES)
def test_each_is_read_back_to_the_place_it_was_made_from(name: str) -> None:
    case = Case(name, ROOT)
    wanted = {("article", *claim.words.find(case.article.words)) for claim in case.claims.of.values()}
    for document in case.documents.values():
        wanted |= {(document.id, *fact.passage.anchor.find(document.words)) for fact in document.facts.values()}
    for what in ("finding", "conclusion", "second", "unsaid"):
        for ref in (ref for row in case.log.of(what) for ref in row["evidence"]):
            of = anchor_in(ref)
            if of:
                text = case.article.words if of[0] == "article" else case.documents[of[0]].words
                wanted.add((of[0], *of[1].find(text)))
    made = [marked(case, item) for item in items(case)]
    assert set(made) == wanted
    assert len(wanted) > 5


@pytest.mark.parametrize("name", CASES)
def test_each_is_as_the_model_has_it(name: str) -> None:
    case = Case(name, ROOT)
    whole = annotation_collection(case)
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert whole["type"] == "AnnotationCollection"
    assert whole["total"] == len(items(case))
    assert whole["first"]["type"] == "AnnotationPage"
    ids = [whole["id"], whole["first"]["id"], *(item["id"] for item in items(case))]
    assert len(ids) == len(set(ids))
    for item in items(case):
        assert {"id", "type", "motivation", "body", "target"} <= set(item)
        assert item["type"] == "Annotation"
        assert IRI.match(item["id"])
        assert item["motivation"] in MOTIVATIONS
        assert ("creator" in item) == ("created" in item)
        assert TIME.fullmatch(item.get("created", "2031-01-01T00:00:00Z"))
        for body in item["body"]:
            assert body["type"] == "TextualBody"
            assert body["value"].strip()
            assert body["purpose"] in MOTIVATIONS
        target, selector = item["target"], item["target"]["selector"]
        assert set(target) == {"source", "selector", "state"}
        assert IRI.match(target["source"])
        assert selector["type"] == "TextQuoteSelector"
        assert selector["exact"].strip()
        assert set(selector) <= {"type", "exact", "prefix", "suffix"}
        assert target["state"]["type"] == "TimeState"
        assert TIME.fullmatch(target["state"].get("sourceDate", "2031-01-01T00:00:00Z"))
        assert ("sourceDateStart" in target["state"]) == ("sourceDateEnd" in target["state"])


def test_a_claim_says_what_was_concluded_and_by_whom() -> None:
    case = Case("start-here", ROOT)
    row = case.log.rows["conclusion", "harbour-master-quillorn"]
    (item,) = [one for one in items(case) if "Edda Quillorn was" in one["body"][0]["value"]]
    assert item["creator"] == {"type": "Person", "name": row["by"]}
    assert {body["purpose"]: body["value"] for body in item["body"]} == {
        "describing": case.claims["harbour-master-quillorn"].says,
        "classifying": row["verdict"],
        "assessing": row["because"],
        "editing": row["fix"],
        "questioning": row["query"],
    }


def test_what_stands_around_the_words_ends_with_their_paragraph() -> None:
    case = Case("2034-03-school-budget", ROOT)
    for item in items(case):
        selector = item["target"]["selector"]
        assert "\n" not in selector.get("prefix", "") + selector.get("suffix", "")
        assert max(len(selector.get("prefix", "")), len(selector.get("suffix", ""))) <= 32


def test_a_document_can_be_left_out() -> None:
    case = Case("start-here", ROOT)
    without = annotation_collection(case, without={"article", "visitors-book-2036"})
    left = {marked(case, item)[0] for item in without["first"]["items"]}
    assert left == {"council-minutes-2036-09-14"}
    assert without["total"] == len(without["first"]["items"]) > 0
    assert case.article.title not in json.dumps(without)


def test_an_article_that_is_not_here_is_marked_by_what_the_claims_quote(project: Path) -> None:
    (project / "data/cases/start-here/article.md").unlink()
    case = Case("start-here", project)
    selectors = [item["target"]["selector"] for item in items(case) if item["motivation"] == "assessing"]
    assert [one["exact"] for one in selectors] == [claim.words.exact for claim in case.claims.of.values()]

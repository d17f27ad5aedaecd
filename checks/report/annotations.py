"""Web Annotations: the claims on the article, and the facts and passages on their documents, as the W3C writes them.

Words are marked by a TextQuoteSelector alone: a position would be one in our copy, and the page has others. What stands
before and after the words is given up to the ends of their paragraph, since only there it is the page's own.

Source: W3C Web Annotation Data Model (2017), https://www.w3.org/TR/annotation-model/.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Set
from typing import Any

from checks.case.claims import ARTICLE
from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.log import Line
from checks.case.nouns import Anchor, Document, Fact, Passage, anchor_in
from checks.case.shown import is_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after the words, as other annotators give them


def annotation_collection(case: Case, without: Set[str] = frozenset()) -> dict[str, Any]:
    """All annotations of a case as one collection, in an order that depends on the record alone.

    Those on the documents `without` (ids; `article` is the article) are left out.
    """
    items = [item for document, item in (*_claims(case), *_facts(case), *_passages(case)) if document.id not in without]
    return {
        "@context": CONTEXT,
        "id": _id(case, "annotations"),
        "type": "AnnotationCollection",
        "label": f"Line by Line: {case.name if ARTICLE in without else case.article.title}",
        "total": len(items),
        "first": {"id": _id(case, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def place_of(case: Case, document: Document) -> str:
    """Where the file of a document lies in the project, and in a bundle."""
    return case.file("article.md" if document.kind == ARTICLE else f"evidence/{document.id}.md")


def _claims(case: Case) -> Iterator[tuple[Document, dict[str, Any]]]:
    log, made = case.log, case.log.made_by()
    for id in case.in_order():
        claim = case.claims[id]
        row = log.rows.get(("conclusion", id))
        bodies = [_text(claim.says, "describing")]
        if row is None:
            yield case.article, _annotation(case, f"claim {id}", "describing", bodies, claim.passages[0])
            continue
        bodies += [_text(row["verdict"], "classifying"), _text(row["because"], "assessing")]
        bodies += [_text(row["fix"], "editing")] if row["fix"] else []
        bodies += [_text(row["query"], "questioning")] if row["query"] else []
        line = made["conclusion", id]
        yield case.article, _annotation(case, f"claim {id}", "assessing", bodies, claim.passages[0], line)


def _facts(case: Case) -> Iterator[tuple[Document, dict[str, Any]]]:
    for document in case.documents.values():
        for fact in document.facts.values():
            bodies = [_text(_said(fact), "describing")]
            yield document, _annotation(case, f"fact {fact.ref}", "describing", bodies, fact.passage)


def _passages(case: Case) -> Iterator[tuple[Document, dict[str, Any]]]:
    """The passages that findings and conclusions rest on, each once, with the claims that rest on it."""
    rests: dict[str, dict[str, str]] = {}
    for what in ("finding", "conclusion", "second", "unsaid"):
        for row in case.log.of(what):
            for ref in row["evidence"]:
                if anchor_in(ref):
                    rests.setdefault(ref, {})[row["claim"]] = _rests(case, row["claim"])
    for ref in sorted(rests):
        passage = case.resolve(ref)
        if isinstance(passage, Passage):
            bodies = [_text(f"Relied on for: {said}", "linking") for said in rests[ref].values()]
            yield passage.document, _annotation(case, f"passage {ref}", "linking", bodies, passage)


def _rests(case: Case, claim: str) -> str:
    try:
        return case.claims[claim].says
    except CaseError:  # the article as a whole, or a claim on words that are gone
        return claim


def _said(fact: Fact) -> str:
    what = [fact.value, fact.unit, fact.role or "", fact.at.words() if fact.at else ""]
    return f"{fact.about}: {' '.join(part for part in what if part)}"


def _annotation(
    case: Case, name: str, motivation: str, bodies: list[dict[str, str]], words: Passage, line: Line | None = None
) -> dict[str, Any]:
    signed = {"creator": {"type": "Person", "name": line.who}, "created": line.when} if line else {}
    target = {"source": _source(case, words.document), "selector": _selector(words)}
    return {
        "id": _id(case, name),
        "type": "Annotation",
        "motivation": motivation,
        **signed,
        "body": bodies,
        "target": {**target, "state": _state(case, words.document)},
    }


def _text(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _selector(words: Passage) -> dict[str, str]:
    """The words, with what stands right before and after them; they mark the same place as the anchor alone does."""
    anchor, text = words.anchor, words.document.words
    before, after = anchor.prefix, anchor.suffix
    if words.document.text is not None:
        start, end = anchor.find(text)
        line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        before = text[min(max(line, start - AROUND), start - len(before)) : start]
        after = text[end : max(min(len(text) if stop < 0 else stop, end + AROUND), end + len(after))]
    parts = {"prefix": before, "suffix": after}
    kept = {name: part for name, part in parts.items() if part}
    return {"type": "TextQuoteSelector", "exact": anchor.exact, **kept}


def _source(case: Case, document: Document) -> str:
    """The address of the page; where it has none, the place of our file."""
    return document.url if is_address(document.url) else place_of(case, document)


def _state(case: Case, document: Document) -> dict[str, str]:
    """The page as it was on the day on which we saw it, and our file with its words."""
    seen, days = document.retrieved, {}
    if seen and seen.first and seen.first == seen.last:
        days = {"sourceDate": f"{seen.first}T00:00:00Z"}
    elif seen and seen.first and seen.last:
        days = {"sourceDateStart": f"{seen.first}T00:00:00Z", "sourceDateEnd": f"{seen.last}T23:59:59Z"}
    return {"type": "TimeState", **days, "cached": place_of(case, document)}


def _id(case: Case, name: str) -> str:
    """A name of its own for each annotation, the same each time."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'line-by-line {case.name} {name}')}"


def anchor_of(selector: dict[str, str]) -> Anchor:
    """The anchor that a TextQuoteSelector is."""
    return Anchor(selector["exact"], selector.get("prefix", ""), selector.get("suffix", ""))

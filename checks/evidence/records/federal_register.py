"""The Federal Register's interface, version 1: the dated acts of documents (signed, published, effective)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlencode

from checks.case.errors import CaseError, nearest
from checks.case.when import When
from checks.evidence.answers import Drawn, Hits, Saved
from checks.evidence.json_answer import Node
from checks.evidence.records.rows import (
    answered,
    columns,
    from_first_to_last,
    id_of,
    iso_day,
    looked_at,
    printable,
    told,
    wanted,
    web_address,
)

SERVICE = "https://www.federalregister.gov/api/v1"
ASKS: Mapping[str, str] = {}
MAY_ASK: Mapping[str, str] = {
    "number": "one document, by its number (2031-04567), and nothing beside it",
    "term": "words to look for",
    "president": "who signed, as the address of a page there has it (jane-doe)",
    "kind": "of presidential documents: executive_order, memorandum, proclamation, determination, notice, "
    "presidential_order or other",
    "signed": "a day, month, year or span (2031-05-01/2031-06-15)",
    "published": "a day, month, year or span",
}
HEADERS: Mapping[str, str] = {"Accept": "application/json"}

KINDS = ("executive_order", "memorandum", "proclamation", "determination", "notice", "presidential_order", "other")
ACTS = {"signed": "signing_date", "published": "publication_date", "effective": "effective_on"}
FIELDS = (
    "document_number", "title", "type", "subtype", "citation", "president", "executive_order_number", "signing_date",
    "publication_date", "effective_on", "correction_of", "html_url",
)  # fmt: skip
LIMITS = (
    "Documents since 1994 only; about the first 2,000 hits can be paged; internal memoranda and letters are not "
    "published there, so no hit does not show that there was no such act"
)
MOST_TOLD = 10_000  # a larger number of hits is told as this one
UNIQUE_SINCE = date(2016, 1, 1)  # document numbers were given twice before
FIRST = 5


def url(asked: Mapping[str, str], at: str = SERVICE) -> str:
    """The address that asks for one document or for those that fit, oldest first, 1,000 on a page.

    `asked` is named by `MAY_ASK`. Raises `CaseError` for a value that cannot be asked. Source of the parameters: the
    interface's own documentation, https://www.federalregister.gov/developers/documentation/api/v1.
    """
    asks = wanted(asked, ASKS, MAY_ASK)
    fields = [("fields[]", field) for field in FIELDS]
    if not asks:
        raise CaseError(f"nothing is asked: name at least one of {', '.join(MAY_ASK)}")
    if "number" in asks:
        if len(asks) > 1:
            raise CaseError("`number` names one document: ask nothing beside it")
        if not re.fullmatch(r"[A-Za-z0-9-]{3,30}", asks["number"], re.ASCII):
            raise CaseError(f"`{asks['number']}` is no document number: write it as 2031-04567")
        return f"{at.rstrip('/')}/documents/{asks['number']}.json?{urlencode(fields)}"
    return _list_url(at, [*_conditions(asks), ("order", "oldest"), ("per_page", "1000"), *fields])


def search_url(query: str, at: str = SERVICE) -> str:
    """The address that looks for words, the most relevant of the hits first."""
    asks = wanted({"term": query}, {"term": MAY_ASK["term"]}, {})
    fields = [("fields[]", field) for field in FIELDS]
    return _list_url(at, [("conditions[term]", asks["term"]), ("order", "relevance"), ("per_page", "20"), *fields])


def drawn(saved: Saved, asked: Mapping[str, str]) -> Drawn:
    """The register of dated acts in a saved answer: one row for each day that a document states.

    Raises `CaseError` for an answer without a hit (what was asked, when, with what limits), for a refusal, and, with
    the field's name, where the format is not as documented.
    """
    day, (count, documents, more) = looked_at(saved), _answered(saved)
    if not documents:
        raise CaseError(
            f"no hit: the Federal Register was asked for {told(asked)} on {day} ({printable(saved.url)}). {LIMITS}",
            file=saved.file,
        )
    taken: dict[str, int] = {}
    rows: list[dict[str, str]] = []
    left_out: list[str] = []
    for document in documents:
        cells = _cells(document)
        number, act_days = cells["document"], list(_acts(document))
        if not act_days:
            left_out.append(f"{number}: no day is stated, neither of signing nor of publication nor of effect")
        known = dict(act_days).get("published")
        name = [number] if known and known >= UNIQUE_SINCE else [number, str(known or "")]
        for act, on in act_days:
            if on > day:
                left_out.append(f"{number}: {act} {on}, which is after the day of asking ({day}): ask again then")
                continue
            rows.append(
                {
                    "id": id_of([*name, act], taken), **cells, "act": act, "start": str(on), "end": str(on),
                    "standing": "primary", "obtained": f"{ACTS[act]} in the answer of the Federal Register's interface",
                    "retrieved": str(day), "words": f"{ACTS[act]}: {on}",
                }
            )  # fmt: skip
    if count > len(documents):
        left_out.append(f"{count - len(documents)} of {_number(count)} hits are not on this page{more}")
    if not rows:
        raise CaseError(f"no row can be drawn: {left_out[0]}", file=saved.file)
    return Drawn(
        title=f"Federal Register: {told(asked)}", publisher="Office of the Federal Register, National Archives",
        url=printable(saved.url), licence="facts of public record; federal documents are not in copyright",
        standing="primary", covers=from_first_to_last(date.fromisoformat(row["start"]) for row in rows),
        columns=COLUMNS, rows=[{name: row[name] for name in COLUMNS} for row in rows], left_out=left_out,
        limits=f"Asked for {told(asked)} on {day}: {_number(count)} hits, {len(documents)} of them here. {LIMITS}.",
    )  # fmt: skip


def hits(saved: Saved, query: str) -> Hits:
    """How many documents the answer tells of, and the first five. None is a number too: 0, with the limits."""
    count, documents, _ = _answered(saved)
    first = [
        f"{cells['title']} ({cells['subtype'] or cells['type']}, {cells['document']})"
        for cells in map(_cells, documents[:FIRST])
    ]
    asked = f"The Federal Register was asked for “{printable(query, 500)}”: {_number(count)} hits"
    return Hits(count, first, f"{asked}, {len(documents)} of them in this answer. {LIMITS}.")


COLUMNS = columns(
    {
        "document": "the document's number (not unique before 2016)",
        "title": "its title",
        "type": "rule, notice, presidential document and others, as printed",
        "subtype": "of presidential documents: executive order, memorandum and others, as printed",
        "act": "signed, published or effective",
        "president": "who signed it",
        "executive_order_number": "of an executive order",
        "citation": "volume and page",
        "correction_of": "the document that this one corrects; empty if it corrects none",
    },
    words="the field of the answer and what stands in it",
)


def _list_url(at: str, parameters: list[tuple[str, str]]) -> str:
    return f"{at.rstrip('/')}/documents.json?{urlencode(parameters)}"


def _conditions(asks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if "term" in asks:
        yield "conditions[term]", asks["term"]
    if {"president", "kind", "signed"} & set(asks):
        yield "conditions[type][]", "PRESDOCU"  # only these are signed by a president
    if "president" in asks:
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*", asks["president"]):
            raise CaseError(f"`{asks['president']}` is no name as the Register has it: write it as jane-doe")
        yield "conditions[president][]", asks["president"]
    if "kind" in asks:
        if asks["kind"] not in KINDS:
            raise CaseError(f"`{asks['kind']}` is no kind of presidential document: {nearest(asks['kind'], KINDS)}")
        yield "conditions[presidential_document_type][]", asks["kind"]
    for name, field in (("signed", "signing_date"), ("published", "publication_date")):
        if name in asks:
            span = When.parse(asks[name])
            if span.yearless:
                raise CaseError(f"`{name}` is {asks[name]}, without a year: state it")
            for bound, end in (("gte", span.first), ("lte", span.last)):
                if end is not None:
                    yield f"conditions[{field}][{bound}]", str(end)


def _answered(saved: Saved) -> tuple[int, list[Node], str]:
    """The number of hits, the documents on this page, and what is to be said of further pages."""
    answer = answered(saved)
    refusal = answer.get("errors") or answer.get("message")
    if refusal is not None and answer.get("count") is None and answer.get("document_number") is None:
        said = printable(str(refusal.value), 300)
        raise CaseError(f"the Federal Register did not answer the question; it says “{said}”", file=saved.file)
    if answer.get("document_number") is not None:
        return 1, [answer], ""
    count = answer.number("count")
    results = answer.get("results")
    documents = [] if results is None else list(results.items())
    if count < len(documents):
        raise answer["count"].error(f"is {count}, and {len(documents)} results are given")
    if count > 0 and not documents:
        raise Node(None, saved.file, "results").error(f"is missing or empty, and `count` is {count}")
    asked_more = answer.text_or("next_page_url")
    return count, documents, ": `next_page_url` was not asked" if asked_more else ", and no next page is named"


def _cells(document: Node) -> dict[str, str]:
    """What all rows of one document share. Each field was asked for, so one that is not there is a change."""
    for field in FIELDS:
        if document.get(field) is None and field not in document.value:
            raise Node(None, document.file, f"{document.path}.{field}".lstrip(".")).error("is missing")
    president, order = document.get("president"), document.get("executive_order_number")
    if order is not None and (isinstance(order.value, bool) or not isinstance(order.value, int | str)):
        raise order.error("is no number")
    address = web_address(document.text("html_url"))
    if not address:
        raise document["html_url"].error("is no address of the web")
    number = printable(document.text("document_number"), 60)
    if not number:
        raise document["document_number"].error("is empty")
    return {
        "document": number, "title": printable(document.text("title")),
        "president": printable(president.text("name")) if president else "",
        "executive_order_number": printable(str(order.value)) if order else "", "source_url": address,
        **{name: printable(document.text_or(name)) for name in ("type", "subtype", "citation", "correction_of")},
    }  # fmt: skip


def _acts(document: Node) -> Iterator[tuple[str, date]]:
    for act, field in ACTS.items():
        stated = document.get(field)
        if stated is not None:
            on = iso_day(stated.as_text())
            if on is None:
                raise stated.error(f"is “{printable(stated.as_text(), 40)}”, which is no date")
            yield act, on


def _number(count: int) -> str:
    return f"{count} or more" if count >= MOST_TOLD else str(count)

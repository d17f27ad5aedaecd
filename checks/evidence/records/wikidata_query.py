"""Who held an office, by a query to Wikidata (SPARQL): our own, or one that you give, which must name the statement.

Source of the formats: SPARQL 1.1 Query Results JSON Format (W3C); Wikibase RDF dump format (mediawiki.org).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from checks.case.errors import CaseError
from checks.evidence.answers import Drawn, Saved
from checks.evidence.json_answer import Node, json_answer
from checks.evidence.records.rows import looked_at, printable, wanted
from checks.evidence.records.wikidata_rows import RANKS, Statement, register
from checks.evidence.records.wikidata_values import (
    GREGORIAN,
    ITEM,
    JULIAN,
    LANGUAGE,
    PAGE,
    STATEMENT,
    Time,
    is_time,
    matching,
    pairs,
)

SERVICE = "https://query.wikidata.org/sparql"
ASKS: Mapping[str, str] = {}
MAY_ASK: Mapping[str, str] = {
    "office": "the number of the office's item, such as Q42: who held it; needed where there is no query of your own",
    "language": "en where nothing is said: the language of the names",
    "query": "a SPARQL query of your own, which selects ?statement ?person ?office ?start and what else is known",
    "columns": "which of its variables is which column, where they are called otherwise: person=holder; start=since",
}
HEADERS: Mapping[str, str] = {"Accept": "application/sparql-results+json"}

MOST = 1_000  # rows that our own query asks for
_LONGEST = 7_500  # an address longer than this is refused by servers
_NEEDED = ("statement", "person", "office", "start")
_ALSO = (
    "personLabel", "officeLabel", "rank", "startPrecision", "startCalendar", "end", "endPrecision", "endCalendar",
    "ends", "after", "manner", "references", "sources",
)  # fmt: skip
_ENTITY = "http://www.wikidata.org/entity/"
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,60}")
# An unknown end has a `pq:P582` and no `pqv:P582`, so both are asked; a stated "no end" has neither.
_QUERY = """SELECT ?statement ?person ?personLabel ?office ?officeLabel ?rank
  ?start ?startPrecision ?startCalendar ?end ?endPrecision ?endCalendar
  (COUNT(DISTINCT ?ended) AS ?ends) (COUNT(DISTINCT ?next) AS ?after)
  (GROUP_CONCAT(DISTINCT STR(?how); separator=" ") AS ?manner)
  (COUNT(DISTINCT ?reference) AS ?references) (COUNT(DISTINCT ?sourced) AS ?sources)
WHERE {
  VALUES ?office { wd:OFFICE }
  ?person p:P39 ?statement .
  ?statement ps:P39 ?office ; wikibase:rank ?rank .
  OPTIONAL { ?statement pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ;
    wikibase:timeCalendarModel ?startCalendar ] . }
  OPTIONAL { ?statement pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ;
    wikibase:timeCalendarModel ?endCalendar ] . }
  OPTIONAL { ?statement pq:P582 ?ended . }
  OPTIONAL { ?statement pq:P1366|pq:P1534 ?next . }
  OPTIONAL { ?statement pq:P5102|pq:P1480|pq:P2868|pq:P3831|pq:P642 ?how . }
  OPTIONAL { ?statement prov:wasDerivedFrom ?reference . }
  OPTIONAL { ?statement prov:wasDerivedFrom ?sourced . ?sourced pr:P248|pr:P854 ?source .
    FILTER(!REGEX(STR(?source), "^https?://[^/]*wiki(pedia|media|source|news|quote)[.]org/")) }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "LANGUAGE,mul,en" . }
}
GROUP BY ?statement ?person ?personLabel ?office ?officeLabel ?rank
  ?start ?startPrecision ?startCalendar ?end ?endPrecision ?endCalendar
ORDER BY ?start ?statement
LIMIT MOST
"""


def url(asked: Mapping[str, str], at: str = SERVICE) -> str:
    """The address that asks the query. Raises `CaseError` for a number that is none, and a query too long to ask."""
    _columns(asked)
    address = f"{at}?format=json&query={quote(_query(asked), safe='')}"
    if len(address) > _LONGEST:
        raise CaseError(
            f"this query makes an address of {len(address):,} characters; {_LONGEST:,} is the most: shorten it"
        )
    return address


def drawn(saved: Saved, asked: Mapping[str, str]) -> Drawn:
    """The register in a saved answer. Raises `CaseError` that names the field where the format is another, where the
    query ran out of time, and where nobody was found."""
    columns, own = _columns(asked), bool(asked.get("query", "").strip())
    query = _query(asked)
    looked_at(saved)
    try:
        answer = json_answer(saved)
    except CaseError:
        if b"TimeoutException" in saved.body:
            raise CaseError(
                "the query ran out of time, so the answer is cut off: Wikidata allows 60 seconds, so ask for less",
                file=saved.file,
            ) from None
        raise
    variables = [one.as_text() for one in answer["head"].each("vars")]
    for column in _NEEDED if own else (*_NEEDED, *_ALSO):
        if columns[column] not in variables:
            known = ", ".join(printable(name) for name in variables[:20]) or "nothing"
            raise CaseError(
                f"`head.vars` has no `{columns[column]}`, it has {known}: select it, or say in `columns` which it is",
                file=saved.file,
            )
    bindings = list(answer["results"].each("bindings"))
    office = asked.get("office", "").strip()
    if not bindings:
        raise CaseError(
            f"Wikidata has no statement that answers the query {'given' if own else f'who held {office} (P39)'}, asked "
            f"of its query service {saved.retrieved}: that nobody entered one says nothing of the office; is it right?",
            file=saved.file,
        )
    statements = [_statement(one, columns, variables) for one in bindings]
    others = [one.value for one in statements if one.value != office]
    if others and not own:
        raise CaseError(f"the answer is of {others[0]}, and {office} was asked", file=saved.file)
    statements = _told_apart(statements)
    cut = [f"The answer ends at {MOST:,} rows, the most that were asked for: there may be more."]
    title = f"Wikidata: who held {statements[0].of}" if not own else "Wikidata: the answer to a query of our own"
    return register(
        statements, cut if not own and len(bindings) >= MOST else [], saved, property="P39", title=title,
        url=PAGE + office if not own else "https://query.wikidata.org/",
        asked=f"Asked of Wikidata's query service, which may lag behind, on {saved.retrieved}: {printable(query)}.",
    )  # fmt: skip


def _query(asked: Mapping[str, str]) -> str:
    own = asked.get("query", "").strip()
    asks = {"language": "en", **wanted({**asked, "query": ""}, ASKS, MAY_ASK)}  # its lines are kept as they stand
    if own:
        return own
    office = matching(asks, "office", ITEM, "Q42 (or give a `query` of your own)")
    language = matching(asks, "language", LANGUAGE, "en")
    return _QUERY.replace("OFFICE", office).replace("LANGUAGE", language).replace("MOST", str(MOST))


def _columns(asked: Mapping[str, str]) -> Mapping[str, str]:
    said = pairs(asked.get("columns", ""), "columns", "person=holder; start=since")
    for column, variable in said.items():
        if column not in (*_NEEDED, *_ALSO):
            raise CaseError(f"`columns` has “{column}”, which is none of {', '.join((*_NEEDED, *_ALSO))}")
        if not _VARIABLE.fullmatch(variable.removeprefix("?")):
            raise CaseError(f"`columns` has “{variable}”, which cannot be a variable: write its name, without the mark")
    return {name: said.get(name, name).removeprefix("?") for name in (*_NEEDED, *_ALSO)}


def _statement(node: Node, columns: Mapping[str, str], variables: list[str]) -> Statement:
    def cell(column: str) -> Node | None:
        return node.get(columns[column])

    def label(column: str, otherwise: str) -> str:
        found = cell(column)
        return (printable(_literal(found)) or otherwise) if found else otherwise

    def count(column: str) -> int | None:
        return _count(cell(column), columns[column] in variables)

    statement, person, office = (node[columns[name]] for name in ("statement", "person", "office"))
    id = _uri(statement).removeprefix(f"{_ENTITY}statement/").replace("-", "$", 1)
    if not STATEMENT.fullmatch(id):
        raise statement["value"].error("is no statement of Wikidata")
    holder, value = _number(person), _number(office)
    if id.partition("$")[0].upper() != holder:
        raise statement["value"].error(f"is no statement of {holder}")
    rank = cell("rank")
    sources, references = count("sources"), count("references")
    starts, ends = (_times(cell(name), cell(f"{name}Precision"), cell(f"{name}Calendar")) for name in ("start", "end"))
    if not ends and count("ends"):
        ends = (Time("somevalue"),)
    manner = cell("manner")
    return Statement(
        id=id, holder=holder, person=label("personLabel", holder), value=value, of=label("officeLabel", value),
        rank=_rank(rank) if rank else "", starts=starts, ends=ends, points=(), ended=bool(count("after")),
        manner=tuple(printable(one.removeprefix(_ENTITY)) for one in _any(manner).split()) if manner else (),
        references=references, sources=sources, cited="", qualifiers="",
    )  # fmt: skip


def _told_apart(statements: list[Statement]) -> list[Statement]:
    """Two persons of one name are two: their numbers are added to the name."""
    held: dict[str, set[str]] = {}
    for one in statements:
        held.setdefault(one.person, set()).add(one.holder)
    return [
        replace(one, person=f"{one.person} ({one.holder})") if len(held[one.person]) > 1 else one for one in statements
    ]


def _typed(node: Node, *types: str) -> str:
    if node.text("type") not in types:
        raise node["type"].error(f"is not {' or '.join(types)}")
    return node.text("value")


def _uri(node: Node) -> str:
    return _typed(node, "uri")


def _literal(node: Node) -> str:
    return _typed(node, "literal", "typed-literal")


def _any(node: Node) -> str:
    return _typed(node, "uri", "literal", "typed-literal", "bnode")


def _number(node: Node) -> str:
    number = _uri(node).removeprefix(_ENTITY)
    if not ITEM.fullmatch(number):
        raise node["value"].error("is no item of Wikidata")
    return number


def _rank(node: Node) -> str:
    # "http://wikiba.se/ontology#NormalRank"
    rank = _uri(node).rpartition("#")[2].removesuffix("Rank").lower()
    if rank not in RANKS:
        raise node["value"].error("is no rank")
    return rank


def _count(node: Node | None, selected: bool) -> int | None:
    if node is None:
        return 0 if selected else None
    text = _literal(node)
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise node["value"].error("is no count")
    return int(text)


def _times(node: Node | None, precision: Node | None, calendar: Node | None) -> tuple[Time, ...]:
    if node is None:
        return ()
    text = _any(node)
    if node.text("type") in ("uri", "bnode"):
        return (Time("somevalue"),)  # an unknown value is a blank node, or an address that stands for one
    if not is_time(text):
        raise node["value"].error("is no time such as 2031-05-02T00:00:00Z")
    model = _uri(calendar) if calendar else ""
    if calendar and model not in (GREGORIAN, JULIAN):
        raise calendar["value"].error("is neither the Gregorian nor the Julian calendar")
    known = _count(precision, False)
    if precision and known is not None and known > 14:
        raise precision["value"].error("is no precision from 0 to 14")
    return (Time("value", text, known, model),)

"""A search in a place that has an interface: asked, its answer kept, and logged; nothing is said of other places."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from checks.case.bringing_in import log_is_sealed
from checks.case.capturing import Source, capture
from checks.case.errors import CaseError, nearest
from checks.case.nouns import Search
from checks.case.record import LOG, refuse_if_frozen
from checks.case.rows import row_of
from checks.evidence.answers import Hits, Saved

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.case.nouns import Document

# How a place is named on the command line, in the record, and the module that asks it and reads its answer.
PLACES = {
    "wayback": ("the Wayback Machine", "checks.evidence.records.wayback_captures"),
    "fact-checks": ("Google Fact Check Tools", "checks.evidence.records.fact_checks"),
    "federal-register": ("the Federal Register", "checks.evidence.records.federal_register"),
    "wikidata": ("Wikidata", "checks.evidence.records.wikidata_search"),
}


def place_of(name: str) -> tuple[str, Any]:
    """How a place is named in the record, and its module. Raises `CaseError` for a place without an interface."""
    if name not in PLACES:
        raise CaseError(
            f"`{name}` is no place that is asked from here: {nearest(name, PLACES)}; log another with `case.searched`"
        )
    told, module = PLACES[name]
    return told, import_module(module)


def keep_search(case: Case, place: str, query: str, source: Source, *, claim: str, id: str = "") -> tuple[Search, Hits]:
    """Keeps a search and its saved answer as `case.searched` would, with the hits that the answer tells of.

    Raises `CaseError` for an unknown claim, a taken id, and an answer that is not in the place's format.
    """
    refuse_if_frozen()
    told, reader = place_of(place)
    case.claims[claim]
    day = source.at[:10]
    hits: Hits = reader.hits(Saved(source.data, source.url, day, source.file or place), query)
    searched = {"claim": claim, "place": told, "query": query, "hits": str(hits.number), "on": day, "note": hits.limits}
    given = {"title": f"Search in {told}: “{query}”", "publisher": told}
    sealed = log_is_sealed(case)
    kept = capture(case, source, id=id, stem=f"search-{place}-{day}", given=given, search=searched, drawn={"by": place})
    found = case.documents[kept.document].searched
    assert found is not None  # noqa: S101  (it was just written)
    key, row = row_of(found)
    case.record.put("search", key, found.claim, row)
    if sealed:
        case.seals.add([LOG])
    return found, hits


def hits_again(document: Document, data: bytes) -> Hits:
    """The hits that the saved answer to a search tells of now. Raises `CaseError` where it cannot be read."""
    searched, capture = document.searched, document.capture
    if searched is None or capture is None:
        raise CaseError(f"`{document.id}` is no answer to a search")
    reader = place_of(capture.drawn.get("by", ""))[1]
    found: Hits = reader.hits(Saved(data, capture.url, str(searched.on), capture.file), searched.query)
    return found

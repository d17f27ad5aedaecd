"""Searching Wikidata's items by name, by the Wikibase REST API, version 1.

Source of the format: the OpenAPI description of the Wikibase search domain, GET /search/items
(https://doc.wikimedia.org/Wikibase/master/js/rest-api/).
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from checks.case.errors import CaseError
from checks.evidence.answers import Hits, Saved
from checks.evidence.json_answer import Node, json_answer
from checks.evidence.records.rows import looked_at, printable
from checks.evidence.records.wikidata_values import ITEM

SERVICE = "https://www.wikidata.org/w/rest.php/wikibase/v1"
HEADERS: Mapping[str, str] = {"Accept": "application/json"}
MOST = 50  # hits that are asked for
_TOLD = 10
_LONGEST = 250  # characters; labels on Wikidata have no more


def search_url(query: str, at: str = SERVICE) -> str:
    """The address that searches items by their English names. Raises `CaseError` for an empty or overlong query."""
    words = " ".join(query.split())
    if not words or len(words) > _LONGEST:
        raise CaseError(f"`{printable(query)}` cannot be searched: give a name of 1 to {_LONGEST} characters")
    return f"{at.rstrip('/')}/search/items?q={quote(words, safe='', errors='replace')}&language=en&limit={MOST}"


def hits(saved: Saved, query: str) -> Hits:
    """What the search found: `Q42: name, description (found as …)`. Raises `CaseError` that names the field where the
    format is another; no hit is an answer."""
    looked_at(saved)
    answer = json_answer(saved)
    if answer.get("results") is None and answer.get("message") is not None:
        raise CaseError(f"Wikidata answered “{printable(answer.text('message'))}”", file=saved.file)
    found = [_told(one) for one in answer.each("results")]
    more = f" There may be more: {MOST} is the most that was asked for." if len(found) >= MOST else ""
    return Hits(
        number=len(found),
        first=tuple(found[:_TOLD]),
        limits=f"“{printable(query)}” was looked for in the English labels and aliases of Wikidata's items, "
        f"{saved.retrieved}, not in their statements and not in other languages.{more}",
    )


def _told(node: Node) -> str:
    number = node.text("id")
    if not ITEM.fullmatch(number):
        raise node["id"].error("is no item's number")
    label, description, match = node.get("display-label"), node.get("description"), node["match"].text("text")
    name = label.text("value") if label else "without a name"
    told = f"{number}: {name}" + (f", {description.text('value')}" if description else "")
    return printable(told if match == name else f"{told} (found as {match})")

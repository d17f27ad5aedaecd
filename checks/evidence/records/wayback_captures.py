"""The Wayback Machine's list of a page's captures: when it was taken, and what the server answered then."""

from __future__ import annotations

from collections.abc import Mapping

from checks.case.errors import CaseError
from checks.case.nouns import When
from checks.evidence.answers import Drawn, Hits, Saved
from checks.evidence.archives import cdx
from checks.evidence.records.rows import told, wanted

SERVICE = cdx.SERVICE
ASKS: Mapping[str, str] = {"page": "the address of the page"}
MAY_ASK: Mapping[str, str] = {
    "between": "a day, month, year or span (2031-05-01/2031-06-15); else all that was ever taken",
    "limit": "how many captures at most, the oldest first: 5000 where nothing is said",
}
HEADERS: Mapping[str, str] = {"Accept": "application/json"}


def url(asked: Mapping[str, str], at: str = SERVICE) -> str:
    """The address that asks for a page's captures. Raises `CaseError` for a value that cannot be asked."""
    asks = wanted(asked, ASKS, MAY_ASK)
    limit = asks.get("limit", "5000")
    if not limit.isdecimal() or len(limit) > 6:
        raise CaseError(f"the limit `{limit}` is no number of captures")
    between = When.parse(asks["between"]) if "between" in asks else None
    return cdx.url(asks["page"], between, between, int(limit), at)


def search_url(query: str, at: str = SERVICE) -> str:
    """The address that asks for all captures of the page that `query` names."""
    return url({"page": query}, at)


def drawn(saved: Saved, asked: Mapping[str, str]) -> Drawn:
    """The captures as rows. Raises `CaseError` where the answer is not in the documented form, or lists none."""
    found = cdx.drawn(saved)
    if not found.rows:
        raise CaseError(f"no capture is listed ({told(asked)}, asked {saved.retrieved}): {found.limits}")
    return found


def hits(saved: Saved, query: str) -> Hits:
    """How many captures of a page a saved answer lists."""
    return cdx.hits(saved)

"""Findings, searches and conclusions as rows of the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checks.case.log import Key
from checks.case.nouns import Conclusion, Finding, Search, Unsaid

# What a person says in a conclusion.
SAID = ("verdict", "because", "evidence", "searches", "despite", "fix", "query", "needs")


def row_of(made: Finding | Search | Unsaid | Conclusion) -> tuple[Key, dict[str, Any]]:
    """What was made, as a row of the record, and the row's key."""
    row: dict[str, Any]
    match made:
        case Finding():
            row = {
                "check": made.check, "asked": made.asked, "verdict": str(made.verdict), "reason": made.reason,
                "evidence": [item.ref for item in made.evidence],
            }  # fmt: skip
            return ("finding", made.claim, made.check, made.asked), row
        case Search():
            row = {
                "id": made.id, "place": made.place, "query": made.query, "hits": made.hits, "on": str(made.on),
                "note": made.note,
            }  # fmt: skip
            return ("search", made.id), row
        case Unsaid():
            return ("unsaid", made.id), {"id": made.id, "says": made.says, "evidence": list(made.evidence)}
        case Conclusion():
            row = {
                "verdict": made.verdict, "because": made.because, "by": made.by, "evidence": list(made.evidence),
                "searches": list(made.searches), "despite": made.despite, "fix": made.fix, "query": made.query,
                "rests_on": made.rests_on, "needs": made.needs,
            }  # fmt: skip
            return ("conclusion", made.claim), row


def said_in(conclusion: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a conclusion's row that its cell says: all but who signed it, and what it rested on."""
    return {name: conclusion[name] for name in SAID}

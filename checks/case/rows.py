"""Findings, searches, conclusions and all else that is kept, as rows of the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checks.case.log import Key
from checks.case.nouns import Conclusion, Finding, Search, Unsaid
from checks.case.reply import Reply
from checks.case.second import Second, Settlement

# What a person says in a conclusion.
SAID = ("verdict", "because", "evidence", "searches", "despite", "fix", "query", "needs")


SAID_SECOND = ("verdict", "because", "blind", "evidence", "searches")
Made = Finding | Search | Unsaid | Conclusion | Second | Settlement | Reply


def row_of(made: Made) -> tuple[Key, dict[str, Any]]:
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
        case Second():
            row = {
                "verdict": made.verdict, "because": made.because, "by": made.by, "blind": made.blind,
                "evidence": list(made.evidence), "searches": list(made.searches), "first": made.first,
                "rests_on": made.rests_on,
            }  # fmt: skip
            return ("second", made.claim, made.by), row
        case Settlement():
            row = {"because": made.because, "by": made.by, "stands": made.stands, "readings": list(made.readings)}
            return ("settled", made.claim), row
        case Reply():
            row = {
                "id": made.id, "to": made.to, "how": made.how, "asked": str(made.asked),
                "deadline": str(made.deadline), "about": list(made.about), "answer": made.answer,
                "answered": str(made.answered or ""), "used": made.used,
            }  # fmt: skip
            return ("reply", made.id), row


def said_in(conclusion: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a conclusion's row that its cell says: all but who signed it, and what it rested on."""
    return {name: conclusion[name] for name in SAID}

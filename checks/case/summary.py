"""A case at a glance: lines to print, tables to look at, and what is left to do."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from checks.case.log import columns

if TYPE_CHECKING:
    import pandas

    from checks.case.folder import Case


def lines(case: Case) -> list[str]:
    """How much is accounted for, claims by conclusion, findings by verdict: a line each."""
    log, claims = case.log, case.claims.of
    concluded = Counter(row["verdict"] for row in log.of("conclusion"))
    concluded["not concluded"] = len(claims) - concluded.total()
    found = Counter(row["verdict"] for row in log.of("finding"))
    return [
        "article:  " + (case.accounts.summary() if case.article.text is not None else "not in this copy"),
        f"claims:   {_counts(concluded)} ({len(claims)} in all)",
        f"findings: {_counts(found)} ({found.total()} in all)",
    ]


def left_to_do(case: Case) -> list[str]:
    """What keeps a case from being closed as complete, a phrase each."""
    log = case.log
    concluded = {row["claim"] for row in log.of("conclusion")}
    left = []
    if case.article.text is not None:
        if not case.accounts.words:
            left.append("the article has no words")
        if case.accounts.unread:
            left.append(f"{len(case.accounts.unread)} sentences have UNREAD words")
    left += [f"`{id}` is not concluded" for id in case.in_order() if id not in concluded]
    used = used_documents(case)
    left += [
        f"`{document.id}` is unused: rely on it, or say why it is kept (`unused:`)"
        for document in case.documents.values()
        if document.id not in used and not document.unused
    ]
    return left


def used_documents(case: Case) -> set[str]:
    """The ids of the documents and registers that a finding or a conclusion rests on, or that a check was given."""
    log = case.log
    refs = [ref for what in ("finding", "conclusion") for row in log.of(what) for ref in row["evidence"]]
    asked = [ref for row in log.of("finding") for ref in re.findall(r"[a-z0-9-]+", row["asked"])]
    return {re.split(r"[#“]", ref)[0] for ref in refs} | set(asked)


def findings(case: Case) -> pandas.DataFrame:
    """All findings, by claim in the order of the article."""
    rows = sorted(case.log.of("finding"), key=lambda row: _place(case, row["claim"]))
    return frame([{**row, "evidence": "; ".join(row["evidence"])} for row in rows], columns("finding"))


def conclusions(case: Case) -> pandas.DataFrame:
    """All conclusions, in the order of the article."""
    rows = sorted(case.log.of("conclusion"), key=lambda row: _place(case, row["claim"]))
    return frame(rows, ("claim", "verdict", "because", "despite", "fix", "query", "by"))


def ledger(case: Case) -> pandas.DataFrame:
    """Every sentence of the article, what covers it, and the words that nobody has covered."""
    rows = [
        {
            "sentence": textwrap.shorten(entry.text, 72, placeholder=" …"),  # the words that matter stand in `unread`
            "state": entry.state,
            "claims": ", ".join(entry.claims),
            "unread": " … ".join(entry.unread),
        }
        for entry in case.accounts.entries
    ]
    return frame(rows, ("sentence", "state", "claims", "unread"))


def _place(case: Case, claim: str) -> int:
    order = case.in_order()
    return order.index(claim) if claim in order else -1  # findings on the article as a whole come first


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{number} {word}" for word, number in sorted(counter.items()) if number) or "none"


def frame(rows: list[dict[str, Any]], names: Sequence[str]) -> pandas.DataFrame:
    """Rows as a table that is shown whole, numbered from 1."""
    import pandas

    # Sentences are shown whole and none is left out, and a price is not taken for a formula.
    pandas.set_option("display.max_colwidth", None, "display.max_rows", None, "display.html.use_mathjax", False)
    return pandas.DataFrame(rows, columns=list(names), index=range(1, len(rows) + 1))

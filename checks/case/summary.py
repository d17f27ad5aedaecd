"""A case at a glance: lines to print, tables to look at, and what is left to do."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checks.case import readers
from checks.case.log import columns
from checks.case.replies import replies as replies_kept

if TYPE_CHECKING:
    import pandas

    from checks.case.folder import Case


def counts(case: Case) -> dict[str, Any]:
    """How much is accounted for, claims by conclusion, findings by verdict, as numbers."""
    log, claims = case.log, case.claims.of
    concluded = Counter(row["verdict"] for row in log.of("conclusion") if row["claim"] in claims)
    concluded["not concluded"] = len(claims) - concluded.total()
    book = case.accounts if case.article.text is not None else None
    return {
        "words": book and {"accounted for": book.covered, "in all": book.words},
        "sentences": book and {"UNREAD": len(book.unread), "in all": len(book.entries)},
        "claims": {word: number for word, number in sorted(concluded.items()) if number},
        **({"proposed": len(case.claims.proposed)} if case.claims.proposed else {}),
        "findings": dict(sorted(Counter(row["verdict"] for row in log.of("finding")).items())),
    }


def lines(case: Case) -> list[str]:
    """The same to print, a line each."""
    found = counts(case)
    second = readers.summary(case)
    return [
        "article:  " + (case.accounts.summary() if found["words"] else "not in this copy"),
        f"claims:   {_told(found['claims'])} ({len(case.claims.of)} in all)" + _and_proposed(case),
        f"findings: {_told(found['findings'])} ({sum(found['findings'].values())} in all)",
        *([f"second:   {second}"] if second else []),
    ]


def left_to_do(case: Case) -> list[str]:
    """What keeps a case from being closed as complete, a phrase each."""
    log = case.log
    concluded = {row["claim"] for row in log.of("conclusion")}
    left = []
    if case.article.text is not None and not case.accounts.is_whole:
        number = len(case.accounts.unread)
        unread = "1 sentence has UNREAD words" if number == 1 else f"{number} sentences have UNREAD words"
        left.append(unread if case.accounts.words else "the article has no words")
    if case.article.text is not None and case.accounts.words:
        from checks.case.loose import dated_reading, loose, told

        reading = dated_reading(case.article, names=False)
        left += told(loose(reading, case.claims), case.accounts)
    left += [f"`{id}` is not concluded" for id in case.in_order() if id not in concluded]
    left += [
        f"`{id}`: its readers disagree: `case.settle(…)` keeps how it was settled" for id in readers.open_claims(case)
    ]
    if case.claims.proposed:
        left.append(f"accept these proposals, or take them out: {', '.join(f'`{id}`' for id in case.claims.proposed)}")
    used = used_documents(case)
    left += [
        f"`{document.id}` is unused: rely on it, or say why it is kept (`unused:`)"
        for document in case.documents.values()
        if document.id not in used and not document.unused and not document.searched
    ]
    return left


def undecided(case: Case) -> pandas.DataFrame:
    """The conclusions that no finding decides, opinions aside, and the check that each would need."""
    decided = {row["claim"] for row in case.log.of("finding") if row["verdict"] != "unsettled"}
    left = set(case.claims.of) - decided
    rows = [row for row in case.log.of("conclusion") if row["verdict"] != "opinion" and row["claim"] in left]
    return frame(sorted(rows, key=_place(case)), ("claim", "verdict", "needs"))


def used_documents(case: Case) -> set[str]:
    """The ids of the documents and registers that a finding or a conclusion rests on, or that a check was given."""
    log = case.log
    refs = [
        ref for what in ("finding", "conclusion", "second", "unsaid") for row in log.of(what) for ref in row["evidence"]
    ]
    asked = [ref for row in log.of("finding") for ref in re.findall(r"[a-z0-9-]+", row["asked"])]
    return {re.split(r"[#“]", ref)[0] for ref in refs} | set(asked)


def findings(case: Case) -> pandas.DataFrame:
    """All findings, by claim in the order of the article."""
    rows = sorted(case.log.of("finding"), key=_place(case))
    return frame([{**row, "evidence": "; ".join(row["evidence"])} for row in rows], columns("finding"))


def conclusions(case: Case) -> pandas.DataFrame:
    """All conclusions, in the order of the article."""
    rows = sorted(case.log.of("conclusion"), key=_place(case))
    return frame(rows, ("claim", "verdict", "because", "despite", "fix", "query", "by"))


def second_reading(case: Case) -> pandas.DataFrame:
    """The second readings beside the first, and how each disagreement was settled, or that it is open."""
    rows = [
        {
            **row,
            "second": row["verdict"],
            "blind": "yes" if row["blind"] else "no",
            "agree": settled_as(row),
        }
        for row in readers.compared(case)
    ]
    return frame(rows, ("claim", "first", "second", "by", "blind", "agree"))


def settled_as(row: Mapping[str, Any]) -> str:
    """What became of a second reading: the two agree, or how it was settled, or that it is open."""
    settled = row["settled"]
    if not row["differs"]:
        return "agree"
    return f"settled: {settled['stands']} stands: {settled['because']} ({settled['by']})" if settled else "open"


def replies(case: Case) -> pandas.DataFrame:
    """Who was asked to reply, about what, until when, and what they answered."""
    rows = [
        {
            "to": made.to,
            "about": ", ".join(made.about),
            "how": made.how,
            "asked": made.asked.words(),
            "deadline": made.deadline.words(),
            "answer": made.told,
            "used": made.used,
        }
        for made in replies_kept(case)
    ]
    return frame(rows, ("to", "about", "how", "asked", "deadline", "answer", "used"))


def ledger(case: Case) -> pandas.DataFrame:
    """Every sentence of the article, what covers it, and the words that nobody has covered."""
    shown = ("sentence", "state", "claims", "unread")
    rows = [
        {
            "sentence": textwrap.shorten(entry.text, 72, placeholder=" …"),  # the words that matter stand in `unread`
            "state": entry.state,
            "claims": ", ".join(entry.claims),
            "unread": " … ".join(entry.unread),
            "proposed": ", ".join(entry.proposed),
        }
        for entry in case.accounts.entries
    ]
    return frame(rows, (*shown, "proposed") if case.claims.proposed else shown)


def _place(case: Case) -> Callable[[dict[str, Any]], int]:
    """The place of a row's claim in the article; what is of the article as a whole comes first."""
    order = {id: number for number, id in enumerate(case.in_order())}
    return lambda row: order.get(row["claim"], -1)


def _and_proposed(case: Case) -> str:
    return f", and {len(case.claims.proposed)} proposed, which cover nothing" if case.claims.proposed else ""


def _told(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number} {word}" for word, number in numbers.items()) or "none"


def frame(rows: list[dict[str, Any]], names: Sequence[str]) -> pandas.DataFrame:
    """Rows as a table that is shown whole, numbered from 1."""
    import pandas

    # Sentences are shown whole and none is left out, and a price is not taken for a formula.
    pandas.set_option("display.max_colwidth", None, "display.max_rows", None, "display.html.use_mathjax", False)
    return pandas.DataFrame(rows, columns=list(names), index=range(1, len(rows) + 1))

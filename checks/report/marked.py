"""The article with its claims marked: cut into pieces where marks begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.case.folder import Case
from checks.case.ledger import marks
from checks.report.claimed import ORDER, Claimed


@dataclass(frozen=True)
class Piece:
    """Words of the article: the worst verdict on them, the claims that end with them, and why they were left out."""

    text: str
    verdict: str
    ending: tuple[Claimed, ...]
    left_out: str


def pieces(case: Case, entries: Sequence[Claimed]) -> list[Piece]:
    """The article's pieces in order; together they are its text. None where the text is not in this copy."""
    if case.article.text is None:
        return []
    of = {f"claim:{entry.claim.id}": entry for entry in entries}
    anchors = [(name, entry.claim.words) for name, entry in of.items()]
    anchors += [(f"out:{omission.reason}", omission.passage.anchor) for omission in case.claims.left_out]
    cut = marks(case.article.words, anchors)
    last = {name: number for number, (_, names) in enumerate(cut) for name in names}
    found = []
    for number, (text, names) in enumerate(cut):
        here = [of[name] for name in names if name in of]
        worst = min((entry.verdict for entry in here), key=ORDER.index, default="")
        ending = tuple(entry for entry in here if last[f"claim:{entry.claim.id}"] == number)
        left_out = next((name.removeprefix("out:") for name in names if name.startswith("out:")), "")
        found.append(Piece(text, worst, ending, left_out))
    return found

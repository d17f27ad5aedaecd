"""What is marked in the article, and with which word: no mark is told by its colour alone."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from checks.case.conclusions import DEFINED
from checks.desk.state import AGAIN, State
from checks.desk.verdicts import SIGNS
from checks.desk.words import before_its_mark

Piece = tuple[int, str, str]  # how many code points, its classes, and the sign before it
LEGEND = {
    "unread": ("UNREAD", "nobody has covered them"),
    "claim": ("claim", "a claim, not concluded"),
    **{f"concluded lbl-{verdict}": (SIGNS[verdict], f"concluded: {means}") for verdict, means in DEFINED.items()},
    "concluded": ("concluded", "by somebody else, and hidden until you have read it"),
    "again": (AGAIN, "concluded, and what that rests on has changed since"),
    "proposed": ("proposed", "a claim to accept, change or take out"),
    "suspicious": ("suspicious", "to be asked about"),
    "left-out": ("left out", "no claim, with a reason"),
}


Span = tuple[int, int, str, str, int]  # start, end, class, sign, and where the sign stands


def legend() -> str:
    """What the marks mean, and the keys, behind a line to unfold."""
    told = "".join(
        f"<li><span class='lbl-{kind}' data-sign='{escape(sign)}'>words</span> {escape(means)}</li>"
        for kind, (sign, means) in LEGEND.items()
    )
    keys = "↑ ↓ go through the sentences, → ← through the words, with Shift several of them; Enter goes to the form."
    return f"<details><summary>What the marks mean, and the keys</summary><ul>{told}</ul><p>{keys}</p></details>"


def marks(state: State) -> list[list[Piece]]:
    """For each sentence its pieces, which together are the sentence."""
    spans = sorted(_spans(state))
    first, found = 0, []
    for entry in state.entries:
        while first < len(spans) and spans[first][1] <= entry.start and spans[first][0] < entry.start:
            first += 1
        here = []
        for span in spans[first:]:
            if span[0] >= entry.end:
                break
            if span[1] > entry.start:
                here.append(span)
        found.append(_pieces(entry.start, entry.end, here))
    return found


def _spans(state: State) -> list[Span]:
    spans = list[tuple[int, int, str, str]]()
    for entry in state.entries:
        spans += [(a, b, "unread", "" if number else "UNREAD") for number, (a, b) in enumerate(entry.places)]
    for id, (a, b) in state.spans.items():
        standing = state.standing(id)
        kind = {"proposed": "proposed", "not concluded": "claim"}.get(standing, "concluded")
        if standing in SIGNS:
            kind += f" lbl-{standing}"
        sign = "claim" if kind == "claim" else SIGNS.get(standing, standing)
        if id in state.stale:
            kind, sign = f"{kind} lbl-again", f"{sign}, {AGAIN}"
        spans.append((a, b, kind, sign))
    for omission in state.case.claims.left_out:
        spans.append((*omission.passage.anchor.find(state.text), "left-out", "left out"))
    for one in state.suspicions:
        spans += [(span.start, span.end, "suspicious", "suspicious") for span in one.spans]
    return [(*span, before_its_mark(state.text, span[0])) for span in spans]


def _pieces(start: int, end: int, spans: list[Span]) -> list[Piece]:
    cuts = sorted({start, end, *(cut for a, b, _, _, at in spans for cut in (a, b, at) if start < cut < end)})
    pieces = []
    for a, b in pairwise(cuts):
        over = [span for span in spans if span[0] <= a and b <= span[1]]
        kinds = dict.fromkeys(kind for _, _, kind, _, _ in over)
        # A mark that runs over the end of a sentence is named again in the next.
        named = [sign for _, end_of, _, sign, at in spans if end_of > a and (at == a or (a == start and at < start))]
        signs = dict.fromkeys(sign for sign in named if sign)
        pieces.append((b - a, " ".join(f"lbl-{kind}" for kind in kinds), " · ".join(signs)))
    return pieces

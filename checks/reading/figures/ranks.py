"""Amounts without a plain number: ranks (`third-largest`), `doubled`, `sixfold`, `nearly a decade`, `decade-long`."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from checks.reading.figures.bounds import Change, change_before
from checks.reading.figures.numbers import HYPHENS, ORDINALS, SMALL, TENS, Tokens, part
from checks.reading.figures.units import TIMES, unit_at

_RANK_AFTER = {
    "most", "least", "largest", "biggest", "highest", "lowest", "longest", "oldest", "best", "worst", "smallest",
    "richest", "poorest", "fastest", "slowest", "busiest", "tallest", "youngest", "deadliest", "hottest", "coldest",
    "warmest", "wettest", "driest", "strongest", "weakest", "greatest", "shortest", "closest", "nearest", "deepest",
    "heaviest", "costliest", "cheapest", "safest", "widest", "latest", "earliest", "straight", "consecutive",
    "successive", "time", "place",
}  # fmt: skip
_ALSO_FIRST = {"straight", "consecutive", "successive", "place"}
_RANKED = {"ranked", "ranks", "tied", "finished", "finishing", "finish", "came", "placed", "ranking"}
_RANK_ENDS = {"in", "at", "behind", "with", "and", "for", "of", "out", "overall", "on", "after", "among", "to", "but"}
_MULTIPLIED: dict[str, Decimal] = {
    **dict.fromkeys(("doubled", "doubling"), Decimal(2)),
    **dict.fromkeys(("tripled", "trebled", "tripling"), Decimal(3)),
    **dict.fromkeys(("quadrupled", "quadrupling"), Decimal(4)), "halved": part(1, 2), "halving": part(1, 2),
}  # fmt: skip
_VERBS = {
    "double": Decimal(2),
    "triple": Decimal(3),
    "treble": Decimal(3),
    "quadruple": Decimal(4),
    "halve": part(1, 2),
}
_BEFORE_VERB = {"to", "will", "would", "could", "may", "might", "can", "should", "than", "nearly", "almost"}
_FOLDS = {**SMALL, **TENS, "hundred": Decimal(100), "thousand": Decimal(1000)}
_LONG = {"long", "old"}
STARTS = {*ORDINALS, *_MULTIPLIED, *_VERBS, "a", "an", "twice", *TIMES, "daylong", "weeklong", "monthlong", "yearlong"}


class Special(NamedTuple):
    """A value, its unit, whether it rose, and the token after it."""

    value: Decimal
    unit: str
    change: Change
    last: int


def special_at(toks: Tokens, i: int, start: int, bounded: bool) -> Special | None:
    """What token `i` says without a plain number; `start` is where its bound begins, `bounded` whether it has one."""
    low = toks.at(i).low
    times = _MULTIPLIED.get(low) or (_VERBS.get(low) if toks.at(i - 1).low in _BEFORE_VERB else None)
    if times and toks.at(i + 1).low not in ("down", "up", "back", "over", *HYPHENS):
        return Special(times, "times", "up" if times > 1 else "down", i + 1)
    if low == "twice" and toks.at(i + 1).low in ("as", "the", "that", "its", "their"):
        return Special(Decimal(2), "times", "", i + 1)
    if low.endswith("fold") and low[:-4] in _FOLDS:
        return Special(_FOLDS[low[:-4]], "times", change_before(toks, start, "times"), i + 1)
    if low in TIMES and low != "second":
        long = (
            toks.at(i + 1).text in HYPHENS and toks.joined(i + 1) and toks.joined(i + 2) and toks.at(i + 2).low in _LONG
        )
        return Special(Decimal(1), low, "", i + 3) if long and not toks.joined(i) else None
    if low.endswith("long") and low[:-4] in TIMES:
        return Special(Decimal(1), low[:-4], "", i + 1)
    if low in ("a", "an"):
        return _one_time(toks, i, start, bounded)
    return _rank(toks, i)


def _one_time(toks: Tokens, i: int, start: int, bounded: bool) -> Special | None:
    """`nearly a decade`, `more than an hour`, `a year and a half`; not "talk about a year of"."""
    unit = unit_at(toks, i + 1)
    if unit is None or unit.name not in TIMES or toks.at(unit.last).text in HYPHENS or toks.at(i + 1).low not in TIMES:
        return None
    if [token.low for token in toks[unit.last : unit.last + 3]] == ["and", "a", "half"]:
        return Special(Decimal("1.5"), unit.name, "", unit.last + 3)
    if not bounded or toks.at(start).low in (
        "higher",
        "lower",
        "greater",
        "larger",
        "bigger",
        "smaller",
        "better",
        "longer",
    ):
        return None
    loose = toks.at(start).low in ("over", "above", "under", "below", "around", "about", "some", "within", "as")
    settled = (
        toks.at(unit.last).low in ("ago", "old", "later", "earlier", "after", "before")
        or toks.at(start - 1).low == "for"
    )
    return Special(Decimal(1), unit.name, "", unit.last) if settled or not loose else None


def _rank(toks: Tokens, i: int) -> Special | None:
    """The rank an ordinal gives: `third-largest`, `10th straight`, `finished second`; None for other ordinals."""
    token, j = toks[i], i + 1
    value = ORDINALS.get(token.low)
    if token.kind == "n" and toks.joined(j) and toks.at(j).low in ("st", "nd", "rd", "th") and len(token.text) < 6:
        if not token.text.isdigit() or (toks.joined(i) and toks.at(i - 1).kind != "p"):
            return None
        value, j = Decimal(token.text), i + 2
    if value is None:
        return None
    k = j + (toks.at(j).text in HYPHENS and toks.joined(j))
    idle = (
        toks.at(k).low == "place" and toks.at(i - 2).low == "in" and toks.at(i - 1).low == "the"
    )  # "in the first place"
    if toks.at(k).low in _RANK_AFTER and (value > 1 or toks.at(k).low in _ALSO_FIRST) and not idle:
        return Special(value, "rank", "", k + 1)
    before = toks.at(i - 1).low
    placed = before in _RANKED or (before in ("in", "a", "joint", "for") and toks.at(i - 2).low in _RANKED)
    ends = toks.at(j).kind != "w" or toks.at(j).low in _RANK_ENDS
    return Special(value, "rank", "", j) if placed and ends else None

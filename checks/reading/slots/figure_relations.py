"""How a figure of a claim stands to one of the passage: by intervals, the digits printed, units and directions."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, localcontext
from functools import lru_cache

from checks.reading.figures.numbers import PRECISE
from checks.reading.figures.units import MONEY
from checks.reading.slots.figure_intervals import (
    Answer,
    Meant,
    as_share,
    compared,
    measured,
    moved_by,
    plain,
    scaled,
    shown,
)
from checks.reading.slots.figure_parts import Figure
from checks.reading.slots.figure_units import coin, conversions, degrees, dimension, one_currency, rate, times_a_year
from checks.reading.slots.parts import Relation

_MULTIPLE = Decimal("0.03")  # what doubled came to between 1.94 and 2.06 times as much
_CONVERTED = Decimal("0.015")
_YEARLY = Decimal("0.02")
_POINTS = {"percentage point": Decimal(1), "point": Decimal(1), "basis point": Decimal("0.01")}
_LEAST = {"smallest", "lowest", "shortest", "least", "slowest", "youngest", "worst", "poorest", "coldest", "driest",
          "weakest", "cheapest", "narrowest", "latest", "lightest", "newest"}  # fmt: skip
_ALIKE = {
    "biggest": "largest",
    "greatest": "largest",
    "richest": "wealthiest",
    "costliest": "dearest",
    "hottest": "warmest",
}
_STATISTICS = {"mean": "average", "median": "median", "total": "total", "per head": "figure per head",
               "minimum": "lowest", "maximum": "highest"}  # fmt: skip


@lru_cache(maxsize=4096)
def relate(claimed: Figure, stated: Figure) -> Answer | None:
    """How a claim's figure stands to the passage's, and why, in words; None where they are of different dimensions.

    What the claim says is a set of numbers, and so is what the passage says: *agree* or *wider* where the claim's
    holds all of the passage's, *conflict* where they have nothing in common, else *narrower*. Figures without a bound
    agree where the passage's rounds to the claim's as printed; a bound that the claim has dropped is *narrower*.
    Another direction, currency, statistic or rate is a conflict. Units are converted.
    """
    with localcontext(PRECISE):
        answer = _related(claimed, stated)
        if answer is None or answer[0] is Relation.CONFLICT:
            return answer
        return _beside(claimed, stated, answer)


def _related(claimed: Figure, stated: Figure) -> Answer | None:
    kinds = {claimed.kind, stated.kind}
    if "rank" in kinds or "ratio" in kinds:
        return _ordered(claimed, stated) if len(kinds) == 1 else None
    if "points" in kinds:
        return _points(claimed, stated)
    if "multiple" in kinds or (kinds <= {"change", "share"} and "change" in kinds and _of_shares(claimed, stated)):
        return _changes(claimed, stated)
    if kinds == {"share"} or _of_shares(claimed, stated):
        return compared(as_share(claimed), as_share(stated), claimed, stated) if kinds == {"share"} else None
    if (claimed.kind == "change") != (stated.kind == "change"):
        return None
    if _money(claimed) or _money(stated):
        return _sums(claimed, stated) if _money(claimed) and _money(stated) else None
    return _measures(claimed, stated)


def _beside(claimed: Figure, stated: Figure, answer: Answer) -> Answer:
    """The relation with what stands beside the number: direction, where it came from, which statistic it is."""
    if claimed.direction and stated.direction and claimed.direction != stated.direction:
        return Relation.CONFLICT, f"the claim says it went {claimed.direction}, the passage {stated.direction}"
    one, two = claimed.statistic, stated.statistic
    if not (one and two) and not {one, two}.isdisjoint({"total", "maximum", "minimum"}):
        one = two = ""
    if one != two and one and two:
        return Relation.CONFLICT, f"the {_STATISTICS[one]} is not the {_STATISTICS[two]}"
    if claimed.was is not None and stated.was is not None:
        before = compared(plain(claimed, claimed.was), plain(stated, stated.was), claimed, stated)
        if before[0] is Relation.CONFLICT:
            return Relation.CONFLICT, f"it came from {shown(stated.was)}, not from {shown(claimed.was)}"
    if not answer[0].stated:
        return answer
    if one != two:
        which = _STATISTICS[one or two]
        return Relation.NARROWER, f"only the {'claim' if one else 'passage'} calls it the {which}"
    if claimed.to is not None and claimed.direction and not stated.direction:
        return Relation.NARROWER, f"the passage does not say that it went {claimed.direction}"
    if claimed.was is not None and stated.was is None:
        return Relation.NARROWER, f"the passage does not say that it came from {shown(claimed.was)}"
    return answer


def _ordered(claimed: Figure, stated: Figure) -> Answer | None:
    """Ranks, scores and ratios, which are the same or not."""
    if claimed.unit != stated.unit:
        return None
    one, two = ((f.point, f.low, f.high) for f in (claimed, stated))
    if one == two:
        first, second = _superlative(claimed), _superlative(stated)
        if first and second and first != second:
            opposed = (first in _LEAST) != (second in _LEAST)
            why = f"the {claimed.exact} is not the {stated.exact}"
            return (Relation.CONFLICT if opposed else Relation.NARROWER), why
        return Relation.AGREE, ""
    return Relation.CONFLICT, f"{claimed.exact} is not {stated.exact}"


def _superlative(figure: Figure) -> str:
    """The superlative of a rank: `third-largest`; empty where there is none."""
    words = re.findall(r"[a-z]+", figure.exact.lower())
    word = (
        words[-1]
        if len(words) > 1 and (words[-1] in ("best", "worst", "least", "most") or words[-1].endswith("est"))
        else ""
    )
    return _ALIKE.get(word, word)


def _points(claimed: Figure, stated: Figure) -> Answer | None:
    if claimed.kind == stated.kind:
        one, two = (scaled(plain(f), _POINTS[f.unit]) for f in (claimed, stated))
        return compared(one, two, claimed, stated)
    other = stated if claimed.kind == "points" else claimed
    if other.unit == "percent" and claimed.point == stated.point and other.to is None:
        return Relation.CONFLICT, "percent and percentage points are not the same"
    return None


def _changes(claimed: Figure, stated: Figure) -> Answer | None:
    """By how much something changed: percentages, fractions and multiples."""
    if not all(f.kind in ("multiple", "change", "share") for f in (claimed, stated)):
        return None
    if not all(f.kind == "multiple" or f.unit in ("percent", "share") for f in (claimed, stated)):
        return None
    if claimed.kind != "multiple" and stated.kind != "multiple":
        if claimed.kind != stated.kind:
            return None
        return compared(as_share(claimed), as_share(stated), claimed, stated)
    if any(f.kind == "share" for f in (claimed, stated)) or "expected" in (claimed.of, stated.of):
        return None
    one, two = _times(claimed), _times(stated)
    if one is None or two is None:
        return None
    return compared(one, two, claimed, stated)


def _times(figure: Figure) -> Meant | None:
    """A change as how many times as much there is after it."""
    if figure.kind == "multiple":
        meant = replace(plain(figure), words=Decimal(0) if "." in figure.exact else _MULTIPLE)
        whole = meant.point
        if figure.direction == "down" and whole is not None and whole > 1:  # a threefold fall
            return Meant(1 / whole, 1 / whole, 1 / whole, Decimal(0), words=_MULTIPLE)
        return replace(meant, spare=Decimal(0)) if meant.words else meant
    meant = as_share(figure)
    if figure.direction == "up":
        return moved_by(meant, Decimal(1))
    if figure.direction != "down":
        return None
    point, low, high = (None if end is None else 1 - end for end in (meant.point, meant.high, meant.low))
    return replace(meant, point=point, low=low, high=high, above=meant.below, below=meant.above)


def _sums(claimed: Figure, stated: Figure) -> Answer | None:
    """Sums of money, per month or per year as they may be."""
    first, size = coin(claimed.unit, stated.unit)
    second, other = coin(stated.unit, claimed.unit)
    if not one_currency(first, second):
        if claimed.point == stated.point:
            return Relation.CONFLICT, f"{first} is not {second}"
        return Relation.NARROWER, f"the passage gives it in another currency, {second}"
    return _rated(scaled(plain(claimed), size), scaled(plain(stated), other), claimed, stated)


def _measures(claimed: Figure, stated: Figure) -> Answer | None:
    """Counts and measures, converted where the units differ."""
    if bool(claimed.unit) != bool(stated.unit):
        bare = stated if claimed.unit else claimed
        same = (
            claimed.point == stated.point
            and claimed.point is not None
            and not bare.of
            and claimed.bound == stated.bound
        )
        return (Relation.NARROWER if claimed.unit else Relation.WIDER, "one of them has no unit") if same else None
    if claimed.unit == stated.unit:
        return _rated(plain(claimed), plain(stated), claimed, stated)
    if dimension(claimed.unit, claimed.per) != dimension(stated.unit, stated.per):
        return None
    return _converted(claimed, stated)


def _rated(one: Meant, two: Meant, claimed: Figure, stated: Figure) -> Answer | None:
    """Two figures of one unit by what their rates go by."""
    first, second = rate(claimed.per), rate(stated.per)
    if first == second:
        return compared(one, two, claimed, stated)
    if not first or not second:
        answer = compared(one, two, claimed, stated)
        if not answer[0].stated:
            return answer
        who, per = ("claim", first) if first else ("passage", second)
        return Relation.NARROWER, f"only the {who} says per {per}"
    times = times_a_year(first, second)
    if times is not None:
        answer = compared(
            replace(one, spare=max(one.spare, abs(one.point or Decimal(0)) * _YEARLY)),
            scaled(two, times),
            claimed,
            stated,
        )
        if answer[0].stated:
            return answer[0], f"{stated.exact} is {shown(scaled(two, times).point)} per {first}"
    if times is not None or one.point == two.point:
        return Relation.CONFLICT, f"per {first} is not per {second}"
    return None


def _converted(claimed: Figure, stated: Figure) -> Answer | None:
    """Two measures of one dimension in different units; the digits printed on both sides say how near is near."""
    exact = plain(claimed).exact and plain(stated).exact
    one, two = (measured(f) if exact else plain(f) for f in (claimed, stated))
    if "degree" in dimension(claimed.unit, "") or dimension(claimed.unit, "") == "temperature":
        change = claimed.kind == "change"
        ends = [
            None if end is None else degrees(end, stated.unit, claimed.unit, change)
            for end in (two.point, two.low, two.high)
        ]
        turned = [(replace(two, point=ends[0], low=ends[1], high=ends[2]), "")]
        if "degree" in (claimed.unit, stated.unit) and two.point is not None:  # whose scale is not said
            for scale in ("degree Celsius", "degree Fahrenheit"):
                named = stated.unit if claimed.unit == "degree" else claimed.unit
                if scale != named:
                    way = (named, scale) if claimed.unit == "degree" else (scale, named)
                    point = degrees(two.point, *way, change)
                    turned.append((Meant(point, point, point, two.spare), ""))
    else:
        ways = conversions(stated.unit, stated.per, claimed.unit, claimed.per)
        turned = [(scaled(two, factor), told) for factor, told in ways]
    first: Answer | None = None
    for k, (other, told) in enumerate(turned):
        answer = _near(one, other, claimed, stated)
        name = {"foot": "feet", "inch": "inches"}.get(claimed.unit, f"{claimed.unit}s")
        name = claimed.unit.replace("degree", "degrees") if claimed.unit.startswith("degree") else name
        why = f"{stated.exact} is {shown(other.point, 4)} {name}" if other.point is not None else answer[1]
        why += f", taken for {told}" if told else ""
        if answer[0].stated:
            doubtful = k and "ton" in (claimed.unit, stated.unit)
            return (Relation.NARROWER if doubtful else answer[0]), why
        first = first or (answer[0], why)
    return first


def _near(one: Meant, two: Meant, claimed: Figure, stated: Figure) -> Answer:
    if one.exact and two.exact and one.point is not None and two.point is not None:
        gap = abs(one.point - two.point)
        if gap <= max(one.spare, abs(one.point) * _CONVERTED):
            return Relation.AGREE, ""
        if gap <= one.spare + two.spare:
            return Relation.NARROWER, ""
        return Relation.CONFLICT, ""
    return compared(one, two, claimed, stated)


def _of_shares(claimed: Figure, stated: Figure) -> bool:
    return claimed.unit in ("percent", "share") and stated.unit in ("percent", "share")


def _money(figure: Figure) -> bool:
    return figure.unit in MONEY and figure.unit != "pound"

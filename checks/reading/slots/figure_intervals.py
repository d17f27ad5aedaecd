"""What a figure asserts, as a set of numbers in one unit, and how one such set stands to another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from checks.reading.figures.rounding import half_a_step
from checks.reading.slots.figure_parts import Figure
from checks.reading.slots.parts import Relation

Answer = tuple[Relation, str]

_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d{1,9}))?")
_MOST = re.compile(r"up to|as (?:many|much|high|long|far|large) as|(?:a )?maximum", re.IGNORECASE)
_ROUNDED = Decimal("0.05")  # a figure that rounds to the claim's is the same within so much
_LOOSELY = Decimal("0.1")
_WHOLE = Decimal("0.01")  # 11,987 is 12,000; 12,340 may be
_MILLION = Decimal(10**6)
_HALF = Decimal("0.5")
_NOUGHT = Decimal(0)


@dataclass(frozen=True)
class Meant:
    """What a figure asserts, in a common unit: its point or ends, how it is bounded, how far off rounding may be."""

    point: Decimal | None
    low: Decimal | None
    high: Decimal | None
    spare: Decimal  # half a step of the last digit printed
    above: bool = False  # more than the low end
    below: bool = False  # less than the high end
    about: bool = False
    words: Decimal = Decimal(0)  # how far, in parts of it, a fraction or multiple in words may lie off
    digits: int = 0  # the significant ones of a large whole number in full; else 0

    @property
    def exact(self) -> bool:
        return self.point is not None and self.low == self.high


def compared(one: Meant, two: Meant, claimed: Figure, stated: Figure) -> Answer:
    """How what a claim asserts stands to what the passage does, both in one unit."""
    if one.exact and two.exact:
        return _exactly(one, two, claimed, stated)
    told = f"{stated.exact} against {claimed.exact}"
    same = one.point is not None and one.point == two.point
    if same and (one.low, one.high, one.above, one.below) == (two.low, two.high, two.above, two.below):
        return Relation.AGREE, ""
    if one.point is None and two.point is None and (one.low, one.high) == (two.low, two.high):
        return Relation.AGREE, ""
    if all(m.point is None and m.low is not None and m.high is not None for m in (one, two)) and _holds(one, two):
        return Relation.NARROWER, f"{told}: the ends are not the same"  # “between $20 and $80” says that some are $80
    most = claimed.bound == stated.bound == "at most" and _MOST.match(claimed.exact) is not None
    if most and one.point is not None and two.point is not None and one.point > two.point:
        return Relation.CONFLICT, f"{stated.exact} is not {claimed.exact}"  # “up to 20” says that 20 can be
    if _holds(one, two):
        return (Relation.AGREE if one.about else Relation.WIDER), f"{stated.exact} is {claimed.exact}"
    if one.about and _middle(one, two):
        return Relation.AGREE, f"{stated.exact} is {claimed.exact}"
    if one.exact and same:
        if two.about and abs(two.point or _NOUGHT) >= _MILLION and two.below is False:
            return Relation.AGREE, "a figure so large is a rounded one"
        return Relation.NARROWER, f"the passage says {stated.exact}"
    if not _apart(one, two):
        return Relation.NARROWER, f"{told}: the passage leaves it open" if not two.exact else told
    if two.exact and one.point == two.point and one.about:
        return Relation.NARROWER, f"{stated.exact} is not short of it"
    if not _apart(_wide(one, two), _wide(two, one)):
        return Relation.NARROWER, f"{told}: near, but not the same"
    return Relation.CONFLICT, f"{stated.exact} is not {claimed.exact}"


def _exactly(one: Meant, two: Meant, claimed: Figure, stated: Figure) -> Answer:
    """Two figures without a bound."""
    first, second = one.point or _NOUGHT, two.point or _NOUGHT
    gap = abs(first - second)
    if not gap:
        return Relation.AGREE, ""
    part = gap / max(abs(first), abs(second))
    near = Relation.NARROWER, f"{stated.exact} is only near {claimed.exact}"
    if gap < one.spare and part <= (_WHOLE if one.digits else _ROUNDED) and _rounds(one, two, part):
        return Relation.AGREE, f"{stated.exact}, rounded"
    if one.words and part <= one.words:
        return Relation.AGREE, f"{stated.exact} is about {claimed.exact}"
    if _rounds(one, two, part) or ((one.words or two.words) and part <= _LOOSELY):
        return near
    if _rounds(two, one, part):
        return Relation.NARROWER, f"the passage gives only a rounded figure, {stated.exact}"
    return Relation.CONFLICT, f"{claimed.exact} is not {stated.exact}"


def _rounds(coarse: Meant, fine: Meant, part: Decimal) -> bool:
    """Whether one figure can be the other rounded; in full digits it must have two noughts more."""
    gap = abs((coarse.point or _NOUGHT) - (fine.point or _NOUGHT))
    if gap > coarse.spare or (part > _LOOSELY and coarse.spare > _HALF):
        return False
    return not coarse.digits or not fine.digits or fine.digits > coarse.digits + 1


def _holds(outer: Meant, inner: Meant) -> bool:
    """Whether all that the one asserts lies within the other; what is exact holds nothing but itself."""
    if outer.exact:
        return False
    low = outer.low is None or (
        inner.low is not None and (inner.low > outer.low or (inner.low == outer.low and inner.above >= outer.above))
    )
    high = outer.high is None or (
        inner.high is not None
        and (inner.high < outer.high or (inner.high == outer.high and inner.below >= outer.below))
    )
    return low and high


def _apart(one: Meant, two: Meant) -> bool:
    """Whether two sets of numbers have none in common; to have dropped “more than” is not to contradict it."""
    for lower, upper in ((one, two), (two, one)):
        if lower.high is None or upper.low is None:
            continue
        if lower.high < upper.low:
            return True
        if lower.high == upper.low and (lower.below or upper.above) and not one.exact:
            return True
    return False


def _middle(one: Meant, two: Meant) -> bool:
    """Whether a range lies about a point: 11,500 to 12,500 is about 12,000."""
    if one.point is None or two.low is None or two.high is None or one.low is None or one.high is None:
        return False
    reach = one.high - one.low
    if two.point is not None:
        return two.about and abs(two.point - one.point) * 4 <= reach
    return abs((two.low + two.high) / 2 - one.point) * 4 <= reach and two.high - two.low <= reach * 2


def _wide(one: Meant, other: Meant) -> Meant:
    """What a figure asserts with what rounding leaves open; of “about” half as much again."""
    if one.exact and other.exact:
        return one
    spare = one.spare if one.exact or one.about or one.point is None else Decimal(0)
    if one.about and one.point is not None and one.low is not None and one.high is not None:
        spare = max(spare, (one.high - one.low) / 4)
    return replace(
        one, low=None if one.low is None else one.low - spare, high=None if one.high is None else one.high + spare,
        above=one.above and not spare, below=one.below and not spare,
    )  # fmt: skip


def plain(figure: Figure, point: Decimal | None = None) -> Meant:
    """What a figure asserts in its own unit; of `point` where that is another number of the same phrase."""
    if point is not None:
        return Meant(point, point, point, _spare(figure, point), digits=_digits(figure))
    value = figure.point
    about = figure.bound == "about"
    if figure.to is not None and figure.bound == "to":
        return Meant(figure.to, figure.to, figure.to, _spare(figure, figure.to), digits=_digits(figure))
    return Meant(
        value, figure.low, figure.high, _spare(figure, value if value is not None else figure.low),
        above=figure.bound == "more than", about=about, digits=_digits(figure),
        below=figure.bound == "less than" or (about and value is not None and figure.high == value),
    )  # fmt: skip


def as_share(figure: Figure) -> Meant:
    """A share as a part of one."""
    meant = plain(figure)
    if figure.unit == "percent":
        return replace(scaled(meant, Decimal("0.01")), digits=0)
    return replace(meant, spare=Decimal(0), words=_ROUNDED, digits=0)


def measured(figure: Figure) -> Meant:
    """A measure that is to be converted, good to its last digit, noughts left out."""
    meant = plain(figure)
    if meant.point is None or figure.unit.startswith("degree"):
        return meant
    return replace(meant, spare=half_a_step(meant.point, figure.unit, figure.exact))


def _spare(figure: Figure, value: Decimal | None) -> Decimal:
    """Half a step of the last digit as printed: 0.05 for 12.0, 50,000 for 1.2 million, 0.5 for 12 %, 50 for 1,200."""
    if value is None or figure.kind in ("rank", "ratio") or figure.unit == "share":
        return Decimal(0)
    printed = _NUMBER.search(figure.exact)
    if printed and printed[1]:
        number = Decimal(printed[0].replace(",", ""))
        scale = abs(value) / number if number else Decimal(1)
        return Decimal(1).scaleb(-len(printed[1])) / 2 * (scale if scale >= 1 else 1)
    if abs(value) >= 1000:
        return half_a_step(value, "", figure.exact)
    if figure.unit == "year" or (not figure.unit and figure.kind != "multiple"):
        return Decimal(0)
    return _HALF if value == value.to_integral_value() else Decimal(0)


def _digits(figure: Figure) -> int:
    """How many significant digits a large whole number in full has; 0 for one with a scale word or a decimal point."""
    printed = _NUMBER.search(figure.exact)
    if printed is None or printed[1] or figure.point is None or abs(figure.point) < 1000:
        return 0
    digits = printed[0].replace(",", "")
    return len(digits.rstrip("0")) if Decimal(digits) == abs(figure.point) else 0


def scaled(meant: Meant, factor: Decimal) -> Meant:
    """The same in another unit, of which one of the first is so many."""
    ends = [None if end is None else end * factor for end in (meant.point, meant.low, meant.high)]
    return replace(meant, point=ends[0], low=ends[1], high=ends[2], spare=meant.spare * factor)


def moved_by(meant: Meant, by: Decimal) -> Meant:
    """The same with so much added."""
    ends = [None if end is None else end + by for end in (meant.point, meant.low, meant.high)]
    return replace(meant, point=ends[0], low=ends[1], high=ends[2])


def shown(value: Decimal | None, digits: int = 6) -> str:
    """A number as in a sentence, to so many digits."""
    if value is None:
        return ""
    if value == value.to_integral_value():
        return f"{value:,.0f}"
    places = max(0, digits - max(0, value.adjusted() + 1))
    return f"{round(value, min(places, 4)):,f}".rstrip("0").rstrip(".")

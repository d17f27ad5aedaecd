"""Whether printed figures add up, and whether two of them can be one and the same: rounding and bounds respected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, localcontext
from typing import Literal

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.reading.figures.numbers import PRECISE
from checks.reading.figures.rounding import Ends, is_measure, meant

Answer = Literal["yes", "no", "cannot tell"]

# Units that are one another times a plain number, each with how many of the first of its kind it is.
_KINDS = {
    "length": {"millimetre": 1, "mm": 1, "centimetre": 10, "cm": 10, "metre": 1000, "meter": 1000, "m": 1000,
               "kilometre": 10**6, "kilometer": 10**6, "km": 10**6},
    "weight": {"gram": 1, "g": 1, "kilogram": 1000, "kilo": 1000, "kg": 1000, "tonne": 10**6},
    "volume": {"millilitre": 1, "ml": 1, "centilitre": 10, "litre": 1000, "liter": 1000},
    "hours": {"second": 1, "minute": 60, "hour": 3600},
    "days": {"day": 1, "week": 7, "fortnight": 14},
    "months": {"month": 1, "year": 12, "decade": 120, "century": 1200},
    "share": {"percent": 1, "per cent": 1, "%": 1, "pct": 1},
}  # fmt: skip
_UNITS = {name: (kind, size) for kind, units in _KINDS.items() for name, size in units.items()}
_COINS = {
    "$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "us$": "dollar",
    **{coin: coin for coin in ("dollar", "pound", "euro", "yen", "rupee", "yuan", "rouble", "ruble", "franc", "peso")},
}  # fmt: skip
_DAYS_OF = {"days": (1, 1), "months": (28, 31)}  # the least and the most days in the first unit of each kind
_IRREGULAR = {"centuries": "century"}
_HUNDRED = 100  # from here on a round figure may be a rounded one


def add_up(parts: Sequence[Amount], total: Amount) -> tuple[Answer, str]:
    """Whether the parts add up to the total, and why, in words: the sum, and by how much it misses.

    *yes* where the figures as printed do, *no* where nothing that rounds to them does, else *cannot tell*. Raises
    `CaseError` where the units cannot be added.
    """
    with localcontext(PRECISE):
        scale = _common([*parts, total])
        values = [_scaled(part, scale) for part in parts]
        low, high = ends_of_sum(parts, scale)
        least, most = _ends(total, scale)
        goal = _scaled(total, scale)
        exact = sum(values, Decimal(0))
        bounded = any(part.bound for part in parts)
        added = f"{' + '.join(_shown(value) for value in values)} is " if len(values) > 1 else ""
        told = f"{added}{_shown(exact)}"
        if _out_of_reach((low, high), (least, most), rounded=most is not None and most > goal):
            miss = f"{_shown(abs(exact - goal))} too {'many' if exact > goal else 'few'}"
            more = f"not {_shown(goal)}" if not total.bound else f"not {total.bound} {_shown(goal)}"
            near = ", even with rounding" if low != high and not bounded else ""
            return "no", f"{told}, {more}{near}: {miss}"
        if not bounded and _holds(exact, goal, total):
            return "yes", f"{told}, as stated" if not total.bound else f"{told}, which is {total.bound} {_shown(goal)}"
        why = "with a bound that leaves it open" if bounded or total.bound else "which rounding could explain"
        return "cannot tell", f"{told} against {_shown(goal)}, {why}"


def agree(one: Amount, other: Amount) -> tuple[Answer, str]:
    """Whether two printed figures can be one and the same thing, and why, in words.

    *yes* where they are the same figure, or one lies wholly within what the other can stand for; *no* where nothing
    rounds to both; else *cannot tell*. Raises `CaseError` where the units cannot be compared.
    """
    with localcontext(PRECISE):
        if kinds := _two_kinds(one, other):
            return kinds
        scale = _common([one, other])
        first, second = _scaled(one, scale), _scaled(other, scale)
        (a, b), (c, d) = _loosely(one, other, scale), _loosely(other, one, scale)
        told = f"{_named(one)} and {_named(other)}"
        if _apart((a, b), (c, d)) or _apart((c, d), (a, b)):
            times = _ratio(first, second)
            apart = f"one is {times} times the other" if times else f"they are {_shown(abs(first - second))} apart"
            return "no", f"{told} cannot be the same figure: {apart}"
        strict = _ends(one, scale), _ends(other, scale)
        if (first == second and one.bound == other.bound) or _inside(*strict) or _inside(*reversed(strict)):
            return "yes", f"{told} agree"
        return "cannot tell", f"{told} can be the same figure, rounded or bounded"


def currency(amount: Amount) -> str:
    """The currency that an amount is in, if it is money: dollar, pound … of a rate (pounds a pupil) too."""
    word = amount.unit.lower().partition(" ")[0]
    return _COINS.get(word) or _COINS.get(word.removesuffix("s"), "")


def in_unit_of(one: Amount, other: Amount) -> Amount:
    """The other figure in the unit of the first, where the two are measures of one kind: 5 tonnes beside kilograms."""
    (kind, size), (other_kind, other_size) = _kind(one.unit), _kind(other.unit)
    if not kind or kind != other_kind or size == other_size:
        return other
    high = None if other.high is None else other.high * other_size / size
    return replace(other, value=other.value * other_size / size, unit=one.unit, high=high)


def _two_kinds(one: Amount, other: Amount) -> tuple[Answer, str] | None:
    """What is told of two currencies, and of days beside months: None where the units are of one kind."""
    told = f"{_named(one)} and {_named(other)}"
    coins = currency(one), currency(other)
    if all(coins) and coins[0] != coins[1]:
        if one.value == other.value:
            return "no", f"{told} cannot be the same figure: it is one number in two currencies"
        return "cannot tell", f"{told} are in two currencies, and no rate between them is given"
    kinds = [_kind(amount.unit) for amount in (one, other)]
    if {kind for kind, _ in kinds} != set(_DAYS_OF):
        return None
    spans = []
    for amount, (kind, size) in zip((one, other), kinds, strict=True):
        (low, high), (least, most) = meant(amount), _DAYS_OF[kind]
        spans.append((None if low is None else low * size * least, None if high is None else high * size * most))
    if _apart(spans[0], spans[1]) or _apart(spans[1], spans[0]):
        return "no", f"{told} cannot be the same figure: a month has 28 to 31 days"
    return "cannot tell", f"{told} can be the same figure, since a month has 28 to 31 days"


def _kind(unit: str) -> tuple[str, int]:
    """The kind of a unit, and how many of the first unit of its kind it is."""
    name = _IRREGULAR.get(unit.lower(), unit.lower())
    return _UNITS.get(name) or _UNITS.get(name.removesuffix("s")) or ("", 1)


def _apart(lower: Ends, higher: Ends) -> bool:
    """Whether all of one lies below the other; 12.5 is rounded one way alone, so 12 and 13 percent only touch."""
    (a, b), (c, d) = lower, higher
    if b is None or c is None:
        return False
    return b < c or (b == c and a not in (None, b) and d not in (None, c))


def _out_of_reach(added: Ends, stated: Ends, rounded: bool) -> bool:
    """Whether no sum is a total that it could be; halves are rounded one way alone: ranges that touch do not meet.

    `rounded` is whether the total may be above the figure that is printed.
    """
    (low, high), (least, most) = added, stated
    wide = low not in (None, high) and least not in (None, most)
    touching = wide or (rounded and least is None and low not in (None, high))
    above = low is not None and most is not None and (low > most or (touching and low == most))
    return above or (high is not None and least is not None and (high < least or (wide and high == least)))


def ends_of_sum(parts: Sequence[Amount], scale: dict[str, int]) -> Ends:
    """The least and the most that parts told together can add up to.

    A whole million beside one with a decimal (4 million and 3.5 million) is good to a tenth: idle noughts are dropped.
    """
    ends = [_ends(part, scale) for part in parts]
    sizes = [_million(part.value) for part in parts]
    fine = {
        size for part, size in zip(parts, sizes, strict=True) if part.value % size and not part.value % (size / 100)
    }
    for k, part in enumerate(parts):
        size, (low, high) = sizes[k], ends[k]
        if part.bound or size not in fine or low is None or high is None or part.value % size or size == 1:
            continue
        spare = size * scale[part.unit] / 20
        ends[k] = max(low, _scaled(part, scale) - spare), min(high, _scaled(part, scale) + spare)
    return _sum(ends)


def _million(value: Decimal) -> Decimal:
    """The million, billion or trillion that a figure is told in, 1 below a million."""
    return Decimal(1).scaleb(3 * (value.adjusted() // 3)) if abs(value) >= 10**6 else Decimal(1)


def _holds(exact: Decimal, goal: Decimal, total: Amount) -> bool:
    """Whether a sum without rounding meets the total as printed."""
    if total.bound in ("at most", "less than"):
        return exact <= goal if total.bound == "at most" else exact < goal
    if total.bound in ("at least", "more than"):
        return exact >= goal if total.bound == "at least" else exact > goal
    return exact == goal and not total.bound


def _inside(inner: Ends, outer: Ends) -> bool:
    (a, b), (c, d) = inner, outer
    if None in inner and inner != outer:
        return False
    return (c is None or (a is not None and a >= c)) and (d is None or (b is not None and b <= d))


def _ends(amount: Amount, scale: dict[str, int]) -> Ends:
    """What a figure can stand for, in the smallest unit; a bare one beside measures is of the same unit as they are."""
    size = scale[amount.unit]
    unit = amount.unit or next((unit for unit, other in scale.items() if unit and other == size), "")
    low, high = meant(replace(amount, unit=unit) if is_measure(unit) else amount)
    return None if low is None else low * size, None if high is None else high * size


def _loosely(amount: Amount, other: Amount, scale: dict[str, int]) -> Ends:
    """What a figure can stand for beside a finer one: 12 beside 12.4 is 11.5 to 12.5, and 300 beside 312 is rounded."""
    low, high = _ends(amount, scale)
    if amount.bound or amount.high is not None or low is None or high is None:
        return low, high
    size, value = scale[amount.unit], _scaled(amount, scale)
    finer = other.value.as_tuple().exponent
    spare = Decimal(0)
    if isinstance(finer, int) and finer < 0 and amount.value == amount.value.to_integral_value():
        spare = Decimal(size) / 2
    if abs(amount.value) >= _HUNDRED and amount.value == amount.value.to_integral_value():
        spare = max(spare, min(_place(amount.value), abs(amount.value)) * size / 2)
    if not spare or value == _scaled(other, scale):
        return low, high
    return min(low, value - spare), max(high, value + spare)


def _place(value: Decimal) -> Decimal:
    """The place of the last digit that is not nought, at most a tenth: 100 in 1,200; 0 for a figure not round."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent > 0 else Decimal(0)


def _sum(ends: Sequence[Ends]) -> Ends:
    lows, highs = [low for low, _ in ends], [high for _, high in ends]
    low = sum((low or Decimal(0) for low in lows), Decimal(0))  # "up to 40" is none at least
    known = [high for high in highs if high is not None]
    return low, sum(known, Decimal(0)) if len(known) == len(highs) else None


def _common(amounts: Sequence[Amount]) -> dict[str, int]:
    """How many of the smallest unit each printed unit is. Raises `CaseError` for units of two kinds."""
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for amount in amounts:
        kinds[amount.unit], sizes[amount.unit] = _kind(amount.unit)
    if len(set(kinds.values()) - {""}) > 1:
        raise CaseError(f"{' and '.join(unit for unit in kinds if unit)} are not units of one kind")
    if "share" in kinds.values() and any(unit and not kinds[unit] and "percent" not in unit for unit in kinds):
        named = " and ".join(unit for unit in kinds if unit)
        raise CaseError(f"{named} are not of one kind: whether a percentage follows is for `percentage_follows`")
    least = min((size for unit, size in sizes.items() if kinds[unit]), default=1)
    bare = next((size for unit, size in sizes.items() if kinds[unit]), 1)  # “52 percent for, 38 against”
    return {unit: (size if kinds[unit] else bare) // least for unit, size in sizes.items()}


def _scaled(amount: Amount, scale: dict[str, int]) -> Decimal:
    return amount.value * scale[amount.unit]


def _ratio(one: Decimal, other: Decimal) -> str:
    """Ten, a hundred or a thousand where one figure is that many times the other: a slip of a nought or of a scale."""
    small, large = sorted((abs(one), abs(other)))
    return next((f"{times:,}" for times in (10, 100, 1000, 10**6) if small and small * times == large), "")


def _named(amount: Amount) -> str:
    """A figure as in a sentence, without the idle noughts of “$3.40 million”."""
    high = None if amount.high is None else _plain(amount.high)
    return str(replace(amount, value=_plain(amount.value), high=high))


def _shown(value: Decimal) -> str:
    return f"{_plain(value):,f}"


def _plain(value: Decimal) -> Decimal:
    if value != value.to_integral_value():
        return value.normalize()
    return value.quantize(Decimal(1)) if value.adjusted() < PRECISE.prec - 1 else value

"""What a printed figure can stand for: the values that a newspaper would round to it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation, localcontext

from checks.case.amount import Amount, Bound
from checks.reading.figures.numbers import PRECISE
from checks.reading.figures.units import MONEY, UNITS
from checks.reading.parts import AmountPhrase

Ends = tuple[Decimal | None, Decimal | None]  # the least and the most it can be; None where that side is open

_ABOUT = Decimal("0.1")  # "about 40" is 36 to 44
_SHARE = Decimal("0.03")  # "two-thirds" is 64 to 70 percent
_MILLION = Decimal(10**6)
_EXACT_BELOW = 1000  # counts of people and things below it are given as they are
_NEARLY = re.compile(
    r"(?:nearly|almost|close to|nearing|approaching|barely|virtually|not quite|just (?:under|below|short of)"
    r"|(?:slightly|a little) (?:less than|under))\b",
    re.IGNORECASE,
)
_JUST_OVER = re.compile(r"(?:just (?:over|above|more than)|(?:slightly|a little) (?:more than|over))\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:half|quarter|third)s?\b", re.IGNORECASE)  # half a million is a round figure
_DECIMALS = re.compile(r"[0-9]\.([0-9]{1,9})(?![0-9])")
_COINS = {"$", "£", "€", "¥", "₹", *(f"{coin}s" for coin in MONEY), *MONEY, "pence", "cents"}
_MEASURES = (UNITS - MONEY) | {"km", "kg", "cm", "mm", "m", "ft", "lb", "%", "per cent", "feet"}
_PERCENT = {"percent", "percentage point", "percentage points", "%", "per cent", "pct"}
_EXACT = {"rank", "tally", "ratio", "year"}


def meant(amount: Amount | AmountPhrase, printed: str = "") -> Ends:
    """The least and the most that a printed figure can stand for, both included; None where that side is open.

    `printed` is the figure as it stands in the text, which tells “nearly” from “about” and 12.0 from 12. Counts and
    sums of money below a thousand are exact, as are large figures that are not round; 1,200 is 1,150 to 1,250, 1.2
    million is 1.15 to 1.25 million, 12.4 percent is 12.35 to 12.45, and a measure is good to half of its last digit.
    "More than 40" has no upper end. Rounding is to the nearest, half either way (NIST Special Publication 811, B.7).
    """
    words = " ".join((printed or (amount.exact if isinstance(amount, AmountPhrase) else "")).split())
    with localcontext(PRECISE):
        try:
            return _meant(amount, words)
        except InvalidOperation:  # a figure beyond all measure
            return None, None


def _meant(amount: Amount | AmountPhrase, words: str) -> Ends:
    if isinstance(amount, AmountPhrase) and amount.value is None:
        low, high = amount.low, amount.high
        if amount.unit == "tally" or low is None or high is None:
            return low, high
        return low - half_a_step(low, amount.unit, ""), high + half_a_step(high, amount.unit, "")
    value, bound = amount.value, amount.bound
    if value is None:
        return None, None
    spare = half_a_step(value, amount.unit, words)
    if isinstance(amount, Amount) and amount.high is not None:
        return value - spare, amount.high + half_a_step(amount.high, amount.unit, "")
    return _bounded(value, bound, spare, words)


def _bounded(value: Decimal, bound: Bound, spare: Decimal, words: str) -> Ends:
    """The ends as the words before the figure leave them."""
    wide = max(spare, abs(value) * _ABOUT)
    spare = wide if _HALF.search(words) else spare
    if _NEARLY.match(words):
        return value - wide, value + spare
    if _JUST_OVER.match(words):
        return value - spare, value + wide
    if bound == "about":
        return value - wide, value + wide
    if bound in ("more than", "at least"):
        return value - spare, None
    if bound in ("less than", "at most"):
        return None, value + spare
    return value - spare, value + spare


def half_a_step(value: Decimal, unit: str = "", printed: str = "") -> Decimal:
    """How far the true value may lie from a figure that was rounded to `value`: half a step of its last digit.

    0 for a count or a sum of money that is given as it is.
    """
    if unit in _EXACT:
        return Decimal(0)
    if unit == "share":
        return min(_SHARE, abs(value) * _ABOUT)
    size = abs(value)
    if size >= _MILLION:
        step = min(_zeros(size), _scale(size), _stated(size))
        return step / 2 if step > 1 else Decimal(0)
    decimals = _decimals(value, printed)
    if decimals:
        return Decimal(1).scaleb(-decimals) / 2
    if not is_measure(unit) and size < _EXACT_BELOW:
        return Decimal(0)
    if unit in _PERCENT:
        return Decimal(0) if size == 100 else Decimal("0.5")
    two_digits = Decimal(1).scaleb(max(0, size.adjusted() - 1)) if size else Decimal(1)
    step = min(_zeros(size), two_digits) if size else Decimal(1)
    return step / 2 if step > 1 or is_measure(unit) else Decimal(0)


def is_measure(unit: str) -> bool:
    """Whether a unit is measured (metres, percent, hours), and not counted (people, homes) or paid (dollars)."""
    name = unit.lower().strip()
    if not name or name in _COINS:
        return False
    return name in _MEASURES or (name[-1] == "s" and name[:-1] in _MEASURES)


def _zeros(size: Decimal) -> Decimal:
    """The place of the last digit that is not nought: 100 in 1,200, and 1 in 1,234 and 1,234.5."""
    exponent = size.normalize().as_tuple().exponent
    return Decimal(1).scaleb(max(0, exponent)) if isinstance(exponent, int) else Decimal(1)


def _stated(size: Decimal) -> Decimal:
    """The place of the last digit that was written before `million` or the like: ten thousand in 1.00 million."""
    exponent = size.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent > 0 else size


def _scale(size: Decimal) -> Decimal:
    """The million, billion or trillion that it is written in."""
    return Decimal(1).scaleb(3 * (size.adjusted() // 3))


def _decimals(value: Decimal, printed: str) -> int:
    found = _DECIMALS.search(printed)
    if found:
        return len(found[1])
    exponent = value.as_tuple().exponent
    return min(9, max(0, -exponent)) if isinstance(exponent, int) and value != value.to_integral_value() else 0

"""What two figures come to, as a percentage, in points, as a multiple or for each, held against what is stated."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from checks.case.amount import Amount
from checks.case.errors import Unfit
from checks.reading.figures.numbers import PARTS, SMALL
from checks.reading.figures.rounding import meant
from checks.reading.figures.sums import currency, in_unit_of

Way = Literal["", "up", "down"]
Stands = Literal["follows", "nearly", "as points", "does not follow"]
Ends = tuple[Fraction | None, Fraction | None]  # the least and the most; None where that side is open

_UP = {"up", "rise", "increase", "more", "higher", "gain", "growth", "above", "extra", "jump", "climb"}
_DOWN = {
    "down",
    "fall",
    "decrease",
    "less",
    "fewer",
    "lower",
    "loss",
    "drop",
    "decline",
    "cut",
    "off",
    "below",
    "discount",
}
_PERCENT = re.compile(r"(?:%|per ?cent\b(?! ?age)|pct\b|pc\b|p\.c\.)")
_POINTS = re.compile(r"(?:percentage[- ]points?|per cent points?|points?|pp)\b")
_BASIS = re.compile(r"(?:basis[- ]points?|bps?)\b")
_TIMES = re.compile(r"(?:-?times|-?fold|x)\b")
_EACH = re.compile(r"\b(?:each|apiece|per \w+|a head|a piece)$")
_ONE_IN = re.compile(r"in ([0-9]{1,6}|\w+)$")
_LOOSE = Fraction(1, 10)  # a stated share this much off, of itself, may be a loose way of putting it
_HALF = Fraction(1, 2)
_TENTH = Fraction(1, 20)  # half of it
_FAR = Fraction(3, 20)
_ROUND = Fraction(5, 2)  # and so may 30 percent for 32
_SCALES = {Decimal(10**12): "trillion", Decimal(10**9): "billion", Decimal(10**6): "million"}
_LIMIT = 20  # digits: beyond them nothing is a figure of the news


@dataclass(frozen=True)
class Stated:
    """A stated percentage: its `kind`, the `ends` of what it can stand for, the way it says, and its words."""

    kind: Literal["percent", "points", "times", "each"]
    ends: Ends
    way: Way
    words: str
    more: bool = False  # "three times more", which is three times or four


@dataclass(frozen=True)
class Outcome:
    """Whether a percentage follows, and one clause that says what the figures come to.

    `nearly` is what a loose or careless rounding would give; `as points` is a number of points called percent.
    """

    stands: Stands
    reason: str


@dataclass(frozen=True)
class _Range:
    """What a figure, or a sum of figures, can be: at face value, at least, and at most (None where that is open)."""

    face: Fraction
    low: Fraction
    high: Fraction | None

    def times(self, by: Fraction | int) -> _Range:
        return _Range(self.face * by, self.low * by, None if self.high is None else self.high * by)

    def plus(self, by: int) -> _Range:
        return _Range(self.face + by, self.low + by, None if self.high is None else self.high + by)

    def minus(self, other: _Range) -> _Range:
        low = self.low - other.high if other.high is not None else Fraction(0)
        return _Range(self.face - other.face, max(low, Fraction(0)), self.high and self.high - other.low)

    def over(self, other: _Range) -> _Range:
        if other.face <= 0 or (other.high is not None and other.high <= 0):
            raise Unfit("no percentage can be taken of nought")
        low = Fraction(0) if other.high is None else self.low / other.high
        return _Range(self.face / other.face, low, self.high / other.low if self.high and other.low > 0 else None)

    def less_than_one(self) -> _Range:
        low = Fraction(0) if self.high is None else max(1 - self.high, Fraction(0))
        return _Range(1 - self.face, low, 1 - self.low)

    def fits(self, ends: Ends) -> bool:
        low, high = ends
        above = high is not None and self.low > high
        return not above and (low is None or self.high is None or self.high >= low)


def stated(percentage: Amount) -> Stated:
    """What a percentage says: `12 percent`, `12 percent down`, `2 points up`, `3 times`, `a third`, `$300 each`.

    Raises `Unfit` for what is no percentage, multiple, fraction or rate.
    """
    unit = percentage.unit.lower().strip()
    said = set(re.findall(r"[a-z]+", unit))
    way: Way = "down" if said & _DOWN else "up" if said & _UP else ""
    plain = replace(percentage, unit="percent") if _PERCENT.match(unit) or _POINTS.match(unit) else percentage
    low, high = (_exactly(end) for end in meant(plain))
    if low == high != 0 and low is not None and high is not None and plain.unit == "percent":
        low, high = low - _HALF, high + _HALF  # 100 percent is exact as a whole, not as a rise
    words = _figure(percentage)
    if percentage.value < 0:
        way, low, high = "down", high and -high, low and -low
        words = f"{_figure(replace(percentage, value=-percentage.value))} down"
    if _PERCENT.match(unit):
        return Stated("percent", (low, _cut_off(percentage, high)), way, words)
    if _POINTS.match(unit) or _BASIS.match(unit):
        size = Fraction(1, 100) if _BASIS.match(unit) else Fraction(1)
        return Stated("points", (low and low * size, high and high * size), way, words)
    if _TIMES.match(unit):
        face = abs(Fraction(percentage.value))
        low, high = (None if end is None else face * by for end, by in ((low, 1 - _LOOSE), (high, 1 + _LOOSE)))
        return Stated("times", (low, high), "down" if way == "down" else "", words, more=way == "up")
    part = _fraction(unit, percentage)
    if part is not None:
        ends = (None if low is None else part * (1 - _LOOSE), None if high is None else part * (1 + _LOOSE))
        return Stated("percent", (ends[0] and ends[0] * 100, ends[1] and ends[1] * 100), way, words)
    if _EACH.search(unit):
        return Stated("each", (low, _cut_off(percentage, high)), "", words)
    raise Unfit(f"`{percentage}` is no percentage: write it as 12 percent, 12 percent down, 2 points, 3 times, a third")


def follows(
    percentage: Amount, part: Amount | None, whole: Amount | None, was: Amount | None, now: Amount | None
) -> Outcome:
    """Whether the percentage follows from part and whole, or from the figure before and the figure after.

    Every figure stands for all values that round to it. Raises `Unfit` where neither pair is there, and for figures
    of which no percentage can be taken.
    """
    says = stated(percentage)
    coins = {currency(one): one for one in (part, whole, was, now) if one is not None and currency(one)}
    if len(coins) > 1:
        told = " and ".join(_figure(one) for one in coins.values())
        return Outcome("nearly", f"{told} are in two currencies, and no rate between them is given")
    if part is not None and whole is not None:
        return _of_whole(says, in_unit_of(whole, part), whole)
    if was is not None and now is not None:
        return _of_change(says, was, in_unit_of(was, now))
    raise Unfit("a percentage needs `part` and `whole`, or `was` and `now`: give both of a pair")


def _of_whole(says: Stated, part: Amount, whole: Amount) -> Outcome:
    p, w = _range(part), _range(whole)
    if says.kind == "points" and not (part.unit and whole.unit):
        raise Unfit("percentage points are a change: give `was` and `now`")
    if says.way and says.kind != "times":
        raise Unfit(f"{says.words} is a change: give `was` and `now`, not `part` and `whole`")
    if says.kind == "points":
        come = f"{_plain(p.over(w).times(100).face)} percent"
        told = f"{_figure(part)} of {_figure(whole)} is {come}, not {says.words}"
        return Outcome("does not follow", f"{told}: points are the difference of two percentages")
    if says.kind == "each":
        return _held(says, p.over(w), f"{_figure(part)} over {_figure(whole)}", lambda x: f"{_plain(x)} each")
    if says.kind == "times":
        return _held(says, p.over(w), f"{_figure(part)} against {_figure(whole)}", lambda x: f"{_plain(x)} times")
    share, rest = p.over(w).times(100), w.minus(p)
    mistakes = [("that is the share of the rest", _Range(Fraction(100), Fraction(100), Fraction(100)).minus(share))]
    if rest.face > 0:
        mistakes.append(("that is what it comes to of the rest", p.over(rest).times(100)))
    if p.face > 0:
        mistakes.append(("that is the one figure turned over the other", w.over(p).times(100)))
    words = f"{_figure(part)} of {_figure(whole)}"
    if _PERCENT.match(whole.unit.lower()):
        return _held(says, share, words, lambda x: f"{_plain(x)} percent")
    return _held(says, share, words, lambda x: f"{_plain(x)} percent", [*mistakes, *_slips(share)])


def _of_change(says: Stated, was: Amount, now: Amount) -> Outcome:
    a, b = _alike(_range(was), was, now), _alike(_range(now), now, was)
    if says.kind == "each":
        raise Unfit("what each gets needs `part` and `whole`")
    fell = b.face < a.face
    way: Way = "down" if fell else "up" if a.face < b.face else ""
    ratio, points = b.over(a), a.minus(b) if fell else b.minus(a)
    grown = (ratio.less_than_one() if fell else ratio.plus(-1)).times(100)
    words = f"from {_figure(was)} to {_figure(now)}"
    shares = all(_PERCENT.match(one.unit.lower()) for one in (was, now))
    in_percent, in_points = f"{_plain(grown.face)} percent", f"{_plain(points.face)} percentage points"
    told = f"a {_noun(way)} of {in_points if says.kind == 'points' else in_percent}" if way else "no change"
    if says.way and way != says.way and not (way == "" and _may_be_none(says)):
        return Outcome("does not follow", f"{words} is {told}, not a {_noun(says.way)}")
    if says.kind == "times":
        turned = a.over(b) if fell and b.face and (says.ends[0] or 0) > 1 else ratio
        return _held(says, turned, words, lambda x: f"{_plain(x)} times", _slips(turned))
    if says.kind == "points":
        if not shares and was.unit and now.unit:
            told = f"{words} is {f'a {_noun(way)} of {in_percent}' if way else 'no change'}, not {says.words}"
            return Outcome("does not follow", f"{told}: only two percentages are points apart")
        if not shares:
            raise Unfit("percentage points are between two percentages: write the unit of `was` and `now`")
        return _held(says, points, words, lambda x: told, [(f"it is {in_percent}, and {in_points}", grown)])
    if shares and points.fits(says.ends) and (not grown.fits(says.ends) or _meant_points(says, points, grown)):
        return Outcome("as points", f"{words} is {in_points}, and {in_percent}, not {says.words}")
    mistakes = [("that is what it now is of what it was", ratio.times(100))]
    if b.face:
        mistakes.insert(0, ("that is the difference as a share of the later figure", points.over(b).times(100)))
    return _held(says, grown, words, lambda x: told, [*mistakes, *_slips(grown)])


def _held(
    says: Stated, come: _Range, words: str, told: Callable[[Fraction], str],
    mistakes: Sequence[tuple[str, _Range]] = (),
) -> Outcome:  # fmt: skip
    """The outcome of a stated percentage against what the figures come to."""
    if come.fits(says.ends) or (says.more and come.plus(-1).fits(says.ends)):
        return Outcome("follows", f"{words} is {told(come.face)}")
    reason = f"{words} is {told(come.face)}, not {says.words}"
    if _is_close(says, come):
        return Outcome("nearly", reason)
    why = next((why for why, other in mistakes if other.low > 0 and other.fits(says.ends)), "")
    return Outcome("does not follow", f"{reason}: {why}" if why else reason)


def _is_close(says: Stated, come: _Range) -> bool:
    """Whether a careless or generous rounding would fit: a point off, a tenth, or 30 percent for 32."""
    low, high = says.ends
    middle = (low + high) / 2 if low is not None and high is not None else low if high is None else high
    if middle is None:
        return False
    if abs(come.face - middle) > max(abs(middle) * _FAR, _ROUND):
        return False
    spare = abs(middle) * (_LOOSE / 2 if says.kind == "times" else _LOOSE)
    if says.kind == "percent":
        open_end = low is None or high is None  # "more than half" is not said of 46 percent
        spare = min(max(spare, Fraction(1)), _ROUND if round(middle) % 5 == 0 and not open_end else Fraction(3, 2))
    return come.fits((None if low is None else low - spare, None if high is None else high + spare))


def _meant_points(says: Stated, points: _Range, grown: _Range) -> bool:
    """Whether the printed figures differ by just as many points, and come to another percentage altogether."""
    low, high = says.ends
    return low is not None and high is not None and low <= points.face <= high and grown.face > 2 * high


def _may_be_none(says: Stated) -> bool:
    return says.ends[0] is not None and says.ends[0] < 1


def _slips(come: _Range) -> list[tuple[str, _Range]]:
    """A point or a nought too many or too few."""
    return [("a decimal point may have slipped", come.times(by)) for by in (10, Fraction(1, 10))]


def _range(amount: Amount) -> _Range:
    """What a figure of a pair can stand for."""
    if amount.value < 0:
        raise Unfit(f"`{amount}` is below nought, and no percentage can be taken of it")
    low, high = _exactly(meant(amount)[0]), _exactly(meant(amount)[1])
    return _Range(_exactly(amount.value) or Fraction(0), max(low or Fraction(0), Fraction(0)), high)


def _alike(one: _Range, printed: Amount, beside: Amount) -> _Range:
    """A whole percentage beside one with decimals, which is then no rounder: from 4 percent to 4.25."""
    whole = printed.value == printed.value.to_integral_value() and not printed.bound
    if not whole or not _PERCENT.match(printed.unit.lower()) or beside.value == beside.value.to_integral_value():
        return one
    return _Range(one.face, max(one.face - _TENTH, Fraction(0)), one.face + _TENTH)


def _exactly(value: Decimal | None) -> Fraction | None:
    if value is None:
        return None
    if not value.is_finite() or abs(value.adjusted()) > _LIMIT:
        raise Unfit("a figure is beyond all that can be compared")
    return Fraction(value)


def _cut_off(amount: Amount, high: Fraction | None) -> Fraction | None:
    """The most that a figure can stand for where digits were cut off and not rounded: 37 percent of 37.9."""
    if high is None or amount.bound or amount.high is not None:
        return high
    return high + (high - abs(Fraction(amount.value))) * Fraction(999, 1000)


def _fraction(unit: str, amount: Amount) -> Fraction | None:
    """`a third`, `two thirds`, `one in five` as a part of one."""
    word = re.match(r"[a-z]+", unit)
    if word and word[0] in PARTS:
        return Fraction(amount.value) / PARTS[word[0]]
    found = _ONE_IN.match(unit)
    number = None if found is None else int(found[1]) if found[1].isdigit() else SMALL.get(found[1])
    return Fraction(amount.value) / Fraction(number) if number else None


def _plain(value: Fraction) -> str:
    """A figure as it would be written: 15, 12.5, 0.04, 1,250."""
    places = 0 if abs(value) >= 1000 else 1 if abs(value) >= 1 else 2
    shown = f"{float(round(value, places)):,.{places}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _figure(amount: Amount) -> str:
    """An amount as it would be written: 1.2 million dollars, and no noughts after the point."""
    if amount.high is not None or abs(amount.value.adjusted()) > _LIMIT:
        return str(amount)
    scale = next((n for n in _SCALES if amount.value >= n and amount.value % (n / 1000) == 0), Decimal(1))
    value = amount.value / scale
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    coin = amount.unit[:1] if amount.unit.startswith(("$", "£", "€", "¥")) else ""
    unit = amount.unit[len(coin) :].strip()
    number = " ".join(part for part in (f"{coin}{value:,f}", _SCALES.get(scale, ""), unit) if part)
    return number if amount.bound in ("", "to") else f"{amount.bound} {number}"


def _noun(way: Way) -> str:
    return "rise" if way == "up" else "fall"

"""Slips of the keyboard: two figures of one thing with their digits exchanged, or a thousand times apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from checks.reading.figures.sums import agree
from checks.reading.parts import AmountPhrase, Suspicion
from checks.reading.suspicions.sums.figures import content_of, is_of_another_time
from checks.reading.suspicions.sums.stated import is_money, parsed, words_of, written
from checks.reading.suspicions.sums.things import Thing, things_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

_MOST = 150  # figures of an article that are compared
_SCALES = (10, 100, 1000, 10**6)
_SOLD = re.compile(r"\b(?:sold|sale|auction\w*|fetched|bought|purchased?)\b")
_BUYER = re.compile(r"\b(?:buyer|bidder|purchaser|new owner)\b[^.]*\bpa(?:id|ying|ys)\b")
_HIGH_LOW = re.compile(r"\b(?:highs?|lows?|warm|cold)\b")
_NO_QUANTITY = ("rank", "tally", "share", "times", "ratio")


def slips(reading: Reading) -> Iterable[Suspicion]:
    """Which figures of one thing differ as a slip of the keyboard makes them: 14.6 and 16.4, million and billion."""
    things = [thing for thing in things_in(reading) if _is_told(thing.phrase)]
    by_unit: dict[str, list[Thing]] = defaultdict(list)
    for thing in things[:_MOST]:
        by_unit[_measure(thing.phrase)].append(thing)
    for alike in by_unit.values():
        for one, other in combinations(alike, 2):
            how = _slip(one.phrase.value or Decimal(0), other.phrase.value or Decimal(0))
            if how and _of_one_thing(one, other, alike):
                first, second = written(one.phrase), written(other.phrase)
                left, right = parsed(first), parsed(second)
                if left and right and agree(left, right)[0] == "no":
                    reason = f"“{one.said}” and “{other.said}” seem to tell of one thing and differ by a slip: {how}."
                    asserts = (("figure", first), ("other", second))
                    yield Suspicion(
                        "figures", "figures_agree", reason, "likely", words_of(one.phrase, other.phrase), asserts
                    )


def _is_told(figure: AmountPhrase) -> bool:
    return figure.value is not None and figure.unit not in _NO_QUANTITY and not figure.per and figure.was is None


def _measure(figure: AmountPhrase) -> str:
    """What two figures must share to be compared: money, degrees (which below nought go without a unit), or a unit."""
    degrees = figure.unit.startswith("degree") or (not figure.unit and not figure.of and (figure.value or 0) < 0)
    return "money" if is_money(figure) else "degree" if degrees else figure.unit


def _slip(one: Decimal, other: Decimal) -> str:
    """How two figures differ as a slip of the keyboard makes them; empty if they do not."""
    if one == other or not one or not other:
        return ""
    low, high = sorted((abs(one), abs(other)))
    digits, others = (_digits(value) for value in (low, high))
    if digits == others and high / low in _SCALES:
        return f"one is {high / low:,f} times the other" if len(digits) > 1 else ""
    apart = [k for k, (a, b) in enumerate(zip(digits, others, strict=False)) if a != b]
    same_size = len(digits) == len(others) and low.adjusted() == high.adjusted()
    exchanged = same_size and len(apart) == 2 and sorted(digits) == sorted(others)
    return "two digits are exchanged" if exchanged else ""


def _extreme(thing: Thing) -> set[str]:
    """Whether a temperature is told as a high or a low one."""
    words = f"{thing.stated.low[thing.index][-40:]} {thing.stated.low[thing.index + 1][:25]}"
    return {found[:4].rstrip("s").replace("warm", "high").replace("cold", "low") for found in _HIGH_LOW.findall(words)}


def _digits(value: Decimal) -> str:
    """The digits of a figure without idle noughts at its end."""
    return "".join(map(str, value.normalize().as_tuple().digits))


def _of_one_thing(one: Thing, other: Thing, alike: Sequence[Thing]) -> bool:
    """Whether figures of two sentences seem to be of one thing: the same noun or fate, and words beside them."""
    if one.stated is other.stated or (one.phrase.change and other.phrase.change):
        return False
    if is_money(one.phrase) and one.phrase.unit != other.phrase.unit:
        return False
    if not one.phrase.unit and (one.noun != other.noun and not (one.fate and one.fate == other.fate)):
        return False
    if _measure(one.phrase) == "degree" and _extreme(one) | _extreme(other) == {"high", "low"}:
        return False
    if is_of_another_time(one) or is_of_another_time(other):
        return False
    if min(len(_digits(thing.phrase.value or Decimal(0))) for thing in (one, other)) > 1 and other.known:
        return True  # “the 1.2 million pounds”, of which nothing was said but that they were 1.2 billion
    if is_money(one.phrase) and _SOLD.search(one.stated.text) and _BUYER.search(other.stated.text):
        return True
    return bool(content_of(one) & content_of(other)) or bool(one.fate and one.fate == other.fate)

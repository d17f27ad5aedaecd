"""A number with its unit, currency, sign and rate, on the page it stands on; and whether it is an amount at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checks.case.amount import Bound
from checks.reading.figures.bounds import Change
from checks.reading.figures.counted import millions_of
from checks.reading.figures.designations import is_clock_or_date, is_designation, is_half_of_a_match, is_year
from checks.reading.figures.numbers import HYPHENS, Number, Token, Tokens, number_at, part, tokens, without_idle_zeros
from checks.reading.figures.units import MONEY, TIMES, coin_after, coin_before, pounds, rate_at, unit_at
from checks.reading.parts import AmountPhrase

_TITLE = Decimal("0.8")  # from this share of capitals on, a line is a headline
# These may stand between a number and a length of time: "20 more years".
_BEFORE_UNIT = {
    "more", "additional", "consecutive", "full", "extra", "further", "straight", "successive", "whole", "long",
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """The tokens of a text; which of them open a sentence, stand in a headline, or belong to a date."""

    text: str
    toks: Tokens
    opening: frozenset[int]
    titles: frozenset[int]
    dated: frozenset[int]


@dataclass(frozen=True)
class Measure:
    """A number with its unit and rate, at tokens `first` to `last`."""

    first: int
    last: int
    value: Decimal
    unit: str
    per: str
    number: Number


def page_of(text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[tuple[int, int]]) -> Page:
    """The tokens of a text, and where its sentences open, its headlines and its dates stand."""
    toks = tokens(text)
    starts, spans = sorted(start for start, _ in sentences), sorted(dates)
    firsts = [start for start, _ in spans]
    opening, titles, dated = set(), set(), set()
    line: list[int] = []
    last = -1
    for i, token in enumerate([*toks, Token(len(text), len(text), "\n", "\n", "p")]):
        sentence = bisect_right(starts, token.start)
        if token.text == "\n" or sentence != last:
            words = [k for k in line if toks[k].kind == "w" and len(toks[k].text) > 3]
            if len(words) > 2 and sum(toks[k].text[0].isupper() for k in words) >= _TITLE * len(words):
                titles.update(line)
            line, last = [], sentence
        if token.kind == "p":
            continue
        if not line or toks.at(i - 1).text in tuple("“‘\"'(:—"):
            opening.add(i)
        line.append(i)
        place = bisect_right(firsts, token.start) - 1
        if place >= 0 and token.start < spans[place][1]:
            dated.add(i)
    return Page(text, toks, frozenset(opening), frozenset(titles), frozenset(dated))


def left_alone(page: Page, one: Measure, bounded: bool) -> bool:
    """Whether a number is no amount: a date, a year, a name, the half of a match; `bounded` where a bound precedes."""
    number, before = one.number, one.number.first - 1
    measured = bool(one.unit) or number.scale > 1 or number.kind == "plural"
    if one.unit in MONEY and one.first < number.first:
        return False
    if not one.unit and is_clock_or_date(page.toks, number.first, number.last):
        return True
    if not measured and number.last == number.first + 1 and is_year(page.toks, number.first, bounded):
        return True
    opening = (number.first if page.toks[number.first].kind == "w" else before) in page.opening
    if is_designation(page.toks, number, one.unit, opening, number.first in page.titles, measured or bounded):
        return True
    return number.kind == "fraction" and not one.unit and not bounded and is_half_of_a_match(page.toks, number)


def measure_at(page: Page, i: int) -> Measure | None:
    """The number at token `i` with its sign, the currency before it or the unit after it, and its rate."""
    toks, first, sign = page.toks, i, 1
    dash = toks.at(i - 1).text in ("-", "−", "–") and toks.joined(i)
    if toks.at(i - 1 - dash).low in ("minus", "negative"):
        first, sign = i - 1 - dash, -1
    elif dash and not toks.joined(i - 1) and not toks.at(i - 2).text.isupper():  # "COVID -19" is no amount below zero
        first, sign = i - 1, -1
    coin = coin_before(toks, first)
    if coin and toks.at(coin[1] - 1).low == "minus":
        coin, sign = (coin[0], coin[1] - 1), -1
    number = number_at(toks, i, coin is not None)
    if number is None:
        return None
    if not coin and millions_of(toks, number):
        number = replace(number, last=number.last + 1, value=number.value * 10**6, scale=Decimal(10**6))
    value, last, unit, per = sign * number.value, number.last, "", ""
    if coin:
        unit, first = coin
        if toks.at(first - 1).text in ("-", "−") and toks.joined(first) and not toks.joined(first - 1):
            first, value = first - 1, -value
        last = coin_after(toks, last)
    else:
        at = last + (number.kind in ("fraction", "plural") and toks.at(last).low == "of")
        at += number.kind == "fraction" and toks.at(at).low in ("a", "an")
        named = unit_at(toks, at) or pounds(toks, number, at)
        if named is None and number.kind == "fraction" and at > last:  # half of 1 percent
            whole = number_at(toks, at)
            named = unit_at(toks, whole.last) if whole and whole.value == 1 else None
        if named is None and toks.at(at).low in _BEFORE_UNIT:
            later = unit_at(toks, at + 1)
            named = later if later and later.name in TIMES else None
        if named:
            unit, per, last = named
        elif toks.at(i - 1 - (toks.at(i - 1).text in HYPHENS)).low == "magnitude":
            unit = "magnitude"
    if unit in TIMES and [token.low for token in toks[last : last + 3]] == ["and", "a", "half"]:
        value, last = value + part(1, 2), last + 3
    if unit == "foot":
        value, last = _inches(toks, value, last)
    rate = None if per else rate_at(toks, last)
    if rate:
        per, last = rate
    return Measure(first, last, without_idle_zeros(value), unit, per, number)


def _inches(toks: Tokens, feet: Decimal, last: int) -> tuple[Decimal, int]:
    """A height in feet with the inches after it, and the token after those: `6-foot-3`, `5ft 10in`."""
    hyphen = toks.at(last).text in HYPHENS and toks.joined(last)
    inches = number_at(toks, last + hyphen)
    if inches is None or inches.last != last + hyphen + 1 or inches.value >= 12 or inches.kind == "fraction":
        return feet, last
    named = toks.at(inches.last).low in ("in", "inch", "inches", "ins")
    marked = toks.at(last - 1).text in ("'", "’", "′") and toks.joined(last)
    last_inch = inches.last + (named or (marked and toks.at(inches.last).text in ('"', "”", "″")))
    return (feet + part(inches.value, 12), last_inch) if hyphen or named or marked else (feet, last)


def made(
    page: Page,
    first: int,
    last: int,
    value: Decimal | None,
    unit: str,
    bound: Bound = "",
    per: str = "",
    of: str = "",
    change: Change = "",
) -> AmountPhrase:
    """The phrase at tokens `first` to `last`, its ends as the bound leaves them."""
    start, end = page.toks[first].start, page.toks[last - 1].end
    low = None if bound in ("at most", "less than") else value
    high = None if bound in ("at least", "more than") else value
    return AmountPhrase(start, end, page.text[start:end], value, low, high, unit, bound, of, per, change)

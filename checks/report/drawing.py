"""Days as a picture in SVG: a lane for each line of words, its bars and marks beneath, no wider than a telephone.

No font is measured and no library draws, so that the same record gives the same bytes on every machine. All that is
drawn is also said in words, on the picture and beneath it: colour and shape tell nothing alone.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from html import escape

from checks.case.when import MONTHS, When

WIDTH, EDGE = 350, 6  # units, of which a telephone shows one by about one pixel: the picture, and its sides
LINE, LANE = 15, 20  # a line of words; what is drawn beneath them
LETTERS = 46  # that stand in a line, in the widest font that a browser may choose
INK, ACROSS = "#1f2328", "#cf222e"
TICKS = 5  # at most
_SHAPES = {
    "circle": '<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>',
    "square": '<path d="M{x} {y}m-4.5-4.5h9v9h-9z" fill="{colour}"/>',
    "diamond": '<path d="M{x} {y}m0-6 6 6-6 6-6-6z" fill="{colour}"/>',
    "triangle-up": '<path d="M{x} {y}m0-6 6 10h-12z" fill="{colour}"/>',
    "triangle-down": '<path d="M{x} {y}m0 6 6-10h-12z" fill="{colour}"/>',
}


@dataclass(frozen=True)
class Bar:
    """A span of days, both ends drawn; `thin` is a line instead of a bar."""

    first: date
    last: date
    colour: str
    thin: bool = False


@dataclass(frozen=True)
class Mark:
    """A day with a shape: circle, square, diamond, triangle-up or triangle-down."""

    at: date
    shape: str
    colour: str


@dataclass(frozen=True)
class Lane:
    """Words in their colour, and what is drawn beneath them."""

    words: str
    colour: str = INK
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Lanes:
    """A picture from `first` to `last`: its lanes, the times drawn across by name, and what its colours and shapes
    mean."""

    title: str
    first: date
    last: date
    lanes: tuple[Lane, ...]
    across: tuple[tuple[str, When], ...] = ()
    key: tuple[tuple[str, str], ...] = ()  # colour and word; no colour where the word tells of shapes


def told(drawn: Lanes) -> list[str]:
    """All that is on the picture, in words: a line for each lane and for each time across."""
    return [lane.words for lane in drawn.lanes] + [f"{name}: {at.words()}" for name, at in drawn.across]


def svg(drawn: Lanes) -> str:
    """The picture as an `<svg>` that names itself to a screen reader; everything in it is escaped."""
    parts, y = list[str](), LINE
    for name, at in drawn.across:
        parts += _words(f"{name}: {at.words()}", y, ACROSS)
        y += LINE * len(_lines(f"{name}: {at.words()}"))
    top = y - LINE + 4
    for lane in drawn.lanes:
        lines = _lines(lane.words)
        parts += _words(lane.words, y, lane.colour)
        y += LINE * len(lines)
        parts += _drawn(lane, y - 2, drawn)
        y += LANE
    bottom = y - 8
    axis = list(_axis(drawn, top, bottom))
    y = bottom + LINE
    keys = list[str]()
    for colour, word in drawn.key:
        y += LINE
        keys += [f'<path d="M{EDGE} {y - 9}h9v9h-9z" fill="{colour}"/>'] if colour else []
        keys += _words(word, y, INK, EDGE + 14 if colour else EDGE)
        y += LINE * (len(_lines(word)) - 1)
    across = [part for _, at in drawn.across for part in _across(at, top, bottom, drawn)]
    head = f'<svg viewBox="0 0 {WIDTH} {y + 8}" role="img" aria-label="{escape(_name(drawn))}" font-size="12">'
    return "".join([head, *across, *axis, *parts, *keys, "</svg>"])


def _name(drawn: Lanes) -> str:
    return " ".join(f"{drawn.title}. A picture; all that is on it stands in words beneath.".split())


def _drawn(lane: Lane, y: int, drawn: Lanes) -> Iterator[str]:
    for bar in lane.bars:
        start, end = _x(bar.first, drawn), _x(bar.last, drawn)
        width = max(end - start, 1.5)
        height, opacity = (3, "") if bar.thin else (10, ' fill-opacity=".55"')
        yield (
            f'<rect x="{_number(start)}" y="{_number(y - height / 2)}" width="{_number(width)}" height="{height}" '
            f'fill="{bar.colour}"{opacity}/>'
        )
    for mark in lane.marks:
        yield _SHAPES[mark.shape].format(x=_number(_x(mark.at, drawn)), y=y, colour=mark.colour)


def _across(at: When, top: int, bottom: int, drawn: Lanes) -> Iterator[str]:
    """A day as a dashed line; a longer time as a band that begins with one."""
    start, end = _x(at.first or date.min, drawn), _x(at.last or date.max, drawn)
    if not at.is_day:
        yield (
            f'<rect x="{_number(start)}" y="{top}" width="{_number(max(end - start, 1))}" height="{bottom - top}" '
            f'fill="{ACROSS}" fill-opacity=".12"/>'
        )
    yield f'<path d="M{_number(start)} {top}V{bottom}" stroke="{ACROSS}" stroke-dasharray="4 3"/>'


def _axis(drawn: Lanes, top: int, bottom: int) -> Iterator[str]:
    yield f'<path d="M{EDGE} {bottom}H{WIDTH - EDGE}" stroke="#57606a"/>'
    named_to = 0.0
    for day, word in ticks(drawn.first, drawn.last):
        x, half = _x(day, drawn), 4 * len(word)
        yield f'<path d="M{_number(x)} {top}V{bottom + 4}" stroke="#d0d7de"/>'
        inside = min(max(x, half), WIDTH - half)
        if inside - half >= named_to:  # else its name would run into the one before
            yield f'<text x="{_number(inside)}" y="{bottom + LINE}" text-anchor="middle">{word}</text>'
            named_to = inside + half


def ticks(first: date, last: date) -> list[tuple[date, str]]:
    """The days that an axis names, at most five of them, and how: years, months, or days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 36:
        step = _step((last.year - first.year) // TICKS + 1, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000))
        years = range(-(-first.year // step) * step, last.year + 1, step)
        return [(date(year, 1, 1), str(year)) for year in years if first <= date(max(year, 1), 1, 1) <= last]
    if months >= 3:
        step = _step(months // TICKS + 1, (1, 2, 3, 4, 6, 12))
        counted = range(first.year * 12, min(last.year + 1, MAXYEAR) * 12, step)
        days = [date(month // 12, month % 12 + 1, 1) for month in counted]
        return [(day, f"{MONTHS[day.month - 1][:3]} {day.year}") for day in days if first <= day <= last]
    step = max(math.ceil((last - first).days / (TICKS - 1)), 1)
    days = [first + timedelta(days=number) for number in range(0, (last - first).days + 1, step)]
    return [(day, f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}") for day in days]


def _step(wanted: int, steps: Sequence[int]) -> int:
    return next((step for step in steps if step >= wanted), steps[-1])


def _x(day: date, drawn: Lanes) -> float:
    """How far to the right a day stands; one that lies outside of the picture stands on its edge."""
    inside = min(max(day, drawn.first), drawn.last)
    span = max((drawn.last - drawn.first).days, 1)
    return EDGE + (WIDTH - 2 * EDGE) * (inside - drawn.first).days / span


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _lines(words: str) -> list[str]:
    return textwrap.wrap(" ".join(words.split()), LETTERS) or [""]


def _words(words: str, y: int, colour: str, x: int = EDGE) -> list[str]:
    """Words in as many lines as they need, outlined in white so that no line runs through them."""
    return [
        f'<text x="{x}" y="{y + LINE * number}" fill="{colour}">{escape(line)}</text>'
        for number, line in enumerate(_lines(words))
    ]

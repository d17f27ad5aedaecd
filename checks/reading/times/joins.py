"""Phrases of time that belong together: a day and its hour, the two ends of a range, a bound and a length."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from checks.case.amount import Amount, Bound
from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.times.lengths import duration_value, quantity
from checks.reading.times.spans import Grain, Sense, moved, span
from checks.reading.times.words import PARTS, Token, unit_of

_BOUNDS: dict[tuple[str, ...], Bound] = {
    ("about",): "about", ("around",): "about", ("approximately",): "about", ("roughly",): "about", ("some",): "about",
    ("nearly",): "about", ("almost",): "about", ("over",): "more than", ("more", "than"): "more than",
    ("under",): "less than", ("less", "than"): "less than", ("fewer", "than"): "less than", ("at", "least"): "at least",
    ("no", "less", "than"): "at least", ("no", "fewer", "than"): "at least", ("at", "most"): "at most",
    ("up", "to"): "at most", ("no", "more", "than"): "at most", ("within",): "at most",
}  # fmt: skip
_MORE_AFTER = (("for",), ("in",), ("after",), ("of",), ("is",), ("was",), ("took",), ("lasted",), ("just",), ("well",))
_BESIDE_DAY = (",", "on", "at", "local", "time", "eastern", "pacific", "central")
# How many of the second unit make one of the first, where two lengths are one: an hour and ten minutes.
_IN_THE_NEXT = {
    ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24,
}  # fmt: skip
_TOWARDS = ("to", "through", "thru", "until", "till", "-", "–", "—")


@dataclass(frozen=True)
class Found:
    """A phrase by its first and last token, with what it means."""

    first: int
    last: int
    sense: Sense


def joined(tokens: list[Token], phrases: list[Found]) -> list[Found]:
    """The phrases with those joined that make one: an hour and its day, two ends of a range, a bound and a length."""
    out: list[Found] = []
    for phrase in phrases:
        one = phrase
        while out and (both := _pair(tokens, out[-1], one)):
            out.pop()
            one = both
        out.append(one)
    widened = []
    at_least = 0
    for one in out:
        widened.append(_widened(tokens, one, at_least))
        at_least = one.last + 1
    return widened


def _pair(tokens: list[Token], a: Found, b: Found) -> Found | None:
    between = tokens[a.last + 1 : b.first]
    if len(between) > 4:
        return None
    words = tuple(token.word for token in between)
    before = tokens[a.first - 1].word if a.first else ""
    x, y = a.sense, b.sense
    if words in (("and",), (), (",",)) and (sum_ := _sum(tokens, a, b)):
        return Found(a.first, b.last, sum_)
    if all(word in _BESIDE_DAY for word in words) and "BREAK" not in {token.kind for token in between}:
        for hour, day in ((x, y), (y, x)):
            if (
                hour.value.startswith("T")
                and "/" not in day.value
                and day.kind == "date"
                and day.grain == "day"
                and day.first
            ):
                value = f"{day.value}{hour.value}"
                return Found(a.first, b.last, replace(day, kind="time", value=value))
    if len(words) != 1:
        return None
    if words[0] == "of" and x.grain == "day" and y.grain == "week" and x.kind == "date" and x.first and y.first:
        monday_on = moved(y.first, "day", x.first.weekday())
        return Found(a.first, b.last, span("day", monday_on, y.why) or x)  # Monday of last week
    if words[0] == "of" and x.length and y.when:
        return _share(tokens[a.first : a.last + 1], a, b)
    days = tokens[a.first].kind, tokens[b.first].kind
    if a.first == a.last and days == ("WEEKDAY", "WEEKDAY") and words[0] in _TOWARDS and "/" in y.value:
        return Found(a.first, b.last, y)  # Monday to Friday, 10-14 June
    ranged = words[0] in _TOWARDS or (words[0] == "and" and before == "between")
    if not ranged:
        return None
    if x.value.startswith("T") and y.value.startswith("T"):
        return _from(tokens, a, b, replace(x, value=f"{x.value}/{y.value}"))
    if x.kind != "date" or y.kind != "date" or not (x.resolved and y.resolved):
        return None
    if before not in ("from", "between") and x.grain != y.grain:
        return None
    return _range(tokens, a, b)


def _sum(tokens: list[Token], a: Found, b: Found) -> Sense | None:
    """Two lengths that make one, in the smaller unit: `three hours and 13 minutes`."""
    one, two = a.sense.length, b.sense.length
    if one is None or two is None or one.bound or two.bound or a.sense.when or b.sense.when:
        return None
    if tokens[a.last].kind not in ("UNIT", "UNITS") or tokens[b.last].kind not in ("UNIT", "UNITS"):
        return None
    units = unit_of(tokens[a.last].word), unit_of(tokens[b.last].word)
    times = _IN_THE_NEXT.get(units)
    if times is None or two.value >= times:
        return None
    clock = "T" if b.sense.value.startswith("PT") and not a.sense.value.startswith("PT") else ""
    value = a.sense.value + clock + b.sense.value.removeprefix("PT").removeprefix("P")
    return replace(a.sense, value=value, length=Amount(one.value * times + two.value, f"{units[1]}s"))


def _share(phrase: list[Token], a: Found, b: Found) -> Found | None:
    """The first or last so many months, weeks or days of a year or month: `the first nine months of 2024`."""
    length, whole = a.sense.length, b.sense
    ends = {token.word for token in phrase} & {"first", "last", "final"}
    if length is None or not ends or whole.first is None or whole.last is None or whole.grain not in ("year", "month"):
        return None
    try:
        unit, number, _ = length.calendar()
    except CaseError:
        return None  # hours are no part of the calendar
    day = timedelta(days=1)
    first: date | None = whole.first
    last: date | None = whole.last
    if "first" in ends:
        after = moved(whole.first, unit[:-1], number)
        last = after and after - day
    else:
        first = moved(whole.last + day, unit[:-1], -number)
    if first is None or last is None or not whole.first <= first <= last <= whole.last:
        return None
    sense = replace(a.sense, when=When.span(first, last), resolved=True, why=whole.why, first=first)
    return Found(a.first + (phrase[0].kind == "IN"), b.last, sense)


def _range(tokens: list[Token], a: Found, b: Found) -> Found | None:
    """Two dates as one span; the year, if said with the second alone, is the first's too."""
    x, y = a.sense, b.sense
    first, last = x.first, y.last
    if first is None or last is None:
        return None
    if y.year_said and not x.year_said and x.grain in ("day", "month"):
        here = _in_year(first, last.year)
        first = here if here and here <= last else _in_year(first, last.year - 1)
    elif first > last:
        if x.grain == y.grain == "day" and (last - first).days > -7:
            last = moved(last, "week", 1) or last
        else:
            first = moved(first, "year", -1) or first
    if first is None or first > last:
        return None
    why = x.why if x.why == y.why else f"{x.why}; {y.why}"
    sense = replace(y, value=f"{x.value}/{y.value}", when=When.span(first, last), first=first, why=why)
    if x.grain == y.grain == "day" or x.grain == y.grain == "month":
        size = 10 if x.grain == "day" else 7
        sense = replace(sense, value=f"{str(first)[:size]}/{str(last)[:size]}")
    return _from(tokens, a, b, sense)


def _from(tokens: list[Token], a: Found, b: Found, sense: Sense) -> Found:
    start = a.first - (1 if a.first and tokens[a.first - 1].word in ("from", "between") else 0)
    return Found(start, b.last, sense)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _widened(tokens: list[Token], one: Found, at_least: int) -> Found:
    """A length with its bound, and a date with the part of the day or the week that it names."""
    sense, first = one.sense, one.first
    words = tuple(token.word for token in tokens[max(at_least, first - 3) : first])
    if sense.kind == "duration" and words and words[-1] in ("odd", "plus") and first > at_least + 2:
        return _with_odd(tokens, one)
    if sense.kind == "duration":
        for size in (3, 2, 1):
            during = words[-1:] == ("over",) and words[-2:-1] not in _MORE_AFTER  # $5 billion over six years
            if len(words) >= size and words[-size:] in _BOUNDS and not during:
                length = sense.length
                if length and not length.bound:
                    sense = replace(sense, length=Amount(length.value, length.unit, _BOUNDS[words[-size:]], None))
                return Found(first - size, one.last, sense)
        return one
    when = sense.when
    if sense.kind != "date" or when is None or not sense.resolved or not words:
        return one
    if "/" in sense.value:
        return Found(first - 1, one.last, sense) if words[-1] in ("from", "between") else one
    if words[-1] == "of" and len(words) > 1 and sense.grain == "day" and sense.first:
        start = first - (3 if len(words) > 2 and words[-3] == "the" else 2)
        if words[-2] in PARTS:
            return Found(start, one.last, replace(sense, kind="time", value=f"{sense.value}T{PARTS[words[-2]]}"))
        if words[-2] in ("week", "weekend"):
            grain: Grain = "week" if words[-2] == "week" else "weekend"
            return Found(start, one.last, span(grain, sense.first, sense.why) or sense)
    return one


def _with_odd(tokens: list[Token], one: Found) -> Found:
    """A length whose number is made round by a word: `20-odd years`, `40-plus years`."""
    number, dash, word = tokens[one.first - 3 : one.first]
    value = quantity([number])
    if dash.kind != "DASH" or number.kind not in ("DAY", "NUM", "COUNT") or not value or value != int(value):
        return one
    unit = tokens[one.last].word
    length = Amount(value, unit, "about" if word.word == "odd" else "at least")
    sense = replace(one.sense, value=duration_value(value, unit_of(unit)), length=length)
    return Found(one.first - 3, one.last, sense)

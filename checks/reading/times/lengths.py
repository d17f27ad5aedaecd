"""What a length, a rate, a time of day or a count of time means: `90-day`, `every week`, `noon`, `two days later`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from checks.case.amount import Amount
from checks.case.when import When
from checks.reading.times.senses import (
    DATELINE,
    GRAINS,
    NO_DATELINE,
    NO_SUCH_DAY,
    NOT_SAID,
    WRITTEN,
    Around,
    Phrase,
    days_of,
    month,
    one_of,
    step_of,
    unresolved,
)
from checks.reading.times.spans import Grain, Sense, moved, span, words
from checks.reading.times.words import OFTEN, UNITS, VAGUE, unit_of


def clock(phrase: Phrase, around: Around) -> Sense | None:
    """A time of day: `8:47 p.m.`, `10 o'clock`, `noon`."""
    token = one_of(phrase, "CLOCK", "DAY", "COUNT", "NOON", "NUM", "YEAR")
    if token is None:
        return None
    half = one_of(phrase, "AMPM")
    minutes = token.number if token.kind == "CLOCK" else token.number * 60
    past = one_of(phrase, "HALF", "QUARTER")  # half past nine
    minutes += 0 if past is None else 30 if past.kind == "HALF" else 15
    if token.kind in ("NUM", "YEAR"):  # 0830 GMT
        minutes = token.number // 100 * 60 + token.number % 100
    if token.kind == "NOON":
        minutes = 24 * 60 if token.word == "midnight" else 12 * 60
    if half:
        if minutes >= 13 * 60:
            return None
        minutes = minutes % 720 + 60 * half.number
    value = f"T{minutes // 60:02d}:{minutes % 60:02d}" if minutes < 1440 else "T24:00"
    return Sense("time", value, None, False, "a time of day; which day is not said here")


def vague(phrase: Phrase, around: Around) -> Sense | None:
    """Words that point at the past, the present or the future and at no day."""
    for token in phrase:
        value = VAGUE.get(token.word) or {
            "PRESENT": "PRESENT_REF",
            "LAST": "PAST_REF",
            "FUTURE": "FUTURE_REF",
            "THESE": "PRESENT_REF",
        }.get(token.kind)
        if value:
            return Sense("date", value, None, False, NOT_SAID)
    return Sense("date", "FUTURE_REF", None, False, NOT_SAID)


def often(phrase: Phrase, around: Around) -> Sense | None:
    """How often: `every two weeks`, `annually`, `a week` after an amount."""
    word = one_of(phrase, "OFTEN")
    if word:
        return Sense("set", OFTEN[word.word], None, False, "a rate")
    unit = next((unit_of(t.word) for t in reversed(phrase) if t.kind in ("UNIT", "UNITS", "QUARTER")), "day")
    number = quantity([t for t in phrase if t.kind not in ("AN", "EVERY")])
    return Sense("set", duration_value(number or Decimal(1), unit), None, False, "a rate")


def quantity(phrase: Phrase) -> Decimal | None:
    """The number that words and figures make: `twenty-four`, `two and a half`, `a dozen`; None for `a few`."""
    total, group, any_number = Decimal(0), Decimal(0), False
    for at, token in enumerate(phrase):
        if token.kind == "FEW":
            return None
        if token.kind in ("DAY", "NUM", "YEAR"):
            group, any_number = group + Decimal(token.word.replace(",", "") or token.number), True
        elif token.kind == "COUNT":
            any_number = True
            if token.number >= 1000:
                total, group = total + (group or Decimal(1)) * token.number, Decimal(0)
            elif token.number == 100:
                group = (group or Decimal(1)) * 100
            else:
                group += token.number
        elif token.kind in ("COUPLE", "DOZEN"):
            group, any_number = (group or Decimal(1)) * (2 if token.kind == "COUPLE" else 12), True
        elif token.kind == "HALF":
            group, any_number = (group + Decimal("0.5")) if any_number else Decimal("0.5"), True
        elif token.kind == "AN" and not any_number and not (at + 1 < len(phrase) and phrase[at + 1].kind == "HALF"):
            group, any_number = Decimal(1), any(t.kind not in ("AN", "MORE", "DASH") for t in phrase[at + 1 :])
            group = (
                Decimal(0) if at + 1 < len(phrase) and phrase[at + 1].kind in ("COUNT", "DOZEN", "COUPLE") else group
            )
            any_number = bool(group)
    return total + group if any_number or total or group else None


def duration_value(number: Decimal | None, unit: str) -> str:
    """A length of time in TIMEX3: `P90D`, `PT2H`, `PXY`; a half year or hour is six months or thirty minutes."""
    letter = UNITS.get(unit, "D")
    clock_time = "T" if unit in ("hour", "minute", "second") else ""
    if number is None:
        return f"P{clock_time}X{letter}"
    whole = int(number)
    if number != whole:
        rest = {
            "year": f"{int((number - whole) * 12)}M",
            "hour": f"{int((number - whole) * 60)}M",
            "minute": f"{int((number - whole) * 60)}S",
        }.get(unit)
        return f"P{clock_time}{f'{whole}{letter}' if whole else ''}{rest}" if rest else f"P{clock_time}{number}{letter}"
    if unit == "hour" and whole == 24:
        return "P1D"
    return f"P{clock_time}{whole}{letter}"


def duration(phrase: Phrase, around: Around) -> Sense | None:
    """A length of time: `90-day`, `decade-long`, `two to three weeks`, `in the past three months`."""
    at = max(
        (n for n, t in enumerate(phrase) if t.kind in ("UNIT", "UNITS", "QUARTER") or t.word == "second"), default=-1
    )
    if at < 0:
        return None
    if [t.word for t in phrase] == ["one", "day"] and around.tense == "future":
        return Sense("date", "FUTURE_REF", None, False, NOT_SAID)
    unit_word = phrase[at].word
    unit = unit_of(unit_word)
    numbers = [
        t for t in phrase if t.kind in ("AN", "DAY", "NUM", "YEAR", "COUNT", "FEW", "COUPLE", "DOZEN", "HALF", "AND")
    ]
    joint = next(
        (
            n
            for n, t in enumerate(phrase[:at])
            if n
            and t.kind in ("TO", "OR", "DASH")
            and phrase[n - 1].kind in ("DAY", "NUM", "COUNT", "AN")
            and phrase[n + 1].kind in ("DAY", "NUM", "COUNT")
        ),
        None,
    )
    if joint and not (phrase[joint].kind == "DASH" and phrase[joint - 1].kind == "COUNT"):
        low, high = quantity(phrase[:joint]), quantity(phrase[joint + 1 : at])
        is_range = low is not None and high is not None and low == int(low) and 0 < low < high
        length = Amount(low, _counted(high, unit_word), "to", high) if low and is_range else None
        value = duration_value(low, unit)
    else:
        single = unit_word == unit and not any(t.kind not in ("AND", "HALF", "AN") for t in numbers)
        number = quantity(numbers) if numbers else None
        number = Decimal(1) if number is None and single and not numbers else number
        whole = number is not None and number == int(number)
        length = Amount(number, _counted(number, unit_word)) if number is not None and whole else None
        value = duration_value(number, unit)
    sense = Sense("duration", value, None, False, "a length of time", length=length)
    if one_of(phrase, "THESE") and not numbers and unit == "day":
        return Sense("date", "PRESENT_REF", None, False, NOT_SAID)
    step = step_of(phrase)
    recent = one_of(phrase[:3], "LAST", "NEXT", "THESE", "LATEST")
    if recent and step and length and not length.bound and around.dateline and unit in GRAINS:
        other = moved(around.dateline, GRAINS[unit], step * int(length.value) * (2 if unit == "fortnight" else 1))
        if other:
            first, last = min(other, around.dateline), max(other, around.dateline)
            side = "up to" if step < 0 else "after"
            return replace(sense, when=When.span(first, last), resolved=True, why=f"{length} {side} the dateline")
    return sense


def quarters(phrase: Phrase, around: Around) -> Sense | None:
    """Quarters of a year or an hour: `a quarter of an hour`, `three-quarters of a century`."""
    unit = unit_of(phrase[-1].word)
    count = one_of(phrase, "COUNT")
    number = Decimal(count.number if count else 1) / 4
    smaller, times = {"hour": ("minute", 60), "year": ("month", 12), "century": ("year", 100)}.get(unit, (unit, 1))
    whole = number * times
    whole = Decimal(int(whole)) if whole == int(whole) else whole
    length = Amount(whole, f"{smaller}s") if whole == int(whole) else None
    return Sense("duration", duration_value(whole, smaller), None, False, "a length of time", length=length)


def or_two(phrase: Phrase, around: Around) -> Sense | None:
    """A length and the one it may come to: `a day or two`."""
    unit, more = phrase[1].word, phrase[-1].number
    if not 1 < more < 20:
        return None
    length = Amount(Decimal(1), f"{unit}s", "to", Decimal(more))
    return Sense("duration", duration_value(Decimal(1), unit), None, False, "a length of time", length=length)


def ago(phrase: Phrase, around: Around) -> Sense | None:
    """So long before or after: `10 days ago`, `two days later`, `a year earlier`."""
    at = max((n for n, t in enumerate(phrase) if t.kind in ("UNIT", "UNITS", "QUARTER")), default=-1)
    if at < 0:
        return None
    unit = unit_of(phrase[at].word)
    number = quantity(phrase[:at]) if phrase[-2].kind != "DASH" else Decimal(1)
    tail = phrase[-1].word
    sign = 1 if tail in ("later", "after", "hence", "now", "on") else -1
    from_dateline = tail in ("ago", "hence", "now")
    if (number is None or number != int(number)) and not from_dateline:
        return Sense("duration", duration_value(number, unit), None, False, "a length of time")
    if number is None or number != int(number):
        return Sense(
            "date", "PAST_REF" if sign < 0 else "FUTURE_REF", None, False, "how long is not said in a whole number"
        )
    if unit in ("hour", "minute", "second"):
        return Sense("duration", duration_value(number, unit), None, False, "a length of time")
    grain: Grain = GRAINS[unit]
    count = int(number) * (2 if unit == "fortnight" else 1) * sign
    if unit in ("decade", "century"):  # counted in round years
        grain, count, unit = "year", count * (10 if unit == "decade" else 100), "year"
    if unit == "year" and count == -1 and around.quarter and around.quarter.first:
        begin = around.quarter.first
        return span("quarter", moved(begin, "year", -1), f"from {around.quarter.when}, the quarter before it")
    last = around.last if not from_dateline else None
    if not from_dateline and last is None and (tail != "earlier" or around.dateline is None):
        return unresolved("PAST_REF" if sign < 0 else "FUTURE_REF", "no date before it to count from", grain)
    base, why = around.dateline, DATELINE
    if last and last.first and last.when:
        base = last.last if sign > 0 and last.last else last.first
        why = f"from {last.when.words()}, the date before it"
        if grain in ("day", "week") and last.grain not in ("day", "week", "weekend"):
            return unresolved("XXXX-XX-XX", f"counted from {last.when.words()}, of which the day is not said", grain)
        if grain == "year" and last.grain in ("month", "quarter", "season"):
            grain = last.grain if last.grain != "season" else "year"
        base = moved(base, unit if unit in ("year", "decade", "century") else grain, count)
        return span(grain, base, why)
    if base is None:
        return unresolved("PAST_REF" if sign < 0 else "FUTURE_REF", NO_DATELINE, grain)
    return span(grain, moved(base, grain, count), why)


def nth_of(phrase: Phrase, around: Around) -> Sense | None:
    """A weekday, day or week of a month by its number: `the first Monday in May`, `the last week of March 2024`."""
    at = next(n for n, t in enumerate(phrase) if t.kind in ("OF", "IN"))
    whole = (
        month(phrase[at + 1 :], around)
        if one_of(phrase[at + 1 :], "MONTH")
        else span("year", date(phrase[-1].number, 1, 1), WRITTEN, True)
    )
    number = next((t.number for t in phrase[:at] if t.kind in ("ORD", "NTH")), -1)
    if whole is None or whole.first is None or whole.last is None:
        return None if whole is None else unresolved(whole.value, NO_DATELINE)
    first, last, unit = whole.first, whole.last, phrase[at - 1]
    if unit.kind == "WEEKDAY":
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        days = [day for day in days if day.weekday() == unit.number]
        found = days[-1:] if number < 0 else days[number - 1 : number]
        return (
            span("day", found[0], whole.why, whole.year_said)
            if found
            else unresolved(whole.value, f"{NO_SUCH_DAY}: no day of that month is a {unit.word.title()} so late in it")
        )
    if unit.word == "day":
        day = last if number < 0 else first + timedelta(days=number - 1)
        return (
            span("day", day, whole.why, whole.year_said)
            if day <= last
            else unresolved(whole.value, f"{NO_SUCH_DAY}: that month has no day {number}")
        )
    if unit.word != "week" or number > 5:
        return None
    start = last - timedelta(days=6) if number < 0 else first + timedelta(days=7 * (number - 1))
    end = min(start + timedelta(days=6), last)
    if start > last:
        return None
    widest = (start - timedelta(days=6), end + timedelta(days=6))  # weeks may be counted from a Sunday or a Monday
    when = replace(When.span(start, end), widest=widest)
    return Sense("date", f"{start}/{end}", when, True, whole.why, "week", whole.year_said, first=start)


def bare_day(phrase: Phrase, around: Around) -> Sense | None:
    """A day of a month that is not said: `the 15th`, in the month of the last date, else nearest to the dateline."""
    number = phrase[-1].number
    last = around.last
    if not 0 < number < 32:
        return None
    if last and last.first and last.grain in ("day", "month"):
        days = days_of(last.first.year, last.first.month, number)
        return span("day", days[0], f"the month from {words(last.first)}, the date before it") if days else None
    return unresolved(f"XXXX-XX-{number:02d}", "the month is not said")


def _counted(number: Decimal | None, unit: str) -> str:
    """The unit as it is written after its number: a 90-day review lasts 90 days."""
    return unit if number == 1 or unit.endswith("s") else f"{unit}s"

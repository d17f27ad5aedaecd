"""What a phrase of time means: from its words, the dateline, the tense, and the last date before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.when import MONTHS, When
from checks.reading.parts import TimeKind
from checks.reading.times.spans import Grain, Sense, Tense, calendar, half_of, moved, nearest, part_of, span, words
from checks.reading.times.words import BY_NUMBER, PARTS, Token, unit_of

WRITTEN = "as written"
DATELINE = "from the dateline"
NO_DATELINE = "no dateline to count from"
NO_SUCH_DAY = "no such day in the calendar"  # what it begins with is looked for: it is the article's mistake
NOT_SAID = "which day is not said"
LONG_AGO = 330  # days after which news no longer writes a date without its year
GRAINS: dict[str, Grain] = {
    "day": "day", "night": "day", "week": "week", "fortnight": "week", "month": "month", "year": "year",
    "decade": "decade", "century": "century", "weekend": "weekend", "quarter": "quarter", "period": "quarter",
}  # fmt: skip
_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PARTS = {"early": "early", "earlier": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid",
          "late": "late", "later": "late", "end": "late", "close": "late"}  # fmt: skip


@dataclass(frozen=True)
class Around:
    """What a phrase is read against: the dateline, the tense of its clause, and the last date before it in the text."""

    dateline: date | None
    tense: Tense
    near: bool  # whether the verb that shows the tense stands close by
    last: Sense | None
    quarter: Sense | None  # the last quarter spoken of, which earnings are counted from
    story: Sense | None = None  # the date just before it in the same paragraph, which may set its year

    def told_in(self) -> date | None:
        """The day a story goes on from: one of another year, just before, told in the past tense."""
        story = self.story
        if story is None or story.first is None or not story.year_said or story.grain not in ("day", "month"):
            return None
        days = (self.dateline - story.first).days if self.dateline else LONG_AGO
        return story.first if self.tense == "past" and days >= LONG_AGO else None


Phrase = list[Token]
Reading = Callable[[Phrase, Around], Sense | None]


def one_of(phrase: Phrase, *kinds: str) -> Token | None:
    """The first token of a phrase that is of one of these kinds."""
    return next((token for token in phrase if token.kind in kinds), None)


def unresolved(value: str, why: str = NO_DATELINE, grain: Grain = "") -> Sense:
    """A date whose days are not known, and why they are not."""
    return Sense("date", value, None, False, why, grain)


def edged(sense: Sense | None, phrase: Phrase) -> Sense | None:
    """The early, mid or late part of it where the phrase begins so."""
    edge = one_of(phrase[:3], "EARLY", "EARLIER", "EDGE")
    if sense and sense.grain in ("decade", "century") and [t.kind for t in phrase[2:4]] == ["HALF", "OF"]:
        return half_of(sense, first=phrase[1].number == 1)
    return part_of(sense, _PARTS[edge.word]) if sense and edge and edge.word in _PARTS else sense


def step_of(phrase: Phrase) -> int | None:
    """How far the words go from the present: -1 for *last*, 0 for *this*, 1 for *next*."""
    for token in phrase:
        if token.kind in ("LAST", "NEXT", "THIS", "PREV", "FOLL", "THAT", "LATEST"):
            return {"LAST": -1, "PREV": -1, "LATEST": -1, "NEXT": 1, "FOLL": 1}.get(token.kind, 0)
        if token.word == "current":
            return 0
    return None


def year_in(phrase: Phrase, around: Around) -> tuple[int | None, bool]:
    """The year the words of a phrase name (`2024`, `'24`, `of last year`), and whether they name one at all."""
    stated = one_of(phrase, "YEAR", "SHORT", "FY")
    if stated:
        return stated.number, True
    for at, token in enumerate(phrase):
        if token.word == "year" and at:
            before = phrase[at - 1] if phrase[at - 1].kind not in ("FISCAL",) else phrase[at - 2]
            after = phrase[at + 1].word if at + 1 < len(phrase) else ""
            after = phrase[at + 2].word if after == "-" and at + 2 < len(phrase) else after
            step = -1 if after in ("ago", "earlier") else step_of([before])
            if before.kind == "THAT" and around.last and around.last.first:
                return around.last.first.year, True
            if around.dateline is None:
                return None, True
            return around.dateline.year + (step or 0), True
    return None, False


def yearless(said: str, phrase: Phrase) -> Sense:
    """A date of no known year: `XXXX-03`."""
    when = When.parse(said)
    edge = one_of(phrase[:3], "EARLY", "EARLIER", "EDGE")
    if edge and edge.word in _PARTS and len(said) == 7:
        when = When.parse(f"{_PARTS[edge.word]} {said}")
    return Sense(
        "date", said, when, False, "no year, and no dateline to take it from", "month" if len(said) == 7 else "day"
    )


def month_day(phrase: Phrase, around: Around) -> Sense | None:
    """A day of a month, or two: `Jan. 15, 2025`, `the 3rd of May`, `Jan. 3-7`, `3 and 4 May`."""
    month = one_of(phrase, "MONTH")
    days = [token.number for token in phrase if token.kind in ("DAY", "NTH", "ORD")]
    if month is None or not days or max(days) > 99:
        return None
    year, said = year_in(phrase, around)
    why = WRITTEN
    months = [token.number for token in phrase if token.kind == "MONTH"]
    try:
        When.parse(f"{year or 'XXXX'}-{months[0]:02d}-{days[0]:02d}")
        When.parse(f"{year or 'XXXX'}-{months[-1]:02d}-{days[-1]:02d}")
    except CaseError:
        value = f"{year or 'XXXX'}-{months[-1]:02d}-{days[-1]:02d}"
        return unresolved(value, f"{NO_SUCH_DAY}: {MONTHS[months[-1] - 1]} has no day {max(days)}")
    story = around.told_in()
    if year is None and story:
        both = [*days_of(story.year, months[0], days[0]), *days_of(min(story.year + 1, 9999), months[0], days[0])]
        year = next((day.year for day in both if day >= story), None)
        said, why = year is not None, _from_story(story)
    if year is None:
        if around.dateline is None:
            return yearless(f"XXXX-{months[0]:02d}-{days[0]:02d}", phrase)
        near = range(max(around.dateline.year - 4, 1), min(around.dateline.year + 5, 10000))
        each = [d for y in near for d in days_of(y, months[0], days[0])]
        named = one_of(phrase, "WEEKDAY")  # Monday 27 May is of a year in which it was one
        fitting = [d for d in each if named is None or d.weekday() == named.number]
        day = nearest(fitting, around.dateline, around.tense, around.near)
        if day is None or abs((day - around.dateline).days) > LONG_AGO:  # the weekday is wrong, not the year another
            day = nearest(each, around.dateline, around.tense, around.near)
        if day is None:
            return None
        year, why = day.year, f"the year {DATELINE}"
    elif said and not story and not one_of(phrase, "YEAR", "SHORT"):
        why = f"the year {DATELINE}"
    first = days_of(year, months[0], days[0])
    last = days_of(year, months[-1], days[-1])
    if not first or not last or first[0] > last[0]:
        return unresolved(f"{year}-{months[0]:02d}-{days[0]:02d}", "the two days do not make a span")
    weekday = one_of(phrase, "WEEKDAY")
    if weekday and weekday.number != first[0].weekday() and first == last:
        why += f"; but {words(first[0])} was no {weekday.word.title()}"
    value = str(first[0]) if first == last else f"{first[0]}/{last[0]}"
    return Sense("date", value, When.span(first[0], last[0]), True, why, "day", said, first=first[0])


def _from_story(day: date) -> str:
    return f"the year from {words(day)}, the date before it"


def days_of(year: int, month: int, day: int) -> list[date]:
    """The day of that year, month and number; no day where the calendar has none."""
    try:
        return [date(year, month, day)]
    except ValueError:
        return []


def figures(phrase: Phrase, around: Around) -> Sense | None:
    """A day in figures: `2025-01-15`; `1/15/2025`, which is read only where one order of day and month is possible."""
    token = phrase[-1]
    text = token.word
    if token.kind == "ISO":
        try:
            when = When.parse(text[:10].replace("/", "-"))
        except CaseError:
            return unresolved(text[:10], f"{NO_SUCH_DAY}: there is no day {text[:10]}")
        kind: TimeKind = "time" if len(text) > 10 else "date"
        return Sense(
            kind, text.replace("/", "-").upper().rstrip("Z"), when, True, WRITTEN, "day", True, first=when.first
        )
    if text in BY_NUMBER:
        later = around.dateline is None or around.dateline >= BY_NUMBER[text]
        return span("day", BY_NUMBER[text], "the day that is called so", True) if later else None
    a, b, year = (int(part) for part in text.replace(".", "/").replace("-", "/").split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    both = {day for month, number in ((a, b), (b, a)) if 0 < month < 13 for day in days_of(year, month, number)}
    if len(both) == 1:
        return span("day", both.pop(), WRITTEN, True)
    if not both:
        return unresolved("XXXX-XX-XX", f"{NO_SUCH_DAY}: there is no day {text}")
    first, second = sorted(both)
    return unresolved(
        f"{year:04d}-XX-XX", f"either {words(first)} or {words(second)}: the order of day and month is not said"
    )


def month(phrase: Phrase, around: Around) -> Sense | None:
    """A month: `March`, `early March`, `March 2024`, `last May`, `January-March`, `March of last year`."""
    found = [token.number for token in phrase if token.kind == "MONTH"]
    if one_of(phrase, "EVERY"):
        return Sense("set", f"XXXX-{found[0]:02d}", None, False, "a rate")
    year, said = year_in(phrase, around)
    why = WRITTEN if one_of(phrase, "YEAR", "SHORT") else f"the year {DATELINE}"
    story = around.told_in()
    if year is None and story and step_of(phrase) is None:
        year, said, why = story.year + (found[0] < story.month), True, _from_story(story)
    if year is None:
        base = around.dateline
        if base is None:
            return yearless(f"XXXX-{found[0]:02d}", phrase) if len(found) == 1 else unresolved(f"XXXX-{found[0]:02d}")
        step = step_of(phrase)
        here = base.year * 12 + base.month - 1
        offset = (found[-1] - 1 - here) % 12  # months ahead
        if step == -1 and not one_of(phrase, "LATEST"):
            offset -= 12
        elif step == 0:
            offset = found[-1] - base.month
        elif step is None and offset:
            offset -= 12 * (around.tense == "past" or (around.tense == "" and offset > 6))
        year = (here + offset) // 12
    if not 0 < year < 10000:
        return None
    if len(found) == 1:
        return edged(span("month", date(year, found[0], 1), why, said), phrase)
    earlier = year - (found[0] > found[-1])
    if earlier < 1:
        return None
    first, last = date(earlier, found[0], 1), calendar("month", date(year, found[-1], 1))[1]
    return Sense(
        "date",
        f"{earlier:04d}-{found[0]:02d}/{year:04d}-{found[-1]:02d}",
        When.span(first, last),
        True,
        why,
        "month",
        said,
        first=first,
    )


def year(phrase: Phrase, around: Around) -> Sense | None:
    """A year, a span of years, a decade or a century."""
    token = one_of(phrase, "YEAR", "SPANYEARS", "DECADE", "SHORT", "FY")
    if token is None:
        return None
    if token.kind == "SPANYEARS":
        digits = "".join(c if c.isdigit() else " " for c in token.word).split()
        first = int(digits[0])
        if not first:
            return None  # there was no year 0
        last = int(digits[1]) if len(digits[1]) == 4 else first - first % 100 + int(digits[1])
        last += 100 if last < first and len(digits[1]) == 2 and last % 100 == 0 else 0
        if last <= first:
            return None
        when = When.span(date(first, 1, 1), date(last, 12, 31))
        return Sense("date", f"{first}/{last}", when, True, WRITTEN, "year", True, first=when.first)
    grain: Grain = "decade" if token.kind == "DECADE" else "year"
    why = WRITTEN
    if not token.number:
        return None  # there was no year 0
    if grain == "decade" and token.number % 100 == 0 and token.number < 2000:  # the 1800s are a hundred years
        when = When.span(date(token.number, 1, 1), date(token.number + 99, 12, 31))
        return edged(
            Sense("date", f"{token.number // 100}", when, True, why, "century", True, first=when.first), phrase
        )
    if grain == "decade" and not token.word[0:4].isdigit():
        why = "taken as the twentieth century’s"
    found = span(grain, date(token.number, 1, 1), why, True) if 0 < token.number < 9999 else None
    if found and (one_of(phrase, "FISCAL") or token.kind == "FY"):
        widest = (date(token.number - 1, 1, 1), date(token.number + 1, 12, 31))
        found = replace(
            found,
            when=found.when and replace(found.when, widest=widest),
            why="a fiscal year may begin in another month",
        )
    return edged(found, phrase)


def century(phrase: Phrase, around: Around) -> Sense | None:
    """A century by its number: `19th century`, `the twenty-first century`."""
    number = next((t.number for t in reversed(phrase) if t.kind in ("NTH", "ORD")), 0) + sum(
        t.number for t in phrase if t.kind == "COUNT"
    )
    return edged(span("century", date(100 * number - 50, 1, 1), WRITTEN, True), phrase) if 0 < number < 99 else None


def weekday(phrase: Phrase, around: Around) -> Sense | None:
    """A day of the week: the nearest past one, unless the tense or *next* says otherwise."""
    token = one_of(phrase, "WEEKDAY", "WEEKDAYS")
    if token is None:
        return None
    value = f"XXXX-WXX-{token.number + 1}"
    if token.kind == "WEEKDAYS" or one_of(phrase, "EVERY"):
        return Sense("set", value, None, False, "a rate")
    step, base, why = step_of(phrase), around.dateline, DATELINE
    if one_of(phrase, "FOLL", "PREV", "THAT") and around.last and around.last.first:
        base = around.last.last or around.last.first
        why = f"from {around.last.when.words() if around.last.when else ''}, the date before it"
    if base is None:
        return unresolved(value, NO_DATELINE, "day")
    back = (base.weekday() - token.number) % 7
    if step == -1:
        day = moved(base, "day", -(back or 7))
    elif step == 1:
        day, why = moved(base, "day", 7 - back), f"{why}: the first {token.word.title()} after it"
    elif step == 0 and not one_of(phrase, "THAT"):
        day = moved(base, "day", -back if around.tense == "past" else (7 - back) % 7)
    else:
        day = moved(base, "day", (7 - back) % 7 if around.tense == "future" else -back)
    return span("day", day, why)


def relative_unit(phrase: Phrase, around: Around) -> Sense | None:
    """A unit counted from the present or the last date: `last week`, `this year`, `the following day`, `that month`."""
    token = next((t for t in reversed(phrase) if t.kind in ("UNIT", "QUARTER", "PERIOD")), None)
    step = step_of(phrase)
    if token is None:
        return None
    grain = GRAINS.get(unit_of(token.word), "day")
    from_last = one_of(phrase, "FOLL", "PREV", "THAT") or (grain == "day" and step == 1)
    if unit_of(token.word) in ("hour", "minute", "second"):
        return None
    if from_last and around.last and around.last.first and around.last.when:
        begin = around.last.last if (step or 0) > 0 and around.last.last else around.last.first
        if grain in ("day", "week", "weekend") and around.last.grain not in ("day", "week", "weekend") and begin:
            return unresolved(
                f"XXXX-{'XX-XX' if grain == 'day' else 'WXX'}",
                f"counted from {around.last.when.words()}, of which the day is not said",
                grain,
            )
        return span(grain, moved(begin, grain, step or 0), f"from {around.last.when.words()}, the date before it")
    if from_last:
        return unresolved("PAST_REF" if step == -1 else "FUTURE_REF", "no date before it to count from", grain)
    base = around.dateline
    if base is None:
        return unresolved(
            {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX"}.get(grain, "XXXX"),
            NO_DATELINE,
            grain,
        )
    if grain == "day" and step == -1:
        return None
    if grain in ("decade", "century") and step and one_of(phrase, "LAST", "NEXT") and token.word != "century":
        other = moved(base, "year", 10 * step)
        if other:
            when = When.span(min(other, base), max(other, base))
            why = f"ten years {'up to' if step < 0 else 'after'} the dateline"
            return Sense("duration", "P1E", when, True, why, length=Amount(Decimal(1), "decade"))
    if grain in ("week", "month", "year") and [t.kind for t in phrase] == ["THE", "LAST", "UNIT"]:
        other = moved(base, grain, -1)
        whole = span(grain, other, DATELINE)
        if other and whole:  # the past week is the seven days up to now, last week those from Monday to Sunday
            return replace(whole, when=When.span(other, base), first=other, why=f"the {grain} up to the dateline")
    if token.word == "weekend" and not step and around.tense != "future" and base.weekday() < 5:
        step = -1
    return edged(
        span(
            grain,
            moved(base if grain in ("day", "week", "weekend") else base.replace(day=1), grain, step or 0),
            DATELINE,
        ),
        phrase,
    )


def today(phrase: Phrase, around: Around) -> Sense | None:
    """`today`, `yesterday`, `this morning`, `Tuesday night`, `last night`."""
    token, part = one_of(phrase, "TODAY"), one_of(phrase, "PART")
    sense: Sense | None
    if token is None and one_of(phrase, "WEEKDAY"):
        sense = weekday(phrase, around)
    elif around.dateline is None:
        sense = unresolved("XXXX-XX-XX", NO_DATELINE, "day")
    else:
        step = _TODAY[token.word] if token else step_of(phrase) or 0
        beside = one_of(phrase, "BEFORE")  # the day before yesterday
        step += 0 if beside is None else -1 if beside.word == "before" else 1
        sense = span("day", moved(around.dateline, "day", step), DATELINE)
    name = "NI" if token and token.word == "tonight" else PARTS[part.word] if part else ""
    return replace(sense, kind="time", value=f"{sense.value}T{name}") if sense and name else sense

"""The sentences of an article with a mark for each date and each length of time, which rules are easier on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.parts import Certainty, TimePhrase, Words
from checks.reading.timeline.lengths import days_of
from checks.reading.timeline.parts import CALENDAR, Limit, Statement
from checks.reading.timeline.told_periods import parts_of_centuries, years_of_seasons

if TYPE_CHECKING:
    from checks.reading.article import Reading

NOW = "now"  # the point that is the day the article was written
D = r"<d(\d+)>"  # the mark of a date, with its number among the moments
L = r"<l(\d+)>"  # the mark of a length of time
_PARTS = ("headline", "standfirst", "body")
_DAYS = {"days": 1.0, "weeks": 7.0, "months": 365.2425 / 12, "years": 365.2425}  # mean lengths, Gregorian calendar
_STEP = re.compile(
    r"(?:the |that )?(?:(?P<near>next|following|previous|preceding) (?P<unit>day|week|month|year)"
    r"|(?P<one>day|week|month|year) (?P<side>before|after)|(?P<length>.+?) (?P<way>later|"
    r"earlier|afterwards|after|before|on))$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:\b(?:to|and|until|till|through)\b|[–—-])\s*", re.IGNORECASE)
_FROM = re.compile(r"^(?:(?:from|between) )", re.IGNORECASE)
_DAY_TO_DAY = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?: to | and | until |[–—-])(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+)$"
)
_MONTH_DAYS = re.compile(r"([A-Z][a-z]+)\.? (\d{1,2})(?: to | and | until |[–—-])(\d{1,2})$")
_NO_DATE = re.compile(
    r"^(?:fiscal|financial|school|academic)|\d{4}[-–/]\d\d$|^(?:FY|Q\d)|quarter|half of|century|weekend|[Ss]ummer|"
    r"[Aa]utumn|[Ww]inter|[Ss]pring|\bfall\b|season|week of",
)
_OTHER_YEAR = re.compile(
    r"^[ -](?:season|school|academic|fiscal|financial|tax|vintage|model|budget|census|dollars|prices|levels)\b"
)
_WRITTEN = re.compile(r"\d{4}|(?<!\w)['’]\d\d")
_DAY_WRITTEN = re.compile(r"\d(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,}|\b[A-Z][a-z]{2,8}\.? \d{1,2}(?!\d|:|\.\d|[ap]m)")
_COUNTED = re.compile(r"^(?:last|this|next|the (?:last|past|next)|(?:.+ ago))(?: |$)|ago$", re.IGNORECASE)
_ROUND = re.compile(
    r"(?:nearly|almost|about|around|some|roughly|approximately|over|more than|at least|less than|"
    r"under|up to|"
                    r"just|well|perhaps|or so|fewer than|within|close to|barely|the best part "
                    r"of)[ -](?:a |an )?$", re.IGNORECASE)  # fmt: skip
_SAID = re.compile(r"^(?:the|from|between) (?=\d|[A-Z])")
_FAR = 300  # days from the article at which a date without its year would be told with it
_MANY = 200  # dates and lengths: more are no news article
_MANY_AT_ONCE, _LONG = 12, 1200  # dates and lengths, and characters, of one sentence: more are a table or a list


@dataclass(frozen=True)
class Moment:
    """A date of the text: the spans it may be, one for each year where its year is not written, the likeliest first."""

    point: str
    words: Words
    choices: tuple[When, ...]
    written: bool  # whether the words name the year, or the days are certain without it
    said: str  # as it is written, without “from” and “the”

    @property
    def is_exact(self) -> bool:
        """Whether it is a day, and not a month or a year."""
        return self.choices[0].first == self.choices[0].last


@dataclass(frozen=True)
class Length:
    """A length of time of the text, and the days that it comes to as newspapers round."""

    words: Words
    unit: str
    least: int | None
    most: int | None


@dataclass(frozen=True)
class Marked:
    """A sentence whose dates and lengths are marks (`<d3>`, `<l4>`), and where its characters stand in the article."""

    text: str
    number: int
    paragraph: int
    source: str
    places: tuple[tuple[int, int], ...]  # place in `text`, place in the article

    def words(self, start: int, end: int) -> Words:
        """The words of the article behind a stretch of the marked sentence."""
        first, last = self._place(start, 0), self._place(end, 1)
        first += len(self.source[first:last]) - len(self.source[first:last].lstrip())
        return Words(first, last, self.source[first:last])

    def _place(self, at: int, ends: int) -> int:
        """The place in the article; of a place within a mark, where the words behind the mark begin or end."""
        piece = max(bisect_right(self.places, (at, len(self.source))) - 1, 0)
        if piece % 2 and at > self.places[piece][0]:
            return self.places[piece + ends][1]
        return self.places[piece][1] + (0 if piece % 2 else at - self.places[piece][0])


@dataclass(frozen=True)
class Stated:
    """A statement, and how sure it is that it was read rightly."""

    statement: Statement
    certainty: Certainty


@dataclass(frozen=True)
class Times:
    """What a text says of time: sentences with marks, and the dates and lengths that the marks stand for."""

    sentences: tuple[Marked, ...]
    moments: tuple[Moment, ...]
    lengths: tuple[Length, ...]
    dateline: date | None


def times_of(reading: Reading) -> Times:
    """The dates and lengths of an article outside its quotations, and its sentences with a mark for each of them."""
    years = _years(reading)
    moments: list[Moment] = []
    lengths: list[Length] = []
    quoted = _quoted(reading)
    marked = []
    at = 0
    phrases = reading.times
    for number, sentence in enumerate(reading.sentences):
        while at < len(phrases) and phrases[at].start < sentence.start:
            at += 1
        inside = []
        while at < len(phrases) and phrases[at].end <= sentence.end:
            inside.append(phrases[at])
            at += 1
        if sentence.part not in _PARTS or len(moments) + len(lengths) > _MANY:
            continue
        if len(inside) > _MANY_AT_ONCE or sentence.end - sentence.start > _LONG:
            continue
        pieces: list[tuple[int, int, str]] = []
        skipped = _overlapping(quoted, sentence.start, sentence.end)
        for start, end in skipped:
            pieces.append((start, end, "“”"))
        for phrase in inside:
            if not any(start <= phrase.start < end for start, end in skipped):
                mark = _mark(phrase, reading, moments, lengths, years)
                if mark:
                    pieces.append((phrase.start, phrase.end, mark))
        pieces += _centuries(sentence.exact, sentence.start, pieces, lengths)
        marked.append(_marked(reading.text, number, sentence.paragraph, sentence.start, sentence.end, sorted(pieces)))
    return Times(tuple(marked), tuple(moments), tuple(lengths), reading.dateline)


def days_between(length: Amount, spoken: bool = False) -> tuple[int | None, int | None, str]:
    """The least and most days that a length comes to, and its unit: as `days_of` has it, and for what is longer than
    a day at least half a unit either way; `spoken` where it is “about” so long, which is a fifth either way.

    Raises `CaseError` for what is not a length of calendar time.
    """
    unit, low, _ = length.calendar()
    least, most, _ = days_of(length)
    if unit != "days" and not length.bound:
        half = _DAYS[unit] / 2
        least, most = min(least or 0, int(low * _DAYS[unit] - half)), max(most or 0, int(low * _DAYS[unit] + half) + 1)
    if spoken and least is not None and most is not None:
        least, most = int(least * 0.8), int(most * 1.2) + 1
    return least, most, unit


def ordinals(when: When) -> tuple[int | None, int | None]:
    """The first and the last day that a date may mean, as ordinals."""
    first, last = when.widest
    return first.toordinal() if first else None, last.toordinal() if last else None


def limits_of(moment: Moment) -> tuple[tuple[Limit, ...], ...]:
    """What a date comes to, as limits from the calendar, for each year it may be of."""
    found = []
    for when in moment.choices:
        least, most = ordinals(when)
        core = ordinals(replace(when, widest=(when.first, when.last)))
        found.append((Limit(CALENDAR, moment.point, least, most, None if core == (least, most) else core),))
    return tuple(found)


def _quoted(reading: Reading) -> list[tuple[int, int]]:
    found = []
    for one in reading.quotations:
        if one.kind == "direct":
            found.append((one.start, one.end))
        elif one.kind in ("mixed", "scare", "title"):
            found += [(words.start, words.end) for words in one.quoted]
    return sorted(found)


def _overlapping(spans: Sequence[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans[max(bisect_right(spans, (first, first)) - 2, 0) :]:
        if start >= last:
            break
        start, end = max(start, first, found[-1][1] if found else first), min(end, last)
        if start < end:
            found.append((start, end))
    return found


def _marked(
    text: str, number: int, paragraph: int, first: int, last: int, pieces: Sequence[tuple[int, int, str]]
) -> Marked:
    out, places, at, size = [], [(0, first)], first, 0
    for start, end, mark in pieces:
        if start < at:
            continue
        before = text[at:start].replace("<", "(")
        out += [before, mark]
        places.append((size + len(before), start))
        size += len(before) + len(mark)
        places.append((size, end))
        at = end
    out.append(text[at:last].replace("<", "("))
    return Marked("".join(out), number, paragraph, text, tuple(places))


def _mark(
    phrase: TimePhrase, reading: Reading, moments: list[Moment], lengths: list[Length], years: Sequence[int]
) -> str:
    """The mark of a phrase of time, which is added to the moments or lengths; empty for one that says no day."""
    text = reading.text
    step = _STEP.fullmatch(phrase.exact)
    if step and phrase.kind in ("date", "duration") and phrase.length is None:
        said = step["length"] or f"1 {step['unit'] or step['one']}"
        way = (
            step["way"]
            or step["side"]
            or {"next": "later", "following": "later"}.get((step["near"] or "").lower(), "earlier")
        )
        return _length_mark(phrase, said, text, lengths, f" {way}")
    if phrase.kind == "duration":
        return _length_mark(phrase, phrase.length, text, lengths, "")
    dated = phrase.kind == "date" or (phrase.kind == "time" and _DAY_WRITTEN.search(phrase.exact))
    seasons = years_of_seasons(phrase.exact)
    if not dated or phrase.when is None or (_NO_DATE.search(phrase.exact) and not seasons):
        return ""
    if seasons:
        words, first = Words(phrase.start, phrase.end, phrase.exact), len(moments)
        moments += [Moment(f"d{n}", words, (when,), True, when.said) for n, when in enumerate(seasons, first)]
        return f"<d{first}>" if len(seasons) == 1 else f"from <d{first}> to <d{first + 1}>"
    if _OTHER_YEAR.match(text[phrase.end : phrase.end + 12]) or "fiscal" in phrase.why:
        return ""
    ends = _ends(phrase)
    written = bool(_WRITTEN.search(phrase.exact)) or phrase.why == "as written"
    counted = not written and _COUNTED.match(phrase.exact)
    vague = phrase.when.said != phrase.value.partition("T")[0] and not re.match(
        r"(?:early|mid|late) ", phrase.when.said
    )
    if vague and not written and not counted and len(ends) == 1:
        return ""
    if (
        not written
        and not counted
        and not _DAY_WRITTEN.search(phrase.exact)
        and re.search(r"(?:day|night|morning|today|week|now)\b", phrase.exact, re.IGNORECASE)
    ):
        return ""  # a weekday is of this week or another
    names = []
    for when in ends:
        point = f"d{len(moments)}"
        if when.yearless or not (written or counted):
            whens = tuple(sorted(_in_years(when, years), key=lambda one: _is_far(one, reading.dateline)))
        else:
            whens = (when,) if written else _spoken(when)
        if not whens:
            return ""
        words = Words(phrase.start, phrase.end, phrase.exact)
        said = _SAID.sub("", phrase.exact) if len(ends) == 1 and phrase.kind == "date" else when.words()
        moments.append(Moment(point, words, whens, written and not when.yearless, said))
        names.append(f"<{point}>")
    if len(names) == 1:
        return f"on {names[0]}" if phrase.kind == "time" else names[0]
    between = phrase.exact.lower().startswith("between")
    opening = text[max(phrase.start - 8, 0) : phrase.start].lower().endswith(("from ", "between "))
    return f"{'' if opening else 'between ' if between else 'from '}{names[0]} {'and' if between else 'to'} {names[1]}"


def _centuries(
    text: str, at: int, pieces: Sequence[tuple[int, int, str]], lengths: list[Length]
) -> list[tuple[int, int, str]]:
    """The marks of lengths that are told as parts of a century or a decade."""
    found: list[tuple[int, int, str]] = []
    for first, last, years in parts_of_centuries(text):
        start, end = at + first, at + last
        if not any(one < end and start < other and mark[1] != "l" for one, other, mark in pieces):
            slack = 366 * max(years // 10, 2)
            days = int(years * 365.2425)
            found.append((start, end, f"<l{len(lengths)}>"))
            lengths.append(Length(Words(start, end, text[first:last]), "years", days - slack, days + slack))
    return found


def _length_mark(phrase: TimePhrase, said: Amount | str | None, text: str, lengths: list[Length], tail: str) -> str:
    try:
        length = Amount.parse(said) if isinstance(said, str) else said
        if length is None:
            return ""
        spoken = bool(_ROUND.search(text[max(phrase.start - 20, 0) : phrase.start])) or "about" in (length.bound or "")
        least, most, unit = days_between(length, spoken)
    except CaseError:
        return ""
    lengths.append(Length(Words(phrase.start, phrase.end, phrase.exact), unit, least, most))
    return f"<l{len(lengths) - 1}>{tail}"


def _ends(phrase: TimePhrase) -> tuple[When, ...]:
    """The one date of a phrase, or the two of a span such as “from 3 to 9 May”."""
    exact, when = _FROM.sub("", phrase.exact), phrase.when
    if when is None:
        return ()
    try:
        if when.yearless:
            days, months = _DAY_TO_DAY.search(exact), _MONTH_DAYS.search(exact)
            if days:
                return When.parse(f"{days[1]} {days[3]}"), When.parse(f"{days[2]} {days[3]}")
            if months:
                return When.parse(f"{months[1]} {months[2]}"), When.parse(f"{months[1]} {months[3]}")
        elif "/" in phrase.value and _JOINT.search(exact):
            first, _, last = phrase.value.partition("/")
            years = re.findall(r"(?<!\d)\d{4}(?!\d)", exact)
            if len(years) == 2:  # a span that ends before it begins is read as it is written
                first, last = years[0] + first[4:], years[1] + last[4:]
            return When.parse(first), When.parse(last)
    except CaseError:
        pass
    return (when,)


def _spoken(when: When) -> tuple[When, ...]:
    """“Three years ago” need not be to the year: half a year either way for a year, else as much as its own length."""
    first, last = when.first, when.last
    if first is None or last is None:
        return (when,)
    spare = min(last.toordinal() - first.toordinal() + 1, 183)
    ends = [
        date.fromordinal(min(max(n, 1), date.max.toordinal()))
        for n in (first.toordinal() - spare, last.toordinal() + spare)
    ]
    return (replace(when, widest=(ends[0], ends[1])),)


def _in_years(when: When, years: Sequence[int]) -> tuple[When, ...]:
    """A date of which the year is not written, in each year it may be of; first in the one it was read as."""
    if when.yearless:
        return tuple(when.in_year(year) for year in years if when.exists_in(year))
    if when.first is None or when.last is None or when.first.year != when.last.year:
        return (when,)
    said, year = when.said, when.first.year
    if f"{year:04d}" not in said:
        return (when,)
    found = [when]
    for other in (year - 1, year + 1):
        try:
            found.append(When.parse(said.replace(f"{year:04d}", f"{other:04d}")))
        except CaseError:
            continue
    return tuple(found)


def _is_far(when: When, dateline: date | None) -> bool:
    return dateline is not None and when.first is not None and abs((when.first - dateline).days) > _FAR


def _years(reading: Reading) -> tuple[int, ...]:
    """The years that a date without one may be of: those about the dateline, else about the dates that have one."""
    if reading.dateline:
        around = [reading.dateline.year]
    else:
        said = {
            end.year
            for time in reading.times
            if time.when and not time.when.yearless
            for end in time.when.widest
            if end
        }
        around = sorted(said)[-3:] or [2024]
    return tuple(year for year in sorted({n + step for n in around for step in (-1, 0, 1)}) if 0 < year < 10000)

"""Days and hours that are in no calendar: 31 June, 29 February 2031, 25:30 hours."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import isleap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.case.when import MONTHS
from checks.reading.parts import Certainty, Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "weekday_matches_date"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?= )))"
)
_SHORT = ("April", "June", "September", "November")
# A sentence that knows that there is no such day.
_KNOWS = re.compile(
    r"no such|n[o’']t exist|nonexistent|imagin|invent|fictiti|joke|leap|impossible|never comes|calendar|typo"
    r"|error|mistake",
    re.IGNORECASE,
)
# What may follow a day: not the noun of a number, as in "in June 31 people died".
_FOLLOWS = re.compile(
    r"[,.;:)!?”’\"–—\n-]|$| (?:[12][0-9]{3}|at|in|on|to|and|or|for|after|before|the|a|an|as|when|by|with|from"
    r"|until|till|through"
    r"|because|but|if|of|that|this|last|next|were|was|is|will|would|has|had|have|he|she|it|they|we|who|which"
    r"|while|following"
    r"|under|despite|near|over|against|between|amid|during|into|where|without|fell|falls|deadline|election"
    r"|vote|meeting|game"
    r"|attack|[A-Z][\w’']*)(?!\w)"
)
_IN = re.compile(r"\b[Ii]n(?: early| late| mid-?)? $")
_BARE = re.compile(rf"{_MONTH} [0-9]{{2}}")
_BEYOND = "(?:3[2-9]|[4-9][0-9])"
_TOO_LATE = re.compile(  # on May 32; the 35th of May, 41 June
    rf"\b(?:(?:[Oo]n|[Uu]ntil|[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|day,) (?P<day>{_MONTH} {_BEYOND}(?:st|nd|rd|th)?"
    rf"|{_BEYOND}(?:st|nd|rd|th)? (?:of )?{_MONTH}))(?=,? [12][0-9]{{3}}\b|[,.;)]| (?:at|in|to|and|for|when)\b|$)"
)
_HIGH = re.compile(rf"(?<=[ \n]){_BEYOND}(?=[stnrd]{{2}}\b|[ ,.;)]|$)")
_LEAP_DAY = re.compile(
    r"\b(?:29(?:th)?(?: of)? Feb(?:ruary\b|\b\.?)|Feb(?:ruary|\."
    r"|(?= 29)) (?:the )?29(?:th)?(?![0-9%]))(?!,? (?:in |of )?[12][0-9]{3}\b)"
)
_TO_COME = re.compile(
    r"\b(?:will|is to|are to|due|shall|is set|are set|going to|until|deadline|opens?|closes?"
    r"|expires?)\b"
)
_GONE = re.compile(r"\b(?:was|were|had|did|began|took|held|opened|closed|died|ended|voted|met|signed|[a-z]{2,}ed)\b")
_ANY_YEAR = re.compile(
    r"\b[12][0-9]{3}\b|\byears?\b|\bborn\b|birthday|annivers|\b(?:every|never|if|once"
    r"|had there)\b"
)
_HOUR = re.compile(
    r"(?<![0-9:.,$£€-])(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?"
    r"(?P<half>[ap]\.m\.|[ap]m\b|[AP]M\b|o[’']clock\b|hours\b|hrs\b|GMT\b|BST\b|UTC\b|E[SD]T\b|P[SD]T\b"
    r"|C[ES]T\b|IST\b|local time\b"
    r"|(?=on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b))"
)
_NO_PART = re.compile(
    r"\b(?:(?:13|14|15)th|thirteenth|fourteenth) month of (?:the year|[12][0-9]{3})\b"
    r"|\b(?:fifth|sixth|5th|6th) quarter of (?:the (?:financial |fiscal )?year|[12][0-9]{3})\b"
)
_DIGIT = re.compile("[0-9]")
_AT = re.compile(r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|around|about|to|and|starts?|began) $")


def no_such_days(reading: Reading) -> Iterator[Suspicion]:
    """Which dates and hours of the article are in no calendar and on no clock?

    Source: ISO 8601-1, calendar date and local time of day; 24:00 is the end of a day.
    """
    starts, taken = [one.start for one in reading.sentences], -1
    for start, end in sorted(_days(reading)):
        at = bisect_right(starts, start) - 1
        if start < taken or at < 0 or reading.sentences[at].part not in ("headline", "standfirst", "body"):
            continue
        exact = reading.text[start:end]
        if _KNOWS.search(reading.sentences[at].exact) or not _FOLLOWS.match(reading.text[end : end + 24]):
            continue
        if _BARE.fullmatch(exact) and _IN.search(reading.text[max(0, start - 12) : start]):
            continue  # in June 31 people
        taken = end
        in_figures = not re.search(r"[A-Za-z]", exact)
        old = re.search(
            r"\b1[0-8][0-9]{2}\b|\b19[01][0-9]\b|\b192[0-3]\b", exact
        )  # the Julian calendar had 29 February 1900
        certainty: Certainty = "likely" if in_figures or old else "certain"
        reason = f"There is no such day as {exact.strip()}: {_why(exact)}."
        yield Suspicion("no such day", _CHECK, reason, certainty, (Words(start, end, exact),))
    yield from _leap_days(reading)
    for paragraph in reading.paragraphs:
        if paragraph.part in ("headline", "standfirst", "body"):
            yield from _hours(reading.text, paragraph.start, paragraph.end)


def _leap_days(reading: Reading) -> Iterator[Suspicion]:
    """A 29 February without a year that the dateline puts in one that has none: the next, or the one just gone."""
    day = reading.dateline
    if day is None or "29" not in reading.text:
        return
    for one in reading.sentences:
        found = _LEAP_DAY.search(one.exact)
        if found is None or one.part not in ("headline", "standfirst", "body"):
            continue
        around = one.exact.replace(found[0], "")
        if _KNOWS.search(around) or _ANY_YEAR.search(around) or _IN.search(one.exact[: found.start()]):
            continue
        past = day.month > 2 or (day.month, day.day) == (2, 29)
        coming, gone = day.year + past, day.year - (not past)
        years = (coming,) if _TO_COME.search(around) else (gone,) if _GONE.search(around) else (gone, coming)
        if not any(isleap(year) for year in years):
            words = Words(one.start + found.start(), one.start + found.end(), found[0])
            told = " or ".join(str(year) for year in years)
            reason = (
                f"There is no such day as {found[0]} in {told}, the year that the dateline gives: {_why(found[0])}."
            )
            yield Suspicion("no such day", _CHECK, reason, "likely", (words,))


def _days(reading: Reading) -> list[tuple[int, int]]:
    """What reading found to be no day, and what it did not take for one."""
    found = [(one.start, one.end) for one in reading.problems if one.what.startswith("no such day")]
    text = reading.text
    for high in _HIGH.finditer(text):  # no month has so many days
        found += [match.span("day") for match in _TOO_LATE.finditer(text, max(0, high.start() - 24), high.end() + 40)]
    return found


def _why(exact: str) -> str:
    month = next((name for name in MONTHS if re.search(rf"\b{name[:3]}", exact)), "")
    if month == "February":
        return "February has 29 days in a leap year and 28 in any other"
    if not month:
        return "no order of its figures makes one"
    return f"{month} has {30 if month in _SHORT else 31} days"


def _hours(text: str, start: int, end: int) -> Iterator[Suspicion]:
    """25:30 hours, 14:30 a.m., 10:75 p.m., 13 o’clock; the thirteenth month of the year."""
    for match in _HOUR.finditer(text, start, end) if _DIGIT.search(text, start, end) else ():
        hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"].lower().replace(".", "")
        told = _AT.search(text, max(start, match.start() - 10), match.start()) is not None
        if half in ("am", "pm"):
            wrong = (
                minute > 59 or hour > 24 or (half == "am" and hour > 12) or (hour == 0 and half == "pm" and minute == 0)
            )
        elif half == "o’clock" or half == "o'clock":
            wrong = hour > 12
        else:
            wrong = told and match["minute"] is not None and (minute > 59 or hour > 24 or (hour == 24 and minute > 0))
        if wrong:
            words = Words(match.start(), match.end(), match[0].rstrip())
            words = Words(words.start, words.start + len(words.exact), words.exact)
            yield Suspicion("no such day", _CHECK, f"There is no such hour as {words.exact}.", "likely", (words,))
    for match in _NO_PART.finditer(text, start, end) if text.find("th ", start, end) >= 0 else ():
        words = Words(match.start(), match.end(), match[0])
        yield Suspicion("no such day", _CHECK, f"There is no {match[0]}.", "likely", (words,))

"""The dates, times of day and lengths of a claim or passage, and how those of the one stand to those of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checks.case.when import When
from checks.reading.parts import Edge, TimePhrase
from checks.reading.slots.time_ages import age_given
from checks.reading.slots.time_forms import (
    bare_years,
    beside,
    counted,
    day_parts,
    in_prose,
    is_no_time,
    odd_lengths,
    up_to,
    widened,
    year_phrase,
)
from checks.reading.slots.time_lengths import BOUND_BEFORE, amount_of
from checks.reading.slots.time_relations import both_days, relate, relate_act
from checks.reading.slots.time_roles import role_of, roles_differ
from checks.reading.slots.time_sums import derive
from checks.reading.times.phrases import time_phrases

__all__ = ["age_given", "derive", "relate", "relate_act", "role_of", "roles_differ", "times_in"]

_AGE = re.compile(r"years?[- ]old$|-year-old", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|circa|ca?\.|roughly|approximately) (?:the )?$", re.IGNORECASE)
_OR_MORE = re.compile(r" or (?:more|longer|less|so)\b", re.IGNORECASE)
_OVER = re.compile(
    r"(?:\b(?:ruled|reigned|served|spent|lasted|waited|took|lived|worked|held|was|is|be|been|stretched|ran|run|"
    r"imprisoned|jailed|office|power|charge|married|missing|closed|after|for|in|of|just|well|a little) )$",
    re.IGNORECASE,
)
_UNDER = re.compile(r"(?:under|over|more than|less than)\b", re.IGNORECASE)
_CLOSER = re.compile(r"\b(?:just|well|(?:a )?(?:little|bit)|slightly|not) $", re.IGNORECASE)
_FROM_THEN = re.compile(
    r"\b(?:not (?:be |start |begin |open )?(?:before|until)|no (?:earlier|sooner) than)\s$", re.IGNORECASE
)
_NOT_UNTIL = re.compile(r"(?:\b(?:not|never|no|nor)\b|n['’]t\b)[^.;,]* (?:until|till) $", re.IGNORECASE)
_CLOCK_EDGE = re.compile(
    r"\b(?:(?P<by>by|no later than)|(?P<before>before|prior to)|(?P<after>after)"
    r"|(?P<until>until|till)|(?P<since>since)|(?P<from>from))\s$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?P<edge>since|from|until|by|before|after) (?:at least|as early as|as late as) $", re.IGNORECASE
)
_DAY_FIRST = re.compile(r"\bd{1,2}[./-]m{1,2}[./-]|\bday[./ -]month\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"\bm{1,2}[./-]d{1,2}[./-]|\bmonth[./ -]day\b", re.IGNORECASE)
_BESIDE = (" on ", " ", ", ", " at ", ", at ")
_APART_S = re.compile(r"(?<=\d)['’ ]['’]?s\b")  # 1970's and 1970 's are read as 1970s
_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?![\d/-])")


def times_in(text: str, day: date | None = None) -> tuple[TimePhrase, ...]:
    """Which words of a claim, passage or record say when or how long, and what do they mean?

    `day` is the day on which the text was written, if that is known: *last year* and *Tuesday* are counted from it.
    The phrases come in order and do not overlap, and `text[start:end] == exact` of each. A day in figures of which the
    order of day and month is not said has no `when`; its `why` names both. Ages are left to the reader of figures. The
    words that bound a length, and *about*, are part of the phrase; those before a date are its `edge`.
    """
    prose = in_prose(text)
    found = [replace(one, exact=text[one.start : one.end]) for one in time_phrases(prose, [(0, len(text))], day)]
    found = [widened(text, one) for one in found if not _is_age(text, one) and not is_no_time(text, one)]
    taken = [(one.start, one.end) for one in found]
    for extra in _extra(text):
        clash = [span for span in taken if span[0] < extra.end and extra.start < span[1]]
        if all(extra.start <= start and end <= extra.end for start, end in clash):
            found = [one for one in found if (one.start, one.end) not in clash] + [extra]
    found.sort(key=lambda one: one.start)
    order = _order(text)
    out: list[TimePhrase] = []
    for one in found:
        out.append(_completed(text, one, out[-1].end if out else 0, order))
        if len(out) > 1 and (both := _joined(text, *out[-2:])):
            out[-2:] = [both]
    return tuple(out)


def _joined(text: str, one: TimePhrase, other: TimePhrase) -> TimePhrase | None:
    """Two phrases beside each other that make one, with the words between them."""
    return _hour_of_day(text, one, other) or up_to(text, one, other) or counted(text, one, other)


def _hour_of_day(text: str, one: TimePhrase, other: TimePhrase) -> TimePhrase | None:
    """An hour and the day of the week beside it as one phrase: `8.45am on Monday`, `Monday at noon`."""
    if text[one.end : other.start] not in _BESIDE:
        return None
    hour, day = (one, other) if one.value.startswith("T") else (other, one)
    if not hour.value.startswith("T") or "T" in day.value or not day.value.startswith("XXXX-W"):
        return None
    return replace(
        day, start=one.start, end=other.end, exact=text[one.start : other.end], kind="time",
        value=f"{day.value}{hour.value}", edge=one.edge or hour.edge,
    )  # fmt: skip


def _extra(text: str) -> Iterator[TimePhrase]:
    for start, end in bare_years(text):
        year = year_phrase(text, start, end)
        if year:
            yield year
    yield from odd_lengths(text)
    yield from day_parts(text)
    yield from beside(text)


def _is_age(text: str, one: TimePhrase) -> bool:
    return one.kind == "duration" and bool(
        _AGE.search(one.exact)
        or re.match(r"[- ](?:years?[- ])?old\b|[- ]years? of age\b", text[one.end : one.end + 13])
    )


def _completed(text: str, one: TimePhrase, free: int, order: str) -> TimePhrase:
    """The phrase with the words that bound it, and with its days where an order of day and month is known."""
    before = text[max(free, one.start - 32) : one.start]
    end = one.end
    while 0 < end < len(text) and text[end - 1].isalpha() and text[end].isalpha():  # “0830 hours” is read as “hrs”
        end += 1
    start = one.start
    end += len(apart[0]) - 1 if end and (apart := _APART_S.match(text, end - 1)) else 0
    if one.kind == "duration" and one.when is None:
        start, end = _bounded(text, one, before, end)
    elif one.kind in ("date", "time"):
        about = _ABOUT.search(before)
        start -= len(before) - about.start() if about else 0
        one = replace(one, edge=_edge(one, before))
    one = replace(one, start=start, end=end, exact=text[start:end])
    if one.kind == "duration" and one.length is None:
        one = replace(one, length=amount_of(one))
    days = both_days(one) if order or "." in one.exact else []
    if len(days) == 2 and not (order == "month" and "." not in one.exact and not days):
        one = _ordered(one, "day" if "." in one.exact and order != "month" else order)
    return one


def _bounded(text: str, one: TimePhrase, before: str, end: int) -> tuple[int, int]:
    more = _OR_MORE.match(text, end)
    end = more.end() if more else end
    bound = BOUND_BEFORE.search(before)
    if bound is None:
        closer = _CLOSER.search(before) if _UNDER.match(one.exact) else None
        return one.start - (len(before) - closer.start() if closer else 0), end
    if bound["bound"].lower() == "over" and not _OVER.search(before[: bound.start("bound")]):
        return one.start, end  # $5 billion over six years
    return one.start - len(before) + bound.start("bound"), end


def _edge(one: TimePhrase, before: str) -> Edge:
    """The word before a date or an hour that makes it the end of a longer time."""
    if _FROM_THEN.search(before):
        return "from"
    if one.edge == "until" and _NOT_UNTIL.search(before):
        return "from"
    least = _AT_LEAST.search(before)
    if least:
        return least["edge"].lower()  # type: ignore[return-value]
    if not one.edge and one.value.startswith("T") and not re.match(r"from\b", one.exact, re.IGNORECASE):
        found = _CLOCK_EDGE.search(before)
        return found.lastgroup if found else ""  # type: ignore[return-value]
    return one.edge


def _order(text: str) -> str:
    """Which of day and month comes first in the figures of a text: as it says, or as its plain days show."""
    if _DAY_FIRST.search(text):
        return "day"
    if _MONTH_FIRST.search(text):
        return "month"
    pairs = [(int(found[1]), int(found[2])) for found in _FIGURES.finditer(text)]
    orders = {"day" if one > 12 else "month" for one, two in pairs if (one > 12) != (two > 12)}
    return orders.pop() if len(orders) == 1 else ""


def _ordered(one: TimePhrase, order: str) -> TimePhrase:
    found = _FIGURES.search(one.exact)
    days = both_days(one)
    if found is None or not order:
        return one
    month = int(found[2] if order == "day" else found[1])
    day = next((day for day in days if day.month == month), None)
    if day is None:
        return one
    why = f"the {order} first, as the text has it"
    return replace(one, when=When.span(day, day), value=str(day), resolved=True, why=why)

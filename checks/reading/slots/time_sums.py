"""Date sums: how long it was between two dates of a passage, what day so many days make, how old somebody was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.slots.time_ages import AGE, age_given, born_then
from checks.reading.slots.time_between import (
    Period,
    apart,
    hours_of,
    periods_in,
    points_of,
    run_together,
    told_length,
    yearless_in,
)
from checks.reading.slots.time_clock import clock_in
from checks.reading.slots.time_counted import counted_on
from checks.reading.slots.time_forms import odd_lengths
from checks.reading.slots.time_lengths import Length, length_of, measured
from checks.reading.slots.time_relations import relate
from checks.reading.slots.time_roles import BEGINNINGS, ENDINGS, acts_in, role_of
from checks.reading.times.phrases import time_phrases

Derived = tuple[Relation, str, tuple[TimePhrase, ...]]
# An act, and the one that undoes it.
_UNDONE = frozenset(
    {
        ("born", "died"),
        ("closed", "opened"),
        ("arrested", "released"),
        ("sentenced", "released"),
        ("married", "divorced"),
    }
)
_IN_ALL = re.compile(
    r"\b(?:in total|altogether|in all|combined|overall|total of|a total|cumulative|non-consecutive|between them|"
    r"separate|spells|stints)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\W*(?:after|before|later|earlier|afterwards?|following|on|previously)\b", re.IGNORECASE)
_COUNTED_ACTS = re.compile(r"\bbetween\b|\btook\b.* to\b|nniversary")
_RELATIVE = re.compile(
    r"(?:the )?(?P<number>following|next|previous|preceding|same) (?P<unit>day|week|month|year)\b|"
    r"the (?P<beside>day|week|month|year) (?:after|before)|"
    r"(?P<length>.+?) (?P<way>later|earlier|after|before|on|afterwards?|previously|beforehand)$",
    re.IGNORECASE,
)
_OPEN_EDGES = ("by", "before", "after", "until")  # much lies before a deadline: a sum tells whether it is the right one
_LASTED = re.compile(
    r"\b(?:for|lasted|took|ran|run|long|held|spent|served|ruled|reigned|led|stood|stayed|lived)\b|-", re.IGNORECASE
)
_TERM = re.compile(
    r"\b(?:jail\w*|sentenced?|imprison\w*|gaol\w*|prison|behind bars|locked up|extended|renewed)\b[^,;]* "
    r"(?:for|to|of|by) (?:an? |at least |up to )*$",
    re.IGNORECASE,
)


def derive(
    claimed: TimePhrase, stated: Sequence[TimePhrase], claim: str, passage: str, day: date | None = None
) -> Derived | None:
    """What do the passage's dates and lengths come to, where the words license a sum, and does the claim's time fit?

    `claimed` is a phrase of `claim`, `stated` those of `passage`; `day` is the day to which *since* counts, if known.
    The answer is the relation, the sum in words, and the phrases it was made of; None where no sum is licensed. A time
    that the passage states as it is needs no sum and gets none.
    """
    for one in stated:
        known = relate(claimed, one)
        if known and (known[0] is Relation.AGREE or (known[0].stated and claimed.edge not in _OPEN_EDGES)):
            return None
    kept = _kept(claimed, stated, claim)
    if kept:
        return kept
    if AGE.fullmatch(claimed.exact):
        return age_given(claim, stated, passage)
    length = length_of(claimed)
    if length:
        return _how_long(claimed, length, stated, claim, passage, day)
    if claimed.when is None:
        return _relative(claimed, stated, claim, passage)
    if clock_in(claimed):
        return _day_and_hour(claimed, stated)
    return counted_on(claimed, claimed.when, stated, claim, passage) or born_then(claimed, stated, claim, passage)


def _day_and_hour(claimed: TimePhrase, stated: Sequence[TimePhrase]) -> Derived | None:
    """A day with its hour, which a passage states apart: the date first, and the only hour of it later."""
    days = [one for one in stated if one.when is not None and not clock_in(one)]
    hours = [one for one in stated if one.when is None and clock_in(one)]
    if len(days) != 1 or not hours:
        return None
    whole = [replace(days[0], kind="time", value=f"{days[0].value}{clock_in(hour)}") for hour in hours]
    found = [relation for one in whole if (relation := relate(claimed, one))]
    if len(found) != len(hours) or len({relation for relation, _ in found}) != 1:
        return None
    words = " and ".join(one.exact for one in hours)
    return found[0][0], f"{days[0].exact}, {words}", (days[0], *hours)


def _kept(claimed: TimePhrase, stated: Sequence[TimePhrase], claim: str) -> Derived | None:
    """An anniversary with its year, both in the claim, against the one date that the passage gives."""
    lengths = [one for one in odd_lengths(claim) if re.search("nniv|enar|ennial|jubilee|wedding", one.exact, re.I)]
    dates = points_of(time_phrases(claim, [(0, len(claim))], None)) if lengths else []
    bases = points_of(stated)
    if (
        len(lengths) != 1
        or len(dates) != 1
        or len(bases) != 1
        or claimed.start not in (lengths[0].start, dates[0].start)
    ):
        return None
    size, when, base = length_of(lengths[0]), dates[0].when, bases[0].when
    if size is None or when is None or base is None or when.yearless or base.yearless:
        return None
    years = Period.of(bases[0], dates[0]).calendar("year")
    relation = Relation.AGREE if years == size.first / 12 else Relation.CONFLICT
    return (
        relation,
        f"{base.words()} + {size.first / 12:g} years = {int(base.words()[-4:]) + size.first / 12:g}",
        (bases[0],),
    )


def _how_long(
    claimed: TimePhrase, length: Length, stated: Sequence[TimePhrase], claim: str, passage: str, day: date | None
) -> Derived | None:
    """A length that a claim states, against the time between two dates of the passage."""
    if _TERM.search(claim[max(0, claimed.start - 40) : claimed.start]):
        return None  # a sentence of two years is not the time from one date to another
    hours = [(one, minutes) for one in stated if (minutes := hours_of(one))]
    if hours and length.family == "seconds" and len(hours) == 1:
        one, minutes = hours[0]
        size = 60.0 * minutes
        relation = measured(length, Length("seconds", size, size, size, size, 60))
        return relation, f"{one.exact} is {minutes} minutes", (one,)
    periods = run_together(periods_in(stated, passage, day))
    if not periods:
        pair = _pair(stated, claim, passage)
        sure = pair and _bounds(pair, claimed, claim, passage)
        return _told(claimed, length, Period.of(*pair), sure == "certain") if pair and sure else None
    found = [_told(claimed, length, one, sure=True) for one in periods]
    best = min(found, key=lambda one: list(Relation).index(one[0]))
    if best[0].stated or len(periods) == 1:
        return best
    total = Period.total(periods)
    used = tuple(phrase for one in periods for phrase in one.phrases)
    each = " and ".join(one.words() for one in periods)
    if _IN_ALL.search(claim):
        relation, why = told_length(length, total, claimed.exact)
        return relation, f"{each}, {total.words()}{why}", used
    gap = apart(periods[0], periods[1])
    return Relation.CONFLICT, f"{each}, with a gap of {gap} between them: not {claimed.exact}", used


def _told(claimed: TimePhrase, length: Length, period: Period, sure: bool) -> Derived:
    relation, why = told_length(length, period, claimed.exact)
    if relation is Relation.CONFLICT and not sure:
        relation = Relation.NARROWER
    return relation, f"{period.words()}{why}", period.phrases


def _pair(stated: Sequence[TimePhrase], claim: str, passage: str) -> tuple[TimePhrase, TimePhrase] | None:
    """The two dates that a length lies between: the passage's only two, or those of the two acts the claim names."""
    points = points_of(stated)
    if len(points) > 2:
        near = [[one for one in points if role_of(passage, one) == act] for act in acts_in(claim)]
        named = [found[0] for found in near if len(found) == 1]
        points = named if len(named) == 2 else []
    if len(points) != 2 or yearless_in(points) == 1:
        return None
    first, last = sorted(points, key=lambda one: (one.when and one.when.first) or date.min)
    return first, last


def _bounds(pair: tuple[TimePhrase, TimePhrase], claimed: TimePhrase, claim: str, passage: str) -> str:
    """Whether two dates are the ends of what a claim measures: `certain`, `likely`, or empty where nothing says so.

    They surely are where one act begins and the other ends it and the claim says how long it lasted, or where the claim
    counts from the one act to the other; likely, where the claim counts between two dates and the passage has just two.
    """
    roles = [role_of(passage, one) for one in pair]
    acts = acts_in(claim)
    if (roles[0] in BEGINNINGS and roles[1] in ENDINGS) or tuple(roles) in _UNDONE:
        return "certain"
    if _COUNTED.match(claim, claimed.end) or _COUNTED.search(claimed.exact) or _COUNTED_ACTS.search(claim):
        return "certain" if roles[1] in acts and (roles[0] in acts or len(acts) == 1) else "likely"
    if not _LASTED.search(claim):
        return ""
    if (roles[0] in BEGINNINGS and not roles[1]) or (roles[1] in ENDINGS and not roles[0]):
        return "certain"
    days = all(one.when is not None and one.when.first == one.when.last for one in pair)
    return "likely" if days and not any(roles) else ""


def _relative(claimed: TimePhrase, stated: Sequence[TimePhrase], claim: str, passage: str) -> Derived | None:
    """*The following day*, *two years later* in a claim, against two dates of the passage."""
    found = _RELATIVE.fullmatch(claimed.exact)
    pair = _pair(stated, claim, passage) if found else None
    if found is None or pair is None:
        return None
    period = Period.of(*pair)
    sure = role_of(passage, pair[1]) in acts_in(claim)
    named = found["unit"] or found["beside"]
    if named:
        value = "P0D" if (found["number"] or "").lower() == "same" else f"P1{named[0].upper()}"
    else:
        value = _value_of(found["length"])
    length = length_of(replace(claimed, kind="duration", value=value, when=None)) if value else None
    if length is None:
        return None
    unit = (named or "").lower()
    if unit in ("month", "year") and period.calendar(unit) == length.first / (12 if unit == "year" else 1):
        return Relation.AGREE, f"{period.words()}: {claimed.exact}", period.phrases
    return _told(replace(claimed, exact=found["length"] or claimed.exact), length, period, sure)


def _value_of(words: str) -> str:
    """The length that words of it state, in the notation of TIMEX3."""
    found = [one for one in time_phrases(words, [(0, len(words))], None) if one.kind == "duration"]
    return found[0].value if len(found) == 1 else ""

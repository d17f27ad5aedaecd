"""Dated statements of an article that cannot all hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.timeline.network import conflicts
from checks.reading.timeline.parts import CALENDAR, Conflict, Limit, Repair, Statement
from checks.reading.timeline.stated import stated_in
from checks.reading.timeline.stated_marks import NOW, Moment, Stated, Times

if TYPE_CHECKING:
    from checks.reading.article import Reading

_YEAR = "lie within one year"  # what is said of two dates without a year, and nobody need be told
_MANY = 200  # statements: beyond, only the first are held against each other


def timelines(reading: Reading) -> Iterator[Suspicion]:
    """What an article says of time that cannot all be so: each smallest set of statements, with the best repair.

    `reading` is a clean reading. A suspicion is certain where all of the set is stated outright, and weaker where it
    was taken for granted that two clauses tell of the same thing. Raises nothing.
    """
    stated, times = stated_in(reading)
    chosen = _linked(stated)[:_MANY]
    if not chosen:
        return
    sure: dict[Statement, Certainty] = {one.statement: one.certainty for one in chosen}
    moments = {moment.point: moment for moment in times.moments}
    seen: set[Statement | tuple[Words, ...]] = set()
    for conflict in sorted(conflicts([one.statement for one in chosen]), key=lambda one: len(one.statements)):
        words = _words(conflict)
        links = {statement for statement in conflict.statements if not _date_of(statement)}
        if not words or links & seen or words in seen:
            continue  # what follows from a link that is already at odds is no second fault
        seen |= {words, *links}
        yield _suspicion(conflict, words, sure, moments, times, reading)


def _linked(stated: Sequence[Stated]) -> list[Stated]:
    """The statements that another one has to do with: a date alone contradicts nothing."""
    points = {
        point
        for one in stated
        for limit in one.statement.choices[0]
        if limit.earlier != CALENDAR
        for point in (limit.earlier, limit.later)
    }
    return [one for one in stated if any(limit.later in points for limit in one.statement.choices[0])]


def _words(conflict: Conflict) -> tuple[Words, ...]:
    """The words of a set, in the order of the text, without those that lie within others."""
    every = {words for statement in conflict.statements for words in statement.words}
    outer = [
        one for one in every
        if not any(other != one and other.start <= one.start and one.end <= other.end for other in every)
    ]  # fmt: skip
    return tuple(sorted(outer, key=lambda one: (one.start, one.end)))


def _suspicion(
    conflict: Conflict, words: tuple[Words, ...], sure: Mapping[Statement, Certainty], moments: Mapping[str, Moment],
    times: Times, reading: Reading,
) -> Suspicion:  # fmt: skip
    grades = {sure[statement] for statement in conflict.statements if statement in sure}
    assumed = [statement.assumed for statement in conflict.statements if statement.assumed]
    certainty: Certainty = "look" if "look" in grades else "likely" if "likely" in grades or assumed else "certain"
    summed = _sum(conflict, moments, times, reading)
    reason, asserts = summed if summed else (_together(conflict, moments, times), ())
    repair = _best(_repairs(conflict, times), conflict)
    if (
        repair
        and any(p in moments for p in _points(conflict))
        and (times.dateline or all(moments[p].written for p in _points(conflict) if p in moments))
    ):
        reason += f"; {repair.told}"
    if assumed:
        reason += f" (taking it {' and '.join(dict.fromkeys(assumed))})"
    check = "dates_add_up" if asserts and certainty != "look" else "timeline_is_possible"
    return Suspicion(
        "timeline",
        check,
        f"{reason[:1].upper()}{reason[1:]}.",
        certainty,
        words[:4],
        asserts if check == "dates_add_up" else (),
    )


def _together(conflict: Conflict, moments: Mapping[str, Moment], times: Times) -> str:
    """What the set says: of one link between two dates, the days that really lie between them."""
    links = [statement for statement in conflict.statements if not _date_of(statement) and _YEAR not in statement.says]
    dates = {limit.later for statement in conflict.statements if (limit := _date_of(statement))}
    if len(links) == 1 and len(dates) == 2 and dates <= {*moments, NOW}:
        limit = links[0].choices[0][0]
        return f"{links[0].says}, but {_between(limit.earlier, limit.later, moments, times)}"
    says = dict.fromkeys(
        one.says for one in conflict.statements if _YEAR not in one.says and " is named" not in one.says
    )
    told = list(says) or [one.says for one in conflict.statements]
    if len(told) == 2:
        return f"{told[0]}, but {told[1]}"
    return (
        f"{', '.join(told[:-1])}, and {told[-1]}, which cannot all be so" if told[1:] else f"{told[0]}, which cannot be"
    )


def _between(earlier: str, later: str, moments: Mapping[str, Moment], times: Times) -> str:
    """Which of two dates comes first, or how many days or years lie between them."""
    first, second = (_when(point, moments, times) for point in (earlier, later))
    if first is None or second is None or None in (*first.widest, *second.widest):
        return "the dates do not allow it"
    (a, b), (c, d) = ([end.toordinal() for end in when.widest if end] for when in (first, second))
    known = times.dateline is not None or all(moments[p].written for p in (earlier, later) if p in moments)
    names = [_name(point, when, moments, known) for point, when in ((earlier, first), (later, second))]
    if d < a:
        return f"{names[1]} is before {names[0]}"
    least, most = max(c - b, 0), d - a
    if least >= 730:
        span = (
            f"{int(least / 365.2425)} to {int(most / 365.2425)} years"
            if int(least / 365.2425) < int(most / 365.2425)
            else f"{int(most / 365.2425)} years"
        )
    else:
        span = f"{least} day{'s' * (least != 1)}" if least == most else f"{least} to {most} days"
        span += f", or {least + 1} with both of them" if least == most and least < 60 else ""
    return f"from {names[0]} to {names[1]} is {span}"


def _when(point: str, moments: Mapping[str, Moment], times: Times) -> When | None:
    if point == NOW:
        return When.span(times.dateline, times.dateline) if times.dateline else None
    return moments[point].choices[0] if point in moments else None


def _name(point: str, when: When, moments: Mapping[str, Moment], known: bool) -> str:
    """A date in words, without the year that the article does not give where nothing else does."""
    if point == NOW:
        return f"{when.words()} (the day of the article)"
    return when.words() if known else moments[point].said


def _points(conflict: Conflict) -> list[str]:
    return [limit.later for statement in conflict.statements for limit in statement.choices[0]]


def _repairs(conflict: Conflict, times: Times) -> tuple[Repair, ...]:
    """The repairs of a set; where the day of the article is known, with each date in the year that it was read as."""
    if times.dateline and any(len(statement.choices) > 1 for statement in conflict.statements):
        found = conflicts([replace(statement, choices=statement.choices[:1]) for statement in conflict.statements])
        if found:
            return found[0].repairs
    return conflict.repairs


def _best(repairs: Sequence[Repair], conflict: Conflict) -> Repair | None:
    """The repair to tell: of a date that has its year, rather than of a length or of the day of the article."""
    dated = [one for one in repairs if _date_of(one.statement) and one.statement.source == "article"]
    exact = [one for one in dated if one.least is not None and one.most is not None]
    return next(iter(exact or dated or list(repairs)), None)


def _date_of(statement: Statement) -> Limit | None:
    return next((limit for limit in statement.choices[0] if limit.earlier == CALENDAR), None)


def _sum(
    conflict: Conflict, moments: Mapping[str, Moment], times: Times, reading: Reading
) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """Of a date, a length and another date: the sum, and what a check of it would be asked."""
    dates = {limit.later: statement for statement in conflict.statements if (limit := _date_of(statement))}
    links = [statement for statement in conflict.statements if not _date_of(statement) and _YEAR not in statement.says]
    if len(links) != 1 or len(dates) != 2:
        return None
    limit = links[0].choices[0][0]
    start, end = moments.get(limit.earlier), moments.get(limit.later)
    length = _length(links[0], reading)
    if start is None or end is None or length is None or start.point not in dates or end.point not in dates:
        return None
    begin, stated = start.choices[0], end.choices[0]
    try:
        reached = begin.plus(length)
        said = stated.words() if end.written or times.dateline else _without_year(stated).words()
        if times.dateline is None and not start.written:
            return None
        if reached.within(stated if end.written or times.dateline else _without_year(stated)) != "no":
            return None
        day = reached.words() if reached.last and reached.first else f"{reached.words()}"
        reason = f"{begin.words()} plus {length} is {day}, not {said}"
    except CaseError:
        return None
    asserted = stated if end.written or times.dateline else _without_year(stated)
    return reason, (("start", begin.said), ("after", str(length)), ("stated", asserted.said))


def _without_year(when: When) -> When:
    return When.parse(when.said.replace(f"{when.first.year:04d}", "XXXX", 1)) if when.first else when


def _length(statement: Statement, reading: Reading) -> Amount | None:
    """The length of time in the words of a statement."""
    for words in statement.words:
        for phrase in reading.times:
            if phrase.start == words.start and phrase.length:
                return phrase.length
    return None

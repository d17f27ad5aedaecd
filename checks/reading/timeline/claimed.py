"""What claims, facts and registers say of time, and the article's own statements that they correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.case.nouns import Amount, Claim, Fact, Register, When
from checks.reading.names import plain
from checks.reading.parts import Words
from checks.reading.timeline.lengths import days_of
from checks.reading.timeline.parts import CALENDAR, Limit, Statement
from checks.reading.timeline.terms import on_a_day_of, rules_of, terms_in, terms_of

if TYPE_CHECKING:
    from checks.reading.article import Reading

DATES = ("on", "start", "stated")  # what claims assert of a day
_HAPPENED = {"effective": "took effect", "": "was"}
_AROUND = 6  # years that a date without one may be of, at most: those the network has dates of, and their neighbours
Key = tuple[str, str]  # the claim that writes a value, and the name under which it does


@dataclass(frozen=True)
class Claimed:
    """The claims of an article, each with its words in it, and which of the article's dates each asserted date is."""

    claims: Mapping[str, Claim]
    words: Mapping[str, Words]
    article: Mapping[Key, Statement]
    years: Sequence[int]


def statements_of(
    reading: Reading, stated: Sequence[Statement], *, claims: Sequence[Claim] = (),
    registers: Sequence[Register] = (), facts: Sequence[Fact] = (),
) -> list[Statement]:  # fmt: skip
    """What is said of time in all: by the article (`stated`), by claims on it, by facts, and by registers.

    A claim dates a point by `on` (that of its `event` and `role`, if it has them), `start` and `stated`; `after` is the
    length between the last two. A value taken from another claim (`=other#on`) is the same point. Where the words of a
    claim meet those of a date or a length in the article, the claim is what was meant, and the article's statement
    gives way. Facts date the event that they are about in their role. Registers add the terms of the `person` in the
    `office` and the intervals of the `rule` of a claim, and the terms of whoever the article names with an office.
    """
    given = _claimed(reading, stated, claims)
    points = _points(given)
    dated = list(_dated(given, points))
    lengths = list(_lengths(given, points))
    by_claims = set(given.article.values())
    measured = [words for one in lengths for words in one.words]
    kept = [one for one in stated if one not in by_claims]
    kept = [one for one in kept if not (_is_length(one) and any(_meet(a, b) for a in one.words for b in measured))]
    found = [*kept, *dated, *_same_events(given, points), *lengths, *_in_registers(given, points, registers)]
    events = _events(given, points)
    found += [_of_fact(fact, fact.at, events) for fact in facts if fact.at and not fact.at.yearless]
    dates = [one for one in (*kept, *dated) if _is_date(one) and one.words]
    read = {(limit.later, one.source) for one in found for choice in one.choices for limit in choice}
    return found + [
        one for one in terms_in(reading, dates, registers) if (one.choices[0][0].later, one.source) not in read
    ]


def _claimed(reading: Reading, stated: Sequence[Statement], claims: Sequence[Claim]) -> Claimed:
    of, words = {claim.id: claim for claim in claims}, dict[str, Words]()
    for claim in claims:
        start, end = claim.words.find(reading.text)
        words[claim.id] = Words(start, end, reading.text[start:end])
    dates = [one for one in stated if _is_date(one)]
    article: dict[Key, Statement] = {}
    for claim in claims:
        near = [one for one in dates if any(_meet(part, words[claim.id]) for part in one.words)]
        written = [(name, day) for name in DATES if (day := _day(claim.asserts.get(name, "="))) is not None]
        for name, day in written:
            alike = [one for one in near if _agrees(one, day)]
            if len(alike) == 1 or len(near) == len(written) == 1:
                article[claim.id, name] = (alike or near)[0]
    ends = [
        end
        for one in stated
        for choice in one.choices[:1]
        for limit in choice
        if limit.earlier == CALENDAR
        for end in (limit.least, limit.most)
    ]
    days = [day for claim in claims for name in DATES if (day := _day(claim.asserts.get(name, "=")))]
    years = {_year(end) for end in ends if end} | {day.first.year for day in days if day.first and not day.yearless}
    around = sorted({year + step for year in years for step in (-1, 0, 1)}, reverse=True)
    return Claimed(of, words, article, around[:_AROUND])


def _points(given: Claimed) -> dict[Key, str]:
    """The point of each date that a claim writes: that of the article's date, of its event, or one of its own."""
    points = {key: one.choices[0][0].later for key, one in given.article.items()}
    events = _events(given, points)
    for id, claim in given.claims.items():
        for name in DATES:
            if not claim.asserts.get(name, "=").startswith("="):
                event = _event(claim) if name == "on" else ""
                points.setdefault((id, name), events.get(event, event) or f"{id}#{name}")
    return points


def _events(given: Claimed, points: Mapping[Key, str]) -> dict[str, str]:
    """The point of each event that a claim dates."""
    events: dict[str, str] = {}
    for id, claim in given.claims.items():
        if (id, "on") in points and _event(claim):
            events.setdefault(_event(claim), points[id, "on"])
    return events


def _dated(given: Claimed, points: Mapping[Key, str]) -> Iterator[Statement]:
    """A statement for each point that claims date; two readings of the same words are choices."""
    readings: dict[tuple[str, object], list[Key]] = {}
    for key, point in points.items():
        readings.setdefault((point, given.article.get(key, key)), []).append(key)
    for (point, _), keys in readings.items():
        first, article = given.claims[keys[0][0]], given.article.get(keys[0])
        years = [_year(choice[0].least or 1) for choice in article.choices] if article else given.years
        days = {day.said: day for id, name in keys if (day := _day(given.claims[id].asserts[name]))}
        choices = [limits for day in days.values() for limits in _choices(day, point, years)]
        subject, said = _subject(given, keys[0], first), " or ".join(_said(day) for day in days.values())
        words = (given.words[first.id], *(article.words if article else ()))
        source = ", ".join(dict.fromkeys(id for id, _ in keys))
        if choices:
            yield Statement(f"{subject} {said}", subject, tuple(choices), words, source)


def _lengths(given: Claimed, points: Mapping[Key, str]) -> Iterator[Statement]:
    """A statement for each claim that gives the time from one point to another."""
    for id in given.claims:
        start, stated = (_owner(given.claims, id, name) for name in ("start", "stated"))
        earlier, later = points.get(start), points.get(stated)
        owner, text = _value(given.claims, id, "after")
        if earlier and later and earlier != later and text:
            try:
                length = Amount.parse(text)
                limit = Limit(earlier, later, *days_of(length))
            except CaseError:
                continue  # no length of calendar time
            subject = f"the time from “{_quoted(given, start)}” to “{_quoted(given, stated)}” is"
            words = tuple(dict.fromkeys((given.words[id], given.words[owner])))
            says = f"the {length} run from “{_quoted(given, start)}” to “{_quoted(given, stated)}”"
            yield Statement(says, subject, ((limit,),), words, id)


def _in_registers(given: Claimed, points: Mapping[Key, str], registers: Sequence[Register]) -> Iterator[Statement]:
    """The terms and the rules that claims name, for the points that they date."""
    for id in given.claims:
        point = points.get(_owner(given.claims, id, "on"))
        person, office, rule = (_value(given.claims, id, name)[1] for name in ("person", "office", "rule"))
        words = (given.words[id],)
        if point and person and office:
            yield from on_a_day_of(terms_of(person, office, registers), point, f"{person} was {office}", words)
        if point and rule:
            yield from on_a_day_of(rules_of(rule, registers), point, f"“{rule}” was in force", words)


def _same_events(given: Claimed, points: Mapping[Key, str]) -> Iterator[Statement]:
    """Two dates of the article that claims give to one event are of one time."""
    first: dict[str, Key] = {}
    for key, point in points.items():
        event = _event(given.claims[key[0]]) if key[1] == "on" else ""
        known = first.setdefault(event, key)
        if event and points[known] != point:
            subject = f"“{given.words[known[0]].exact}” and “{given.words[key[0]].exact}” are apart"
            words = (given.words[known[0]], given.words[key[0]])
            says = f"“{words[0].exact}” and “{words[1].exact}” are of one event"
            yield Statement(says, subject, ((Limit(points[known], point, 0, 0),),), words, f"{known[0]}, {key[0]}")


def _of_fact(fact: Fact, at: When, points: Mapping[str, str]) -> Statement:
    event = _named(fact.about, fact.role or "")
    subject = f"{fact.about} {_HAPPENED.get(fact.role or '', f'was {fact.role}')}"
    limits = _choices(at, points.get(event, event), ())
    return Statement(f"{subject} {_said(at)}", subject, tuple(limits), (), fact.ref)


def _event(claim: Claim) -> str:
    """The point of a claim's event; empty where it has none."""
    event = claim.asserts.get("event", "=")
    return "" if event.startswith("=") else _named(event, claim.asserts.get("role", ""))


def _named(event: str, role: str) -> str:
    return f"event {plain(event)} {role}"


def _subject(given: Claimed, key: Key, claim: Claim) -> str:
    event, role = claim.asserts.get("event", "="), claim.asserts.get("role", "")
    if key[1] == "on" and not event.startswith("="):
        return f"{event} {_HAPPENED.get(role, f'was {role}')}"
    length = _value(given.claims, key[0], "after")[1]
    if key[1] == "stated" and length:
        return f"the end of the {length} was"
    return given.article[key].subject if key in given.article else f"what “{_quoted(given, key)}” tells of was"


def _owner(claims: Mapping[str, Claim], id: str, name: str) -> Key:
    """The claim and the name under which a value is written, through values taken from others; empty for none."""
    for _ in range(len(claims) + 1):
        text = claims[id].asserts.get(name, "") if id in claims else ""
        if not text.startswith("="):
            return (id, name) if text else ("", "")
        id, _, name = text[1:].partition("#")
    return "", ""


def _value(claims: Mapping[str, Claim], id: str, name: str) -> Key:
    """The claim that writes a value, and the value as written; empty for none."""
    owner, written = _owner(claims, id, name)
    return owner, claims[owner].asserts[written] if owner else ""


def _quoted(given: Claimed, key: Key) -> str:
    """The words of a date in the article, or those of the claim that asserts it."""
    return given.article[key].words[0].exact if key in given.article else given.words[key[0]].exact


def _choices(day: When | None, point: str, years: Iterable[int]) -> list[tuple[Limit, ...]]:
    """The limits of a date, one set for each year that it may be of."""
    if day is None:
        return []
    days = [day.in_year(year) for year in years if 0 < year < 10_000 and day.exists_in(year)] if day.yearless else [day]
    found: list[tuple[Limit, ...]] = []
    for one in days:
        widest, core = _ordinals(one.widest), _ordinals((one.first, one.last))
        found.append((Limit(CALENDAR, point, *widest, None if core == widest else core),))
    return found


def _ordinals(days: tuple[date | None, date | None]) -> tuple[int | None, int | None]:
    first, last = days
    return first.toordinal() if first else None, last.toordinal() if last else None


def _day(text: str) -> When | None:
    try:
        return None if text.startswith("=") else When.parse(text)
    except CaseError:
        return None


def _said(day: When) -> str:
    return f"{'on' if day.first == day.last else '' if '/' in day.said else 'in'} {day.words()}".strip()


def _year(ordinal: int) -> int:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).year


def _agrees(statement: Statement, day: When) -> bool:
    """Whether a date of the article can be the day that a claim asserts."""
    for choice in statement.choices:
        for other in _choices(day, choice[0].later, [_year(choice[0].least or 1)]):
            low, high = (
                max(choice[0].least or 0, other[0].least or 0),
                min(choice[0].most or 10**7, other[0].most or 10**7),
            )
            if low <= high:
                return True
    return False


def _is_date(statement: Statement) -> bool:
    """Whether it says when one thing was, and nothing else."""
    limits = [limit for choice in statement.choices for limit in choice]
    return bool(limits) and all(len(choice) == 1 for choice in statement.choices) and all(
        limit.earlier == CALENDAR for limit in limits
    )  # fmt: skip


def _is_length(statement: Statement) -> bool:
    """Whether it says how long something took."""
    limits = [limit for choice in statement.choices for limit in choice]
    return bool(limits) and all(
        limit.earlier != CALENDAR and limit.most is not None and limit.least is not None for limit in limits
    )


def _meet(one: Words, other: Words) -> bool:
    return one.start < other.end and other.start < one.end

"""What was foreseen by a time: the days in which it was to come, and what is known of its coming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.case.errors import Unfit
from checks.case.nouns import Amount, Fact, Register, Role, Row, When, amount, when
from checks.reading.names import among, plain

UNSTATED = When("unstated", None, None, (None, None))
NO_LENGTH = Amount(Decimal(0), "days")
Known = Fact | Row | Register


def days_foreseen(counted_from: When | Fact, until: When | Fact, length: Amount | Fact) -> When:
    """The days up to the last one foreseen: that of `until`, or, where that is not stated, the first plus `length`.

    Raises `Unfit` where a year or the last day is missing, or the last day lies before the first.
    """
    start, by, after = when(counted_from), when(until), amount(length)
    if by is UNSTATED and after == NO_LENGTH:
        raise Unfit("state in what the claim asserts by when it was foreseen: `by`, or `after` a length of time")
    due = start.plus(after) if by is UNSTATED else by
    for one in (start, due):
        if one.yearless:
            raise Unfit(f"`{one}` has no year, so it never comes due: state the year in what the claim asserts")
    if due.last is None:
        raise Unfit(f"`{due}` has no last day, so it never comes due: ask what was foreseen by a day")
    if start.first is None or due.last < start.first:
        raise Unfit(f"`{due}` lies before `{start}`, from which it was counted: see which of the two is wrong")
    return When(f"{start.first}/{due.last}", start.first, due.last, (start.widest[0], due.widest[1]))


@dataclass(frozen=True)
class Coming:
    """What is known of a thing foreseen for `span`: when it came, and up to which days it is known not to have come."""

    span: When
    came: Sequence[tuple[Fact | Row, When]]
    awaited: Sequence[tuple[Fact | Register, When]]
    in_other_roles: Sequence[Fact]

    def by_time(self) -> dict[str, list[Fact | Row]]:
        """What says that it came: in time, late, before it was foreseen, or at a time too vague to tell."""
        found: dict[str, list[Fact | Row]] = {"in time": [], "late": [], "before": [], "vague": []}
        for one, day in self.came:
            late, before = self.span.before(day) == "yes", day.before(self.span) == "yes"
            inside = day.within(self.span) == "yes"
            found["in time" if inside else "late" if late else "before" if before else "vague"].append(one)
        if found["in time"] or found["late"] or found["before"]:
            found["vague"] = []  # the month says nothing against the day
        return found

    def passed(self) -> list[Fact | Register]:
        """What shows that the last day went by without it."""
        return [one for one, day in self.awaited if self.span.before(day) == "yes"]


def coming_of(event: str, role: Role, span: When, facts: Sequence[Fact], looked: Sequence[Fact | Register]) -> Coming:
    """What `facts` and the rows of registers say of the coming of `event` in a role.

    A register has it not, up to the end of what it covers; a fact in `looked` tells at its date that it is awaited. A
    row that began before the time was counted is of something older. Raises `Unfit` for a fact about another thing.
    """
    if not facts and not looked:
        raise Unfit(
            "pass `facts` that say when it came, or in `looked` the register or the dated facts where one looked"
        )
    waiting = [one for one in looked if isinstance(one, Fact)]
    for fact in [*facts, *waiting]:
        if plain(fact.about) != plain(event):
            raise Unfit(f"`{fact.ref}` is about “{fact.about}”, not “{event}”: use one name for one thing")
        if fact.at is None or (fact.role is None and fact not in waiting):
            raise Unfit(f"`{fact.ref}` has no date and role: choose a fact that says when, and in which sense")
    came: list[tuple[Fact | Row, When]] = [(fact, when(fact)) for fact in facts if fact.role == role]
    awaited: list[tuple[Fact | Register, When]] = [(fact, when(fact)) for fact in waiting]
    for register in looked:
        if not isinstance(register, Register):
            continue
        rows = [row for row in register.rows if among(event, row.cells.values(), register.also_called)]
        begun = [(row, day) for row in rows if (day := _begins(row)).before(span) != "yes" and day.first]
        came += begun
        if not begun and register.covers.last:
            awaited.append((register, When.span(register.covers.last, register.covers.last)))
    others = [fact for fact in facts if fact.role != role and when(fact).within(span) == "yes"]
    return Coming(span, came, awaited, others)


def _begins(row: Row) -> When:
    return When.span(row.span.first, row.span.first)


def told(cited: Sequence[Known], known: Coming) -> str:
    """What was found, each with its day and where it is from."""
    awaited = {one.ref for one, _ in known.awaited}
    return "; ".join(dict.fromkeys(_told(one, known.span, one.ref in awaited) for one in cited))


def _told(one: Known, span: When, awaited: bool) -> str:
    if isinstance(one, Register):
        return f"nothing in `{one.id}`, which covers {one.covers.words()}"
    if isinstance(one, Row):
        return f"in `{one.register}` {one.span.words()}{_late(span, _begins(one))}"
    day, publisher = when(one), one.passage.document.publisher
    if awaited:
        return f"still awaited {day.words()} ({publisher})"
    return f"{one.role} {day.words()}{_late(span, day)} ({publisher})"


def _late(span: When, day: When) -> str:
    if span.before(day) != "yes" or not (span.last and day.first):
        return ""
    days, least = (day.first - span.last).days, "" if day.is_day else "at least "
    return f", {least}{days:,} day{'s' if days > 1 else ''} late"

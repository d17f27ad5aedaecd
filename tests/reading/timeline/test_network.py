"""The timeline network: held against an independent, slow solver over small domains, and on cases worked by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.amount import Amount
from checks.reading.timeline import network
from checks.reading.timeline.limits import Effort, impossible, ways_of
from checks.reading.timeline.network import conflicts, days_of, parts_of
from checks.reading.timeline.parts import CALENDAR, Limit, Repair, Statement
from checks.reading.timeline.repairs import allowed, days_told, number_told

POINTS = [CALENDAR, "a", "b", "c"]


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


def dated(point: str, least: int | None, most: int | None, core: tuple[int, int] | None = None) -> Statement:
    limit = Limit(CALENDAR, point, least, most, core)
    return Statement(f"{point} was on that day", f"{point} was", ((limit,),))


def lasting(earlier: str, later: str, least: int | None, most: int | None) -> Statement:
    limit = Limit(earlier, later, least, most)
    return Statement(f"from {earlier} to {later}", f"from {earlier} to {later} it is", ((limit,),))


def holds(statements: Iterable[Statement]) -> bool:
    """Floyd and Warshall's shortest paths, for every way of choosing: nothing of the module under test."""
    return any(
        _together([limit for choice in chosen for limit in choice])
        for chosen in product(*(s.choices for s in statements))
    )


def _together(limits: Sequence[Limit]) -> bool:
    points = sorted({point for limit in limits for point in (limit.earlier, limit.later)})
    most = {(a, b): 0.0 if a == b else float("inf") for a in points for b in points}
    for limit in limits:
        if limit.most is not None:
            key = limit.earlier, limit.later
            most[key] = min(most[key], limit.most)
        if limit.least is not None:
            key = limit.later, limit.earlier
            most[key] = min(most[key], -limit.least)
    for c, a, b in product(points, points, points):
        most[a, b] = min(most[a, b], most[a, c] + most[c, b])
    return all(most[a, a] >= 0 for a in points)


@st.composite
def limits(draw: st.DrawFn) -> Limit:
    earlier, later = draw(st.lists(st.sampled_from(POINTS), min_size=2, max_size=2, unique=True))
    if later == CALENDAR:
        earlier, later = later, earlier
    low = draw(st.integers(1, 12))
    high = low + draw(st.integers(0, 6))
    shape = draw(st.integers(0, 7))
    core = (low, (low + high) // 2) if shape == 7 else None
    return Limit(earlier, later, None if shape == 0 else low, None if shape == 1 else high, core)


@st.composite
def networks(draw: st.DrawFn) -> list[Statement]:
    made = []
    for number in range(draw(st.integers(0, 7))):
        choices = draw(
            st.one_of(
                st.lists(limits(), min_size=1, max_size=1).map(lambda one: (tuple(one),)),
                st.lists(limits(), min_size=2, max_size=2).map(lambda two: (tuple(two),)),
                limits().map(
                    lambda one: tuple(
                        (Limit(one.earlier, one.later, one.least and one.least + n, one.most and one.most + n),)
                        for n in (0, 20, -20)
                    )
                ),
            )
        )
        made.append(Statement(f"statement {number}", f"subject {number}", choices))
    return made


@settings(max_examples=200)
@given(networks())
def test_what_is_told_to_be_impossible_is_and_each_member_is_needed(statements: list[Statement]) -> None:
    found = conflicts(statements)
    assert bool(found) != holds(statements)
    for conflict in found:
        assert not holds(conflict.statements)
        for without in range(len(conflict.statements)):
            assert holds([*conflict.statements[:without], *conflict.statements[without + 1 :]])
    sets = [frozenset(id(one) for one in conflict.statements) for conflict in found]
    assert len(sets) == len(set(sets)) <= 5


@settings(max_examples=200)
@given(networks())
def test_the_first_set_is_a_smallest_one(statements: list[Statement]) -> None:
    found = conflicts(statements)
    smallest = next(
        (
            size
            for size in range(1, len(statements) + 1)
            if any(not holds(some) for some in combinations(statements, size))
        ),
        None,
    )
    assert (len(found[0].statements) if found else None) == smallest


@settings(max_examples=200)
@given(networks())
def test_every_set_is_told_where_there_are_few(statements: list[Statement]) -> None:
    numbers = range(len(statements))
    minimal: list[frozenset[int]] = []
    for size in numbers:
        for some in combinations(numbers, size + 1):
            if not any(one <= set(some) for one in minimal) and not holds([statements[n] for n in some]):
                minimal.append(frozenset(some))
    told = {frozenset(statements.index(one) for one in conflict.statements) for conflict in conflicts(statements)}
    if len(set(statements)) == len(statements):
        assert told <= set(minimal)
        assert len(told) == min(len(minimal), 5)


@settings(max_examples=200)
@given(networks(), st.data())
def test_every_repair_repairs(statements: list[Statement], data: st.DataObject) -> None:
    network._conflicts.cache_clear()  # an equal network met before would answer with its own statements, and `is` is asked here
    for conflict in conflicts(statements):
        for repair in conflict.repairs:
            rest = [one for one in statements if one is not repair.statement]
            if not holds(rest):
                rest = [one for one in conflict.statements if one is not repair.statement]
                one_part = parts_of(statements) == [list(range(len(statements)))]
                assert "all else kept that can hold" in repair.told or not one_part
            low = repair.least if repair.least is not None else (repair.most or 0) - 30
            high = repair.most if repair.most is not None else low + 30
            tried = data.draw(st.integers(low, high))
            assert holds([*rest, mended(repair, tried)]), repair.told


def mended(repair: Repair, days: int) -> Statement:
    """The statement with so many days for the limit that gives way, in each choice that has it."""
    limit = repair.limit
    assert limit is not None
    changed = Limit(limit.earlier, limit.later, days, days)
    choices = tuple(
        tuple(changed if one is limit else one for one in choice)
        for choice in repair.statement.choices
        if any(one is limit for one in choice)
    )
    return Statement(repair.statement.says, repair.statement.subject, choices)


def test_a_review_of_ninety_days_that_ends_too_soon() -> None:
    ends = tuple(
        (Limit(CALENDAR, "end", day(year, 3, 1), day(year, 3, 15), (day(year, 3, 1), day(year, 3, 10))),)
        for year in (2026, 2025, 2024)
    )
    least, most, core = days_of(Amount.parse("90 days"))
    assert (least, most, core) == (89, 90, None)
    statements = [
        Statement("the order was signed on 15 January 2025", "the order was signed", dated("order", *[day(2025, 1, 15)] * 2).choices),
        Statement("the review takes 90 days", "the review takes", lasting("order", "end", least, most).choices),
        Statement("rules are expected in early March", "rules are expected", ends),
        Statement("her term began on 25 January 2025", "her term holds", dated("order", day(2025, 1, 25), None).choices),
    ]  # fmt: skip
    first, second = conflicts(statements)
    assert first.statements == (statements[0], statements[3])
    assert second.statements == tuple(statements[:3])
    told = [repair.told for repair in second.repairs]
    assert told[0] == "with the other statements kept, the order was signed between 1 and 11 December 2025"
    assert any("the review takes 45 to 54 days" in one and "all else kept that can hold" in one for one in told)
    assert any("rules are expected between 14 and 15 April 2025" in one for one in told)
    assert conflicts(statements[1:]) == []


def test_a_march_that_can_be_of_some_year_makes_no_conflict() -> None:
    year = tuple((Limit(CALENDAR, "vote", day(y, 3, 1), day(y, 3, 31)),) for y in (2030, 2031, 2032))
    vote = Statement("the vote was in March", "the vote was", year)
    assert (
        conflicts([vote, lasting("strike", "vote", 1, None), dated("strike", day(2031, 5, 2), day(2031, 5, 2))]) == []
    )
    (found,) = conflicts([vote, lasting("strike", "vote", 1, 20), dated("strike", day(2031, 5, 2), day(2031, 5, 2))])
    assert len(found.statements) == 3


def test_open_ends_and_order_words_are_told_as_such() -> None:
    after = Statement("the fire came before the closure", "it came", lasting("fire", "closure", 1, None).choices)
    (found,) = conflicts([dated("fire", 30, 30), dated("closure", 20, 20), after])
    told = [repair.told for repair in found.repairs]
    assert told == [
        "with the other statements kept, fire was on or before 19 January 0001",
        "with the other statements kept, closure was on or after 31 January 0001",
        "with the other statements kept, it was the other way round than “the fire came before the closure”",
    ]


def test_two_conflicts_that_share_a_statement_are_both_told() -> None:
    shared = dated("a", 100, 100)
    found = conflicts([shared, dated("a", 200, None), lasting("a", "b", 5, 6), dated("b", 400, 500)])
    assert [len(one.statements) for one in found] == [2, 3]
    assert all(shared in one.statements for one in found)
    assert found[0].repairs[0].told.endswith("a was between 29 March and 7 July 0002") is False
    assert found[1].repairs[0].least == 394


def test_statements_without_limits_or_choices_are_left_aside() -> None:
    assert conflicts([]) == []
    assert conflicts([Statement("soon", "it is", ()), Statement("once", "it was", ((),))]) == []


def test_one_statement_can_be_impossible_by_itself() -> None:
    (found,) = conflicts([dated("a", 1, 3), lasting("a", "b", 9, 2)])
    assert len(found.statements) == 1


def test_a_statement_of_two_open_limits_brings_in_no_other() -> None:
    both = Statement("both", "both", ((Limit("a", "b", 2, None), Limit("a", "c", None, 1)),))
    statements = [dated("c", 1, None), lasting("a", "b", 2, None), dated("b", None, 1), both]
    (found,) = conflicts(statements)
    assert found.statements == (statements[0], statements[2], statements[3])


def test_what_the_others_allow() -> None:
    statements = [dated("a", 100, 110), lasting("a", "b", 5, 6), dated("b", 105, 200)]
    choices = {number: ways_of(one) for number, one in enumerate(statements)}
    ring, network = impossible(choices, choices, Effort(100))
    assert network
    assert not ring
    assert allowed(network, statements[2], 2) == (105, 116)
    assert allowed(network, statements[1], 1) == (-5, 100)


@pytest.mark.parametrize(
    ("text", "least", "most", "core"),
    [
        ("90 days", 89, 90, None),
        ("1 day", 0, 1, None),
        ("two weeks", 11, 16, (13, 14)),
        ("six months", 166, 199, (181, 184)),
        ("a decade", 2921, 4383, (3651, 3653)),
        ("a year", 292, 439, (365, 366)),
        ("about 90 days", 80, 99, (89, 90)),
        ("more than 90 days", 91, None, None),
        ("at least six months", 181, None, None),
        ("less than 90 days", 0, 89, None),
        ("more than 0 days", 1, None, None),
        ("at least 1 day", 1, None, None),
        ("up to 90 days", 0, 90, None),
        ("10 to 15 days", 9, 15, None),
        ("400 years", 145915, 146279, (146097, 146097)),
    ],
)
def test_lengths_in_days(text: str, least: int, most: int | None, core: tuple[int, int] | None) -> None:
    assert days_of(Amount.parse(text)) == (least, most, core)


@given(
    st.integers(1, 150),
    st.sampled_from(["months", "years", "weeks", "days"]),
    st.dates(date(1801, 1, 1), date(2300, 1, 1)),
)
def test_a_length_holds_whatever_day_it_is_counted_from(number: int, unit: str, start: date) -> None:
    from dateutil.relativedelta import relativedelta

    step = {unit: number}
    days = ((start + relativedelta(**step)) - start).days  # type: ignore[arg-type]
    least, most, _ = days_of(Amount.parse(f"{number} {unit}"))
    assert least is not None
    assert most is not None
    assert least <= days <= most


def test_no_length_is_too_long_to_be_told() -> None:
    assert number_told(*days_of(Amount.parse("9" * 60 + " years"))[:2])
    assert days_told(10**12, None) == "on any day"


def test_hostile_networks_end() -> None:
    ring = [lasting(f"p{n}", f"p{(n + 1) % 3000}", 1, 2) for n in range(3000)]
    assert conflicts(ring)
    tangle = [
        Statement(
            str(n),
            "it was",
            tuple((Limit(f"p{n % 37}", f"p{(n * 7 + 3) % 41}", year, year + 3),) for year in (0, 365, 730)),
        )
        for n in range(3000)
    ]
    assert conflicts(tangle) == conflicts(tangle)

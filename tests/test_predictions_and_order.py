"""What must hold of two checks on dated facts whatever the dates: exchanged, moved, and with more time to come."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from checks import happened_in_that_order, prediction_came_due
from checks.case.nouns import Anchor, Claim, Document, Fact, Passage, Role, Verdict, When

DAYS = st.dates(date(2030, 1, 1), date(2032, 12, 31))
CLAIM = Claim("the-claim", Anchor("words"), "It came.", "article")
OPPOSITE = {Verdict.SUPPORTED: Verdict.CONTRADICTED, Verdict.CONTRADICTED: Verdict.SUPPORTED}


def _fact(about: str, day: date, role: Role = "published", name: str = "it") -> Fact:
    seen = When.parse("2033-01-01")
    document = Document(name, "evidence", "t", "p", "", seen, seen, "invented", "primary", "words", "words")
    return Fact(name, Passage(document, Anchor("words")), about, "", "", role, When.span(day, day))


@given(one=DAYS, other=DAYS)
def test_exchanging_the_two_turns_the_order_round(one: date, other: date) -> None:
    facts = [_fact("the vote", one, name="a"), _fact("the walkout", other, name="b")]
    there = happened_in_that_order.check(CLAIM, earlier="the vote", later="the walkout", facts=facts)
    back = happened_in_that_order.check(CLAIM, earlier="the walkout", later="the vote", facts=facts)
    assert back.verdict is OPPOSITE.get(there.verdict, there.verdict)
    assert (there.verdict is Verdict.UNSETTLED) == (one == other)


@given(start=DAYS, due=DAYS, came=DAYS)
def test_a_day_decides_whether_it_came_in_time(start: date, due: date, came: date) -> None:
    start, due = min(start, due), max(start, due)
    finding = prediction_came_due.check(
        CLAIM, event="the book", role="published", foreseen=When.span(start, start), by=When.span(due, due),
        facts=[_fact("the book", came)],
    )  # fmt: skip
    wanted = Verdict.CONTRADICTED if came < start else Verdict.SUPPORTED if came <= due else Verdict.MISLEADING
    assert finding.verdict is wanted
    assert ("late" in finding.reason) == (came > due)


@given(start=DAYS, due=DAYS, looked=DAYS)
def test_nothing_is_refuted_before_the_last_day_is_over(start: date, due: date, looked: date) -> None:
    start, due = min(start, due), max(start, due)
    finding = prediction_came_due.check(
        CLAIM, event="the book", role="published", foreseen=When.span(start, start), by=When.span(due, due),
        looked=[_fact("the book", looked, "reported")],
    )  # fmt: skip
    assert finding.verdict is (Verdict.CONTRADICTED if looked > due else Verdict.UNSETTLED)

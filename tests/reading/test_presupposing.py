"""Words that take something for granted, and the spells that they are held against."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import presupposition_holds, rule_was_in_force
from checks.case.errors import Unfit
from checks.case.nouns import Anchor, Claim, Register, Row, Verdict, When
from checks.evidence.spells import concerns
from checks.reading.presupposing import Taken, since, triggers

COVERS = When.parse("2000-01-01/2040-12-31")
FIRST = date(2001, 1, 1)


def rule(*spans: tuple[int, int]) -> Register:
    """A register of one rule, in force over these days, counted from its first one."""
    rows = []
    for number, (start, end) in enumerate(spans):
        span = When.span(FIRST + timedelta(days=start), FIRST + timedelta(days=end))
        cells = {"id": f"r{number}", "rule": "no dogs", "exception": "", "source_url": "", "words": ""}
        rows.append(Row("rules", f"r{number}", cells, span, When.parse("2041-01-01"), "primary"))
    return Register("rules", "invented", "", "primary", COVERS, {}, {}, tuple(rows))


def found(words: str, on: date, register: Register, trigger: str = "") -> Verdict:
    claim = Claim("it", Anchor(words), words, "article")
    day = When.span(on, on)
    return presupposition_holds.check(claim, taken=["no dogs"], on=day, registers=[register], trigger=trigger).verdict


@pytest.mark.parametrize(
    ("words", "word", "taken"),
    [
        ("the resumption of flights", "resumption", Taken.GONE),
        ("the shop was reopened", "reopened", Taken.GONE),
        ("he no longer sings", "no longer", Taken.LASTING),
        ("she is still mayor", "still", Taken.LASTING),
        ("yet another leak", "yet another", Taken.ONE),
        ("its third bridge", "its third", Taken.ONE),
        ("was re-elected", "re-elected", Taken.ONE),
    ],
)
def test_each_word_takes_its_own(words: str, word: str, taken: Taken) -> None:
    (one,) = triggers(words)
    assert (one.word, one.taken) == (word, taken)


@pytest.mark.parametrize(
    "words", ["a seconded officer", "the backbench", "the trend", "a stilled sea", "unending rain"]
)
def test_part_of_a_word_is_no_word(words: str) -> None:
    assert triggers(words) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("the first strike since 1998", "1998"),
        ("the first woman to win since March 2004.", "March 2004"),
        ("the first in 12 years to win", "2019"),
        ("its first flood in a decade", "2021"),
    ],
)
def test_the_time_of_the_last_is_read(words: str, named: str) -> None:
    (one,) = triggers(words)
    assert since(one, When.parse("2031-05-07")) == When.parse(named)


@given(st.integers(0, 400), st.integers(1, 300), st.integers(1, 900))
def test_lasting_is_supported_where_the_rule_was_in_force_on_the_day_before(start: int, length: int, on: int) -> None:
    register, day = rule((start, start + length)), FIRST + timedelta(days=on)
    eve = When.span(day - timedelta(days=1), day - timedelta(days=1))
    claim = Claim("it", Anchor("it"), "it", "article")
    kept = rule_was_in_force.check(claim, rule="no dogs", on=eve, register=register).verdict
    assert (found("they lifted the ban", day, register) is Verdict.SUPPORTED) == (kept is Verdict.SUPPORTED)


def listing(title: str, columns: dict[str, str], *rows: dict[str, str]) -> Register:
    made = []
    for number, cells in enumerate(rows):
        filled = {"id": f"r{number}", "source_url": "", "words": "", **cells}
        made.append(Row("list", f"r{number}", filled, When.parse("2001-01-01/2002-01-01"), COVERS, "primary"))
    return Register("list", title, "", "primary", COVERS, columns, {}, tuple(made))


MAYORS = listing("Mayors", {}, {"person": "Dina Ferro", "office": "Mayor of Ostby"})
TREATY = listing("A treaty", {}, {"party": "Larchia", "act": "in force"})
STORMS = listing("Storms on the coast", {"storm": "how strong", "words": "what collapsed"}, {"storm": "gale"})


@pytest.mark.parametrize(
    ("taken", "register", "about"),
    [
        ("Dina Ferro; Mayor of Ostby", MAYORS, True),
        ("Ines Caldeira; Mayor of Ostby", MAYORS, True),
        ("Dina Ferro; Treasurer of Ostby", MAYORS, False),
        ("Ines Caldeira; Treasurer of Ostby", MAYORS, False),
        ("Ines Caldeira", MAYORS, False),
        ("Mayor of Ostby; quay closed", MAYORS, False),
        ("Morvania; party", TREATY, True),
        ("Morvania; gas pipeline", TREATY, False),
        ("Larchia; gas pipeline", TREATY, False),
        ("party", MAYORS, False),
        ("gale", STORMS, True),
        ("a storm on the coast", STORMS, True),
        ("the storms", STORMS, True),
        ("storm in the hills", STORMS, False),
        ("quay collapsed", STORMS, False),
        ("no", STORMS, False),
    ],
)
def test_what_a_register_is_about(taken: str, register: Register, about: bool) -> None:
    words = [word.strip() for word in taken.split(";")]
    assert concerns(words, register) is about
    claim, day = Claim("it", Anchor("another"), "another", "article"), When.parse("2001-06-01")
    finding = presupposition_holds.check(claim, taken=words, on=day, registers=[register])
    assert (finding.verdict is Verdict.UNSETTLED) is not about


@given(
    st.integers(0, 400),
    st.integers(1, 300),
    st.integers(1, 900),
    st.sampled_from(["is back", "is still there", "another"]),
)
def test_a_register_of_other_things_changes_nothing(start: int, length: int, on: int, word: str) -> None:
    register, day = rule((start, start + length)), FIRST + timedelta(days=on)
    claim, span = Claim("it", Anchor(word), word, "article"), When.span(day, day)
    alone = presupposition_holds.check(claim, taken=["no dogs"], on=span, registers=[register])
    beside = presupposition_holds.check(claim, taken=["no dogs"], on=span, registers=[register, STORMS])
    assert (alone.verdict, alone.reason) == (beside.verdict, beside.reason)
    only = presupposition_holds.check(claim, taken=["no dogs"], on=span, registers=[STORMS])
    assert only.verdict is Verdict.UNSETTLED


@given(st.integers(0, 400), st.integers(1, 300), st.integers(1, 900))
def test_one_spell_is_never_both_gone_and_lasting(start: int, length: int, on: int) -> None:
    register, day = rule((start, start + length)), FIRST + timedelta(days=on)
    back, lifted = found("dogs are banned again", day, register), found("the ban is still there", day, register)
    assert not back is lifted is Verdict.SUPPORTED
    assert (back is Verdict.MISLEADING) == (lifted is Verdict.SUPPORTED)
    assert (found("another ban", day, register) is Verdict.SUPPORTED) == (start < on)


def test_what_the_claim_must_have() -> None:
    register, day = rule((0, 10)), date(2001, 3, 1)
    with pytest.raises(Unfit, match="no word of them does"):
        found("dogs are banned", day, register)
    with pytest.raises(Unfit, match="say which in `trigger`"):
        found("the ban is back and still disputed", day, register)
    assert found("the ban is back and still disputed", day, register, "back") is Verdict.SUPPORTED
    with pytest.raises(Unfit, match="names no time"):
        found("the first ban since the war", day, register)

"""Whether a changed claim is false by its evidence, in the plainest terms, so that no fault is planted that is none.

Each rule answers *no* only where nothing is left open: days well off, figures well apart. It asks no check.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.nouns import Fact, Register, Row, When, amount, when
from checks.case.planting.asked import Asked
from checks.reading.figures.rounding import meant
from checks.reading.figures.sums import currency
from checks.reading.names import plain, same_person
from checks.reading.presupposing import Taken, triggers

Values = Mapping[str, Any]
_OFF = Decimal("0.04")  # two figures that far apart, of the larger, are not one figure rounded twice
# The kind of a unit, and how many of the smallest of its kind it is.
_SIZES = {
    "day": ("time", 1), "week": ("time", 7), "month": ("months", 1), "year": ("months", 12), "tonne": ("weight", 1000),
    "kilogram": ("weight", 1), "kilometre": ("length", 1000), "metre": ("length", 1), "mile": ("miles", 1),
}  # fmt: skip
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14}
_LONGER = {"month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}
_LOOSE = Decimal("0.12")  # a percentage that far off, of itself, is no careless rounding
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_SLACK = 0.04  # of a length told in months or years


def is_false(asked: Asked) -> bool:
    """Whether the evidence tells that the claim is not so. False where that is not known, or no rule is."""
    rule = _RULES.get(asked.name)
    try:
        return rule is not None and rule(asked, asked.values())
    except CaseError:
        return False  # what cannot be read is not known to be false


def has_rule(check: str) -> bool:
    """Whether there is a rule for a check."""
    return check in _RULES


def _held_office(asked: Asked, v: Values) -> bool:
    day, register = when(v["on"]), v["register"]
    rows = _of(v["office"], "office", register)
    own = [row for row in rows if same_person(v["person"], row.cells["person"], register.also_called) is not None]
    others = [row for row in rows if row not in own]
    if any(_meets(row, day) for row in own):
        acting = all(row.cells["capacity"] == "acting" for row in own if _meets(row, day))
        return acting and not any(_meets(row, day) for row in others)
    return any(_amid(row, day) for row in others)


def _rule_in_force(asked: Asked, v: Values) -> bool:
    day, register = when(v["on"]), v["register"]
    rows = _of(v["rule"], "rule", register)
    if not any(_meets(row, day) for row in rows):
        return bool(rows) and day.within(register.covers) == "yes"
    amid = [row for row in rows if _amid(row, day)]
    stated = _of(v.get("exception", ""), "exception", register)
    return bool(amid) and not any(row in stated for row in amid)


def _party(asked: Asked, v: Values) -> bool:
    day, register, status = when(v["on"]), v["register"], v["status"]
    rows = _of(v["party"], "party", register)
    acts = sorted(
        (str(row.span.first), row.cells["act"]) for row in rows
        if row.cells["act"] in ("in force", "notified", "withdrawn") and row.span.before(day) == "yes"
    )  # fmt: skip
    if any(_meets(row, day) and row.cells["act"] in ("in force", "notified", "withdrawn") for row in rows):
        return False
    if not acts:  # somebody says so of a later day, and no act of theirs is known
        late = any(row.cells["act"] == "not a party" and row.span.before(day) != "yes" for row in rows)
        acted = any(row.cells["act"] in ("in force", "notified", "withdrawn") for row in rows)
        return late and not acted and status != "not a party"
    now = {"in force": "party", "notified": "leaving", "withdrawn": "left"}[acts[-1][1]]
    same = {"party": ("party",), "leaving": ("leaving", "party"), "left": ("left", "not a party")}[now]
    return day.within(register.covers) == "yes" and status not in same


def _happened(asked: Asked, v: Values) -> bool:
    day, same = when(v["on"]), [fact for fact in v["facts"] if fact.role == v["role"]]
    return bool(same) and all(fact.at is not None and _apart(fact.at, day) for fact in same)


def _in_order(asked: Asked, v: Values) -> bool:
    first = [fact.at for fact in v["facts"] if plain(fact.about) == plain(v["earlier"])]
    second = [fact.at for fact in v["facts"] if plain(fact.about) == plain(v["later"])]
    return bool(first and second) and all(b.before(a) == "yes" for a in first for b in second)


def _weekday(asked: Asked, v: Values) -> bool:
    day = when(v["on"])
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return day.is_day and day.first is not None and names[day.first.weekday()] != v["weekday"]


def _adds_up(asked: Asked, v: Values) -> bool:
    begins, length, stated = when(v["start"]), amount(v["after"]), when(v["stated"])
    spare, unit = 0.0, length.unit.lower().removesuffix("s")
    days = float(length.value) * _LENGTHS.get(unit, 0)
    if unit in _LONGER:
        days = float(length.value) * _LONGER[unit]
        spare = days * _SLACK + 2
    if not days or length.bound or not begins.is_day or begins.first is None:
        return False
    first = begins.first + timedelta(days=round(days - spare))
    last = begins.first + timedelta(days=round(days + spare))
    years = range(first.year - 1, last.year + 2)
    ends = [stated.in_year(year).widest for year in years] if stated.yearless else [stated.widest]
    return all((b is not None and b < first) or (a is not None and last < a) for a, b in ends)


def _same_figure(asked: Asked, v: Values) -> bool:
    one, other = amount(v["figure"]), amount(v["other"])
    sizes = [_size(figure) for figure in (one, other)]
    if any(size is None for size in sizes) or one.bound or other.bound:
        return _far(_ends(one), _ends(other)) and one.unit == other.unit
    (kind, times), (other_kind, other_times) = sizes[0] or ("", 1), sizes[1] or ("", 1)
    if kind != other_kind:
        return one.value == other.value  # one number of two things
    return _far(_times(_ends(one), times), _times(_ends(other), other_times))


def _adds(asked: Asked, v: Values) -> bool:
    parts, total = [amount(part) for part in v["parts"]], amount(v["total"])
    if any(one.bound or one.unit != total.unit for one in (*parts, total)):
        return False
    ends = [_ends(part) for part in parts]
    low, high = sum((end[0] for end in ends), Decimal(0)), sum((end[1] for end in ends), Decimal(0))
    return _far((low, high), _ends(total))


def _percentage(asked: Asked, v: Values) -> bool:
    said = amount(v["percentage"])
    figures = {name: amount(v[name]) for name in ("part", "whole", "was", "now") if v.get(name) is not None}
    if said.bound or any(one.value <= 0 or one.bound for one in figures.values()):
        return False
    sizes = {name: _size(one) or ("", 1) for name, one in figures.items()}
    if len({kind for kind, _ in sizes.values()}) > 1:
        return True  # such as a sum in dollars beside one in pounds
    if said.unit.startswith("percentage point"):
        return not {one.unit for one in figures.values()} & {"percent", "%", ""}  # a change of money is none in points
    pair = ("part", "whole") if {"part", "whole"} <= set(figures) else ("was", "now")
    if not set(pair) <= set(figures):
        return False
    (a, b), (c, d) = (_times(_ends(figures[name]), sizes[name][1]) for name in pair)
    if pair == ("part", "whole"):
        least, most = a / d * 100, b / c * 100
    else:
        least, most = (c / b - 1) * 100, (d / a - 1) * 100
        if (said.unit.endswith(" up") and most < 0) or (said.unit.endswith(" down") and least > 0):
            return True
        least, most = sorted((abs(least), abs(most))) if least * most > 0 else (Decimal(0), max(-least, most))
    stated = _in_percent(said)
    spare = max(Decimal("0.6"), (stated or Decimal(0)) * _LOOSE)
    return stated is not None and (stated + spare < least or most < stated - spare)


def _in_percent(said: Amount) -> Decimal | None:
    """A share as it is stated, in percent: 12 percent, one in nine, a third. None for anything else."""
    unit = said.unit.lower()
    if unit.startswith("percent"):
        return said.value
    if unit.startswith("in "):
        whole = Amount.parse(unit.removeprefix("in ")).value
        return said.value * 100 / whole if whole else None
    part = next((part for name, part in _PARTS.items() if name in unit), None)
    return said.value * 100 / part if part else None


def _first(asked: Asked, v: Values) -> bool:
    register = v["register"]
    rows = _with(v["kind"], register)
    named = [row for row in _with(v["first"], register) if row in rows]
    return bool(named) and any(row.span.before(named[0].span) == "yes" or _begins_before(row, named[0]) for row in rows)


def _taken_for_granted(asked: Asked, v: Values) -> bool:
    """Only what is said to have been so until the day, by a register that covers it."""
    words, day = triggers(asked.claim.words.exact), when(v["on"])
    registers = v.get("registers", ())
    if {one.taken for one in words} != {Taken.LASTING} or day.first is None or not registers:
        return False
    eve = When.span(day.first - timedelta(days=1), day.first - timedelta(days=1))
    rows = [row for one in registers for row in one.rows if all(row in _with(word, one) for word in v["taken"])]
    covered = all(eve.within(one.covers) == "yes" and day.within(one.covers) == "yes" for one in registers)
    return covered and not any(_meets(row, eve) or _meets(row, day) for row in rows)


def _out_after(asked: Asked, v: Values) -> bool:
    out, used = v["source"].published, v["article"].published
    return out is not None and used is not None and used.before(out) == "yes"


_RULES: dict[str, Callable[[Asked, Values], bool]] = {
    "held_office_on_date": _held_office,
    "rule_was_in_force": _rule_in_force,
    "party_to_treaty_on_date": _party,
    "happened_on_date": _happened,
    "happened_in_that_order": _in_order,
    "weekday_matches_date": _weekday,
    "dates_add_up": _adds_up,
    "figures_agree": _same_figure,
    "percentage_follows": _percentage,
    "total_adds_up": _adds,
    "is_first_of_its_kind": _first,
    "presupposition_holds": _taken_for_granted,
    "source_came_first": _out_after,
}


def _names(name: str, register: Register) -> frozenset[str]:
    """A name and those that the register records for the same."""
    found = {plain(name)}
    for known, others in register.also_called.items():
        alike = {plain(known), *map(plain, others)}
        found |= alike if plain(name) in alike else set()
    return frozenset(found)


def _of(name: str, column: str, register: Register) -> list[Row]:
    """The rows that have a name in a column."""
    names = _names(name, register)
    return [row for row in register.rows if plain(row.cells[column]) in names]


def _with(name: str, register: Register) -> list[Row]:
    """The rows that have a name in any cell."""
    names = _names(name, register)
    return [row for row in register.rows if any(plain(cell) in names for cell in row.cells.values() if cell)]


def _begins_before(one: Row, other: Row) -> bool:
    return one.span.first is not None and other.span.first is not None and one.span.first < other.span.first


def _meets(row: Row, day: When) -> bool:
    """Whether any day of the one may be a day of the other."""
    return not _apart(row.span, day)


def _amid(row: Row, day: When) -> bool:
    """Whether all of the day lies within the row, and at neither end of it."""
    if day.within(row.known) != "yes" or day.yearless:
        return False
    return not (day.widest[0] == row.span.first or day.widest[1] == row.span.last)


def _apart(one: When, other: When) -> bool:
    if one.yearless or other.yearless:
        return False
    return one.before(other) == "yes" or other.before(one) == "yes"


def _ends(figure: Amount) -> tuple[Decimal, Decimal]:
    """What a figure can stand for, half a step of its last digit either way; of a bound, as far as anybody would go."""
    low, high = meant(figure)
    return (Decimal(0) if low is None else low, Decimal(10) ** 30 if high is None else high)


def _size(figure: Amount) -> tuple[str, int] | None:
    """The kind of a unit and how large it is; None of a unit that is no measure, such as eels."""
    money = currency(figure)
    return (money, 1) if money else _SIZES.get(figure.unit.lower().removesuffix("s"))


def _times(ends: tuple[Decimal, Decimal], by: int) -> tuple[Decimal, Decimal]:
    return ends[0] * by, ends[1] * by


def _far(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    """Whether all that one can stand for lies well off all that the other can."""
    low, high = sorted((one, other))
    return low[1] < high[0] - abs(high[0]) * _OFF


def facts_alike(facts: Sequence[Any], of: Fact) -> list[Fact]:
    """The facts that tell the same of one thing: a source's error in one is then an error in all."""
    return [
        one for one in facts
        if isinstance(one, Fact) and (plain(one.about), one.role, one.at) == (plain(of.about), of.role, of.at)
    ]  # fmt: skip

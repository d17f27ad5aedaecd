"""When a thing was so: the spells of a rule, an office or a membership, from the rows of registers and dated facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checks.case.nouns import OF_EVERY_ROW, Fact, Register, Row, When, when
from checks.reading.names import among, plain
from checks.reading.speech.cues import listed

_JOINS, _LEAVES = "in force", "withdrawn"  # a register of acts tells only the days on which a membership changed
_MEMBER = ("party", "a party")
# Columns that say of whom a row is: that one who is not there has no row says something of them.
_OF_WHOM = listed("person party state country body holder member owner name team club company firm town place who")
_STEM = 5  # letters in which two forms of one word agree: collapse, collapsed
_SMALL = listed(
    "a an the of for in on at to and or with by from no not its his her their is are was were be been has had"
)


@dataclass(frozen=True)
class Spell:
    """A span in which it was so, what that rests on, and the last day on which anybody looked (None: no matter)."""

    span: When
    cited: tuple[Row | Fact, ...]
    looked: date | None = None

    def holds(self, day: When) -> str:
        """Whether it was so on that day: *yes*, *no* or *cannot tell*, which it is of days after anybody looked."""
        seen = self.looked is None or (day.last is not None and day.last <= self.looked)
        if not seen and (self.span.last is None or self.looked is None or self.span.last > self.looked):
            return "cannot tell"
        return day.within(self.span)

    def begun(self, day: When) -> bool:
        """Whether it had begun by that day."""
        return self.span.first is None or day.last is None or self.span.first <= day.last


def spells(wanted: Sequence[str], registers: Sequence[Register], facts: Sequence[Fact]) -> list[Spell]:
    """The spells in which what is wanted was so, from the earliest.

    Each of the words in `wanted` stands in a cell of the row, in the register's words or as another name that it
    records. In a register of acts (columns party and act) `Name; party` is wanted. Of `facts`, all count.
    """
    found = [Spell(when(fact), (fact,)) for fact in facts]
    for register in registers:
        names = register.also_called
        acts = [row for row in register.rows if {"party", "act"} <= set(row.cells)]
        if acts and any(word in _MEMBER for word in wanted):
            who = [word for word in wanted if word not in _MEMBER]
            found += _membership([row for row in acts if all(among(one, [row.cells["party"]], names) for one in who)])
            continue
        for row in register.rows:
            if all(among(word, row.cells.values(), names) for word in wanted):
                found.append(Spell(row.span, (row,), row.retrieved.last))
    return sorted(found, key=lambda spell: str(spell.span.first))


def concerns(wanted: Sequence[str], register: Register) -> bool:
    """Whether a register is about what is wanted, so that a row which is not there tells that it was never so.

    Each of the words in `wanted` stands in a cell or is what a column is called; or the title and the columns describe
    it with these words. One who has no row may be missing, where the rest is there: a party, the holder of an office.
    """
    columns = {name for row in register.rows for name in row.cells} | set(register.columns)
    columns -= set(OF_EVERY_ROW)
    free, missing = columns & _OF_WHOM, []
    for word in wanted:
        member = word in _MEMBER and {"party", "act"} <= columns
        cells = [(name, row.cells.get(name, "")) for row in register.rows for name in columns]
        inside = {name for name, cell in cells if among(word, [cell], register.also_called)}
        free -= inside
        if not (member or inside or among(word, columns, {}) or _described(word, register, columns)):
            missing.append(word)
    return not missing or (len(missing) == 1 < len(wanted) and missing[0][:1].isupper() and bool(free))


def _described(words: str, register: Register, columns: set[str]) -> bool:
    said = " ".join([register.title, *columns, *(text for name, text in register.columns.items() if name in columns)])
    described = re.findall(r"[\w’'-]+", plain(said))
    stems = [word[:_STEM] for word in re.findall(r"[\w’'-]+", plain(words)) if word not in _SMALL]
    return bool(stems) and all(any(other.startswith(stem) for other in described) for stem in stems)


def _membership(rows: Sequence[Row]) -> list[Spell]:
    """A party's spells, each from its joining to its leaving."""
    found: list[Spell] = []
    joined: Row | None = None
    for row in sorted(rows, key=lambda row: str(row.span.first)):
        if row.cells["act"] == _JOINS and joined is None:
            joined = row
        elif row.cells["act"] == _LEAVES and joined is not None:
            found.append(Spell(When.span(joined.span.first, row.span.last), (joined, row)))
            joined = None
    if joined is not None:
        found.append(Spell(When.span(joined.span.first, None), (joined,), None))
    return found

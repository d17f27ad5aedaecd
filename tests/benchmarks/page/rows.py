"""What a benchmark says of its data and of what was asked; its rows; and whether a figure falls short of what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_CLAUSE = re.compile(r"(?:(?P<name>.+?) )??(?P<how>at least|at most|under) (?P<number>[\d,.]+)(?P<unit> %| of \d+)?")
_NUMBER = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"


@dataclass(frozen=True)
class About:
    """Where the data of a benchmark come from, under which licence, and what was asked of its measures.

    `files` lie in the folder of public data; `needs` are modules of the extras. `asked` has clauses such as `at least 0.79`,
    `AP at least 0.62, top-1 at least 0.75` or `at least 95 %`, by measure.
    """

    data: str
    licence: str
    files: tuple[str, ...] = ()
    synthetic: bool = False
    needs: tuple[str, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """One measure: its value as it is printed, what was asked of it, and a note where it was asked of something else."""

    measure: str
    value: str
    asked: str = ""
    note: str = ""


def rows_of(about: About, found: Iterable[Row | tuple[str, str]]) -> list[Row]:
    """The rows with what was asked beside them; a measure that was asked for and is not there is a row that says so."""
    rows = [one if isinstance(one, Row) else Row(*one, about.asked.get(one[0], "")) for one in found]
    there = {row.measure for row in rows}
    return rows + [
        Row(measure, "not measured", asked) for measure, asked in about.asked.items() if measure not in there
    ]


def verdict(row: Row) -> str:
    """“met”, “short” or “not measured” for a row of which something was asked, or its note."""
    if row.note or not row.asked:
        return row.note
    unnamed = 0
    for clause in row.asked.split(", "):
        match = _CLAUSE.fullmatch(clause)
        if not match:
            raise ValueError(f"what is asked of {row.measure} cannot be read: {clause}")
        figure = _figure(row.value, match["name"] or "", (match["unit"] or "").strip(), unnamed)
        unnamed += not match["name"]
        if figure is None:
            return "not measured"
        floor = float(match["number"].replace(",", ""))
        if (match["unit"] or "").startswith(" of"):
            floor /= float(match["unit"][4:])
        if (
            figure < floor
            if match["how"] == "at least"
            else figure > floor or (match["how"] == "under" and figure == floor)
        ):
            return "short"
    return "met"


def _figure(value: str, name: str, unit: str, place: int) -> float | None:
    """The number in a value that a clause speaks of: after its name, else the first, second … that stands there."""
    if name:
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", value)
        if not found:
            return None
        value, place = value[found.end() :], 0
    if unit:
        shares = [_share(match) for match in re.finditer(rf"({_NUMBER}) of ({_NUMBER})|({_NUMBER}) ?%", value)]
        return (shares[0] * (100 if unit == "%" else 1)) if shares else None
    numbers = re.findall(_NUMBER, value)
    return float(numbers[place].replace(",", "")) if place < len(numbers) else None


def _share(match: re.Match[str]) -> float:
    some, every, per_cent = (float(number.replace(",", "")) if number else 0.0 for number in match.groups())
    return per_cent / 100 if match[3] else some / max(every, 1)

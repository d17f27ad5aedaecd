"""How states leave a treaty: a picture of notice and effect, with what lies between, and the same as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from checks.case.errors import Unfit
from checks.case.nouns import Fact, Register, Row, When
from checks.case.summary import frame
from checks.report.drawing import Bar, Lane, Lanes, Mark
from checks.report.pictures import WIDTH, Picture, across, named, told_across

if TYPE_CHECKING:
    import pandas

NOTIFIED, WITHDRAWN = "notified", "withdrawn"  # the acts, as `party_to_treaty_on_date` reads them
COLOUR, LINE = "#0550ae", 30
KEY = "circle: notice given; bar: leaving, and still bound; square: withdrawal in effect"
COLUMNS = ["party", "notified", "in effect", "still bound for", "sources"]


@dataclass(frozen=True)
class Exit:
    """One exit of a party: the rows of its notice and of its effect; either may be missing."""

    party: str
    notified: Row | None
    withdrawn: Row | None

    def told(self) -> str:
        """The exit in words, with what the register does not have."""
        given = f"notified {self.notified.span.words()}" if self.notified else "no notice in the register"
        took = f"in effect {self.withdrawn.span.words()}" if self.withdrawn else "no effect in the register"
        return f"{self.party}: {given}, {took}"

    def days(self) -> int | None:
        """The days from the notice to the effect; None where one is missing, or no single day."""
        if self.notified is None or self.withdrawn is None:
            return None
        first, last = self.notified.span, self.withdrawn.span
        if not (first.is_day and last.is_day and first.first and last.first):
            return None
        return (last.first - first.first).days


def exits(register: Register, *, between: When, marks: Mapping[str, When | Fact]) -> Picture:
    """Draws each exit of which an act falls within `between`: its notice, its effect, and the bar between them.

    `marks` are dates drawn across, each under its name; a month or a year is a band. `exits_table` of the same register
    and span has all of it. Raises `Unfit` for a register without the columns party and act, or without such an exit.
    """
    shown = _exits(register, between)
    if not shown or between.first is None or between.last is None:
        raise Unfit(
            f"`{register.id}` has no exit that falls {between.words()}: choose another span, with both its ends"
        )
    bars = [_bar(one, between.last) for one in shown]
    told = [one.told() for one in shown]
    title = f"{register.title}: exits, {between.words()}"
    ends = [str(between.first), str(between.last), *(bar[end] for bar in bars for end in ("start", "end"))]
    lanes = tuple(_lane(words, bar) for words, bar in zip(told, bars, strict=True))
    first, last = date.fromisoformat(min(ends)), date.fromisoformat(max(ends))
    drawn = Lanes(title, first, last, lanes, named(marks), (("", KEY),))
    return Picture(
        f"{title}\n" + "\n".join([*told, *told_across(marks)]),
        drawn,
        partial(_png, bars, (min(ends), max(ends)), marks),
    )


def exits_table(register: Register, *, between: When) -> pandas.DataFrame:
    """The exits of which an act falls within a span: notice, effect, the days between, and how each is known."""
    rows = [
        {
            "party": one.party,
            "notified": one.notified.span.words() if one.notified else "",
            "in effect": one.withdrawn.span.words() if one.withdrawn else "",
            "still bound for": f"{days:,} days" if (days := one.days()) is not None else "",
            "sources": ", ".join(row.standing for row in (one.notified, one.withdrawn) if row),
        }
        for one in _exits(register, between)
    ]
    return frame(rows, COLUMNS)


def _exits(register: Register, between: When) -> list[Exit]:
    """The exits in the order of their first act. A party that came back and left again has two."""
    if not {"party", "act"} <= set(register.columns):
        raise Unfit(f"`{register.id}` has no columns party and act: choose a register of acts on a treaty")
    found: list[Exit] = []
    for row in sorted(register.rows, key=lambda row: (str(row.span.first), row.cells["party"], row.id)):
        party, act = row.cells["party"], row.cells["act"]
        if act == NOTIFIED:
            found.append(Exit(party, row, None))
        elif act == WITHDRAWN:
            given = next((one for one in found if one.party == party and one.withdrawn is None), None)
            made = Exit(party, given.notified if given else None, row)
            found = [made if one is given else one for one in found] + ([] if given else [made])
    return [
        one for one in found if any(row.span.within(between) != "no" for row in (one.notified, one.withdrawn) if row)
    ]


def _bar(one: Exit, last: date) -> dict[str, Any]:
    """What is drawn of an exit. One without an effect is drawn as far as anyone looked."""
    bar = {"party": one.party}
    if one.notified:
        looked = min(one.notified.retrieved.last or last, last)
        bar |= {"start": str(one.notified.span.first), "end": str(looked), "from": one.notified.span.words()}
    if one.withdrawn:
        day = str(one.withdrawn.span.first)
        bar |= {"start": bar.get("start", day), "end": day, "to": one.withdrawn.span.words()}
    return bar


def _points(bars: Sequence[dict[str, Any]], end: str, x: Any, y: Any, word: str) -> list[Any]:
    """The marks at one end of the bars, each with its word and day beside it."""
    import altair as alt

    shape, dx, at = ("circle", -9, "start") if end == "from" else ("square", 9, "end")
    values = [{"party": bar["party"], "start": bar[at], "told": f"{word} {bar[end]}"} for bar in bars if end in bar]
    chart = alt.Chart(alt.Data(values=values))
    return [
        chart.mark_point(shape=shape, size=80, filled=True, color=COLOUR, opacity=1).encode(x=x, y=y),
        chart.mark_text(align="right" if dx < 0 else "left", dx=dx, fontSize=11).encode(x=x, y=y, text="told:N"),
    ]


def _lane(words: str, bar: Mapping[str, Any]) -> Lane:
    """An exit in the report: the bar from its notice to its effect, and a mark for each."""
    first, last = date.fromisoformat(bar["start"]), date.fromisoformat(bar["end"])
    marks = [Mark(first, "circle", COLOUR)] if "from" in bar else []
    marks += [Mark(last, "square", COLOUR)] if "to" in bar else []
    return Lane(words, bars=(Bar(first, last, COLOUR),), marks=tuple(marks))


def _png(bars: Sequence[dict[str, Any]], ends: tuple[str, str], marks: Mapping[str, When | Fact]) -> bytes:
    import altair as alt
    import vl_convert

    x = alt.X(
        "start:T", title=None, axis=alt.Axis(format="%b %Y", tickCount=8, labelOverlap=True),
        scale=alt.Scale(type="utc", domain=list(ends)),
    )  # fmt: skip
    y = alt.Y("party:N", sort=[bar["party"] for bar in bars], title=None, axis=alt.Axis(labelLimit=200))
    every = alt.Chart(alt.Data(values=bars))
    ours = [
        every.mark_bar(height=8, color=COLOUR, fillOpacity=0.35).encode(x=x, x2="end:T", y=y),
        *_points(bars, "from", x, y, "notified"),
        *_points(bars, "to", x, y, "in effect"),
    ]
    title = alt.TitleParams(KEY, anchor="start", fontSize=11, fontWeight="normal", offset=8)
    chart = alt.layer(*across(marks), *ours).properties(width=WIDTH, height=LINE * len(bars), padding=12, title=title)
    png: bytes = vl_convert.vegalite_to_png(chart.to_dict(), scale=1.25)
    return png

"""Pictures of a register in time: intervals as bars, dates as marks; and the same as a table, to stand beneath."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from checks.case.nouns import Fact, Register, Row, When, when
from checks.case.summary import frame
from checks.report.drawing import Bar, Lane, Lanes

if TYPE_CHECKING:
    import pandas

COLOURS = ["#0550ae", "#9a6700", "#1a7f37", "#8250df", "#57606a", "#bf3989"]
MARK = "#cf222e"
WIDTH, LINE = 560, 22  # pixels: of the picture, and of each line in it


@dataclass(frozen=True)
class Picture:
    """A picture: `text` says what is on it, `lanes` is how the report draws it.

    A notebook has it as PNG, which is shown even when nobody trusts it, and is drawn when it is asked for.
    """

    text: str
    lanes: Lanes
    drawn: Callable[[], bytes]

    def __repr__(self) -> str:
        return self.text

    @cached_property
    def png(self) -> bytes:
        """The picture as a notebook keeps it."""
        return self.drawn()

    def _repr_png_(self) -> bytes:
        return self.png


def intervals(
    register: Register, *, line: str, colour: str, between: When, marks: Mapping[str, When | Fact]
) -> Picture:
    """Draws the intervals of a register that meet `between`: a line for each value of the column `line`.

    `colour` is the column that tells the bars apart, and `marks` are dates drawn across, each under its name. Every
    value on the picture stands in `table` of the same register and span.
    """
    shown = [_bar(row, line, colour, between) for row in _rows(register, between)]
    told = [f"{bar['line']}: {bar['told']}" for bar in shown] + told_across(marks)
    text = f"{register.title}, {between.words()}\n" + "\n".join(told)
    png = partial(_png, shown, register.columns[colour], between, marks)
    return Picture(text, _lanes(shown, register, between, marks), png)


def table(register: Register, *, between: When) -> pandas.DataFrame:
    """The rows of a register that meet a span, with all that is shown of them and how each is known."""
    own = [name for name in register.columns if name not in ("id", "source_url", "obtained", "words", "retrieved")]
    rows = [{name: row.cells[name] for name in own} for row in _rows(register, between)]
    return frame(rows, own)


def across(marks: Mapping[str, When | Fact]) -> list[Any]:
    """The layers of dates drawn across a picture: a day as a line, a longer time as a band that begins with one."""
    import altair as alt

    layers: list[Any] = []
    # Each name stands on a line of its own, so that two near dates can be read.
    for height, (told, value) in enumerate(zip(told_across(marks), marks.values(), strict=True)):
        span = when(value)
        first, last = span.first or date.min, span.last or date.max
        after = last if span.is_day else last + timedelta(days=1)
        at = alt.Chart(alt.Data(values=[{"name": told, "at": str(first), "after": str(after)}])).encode(x="at:T")
        layers += [at.mark_rect(color=MARK, opacity=0.18).encode(x2="after:T")] if not span.is_day else []
        layers.append(at.mark_rule(color=MARK, strokeDash=[4, 3], size=2))
        layers.append(
            at.mark_text(color=MARK, align="right", dx=-4, y=-8 - 13 * height, fontSize=11).encode(text="name:N")
        )
    return layers


def told_across(marks: Mapping[str, When | Fact]) -> list[str]:
    """The same in words."""
    return [f"{name}: {when(value).words()}" for name, value in marks.items()]


def _rows(register: Register, between: When) -> list[Row]:
    return sorted(
        (row for row in register.rows if row.known.within(between) != "no"),
        key=lambda row: (str(row.span.first), row.id),
    )


def _bar(row: Row, line: str, colour: str, between: When) -> dict[str, Any]:
    """One bar: its ends cut to the picture, an end that nobody knows drawn as far as anyone looked."""
    first, last = between.first or date.min, between.last or date.max
    start, end = max(row.known.first or first, first), min(row.known.last or last, last)
    return {
        "line": row.cells[line], "colour": row.cells[colour], "start": str(start), "end": str(end),
        "told": row.span.words(),
    }  # fmt: skip


def _png(shown: Sequence[dict[str, Any]], legend: str, between: When, marks: Mapping[str, When | Fact]) -> bytes:
    import altair as alt
    import vl_convert

    lines = list(dict.fromkeys(bar["line"] for bar in shown))
    axis = alt.X(
        "start:T", title=None, scale=alt.Scale(type="utc", domain=[str(between.first), str(between.last)])
    )  # utc: no clock's zone
    bars = alt.Chart(alt.Data(values=shown)).mark_bar(height=LINE - 8).encode(
        x=axis, x2="end:T", y=alt.Y("line:N", sort=lines, title=None, axis=alt.Axis(labelLimit=340)),
        color=alt.Color("colour:N", title=legend, scale=alt.Scale(range=COLOURS), legend=alt.Legend(
            orient="bottom", columns=2, labelLimit=300)),
    )  # fmt: skip
    chart = alt.layer(bars, *across(marks))
    chart = chart.properties(width=WIDTH, height=LINE * len(lines), padding=12 + 13 * len(marks))
    png: bytes = vl_convert.vegalite_to_png(chart.to_dict(), scale=1.25)
    return png


def _lanes(
    shown: Sequence[dict[str, Any]], register: Register, between: When, marks: Mapping[str, When | Fact]
) -> Lanes:
    """The same for the report: a lane for each line, with the words of its bars."""
    found = list(dict.fromkeys(bar["colour"] for bar in shown))
    colours = {word: COLOURS[number % len(COLOURS)] for number, word in enumerate(found)}
    lanes = []
    for line in dict.fromkeys(bar["line"] for bar in shown):
        own = [bar for bar in shown if bar["line"] == line]
        words = f"{line}: " + "; ".join(f"{bar['colour']}, {bar['told']}" for bar in own)
        bars = [
            Bar(date.fromisoformat(bar["start"]), date.fromisoformat(bar["end"]), colours[bar["colour"]]) for bar in own
        ]
        lanes.append(Lane(words, bars=tuple(bars)))
    return Lanes(
        f"{register.title}, {between.words()}", between.first or date.min, between.last or date.max, tuple(lanes),
        named(marks), tuple((colour, word) for word, colour in colours.items()),
    )  # fmt: skip


def named(marks: Mapping[str, When | Fact]) -> tuple[tuple[str, When], ...]:
    """The dates drawn across, each with its name."""
    return tuple((name, when(value)) for name, value in marks.items())

"""Who copies whom as a picture: a line for each article, by day from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from checks.reading.copies.parts import Article, Copy, Group
from checks.reading.copies.shown import one_line

WIDTH, ROW = 340, 46  # pixels: a telephone's screen is 390 wide
FIRST, KEPT, CHANGED = "first", "no fact changed", "facts changed"
COLOURS = {FIRST: "#0550ae", KEPT: "#1a7f37", CHANGED: "#cf222e"}
LINE_COLOUR = "#8c959f"
LONGEST = 40  # characters of a name and its day in the picture; the text has all of them
_LEFT = 18  # pixels: where the names begin
_BESIDE = 0.4  # of the way from one day to the next: where a copy of the same day stands


def chain_svg(group: Group, articles: Sequence[Article]) -> str:
    """Draws who copies whom, as SVG: each article on a line of its own, an arrow from what it copies, the changes told.

    `articles` are those of the group, in any order; one that is not among them is drawn without a day. Days stand from
    left to right, evenly; where nothing is dated, the copies stand right of the first. The text of `told`, which says
    all that is drawn, is its title for those who cannot see it.
    """
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(_chart(group, articles))
    return svg.replace(">", f' role="img"><title>{escape(told(group, articles))}</title>', 1)


def told(group: Group, articles: Sequence[Article]) -> str:
    """What the picture shows, in words: a line for each article."""
    copies = {copy.file: copy for copy in group.copies}
    lines = [f"{len(group.articles)} articles that are one source, first {one_line(group.first)}"]
    for file in _in_order(group, articles):
        copy = copies.get(file)
        whose = f"copy of {one_line(copy.of)}, " if copy else ""
        lines.append(f"{_label(file, articles)}: {whose}{_numbers(copy)}")
    return "\n".join(lines)


def _chart(group: Group, articles: Sequence[Article]) -> dict[str, Any]:
    """The picture as a Vega-Lite chart."""
    import altair as alt

    order = _in_order(group, articles)
    copies = {copy.file: copy for copy in group.copies}
    at = {
        file: (x, -float(y)) for (file, x), y in zip(_across(group, articles).items(), range(len(order)), strict=True)
    }
    nodes, labels, lines, downs = [], [], [], []
    for file in order:
        x, y = at[file]
        copy = copies.get(file)
        kind = FIRST if copy is None else CHANGED if copy.changed else KEPT
        nodes.append({"x": x, "y": y, "kind": kind, "shape": "circle" if copy is None else "triangle-right"})
        labels.append({"y": y, "kind": kind, "name": _label(file, articles, LONGEST), "numbers": _numbers(copy)})
        if copy and copy.of in at:
            from_x, from_y = at[copy.of]
            downs.append({"x": from_x, "y": from_y, "y2": y})
            lines.append({"x": from_x, "y": y, "x2": x, "kind": kind})
    most = max((x for x, _ in at.values()), default=0.0)
    x_axis = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.05, max(most, 1.0) + 0.05]))
    y_axis = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-len(order) + 0.7, 0.9], nice=False))
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    colour = alt.Color("kind:N", scale=scale, legend=None)
    rule = alt.Chart(alt.Data(values=lines)).mark_rule(size=1.5)
    node = alt.Chart(alt.Data(values=nodes)).mark_point(filled=True, size=90, opacity=1)
    down = alt.Chart(alt.Data(values=downs)).mark_rule(size=1.5, color=LINE_COLOUR)
    text = alt.Chart(alt.Data(values=labels)).mark_text(align="left", fontSize=11, dy=-15)
    around = alt.Chart(alt.Data(values=labels)).mark_text(
        align="left", fontSize=11, dy=-15, stroke="white", strokeWidth=4
    )  # so that no line runs through a name
    number = alt.Chart(alt.Data(values=labels)).mark_text(align="right", fontSize=11, fontWeight="bold", dy=-15)
    chart = alt.layer(
        down.encode(x=x_axis, y=y_axis, y2="y2:Q"),
        rule.encode(x=x_axis, y=y_axis, x2="x2:Q", color=colour),
        node.encode(x=x_axis, y=y_axis, color=colour, shape=alt.Shape("shape:N", scale=None)),
        around.encode(x=alt.value(_LEFT), y=y_axis, text="name:N"),
        text.encode(x=alt.value(_LEFT), y=y_axis, text="name:N"),
        number.encode(x=alt.value(WIDTH), y=y_axis, text="numbers:N", color=colour),
    )
    chart = chart.properties(
        width=WIDTH, height=ROW * len(order), padding=12, description=told(group, articles)
    ).configure_view(strokeWidth=0)
    spec: dict[str, Any] = chart.to_dict()
    return spec


def _in_order(group: Group, articles: Sequence[Article]) -> list[str]:
    """The first, then the others by day and name; those without a day last."""
    days = _days(articles)
    rest = [file for file in group.articles if file != group.first]
    return [group.first, *sorted(rest, key=lambda file: (days.get(file, "9999-99"), file))]


def _across(group: Group, articles: Sequence[Article]) -> dict[str, float]:
    """How far to the right each article stands: by its day, and right of what it copies where the day is the same."""
    days, order = _days(articles), _in_order(group, articles)
    columns = {day: float(number) for number, day in enumerate(sorted({days[f] for f in order if f in days}))}
    of = {copy.file: copy.of for copy in group.copies}
    found: dict[str, float] = {}
    for file in order:
        own = columns[days[file]] if file in days else None
        whose = found.get(of.get(file, ""))
        if own is None or (whose is not None and own <= whose):
            own = (whose + _BESIDE if columns else whose + 1.0) if whose is not None else own or 0.0
        found[file] = own
    return found


def _days(articles: Sequence[Article]) -> dict[str, str]:
    return {one.file: str(one.published.first) for one in articles if one.published and one.published.first}


def _label(file: str, articles: Sequence[Article], most: int = 0) -> str:
    """The article's name with its day; the beginning of a name cut off where it is longer than the picture has room."""
    day = next((one.published.words() for one in articles if one.file == file and one.published), "no day stated")
    name = one_line(file)
    room = most - len(day) - 2
    return f"{f'…{name[1 - room :]}' if most and len(name) > room > 1 else name}, {day}"


def _numbers(copy: Copy | None) -> str:
    if copy is None:
        return FIRST
    number = len(copy.changed)
    return f"{number} changed fact{'' if number == 1 else 's'}" if number else KEPT

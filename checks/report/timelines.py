"""The timeline of a case as a picture: what is dated, and what all else leaves for it; and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from checks.case.folder import Case
from checks.case.nouns import Fact, Register, Row
from checks.case.summary import frame
from checks.reading.suspicions.asked import read_article
from checks.reading.timeline.claimed import statements_of
from checks.reading.timeline.limits import Effort, impossible, ways_of
from checks.reading.timeline.network import EFFORT, conflicts
from checks.reading.timeline.parts import CALENDAR, Limit, Statement
from checks.reading.timeline.published import in_article
from checks.reading.timeline.repairs import Span, allowed, days_told, is_order, number_told
from checks.reading.timeline.told import dated, is_outright, rows_of
from checks.report.drawing import Bar, Lane, Lanes, Mark
from checks.report.pictures import LINE, WIDTH, Picture

if TYPE_CHECKING:
    import pandas

# The verdict on a statement, in a word and a colour.
HOLDS, CANNOT, AS_READ, UNDECIDED = "holds", "cannot hold", "cannot hold as read", "undecided"
COLOURS = {HOLDS: "#1a7f37", CANNOT: "#cf222e", AS_READ: "#9a6700", UNDECIDED: "#57606a"}
WAYS = 5  # ways in which a statement may be meant that are drawn: the nearest years
LONGEST = 60  # characters of a statement in the picture; the table has all of them
KEY = "mark: as it is stated; bar: what all else leaves for it, or where it would have to lie for the rest to hold"
AXIS = [(150, "%-d %b %Y"), (1500, "%b %Y"), (date.max.toordinal(), "%Y")]  # by the days that a picture spans, at most
COLUMNS = ["statement", "words", "source", "stated", "left by the others", "verdict"]


@dataclass(frozen=True)
class Line:
    """A statement, the spans of days that the others leave for it, and whether it can hold with them."""

    statement: Statement
    left: tuple[Span, ...]
    verdict: str


def timeline(case: Case, *, registers: Sequence[Register] = (), facts: Sequence[Fact] = ()) -> Picture:
    """Draws what the article and the claims date: a mark where it is stated, and a bar for the days left for it.

    The days are those left by the other statements; where it cannot hold, those that would make the rest hold. The
    colour and the word say which. `timeline_table` of the same has all of it. Raises `CaseError` where the article's
    text is not in this copy.
    """
    shown = [line for line in _lines(case, registers, facts) if dated([line.statement])]
    domain = _domain(shown)
    names = [f"{number}. {_short(line.statement.says)}" for number, line in enumerate(shown, 1)]
    lines = list(zip(names, shown, strict=True))
    title = f"{case.article.title}: what is dated, and what all else leaves for it"
    told = [f"{name}: {line.verdict}; {_left(line)}" for name, line in lines]
    lanes = tuple(_lane(line, number, domain) for number, line in enumerate(shown, 1))
    ends = (date.fromordinal(domain[0]), date.fromordinal(domain[1]))
    drawn = Lanes(title, *ends, lanes, (), (*((colour, word) for word, colour in COLOURS.items()), ("", KEY)))
    return Picture(f"{title}\n" + "\n".join(told), drawn, partial(_png, lines, domain))


def timeline_table(case: Case, *, registers: Sequence[Register] = (), facts: Sequence[Fact] = ()) -> pandas.DataFrame:
    """Every statement of time as a table: its words and source, what it states, what the others leave, the verdict."""
    rows = [
        {
            "statement": line.statement.says,
            "words": "; ".join(dict.fromkeys(" ".join(words.exact.split()) for words in line.statement.words)),
            "source": line.statement.source,
            "stated": " or ".join(
                _told(one[0], (one[0].least, one[0].most)) for one in line.statement.choices[:3] if one
            ),
            "left by the others": _left(line),
            "verdict": line.verdict + (f", assuming {line.statement.assumed}" if line.statement.assumed else ""),
        }
        for line in _lines(case, registers, facts)
    ]
    return frame(rows, COLUMNS)


def lines_of(statements: Sequence[Statement], outright: Sequence[Statement]) -> list[Line]:
    """Each statement, what the others leave for it, and a verdict.

    `outright` are those in a conflict that assumes nothing. A statement in no conflict is held against the others in
    none; where these leave it any day, nothing is decided.
    """
    found = conflicts(statements)
    against = {statement for conflict in found for statement in conflict.statements}
    fine = {number: ways_of(one) for number, one in enumerate(statements) if one not in against and any(one.choices)}
    network = impossible(fine, fine, Effort(EFFORT))[1]
    lines = []
    for number, statement in enumerate(statements):
        spans = list[Span]()
        for conflict in found if statement in against else ():
            spans = spans or [(one.least, one.most) for one in conflict.repairs if one.statement == statement]
        if network and number in fine and (span := allowed(network, statement, number)) != (None, None):
            spans.append(span)
        verdict = HOLDS if spans else UNDECIDED
        if statement in against:
            verdict = CANNOT if statement in outright else AS_READ
        lines.append(Line(statement, tuple(spans), verdict))
    return lines


def _lines(case: Case, registers: Sequence[Register], facts: Sequence[Fact]) -> list[Line]:
    stated = in_article(reading := read_article(case.article), case.article.published)
    claims = list(case.claims.of.values())
    statements = statements_of(reading, stated, claims=claims, registers=registers, facts=facts)
    sources: list[Row | Fact] = [*rows_of(registers), *facts]
    sure = [conflict for conflict in conflicts(statements) if is_outright(conflict, sources)]
    return lines_of(statements, [statement for conflict in sure for statement in conflict.statements])


def _stated(statement: Statement) -> list[Limit]:
    """What a statement states: its first limit, in each way it may be meant, as for each year of a date without one."""
    return [choice[0] for choice in statement.choices[:WAYS] if choice]


def _left(line: Line) -> str:
    limits = _stated(line.statement)[:1]
    told = " or ".join(_told(limit, span) for limit in limits for span in line.left)
    return told or ("nothing else bears on it" if line.verdict == UNDECIDED else "nothing")


def _told(limit: Limit, span: Span) -> str:
    if is_order(limit):
        return "in this order" if span == (limit.least, limit.most) else "the other way round"
    return days_told(*span) if limit.earlier == CALENDAR else number_told(*span)


def _domain(lines: Sequence[Line]) -> tuple[int, int]:
    """The first and the last day of the picture: all that is stated or left, with a twentieth on either side."""
    ends = [end for line in lines for span in line.left for end in span if end is not None]
    ends += [
        end
        for line in lines
        for limit in _stated(line.statement)
        for end in (limit.least, limit.most)
        if end is not None
    ]
    ends = [min(max(end, 1), date.max.toordinal()) for end in ends] or [1]
    spare = max((max(ends) - min(ends)) // 20, 10)
    return max(min(ends) - spare, 1), min(max(ends) + spare, date.max.toordinal())


def _bar(name: str, line: Line, span: Span, domain: tuple[int, int]) -> dict[str, str]:
    start, end = (_drawn(day, edge) for day, edge in zip(span, domain, strict=True))
    return {"line": name, "verdict": line.verdict, "start": start, "end": end}


def _drawn(day: int | None, edge: int) -> str:
    """A day for the picture; an open end lies on its edge."""
    return str(date.fromordinal(min(max(edge if day is None else day, 1), date.max.toordinal())))


def _short(says: str) -> str:
    text = " ".join(says.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _png(lines: Sequence[tuple[str, Line]], domain: tuple[int, int]) -> bytes:
    import altair as alt
    import vl_convert

    bars = [_bar(name, line, span, domain) for name, line in lines for span in line.left]
    stated = [
        _bar(name, line, (one.least, one.most), domain) for name, line in lines for one in _stated(line.statement)
    ]
    words = [{"line": name, "verdict": line.verdict} for name, line in lines]
    scale = alt.Scale(type="utc", domain=[_drawn(None, end) for end in domain])  # utc: no clock's zone
    form = next(form for days, form in AXIS if domain[1] - domain[0] <= days)
    x = alt.X("start:T", title=None, scale=scale, axis=alt.Axis(format=form, tickCount=8, labelOverlap=True))
    y = alt.Y("line:N", sort=[name for name, _ in lines], title=None, axis=alt.Axis(labelLimit=420))
    colour = alt.Color("verdict:N", scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())), legend=None)
    bar = alt.Chart(alt.Data(values=bars)).mark_bar(height=LINE - 10, fillOpacity=0.35, strokeWidth=1.5)
    span = alt.Chart(alt.Data(values=stated)).mark_rule(size=2)
    mark = alt.Chart(alt.Data(values=stated)).mark_point(shape="diamond", size=70, filled=True, opacity=1)
    word = alt.Chart(alt.Data(values=words)).mark_text(align="left", dx=6)
    chart = alt.layer(
        bar.encode(x=x, x2="end:T", y=y, color=colour, stroke=colour), span.encode(x=x, x2="end:T", y=y, color=colour),
        mark.encode(x=x, y=y, color=colour), word.encode(x=alt.value(WIDTH), y=y, text="verdict:N", color=colour),
    )  # fmt: skip
    title = alt.TitleParams(KEY, anchor="start", fontSize=11, fontWeight="normal")
    chart = chart.properties(width=WIDTH, height=LINE * max(len(lines), 1), padding=12, title=title)
    png: bytes = vl_convert.vegalite_to_png(chart.to_dict(), scale=1.25)
    return png


def _lane(line: Line, number: int, domain: tuple[int, int]) -> Lane:
    """A statement in the report: the days left for it as a bar, and what it states as a mark."""
    colour = COLOURS[line.verdict]
    bars = [Bar(*_days(span, domain), colour) for span in line.left]
    stated = [_days((one.least, one.most), domain) for one in _stated(line.statement)]
    bars += [Bar(first, last, colour, thin=True) for first, last in stated if first != last]
    words = f"{number}. {' '.join(line.statement.says.split())}: {line.verdict}; {_left(line)}"
    return Lane(words, colour, tuple(bars), tuple(Mark(first, "diamond", colour) for first, _ in stated))


def _days(span: Span, domain: tuple[int, int]) -> tuple[date, date]:
    first, last = (date.fromisoformat(_drawn(day, edge)) for day, edge in zip(span, domain, strict=True))
    return first, last

"""The versions of one story side by side: what each of them tells of the same things; as a table and as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from checks.case.claims import assertion
from checks.case.errors import CaseError, nearest
from checks.case.folder import Case
from checks.case.nouns import Amount, Document, Fact, When, amount
from checks.case.summary import frame
from checks.reading.figures.sums import agree
from checks.reading.names import plain
from checks.report.drawing import Bar, Lane, Lanes, Mark
from checks.report.pictures import Picture

if TYPE_CHECKING:
    import pandas

WIDTH, LINE = 340, 34  # pixels: a telephone's screen is 390 wide; a line holds the words and, beneath them, the mark
ARTICLE = "the article"
BEST, AGREES, DIFFERS, MAY, ALONE = "best supported", "agrees", "differs", "may agree", "nothing to hold it against"
COLOURS = {BEST: "#0550ae", AGREES: "#1a7f37", DIFFERS: "#cf222e", MAY: "#9a6700", ALONE: "#57606a"}
SHAPES = {BEST: "circle", AGREES: "square", DIFFERS: "diamond", MAY: "triangle-up", ALONE: "triangle-down"}
LONGEST = 26  # characters of a name in the picture; the table has all of them
MONTHS = 1000  # days: a picture of fewer names the months below it
THIN = 60  # of the picture's days: a span shorter than this part of them is drawn as a point
COLUMNS = ("version", "published", "standing")


@dataclass(frozen=True)
class Version:
    """What one version tells of one thing: `at` if it is dated, the words to print, how these stand to the best."""

    document: Document
    about: str
    at: When | None
    words: str
    beside: str

    @property
    def name(self) -> str:
        """Who published it."""
        return ARTICLE if self.document.kind == "article" else self.document.publisher

    @property
    def told(self) -> str:
        """The words, and beside them how they stand to the best."""
        return self.words if self.beside == ALONE else f"{self.words} ({self.beside})"


def versions_table(
    case: Case, *, of: str, about: Sequence[str], best: Sequence[Fact], claims: Mapping[str, str] | None = None
) -> pandas.DataFrame:
    """Who tells what: a row for each version of the story, a column for each thing that facts are `about`.

    The versions are the document `of` and those that declare it as their origin, by day; `claims` names what the
    article itself asserts of a thing, as `claim#name`. `best` are the facts that a person holds best supported: what
    they leave no room for *differs*. A version without a fact about any of these has no row, and an empty cell says
    that what is kept of a version does not have it.
    """
    told = _versions(case, of, about, best, claims or {})
    rows: dict[str, dict[str, str]] = {}
    for one in told:
        published = one.document.published.words() if one.document.published else ""
        head = dict(zip(COLUMNS, (one.name, published, one.document.standing), strict=True))
        row = rows.setdefault(one.document.id, {**head, **dict.fromkeys(about, "")})
        row[one.about] = "; ".join(filter(None, (row[one.about], one.told)))
    return frame(list(rows.values()), [*COLUMNS, *about])


def versions(
    case: Case, *, of: str, about: str, best: Sequence[Fact], claims: Mapping[str, str] | None = None
) -> Picture:
    """Draws when each version says that one thing was: its words, beneath them a mark by day, across all the best.

    Takes what `versions_table` takes, for one thing; what is not dated has words and no mark. The words, and the shape
    of the mark, say what the colour says. Raises `CaseError` where nothing is dated.
    """
    told = _versions(case, of, [about], best, claims or {})
    first, last = _ends(told, about)
    lanes = tuple(_lane(one, first, last) for one in told)
    across = tuple((BEST, one.at) for one in told if one.beside == BEST and one.at)
    title = f"When was it: {about}"
    drawn = Lanes(title, first, last, lanes, across, tuple((colour, word) for word, colour in COLOURS.items()))
    said = "\n".join(f"{one.name}: {one.told}" for one in told)
    return Picture(f"{title}\n{said}", drawn, partial(_png, told, first, last))


def _versions(
    case: Case, of: str, about: Sequence[str], best: Sequence[Fact], claims: Mapping[str, str]
) -> list[Version]:
    """What each version tells: of the best sources first, then by day, those without a day last; then the article."""
    story = [case.evidence(of), *(document for document in case.documents.values() if document.origin == of)]
    story.sort(key=lambda document: (document.id != of, str(document.published or "9999"), document.id))
    documents = {document.id: document for document in [*(fact.passage.document for fact in best), *story]}
    told = []
    for document in documents.values():
        facts = [fact for fact in document.facts.values() if document.origin == of or document.id == of or fact in best]
        for name in about:
            told += [_of_fact(fact, name, best) for fact in facts if plain(fact.about) == plain(name)]
    return told + [_of_claim(case, name, ref, best) for name, ref in claims.items() if name in about]


def _of_fact(fact: Fact, about: str, best: Sequence[Fact]) -> Version:
    beside = BEST if fact in best else _beside(fact, fact.role, about, best)
    return Version(fact.passage.document, about, fact.at if fact.role else None, _words(fact), beside)


def _of_claim(case: Case, about: str, ref: str, best: Sequence[Fact]) -> Version:
    """What the article asserts of a thing, in one of its claims."""
    id, _, name = ref.partition("#")
    claim = case.claims[id]
    if name not in claim.asserts:
        raise CaseError(f"`{id}` asserts no `{name}`: {nearest(name, claim.asserts)}")
    said = assertion(case.claims, claim, name)[0]
    role = claim.asserts.get("role") if name == "on" else None
    at = When.parse(said) if role else None
    words = f"{role} {at.words()}" if at else said
    return Version(case.article, about, at, words, _beside(at or said, role, about, best))


def _words(fact: Fact) -> str:
    if fact.at and fact.role:
        return f"{fact.role} {fact.at.words()}"
    return f"{fact.value} {fact.unit}".strip()


def _beside(said: Fact | When | str, role: str | None, about: str, best: Sequence[Fact]) -> str:
    """How what is told stands to the best that is about the same thing, in the same sense: the kindest answer."""
    answers = {_same(said, fact, role) for fact in best if plain(fact.about) == plain(about) and fact.role == role}
    found = {"yes": AGREES, "cannot tell": MAY, "no": DIFFERS}
    return next((word for answer, word in found.items() if answer in answers), ALONE)


def _same(said: Fact | When | str, best: Fact, role: str | None) -> str:
    if role and best.at:
        at = said.at if isinstance(said, Fact) else said
        ways = {at.within(best.at), best.at.within(at)} if isinstance(at, When) else {"cannot tell"}
        return next(answer for answer in ("yes", "cannot tell", "no") if answer in ways)
    try:
        return agree(amount(said) if isinstance(said, Fact) else Amount.parse(str(said)), amount(best))[0]
    except CaseError:  # no figure: the words themselves are compared
        words = _words(said) if isinstance(said, Fact) else str(said)
        return "yes" if plain(words) == plain(_words(best)) else "no"


def _ends(told: Sequence[Version], about: str) -> tuple[date, date]:
    """The first and the last day of the picture: all that is told, with a twentieth on either side."""
    days = [day for one in told if one.at for day in (one.at.first, one.at.last) if day]
    if not days:
        raise CaseError(f"nothing about “{about}” is dated here, so there is nothing to draw: use `versions_table`")
    spare = timedelta(days=max((max(days) - min(days)).days // 20, 5))
    return min(days) - spare, max(days) + spare


def _drawn(one: Version, y: int, first: date, last: date) -> dict[str, Any]:
    """One mark: a span from end to end, an open end drawn to the edge; a short one as a point in its middle."""
    start, end = ((one.at and one.at.first) or first, (one.at and one.at.last) or last)
    long = (end - start).days * THIN > (last - first).days
    middle = start + (end - start) / 2
    ends = (start, end) if long else (middle, middle)
    return {"y": y, "start": str(ends[0]), "end": str(ends[1]), "long": long, "beside": one.beside}


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _png(told: Sequence[Version], first: date, last: date) -> bytes:
    import altair as alt
    import vl_convert

    labels = [
        {"y": -number, "words": f"{_short(one.name)}: {one.told}", "beside": one.beside}
        for number, one in enumerate(told)
    ]
    drawn = [_drawn(one, -number, first, last) for number, one in enumerate(told) if one.at]
    true = [mark for mark in drawn if mark["beside"] == BEST]
    scale = alt.Scale(type="utc", domain=[str(first), str(last)])  # utc: no clock's zone
    form = "%b %Y" if (last - first).days < MONTHS else "%Y"
    x = alt.X("start:T", title=None, scale=scale, axis=alt.Axis(format=form, tickCount=5, labelOverlap=True))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-len(told) + 0.5, 0.7], nice=False))
    colour = alt.Color("beside:N", legend=None, scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())))
    shape = alt.Shape("beside:N", legend=None, scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())))
    across = alt.Chart(alt.Data(values=true)).mark_rule(color=COLOURS[BEST], strokeDash=[4, 3], opacity=0.6)
    spans = alt.Chart(alt.Data(values=[mark for mark in drawn if mark["long"]])).mark_rule(size=5)
    points = alt.Chart(alt.Data(values=[mark for mark in drawn if not mark["long"]])).mark_point(
        filled=True, size=75, opacity=1
    )
    text = alt.Chart(alt.Data(values=labels)).mark_text(align="left", fontSize=11, dy=-13)
    around = alt.Chart(alt.Data(values=labels)).mark_text(
        align="left", fontSize=11, dy=-13, stroke="white", strokeWidth=4
    )  # so that no line runs through the words
    chart = alt.layer(
        across.encode(x=x), spans.encode(x=x, x2="end:T", y=y, color=colour),
        points.encode(x=x, y=y, color=colour, shape=shape),
        around.encode(x=alt.value(0), y=y, text="words:N"),
        text.encode(x=alt.value(0), y=y, text="words:N", color=colour),
    )  # fmt: skip
    chart = chart.properties(width=WIDTH, height=LINE * len(told), padding=12).configure_view(strokeWidth=0)
    png: bytes = vl_convert.vegalite_to_png(chart.to_dict(), scale=1.5)
    return png


def _lane(one: Version, first: date, last: date) -> Lane:
    """A version in the report: its words, and its day as a mark or a line."""
    words, colour = f"{one.name}: {one.told}", COLOURS[one.beside]
    if one.at is None:
        return Lane(words, colour)
    drawn = _drawn(one, 0, first, last)
    start, end = date.fromisoformat(drawn["start"]), date.fromisoformat(drawn["end"])
    if drawn["long"]:
        return Lane(words, colour, (Bar(start, end, colour, thin=True),))
    return Lane(words, colour, marks=(Mark(start, SHAPES[one.beside], colour),))

"""The dated statements of an article, as limits between points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.telling_words import words as listed
from checks.reading.timeline.parts import CALENDAR, Limit, Statement
from checks.reading.timeline.stated_careers import careers_in
from checks.reading.timeline.stated_causes import causes_in
from checks.reading.timeline.stated_courses import courses_in
from checks.reading.timeline.stated_deeds import Deed, deeds_in
from checks.reading.timeline.stated_eras import eras_in
from checks.reading.timeline.stated_hours import hours_in
from checks.reading.timeline.stated_lasting import lasting_in
from checks.reading.timeline.stated_links import near, told
from checks.reading.timeline.stated_lives import lives_in
from checks.reading.timeline.stated_marks import NOW, Moment, Stated, Times, limits_of, times_of
from checks.reading.timeline.stated_order import links_in
from checks.reading.timeline.stated_steps import steps_in
from checks.reading.timeline.stated_telling import tenses_in
from checks.reading.timeline.stated_terms import terms_in
from checks.reading.times.spans import words as written

if TYPE_CHECKING:
    from checks.reading.article import Reading

_TRANSITIVE = listed(
    "sign approve impose introduce lift repeal scrap build demolish found arrest sentence convict born hire launch"
)
_ACTIVE = re.compile(
    r"(?P<verb>[a-z]+) (?P<thing>(?:the|a|an|its|his|her|their) (?:[\w’'-]+ ){0,3}?[\w’'-]+)"
    r"(?= (?:on|in|at|by|for|of|to|with|from|<)|,|$)"
)
_BY = re.compile(r" (?:(?:by|in|on|at|into) |<d|after |before )")
_PASSIVE = re.compile(
    r"(?P<thing>\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'-]+ ){0,"
    r"2}?[\w’'-]+?),? (?:that |which )?(?P<aux>was |were )?(?:first |officially |formally )?$"
)


def statements_in(reading: Reading) -> list[Statement]:
    """What an article says of time outside its quotations: each date, and what is said between two of them.

    A date comes to one span of days, or, where its year is not written, to one for each year that it may be of, the
    likeliest first. `reading` is a clean reading. Raises nothing.

    Source of the model: Dechter, Meiri and Pearl (1991), Temporal constraint networks.
    """
    return [one.statement for one in stated_in(reading)[0]]


def stated_in(reading: Reading) -> tuple[list[Stated], Times]:
    """As `statements_in`, each with how sure it is that the words were read rightly; and the dates of its points."""
    times = times_of(reading)
    deeds = list(deeds_in(times))
    links = [*links_in(times), *lives_in(times), *courses_in(times, deeds), *terms_in(times, deeds), *tenses_in(times)]
    links += [
        *lasting_in(times),
        *eras_in(times),
        *hours_in(times),
        *steps_in(times),
        *causes_in(times),
        *careers_in(times),
    ]
    dates = [_dated(moment, deeds) for moment in times.moments]
    moments = {moment.point: moment for moment in times.moments}
    within = [nearby for one in links for nearby in near(one, moments)]
    return [*dates, *_today(times), *links, *within], times


def _today(times: Times) -> Iterator[Stated]:
    if times.dateline:
        day = times.dateline.toordinal()
        limit = Limit(CALENDAR, NOW, day, day)
        says = f"the article is of {written(times.dateline)}"
        yield Stated(Statement(says, "the article is of a day", ((limit,),), source="dateline"), "certain")


def _dated(moment: Moment, deeds: list[Deed]) -> Stated:
    deed = next((one for one in deeds if one.moment.point == moment.point), None)
    clause = _clause(deed) if deed else ""
    subject = clause or f"the time written as “{told(moment)}” was"
    on = "" if re.match(r"(?:last|this|next|.* ago)\b", told(moment)) else "on " if moment.is_exact else "in "
    says = (
        f"{clause} {on}{told(moment)}"
        if clause
        else f"the text says “{deed.said}”"
        if deed
        else f"{told(moment)} is named"
    )
    words = moment.words
    if deed and deed.start < deed.end and 0 < len(deed.said) < 100:
        start = deed.marked.words(deed.start, deed.end)
        words = start if start.start <= moment.words.start and moment.words.end <= start.end else moment.words
    statement = Statement(says, subject, limits_of(moment), (words,))
    return Stated(statement, "certain")


def _clause(deed: Deed) -> str:
    """The deed as a clause without its date, “the order was signed”; empty where its words do not make one."""
    said = deed.marked.text[deed.start : deed.end]
    active = _ACTIVE.match(said)
    before = _PASSIVE.search(deed.marked.text[max(deed.start - 80, 0) : deed.start])
    verb = said.split(" ")[0]
    if verb[:1].isupper() or "<" in verb:
        return ""
    if before and (before["aux"] or (deed.name not in _TRANSITIVE and not active) or _BY.match(said, len(verb))):
        aux = before["aux"] or ("was " if deed.name in _TRANSITIVE else "")
        return f"{_the(before['thing'])} {aux}{verb}"
    if active and re.search(r"ed$|^(?:built|bought|sold|won)$", active["verb"]):
        return f"{_the(active['thing'])} was {active['verb']}"
    return ""


def _the(thing: str) -> str:
    return re.sub(r"^(?:a|an|the) ", "the ", thing, flags=re.IGNORECASE)

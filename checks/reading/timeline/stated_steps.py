"""A length that an earlier one is called by, a weekday so many days after another, and a last day before the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.reading.parts import Words
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_links import lasting, plain, told
from checks.reading.timeline.stated_marks import NOW, D, L, Length, Marked, Moment, Stated, Times, ordinals

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = rf"({'|'.join(_DAYS)})"
_WEEKDAY = re.compile(rf"\b{_DAY}\b(?!s| (?:Times|Club|Group))", re.IGNORECASE)
_STEP = re.compile(
    rf"{L} (?P<way>later|after|afterwards|earlier|before)(?: that)?(?:,|,? on| \(| —| –)? ?(?:on |a |"
    rf"the )?(?P<day>{_DAY})\b"
    rf"(?! (?:of|in|before|after|morning's))", re.IGNORECASE,
)  # fmt: skip
_WITH_DATE = re.compile(rf"{L} (?P<way>later|afterwards|earlier)(?:,|,? on)? ?(?:on )?{D}", re.IGNORECASE)
_RESUMED = re.compile(
    rf"(?:\b(?:(?:all|whole|most|rest|course|end|start|much|each|every|any|through|throughout|during|over|in|"
    rf"for|of|after) (?:of )?)"
    rf"(?:(?:that|those|these|the same) )?|^){L}(?!-)", re.IGNORECASE,
)  # fmt: skip
_THOSE = re.compile(
    r"^(?:(?:in|during|over|for|of) )?(?:that|those|these)\b|\b(?:that|those|these|the same) $", re.IGNORECASE
)
_TELLS = re.compile(
    rf"\b(?:lasted|took|for|spent|after|ran for|served|lasting|of)(?: [a-z]+){{0,2}} {L}", re.IGNORECASE
)
_SINCE = re.compile(rf"\bsince (?:[a-z]+ )?{D}", re.IGNORECASE)
_SPAN = re.compile(rf"(?:from |between ){D} (?:to|and|until|till|through) {D}", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?:applications?|entries|entry|bids?|nominations?|registrations?|submissions?|bookings?|tenders?|proposals?|"
    r"enrolments?|enrollments?|consultation|polls?|polling|voting|window|scheme|fund|applicants|candidates|call|"
    r"tickets|"
    rf"sales?|offer|subscription|comment period|sign-ups?)\b[^<>;:.“”]{{0,60}}\b(?:open|opens|opened|begin|"
    rf"begins|start|starts|"
    rf"accepted|invited|on sale|available|accept|taken|apply|launch|launches|submitted|"
    rf"received)\b[^<>;:.“”]{{0,25}}? (?:on |from |in )?{D}",
    re.IGNORECASE,
)  # fmt: skip
_CLOSES = re.compile(
    r"\b(?:no later than|not later than|deadline|by|closes?|closing|close|ends?|last day|until|before|due|final date|"
    rf"final day|expires?|shuts?|latest)\b[^<>;:.“”]{{0,30}}? ?{D}", re.IGNORECASE,
)  # fmt: skip
_ROUNDS = re.compile(
    r"\b(?:earlier|previous|first|second|last year|round|extended|originally|postponed|not)\b", re.IGNORECASE
)
_PLANNED = re.compile(r"\b(?:was|were) (?:to|due|expected|set)\b|\bshould have\b|\bpostponed\b|\bweekly\b|\bevery\b")
_NO_STEP = re.compile(
    r"\b(?:would|if|planned|every|each|usually|normally|originally|about|some|almost|nearly|around)\b", re.IGNORECASE
)


def steps_in(times: Times) -> Iterator[Stated]:
    """These statements, each with what it cannot be so with."""
    recent: list[Marked] = []
    for marked in times.sentences:
        recent = [one for one in recent if marked.number - one.number <= 2]
        if "<l" in marked.text:
            yield from _weekdays(marked, recent, times)
            yield from _resumed(marked, recent, times)
        if "<d" in marked.text and (marked.text.count("<d") > 1 or (recent and "<d" in recent[-1].text)):
            yield from _calls(marked, recent, times)
        recent.append(marked)


def _weekdays(marked: Marked, recent: Sequence[Marked], times: Times) -> Iterator[Stated]:
    """“… on Tuesday. Two days later, on Friday, …”: no weekday before it lies so many days back."""
    for found in _STEP.finditer(marked.text):
        length = times.lengths[int(found[1])]
        before = marked.text[max(found.start() - 20, 0) : found.start()]
        if length.unit not in ("days", "weeks") or not length.most or length.most > 28 or _NO_STEP.search(before):
            continue
        step = length.most if length.unit == "days" else 7 * round(length.most / 7 - 0.5)
        step = -step if found["way"] in ("earlier", "before") else step
        day = _DAYS.index(found["day"].lower())
        anchors = [
            one for each in [*recent[-2:], marked] for one in _named(each, found.start() if each is marked else None)
        ]
        if any(_PLANNED.search(each.text) for each in [*recent[-2:], marked]):
            continue
        if not anchors or any((day - anchor) % 7 == step % 7 for anchor, _ in anchors):
            continue
        anchor, words = anchors[-1]
        names = f"weekday {words.start}", f"weekday {marked.words(found.start('day'), found.end('day')).start}"
        off = (day - anchor) % 7
        really = off if step > 0 else off - 7
        one, two = _DAYS[anchor].title(), _DAYS[day].title()
        way = "after" if step > 0 else "before"
        place = marked.words(found.start(), found.end())
        says = f"this {two} is {plain(length)} {way} {one}"
        assumed = f"that it is counted from that {one}"
        limit = Limit(*names, step, step)
        yield Stated(
            Statement(says, "the time between the two is", ((limit,),), (words, place), assumed=assumed), "likely"
        )
        limit = Limit(*names, really, really)
        said = f"{two} comes {abs(really)} day{'s' * (abs(really) != 1)} {way} {one}"
        yield Stated(Statement(said, "the time between the two is", ((limit,),), (words, place)), "likely")


def _named(marked: Marked, until: int | None) -> Iterator[tuple[int, Words]]:
    """The weekdays that a sentence names, those within its dates too."""
    end = len(marked.text) if until is None else until
    place = marked.words(0, end)
    for found in _WEEKDAY.finditer(place.exact):
        start = place.start + found.start()
        yield _DAYS.index(found[1].lower()), Words(start, start + len(found[1]), found[1])


def _resumed(marked: Marked, recent: Sequence[Marked], times: Times) -> Iterator[Stated]:
    """“The fast lasted 21 days, and for all of those two weeks …”: no length or span before it is as long."""
    for found in _RESUMED.finditer(marked.text):
        length = times.lengths[int(found[1])]
        if length.least is None or length.most is None:
            continue
        if not _THOSE.search(length.words.exact) and not _THOSE.search(marked.text[: found.start(1) - 2]):
            continue
        texts = [*recent[-2:], marked]
        known = [one for each in texts for one in _told_before(each, found.start() if each is marked else None, times)]
        if not known or any(_alike(length, least, most) for *_, least, most in known):
            continue
        first, then, says, words, least, most = known[-1]
        assumed = f"that “{length.words.exact}” are that time"
        limit = Limit(first, then, *_loosely(length))
        yield Stated(Statement(says, "it lasted", ((Limit(first, then, least, most),),), (words,)), "likely")
        said = f"the time was {plain(length)}"
        yield Stated(Statement(said, "the time was", ((limit,),), (length.words,), assumed=assumed), "likely")


def _told_before(
    marked: Marked, until: int | None, times: Times
) -> Iterator[tuple[str, str, str, Words, int | None, int | None]]:
    """The lengths and spans that a sentence tells: two points, a clause, its words, and the days between the two."""
    text = marked.text if until is None else marked.text[:until]
    for found in _TELLS.finditer(text):
        length = times.lengths[int(found[1])]
        points = f"length {length.words.start}", f"length {length.words.end}"
        yield (*points, f"it lasted {plain(length)}", length.words, *lasting(length))
    for found in _SPAN.finditer(text):
        one, two = times.moments[int(found[1])], times.moments[int(found[2])]
        yield (
            one.point,
            two.point,
            f"it ran from {told(one)} to {told(two)}",
            one.words,
            *_apart(one, ordinals(two.choices[0])),
        )
    for found in _SINCE.finditer(text):
        one = times.moments[int(found[1])]
        if times.dateline:
            day = times.dateline.toordinal()
            yield (one.point, NOW, f"it had been so since {told(one)}", one.words, *_apart(one, (day, day)))


def _apart(one: Moment, end: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    first, last = ordinals(one.choices[0])
    if first is None or last is None or end[0] is None or end[1] is None:
        return None, None
    return max(end[0] - last, 0), max(end[1] - first, 0)


def _loosely(length: Length) -> tuple[int, int]:
    """The days that a length told a second time may come to: a fifth less or a quarter more."""
    middle = ((length.least or 0) + (length.most or 0)) / 2
    return int(middle * 0.8), int(middle * 1.25) + 1


def _alike(length: Length, least: int | None, most: int | None) -> bool:
    low, high = _loosely(length)
    return (most is None or low <= most) and (least is None or least <= high)


def _calls(marked: Marked, recent: Sequence[Marked], times: Times) -> Iterator[Stated]:
    """“Applications open on 15 April and must arrive no later than 1 March”: the last day comes before the first."""
    for each in [*recent[-1:], marked]:
        opens = _OPENS.search(each.text)
        closes = _CLOSES.search(marked.text, opens.end() if opens and each is marked else 0)
        if (
            not opens
            or not closes
            or _ROUNDS.search(f"{each.text} {marked.text}")
            or (each is not marked and _OPENS.search(marked.text))
        ):
            continue
        begin, end = times.moments[int(opens[1])], times.moments[int(closes[1])]
        says = f"what opens on {told(begin)} is not over on {told(end)}"
        limit = Limit(begin.point, end.point, 0, None)
        words = (marked.words(closes.start(), closes.end()),)
        assumed = "" if each is marked else "that both are said of the same thing"
        yield Stated(Statement(says, "the time between the two is", ((limit,),), words, assumed=assumed), "likely")

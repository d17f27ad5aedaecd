"""The times of the day in a report: what took so many hours, and what comes after what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.reading.parts import Certainty, Words
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_marks import Marked, Stated, Times

_CLOCK = re.compile(
    r"(?<![\d.,:£$€])(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))? ?(?P<half>[ap]m\b|[ap]\.m\.)"
    r"|(?<=at )(?P<h>\d{1,2})[.:](?P<m>[0-5]\d)(?! ?(?:%|per|million|billion|[ap]\.?m|m\b|km|°|seconds))"
    r"|(?P<hh>[01]\d|2[0-3]):(?P<mm>[0-5]\d)(?!:)|\b(?P<noon>noon|midday))(?!\d)",
    re.IGNORECASE,
)  # fmt: skip
_HALF = re.compile(r",? (?:in the|the same|that|on \w+|yesterday|this) (morning|afternoon|evening)", re.IGNORECASE)
_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = {"twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "ninety": 90}
_NUMBERS = {word: n for n, word in enumerate(_NUMBER_WORDS.split())} | {"an": 1, "a": 1} | _TENS
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_LASTS = re.compile(
    rf"(?P<about>about |around |some |nearly |almost |just over |just under |more than |over |less than |under )?\b"
    rf"(?:(?P<number>{_NUMBER}) (?P<unit>hours?|minutes?)(?P<and> and a half)?(?:,? (?:and "
    rf")?(?P<rest>\d{{1,2}}|[a-z]+(?:-[a-z]+)?) "
    rf"minutes?)?|(?P<part>half an hour|half-an-hour|"
    rf"a quarter of an hour|three-quarters of an hour))(?! (?:a|per|ago|drive|walk|away|from|north|south|east|west)\b)"
    r"(?P<way> (?:later|afterwards|after|before|earlier))?", re.IGNORECASE,
)  # fmt: skip
_PART = {"half an hour": 30, "half-an-hour": 30, "a quarter of an hour": 15, "three-quarters of an hour": 45}
_RUNS = re.compile(
    r"\b(?:for|lasted|took|taking|lasting|after|spent|(?:journey|trip|flight|voyage|crossing|ride|run|drive|passage|"
    r"search|match|operation|concert|siege|fight) of)(?: (?:about|nearly|almost|just|over|under|the|more|than|a|"
    r"good|little|some|further|full|all))* ?$", re.IGNORECASE,
)  # fmt: skip
_BEGIN = re.compile(
    r"\b(?:called|call|paged|alerted|alarm|raised|alert|rang|dialled|dialed|scrambled|summoned|left|leave|"
    r"leaves|set (?:out|off)|departs?|"
    r"departed|sailed|took off|lifted off|began|begins?|started|starts?|broke out|opens?|opened|kicked off|"
    r"kicks off|(?:got )?under way|"
    r"crashed|collided|fell|went off|launched|went missing|last seen|disappeared|walked out|sounded|tolled|boarded|"
    r"lost contact|explosion|collision|exploded|capsized|adjourned|caught fire|reported|struck|sat down|went in|"
    r"arrested)\b", re.IGNORECASE,
)  # fmt: skip
_END = re.compile(
    r"\b(?:arrived?|arrives|reached|reaches|landed|lands?|touched(?: down)?|rescued|got to|in sight|"
    r"under control|put out|"
    r"extinguished|brought ashore|picked up|returned|returns|ended|ends?|finished|finishes|closed|closes|found|docked|"
    r"came down|pulled (?:out|free|clear)|freed|released|pronounced dead|on the scene|at the scene|back|winched|"
    r"concluded|verdict|declared|adjourned|lifted|stood down|over|came out|got home|berthed|tied up|"
    r"died)\b", re.IGNORECASE,
)  # fmt: skip
_OTHER_DAY = re.compile(
    r"\b(?:next|following|previous|tomorrow|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|"
    r"Sundays?|daily|"
    r"usual(?:ly)?|normal(?:ly)?|every|instead|rather than|weekdays?|weekends?|moved|EST|EDT|GMT|CET|PST|PT|ET|"
    r"local time|"
    r"day before|day after|earlier|yesterday|each|second day|third day)\b|<d"
)
_DIGIT = re.compile(r"\d ?[ap]\.?m|\d[.:]\d\d|noon|midday", re.IGNORECASE)
_GOES_ON = re.compile(r"\W*(?:It|He|She|They|The|That|This|Their|His|Her|In|For|After|There)\b")
_PROGRAMME = 6  # times of one sentence: more are a programme of events
_NIGHT = 5 * 60  # what ends before this may have begun at any time of the day before
_LATEST = 18 * 60  # what began after this may end on the next day


@dataclass(frozen=True)
class Clock:
    """A time of the day, in minutes, and what the words before it (or after it) tell of it."""

    minutes: int
    marked: Marked
    start: int
    end: int
    begins: bool
    ends: bool

    @property
    def words(self) -> Words:
        """As it is written."""
        return self.marked.words(self.start, self.end)


def hours_in(times: Times) -> Iterator[Stated]:
    """The pairs of statements about times of one day that cannot both be so."""
    every = [(marked, list(_clocks(marked))) for marked in times.sentences if _DIGIT.search(marked.text)]
    clocks = [one for _, found in every if len(found) <= _PROGRAMME for one in found]
    if len(clocks) < 2:
        return
    for marked in times.sentences:
        if "hour" in marked.text or "minute" in marked.text:
            window = [one for one in clocks if abs(one.marked.number - marked.number) <= 2]
            if len(window) > 1:
                yield from _lasted(marked, window, times)
    for n, one in enumerate(clocks):
        yield from _order(
            [early for early in clocks[max(n - 6, 0) : n] if one.marked.number - early.marked.number <= 2], one, times
        )


def _clocks(marked: Marked) -> Iterator[Clock]:
    text, opens = marked.text, 0
    for found in _CLOCK.finditer(text):
        minutes = _minutes(found, text[found.end() : found.end() + 30])
        before = text[max(opens, found.start() - 80) : found.start()]
        opens = found.end()
        if minutes is None or re.search(r"\b(?:by|until|till|before|after|from|between|since|to) $", before):
            continue
        clause = re.split(r"[;:“”]|, (?:and|but|while)\b", before)[-1]
        if len(re.findall(r"\w+", clause)) < 3:
            clause = re.split(r"[;:“”]|, (?:and|but|while)\b", text[found.end() : found.end() + 70])[0]
        begins = [one.end() for one in _BEGIN.finditer(clause)][-1:]
        ends = [one.end() for one in _END.finditer(clause)][-1:]
        yield Clock(minutes, marked, found.start(), found.end(), begins > ends, ends > begins)


def _minutes(found: re.Match[str], after: str) -> int | None:
    """The minutes since midnight; None where it is not written which half of the day it is."""
    if found["noon"]:
        return 720
    hour = int(found["hour"] or found["h"] or found["hh"])
    minute = int(found["minute"] or found["m"] or found["mm"] or 0)
    half = (found["half"] or "").lower()[:1]
    told = _HALF.match(after)
    if not half and told:
        half = "a" if told[1].lower() == "morning" else "p"
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif found["h"] and len(found["h"]) == 1 and not half:
        return None
    return hour * 60 + minute if hour < 24 else None


def _lasted(marked: Marked, window: Sequence[Clock], times: Times) -> Iterator[Stated]:
    """“It left at 2.20 p.m. and flew for three hours. It landed at 3.05 p.m.”: no two times lie so far apart."""
    for found in _LASTS.finditer(marked.text):
        before, way = marked.text[max(found.start() - 40, 0) : found.start()], (found["way"] or "").strip()
        runs = _RUNS.search(before)
        if not runs and not way:
            continue
        if not any(one.marked is marked for one in window) and not _GOES_ON.match(marked.text):
            continue  # what took so long is another thing
        minutes = _length(found)
        spare = max(5 if minutes < 60 else 20, minutes // (4 if found["about"] else 7))
        gaps = [(two.minutes - one.minutes) % 1440 for one in window for two in window if one is not two]
        if minutes > 600 or any(abs(gap - minutes) <= spare for gap in gaps):
            continue
        pair = _pair(marked, window, found, way)
        if pair is None or _OTHER_DAY.search(_between(pair, times)):
            continue
        first, second = pair
        if (
            found["about"]
            and found["about"].strip() in ("more than", "over")
            and second.minutes - first.minutes > minutes
        ):
            continue
        length = marked.words(found.start(), found.end())
        told = re.sub(r" (?:later|afterwards|after|before|earlier)$", "", length.exact)
        gap = second.minutes - first.minutes
        really = (
            f"it is {_told(gap)} from the one to the other" if gap > 0
            else f"{second.words.exact} is before {first.words.exact}"
        )  # fmt: skip
        says = f"the time from {first.words.exact} to {second.words.exact} was {told}"
        names = f"clock {first.words.start}", f"clock {second.words.start}"
        assumed = f"that “{told}” runs from {first.words.exact} to {second.words.exact} of one day"
        words = (first.words, length, second.words)
        more = gap > minutes
        yield _half(says, names, (None, -1) if more else (0, None), words, assumed)
        yield _half(really, names, (0, None) if more else (None, -1), words, "")


def _half(
    says: str, names: tuple[str, str], span: tuple[int | None, int | None], words: tuple[Words, ...], assumed: str,
    certainty: Certainty = "likely",
) -> Stated:  # fmt: skip
    """One side of a contradiction between two times of the day, which the days of the network do not count."""
    return Stated(Statement(says, says, ((Limit(*names, *span),),), words, assumed=assumed), certainty)


def _pair(marked: Marked, window: Sequence[Clock], found: re.Match[str], way: str) -> tuple[Clock, Clock] | None:
    """The two times that a length lies between: what it is counted from, and what follows it."""
    follows = re.match(r",? (?:at|on the stroke of) ", marked.text[found.end() :])
    if way in ("later", "afterwards") or (
        not way and follows and re.search(r"\bafter (?:[a-z]+ )?$", marked.text[: found.start()])
    ):
        steps = [one for one in window if one.marked is marked and 0 <= one.start - found.end() < 12]
        earlier = [one for one in window if (one.marked.number, one.start) < (marked.number, found.start())]
        return (earlier[-1], steps[0]) if steps and earlier else None
    if way:
        return None
    begins = [one for one in window if one.begins]
    ends = [one for one in window if one.ends]
    if len(begins) != 1 or len(ends) != 1:
        return None
    return begins[0], ends[0]


def _length(found: re.Match[str]) -> int:
    if found["part"]:
        return _PART[found["part"].lower()]
    said = found["number"].lower()
    number = int(said) if said.isdigit() else _NUMBERS[said]
    whole = 60 if found["unit"].lower().startswith("hour") else 1
    rest = (found["rest"] or "0").lower()
    more = int(rest) if rest.isdigit() else _NUMBERS.get(rest, 0)
    return number * whole + (whole // 2 if found["and"] else 0) + (more if whole == 60 else 0)


def _between(pair: tuple[Clock, Clock], times: Times) -> str:
    """The words of the sentences of two times: what tells that they are of two days."""
    numbers = range(min(one.marked.number for one in pair), max(one.marked.number for one in pair) + 1)
    if len({one.marked.number for one in pair}) == 1:
        text = pair[0].marked.text
        return text[min(one.start for one in pair) : max(one.end for one in pair) + 25]
    texts = [marked.text for marked in times.sentences if marked.number in numbers]
    first = min(pair, key=lambda one: one.marked.number)
    return " ".join([texts[0][first.end :], *texts[1:]])


def _told(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    said = [f"{hours} hour{'s' * (hours != 1)}"] if hours else []
    return " and ".join(said + ([f"{rest} minute{'s' * (rest != 1)}"] if rest or not said else []))


def _order(before: Sequence[Clock], end: Clock, times: Times) -> Iterator[Stated]:
    """“Paged at 10.05 p.m. … had them in sight at 9.40 p.m.”: what ends is told as earlier than what began it."""
    begins = [one for one in before if one.begins]
    if not end.ends or not begins:
        return
    begin = begins[-1]
    if end.minutes >= begin.minutes or (begin.minutes >= _LATEST and end.minutes < 12 * 60) or end.minutes < _NIGHT:
        return
    if _OTHER_DAY.search(_between((begin, end), times)):
        return
    names = f"clock {begin.words.start}", f"clock {end.words.start}"
    words = (begin.words, end.words)
    says = f"what is told of {end.words.exact} comes after what is told of {begin.words.exact}"
    yield _half(says, names, (0, None), words, "that both are of the same day")
    yield _half(f"{end.words.exact} is before {begin.words.exact}", names, (None, -1), words, "")

"""Births, deaths, ages and anniversaries: how many years an article puts between two of its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.reading.parts import Certainty, Words
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_links import plain, told
from checks.reading.timeline.stated_marks import NOW, D, L, Marked, Moment, Stated, Times
from checks.reading.times.words import NUMBERS, ONES, TENS

_YEAR = 365.2425  # days, Gregorian mean
_SPARE = 40  # days that an anniversary may be kept early or late
_OLDEST = 125  # years that a person may live
_NUMBERS = {word: n for word, n in NUMBERS.items() if 0 < n < 100}
_NUMBERS |= {f"{ten}-{one}": NUMBERS[ten] + n for ten in TENS for n, one in enumerate(ONES[:10]) if n}
_ORDINALS = {
    "fifth": 5, "tenth": 10, "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "seventy-fifth": 75, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "centenary": 100, "bicentenary": 200, "tercentenary": 300, "centennial": 100, "bicentennial": 200,
    "sesquicentennial": 150, "silver jubilee": 25, "golden jubilee": 50, "diamond jubilee": 60,
    "silver wedding": 25, "golden wedding": 50, "diamond wedding": 60,
}  # fmt: skip
_NAME = (
    r"(?:(?P<name>[A-Z][\w’'-]+(?: (?:de |van |von |al-|der |la |bin )?[A-Z][\w’'.-]+){0,3}|[Hh]e|"
    r"[Ss]he|[Tt]hey|[a-z]+)(?: \([^<>()]{1,30}\))?)"
)
_BORN = (
    re.compile(
        rf"{_NAME}(?:,? who)?(?:,? (?:was|is|were))?,? [Bb]orn(?: {{0,1}}[^<>;:.!?]{{0,60}})?? (?:on |in |around )?{D}"
    ),
    re.compile(rf"{L}(?P<name>),? (?:who (?:was|is) )?born (?:on |in ){D}"),
    re.compile(rf"^(?P<name>)Born(?: [^<>;:.!?]{{0,60}})?? (?:on |in ){D}"),
)
_LATER_NAME = re.compile(r"[^<>;:.!?]{0,60}?, (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}|he|she)\b")
_NO_AGE = (
    r"(?![\w%-]|[.,]\d| (?:per|years? (?:later|earlier|ago|after|before)|of|other|people|"
    r"months|weeks|days|hours|minutes|"
    r"p\.?m|a\.?m|points|votes|seats|members))"
)
_AGE = rf"(?P<age>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}){_NO_AGE}"
_AGED = rf"(?:aged|at the age of|at age|age|at) {_AGE}"
_AGE_ON = (  # an age and the date that it was reached or had on
    re.compile(
        rf"{_NAME}(?:,? who)? (?:[^<>;:.!?]{{0,40}} )?(?:died|passed away|was killed|was murdered|"
        rf"drowned)(?: [^<>;:.!?]{{0,40}})?? (?:on |in ){D},? {_AGED}"),
    re.compile(
        rf"{_NAME}(?:,? who)? (?:[^<>;:.!?]{{0,40}} )?(?:died|passed away|was killed|was murdered|"
        rf"drowned)(?: [^<>;:.!?,]{{0,40}})?,? {_AGED},? (?:[^<>;:.!?]{{0,25}} )?(?:on |in ){D}"),
    re.compile(
        r"(?P<name>[Hh]e|[Ss]he|[A-Z][\w’'-]+)(?:,? who)?(?: had)? (?:turned|turns|will turn|"
        rf"reached) {_AGE} (?:on |in ){D}"),
    re.compile(
        rf"(?P<name>[Hh]e|[Ss]he|[A-Z][\w’'-]+) was {_AGE}(?: years old)? (?:on |in |when "
        rf"[^<>;:.!?,]{{3,40}} (?:on |in )){D}"),
    re.compile(
        rf"(?P<name>)(?:on |in |In |On ){D},? (?:when (?:he|she) was {_AGE}|(?:at the age of|aged) "
        rf"(?P<age2>\d{{1,3}}))"),
    re.compile(rf"(?P<name>)\b(?:at the age of|aged|at age) {_AGE},? (?:on |in ){D}"),
)  # fmt: skip
_AGE_NOW = (
    re.compile(rf"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){{0,3}}), (?:now |aged |who is )?{_AGE}(?=,| and\b| \()"),
    re.compile(
        r"(?P<name>[A-Z][\w’'-]+|[Hh]e|[Ss]he) (?:is|turns|turned|will be|has just turned|has turned)"
        rf" {_AGE}(?: years old| today| (?:this|last) (?:year|week|month)| on \w+day| <d\d+>)?(?=[,.;]|$| and\b)"),
    re.compile(
        rf"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){{0,3}}|[Hh]e|[Ss]he)(?: has)? (?:died|passed "
        rf"away)(?: (?:on|at|in|peacefully|after|from|of|last|this|yesterday|today)[^<>;:.!?,]{{0,"
        rf"40}})?,? {_AGED}(?=[,.;]|$| after| following| surrounded)"),
)  # fmt: skip
_YEAR_OLD = re.compile(rf"{L}(?: (?P<name>(?:[a-z-]+ ){{0,3}}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}))?")
_OLD_THING = re.compile(
    rf"{L} (?P<noun>(?:[\w’'-]+ ){{0,3}}[\w’'-]+),? (?:which |that )?(?:was |had been "
    r")?(?:first )?(?:built|opened|founded|completed|established|erected|constructed|created|"
    r"set up|launched|formed|started|begun|signed|planted|introduced|imposed|laid|made|passed|"
    rf"enacted|adopted|approved|bought) (?:on |in ){D}"
)
_JUBILEE = re.compile(
    rf"(?:(?P<number>\d{{1,4}})(?:st|nd|rd|th)|"
    rf"(?P<word>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}))(?: (?P<what>anniversary|"
    r"birthday|jubilee))?",
    re.IGNORECASE,
)
_FOUNDING = re.compile(
    r"\b(?:founded|established|formed|set up|created|opened|built|launched|incorporated|"
    r"inaugurated|consecrated|chartered|born|died|married|signed|introduced|started|began|"
    rf"completed|killed|founding|opening|birth|death)(?: [^<>;:.!?,]{{0,40}})?? (?:on |in |"
    rf"back in ){D}",
    re.IGNORECASE,
)
_YEARS_SINCE = re.compile(
    rf"\b(?:marks?|marking|celebrat\w+|is|are) (?:about |nearly |almost |exactly )?{L} since "
    rf"[^<>;:.!?]{{0,60}}?(?:in |on )?{D}"
)
_KEPT = re.compile(r"nniver|enten|enary|ubilee|wedding|irthday| since ")
_NO_JUBILEE = re.compile(
    r"\b(?:ahead of|before|until|next|will|upcoming|forthcoming|plans?|planned|preparing|"
    r"approach\w*|mark(?:ed|ing) the \w+ anniversary of (?:his|her))\b"
)
_SINCE = (
    re.compile(
        rf"(?:has|have|’s|'s)(?: \w+){{0,6}}? (?:for|over) (?:the past |the last |about |almost |"
        rf"nearly )?{L},? (?:ever )?since {D}"),
    re.compile(
        rf"(?:has|have) (?:been |\w+ed |held |run |led )[^<>;:.!?]{{0,50}}?since {D},? (?:—|–|"
        rf"-)?(?:for|a period of|some|a total of) (?:about |almost |nearly )?{L}(?=[.,;)]|$)"),
)  # fmt: skip
_NTH = re.compile(
    r"\b(?:its|their|the) (?P<number>\d{1,3})(?:st|nd|rd|th) (?P<what>year|season|edition|anniversary|annual)\b",
    re.IGNORECASE,
)
_ON_FROM = re.compile(
    rf"^(?:(?:just|only|exactly|some|about|almost|nearly|more than|less than) )?{L} after "
    rf"(?:[\w’'-]+ ){{1,6}}?(?:in|on) {D}, (?=[^<]*\b(?:is|are|has|have|will)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{D},? (?:back )?(?:—|–|-)?(?:in|on) {D}|(?:in|on) {D},? (?:—|–|-|\()? ?{D}")
_COUNTED_BACK = re.compile(r"\bago$|^(?:last|this|next) year$", re.IGNORECASE)
_REACH = 3  # sentences between a birth and an age of “he” or “she”


@dataclass(frozen=True)
class _Birth:
    moment: Moment
    name: str
    sentence: int


@dataclass(frozen=True)
class _Age:
    years: int
    at: Moment | None  # None is the day the article was written
    name: str
    sentence: int
    words: Words


def lives_in(times: Times) -> Iterator[Stated]:
    """The statements that put a number of years between two dates: ages, anniversaries, things so many years old."""
    births = [birth for marked in times.sentences for birth in _births(marked, times)]
    if births:
        ages = [age for marked in times.sentences for age in _ages(marked, times)]
        for age in ages:
            yield from _aged(age, births)
    founded: list[tuple[Marked, Moment]] = []
    for marked in times.sentences:
        if _KEPT.search(marked.text):
            yield from _anniversary(marked, times, [one for before, one in founded if _goes_on(before, marked)])
        if "<d" in marked.text:
            founded += [(marked, times.moments[int(one[1])]) for one in _FOUNDING.finditer(marked.text)]
            yield from _old_thing(marked, times)
            yield from _since(marked, times)
            yield from _on_from(marked, times)
            yield from _twice(marked, times)


def _surname(name: str) -> str:
    """The last word of a name; empty for a pronoun."""
    last = re.sub(r"[’']s$", "", (name or "").split(" ")[-1])
    return "" if last.lower() in ("he", "she", "they", "who", "was", "and", "the", "but", "woman", "man") else last


def _births(marked: Marked, times: Times) -> Iterator[_Birth]:
    if "orn" not in marked.text:
        return
    for pattern in _BORN:
        for found in pattern.finditer(marked.text):
            name = found["name"]
            if not name and (later := _LATER_NAME.match(marked.text, found.end())):
                name = later["name"]
            moment = times.moments[int(re.findall(D, found[0])[-1])]
            if moment.written:
                yield _Birth(moment, _surname(name), marked.number)


def _ages(marked: Marked, times: Times) -> Iterator[_Age]:
    text = marked.text
    dated = False
    for pattern in _AGE_ON:
        for found in pattern.finditer(text):
            age = _number(found["age"] or found.groupdict().get("age2"))
            moment = times.moments[int(next(g for g in re.findall(D, found[0])[::-1]))]
            another = not found["name"] and re.search(r"\bwho\b[^<>,;]*$", text[: found.start()])
            if age and not another and not re.search(r"\bborn\b", found[0]):
                dated = True
                yield _Age(age, moment, _surname(found["name"]), marked.number, marked.words(*_age_span(found)))
    born = re.compile(r"\bborn\b[^<>;.]{0,60}$", re.IGNORECASE)
    others = [m for m in re.finditer(D, text) if not born.search(text[: m.start()]) and not _is_recent(times, m[1])]
    if dated or times.dateline is None or others:
        return  # an age beside another date may be that of then
    for pattern in _AGE_NOW:
        for found in pattern.finditer(text):
            age = _number(found["age"])
            if age:
                yield _Age(age, None, _surname(found["name"]), marked.number, marked.words(*_age_span(found)))
    for found in _YEAR_OLD.finditer(text):
        length = times.lengths[int(found[1])]
        old = re.match(r"(?:the |a |an )?([\w-]+?)-year-old", length.words.exact, re.IGNORECASE)
        if old and (age := _number(old[1])) and not re.search(r"\bthen(?: an?| the)? $|at the time", text):
            yield _Age(age, None, _surname(found["name"] or ""), marked.number, length.words)


def _is_recent(times: Times, number: str) -> bool:
    """Whether a date is of the last year before the article: an age then is the age now, or one less."""
    first = times.moments[int(number)].choices[0].first
    return times.dateline is not None and first is not None and abs((times.dateline - first).days) < 60


def _age_span(found: re.Match[str]) -> tuple[int, int]:
    return found.span("age") if found["age"] else found.span("age2")


def _number(said: str | None) -> int:
    number = int(said) if said and said.isdigit() else _NUMBERS.get((said or "").lower(), 0)
    return number if 0 < number < _OLDEST else 0


def _aged(age: _Age, births: Sequence[_Birth]) -> Iterator[Stated]:
    """An age held against the birth of the same person, by surname, or of the only one about whom it can be."""
    common = age.name[:1].islower()  # “a miner who died in 1990 aged 72”
    same = [
        one
        for one in births
        if one.sentence == age.sentence and (one.name == age.name or (not common and not (one.name and age.name)))
    ]
    named = [one for one in births if age.name and one.name == age.name]
    near = [
        one
        for one in births
        if abs(one.sentence - age.sentence) <= _REACH and not (one.name and age.name) and not common
    ]
    found = same[:1] or named[:1] or (near if len(births) == 1 else [])
    for birth in found:
        if age.at is not None and age.at.point == birth.moment.point:
            continue
        later = age.at.point if age.at else NOW
        limit = Limit(birth.moment.point, later, int(age.years * _YEAR) - 1, int((age.years + 1) * _YEAR) + 1)
        when = told(age.at) if age.at else "the day of the article"
        who = birth.name if birth.name[:1].isupper() else age.name if age.name[:1].isupper() else "the person"
        says = (
            f"on {when} {who} is {age.years}"
            if age.at is None or age.at.is_exact
            else f"in {when} {who} is {age.years}"
        )
        certain: Certainty = "certain" if birth in same and age.at is not None and birth.name == age.name else "likely"
        assumed = "" if birth in same else f"that the age and the birth are those of {who}"
        subject = f"the time from the birth to {when} is"
        yield Stated(Statement(says, subject, ((limit,),), (age.words,), assumed=assumed), certain)


def _years_after(
    earlier: str, later: str, years: int, spare: int, says: str, words: tuple[Words, ...], certainty: Certainty
) -> Stated:
    limit = Limit(earlier, later, max(int(years * _YEAR) - spare, 0), int(years * _YEAR) + spare + 1)
    return Stated(Statement(says, "the time between the two is", ((limit,),), words), certainty)


def _anniversary(marked: Marked, times: Times, founded: Sequence[Moment]) -> Iterator[Stated]:
    """“Founded in 1987, the club celebrates its 50th anniversary this year.”"""
    text = marked.text
    for found in _JUBILEE.finditer(text):
        if not found["what"] and not re.search(r"enar|enni|jubilee|wedding", found[0], re.IGNORECASE):
            continue
        years = int(found["number"]) if found["number"] else _ORDINALS[found["word"].lower()]
        started = [times.moments[int(one[1])] for one in _FOUNDING.finditer(text)]
        born = found["what"] == "birthday"
        if born:
            started = [m for m in started if re.search(r"\bborn\b", text, re.IGNORECASE)]
        started = [moment for moment in started or (() if born else founded) if moment.written]
        others = [times.moments[int(n)] for n in re.findall(D, text)]
        others = [moment for moment in others if moment not in started]
        if len(started) != 1 or len(others) > 1:
            continue
        if others:
            later, when = others[0].point, told(others[0])
        elif times.dateline and not _NO_JUBILEE.search(text) and re.search(
            r"\b(?:celebrat(?:es|ing)|marks|marking|this (?:year|week|month|weekend)|is|today|has)\b", text
        ):  # fmt: skip
            later, when = NOW, "the day of the article"
        else:
            continue
        says = f"the {found[0]} falls on {when}" if later == NOW else f"the {found[0]} is in {when}"
        spare = _SPARE if others else 300
        yield _years_after(started[0].point, later, years, spare, says, (marked.words(*found.span()),), "likely")
    for mark in _YEARS_SINCE.finditer(text):
        length, start = times.lengths[int(mark[1])], times.moments[int(mark[2])]
        rest = [times.moments[int(n)] for n in re.findall(D, text) if n != mark[2]]
        if (
            start.written
            and length.least is not None
            and length.most is not None
            and (rest or times.dateline)
            and len(rest) < 2
        ):
            limit = Limit(start.point, rest[0].point if rest else NOW, length.least - 183, length.most + 183)
            says = f"it is {plain(length)} since {told(start)}"
            yield Stated(Statement(says, "the time between the two is", ((limit,),), (length.words,)), "likely")


def _goes_on(before: Marked, marked: Marked) -> bool:
    """Whether a sentence goes on about what one shortly before it told of: “It …”, “The school …”."""
    found = re.match(r"(?:It|They|Its|Their|He|She)\b|(?:The|This) ([\w’'-]+)", marked.text)
    near = marked.number - before.number <= _REACH
    return near and found is not None and (found[1] is None or f" {found[1].lower()} " in before.text.lower())


def _old_thing(marked: Marked, times: Times) -> Iterator[Stated]:
    """“The 40-year-old bridge, built in 1961”: a round number of years, of a thing."""
    for found in _OLD_THING.finditer(marked.text):
        length = times.lengths[int(found[1])]
        old = re.match(r"(?:the |a |an )?([\w-]+?)-year-old", length.words.exact, re.IGNORECASE)
        years = _number(old[1]) if old else 0
        moment = times.moments[int(found[3])]
        if years and moment.written and times.dateline and marked.text.count("<d") == 1:
            says = f"the {found['noun'].split(' ')[-1]} is {years} years old"
            yield _years_after(moment.point, NOW, years, 366 + int(years * _YEAR / 20), says, (length.words,), "likely")


def _since(marked: Marked, times: Times) -> Iterator[Stated]:
    """“Has led the club for ten years, since 2015.”"""
    if times.dateline is None or "since" not in marked.text:
        return
    for pattern in _SINCE:
        for found in pattern.finditer(marked.text):
            length = times.lengths[int(re.findall(L, found[0])[0])]
            moment = times.moments[int(re.findall(D, found[0])[0])]
            limit = Limit(moment.point, NOW, length.least, length.most and int(length.most * 1.1) + 1)
            says = f"it has been so for {length.words.exact}"
            yield Stated(Statement(says, "it has been so for", ((limit,),), (length.words,)), "likely")


def _on_from(marked: Marked, times: Times) -> Iterator[Stated]:
    """“Fifty years after it opened in 1961, the cinema is to close”; “founded in 2024, it is in its 12th year”."""
    if times.dateline is None or marked.text.count("<d") > 1:
        return
    found = _ON_FROM.match(marked.text)
    if found:
        length, moment = times.lengths[int(found[1])], times.moments[int(found[2])]
        says = f"the article is {plain(length)} after {told(moment)}"
        limit = Limit(moment.point, NOW, length.least, length.most)
        yield Stated(Statement(says, "the time to the day of the article is", ((limit,),), (length.words,)), "likely")
    nth, began = _NTH.search(marked.text), _FOUNDING.search(marked.text)
    if nth and began and nth["what"].lower() in ("year", "season", "edition") and times.moments[int(began[1])].written:
        years = int(nth["number"])
        limit = Limit(times.moments[int(began[1])].point, NOW, int((years - 2.5) * _YEAR), int((years + 0.5) * _YEAR))
        if nth["what"].lower() != "year":  # seasons and editions may have been left out
            limit = Limit(limit.earlier, NOW, limit.least, None)
        says = f"it is in its {nth['number']}{nth[0][nth.end('number') - nth.start() :][:2]} {nth['what']}"
        yield Stated(
            Statement(says, "the time to the day of the article is", ((limit,),), (marked.words(*nth.span()),)),
            "likely",
        )


def _twice(marked: Marked, times: Times) -> Iterator[Stated]:
    """“Three years ago, in 2015”: the same time said in two ways."""
    for found in _COUNTED.finditer(marked.text):
        first, second = (times.moments[int(n)] for n in re.findall(D, found[0]))
        if any(
            _COUNTED_BACK.search(one.words.exact) and other.written for one, other in ((first, second), (second, first))
        ):
            says = f"{told(first)} and {told(second)} are the same time"
            limit = Limit(first.point, second.point, 0, 0)
            yield Stated(Statement(says, "the time between the two is", ((limit,),), ()), "likely")

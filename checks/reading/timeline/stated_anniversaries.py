"""Anniversaries, jubilees and centuries of standing, against the date of what they commemorate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.reading.parts import Words
from checks.reading.telling_words import words as listed
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_ages import number, ordinal
from checks.reading.timeline.stated_links import plain, told
from checks.reading.timeline.stated_marks import NOW, D, L, Marked, Moment, Stated, Times

_YEAR = 365.2425  # days, Gregorian mean
_SPARE = 40  # days that an anniversary may be kept early or late of a date that is told
_KEPT_ABOUT = 330  # days about the article in which the anniversary may be that it tells of
_JUBILEES = {
    "centenary": 100, "bicentenary": 200, "tercentenary": 300, "quatercentenary": 400, "quincentenary": 500,
    "centennial": 100, "bicentennial": 200, "tricentennial": 300, "sesquicentennial": 150, "sesquicentenary": 150,
    "silver jubilee": 25, "ruby jubilee": 40, "golden jubilee": 50, "diamond jubilee": 60, "platinum jubilee": 70,
    "silver wedding": 25, "pearl wedding": 30, "ruby wedding": 40, "golden wedding": 50, "emerald wedding": 55,
    "diamond wedding": 60, "platinum wedding": 70, "silver anniversary": 25, "ruby anniversary": 40,
    "golden anniversary": 50, "diamond anniversary": 60,
}  # fmt: skip
_NTH = (
    r"(?:(?P<n>\d{1,4})(?:st|nd|rd|th)|(?P<word>(?:[a-z]+-)?[a-z]+(?:th|first|second|third))"
    r"|(?P<years>\d{1,4}|[a-z]+(?:-[a-z]+)?)[ -]years?)"
)
_KEPT = re.compile(
    rf"\b(?:{_NTH}[ -](?P<wed>wedding )?(?:anniversary|jubilee|birthday)"
    rf"|(?P<named>{'|'.join(sorted(_JUBILEES, key=len, reverse=True))}))\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"[Aa]nniv|ubilee|enary|ennial|edding|irthday|turns ")
_TURNS = re.compile(r"\bturns (?P<n>\d{2,4})(?=[,.]|$| (?:this|today|on|next|in|with|and))")
_STOOD = re.compile(
    rf"^For (?:more than |over |nearly |almost |about |some |well over |the (?:past|"
    rf"last) )?{L}[, ](?=.*\b(?:has|have)\b)"
    rf"|\b(?:has|have) (?:been|stood|served|run|traded|operated|made|sold|entertained|welcomed|"
    rf"fed)\b[^<>;:.!?]{{0,60}} for "
    rf"(?:more than |over |nearly |almost |about |some |well over |the (?:past|last) )?{L}(?=[,.]|$| (?:and|but)\b)"
)
_THING = (
    "company|firm|business|bank|club|school|church|chapel|bridge|building|hotel|pub|inn|theatre|theater|"
    "cinema|brewery|mill|"
    "factory|museum|hospital|college|university|festival|newspaper|magazine|charity|band|orchestra|choir|shop|store|"
    "restaurant|station|stadium|tower|hall|chain|retailer|airline|league|lighthouse|pier|dam|prison|market|"
    "plant|house"
)
_FIRMS = listed(
    "company firm business chain retailer bank brewery factory plant airline club"
)  # of an article about one
_OLD = re.compile(rf"{L} (?:[\w’'-]+ ){{0,3}}?(?P<thing>{_THING})s?\b(?! of)")
_YEARS_SINCE = re.compile(
    rf"\b(?:marks?|marking|celebrat\w+|is|are|it’s|it's) (?:about |nearly |almost |exactly |now )?{L} since "
    rf"[^<>;:.!?]{{0,60}}?(?:in |on )?{D}"
)
_BEGAN = (
    r"(?:founded|established|formed|set up|created|opened|built|launched|incorporated|inaugurated|consecrated|"
    r"chartered|started|began|begun|founding|foundation|opening|laid|first (?:held|staged|run|published|"
    r"performed|broadcast|met)|dates? (?:back )?(?:to|from)|constructed|erected|unveiled|dedicated|moved in)"
)
_OTHER = (
    r"(?:born|died|married|wed|signed|killed|birth|death|wedding|introduced|completed|independen\w+|fought|"
    r"sank|struck|fell)"
)
_FOUNDING = re.compile(
    rf"\b(?P<verb>{_BEGAN}|{_OTHER})\b(?! anniv)(?: [^<>;:.!?]{{0,60}}?)?,?(?: (?:on|in|around|from|to|"
    rf"of))? ?(?:back in |the )?{D}",
    re.IGNORECASE,
)
_FOUNDING_BACK = re.compile(
    rf"^(?:It was )?(?:[Oo]n|[Ii]n) {D},?(?: [^<>;:.!?]{{0,60}}?)? (?P<verb>founded|established|set up|opened|"
    rf"launched|"
    r"formed|laid|married|started)\b"
)
_WEDDED = re.compile(r"married|wed\b|wedding", re.IGNORECASE)
_DIED = re.compile(r"died|death|killed", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:ahead of|before|until|next year|will|upcoming|forthcoming|plans?|planned|preparing|approach\w*|last year|"
    r"due to|would|nears?|nearing|coming)\b"
)
_NOT_KEPT = re.compile(r"\b(?:had|was to|would have|missed|cancelled|canceled|if|never)\b")
_OF = re.compile(
    r" of (?:(?:the|its|his|her|their|a|an) )?(?P<of>(?:[\w’'-]+ ){0,6}?[\w’'-]+)(?=[,.;<]|$| (?:on|in|with|"
    r"by|at|this|next|"
    r"and|when|which|that|is|was)\b)"
)
_FILLER = listed("the its his her their and of for in on at with first new old great city town national company")
_AGAIN = re.compile(
    r"\b(?:re-?opened|re-?built|re-?founded|re-?launched|new|second|another|rival|neighbou?ring|branch|moved)\b"
)
_FAR = 12  # sentences between an anniversary and its founding


@dataclass(frozen=True)
class _Begin:
    moment: Moment
    marked: Marked
    verb: str
    around: str  # the words before the verb and after it


def anniversaries_in(times: Times) -> Iterator[Stated]:
    """The statements that an anniversary, or a length of standing until now, puts between a founding and a date.

    The founding is that of its sentence, or the only one that the article dates.
    """
    kept = [one for one in times.sentences if _may_be_kept(one.text)]
    if not kept:
        yield from (stated for one in times.sentences for stated in _years_since(one, times))
        return
    begun = [begin for one in times.sentences if "<d" in one.text for begin in _begun(one, times)]
    for marked in times.sentences:
        yield from _years_since(marked, times)
    for marked in kept:
        for found in [*_KEPT.finditer(marked.text), *_TURNS.finditer(marked.text)]:
            years = _years(found)
            if years:
                yield from _kept(found, years, marked, times, begun)
        yield from _stood(marked, times, begun)


def _may_be_kept(text: str) -> bool:
    """Whether a sentence may tell of an anniversary or of long standing: a cheap look before the patterns."""
    return bool(
        (_HINT.search(text) and (_KEPT.search(text) or _TURNS.search(text)))
        or ("<l" in text and (_STOOD.search(text) or _OLD.search(text)))
    )


def _years(found: re.Match[str]) -> int:
    said = found.groupdict()
    if said.get("named"):
        return _JUBILEES[said["named"].lower()]
    if said.get("word"):
        return ordinal(said["word"])
    return int(said["n"]) if said.get("n") else number(said.get("years"))


def _begun(marked: Marked, times: Times) -> Iterator[_Begin]:
    for pattern in (_FOUNDING, _FOUNDING_BACK):
        for found in pattern.finditer(marked.text):
            moment = times.moments[int(found[2] if pattern is _FOUNDING else found[1])]
            before = marked.text[max(found.start() - 60, 0) : found.start()]
            first = moment.choices[0].first
            if times.dateline and first and first > times.dateline:
                continue  # what is yet to open has no anniversary
            if moment.written and not _AGAIN.search(found[0] + before[-30:]):
                yield _Begin(moment, marked, found["verb"].lower(), f"{before} {found[0]}".lower())


def _kept(found: re.Match[str], years: int, marked: Marked, times: Times, begun: Sequence[_Begin]) -> Iterator[Stated]:
    """“Founded in 1987, the club celebrates its 50th anniversary this year.”"""
    text = marked.text
    wedding = bool(re.search(r"wedding", found[0], re.IGNORECASE))
    of = _OF.match(text, found.end())
    begin = _beginning(begun, marked, of["of"] if of else "", wedding, "birthday" in found[0])
    if begin is None or _NOT_KEPT.search(text[: found.start()]):
        return
    others = [times.moments[int(n)] for n in re.findall(D, text) if times.moments[int(n)].point != begin.moment.point]
    others = [one for one in others if one.written and one not in {b.moment for b in begun if b.marked is marked}]
    if len(others) > 1:
        return
    if others:
        later, spare, when = others[0].point, _SPARE, f"{'on' if others[0].is_exact else 'in'} {told(others[0])}"
    elif times.dateline:
        later, spare, when = (
            NOW,
            _KEPT_ABOUT + 500 * bool(_AHEAD.search(marked.words(0, len(text)).exact)),
            "about the day of the article",
        )
    else:
        return
    said = "it turns " + found["n"] if found.re is _TURNS else f"the {found[0]} is"
    far = begin.marked is not marked
    assumed = f"that “{marked.words(*found.span()).exact}” counts from {told(begin.moment)}" if far else ""
    yield _after(begin.moment, later, years, spare, f"{said} {when}", (marked.words(*found.span()),), assumed)


def _beginning(begun: Sequence[_Begin], marked: Marked, of: str, wedding: bool, birthday: bool) -> _Begin | None:
    """The founding that an anniversary is of: in its sentence, or the only one of the article that it can be of."""
    wanted = {word.lower() for word in re.findall(r"[\w-]{4,}", of)} - _FILLER
    fit = []
    for one in begun:
        if wedding != bool(_WEDDED.match(one.verb)) and (wedding or not wanted or not _WEDDED.search(of)):
            continue
        if not wedding and re.match(
            r"born|birth|died|death|killed|signed|introduced|completed|independen|fought|sank|struck|fell", one.verb
        ):
            about = (
                _DIED.search(of) if _DIED.match(one.verb) else wanted and any(word[:5] in one.around for word in wanted)
            )
            if birthday or not about:
                continue
        elif wanted and not wedding and not any(word[:5] in one.marked.text.lower() for word in wanted):
            continue
        fit.append(one)
    here = [one for one in fit if one.marked is marked]
    near = [one for one in fit if abs(one.marked.number - marked.number) <= _FAR]
    chosen = here or near
    return chosen[0] if len({one.moment.choices[0].said[:4] for one in chosen}) == 1 else None


def _stood(marked: Marked, times: Times, begun: Sequence[_Begin]) -> Iterator[Stated]:
    """“For a century and a half the mill has …”, of what was built in 1950."""
    found, old = _STOOD.search(marked.text), _OLD.search(marked.text)
    if (
        not (found or old)
        or times.dateline is None
        or "<d" in marked.text
        or re.match(r"(?:He|She|I|We)\b", marked.text)
    ):
        return
    length = times.lengths[int((found[1] or found[2]) if found else old[1] if old else 0)]
    if not found and not length.words.exact.lower().endswith(("-old", " old")):
        return
    if length.unit != "years" or length.least is None or length.most is None or length.least < 19 * _YEAR:
        return
    fit = [one for one in begun if re.match(_BEGAN, one.verb) and abs(one.marked.number - marked.number) <= 6]
    words = {w.lower() for w in re.findall(r"[\w-]{4,}", marked.text)} - _FILLER
    fit = [
        one
        for one in fit
        if words & set(re.findall(r"[\w-]{4,}", one.marked.text.lower()))
        or re.match("The|It", one.marked.text)
        or (old is not None and old["thing"] in _FIRMS)
    ]
    if len({one.moment.point for one in fit}) != 1:
        return
    spare = 0.03 * length.most
    limit = Limit(fit[0].moment.point, NOW, int(length.least - spare), int(length.most + spare) + 366)
    says = f"it has been so for {plain(length)}"
    assumed = f"that “{length.words.exact}” counts from {told(fit[0].moment)}"
    yield Stated(Statement(says, "it has been so for", ((limit,),), (length.words,), assumed=assumed), "likely")


def _years_since(marked: Marked, times: Times) -> Iterator[Stated]:
    """“It is fifty years since the bridge opened in 1961.”"""
    if " since " not in marked.text:
        return
    for mark in _YEARS_SINCE.finditer(marked.text):
        length, start = times.lengths[int(mark[1])], times.moments[int(mark[2])]
        rest = [times.moments[int(n)] for n in re.findall(D, marked.text) if n != mark[2]]
        if not start.written or length.least is None or length.most is None or len(rest) > 1:
            continue
        if rest or times.dateline:
            limit = Limit(start.point, rest[0].point if rest else NOW, length.least - 183, length.most + 183)
            says = f"it is {plain(length)} since {told(start)}"
            yield Stated(Statement(says, "the time between the two is", ((limit,),), (length.words,)), "likely")


def _after(
    begin: Moment, later: str, years: int, spare: int, says: str, words: tuple[Words, ...], assumed: str
) -> Stated:  # fmt: skip
    limit = Limit(begin.point, later, max(int(years * _YEAR) - spare, 0), int(years * _YEAR) + spare + 1)
    return Stated(Statement(says, "the time between the two is", ((limit,),), words, assumed=assumed), "likely")

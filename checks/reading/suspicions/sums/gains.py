"""What was lost or added and what is then left or reached: “lost 85 of his 340 sheep … left with 265”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checks.reading.parts import Suspicion
from checks.reading.suspicions.sums.adding import added
from checks.reading.suspicions.sums.places import GENERIC, Place, Said, is_of_another_time, said_in
from checks.reading.suspicions.sums.stated import Stated, is_person, noun_of, words_of, written

if TYPE_CHECKING:
    from checks.reading.article import Reading

_LEFT_BEFORE = re.compile(
    r"\b(?:left with|leav(?:es?|ing)(?: (?:it|them|him|her|us|only|just|behind|the [a-z]+|a (?:total|fleet|staff|herd|"
    r"flock|stock|force|workforce) of|an? [a-z]+ of)){0,4}(?: with)?|down to|reduc(?:es?|ed|ing) (?:[a-z]+ ){1,3}to|"
    r"cut(?:s|ting)? (?:[a-z]+ ){1,3}to|now (?:has|have|had|numbers?|employs?|keeps?|owns?|runs?|stands? at)|"
    r"still (?:has|"
    r"have|had|employs?|owns?|keeps?)|(?:has|have|had|with) (?:only|just|now)|shr[aiu]nk to|remaining|"
    r"will (?:then )?(?:have|"
    r"be left with)|balance of|(?:the )?other)(?: (?:only|just|some|the|a|with|but))*\s*$"
)
_LEFT_AFTER = re.compile(
    r"[^,;:.!?]{0,30}?\b(?:(?:are|is|were|was|will be)? ?(?:left|remaining|unsold|unspent|to spare)|(?:now |"
    r"still |to )?"
    r"remain(?:s|ed)?|surviv(?:e|ed)|(?:will )?(?:stay|stayed|kept)|got away|escaped|(?:were|was) (?:saved|"
    r"rescued|picked up|pulled out alive|found alive)|walked away)\b(?! (?:hand|wing|side|the|behind|for|home|"
    r"at))"
)
_A_STATE = re.compile(
    r"\W*(?:[a-z-]+ ){0,2}?(?:injured|hurt|dead|wounded|homeless|stranded|missing|trapped|in (?:critical|hospital|a)|"
    r"stable|serious|without|more|days?|minutes?|seconds?|games?|rounds?|laps?|points?)\b"
)
_LOST = re.compile(
    r"\b(?:lose[sd]?|losing|lost|loss of|sold|sells?|selling|closed?|closing|shut(?:ting)?|scrap\w*|kill\w*|"
    r"destroy\w*|died|"
    r"drown\w*|cut(?:ting)?|shed(?:ding)?|lay(?:ing)? off|laid off|dismiss\w*|sacked|fired|spent|spend(?:ing)?|"
    r"gave away|giv(?:e|en|ing) away|used|"
    r"remov\w*|retir\w*|resign\w*|withdr\w*|axed?|axing|ax|eliminat\w*|left|quit|gone|fell(?:ed)?|burn\w*|sank|sunk|"
    r"slaughter\w*|culled?|released|freed|transferred|moved|rescued|evacuated|repaid|paid|stolen|stole|broken|"
    r"demolish\w*)\b"
)
_BROUGHT = re.compile(
    r"\b(?:bring|tak|rais|lift|push|increas|swell|brought|took|carr)\w* (?:the|its|their|his|her|our|it|that|"
    r"them)\b[^.;:]{0,60}"
    r"\bto(?: a (?:total|record) of)?\s*$"
)
_MORE_OF = re.compile(
    r"\b(?:an?other|further|extra|additional|new|more|add(?:s|ed|ing)?|hir(?:e|ed|ing)|won|win|winning|"
    r"recover\w*|found|"
    r"bought|buy(?:ing)?|open(?:s|ed|ing)?|built?|join\w*|order(?:ed|s)?|gain\w*|died)\b"
)
_BEFORE_IT = re.compile(
    r"\b(?:until (?:now|then)|previous\w*|earlier|before|so far|already|at present|currently|now|today|existing|"
    r"had|has|"
    r"have|stood at|stands at|from|there (?:were|are)|employs?|runs?|owns?|operates?|with)\b"
)
_TAKEN = re.compile(r"(?: [a-z]+)? of (?:the|its|his|her|their|all|our)(?: [a-z’'-]+){0,2}\s*$")
_BY, _FROM, _TO = (
    re.compile(rf"\b(?:{words})\s*$")
    for words in (
        r"by(?: (?:exactly|just|only))?|(?:an? )?(?:increase|rise|drop|fall|gain|loss|jump|decline|difference|"
        r"reduction|cut|growth) of(?: (?:exactly|just|only))?",
        r"from|against|compared (?:with|to)|than(?: the)?",
        r"to",
    )
)


def gains(reading: Reading) -> Iterator[Suspicion]:
    """Which figures of what was had, what was lost or added, and what came of it do not go together."""
    said = said_in(reading)
    for at, places in enumerate(said.places):
        for place in places:
            if place.phrase.bound or place.phrase.change or is_of_another_time(place):
                continue
            lead = place.stated.low[place.k][-90:]
            if _BROUGHT.search(lead):
                yield from _reached(said, at, place)
            elif (_LEFT_BEFORE.search(lead) or _LEFT_AFTER.match(place.after)) and not _A_STATE.match(place.after):
                yield from _left(said, at, place)
        if 1 < len(said.sentences[at].figures) < 6:
            yield from _changed(said.sentences[at])


def _left(said: Said, at: int, rest: Place) -> Iterator[Suspicion]:
    """`lost 85 of his 340 sheep … is left with 265 animals`."""
    about = [one for one in said.near(at) if one.phrase is not rest.phrase and one.phrase.unit == rest.phrase.unit]
    gone = [
        one
        for one in said.near(at, 2, 0)
        if one in about
        and _LOST.search(one.before + " " + one.after[:45])
        and _goes(one, rest)
        and one.phrase.start < rest.phrase.start
    ]
    if not gone or not about or _either_way(about, rest):
        return
    part = gone[-1]
    wholes = [one for one in about if one.value > max(part.value, rest.value) and _goes(one, part) and _goes(one, rest)]
    taken = [one for one in wholes if one.at == part.at and one.k == part.k + 1 and _TAKEN.fullmatch(part.after)]
    wholes = taken or [one for one in wholes if not is_of_another_time(one)]
    yield from _suspected(part, rest, wholes)


def _reached(said: Said, at: int, total: Place) -> Iterator[Suspicion]:
    """`Three more bodies were found, bringing the dead to 23. On Monday the toll had been 19.`"""
    about = [one for one in said.near(at) if one.phrase is not total.phrase and one.phrase.unit == total.phrase.unit]
    came = [
        one
        for one in said.run_up(at, 2)
        if one in about
        and one.phrase.start < total.phrase.start
        and (_MORE_OF.search(one.before) or _MORE_OF.search(one.phrase.exact + one.after[:30]))
        and not one.phrase.bound
    ]
    if not came or any(_adds([one, two], total) for one in about for two in about if one is not two):
        return
    if len(came) > 1 and any(_adds([*came, one], total) for one in about):
        return
    part = came[-1]
    had = [
        one
        for one in about
        if one is not part
        and one.value < total.value
        and (_BEFORE_IT.search(one.before) or _BEFORE_IT.search(one.after[:40]))
        and (_goes(one, part) or _goes(one, total))
        and not one.phrase.bound
        and 0.75 <= float(one.value + part.value) / float(total.value) <= 1.3
    ]
    if had:
        yield from _told([had[-1], part], total, "What was had and what was added are not what was reached")


def _changed(stated: Stated) -> Iterator[Suspicion]:
    """`employs 340 people, up from 280, an increase of 80`; `rose by 12 to 50, from 40`."""
    by = came = was = None
    for k, figure in enumerate(stated.figures):
        if figure.unit == "percent" or figure.bound or figure.value is None or figure.per:
            return
        if figure.was is not None:
            came, was = figure, figure.was
        elif _BY.search(stated.low[k]):
            by = figure
        elif _TO.search(stated.low[k]) and came is None:
            came = figure
        elif _FROM.search(stated.low[k]) and was is None:
            was = figure.value
        elif came is None and figure.of:
            came = figure
    if by is None or came is None or was is None or came.value is None or by.value is None or by.unit != came.unit:
        return
    gap = abs(came.value - was)
    if not gap / 3 <= by.value <= gap * 3 or (by.of and came.of and noun_of(by) != noun_of(came)):
        return
    small, large = sorted((came.value, was))
    unit = written(came).rpartition(" ")[2] if came.unit else ""
    listed, total = f"{small:,f} {unit}; {written(by, '')}".replace(" ;", ";"), f"{large:,f} {unit}".strip()
    answer, told = added(listed, total)
    if answer == "no" and not stated.quoted:
        yield Suspicion(
            "total",
            "total_adds_up",
            f"The change is not the difference of the two figures: {told}.",
            "likely",
            words_of(came, by),
            (("parts", listed), ("total", total)),
        )


def _suspected(part: Place, rest: Place, wholes: Sequence[Place]) -> Iterator[Suspicion]:
    added_up = float(part.value + rest.value)
    near = [one for one in wholes if not one.phrase.bound and 0.75 <= added_up / float(one.value) <= 1.34]
    if near and not part.phrase.bound:
        total = min(near, key=lambda one: abs(one.phrase.start - part.phrase.start))
        yield from _told([part, rest], total, "What went and what is left are not what there was")


def _told(parts: Sequence[Place], total: Place, what: str) -> Iterator[Suspicion]:
    listed, limit = "; ".join(written(part.phrase) for part in parts), written(total.phrase)
    answer, told = added(listed, limit)
    if answer == "no":
        quoted = any(one.stated.quoted for one in (*parts, total))
        yield Suspicion(
            "total",
            "total_adds_up",
            f"{what}: {told}.",
            "look" if quoted else "likely",
            words_of(*(part.phrase for part in parts), total.phrase),
            (("parts", listed), ("total", limit)),
        )


def _either_way(about: Sequence[Place], rest: Place) -> bool:
    """Whether any two of the figures about differ by what is left."""
    return any(_adds([one, rest], two) for one in about for two in about if one is not two and two.value > rest.value)


def _adds(parts: Sequence[Place], total: Place) -> bool:
    """Whether parts can be the total, by what each of them can stand for."""
    least, most = total.ends
    return sum(one.ends[0] for one in parts) <= most and sum(one.ends[1] for one in parts) >= least


def _goes(one: Place, other: Place) -> bool:
    """Whether two figures can be of the same things."""
    if one.phrase.unit or one.noun == other.noun or not one.noun or not other.noun:
        return True
    return one.noun in GENERIC or other.noun in GENERIC or (is_person(one.noun) and is_person(other.noun))

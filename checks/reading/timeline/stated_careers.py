"""Careers told by ages, and what a husband or a father did after the death that is told of him."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_ages import number
from checks.reading.timeline.stated_links import GAP, link, plain, told
from checks.reading.timeline.stated_marks import D, L, Stated, Times
from checks.reading.timeline.stated_subjects import RELATIONS

_YEAR = 365.2425  # days, Gregorian mean
_CAREER = 12  # years: who stayed no longer may have gone on to something else
_N = r"(?P<age>\d{2}|[a-z]+(?:-[a-z]+)?)"
_JOINED = re.compile(
    r"\b(?:joined|began|started|entered|signed up|enlisted|was hired|was taken on|came to|went to work|apprenticed|"
    rf"left school|took up|took over|took the)\b[^<>;:.!?]{{0,60}}? (?:at|at the age of|aged|"
    rf"when (?:he|she) was) {_N}\b"
)
_STAYED = re.compile(
    r"\b(?:stayed|served|remained|spent|worked there|been there|was there)(?: (?:on|there|for|a|total|of|the|next|"
    rf"another|all)){{0,4}} {L}(?! (?:later|before|after|as|in the (?:same|first))\b)"
)
_LEAVES = re.compile(
    r"\b(?:retires|retired|is retiring|will retire|steps down|hangs up|hung up|bows out|gives up|is leaving|"
    r"leaves|hands over|(?:is|was) to retire)\b"
)
_AGED = re.compile(
    rf"\b(?:[Aa]t|[Aa]t the age of|[Aa]ged|[Nn]ow|is|turned|turns) {_N}(?=[,.;]|$| (?:he|she)\b)(?!,? per)"
)
_OTHER = re.compile(rf"\b(?:{RELATIONS})\b(?:[^.;]{{0,20}})$")
_KIN = r"(?P<kin>husband|wife|father|mother|brother|sister)"
_DEATH = re.compile(
    rf"\b(?:[Hh]is|[Hh]er) {_KIN}(?:,? [A-Z][\w’'-]+,?)?(?:’s|'s)? (?:had )?(?:died|death|was "
    rf"killed|drowned|passed away)"
    rf"{GAP}{{0,40}}? ?(?:in|on|of) {D}"
)
_WIDOWED = re.compile(rf"\b(?P<which>[Ww]idow|[Ww]idower|[Ww]idowed)\b{GAP}{{0,15}} (?:since|in) {D}")
_PAST = (
    r"(?:(?!need|buri|nam|remain|inspir|marri|di)[a-z]{2,}ed|won|wrote|took|gave|made|sold|bought|led|began|met|spoke|"
    r"held|ran|sang|went|came|built|left|drove|flew|fought|cut|lent|broke|taught|brought|kept|"
    r"bought|dug|drew|rode|swam)"
)
_DID = re.compile(
    rf"(?:(?:^|, |; )(?:[Oo]n|[Ii]n) {D},? (?:his|her) {_KIN}(?:,? [A-Z][\w’'-]+,?)? {_PAST}\b"
    rf"|\b(?:[Hh]is|[Hh]er) (?P<kin2>husband|wife|father|mother|brother|sister)(?:,? [A-Z][\w’'-]+,?)? {_PAST}\b"
    rf"{GAP}{{0,60}}? (?:in|on) {D})"
)
_AGAIN = re.compile(
    r"\b(?:second|third|late|first|former|new|previous) (?:husband|wife)|ex-(?:husband|wife)|remarried|married again|"
    r"\bstep(?:father|mother|brother|sister)|\b(?:would|if)\b"
)


def careers_in(times: Times) -> Iterator[Stated]:
    """The statements about ages and years of work that do not go together, and about kin told to act when dead.

    Raises nothing. None of kin where the article speaks of a second marriage.
    """
    yield from _careers(times)
    yield from _kin(times)


def _careers(times: Times) -> Iterator[Stated]:
    """“She joined at 18 and stayed for 33 years” of somebody who retires at 70."""
    for n, marked in enumerate(times.sentences):
        joined = _JOINED.search(marked.text)
        stayed = next(
            ((one, found) for one in times.sentences[n : n + 2] if (found := _STAYED.search(one.text))), None
        ) if joined else None  # fmt: skip
        near = times.sentences[max(n - 2, 0) : n + 4]
        if not joined or not stayed or not any(_LEAVES.search(one.text) for one in near):
            continue
        length, young = times.lengths[int(stayed[1][1])], number(joined["age"])
        ages = [
            (one, age)
            for one in near
            for age in _AGED.finditer(one.text)
            if number(age["age"]) > young and not _OTHER.search(one.text[: age.start()])
        ]
        if len(ages) != 1 or not young or length.least is None or length.most is None or length.unit != "years":
            continue
        at, old = ages[0][0], number(ages[0][1]["age"])
        least, most = length.least / _YEAR - 1.5, length.most / _YEAR + 1.5
        if least <= old - young <= most or most < _CAREER:
            continue
        words = length.words, at.words(ages[0][1].start("age"), ages[0][1].end("age"))
        names, days = (f"career {words[0].start}", f"career {words[1].start}"), int((old - young) * _YEAR)
        says, assumed = f"it lasted {plain(length)}", "that the ages are those of its beginning and its end"
        limit = Limit(*names, int(least * _YEAR), int(most * _YEAR))
        yield Stated(Statement(says, says, ((limit,),), words, assumed=assumed), "likely")
        says = f"from the age of {young} to the age of {old} it is {old - young} years"
        yield Stated(Statement(says, says, ((Limit(*names, days, days),),), words), "likely")


def _kin(times: Times) -> Iterator[Stated]:
    """“A widow since 1972”, and “in 1975 her husband carried it up the aisle”."""
    deaths = [
        (marked, found, kin)
        for marked in times.sentences
        if "<d" in marked.text
        for pattern in (_DEATH, _WIDOWED)
        for found in pattern.finditer(marked.text)
        for kin in (("husband", "wife") if pattern is _WIDOWED else (found["kin"],))
    ]
    if not deaths or any(_AGAIN.search(marked.text) for marked in times.sentences if "husband" in marked.text):
        return
    for marked in times.sentences:
        for did in _DID.finditer(marked.text) if "<d" in marked.text else ():
            act = times.moments[int(re.findall(D, did[0])[-1])]
            for sentence, found, kin in deaths:
                end = times.moments[int(re.findall(D, found[0])[-1])]
                if kin != (did["kin"] or did["kin2"]) or not act.written or not end.written or act.point == end.point:
                    continue
                says = f"what the {kin} did in {told(act)} comes before the death told of {told(end)}"
                words = sentence.words(*found.span()), marked.words(*did.span())
                assumed = f"that both are told of one {kin}"
                yield link(act, end, 0, None, says, "the time between the two is", words, "likely", assumed)

"""Offices and ranks that stand side by side and are taken for one another, and how one of them stands to another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from checks.reading.named import titles
from checks.reading.names import plain
from checks.reading.speech.cues import listed

# A line is a chain of command or one body's offices: `line: office, other name | the next office`. The words are those
# of the services' and registries' own public pages: who appoints whom, and who answers for what.
_TABLE = """
armed forces: commander-in-chief, commander in chief | combatant commander, unified commander, unified combatant \
commander, geographic combatant commander, theatre commander, theater commander | chief of staff, chief of the \
defence staff, chief of the general staff | commanding officer, unit commander, battalion commander, company \
commander | platoon leader, platoon commander, squad leader | field commander | soldier
officers: general | lieutenant general | major general | brigadier, brigadier general | colonel | lieutenant colonel \
| major | captain | lieutenant | sergeant | corporal
company: chair, chairman, chairwoman, chairperson, chair of the board, board chair | chief executive, chief executive \
officer, ceo, managing director | chief financial officer, cfo, finance director | chief operating officer, coo \
| board, board of directors, supervisory board | shareholder, stockholder | company secretary | plant manager | owner
court: court, judge, magistrate, tribunal | jury, juror | clerk of the court, court clerk
prosecution: prosecutor, public prosecutor, prosecutor's office, district attorney, prosecution service
defence: defence lawyer, defense lawyer, defence counsel, defense attorney
inquest: coroner, medical examiner
police: police chief, chief of police, chief constable, police commissioner | police, police officer, constable \
| detective | sheriff
state: head of state, monarch | head of government, prime minister | minister, cabinet minister \
| junior minister, minister of state | permanent secretary | ministry, government department | ambassador \
| civil servant
legislature: house speaker, speaker of the house | lower house | upper house, senate | select committee | backbencher
city: mayor | council, city council, town council | councillor, councilor, alderman | city manager, town clerk, \
council chief executive | council leader, leader of the council | district council, county council | planning committee
university: vice-chancellor, vice chancellor | provost | dean | head of department | rector
school: head teacher, headteacher, headmaster, headmistress | school governor, board of governors \
| teacher | teaching assistant | school board, education authority
hospital: surgeon | physician, doctor | nurse | pharmacist | paramedic | midwife
press: publisher | editor, editor-in-chief | reporter, correspondent | columnist
sport: coach, head coach, team manager | team captain | referee, umpire | club president
harbour: harbour master, harbor master | skipper, ship's captain | coastguard
regulator: regulator, watchdog | inspectorate | ombudsman
"""
_LESSER = listed("deputy vice former acting assistant interim outgoing incoming honorary ex under associate")
_LITTLE = listed("a an the its his her their our this that of for in on at to and with by from")
_BODIES = listed("court tribunal board council ministry senate regulator watchdog police committee")
# Alone they are other words as well: they count with a name behind them.
_RANKS = listed("general major captain lieutenant sergeant corporal colonel brigadier")
_BEFORE = re.compile(r"(?:(?<=\s)|^)([\w’'.-]+)\s+$")

Stands = Literal["same", "wider", "narrower", "line", "other", "unknown"]


@dataclass(frozen=True)
class Held:
    """An office as it stands in a text, from `start` to `end`; the `line` and `office` of the table it is, if any.

    `lesser` holds what makes another office of it (deputy, acting, former), and `field` what it is the office of
    (finance minister, Ostby Council).
    """

    start: int
    end: int
    said: str
    line: str = ""
    office: int = -1
    lesser: str = ""
    field: frozenset[str] = frozenset()


@cache
def _offices() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for row in _TABLE.strip().splitlines():
        line, _, offices = row.partition(":")
        for number, names in enumerate(offices.split("|")):
            for name in names.split(","):
                found.setdefault(plain(name), (line, number))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_offices(), key=len, reverse=True)
    forms = "|".join(re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in names)
    return re.compile(
        rf"\b(?:(?P<lesser>{'|'.join(sorted(_LESSER))})[\s-]+)?(?P<name>{forms})(?P<many>e?s)?\b", re.IGNORECASE
    )


def offices_told(text: str) -> list[Held]:
    """The offices of the table in a text, in order. Offsets are code points, end exclusive."""
    found: list[Held] = []
    for match in _pattern().finditer(text):
        name = plain(match["name"].replace("’", "'"))
        line, office = _offices()[name]
        if name in _RANKS and not re.match(r"\s+[A-Z]", text[match.end() :]):
            continue
        if name == "board" and text[: match.start()].endswith("on "):
            continue
        start, field = _field(text, match.start(), name.split()[-1] in _BODIES)
        of = (
            re.match(r"(?:\s+(?:of|for)\s+(?:the\s+)?(\w+))", text[match.end() :])
            if name.startswith("minist")
            else None
        )
        field |= {plain(of[1])} if of else set()
        one = Held(start, match.end(), text[start : match.end()], line, office, (match["lesser"] or "").lower(), field)
        before = found[-1] if found else None
        if before and (before.line, before.office) == (line, office) and not text[before.end : start].strip():
            found[-1] = replace(before, end=one.end, said=text[before.start : one.end])  # a Supreme Court judge
        else:
            found.append(one)
    return found


def _field(text: str, start: int, body: bool) -> tuple[int, frozenset[str]]:
    """The words before an office that say of what: where they begin, and they."""
    words: set[str] = set()
    while len(words) < 3 and (before := _BEFORE.search(text[:start])):
        word = before[1]
        low = word.lower()
        if low in _LITTLE or low in _LESSER or not (low in titles.BEFORE_HEADS or (body and word[0].isupper())):
            break
        words.add(plain(word))
        start = before.start(1)
    return start, frozenset(words)


def office_in(name: str) -> Held:
    """The office that a phrase names: of the table where it holds one, else the phrase itself."""
    told = offices_told(name)
    return told[0] if told else Held(0, len(name), name)


def stands(claimed: Held, stated: Held) -> Stands:
    """How the office of a claim stands to one of a source.

    *wider* where the claim says less (an officer, a commanding officer) and *narrower* where it says more; *line* for
    another office of one line, or of one name with another field; *unknown* where no table tells.
    """
    ours, theirs = _words(claimed.said), _words(stated.said)
    if claimed.line and (claimed.line, claimed.office, claimed.lesser) == (stated.line, stated.office, stated.lesser):
        if claimed.field <= stated.field:
            return "wider" if claimed.field < stated.field else "same"
        return "line" if not claimed.field & stated.field and stated.field else "narrower"
    if ours == theirs:
        return "same"
    if (set(ours) ^ set(theirs)) & _LESSER and set(ours) - _LESSER == set(theirs) - _LESSER:
        return "line"  # a president and a vice president
    if claimed.line and stated.line:
        return "line" if claimed.line == stated.line else "other"
    if ours[-1] == theirs[-1] and not claimed.line and not stated.line and min(len(ours), len(theirs)) > 1:
        return "line" if not (set(ours) <= set(theirs) or set(theirs) <= set(ours)) else "unknown"
    if set(ours) <= set(theirs) and not stated.lesser:
        return "wider"
    return "narrower" if set(theirs) <= set(ours) and not claimed.lesser else "unknown"


def _words(said: str) -> list[str]:
    """The telling words of an office, each in the singular, its head last: secretary of defence, defence secretary."""
    head, _, field = plain(said).partition(" of ")
    words = [word for word in f"{field} {head}".replace("-", " ").split() if word not in _LITTLE]
    return [re.sub(r"(?<=[a-z]{3})s$", "", word) for word in words] or [plain(said)]

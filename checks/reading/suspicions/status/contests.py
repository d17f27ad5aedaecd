"""One contest with two winners, or a winner who lost; and what both rises and falls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.parts import Suspicion
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.outcomes import (
    NAME,
    Line,
    Lines,
    lines_in,
    lines_of,
    matches,
    name_words,
    one_name,
    suspicion_of,
)

if TYPE_CHECKING:
    from checks.reading.article import Reading

_WINS = (
    r"(?:beat|defeated|thrashed|edged(?: past| out)?|overcame|saw off|hammered|knocked out|outplayed|stunned"
    r"|crushed|routed)"
)
_BEAT = re.compile(
    rf"(?P<w>{NAME}) (?:have |has |had )?(?:\w+ly )?{_WINS} (?:(?:their|the|league|local|fellow|old|rivals"
    rf"|neighbours|neighbors|leaders|champions|visitors) )*(?P<l>{NAME})"
    rf"|(?P<w2>{NAME})[’']s? (?:[\w-]+ ){{0,3}}(?:win|victory|triumph) (?:over|against) (?P<l2>{NAME})"
    rf"|(?P<l3>{NAME}) (?:have |has )?(?:lost (?:\S+ )?to|(?:was|were) (?:\w+ )?(?:beaten|defeated|thrashed"
    rf"|knocked out) (?:\S+ )?by) (?P<w3>{NAME})"
    rf"|(?P<l4>{NAME})[’']s? (?:[\w-]+ ){{0,3}}(?:defeat|loss) (?:by|to|against|at the hands of) (?P<w4>{NAME})"
)
_DEFEATED = re.compile(
    rf"(?P<who>{NAME})(?:[’']s? (?:[\w-]+ ){{0,2}}(?:coach|manager|captain|trainer)\b[^.]{{0,50}}whose (?:side"
    rf"|team|men|women|players))?"
    r" (?:lost\b(?! (?:his|her|their|to))|were beaten|was beaten|went down|suffered (?:a |another )?defeat|bowed out)"
)
_PRIZES = (
    r"(?P<what{0}>(?:[\w’'-]+ ){{0,4}}?(?:election|final|match|game|race|title|case|vote|referendum|cup"
    r"|championship|tournament|contest|runoff|by-election|appeal|seat|lawsuit|fight|bout|trophy"
    r"|ballot)(?! (?:final|match|game|race|title|election)))"
)
_WON = re.compile(
    rf"(?P<who1>{NAME}) (?:have |has )?won (?:the |an |a |its |his |her |their )?{_PRIZES.format(1)}\b"
    rf"|(?:[Tt]he )?{_PRIZES.format(2)} was won by (?P<who2>{NAME})"
    rf"|(?P<who3>{NAME})[’']s? (?:[\w-]+ ){{0,2}}(?:win|victory|triumph) in (?:the )?{_PRIZES.format(3)}\b"
)
_LOST = re.compile(
    rf"(?P<who1>{NAME}),? (?:who |which )?(?:have |has )?lost (?:the |an |a |its |his |her "
    rf"|their )?{_PRIZES.format(1)}\b"
    rf"|(?:[Tt]he )?{_PRIZES.format(2)} was lost by (?P<who2>{NAME})"
    rf"|(?P<who3>{NAME})[’']s? (?:[\w-]+ ){{0,2}}(?:defeat|loss) in (?:the )?{_PRIZES.format(3)}\b"
)
_UP = (
    r"(?:r[oi]se|rose|risen|rises|increased|increases|climbed|climbs|grew|grown|grows|jumped|jumps|soared|soars"
    r"|surged|surges)"
)
_DOWN = (
    r"(?:fell|fallen|falls|decreased|decreases|dropped|drops|declined|declines|shrank|shrinks|plunged|plunges"
    r"|slumped|slumps|tumbled|tumbles)"
)
_SUBJECT = r"(?P<what>(?:[\w’'-]+ ){0,6}?)(?:has |have |had )?(?:\w+ly )?"
_ROSE = re.compile(rf"\b{_SUBJECT}{_UP}\b")
_FELL = re.compile(rf"\b{_SUBJECT}{_DOWN}\b")
_THE_RISE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w-]+ ){0,2}?(?:rise|increase|growth|jump|surge"
    r"|climb) in (?P<what>(?:[\w’'-]+ ?){1,5})"
)
_THE_FALL = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w-]+ ){0,2}?(?:fall|decrease|decline|drop|slump"
    r"|plunge) in (?P<what>(?:[\w’'-]+ ?){1,5})"
)
_SMALL = listed("the a an of in its and for at by on to which that was were is are said has have had this per cent")

_WIN_KEYS = (
    "_win_ victory triumph beat defeat thrash edged overcame saw_off hammered knocked_out outplayed stunned crushed"
    " routed lost_ loss_"
)
# What a line must have for a sign to be looked for in it, which is quick.
_KEYS = {
    sign: tuple(key.replace("_", " ") for key in keys.split())
    for sign, keys in (
        (_BEAT, _WIN_KEYS),
        (_DEFEATED, "lost beaten went_down defeat bowed"),
        (_WON, "_won_ _win_in victory_in triumph_in"),
        (_LOST, "_lost_ defeat_in loss_in"),
        (_ROSE, "ris ros incr clim gr jump soar surg"),
        (_FELL, "fell fall dropp declin shr plung slump tumbl decreas drop"),
        (_THE_RISE, "rise_in increase_in growth_in jump_in surge_in climb_in"),
        (_THE_FALL, "fall_in decrease_in decline_in drop_in slump_in plunge_in"),
    )
}


def contests(reading: Reading) -> Iterator[Suspicion]:
    """One contest with two winners or losers, and one figure that rises and falls; `likely`."""
    lines = lines_of(reading)
    yield from _beaten(reading, lines)
    yield from _won_and_lost(reading, lines)
    yield from _up_and_down(reading, lines)


def _beaten(reading: Reading, lines: Lines) -> Iterator[Suspicion]:
    found = []
    for line, match in matches(lines, _BEAT, _KEYS[_BEAT], near=50)[:40]:
        groups = match.groupdict()
        winner = next(name for key, name in groups.items() if name and key[0] == "w")
        loser = next(name for key, name in groups.items() if name and key[0] == "l")
        found.append((line, match, name_words(winner), name_words(loser)))
    if len({frozenset((winner, loser)) for _, _, winner, loser in found}) == 1:
        yield from _lost_too(reading, lines, [(line, match, winner) for line, match, winner, _ in found])
    for i, (line, match, winner, loser) in enumerate(found):
        for other, another, won, lost in found[i + 1 :]:
            if one_name(winner, lost) and one_name(loser, won):
                reason = f"“{match[0]}” and “{another[0]}” give one contest two winners."
                yield suspicion_of(reading, reason, "likely", (line, match), (other, another))
                return


def _lost_too(
    reading: Reading, lines: Lines, found: list[tuple[Line, re.Match[str], frozenset[str]]]
) -> Iterator[Suspicion]:
    """The winner of the one match that is told, of whom it is said elsewhere that they lost."""
    for line, match, winner in found:
        for other, lost in matches(lines, _DEFEATED, _KEYS[_DEFEATED], near=40):
            if other is not line and one_name(winner, name_words(lost["who"])):
                reason = f"“{match[0]}” and “{lost[0]}” give one contest two outcomes."
                yield suspicion_of(reading, reason, "likely", (line, match), (other, lost))
                return


def _won_and_lost(reading: Reading, lines: Lines) -> Iterator[Suspicion]:
    for line, match in matches(lines, _WON, _KEYS[_WON], near=25)[:20]:
        who, what = _told(match)
        for other, lost in matches(lines, _LOST, _KEYS[_LOST], near=25)[:20]:
            whose, also = _told(lost)
            if other is not line and one_name(who, whose) and what.split()[-1] == also.split()[-1]:
                reason = f"“{match[0]}” and “{lost[0]}” cannot both be so of one {also.split()[-1]}."
                yield suspicion_of(reading, reason, "likely", (line, match), (other, lost))
                return


def _told(match: re.Match[str]) -> tuple[frozenset[str], str]:
    groups = match.groupdict()
    who = next(name for key, name in groups.items() if name and key.startswith("who"))
    return name_words(who), next(name for key, name in groups.items() if name and key.startswith("what")).lower()


def _up_and_down(reading: Reading, lines: Lines) -> Iterator[Suspicion]:
    for verb, noun in ((_ROSE, _THE_FALL), (_FELL, _THE_RISE)):
        nouns = matches(lines, noun, _KEYS[noun])
        for line, match in matches(lines, verb, _KEYS[verb], guard=False)[:60] if nouns else ():
            subject = _words(match["what"])
            for other, named in nouns:
                about = _words(named["what"])
                if other is not line and subject and about and (subject[-1] in about or about[0] in subject):
                    reason = f"“{match[0].strip()}” and “{named[0].strip()}” go in opposite directions."
                    yield suspicion_of(reading, reason, "likely", (line, match), (other, named))
                    return
    heads = lines_in([line for line in lines.lines if line.headline][:1])
    body = lines_in([line for line in lines.lines if not line.headline][:3])
    for verb, opposite in ((_ROSE, _FELL), (_FELL, _ROSE)):
        for line, match in matches(heads, verb, _KEYS[verb]):
            subject = _words(match["what"])
            for other, told in matches(body, opposite, _KEYS[opposite], guard=False):
                about = _words(told["what"])
                if subject and about and subject[-1] == about[-1]:
                    reason = (
                        f"“{match[0].strip()}” in the headline and “{told[0].strip()}” below it go in opposite "
                        f"directions."
                    )
                    yield suspicion_of(reading, reason, "likely", (line, match), (other, told))
                    return


def _words(text: str) -> list[str]:
    return [word.lower().removesuffix("s") for word in re.findall(r"[A-Za-z’'-]+", text) if word.lower() not in _SMALL]

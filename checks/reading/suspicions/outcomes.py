"""Two outcomes of one event: nobody hurt and three hurt, unanimous and two against, A beat B and lost to B."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.named.titles import STYLES
from checks.reading.names import plain
from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.speech.cues import listed
from checks.reading.suspicions.told import unquoted

if TYPE_CHECKING:
    from checks.reading.article import Reading

CHECK = "status_is_consistent"
_OTHER_TIME = re.compile(
    r"\b(?:ago|last (?:year|season|month|summer|autumn|winter|spring|week|time|meeting)|previous\w*|earlier|later"
    r"|another|second|separate|similar"
    r"|also|else|further|more|other|again|since|first[- ](?:leg|half|round|set|game)|semi-?finals?"
    r"|quarter-?finals?|rematch|revenge|history"
    r"|(?:19|20)\d\d|would|could|if|might|career|opening|once|series|every|each|usually|often)\b",
    re.IGNORECASE,
)  # fmt: skip
_COUNT = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|several|many)"
)
_PEOPLE = (
    r"(?:(?:\w+ )?(?:people|men|women|children|passengers|residents|workers|crew(?: members)?|firefighters"
    r"|officers|pupils"
    r"|students|soldiers|civilians|staff|fans|tourists|guests|drivers?|person|man|woman|boy|girl|child|of them"
    r"|of the (?:\w+ )?\w+) )?"
)
_HARM = (
    r"(?:hurt|injured|wounded|hospitali[sz]ed|taken to (?:the )?hospital|treated for|rushed to (?:the )?hospital"
    r"|admitted to hospital)"
)
_KILLED = r"(?:killed|dead|died|drowned|perished|lost their lives)"
_NOBODY_HURT = re.compile(
    r"\b(?:no ?one|nobody|no (?:person|people|passengers?|residents|crew|staff|workers?|guests)|none of (?:the"
    r"|those) [\w -]{1,30}?|no injuries|no casualties)"
    r" (?:(?:was|were|has been|have been|is|are) )?(?:reported(?: to be)? ?)?(?:seriously |badly )?(?:hurt|injured"
    r"|harmed|wounded|reported|known)\b"
    r"|\bthere were no (?:reports of )?(?:injuries|casualties)\b|\bwithout (?:any )?(?:injury|injuries|casualties)\b"
    r"|\b(?:everyone|everybody|all (?:of )?(?:the )?[\w -]{1,30}?) (?:escaped|got out|emerged|walked away|was|were"
    r"|are) (?:unhurt|unharmed|unscathed|uninjured|safe and well|safely)\b",
    re.IGNORECASE,
)  # fmt: skip
_NOBODY_DIED = re.compile(
    r"\b(?:no ?one|nobody|none of (?:the|those) [\w -]{1,30}?) (?:(?:was|were|has been|have been|is"
    r"|are) )?(?:killed|died|believed dead)\b"
    r"|\b(?:there were )?no (?:deaths|fatalities)\b|\bwithout loss of life\b"
    r"|\b(?:everyone|everybody|all (?:of )?(?:the )?[\w -]{1,30}?) (?:survived|(?:was|were) rescued|(?:was"
    r"|were) found alive)\b",
    re.IGNORECASE,
)  # fmt: skip
_SOME_HURT = re.compile(
    rf"\b{_COUNT} {_PEOPLE}(?:was|were|have been|has been|are|had been|left)? ?(?:being )?(?:slightly |seriously "
    rf"|badly |critically )?{_HARM}\b"
    rf"|\b(?:injur(?:ed|ing)|hurt(?:ing)?|wound(?:ed|ing)) (?:at least )?{_COUNT}\b|\b(?:left"
    rf"|leaving) {_COUNT} {_PEOPLE}(?:\w+ )?{_HARM}\b"
    rf"|\bthe (?:injured|wounded)\b",
    re.IGNORECASE,
)  # fmt: skip
_SOME_DIED = re.compile(
    rf"\b{_COUNT} {_PEOPLE}(?:was|were|have been|has been|are|had been|had|have|has|left)? ?{_KILLED}\b"
    rf"|\bkill(?:ed|ing) (?:at least )?{_COUNT}\b|\b(?:left|leaving|claimed) {_COUNT} (?:{_PEOPLE}dead|lives)\b",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(r"\b(?:unanimous(?:ly)?|without (?:a )?dissent\w*|no votes against)\b", re.IGNORECASE)
_VOTING = re.compile(
    r"\b(?:vot|approv|agree|back|pass|elect|decision|decid|verdict|support|reject|rul|adopt|endors)\w*", re.IGNORECASE
)
_DIVIDED = re.compile(
    rf"\b(?:voted against|abstain(?:ed|ing)|dissented|cast the only vote against|by {_COUNT} votes? to {_COUNT}"
    rf"|by (?:a (?:vote|margin) of )?"
    r"\d+(?:-|–| to )[1-9]\d*|\d+(?:-|–)[1-9]\d* (?:vote|majority|ruling|decision)|split (?:vote|decision)"
    r"|narrow(?:ly)? (?:majority|vote\w*|approv\w*|pass\w*))\b",
    re.IGNORECASE,
)  # fmt: skip
_NAME = r"(?:[Tt]he )?[A-Z][\w’'-]*[\w](?: [A-Z][\w’'-]*\w){0,2}"
_WINS = (
    r"(?:beat|defeated|thrashed|edged(?: past| out)?|overcame|saw off|hammered|knocked out|outplayed|stunned"
    r"|crushed|routed)"
)
_BEAT = re.compile(
    rf"(?P<w>{_NAME}) (?:have |has |had )?(?:\w+ly )?{_WINS} (?P<l>{_NAME})"
    rf"|(?P<w2>{_NAME})[’']s? (?:[\w-]+ ){{0,3}}(?:win|victory|triumph) (?:over|against) (?P<l2>{_NAME})"
    rf"|(?P<l3>{_NAME}) (?:have |has )?(?:lost (?:\S+ )?to|(?:was|were) (?:\w+ )?(?:beaten|defeated|thrashed"
    rf"|knocked out) (?:\S+ )?by) (?P<w3>{_NAME})"
    rf"|(?P<l4>{_NAME})[’']s? (?:[\w-]+ ){{0,3}}(?:defeat|loss) (?:by|to|against|at the hands of) (?P<w4>{_NAME})"
)
_PRIZES = (
    r"(?P<what{0}>(?:[\w’'-]+ ){{0,4}}?(?:election|final|match|game|race|title|case|vote|referendum|cup"
    r"|championship|tournament|contest|runoff|by-election|appeal|seat|lawsuit|fight|bout|trophy"
    r"|ballot)(?! (?:final|match|game|race|title|election)))"
)
_WON = re.compile(
    rf"(?P<who1>{_NAME}) (?:have |has )?won (?:the |an |a |its |his |her |their )?{_PRIZES.format(1)}\b"
    rf"|(?:[Tt]he )?{_PRIZES.format(2)} was won by (?P<who2>{_NAME})"
    rf"|(?P<who3>{_NAME})[’']s? (?:[\w-]+ ){{0,2}}(?:win|victory|triumph) in (?:the )?{_PRIZES.format(3)}\b"
)
_LOST = re.compile(
    rf"(?P<who1>{_NAME}),? (?:who |which )?(?:have |has )?lost (?:the |an |a |its |his |her "
    rf"|their )?{_PRIZES.format(1)}\b"
    rf"|(?:[Tt]he )?{_PRIZES.format(2)} was lost by (?P<who2>{_NAME})"
    rf"|(?P<who3>{_NAME})[’']s? (?:[\w-]+ ){{0,2}}(?:defeat|loss) in (?:the )?{_PRIZES.format(3)}\b"
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


_NO_ARREST = re.compile(
    r"\b(?:no arrests? (?:has|have) been made|no ?one has been arrested|made no arrests)\b", re.IGNORECASE
)
_ARREST = re.compile(r"\b(?:was|were|has been|have been|police|officers|have|detectives) arrested\b", re.IGNORECASE)
_ALL_FOUND = re.compile(
    r"\ball (?:of )?(?:the )?[\w -]{1,40}? (?:were|have been|are) (?:found|rescued|recovered|accounted for"
    r"|evacuated|freed|released)\b",
    re.IGNORECASE,
)
_SOME_MISSING = re.compile(
    r"\b(?:is|are|remains?|were) (?:still )?(?:missing|unaccounted for|trapped|being held|held|stranded)\b",
    re.IGNORECASE,
)
_NONE_AND_SOME = (
    (_NOBODY_HURT, (_SOME_HURT, _SOME_DIED)),
    (_NOBODY_DIED, (_SOME_DIED,)),
    (_NO_ARREST, (_ARREST,)),
    (_ALL_FOUND, (_SOME_MISSING,)),
)
_WIN_KEYS = (
    "win victory triumph beat defeat thrash edged overcame saw hammered knocked outplayed stunned crushed routed "
    "lost loss"
)
# What a line must have for a sign to be looked for in it, which is quick.
_KEYS = {
    sign: tuple(keys.split())
    for sign, keys in (
        (_NOBODY_HURT, "hurt injur harm wounded casualt reported known unscathed safe"),
        (_SOME_HURT, "hurt injur wound hospital treated"),
        (_NOBODY_DIED, "killed died dead deaths fatalities life survived rescued alive"),
        (_SOME_DIED, "kill dead died drown perish lives"),
        (_NO_ARREST, "arrest"),
        (_ARREST, "arrested"),
        (_ALL_FOUND, "ll"),
        (_SOME_MISSING, "missing unaccounted trapped held stranded"),
        (_UNANIMOUS, "nanim dissent votes"),
        (_DIVIDED, "against abstain dissent vote margin majority ruling decision split narrow by"),
        (_BEAT, _WIN_KEYS),
        (_WON, "won win victory triumph"),
        (_LOST, "lost defeat loss"),
        (_ROSE, "ris ros incr clim gr jump soar surg"),
        (_FELL, "fell fall dropp declin shr plung slump tumbl decreas drop"),
        (_THE_RISE, "in"),
        (_THE_FALL, "in"),
    )
}


class _Line(NamedTuple):
    """A sentence without what is quoted in it; `start` is its place in the text."""

    start: int
    text: str
    headline: bool


def two_outcomes(reading: Reading) -> Iterator[Suspicion]:
    """One event with two outcomes: somebody and nobody hurt, a divided and a unanimous vote, won and lost, up and down.

    `likely`; sentences that speak of another time or another event are left out.
    """
    masked = unquoted(reading)
    lines = [
        _Line(one.start, masked[one.start : min(one.end, one.start + 1000)], one.part == "headline")
        for one in reading.sentences
        if one.part in ("headline", "standfirst", "body") and one.kind != "not part of the article"
    ]
    yield from _hurt(reading, lines)
    yield from _divided(reading, lines)
    yield from _beaten(reading, lines)
    yield from _won_and_lost(reading, lines)
    yield from _up_and_down(reading, lines)


def _matches(
    lines: Iterable[_Line], sign: re.Pattern[str], guard: bool = True, near: int = 1000
) -> list[tuple[_Line, re.Match[str]]]:
    """What matches, but with `guard` not where `near` characters around it speak of another time or event."""
    keys = _KEYS[sign]
    return [
        (line, match)
        for line in lines
        if any(key in line.text for key in keys)
        for match in sign.finditer(line.text)
        if not (guard and _OTHER_TIME.search(line.text[max(0, match.start() - near) : match.end() + near]))
    ]


def _suspicion(reading: Reading, reason: str, certainty: Certainty, *found: tuple[_Line, re.Match[str]]) -> Suspicion:
    spans = sorted((line.start + match.start(), line.start + match.end()) for line, match in found)
    words = tuple(Words(start, end, reading.text[start:end]) for start, end in spans)
    return Suspicion("done and planned", CHECK, reason, certainty, words)


def _hurt(reading: Reading, lines: list[_Line]) -> Iterator[Suspicion]:
    for none, some in _NONE_AND_SOME:
        nobody = _matches(lines, none)[:1]
        for line, match in nobody:
            hurt = [pair for sign in some for pair in _matches(lines, sign) if pair[0] is not line]
            if hurt:
                reason = f"“{match[0]}” and “{hurt[0][1][0]}” cannot both be so of one event."
                yield _suspicion(reading, reason, "likely", (line, match), hurt[0])


def _divided(reading: Reading, lines: list[_Line]) -> Iterator[Suspicion]:
    for line, match in _matches(lines, _UNANIMOUS, guard=False)[:3]:
        if not _VOTING.search(line.text):
            continue
        for other, divided in _matches(lines, _DIVIDED):
            shared = _nouns(line.text) & _nouns(other.text)
            if other is not line and shared:
                reason = f"A vote that was “{match[0]}” has nobody against it, but “{divided[0]}”."
                yield _suspicion(reading, reason, "likely", (line, match), (other, divided))
                return


def _nouns(text: str) -> set[str]:
    """Words of some length, cut to what “council” and “councillors” share."""
    return {word[:6].lower() for word in re.findall(r"[A-Za-z]{4,}", text)} - _NOT_SHARED


_NOT_SHARED = listed(
    "voted votes vote voting agains unanim that this with from have were been their they after which would said about"
    " monday tuesda wednes thursd friday saturd sunday than when into over also"
)


def _beaten(reading: Reading, lines: list[_Line]) -> Iterator[Suspicion]:
    found = []
    for line, match in _matches(lines, _BEAT, near=50)[:40]:
        groups = match.groupdict()
        winner = next(name for key, name in groups.items() if name and key[0] == "w")
        loser = next(name for key, name in groups.items() if name and key[0] == "l")
        found.append((line, match, _name(winner), _name(loser)))
    for i, (line, match, winner, loser) in enumerate(found):
        for other, another, won, lost in found[i + 1 :]:
            if _one(winner, lost) and _one(loser, won):
                reason = f"“{match[0]}” and “{another[0]}” give one contest two winners."
                yield _suspicion(reading, reason, "likely", (line, match), (other, another))
                return


def _won_and_lost(reading: Reading, lines: list[_Line]) -> Iterator[Suspicion]:
    for line, match in _matches(lines, _WON, near=25)[:20]:
        who, what = _told(match)
        for other, lost in _matches(lines, _LOST, near=25)[:20]:
            whose, also = _told(lost)
            if other is not line and _one(who, whose) and what.split()[-1] == also.split()[-1]:
                reason = f"“{match[0]}” and “{lost[0]}” cannot both be so of one {also.split()[-1]}."
                yield _suspicion(reading, reason, "likely", (line, match), (other, lost))
                return


def _told(match: re.Match[str]) -> tuple[frozenset[str], str]:
    groups = match.groupdict()
    who = next(name for key, name in groups.items() if name and key.startswith("who"))
    return _name(who), next(name for key, name in groups.items() if name and key.startswith("what")).lower()


def _name(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for word in plain(name).split()) - STYLES - {"the"}


def _one(name: frozenset[str], other: frozenset[str]) -> bool:
    return bool(name and other) and (name <= other or other <= name)


def _up_and_down(reading: Reading, lines: list[_Line]) -> Iterator[Suspicion]:
    for verb, noun in ((_ROSE, _THE_FALL), (_FELL, _THE_RISE)):
        nouns = _matches(lines, noun)
        for line, match in _matches(lines, verb, guard=False)[:60] if nouns else ():
            subject = _words(match["what"])
            for other, named in nouns:
                about = _words(named["what"])
                if other is not line and subject and about and (subject[-1] in about or about[0] in subject):
                    reason = f"“{match[0].strip()}” and “{named[0].strip()}” go in opposite directions."
                    yield _suspicion(reading, reason, "likely", (line, match), (other, named))
                    return
    heads = [line for line in lines if line.headline][:1]
    body = [line for line in lines if not line.headline][:3]
    for verb, opposite in ((_ROSE, _FELL), (_FELL, _ROSE)):
        for line, match in _matches(heads, verb):
            subject = _words(match["what"])
            for other, told in _matches(body, opposite, guard=False):
                about = _words(told["what"])
                if subject and about and subject[-1] == about[-1]:
                    reason = (
                        f"“{match[0].strip()}” in the headline and “{told[0].strip()}” below it go in opposite "
                        f"directions."
                    )
                    yield _suspicion(reading, reason, "likely", (line, match), (other, told))
                    return


def _words(text: str) -> list[str]:
    return [word.lower().removesuffix("s") for word in re.findall(r"[A-Za-z’'-]+", text) if word.lower() not in _SMALL]

"""Two outcomes of one event: nobody hurt and three hurt, nobody aboard and passengers, unanimous and two against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.named.titles import STYLES
from checks.reading.names import plain
from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.told import unquoted

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
NAME = r"(?:[Tt]he )?[A-Z][\w’'-]*[\w](?: [A-Z][\w’'-]*\w){0,2}"
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
    r"(?:treated in hospital|kept in hospital|in hospital|hurt|injured|wounded|hospitali[sz]ed"
    r"|taken to (?:the )?hospital|treated for|rushed to (?:the )?hospital"
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
_LIMB = r"(?:leg|arm|wrist|ankle|rib|hip|collarbone|foot|hand|finger|nose|skull|thigh|pelvis|jaw|shoulder|knee|eye)s?"
_WOUND = (
    rf"\b(?:broke|cracked|bruised|sprained|fractured|dislocated|lost|losing|breaking) (?:a|an|his|her|their"
    rf"|both|one|two|three) (?:\w+ )?{_LIMB}\b"
    rf"|\b(?:broken|dislocated|bruised|sprained|fractured|crushed|cracked) {_LIMB}\b"
    rf"|\bthe {_LIMB} (?:that )?(?:he|she|they) (?:broke|lost)\b"
    r"|\b(?:suffered|suffering|with|treated for) (?:\w+ )?(?:burns|concussion|cuts|bruises|smoke inhalation"
    r"|(?:\w+ )?injuries)\b"
    r"|\b(?:was|is) in (?:a )?(?:fair|serious|critical|stable|satisfactory) condition\b|\bneeded (?:\w+ )?stitches\b"
    r"|\b(?:was|were|been) (?:taken|flown|rushed|airlifted|brought"
    r"|admitted) (?:by \w+ )?(?:in)?to (?:\w+ ){0,2}hospital\b"
)
_SOME_HURT = re.compile(
    rf"\b{_COUNT} {_PEOPLE}(?:was|were|have been|has been|are|had been|left)? ?(?:being )?(?:slightly |seriously "
    rf"|badly |critically )?{_HARM}\b"
    rf"|\b(?:injur(?:ed|ing)|hurt(?:ing)?|wound(?:ed|ing)) (?:at least )?{_COUNT}\b|\b(?:left"
    rf"|leaving) {_COUNT} {_PEOPLE}(?:\w+ )?{_HARM}\b"
    rf"|\bthe (?:injured|wounded)\b|{_WOUND}",
    re.IGNORECASE,
)  # fmt: skip
_SOME_DIED = re.compile(
    rf"\b{_COUNT} {_PEOPLE}(?:was|were|have been|has been|are|had been|had|have|has|left)? ?{_KILLED}\b"
    rf"|\bkill(?:ed|ing) (?:at least )?{_COUNT}\b|\b(?:left|leaving|claimed) {_COUNT} (?:{_PEOPLE}dead|lives)\b",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|without (?:a |any )?(?:single )?(?:dissent\w*|vote against|objection|opposition)"
    r"|no votes against|nobody (?:voted )?against|with no one against|all in favour)\b",
    re.IGNORECASE,
)
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
_PLACE = (
    r"(?:bus|train|tram|coach|carriage|plane|boat|ferry|car|van|lorry|building|house|flat|school|hall|church|hotel"
    r"|shop|factory|office|theatre|tower|cabin|lift|pub|block|cottage|barn|ward|ship|yacht|lighthouse|warehouse|mill"
    r"|camp)"
)
_EMPTY = re.compile(
    rf"\b(?:its )?{_PLACE}s? (?:was|were|is|had been|has been|stood|stands) (?:\w+ )?(?:empty|unoccupied"
    rf"|deserted|uninhabited|unmanned"
    rf"|vacant)\b|\b(?:its )?{_PLACE},? (?:\w+ )?(?:empty|unmanned|uninhabited)\b|\b(?:an? )?(?:empty"
    rf"|unoccupied|vacant|unmanned) {_PLACE}\b"
    rf"|\b(?:nobody|no ?one|no passengers|no people|not a soul) (?:was|were|had been) (?:aboard|on board"
    rf"|inside|in the {_PLACE}|there)\b"
    r"|\bthere (?:was|were) (?:nobody|no ?one|no passengers) (?:aboard|on board|inside)\b"
    r"|\bno longer has (?:any )?(?:keepers|crew|staff)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Aa]ll|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?(?:passengers?"
    r"|occupants?|residents|"
    r"tenants?|keepers?|lodgers?|pupils|guests|worshippers|diners|patients)"
    r"(?: on (?:board|duty)| inside| aboard)? (?:(?:was|were|had|have) \w+(?:ed|en|d|t)|climbed|escaped"
    r"|jumped|fled|got out|left|ran|crawled"
    r"|on duty|had to|saw|raised|were)\b|\bpeople (?:on board|inside|aboard)\b"
    r"|\b(?:keepers?|staff|crew|guards?) on duty\b"
)
_SILENT = re.compile(
    rf"(?P<who>{NAME}) (?:has|have) (?:\w+ )?(?:(?:refused|declined) to (?:speak|talk|give|answer|grant"
    rf"|comment)\b[^.;]{{0,30}}"
    r"|not (?:spoken|said|given|commented|talked|answered)|(?:kept|remained|stayed) silent"
    r"|made no (?:public )?(?:comment|statement)"
    r"|said nothing)"
)
_SPOKE = re.compile(
    rf"(?P<who>{NAME}) (?:has |later |yesterday )?(?:told (?:reporters|journalists|the press|this newspaper"
    rf"|a press conference|the "
    r"[A-Z]\w+)|said in an interview|gave an interview|spoke to (?:reporters|journalists|this newspaper))"
)
_ALL_DONE = re.compile(
    r"\b(?:all|every one|each)(?: of)?(?: the)?(?: [\d,]+| two| three| four| five| six| seven| eight| nine"
    r"| ten)? (?P<what>[a-z]+)"
    r" (?:have|has|were|had) (?:now |already )?(?:been|had|received|\w+ed)\b",
    re.IGNORECASE,
)
_SOME_LEFT = re.compile(
    r"\b(?:half|some|most|many|a third|a quarter|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds"
    r"|[\d,]+)(?: of)?(?: the)?"
    r" (?P<what>[a-z]+) (?:(?:are|is|were) still to|(?:have|has) (?:yet|still) to|(?:are|is"
    r"|remain) (?:still )?(?:waiting|without|un\w+ed)"
    r"|have not(?: yet)?|will be)\b",
    re.IGNORECASE,
)
_NONE_AND_SOME = (
    (_EMPTY, (_INSIDE,)),
    (_ALL_DONE, (_SOME_LEFT,)),
    (_NOBODY_HURT, (_SOME_HURT, _SOME_DIED)),
    (_NOBODY_DIED, (_SOME_DIED,)),
    (_NO_ARREST, (_ARREST,)),
    (_ALL_FOUND, (_SOME_MISSING,)),
)
# What a line must have for a sign to be looked for in it, which is quick.
_KEYS = {
    sign: tuple(key.replace("_", " ") for key in keys.split())
    for sign, keys in (
        (_NOBODY_HURT, "hurt injur harm wounded casualt unscathed safe"),
        (
            _SOME_HURT,
            "hurt injur wound hospital treated bro crack sprain fractur dislocat lost losing burns cut bruises"
            " concussion smoke condition stitches",
        ),
        (_NOBODY_DIED, "killed died dead deaths fatalities life survived rescued alive"),
        (_SOME_DIED, "kill dead died drown perish lives"),
        (_NO_ARREST, "arrest"),
        (_ARREST, "arrested"),
        (_EMPTY, "mpty occupied deserted inhabited manned vacant nobody no_one noone passengers people soul no_longer"),
        (
            _INSIDE,
            "passenger occupant resident tenant keeper lodger pupil guest worshipper diner patient people on_duty",
        ),
        (_SILENT, "refus declin spoken commented talked answered silent statement nothing not_said not_given comment"),
        (_SPOKE, "told interview spoke"),
        (_ALL_DONE, "All_ all_ very_one Each_ _each_"),
        (_SOME_LEFT, "still yet wait without remain have_not will_be"),
        (_ALL_FOUND, "ll_"),
        (_SOME_MISSING, "missing unaccounted trapped held stranded"),
        (_UNANIMOUS, "nanim dissent against objection opposition in_favour"),
        (_DIVIDED, "against abstain dissent vote margin majority ruling decision split narrow by"),
    )
}


class Line(NamedTuple):
    """A sentence without what is quoted in it; `start` is its place in the text."""

    start: int
    text: str
    headline: bool


class Lines(NamedTuple):
    """The sentences of an article, and their text together, in which a word that none of them has is soon missed."""

    lines: tuple[Line, ...]
    text: str


def two_outcomes(reading: Reading) -> Iterator[Suspicion]:
    """One event with two outcomes: somebody and nobody hurt, a divided and a unanimous vote, silent and speaking.

    `likely`; sentences that speak of another time or another event are left out.
    """
    lines = lines_of(reading)
    yield from _hurt(reading, lines)
    yield from _silent(reading, lines)
    yield from _divided(reading, lines)


def lines_of(reading: Reading) -> Lines:
    """The sentences of headline, standfirst and body, without what is quoted in them."""
    masked = unquoted(reading)
    return lines_in(
        Line(one.start, masked[one.start : min(one.end, one.start + 1000)], one.part == "headline")
        for one in reading.sentences
        if one.part in ("headline", "standfirst", "body") and one.kind != "not part of the article"
    )


def lines_in(lines: Iterable[Line]) -> Lines:
    """These lines together."""
    kept = tuple(lines)
    return Lines(kept, "\n".join(line.text for line in kept))


def matches(
    lines: Lines, sign: re.Pattern[str], keys: Sequence[str], guard: bool = True, near: int = 1000
) -> list[tuple[Line, re.Match[str]]]:
    """What matches, but with `guard` not where `near` characters around it speak of another time or event."""
    keys = [key for key in keys if key in lines.text]
    if not keys:
        return []
    return [
        (line, match)
        for line in lines.lines
        if any(key in line.text for key in keys)
        for match in sign.finditer(line.text)
        if not (guard and _OTHER_TIME.search(line.text[max(0, match.start() - near) : match.end() + near]))
    ]


def suspicion_of(reading: Reading, reason: str, certainty: Certainty, *found: tuple[Line, re.Match[str]]) -> Suspicion:
    """What does not go together, with the words that were found."""
    spans = sorted((line.start + match.start(), line.start + match.end()) for line, match in found)
    words = tuple(Words(start, end, reading.text[start:end]) for start, end in spans)
    return Suspicion("done and planned", CHECK, reason, certainty, words)


def _hurt(reading: Reading, lines: Lines) -> Iterator[Suspicion]:
    for none, some in _NONE_AND_SOME:
        nobody = matches(lines, none, _KEYS[none], guard=none is not _EMPTY, near=60)[:2]
        for line, match in nobody:
            hurt = [
                pair
                for sign in some
                for pair in matches(lines, sign, _KEYS[sign], near=60)
                if pair[0] is not line and _alike(match, pair[1])
            ]
            if hurt:
                reason = f"“{match[0]}” and “{hurt[0][1][0]}” cannot both be so of one event."
                yield suspicion_of(reading, reason, "likely", (line, match), hurt[0])


def _alike(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether both are said of the same, where they say of what."""
    what, also = one.groupdict().get("what", ""), other.groupdict().get("what", "")
    return not what or what.lower() == also.lower()


def _silent(reading: Reading, lines: Lines) -> Iterator[Suspicion]:
    """One who speaks to nobody, and yet told reporters."""
    for line, match in matches(lines, _SILENT, _KEYS[_SILENT], guard=False)[:3]:
        for other, spoke in matches(lines, _SPOKE, _KEYS[_SPOKE], near=60):
            if other is not line and one_name(name_words(match["who"]), name_words(spoke["who"])):
                reason = f"“{match[0]}” and “{spoke[0]}” cannot both be so at one time."
                yield suspicion_of(reading, reason, "likely", (line, match), (other, spoke))
                return


def _divided(reading: Reading, lines: Lines) -> Iterator[Suspicion]:
    for line, match in matches(lines, _UNANIMOUS, _KEYS[_UNANIMOUS], guard=False)[:3]:
        if not _VOTING.search(line.text):
            continue
        for other, divided in matches(lines, _DIVIDED, _KEYS[_DIVIDED], near=25):
            shared = _nouns(line.text) & _nouns(other.text)
            if other is not line and shared:
                reason = f"A vote that was “{match[0]}” has nobody against it, but “{divided[0]}”."
                yield suspicion_of(reading, reason, "likely", (line, match), (other, divided))
                return


def _nouns(text: str) -> set[str]:
    """Words of some length, cut to what “council” and “councillors” share."""
    return {word[:6].lower() for word in re.findall(r"[A-Za-z]{4,}", text)} - _NOT_SHARED


_NOT_SHARED = listed(
    "voted votes vote voting agains unanim that this with from have were been their they after which would said about"
    " monday tuesda wednes thursd friday saturd sunday than when into over also"
)


def name_words(name: str) -> frozenset[str]:
    """The words of a name, without titles."""
    return frozenset(word.removesuffix("'s") for word in plain(name).split()) - STYLES - {"the"}


def one_name(name: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two names may be the other in short."""
    return bool(name and other) and (name <= other or other <= name)

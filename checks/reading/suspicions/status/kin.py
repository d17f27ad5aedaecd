"""One wife, husband, mother or father with two names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.names import plain, same_person
from checks.reading.parts import Suspicion
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.persons import Mention, Persons
from checks.reading.suspicions.status.spellings import apart, start_alike, suspected

if TYPE_CHECKING:
    from checks.reading.article import Reading

# No \b before the word: a search is much faster where it begins with letters; `_WHOSE` asks for the blank.
_RELATION = re.compile(
    r"(?P<kin>wife|husband|son|daughter|mother|father|partner|widow|girlfriend|boyfriend|fiancée?|brother|sister),?"
    r" (?P<given>[A-ZÀ-Þ][a-zà-ÿ]+)\b"
)
_WHOSE = re.compile(r"(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[A-Z][\w-]{0,30}[’']s?) $")
_SOLE_KIN = listed("wife husband mother father partner widow girlfriend boyfriend fiancé fiancée")
_SOLE = r"(?P<kin>wife|husband|mother|father|widow|widower|fiancée?)"
_OWN = r"(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa](?= widow)|[A-Z][\w-]{0,30}[’']s?)"
_BEFORE = re.compile(rf"\b{_OWN} (?:[a-z-]+ ){{0,2}}{_SOLE}(?: of [^,.;:]{{3,60}},|,)? $")
_AFTER = re.compile(rf"(?:, (?:aged )?\d{{1,3}})?(?:, | is | was ){_OWN} (?:[a-z-]+ )?{_SOLE}\b")
_OPENING = re.compile(rf"\W*{_OWN} (?:[a-z-]+ ){{0,2}}{_SOLE}\b(?!-)")
_KIN = re.compile(r"(?:wi[fd]|husband|mother|father|fianc)")
_SEVERAL = re.compile(r"\b(?:ex|first|second|third|former|estranged|new|step|previous|future)\b|-in-law")
_ALIKE = {"widow": "wife", "widower": "husband"}
_MOST = 40  # names that are looked at


def two_kin(reading: Reading) -> Iterator[Suspicion]:
    """“His wife Anne” and “his wife, Anna”."""
    found: dict[str, tuple[str, re.Match[str]]] = {}
    for match in _RELATION.finditer(reading.text):
        owner = _WHOSE.search(reading.text[max(0, match.start() - 34) : match.start()])
        if not owner:
            continue
        kin, given, whose = match["kin"], plain(match["given"]), owner[0].lower()
        first, one = found.setdefault(kin, (whose, match))
        before = plain(one["given"])
        if given == before or start_alike(given, before):
            continue
        alike = same_person(f"{given} x", f"{before} x", {}) is not None
        close = apart(given, before) <= 2 and given[0] == before[0] and not alike
        if alike or close or (kin in _SOLE_KIN and first == whose):
            reason = f"“{whose}{one[0]}” and “{whose}{match[0]}” give one {kin} two names."
            yield suspected(reading, reason, "likely" if close else "look", one.span(), match.span())
            return


def two_of_kin(reading: Reading, persons: Persons) -> Iterator[Suspicion]:
    """The wife of Ted Arkle, Ann Arkle, and later “his wife, Joan Arkle”: one surname, two given names, one husband."""
    found: dict[tuple[str, str], tuple[Mention, str]] = {}
    for mention in persons.fulls[:_MOST] if _KIN.search(reading.text) else ():
        relation = _relation(reading, mention)
        if not relation:
            continue
        kin, whose = relation
        one, owner = found.setdefault((kin, mention.family), (mention, whose))
        if one.given == mention.given or one.sentence == mention.sentence or (whose and owner and whose != owner):
            continue
        names = (f"{one.given} {one.family}", f"{mention.given} {mention.family}")
        middle = {*one.middle.split(), *mention.middle.split()}
        if same_person(*names, {}) or start_alike(one.given, mention.given) or {one.given, mention.given} & middle:
            continue
        reason = f"“{one.exact}” and “{mention.exact}” are both called the {kin} of one person."
        yield suspected(reading, reason, "likely", (one.start, one.end), (mention.start, mention.end))
        return


def _relation(reading: Reading, mention: Mention) -> tuple[str, str] | None:
    """Whether somebody is called a wife, a husband, a mother or a father, and whose where a name tells it."""
    text, sentence = reading.text, reading.sentences[mention.sentence]
    found = _BEFORE.search(text[max(sentence.start, mention.start - 110) : mention.start])
    found = found or _AFTER.match(text, mention.end, min(sentence.end, mention.end + 80))
    if not found and mention.start == sentence.start and mention.sentence:
        before = reading.sentences[mention.sentence - 1]
        found = _OPENING.match(before.exact) if before.paragraph == sentence.paragraph else None
    if not found or _SEVERAL.search(found[0]):
        return None
    whose = found["whose"].lower()
    return _ALIKE.get(found["kin"], found["kin"]), "" if whose in ("his", "her", "their", "the", "a") else whose

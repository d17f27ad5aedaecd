"""An act told as done in one place and as to come in another, and states of one thing that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.named.titles import STYLES
from checks.reading.parts import Certainty, Suspicion
from checks.reading.suspicions.acts import AGAINST, ALIKE, FIRST
from checks.reading.suspicions.noun_runs import Phrase
from checks.reading.suspicions.told import EVENTS, Told, told_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

_UNMADE = frozenset(("talks", "candidates", "buyer"))  # of these “a deal” may be the one that was made
_ANOTHER = frozenset(("another", "other", "others", "further", "more", "additional", "own", "next", "remaining"))
_PLACES = frozenset(("in", "by", "from", "at"))
CHECK = "status_is_consistent"
_MOST = 60  # mentions of one act that are compared: more would be no article
_DISPUTED = {"uphold", "admit", "confirm", "wed"}  # of which the article often tells two times or two charges


def done_and_planned(reading: Reading) -> Iterator[Suspicion]:
    """What is told as done in one sentence and as not done, or to come, in another; and opposite states of one thing.

    `likely` where both speak of one thing in the same words; nothing is certain, since time may have passed between.
    """
    by_act: dict[str, list[Told]] = {}
    for one in told_in(reading):
        by_act.setdefault(one.act, []).append(one)
    found: dict[tuple[str, str, str], Suspicion] = {}
    for act, mentions in by_act.items():
        done = sorted((one for one in mentions if one.stage == "done" and not one.past), key=_plainness)[:_MOST]
        for other in dict.fromkeys((act, *FIRST.get(act, ()))):
            others = [one for one in by_act.get(other, ()) if one.stage != "done"][:_MOST]
            _compare(done, others, found)
    for act, other in AGAINST:
        done = [one for one in by_act.get(act, ()) if one.stage == "done" and not one.past][:_MOST]
        others = [one for one in by_act.get(other, ()) if one.stage == "done" and not one.past][:_MOST]
        _compare(done, others, found)
    yield from found.values()


def _plainness(one: Told) -> bool:
    """Puts what is told in a perfect or a passive first, which says outright that it is done."""
    return " " not in one.words.exact


def _compare(done: list[Told], others: list[Told], found: dict[tuple[str, str, str], Suspicion]) -> None:
    """Adds for each act and thing the first two mentions that cannot both be so."""
    for one in done:
        for other in others:
            disputed = other.speaker and one.speaker != other.speaker and other.stage == "not done"
            if one.sentence == other.sentence or disputed:
                continue
            thing = _thing(one, other)
            if thing and (one.act, other.act, thing) not in found:
                found[one.act, other.act, thing] = _suspicion(one, other, thing)


def _suspicion(one: Told, other: Told, thing: str) -> Suspicion:
    first, second = sorted((one.words, other.words), key=lambda words: words.start)
    if other.stage == "done":
        told = f"“{first.exact}” and “{second.exact}” are both said of the {thing}, and cannot both be so at one time"
    else:
        what = "to come" if other.stage == "to come" else "not done"
        told = f"“{one.words.exact}” tells as done what “{other.words.exact}” tells as {what}, both of the {thing}"
    certainty: Certainty = "look" if one.act in _DISPUTED and other.act != one.act else "likely"
    return Suspicion("done and planned", CHECK, f"{told[0].upper()}{told[1:]}.", certainty, (first, second))


def _thing(one: Told, other: Told) -> str:
    """The noun of what both are told of; empty if nothing says that it is one thing."""
    if other.partly != one.partly or other.partly & _ANOTHER or _apart(one, other):
        return ""
    unmade = other.stage == "not done" or "yet" in other.words.exact or other.act in _UNMADE
    several = any(phrase.rest for phrase in (*one.of, *other.of))
    for ours in one.of:
        for theirs in other.of:
            theirs = theirs._replace(new=False) if unmade else theirs
            same = _same(ours, theirs) if one.sentence < other.sentence else _same(theirs, ours)
            if same and not (several and same in EVENTS):
                return same
    return ""


def _apart(one: Told, other: Told) -> bool:
    """Whether what follows them is not the same: “for adults” and “for children”, “by the EU” and “in Japan”."""
    for word in dict.fromkeys(word for word, _ in one.beside):
        ours = [phrase for also, phrase in one.beside if also == word]
        theirs = [
            p
            for also, p in other.beside
            if also == word or (p.name and word in _PLACES and also in _PLACES and any(a.name for a in ours))
        ]
        if theirs and not any(a.head in b.words or b.head in a.words for a in ours for b in theirs):
            return True
    return False


def _same(before: Phrase, after: Phrase) -> str:
    """The noun for the one thing that two phrases mean, in the order of the text; empty if they need not mean one."""
    if before.rest != after.rest or after.rest & _ANOTHER or after.new:
        return ""  # “a bill” that comes later is another one
    both = {before.head, after.head} | STYLES
    mine, its = before.words - both, after.words - both
    if before.head == after.head or before.head in after.words or after.head in before.words:
        apart = mine and its and not mine & its  # the Senate’s bill is not the House’s, nor Ann Lee Tom Lee
        return "" if apart else after.head if after.head in before.words else before.head
    alike = not its and any(before.head in nouns and after.head in nouns for nouns in ALIKE)
    return after.head if alike else ""

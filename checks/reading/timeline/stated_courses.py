"""The course of things over clauses and sentences: what begins before it ends, and what happens once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.reading.parts import Certainty
from checks.reading.telling_words import words as listed
from checks.reading.timeline.stated_acts import acts_in
from checks.reading.timeline.stated_deeds import CHAINS, ONCE, Deed
from checks.reading.timeline.stated_links import link, may_hold
from checks.reading.timeline.stated_marks import Stated, Times
from checks.reading.timeline.stated_subjects import Subjects, subjects_of

_GROWN = 12 * 365  # days after the birth before which nobody marries or is elected
_ADULT = listed("marry elect appoint graduate hire retire")
_RANKS = {
    chain: {name: rank for rank, names in enumerate(stages) for name in names.split()}
    for chain, stages in CHAINS.items()
}
WORKS = listed("construction work works building renovation restoration")
_CALLS = listed("consultation tender competition application bidding registration nomination entry contest bid")
_JOINED = re.compile(
    r"^(?:[ ,]|and|but|before|then|was|were|had|has|is|will|be|until|it|which|that|who|he|she|"
    r"they|being|finally|later|only|also|first|already|been|officially|formally)*$"
)
_SOON = 330  # days between a conviction and an arrest told after it that another case would hardly leave
_REPAIRS = re.compile(
    r"\b(?:repairs?|refurbish\w*|renovat\w*|maintenance|cleaning|because of|due to|storm|"
    r"flood\w*|pandemic|winter|season)\b"
)
_PAIR = frozenset(["couple", "pair", "they"])
_AGAIN = re.compile(
    r"\b(?:again|once more|another|re-?(?:opened|elected|arrested|married|launched)|"
    r"temporarily|briefly|(?:retroactive|backdated|retrospective)\w*)\b"
)
_LONG_BEFORE = re.compile(r"\b(?:previous(?:ly)?|earlier|former(?:ly)?|once|already|twice)\b")
_BACK = re.compile(r"\b(?:had|having|previous(?:ly)?|earlier|former(?:ly)?|once)\b")
OTHER = (
    r"\b(?:a|an|another|new|second|previous|former|earlier|old|other|third|latest|next|separate|"
    r"similar)\b[^,.;<]{0,25}\b"
)
FAR = 5  # sentences over which the same noun is taken for the same thing
_ANOTHER_ROUND = re.compile(r"\b(?:earlier|previous|last|first|second|another|next) (?:round|call|year|phase|stage)\b")
_PERSONAL = listed("case custody life youth age office service marriage acquittal study appeal trade")
_DONE_TO = re.compile(
    r"(?:arrested|charged|indicted|convicted|sentenced|jailed|imprisoned|acquitted|freed|released|elected|"
    r"appointed|hired|"
    r"sacked|dismissed|fired|buried|married|divorced|nominated)"
    r" (?:(?:him|her|them)\b|(?:[A-ZÀ-Þ][\w’'-]+ )*(?P<name>[A-ZÀ-Þ][\w-]+)(?! [A-ZÀ-Þ]))"
)
_OF_A_LIFE = listed("born die bury resign retire")
_TOGETHER = 12  # sentences over which the same name is taken for the same person


@dataclass(frozen=True)
class Told:
    """A deed, and whose it is: a surname, the noun of a thing, or empty."""

    deed: Deed
    who: str


def courses_in(times: Times, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """The statements that hold between dates of several clauses or sentences, by what is told of them.

    Two deeds have to do with the same thing where they share a noun, or where the second goes on with a pronoun.
    """
    subjects = subjects_of(times.sentences)
    places = {marked.number: place for place, marked in enumerate(times.sentences)}
    known = [Told(deed, _whose(deed, places[deed.marked.number], subjects)) for deed in deeds]
    yield from _in_order(known)
    yield from _once(known)
    yield from acts_in(times, subjects)


def _whose(deed: Deed, place: int, subjects: Subjects) -> str:
    """Whose deed it is: of an arrest or a resignation, the one arrested or resigning."""
    text = deed.marked.text
    owner = re.search(r"(?:\b(?P<own>[Hh]is|[Hh]er|[Tt]heir)|(?P<name>[A-ZÀ-Þ][\w-]+)[’']s) $", text[: deed.start])
    if owner:
        return owner["name"] or subjects.person_before(place, deed.start)
    done_to = _DONE_TO.match(text, deed.start)
    if done_to:
        return done_to["name"] or subjects.person_before(place, deed.start)
    return subjects.of(place, deed.start)


def named(deed: Deed) -> str:
    """A deed as its words between marks of quotation."""
    return f"“{deed.said}”"


def _in_order(deeds: Sequence[Told]) -> Iterator[Stated]:
    """Arrest before trial, opening before closing: the stages of one course, where each is told of one thing once."""
    known = [one for one in deeds if not one.deed.planned]
    done = [one.deed for one in known]
    for n, one in enumerate(known):
        for other in known[n + 1 : n + 12]:
            first, second = one.deed, other.deed
            chain, rank = _stages(first, second)
            tie = (_of_one(one, other, chain) or _tie(first, second, chain)) if chain else None
            if one.who != other.who and one.who[:1].isupper() and other.who[:1].isupper() and chain in _PERSONAL:
                continue
            tie = tie and _weighed(tie, first, second, chain, rank)
            if not tie or first.moment.point == second.moment.point:
                continue
            if (
                sum(
                    _RANKS[chain].get(deed.name, -1) in rank and bool(deed.things & (first.things | second.things))
                    for deed in done
                )
                > 2
            ):
                continue
            earlier, later = (first, second) if rank[0] < rank[1] else (second, first)
            assumed = (
                ""
                if first.marked.number == second.marked.number
                else f"that {named(first)} and {named(second)} are told of the same thing"
            )
            says = f"{named(earlier)} should come before {named(later)}"
            least = _GROWN if chain == "youth" and later.name in _ADULT else 0
            yield link(
                earlier.moment, later.moment, least, None, says, "the time from one to the other is", (), tie, assumed
            )


def _stages(first: Deed, second: Deed) -> tuple[str, tuple[int, int]]:
    """A chain in which two deeds are stages of different rank."""
    for chain, ranks in _RANKS.items():
        a, b = ranks.get(first.name), ranks.get(second.name)
        if a is not None and b is not None and a != b:
            return chain, (a, b)
    return "", (0, 0)


def _of_one(one: Told, other: Told, chain: str) -> Certainty | None:
    """How sure it is that two deeds of a person are of the same: both go by one surname, or none is told of "
    "another."""
    far = abs(other.deed.marked.number - one.deed.marked.number)
    same = one.who == other.who and one.who[:1].isupper() and far <= _TOGETHER
    return "likely" if chain in _PERSONAL and same else None


def _tie(first: Deed, second: Deed, chain: str) -> Certainty | None:
    """How sure it is that two deeds have to do with the same thing: None if nothing says so."""
    shared = first.things & second.things
    apart = second.marked.number - first.marked.number
    if (
        chain in ("tender", "course")
        and abs(apart) <= 1
        and {first.name, second.name} & {"deadline", "close", "submit"}
        and (first.things | second.things) & _CALLS
        and not any(_ANOTHER_ROUND.search(one.marked.text) for one in (first, second))
    ):
        return "likely"
    if chain == "membership" and not shared:
        return None
    personal = chain in _PERSONAL
    if chain == "marriage" and apart <= 3 and all(one.things & _PAIR or one.pronoun for one in (first, second)):
        return "likely"
    if apart == 0:
        between = first.marked.text[first.end : second.start] if second.start > first.end else ""
        joined = second.start > first.end and (_JOINED.match(between) or second.pronoun or first.pronoun)
        return "likely" if shared or joined else None
    if shared and apart <= FAR:
        return "likely"
    if second.pronoun and apart == 1 and (personal or first.things or first.pronoun):
        return "likely" if personal or second.marked.paragraph == first.marked.paragraph else "look"
    if first.pronoun and apart == 1 and second.things and not second.pronoun and first.things & WORKS:
        return "likely"
    return "look" if shared else None


def _weighed(tie: Certainty, first: Deed, second: Deed, chain: str, rank: tuple[int, int]) -> Certainty | None:
    """How sure an order is: what comes round again, and what is told looking back, need not be of one course."""
    text = second.marked.text[max(second.start - 60, 0) : second.end]
    if _AGAIN.search(text) or _AGAIN.search(first.marked.text[max(first.start - 40, 0) : first.end]):
        return None
    if first.marked.number != second.marked.number and any(
        re.search(rf"{OTHER}{re.escape(thing)}", text, re.IGNORECASE) for thing in first.things & second.things
    ):
        return None
    back = _BACK.search(text)
    if chain in ("course", "voyage", "property", "custody", "office", "service", "case", "marriage", "acquittal"):
        before = rank[1] < rank[0] and not _LONG_BEFORE.search(
            text
        )  # “he had been arrested in May”, told after the trial
        if back and not before and not (first.things & second.things and chain == "course"):
            return None
        told_first = link(first.moment, second.moment, 0, None, "", "", (), tie)
        if rank[0] > rank[1] and may_hold(told_first, first.moment, second.moment):
            if chain not in ("case", "acquittal") and "accede" not in (first.name, second.name):
                return None  # ended in May, begins again in August
            soon = link(first.moment, second.moment, None, _SOON, "", "", (), tie)
            return tie if may_hold(soon, first.moment, second.moment) else "look"
    if chain == "property" or (chain == "marriage" and not ((first.things | second.things) & _PAIR or first.pronoun)):
        return "look"
    if {first.name, second.name} == {"open", "close"} and _REPAIRS.search(text):
        return None
    return tie


def _once(deeds: Sequence[Told]) -> Iterator[Stated]:
    """What happens once is told of one date: the same deed, of the same things or the same person."""
    done = [one for one in deeds if not one.deed.planned and one.deed.name in ONCE]
    for n, one in enumerate(done):
        for other in done[n + 1 :]:
            first, second = one.deed, other.deed
            alike = bool(first.things) and first.things == second.things
            alike = alike or (first.name in _OF_A_LIFE and one.who == other.who and one.who[:1].isupper())
            if first.name != second.name or not alike or first.moment.point == second.moment.point:
                continue
            says = f"{named(first)} and {named(second)} are the same"
            far = second.marked.number - first.marked.number > FAR or not (
                first.moment.written and second.moment.written
            )
            yield link(
                first.moment,
                second.moment,
                0,
                0,
                says,
                "the time between them is",
                (),
                "look" if far or first.name == "sign" else "likely",
                f"that {says}",
            )

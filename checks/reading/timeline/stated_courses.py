"""The course of things over clauses and sentences: what begins before it ends, and what happens once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.reading.parts import Certainty
from checks.reading.telling_words import words as listed
from checks.reading.timeline.stated_deeds import CHAINS, ONCE, Deed
from checks.reading.timeline.stated_links import link, may_hold
from checks.reading.timeline.stated_marks import D, Stated, Times

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
_BACK = re.compile(r"\b(?:had|having|previous(?:ly)?|earlier|former(?:ly)?|once)\b")
OTHER = (
    r"\b(?:a|an|another|new|second|previous|former|earlier|old|other|third|latest|next|separate|"
    r"similar)\b[^,.;<]{0,25}\b"
)
FAR = 5  # sentences over which the same noun is taken for the same thing
_POSTHUMOUS = re.compile(
    r"\b(?:posthumous\w*|memorial|in (?:his|her|their) (?:honou?r|memory)|named after|estate|"
    r"widow|legacy|tribute|statue|biography|film|exhibition|was|were|been)\b", re.IGNORECASE)  # fmt: skip
_DID = (
    r"(?: (?:also|then|later|first|personally|himself|herself|again))? (?:[a-z]+ed|won|wrote|took|"
    r"gave|made|sold|bought|led|became|began|met|spoke|told|held|ran|sang|left|went|came|founded)\b"
)  # fmt: skip


def courses_in(times: Times, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """The statements that hold between dates of several clauses or sentences, by what is told of them.

    Two deeds have to do with the same thing where they share a noun, or where the second goes on with a pronoun.
    """
    yield from _in_order(deeds)
    yield from _once(deeds)
    yield from _after_death(times, deeds)


def named(deed: Deed) -> str:
    """A deed as its words between marks of quotation."""
    return f"“{deed.said}”"


def _in_order(deeds: Sequence[Deed]) -> Iterator[Stated]:
    """Arrest before trial, opening before closing: the stages of one course, where each is told of one thing once."""
    done = [deed for deed in deeds if not deed.planned]
    for n, first in enumerate(done):
        for second in done[n + 1 : n + 12]:
            chain, rank = _stages(first, second)
            tie = _tie(first, second, chain) if chain else None
            tie = tie and _weighed(tie, first, second, chain, rank)
            if not tie or first.moment.point == second.moment.point:
                continue
            if (
                sum(
                    _RANKS[chain].get(one.name, -1) in rank and bool(one.things & (first.things | second.things))
                    for one in done
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


def _tie(first: Deed, second: Deed, chain: str) -> Certainty | None:
    """How sure it is that two deeds have to do with the same thing: None if nothing says so."""
    shared = first.things & second.things
    apart = second.marked.number - first.marked.number
    if (
        chain in ("tender", "course")
        and abs(apart) <= 1
        and {first.name, second.name} & {"deadline", "close", "submit"}
        and (first.things | second.things) & _CALLS
    ):
        return "likely"
    personal = chain in ("case", "custody", "life", "youth", "age", "office", "service", "marriage", "acquittal")
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
        if back and not (first.things & second.things and chain == "course"):
            return None
        told_first = link(first.moment, second.moment, 0, None, "", "", (), tie)
        if rank[0] > rank[1] and may_hold(told_first, first.moment, second.moment):
            if chain not in ("case", "acquittal") and "accede" not in (first.name, second.name):
                return None  # ended in May, begins again in August
            soon = link(first.moment, second.moment, None, _SOON, "", "", (), tie)
            return tie if may_hold(soon, first.moment, second.moment) else "look"
    if chain == "property" or (chain == "marriage" and not (first.things | second.things) & _PAIR):
        return "look"
    if {first.name, second.name} == {"open", "close"} and _REPAIRS.search(text):
        return None
    return tie


def _once(deeds: Sequence[Deed]) -> Iterator[Stated]:
    """What happens once is told of one date: the same deed, of the same things."""
    done = [deed for deed in deeds if not deed.planned and deed.name in ONCE and deed.things]
    for n, first in enumerate(done):
        for second in done[n + 1 :]:
            if first.name != second.name or first.things != second.things or first.moment.point == second.moment.point:
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


def _after_death(times: Times, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """Somebody who died in 2015 opened nothing in 2017."""
    for death in deeds:
        names = [
            thing
            for thing in death.things
            if death.name == "die" and not death.planned and thing.title() in death.marked.source
        ]
        for name in names:
            who = re.compile(rf"\b{re.escape(name.title())}{_DID}(?P<rest>[^<>;:.!?“”]{{0,60}}?) (?:on |in ){D}")
            for marked in times.sentences:
                for found in who.finditer(marked.text):
                    moment = times.moments[int(found[2])]
                    if (
                        moment.written
                        and moment.point != death.moment.point
                        and not _POSTHUMOUS.search(found[0])
                        and "died" not in found[0]
                    ):
                        said = f"“{marked.words(found.start(), found.end()).exact}”"
                        says = f"{said} should come before the death of {name.title()}"
                        yield link(
                            moment,
                            death.moment,
                            0,
                            None,
                            says,
                            "the time to the death is",
                            (),
                            "likely",
                            f"that {name.title()} is one person",
                        )

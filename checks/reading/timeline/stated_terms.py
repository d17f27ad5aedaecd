"""How long things last whose ends stand in other clauses or sentences: “a 90-day review”, “after the vote”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.reading.parts import Certainty
from checks.reading.telling_words import words as listed
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_courses import FAR, OTHER, WORKS, named
from checks.reading.timeline.stated_deeds import CLASSES, GROUPS, Deed, lemma
from checks.reading.timeline.stated_links import lasting, link, may_hold, plain, so_long, told
from checks.reading.timeline.stated_marks import NOW, D, L, Length, Marked, Moment, Stated, Times

_BEGINS = listed(
    "begin start commence open launch impose introduce found sign announce order approve pass adopt "
    "declare issue effect vote publish"
)
_SPOKEN = listed("announce order sign vote publish declare issue")
_ENDS = listed("end finish conclude close expire lift repeal scrap dissolve")
_STATE = re.compile(
    r"(?P<many>\b(?:two|three|four|five|six|several|second|third|final|last|next|each|every|"
    rf"another|consecutive|back-to-back) )?{L} (?P<noun>(?:[\w’'-]+ ){{0,2}}[\w’'-]+)"
)
_TERM = listed(
    "review consultation period notice deadline ultimatum moratorium ceasefire truce suspension "
    "pause window comment inquiry probe investigation study freeze closure delay ban emergency "
    "lockdown evaluation assessment audit pilot"
)
_ENDS_ON = re.compile(
    r"(?:expected|due|ends?|ending|expires?|expiring|concludes?|closes?|closing|until|"
    r"results?|decision|report|findings|completed?|"
    rf"ready|published|announced|finish(?:es|ed)?|complete|returns?|over)(?: [^<>;:.!?“”]{{0,"
    rf"40}})?? ?(?:by|on|in|until|before|at|around) (?:the )?{D}"
)  # fmt: skip
_UNDONE = re.compile(
    r"\b(?:revers\w+|lift\w*|end(?:s|ed|ing)?|repeal\w*|scrap\w*|overturn\w*|abolish\w*|"
    r"revok\w+|drop(?:s|ped|ping)|eas\w+|relax\w*|rescind\w*) (?:of |the |a |an |its |their |"
    rf"nearly |almost )*{L} (?:[\w’'-]+ ){{0,2}}?(?P<noun>[\w’'-]+)"
)  # fmt: skip
_TAKEN_UP = re.compile(r"(?:It|They|This|That|These|The (?:decision|vote|move|change|new)\b)")
_REFERRED = re.compile(
    rf"{L} (?P<way>after|before|following|prior to) (?:(?:the|his|her|its|their|that|this) "
    r"(?P<of>[\w’'-]+)|(?:he|she|it|they|the \w+|[A-Z][\w’'-]+)(?: (?:was|were|had been|had|"
    r"first|formally|officially))* (?P<did>[\w’'-]+))(?! <d)"
)  # fmt: skip
_LASTED = re.compile(
    r"(?P<noun>[\w’'-]+),? (?:(?:which|that) )?(?:took|lasted|has lasted|will last|will take|"
    rf"ran for) (?:about |nearly |almost |some |just |over |more than )?{L}"
)
_OFFICE = (
    "in office|in power|in charge|in the job|in the post|at the helm|as (?:mayor|president|"
    "chairman|chair|director|chief|leader|manager|coach|minister|editor|head|principal)"
)
_HELD_FOR = re.compile(
    r"\b(?:after|following|with|ending|ended|spent|served?|serving) (?:(?:his|her|their|a|an|"
    rf"the|nearly|almost|about|some|more than) ){{0,2}}{L} (?P<kind>{_OFFICE}|of marriage|in "
    r"(?:prison|jail)|behind bars)",
    re.IGNORECASE,
)
_OVERRAN = re.compile(r"\b(?:delay(?:s|ed)?|overr[au]n|extended|behind schedule|shortened|cut short|instead of)\b")
_OVER = frozenset(["release", "resign", "leave", "retire", "sack", "divorce", "die", "end"])
_TAKEN = frozenset(["elect", "appoint", "accede", "hire"])
_OF_KIND = {
    "marriage": frozenset(["marry"]),
    **dict.fromkeys(["prison", "jail", "bars"], frozenset(["sentence"])),
}  # what a time in prison begins with; any other, in an office, with being taken on


@dataclass(frozen=True)
class State:
    """A time with its length and what lasted so long: “a 90-day review”."""

    noun: str
    length: Length
    marked: Marked
    start: int
    end: int


def _states(marked: Marked, times: Times) -> Iterator[State]:
    for found in _STATE.finditer(marked.text):
        length = times.lengths[int(found[2])]
        adjective = "-" in length.words.exact or length.words.exact.endswith("long")
        words = found["noun"].split(" ")
        if found["many"] or not adjective or length.words.exact.endswith("old"):
            continue
        for n, word in enumerate(words):
            if word.lower() in (
                "of",
                "in",
                "on",
                "for",
                "that",
                "which",
                "and",
                "with",
                "by",
                "was",
                "is",
                "had",
                "to",
            ):
                words = words[:n]
                break
        if words and not (words[-1].endswith("s") and not words[-1].endswith("ss")):
            if re.search(
                rf"\b(?:second|third|another|new|next|previous|earlier) [^,.;]{{0,30}}{re.escape(words[-1])}",
                marked.text,
            ):
                continue
            yield State(lemma(words[-1]), length, marked, found.start(2) - 2, found.end())
            if len(words) > 1 and words[0].lower() in _TERM:
                yield State(lemma(words[0]), length, marked, found.start(2) - 2, found.end())


def _from_begin_to_end(state: State, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """“The ten-year programme” began in 2011 and ended in 2024."""
    near = [deed for deed in deeds if abs(deed.marked.number - state.marked.number) <= FAR and _of_state(deed, state)]
    near = [
        deed
        for deed in near
        if not re.search(rf"{OTHER}{re.escape(state.noun)}", deed.marked.text[max(deed.start - 60, 0) : deed.end])
        or deed.marked is state.marked
    ]
    begins = [deed for deed in near if deed.name in _BEGINS | {"construction", "trial"} and deed.name not in _ENDS]
    ends = [deed for deed in near if deed.name in _ENDS | {"complete"}]
    if len(begins) == 1 and not ends:  # work began in March and was completed in May
        ends = [
            deed
            for deed in deeds
            if deed.name in _ENDS | {"complete"} and not deed.things and deed.marked is begins[0].marked
        ]
        ends = [deed for deed in ends if deed.start > begins[0].end]
    if len(begins) == 1 and len(ends) == 1 and not _OVERRAN.search(f"{state.marked.text} {ends[0].marked.text}"):
        yield from _lasted(state, begins[0], ends[0].moment, {begins[0].marked.number, ends[0].marked.number})


def _measured_states(marked: Marked, times: Times) -> Iterator[State]:
    """“Construction took 14 months”, “the war lasted four years”."""
    for found in _LASTED.finditer(marked.text):
        length = times.lengths[int(found[2])]
        if found["noun"].lower() not in ("it", "he", "she", "they", "that", "which", "this", "journey"):
            yield State(lemma(found["noun"]), length, marked, found.start(), found.end())


def _after_terms(marked: Marked, times: Times, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """“After twelve years in office, she resigned on 3 May”, of one who was elected in 2025."""
    for found in _HELD_FOR.finditer(marked.text):
        length, kind = times.lengths[int(found[1])], found["kind"].lower()
        names = _OF_KIND.get(kind.split(" ")[-1], _TAKEN)
        begins = [
            deed
            for deed in deeds
            if deed.name in names and not deed.planned and 0 <= abs(marked.number - deed.marked.number) <= 3
        ]
        here = {f"d{n}" for n in re.findall(D, marked.text)}
        dates = [
            one
            for one in times.moments
            if one.point in here and one.point not in {deed.moment.point for deed in begins}
        ]
        if not dates and any(deed.name in _OVER and abs(marked.number - deed.marked.number) <= 3 for deed in deeds):
            continue  # what lasted is over, and not up to now
        if len(begins) != 1 or len(dates) > 1 or (not dates and times.dateline is None) or not begins[0].moment.written:
            continue
        least, most = lasting(length)
        if kind.startswith("serv"):
            least = None if least is None else least // 2  # time on remand is served before
        end = dates[0].point if dates else NOW
        limit = Limit(begins[0].moment.point, end, least, most)
        says = f"the {plain(length)} run from {named(begins[0])} on"
        assumed = "" if begins[0].marked is marked else f"that the {plain(length)} begin with {named(begins[0])}"
        yield Stated(Statement(says, "it was", ((limit,),), (length.words,), assumed=assumed), "likely")


def _of_state(deed: Deed, state: State) -> bool:
    """Whether a deed is told of a state: it names it, or goes on about it within the sentence."""
    alike = CLASSES.get(state.noun) == "truce" and any(CLASSES.get(thing) == "truce" for thing in deed.things)
    if alike or state.noun in deed.things or state.noun == deed.name:
        return True
    if abs(deed.marked.number - state.marked.number) == 1 and state.noun in WORKS and deed.things & WORKS:
        return True
    return deed.marked.number == state.marked.number and deed.pronoun and deed.start > state.end


def _lasted(
    state: State, begin: Deed, end: Moment, numbers: set[int], certainty: Certainty = "likely", assumed: str = ""
) -> Iterator[Stated]:
    if begin.moment.point == end.point:
        return
    least, most = lasting(state.length)
    noun = f"the {state.noun}"
    if numbers != {state.marked.number} and not assumed:
        assumed = f"that it is the same {state.noun}"
    thing = f"{noun} lasted {plain(state.length)}"
    yield link(begin.moment, end, least, most, thing, f"{noun} lasted", (state.length.words,), certainty, assumed)


def _term(state: State, times: Times, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """“A 90-day review, with final rules expected by early March”: it begins with what was decided before it."""
    text = state.marked.text
    if state.noun not in _TERM:
        return
    found = _ENDS_ON.search(text, state.end)
    if not found:
        return
    end = times.moments[int(found[1])]
    within = {f"d{n}" for n in re.findall(D, text[state.end : found.end()])} - {end.point}
    acts = [
        deed for deed in deeds
        if deed.name in _BEGINS and not deed.planned and deed.moment.point != end.point
        and (
            deed.moment.words.start < state.length.words.start
            or (deed.moment.point in within and deed.start < state.start)
        )
    ]  # fmt: skip
    if within - {deed.moment.point for deed in acts}:
        return
    inside = [deed for deed in acts if deed.marked.number == state.marked.number]
    exact = (
        inside
        or [deed for deed in acts if deed.moment.is_exact]
        or [deed for deed in acts if state.marked.number - deed.marked.number <= 2]
    )
    if not exact:
        return
    stated = [
        one
        for deed in exact
        for one in _lasted(
            state,
            deed,
            end,
            set(),
            "likely",
            f"that the {state.noun} begins with {named(deed)} and ends with {told(end)}",
        )
    ]
    if stated and not any(may_hold(one, deed.moment, end) for one, deed in zip(stated, exact, strict=True)):
        alone = len({deed.moment.choices for deed in exact}) == 1
        yield stated[-1] if alone else Stated(stated[-1].statement, "look")


def _undone(marked: Marked, times: Times, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """“Reversing a decade-long restriction”, of a policy that was first imposed in 2023."""
    for found in _UNDONE.finditer(marked.text):
        length, noun = times.lengths[int(found[1])], lemma(found["noun"])
        if length.unit != "years" or length.least is None:
            continue
        share = CLASSES.get(noun)
        begins = [
            deed for deed in deeds
            if deed.name in _BEGINS - _SPOKEN
            and not deed.planned
            and abs(deed.marked.number - marked.number) <= FAR
            and (noun in deed.things or (share and any(CLASSES.get(thing) == share for thing in deed.things)))
        ]  # fmt: skip
        begins = [deed for deed in begins if noun in deed.things or not _undoes(deed, marked, found.start())]
        dates = [times.moments[int(n)] for n in re.findall(D, marked.text[: found.start()])]
        dates = dates or [times.moments[int(n)] for n in re.findall(rf" (?:on|in) {D}", marked.text[found.end() :])[:1]]
        dates = [moment for moment in dates if moment.point not in {deed.moment.point for deed in begins}]
        if len(begins) != 1:
            continue
        same = noun in begins[0].things
        assumed = "" if same and begins[0].marked is marked else f"that the {noun} is what “{begins[0].said}” tells of"
        state = State(noun, length, marked, found.start(), found.end())
        if dates:
            yield from _lasted(
                state, begins[0], dates[-1], set(), "likely", assumed or f"that it ended on {told(dates[-1])}"
            )
        elif times.dateline:
            limit = Limit(begins[0].moment.point, NOW, *lasting(length))
            says = f"the {noun} lasted {plain(length)}"
            yield Stated(Statement(says, f"the {noun} lasted", ((limit,),), (length.words,), assumed=assumed), "likely")


def _undoes(deed: Deed, marked: Marked, start: int) -> bool:
    """Whether a deed undoes the state and does not begin it: “adopted new rules. They end a six-year freeze”."""
    if deed.marked is marked:
        return deed.start < start
    return marked.number - deed.marked.number == 1 and bool(_TAKEN_UP.match(marked.text))


def _referred(marked: Marked, times: Times, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """“Work began on 5 July, six months after the approval”: the approval that another sentence dates."""
    for found in _REFERRED.finditer(marked.text):
        word = (found["of"] or found["did"] or "").lower()
        name = GROUPS.get(word)
        if name is None or re.match(r" (?:of|on|in|by|to|at)? ?<d", marked.text[found.end() :]):
            continue
        event = _dated_beside(marked, times, found)
        others = [
            deed
            for deed in deeds
            if deed.name == name and not deed.planned and event and deed.moment.point != event.point
        ]
        others = [
            deed for deed in others if abs(deed.marked.number - marked.number) <= 2 * FAR and deed.marked is not marked
        ]
        if event is None or not others:
            continue
        length = times.lengths[int(found[1])]
        stated = [
            (one, deed)
            for deed in others
            for one in so_long(event, deed.moment, length, found["way"], "likely", f"that this is {named(deed)}")
        ]
        if stated and not any(may_hold(one, event, deed.moment) for one, deed in stated):
            one, _ = stated[-1]
            yield one if len({deed.moment.choices for deed in others}) == 1 else Stated(one.statement, "look")


def _dated_beside(marked: Marked, times: Times, found: re.Match[str]) -> Moment | None:
    """The date of the clause that a length goes with: right before it or after it, or the only one of the sentence."""
    before = re.search(
        rf"{D},? ?(?:—|–|-|\()? ?(?:just |only |exactly |some |about |almost |nearly |less than |more than )?$",
        marked.text[: found.start()],
    )
    after = re.match(rf"(?: [\w’'-]+){{0,6}}, (?:on |in )?{D}", marked.text[found.end() :])
    beside = before or after
    if beside:
        return times.moments[int(beside[1])]
    numbers = re.findall(D, marked.text)
    main = (
        re.search(rf" (?:on|in) {D}[.,]?$", marked.text[found.end() :])
        if not marked.text[: found.start()].strip()
        else None
    )
    return times.moments[int(main[1])] if main and len(numbers) == 1 else None


def terms_in(times: Times, deeds: Sequence[Deed]) -> Iterator[Stated]:
    """The statements that something lasted so long which other words, or another sentence, give the ends of."""
    states = [
        state
        for marked in times.sentences
        if "<l" in marked.text
        for state in [*_states(marked, times), *_measured_states(marked, times)]
    ]
    for state in states:
        yield from _from_begin_to_end(state, deeds)
        yield from _term(state, times, deeds)
    for marked in times.sentences:
        if "<l" in marked.text:
            yield from _after_terms(marked, times, deeds)
            yield from _undone(marked, times, deeds)
            yield from _referred(marked, times, deeds)

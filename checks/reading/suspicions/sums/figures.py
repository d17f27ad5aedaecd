"""One thing with two figures: the headline against the text, `the 14 firefighters` after twelve, two heights."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.reading.figures.sums import agree
from checks.reading.figures.units import TIMES
from checks.reading.parts import AmountPhrase, Certainty, Suspicion
from checks.reading.suspicions.sums.stated import is_money, is_person, noun_of, parsed, words_of, written
from checks.reading.suspicions.sums.things import Thing, attribute_of, generic, things_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

_OPENING = 6  # what a headline says stands in the first sentences
_MOST = 200  # figures of an article that are compared; tables and lists have more
_GOES_ON = re.compile(
    r"\s*(?:[\w’'-]+ )?(?:were|was|are|is|have|had|has|will|would|did|do|left|went|said|faced?|came|made|took|"
    r"could|can|"
    r"killed|injured|wounded|arrested|charged|missing|dead|rescued|who|hurt)\b|\s*[,.;:)]|\s*$"
)
_TOLD_BY = re.compile(
    r"\b(?:said|says|told|according to|report(?:s|ed)|estimate[sd]?|put|claim(?:s|ed)|counted|organi[sz]ers)\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:earlier|initial(?:ly)?|previous(?:ly)?|later|since|by (?:evening|nightfall|morning|midnight|then|"
    r"monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday)|rose|risen|rises|updated|revised|now|originally|at first|so far|last|"
    r"another|other|"
    r"second|separate|third|more|instead|ago|new|different|rival|compared|average|plan(?:s|ned)?|proposed?|"
    r"would|in (?:19|20)\d\d)\b"
)
_RISEN = re.compile(r"\b(?:rose|risen|rises|rising)\b")
_EARLIER = re.compile(
    r"\b(?:earlier|initial(?:ly)?|previous(?:ly)?|last|another|ago|compared|at first|so far|originally)\b"
)
_EVENTS = (
    "crash|collision|blast|attack|fire|blaze|explosion|quake|earthquake|collapse|storm|flood|shooting|bombing|"
    "accident|raid|strike|"
    "incident|disaster|outbreak|derailment|sinking|landslide|tragedy|avalanche|massacre|riot|stampede|cyclone|"
    "hurricane|tornado|ambush|wreck|siege"
)
_AN_EVENT = re.compile(rf"\b(?:{_EVENTS})\b")
_EVENT = re.compile(
    rf"\b(?:the|this|that|[a-z]+day['’]s) (?:[\w-]+ )?(?P<event>{_EVENTS})(?:,? (?:which|that))? (?:has |had |"
    rf"also )?[a-z]+(?: [a-z]+)? $"
)
_OF_ITS = re.compile(r" of (?:its|his|her|their) ")  # “14 of its musicians” are fourteen musicians
_SENTENCED = re.compile(r"\b(?:jail|sentence|prison)")
_LARGE = 10**6  # from here on a bare figure in a headline may be of money
_SAME_MONEY = ("dollar", "US dollar")


def figures(reading: Reading) -> Iterable[Suspicion]:
    """Which figures of one and the same thing cannot be the same: headline and text, a thing named twice."""
    things = things_in(reading)
    if len(things) > _MOST:
        body = [thing for thing in things if not thing.title][:_MOST]
        things = (*(thing for thing in things if thing.title), *body)
    seen: set[tuple[int, int]] = set()
    for rule in (_headline, _headline_score, _known, _told_again, _attributes):
        for suspicion in rule(things):
            places = (suspicion.spans[0].start, suspicion.spans[-1].start)
            if places not in seen:
                seen.add(places)
                yield suspicion


def _headline(things: Sequence[Thing]) -> Iterator[Suspicion]:
    """A figure of the headline or standfirst that the text gives otherwise, and nowhere as the headline does."""
    body = [thing for thing in things if not thing.title]
    opening = list(dict.fromkeys(thing.stated.sentence.start for thing in body))[:_OPENING]
    for title in (thing for thing in things if thing.title):
        figure = title.phrase
        if (
            (not title.whole and figure.unit != "percent")
            or figure.unit in ("tally", "rank", "share", "times")
            or (figure.value is None and figure.low is None)
        ):
            continue
        if any(_can_agree(title.phrase, thing.phrase) and not _of_old(thing) for thing in body) or _is_a_sum(
            title.phrase, body
        ):
            continue
        alike = [thing for thing in body if (thing.whole or figure.unit == "percent") and _alike(title, thing)]
        alike = alike or [
            thing for thing in body
            if thing.stated.sentence.start in opening and thing.whole and _measured_alike(title, thing)
        ]  # fmt: skip
        alike = [thing for thing in alike if thing.phrase.value != 1]  # one of them, of whom more is told
        if not alike:
            continue
        first = alike[0]
        early = [thing for thing in alike if thing.stated.sentence.start in opening[:2]] or alike
        near = first.stated.sentence.start in opening and not _EARLIER.search(first.stated.text)
        near = near and not (title.noun in _OF_A_COURSE and (first.phrase.value or 0) < (figure.value or 0))
        near = near and bool(figure.unit or not _RISEN.search(first.stated.text))
        certainty: Certainty = "likely" if near and len({one.phrase.value for one in early}) == 1 else "look"
        yield from _suspect(
            title, first, f"The {title.stated.sentence.part} says “{title.said}”, the text “{first.said}”", certainty
        )


def _of_old(thing: Thing) -> bool:
    """Whether a figure is an open one of another time: `in an earlier plan … nearly a billion`."""
    return bool(thing.phrase.bound) and bool(_EARLIER.search(thing.stated.text))


def _headline_score(things: Sequence[Thing]) -> Iterator[Suspicion]:
    """A score or vote of the headline where the text has another, and only that."""
    scores = [thing for thing in things if thing.phrase.unit == "tally"]
    titles, body = [one for one in scores if one.title], [one for one in scores if not one.title]
    if len(titles) != 1 or not body or len({(one.phrase.low, one.phrase.high) for one in body}) > 1:
        return
    (title, first), said = (titles[0].phrase, body[0].phrase), body[0].stated.text
    ends = [(title.low, first.low), (title.high, first.high)]
    differs = next(
        ((one, other) for one, other in ends if one is not None and other is not None and one != other), None
    )
    if differs and not re.search(
        r"\b(?:half-?time|aggregate|first half|shoot-?out|penalties|earlier|last|lead|led|series)\b", said
    ):
        reason = f"The headline has {title.exact} and the text {first.exact}."
        yield Suspicion("figures", "figures_agree", reason, "likely", words_of(title, first),
                        (("figure", f"{differs[0]:f}"), ("other", f"{differs[1]:f}")))  # fmt: skip


def _alike(title: Thing, thing: Thing) -> bool:
    """Whether a figure of the headline and one of the text are of the same: what befell whom, or the thing counted."""
    one, other = title.phrase, thing.phrase
    if is_money(one) or is_money(other):
        return is_money(one) and is_money(other) and _money_alike(title, thing)
    if one.unit != other.unit or (one.change and other.change and one.change != other.change) or one.per != other.per:
        return False
    if one.unit:
        return bool(title.fate and title.fate == thing.fate) or bool(content_of(title) & content_of(thing))
    persons = (generic(title.noun) or is_person(title.noun)) and (generic(thing.noun) or is_person(thing.noun))
    if title.fate and title.fate == thing.fate:
        return title.noun == thing.noun or not title.noun or persons or not thing.noun
    return bool(title.noun) and title.noun == thing.noun and not generic(title.noun) and not (title.fate and thing.fate)


def _measured_alike(title: Thing, thing: Thing) -> bool:
    """Whether two figures measure in one unit, or are both so large that a currency can be left out of the headline."""
    one, other = title.phrase, thing.phrase
    if one.unit in TIMES:
        both = f"{title.stated.text} {thing.stated.text}"
        return one.unit == other.unit and not other.exact.isdigit() and bool(_SENTENCED.search(both))
    if one.per or other.per or one.was or other.was or one.change or other.change:
        return False
    if one.unit and one.unit == other.unit:
        return not one.of or not other.of or one.of == other.of
    values = (one.value or 0, other.value or 0)
    return is_money(one) != is_money(other) and not (one.unit and other.unit) and min(values) >= _LARGE


def _money_alike(title: Thing, thing: Thing) -> bool:
    """Whether two sums of money are of one thing: the same fate or words beside them, or a slip of noughts."""
    one, other = title.phrase.value, thing.phrase.value
    if _currency(title.phrase) != _currency(thing.phrase) or not one or not other:
        return False
    slip = max(one, other) in (min(one, other) * factor for factor in (10, 100, 1000))
    return slip or bool(title.fate and title.fate == thing.fate) or bool(content_of(title) & content_of(thing))


def _currency(figure: AmountPhrase) -> str:
    return "dollar" if figure.unit in _SAME_MONEY else figure.unit


_END_TO_END = re.compile(
    r"\b(?:one|an?|each) (?:end|side|bank|shore|edge|tip|rim|wall)\b[\w ]{0,40}?\b(?:the )?other\b"
)
# What is told of a course in parts as well as of the whole: thirty moves, and twenty in the next game.
_AND_THEN = {("rescued", "hurt"), ("held", "charged"), ("charged", "jailed"), ("missing", "rescued")}
_OF_A_COURSE = {
    "move",
    "lap",
    "round",
    "game",
    "set",
    "over",
    "ball",
    "stage",
    "shot",
    "stroke",
    "point",
    "run",
    "hole",
}
_ANOTHER = re.compile(
    r"\b(?:another|second|third|other|new|old|original|former|previous|earlier|proposed?|planned|rival|"
    r"neighbou?ring|separate|each|every|"
    r"any|two|three|different|similar|next|last|from|than|would)(?: (?:a|an|the))?\s+$"
)
_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|june|july|august|september|"
    r"october|november|december)\b"
)
_TOLD_APART = re.compile(r"[\w ’'-]{0,50}?(?:\bthat\b|, which follows|\bfollowing\b)")  # the deal that follows
_PART_OF_ALL = {"man", "woman", "child", "boy", "girl", "adult"}
_SMALL_WORDS = {
    "the", "and", "for", "with", "from", "that", "this", "after", "over", "into", "about", "have", "will", "been",
    "were", "which", "their", "they", "said", "says", "more", "than", "year", "years", "month", "months", "week",
    "weeks", "people", "long", "high", "wide", "tall", "deep", "million", "billion", "percent", "first", "last", "time",
}  # fmt: skip


def content_of(thing: Thing) -> set[str]:
    """The words beside a figure that tell what it is of, without their endings."""
    before = thing.stated.low[thing.index].split()[-5:]
    after = thing.stated.low[thing.index + 1].split()[:5]
    words = {word.strip(".,:;’'“”‘\"()") for word in before + after}
    return {word[:5] for word in words if len(word) > 3 and word not in _SMALL_WORDS}


def _known(things: Sequence[Thing]) -> Iterator[Suspicion]:
    """`the 14 firefighters were` where twelve were spoken of, and fourteen never."""
    for i, known in enumerate(things):
        figure = known.phrase
        if not known.known or not known.whole or figure.unit or figure.value is None or figure.value < 2 or known.title:
            continue
        if known.stated.low[known.index + 1][:1] in "-–‑" or not (known.noun or known.fate):
            continue
        same = [thing for j, thing in enumerate(things) if j != i and _same_known(known, thing)]
        same_words = len(figure.of.split()) > 1 and any(thing.phrase.of == figure.of for thing in same)
        if not same_words and not _GOES_ON.match(_after_noun(known)):
            continue
        before = [thing for thing in same if thing.stated.sentence.start < known.stated.sentence.start]
        before = [thing for thing in before if thing.whole or _OF_ITS.match(thing.stated.low[thing.index + 1])]
        counts = [thing.phrase for thing in things if thing.stated is not known.stated and not thing.phrase.unit]
        if not before or any(_can_agree(figure, other) for other in counts) or _is_a_sum(figure, things):
            continue
        if any(_OTHER_TIME.search(_near(one)) for one in (known, *before)):
            continue
        near = len({one.phrase.value for one in before}) == 1 and not _other_day(before[-1], known)
        certainty: Certainty = "likely" if near and figure.value > 2 and not _partial(before[-1], known) else "look"
        yield from _suspect(
            before[-1], known, f"“{before[-1].said}” and “{known.said}” are spoken of as the same", certainty
        )


def is_of_another_time(thing: Thing) -> bool:
    """Whether the words about a figure speak of another time, or of one more of its kind."""
    return bool(_OTHER_TIME.search(_near(thing)))


def _near(thing: Thing) -> str:
    """The words close to a figure in its clause; the other end of a thing is no other thing."""
    before = re.split(r"[;:—]", thing.stated.low[thing.index])[-1]
    return f"{before[-50:]} {_END_TO_END.sub('', thing.stated.low[thing.index + 1])[:40]}"


def _other_day(one: Thing, other: Thing) -> bool:
    """Whether two sentences name different days or months, and so may tell of two events."""
    days, others = set(_DAY.findall(one.stated.text)), set(_DAY.findall(other.stated.text))
    return bool(others) and days.isdisjoint(others)


def _partial(earlier: Thing, known: Thing) -> bool:
    """Whether one figure may be of a few among the others: a much smaller one."""
    one, other = earlier.phrase.value or 0, known.phrase.value or 0
    return one * 2 < other or other * 2 < one


def _after_noun(thing: Thing) -> str:
    after = thing.stated.between[thing.index + 1]
    place = after.find(thing.phrase.of) if thing.phrase.of else -1
    return after[place + len(thing.phrase.of) :] if place >= 0 else after


def _same_known(known: Thing, thing: Thing) -> bool:
    if thing.phrase.unit or thing.phrase.value is None or thing.phrase.value < 2:
        return False
    if known.noun == "victim":
        return thing.fate in ("dead", "hurt") and (generic(thing.noun) or is_person(thing.noun))
    if generic(known.noun):
        people = generic(thing.noun) or is_person(thing.noun)
        return bool(known.fate) and known.fate == thing.fate and people
    more = (known.phrase.value or 0) > thing.phrase.value and (thing.fate, known.fate) in _AND_THEN
    return known.noun == thing.noun and (not known.fate or not thing.fate or known.fate == thing.fate or more)


def _told_again(things: Sequence[Thing]) -> Iterator[Suspicion]:
    """`the crash, which killed 16 people`, where fourteen were killed before."""
    for i, again in enumerate(things):
        figure = again.phrase
        if again.title or not again.whole or not again.fate or figure.unit or figure.value is None or figure.bound:
            continue
        event = _EVENT.search(again.stated.low[again.index])
        if not event or not (generic(again.noun) or is_person(again.noun)):
            continue
        before = [
            one
            for one in things[:i]
            if one.fate == again.fate and one.whole and not one.phrase.unit and not one.title
            and one.stated is not again.stated and (generic(one.noun) or is_person(one.noun))
        ]  # fmt: skip
        others = [one.phrase for one in things if one is not again and not one.phrase.unit]
        if not before or any(_can_agree(figure, other) for other in others) or _is_a_sum(figure, things):
            continue
        alone = (
            len({one.phrase.value for one in before}) == 1
            and len({one.noun for one in (*before, again)} & _PART_OF_ALL) == 0
        )
        dated = (
            _OTHER_TIME.search(again.stated.text)
            or _OTHER_TIME.search(before[0].stated.text)
            or _other_day(before[0], again)
        )
        events = set(_AN_EVENT.findall(before[0].stated.text))
        alone = alone and (not events or event["event"] in events)
        certainty: Certainty = "likely" if alone and not dated else "look"
        yield from _suspect(before[0], again, f"“{before[0].said}” and “{again.said}” are told of the same", certainty)


def _attributes(things: Sequence[Thing]) -> Iterator[Suspicion]:
    """`the 12-storey tower` and `the 14-floor tower`; `a $30 million stadium` and `the $3 million stadium`."""
    said: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in things:
        attribute = attribute_of(thing)
        if attribute and thing.phrase.value is not None:
            said[attribute].append(thing)
    for of_one in said.values():
        values = list(dict.fromkeys(thing.phrase.value for thing in of_one))
        if len(values) != 2:
            continue
        one = next(thing for thing in of_one if thing.phrase.value == values[0])
        other = next(thing for thing in of_one if thing.phrase.value == values[1])
        if one.stated is other.stated or not (other.known or one.known or one.title):
            continue
        certainty: Certainty = "likely" if other.known or one.title else "look"
        if any(_TOLD_APART.match(thing.stated.low[thing.index + 1]) for thing in (one, other)):
            certainty = "look"
        if any(_ANOTHER.search(thing.stated.low[thing.index][-30:]) for thing in (one, other)):
            certainty = "look"
        yield from _suspect(one, other, f"“{one.said}” and “{other.said}” are spoken of as the same", certainty)


def _suspect(one: Thing, other: Thing, why: str, certainty: Certainty) -> Iterator[Suspicion]:
    figure, second = written(one.phrase), written(other.phrase)
    answer, told = _agreed(one.phrase, other.phrase)
    if answer != "no":
        return
    sources = [thing for thing in (one, other) if _TOLD_BY.search(thing.stated.text)]
    if len(sources) == 2 and one.stated is not other.stated and not one.title:
        certainty = "look"  # two who are each credited may differ
    first, last = sorted((one.phrase, other.phrase), key=lambda phrase: phrase.start)
    yield Suspicion("figures", "figures_agree", f"{why}: {told}.", certainty, words_of(first, last),
                    (("figure", figure), ("other", second)))  # fmt: skip


def _agreed(one: AmountPhrase, other: AmountPhrase) -> tuple[str, str]:
    first, second = parsed(written(one)), parsed(written(other))
    if first is None or second is None:
        return "cannot tell", ""
    try:
        return agree(first, second)
    except CaseError:
        return "cannot tell", ""


def _can_agree(one: AmountPhrase, other: AmountPhrase) -> bool:
    """Whether a figure stands in the text too, as such or rounded or within a bound."""
    if is_money(one) != is_money(other) or (one.unit != other.unit and not is_money(one)):
        return False
    if other.value is None and other.low is None and other.high is None:
        return False
    return (one.value is not None and one.value in (other.value, other.was)) or _agreed(one, other)[0] != "no"


def _added_to(figure: AmountPhrase, thing: Thing) -> bool:
    """Whether a figure could be counted in with others: the same noun, people with people, or no noun at all."""
    one, other = noun_of(figure), thing.noun
    return thing.phrase.value is not None and (
        one == other or not one or not other or is_person(one) == is_person(other)
    )


def _is_a_sum(figure: AmountPhrase, things: Sequence[Thing]) -> bool:
    """Whether a figure is the sum of some in one sentence, or of the firsts of two, or what two differ by."""
    by_sentence: dict[int, list[AmountPhrase]] = defaultdict(list)
    for thing in things:
        if thing.phrase is not figure and thing.phrase.unit == figure.unit and _added_to(figure, thing):
            by_sentence[thing.stated.sentence.start].append(thing.phrase)
    for phrases in by_sentence.values():
        values = [phrase.value for phrase in phrases[:8] if phrase.value is not None]
        for size in (2, 3, len(values)):
            if any(sum(some) == figure.value for some in combinations(values, size)) and size > 1:
                return True
        if any(abs(a - b) == figure.value for a, b in combinations(values, 2)) and figure.value:
            return True
    counts = [phrases[0].value for phrases in by_sentence.values() if phrases[0].value is not None][:20]
    return any(a + b == figure.value for a, b in combinations(counts, 2))

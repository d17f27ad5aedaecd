"""Parts told sentence by sentence that are not their total: “The third shed held 480”, of a flock of 1,840."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checks.reading.parts import Suspicion
from checks.reading.suspicions.sums.classes import CLASSES, kind_of
from checks.reading.suspicions.sums.partitions import Parts, listed, missed, phrases_of
from checks.reading.suspicions.sums.places import (
    Place,
    Said,
    alike,
    is_of,
    is_of_another_time,
    is_open,
    is_size,
    said_in,
)
from checks.reading.suspicions.sums.shares import shares
from checks.reading.suspicions.sums.stated import is_money, is_person

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CLOSING = re.compile(
    r"\b(?:(?:the|its|their|his|her|all|and) )?(?:remaining|other|rest|remainder|balance|last|final)"
    r"(?:,| of (?:the|them|it)\b[\w ]{0,20},?| (?:and \w+ )?(?:sum |total )?of)?(?: (?:some|about|just))?\s*$|"
    r"\bleav(?:es?|ing)\s*(?:just |only |another |a further )?$|\bthe (?:remaining|rest|remainder|balance|"
    r"other)(?:,|\b[\w ]{0,20}\bof\b)[\w ]{0,30}$"
)
_STILL = re.compile(
    r"\W*(?:[a-z]+ ){0,1}?(?:(?:are|is|were|was|have|has|had)(?: \w+)? (?:still |yet )?(?:missing|unaccounted|"
    r"undecided|not been (?:found|heard|seen|identified)|to be (?:found|identified|counted))|remain(?:s|"
    r"ed)? (?:missing|"
    r"unaccounted|unsold|unidentified|vacant|empty|in))\b"
)
_FURTHER = re.compile(
    r"\b(?:and |while |with )?(?:an?other|a further|an additional|plus)\s*$|\b(?:an?other|a further) "
)
_SPENT = re.compile(
    r"\b(?:will|would|is|are|was|were|to|should|went|goes|go|has|have|had|be|been|pays?|paid|covers?|covered|buys?|"
    r"bought|meant|earmarked|set aside|allocated|spent|for|from|came|added|gave|given|brought|raised)\b"
)
_OF_THEM = re.compile(
    r"^\W*(?:of|among|out of) (?:them|these|those|this|that|the (?:dead|injured|wounded|victims|survivors|total|sum|"
    r"amount|money|number|[a-z]+s|[a-z]+ (?:people|men|women|children)))\b(?: [a-z]+){0,5}?,? [^;:]{0,40}$"
)
_ONE_MORE_LOT = re.compile(r"\W*(?:and )?(?:another|a further) (?:some |about )?")
_FIRST = re.compile(r"\b(?:the|a) first\b|\bone(?: of (?:them|these|which))?(?: \w+)? (?:has|had|holds?|held|with)\b")
_NTH = {
    2: r"\b(?:the|a) second\b|\bthe other\b|\banother\b",
    3: r"\b(?:the|a) third\b|\bthe last\b",
    4: r"\b(?:the|a) fourth\b",
    5: r"\b(?:the|a) fifth\b",
}
_NTH_IS = {n: re.compile(words) for n, words in _NTH.items()}
_HOW_MANY = re.compile(r"\b(two|three|four|five)(?: [a-z-]+){0,2} [a-z]+s\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_ONE_MORE = re.compile(r"(?:,|\band) (?:and )?(?:one|an?) ")
_SUM = re.compile(
    r"\b(?:in all|in total|altogether|all told|combined|together|between them|overall|in sum|(?:grand |combined |"
    r"overall )?total(?:s|l?ed|l?ing)?(?: \w+){0,2}?|add(?:s|ed|ing)? up to|merged|amalgamated|joint|sum|makes?|making|"
    r"comes? to|came to|bring\w* the \w+ to|thus|therefore|so)\b"
)
_SUM_AFTER = re.compile(
    r"[^;:.]{0,45}?\b(?:in all|in total|altogether|all told|combined|between them|overall|in sum|together)\b"
)
_MADE_OF = re.compile(
    r"\b(?:consist(?:s|ed|ing)? of|made up of|compris(?:es?|ed|ing)(?: of)?|composed of|contains?|contained|"
    r"divided into|split (?:into|between)|broke down (?:as|into)|breaks down (?:as|into)|there (?:were|are|had been)|"
    r"they (?:were|are|included)|(?:was|were|are|is)|(?:had|have|has)|won|took|carr(?:ied|ying))\s*(?:only |"
    r"just |about |the )?$"
)
_IS_MADE_OF = re.compile(
    r"\b(?:consist(?:s|ed|ing)? of|made up of|compris(?:es?|ed|ing)(?: of)?|composed of|divided into|"
    r"split (?:up )?(?:into|between)|"
    r"br(?:oke|eaks?) down (?:as|into|to)|includes?|included|numbers?|they (?:are|were|include[sd]?)|"
    r"there (?:are|were|had been))\s*(?:just |only |the )?$"
)
_BAND_OF = re.compile(r"\b(?:an?|the|its|his|her|this|that|their)(?: [a-z-]+){1,3} of $|\b(?:all|the) (?:other )?$")
_SOME_OF_THEM = re.compile(r" of (?:them|these|those|the|its|his|her|their|whom)\b")
_FEWEST = 2
_COMES_AND_GOES = re.compile(r"\b(?:now (?:has|have|had|holds?|numbers?)|leaving|left with|threw out|gave away)\b")
_NEVER_ADDED = {"percent", "year", "month", "week", "day", "decade", "hour", "minute"}
_TIGHT = 16  # letters between two figures of one list
_NO_SEATS = re.compile(
    r"\b(?:majority|from|of them|of which|last|previous\w*|more|than|short|need\w*|gain\w*|los[te]\w*|targets?|up|"
    r"contest\w*|candidates?|polls?|forecast\w*)\b"
)
_OF_SEATS = re.compile(r"\s*(?:seats )?(?:of|in|seats) ")
_METAL = {"gold", "silver", "bronze"}
_BREAKS_UP = re.compile(r"\b(?:another|separate\w*|different|also|elsewhere|other (?:than|incident|crash)|unrelated)\b")


def wholes(reading: Reading) -> Iterator[Suspicion]:
    """Which parts, told in one sentence or one after the other, are not the total that stands beside them."""
    said = said_in(reading)
    taken: set[int] = set()
    for at, places in enumerate(said.places):
        yield from shares(said, at)
        if not places:
            continue
        for find in (_closed, _another, _of_them, _numbered, _summed, _of_a_class, _seats, _composed, _enumerated):
            if taken.isdisjoint(id(place.phrase) for place in places):
                for parts in find(said, at):
                    for one in missed(said, at, parts):
                        taken.update(id(place.phrase) for place in parts.parts)
                        yield one


def _closed(said: Said, at: int) -> Iterator[Parts]:
    """`… $2.1 million to roofs. Another $1.3 million pays for …, and the remaining $600,000 …`"""
    for place in said.places[at]:
        rest = _CLOSING.search(place.before) or (
            place.noun in ("other", "rest") and re.search(r"\b(?:the|and)\s*(?:other\s*)?$", place.before)
        )
        rest = rest or (not place.phrase.unit and _STILL.match(place.after))
        further = not rest and _FURTHER.search(place.before[-24:]) and _SPENT.search(place.before + place.after[:60])
        if not rest and not (further and (is_money(place.phrase) or place.phrase.unit or place.value >= 10**6)):
            continue
        yield from _up_to(said, at, place, bool(rest))


def _up_to(said: Said, at: int, place: Place, rest: bool) -> Iterator[Parts]:
    """The figures of the paragraph before one that closes the list, without the total if that stands among them."""
    if place.phrase.unit in _NEVER_ADDED:
        return
    start = place.phrase.start
    earlier = [
        one
        for one in said.run_up(at)
        if one.phrase.start < start and (alike(place, one) or not (one.phrase.unit or one.noun))
    ]
    later = [one for one in said.near(at, 0, 0) if one.phrase.start > start and alike(place, one)]
    if not earlier or (later and not rest):
        return
    before = [one for one in said.run_up(at, 12) if one.phrase.start < earlier[0].phrase.start]
    most, least = (1.45, 0.7) if rest else (1.34, 0.75)
    inside = _total_among(earlier, place)
    outside = [one for one in said.near(at) if one not in earlier and is_of(one, (*earlier, place))]
    added_up = float(sum(one.value for one in (*earlier, place)))
    if inside is not None and not any(least <= added_up / max(1.0, float(one.value)) <= most for one in outside):
        run, totals = earlier[inside + 1 :], earlier[inside : inside + 1]
    else:
        run, totals = earlier, []
    if run and len(run) <= 5:
        yield Parts(
            (*run, place),
            (*before[-2:], *earlier, place, *later),
            least,
            most,
            totals=tuple(totals) or None,
            must=(place,),
        )


def _total_among(earlier: Sequence[Place], last: Place) -> int | None:
    """Which figure of a paragraph is the total of those after it: the first, if it is the largest and of their kind."""
    for k, place in enumerate(earlier):
        after = [*earlier[k + 1 :], last]
        if len(after) > 1 and place.value > max(one.value for one in after) and is_of(place, after):
            return k
    return None


def _another(said: Said, at: int) -> Iterator[Parts]:
    """`The largest flock, of 155, is in A. Another 120 were seen in B and 85 in C.`: more than all there were."""
    places = said.places[at]
    before = said.places[at - 1] if at else ()
    first = places[0]
    alone = len(before) == 1 and said.sentences[at - 1].sentence.paragraph == said.sentences[at].sentence.paragraph
    if first.k or not _ONE_MORE_LOT.fullmatch(first.stated.low[0]) or not alone or is_open(before[0].before):
        return
    run = listed(places, 0)
    parts = (before[0], *run)
    nouns = {one.noun for one in parts} - {""}
    if len(run) == len(places) and len(parts) > _FEWEST and len(nouns) < 2 and not first.phrase.unit:
        totals = [one for one in said.near(at, 1, 0) if one.at < at and one is not before[0] and one.noun]
        yield Parts(parts, parts, 1.0, 1.34, totals=tuple(totals), must=parts)


def _of_them(said: Said, at: int) -> Iterator[Parts]:
    """`Of those killed, nine were Indonesians, seven Filipinos and four Indians.`"""
    places = said.places[at]
    if len(places) < 2 or not _OF_THEM.search(places[0].stated.low[0]) or places[0].k:
        return
    run = listed(places, 0)
    if len(run) < len(places) or len(run) < (2 if all(one.phrase.of[:1].isupper() for one in run) else 3):
        return
    ones = len(_ONE_MORE.findall(run[-1].after))
    if not ones and not re.search(r"\band\b|;|\bwhile\b", run[-1].before):
        return
    yield Parts(
        run, run, 0.8, 1.3, totals=tuple(one for one in said.near(at, 1, 0) if one.at < at), must=run, ones=ones
    )


def _numbered(said: Said, at: int) -> Iterator[Parts]:
    """`It was built in three stages. The first has 260 megawatts, the second 180. The third adds 260.`"""
    stated = said.sentences[at]
    if not _FIRST.search(stated.text):
        return
    found: list[Place] = []
    wanted = 1
    for one in [place for other in range(at, min(at + 5, len(said.places))) for place in said.places[other]]:
        if said.sentences[one.at].sentence.paragraph != stated.sentence.paragraph:
            break
        mark = _FIRST if wanted == 1 else _NTH_IS.get(wanted)
        since = found[-1].phrase.end if found and found[-1].at == one.at else 0
        words = one.stated.text[
            max(0, since - one.stated.sentence.start) : one.phrase.start - one.stated.sentence.start
        ]
        if (
            mark
            and mark.search(words)
            and (not found or alike(found[0], one) or (not one.noun and not one.phrase.unit))
        ):
            found.append(one)
            wanted += 1
    if len(found) < 2 or any(is_open(one.before) for one in found):
        return
    start = max(0, at - 3)
    told = " ".join(one.text for one in said.sentences[start : at + 1])
    many = {_NUMBERS[word] for word in _HOW_MANY.findall(told)} | ({2} if re.search(r"\bboth\b", told) else set())
    closed = re.search(r"\b(?:and last|last|final)\b", found[-1].stated.text)
    if len(found) in many or (closed and len(found) > 2):
        yield Parts(tuple(found), tuple(found), 0.55, 1.8, must=tuple(found))


def _summed(said: Said, at: int) -> Iterator[Parts]:
    """`Northhaven has 88 pupils and Crosswell 47. The merged school will start with 135.`"""
    for place in said.places[at]:
        lead = place.stated.low[place.k][-70:]
        cue = _SUM.search(lead if place.k else place.stated.low[0]) or _SUM_AFTER.match(place.after)
        if not cue or is_of_another_time(place) or place.phrase.bound:
            continue
        earlier = [one for one in said.run_up(at, 3) if one.phrase.start < place.phrase.start]
        same = [one for one in earlier if one.at == at]
        run = [one for one in earlier if one.at < at]
        if same or not run:
            continue
        parts = listed(run, 0) if len(run) > 1 else ()
        while run and (len(parts) < len(run)):  # the list that stands last
            run = run[1:]
            parts = listed(run, 0) if run else ()
        if len(parts) > 1 and parts[0].at == parts[-1].at and place.value > max(one.value for one in parts):
            yield Parts(parts, tuple(earlier), 0.7, 1.4, totals=(place,))


def _of_a_class(said: Said, at: int) -> Iterator[Parts]:
    """`All 212 people were saved. There had been 171 passengers and 31 crew on board.`"""
    places = said.places[at]
    if len(places) < 2 or _BREAKS_UP.search(places[0].stated.text):
        return
    for first in range(len(places) - 1):
        run = listed(places, first)
        for last in range(len(run), 1, -1):
            kinds = [kind_of(one) for one in run[:last]]
            if len(set(kinds)) == last and frozenset(kinds) in CLASSES:
                more = run[last].stated.low[run[last].k] if last < len(run) else ""
                tight = more and len(more.strip(" ,")) < _TIGHT and bool(run[last].noun) == bool(run[last - 1].noun)
                if tight or is_open(run[0].before):
                    return
                run = run[:last]
                totals = [one for one in said.near(at, 1, 0) if one.at <= at and one.phrase not in phrases_of(run)]
                ones = len(_ONE_MORE.findall(run[-1].after))
                yield Parts(
                    run, run, 0.75, 1.34, totals=tuple(totals), must=run, ones=ones, loose=not _METAL & set(kinds)
                )
                return


def _composed(said: Said, at: int) -> Iterator[Parts]:
    """`The expedition of fourteen left. It is made up of eight climbers, three doctors and five scientists.`"""
    places = said.places[at]
    for first, place in enumerate(places[:-1]):
        if _IS_MADE_OF.search(place.before) and not is_open(place.before):
            run = listed(places, first)
            ones = len(_ONE_MORE.findall(re.split(r"[.;:]", run[-1].after)[0]))
            totals = [one for one in said.near(at, 1, 0) if one.phrase.start < place.phrase.start]
            strong = [one for one in totals if not one.phrase.unit and _BAND_OF.search(one.before) and not one.noun]
            if len(run) > 1:
                yield Parts(
                    run,
                    run,
                    0.7,
                    1.45,
                    totals=tuple(strong[-1:] or totals),
                    must=run[:2],
                    ones=ones,
                    loose=True,
                    band=bool(strong),
                    anything=len(run) > _FEWEST and not strong,
                )
            return


def _enumerated(said: Said, at: int) -> Iterator[Parts]:
    """`The run raised $48,500. Entry fees brought in $21,000, sponsors gave $19,500 and a raffle added $12,000.`"""
    if _COMES_AND_GOES.search(said.sentences[at].text):
        return
    places = said.places[at]
    for first in range(len(places) - 1):
        run = listed(places, first)
        if (
            len(run) < _FEWEST
            or not re.search(r"\band\b|\bwhile\b|;", run[-1].before)
            or run[0].phrase.unit == "percent"
        ):
            continue
        ones = len(_ONE_MORE.findall(re.split(r"[.;:]", run[-1].after)[0]))
        totals = [
            one
            for one in said.near(at, 1, 0)
            if one.at < at or (one.at == at and one.phrase.start < run[0].phrase.start)
        ]
        least, most, partitive = 0.75, 1.34, _SOME_OF_THEM.match(run[0].after)
        if partitive:
            least, most = 0.8, 1.25
            totals = [one for one in totals if at - 3 < one.at < at and not one.phrase.unit]
        elif len(run) == _FEWEST:  # two figures are all there is only where nothing stands between them and their total
            least, most = (0.85, 1.18)
            beside = [one for one in totals if one.at >= at - 1 and alike(one, run[0])]
            totals = [one for one in beside[-1:] if (one.noun == run[0].noun and one.noun) or is_money(one.phrase)]
            if first or _CLOSING.search(run[-1].before) or not totals:
                return
        yield Parts(
            run,
            (*run, *(one for one in places if one not in run)),
            least,
            most,
            totals=tuple(totals),
            must=run[:2],
            ones=ones,
            anything=bool(partitive),
            loose=any(is_person(one.noun) for one in run),
        )
        return


def _seats(said: Said, at: int) -> Iterator[Parts]:
    """`In the 120-seat chamber the Reds hold 52 seats, the Blues 41 and the Greens 38.`"""
    places = [one for one in said.places[at] if not is_size(one)]
    if not any(one.noun == "seat" for one in places) or _NO_SEATS.search(said.sentences[at].text):
        return
    run = next(
        (found for k, one in enumerate(places) if one.noun == "seat" and len(found := listed(places, k)) > 1), ()
    )
    if not run:
        return
    first = [one for one in said.places[at - 1] if at and not is_size(one)]
    with_first = first[0].noun in ("seat", "") and _OF_SEATS.match(first[0].after) if len(first) == 1 else False
    parts = (first[0], *run) if with_first and first[0].phrase not in phrases_of(run) else run
    sizes = said.seats
    if len({one.value for one in sizes}) == 1 and sum(one.value for one in parts) > sizes[0].value:
        yield Parts(parts, parts, 0.9, 1.5, totals=tuple(sizes[:1]), must=parts, loose=True)

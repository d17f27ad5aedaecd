"""Parts that do not add up to their total: “55 people: 30 men, 15 women and 12 children”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checks.reading.parts import AmountPhrase, Certainty, Suspicion
from checks.reading.suspicions.sums.adding import (
    ANYTHING_BUT,
    IN_ALL,
    LISTED,
    MOST_PARTS,
    NO_END,
    OPEN_ENDED,
    answer,
    counts_the_items,
    disjoint,
    is_open,
    list_end,
    of_one_kind,
    surely_parts,
    suspected,
    unnumbered,
)
from checks.reading.suspicions.sums.gains import gains
from checks.reading.suspicions.sums.places import said_in
from checks.reading.suspicions.sums.shares import for_and_against
from checks.reading.suspicions.sums.stated import (
    Stated,
    is_count,
    is_money,
    is_person,
    noun_of,
    only,
)
from checks.reading.suspicions.sums.wholes import wholes

if TYPE_CHECKING:
    from checks.reading.article import Reading

_BEFORE_LIST = re.compile(rf"{NO_END}{{0,90}}(?::|—|–| - | \()\s*(?:(?:the |only |just )*|[^().;:0-9]{{1,40}}\()")
_MADE_OF = re.compile(
    rf"{NO_END}{{0,90}}\b(?:made up of|consist(?:s|ed|ing)? of|compris(?:es?|ed|ing)(?: of)?|composed of|"
    r"(?:divided|split|shared) (?:up )?(?:into|between|among)|broken down (?:as|into)|namely|that is)[ ,:]+"
    r"(?:(?:the |a |an )?|[^().;:0-9]{1,40}\()|-(?:member|person|man|woman|strong|piece|"
    r"seat)(?: [a-z-]+){1,3} of (?:the )?"
)
_HAS = re.compile(
    r"-(?:member|person|man|woman|strong|seat)(?: [a-z-]+){1,3} (?:has|had|have|contains?|includes?|included) |"
    rf"{NO_END}{{0,40}}, with "
)
_OF_BODY = re.compile(
    r"\b(?:squad|committee|council|panel|jury|cast|crew|cabinet|board|team|bench|class|delegation) of $"
)
_OF_WHICH = re.compile(
    rf"{NO_END}{{0,60}},? (?:of|among) (?:which|whom|them|these|those),? (?:about |the |only |just )?"
)
_INCLUDING = re.compile(rf"{NO_END}{{0,60}},? (?:including|among them|such as|includes?|included),? ")
_OF_TOTAL = re.compile(r"^(?:\W|and |but |out )*of (?:the|its|their|his|her|all|these|those|our|some)?[\w ’'-]{0,30}$")
# Between the last part and the total, and after the total.
_FOR_TOTAL = re.compile(
    rf"{NO_END}{{0,90}}(?:,|—|–|\bfor|\bmaking|\bmakes?|\bor|\btotal(?:l?ing|s|led|ed)|\badd(?:s|ing|ed)? up to|"
    rf"=|\bgiving|\bin all,|"
    r"\bin total,|\baltogether,)\s*(?:an? |the |it |up )*(?:total(?: |of )*)?"
)
_ALTOGETHER = re.compile(
    r"\W*(?:in all|in total|altogether|all told|together|combined|taken together|that makes|that made|"
    r"the total (?:is|was|comes? to|"
    r"came to|bill (?:is|was|comes? to|came to)|cost (?:is|was|comes? to|came to)))\b[^.!?:;]{0,60}$"
)
_OPPOSED = re.compile(
    r"\s*(?:\w+ )?(?:voted|dissent\w*|against|opposed|were absent|absent|abstain\w*|refused|failed|disagree\w*|"
    r"did not|"
    r"rejected|declined|survived|died|were killed|stayed|remained)\b"
)
_THEY_WERE = re.compile(
    r"(?:they|the (?:dead|victims|injured|wounded|survivors|passengers|suspects|winners|crew|group)) "
    r"(?:were|are|comprised?|consist(?:ed)? of|was made up of|were made up of) (?:the )?"
)
_AMONG_THEM = re.compile(
    r"(?:of|among) (?:them|these|those|the (?:dead|victims|injured|total|number)),? (?:were )?(?:about |only )?"
)
_SO_FAR = re.compile(
    r"\b(?:this (?:year|season|month)|so far|since|with (?!the two|both)|has now|have now|including|plus|counting)\b"
)
_OF_A_VOTE = re.compile(r"\b(?:against|abstain\w*|abstentions?|dissent\w*)\b")
_ONE_PLACE = 400  # characters about the figures of one vote
_MUCH = Decimal("1.5")
_REST = re.compile(r"\b(?:the )?(?:rest|remainder|remaining|others?|other)\W*$")
_LEAVING = re.compile(
    rf"{NO_END}{{0,70}}\bleav(?:es|ing) (?:it |them |him |her |us |with |just |only |the other |the )*$"
)
_LARGE = 10**5  # from here on figures are of money, or of what is shared out as money is
_NAMED_PART = re.compile(r"(?:,|;| and) (?:and )?(?:the |its |a )?[a-z’' -]{2,30} $")  # “, the state eight million”
_GOES_TO = re.compile(r" (?:of them )?(?:(?:will )?(?:go|went|goes) )?(?:on|to|for|from|into|towards?|by|in|at)\b")
_FOR, _AGAINST = (
    re.compile(r"\b(?:for|in favou?r|yes|aye|ayes|accept\w*|back\w*|support\w*)\b"),
    re.compile(r"\b(?:against|no|noes|nays?|oppos\w+|reject\w*)\b"),
)
_POLLED = re.compile(r"\b(?:vot(?:e|es|ed|ers?|ing)|ballots?|referendum|poll(?:ed|s)?|papers|motion|show of hands)\b")
_LEFT = re.compile(r"(?:[\w’' -]{0,30}?)\b(?:left|remaining|remain|unsold|unspent|in hand|to spare)\b")
_IN_A_STATE = re.compile(
    r"\W*(?:[\w-]+ )?(?:injured|hurt|dead|wounded|homeless|stranded|missing|trapped|in (?:critical|hospital|a)|"
    r"stable|serious|others?|"
    r"without|behind|more|days?|minutes?|seconds?)\b"
)


def totals(reading: Reading) -> Iterable[Suspicion]:
    """Which parts given with their total do not add up to it: a list after a colon, "in all", "leaving", "of which"."""
    found = list(_in_a_sentence(reading))
    known = {words for one in found if one.certainty != "look" for words in one.spans}
    yield from (_of_a_ballot(reading, one) for one in found)
    for one in (*wholes(reading), *gains(reading)):
        if len(known.intersection(one.spans)) < 2:
            known.update(one.spans)
            yield _of_a_ballot(reading, one)


def _of_a_ballot(reading: Reading, one: Suspicion) -> Suspicion:
    """The same, of the kind that votes are where those who took part in one are told with those for and against."""
    first, last = one.spans[0].start, one.spans[-1].end + 80
    said, told = reading.text[max(0, first - 80) : last].lower(), reading.text[first:last].lower()
    ballot = len(said) < _ONE_PLACE and _POLLED.search(said) and "percent" not in said and "per cent" not in said
    if not ballot or not all(side.search(told) for side in (_FOR, _AGAINST)):
        return one
    return replace(one, kind="votes")


def _in_a_sentence(reading: Reading) -> Iterator[Suspicion]:
    """What stands in one sentence with its total, or in two that say so."""
    previous: list[Stated] = []
    before: list[Stated] = []
    paragraph = -1
    for stated in said_in(reading).as_printed:
        if stated.sentence.paragraph != paragraph:
            previous, paragraph = [], stated.sentence.paragraph
        if stated.figures and len(stated.figures) <= 3 * MOST_PARTS:
            yield from _first(stated, previous, before)
        before = [*before[-1:], stated]
        previous = [*previous[-2:], stated]


def _first(stated: Stated, previous: Sequence[Stated], before: Sequence[Stated]) -> Iterator[Suspicion]:
    """The first way of stating a sum that shows a fault; `previous` are of its paragraph, `before` of the text."""
    ways = (
        _list_after_total,
        _list_before_total,
        _of_the_total,
        _shared_out,
        _left_over,
        _two_of_them,
        _in_apposition,
        for_and_against,
    )
    units = list(dict.fromkeys(one.unit for one in stated.figures if is_money(one) or not one.unit))
    views = [stated, *(only(stated, unit) for unit in units if len(stated.figures) > 2)]
    for view in views:
        for way in ways:
            found = list(way(view))
            if found:
                yield from found[:1]
                return
    yield from (list(_in_turn(stated, before)) or list(_together(stated, previous)))[:1]


def _list_after_total(stated: Stated) -> Iterator[Suspicion]:
    """`55 people: 30 men, 15 women and 12 children`; `a 12-member panel made up of five judges and six lawyers`."""
    figures, low = stated.figures, stated.low
    for first in range(1, len(figures)):
        t, glue = first - 1, low[first]
        whole = bool(_BEFORE_LIST.fullmatch(glue) or _MADE_OF.fullmatch(glue))
        body = bool(_OF_BODY.search(low[t]) and re.fullmatch(r" (?:has|had|have|contains?|includes?|included) ", glue))
        has = body or bool(_HAS.fullmatch(glue))
        some = has or bool(_OF_WHICH.fullmatch(glue) or _INCLUDING.fullmatch(glue))
        last = list_end(stated, first)
        if not (whole or some) or (last == first and (whole or not noun_of(figures[first]))):
            continue
        t -= t > 0 and figures[t].value == last - t and not is_person(noun_of(figures[t]))
        parts, total = figures[first : last + 1], figures[t]
        if not of_one_kind(parts, total) or counts_the_items(parts, total):
            continue
        after = low[last + 1]
        whole = (whole or bool(_REST.search(low[last]))) and not is_open(stated, first, last)
        extras = unnumbered(stated, first, last)
        certainty: Certainty = "certain" if surely_parts(parts, total, stated) else "likely"
        if not whole:
            apart = disjoint(stated, first, last) or is_money(total) or (has and not figures[t].unit)
            certainty = "certain" if len(parts) == 1 else "likely" if apart else "look"
        if IN_ALL.match(after) and last + 1 < len(figures):
            continue
        if not whole and re.search(r"\bboth\b|\brespectively\b", stated.text):
            continue
        yield from suspected(stated, parts, total, certainty, extras, at_most=not whole, spare=figures[:t])


def _list_before_total(stated: Stated) -> Iterator[Suspicion]:
    """`12 paintings, three drawings and five prints, 21 works in all`; `for a total of $7 million`."""
    figures, low = stated.figures, stated.low
    for t in range(2, len(figures)):
        first = t - 1
        while first and LISTED.fullmatch(low[first]) and not ANYTHING_BUT.search(low[first]):
            first -= 1
        said = figures[t].exact.lower().startswith("a total of") or re.search(
            r"\btotal(?:l?ing|led|ed)? (?:of )?$", low[t]
        )
        closing = (
            IN_ALL.match(low[t + 1]) or said or re.search(r"\b(?:in all|in total|altogether|all told),\s*$", low[t])
        )
        if not closing or not _FOR_TOTAL.fullmatch(low[t]) or t - first < 2:
            continue
        total, runs = figures[t], [figures[k:t] for k in range(first, t - 1)]
        fitting = [run for run in runs if of_one_kind(run, total)]
        if not fitting or OPEN_ENDED.search("".join(low[first + 1 : t + 1])):
            continue
        extras = unnumbered(stated, first, t - 1) - 1
        if any(answer(run, total, extra)[0] != "no" for run in fitting for extra in range(max(extras, 0) + 1)):
            continue
        certainty: Certainty = "certain" if surely_parts(fitting[0], total, stated) else "likely"
        yield from suspected(stated, fitting[0], total, certainty, 0, at_most=False, spare=())


def _of_the_total(stated: Stated) -> Iterator[Suspicion]:
    """`52 of the 40 staff`; `of the 120 homes, 70 were destroyed and 60 damaged`; `… and the remaining 60 damaged`."""
    figures, low = stated.figures, stated.low
    for t, total in enumerate(figures):
        if (
            t
            and _within(low[t])
            and (is_money(total) or not total.unit)
            and of_one_kind([figures[t - 1]], total)
            and not _hyphenated(stated, t)
        ):
            yield from suspected(stated, [figures[t - 1]], total, "certain", 0, at_most=True, spare=())
        if not _OF_TOTAL.fullmatch(low[t]) or t + 1 >= len(figures) or "," not in low[t + 1]:
            continue
        last = list_end(stated, t + 1)
        parts = figures[t + 1 : last + 1]
        if not of_one_kind(parts, total) or not re.fullmatch(rf"{NO_END}{{0,50}}, (?:only |just |about )?", low[t + 1]):
            continue
        whole = len(parts) > 1 and bool(_REST.search(low[last]))
        certainty: Certainty = "certain" if whole or len(parts) == 1 else "likely"
        if (
            not whole
            and len(parts) > 1
            and (OPEN_ENDED.search(stated.text) or re.search(r"\b(?:had|have|were on|lack|spoke)\b", stated.text))
        ):
            certainty = "look"
        yield from suspected(stated, parts, total, certainty, 0, at_most=not whole, spare=())


def _shared_out(stated: Stated) -> Iterator[Suspicion]:
    """`Seven of the 12 million go on a pier, three on dredging and four on lights`: one of a whole, then the others."""
    figures, low = stated.figures, stated.low
    for t in range(1, len(figures) - 1):
        total, last = figures[t], list_end(stated, t + 1)
        parts = [figures[t - 1], *figures[t + 1 : last + 1]]
        if is_money(parts[0]) and not total.unit and not total.of:
            total = replace(total, unit=parts[0].unit)  # “nine million dollars of the 20 million”
        ways = {(_GOES_TO.match(low[k + 1]) or [""])[0].strip() for k in range(t + 1, last + 1)}
        bare = all(noun_of(part) in ("", noun_of(parts[0]), noun_of(total)) for part in parts)
        named = (total.value or 0) >= _LARGE and all(_NAMED_PART.search(words) for words in low[t + 1 : last + 1])
        apart = named or (len(ways) == 1 and "" not in ways)
        if len(parts) < 3 or not apart or not bare or not _within(low[t]) or _hyphenated(stated, t):
            continue
        joined = (
            re.fullmatch(rf"{NO_END}{{3,90}}(?:,| and| while)(?: (?:and|another|a further))? ", low[t + 1]) or named
        )
        if joined and of_one_kind(parts, total) and not is_open(stated, t + 1, last):
            yield from suspected(stated, parts, total, "likely", 0, at_most=True, spare=())


def _left_over(stated: Stated) -> Iterator[Suspicion]:
    """`80 of the 200 seats, leaving 130`; `lost 12 of its 40 staff and has 30 left`."""
    figures, low = stated.figures, stated.low
    for r in range(2, len(figures)):
        part, total, rest = figures[r - 2 : r + 1]
        within = _within(low[r - 1]) and not _hyphenated(stated, r - 1)
        if not within or not of_one_kind([part, rest], total):
            continue
        leaving = _LEAVING.search(low[r]) and not _IN_A_STATE.match(low[r + 1])
        left = _LEFT.match(low[r + 1]) and not ANYTHING_BUT.search(low[r]) and ", " not in low[r][3:-8]
        if (leaving or left) and rest.unit == total.unit == part.unit:
            named = noun_of(rest) in ("", noun_of(total), "other")
            certainty: Certainty = "certain" if leaving and named else "likely" if named else "look"
            yield from suspected(stated, [part, rest], total, certainty, 0, at_most=False, spare=())


def _two_of_them(stated: Stated) -> Iterator[Suspicion]:
    """`five of the nine judges agreed and five dissented`: two sides that nobody can be on at once."""
    figures, low = stated.figures, stated.low
    for k in range(2, len(figures)):
        part, total, rest = figures[k - 2 : k + 1]
        joined = re.fullmatch(rf"{NO_END}{{3,80}}(?:,| and|, and|, while| but|, but) ", low[k])
        apart = joined and _within(low[k - 1]) and not _hyphenated(stated, k - 1) and _OPPOSED.match(low[k + 1])
        if apart and of_one_kind([part, rest], total) and noun_of(rest) in ("", noun_of(total)):
            yield from suspected(stated, [part, rest], total, "likely", 0, at_most=True, spare=())


def _in_turn(stated: Stated, before: Sequence[Stated]) -> Iterator[Suspicion]:
    """`Fourteen people died. They were eight men and seven women.`; `Of them, nine were men and seven women.`"""
    figures, low = stated.figures, stated.low
    earlier = [one for other in before[-2:] for one in other.figures if is_person(noun_of(one)) and is_count(one)]
    if len(figures) < 2 or not earlier or list_end(stated, 0) != len(figures) - 1:
        return
    all_of, some_of = _THEY_WERE.fullmatch(low[0]), _AMONG_THEM.fullmatch(low[0])
    sexes = not low[0].strip() and disjoint(stated, 0, len(figures) - 1)
    if not (all_of or some_of or sexes) or not all(of_one_kind(figures, total) for total in earlier):
        return
    if is_open(stated, 0, len(figures) - 1) or len({one.value for one in earlier}) > 2:
        return
    fits = any(answer(figures, total, 0, at_most=not all_of)[0] != "no" for total in earlier)
    if not fits:
        certainty: Certainty = "likely" if all_of or sexes or disjoint(stated, 0, len(figures) - 1) else "look"
        yield from suspected(stated, figures, earlier[-1], certainty, unnumbered(stated, 0, len(figures) - 1),
                             at_most=not all_of, spare=())  # fmt: skip


def _in_apposition(stated: Stated) -> Iterator[Suspicion]:
    """`31 points, 12 in the first half and 21 in the second`: bare figures after what they are of."""
    figures, low = stated.figures, stated.low
    if _OF_A_VOTE.search(stated.text):
        return
    for t, total in enumerate(figures[:-2]):
        last = list_end(stated, t + 1)
        parts = figures[t + 1 : last + 1]
        bare = all(noun_of(part) in ("", noun_of(total)) for part in parts) and (noun_of(total) or total.unit)
        if len(parts) < 2 or not bare or not of_one_kind(parts, total) or last + 1 < len(figures):
            continue
        joined = re.fullmatch(rf"{NO_END}{{0,60}}, ", low[t + 1]) and not ANYTHING_BUT.search(low[t + 1])
        if re.match(r" of (?:the|them|these|those|its|his|her|their)\b", low[t + 1]):
            continue  # it is one of the parts
        if t and _OF_TOTAL.fullmatch(low[t - 1]) and re.match(rf"{NO_END}{{0,40}}, ", low[t]):
            continue  # “Of the 90 acres, 40 go to farms, 30 to woods”: so it is here
        if _way(low[t + 1]) and all(_way(low[k + 1]) == _way(low[t + 1]) for k in range(t + 1, last + 1)):
            continue  # “40 acres go to farms, 30 to woods”
        if joined and not OPEN_ENDED.search("".join(low[t + 1 : last + 2])):
            yield from suspected(stated, parts, total, "likely", 0, at_most=True, spare=figures[:t])


def _way(words: str) -> str:
    """The preposition by which words after a figure say where it goes: “go to farms”."""
    found = _GOES_TO.match(words)
    return found[0].split()[-1] if found else ""


def _together(stated: Stated, previous: Sequence[Stated]) -> Iterator[Suspicion]:
    """`Altogether, 21 works were sold.`, after one or two sentences that give the parts."""
    figures, low = stated.figures, stated.low
    opening = _ALTOGETHER.match(low[0]) if figures else None
    closing = len(figures) == 1 and IN_ALL.match(low[1]) and len(low[0].split()) < 12
    if not figures or not (opening or closing) or not is_count(figures[0]):
        return
    total, before = figures[0], [one for one in previous if one.figures]
    groups = [
        [f for one in before[k:] for f in one.figures if is_count(f) and f.unit == total.unit]
        for k in range(len(before))
    ]
    said = " ".join(one.text.replace("also", "") for one in before)
    for parts in sorted(groups, key=len, reverse=True)[:1]:
        if len(parts) < 2 or len(parts) > MOST_PARTS or not of_one_kind(parts, total) or OPEN_ENDED.search(said):
            continue
        if any(answer(run, total, 0)[0] != "no" for group in groups for run in _runs(group)):
            continue
        alike = is_money(total) or len({noun_of(part) for part in parts}) <= 2
        added_to = sum(part.value or 0 for part in parts) * _MUCH < (total.value or 0) or _SO_FAR.search(stated.text)
        alike = alike and not added_to  # a sum much larger may hold what is not told
        yield from suspected(stated, parts, total, "likely" if alike else "look", 0, at_most=False, spare=())


def _runs(figures: Sequence[AmountPhrase]) -> Iterator[Sequence[AmountPhrase]]:
    for first in range(min(len(figures), MOST_PARTS)):
        for last in range(first + 1, min(len(figures), MOST_PARTS) + 1):
            yield figures[first:last]


def _within(glue: str) -> bool:
    """Whether the words between two figures make the first a part of the second: `12 of its 40 staff`."""
    return bool(
        re.fullmatch(
            r"(?: (?!instead|ahead|short|because|outside|inside|north|south|east|west|front|part|"
            r"half)[\w’'-]+){0,2} (?:out )?of (?:the|its|his|her|their|those|these|all|our)(?: [a-z’'-]+){0,2}\s+",
            glue,
        )
    )


def _hyphenated(stated: Stated, t: int) -> bool:
    """Whether a figure is the first half of a word (`the 12-member panel`), which the part need not be of."""
    return stated.low[t + 1][:1] in "-–‑" and noun_of(stated.figures[t]) != "member"

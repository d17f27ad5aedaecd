"""Two levels of one thing, which came first, and what the change from the one to the other comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from checks.reading.slots.figure_intervals import shown
from checks.reading.slots.figure_parts import Direction, Figure
from checks.reading.slots.figure_relations import relate
from checks.reading.slots.figure_sums import Asked, Derived, answered, best, goes_with, head, is_level, key, value_of
from checks.reading.slots.parts import Relation

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_TIME = re.compile(
    rf"\b(?:(?P<year>(?:1[5-9]|20)\d\d)|(?P<month>{'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
    r"|(?P<before>(?:years?|months?|weeks?|days?|decades?|season|election|quarter) (?:earlier|before|ago|previously)"
    r"|(?:last|previous|preceding|prior) (?:year|month|week|summer|winter|spring|autumn|season|quarter|time|election"
    rf"|survey|day|night|{'|'.join(_MONTHS)})|in (?:the )?(?:first quarter|q1)|previously|formerly|earlier"
    r"|originally|at first|initially|once|used to"
    r"|beginning|start(?:ed)?|opened|opening|at the outset|(?:the|its) first|yesterday|until (?:now|then))"
    r"|(?P<after>(?:years?|months?|weeks?|days?|decades?) (?:later|after|on)\b|now|today|current(?:ly)?|at present"
    r"|this (?:year|month|week|summer|winter|spring|autumn|season|quarter|time|"
    rf"{'|'.join(_MONTHS)})|the (?:next|following|latest)|the end\b|its end\b|close[ds]?\b|finish(?:ed)?|the second"
    r"|the last"
    r"|ended|latest|since then|afterwards?|by then|has (?:since )?(?:risen|fallen|grown|dropped)))",
)
_TO_COME = re.compile(r"\b(?:will|is to|are to|(?:from )?next (?:year|month|week|season|january|april)|due to)\b")
_AGAINST = re.compile(
    r"\b(?:against|from|compared (?:with|to)|than|versus|vs\.?|up on|down on|had been|was previously|after|instead of)"
    r"(?: (?:the|just|only|about|around|some|an?|average|of|previous|year's|month's|more|fewer))*\s*[$£€]?$"
)
_BREAKS = (
    re.compile(r"[.!?]\s"),
    re.compile(r"[;:]"),
    re.compile(r",|\band\b|\bbut\b|\bwhile\b|\bagainst\b|\bcompared\b"),
)
_FORECAST = re.compile(
    r"\b(?:expect|forecast|predict|project(?:ed|ion)|target|budgeted|estimat(?:e|ed) (?:by|of)"
    r"|analysts?|economists?|hoped)"
)
_SWAPPED = re.compile(r"\b(?:as|than|what)\b(?! (?:many|much|high|large|big|long|often))(?P<than>[^.;]*)[.;]?\s*$")
_UP = re.compile(
    r"\b(?:r[oi]s(?:e|es|en|ing)|increas\w*|gr[eo]w(?:s|n|ing)?|climb\w*|jump\w*|surg\w*|soar\w*|gain\w*|went up"
    r"|gone up|more|higher|larger|bigger|dearer|better|up|strengthen\w*|expand\w*|swell\w*|swollen)\b"
)
_DOWN = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|tumbl\w*|slip\w*|slid\w*|shr[aiu]nk\w*|s[aiu]nk\w*|plung\w*"
    r"|plummet\w*|slump\w*|dwindl\w*|went down|gone down|fewer|less|lower|smaller|cheaper|down|weaken\w*|los[te]\w*"
    r"|reduc\w*|cut|cuts|halv\w*)\b"
)
_MOST_LEVELS = 6


@dataclass(frozen=True)
class Pair:
    """Two levels of one thing, the earlier first where that is `known`."""

    early: Decimal
    late: Decimal
    figures: tuple[Figure, ...]
    known: bool


@dataclass(frozen=True)
class Moment:
    """When a level was, as far as the words beside it say: before (-1), now or after (1), to come (2), which month."""

    side: int = 0
    year: int = 0
    month: int = 0


def changes(asked: Asked) -> Derived | None:
    """A change that the claim gives, held against the levels before and after it that the passage gives."""
    claimed = asked.claimed
    if claimed.to is not None and claimed.was is not None:
        return _levels_told(asked, claimed)
    if claimed.to is not None and claimed.direction:
        return _reached(asked, claimed)
    if claimed.kind not in ("change", "points", "multiple") or claimed.point is None:
        return None
    pairs = [pair for pair in pairs_of(asked) if _fits(claimed, pair)]
    forced = len(pairs) == 1 and asked.akin
    return best([_change(asked, claimed, pair, forced) for pair in pairs])


def moved(claim: str, stated: tuple[Figure, ...], passage: str) -> Derived | None:
    """Whether what a claim says rose or fell, without a figure, did so by the two levels that the passage gives.

    None where the passage has not exactly one pair of levels of which one can tell which came first.
    """
    ups, downs = _UP.search(claim.lower()), _DOWN.search(claim.lower())
    if bool(ups) == bool(downs):
        return None
    nought = Figure(0, 0, "", None, None, None, "", "", "", "count")
    pairs = pairs_of(Asked(nought, stated, claim, passage))
    if len(pairs) != 1 or not pairs[0].known or pairs[0].early == pairs[0].late:
        return None
    pair = pairs[0]
    rose = pair.late > pair.early
    if _is_price_of(claim, pair):
        rose = not rose
    way = "up" if rose else "down"
    told = f"{_told(pair, pair.early)} and then {_told(pair, pair.late)}: it went {way}"
    relation = Relation.AGREE if rose == bool(ups) else Relation.CONFLICT
    return relation, told, pair.figures


def pairs_of(asked: Asked) -> list[Pair]:
    """The pairs of levels of one thing in the passage: those told as “from … to” alone, where there are any."""
    told = [
        Pair(_unit(one, one.was), _unit(one, one.to), (one,), True)
        for one in asked.stated
        if one.was is not None and one.to is not None
    ]
    told += [
        Pair(_unit(one, one.low), _unit(one, one.high), (one,), True)
        for one in asked.stated
        if one.point is None and one.exact.lower().startswith("from") and one.low is not None and one.high is not None
    ]
    if told:
        return told
    levels = [one for one in asked.levels if not _FORECAST.search(_beside(one, asked))]
    if len(levels) > _MOST_LEVELS:
        return []
    pairs = []
    for one, other in combinations(levels, 2):
        if other.kind == "count" and not other.of and one.unit:  # "from 6.82 kroner to 7.05"
            other = replace(other, unit=one.unit, kind=one.kind)
        if (
            key(one) == key(other)
            and goes_with(one, other)
            and {one.statistic, other.statistic} - {"", "total"} in (set(), {one.statistic}, {other.statistic})
        ):
            order = _order(one, other, levels, asked)
            first, second = (other, one) if order > 0 else (one, other)
            pairs.append(Pair(value_of(first), value_of(second), (one, other), order != 0))
    return pairs


def _change(asked: Asked, claimed: Figure, pair: Pair, forced: bool) -> Derived | None:
    """One change against one pair; the other way round only where the passage does not say which came first."""
    early, late = pair.early, pair.late
    if claimed.kind == "multiple" and _inverted(asked, pair):
        early, late = late, early
    way: Direction = "up" if late > early else "down" if late < early else ""
    found = _come_to(claimed, early, late, pair)
    if found is None:
        return None
    value, told = found
    if claimed.direction and way != claimed.direction:
        if not pair.known or not forced:
            return None
        return Relation.CONFLICT, f"{told}: it went {way or 'nowhere'}, not {claimed.direction}", pair.figures
    answer = answered(asked, value, told, pair.figures, forced and pair.known)
    if answer and answer[0].stated and claimed.direction and not pair.known:
        return Relation.NARROWER, f"{told}; the passage does not say which came first", pair.figures
    return answer


def _come_to(claimed: Figure, early: Decimal, late: Decimal, pair: Pair) -> tuple[Decimal, str] | None:
    """What a change comes to in the claim's terms, and the sum written out."""
    share = claimed.unit == "percent" or claimed.unit == "share"
    if claimed.kind == "points":
        size = {"basis point": Decimal(10_000)}.get(claimed.unit, Decimal(100))
        points = abs(late - early) * (size if key(pair.figures[0])[0] == "share" else 1)
        return points, f"{_from_to(pair, early, late)} is {shown(points)} {claimed.unit}{'' if points == 1 else 's'}"
    if claimed.kind == "multiple":
        if not early or not late:
            return None
        times = late / early
        return times, f"{_told(pair, late)} / {_told(pair, early)} = {shown(times, 3)}"
    if share:
        if not early:
            return None
        part = abs(late - early) / early
        return part, f"{_from_to(pair, early, late)} is {shown(part * 100, 3)} percent"
    gap = abs(late - early)
    return gap, f"{shown(max(early, late))} - {shown(min(early, late))} = {shown(gap)}"


def _levels_told(asked: Asked, claimed: Figure) -> Derived | None:
    """A claim that tells both levels, against a passage that gives each by itself."""
    for pair in pairs_of(asked):
        if len(pair.figures) < 2 or key(pair.figures[0]) != key(claimed):
            continue
        before, after = (
            replace(claimed, point=claimed.was, low=claimed.was, high=claimed.was, was=None, to=None),
            replace(claimed, was=None, to=None),
        )
        first, second = sorted(pair.figures, key=lambda one: value_of(one) != pair.early)
        told = f"from {first.exact} to {second.exact}"
        ways = [
            relate(replace(one, direction=""), replace(two, direction="", statistic=one.statistic))
            for one, two in ((before, first), (after, second))
        ]
        if all(way and way[0].stated for way in ways):
            return Relation.AGREE, told, pair.figures
        if pair.known:
            back = [
                relate(replace(one, direction=""), replace(two, direction="", statistic=one.statistic))
                for one, two in ((before, second), (after, first))
            ]
            if all(way and way[0].stated for way in back):
                return Relation.CONFLICT, f"it went {told}", pair.figures
    return None


def _reached(asked: Asked, claimed: Figure) -> Derived | None:
    """A claim that something rose or fell to a level, against a passage that gives it and the one before it."""
    for pair in pairs_of(asked):
        if not pair.known or key(pair.figures[0]) != key(claimed) or pair.early == pair.late:
            continue
        way: Direction = "up" if pair.late > pair.early else "down"
        told = f"{_from_to(pair, pair.early, pair.late)} is {way}"
        answer = answered(replace(asked, claimed=replace(claimed, direction="")), pair.late, told, pair.figures)
        if answer and answer[0].stated:
            return answer if way == claimed.direction else (Relation.CONFLICT, told, pair.figures)
    return None


def _fits(claimed: Figure, pair: Pair) -> bool:
    """Whether a change can be of two levels: points of percentages, dollars of dollars, and of what is named."""
    kind, what, _ = key(pair.figures[0])
    if claimed.kind == "points":
        return kind == "share" or (claimed.unit == "point" and kind == "count")
    if claimed.kind == "multiple" or claimed.unit in ("percent", "share"):
        named = head(claimed)
        return not named or len({named, *(head(one) for one in pair.figures)} - {""}) == 1 or claimed.kind == "change"
    return (kind, what) == key(claimed)[:2]


def _inverted(asked: Asked, pair: Pair) -> bool:
    """Whether a claim sets the earlier level against the later: “twice as many in 2010 as in 2020”."""
    claimed = asked.claimed
    if claimed.direction or len(pair.figures) < 2 or not pair.known:
        return False
    than = _SWAPPED.search(asked.claim_low, claimed.end)
    if not than:
        return False
    ours = _moment(than["than"])
    early, late = (
        _when(one, list(pair.figures), asked)
        for one in sorted(pair.figures, key=lambda one: value_of(one) != pair.early)
    )
    return ours in (late,) and ours not in (early, Moment())


def _order(one: Figure, other: Figure, levels: list[Figure], asked: Asked) -> int:
    """-1 where the first of two levels is the earlier, 1 where the second is, 0 where nobody says."""
    first, second = _when(one, levels, asked), _when(other, levels, asked)
    if first.side != second.side:
        return -1 if first.side < second.side else 1
    if first.year and second.year and first.year != second.year:
        return -1 if first.year < second.year else 1
    if first.month and second.month and abs(first.month - second.month) not in (0, 11):
        return -1 if first.month < second.month else 1
    return 0


def _when(figure: Figure, levels: list[Figure], asked: Asked) -> Moment:
    """When a level was, by the words that are nearer to it than to its neighbours."""
    low = asked.passage_low
    if _AGAINST.search(low[max(0, figure.start - 45) : figure.start]):
        return Moment(-1)
    at = next(k for k, one in enumerate(levels) if one.start == figure.start)
    start = _parted(low, levels[at - 1].end, figure.start) if at else 0
    end = _parted(low, figure.end, levels[at + 1].start) if at + 1 < len(levels) else len(low)
    words = f"{low[start : figure.start]} # {low[figure.end : end]}"
    return Moment(2) if _TO_COME.search(words) else _moment(words)


def _parted(low: str, end: int, start: int) -> int:
    """Where, between two figures, the words of the second begin."""
    for breaks in _BREAKS:
        found = breaks.search(low, end, start)
        if found:
            return found.end()
    return start


def _moment(words: str) -> Moment:
    side = year = month = 0
    for found in _TIME.finditer(words):
        if found["year"]:
            year = year or int(found["year"])
        elif found["month"]:
            month = month or next(k for k, name in enumerate(_MONTHS, 1) if name.startswith(found["month"][:3]))
        else:
            side = side or (-1 if found["before"] else 1)
    return Moment(side, year, month)


def _beside(figure: Figure, asked: Asked) -> str:
    return asked.passage_low[max(0, figure.start - 50) : figure.end + 60]


def _is_price_of(claim: str, pair: Pair) -> bool:
    """Whether the levels are what another currency costs in the one that the claim says rose or fell."""
    currency = key(pair.figures[0])[1] if key(pair.figures[0])[0] == "money" else ""
    name = currency.partition(" ")[0]
    verb = re.search(r"\b(?:weaken|strengthen|gain|lost|fell|rose|slid|firm|slip|drop|climb)", claim.lower())
    return bool(name and verb and re.search(rf"\b{name[:4]}\w*", claim.lower()[: verb.start()]))


def _unit(figure: Figure, value: Decimal | None) -> Decimal:
    return value_of(replace(figure, point=value)) if is_level(figure) or figure.point is None else value or Decimal(0)


def _from_to(pair: Pair, early: Decimal, late: Decimal) -> str:
    one, two = _told(pair, early), _told(pair, late)
    return f"from {one} to {two}" if pair.known else f"{one} against {two}"


def _told(pair: Pair, value: Decimal) -> str:
    return f"{shown(value * 100)} %" if key(pair.figures[0])[0] == "share" else shown(value)

"""Arithmetic over the figures of a passage that a claim's words ask for: sums, what is left, margins, differences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, localcontext
from itertools import pairwise

from checks.reading.figures.numbers import PRECISE
from checks.reading.slots.figure_intervals import shown
from checks.reading.slots.figure_levels import changes, moved
from checks.reading.slots.figure_parts import Figure
from checks.reading.slots.figure_shares import exchanged, rates, shares
from checks.reading.slots.figure_sums import (
    Asked,
    Derived,
    answered,
    best,
    covers,
    goes_with,
    head,
    key,
    told_number,
    value_of,
)
from checks.reading.slots.parts import Relation

__all__ = ["derive", "moved"]

_TOTAL = re.compile(
    r"\b(?:in (?:all|total)|total(?:l?ing|l?ed|s)?|altogether|combined|between them|together|overall|all told|jointly"
    r"|both|collectively|aggregate|sum)\b"
)
_OF_THEM = re.compile(r"\bof (?:whom|which|these|those|them)\b")
_ADDED = re.compile(
    r"\b(?:another|further|more|others?|additional(?:ly)?|extra|plus|remaining|rest|besides|in addition)\b"
)
_JOINED = re.compile(r"(?: [a-z’'-]+){1,4},? (?:and |as well as |plus )?")
_AMONG = re.compile(
    r"\b(?:including|of (?:whom|which|these|those|them)|among (?:them|whom|which)|up from|down from|of the)\b"
)
_LEFT = re.compile(
    r"\b(?:remain\w*|left|still|rest|others?|surviv\w*|leaving|escaped|unhurt|unsold|not|without|uninjured|unharmed)\b"
)
_GONE = re.compile(r"\b(?:of|out of|from)\b")
_BY = re.compile(
    r"\b(?:by|ahead|behind|margin|majority|difference|gap|lead|clear|short|beat|(?:more|fewer|less|higher|lower|above"
    r"|below|[a-z]+er)\b.{0,40}\b(?:than|that))\b"
)
_ONE_OF = re.compile(
    r"\b(?:one|eldest|oldest|youngest|first|second|third|fourth|fifth|sixth|seventh|last) of (?:the )?$"
)
_THE = re.compile(r"\b(?:the|these|those|its|their|in|between|over)\s*$")
_MORE_THAN = re.compile(
    r"\s*(?:[a-z’'-]+ ){0,2}?(?P<way>more than|above|higher than|up on|ahead of|on top of|less than|fewer than"
    r"|below|lower than|under|short of|behind|down on)\b"
)
_LESS = {"less than", "fewer than", "below", "lower than", "under", "short of", "behind", "down on"}
_ANY_PART = {"member", "item", "unit", "part", "piece"}  # parts of a list may be that, whatever they are called
_MOST = 8


def derive(
    claimed: Figure, stated: Sequence[Figure], claim: str, passage: str
) -> tuple[Relation, str, tuple[Figure, ...]] | None:
    """What the passage's figures come to, by the arithmetic that the words of claim or passage ask for.

    `claimed` is a figure of `claim`, `stated` are all those of `passage`. Returns how the claim's figure stands to
    the result, the sum written out, and the figures used; None where nothing asks for a sum, or the sum that would
    be asked for does not come to it and another might. A conflict only where the arithmetic is forced: the same
    things, all of them given, no bound. What the figures belong to is for the caller to ask.
    """
    asked = Asked(claimed, tuple(stated), claim, passage)
    with localcontext(PRECISE):
        if not stated:
            return None
        return best(
            [
                rule(asked)
                for rule in (changes, _sums, _rest, _siblings, _margins, _apart, shares, rates, exchanged, _listed)
            ]
        )


def _sums(asked: Asked) -> Derived | None:
    """`35 organizations and 31 entities` are 66 bodies."""
    claimed = asked.claimed
    if claimed.kind not in ("count", "money", "measure") or claimed.point is None:
        return None
    alike = [one for one in asked.levels if key(one)[:2] == key(claimed)[:2]]
    if not 2 <= len(alike) <= _MOST or any(one.bound not in ("", "about") for one in alike):
        return None
    if {key(one)[2] for one in alike} not in ({""}, {key(claimed)[2]}):
        return None
    total = _says_total(asked)
    named = [one for one in alike if covers(claimed, one)]
    if not named and head(claimed) in _ANY_PART and len(alike) > 2 and _in_a_row(alike, asked):
        named = alike  # 20 sopranos, 15 altos and 10 basses are 45 members
    ways = [(group, total and group == alike) for group in (named, alike if total else []) if len(group) > 1]
    ways += [(group[k:j], False) for group, _ in ways for k in range(len(group)) for j in range(k + 2, len(group) + 1)]
    low, first, last = asked.passage_low, alike[0].start, alike[-1]
    nested = _AMONG.search(low, first, last.start) or _OF_THEM.search(low, last.end, min(len(low), last.end + 30))
    mixed = not head(claimed) and len({head(one) for one in alike} - {""}) > 1
    forced = not (nested or mixed) and asked.akin and all(not one.bound and one.point != claimed.point for one in alike)
    found = []
    for group, all_of_them in ways:
        if not total and not _are_added(group, asked):
            continue
        value = sum((value_of(one) for one in group), Decimal(0))
        told = " + ".join(told_number(one) for one in group) + f" = {shown(value)}"
        one = answered(asked, value, told, group, forced and all_of_them)
        if one and one[0] is not Relation.NARROWER and (total or one[0] is Relation.AGREE):
            found.append(one)
    return best(found)


def _says_total(asked: Asked) -> bool:
    """Whether the claim calls its figure a total, in words that belong to no other figure."""
    claimed, low = asked.claimed, asked.claim_low
    if claimed.statistic == "total" or _TOTAL.search(claimed.exact.lower()):
        return True
    before = re.split(r"[0-9]", low[: claimed.start])[-1]
    after = re.split(r"[0-9]", low[claimed.end :])[0]
    return bool(_TOTAL.search(before) or _TOTAL.search(after))


def _are_added(group: Sequence[Figure], asked: Asked) -> bool:
    """Whether the passage tells figures as parts: with `another` or `other`, or set together, `5 sons and 3 girls`."""
    low = asked.passage_low
    if _in_a_row(group, asked):
        return head(asked.claimed) != ""
    return _ADDED.search(low, group[0].end, min(len(low), group[-1].end + 12)) is not None


def _in_a_row(group: Sequence[Figure], asked: Asked) -> bool:
    """Whether figures stand in one list: `20 sopranos, 15 altos and 10 basses`."""
    return all(_JOINED.fullmatch(asked.passage_low, one.end, two.start) for one, two in pairwise(group))


def _listed(asked: Asked) -> Derived | None:
    """`the three libraries`, where the passage gives a figure of each of three."""
    claimed = asked.claimed
    if claimed.kind != "count" or claimed.point is None or not 2 <= claimed.point <= _MOST or not asked.akin:
        return None
    if not _THE.search(asked.claim_low[: claimed.start]):
        return None
    levels = [one for one in asked.levels if one is not claimed]
    if len(levels) != claimed.point or len({key(one) for one in levels}) > 1:
        return None
    return (
        Relation.AGREE,
        f"the passage gives a figure for each: {', '.join(one.exact for one in levels)}",
        tuple(levels),
    )


def _rest(asked: Asked) -> Derived | None:
    """`Of the 12, 5 were freed` leaves 7."""
    claimed = asked.claimed
    if claimed.kind not in ("count", "money", "measure") or claimed.point is None or not _LEFT.search(asked.claim_low):
        return None
    alike = [
        one for one in asked.levels if (key(one) == key(claimed) and goes_with(claimed, one)) or covers(claimed, one)
    ]
    alike = [one for one in alike if key(one) == key(claimed)]
    if not 2 <= len(alike) <= 4:
        return None
    whole = max(alike, key=value_of)
    parts = [one for one in alike if one is not whole]
    value = value_of(whole) - sum((value_of(one) for one in parts), Decimal(0))
    told = " - ".join(told_number(one) for one in (whole, *parts)) + f" = {shown(value)}"
    told_of = _GONE.search(asked.passage_low) is not None
    forced = (
        told_of
        and asked.akin
        and len(parts) == 1
        and not any(one.bound for one in alike)
        and claimed.point != parts[0].point
    )
    return answered(asked, value, told, alike, forced and claimed.point != whole.point)


def _siblings(asked: Asked) -> Derived | None:
    """`one of nine children` has eight siblings."""
    claimed = asked.claimed
    if claimed.kind != "count" or head(claimed) not in ("sibling", "brother", "sister"):
        return None
    for one in asked.levels:
        of = _ONE_OF.search(asked.passage_low, max(0, one.start - 40), one.start)
        whole = head(one) in ("child", "sibling") or (head(one) in ("son", "brother") and head(claimed) == "brother")
        if of and whole:
            value = value_of(one) - 1
            return answered(
                asked, value, f"{told_number(one)} - 1 = {shown(value)}", (one,), asked.akin and not one.bound
            )
    return None


def _margins(asked: Asked) -> Derived | None:
    """`won by 3 votes` from 47 to 44; `two seats behind` from 26 and 24."""
    claimed = asked.claimed
    if claimed.kind not in ("count", "money", "measure", "change") or claimed.point is None:
        return None
    near = asked.claim_low[max(0, claimed.start - 30) : claimed.end + 60]
    if not _BY.search(near):
        return None
    found: list[Derived | None] = []
    tallies = [one for one in asked.stated if one.unit == "tally" and one.low is not None and one.high is not None]
    for one in tallies:
        value = (one.high or Decimal(0)) - (one.low or Decimal(0))
        told = f"{shown(one.high)} - {shown(one.low)} = {shown(value)}"
        if claimed.kind == "count":
            by = re.search(r"\b(?:by|majority of|margin of)\W*(?:just |only |a )*$", asked.claim_low[: claimed.start])
            found.append(answered(asked, value, told, (one,), len(tallies) == 1 and bool(by) and asked.akin))
    levels = [one for one in asked.levels if key(one)[:2] == key(claimed)[:2]]
    if 2 <= len(levels) <= _MOST and claimed.kind != "change":
        for k, one in enumerate(levels):
            for other in levels[k + 1 :]:
                if one.point != other.point and goes_with(one, other):
                    low, high = sorted((value_of(one), value_of(other)))
                    told = f"{shown(high)} - {shown(low)} = {shown(high - low)}"
                    answer = answered(asked, high - low, told, (one, other))
                    found.append(answer if answer and answer[0] is Relation.AGREE else None)
    return best(found)


def _apart(asked: Asked) -> Derived | None:
    """`$24 billion, $3 billion above what was asked for`: 21; and what there was before it rose by so much."""
    claimed = asked.claimed
    if claimed.kind not in ("count", "money", "measure", "share") or claimed.point is None:
        return None
    found: list[Derived | None] = []
    figures = [one for one in asked.stated if one.point is not None and _key_of(one) == _key_of(claimed)]
    for at, gap in enumerate(figures):
        way = _MORE_THAN.match(asked.passage_low, gap.end)
        for k, level in enumerate(figures):
            if level is gap or abs(k - at) != 1 or (level.point or 0) <= 0:
                continue
            if way and (level.start < gap.start or level.start - gap.end < 90):
                less = way["way"] in _LESS
                minus = less != (level.start < gap.start)  # "24, 3 above X": X is 21; "3 above 21": 24
            elif gap.kind in ("change", "points") and level.to is not None and gap.direction:
                minus = gap.direction == "up"
            else:
                continue
            step = value_of(gap) if gap.kind != "points" else (gap.point or Decimal(0)) / 100
            value = value_of(level) - step if minus else value_of(level) + step
            told = f"{told_number(level)} {'-' if minus else '+'} {told_number(gap)} = {_told(claimed, value)}"
            answer = answered(asked, value, told, (level, gap))
            found.append(answer if answer and answer[0] is Relation.AGREE else None)
    return best(found)


def _key_of(figure: Figure) -> tuple[str, str]:
    return ("share", "") if figure.kind == "points" else key(figure)[:2]


def _told(claimed: Figure, value: Decimal) -> str:
    return f"{shown(value * 100)} %" if claimed.unit == "percent" else shown(value)

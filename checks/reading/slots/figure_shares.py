"""Shares of wholes, percent of a number, so much each, and sums in another currency at a stated rate."""

from __future__ import annotations

import re
from dataclasses import replace

from checks.reading.figures.units import COINS, MONEY
from checks.reading.slots.figure_intervals import shown
from checks.reading.slots.figure_parts import Figure
from checks.reading.slots.figure_sums import (
    Asked,
    Derived,
    answered,
    best,
    both_people,
    covers,
    goes_with,
    head,
    key,
    told_number,
    value_of,
)
from checks.reading.slots.figure_units import COINED

_OF = re.compile(
    r"\s*(?:[a-z’'-]+ ){0,3}?(?:out )?of (?:the |its |their |those |these |all |his |her |a total of )*"
    r"(?:[a-z’'-]+ ){0,2}$"
)
_OF_WHICH = re.compile(r"\b(?:of (?:which|whom|these|those|them|the)|out of|among them|including)\b")
_HEADS = {
    "head", "person", "capita", "each", "apiece", "ticket", "copy", "item", "unit", "pupil", "student", "child",
    "share", "seat", "household", "passenger", "barrel", "tonne", "night", "place", "pair", "visitor",
}  # fmt: skip
_EVERY = {"year": "year", "month": "month", "week": "week", "day": "day", "annum": "year"}
_LENGTH = re.compile(
    r"\b(?P<n>[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)"
    r"[ -](?P<unit>year|month|week|day)s?\b"
)
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
            "twelve": 12, "fifteen": 15, "twenty": 20}  # fmt: skip
_NAMES = {name.removesuffix("s"): currency for name, currency in COINED.items()} | {
    "pound": "pound sterling", "dollar": "dollar", "mark": "deutsche mark",
}  # fmt: skip
_ONE = re.compile(
    rf"\b(?:an?|one|the|per|each|1)\s+(?:(?:us|american|australian|canadian|british)\s+)?(?P<name>{'|'.join(_NAMES)})s?\b|(?P<sign>[$£€])1\b(?![.,]?\d)"
)
_RATE = re.compile(
    r"\b(?:worth|bought|buys|stood at|stands at|trading at|traded at|fetched|fetches|equal to|cost|at|was|is|per|to"
    r"|exchange|for (?:every|each))\b|="
)
_REST = re.compile(
    r"\b(?:not|no|did(?:n['’]t| not)|against|without|fail\w*|refus\w*|remain\w*|still|never|rest|other)\b"
)


def shares(asked: Asked) -> Derived | None:
    """A share that the claim gives, held against part and whole in the passage; or a part, against share and whole."""
    claimed = asked.claimed
    if claimed.kind == "share" and claimed.to is None and claimed.was is None:
        return best([*_parts_of_wholes(asked), *_votes(asked)])
    if claimed.kind in ("count", "money", "measure"):
        return best(_percent_of(asked))
    return None


def _parts_of_wholes(asked: Asked) -> list[Derived | None]:
    """`126 of the 189 members`, `Of 189 members, 126 …`, `189 members … 126 of them`."""
    claimed, found = asked.claimed, []
    levels = [one for one in asked.levels if one.kind != "share"]
    others = any(one.kind == "share" for one in asked.levels)
    for whole in levels:
        for part in levels:
            if (
                part is whole
                or key(part) != key(whole)
                or not 0 <= value_of(part) <= value_of(whole)
                or not value_of(whole)
            ):
                continue
            of = _is_of(part, whole, asked)
            named = bool(claimed.of) and (head(claimed) == head(whole) != "" or both_people(claimed, whole))
            if not of and not named:
                continue
            if _REST.search(asked.claim_low) and not _REST.search(asked.passage_low):
                continue
            share = value_of(part) / value_of(whole)
            forced = (
                len(levels) == 2
                and not others
                and asked.akin
                and (of or goes_with(part, whole))
                and not (part.bound or whole.bound)
            )
            told = f"{told_number(part)} of {told_number(whole)} is {shown(share * 100, 3)} percent"
            found.append(answered(asked, share, told, (part, whole), forced and named))
    return found


def _votes(asked: Asked) -> list[Derived | None]:
    """The share of the winning side in a vote: `71 to 29` is 71 of 100."""
    found: list[Derived | None] = []
    for one in asked.stated:
        if (
            one.kind == "ratio"
            and one.unit == "tally"
            and one.low is not None
            and one.high is not None
            and one.low + one.high > 8
        ):
            total = one.low + one.high
            share = one.high / total
            told = f"{shown(one.high)} of {shown(total)} is {shown(share * 100, 3)} percent"
            found.append(answered(asked, share, told, (one,)))
    return found


def _is_of(part: Figure, whole: Figure, asked: Asked) -> bool:
    """Whether the words between make one figure a part of the other."""
    low = asked.passage_low
    if part.end <= whole.start:
        return _OF.fullmatch(low, part.end, whole.start) is not None
    between = low[whole.end : part.start]
    before = low[max(0, whole.start - 20) : whole.start]
    after = low[part.end : part.end + 30]
    return (
        (
            re.search(r"\b(?:out )?of (?:the |its |their |all )*(?:[a-z-]+ ){0,2}$", before) is not None
            and "." not in between
        )
        or _OF_WHICH.search(between) is not None
        or re.match(r" of (?:which|whom|these|those|them)\b", after) is not None
    )


def _percent_of(asked: Asked) -> list[Derived | None]:
    """`12 percent of 400` is 48."""
    claimed, found = asked.claimed, []
    parts = [one for one in asked.levels if one.kind == "share"]
    for share in parts:
        for whole in asked.levels:
            if whole.kind == "share" or key(whole) != key(claimed):
                continue
            of = share.end <= whole.start and _OF.fullmatch(asked.passage_low, share.end, whole.start) is not None
            named = bool(share.of) and head(share) == head(whole) != ""
            of = of or (whole.end <= share.start and _is_of(share, whole, asked))
            if not (of or named) or not covers(claimed, whole):
                continue
            value = value_of(share) * value_of(whole)
            told = f"{share.exact} of {told_number(whole)} = {shown(value)}"
            found.append(answered(asked, value, told, (share, whole)))
    return found


def rates(asked: Asked) -> Derived | None:
    """So much each times so many, so much a year for so many years; and the other way round."""
    claimed, found = asked.claimed, []
    if claimed.kind != "money" and claimed.kind != "count" and claimed.kind != "measure":
        return None
    counts = [one for one in asked.levels if one.kind == "count"]
    for one in asked.levels:
        each = one.per.lower()
        if each and key(replace(one, per="")) == key(replace(claimed, per="")) and not claimed.per:
            if each in _HEADS:
                for count in counts:
                    if count is not one and (
                        each in ("head", "person", "each", "apiece", "capita") or head(count) == each
                    ):
                        value = value_of(one) * value_of(count)
                        told = f"{told_number(one)} × {told_number(count)} = {shown(value)}"
                        forced = (
                            len(counts) == 1 and len(asked.levels) == 2 and asked.akin and "total" in asked.claim_low
                        )
                        found.append(answered(asked, value, told, (one, count), forced))
            elif each in _EVERY:
                for length in _LENGTH.finditer(asked.passage_low):
                    if length["unit"] == _EVERY[each]:
                        n = _COUNTED.get(length["n"]) or int(length["n"])
                        value = value_of(one) * n
                        found.append(answered(asked, value, f"{told_number(one)} × {n} = {shown(value)}", (one,)))
        if (
            not each
            and key(one) == key(replace(claimed, per=""))
            and (claimed.per.lower() in _HEADS or claimed.statistic == "mean")
        ):
            for count in counts:
                if count is not one and count.point:
                    value = value_of(one) / value_of(count)
                    told = f"{told_number(one)} / {told_number(count)} = {shown(value)}"
                    found.append(answered(asked, value, told, (one, count)))
    return best(found)


def exchanged(asked: Asked) -> Derived | None:
    """A sum in another currency, at the rate that the passage states: `one euro is worth 4.30 zlotys`."""
    claimed = asked.claimed
    if claimed.unit not in MONEY or claimed.unit == "pound" or claimed.point is None:
        return None
    currency, found = key(claimed)[1], []
    sums = [one for one in asked.levels if one.unit in MONEY and one.unit != "pound" and one.point != 1]
    for at in sums:
        one = _one_of(asked, at)
        if one is None:
            continue
        for other in sums:
            if other is at:
                continue
            value = None
            if key(other)[1] == key(at)[1] and one == currency and value_of(at):
                value, told = value_of(other) / value_of(at), f"{other.exact} / {shown(value_of(at))}"
            elif key(other)[1] == one and key(at)[1] == currency:
                value, told = value_of(other) * value_of(at), f"{other.exact} × {shown(value_of(at))}"
            if value is not None:
                forced = len(sums) == 2 and asked.akin
                found.append(answered(asked, value, f"{told} = {shown(value)} {currency}", (other, at), forced))
    return best(found)


def _one_of(asked: Asked, figure: Figure) -> str | None:
    """The currency of which one unit is worth so much: `a dollar was worth 1,300 won`, `1.27 dollars to the pound`."""
    low = asked.passage_low
    start = max(0, figure.start - 45)
    before = list(_ONE.finditer(low, start, figure.start))
    if before and _RATE.search(low, before[-1].end(), figure.start):
        return _name(before[-1])
    after = re.compile(r"\s*(?:to|for|per|=|a|against)\s+").match(low, figure.end)
    if after:
        one = _ONE.match(low, after.end()) or re.compile(rf"(?P<name>{'|'.join(_NAMES)})\b(?P<sign>)").match(
            low, after.end()
        )
        return _name(one) if one else None
    return None


def _name(found: re.Match[str]) -> str:
    return _NAMES[found["name"]] if found["name"] else COINS[found["sign"]]

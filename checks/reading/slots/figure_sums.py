"""Which figures are of one thing and can be reckoned with, and how a result stands to the figure of a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from checks.reading.figures.units import MONEY
from checks.reading.slots.figure_intervals import shown
from checks.reading.slots.figure_parts import Figure, FigureKind
from checks.reading.slots.figure_relations import relate
from checks.reading.slots.figure_units import coin, dimension, rate
from checks.reading.slots.parts import Relation
from checks.reading.suspicions.sums.stated import is_person, singular

Derived = tuple[Relation, str, tuple[Figure, ...]]

# Words for things or people of any kind, in the singular: what they count covers parts of other names.
_GENERIC = {
    "body", "item", "unit", "thing", "group", "entity", "organisation", "organization", "place", "site", "part", "case",
    "vehicle", "animal", "building", "country", "nation", "state", "piece", "product", "institution", "measure",
    "home", "property", "job", "position", "post", "seat", "vote", "medal", "goal", "point", "incident", "event",
}  # fmt: skip
_ANYBODY = {
    "person", "other", "victim", "casualty", "death", "life", "member", "lawmaker", "legislator", "employee", "worker",
    "staff", "resident", "inhabitant", "individual", "adult", "injury", "fatality",
}  # fmt: skip
_PARTS = {
    "child": {"son", "daughter", "boy", "girl"}, "sibling": {"brother", "sister"}, "parent": {"mother", "father"},
    "pupil": {"boy", "girl"}, "adult": {"man", "woman"}, "animal": {"cow", "sheep", "pig", "goat", "horse"},
    "vehicle": {"car", "lorry", "truck", "van", "bus"}, "vessel": {"ship", "boat", "trawler", "ferry", "tanker"},
    "aircraft": {"plane", "helicopter", "jet", "bomber", "fighter"}, "student": {"boy", "girl"},
    "award": {"medal", "prize", "trophy"},
}  # fmt: skip
_BLANK = {"", "more", "other", "further", "extra"}
_LITTLE = {
    "the", "and", "was", "were", "for", "are", "has", "had", "have", "with", "that", "this", "from", "his", "her",
    "its", "their", "been", "will", "would", "not", "but", "which", "who", "than", "into", "over", "after", "more",
    "one", "two", "three", "per", "cent", "percent", "year", "years", "last", "also", "said", "all", "about",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_LEVELS: tuple[FigureKind, ...] = ("count", "money", "measure", "share")


@dataclass(frozen=True)
class Asked:
    """A figure of a claim, the figures of a passage, and both texts."""

    claimed: Figure
    stated: tuple[Figure, ...]
    claim: str
    passage: str

    @cached_property
    def claim_low(self) -> str:
        """The claim in small letters, as long as the claim."""
        low = self.claim.lower()
        return low if len(low) == len(self.claim) else self.claim

    @cached_property
    def passage_low(self) -> str:
        """The passage in small letters, as long as the passage."""
        low = self.passage.lower()
        return low if len(low) == len(self.passage) else self.passage

    @cached_property
    def akin(self) -> bool:
        """Whether claim and passage speak of one thing at all: they share a word, by its first letters."""
        ours, theirs = (
            {word[:4] for word in _WORD.findall(text) if len(word) > 2 and word not in _LITTLE}
            for text in (self.claim_low, self.passage_low)
        )
        return bool(ours & theirs)

    @cached_property
    def levels(self) -> tuple[Figure, ...]:
        """The passage's figures that say how much there is of something, in order."""
        return tuple(one for one in self.stated if is_level(one))


def is_level(figure: Figure) -> bool:
    """Whether a figure says how much there is, and not by how much it changed or in which place it stands."""
    return figure.kind in _LEVELS and figure.point is not None


def key(figure: Figure) -> tuple[str, str, str]:
    """What two figures must have in common to be added or compared: the kind, the dimension or currency, the rate."""
    if figure.unit in MONEY and figure.unit != "pound":
        currency = coin(figure.unit, "")[0]
        return "money", "dollar" if currency.endswith("dollar") else currency, rate(figure.per)
    if figure.unit in ("percent", "share"):
        return "share", "", ""
    return ("measure" if figure.unit else "count"), dimension(figure.unit, ""), rate(figure.per)


def value_of(figure: Figure) -> Decimal:
    """The number of a figure in the whole currency, shares as a part of one."""
    point = figure.point or Decimal(0)
    if figure.unit == "percent":
        return point / 100
    return point * coin(figure.unit, "")[1]


def head(figure: Figure) -> str:
    """The noun that a figure counts, in the singular; empty where nothing is named."""
    words = _WORD.findall(figure.of)
    return singular(words[-1]) if words else ""


def goes_with(one: Figure, other: Figure) -> bool:
    """Whether two figures can be of the same things: one noun, none, or a word that covers the other."""
    first, second = head(one), head(other)
    return first == second or first in _BLANK or second in _BLANK


def covers(whole: Figure, part: Figure) -> bool:
    """Whether what a claim counts can be made of what a part counts."""
    one, other = head(whole), head(part)
    if one == other or other in _BLANK or one in _BLANK or one in _GENERIC:
        return True
    return (one in _ANYBODY and both_people(whole, part)) or other in _PARTS.get(one, ())


def both_people(one: Figure, other: Figure) -> bool:
    """Whether two figures count people, of whatever name."""
    return all(head(figure) in _ANYBODY or is_person(head(figure)) for figure in (one, other))


def made(like: Figure, value: Decimal) -> Figure:
    """A figure that arithmetic gave, exact, in the unit of another."""
    if like.unit == "share":
        like = replace(like, unit="percent")
    number = value * 100 if like.unit == "percent" else value / coin(like.unit, "")[1]
    printed = f"{number.quantize(Decimal('0.000001')):f}" if abs(number) < 10**12 else f"{number:f}.0"
    return replace(
        like, exact=printed, low=number, high=number, point=number, bound="", was=None, to=None, statistic="",
    )  # fmt: skip


def answered(asked: Asked, value: Decimal, told: str, used: Sequence[Figure], forced: bool = False) -> Derived | None:
    """How the claim's figure stands to a result; a conflict only where the sum is `forced`."""
    claimed = replace(asked.claimed, was=None, statistic="", to=None)
    answer = relate(claimed, made(claimed, value))
    if answer is None or (answer[0] is Relation.CONFLICT and not forced):
        return None
    relation = answer[0]
    if relation is Relation.CONFLICT:
        told += f", not {said(claimed)}"
    elif relation is Relation.NARROWER:
        told += f", which is only near {said(claimed)}"
    elif relation is Relation.WIDER or claimed.bound:
        told += f", which is {said(claimed)}"
    return relation, told, tuple(used)


def said(figure: Figure) -> str:
    """A figure as it stands within a sentence."""
    first = figure.exact.partition(" ")[0]
    return figure.exact[0].lower() + figure.exact[1:] if first == "A" or first[1:].islower() else figure.exact


def best(answers: Sequence[Derived | None]) -> Derived | None:
    """Of several ways to reckon, the one that bears the claim out, else the nearest."""
    found = [one for one in answers if one]
    order = (Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT)
    return min(found, key=lambda one: order.index(one[0]), default=None)


def told_number(figure: Figure) -> str:
    """The number of a figure as printed, its bound left out."""
    return shown(figure.point) + (" %" if figure.unit == "percent" else "")

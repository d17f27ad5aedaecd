"""Which way something went, by two levels of it at two times; what a list comes to; how long by two hours."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from checks.reading.parts import TimePhrase
from checks.reading.slots.bound import alike
from checks.reading.slots.bound_labels import Labelled, labelled
from checks.reading.slots.bound_times import times_of
from checks.reading.slots.counting import clause_of_token
from checks.reading.slots.figure_intervals import shown
from checks.reading.slots.figures import Figure
from checks.reading.slots.matching import nouns_alike
from checks.reading.slots.parts import Relation
from checks.reading.slots.phrases import is_noun
from checks.reading.slots.sides import Side
from checks.reading.slots.times import relate as times_relate
from checks.reading.slots.times import times_in
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[Relation, str, tuple[str, ...]]
_KINDS = ("count", "money", "measure", "share")
# Nouns that only say that there is a level of what is named beside them.
_LEVEL = frozenset({"level", "number", "rate", "amount", "total", "price", "figure", "count", "volume", "cost", "size"})
_PERIOD = r"(?:year|month|week|day|quarter|season|decade|summer|winter|spring|autumn|weekend)"
_EARLIER = re.compile(
    rf"\s+(?:[a-z]+ )?(?:in |during |for )?(?:(?:the|a) (?:[a-z]+ )?{_PERIOD} (?:before|earlier|previously|ago)"
    rf"|the (?:previous|preceding|prior) {_PERIOD}|previously|earlier|before that)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"\s+(?:[a-z]+ )?(?:in |during |for )?(?:(?:the|a) {_PERIOD} (?:after|later)"
    rf"|the (?:next|following) {_PERIOD}|later|afterwards|now|today)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(r"XXXX-WXX-[1-7]")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_HALF_DAY = re.compile(r"[ap]\.?m|noon|midnight|midday", re.IGNORECASE)
_BEGINS = frozenset({"begin", "start", "open", "commence", "depart", "leave", "kick"})
_ENDS = frozenset({"end", "finish", "close", "conclude", "stop", "arrive"})


def went(up: bool, subject: Token, claim: Side, passage: Side) -> Found | None:
    """Did what the claim's subject names go up (or down) by the only two levels of it that the passage gives?

    Each must have a time of its own, or words that say which came first. None where the passage has not such a pair.
    """
    levels = [one for one in labelled(passage) if one.figure.kind in _KINDS and one.figure.point is not None]
    levels = [one for one in levels if not one.figure.bound and not one.figure.direction and one.figure.to is None]
    if len(levels) != 2:
        return None
    one, other = levels
    if (one.figure.kind, one.figure.unit, one.figure.per) != (other.figure.kind, other.figure.unit, other.figure.per):
        return None
    if not _measures(one, subject, passage) or not _same_thing(one, other):
        return None
    order = _order(one, other, passage)
    if not order or one.figure.point == other.figure.point:
        return None
    early, late = (one, other) if order > 0 else (other, one)
    rose = (late.figure.point or Decimal(0)) > (early.figure.point or Decimal(0))
    why = f"{early.figure.exact} and then {late.figure.exact}: it went {'up' if rose else 'down'}"
    return Relation.AGREE if rose == up else Relation.CONFLICT, why, (one.figure.exact, other.figure.exact)


def _measures(one: Labelled, subject: Token, passage: Side) -> bool:
    """Whether the figure is of what the subject names: by the noun it counts, or the subject of its clause."""
    stated = [one.noun] if one.noun is not None and one.figure.kind == "count" else []
    if one.figure.kind != "count":
        stated = [label.token for label in one.labels if label.own and label.place == "before"]
    for noun in level_of(subject):
        for token in stated:
            found = nouns_alike(noun, token, passage) if token is not None and is_noun(token) else None
            if found is not None and found[0].stated:
                return True
    return False


def level_of(subject: Token) -> list[Token]:
    """What is meant where a noun only says that there is so much of it: *the water* of *the water level*."""
    if subject.lemma_.lower() not in _LEVEL:
        return [subject]
    nouns = [child for child in subject.children if child.dep_ == "compound"]
    nouns += [c for child in subject.children if child.lower_ == "of" for c in child.children if c.dep_ == "pobj"]
    return nouns or [subject]


def of_one(figures: tuple[Figure, ...], passage: Side) -> bool:
    """Whether two levels stand with no two names that tell them apart: *£80 in York and £90 in Leeds*."""
    found = [one for one in labelled(passage) if any(one.figure.start == figure.start for figure in figures)]
    return len(found) != 2 or _same_thing(*found)


def _same_thing(one: Labelled, other: Labelled) -> bool:
    """Whether the second level has no noun or name of its own."""
    if one.noun is not None and other.noun is not None and one.noun.lemma_.lower() != other.noun.lemma_.lower():
        return False
    for place in {label.place for label in one.labels}:
        names = [
            {label.token.lower_ for label in each.labels if label.own and label.strong and label.place == place}
            for each in (one, other)
            if place != "time"
        ]
        if len(names) == 2 and names[0] and names[1] and not names[0] & names[1]:
            return False
    theirs = [label for label in other.labels if label.own and label.place == "before" and label.time is None]
    ours = {label.token.lemma_.lower() for label in one.labels}
    return all(label.token.lemma_.lower() in ours for label in theirs if label.token.pos_ in ("NOUN", "PROPN"))


def _order(one: Labelled, other: Labelled, passage: Side) -> int:
    """1 where the first came first, -1 where the second did, 0 where the words do not say."""
    if _EARLIER.match(passage.text, other.figure.end):
        return -1
    if _LATER.match(passage.text, other.figure.end):
        return 1
    times = [next((label.time for label in each.labels if label.own and label.time), None) for each in (one, other)]
    first, second = times
    if first is None or second is None:
        return 0
    if _DAYS.match(first.value) and _DAYS.match(second.value):
        between = passage.text[one.figure.end : other.figure.start]
        return 1 if re.search(r"\b(?:and|then|to|by)\b", between) and first.value[:10] != second.value[:10] else 0
    if first.when is None or second.when is None or first.when.yearless != second.when.yearless:
        return 0
    ends = [time.when.widest for time in (first, second) if time.when is not None]
    if None in (*ends[0], *ends[1]):
        return 0
    if ends[0][1] < ends[1][0]:  # type: ignore[operator]
        return 1
    return -1 if ends[1][1] < ends[0][0] else 0  # type: ignore[operator]


def listed_total(figure: Figure, claim: Side, passage: Side) -> Found | None:
    """What the parts of a record come to under the claim's noun: *Arrests: Friday 31, Saturday 74*.

    None where the claim's figure is not just their sum, or stands with a name or time that only some of them have.
    """
    mine = next(
        (one for one in labelled(claim) if (one.figure.start, one.figure.end) == (figure.start, figure.end)), None
    )
    if mine is None or mine.noun is None or figure.kind != "count" or figure.unit or figure.bound not in ("", "about"):
        return None
    heading = next((token for token in passage.doc if token.text == ":"), None)
    if heading is None or passage.text[: heading.idx].count(".") or not heading.i:
        return None
    titles = [token for token in passage.doc[: heading.i] if is_noun(token)]
    if not titles or titles[-1].lemma_.lower() != mine.noun.lemma_.lower():
        return None
    parts = [one for one in labelled(passage) if one.figure.start > heading.idx and one.figure.kind == "count"]
    if len(parts) < 2 or len(parts) != len(passage.figures) or any(one.noun or one.figure.bound for one in parts):
        return None
    if not _happens(mine.noun) and any(label.time for one in parts for label in one.labels if label.own):
        return None  # how many there were at each time come to nothing
    strong = [label for label in mine.labels if label.strong]
    for label in strong:
        having = [one for one in parts if any(alike(label, other, claim, passage) for other in one.labels)]
        if having and len(having) < len(parts):
            return None
    total = sum((one.figure.point or Decimal(0) for one in parts), Decimal(0))
    if total != figure.point:
        return None
    exacts = tuple(one.figure.exact for one in parts)
    return Relation.AGREE, f"{' + '.join(exacts)} = {shown(total)}", exacts


def _happens(noun: Token) -> bool:
    """Whether the noun counts events, which add up over time, and not what there is at a time."""
    lemma = noun.lemma_.lower()
    return lemma in _EVENTS or lemma.endswith(("tion", "ing", "ary", "ery", "ment"))


_EVENTS = listed(
    "arrest death birth sale goal crash fire visit call attack strike theft murder killing accident vote injury rescue "
    "visitor case order flight trip journey landing win defeat fine complaint claim marriage divorce"
)


def lasted(claimed: TimePhrase, passage: Side) -> Found | None:
    """How long it was by the hours at which the passage has it begin and end on one day."""
    hours = [one for one in times_of(passage) if one.kind == "time" and _CLOCK.fullmatch(one.value)]
    if len(hours) != 2 or len([one for one in times_of(passage) if one.kind == "time"]) != 2:
        return None
    verbs = [passage.doc[clause_of_token(passage.tokens(one.start, one.end)[0], passage)] for one in hours]
    doers = [next((child for child in verb.children if child.dep_ == "nsubj"), None) for verb in verbs]
    if doers[1] is not None and doers[1].pos_ != "PRON" and (doers[0] is None or doers[0].lemma_ != doers[1].lemma_):
        return None
    if (
        verbs[0].lemma_ not in _BEGINS
        or verbs[1].lemma_ not in _ENDS
        or not all(_HALF_DAY.search(one.exact) for one in hours)
    ):
        return None
    minutes = [int(found[1]) * 60 + int(found[2]) for one in hours if (found := _CLOCK.fullmatch(one.value))]
    length = (minutes[1] - minutes[0]) % (24 * 60)
    told = times_in(f"{length} minutes" if length % 60 else f"{length // 60} hours")
    related = times_relate(claimed, told[0]) if told else None
    if related is None:
        return None
    why = f"{hours[0].exact} to {hours[1].exact} is {told[0].exact}"
    return related[0], why, tuple(one.exact for one in hours)

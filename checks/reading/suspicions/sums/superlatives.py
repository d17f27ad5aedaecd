"""Ranks that the text contradicts: the second-largest with two larger ones, the gold medallist who came second."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from checks.reading.figures.numbers import ORDINALS
from checks.reading.parts import Sentence, Suspicion, Words
from checks.reading.suspicions.sums.ranks import number
from checks.reading.suspicions.sums.stated import words_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

_BEST = {
    "larg": "larg", "bigg": "larg", "long": "long", "tall": "tall", "high": "high", "old": "old", "rich": "rich",
    "fast": "fast", "deep": "deep", "heavi": "heavi", "busi": "busi", "small": "small", "wealthi": "rich",
}  # fmt: skip
_SUPERLATIVE = re.compile(rf"\b(?:(?P<rank>{'|'.join(ORDINALS)})[- ])?(?P<best>{'|'.join(_BEST)})est\b", re.IGNORECASE)
_ONE = (
    r"(?:the |its |a )?[A-Z][\w’'-]+(?: (?:(?:of|the) )?[A-Z][\w’'-]+){0,3}"
    r"(?:, (?!and\b)[^,.;]{2,40},|,? with [^,.;]{2,30},?)?"
)
_FEW = rf"(?P<few>{_ONE}(?:,? (?:and )?{_ONE}){{0,4}})"
_GREATER = f"(?P<more>{'|'.join(_BEST)})er"
_ONLY_LARGER = (
    re.compile(rf"\b[Oo]nly {_FEW} (?:is|are|was|were) {_GREATER}\b"),
    re.compile(rf"\b[Oo]nly {_FEW} (?:rise|rises|stand|stands|tower|towers|rank|ranks) above (?:it|them)\b"),
    re.compile(rf"\b(?i:{_GREATER}) than [\w ’'-]{{2,40}}? (?:is|are|was|were) only {_FEW}"),
)
_NAMES = re.compile(r"(?:^|, | and |only )(?:and )?(?:the )?[A-Z][\w’'-]+(?: (?:(?:of|the) )?[A-Z][\w’'-]+){0,3}")
_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}
_MEDAL = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+)(?:,? who)? (?:took|won|claimed|earned|collected|captured|got|is|was|became) "
    rf"(?:the |a |an )?(?:\w+ )?(?P<medal>{'|'.join(_MEDALS)})\b(?! (?:\w+ )?(?:in|at) (?:19|20))"
    rf"|\b(?P<name2>[A-Z][\w’'-]+), the (?P<medal2>{'|'.join(_MEDALS)})[ -]medal(?:l?ist|-winner)\b",
)
_PLACE = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+) (?:came|finished|placed|was|ended up|crossed the line|took|had to settle for) (?:in )?"
    r"(?P<rank>first|second|third|fourth|fifth|sixth)\b(?! (?:at|after|lap|half|stage|to )\b)"
)
_TIME = (
    r"(?P<time>(?:[0-9]{1,2}:){1,2}[0-5][0-9](?:\.[0-9]{1,3})?|[0-9]{1,3}\.[0-9]{1,3})(?![0-9:]|\.[0-9]| (?:million|"
    r"billion|per|percent|points?|met\w+|kilo\w+|km|m|inches|feet|miles)\b|%)"
)
_WON_IN = re.compile(
    r"\b(?:winning time|winner['’]s time|(?<!second )(?<!third )(?:won|wins|gold|first|victory|victor|winner)\b"
    rf"[^.;:0-9]{{0,60}}?(?:time|\bin|clock\w+))\b(?: (?:was|is|of|a|time|just|only)){{0,4}} {_TIME}"
)
_LOST_IN = re.compile(
    r"\b(?i:silver|bronze|second|third|fourth|fifth|sixth|runner-up|last)\b(?! (?:year|week|season|time|half|leg))"
    rf"[^.;:0-9]{{0,60}}?(?:[0-9]{{2,5}}(?:m| met\w+)\b[^.;:0-9]{{0,30}}?)?\b(?:in|with|clock\w+|time of)"
    rf"(?: (?:a|time|of|just|only)){{0,4}} {_TIME}"
)
_RACED = frozenset(("silver", "bronze", "second", "third", "fourth", "fifth", "sixth", "runner", "last"))
_OTHERWISE = re.compile(
    r"\b(?:heat|semi-?finals?|qualif\w+|last (?:year|week|season)|previous|earlier|halfway|overall|relay|team)\b",
    re.IGNORECASE,
)


def superlatives(reading: Reading) -> Iterable[Suspicion]:
    """Which ranks do not go with how many are named above them, or with the place that is told."""
    said = [
        one for one in reading.sentences if one.part in ("headline", "standfirst", "body") and len(one.exact) < 1200
    ]
    yield from _named_above(said)
    yield from _medal_and_place(said)
    yield from _beaten_by_a_slower(said)


def _named_above(said: Sequence[Sentence]) -> Iterator[Suspicion]:
    """`the second-largest`, and `only A and B are bigger`."""
    alone = [one for one in said if "nly " in one.exact]
    some = [one for one in said if "est" in one.exact] if alone else ()
    ranks = [(one, found) for one in some for found in _SUPERLATIVE.finditer(one.exact)]
    for one in alone if ranks else ():
        for pattern in _ONLY_LARGER:
            found = pattern.search(one.exact)
            if not found:
                continue
            kind = _BEST[(found.groupdict().get("more") or ranks[-1][1]["best"]).lower()]
            above = len(_NAMES.findall(found["few"]))
            stated = [
                (other, rank) for other, rank in ranks if _BEST[rank["best"].lower()] == kind and other.start <= one.end
            ]
            if not stated or not above:
                continue
            other, rank = stated[-1]
            place = number(rank["rank"]) if rank["rank"] else 1
            if place != above + 1:
                spans = tuple(
                    sorted((_words(other, *rank.span()), _words(one, *found.span())), key=lambda words: words.start)
                )
                yield _two(
                    place,
                    above + 1,
                    f"“{rank[0]}” is said where {above} {'is' if above == 1 else 'are'} named above it",
                    spans,
                )
                return


def _medal_and_place(said: Sequence[Sentence]) -> Iterator[Suspicion]:
    """`the gold medallist in Thursday's race`, who `came second`."""
    some = [one for one in said if any(medal in one.exact for medal in _MEDALS)]
    medals = [(one, found) for one in some for found in _MEDAL.finditer(one.exact)]
    places = [(one, found) for one in said for found in _PLACE.finditer(one.exact)] if medals else []
    for one, medal in medals:
        name, won = medal["name"] or medal["name2"], _MEDALS[medal["medal"] or medal["medal2"]]
        of_name = [(other, place) for other, place in places if place["name"] == name]
        if len(of_name) != 1 or len([1 for _, other in medals if name in (other["name"], other["name2"])]) > 1:
            continue
        other, place = of_name[0]
        if number(place["rank"]) != won and not _OTHERWISE.search(one.exact) and not _OTHERWISE.search(other.exact):
            spans = tuple(
                sorted((_words(one, *medal.span()), _words(other, *place.span())), key=lambda words: words.start)
            )
            yield _two(won, number(place["rank"]), f"“{medal[0]}” and “{place[0]}” are told of one race", spans)


def _beaten_by_a_slower(said: Sequence[Sentence]) -> Iterator[Suspicion]:
    """`silver in 52.81 seconds, behind her rival, whose winning time was 53.06`."""
    some = [k for k, one in enumerate(said) if not _RACED.isdisjoint(words_in(one.exact))]
    for k in some:
        near = said[max(0, k - 1) : k + 2]
        won = [(one, found) for one in near for found in _WON_IN.finditer(one.exact)]
        lost = list(_LOST_IN.finditer(said[k].exact))
        if len(won) != 1 or not lost or any(_OTHERWISE.search(one.exact) for one in near):
            continue
        (one, winner), loser = won[0], lost[0]
        times = [_seconds(found["time"]) for found in (loser, winner)]
        alike = loser["time"].count(":") == winner["time"].count(":") and times[1] < times[0] * 2
        if alike and times[0] < times[1]:
            spans = tuple(
                sorted((_words(said[k], *loser.span()), _words(one, *winner.span())), key=lambda at: at.start)
            )
            reason = f"“{loser['time']}” is a better time than the winner's “{winner['time']}”."
            asserts = (("figure", f"{times[0]} seconds"), ("other", f"more than {times[1]} seconds"))
            yield Suspicion("rank", "figures_agree", reason, "likely", spans, asserts)
            return


def _seconds(time: str) -> Decimal:
    """A time in seconds: `2:04.5` is 124.5."""
    total = Decimal(0)
    for part in time.split(":"):
        total = total * 60 + Decimal(part)
    return total


def _two(rank: int, other: int, why: str, spans: tuple[Words, ...]) -> Suspicion:
    return Suspicion("rank", "figures_agree", f"{why}: number {rank} and number {other}.", "likely", spans,
                     (("figure", str(rank)), ("other", str(other))))  # fmt: skip


def _words(sentence: Sentence, start: int, end: int) -> Words:
    return Words(sentence.start + start, sentence.start + end, sentence.exact[start:end])

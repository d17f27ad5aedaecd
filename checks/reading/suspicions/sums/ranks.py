"""Ranks that cannot be: twelfth of ten, a third of two, one thing both the largest and the second-largest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.reading.figures.numbers import ORDINALS, SMALL, TENS
from checks.reading.parts import Certainty, Sentence, Suspicion, Words
from checks.reading.suspicions.sums.stated import singular, words_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th))"
_NUMBER = rf"(?:{'|'.join([*SMALL, *TENS][1:])}|[0-9]{{1,3}})"
_BEST = (
    r"(?:largest|biggest|highest|lowest|longest|oldest|best|worst|smallest|richest|poorest|fastest|slowest|"
    r"busiest|tallest|youngest|"
    r"deadliest|hottest|coldest|strongest|weakest|deepest|heaviest|costliest|cheapest|widest|wealthiest|"
    r"greatest|most \w+|least \w+|"
    r"placed|ranked|seeded|place)"
)
_FIELD = (
    r"(?:teams?|runners?|riders?|clubs?|entries|entrants?|finishers?|starters?|contestants?|competitors?|"
    r"candidates?|nations?|"
    r"countries|schools?|universit(?:y|ies)|boats?|cars?|drivers?|horses?|swimmers?|crews?|players?|skiers?|"
    r"finalists?|athletes?|"
    r"bidders?|states?|cities|towns?|districts?|counties|provinces?|women|men|cyclists?|rowers?|sides?|dogs?|"
    r"pupils?|students?)"
)
_OUT_OF = re.compile(
    rf"\b(?P<rank>{_ORDINAL})(?:[- ]{_BEST})?(?: place)?,? (?P<of>out of|of|among|in a field of|from a field of|"
    rf"in a group of|behind)"
    rf" (?:the |a |an |its |their |his |her |only |just |all )*(?P<size>{_NUMBER})\b(?![.,][0-9]|-?(?:year|day|"
    rf"month)|[ -](?:hundred|"
    r"thousand|million|billion|percent|per cent|January|February|March|April|May|June|July|August|September|"
    r"October|November|December))"
)
_IN = re.compile(
    rf"\b(?P<rank>{_ORDINAL})(?:[- ]{_BEST})?(?: place)? (?:in|among|from) (?:the |a |an |its |their |this |"
    rf"that )?(?:\w+ )?"
    rf"(?P<size>{_NUMBER})[- ]{_FIELD}\b"
)
_SIZED_FIELD = re.compile(
    rf"\b(?P<size>{_NUMBER})-(?:team|runner|club|boat|car|horse|nation|man|woman|player|school|crew|dog|rider|"
    rf"strong|country|side) "
    r"(?:[\w-]+ )?(?:field|league|race|group|division|table|championship|tournament|event|competition|contest|"
    r"section|pool|cup|series|final)"
)
_STARTERS = re.compile(
    rf"\b(?P<size>{_NUMBER}) (?:[a-z]+ )?{_FIELD} (?:(?:had |have )?(?:started|competed|entered|contested|took part|"
    r"lined up|set off|set out|took the start)|(?:were|are) (?:at|on) the start)\b|"
    rf"\ba (?:field|line-up) of (?:only |just )?(?P<of>{_NUMBER})\b(?![.,][0-9])",
    re.IGNORECASE,
)
_STARTED = frozenset(["started", "competed", "entered", "contested", "part", "lined", "set", "start", "field", "line"])
_FINISHED = re.compile(
    rf"\b(?:finish(?:ed|es|ing)?|came|comes|coming|placed|places|placing|ranked|ranks|ended|"
    rf"crossed the line) (?:up )?(?:in |a |joint |home )?"
    rf"(?P<rank>{_ORDINAL})(?: place)?(?! (?:time|straight|consecutive|half|quarter|in \d{{4}}))"
)
_HEADLINE_RANK = re.compile(
    rf"\b(?P<rank>{_ORDINAL})(?: place)?(?=\s*(?:$|in\b|at\b|behind\b|as\b|after\b|[,.;:]))", re.IGNORECASE
)
_NAME = r"[A-Z][\w’'-]+(?: (?:of |the |de |von )?[A-Z][\w’'-]+){0,3}"
_SUPERLATIVE = re.compile(
    rf"(?P<subject>{_NAME}|[Tt]he [a-z]+)(?P<link>, (?:which|who) (?:is|was),?|,| is| was| remains| became|"
    rf" has become| are| were)"
    rf"(?: also| now| still| already)? (?P<owner>the |its |"
    rf"(?:the )?[\w. ]{{2,30}}?['’]s? )(?:(?P<rank>{_ORDINAL}|runner-up)[- ])?"
    r"(?P<best>largest|biggest|highest|longest|oldest|smallest|richest|poorest|fastest|slowest|busiest|tallest|"
    r"youngest|deadliest|"
    r"deepest|heaviest|costliest|cheapest|widest|wealthiest|"
    r"most [a-z]+) (?P<noun>[a-z-]+)(?: in (?:the )?(?P<place>[\w]+))?"
)
_LONGEST = 1200  # a sentence beyond this many characters is a table or a directory
_ORDINALS, _NUMBERS = frozenset(ORDINALS), frozenset((*SMALL, *TENS))
_ALIKE = {"biggest": "largest", "wealthiest": "richest"}
_ONCE = re.compile(
    r"\b(?:once|formerly|previously|used to|until|then|now|before|had been|will|would|could|after|behind|rival|"
    r"overt\w+)\b"
)
_TIMES = re.compile(
    r"\b(?:then|later|before|last|previous\w*|heat|semi-?final|qualif\w+|overall|season|leg|stage|also|while|"
    r"earlier)\b"
)


@dataclass(frozen=True)
class _Mention:
    """A thing called the largest or second-largest of its kind, and where."""

    subject: str
    kind: tuple[str, str]
    scope: str
    rank: int
    words: Words
    sentence: Sentence


def ranks(reading: Reading) -> Iterable[Suspicion]:
    """Which ranks exceed their field, and what is ranked in two ways."""
    said = [one for one in reading.sentences if one.part in ("headline", "standfirst", "body")]
    direct = {(q.start, q.end) for q in reading.quotations if q.kind == "direct"}
    fields: dict[int, Words] = {}
    for one in said:
        if len(one.exact) > _LONGEST:
            continue
        found = list(_out_of(one))
        yield from found
        sized_fields = [*_SIZED_FIELD.finditer(one.exact)] if "-" in one.exact else []
        if not _STARTED.isdisjoint(words_in(one.exact)):
            sized_fields += _STARTERS.finditer(one.exact)
        for sized in sized_fields:
            group = "size" if sized["size"] else "of"
            fields.setdefault(number(sized[group]), _words(one, *sized.span(group)))
        if not found and len(fields) == 1 and not any(start <= one.start < end for start, end in direct):
            yield from _beyond_field(one, *next(iter(fields.items())))
    yield from _headline(said)
    yield from _two_ranks(said)


def _out_of(sentence: Sentence) -> Iterator[Suspicion]:
    """`ranked 12th of 10 runners`, `the third-largest of the two`, `ninth in an eight-team league`."""
    words = words_in(sentence.exact)
    ranked = not _ORDINALS.isdisjoint(words) or any(word[0] in "0123456789" and word[-1] in "tdh" for word in words)
    if not ranked or (_NUMBERS.isdisjoint(words) and not any(word.isdigit() for word in words)):
        return
    for pattern in (_OUT_OF, _IN):
        for found in pattern.finditer(sentence.exact):
            before = sentence.exact[max(0, found.start() - 8) : found.start()].lower()
            share = re.search(r"\b(?:a|one|an|two|three|four|per)[ -]$", before) and not re.search(
                r"[a-z]+est\b|place", found[0]
            )
            rank, size = number(found["rank"]), number(found["size"])
            if share or not size or (size == 1 and pattern is _OUT_OF) or found.groupdict().get("of") == "behind":
                continue
            if rank > size:
                spans = (_words(sentence, *found.span("rank")), _words(sentence, *found.span("size")))
                yield _beyond(rank, size, spans, "certain" if pattern is _OUT_OF else "likely")
                return


def _beyond_field(sentence: Sentence, size: int, field: Words) -> Iterator[Suspicion]:
    """A place beyond the last in the only field that the article tells of."""
    for found in _FINISHED.finditer(sentence.exact):
        rank = number(found["rank"])
        if rank > size and field.end <= sentence.start and not re.search(_NUMBER + r"-", sentence.exact):
            yield _beyond(rank, size, (field, _words(sentence, *found.span("rank"))), "likely")
            return


def _beyond(rank: int, size: int, spans: tuple[Words, ...], certainty: Certainty) -> Suspicion:
    ordered = tuple(sorted(spans, key=lambda words: words.start))
    return Suspicion(
        "rank", "figures_agree", f"Nothing can be number {rank} of {size}.", certainty, ordered,
        (("figure", str(rank)), ("other", f"at most {size}")),
    )  # fmt: skip


def _headline(said: list[Sentence]) -> Iterator[Suspicion]:
    """A place in the headline that the text gives otherwise, and nowhere as the headline does."""
    titles = [(one, found) for one in said if one.part == "headline" for found in _HEADLINE_RANK.finditer(one.exact)]
    if not titles:
        return
    body = [one for one in said if one.part == "body"]
    places = [(one, found) for one in body for found in _FINISHED.finditer(one.exact)]
    ranks_said = {number(found["rank"]) for _, found in places}
    for title, found in titles[:1]:
        rank = number(found["rank"])
        if (
            len(ranks_said) != 1
            or rank in ranks_said
            or re.search(rf"\b{found['rank'].lower()}\b", " ".join(one.exact.lower() for one in body))
        ):
            continue
        sentence, place = places[0]
        certainty: Certainty = "look" if _TIMES.search(sentence.exact) else "likely"
        spans = (_words(title, *found.span("rank")), _words(sentence, *place.span("rank")))
        yield _two(
            rank,
            number(place["rank"]),
            f"The headline says {found['rank']}, the text {place['rank']}",
            spans,
            certainty,
        )


def _two_ranks(said: list[Sentence]) -> Iterator[Suspicion]:
    """One thing called the largest of its kind and the second-largest."""
    mentions = [mention for one in said for mention in _mentions(one)][:60]
    for i, one in enumerate(mentions):
        for other in mentions[i + 1 :]:
            if one.subject != other.subject or one.kind != other.kind or one.rank == other.rank:
                continue
            scoped = one.scope == other.scope
            if not scoped and one.scope and other.scope:
                continue
            dated = any(_ONCE.search(_around(mention)) for mention in (one, other))
            certainty: Certainty = "likely" if scoped and not dated and one.sentence is not other.sentence else "look"
            why = f"“{one.words.exact}” and “{other.words.exact}” are said of the same"
            yield _two(one.rank, other.rank, why, (one.words, other.words), certainty)


def _around(mention: _Mention) -> str:
    """The words of a mention with those beside them."""
    at = mention.words.start - mention.sentence.start
    return mention.sentence.exact[max(0, at - 40) : at + len(mention.words.exact) + 30]


def _mentions(sentence: Sentence) -> Iterator[_Mention]:
    if not ("est " in sentence.exact or "most " in sentence.exact) or len(sentence.exact) > _LONGEST:
        return
    for found in _SUPERLATIVE.finditer(sentence.exact):
        rank = number(found["rank"]) if found["rank"] and found["rank"] != "runner-up" else 2 if found["rank"] else 1
        owner = re.sub(r"['’]s?\s*$|^the\s+", "", found["owner"].strip().lower())
        scope = (found["place"] or ("" if owner in ("the", "its") else owner.split()[-1])).lower()
        best = _ALIKE.get(found["best"], found["best"])
        start = found.start("rank") if found["rank"] else found.start("best")
        words = _words(sentence, start, found.end("noun"))
        yield _Mention(
            found["subject"].split()[-1].lower(), (best, singular(found["noun"])), scope, rank, words, sentence
        )


def _two(rank: int, other: int, why: str, spans: tuple[Words, ...], certainty: Certainty) -> Suspicion:
    return Suspicion("rank", "figures_agree", f"{why}: number {rank} and number {other}.", certainty, spans,
                     (("figure", str(rank)), ("other", str(other))))  # fmt: skip


def number(text: str) -> int:
    """The number that an ordinal or a number word stands for: `third` and `3rd` are 3; 0 where it is none."""
    low = text.lower()
    digits = re.match(r"[0-9]+", low)
    if digits:
        return int(digits[0])
    return int(ORDINALS.get(low) or SMALL.get(low) or TENS.get(low) or 0)


def _words(sentence: Sentence, start: int, end: int) -> Words:
    return Words(sentence.start + start, sentence.start + end, sentence.exact[start:end])

"""Things announced by their number and then told one by one: three reasons of which two come, four towns and three."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from checks.reading.figures.numbers import ORDINALS, SMALL
from checks.reading.parts import Certainty, Sentence, Suspicion, Words
from checks.reading.suspicions.sums.ranks import number
from checks.reading.suspicions.sums.stated import is_person, singular, words_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

_SEVERAL = "|".join(list(SMALL)[2:13])
_COUNTED = re.compile(
    rf"\b(?P<count>{_SEVERAL}|[2-9]|1[0-2]) (?:[a-z-]+ )?(?P<noun>[a-z]{{3,}}s|men|women|people|children)\b", re.I
)
_REASONS = re.compile(
    rf"\b(?P<count>{_SEVERAL}|[2-9]) (?:[a-z-]+ )?(?P<noun>reasons|factors|causes|problems|conditions|goals|aims|"
    r"points|questions|lessons|changes|options|steps|objections|demands|rules|arguments|explanations|mistakes|stages|phases)\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"^[“‘\"']?(?:The|A|And the|But the)? ?(?P<rank>{'|'.join(ORDINALS)})(?:ly)?(?:,| (?:is|was|"
    r"reason|factor|cause|problem|condition|goal|aim|point|question|lesson|change|option|step|objection|demand|rule|"
    r"argument|explanation|mistake|stage|phase)\b)",
    re.IGNORECASE,
)
_FINALLY = re.compile(r"\b(?:finally|last(?:ly)?|the final|the other|another)\b", re.IGNORECASE)
_NAME = r"[A-Z][\w’'-]+(?: (?:(?:of|the|de|van|von|bin|al|da|di|and) )?[A-Z][\w’'.-]+){0,3}"
_PERSON = re.compile(
    r"(?:^|, |; |\band )(?:and )?(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3}"
    r"(?=,|;|\.|$| and | \()"
)
_NAMED_AS = re.compile(
    r"\b(?:named|identified)(?: (?:by|in|on|last|late) [\w ]{2,30}?)? as (?P<list>[^“”]{10,400}?)\.?$"
)
_IN_PLACES = re.compile(
    rf"\b(?:in|at|are|were|from|to|between) (?P<list>{_NAME}(?:, {_NAME})*,? and {_NAME})(?=[,.;:]|$| [a-z])"
)
_PLACES = {
    "town", "city", "village", "country", "state", "county", "province", "island", "district", "region", "suburb",
    "borough", "parish", "nation", "community", "site", "port", "airport",
}  # fmt: skip
_PLURALS = frozenset(word[:-1] + "ies" if word[-1] == "y" else word + "s" for word in _PLACES)
_MORE = re.compile(
    r"\b(?:others?|among|includ\w+|such as|another|unnamed|not (?:been )?named|more|already|as well as|than)\b",
    re.IGNORECASE,
)
_NEAR = 3  # sentences in which what was announced begins to be told
_FAR = 14  # sentences in which reasons are told one by one


def announced(reading: Reading) -> Iterable[Suspicion]:
    """Which announced numbers are not the number of those that are then told."""
    said = [
        one for one in reading.sentences if one.part in ("headline", "standfirst", "body") and len(one.exact) < 1200
    ]
    yield from _reasons(said)
    for k in range(len(said)):
        yield from _persons_named(said[max(0, k - _NEAR) : k + 1])
        yield from _places_named(said[max(0, k - _NEAR) : k + 1])


def _reasons(said: Sequence[Sentence]) -> Iterator[Suspicion]:
    """`three reasons. … The first is money. … The second is the roster.` and no third."""
    if not any("second" in words_in(one.exact) or "secondly" in words_in(one.exact) for one in said):
        return
    for k, one in enumerate(said):
        for found in _REASONS.finditer(one.exact):
            after = said[k + 1 : k + 1 + _FAR]
            told = [(number(nth["rank"]), nth, other) for other in after if (nth := _NTH.search(other.exact))]
            ranks = [rank for rank, _, _ in told]
            count, most = number(found["count"]), max(ranks, default=0)
            in_order = ranks[:most] == list(range(1, most + 1)) and most > 1
            closed = any(_FINALLY.search(other.exact) for other in after)
            if in_order and (most > count or (most < count and not closed)):
                last = next(nth for rank, nth, _ in told if rank == most)
                at = next(other for rank, _, other in told if rank == most)
                spans = (_words(one, *found.span()), _words(at, *last.span()))
                yield _suspect(
                    f"“{found[0]}” are announced, and {most} are told", count, most, found["noun"], spans, "likely"
                )
                return


def _persons_named(said: Sequence[Sentence]) -> Iterator[Suspicion]:
    """`two men were arrested. They were named as` three."""
    last = said[-1]
    if words_in(last.exact).isdisjoint(("named", "identified")):
        return
    found = _NAMED_AS.search(last.exact)
    if not found or _MORE.search(found["list"]) or " and " not in found["list"]:
        return
    names = _PERSON.findall(found["list"])
    yield from _against(said, last, found.span("list"), len(names), is_person)


def _places_named(said: Sequence[Sentence]) -> Iterator[Suspicion]:
    """`clinics in four towns. Work has begun in` three of them."""
    last = said[-1]
    if ", " not in last.exact or all(_PLURALS.isdisjoint(words_in(one.exact)) for one in said):
        return
    for found in _IN_PLACES.finditer(last.exact):
        names = [name for name in re.split(r",? and |, ", found["list"]) if name]
        if len(names) > 2 and not _MORE.search(last.exact):
            yield from _against(said, last, found.span("list"), len(names), _PLACES.__contains__)
            return


def _against(
    said: Sequence[Sentence], last: Sentence, place: tuple[int, int], named: int, fits: Callable[[str], bool]
) -> Iterator[Suspicion]:
    """The names held against the one number that was announced of such things."""
    counts = [
        (one, found) for one in said for found in _COUNTED.finditer(one.exact)
        if fits(singular(found["noun"]))
        and not (one is last and found.start() >= place[0])
    ]  # fmt: skip
    numbers = {number(found["count"]) for _, found in counts}
    if named < 2 or len(numbers) != 1 or named in numbers or _MORE.search(counts[-1][0].exact):
        return
    one, found = counts[-1]
    spans = (_words(one, *found.span()), _words(last, *place))
    yield _suspect(
        f"“{found[0]}” are announced, and {named} are named",
        number(found["count"]),
        named,
        found["noun"],
        spans,
        "likely",
    )


def _suspect(why: str, count: int, told: int, noun: str, spans: tuple[Words, ...], certainty: Certainty) -> Suspicion:
    return Suspicion("figures", "figures_agree", f"{why}.", certainty, spans,
                     (("figure", f"{count} {noun.lower()}"), ("other", f"{told} {noun.lower()}")))  # fmt: skip


def _words(sentence: Sentence, start: int, end: int) -> Words:
    return Words(sentence.start + start, sentence.start + end, sentence.exact[start:end])

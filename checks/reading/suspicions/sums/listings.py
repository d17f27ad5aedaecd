"""Lists that are longer or shorter than they are said to be: “two men, A, B and C”, “three reasons: cost and noise”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checks.reading.figures.numbers import ORDINALS, SMALL
from checks.reading.parts import Certainty, Sentence, Suspicion, Words
from checks.reading.suspicions.sums.ranks import number
from checks.reading.suspicions.sums.stated import singular, words_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

_SEVERAL = "|".join([*list(SMALL)[2:], *"23456789"])
_ORDINAL = "|".join(ORDINALS)
_COUNT = rf"(?P<count>{_SEVERAL}|10|both|pair|duo|trio|quartet)"
_SIZES = {"both": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4}
_NAME = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Prof|Rev)\.? )?[A-Z][\w’'-]+"
    r"(?: (?:(?:de|van|von|bin|al|da|di|of) )?[A-Z][\w’'.-]*){1,3}"
)
_AGED = r"(?:, (?:aged )?[0-9]{1,2}|,? \([^()]{1,40}\))?"
_NAMES = rf"{_NAME}{_AGED}(?:,? and {_NAME}{_AGED}|, {_NAME}{_AGED})+"
_NAMED = re.compile(
    rf"\b(?i:{_COUNT})(?P<noun>(?: [a-z’'-]+){{0,4}})(?:,|:| —| –| -| \(|, named as| were| are|, identified as|"
    rf" named as| identified as|(?<=[Bb]oth)) (?P<names>{_NAMES})"
)
_ONE_NAME = re.compile(_NAME)
_PLURAL = re.compile(r"(?:s|men|women|people|children)$")
_COLON = re.compile(
    rf"\b(?P<count>{_SEVERAL}|10)(?P<noun>(?: [a-z’'-]+){{1,4}}): (?P<list>[^:.!?()“”]{{5,300}})[.!?]?$",
    re.IGNORECASE,
)
# Between dashes or brackets only names, since anything may stand there.
_DASHES = re.compile(
    rf"\b(?P<count>{_SEVERAL}|10)(?P<noun>(?: [a-z’'-]+){{1,3}})(?: ?[—–] ?| - | \()"
    r"(?P<list>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}(?:,? and (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"
    r"|, (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})+)(?=\s*(?:[—–).]| - |$))"
)
_OF = re.compile(
    rf"\b(?:the )?(?P<rank>{_ORDINAL}) of (?:the |its |his |her |their |only |just )*(?P<size>{_SEVERAL}|1[0-9])"
    r"(?: (?:[a-z-]+ ){0,2}?)(?P<noun>[a-z]+)\b"
)
_STAGES = re.compile(
    rf"\bin (?P<size>{_SEVERAL}) (?P<noun>phases|stages|rounds|instal+ments|parts|tranches|"
    rf"steps|volumes|legs|sessions)\b"
)
_MORE = re.compile(
    r"\b(?:others?|among them|including|include[sd]?|such as|third|another|unnamed|not named|one of|more|etc|so on)\b"
)
_ITEM_WORDS = 6
_LONGEST = 1200  # a sentence beyond this many characters is a table or a directory
_FAR = 3000  # characters after which the same noun may be of other things
_SCORED = {
    "goal", "try", "wicket", "point", "run", "win", "loss", "game", "match", "child", "son", "daughter", "book", "film",
    "day", "time", "man", "woman", "person", "novel", "album", "title", "medal", "birdie", "touchdown", "set",
}  # fmt: skip
_ORDERED = frozenset(ORDINALS)
_STAGED = frozenset(
    [
        "phases",
        "stages",
        "rounds",
        "instalments",
        "installments",
        "parts",
        "tranches",
        "steps",
        "volumes",
        "legs",
        "sessions",
    ]
)
_THE_NTH = re.compile(rf"\b(?:[Tt]he|a) (?P<rank>{_ORDINAL})(?: and (?:final|last))? (?P<noun>[a-z]+)\b")
_COUNTS = {*_SIZES, *_SEVERAL.split("|"), "10"}


def listings(reading: Reading) -> Iterable[Suspicion]:
    """Which lists do not have the number of items that is said, and which sequences go beyond their end."""
    said = [one for one in reading.sentences if one.part in ("headline", "standfirst", "body")]
    for one in said:
        if len(one.exact) > _LONGEST or _COUNTS.isdisjoint(words_in(one.exact)):
            continue
        yield from list(_names(one))[:1] or list(_after_colon(one))[:1]
    yield from _beyond_the_last(said)


def _names(sentence: Sentence) -> Iterator[Suspicion]:
    """`two men, Jon Abel, Tom Brand and Al Cole, were arrested`; `the trio, Ann Lee and Bo Roe`."""
    for found in _NAMED.finditer(sentence.exact):
        count = _SIZES.get(found["count"].lower()) or number(found["count"])
        noun = found["noun"].split()
        if not found["names"][0].isupper() or (
            found["count"].lower() not in _SIZES and not (noun and _PLURAL.search(noun[-1]))
        ):
            continue
        if found["count"].lower() == "both" and noun:
            continue
        names = _ONE_NAME.findall(found["names"])
        rest = sentence.exact[found.end("names") :]
        if (
            len(names) == count
            or len(re.findall(r" and ", found["names"])) > 1
            or _MORE.search(sentence.exact)
            or re.match(r",? (?:and|,) ?(?:an? |the |his |her )?\w|\s*(?:said|says|told|wrote)\b", rest)
        ):
            continue
        if len(names) < count and not re.match(r"\s*(?:[,.;)—–]|were|are|was|have|had|$)", rest):
            continue
        spans = (_words(sentence, *found.span("count")), _words(sentence, *found.span("names")))
        named = f"{found['count']}{found['noun']}"
        yield _suspect(f"“{named}” are said, and {len(names)} named", count, len(names), noun, spans, "likely")


def _after_colon(sentence: Sentence) -> Iterator[Suspicion]:
    """`three reasons: cost, noise and dirt, and theft`: items parted by semicolons, or short ones by commas."""
    for found in [*_COLON.finditer(sentence.exact), *_DASHES.finditer(sentence.exact)]:
        count, noun = number(found["count"]), found["noun"].split()
        if (
            not _PLURAL.search(noun[-1])
            or noun[-1] in ("years", "hours", "minutes", "days", "weeks", "months")
            or _MORE.search(found["list"])
        ):
            continue
        if re.search(r"[0-9]", found["list"]):
            continue
        least, most = _items(found["list"])
        if not least or least <= count <= most:
            continue
        spans = (_words(sentence, *found.span("count")), _words(sentence, *found.span("list")))
        shown = least if count < least else most
        yield _suspect(
            f"“{found['count']}{found['noun']}” are said, and {shown} listed", count, shown, noun, spans, "likely"
        )


def _items(listed: str) -> tuple[int, int]:
    """The least and the most items that a list can have; none where it is no plain list."""
    if ";" in listed:
        items = [item for item in listed.split(";") if item.strip()]
        return len(items), len(items)
    items = [item.strip() for item in re.split(r", and |, or |, ", listed) if item.strip()]
    if any(len(item.split()) > _ITEM_WORDS for item in items) or len(items) > 12:
        return 0, 0
    joined = sum(len(re.findall(r"\b(?:and|or)\b", item)) for item in items)
    if len(items) == 1 and (joined != 1 or len(listed.split()) > 2 * _ITEM_WORDS):
        return 0, 0
    last = bool(re.search(r"\band\b", items[-1])) or bool(re.search(r", and ", listed))
    if not last:
        return 0, 0  # a sentence, and no list that closes with "and"
    oxford = bool(re.search(r", and [^,]*$", listed))
    return len(items) + (not oxford and joined == 1), len(items) + joined


def _beyond_the_last(said: list[Sentence]) -> Iterator[Suspicion]:
    """`the first of two debates`, and later `the third debate`; `in two phases`, and `the third phase`."""
    sizes: dict[str, tuple[int, Words, Certainty]] = {}
    for one in said:
        words = words_in(one.exact)
        if (_ORDERED.isdisjoint(words) and _STAGED.isdisjoint(words)) or len(one.exact) > _LONGEST:
            continue
        for found in [*_OF.finditer(one.exact), *_STAGES.finditer(one.exact)]:
            noun, size, rank = singular(found["noun"]), number(found["size"]), found.groupdict().get("rank")
            if rank and number(rank) > size:
                continue  # this the rule for ranks says
            loose = rank and (noun in _SCORED or re.search(r" (?:his|her|their) ", found[0]))
            sizes.setdefault(noun, (size, _words(one, *found.span("size")), "look" if loose else "likely"))
        for found in _THE_NTH.finditer(one.exact) if sizes else ():
            if found["noun"] not in sizes:
                continue
            size, where, certainty = sizes[found["noun"]]
            nth = number(found["rank"])
            if nth > size and where.end <= one.start <= where.start + _FAR:
                spans = (where, _words(one, *found.span("rank")))
                reason = f"There are said to be {where.exact}, and “the {found['rank']} {found['noun']}” is told of."
                yield Suspicion("figures", "figures_agree", reason, certainty, spans,
                                (("figure", str(nth)), ("other", f"at most {size}")))  # fmt: skip


def _suspect(
    why: str, count: int, found: int, noun: list[str], spans: tuple[Words, ...], certainty: Certainty
) -> Suspicion:
    of = noun[-1] if noun else ""
    return Suspicion("figures", "figures_agree", f"{why}.", certainty, spans,
                     (("figure", f"{count} {of}".strip()), ("other", f"{found} {of}".strip())))  # fmt: skip


def _words(sentence: Sentence, start: int, end: int) -> Words:
    return Words(sentence.start + start, sentence.start + end, sentence.exact[start:end])

"""Names of people, organisations, places and offices: the small model proposes, rules and the gazetteer overrule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checks.reading.named import titles
from checks.reading.named.gazetteer import given_names, known_at
from checks.reading.named.joining import joined
from checks.reading.named.mending import mended, surnames
from checks.reading.named.offices import offices_among
from checks.reading.named.organisations import (
    Proposal,
    by_a_noun_beside_it,
    by_their_words,
    from_the_gazetteer,
    in_brackets,
)
from checks.reading.named.parser import RULES_ALONE, parser_name, proposed
from checks.reading.named.persons import name_after
from checks.reading.named.tokens import Tokens, tokens_of
from checks.reading.parts import Name, NameKind, Paragraph

_GIVEN = "a given name"
_BYLINE = "the byline"
_DATELINE = "the dateline"
_ELSEWHERE = "named so elsewhere in the text"
_TITLES = titles.HEADS | titles.STYLES
_OF_OFFICES = titles.BEFORE_HEADS | titles.FIELDS | titles.HEADS
_OPENING, _CLOSING = "“‘\"'", "”’\"'"
_LONGEST_TITLE = 14  # tokens of a quoted title


def available() -> str:
    """What proposes names here: “en-core-web-sm” with its version, or “rules alone” where it is not installed."""
    return parser_name()


def names_in(text: str, sentences: Sequence[tuple[int, int]], paragraphs: Sequence[Paragraph]) -> list[Name]:
    """Whom and what does a text name: people, organisations, places, offices?

    `sentences` and `paragraphs` are spans of the text; offsets are code points, end exclusive. Spans of one kind never
    overlap; only an office may have other names in it. `by` says who proposed a span, and who changed its kind; `of` is
    the full form that a short one is taken for, empty where two could be meant. In order of start. The model is spaCy's
    en_core_web_sm (https://spacy.io/models/en); without it the rules work alone, and `by` says so.
    """
    tokens = tokens_of(text, sentences)
    offices = offices_among(tokens)
    model = parser_name()
    sure = [_proposal(tokens, name) for name in offices if name.kind == "person"]
    spans = [span for name in offices if name.kind == "office" for span in [_proposal(tokens, name)]]
    worded = [_without_a_field(tokens, one) for one in by_their_words(tokens)]
    worded = [one for one in worded if not _swallowed(tokens, one, spans)]
    sure += [*_datelines(tokens, paragraphs), *_bylines(tokens, paragraphs), *in_brackets(tokens), *worded]
    gazetteer = from_the_gazetteer(tokens)
    quoted = _quoted_titles(tokens)
    offered = _marked(text, paragraphs)
    persons = surnames(tokens, sure, offered)
    marked = [
        one
        for start, end, label in offered
        if (one := mended(tokens, start, end, label, model, persons)) is not None
        and not _swallowed(tokens, one, spans)
        and not _doubtful(tokens, one, quoted)
    ]
    inner = {(one.first, one.end) for one in marked for wide in gazetteer if _within(one, wide)}
    marked = [one for one in marked if (one.first, one.end) not in inner]
    ours = [
        one
        for one in [*gazetteer, *_given(tokens), *by_a_noun_beside_it(tokens)]
        if not (one.by == _GIVEN and _doubtful(tokens, one, quoted))
    ]
    ours = [one for one in ours if not _swallowed(tokens, one, spans)]
    taken = _taken([sure, marked, ours])
    taken = _agreed(tokens, taken)
    taken = _taken([taken, _again(tokens, taken, quoted)])
    found = [*(name for name in offices if name.kind == "office"), *(_name(tokens, one) for one in taken)]
    if model == RULES_ALONE:
        found = [replace(name, by=f"{RULES_ALONE}: {name.by}") for name in found]
    return joined(sorted(found, key=lambda name: (name.start, name.end, name.kind)))


def _without_a_field(tokens: Tokens, one: Proposal) -> Proposal:
    """Of “White House Press” before “Secretary” the White House alone: the rest is of the office."""
    known = known_at(tokens.all, one.first)
    if known and known[0] < one.end < len(tokens.all):
        rest = [token.low for token in tokens.all[known[0] : one.end]]
        if tokens.all[one.end].low in titles.HEADS and all(word in titles.BEFORE_HEADS for word in rest):
            return replace(one, end=known[0], kind=known[1])
    return one


def _within(one: Proposal, wide: Proposal) -> bool:
    return wide.first <= one.first and one.end <= wide.end and one.end - one.first < wide.end - wide.first


def _marked(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int, str]]:
    spans = [(paragraph.start, paragraph.end) for paragraph in paragraphs] or [(0, len(text))]
    answers = proposed([text[start:end] for start, end in spans])
    return [
        (offset + start, offset + end, label)
        for (offset, _), answer in zip(spans, answers, strict=True)
        for start, end, label in answer
    ]


def _swallowed(tokens: Tokens, one: Proposal, offices: Sequence[Proposal]) -> bool:
    """Whether a proposal is only a field or a head of an office, such as Treasury in Treasury Secretary."""
    for office in offices:
        if office.first < one.end and one.first < office.end:
            if one.first < office.first or one.end > office.end or one.kind == "person":
                return True
            if all(token.low in _OF_OFFICES for token in tokens.all[one.first : one.end]):
                return True
    return False


def _doubtful(tokens: Tokens, one: Proposal, quoted: set[int]) -> bool:
    """Whether a proposal lies in a quoted title, or in a headline without the text naming it again."""
    if one.first in quoted:
        return True
    if one.first not in tokens.headlines:
        return False
    words = [token for token in tokens.all[one.first : one.end] if token.word[0].isupper()]
    known = known_at(tokens.all, one.first)
    return not (known and known[0] == one.end) and not all(token.word in tokens.capitals for token in words)


def _quoted_titles(tokens: Tokens) -> set[int]:
    """The tokens between quotation marks that hold a title: two capitals or more, and small words only of grammar."""
    found: set[int] = set()
    words = tokens.all
    for index, token in enumerate(words):
        if token.word not in _OPENING or not tokens.capital(index + 1):
            continue
        for end in range(index + 1, min(len(words), index + _LONGEST_TITLE)):
            word = words[end]
            if word.word in _CLOSING:
                capitals = sum(words[i].word[0].isupper() for i in range(index + 1, end))
                if capitals > 1:
                    found.update(range(index + 1, end))
                break
            if not word.word[0].isupper() and word.low not in titles.NOT_NAMES and word.word not in ",:’s'":
                break
    return found


def _given(tokens: Tokens) -> list[Proposal]:
    """People told by a given name with another capital after it."""
    found, index, words = [], 0, tokens.all
    while index < len(words):
        token = words[index]
        person = None
        if token.word in given_names() and tokens.capital(index + 1) and tokens.joined(index + 1):
            person = name_after(tokens, index, "mr") if tokens.joined(index) or index == 0 else _from(tokens, index)
        if person and person[1] - person[0] > 1:
            found.append(Proposal(*person, "person", _GIVEN))
            index = person[1]
        else:
            index += 1
    return found


def _from(tokens: Tokens, index: int) -> tuple[int, int] | None:
    rest = name_after(tokens, index + 1, "mr")
    return (index, rest[1]) if rest else None


def _datelines(tokens: Tokens, paragraphs: Sequence[Paragraph]) -> list[Proposal]:
    """The place that a dateline begins with: `OSLO, May 3 —`."""
    found = []
    for paragraph in paragraphs:
        first = end = tokens.at(paragraph.start)
        if paragraph.part == "dateline" and paragraph.exact.rstrip()[-1:] in tuple("—–-_:"):
            while tokens.capital(end) and (end == first or tokens.joined(end)) and not _is_day(tokens, end):
                end += 1
        if end > first:
            found.append(Proposal(first, end, "place", _DATELINE))
    return found


def _is_day(tokens: Tokens, index: int) -> bool:
    return tokens.all[index].low in titles.DAYS_AND_MONTHS


def _bylines(tokens: Tokens, paragraphs: Sequence[Paragraph]) -> list[Proposal]:
    """People named in a byline: after “By”, a comma or “and”."""
    found = []
    for paragraph in paragraphs:
        if paragraph.part != "byline":
            continue
        for index in range(tokens.at(paragraph.start), tokens.at(paragraph.end)):
            if tokens.all[index].low in ("by", "and", ","):
                person = name_after(tokens, index + 1, "mr")
                if person and person[1] - person[0] > 1:
                    found.append(Proposal(*person, "person", _BYLINE))
    return found


def _agreed(tokens: Tokens, taken: Sequence[Proposal]) -> list[Proposal]:
    """The same words are of one kind throughout: the one that a rule gave, or else the most frequent, or the first."""
    votes: dict[tuple[str, ...], dict[NameKind, int]] = {}
    for one in taken:
        kinds = votes.setdefault(_key(tokens, one), {})
        kinds[one.kind] = kinds.get(one.kind, 0) + (1 if one.by.startswith("en-") else 100)
    settled = {key: max(kinds, key=lambda kind: kinds[kind]) for key, kinds in votes.items()}
    return [
        one
        if one.kind == (kind := settled[_key(tokens, one)])
        else replace(one, kind=kind, by=f"{one.by}; {_ELSEWHERE}")
        for one in taken
    ]


def _again(tokens: Tokens, taken: Sequence[Proposal], quoted: set[int]) -> list[Proposal]:
    """Names that stand again where nothing proposed them, and the last words of persons' names."""
    known: dict[tuple[str, ...], NameKind] = {}
    for one in taken:
        key = _key(tokens, one)
        if one.kind == "person" and len(key) > 1:
            last = key[-2] if tokens.all[one.end - 1].low in titles.SUFFIXES else key[-1]
            for word in (last, key[0]):
                plain = word.lower() not in tokens.smalls and word.lower() not in titles.DAYS_AND_MONTHS
                if word[0].isupper() and len(word) > 2 and plain:
                    known.setdefault((word,), "person")
        if len(key) > 1 or (key[0] in tokens.capitals and key[0].lower() not in tokens.smalls):
            known[key] = one.kind
    lengths: dict[str, set[int]] = {}
    for key in known:
        lengths.setdefault(key[0], set()).add(len(key))
    found, index, words = [], 0, tokens.all
    while index < len(words):
        for length in sorted(lengths.get(words[index].word, ()), reverse=True):
            kind = known.get(tuple(token.word for token in words[index : index + length]))
            if kind and index + length <= len(words):
                if index not in quoted and _stands_alone(tokens, index, index + length):
                    found.append(Proposal(index, index + length, kind, _ELSEWHERE))
                index += length - 1
                break
        index += 1
    return found


def _stands_alone(tokens: Tokens, first: int, end: int) -> bool:
    """Whether no capital beside the words makes them part of something longer."""
    if first in tokens.headlines:
        return True
    before = tokens.joined(first) and tokens.capital(first - 1) and first - 1 not in tokens.first
    titled = before and tokens.all[first - 1].low in _TITLES
    after = tokens.joined(end) and tokens.capital(end)
    return (not before or titled) and not after


def _key(tokens: Tokens, one: Proposal) -> tuple[str, ...]:
    return tuple(token.word for token in tokens.all[one.first : one.end])


def _taken(groups: Iterable[Sequence[Proposal]]) -> list[Proposal]:
    """The proposals that overlap none of an earlier group, nor a longer or earlier one of their own."""
    used: set[int] = set()
    kept: list[Proposal] = []
    for group in groups:
        for one in sorted(group, key=lambda one: (one.first - one.end, one.first, one.kind, one.by)):
            span = range(one.first, one.end)
            if used.isdisjoint(span):
                used.update(span)
                kept.append(one)
    return sorted(kept, key=lambda one: one.first)


def _proposal(tokens: Tokens, name: Name) -> Proposal:
    return Proposal(tokens.at(name.start), tokens.at(name.end), name.kind, name.by)


def _name(tokens: Tokens, one: Proposal) -> Name:
    start, end = tokens.all[one.first].start, tokens.all[one.end - 1].end
    return Name(start, end, tokens.text[start:end], one.kind, one.of, one.by)

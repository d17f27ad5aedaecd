"""Offices, and the persons named with them, by rules: a word such as *minister* and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.reading.named import titles
from checks.reading.named.gazetteer import adjectives, given_names, known_at, known_before
from checks.reading.named.persons import ends_as_organisation, goes_on, name_after, name_around
from checks.reading.named.tokens import Tokens, tokens_of
from checks.reading.parts import Name, NameKind

OFFICE = "a rule for offices"
BEFORE = "a title before it"
AFTER = "an office after it"
_INDEFINITE = {"a", "an", "any", "no", "every", "another", "some", "each"}
_DEFINITE = {"the", "its", "his", "her", "their", "our", "’s", "'s"}
# The opposition leader and the fire chief hold an office; the project leader and the design chief need not.
_LEADERS = {"leader", "chief", "whip"}
_LED = {"opposition", "majority", "minority", "police", "fire", "army", "navy", "intelligence", "security"}
_OF_PLACES = {"mayor", "governor", "king", "queen", "prince", "princess", "duke", "duchess", "bishop", "archbishop"}
_LONGEST_MODIFIER = 8
_MOST_HEADS = 4
_FIELDS_BEFORE = titles.BEFORE_HEADS - titles.HEADS


def offices_in(text: str, sentences: Sequence[tuple[int, int]]) -> list[Name]:
    """Which offices does a text name, and which persons with them?

    `sentences` are spans of the text. An office is a head (*secretary*, *mayor*, *chief*) with the fields, places and
    organisations before it and the “of …” after it; “former” and “acting” are not part of it. Written small, it must
    have a name, a place or a field beside it: “a president” is no office. A person is the name after an office, a style
    (*Mr.*) or a role (*singer*), or before “, the mayor of …”. Offsets are code points, end exclusive; in order.
    """
    return offices_among(tokens_of(text, sentences))


def offices_among(tokens: Tokens) -> list[Name]:
    """As `offices_in`, for a text that is already cut into tokens."""
    found: list[Name] = []
    done = 0  # the first token that no office found so far reaches
    for index, token in enumerate(tokens.all):
        if index < done:
            continue
        if token.low in titles.HEADS:
            office = _office(tokens, index, done)
            if office:
                found += office.names(tokens)
                done = office.reach
                continue
        if token.low in titles.STYLES or token.low in titles.ROLES:
            found += _styled(tokens, index)
        elif token.low in titles.PLURALS and token.word[0].isupper():
            found += _several(tokens, index)
    return _apart(found)


@dataclass(frozen=True)
class _Office:
    """Token indices of an office and of the person named with it; ends exclusive, and an empty office is none."""

    first: int
    end: int
    person: tuple[int, int] | None
    by: str

    @property
    def reach(self) -> int:
        return max(self.end, self.person[1] if self.person and self.person[0] >= self.end else 0)

    def names(self, tokens: Tokens) -> list[Name]:
        found = [_name(tokens, self.first, self.end, "office", OFFICE)] if self.end > self.first else []
        return [*found, _name(tokens, *self.person, "person", self.by)] if self.person else found


def _office(tokens: Tokens, head: int, free: int) -> _Office | None:
    """The office whose first head is this token, or None; nothing before the token `free` belongs to it."""
    words = tokens.all
    first, placed = _modifiers(tokens, head, free)
    end = _heads_end(tokens, head)
    last = words[end - 1].low
    end, complement = _complement(tokens, end, last)
    capital = tokens.capital(end - 1) if complement == "" else tokens.capital(head)
    person = name_after(tokens, end, last)
    if first == end - 1 and (last == "executive" or (last == "justice" and first and words[first - 1].low == "of")):
        return None  # “the Executive Branch”, “the Department of Justice”
    if person:
        if not capital and last in titles.WEAK_HEADS and person[1] - person[0] < 2 and first == head:
            return None
        trade = last in titles.TRADES and not capital and first == end - 1
        return _Office(end if trade else first, end, person, BEFORE)
    owner = complement and words[end : end + 1] and words[end].low in ("’s", "'s")  # “the mayor of Leeds’s Office”
    if last in titles.BEFORE_NAMES or (goes_on(tokens, end) and not owner):
        return None
    before = words[first - 1].low if first else ""
    told = words[first].low not in titles.NOT_NAMES or words[first].low in _LED
    if capital:
        surname = (
            last in titles.SURNAMES
            and not complement
            and (before != "the" or (first < head and not placed and words[head - 1].low not in titles.BEFORE_HEADS))
        )
        alone = end - first == 1 and (first in tokens.first or head in tokens.headlines)
        if surname or alone or (before in _INDEFINITE and not complement and end - first == 1):
            return None
    else:
        field = first < head and told and words[head - 1].low in titles.BEFORE_HEADS
        definite = before in _DEFINITE
        if before in _INDEFINITE and complement != "named":
            return None
        weak = last in titles.WEAK_HEADS and last not in {"executive", "attorney"}
        enough = (
            complement == "named"
            or (complement == "field" and (definite or first < head))
            or (placed and (not weak or end - first > 2 or definite))
            or (field and definite and (not weak or (last in _LEADERS and words[head - 1].low in _LED)))
        )
        apposed = name_around(tokens, first, end)
        if not enough and not (apposed and (definite or first < head) and not (weak and first == head)):
            return None
    around = name_around(tokens, first, end)
    return _Office(first, end, around, AFTER)


def _heads_end(tokens: Tokens, head: int) -> int:
    """The index after the last head in a row: Vice President, Secretary General, Chief Medical Officer."""
    words, end = tokens.all, head + 1
    while end - head < _MOST_HEADS:
        at = end
        while tokens.joined(at) and at - end < 3 and words[at].low in _FIELDS_BEFORE:
            at += 1
        if not tokens.joined(at) or words[at].low not in titles.HEADS or tokens.capital(at) != tokens.capital(head):
            break
        given = words[at].low in titles.ALSO_GIVEN and tokens.joined(at + 1) and tokens.capital(at + 1)
        if given and words[at + 1].low not in titles.HEADS:
            break
        end = at + 1
    return end


def _modifiers(tokens: Tokens, head: int, free: int) -> tuple[int, bool]:
    """Where an office begins, before its head, and whether a place or an organisation is among those words."""
    words, index, placed = tokens.all, head, False
    while index > free and head - index < _LONGEST_MODIFIER and tokens.joined(index):
        token = words[index - 1]
        known = known_before(words, index - 1)
        if known and not (known[0] in tokens.first and token.low in titles.NOT_NAMES):
            index, placed = known[0], True
        elif token.word in adjectives():
            index, placed = index - 1, True
        elif token.low in titles.BEFORE_HEADS or (token.low in titles.HEADS and token.word[0].isupper()):
            index -= 1
        elif _links_back(tokens, index, head):
            index -= 2
        elif token.low in titles.NOT_NAMES or token.low in titles.DAYS_AND_MONTHS or token.low in titles.ROLES:
            break
        elif token.word in given_names() and token.low not in titles.ORGANISATION_WORDS:
            if tokens.capital(head) or (tokens.joined(index - 1) and tokens.capital(index - 2)) or index < head:
                return (head, False) if index == head else (index, placed)
            index, placed = index - 1, True
        elif token.word[0].isupper() and not _opens_sentence(tokens, index - 1):
            index, placed = index - 1, True
        else:
            break
    while index < head and words[index].low in {"of", "and", "for", "&"}:
        index += 1
    return index, placed


def _links_back(tokens: Tokens, index: int, head: int) -> bool:
    """Whether a body's name goes on before a link: “University of Leeds vice-chancellor”, “Fish and Wildlife Service
    director”; two names with “and” between them are two."""
    link, before = tokens.all[index - 1].low, tokens.all[index - 2] if index > 1 else None
    if (
        not before
        or index == head
        or not (tokens.capital(index) and before.word[0].isupper() and tokens.joined(index - 1))
    ):
        return False
    if link == "and":
        body = index < head - 1 and tokens.all[head - 1].low in titles.ORGANISATION_WORDS
        placed = index > 2 and (tokens.all[index - 3].low == "the" or known_before(tokens.all, index - 3) is not None)
        return body and placed
    return link == "&" or (link in ("of", "for") and before.low in titles.ORGANISATION_OPENERS - titles.HEADS)


def _opens_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a capital is there only because a sentence begins, as far as can be told."""
    token = tokens.all[index]
    if index not in tokens.first or token.word in tokens.capitals or token.low in titles.ORGANISATION_WORDS:
        return False
    return token.low.endswith(("ly", "ing", "ed")) or token.low in tokens.smalls or not token.word[0].isalpha()


def _complement(tokens: Tokens, end: int, head: str) -> tuple[int, str]:
    """The end of an office with the “of …” after its head, and what that is: named, field or nothing."""
    words, kind = tokens.all, ""
    for _ in range(3):
        if end + 1 >= len(words) or not tokens.joined(end):
            break
        preposition = words[end].low
        heads = titles.PREPOSITIONS.get(preposition)
        if heads is None or not (head in heads or (kind and preposition in ("of", "for"))):
            break
        at = end + 1
        if words[at].low == "the" and at + 1 < len(words):
            at += 1
        if not tokens.joined(at):
            break
        stop, found = _complement_at(tokens, at)
        if found == "named" and head not in _OF_PLACES:
            stop = _of_its_own(tokens, stop)
        if preposition == "for" and found == "named" and _perhaps_a_person(tokens, at, stop):
            break
        if not found or (preposition == "at" and found != "named"):
            break
        end, kind = stop, "named" if "named" in (kind, found) else "field"
    return end, kind


def _perhaps_a_person(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether nothing says that the capitals after “for” are a place or an organisation: “lawyer for Shields”."""
    if tokens.all[at - 1].low == "the":
        return False  # no person has an article: the Minister for the Marine
    fields = any(token.low in titles.FIELDS for token in tokens.all[at:stop])
    return not fields and not known_at(tokens.all, at) and stop - at < 3 and not ends_as_organisation(tokens, at)


def _complement_at(tokens: Tokens, at: int) -> tuple[int, str]:
    words = tokens.all
    known = known_at(words, at)
    if known and not (tokens.capital(known[0]) and ends_as_organisation(tokens, known[0])):
        return known[0], "named"
    stop = at
    while stop < len(words) and (stop == at or tokens.joined(stop)):
        low = words[stop].low
        if (
            low in titles.FIELDS
            or (low in ("and", "the") and stop > at and stop + 1 < len(words) and words[stop + 1].low in titles.FIELDS)
            or (
                low == ","
                and stop + 1 < len(words)
                and words[stop + 1].low in titles.FIELDS
                and tokens.capital(stop + 1)
            )
        ):
            stop += 1
        else:
            break
    if stop > at:
        if tokens.capital(at) and tokens.capital(stop) and tokens.joined(stop) and ends_as_organisation(tokens, stop):
            return capital_run(tokens, at), "named"
        return stop, "named" if tokens.capital(at) and stop - at > 1 else "field"
    if not tokens.capital(at) or words[at].low in titles.DAYS_AND_MONTHS or words[at].low in titles.HEADS:
        return at, ""
    if words[at].word in given_names() and not ends_as_organisation(tokens, at):
        return at, ""
    if words[at].low in titles.STYLES:
        return at, ""
    if words[at].word in adjectives() and not (tokens.joined(at + 1) and tokens.capital(at + 1)):
        return at, ""
    return capital_run(tokens, at), "named"


def _of_its_own(tokens: Tokens, end: int) -> int:
    """The end of a body that belongs to what stands before `end`: “director of Harvard’s Kennedy School”."""
    owned = end + 1 < len(tokens.all) and tokens.all[end].low in ("’s", "'s") and tokens.joined(end + 1)
    return capital_run(tokens, end + 1) if owned and ends_as_organisation(tokens, end + 1) else end


def capital_run(tokens: Tokens, start: int) -> int:
    """The index after a run of words with capitals, with “of”, “and” or “the” between two of them.

    It stops before a given name that is not its first word, before a day, and before the head of another office.
    """
    words, end = tokens.all, start + 1
    while end < len(words) and end - start < 10 and tokens.joined(end):
        token = words[end]
        if token.word[0].isupper():
            named = token.word in given_names() and tokens.capital(end + 1) and tokens.joined(end + 1)
            if named or token.low in titles.DAYS_AND_MONTHS or token.low in titles.HEADS:
                break
            end += 1
        elif token.low in ("of", "and", "for", "&", "the"):
            after = end + 1
            if token.low != "the" and after < len(words) and words[after].low == "the":
                after += 1
            joined = tokens.capital(after) and tokens.joined(end + 1) and tokens.joined(after)
            if not joined or words[after].word in given_names() or words[after].low in titles.HEADS:
                break
            if token.low == "and" and end - start < 2:
                break
            end = after
        else:
            break
    return end


def _styled(tokens: Tokens, index: int) -> list[Name]:
    """The person after a style (*Mr.*) or a role (*singer*); a role needs two words of a name."""
    person = name_after(tokens, index + 1, tokens.all[index].low)
    style = tokens.all[index].low in titles.STYLES and tokens.all[index].word != "DR"  # DR Congo
    if not person or (style and not tokens.capital(index)):
        return []
    if not style and (person[1] - person[0] < 2 or index in tokens.headlines):
        return []
    return [_name(tokens, *person, "person", BEFORE)]


def _several(tokens: Tokens, index: int) -> list[Name]:
    """The persons after a title in the plural: “Presidents Bush and Obama”."""
    found: list[Name] = []
    at = index + 1
    while True:
        person = name_after(tokens, at, "")
        if not person:
            return found
        found.append(_name(tokens, *person, "person", BEFORE))
        at = person[1]
        if at < len(tokens.all) and tokens.all[at].word in (",", "and", "&"):
            at += 1
            if at < len(tokens.all) and tokens.all[at].low == "and":
                at += 1
        else:
            return found


def _name(tokens: Tokens, first: int, end: int, kind: NameKind, by: str) -> Name:
    start, stop = tokens.all[first].start, tokens.all[end - 1].end
    return Name(start, stop, tokens.text[start:stop], kind, "", by)


def _apart(names: list[Name]) -> list[Name]:
    """Names in order, without those that overlap an earlier or longer one of the same kind."""
    kept: list[Name] = []
    reach: dict[str, int] = {}
    for name in sorted(set(names), key=lambda name: (name.start, -name.end, name.kind, name.by)):
        if name.start >= reach.get(name.kind, 0):
            kept.append(name)
            reach[name.kind] = name.end
    return kept

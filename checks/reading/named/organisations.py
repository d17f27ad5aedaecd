"""Organisations and places told by their own words: “… University”, “Bank of …”, “… Street”, “Full Name (FN)”."""

from __future__ import annotations

from dataclasses import dataclass

from checks.reading.named import titles
from checks.reading.named.gazetteer import abbreviations, adjectives, given_names, known_at
from checks.reading.named.tokens import Tokens
from checks.reading.parts import NameKind

ITS_WORDS = "a word of its own name"
BRACKETS = "brackets after the full name"
BESIDE = "a noun beside it"
GAZETTEER = "gazetteer"
_LINKS = {"of", "the", "and", "for", "to", "in", "on", "de", "&"}
_NUMBERS = {"first", "second", "third", "one", "two"}
_CAUSES = {"campaign", "coalition", "committee", "fund", "alliance", "movement", "initiative", "network", "league"}
_DEPARTMENTS = {"department", "ministry", "bureau", "directorate", "secretariat"}
_BODIES = {"committee", "commission", "council", "conference", "panel"}
_BEFORE_PEOPLE = titles.HEADS | titles.ROLES | titles.STYLES
_LEAST, _MOST = 2, 8  # letters of an abbreviation
_LONGEST = 12  # words of an organisation's name


@dataclass(frozen=True)
class Proposal:
    """Tokens proposed as a name, end exclusive; `of` as in `Name`."""

    first: int
    end: int
    kind: NameKind
    by: str
    of: str = ""


def by_their_words(tokens: Tokens) -> list[Proposal]:
    """Runs of capitals that end in, or open with, a word of organisations or places."""
    found: list[Proposal] = []
    index = 0
    while index < len(tokens.all):
        if not _may_begin(tokens, index):
            index += 1
            continue
        end = _run(tokens, index)
        proposal = _told(tokens, index, end) if end - index > 1 else None
        proposal = proposal or _administration(tokens, index, end)
        if proposal:
            found.append(proposal)
        index = max(end, proposal.end if proposal else 0)
    return found


def _may_begin(tokens: Tokens, index: int) -> bool:
    token = tokens.all[index]
    if not token.word[0].isupper() or index in tokens.headlines or token.low in titles.DAYS_AND_MONTHS:
        return False
    if token.low not in titles.NOT_NAMES:
        return True
    return (token.low in titles.DIRECTIONS and tokens.capital(index + 1)) or (
        token.low in _NUMBERS and index not in tokens.first
    )


def _run(tokens: Tokens, start: int) -> int:
    """The index after a run of capitals, with “of the”, “for”, “on”, “and” where an organisation's name has them."""
    words, end, opened, purpose = tokens.all, start + 1, False, False
    while end < len(words) and end - start < _LONGEST and tokens.joined(end):
        token = words[end]
        after = end + 1
        if token.word[0].isupper():
            if token.low in titles.DAYS_AND_MONTHS or (
                token.low in titles.HEADS and not opened and not _ends_well(tokens, end)
            ):
                break
            end += 1
            continue
        if _links(words[end - 1].low, token.low) or (purpose and token.low == "of"):
            purpose = purpose or token.low == "for"  # Institute for the Study of War
            after += after < len(words) and words[after].low == "the"
            opened = True
        elif token.low == "and":
            if not (opened or (_after_the(tokens, start, end) and _ends_well(tokens, after))):
                break
        elif (
            token.word == ","
            and not (opened and after < len(words) and words[after].low in titles.FIELDS)
            and not (opened and _lists(tokens, start, end))
        ) or token.word not in ",&":
            break
        if after < len(words) and words[after].low in titles.DAYS_AND_MONTHS:
            break  # “the Council on Thursday”
        if not (tokens.capital(after) and all(tokens.joined(i) for i in range(end + 1, after + 1))):
            break
        if words[after].word in given_names() and token.word != "&" and (not opened or tokens.capital(after + 1)):
            break
        end = after + 1
    return end


def _after_the(tokens: Tokens, start: int, end: int) -> bool:
    """Whether one word stands there after “the”, perhaps with a place before it: “the Food”, “the U.S. Food”."""
    known = known_at(tokens.all, start)
    placed = known is not None and known == (end - 1, "place")
    return start > 0 and tokens.all[start - 1].low == "the" and (end - start == 1 or placed)


def _lists(tokens: Tokens, start: int, comma: int) -> bool:
    """Whether a department's name goes on: “Department of Housing, Local Government and Heritage”."""
    words = tokens.all
    if known_at(words, comma + 1) or not any(token.low in _DEPARTMENTS for token in words[start:comma]):
        return False
    for index in range(comma + 1, min(comma + 9, len(words))):
        if words[index].low == "and":
            return tokens.capital(index + 1)
        if not (tokens.joined(index) and (tokens.capital(index) or words[index].word == ",")):
            return False
    return False


def _links(opener: str, link: str) -> bool:
    """Whether a word goes on with an organisation’s name by a link: Ministry of, Centre for, Council on."""
    if opener not in titles.ORGANISATION_OPENERS:
        return False
    return (
        link == "of"
        or (link == "for" and opener not in titles.NEVER_FOR)
        or (link == "on" and opener in _BODIES)
        or (link in ("to", "against") and opener in _CAUSES)
    )


def _ends_well(tokens: Tokens, index: int) -> bool:
    """Whether the capitals from here end in a word of organisations: “the Food and Drug Administration”."""
    end = index
    while tokens.capital(end) and (end == index or tokens.joined(end)) and end - index < 4:
        end += 1
    return end - index > 1 and tokens.all[end - 1].low in titles.ORGANISATION_WORDS


def _told(tokens: Tokens, first: int, end: int) -> Proposal | None:
    words = tokens.all
    first = _begin(tokens, first, end)
    for stop in range(end, first + 1, -1):
        last = words[stop - 1].low
        opened = stop == end and any(_links(words[i].low, words[i + 1].low) for i in range(first, stop - 1))
        if last in titles.CHAMBERS and words[stop - 2].low in titles.PARTIES:
            return None  # “Ohio Republican Senate”, of candidates for it
        if opened or last in titles.ORGANISATION_WORDS:
            return Proposal(first, stop, "organisation", ITS_WORDS)
        if is_club(tokens, first, stop):
            return Proposal(first, stop, "organisation", ITS_WORDS)
        if stop == end and last in titles.PLACE_WORDS and not a_person_perhaps(tokens, first, stop):
            return Proposal(first, stop, "place", ITS_WORDS)
    if words[first].low in titles.PLACE_OPENERS and first not in tokens.first:
        return Proposal(first, end, "place", ITS_WORDS)
    return None


def is_club(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a name is a city's with a word that clubs have, and not the name of a city itself: “Leicester City”."""
    known = known_at(tokens.all, first)
    return bool(known) and known == (end - 1, "place") and tokens.all[end - 1].low in titles.CLUB_WORDS


def a_person_perhaps(tokens: Tokens, first: int, end: int) -> bool:
    """“Fiona Hill” is a person, “the Benny Hill” or “in Fiona Hill” is not."""
    before = tokens.all[first - 1].low if first else ""
    return (
        tokens.all[first].word in given_names() and end - first < 4 and before not in ("the", "in", "at", "near", "on")
    )


def _begin(tokens: Tokens, first: int, stop: int) -> int:
    """Leaves out a word that has its capital from the sentence alone."""
    words = tokens.all
    if words[first].low in _BEFORE_PEOPLE and words[first + 1].word in given_names():
        first += 1
    opened = first in tokens.first and words[first].word not in tokens.capitals
    plain = words[first].low.endswith(("ly", "ing", "ed")) or words[first].low in tokens.smalls
    if stop - first == 2 and words[first].low in titles.PARTIES and words[first + 1].low in titles.CHAMBERS:
        return first + 1  # “Democratic Senate”, of candidates for it
    return first + 1 if opened and plain and stop - first > 1 and tokens.capital(first + 1) else first


def _administration(tokens: Tokens, first: int, end: int) -> Proposal | None:
    """“the Lee administration”: whoever is named, an organisation is meant."""
    if end < len(tokens.all) and tokens.joined(end) and tokens.all[end].low == "administration":
        while first < end - 1 and tokens.all[first].low in titles.HEADS:
            first += 1
        if tokens.all[end - 1].word not in adjectives() and tokens.all[end - 1].low not in titles.HEADS:
            return Proposal(first, end + 1, "organisation", ITS_WORDS)
    return None


def by_a_noun_beside_it(tokens: Tokens) -> list[Proposal]:
    """Capitals between commas after a noun that says what they name: “the company, Vantor, …”."""
    words, found = tokens.all, []
    for index in range(1, len(words) - 2):
        if words[index].word != "," or words[index - 1].low not in titles.ORGANISATION_NOUNS:
            continue
        end = index + 1
        while tokens.capital(end) and tokens.joined(end) and end - index < 5:
            end += 1
        first = words[index + 1]
        plain = (
            first.low not in titles.NOT_NAMES and first.low not in _BEFORE_PEOPLE and first.word not in given_names()
        )
        if plain and end - index > 1 and end < len(words) and words[end].word in ",.;":
            found.append(Proposal(index + 1, end, "organisation", BESIDE))
    return found


def in_brackets(tokens: Tokens) -> list[Proposal]:
    """Full names with their abbreviation in brackets, and the abbreviation wherever it stands."""
    words, meanings, found = tokens.all, {}, []
    for index in range(1, len(words) - 2):
        short = words[index + 1]
        if words[index].word != "(" or words[index + 2].word != ")" or not _abbreviation(short.word):
            continue
        first = _spelt_out(tokens, index, short.word)
        if first is not None:
            meanings[short.word] = tokens.text[words[first].start : words[index - 1].end]
            found.append(Proposal(first, index, "organisation", BRACKETS))
    for index, token in enumerate(words):
        if token.word in meanings:
            found.append(Proposal(index, index + 1, "organisation", BRACKETS, meanings[token.word]))
    return found


def _abbreviation(word: str) -> bool:
    return word.isalpha() and _LEAST <= len(word) <= _MOST and sum(letter.isupper() for letter in word) > len(word) / 2


def _spelt_out(tokens: Tokens, bracket: int, short: str) -> int | None:
    """Where the words before a bracket begin whose first letters are the abbreviation's, links left out at will."""
    letters = [letter.casefold() for letter in short if letter.isupper()]
    index = bracket - 1
    while letters and index >= 0 and bracket - index <= 12 and tokens.joined(index + 1):
        low = tokens.all[index].low
        parts = [part for part in low.split("-") if part]
        if parts and parts[0][0] == letters[-1] and not (low in _LINKS and not _needs(tokens, index, letters)):
            letters.pop()
        elif len(parts) > 1 and len(letters) > 1 and [part[0] for part in parts] == letters[-len(parts) :]:
            del letters[-len(parts) :]
        elif low not in _LINKS:
            return None
        index -= 1
    begin = index + 1
    return begin if not letters and bracket - begin > 1 and tokens.capital(begin) else None


def _needs(tokens: Tokens, index: int, letters: list[str]) -> bool:
    """Whether a small link gives a letter itself: the word before it does not give the same one."""
    before = tokens.all[index - 1].low if index else ""
    return len(letters) > 1 and before[:1] == letters[-2] and before not in _LINKS


def from_the_gazetteer(tokens: Tokens) -> list[Proposal]:
    """Names of the table, but where they are part of a longer run that is somebody's: “Jack London”, “Paris Geller”."""
    words, found, index = tokens.all, [], 0
    while index < len(words):
        known = known_at(words, index)
        if not known:
            index += 1
            continue
        end, kind = known
        feast = tokens.joined(end) and words[end].word == "Day"  # Australia Day
        if (
            not feast
            and not _part_of_a_person(tokens, index, end)
            and not (words[index].low == "us" and words[index].word != "US")
        ):
            of = abbreviations().get(" ".join(token.word for token in words[index:end]), "")
            directed = kind == "place" and tokens.joined(index) and words[index - 1].low in titles.DIRECTIONS
            begin = index - 1 if directed and tokens.capital(index - 1) else index
            found.append(Proposal(begin, end, kind, GAZETTEER, of))
        index = end
    return found


def _part_of_a_person(tokens: Tokens, first: int, end: int) -> bool:
    words = tokens.all
    before = tokens.joined(first) and tokens.capital(first - 1) and end - first == 1
    named = before and (words[first - 1].word in given_names() or len(words[first - 1].word.rstrip(".")) == 1)
    goes_on = tokens.joined(end) and tokens.capital(end) and words[first].word in given_names()
    follows = goes_on and words[end].low not in titles.ORGANISATION_WORDS | titles.PLACE_WORDS | titles.HEADS
    return named or (follows and end - first == 1)

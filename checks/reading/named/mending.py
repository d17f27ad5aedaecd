"""What the model marked, mended: its edges cut to the name, and its kind overruled by the gazetteer and by rules."""

from __future__ import annotations

from collections.abc import Sequence

from checks.reading.named import titles
from checks.reading.named.gazetteer import adjectives, given_names, known_at
from checks.reading.named.organisations import Proposal, a_person_perhaps, is_club
from checks.reading.named.persons import name_after
from checks.reading.named.tokens import Tokens
from checks.reading.parts import NameKind

_KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"
}  # fmt: skip
_A = {"person": "a person", "organisation": "an organisation", "place": "a place", "office": "an office"}
_ABBREVIATED = titles.ORGANISATION_WORDS | titles.SUFFIXES
_WITHIN = {"in", "near", "across", "outside", "throughout"}
_PEOPLE_DO = {"said", "says", "told", "who", "whose", "asked", "added", "wrote", "argued", "testified", "recalled"}
_OF_PEOPLE = {"van", "von", "der", "bin", "ibn", "zu", "ten", "ter"}
_BESIDE_PEOPLE = titles.HEADS | titles.STYLES | titles.ROLES | titles.ORGANISATION_WORDS | titles.DAYS_AND_MONTHS


def surnames(tokens: Tokens, sure: Sequence[Proposal], offered: Sequence[tuple[int, int, str]]) -> set[str]:
    """The last words of whoever is named by a rule or, with two words or more, by the model, and their given
    names where these are plain ones."""
    found = {tokens.all[one.end - 1].word for one in sure if one.kind == "person"}
    for start, end, label in offered:
        words = tokens.all[tokens.at(start) : tokens.at(end)]
        while words and not words[-1].word[0].isalpha():
            words = words[:-1]
        known = label == "PERSON" and len(words) > 1 and all(word.word[0].isupper() for word in (words[0], words[-1]))
        if known and words[-1].low not in titles.ORGANISATION_WORDS | titles.PLACE_WORDS | titles.DAYS_AND_MONTHS:
            found.add(words[-1].word)
            if words[0].word in given_names() and not known_at(words, 0):
                found.add(words[0].word)
    return found - adjectives()


def mended(tokens: Tokens, start: int, end: int, label: str, model: str, persons: set[str]) -> Proposal | None:
    """What the model marked, with its edges cut to the name and its kind overruled; None if it is no name."""
    kind = _KINDS.get(label)
    if kind is None:
        return None
    words, first, stop = tokens.all, tokens.at(start), tokens.at(end)
    while first < stop and (_no_name(tokens, first) or (kind == "person" and words[first].word in adjectives())):
        first += 1
    while first < stop and _no_end(words[stop - 1].word, words[stop - 1].low, stop - first):
        stop -= 1
    if first >= stop or all(_names_nobody(words[index].word, words[index].low) for index in range(first, stop)):
        return None
    if not any(character.isupper() for index in range(first, stop) for character in words[index].word):
        return None
    first, stop = _one_side(tokens, first, stop, kind, persons)
    if kind == "person":
        first, stop = _whole_person(tokens, first, stop)
    if kind == "person" and any(words[index].word[0].isdigit() for index in range(first, stop)):
        return None
    if stop - first > 1 and (words[stop - 1].low in titles.THINGS or words[first].low in titles.THINGS_BEFORE):
        return None
    ruled = _overruled(tokens, first, stop, kind, persons)
    if ruled == "person" and stop - first > 1 and first and words[first - 1].low == "the":
        if stop < len(words) and tokens.joined(stop) and words[stop].word.islower():
            return Proposal(first, stop, ruled, model)
        return (
            Proposal(first, stop, "organisation", f"{model}; a rule made it an organisation")
            if words[stop - 1].low[-1] == "s"
            else None
        )
    return Proposal(first, stop, ruled, model if ruled == kind else f"{model}; a rule made it {_A[ruled]}")


def _one_side(tokens: Tokens, first: int, stop: int, kind: NameKind, persons: set[str]) -> tuple[int, int]:
    """Of “Lee’s Treasury” the side that is meant, where what owns is a name of its own: Lee, or the Treasury."""
    for index in range(first + 1, stop - 1):
        if tokens.all[index].low in ("’s", "'s"):
            owner = known_at(tokens.all, first)
            if tokens.all[index - 1].word in persons or (owner and owner[0] == index):
                return (first, index) if kind == "person" else (index + 1, stop)
    return first, stop


def _no_name(tokens: Tokens, index: int) -> bool:
    token = tokens.all[index]
    return (
        not token.word[0].isalnum()
        or (token.low in titles.NOT_NAMES and token.word not in given_names() and not token.word.isupper()
        and (index in tokens.first or token.low in ("the", "a", "an")) and not known_at(tokens.all, index))
        or token.low in titles.STYLES
        or (token.low in titles.DAYS_AND_MONTHS and token.low not in ("may", "april", "june", "august"))
    )  # fmt: skip


def _no_end(word: str, low: str, length: int) -> bool:
    """Whether a name of so many words does not end with this one."""
    return (
        (not word[-1].isalnum() and low not in _ABBREVIATED)
        or low in ("’s", "'s")
        or low in titles.DAYS_AND_MONTHS
        or word in titles.AFTER_NAMES
        or (length > 1 and not any(character.isupper() for character in word))
    )


def _names_nobody(word: str, low: str) -> bool:
    return (
        word in adjectives()
        or low in titles.CAPITALS_BUT_NO_NAME
        or low in titles.DAYS_AND_MONTHS
        or low in titles.HEADS
        or not word[0].isalpha()
    )


def _whole_person(tokens: Tokens, first: int, stop: int) -> tuple[int, int]:
    """A person's name as far as its capitals go on both sides."""
    opened = first in tokens.first and tokens.all[first].low.endswith(("ing", "ed", "ly"))
    if opened and stop - first > 1 and tokens.all[first].word not in given_names():
        first += 1
    before_names = titles.HEADS | titles.ROLES
    while first < stop - 1 and (tokens.all[first].low in before_names or tokens.all[first].word in titles.AFTER_NAMES):
        first += 1
    whole = name_after(tokens, first, "mr") if tokens.joined(first) else None
    if whole and whole[1] > stop:
        stop = whole[1]
    while first and tokens.joined(first) and tokens.all[first - 1].word in given_names():
        first -= 1
    if stop - first == 1 and tokens.joined(first) and tokens.capital(first - 1) and first - 1 not in tokens.first:
        before = tokens.all[first - 1]
        first -= before.low not in _BESIDE_PEOPLE and before.word not in adjectives() and before.word[-1].isalpha()
    return first, stop


def _overruled(tokens: Tokens, first: int, end: int, kind: NameKind, persons: set[str]) -> NameKind:
    """The kind that the gazetteer and a name's own words give it, or the kind it has."""
    words = tokens.all
    known = known_at(words, first)
    last = words[end - 1]
    single = end - first == 1
    before = words[first - 1].low if first else ""
    cue = words[first - 2].low if first > 1 else ""
    if single and last.word in persons:
        return "person"
    if known and known[0] == end and known[1] == "place" and before in _WITHIN:
        return "place"
    if known and known[0] == end:
        return known[1] if not (kind == "person" and single and last.word in given_names()) else kind
    if single and kind == "place" and len(last.word) > 2 and last.word.isupper() and first not in tokens.headlines:
        return "organisation"  # CERN; the places that are written so are known
    if not single and (last.low in titles.ORGANISATION_WORDS or is_club(tokens, first, end)):
        return "organisation"
    if not single and last.low in titles.PLACE_WORDS:
        return "person" if a_person_perhaps(tokens, first, end) else "place"
    if not single and kind != "person" and words[first].low in titles.PLACE_OPENERS:
        return "place"
    if (cue in titles.ORGANISATION_NOUNS and before == ",") or before in titles.ORGANISATION_NOUNS or cue == "shares":
        return "organisation"
    if before == "of" and cue in titles.PLACE_NOUNS:
        return "place"
    if single and kind == "person":
        if len(last.word) > 2 and last.word.isupper():
            return "organisation"
        if before in _WITHIN or any(link in last.low for link in ("-on-", "-upon-", "-sur-", "-am-")):
            return "place"
    if not single and any(words[index].low in _OF_PEOPLE for index in range(first + 1, end - 1)):
        return "person"
    if not single and end - first < 4 and kind == "place" and _does_as_people_do(tokens, end):
        return "person"
    plain = all(words[index].word[0].isupper() for index in range(first, end))
    if not single and end - first < 4 and words[first].word in given_names() and plain and before != "the":
        return "person"
    return kind


def _does_as_people_do(tokens: Tokens, end: int) -> bool:
    """Whether a verb of speaking or an age follows: “… said”, “…, 42, …”."""
    words = tokens.all[end : end + 3]
    if words and words[0].low in _PEOPLE_DO:
        return True
    return (
        len(words) == 3 and words[0].word == words[2].word == "," and words[1].word.isdigit() and len(words[1].word) < 3
    )

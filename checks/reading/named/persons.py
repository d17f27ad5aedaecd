"""Where a person's name begins and ends: after a title, beside an office, in a list."""

from __future__ import annotations

from checks.reading.named import titles
from checks.reading.named.gazetteer import adjectives, given_names, known_at
from checks.reading.named.tokens import Tokens

_NEW_NAMES = titles.DAYS_AND_MONTHS | titles.HEADS | titles.STYLES
_POSSESSIVE = {"’s", "'s"}
_DETERMINERS = titles.NOT_NAMES | _POSSESSIVE
_NO_OWNERS = {"of", "at", "in", "the", "near", "from"}
_SAID = {"said", "says", "told", "who", "was", "is", "has"}
_FAMILY_NAMES = titles.SURNAMES - {"chief", "head", "coach", "general", "private"}
_BEFORE_SURNAMES = (titles.STYLES | titles.BEFORE_NAMES) - {"lord", "lady"}
_LONGEST_NAME = 6  # words


def name_after(tokens: Tokens, at: int, title: str = "") -> tuple[int, int] | None:
    """The tokens of a person's name that begins at a token, right after a title; None if there is none."""
    if not tokens.capital(at) or not tokens.joined(at):
        return None
    words, end = tokens.all, at
    while end < len(words) and end - at < _LONGEST_NAME and (end == at or tokens.joined(end)):
        token = words[end]
        if token.word[0].isupper():
            if _no_name_word(tokens, end, at, title):
                break
            end += 1
        elif token.low in titles.PARTICLES and token.low != "of" and tokens.capital(_after_particles(tokens, end)):
            end = _after_particles(tokens, end)
        elif token.word in "“‘\"'" and tokens.capital(end + 1) and end + 3 < len(words):
            if words[end + 2].word not in "”’\"'" or not tokens.capital(end + 3):
                break
            end += 3
        else:
            break
    if end + 1 < len(words) and words[end].word == "," and words[end + 1].low in titles.SUFFIXES:
        end += 2
    if end == at or (at not in tokens.headlines and (goes_on(tokens, end) or _is_no_person(tokens, at, end))):
        return None
    known = known_at(words, at)
    if known and known[0] >= end and title == "miss" and known[1] == "place":
        return None  # of a contest
    if known and known[0] >= end and title not in titles.STYLES:
        return (at, end) if known[1] == "place" and end - at == 1 else None
    return at, end


def _after_particles(tokens: Tokens, at: int) -> int:
    """The index after particles in a row: “von der”, “de la”; the index of a token that follows nothing if apart."""
    end = at + 1
    while tokens.joined(end) and tokens.all[end].low in titles.PARTICLES and tokens.all[end].word.islower():
        end += 1
    return end if tokens.joined(end) else len(tokens.all)


def _is_no_person(tokens: Tokens, at: int, end: int) -> bool:
    hill = tokens.all[at].word in given_names() and tokens.all[end - 1].low in titles.PLACE_WORDS and end - at < 4
    return ends_as_organisation(tokens, at) and not hill


def _no_name_word(tokens: Tokens, index: int, at: int, title: str) -> bool:
    token = tokens.all[index]
    low = token.low
    if index in tokens.first and index > at:
        return True
    if low in titles.DAYS_AND_MONTHS:
        after = tokens.all[index + 1].word if index + 1 < len(tokens.all) else ""
        return low not in ("may", "april", "june", "august") or index > at + 1 or after[:1].isdigit()
    if low in titles.SUFFIXES or token.word in titles.AFTER_NAMES:
        return index == at or token.word in titles.AFTER_NAMES
    if index in tokens.headlines and token.word not in tokens.capitals:
        return low in titles.HEADLINE_VERBS or low in tokens.smalls or (index > at and not _given(tokens, index - 1))
    if low in titles.HEADS:
        given = low in titles.ALSO_GIVEN and tokens.joined(index + 1) and tokens.capital(index + 1)
        family = low in _FAMILY_NAMES and (index > at or title in _BEFORE_SURNAMES)
        return not ((given and index == at) or family)
    return (
        (low in titles.NOT_NAMES and token.word not in given_names())
        or (index == at and low in titles.BEFORE_HEADS and token.word not in given_names())
        or (token.word in adjectives() and index == at)
        or not token.word[0].isalpha()
    )


def _given(tokens: Tokens, index: int) -> bool:
    word = tokens.all[index].word
    return word in given_names() or len(word.rstrip(".")) == 1


def goes_on(tokens: Tokens, end: int) -> bool:
    """Whether the words before `end` are part of a longer name: “President’s Day”, “King Street”, “Mayor’s Office”."""
    words = tokens.all
    if end >= len(words):
        return False
    if words[end].low in _POSSESSIVE:
        return tokens.capital(end + 1) and tokens.joined(end + 1) and words[end + 1].word not in adjectives()
    if words[end].word == "-" and words[end].start == words[end - 1].end:
        return True
    another = words[end].low in _NEW_NAMES or words[end].word in titles.AFTER_NAMES
    return tokens.joined(end) and tokens.capital(end) and not another


def name_around(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """A person set beside an office by a comma: “Ann Lee, the mayor of Leeds”, “the home secretary, Ann Lee,”."""
    words = tokens.all
    before = first - 1
    while before > first - 4 and before > 0 and (words[before].low in _DETERMINERS):
        before -= 1
    if before > 0 and words[before].word == ",":
        start = before
        while (
            start > 0 and tokens.capital(start - 1) and before - start < 4 and (start == before or tokens.joined(start))
        ):
            start -= 1
        while start < before - 1 and (words[start].low in titles.NOT_NAMES or words[start].low in _NEW_NAMES):
            start += 1
        held = (start and words[start - 1].low in _NO_OWNERS) or known_at(words, start)
        closed = end < len(words) and (words[end].word in ",.;" or words[end].low in _SAID)
        told = before - start >= 2 and (_given(tokens, start) or (closed and not held))
        if told and not ends_as_organisation(tokens, start):
            return start, before
    if end + 2 < len(words) and words[end].word == "," and tokens.capital(end + 1):
        stop = end + 1
        while tokens.capital(stop) and stop - end < 5 and (stop == end + 1 or tokens.joined(stop)):
            stop += 1
        closed = stop < len(words) and (words[stop].word in ",.;" or words[stop].low in _SAID)
        known = known_at(words, end + 1)
        if closed and stop - end > 2 and not known and not ends_as_organisation(tokens, end + 1):
            return (end + 1, stop) if words[end + 1].low not in titles.NOT_NAMES else None
    return None


def ends_as_organisation(tokens: Tokens, index: int) -> bool:
    """Whether the capitals that begin at a token end in a word of organisations or places."""
    end = index
    while tokens.capital(end) and (end == index or tokens.joined(end)) and end - index < _LONGEST_NAME:
        end += 1
    return any(
        tokens.all[i].low in titles.ORGANISATION_WORDS or tokens.all[i].low in titles.PLACE_WORDS
        for i in range(index, end)
    )

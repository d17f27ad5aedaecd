"""Quotations of different speakers cast in one mould: the same turn of phrase with another word put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import ne
from typing import TYPE_CHECKING

from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.telling_words import words as words_of

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "quotations_are_distinct"
_MOST_CHARACTERS = 3000  # of one quotation
_SHORTEST, _LONG, _LONGEST = 6, 9, 30  # words of a clause that is held against others
_MOST_CLAUSES = 60  # of one length
_WINDOW = 5  # words that are held against one another, one of them another word
_MOST_QUOTATIONS = 300
_MOST = 3  # suspicions of an article
_WHOLE = 6  # words of a quotation that two people do not say alike by chance
_IT_IS = r"(?:it|this|that|they|these|we|he|she|what it)(?:['’](?:s|re)| is| are| was| were)"
_NOT = r"(?:\bnot|n['’]t)"
_BREAK = r"\s*(?:--|[—–;,.:-])\s*"
# Turns of phrase that are one mould whatever words are put in; the spaces between are bounded.
_SHAPES = (
    (
        "not just one thing but another",
        re.compile(
            rf"{_NOT} (?:just|merely|only|simply|solely)\b[^.?!“”\"]{{1,80}}?{_BREAK}(?:but )?{_IT_IS}\b", re.IGNORECASE
        ),
    ),
    (
        "not about one thing but about another",
        re.compile(rf"{_NOT} (?:really )?about\b[^.?!“”\"—–;]{{1,80}}{_BREAK}{_IT_IS} (?:\w+ )?about\b", re.IGNORECASE),
    ),
    (
        "no need of one thing but of another",
        re.compile(
            rf"(?:do not|don['’]t|does not|doesn['’]t) (?:need|want)\b[^.?!“”\"—–;]{{2,50}}{_BREAK}"
            r"(?:but )?(?:we|they|it|he|she|people|families|residents|voters) (?:need|want)s?\b",
            re.IGNORECASE,
        ),
    ),
)
_CONTRAST = re.compile(
    r"\b(?P<one>[a-z][a-z-]{2,30})(?P<comma>,? )(?:(?:and )?(?:not|never)|over|rather than|instead of) "
    r"(?:(?:an?|the|on|by|for|in|with|about|from|to) )?"
    r"(?P<other>[a-z][a-z-]{2,30})\b(?! (?:be|been|to|going|have)\b)"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE = re.compile(r"[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!]?")
# Words before “not” that no contrast is made with: “does not allow”, “why not us”.
_NO_THING = words_of(
    "do does did is are was were has have had will would could should can may might must why if or but and that this "
    "there here maybe perhaps certainly also still just really it am be been being to so then when who which "
    "they what not"
)
_PRONOUNS = words_of("he she they it we i you who")
# Words so common in speech that sharing them shows nothing.
_COMMON = words_of("""
    a about after again against all almost also always am america american americans among an and another any anything
    are around as ask at away back bad be because become been before being believe best better between big both bring
    but by call came can cannot care change children city come coming community could country day days did didn do does
    doesn doing don done down during each end enough even ever every everybody everyone everything fact families family
    far feel few fight find first folks for forward found four from full future get getting give given go god goes going
    good got government great had hand happen happened happy hard has have haven having he hear help her here high him
    his history home hope house how i if important in into is isn issue it its job jobs just keep kids kind know last
    law leave left less let life like line little live long look looking lot made make makes making man many matter may
    me mean men might million money more most move much must my nation national need needs never new next no nobody not
    nothing now number of off office ok old on once one only open or order other our out over own part party past pay
    people person place plan point policy political politics power president pretty problem public put question ready
    real really reason right run said same save say saying says see seen serious service set she should show side since
    so some somebody someone something soon sort stand start state states stay still stop street strong such support
    sure take taken taking talk talking tell than thank that the their them then there these they thing things think
    this those three through time times to today together told too took town trust try trying turn two under understand
    united until up upon us use used very vote voters want wanted wants was wasn watch way ways we week well went were
    what when where which while white who whole why will win wish with without woman women won word words work working
    world would wrong year years yes yet you young your
""")


@dataclass(frozen=True)
class _Said:
    """A word of a quotation in small letters, where it stands, and whether it is no common word and no name."""

    word: str
    start: int
    end: int
    rare: bool


@dataclass(frozen=True)
class _Speech:
    """Words between marks, with a key that tells their speaker from others, and what the speaker is called."""

    key: str
    who: str
    start: int
    text: str
    words: tuple[_Said, ...]
    whole: bool


@dataclass(frozen=True)
class _Place:
    speech: _Speech
    start: int
    end: int


def moulds(reading: Reading) -> Iterator[Suspicion]:
    """Turns of phrase that stand in the mouths of two speakers: the same contrast, the same rare words but one, or a
    whole quotation word for word.

    People do repeat one another: what the article says in its own voice as well is left out, and so are common words.
    """
    speeches = list(_speeches(reading))[:_MOST_QUOTATIONS]
    if len({speech.key for speech in speeches}) < 2:
        return
    told = set[frozenset[int]]()
    for first, second, reason, certainty in _pairs(reading, speeches):
        one, other = first.speech, second.speech
        pair = frozenset((one.start, other.start))
        apart = one.start + len(one.text) <= other.start or other.start + len(other.text) <= one.start
        if apart and pair not in told and len(told) < _MOST:
            told.add(pair)
            spans = sorted((_sentence(reading.text, place) for place in (first, second)), key=lambda words: words.start)
            yield Suspicion("mould", _CHECK, reason, certainty, tuple(spans))


_Pair = tuple[_Place, _Place, str, Certainty]


def _pairs(reading: Reading, speeches: Sequence[_Speech]) -> Iterator[_Pair]:
    yield from _same(speeches)
    yield from _contrasts(speeches)
    yield from _shapes(speeches)
    own = ""
    for first, second, mould, certainty, slots in [*_clauses(speeches), *_windows(speeches)]:
        own = own or _own_words(reading)
        if any(f" {shared.strip()} " in own for shared in mould.split("…") if shared.count(" ") > 2):
            continue  # the subject's own words
        both = f"{_who(first.speech)} and {second.speech.who}"
        words = " and ".join(f"“{word}”" for word in slots)
        yield first, second, f"{both} speak in one mould, “{mould}”, with {words}.", certainty


def _speeches(reading: Reading) -> Iterator[_Speech]:
    """The stretches between marks that somebody is said to say."""
    voices = {index: voice for voice in reading.voices for index in voice.quotations}
    for index, quotation in enumerate(reading.quotations):
        if quotation.kind not in ("direct", "mixed") or quotation.speaker is None:
            continue
        voice = voices.get(index)
        who = voice.exact if voice else quotation.speaker.exact
        if who.lower() in _PRONOUNS:
            continue
        for part in quotation.quoted:
            words = []
            for found in _WORD.finditer(part.exact, 0, _MOST_CHARACTERS):
                word = found[0].lower().replace("’", "'")
                rare = found[0][0].islower() and len(word) > 3 and word not in _COMMON
                words.append(_Said(word, part.start + found.start(), part.start + found.end(), rare))
            whole = quotation.kind == "direct" and part.exact[1:2].isupper()
            who = who.split(",")[0].split(" who ")[0]
            yield _Speech(_key(who), who, part.start, part.exact.replace("\n", " "), tuple(words), whole)


def _key(who: str) -> str:
    return re.sub(r"^(?:the|an?|one|another) ", "", who.lower())


def _same(speeches: Sequence[_Speech]) -> Iterator[_Pair]:
    """Whole quotations that are given to two speakers."""
    first: dict[tuple[str, ...], _Speech] = {}
    for speech in speeches:
        words = tuple(said.word for said in speech.words)
        if len(words) < _WHOLE:
            continue
        earlier = first.setdefault(words, speech)
        if earlier.key != speech.key:
            reason = f"The same quotation, word for word, is given to {earlier.who} and to {speech.who}."
            yield _all_of(earlier), _all_of(speech), reason, "likely" if earlier.whole and speech.whole else "look"


def _contrasts(speeches: Sequence[_Speech]) -> Iterator[_Pair]:
    """“Strength, not weakness” and “strength, not diplomacy”."""
    first: dict[tuple[str, str], tuple[_Place, str]] = {}
    for speech in speeches:
        for found in _CONTRAST.finditer(speech.text[:_MOST_CHARACTERS].lower()):
            place = _Place(speech, speech.start + found.start(), speech.start + found.end())
            if found["one"] in _NO_THING:
                continue
            for side in ("one", "other"):
                common = found[side] in _COMMON
                if common and (side == "other" or found["comma"] == " "):
                    continue
                earlier, phrase = first.setdefault((side, found[side]), (place, found[0]))
                if earlier.speech.key != speech.key:
                    both = f"{_who(earlier.speech)} and {speech.who} are given one turn of phrase"
                    sure = not common and ", n" in phrase and ", n" in found[0]
                    yield earlier, place, f"{both}: “{phrase}” and “{found[0]}”.", "likely" if sure else "look"


def _shapes(speeches: Sequence[_Speech]) -> Iterator[_Pair]:
    """“It is not just this, it is that”, twice."""
    for name, shape in _SHAPES:
        first: _Place | None = None
        for speech in speeches:
            found = shape.search(speech.text[:_MOST_CHARACTERS])
            if not found:
                continue
            place = _Place(speech, speech.start + found.start(), speech.start + found.end())
            if first and first.speech.key != speech.key:
                reason = f"{_who(first.speech)} and {speech.who} speak in one mould: {name}."
                yield first, place, reason, "likely"
            first = first or place


_Slotted = tuple[_Place, _Place, str, Certainty, tuple[str, str]]


def _clauses(speeches: Sequence[_Speech]) -> Iterator[_Slotted]:
    """Clauses of two speakers that are alike but for one word, or for two in a long one."""
    alike: dict[int, list[tuple[_Speech, Sequence[_Said], list[str]]]] = {}
    for speech in speeches:
        for words in _clauses_of(speech):
            of_its_length = alike.setdefault(len(words), [])
            if not _SHORTEST <= len(words) <= _LONGEST or len(of_its_length) > _MOST_CLAUSES:
                continue
            plain = [said.word for said in words]
            for earlier, before, other in of_its_length:
                if not 0 < sum(map(ne, other, plain)) <= 1 + (len(plain) >= _LONG) or earlier.key == speech.key:
                    continue
                slots = [n for n, word in enumerate(plain) if other[n] != word]
                if any(said.rare for n, said in enumerate(words) if n not in slots):
                    mould = " ".join("…" if n in slots else word for n, word in enumerate(plain))
                    filled = " … ".join(other[n] for n in slots), " … ".join(plain[n] for n in slots)
                    places = [
                        _Place(who, said[0].start, said[-1].end) for who, said in ((earlier, before), (speech, words))
                    ]
                    yield places[0], places[1], mould, "likely" if len(plain) > _SHORTEST else "look", filled
            of_its_length.append((speech, words, plain))


def _clauses_of(speech: _Speech) -> Iterator[Sequence[_Said]]:
    """The stretches of words that no mark of punctuation parts."""
    at = 0
    for n, (said, after) in enumerate(pairwise(speech.words), 1):
        between = speech.text[said.end - speech.start : after.start - speech.start]
        if between.strip():
            yield speech.words[at:n]
            at = n
    yield speech.words[at:]


def _windows(speeches: Sequence[_Speech]) -> Iterator[_Slotted]:
    """Runs of five words that two speakers share but for one word within."""
    first: dict[tuple[str, ...], tuple[_Place, str]] = {}
    for speech in speeches:
        for at in range(len(speech.words) - _WINDOW + 1):
            window = speech.words[at : at + _WINDOW]
            rare = sum(said.rare for said in window)
            for slot in range(1, _WINDOW) if rare > 1 else ():
                kept = rare - window[slot].rare
                if kept < 2 or (slot == _WINDOW - 1 and kept < 3):
                    continue
                key = tuple("…" if n == slot else said.word for n, said in enumerate(window))
                place, word = _Place(speech, window[0].start, window[-1].end), window[slot].word
                earlier, filled = first.setdefault(key, (place, word))
                if earlier.speech.key != speech.key and filled != word:
                    sure: Certainty = "likely" if kept > 2 and slot < _WINDOW - 1 else "look"
                    yield earlier, place, " ".join(key), sure, (filled, word)


def _own_words(reading: Reading) -> str:
    """The words that the article uses outside quotations, in small letters, one space between any two."""
    said = sorted((part.start, part.end) for one in reading.quotations for part in one.quoted)
    pieces, at = list[str](), 0
    for start, end in said:
        pieces.append(reading.text[at : max(start, at)])
        at = max(at, end)
    words = _WORD.findall(" ".join([*pieces, reading.text[at:]]).lower().replace("’", "'"))
    return f" {' '.join(words)} "


def _all_of(speech: _Speech) -> _Place:
    return _Place(speech, speech.words[0].start, speech.words[-1].end)


def _who(speech: _Speech) -> str:
    return speech.who[:1].upper() + speech.who[1:]


def _sentence(text: str, place: _Place) -> Words:
    """The sentences of the quotation that a place lies in."""
    start, end = place.start, place.end
    for found in _SENTENCE.finditer(place.speech.text):
        first, last = place.speech.start + found.start(), place.speech.start + found.end()
        if first < place.end and place.start < last:
            start, end = min(start, first), max(end, last)
    while start < place.start and not text[start].isalnum():
        start += 1
    return Words(start, end, text[start:end])

"""Speech of different speakers cast in one mould: the same rare turn of phrase, or the same contrast."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.suspicions.strays.rarity import RAREST, how_rare
from checks.reading.telling_words import words as words_of

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "quotations_are_distinct"
_MOST_CHARACTERS = 3000  # of one quotation
_MOST_SPEECHES, _MOST_PLACES, _MOST_PAIRS = 300, 12, 400
_MOST = 3  # suspicions of an article
_SHORTEST = 4  # words that two speakers share one after the other
_WHOLE = 6  # words of a quotation that two people do not say alike by chance
_RARE = 4.0  # rarity from which a shared word tells something: one in 10,000, by `rarity.txt`
_AMPLE = 9.0  # so much and as many words together, between marks, are likely no accident
_TELLING, _SUFFICIENT = (
    1.5,
    5.0,
)  # how far the rarities of a run lie above 3, to be looked at, between marks and without
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
            rf"(?:do|does)(?: not|n['’]t) (?:need|want)\b[^.?!“”\"—–;]{{2,50}}{_BREAK}"
            r"(?:but )?(?:we|they|it|he|she|people|families|residents|voters) (?:need|want)s?\b",
            re.IGNORECASE,
        ),
    ),
)
_DENIES = re.compile(r"\b(?:not|never|over|rather than|instead of) |n['’]t ", re.IGNORECASE)
_CONTRAST = re.compile(
    r"\b(?P<one>[a-z][a-z-]{2,30})(?P<comma>,? )(?:(?:and )?(?:not|never)|over|rather than|instead of) "
    r"(?:(?:an?|the|on|by|for|in|with|about|from|to) )?"
    r"(?P<other>[a-z][a-z-]{2,30})\b(?! (?:be|been|to|going|have)\b)"
)
_WORD = re.compile(r"\w[\w'-]*")
_FULL_NAME = re.compile(r"\b[A-Z][a-z]\w+ (?:[A-Z]\. )?[A-Z][a-z][\w’'-]+")
_SENTENCE = re.compile(r"[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!]?")
# Words before “not” that no contrast is made with: “does not allow”, “why not us”.
_NO_THING = words_of(
    "do does did is are was were has have had will would could should can may might must why if or but and that this "
    "there here maybe perhaps certainly also still just really it am be been being to so then when who which "
    "they what not"
)
_PRONOUNS = words_of("he she they it we i you who")


class _Speech(NamedTuple):
    """Words that somebody is said to say, with a key that tells the speaker from others, and what they are called.

    `whole` is whether they are a quotation of whole sentences, `quoted` whether they stand between marks, `sure`
    whether their speaker is named.
    """

    key: str
    who: str
    start: int
    text: str
    quoted: bool
    whole: bool
    sure: bool
    printed: tuple[str, ...]
    words: tuple[str, ...]


class _Place(NamedTuple):
    speech: _Speech
    start: int
    end: int


_Pair = tuple[_Place, _Place, str, Certainty]


def moulds(reading: Reading) -> Iterator[Suspicion]:
    """Turns of phrase that stand in the mouths of two speakers: a run of words with rare ones among them, a contrast
    with one side changed, or a whole quotation word for word.

    People do repeat one another: what the article says in its own voice as well is left out, and so are common words.
    """
    speeches = list(_speeches(reading))[:_MOST_SPEECHES]
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


def _pairs(reading: Reading, speeches: Sequence[_Speech]) -> Iterator[_Pair]:
    yield from _same(speeches)
    denying = [speech for speech in speeches if speech.quoted and _DENIES.search(speech.text)]
    if len(denying) > 1:
        yield from _contrasts(denying)
        yield from _shapes(denying)
    yield from _runs(reading, speeches)


def _speeches(reading: Reading) -> Iterator[_Speech]:
    """What somebody is said to say; “he” is the last one named in the paragraph, or the last one who spoke."""
    voices = {index: voice for voice in reading.voices for index in voice.quotations}
    named = ""
    for index, quotation in enumerate(reading.quotations):
        if quotation.speaker is None or quotation.kind not in ("direct", "mixed", "indirect"):
            continue
        voice, who = voices.get(index), quotation.speaker.exact
        stands_in = who.lower() in _PRONOUNS
        if stands_in:
            who = _named_before(reading, quotation.start) or named or (voice.exact if voice else "")
        elif voice:
            who = voice.exact
        if not who:
            continue
        named = who = who.split(",")[0].split(" who ")[0]
        key = re.sub(r"^(?:the|an?|one|another) ", "", who.lower())
        for part in quotation.quoted or (Words(quotation.start, quotation.end, quotation.exact),):
            text = part.exact.replace("\n", " ").replace("’", "'")
            printed = tuple(_WORD.findall(text, 0, _MOST_CHARACTERS))
            quoted, whole = quotation.kind != "indirect", quotation.kind == "direct" and text[1:2].isupper()
            sure = not stands_in or (voice is not None and not _names(voice.exact).isdisjoint(_names(who)))
            words = tuple(map(str.lower, printed))
            yield _Speech(key, who, part.start, text, quoted, whole, sure, printed, words)


def _named_before(reading: Reading, at: int) -> str:
    """The last full name in a paragraph before a place in it."""
    paragraph = reading.paragraphs[bisect_right(reading.paragraphs, at, key=lambda one: one.start) - 1]
    found = _FULL_NAME.findall(reading.text, max(paragraph.start, at - _MOST_CHARACTERS), at)
    return found[-1] if found else ""


def _same(speeches: Sequence[_Speech]) -> Iterator[_Pair]:
    """Quotations that are given whole to two speakers."""
    first: dict[tuple[str, ...], _Speech] = {}
    for speech in speeches:
        if not speech.quoted or len(speech.words) < _WHOLE:
            continue
        earlier = first.setdefault(speech.words, speech)
        if not _one_person(earlier, speech):
            reason = f"The same quotation, word for word, is given to {earlier.who} and to {speech.who}."
            size = len(speech.words)
            sure = (earlier.whole and speech.whole) or (earlier.sure and speech.sure) or size > _WHOLE + 1
            yield _run(earlier, 0, size), _run(speech, 0, size), reason, "likely" if sure else "look"


def _contrasts(speeches: Sequence[_Speech]) -> Iterator[_Pair]:
    """“Strength, not weakness” and “strength, not diplomacy”."""
    first: dict[tuple[str, str], tuple[_Place, str]] = {}
    for speech in speeches:
        for found in _CONTRAST.finditer(speech.text[:_MOST_CHARACTERS].lower()):
            place = _Place(speech, speech.start + found.start(), speech.start + found.end())
            if found["one"] in _NO_THING:
                continue
            for side in ("one", "other"):
                common = how_rare(found[side]) < _RARE
                if common and (side == "other" or found["comma"] == " "):
                    continue
                earlier, phrase = first.setdefault((side, found[side]), (place, found[0]))
                if earlier.speech.key != speech.key:
                    both = f"{_both(earlier.speech, speech)} are given one turn of phrase"
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
                yield first, place, f"{_both(first.speech, speech)} speak in one mould: {name}.", "likely"
            first = first or place


def _runs(reading: Reading, speeches: Sequence[_Speech]) -> Iterator[_Pair]:
    """Runs of words that two speakers share, one of them perhaps another word, with rare words among them that stand
    nowhere else: what an article is about stands in more places."""
    own, compared, found = dict[bool, frozenset[str]](), 0, list[tuple[float, _Pair]]()
    for places in _shared(speeches):
        for n, (one, at) in enumerate(places):
            for other, there in places[:n]:
                if _one_person(one, other) or compared >= _MOST_PAIRS:
                    continue
                compared += 1
                begin, shift, size, slot = _aligned(one.words, at, other.words, there)
                words = one.words[begin : begin + size]
                kept = [word for n, word in enumerate(words) if n != slot]
                if len(kept) < _SHORTEST or _telling(kept) < _TELLING:
                    continue
                quoted = one.quoted and other.quoted
                if quoted not in own:
                    own[quoted] = _own_words(reading, quoted)
                printed = one.printed[begin : begin + size]
                telling = _telling([word for n, word in enumerate(printed) if n != slot and word not in own[quoted]])
                figure = sum(how_rare(word) == RAREST for word in kept) > 1  # two words that are rarest are no fact
                if telling < (_TELLING if quoted else _SUFFICIENT) or (not quoted and any(map(str.isdigit, words))):
                    continue
                mould = " ".join("…" if n == slot else word for n, word in enumerate(words))
                enough = (telling + len(kept) >= _AMPLE) if quoted else figure
                sure: Certainty = "likely" if enough and one.sure and other.sure else "look"
                reason = f"{_both(other, one)} are given the same turn of phrase, “{mould}”."
                pair = _run(other, begin + shift, size), _run(one, begin, size), reason, sure
                found.append((-telling, pair))
    yield from (pair for _, pair in sorted(found, key=lambda one: one[0]))


def _shared(speeches: Sequence[_Speech]) -> Iterator[list[tuple[_Speech, int]]]:
    """Where each rare word stands that two speakers use and that is no name."""
    seen, shared = dict[str, set[str]](), set[str]()
    for speech in speeches:
        seen.setdefault(speech.key, set()).update(speech.words)
    before = set[str]()
    for words in seen.values():
        shared |= words & before
        before |= words
    rare = {word for word in shared if len(word) > 3 and how_rare(word) >= _RARE}
    found = dict[str, list[tuple[_Speech, int]]]()
    for speech in speeches if rare else ():
        for word in sorted(rare.intersection(speech.printed)):
            found.setdefault(word, []).append((speech, speech.printed.index(word)))
    yield from (places[:_MOST_PLACES] for places in found.values())


def _aligned(one: Sequence[str], at: int, other: Sequence[str], there: int) -> tuple[int, int, int, int | None]:
    """Where the words about a shared one begin that are the same, how far off they begin in the other, how many they
    are, and which of them is another word, if two more follow it that are the same."""
    shift, begin, end = there - at, at, at + 1
    while begin > 0 and begin + shift > 0 and one[begin - 1] == other[begin + shift - 1]:
        begin -= 1
    while end < len(one) and end + shift < len(other) and one[end] == other[end + shift]:
        end += 1
    for over in (end + 1, end + 2):
        if over >= len(one) or over + shift >= len(other) or one[over] != other[over + shift]:
            return begin, shift, end - begin, None
    slot, end = end, end + 1
    while end < len(one) and end + shift < len(other) and one[end] == other[end + shift]:
        end += 1
    return begin, shift, end - begin, slot - begin


def _telling(words: Sequence[str]) -> float:
    """How much it tells that two speakers share these words: what their rarities have above one in a thousand."""
    return sum(min(how_rare(word), RAREST) - 3 for word in words if word[0].islower() and how_rare(word) > 3)


def _own_words(reading: Reading, quoted: bool) -> frozenset[str]:
    """The words that the body of the article uses outside quotation marks, or outside all speech, in small letters."""
    said = sorted((part.start, part.end) for one in reading.quotations for part in (one.quoted if quoted else (one,)))
    pieces, at = list[str](), min((one.start for one in reading.paragraphs if one.part == "body"), default=0)
    for start, end in said:
        pieces.append(reading.text[at : max(start, at)])
        at = max(at, end)
    words = _WORD.findall(" ".join([*pieces, reading.text[at:]]).lower().replace("’", "'"))
    return frozenset(words)


def _one_person(one: _Speech, other: _Speech) -> bool:
    """Whether two speakers may be one, or speak for one: they have a word with a capital in common."""
    return one.key == other.key or not _names(one.who).isdisjoint(_names(other.who))


@lru_cache(maxsize=1_000)
def _names(who: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(who) if word[0].isupper())


def _run(speech: _Speech, begin: int, size: int) -> _Place:
    """The place of so many words of a speech."""
    spans = [found.span() for found in _WORD.finditer(speech.text, 0, _MOST_CHARACTERS)]
    return _Place(speech, speech.start + spans[begin][0], speech.start + spans[begin + size - 1][1])


def _both(one: _Speech, other: _Speech) -> str:
    return f"{one.who[:1].upper()}{one.who[1:]} and {other.who}"


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

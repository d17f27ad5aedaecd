"""The checkable pieces of an article, each as a claim that a person could make of it: proposals, and nothing more.

A sentence is cut into the least pieces that can be checked one by one: what somebody is said to have said, and of the
rest each stretch with a figure, a date, a length, an office and who holds it, a comparison, a first or a most.
"""

from __future__ import annotations

import ast
import re
import textwrap
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.reading.fitting import TO_FILL
from checks.reading.parts import AmountPhrase, Name, Quotation, Sentence, TimePhrase

if TYPE_CHECKING:
    from checks.reading.article import Reading

ARTICLE = "article"  # who says what nobody is quoted with
NOT_TOLD = "not told"
_OF_SEVERAL = ("dates_add_up",)  # checks of several figures of one sentence, which is then not cut
_LEAST = 4  # words of a piece: “In 2031” says nothing by itself
_LEAST_WITH_OFFICE = 2
_LONGEST = 600  # characters of what a piece says
_FAR = 200  # characters between a quotation and who said it
_MARKS = "“”‘’«»\"'"
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_CUT = re.compile(r"[,;:](?=\s)|\s[–—-]\s|—")
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "you", "i", "who", "this", "that", "one", "another", "others"))
_AT_ENDS = ",;:.–—-"
_BETWEEN = re.compile(r",?\s{1,3}(?:the\s)?")  # an office and who holds it
_TOLD = re.compile(
    r"(?:comparison|superlative or first of its kind|a change is claimed|holds without exception|a cause is claimed): "
    r"“(.+)”"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_CLAUSE = re.compile(r",\s+(?:who|whose|which|that)\b")
_UNTIL = ("by", "until", "before", "through")

Asserts = dict[str, str]


@dataclass(frozen=True)
class Piece:
    """Words of the text that say one thing that can be checked; `says` is it understandable alone, and `asserts` how
    it was read, by the names that checks have for it, as far as rules can tell."""

    start: int
    end: int
    says: str
    speaker: str
    asserts: Mapping[str, str]


@dataclass
class _Found:
    """Something in a sentence that can be checked: its place, and what it asserts."""

    start: int
    end: int
    asserts: Asserts
    office: bool = False


def pieces_of(reading: Reading) -> list[Piece]:
    """What in an article can be checked, in its order; no two pieces overlap.

    Bylines, datelines and furniture have none, nor views that rest on no fact. Of `asserts`, values are as the article
    gives them: whether a check can read them is not known here.
    """
    text, together = reading.text, _together(reading)
    things = sorted(_things(reading), key=lambda thing: (thing.start, -thing.end))
    quoted = sorted(_quoted(reading, things), key=lambda piece: piece.start)
    ends, begins = [piece.end for piece in quoted], [piece.start for piece in quoted]
    found = list(quoted)
    for index, sentence in enumerate(reading.sentences):
        here = _within(things, sentence.start, sentence.end)
        if not _is_checkable(sentence, bool(here)):
            continue
        said = quoted[bisect_right(ends, sentence.start) : bisect_left(begins, sentence.end)]
        says = _says(reading, index)
        for start, end in _around(sentence.start, sentence.end, said):
            inside = _within(here, start, end)
            if index in together and not said:
                offices = [thing for thing in inside if thing.office]
                found.append(_piece(text, says, ARTICLE, start, end, _all(together[index], offices)))
            elif len(_WORD.findall(text[start:end])) >= _LEAST or not said:
                found += (_piece(text, says, ARTICLE, *piece) for piece in _cut(text, start, end, inside))
    return sorted((piece for piece in found if piece.start < piece.end), key=lambda piece: piece.start)


# ------------------------------------------------------------------------------------------------ what somebody said


def _quoted(reading: Reading, things: list[_Found]) -> Iterator[Piece]:
    """The pieces in which somebody is said to have said something; what is only reported is cut as all else is."""
    text, reached = reading.text, 0
    speakers = {i: voice.exact for voice in reading.voices for i in voice.quotations}
    begins = [sentence.start for sentence in reading.sentences]
    for index, quotation in enumerate(reading.quotations):
        if quotation.kind not in ("direct", "mixed", "indirect") or quotation.start < reached:
            continue
        start, end = _with_speaker(text, quotation, reached)
        if not _WORD.search(text, start, end):
            continue
        reached = end
        speaker = speakers.get(index) or (quotation.speaker.exact if quotation.speaker else "")
        speaker = " ".join(_named(speaker).split())
        speaker = "" if speaker.lower() in _PRONOUNS else speaker
        inside, words = _within(things, start, end), _words(quotation)
        says = _says(reading, bisect_right(begins, start) - 1)
        if quotation.kind == "indirect" and len(inside) > 1:
            for piece in _cut(text, start, end, inside):
                yield _piece(text, says, speaker or NOT_TOLD, *piece)
            continue
        if quotation.kind == "direct" and words:
            said = speaker or "somebody"
            says = _clipped(f"{said[:1].upper()}{said[1:]} said: “{words}”")
        asserts: Asserts = {"quotation": words} if words else {}
        if words and speaker:
            asserts["speaker"] = speaker
        yield Piece(start, end, says, speaker or NOT_TOLD, _all(asserts, inside) if len(inside) == 1 else asserts)


def _with_speaker(text: str, quotation: Quotation, reached: int) -> tuple[int, int]:
    """The quotation, with the words that say who said it where they stand beside it in the same paragraph."""
    start, end = quotation.start, quotation.end
    for words in (quotation.speaker, quotation.cue):
        if words is None or words.start < reached:
            continue
        said = words.start + len(_named(words.exact))
        first, last = min(start, words.start), max(end, said)
        apart = max(words.start - end, start - said)
        if apart <= _FAR and "\n" not in text[first:start] + text[end:last]:
            start, end = first, last
    return start, end


def _named(speaker: str) -> str:
    """A speaker without the clause that tells more of them: that is a claim of its own."""
    return _CLAUSE.split(speaker)[0]


def _words(quotation: Quotation) -> str:
    """What stands between the marks, run together as one, without what the sentence puts at its end."""
    if quotation.kind == "indirect" or len(quotation.quoted) > 1:
        return ""  # of several parts a check would be asked one by one
    inner = " ".join((quotation.quoted[0] if quotation.quoted else quotation).exact.split())
    return inner.strip(_MARKS + " ").rstrip(",").strip()


# ------------------------------------------------------------------------------------------- what else is there


def _things(reading: Reading) -> Iterator[_Found]:
    """All that can be checked in an article but for what people said."""
    begins = [sentence.start for sentence in reading.sentences]
    yield from _figures(reading)
    yield from _offices(reading.names, reading.text)
    for sentence in reading.sentences:
        for reason in sentence.why:
            if (told := _TOLD.fullmatch(reason)) and (at := sentence.exact.find(told[1])) >= 0:
                yield _Found(sentence.start + at, sentence.start + at + len(told[1]), {})
    for suspicion in reading.suspicions:
        first, last = (suspicion.spans[0].start, suspicion.spans[-1].end) if suspicion.spans else (0, 0)
        at = bisect_right(begins, first) - 1
        if suspicion.asserts and at >= 0 and first < last <= reading.sentences[at].end:  # else it is of two sentences
            yield _Found(first, last, dict(suspicion.asserts))


def _figures(reading: Reading) -> Iterator[_Found]:
    """Dates, lengths and amounts; of an amount that is also a length, only the length."""
    lengths = set[int]()
    for time in reading.times:
        if time.kind in ("duration", "set"):
            lengths.update(range(time.start, time.end))
        if time.when or time.length:
            yield _Found(time.start, time.end, _of_time(time, reading))
    for amount in reading.amounts:
        if amount.start not in lengths and (amount.value != 1 or re.search(r"\d", amount.exact)):
            yield _Found(amount.start, amount.end, _of_amount(amount))


def _of_time(time: TimePhrase, reading: Reading) -> Asserts:
    if not time.when:
        return {"length": str(time.length)}
    if time.when.yearless:
        return {}
    ahead = reading.dateline and time.when.first and time.when.first > reading.dateline
    if ahead and time.edge in ("", *_UNTIL):
        return {"by": str(time.when), "foreseen": str(reading.dateline)}
    asserts: Asserts = {"on": str(time.when)}
    if time.role:
        asserts["role"] = time.role
    if time.when.is_day and (weekday := _WEEKDAY.search(time.exact)):
        asserts["weekday"] = weekday[0]
    return asserts


def _of_amount(amount: AmountPhrase) -> Asserts:
    if amount.value is None or amount.was is not None:
        return {}
    return {"figure": " ".join(amount.exact.split())}


def _offices(names: Iterable[Name], text: str) -> Iterator[_Found]:
    """An office beside the person who holds it, on either side."""
    named = sorted((name for name in names if name.kind in ("office", "person")), key=lambda name: name.start)
    for one, two in pairwise(named):
        if {one.kind, two.kind} == {"office", "person"} and _BETWEEN.fullmatch(text, one.end, max(one.end, two.start)):
            office, person = (one, two) if one.kind == "office" else (two, one)
            asserts = {"person": person.of or person.exact, "office": office.of or office.exact}
            yield _Found(one.start, two.end, {name: " ".join(said.split()) for name, said in asserts.items()}, True)


def _together(reading: Reading) -> dict[int, Asserts]:
    """By sentence, what a check of several of its figures would take, from the first line suggested for that."""
    found: dict[int, Asserts] = {}
    for suggestion in reading.suggestions:
        if suggestion.check not in _OF_SEVERAL or suggestion.sentence in found:
            continue
        call = ast.parse(suggestion.code, mode="eval").body
        given = call.keywords if isinstance(call, ast.Call) else ()
        values = {one.arg: one.value.value for one in given if one.arg and isinstance(one.value, ast.Constant)}
        found[suggestion.sentence] = {name: str(value) for name, value in values.items() if value != TO_FILL}
    return found


# ------------------------------------------------------------------------------------------------------- cutting


def _is_checkable(sentence: Sentence, has_figures: bool) -> bool:
    if sentence.kind == "not part of the article" or sentence.part in ("byline", "dateline", "notice"):
        return False
    return bool(sentence.priority) and (sentence.kind in ("checkable", "prediction") or has_figures)


def _around(start: int, end: int, said: Iterable[Piece]) -> Iterator[tuple[int, int]]:
    """What is left of a stretch without what somebody said in it."""
    for piece in said:
        if start < piece.start:
            yield start, piece.start
        start = max(start, piece.end)
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int, things: Iterable[_Found]) -> list[tuple[int, int, Asserts]]:
    """Cuts a stretch where one thing ends and the next begins, so that each piece asserts one value of a kind."""
    cuts, held, last, first = list[tuple[int, int, Asserts]](), list[_Found](), start, start
    for thing in things:
        cut = _cut_between(text, start, last, thing, held) if held else 0
        if cut:
            cuts.append((start, cut, _all({}, held)))
            start, held = cut, []
        held.append(thing)
        last = max(last, thing.end)
    if start > first and len(_WORD.findall(text[start:end])) < _LEAST:  # “by 2 July” goes with what is before it
        start, _, asserts = cuts.pop()
        return [*cuts, (start, end, _all(asserts, held))]
    return [*cuts, (start, end, _all({}, held))]


def _cut_between(text: str, begun: int, last: int, thing: _Found, held: list[_Found]) -> int:
    """Where to cut before the next thing: at a mark between the two, or, where both would state one, behind the last.

    0 where they stay together."""
    if thing.start < last:
        return 0
    marks = [mark.end() for mark in _CUT.finditer(text, last, thing.start)]
    least = _LEAST_WITH_OFFICE if any(one.office for one in held) else _LEAST
    if marks and len(_WORD.findall(text[begun : marks[0]])) >= least:
        return marks[0]
    known = {name: value for one in held for name, value in one.asserts.items()}
    return last if any(known.get(name, value) != value for name, value in thing.asserts.items()) else 0


def _all(asserts: Asserts, things: Iterable[_Found]) -> Asserts:
    """What several things assert together; of two values of one name, the first."""
    together = dict(asserts)
    for thing in things:
        together = {**thing.asserts, **together} if not thing.asserts.keys() & together.keys() else together
    return together


def _piece(text: str, says: str, speaker: str, start: int, end: int, asserts: Asserts) -> Piece:
    """A piece without the marks and spaces at its ends; one without words has no length."""
    while start < end and (text[start].isspace() or text[start] in _AT_ENDS):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _AT_ENDS):
        end -= 1
    if not _WORD.search(text, start, end):
        end = start
    return Piece(start, end, says, speaker, asserts)


def _within(things: list[_Found], start: int, end: int) -> list[_Found]:
    """Those of the things, which stand in order, that lie whole in a stretch."""
    first = bisect_left(things, start, key=lambda thing: thing.start)
    begun = things[first : bisect_left(things, end, key=lambda thing: thing.start)]
    return [thing for thing in begun if thing.end <= end]


def _says(reading: Reading, sentence: int) -> str:
    """A sentence without its typography, so that it can be understood alone."""
    return _clipped((reading.clean or reading).sentences[sentence].exact) if sentence >= 0 else ""


def _clipped(text: str) -> str:
    """A text on one line, no longer than a person reads at once."""
    return textwrap.shorten(text, _LONGEST, placeholder=" …")

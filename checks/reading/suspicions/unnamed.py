"""Voices without a name: one that was promised none and has one, and articles in which nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.parts import Suspicion, Voice, Words
from checks.reading.speech.anonymity import anonymity_in
from checks.reading.suspicions.persons import Mention, persons_told

if TYPE_CHECKING:
    from checks.reading.article import Reading

CHECK = "status_is_consistent"
_NO_PERSON = re.compile(r"an organisation|a document|one word")  # a voice that no name is kept from
_HALF_NAMED = re.compile(
    r"first name|last name|surname|full name|family name|real name|names? (?:was|were|is|are|has|have)|changed"
)
_BETWEEN = re.compile(
    r",? (?:\d{1,3}, )?(?:(?:an?|the|one of) [^,.;“”\"]{1,70}?,? )?(?:who |and |but |speaking |that )?(?:has |had "
    r"|have |was |is |only |also |\w+ed )?$"
)
_COUNTED = re.compile(r"\d|percent|per cent|voters|respondents|\\bof\\b.{0,40}\\bsay")  # a poll, and no voice
_FAR = 160  # characters between a name and the words that say that it is withheld
_SEVERAL = 3  # voices, from which on it is told that none is named


def unnamed_voices(reading: Reading) -> Iterator[Suspicion]:
    """Someone promised anonymity and named (`likely`), and an article of three or more voices none of whom is named
    (`look`)."""
    withheld = anonymity_in(reading.text, "")
    mentions = [mention for mention in persons_told(reading) if mention.full] if withheld else []
    found = next(_named_at_once(reading, mentions), None) or next(_named_elsewhere(reading, mentions), None)
    if found:
        yield found
    yield from _nobody_named(reading)


def _named_at_once(reading: Reading, mentions: list[Mention]) -> Iterator[Suspicion]:
    """“Maria Solis, a nurse who asked not to be named, said”."""
    for mention in mentions:
        sentence = reading.sentences[mention.sentence]
        after = reading.text[mention.end : min(mention.end + _FAR, sentence.end)]
        withheld = anonymity_in(after, "")
        at = after.find(withheld) if withheld else -1
        if at < 0 or _HALF_NAMED.search(withheld) or not _BETWEEN.fullmatch(after[:at]):
            continue
        spans = (Words(mention.start, mention.end, mention.exact), _words(reading, mention.end + at, len(withheld)))
        reason = f"“{mention.exact}” is named, and “{withheld}”."
        yield Suspicion("unnamed voices", CHECK, reason, "likely", spans)


def _named_elsewhere(reading: Reading, mentions: list[Mention]) -> Iterator[Suspicion]:
    """A nurse who asked not to be named, and later “the nurse, Maria Solis,”."""
    for voice in reading.voices:
        if voice.named or not voice.anonymity or _HALF_NAMED.search(voice.anonymity) or _NO_PERSON.match(voice.note):
            continue
        noun = _noun(voice)
        place = reading.text.find(voice.anonymity)
        if not noun or place < 0 or noun.endswith("s"):
            continue
        beside = re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,2}}{re.escape(noun)},? $")
        set_after = re.compile(rf",? (?:\d+, )?the (?:[\w-]+ ){{0,2}}{re.escape(noun)}\b")
        for mention in mentions:
            left = reading.text[max(0, mention.start - 50) : mention.start]
            first = mention is next(m for m in mentions if m.family == mention.family)
            if first and (beside.search(left) or set_after.match(reading.text, mention.end)):
                spans = (_words(reading, place, len(voice.anonymity)), Words(mention.start, mention.end, mention.exact))
                ordered = tuple(sorted(spans, key=lambda words: words.start))
                reason = f"The {noun} who “{voice.anonymity}” is named as “{mention.exact}”."
                yield Suspicion("unnamed voices", CHECK, reason, "likely", ordered)


def _noun(voice: Voice) -> str:
    """The noun by which a voice without a name is called: official, nurse."""
    phrase = re.split(
        r",| (?:who|of|at|in|for|from|with|on|near|close|familiar|to|and|briefed|involved) ?\b", voice.exact
    )[0]
    words = re.findall(r"[\w’-]+", phrase.lower())
    return words[-1] if words and words[-1] not in ("people", "person", "one", "man", "woman", "anyone") else ""


def _nobody_named(reading: Reading) -> Iterator[Suspicion]:
    persons = [one for one in reading.voices if not (_NO_PERSON.match(one.note) or _COUNTED.search(one.exact))]
    if len(persons) < _SEVERAL or any(voice.named for voice in persons):
        return
    spans = []
    for voice in persons[:_SEVERAL]:
        speaker = next((reading.quotations[i].speaker for i in voice.quotations if reading.quotations[i].speaker), None)
        if speaker:
            spans.append(speaker)
    if spans:
        reason = f"All {len(persons)} who speak are without a name, {_listed(persons)} among them."
        yield Suspicion("unnamed voices", CHECK, reason, "look", tuple(sorted(spans, key=lambda words: words.start)))


def _listed(voices: list[Voice]) -> str:
    shown = [f"“{voice.exact}”" for voice in voices[:_SEVERAL]]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _words(reading: Reading, start: int, length: int) -> Words:
    return Words(start, start + length, reading.text[start : start + length])

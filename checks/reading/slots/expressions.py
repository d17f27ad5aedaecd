"""Fixed expressions that stand for one word: step down, take part in, put on trial; an object may lie between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checks.reading.named.titles import DAYS_AND_MONTHS
from checks.reading.slots.recorded import rows, same_words
from checks.reading.speech.cues import listed

_ONES = listed("his her its their my our your one's himself herself itself themselves")
# Forms in the table that a lemmatizer gives back as another word.
_LEMMAS = {
    "sworn": "swear", "killed": "kill", "beaten": "beat", "born": "bear", "given": "give", "paid": "pay",
    "made": "make", "called": "call", "based": "base", "caused": "cause", "taken": "take", "brought": "bring",
    "turned": "turn", "employed": "employ", "owned": "own", "involved": "involve", "defeated": "defeat",
    "infected": "infect",
    "convinced": "convince", "converted": "convert", "destroyed": "destroy", "gutted": "gut", "raised": "raise",
    "left": "leave", "set": "set", "lost": "lose", "sold": "sell", "eliminated": "eliminate", "is": "be", "are": "be",
}  # fmt: skip
_OPENERS = listed("up over on in under about at to for from by off")
_WHEN = DAYS_AND_MONTHS | listed("today yesterday tomorrow")
_PARTICLES = listed("up down out off on in over back away through aside forward together along around")
_ALONE = listed("redundant hostage free dead guilty public prisoner bankrupt alight ablaze")
_LONGEST_OBJECT = 5  # words that may stand between the verb and the rest
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)


@dataclass(frozen=True)
class Expression:
    """A fixed expression in a sentence: the indices of its words, the first of them its head, and its form recorded."""

    words: str
    pos: str
    indices: tuple[int, ...]

    @property
    def head(self) -> int:
        """The index of the word that the rest of the sentence hangs on: the verb."""
        return self.indices[0]


@cache
def _table() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """The expressions by their first word, the longest first: words, form recorded, part of speech."""
    found: dict[str, dict[tuple[str, ...], tuple[str, str]]] = {}
    for row in rows("synonyms"):
        for form in (row["word"], *same_words(row), *row["kinds"].split("|")):
            words = tuple(_LEMMAS.get(word, word) for word in _WORD.findall(form.lower().replace("’", "'")))
            if len(words) > 1 and " " in form:
                found.setdefault(words[0], {}).setdefault(words, (form, row["pos"]))
    return {
        first: tuple((words, *told) for words, told in sorted(all_.items(), key=lambda one: -len(one[0])))
        for first, all_ in found.items()
    }


def phrase_heads(
    lemmas: Sequence[str], tags: Sequence[str] = (), texts: Sequence[str] = ()
) -> tuple[Expression, ...]:  # fmt: skip
    """The fixed expressions in a sentence, from left to right; of those that begin at one word the longest.

    `lemmas` are the words' lemmas in any case; `texts`, if given, the words as they stand, for what lemmas lose;
    `tags`, if given, spaCy's coarse or fine tags. With them a verb and its particle are found apart (*called the
    march off*); without them only what cannot be anything else (*put him on trial*, *laid them off* is not found).
    """
    low = [lemma.lower() for lemma in lemmas]
    seen = [text.lower() for text in texts] if len(texts) == len(low) else low
    marks = list(tags) if len(tags) == len(low) else [""] * len(low)
    table, taken = _table(), 0
    found: list[Expression] = []
    for index, lemma in enumerate(low):
        if index < taken and found and index in found[-1].indices:
            continue
        for words, form, pos in table.get(lemma, ()) or table.get(seen[index], ()):
            indices = _at(words, index, low, seen, marks, pos)
            if indices and words[0] == "be" and _opens_another(indices[1:], low, seen, marks):
                continue  # “was called off” is *call off*, not *be called*
            if indices:
                found.append(Expression(form, pos, indices))
                taken = indices[-1] + 1
                break
    return tuple(found)


def _opens_another(rest: tuple[int, ...], low: list[str], seen: list[str], marks: list[str]) -> bool:
    """Whether a longer expression begins at one of these words."""
    return any(
        (indices := _at(words, index, low, seen, marks, pos)) and indices[-1] > rest[-1]
        for index in rest
        for words, _, pos in _table().get(low[index], ())
    )


def _at(
    words: tuple[str, ...], index: int, low: list[str], seen: list[str], marks: list[str], pos: str
) -> tuple[int, ...]:  # fmt: skip
    """The indices of an expression that begins here; empty if it does not."""
    straight = _runs(words[1:], index + 1, low, seen)
    parted = bool(straight) and marks[straight[-1]] in ("RP", "PRT") and words[-1] != "up"
    if straight and (parted or not _belongs_to_what_follows(words[-1], straight[-1] + 1, low, marks)):
        return (index, *straight)
    if pos != "verb" or marks[index][:1] not in ("", "V"):
        return ()
    tail = words[1:]
    particle = len(tail) == 1 and tail[0] in _PARTICLES
    if len(tail) == 1 and not particle and tail[0] not in _ALONE:
        return ()
    if len(tail) > 1 and tail[-1] in ("of", "to", "in", "on", "from", "for", "with", "at", "into", "that", "by"):
        return ()
    for start in range(index + 2, min(index + 2 + _LONGEST_OBJECT, len(low))):
        if marks[start - 1][:1] == "V" or low[start - 1] in (",", ";", ".", ":", "who", "that", "which", "to"):
            return ()
        if particle and marks[start] not in ("RP", "PRT"):
            continue
        found = _runs(tail, start, low, seen)
        if found:
            return (index, *found)
    return ()


def _belongs_to_what_follows(last: str, after: int, low: list[str], marks: list[str]) -> bool:
    """Whether the last word rather opens a phrase of its own: bring *up to* 60 guests, call *on* Friday."""
    if last not in _OPENERS or after >= len(low):
        return False
    if last == "up" and low[after] == "to":
        after = min(after + 1, len(low) - 1)
    return marks[after] in ("CD", "NUM") or low[after][:1].isdigit() or low[after] in _WHEN


def _runs(tail: tuple[str, ...], start: int, low: list[str], seen: list[str]) -> tuple[int, ...]:
    """The indices of words that stand one after the other from here."""
    if start + len(tail) > len(low):
        return ()
    for offset, word in enumerate(tail):
        at = start + offset
        ours = word == "one's" and (low[at] in _ONES or seen[at] in _ONES)
        if not ours and word not in (low[at], seen[at]):
            return ()
    return tuple(range(start, start + len(tail)))

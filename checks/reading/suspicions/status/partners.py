"""Which sentences are worth reading for which acts: those whose words could exclude what another sentence tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from checks.reading.slots.implicatives import AWAITING
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.acts import (
    AHEAD,
    AHEAD_IF_AWAITED,
    AHEAD_IF_GOVERNED,
    AHEAD_IF_SAID,
    AHEAD_IF_TIMED,
    BACKWARD,
    DONE,
    DONE_IF_TURNED,
    DONE_IN_HEADLINE,
    EXCLUDED,
    GATES,
    NEEDS,
    content_of,
)
from checks.reading.suspicions.status.noun_runs import TIMES

# Words after which a verb may tell of what is ahead or denied, or something is said of a thing as it is now.
_GOVERNING = listed(
    "to will ll shall must did not never yet t no neither nobody none nor without be being until when once before after"
    " soon time"
)
_SAYING = listed(
    "is are s re was were been be being remain remains remained stay stays lie lies stand stands sit sits still without"
)
_SAID_OF = 6  # words after one of these that may be said with it
_WAITING = listed("until when once before after soon time")
_TIMED = TIMES | listed("noon midnight tomorrow next later coming end am pm until once when")
_AWAITED = AWAITING | listed(
    "expected due awaited scheduled set planned still yet likely will ll shall must no not never next tomorrow later"
    " coming end subject to takes take opens begins starts"
)
# Words without which “approve” or “not open” tells of nothing done.
_TURNED = listed("took needed taken managed voted agreed not never no t longer neither nobody none nor without")
_EVENTFUL = ("vote", "elect", "try", "verdict", "back_to_work", "go_on")  # told of without naming the event


class Pair(NamedTuple):
    """An act that sentence `at` may tell as done, and one that sentence `there` may tell so that it excludes that."""

    act: str
    at: int
    other: str
    there: int


def partners_in(sentences: Sequence[Sequence[str]], headlines: frozenset[int], forms: Mapping[str, str]) -> list[Pair]:
    """What sentences may tell of one another's acts, by their words in small letters; `forms` are other verbs."""
    done: dict[str, list[int]] = {}
    ahead: dict[str, list[int]] = {}
    words = [frozenset(sentence) for sentence in sentences]
    for at, low in enumerate(words):
        telling = low & GATES.keys() if not forms else low & (GATES.keys() | forms.keys())
        if not telling:
            continue
        always = _beside(low, at in headlines)
        governed, said = _after(sentences[at], _GOVERNING), _after(sentences[at], _SAYING)
        waiting = not low.isdisjoint(_WAITING)
        told: dict[str, int] = {}
        for word in telling:
            here = always | (AHEAD_IF_GOVERNED if waiting or word in governed else 0)
            here |= AHEAD_IF_SAID if word in said else 0
            for together, stages in GATES.get(word, ()):
                if together <= low:
                    for stage, may in stages.items():
                        told[stage] = told.get(stage, 0) | (may & here)
            if word in forms:
                told[forms[word]] = told.get(forms[word], 0) | (_of_form(word) & here)
        for stage, may in told.items():
            if may & _DONE:
                done.setdefault(stage, []).append(at)
            if may & ~_DONE:
                ahead.setdefault(stage, []).append(at)
    return list(_sharing(_excluding(done, ahead), words))


_DONE = DONE | DONE_IF_TURNED | DONE_IN_HEADLINE


def _of_form(word: str) -> int:
    """What a form of a verb that no table has may tell."""
    return DONE | AHEAD_IF_GOVERNED if word.endswith("ed") else AHEAD_IF_GOVERNED


def _beside(low: frozenset[str], headline: bool) -> int:
    """What words may tell in a sentence of these words, wherever in it they stand."""
    may = DONE | AHEAD | (DONE_IN_HEADLINE if headline else 0)
    may |= 0 if low.isdisjoint(_TURNED) else DONE_IF_TURNED
    may |= 0 if low.isdisjoint(_TIMED) else AHEAD_IF_TIMED
    return may | (0 if low.isdisjoint(_AWAITED) else AHEAD_IF_AWAITED)


def _after(sentence: Sequence[str], signs: frozenset[str]) -> set[str]:
    """The words that come soon after one of the signs."""
    found: set[str] = set()
    for at, word in enumerate(sentence):
        if word in signs:
            found.update(sentence[at + 1 : at + 1 + _SAID_OF])
    return found


def _excluding(
    done: dict[str, list[int]], ahead: dict[str, list[int]]
) -> Iterable[tuple[str, list[int], str, list[int]]]:
    """The acts that may be told as done, each with one that excludes it, and the sentences of both."""
    for one, here in done.items():
        for other in sorted(NEEDS.get(one, (one,))):
            if other in ahead:
                yield one, here, other, ahead[other]
    for one, other, also in EXCLUDED:
        there = sorted({at for stage in also for at in (done if stage == "done" else ahead).get(other, ())})
        if one in done and there:
            yield one, done[one], other, there


def _sharing(excluding: Iterable[tuple[str, list[int], str, list[int]]], words: list[frozenset[str]]) -> Iterable[Pair]:
    """The pairs of sentences that may speak of one thing, by the words that they share."""
    known: dict[int, frozenset[str]] = {}
    for one, here, other, there in excluding:
        anyway = one in _EVENTFUL or other in _EVENTFUL
        for at in here:
            for also in there:
                if at != also and (anyway or not _content(words, at, known).isdisjoint(_content(words, also, known))):
                    yield Pair(one, at, other, also)


def _content(words: list[frozenset[str]], at: int, known: dict[int, frozenset[str]]) -> frozenset[str]:
    """What a sentence may share with another; one with a pronoun also what the one before it may."""
    if at not in known:
        content = frozenset(chain.from_iterable(map(content_of, words[at])))
        before = at > 0 and not words[at].isdisjoint(BACKWARD)
        known[at] = content | _content(words, at - 1, known) if before else content
    return known[at]


@lru_cache(maxsize=8192)
def root(verb: str) -> str:
    """What the forms of a regular verb have in common."""
    for ending in ("ied", "ed", "es", "e", "y", "s"):
        if verb.endswith(ending) and len(verb) - len(ending) > 2:
            cut = verb[: -len(ending)]
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "sl" else cut
    return verb

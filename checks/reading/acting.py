"""Who is said to do a thing, or may do it: the office that stands with an act in a source's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checks.reading.named.lines import Held, offices_told
from checks.reading.names import plain
from checks.reading.sentences import sentences
from checks.reading.speech.cues import listed

_SMALL = listed(
    "a an the of for in on at to and or with by from its his her their be is are was were been has have had that this"
    " will would may can could it as into over"
)
_DENIED = re.compile(
    r"\b(?:not|never|no|nor|neither|rather than|instead of|without)\s+(?:\w+\s+){0,2}?$", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+(?:(?:the|a|an|its|his|her|their|[A-Z][\w.’'-]*)\s+){0,3}$")
_STEM = 5  # letters in which two forms of one word agree: close, closed; approve, approval
_NEAR = 60


@dataclass(frozen=True)
class Doers:
    """The offices that a source's words put an act upon, and those that they say it is not put upon."""

    told: tuple[Held, ...]
    denied: tuple[Held, ...]


def doers(act: str, text: str, wanted: str = "") -> Doers | None:
    """The offices in the sentences of a text that tell an act; None where none tells it.

    A sentence tells the act where it has each content word of it, in some form. `wanted` is an office looked for in
    so many words, besides those of the table. Where a passive names one (“closed by the mayor”), it is that one alone.
    """
    stems = [word[:_STEM] for word in re.findall(r"[\w’'-]+", plain(act)) if word not in _SMALL]
    told, denied, seen = list[Held](), list[Held](), False
    for start, end in sentences(text):
        sentence = text[start:end]
        words = [(match.start(), plain(match[0])) for match in re.finditer(r"[\w’'-]+", sentence)]
        hits = [[at for at, word in words if word.startswith(stem)] for stem in stems]
        if not stems or not all(hits):
            continue
        seen = True
        here = _with(wanted, sentence, offices_told(sentence))
        no = [one for one in here if _DENIED.search(sentence[: one.start])]
        yes = [one for one in here if one not in no and not _in_act(one, stems)]
        last = max(at[-1] for at in hits)
        passive = [one for one in yes if _BY.search(sentence[: one.start]) and one.start < last + _NEAR]
        told += _moved(passive or yes, start)
        denied += _moved(no, start)
    return Doers(tuple(told), tuple(denied)) if seen else None


def _in_act(one: Held, stems: Sequence[str]) -> bool:
    """Whether the office is only part of the act: *elect a mayor*."""
    words = plain(one.said).split()
    return all(any(word.startswith(stem) for stem in stems) for word in words)


def _with(wanted: str, sentence: str, found: list[Held]) -> list[Held]:
    """The offices found, and the one looked for where it stands there in so many words and is none of them."""
    words = [re.escape(word) for word in wanted.split() if word.lower() not in ("the", "a", "an")]
    match = re.search(r"\b" + r"\s+".join(words) + r"s?\b", sentence, re.IGNORECASE) if words else None
    if match is None or any(one.start < match.end() and match.start() < one.end for one in found):
        return found
    return sorted([*found, Held(*match.span(), match[0])], key=lambda one: one.start)


def _moved(offices: Sequence[Held], by: int) -> list[Held]:
    return [replace(one, start=one.start + by, end=one.end + by) for one in offices]

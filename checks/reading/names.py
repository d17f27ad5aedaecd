"""Whether two names are names of one person, and by what right that is said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@lru_cache(maxsize=10_000)
def plain(name: str) -> str:
    """A name without case, accents, full stops and doubled spaces, for comparing."""
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(re.sub(r"[.,]", " ", bare).casefold().split())


def called(name: str, other: str, also_called: Mapping[str, Sequence[str]]) -> str | None:
    """By what right two names are one: a reason to print (empty if they are the same name), or None.

    `also_called` lists recorded other names for a name; it is read in both directions.
    """
    if plain(name) == plain(other):
        return ""
    for known, others in also_called.items():
        alike = {plain(known), *map(plain, others)}
        if plain(name) in alike and plain(other) in alike:
            return f"“{name}” is recorded as another name of {other}"
    return None


def same_person(name: str, other: str, also_called: Mapping[str, Sequence[str]]) -> str | None:
    """As `called`, and also by variants of the given name (Kate, Katherine) and by a middle name left out on one side.

    Two middle names that differ, or a Jr. on one side, are two people. Source of the variants: the
    `nicknames` data set.
    """
    recorded = called(name, other, also_called)
    if recorded is not None:
        return recorded
    (given, middles, family, suffix), (given2, middles2, family2, suffix2) = _parts(name), _parts(other)
    if not given or not given2 or family != family2 or suffix != suffix2 or not _middles_agree(middles, middles2):
        return None
    if given == given2:
        return f"“{name}” and “{other}” differ only in a middle name"
    if given2 in _variants(given) or given in _variants(given2):
        return f"{given.title()} and {given2.title()} are forms of one given name"
    return None


def _parts(name: str) -> tuple[str, tuple[str, ...], str, str]:
    words = plain(name).split()
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else ""
    if len(words) < 2:
        return "", (), plain(name), suffix
    return words[0], tuple(words[1:-1]), words[-1], suffix


def _middles_agree(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if not ours or not theirs:
        return True
    return len(ours) == len(theirs) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(ours, theirs, strict=True)
    )


@cache
def _variants(given: str) -> frozenset[str]:
    from nicknames import NickNamer

    names = NickNamer()
    canonical = names.canonicals_of(given) | {given}
    return frozenset(canonical | names.nicknames_of(given))

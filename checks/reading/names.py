"""Whether two names are names of one person, and by what right that is said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nicknames import NickNamer

_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
_STYLES = {
    "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "president", "vice", "prime", "minister",
    "secretary", "chancellor", "senator", "sen", "representative", "rep", "congressman", "congresswoman",
    "governor", "gov", "mayor", "judge", "justice", "general", "gen", "admiral", "adm", "colonel", "col",
    "captain", "capt", "major", "sergeant", "professor", "prof", "king", "queen", "prince", "princess", "pope",
    "bishop", "rev", "chairman", "chairwoman", "chair", "director", "acting", "former", "the",
}  # fmt: skip
ALIKE = 3  # letters with which two given names begin alike, so that one may be a form of the other


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
    ours, theirs = plain(name), plain(other)
    if ours == theirs:
        return ""
    for known, others in also_called.items():
        if ours in (alike := _forms(known, tuple(others))) and theirs in alike:
            return f"“{name}” is recorded as another name of {other}"
    return None


def among(name: str, others: Iterable[str], also_called: Mapping[str, Sequence[str]]) -> bool:
    """Whether one of these is that name, or recorded as another name for it."""
    return any(called(name, other, also_called) is not None for other in others if other)


@lru_cache(maxsize=10_000)
def _forms(known: str, others: tuple[str, ...]) -> frozenset[str]:
    return frozenset({plain(known), *map(plain, others)})


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


def could_be(name: str, other: str) -> bool:
    """Whether two names that are not taken for one may yet be: a title before one, a part left out, another order.

    Then nothing follows from their being written differently.
    """
    ours, theirs = _bare(name), _bare(other)
    if not ours or not theirs or set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    if ours[-1] != theirs[-1]:
        return False
    given, given2 = ours[0], theirs[0]
    initial = min(len(given), len(given2)) == 1 and given[0] == given2[0]
    return initial or given[:ALIKE] == given2[:ALIKE] or given2 in _variants(given) or given in _variants(given2)


def _bare(name: str) -> list[str]:
    """The words of a name without styles before it and suffixes after it."""
    return [word for word in plain(name).split() if word not in _STYLES | _SUFFIXES]


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
    names = _nicknames()
    return frozenset(names.canonicals_of(given) | {given} | names.nicknames_of(given))


@cache
def _nicknames() -> NickNamer:
    from nicknames import NickNamer  # reads its table from a file each time that one is made

    return NickNamer()

"""What a name is known to be: states, capitals, cities, organisations, adjectives of places, given names.

The table is `gazetteer.csv`, and `gazetteer.md` says where each row comes from and under which licence.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from checks.reading.named.tokens import Token, tokens_of

Known = Literal["place", "organisation"]
_PLACES = {"state", "capital", "US state", "region", "city"}
LONGEST = 6  # words in a name of the table


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    text = Path(__file__).with_suffix(".csv").read_text(encoding="utf-8")
    return tuple((row["name"], row["kind"]) for row in csv.DictReader(text.splitlines()))


@cache
def _names() -> MappingProxyType[tuple[str, ...], Known]:
    found: dict[tuple[str, ...], Known] = {}
    for name, kind in _rows():
        if kind in _PLACES:
            found[_key(name)] = "place"
    for name, kind in _rows():
        if kind == "organisation" or kind.startswith("abbreviation"):
            found[_key(name)] = "organisation"
    return MappingProxyType(found)


@cache
def _heads() -> frozenset[str]:
    return frozenset(key[0] for key in _names())


@cache
def _tails() -> frozenset[str]:
    return frozenset(key[-1] for key in _names())


@cache
def abbreviations() -> MappingProxyType[str, str]:
    """Well-known abbreviations of organisations, and what each stands for."""
    return MappingProxyType(
        {name: kind.removeprefix("abbreviation of ") for name, kind in _rows() if kind.startswith("abbreviation")}
    )


@cache
def given_names() -> frozenset[str]:
    """Given names, as written, that are seldom anything else."""
    return frozenset(name for name, kind in _rows() if kind == "given name")


@cache
def adjectives() -> frozenset[str]:
    """Words for what or who is of a place, a faith or a party: capitals that name nobody by themselves."""
    return frozenset(name for name, kind in _rows() if kind == "adjective")


def known_at(tokens: Sequence[Token], index: int) -> tuple[int, Known] | None:
    """The longest name of the table that begins at a token: the index after it, and what it is; None if none does."""
    word = tokens[index].word
    shouted = len(word) > 2 and word.isupper() and word.title() in _heads()
    if word not in _heads() and not shouted:
        return None
    words = tuple(token.word for token in tokens[index : index + LONGEST])
    for length in range(len(words), 0, -1):
        kind = _names().get(words[:length])
        if kind:
            return index + length, kind
    if shouted:  # a dateline: “NEW YORK —”
        words = tuple(word.title() if word.isupper() else word for word in words)
        for length in range(len(words), 0, -1):
            if _names().get(words[:length]) == "place" and all(
                token.word.isupper() for token in tokens[index : index + length]
            ):
                return index + length, "place"
    return None


def known_before(tokens: Sequence[Token], index: int) -> tuple[int, Known] | None:
    """The longest name of the table that ends with a token: the index it begins at, and what it is; None if none."""
    if tokens[index].word not in _tails():
        return None
    first = max(0, index + 1 - LONGEST)
    for start in range(first, index + 1):
        kind = _names().get(tuple(token.word for token in tokens[start : index + 1]))
        if kind:
            return start, kind
    return None


def _key(name: str) -> tuple[str, ...]:
    """A name as the words a text is cut into."""
    if name.isalpha():
        return (name,)
    return tuple(token.word for token in tokens_of(name, ()).all)

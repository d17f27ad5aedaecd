"""Which field of news a paragraph is of, by words that are at home in one field: sport, weather, cookery, courts …

The words are in `fields.txt`. Two paragraphs of one story may have no word in common and yet be of one field; a
paragraph of a match in a story about a bridge is of another.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from checks.reading.suspicions.strays.rarity import Terms, stem

_HELD_AGAINST = 2.0  # how much each word of a field elsewhere takes from the strangeness of one here


def fields_beside(terms: Sequence[Terms]) -> list[tuple[float, float]]:
    """Of each paragraph, how far it is of a field that the others are not of, and how like theirs its fields are;
    the stranger of leaving out the paragraph before it and the one after.

    The first is the logarithm of its words of that field, less where the others have some; the second the cosine
    of its words by field with those of all the others, from 0 to 1.
    """
    home = _home()
    own = [_profile(home, one) for one in terms]
    everywhere = Counter[str]()
    for one in own:
        everywhere.update(one)
    none = Counter[str]()
    found = []
    for at, one in enumerate(own):
        # its neighbour may be of the same other story
        left_out = [own[n] if 0 <= n < len(own) else none for n in (at - 1, at + 1)]
        both = [_beside(one, everywhere, beside) for beside in left_out]
        found.append((max(alien for alien, _ in both), min(like for _, like in both)))
    return found


def _profile(home: Mapping[str, tuple[str, ...]], terms: Terms) -> Counter[str]:
    """How many words of each field there are; a word of two fields counts half for each."""
    found = Counter[str]()
    for root in terms.rarity.keys() & home.keys():
        for name in home[root]:
            found[name] += 1 / len(home[root])  # type: ignore[assignment]  # halves, thirds
    return found


def _beside(own: Counter[str], everywhere: Counter[str], left_out: Counter[str]) -> tuple[float, float]:
    if not own:
        return 0.0, 0.0
    rest = {name: max(0.0, count - own[name] - left_out[name]) for name, count in everywhere.items()}
    alien = max(count / (1 + _HELD_AGAINST * rest[name]) for name, count in own.items())
    product = sum(count * rest[name] for name, count in own.items())
    length = math.sqrt(sum(n * n for n in own.values()) * sum(n * n for n in rest.values()))
    return math.log1p(alien), product / length if length > 1e-9 else 0.0


@cache
def _home() -> MappingProxyType[str, tuple[str, ...]]:
    """The fields in which the words of a stem are at home."""
    found = dict[str, dict[str, None]]()
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, words = line.split(": ", 1)
            for word in words.split():
                found.setdefault(stem(word), {})[name] = None
    return MappingProxyType({root: tuple(names) for root, names in found.items()})

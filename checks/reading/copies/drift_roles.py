"""Two names that a copy puts in each other's place: from Arden to Sulla, from Sulla to Arden; one beat the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checks.reading.copies.aligned import Aligned
from checks.reading.copies.drift_names import Called, names_of
from checks.reading.copies.drift_sides import Side
from checks.reading.quoting.verbs import form_of
from checks.reading.speech.cues import listed

_LIKE = 0.35  # how far two lines must tell the same
_BETWEEN = 6  # words at most between the two names
# What two do together may be told from either side.
_TOGETHER = frozenset(
    form_of(word)[0] for word in listed("meet marry wed join fight play talk border face merge agree share and with")
)
_TURNING = listed("by was were been being")


def turned_names(first: Side, copy: Side, lay: Aligned) -> list[tuple[int, str, str]]:
    """The place in the copy, the words from name to name in the first, and those in the copy.

    Told where the same verb, or from and to, stands with the two names, and neither is told in the passive.
    """
    ours: dict[int, list[tuple[Called, Called]]] = {}
    for one, other in pairwise(names_of(first)):
        if one.line == other.line:
            ours.setdefault(one.line, []).append((one, other))
    found = []
    for one, other in pairwise(names_of(copy)):
        if one.line != other.line or one.words[-1] == other.words[-1]:
            continue
        for line, like in sorted(lay.pairs[one.line].items()):
            for was in ours.get(line, ()) if like >= _LIKE else ():
                crossed = was[0].words[-1] == other.words[-1] and was[1].words[-1] == one.words[-1]
                if crossed and set(_verbs(first, *was)) & set(_verbs(copy, one, other)):
                    found.append((one.start, _span(first, *was), _span(copy, one, other)))
    return found


def _verbs(side: Side, one: Called, other: Called) -> Iterator[str]:
    """What stands between two names, and “from … to” around them; nothing where it is passive, or done together."""
    words = side.reading.text[one.start + len(one.exact) : other.start].split()
    plain = [word.strip(".,;:()").lower() for word in words]
    if len(words) > _BETWEEN or not _TURNING.isdisjoint(plain) or any("," in word for word in words[-1:]):
        return
    stems = [form_of(word)[0] for word in plain]
    if not _TOGETHER.isdisjoint(stems):
        return
    if one.before == "from" and "to" in plain:
        yield "from"
    yield from (stem for stem, word in zip(stems, plain, strict=True) if form_of(word)[1] in ("past", "s", "now"))


def _span(side: Side, one: Called, other: Called) -> str:
    return side.reading.text[one.start : other.start + len(other.exact)]

"""Hedges that a copy drops: what the first says may be or is alleged, and the copy says is so."""

from __future__ import annotations

from checks.reading.copies.aligned import Aligned
from checks.reading.copies.drift_sides import Side
from checks.reading.quoting.sense import modals
from checks.reading.speech.cues import listed

_LIKE = 0.55  # how far two lines must tell the same
_HEDGES = listed(
    "alleged allegedly reportedly suspected apparently possibly perhaps may might could supposedly seemingly"
)
_SAYING = listed(
    "claim claims claimed allege alleges accused accuse accuses suspect suspects believed thought if whether"
)


def dropped_hedges(first: Side, copy: Side, lay: Aligned) -> list[tuple[int, str, str]]:
    """The place in the copy, the hedged words of the first, and the same words unhedged.

    Told only where the lines are near each other in words, the word that is hedged stands in both, and nothing in the
    copy's line says that it is not sure.
    """
    found = []
    for number, line in enumerate(copy.lines):
        said = copy.words.words[line.first : line.after]
        if modals(said) or not (_HEDGES | _SAYING).isdisjoint(said):
            continue
        for other, like in sorted(lay.pairs[number].items()):
            there = first.lines[other]
            for at in range(there.first, there.after if like >= _LIKE else there.first):
                if first.words.words[at] not in _HEDGES or first.is_quoted(
                    first.words.starts[at], first.words.ends[at]
                ):
                    continue
                after = next((n for n in range(at + 1, there.after) if first.stems[n]), at)
                same = [n for n in range(line.first, line.after) if copy.stems[n] == first.stems[after] != ""]
                if same and not copy.is_quoted(copy.words.starts[same[0]], copy.words.ends[same[0]]):
                    told = first.words.shown(max(at - 2, there.first), after)
                    found.append(
                        (copy.words.starts[same[0]], told, copy.words.shown(max(same[0] - 2, line.first), same[0]))
                    )
    return found

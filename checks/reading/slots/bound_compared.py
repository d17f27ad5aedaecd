"""Which of two things is the more in a comparison, by the figures that the passage gives of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from checks.reading.slots.bound import alike
from checks.reading.slots.bound_labels import Label, Labelled, labelled
from checks.reading.slots.figures import Figure
from checks.reading.slots.sides import Side

_COMPARING = re.compile(
    r"\b(?:than|as(?! (?:many|much|tall|long|high|big|large|heavy|likely|old|often|far|deep|wide|fast|well)\b)"
    r"|ahead of|behind|above|below|short of)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:fewer|less|lower|smaller|shorter|shallower|cheaper|younger|lighter|slower|narrower|colder|cooler|nearer|"
    r"behind|below|short of|half|(?:a )?(?:third|quarter|fifth|tenth) (?:as|the|of))\b",
    re.IGNORECASE,
)
Way = Literal["", "so", "not so", "open"]


def oriented(figure: Figure, used: Sequence[Figure], claim: Side, passage: Side) -> Way:
    """Is what the claim calls the more (or the less) of two things so by the passage's figures of them?

    `used` are the two figures that the comparison was reckoned from. Empty where the claim compares no two things that
    the passage names; `open` where the words do not tell which figure is whose.
    """
    found = list(_COMPARING.finditer(claim.text))
    if not found or len(used) != 2:
        return ""
    mark = found[-1]
    mine = next((one for one in labelled(claim) if one.figure == figure), None)
    labels = [label for label in (mine.labels if mine else ()) if label.token.pos_ != "VERB"]
    first = [label for label in labels if label.token.idx < min(mark.start(), figure.start)]
    first = first or [label for label in labels if label.token.idx < mark.start()]
    second = [label for label in labels if label.token.idx >= mark.end()]
    if mine is None or not second:
        return ""
    theirs = [one for one in labelled(passage) if one.figure in used]
    if len(theirs) != 2 or not any(_shared(one, second, claim, passage) for one in theirs):
        return ""
    leans = [_shared(one, first, claim, passage) - _shared(one, second, claim, passage) for one in theirs]
    if leans[0] == leans[1]:
        return "open"
    one, other = theirs if leans[0] > leans[1] else theirs[::-1]
    points = (one.figure.point, other.figure.point)
    if points[0] is None or points[1] is None:
        return "open"
    small = figure.kind == "multiple" and figure.point is not None and figure.point < 1
    return "so" if (points[0] < points[1]) == bool(small or _LESS.search(claim.text)) else "not so"


def _shared(one: Labelled, labels: list[Label], claim: Side, passage: Side) -> int:
    return sum(any(alike(label, other, claim, passage) for other in one.labels) for label in labels)

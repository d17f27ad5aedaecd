"""Shares of a whole that their sentence names, with the part in another; and sums shared out, with what each gets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.reading.suspicions.sums.masked import Figure, Masked
from checks.reading.suspicions.sums.percentages_beside import OTHER_FIGURES, Told, told

_OF_A_WHOLE = re.compile(
    r"\x01(?P<mark>[PF])(?P<pct>[0-9]+)\x02 of (?:(?:the|its|their|all|about|those|these|his|her) ){0,2}"
    r"(?:[\w'’-]+ ){0,2}?\x01N(?P<whole>[0-9]+)\x02"
)
_THAT = re.compile(r"^(?:[\w’'-]+ )?(?:that|this|it|these|they|the (?:figure|number|total|sum|amount)|which)\b")
_CUT = re.compile(
    r"^(?:the|this|that|such a) (?:[\w’'-]+ )?(?:cuts?|move|lay-?offs?|closure|dismissals?|decision|order"
    r"|evacuation|strike"
    r"|job losses|redundancies|cull|recall|arrests|deaths|losses|loss|plan)\b"
)
_OUT = re.compile(
    r"\x01N(?P<part>[0-9]+)\x02(?:[^\x01;]|\x01[TD][0-9]*\x02){0,60}?\b(?:shared?|split|divided?|distributed"
    r"|spread|go|paid)"
    r"(?: out| up)?(?: \w+ly)?(?: out| up)?(?: \w+ly)? (?:by|among|amongst|between|across|over|to)"
    r" (?:(?:the|its|their|all|some|about) ){0,2}(?:[\w'’-]+ ){0,2}?\x01N(?P<whole>[0-9]+)\x02"
)
_EACH = re.compile(
    r"\b(?:each|every)\b[^\x01;]{0,40}?\b(?:receiv|get|got|paid|pay|given|contribut|take|due|entitled|worth|com)"
    r"[^\x01;]{0,20}\x01N([0-9]+)\x02|\x01N([0-9]+)\x02[^\x01;.,]{0,10} (?:each|apiece|a head|per \w+)\b"
)
_WORKS_OUT = re.compile(
    r"\bwork(?:s|ed|ing) out|\bor (?:\w+ ){0,2}\x01|\bthat is\b|\bwhich (?:is|comes|means)"
    r"|\bequal\w*|\bamount"
)
_NOT_ALL = re.compile(r"\b(?:rest|remain\w*|up to|at least|minimum|more than|average|some of|month|week|year)\b")
_EARLY = 6  # sentences of the body in which the figure of the headline is spoken of


def shares_apart(sentences: Sequence[Masked]) -> Iterator[Told]:
    """The shares and the sums for each that do not follow from the figures of the sentence before, or the headline."""
    for n, masked in enumerate(sentences):
        if n and masked.figures:
            yield from _of_a_whole(sentences, n)
            yield from _each(sentences[n - 1], masked)


def _of_a_whole(sentences: Sequence[Masked], n: int) -> Iterator[Told]:
    """`The city has planted 12,000 trees. That is 60 percent of the 30,000 promised.`"""
    masked = sentences[n]
    found = _OF_A_WHOLE.search(masked.line)
    if not found or OTHER_FIGURES.search(masked.line):
        return
    pct, whole = masked.figures[int(found["pct"])], masked.figures[int(found["whole"])]
    parts = [one for one in _counts(sentences[n - 1]) if _can_be_part(one, whole)]
    near = [one for k in range(max(0, n - 2), min(len(sentences), n + 2)) for one in _counts(sentences[k])]
    titles = [one for masked in sentences[:n] if masked.sentence.part == "headline" for one in _counts(masked)]
    asked = _THAT.match(masked.line) or _CUT.match(masked.line)
    if not asked or len(parts) != 1 or len(_counts(masked)) != 1:
        return
    if _CUT.match(masked.line) and parts[0].amount.value not in [one.amount.value for one in titles]:
        return
    others = [*near, *titles]
    if any(_follows(pct, one, whole) for one in others if _can_be_part(one, whole)):
        return
    yield from told(pct, {"part": parts[0], "whole": whole}, "likely")


def _follows(pct: Figure, part: Figure, whole: Figure) -> bool:
    return any(one.outcome.stands in ("follows", "nearly") for one in told(pct, {"part": part, "whole": whole}, "look"))


def _can_be_part(one: Figure, whole: Figure) -> bool:
    return one.unit == whole.unit and one is not whole and 0 < one.amount.value < whole.amount.value


def _counts(masked: Masked) -> list[Figure]:
    return [figure for figure in masked.figures if figure.mark == "N"]


def _each(before: Masked, masked: Masked) -> Iterator[Told]:
    """`The 2 million dollars will be shared among 400 families. Each will get 8,000 dollars.`"""
    each = _EACH.search(masked.line)
    if not each or _NOT_ALL.search(masked.line) or _NOT_ALL.search(before.line):
        return
    pct = masked.figures[int(each[1] or each[2])]
    out = _OUT.search(before.line)
    if out:
        part, whole = before.figures[int(out["part"])], before.figures[int(out["whole"])]
    else:
        sums = [one for one in _counts(masked) if one.unit == pct.unit and one is not pct]
        heads = [one for one in _counts(masked) if not one.unit]
        if len(sums) != 1 or len(heads) != 1 or len(masked.figures) != 3 or not _WORKS_OUT.search(masked.line):
            return
        part, whole = sums[0], heads[0]
    if pct.unit == part.unit != "" and not whole.unit and pct.amount.value < part.amount.value:
        yield from told(replace(pct, written=f"{pct.written} each"), {"part": part, "whole": whole}, "likely")

"""Percentages, points and multiples held against the figures in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.reading.parts import Certainty, Words
from checks.reading.suspicions.sums.masked import Figure, Masked
from checks.reading.suspicions.sums.percentage_wordings import (
    CHANGES,
    DIRECTIONS,
    OF_ITS_PARTS,
    OF_THEM,
    SHARES,
    Wording,
)
from checks.reading.suspicions.sums.proportions import Outcome, follows

DOWN = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w+|decreas\w+|down|slip(?:s|ped|ping)?|slid(?:e|es|ing)?"
    r"|tumbl\w+|plung\w+|s[aiu]nk(?:s|ing)?|shr[aiu]nk(?:s|ing)?|cut(?:s|ting)?|slash\w*|reduc\w+|los[ets]\w*"
    r"|shed\w*"
    r"|dip(?:s|ped)?|plummet\w*|contract(?:ed|ion)|lower\w*|less|fewer|eas(?:ed|es|ing)|slump\w*|halv\w+|off"
    r"|cheaper"
    r"|savings?|discount\w*|dwindl\w+|downturn|shortfall|below|narrow(?:s|ed|ing)|slow(?:s|ed|ing)|cool(?:s|ed|ing)"
    r"|weaken\w*|trimm\w+)\b"
)
UP = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|gr[eo]w\w*|up(?! to)|climb\w*|jump\w*|surg(?:e|ed|es|ing)"
    r"|soar\w*|gain\w*|leap\w*"
    r"|add(?:s|ed|ing)?|rall(?:y|ied)|spik\w+|rocket\w*|swell\w*|swollen|expan\w+|rais(?:e|es|ed|ing)|boost\w*"
    r"|hik\w+"
    r"|more|higher|greater|larger|lifted|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|extra|above|upped|upturn"
    r"|dearer|accelerat\w+|quicken\w*|strengthen\w*|climbed)\b"
)
# A rate told for a year, or of figures that are not those printed.
OTHER_FIGURES = re.compile(
    r"\bannual(?:ly|i[sz]ed)\b|\bannual (?:rate|average)|\bper annum|\b(?:each|every|per) (?:year|month|week|day)\b"
    r"|constant[- ]currenc|like[- ]for[- ]like|same[- ]store|\borganic|\badjust|real terms|\bexclud|\bcompound"
    r"|on average|\bseasonal|after inflation|\bunderlying"
)
_BROKEN = re.compile(
    r"\b(?:while|but|whereas|although|though|and(?! \x01T)|than expected|respectively|rang\w+|var(?:y"
    r"|ied|ies|ying))\b"
)
_PUT_SO = re.compile(r"(?:\bor|\bby|\bthat is,?|\bequivalent to|\()(?: (?:about|some|nearly|almost|just|a|an))* ?$")
_AGAINST = re.compile(r"\b(?:from|with|against|versus|to) ")
_VOTES_AND_SEATS = re.compile(r".{0,120}\bvotes?\b.{0,60}\bseats?\b")
_OF_IT = re.compile(r"\x02 (?:out )?of (?:(?:the|its|his|her|their|all) ){0,2}\x01")
_A_WHOLE = re.compile(r"\x01N[0-9]+\x02 (?:out )?of (?:(?:the|its|all|their) ){0,2}$")
# Where a figure that goes down is one that gets better, or stands for another.
TURNED = re.compile(
    r"\b(?:rank\w*|place[sd]?|position\w*|league|table|spot|seed\w*|standings|charts?|odds|handicap|par"
    r"|rupees?|yen|roubles?"
    r"|rubles?|lira|naira|pesos?|rand|yuan|cedis?|shillings?|currenc\w+|exchange rates?"
    r"|against the (?:us )?dollar"
    r"|per dollar|to the dollar|negative|minus|below (?:zero|freezing)|golf"
    r"|birdies?"
    r"|price target|bond|bonds|yields?)\b"
)
_GENERIC = {
    "total", "whole", "them", "those", "all", "these", "it", "that", "electorate", "group", "sample", "overall",
    "assembly", "parliament", "chamber", "council", "house", "senate", "board", "workforce", "membership", "class",
    "fleet", "staff", "squad", "population", "stock", "cast",
}  # fmt: skip
_SMALL_COINS = {"cent": "dollar", "penny": "pound sterling"}
_MOST = 100  # times: a figure that became so much more has a scale that was left out


@dataclass(frozen=True)
class Told:
    """A percentage with the two figures that it should follow from, as a claim would assert them, and their words."""

    percentage: Words
    asserts: tuple[tuple[str, str], ...]
    outcome: Outcome
    certainty: Certainty
    spans: tuple[Words, ...]


def shares(masked: Masked) -> Iterator[Told]:
    """Percentages and fractions of a whole, with the part."""
    if masked.marks.count("N") < 2 or not {"P", "F"} & set(masked.marks):
        return
    for wording, match in matches(SHARES, masked.line):
        of = figures_of(masked, match)
        again = match.groupdict().get("again")
        certainty = wording.certainty
        if again and again not in _GENERIC and again[:4] not in masked.line[match.start() : match.start("again")]:
            certainty = "look"  # 45 of 120 seats, or 52 percent of the vote
        if "delta" in of:
            yield from _of_a_base(masked, of, wording, match)
        elif _VOTES_AND_SEATS.match(masked.line, match.start()):
            continue
        elif (
            alike(of["part"], of["whole"])
            or _bare(of["part"], of["whole"])
            or (not of["part"].unit and _OF_IT.match(masked.line, match.end("part")))
        ):
            yield from told(of["pct"], {"part": of["part"], "whole": of["whole"]}, certainty)
    for found in OF_THEM.finditer(masked.line):
        whole = masked.figures[int(found[1])]
        for wording, match in matches(OF_ITS_PARTS, masked.line, found.end()):
            of = figures_of(masked, match)
            if alike(of["part"], whole):
                yield from told(of["pct"], {"part": of["part"], "whole": whole}, wording.certainty)


def _bare(part: Figure, whole: Figure) -> bool:
    """Whether a whole goes without the unit that its part has: 3,400 megawatts, half of the 7,000 needed."""
    bare = not whole.unit and not whole.of and part.mark == "N" and part.unit not in ("", "point")
    return bare and part.amount.value < whole.amount.value


def _of_a_base(masked: Masked, of: dict[str, Figure], wording: Wording, match: re.Match[str]) -> Iterator[Told]:
    """`fell 250 points, or 2 percent, to 9,800`: the part is of what it fell from."""
    delta, base = of["delta"], of["base"]
    way = way_of(masked.line, match.start(), match.start())
    small = _SMALL_COINS.get(delta.unit) == base.unit  # 5 cents, to $1.05
    if not way or not (small or delta.unit in (base.unit, "point")) or OTHER_FIGURES.search(masked.line):
        return
    step = delta.amount.value / (100 if small else 1)
    before = base.amount.value + (step if way == "down" else -step)
    if before > 0:
        coin = base.amount.unit in ("$", "£", "€")
        unit = base.amount.unit
        whole = replace(base, written=f"{unit}{before:f}" if coin else f"{before:f} {unit}".strip())
        if small:
            delta = replace(delta, written=f"{unit}{step:f}")
        yield from told(of["pct"], {"part": delta, "whole": whole}, wording.certainty)


def changes(masked: Masked) -> Iterator[Told]:
    """Changes in percent, in points and by a multiple, with the figure before and the one after."""
    line, marks = masked.line, masked.marks
    if len(marks) < 3 or not set("PFXQ") & set(marks) or OTHER_FIGURES.search(line):
        return
    for wording, match in matches(CHANGES, line):
        of = figures_of(masked, match)
        pct, was, now = of["pct"], of["was"], of["now"]
        if _BROKEN.search(_between(match)) or not alike(was, now) or pct.per or len({pct, was, now}) < 3:
            continue
        if _A_WHOLE.search(line, 0, match.start("now") - 2) or (match.start() == 0 and line.startswith("from")):
            continue  # up 50 percent from 20, of 30 of 120; from 40 to 52 people a day
        if pct.mark == "Q" and (was.mark, now.mark) != ("P", "P"):
            continue
        way = way_of(line, match.start("pct"), match.end("pct") + 1)
        if not way and pct.mark != "X" and not _PUT_SO.search(line, 0, match.start("pct") - 2):
            continue
        way = "" if pct.mark == "X" and way == "up" else way
        yield from told(pct, {"was": was, "now": now}, wording.certainty, way)


def directions(masked: Masked) -> Iterator[Told]:
    """Verbs of rising that stand with figures that fall, and the other way round."""
    line = masked.line
    if len(masked.marks) < 2 or not _AGAINST.search(line):
        return
    for wording, match in matches(DIRECTIONS, line):
        of = figures_of(masked, match)
        was, now = of["was"], of["now"]
        if TURNED.search(line) or _BROKEN.search(_between(match)) or not alike(was, now):
            continue
        a, b = was.amount.value, now.amount.value
        if a <= 0 or b <= 0 or max(a, b) > _MOST * min(a, b):
            continue
        way = "down" if DOWN.fullmatch(match["verb"]) else "up"
        verb = word_before(masked, match["verb"], min(was.start, now.start))
        if verb:
            pair = {"was": was, "now": now}
            yield from asserted(verb, f"more than 0 percent {way}", pair, wording.certainty, (was.words, now.words))


def matches(wordings: tuple[Wording, ...], line: str, start: int = 0) -> Iterator[tuple[Wording, re.Match[str]]]:
    """Where each wording stands in a sentence without its figures."""
    for wording in wordings:
        for match in wording.pattern.finditer(line, start):
            yield wording, match


def figures_of(masked: Masked, match: re.Match[str]) -> dict[str, Figure]:
    """The figures of a match by the names that the wording gives them."""
    return {name: masked.figures[int(n)] for name, n in match.groupdict().items() if n and n.isdigit()}


def told(pct: Figure, figures: dict[str, Figure], certainty: Certainty, way: str = "") -> Iterator[Told]:
    """A percentage with the figures it should follow from, by their arguments; nothing if they cannot be compared."""
    if pct.mark == "F" and certainty == "certain":
        certainty = "likely"  # "a third" may be said of something else
    if "part" in figures and figures["part"].amount.value > figures["whole"].amount.value and pct.mark in "PF":
        certainty = "look"  # hardly a part of it
    stated = f"{pct.written} {way}".strip()
    yield from asserted(pct.words, stated, figures, certainty, tuple(one.words for one in figures.values()))


def asserted(
    percentage: Words, stated: str, figures: dict[str, Figure] | dict[str, str], certainty: Certainty,
    others: tuple[Words, ...],
) -> Iterator[Told]:  # fmt: skip
    """What the check finds of these values; nothing where they are none that it can compare."""
    written = {name: one.written if isinstance(one, Figure) else one for name, one in figures.items()}
    asserts = (("percentage", stated), *written.items())
    outcome = _found(asserts)
    if outcome is not None:
        spans = tuple(sorted({percentage, *others}, key=lambda words: words.start))
        yield Told(percentage, asserts, outcome, certainty, spans)


@lru_cache(maxsize=256)  # several wordings may find the same figures
def _found(asserts: tuple[tuple[str, str], ...]) -> Outcome | None:
    try:
        values = {name: Amount.parse(text) for name, text in asserts}
        return follows(values["percentage"], *(values.get(name) for name in ("part", "whole", "was", "now")))
    except CaseError:
        return None


def way_of(line: str, start: int, end: int) -> str:
    """Whether the words beside a percentage say that it rose or fell; nothing where they say both or neither."""
    before, after = line[max(0, start - 45) : start], line[end : end + 14]
    before = before[max(before.rfind(";"), before.rfind("(")) + 1 :]
    ways = []
    for piece, last in ((before, True), (after, False)):
        ups, downs = list(UP.finditer(piece)), list(DOWN.finditer(piece))
        pick = (max if last else min)([*ups, *downs], key=lambda found: found.start(), default=None)
        if pick:
            ways.append("up" if pick in ups else "down")
    return ways[0] if len(set(ways)) == 1 else ""


def _between(match: re.Match[str]) -> str:
    """The words of a match from its first figure to its last."""
    places = [match.start(name) for name, n in match.groupdict().items() if n and n.isdigit()]
    return match.string[min(places) : max(places)]


def alike(one: Figure, two: Figure) -> bool:
    """Whether two figures are of one unit and one scale."""
    if (one.mark == "P") != (two.mark == "P") or (one.per and two.per and one.per != two.per):
        return False
    if one.unit != two.unit and not (
        one.mark == two.mark == "N" and "" in (one.unit, two.unit) and one.unit + two.unit == "point"
    ):
        return False
    small, large = sorted((one, two), key=lambda figure: figure.amount.value)
    lent = large.amount.value >= 10**6 and small.amount.value < 1000 and small.amount.value > 0
    return not lent


def word_before(masked: Masked, word: str, before: int) -> Words | None:
    """A word of the sentence, the last one before a place."""
    sentence = masked.sentence
    at = sentence.exact.lower().rfind(word, 0, max(0, before - sentence.start))
    if at < 0 or len(sentence.exact.lower()) != len(sentence.exact):
        return None
    return Words(sentence.start + at, sentence.start + at + len(word), sentence.exact[at : at + len(word)])

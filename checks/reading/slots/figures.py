"""The figures of a claim or a passage: counts, sums, measures, shares, changes, multiples, ranks, scores."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise

from checks.reading.figures.amounts import amounts_in
from checks.reading.figures.units import MONEY, TIMES
from checks.reading.parts import AmountPhrase
from checks.reading.slots.figure_parts import Direction, Figure, FigureKind, Statistic
from checks.reading.slots.figure_relations import relate
from checks.reading.slots.figure_units import COINED
from checks.reading.slots.figure_words import (
    EXPECTED,
    gapped,
    grouped,
    ordinals,
    owned,
    quantifiers_in,
    tabled,
    tells_a_change,
    way_of,
    zeros_in,
)

__all__ = ["Figure", "figures_in", "quantifiers_in", "relate", "zeros_in"]

_NEARLY = re.compile(
    r"(?:nearly|almost|close to|nearing|approaching|virtually|not quite|just (?:under|below|short of)|little short of"
    r"|(?:slightly|a little) (?:less than|under|fewer than))\b",
    re.IGNORECASE,
)
_JUST_OVER = re.compile(r"(?:just (?:over|above|more than)|(?:slightly|a little) (?:more than|over))\b", re.IGNORECASE)

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}\b\.?(?: ?,? \d{{4}})?|\b{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"(?: ?,? \d{4}\b)?|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\b|hrs\b)"
    r"|\b\d{1,2} ?[ap]\.?m\b|\b\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})(?:[-–](?:1[0-9]{3}|20[0-9]{2}|[0-9]{2}))?")
_BEFORE, _AFTER = 120, 60  # characters beside a figure in which its words stand
_OUT_OF = re.compile(r"(?P<part>[0-9]{1,4}) (?:out )?of (?P<whole>[0-9]{1,4})")
_ROUND_WHOLE = 10  # "nine out of 10" is a way to say a share
_AND_SO = re.compile(r",? (?:and|or) | of (?:the |its |their |his |her )?")
_PART = re.compile(
    r"\b(?:a further|another|an? additional|an extra|the (?:remaining|other)|of (?:which|whom|these|those|them)"
    r"|including|plus)(?: (?:some|about|the|a))? ?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9$£€])")

_TO_IT = re.compile(r"\bto (?:an? |just |only |the |some |a record |an estimated |record )*$")
_BY_IT = re.compile(r"\bby (?:an? |just |only |the |some |another |a further |an extra |almost |nearly )*$")
_MORE = re.compile(
    r"(?:[ -](?!(?:of|to|from|and|or|in|on|for|the|than|is|was|were|are)\b)[a-z-]+){0,3}?[ -](?P<way>more|fewer|less"
    r"|higher|lower|rise|increase|jump|growth|gain|surge|hike|raise|drop|fall|decline|decrease|reduction|cut|slump|dip"
    r"|larger|smaller|bigger|cheaper|dearer)\b(?! (?:of|than one)\b)"
)
_UPWARD = {"more", "higher", "rise", "increase", "jump", "growth", "gain", "surge", "hike", "raise", "larger", "bigger",
           "dearer"}  # fmt: skip
_LEVEL = re.compile(r" (?:[a-z]+ )?(?P<way>higher|lower) than\b")
_COMPARED = re.compile(
    r"\s+(?:as|the|that|more|less|higher|lower|larger|bigger|its|their|what|likelier|[a-z]+er than)\b"
)

_AS_MANY = re.compile(r"\s+as (?:many|much|high|large|big|long|likely|often|expensive)\b")
_SURPASSED = re.compile(
    r"\b(?P<way>hotter|warmer|heavier|taller|deeper|faster|colder|cooler|lighter|slower|shallower|cheaper) than $"
)
_BEYOND = {"hotter", "warmer", "heavier", "taller", "deeper", "faster"}
# *The river was down 20 centimetres*: what comes behind is by how much.
_UP_OR_DOWN = re.compile(
    r"\b(?:is|are|was|were|been|be|stood|closed|ended|finished) (?P<way>up|down) (?:by )?(?:about |some |nearly )?$",
    re.IGNORECASE,
)

# An age: `aged 41`, `at the age of 41`, `died at 41`, `was 41 when she died`; the words belong to the figure.
_AGED = re.compile(r"\b(?P<words>aged |(?:the |an )?age of |age )$", re.IGNORECASE)
_AGED_BY = re.compile(r"\b(?:(?P<sure>(?:died|dies|death) at)|is|was|were|only|just) $", re.IGNORECASE)
_WHEN_SO = re.compile(r"(?=[.,;]|$)|\s+(?:when|at the time|at (?:his|her) death)\b")

# After a number, what money it is: `6.82 Norwegian kroner`.
_ABROAD = re.compile(rf"\s+(?:[A-Z][a-z]+ )?({'|'.join(COINED)})\b")
_NO_BOUND = re.compile(r"(?:up to|(maximum|minimum)(?: of)?)\s+", re.IGNORECASE)
_ADDING = re.compile(r"\b(?:add(?:s|ed|ing)?|sum(?:s|med)?)\s+$")

_STATISTIC = re.compile(
    r"(?P<median>\bmedian\b)|(?P<mean>\b(?:on )?averag(?:e|es|ed|ing)\b|\barithmetic mean\b|\bmean (?:of|age|score"
    r"|value|income|salary|temperature|depth|height|weight|price|wage|length|number|rate|duration|cost|rainfall)\b|\b(?:the|a)"
    r" mean\b)|(?P<total>(?<!of the )(?<!of a )\btotal(?:s|l?ed|l?ing)?\b|\bin all\b|\baltogether\b|\bcombined\b)"
    r"|(?P<minimum>\b(?:overnight |a )lows? of\b|\bminimum\b)"
    r"|(?P<maximum>\b(?:a )highs? of\b|\bmaximum\b|\bpeak(?:ed|ing|s)? (?:at|of)\b)"
    r"|(?P<head>\bper (?:head|capita|person|inhabitant|resident)\b)"
)
# Without one of these in a text nothing in it is a statistic: looked for first, because that is quick.
_OF_STATISTICS = (
    "averag", "median", "mean", "total", " all", "altogether", "combined", "low", "minim", "high", "maxim", "peak",
    "per ",
)  # fmt: skip
_APART = re.compile(r"[.;:!?](?=\s|$)|,? (?:and|but|while|whereas|compared|against)\b")
_HEADS = {"head", "person", "capita", "inhabitant", "resident"}
_EACH = re.compile(
    r"\s+(?P<each>each|apiece)\b|\s+(?:more|less|extra) (?:an?|per|each) (?P<time>hour|day|week|month|year)\b"
    r"|\s+(?:on|for|to|from) (?:each|every) (?:one )?of\b"
)
_AFTER_IT = re.compile(
    r"[^.;,]{0,30}?\b(?:(?P<mean>on average)|(?P<total>in (?:total|all)|altogether)"
    r"|(?P<head>per (?:head|capita|person)))\b"
)


def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure that a text states, in order and not overlapping; dates, years and lengths of time are left out.

    Read by `amounts_in`, and here with what kind of figure each is, what was meant by “nearly”, which statistic it is
    (mean, median, total, per head), which way it moved, from what and to what. Ordinals are ranks (“the 16th
    president” is 16). "No injuries" is no figure: `zeros_in` reads that.
    """
    dates = [found.span() for found in _DATED.finditer(text)]
    edges = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
    sentences = list(pairwise(edges))
    low = text.lower()
    changing, statistic = tells_a_change(text), any(word in low for word in _OF_STATISTICS)
    read: list[Figure] = []
    last = 0
    for phrase in amounts_in(text, sentences, dates):
        sentence = edges[bisect_right(edges, phrase.start) - 1]
        before = text[max(sentence, phrase.start - _BEFORE) : phrase.start] if changing else ""
        own = text[max(sentence, last, phrase.start - _BEFORE) : phrase.start]
        last = phrase.end
        if phrase.unit == "share" and (both := _OUT_OF.fullmatch(phrase.exact)) and int(both["whole"]) > _ROUND_WHOLE:
            read += _counts(phrase, both)
            continue
        figure = _figure(text, _read(text, phrase), before, own)
        if figure:
            after = text[figure.end : figure.end + _AFTER]
            lead = re.split(r"\d", phrase.exact, maxsplit=1)[0]  # “an average of”
            read.append(
                replace(figure, statistic=_statistic(phrase, (own + lead).lower(), after)) if statistic else figure
            )
    numbered = list(ordinals(text))
    compound = [one for one in numbered if " " in one.exact or "-" in one.exact]
    own_words = _clear([*grouped(text), *tabled(text), *compound], dates)
    read = sorted(_clear(read, [(one.start, one.end) for one in own_words]) + own_words, key=lambda one: one.start)
    read += _clear([*numbered, *owned(text), *gapped(text, read)], [*((one.start, one.end) for one in read), *dates])
    read.sort(key=lambda one: one.start)
    for at, (one, two) in enumerate(pairwise(read)):
        if (
            one.kind == "count"
            and not one.of
            and two.exact[:1].isalnum()
            and _AND_SO.fullmatch(text, one.end, two.start)
        ):
            read[at] = _of_the_same(one, two)
    return tuple(read)


def _counts(phrase: AmountPhrase, both: re.Match[str]) -> Iterator[Figure]:
    """Part and whole, each as a count: `23 out of 40 schools`; derived is what share that is."""
    for name in ("part", "whole"):
        value, start = Decimal(both[name]), phrase.start + both.start(name)
        yield Figure(start, start + len(both[name]), both[name], value, value, value, "", "", phrase.of, "count")


def _figure(text: str, phrase: AmountPhrase, before: str, own: str) -> Figure | None:
    """An amount as a figure; None for a length of time. `before` are the words before it in its sentence, empty where
    nothing tells a change; `own` those after the amount before it."""
    unit, exact = phrase.unit, phrase.exact
    low_exact = exact.lower()
    if _YEARS.fullmatch(exact) and not unit and (not phrase.of or "-" in exact or "–" in exact):
        return None
    if unit == "times" and exact[:1].isupper() and text[max(0, phrase.start - 2) : phrase.start].strip().isalpha():
        return None  # Avenged Sevenfold
    if unit in TIMES and ("year" in low_exact or unit != "year") and "old" not in low_exact:
        return None
    after = text[phrase.end : phrase.end + _AFTER]
    kind, unit, of, direction = _kind(phrase, after, own)
    low, high, was, to = phrase.low, phrase.high, phrase.was, phrase.value if phrase.was is not None else None
    point = phrase.value
    if before and kind not in ("rank", "ratio") and to is None and tells_a_change(before):
        way = way_of(before)
        if phrase.bound == "to" and low_exact.startswith("from") and low is not None and high is not None:
            point = to = high
            low, was, direction = high, phrase.low, "up"
        elif point is not None and _TO_IT.search(before):
            to, direction = point, direction or way
        elif kind in ("count", "measure", "money", "share") and _BY_IT.search(before):
            kind, direction = "change", direction or way
    figure = Figure(
        phrase.start, phrase.end, exact, low, high, point, phrase.bound, unit, of, kind,
        _per(phrase, after), direction, was, to, "per head" if phrase.per in _HEADS else "",
    )  # fmt: skip
    if point is None or phrase.bound == "to":
        return figure
    figure = _aged(figure, text, own, after)
    surpassed = _SURPASSED.search(own.lower()) if not phrase.bound and own.endswith("than ") else None
    if surpassed and surpassed["way"] in _BEYOND:
        return replace(figure, bound="more than", low=point, high=None)
    if surpassed:
        return replace(figure, bound="less than", low=None, high=point)
    return _bounded(figure, point)


def _aged(figure: Figure, text: str, own: str, after: str) -> Figure:
    """An age with the words that make it one."""
    words = _AGED.search(own) if figure.unit in ("", "year") else None
    if words and figure.exact.isdigit():
        start = figure.start - len(words["words"])
        return replace(figure, start=start, exact=text[start : figure.end], kind="measure", unit="year")
    by = _AGED_BY.search(own) if figure.kind == "count" and not figure.of and figure.exact.isdigit() else None
    so = _WHEN_SO.match(after) if by and figure.point is not None and figure.point < 120 else None
    if by and so and (so[0] or by["sure"]):
        return replace(figure, kind="measure", unit="year")
    return figure


def _of_the_same(one: Figure, two: Figure) -> Figure:
    """A bare number with the unit of the one after it: `320 million and 110 million bushels`."""
    if two.kind in ("count", "measure", "money", "share"):
        return replace(one, kind=two.kind, unit=two.unit, of=two.of)
    return one


def _read(text: str, phrase: AmountPhrase) -> AmountPhrase:
    """The amount with what only the words about it tell: `17.4m Norwegian kroner`, `added up to £3m`, `maximum 44C`."""
    coins = _ABROAD.match(text, phrase.end) if phrase.unit in ("", "metre") and phrase.value is not None else None
    if coins:
        value, end = phrase.value or Decimal(0), coins.end()
        value = value * 10**6 if phrase.unit == "metre" else value
        exact = text[phrase.start : end]
        ends = (None if phrase.low is None else value, None if phrase.high is None else value)
        return replace(
            phrase, end=end, exact=exact, value=value, low=ends[0], high=ends[1], unit=COINED[coins[1].lower()], of=""
        )
    lead = _NO_BOUND.match(phrase.exact) if phrase.bound in ("at most", "at least") else None
    summed = lead and lead[0].lower().startswith("up") and _ADDING.search(text, max(0, phrase.start - 12), phrase.start)
    if lead and (summed or (lead[1] and phrase.unit.startswith("degree"))):
        start = phrase.start + lead.end()
        return replace(
            phrase, start=start, exact=text[start : phrase.end], low=phrase.value, high=phrase.value, bound=""
        )
    return phrase


def _kind(phrase: AmountPhrase, after: str, own: str) -> tuple[FigureKind, str, str, Direction]:
    """The kind of a figure, its unit, what it is of, and which way it went."""
    unit, of, way = phrase.unit, phrase.of, phrase.change
    if unit in ("rank", "tally", "ratio"):
        return ("rank", "", of, "") if unit == "rank" else ("ratio", "tally" if unit == "tally" else "", of, "")
    if unit == "share" and _AS_MANY.match(after):
        return "multiple", "", of, ""
    if unit in ("percent", "share"):
        more = _MORE.match(after) if not way else None
        if more:
            way = "up" if more["way"] in _UPWARD else "down"
        return ("change" if way and phrase.was is None else "share"), unit, of, way
    if unit in ("percentage point", "basis point") or (unit == "point" and way):
        return "points", unit, of, way
    level = _LEVEL.match(after) if unit == "point" else None
    if level:
        return "points", unit, of, "up" if level["way"] == "higher" else "down"
    if unit == "point":
        return "count", "", of or "points", way
    if unit == "times":
        of = "expected" if EXPECTED.match(after) else of
        times = bool(way) or phrase.exact.lower().endswith("fold") or _COMPARED.match(after) is not None
        return ("multiple", "", of, way) if times else ("count", "", of or "times", "")
    if not way and phrase.was is None and (moved := _UP_OR_DOWN.search(own)):
        way = "up" if moved["way"].lower() == "up" else "down"
    changed = "change" if way and phrase.was is None else ""
    if not unit:
        more = re.match(r"\s+(more|fewer)\s(?:[\w-]+\s){0,4}?than\b", after)
        if more:
            return "change", "", of, "up" if more[1] == "more" else "down"
        return changed or "count", "", of, way  # type: ignore[return-value]
    if unit in MONEY and unit != "pound":
        return changed or "money", unit, of, way  # type: ignore[return-value]
    return changed or "measure", unit, of, way  # type: ignore[return-value]


def _bounded(figure: Figure, point: Decimal) -> Figure:
    """The figure with the ends of what its bound asserts."""
    near = _reach(figure, point)
    if _NEARLY.match(figure.exact):
        return replace(figure, low=point - near, high=point, bound="about")
    if _JUST_OVER.match(figure.exact):
        return replace(figure, low=point, high=point + near, bound="more than")
    if figure.bound == "about":
        return replace(figure, low=point - near, high=point + near)
    return figure


def _reach(figure: Figure, point: Decimal) -> Decimal:
    """How far from a number “about” it reaches: half a step of its last digit but noughts, a 20th to a 10th."""
    size = abs(point)
    if not size:
        return size
    if "dozen" in figure.exact.lower():
        return size / 6
    if figure.kind == "multiple" or figure.unit == "share":
        return size / 10
    exponent = size.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(exponent) / 2 if isinstance(exponent, int) else Decimal(0)
    reach = min(size / 10, max(size / 20, step))
    return min(reach, Decimal(3)) if figure.unit == "percent" else reach


def _per(phrase: AmountPhrase, after: str) -> str:
    each = _EACH.match(after) if not phrase.per else None
    return (each["each"] or each["time"] or "each") if each else phrase.per


def _statistic(phrase: AmountPhrase, before: str, after: str) -> Statistic:
    """Which statistic a figure is, by the words before it in its clause, or behind it."""
    if phrase.per in _HEADS:
        return "per head"
    apart = [found.end() for found in _APART.finditer(before)]
    found = list(_STATISTIC.finditer(before, apart[-1] if apart else 0))
    one = found[-1] if found else _AFTER_IT.match(after)
    name = one.lastgroup if one else None
    return "per head" if name == "head" else name or ""  # type: ignore[return-value]


def _clear(figures: list[Figure], spans: list[tuple[int, int]]) -> list[Figure]:
    """The figures that run into none of the spans, and not into one another."""
    kept: list[Figure] = []
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    reach = list(accumulate((end for _, end in ordered), max))  # how far those up to here run
    for one in sorted(figures, key=lambda one: one.start):
        at = bisect_left(starts, one.end)
        if not (at and reach[at - 1] > one.start) and not (kept and kept[-1].end > one.start):
            kept.append(one)
    return kept

"""Every amount in a text: its value, unit, bound, what is counted, what a rate goes by, and whether it rose or fell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, localcontext
from itertools import pairwise

from checks.case.amount import Bound
from checks.reading.figures import ranks
from checks.reading.figures.bounds import (
    bound_after,
    bound_before,
    change_after,
    change_before,
    is_in_the_course,
    tells_a_move,
)
from checks.reading.figures.counted import counted_after, one_thing, years_of_age
from checks.reading.figures.designations import chain_end, is_clock_or_date, is_year
from checks.reading.figures.measures import Measure, Page, left_alone, made, measure_at, page_of
from checks.reading.figures.numbers import (
    HYPHENS,
    PLURALS,
    PRECISE,
    SMALL,
    TENS,
    number_at,
    part,
    without_idle_zeros,
)
from checks.reading.figures.units import MONEY, TIMES, coin_before, rate_at, unit_at
from checks.reading.parts import AmountPhrase

_STARTS = {*SMALL, *TENS, *PLURALS, "half", *ranks.STARTS}
# Near one of these, 3-5 is a score or a vote, and not a range.
_TALLIED = {
    "vote", "votes", "voted", "voting", "win", "won", "wins", "winning", "beat", "beats", "beating", "lost", "lose",
    "loses", "loss", "losing", "defeat", "defeated", "defeats", "victory", "draw", "drew", "drawn", "lead", "led",
    "leading", "score", "scored", "record", "decision", "ruling", "ruled", "split", "majority", "passed",
    "rejected", "approved", "margin", "tie", "tied", "trailed", "trailing", "rout", "thrashing", "thrashed",
    "trounced", "edged", "tally", "aggregate", "upset", "shutout", "confirmed", "downed", "against", "run",
    "deadlock", "stalemate", "triumph", "success", "series", "final", "halftime", "half-time", "game", "match",
}  # fmt: skip
_ODDS = {"odds", "favourite", "favourites", "favorite", "favorites", "outsider", "outsiders", "shot", "ratio", "chance"}
_TALLY_UNITS = {"votes", "goals", "games", "sets", "frames", "tries", "legs", "matches"}
_HEADS = {
    "person", "people", "adult", "adults", "child", "children", "man", "men", "woman", "women", "voter", "voters",
    "household", "households", "pupil", "pupils", "patient", "patients", "worker", "workers",
}  # fmt: skip
_PEOPLE = {"king", "queen", "boy", "girl", "prince", "teenager", "student", "president", "parent", "pilot", "star"}
_OF_PEOPLE = ("man", "woman", "er", "or", "ist", "ian", "ess", "ee")
_THINGS = {
    "number", "quarter", "order", "paper", "river", "water", "answer", "chapter", "letter", "factor", "error",
    "sector", "floor", "door", "however", "after", "over", "under", "per", "for", "or", "list", "higher", "lower",
    "committee", "degree", "three", "fee", "process", "business", "rather", "ever", "never", "other", "further",
    "september", "october", "november", "december", "summer", "winter", "figure", "volunteer",
}  # fmt: skip
_STOPS = {".", ";", "\n", "!", "?"}
_FAR_APART = 5  # "added $1.12 to $532.36" is no range
_NEAR = 12  # words between a figure and the one it changed from
_MOST_OF_A_SCORE = 2000  # no parliament has more votes, no match more points
_Found = tuple[AmountPhrase | None, int]  # a phrase, or None for a number left alone; and the token to read on from


def amounts_in(text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[tuple[int, int]]) -> list[AmountPhrase]:
    """Every amount that the text states, in order and not overlapping.

    `sentences` are spans of the text, `dates` spans already read as dates or clock times, in which nothing is an
    amount; offsets are code points. A phrase covers its bound, number, unit and rate: "more than $15 billion a
    week". With a `change` and no `was`, the value is what it changed by; with `was`, what it came to. Units
    beside the measures: `share` ("two-thirds", "one in five"), `ratio` ("3-to-1" is 3), `tally` (a vote or score: its
    two figures are `low` and `high`), `rank` ("third-largest" is 3), `times`. "Thousands" has `low` 1000 and no value.
    A plain `$` is a `dollar`: the country is not said. What is told apart follows Almasian et al., CQE (EMNLP 2023).
    """
    with localcontext(PRECISE):
        return _amounts(page_of(text, sentences, dates))


def _amounts(page: Page) -> list[AmountPhrase]:
    found: list[tuple[AmountPhrase, int, int]] = []
    i, free = 0, 0
    while i < len(page.toks):
        token = page.toks[i]
        if i in page.dated or not (token.kind in ("n", "f") or token.low in _STARTS or token.low.endswith("fold")):
            i += 1
            continue
        phrase, last = _phrase_at(page, i)
        if phrase and phrase.start >= free:
            first = i
            while first and page.toks[first - 1].start >= phrase.start:
                first -= 1
            found.append((phrase, first, last))
            free = phrase.end
        i = max(i + 1, last)
    return _with_changes(page, found)


def _phrase_at(page: Page, i: int) -> _Found:
    """The phrase whose number begins at token `i`."""
    toks = page.toks
    start, bound = bound_before(toks, i)
    special = ranks.special_at(toks, i, start, bool(bound)) if toks[i].low not in SMALL else None
    if special:
        ranked = special.unit == "rank"
        of = _counted(page, special.last, "rank") if ranked else ""
        first, bound = (i, "") if ranked else (start, bound)
        value, unit, change, last = special
        return made(page, first, last, value, unit, bound, of=of, change=change), last
    one = measure_at(page, i)
    if one is None:
        return None, i + 1
    if toks[i].kind == "n" and one.number.last == i + 1:
        chain = chain_end(toks, i, page.dated)
        numbers = [k for k in range(i, chain) if toks[k].kind == "n"]
        if len(numbers) > 2:
            return None, chain
        if len(numbers) == 2:
            return _pair(page, one, numbers[1], chain)
    if one.first < i:
        start, bound = bound_before(toks, one.first)
    if left_alone(page, one, start < one.first):
        return None, one.last
    return _two(page, one, start, bound) or _single(page, one, start, bound)


def _two(page: Page, one: Measure, start: int, bound: Bound) -> _Found | None:
    """The phrase of two measures that belong together: a range, a share, a ratio, a vote, a change; else None."""
    toks = page.toks
    if not one.unit and (of_them := _of_them(page, one, start, bound)):
        return of_them
    hyphen = toks.at(one.last).text in HYPHENS and toks.joined(one.last)
    link, k = toks.at(one.last + hyphen).low, one.last + hyphen + 1
    if link == "out" and toks.at(k).low == "of":
        link, k = "in", k + 1
    elif hyphen and link not in ("to", "in", "or", "and", "for"):
        link, k = "-", one.last + 1
    k += toks.at(k).text in HYPHENS
    tenths = link == "of" and toks.at(k).text in ("10", "100") and not hyphen
    split = link == "for" and hyphen  # "a 3-for-2 split"
    if not (link in ("to", "in", "or", "and", "-") or tenths or split) or k in page.dated:
        return None
    while toks.at(k).kind != "n" and number_at(toks, k) is None and coin_before(toks, k + 1) and k < one.last + 5:
        k += 1  # past a currency
    two = measure_at(page, k)
    if two is None or (link != "-" and left_alone(page, two, True)):
        return None
    bare = not one.unit and not two.unit
    if link == "in" or tenths:  # "one in five", "nine of 10"
        most = 1000 if one.value > 1 else 10**9  # one in 3.5 million
        whole = one.number.value < two.number.value <= most and bare and not is_year(toks, k)
        if not whole or (two.number.last < len(toks) and toks.at(two.last).low in ("am", "pm")):
            return None
        of = _counted(page, two.last, "")
        return made(page, start, two.last, part(one.value, two.value), "share", bound, of=of), two.last
    if split and bare and two.value:
        return made(page, start, two.last, part(one.value, two.value), "ratio", bound), two.last
    before = toks.at(start - 1).low
    if link == "to" and bare and one.value > two.value and before != "from":
        if two.value == 1:
            return made(page, start, two.last, one.value, "ratio", bound), two.last
        return _tally(page, one, two), two.last
    ages = before == "of" and toks.at(start - 2).low == "ages"  # between the ages of 17 and 20
    ends = None if link == "for" else _ends(page, one, two, link, "between" if ages else before)
    return (_ranged(page, ends, one, two, start, before), two.last) if ends else None


def _of_them(page: Page, one: Measure, start: int, bound: Bound) -> _Found | None:
    """Two bare figures with what is counted between them: `6 votes to 5`, `one person in three`; else None."""
    toks = page.toks
    noun, link = toks.at(one.last).low, toks.at(one.last + 1).low
    k = one.last + 2
    tallied = noun in _TALLY_UNITS and link == "to" and toks.at(start - 1).low != "from"
    a_share = link == "in" and (noun in _HEADS or (one.value == 1 and one_thing(toks, one.last) is not None))
    if not (tallied or a_share) or k in page.dated or is_year(toks, k):
        return None
    two = measure_at(page, k)
    if two is None or two.unit or two.per or two.number.scale > 1 or _counted(page, two.last, ""):
        return None
    if tallied:
        return replace(_tally(page, one, two), of=toks[one.last].text), two.last
    if not one.value < two.value <= 1000:
        return None
    return made(page, start, two.last, part(one.value, two.value), "share", bound, of=toks[one.last].text), two.last


def _ends(page: Page, one: Measure, two: Measure, link: str, before: str) -> tuple[Decimal, Decimal] | None:
    """The ends of a range, the first with the scale of the second where it has none: `5 to 6 million`."""
    low, high, scale = one.value, two.value, two.number.scale
    if (link == "and" and before != "between") or (one.per and not two.per):
        return None
    if one.unit and one.unit != two.unit and not (one.unit in MONEY and not two.unit and one.number.first > one.first):
        return None
    if "fraction" in (one.number.kind, two.number.kind) and one.number.kind != two.number.kind:
        return None
    if one.number.scale == 1 and scale > 1 and low < 1000 and low <= part(high, scale):
        low = without_idle_zeros(low * scale)
    if link == "or" and (one.unit or not low < high <= low * 2):
        return None
    if link == "to" and before != "from" and one.unit and two.unit:
        far = high > low * _FAR_APART and tells_a_move(page.toks, one.first)
        if far or change_before(page.toks, one.first, one.unit):
            return None  # "slid 0.5 percent to 2.3 percent": by how much, and to what
    bare = not one.unit and not two.unit and not _counted(page, two.last, "")
    if link == "to" and before != "from" and bare and tells_a_move(page.toks, one.first):
        return None  # "BP fell 5 to 286"
    return (low, high) if low < high or (low > high and before == "from" and link == "to") else None


def _ranged(
    page: Page, ends: tuple[Decimal, Decimal], one: Measure, two: Measure, start: int, before: str
) -> AmountPhrase:
    """A range; or, after "from" and a verb of change or downwards, what it was and what it came to."""
    low, high = ends
    aged = not {"aged", "age", "ages"}.isdisjoint(token.low for token in page.toks[max(0, start - 2) : start])
    unit = two.unit or one.unit or ("year" if aged else "")
    last = years_of_age(page.toks, two.last) or two.last if unit == "year" else two.last
    first = start - 1 if before in ("from", "between") else start
    of = "" if last > two.last else _counted(page, last, unit)
    if before == "from" and (low > high or tells_a_move(page.toks, first)):
        phrase = made(page, first, last, high, unit, "", two.per, of)
        return replace(phrase, change="up" if high > low else "down", was=low)
    phrase = made(page, first, last, None, unit, "to", two.per, of)
    return replace(phrase, low=low, high=high, change=change_before(page.toks, start, unit))


def _single(page: Page, one: Measure, start: int, bound: Bound) -> _Found:
    """The phrase of one measure, with the bound after it, the change, and what is counted."""
    toks, last, unit, number = page.toks, one.last, one.unit, one.number
    if toks[number.first].low == "zero" and not unit and not _counted(page, last, ""):
        return None, last  # "zero tolerance", "ground zero"
    after = bound_after(toks, last)
    if after:
        last, bound = after[0], bound or after[1]
        named = None if unit else unit_at(toks, last)
        unit, last = (named.name, named.last) if named else (unit, last)  # 20-odd years
    if unit in TIMES and is_in_the_course(toks, start, last):
        start, bound = one.first, ""
    if number.kind == "plural":
        phrase = made(page, one.first, last, None, unit, "at least", one.per, _counted(page, last, unit))
        return replace(phrase, low=number.value), last
    old = years_of_age(toks, last) if unit in TIMES else _age(page, one)
    if old:
        return made(page, start, old, one.value, unit or "year", bound), old
    if number.kind == "fraction" and not unit:
        unit = "share"
    noun = counted_after(toks, last, unit) or (one_thing(toks, last) if one.value == 1 and not unit else None)
    of, per = _words(page, noun), one.per
    rate = rate_at(toks, noun[1]) if noun and not unit and not per else None
    if rate:  # "10 cases per 100,000 people": the phrase goes on past what is counted
        per, last = rate
    change = change_before(toks, start, unit)
    if not change and unit in ("percent", "percentage point", "basis point", "times"):
        change = change_after(toks, last)
    return made(page, start, last, one.value, unit, bound, per, of, change), last


def _age(page: Page, one: Measure) -> int | None:
    """Where the phrase of an age in bare figures ends: `aged 43`, 43 between commas after a name, "she was 43"."""
    toks, j = page.toks, one.last
    if one.unit or one.value != int(one.value) or not 1 <= one.value <= 120 or one.number.scale > 1:
        return None
    before, name, after = toks.at(one.first - 1), toks.at(one.first - 2), toks.at(j)
    if before.low in ("aged", "age", "ages") or (before.low == "of" and name.low in ("age", "ages")):
        return j
    if toks[one.number.first].kind != "n":
        return None
    named = name.kind == "w" and (name.text[:1].isupper() or _is_somebody(name.low))
    if before.text in (",", "(") and named and after.text in (",", ")", "."):
        return j if one.number.first not in page.dated else None
    ends = after.kind == "p" or after.low in ("when", "by", "at", "in", "and", "but", "on", "this", "next", "last")
    if before.low in ("now", "then", "both") and name.text in (",", "(") and after.text in (",", ")", "."):
        return j  # Anna Weld, now 59,
    if before.low == "at" and after.text == "," and toks.at(j + 1).low in ("he", "she", "i"):
        return j  # At 31, she
    turned = before.low in ("turned", "turns", "turning") or (
        before.low == "be" and name.low in ("will", "would", "to")
    )
    person = before.low in ("is", "was", "be", "now", "just", "only") and name.low in ("he", "she", "who", "i")
    return j if ends and after.text not in ("%", "-", "–") and (person or turned) else None


def _is_somebody(word: str) -> bool:
    """Whether a noun before an age is a person's: `a Durban man, 34,` and `the goalkeeper, 22,`."""
    return word in _PEOPLE or (word.endswith(_OF_PEOPLE) and word not in _THINGS)


def _pair(page: Page, one: Measure, k: int, chain: int) -> _Found:
    """Two numbers set together, the second at token `k`: a range, a vote, a fraction, or no amount."""
    toks, i = page.toks, one.number.first
    link = toks.at(k - 1).text if k > i + 1 else ""
    if not link:  # "in 2017 40 people": two numbers in a row are amounts only if the first is a year
        return None, k if is_year(toks, i) or i - 1 in page.dated else chain
    two = measure_at(page, k)
    start, bound = bound_before(toks, one.first)
    if two is None or any(token.text[0] == "0" and token.text[1:2].isdigit() for token in (toks[i], toks[k])):
        return None, chain
    counted = bool(bound or one.unit or two.unit or two.number.scale > 1)
    near = {token.low for token in (*toks[max(0, i - 8) : i], *toks[chain : chain + 3])}
    listed = toks.at(i - 1).text == "," and toks.at(i - 2).kind == "n" and toks.at(i - 3).text in HYPHENS  # 6-4, 3-6
    scored = listed or not near.isdisjoint(_TALLIED)
    if (
        left_alone(page, one, counted or scored)
        or is_clock_or_date(toks, i, i + 1)
        or is_clock_or_date(toks, k, two.number.last)
    ):
        return None, chain
    if link == "/":
        said = toks.at(two.last).low == "of" or bound or two.unit
        if one.value >= two.value or two.value > 100 or not said:
            return None, chain
        phrase = made(page, start, two.last, part(one.value, two.value), two.unit or "share", bound)
        return replace(phrase, of=_counted(page, two.last, "share")), two.last
    if link == ":":
        ratio = two.value == 1 and len(toks[k].text) == 1 and not two.unit
        return (made(page, start, chain, one.value, "ratio", bound) if ratio else None), chain
    if link not in HYPHENS:
        return None, chain
    if (
        not one.unit
        and not two.unit
        and ((len(toks[i].text), len(toks[k].text)) == (3, 4) or is_year(toks, i) or two.value == one.value == 50)
    ):  # a telephone number, a span of years, even chances
        return None, chain
    ends = _ends(page, one, two, "-", toks.at(start - 1).low)
    if ends and (counted or not scored):
        return _ranged(page, ends, one, two, start, ""), two.last
    if one.unit or two.unit or max(one.value, two.value) > _MOST_OF_A_SCORE:
        return None, chain
    if two.value == 1 and not near.isdisjoint(_ODDS):
        return made(page, one.first, two.last, one.value, "ratio"), two.last
    return _tally(page, one, two), two.last


def _tally(page: Page, one: Measure, two: Measure) -> AmountPhrase:
    phrase = made(page, one.first, two.last, None, "tally")
    return replace(phrase, low=min(one.value, two.value), high=max(one.value, two.value))


def _with_changes(page: Page, found: list[tuple[AmountPhrase, int, int]]) -> list[AmountPhrase]:
    """The phrases, each with the figure it changed from where another states it: `6 percent, up from 4 percent`."""
    toks, phrases = page.toks, [phrase for phrase, _, _ in found]
    for n, ((_, before, last), (_, first, _)) in enumerate(pairwise(found)):
        one, two = phrases[n], phrases[n + 1]
        between = [token.low for token in toks[last:first]]
        if len(between) > _NEAR or one.value is None or two.value is None or not _STOPS.isdisjoint(between):
            continue
        if between in ([",", "or"], ["or"], ["("]) and one.change and one.was is None and two.unit == "percent":
            phrases[n + 1] = replace(two, change=two.change or one.change)
        if one.unit != two.unit or one.value == two.value or not between:
            continue
        moved = tells_a_move(toks, before - 1)
        if between[-1] == "from" and (
            not {"up", "down"}.isdisjoint(between) or (len(between) == 1 and toks.at(before - 1).low == "to" and moved)
        ):
            phrases[n] = replace(one, change="up" if one.value > two.value else "down", was=two.value)
        elif between[-1] == "to" and toks.at(before - 1).low == "from" and moved:
            phrases[n + 1] = replace(two, change="up" if two.value > one.value else "down", was=one.value)
    return phrases


def _counted(page: Page, last: int, unit: str) -> str:
    return _words(page, counted_after(page.toks, last, unit))


def _words(page: Page, span: tuple[int, int] | None) -> str:
    return page.text[page.toks[span[0]].start : page.toks[span[1] - 1].end] if span else ""

"""So many at so much each that do not make the sum: “40 tickets at $12 each brought in $520”; and averages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.reading.figures.numbers import PRECISE
from checks.reading.figures.rounding import half_a_step
from checks.reading.figures.sums import agree
from checks.reading.parts import AmountPhrase, Certainty, Suspicion
from checks.reading.suspicions.sums.adding import added, list_end
from checks.reading.suspicions.sums.places import Place, Said, said_in
from checks.reading.suspicions.sums.stated import Stated, is_count, is_money, noun_of, parsed, words_of, written

if TYPE_CHECKING:
    from checks.reading.article import Reading

_EACH = re.compile(
    r"\s*(?:each|apiece|a head|a piece|per (?!cent|week|month|year|day)[a-z]+|a (?:ticket|head|piece|copy|seat|"
    r"unit|plate|bottle|place))\b"
)
_AT = re.compile(
    r"[^,;:.]{0,40}\b(?:at|for|of|costing|sold (?:at|for)|priced at|paying|paid|charged|worth)\s*(?:only |just )?$"
)
_MAKES = re.compile(
    r"[^;:.]{0,70}\b(?:brought in|bringing in|rais(?:ed|ing)|total(?:l?ed|l?ing)?|in all|making|made|earn(?:ed|"
    r"ing)|came to|coming to|took in|"
    r"for a total of|a total of|paid|receiv(?:ed|ing)|collect(?:ed|ing)|which is|or|a bill of|cost(?:ing)?|"
    r"giving|worth|generat(?:ed|ing))"
    r"\s*(?:him |her |them |the \w+ |it |up |a |an )*(?:total of |bill of )?$"
)
_MORE = re.compile(
    r"\b(?:plus|as well|also|extra|fees?|tips?|tax|discount|after|before|including|other|expenses|costs|bonus|"
    r"overtime|interest|deposit|profit)\b"
)
_COMES_TO = re.compile(
    r"\b(?:worth|total\w*|altogether|in all|rais(?:es?|ed|ing)|brought in|bring(?:s|ing)? in|yield(?:s|ed|ing)?|"
    r"mak(?:es|ing)|made|"
    r"c[ao]me?s? to|coming to|earn(?:s|ed|ing)|tak(?:es|ing)|took|bill (?:of|is|was|will be)|cost(?:s|"
    r"ing)? (?:it|them|the \w+)|"
    r"receiv\w+|collect\w+|generat\w+|valued at|value of|price of|sum of|pa(?:id|ying|ys?)|proceeds of|revenue of|"
    r"(?:overall|whole|full|combined|final) (?:cost|price|bill|value)(?: of| is| was| will be)?|for)\b[^,;:.]{0,30}$"
)
_EACH_GOT = re.compile(
    r"\beach (?:of (?:them|the \w+) )?(?:\w+ )?(?:receiv\w+|g[eo]ts?|paid|pays|gave|gives|inherit\w*|took|takes|"
    r"contribut\w+|put in) $"
)
_SPLIT = re.compile(r"\b(?:split|shared?|divided?|equal\w*|evenly|between|among)\b")
_IN_ALL = re.compile(r"[^,;:.]{0,25}\b(?:in all|in total|altogether|all told|overall|for the lot)\b")
_TIMES_OF = ("week", "month", "year", "day", "hour", "night", "minute", "quarter", "share")
_FEW = 9
_HOURS = ("hour", "day", "week", "month", "year")
_AVERAGE = re.compile(r"\b(?:an average of|averag(?:ed|es|ing))\s*(?:just |only |about )?$|^an average of")


def products(reading: Reading) -> Iterable[Suspicion]:
    """Which sums are not the number times the price given with them, and which averages are not those of a list."""
    said = said_in(reading)
    for at, stated in enumerate(said.sentences):
        found = list(_times(stated)) if len(stated.figures) == 3 else []
        yield from found or list(_worth(said, at))[:1]
        if 3 < len(stated.figures) < 14:
            yield from _average(stated)


def _times(stated: Stated) -> Iterator[Suspicion]:
    """`40 tickets at $12 each brought in $520`; `eight hours at $15 an hour and was paid $140`."""
    (count, price, total), low = stated.figures, stated.low
    if _MORE.search(stated.text) or not is_money(price) or not is_money(total) or price.unit != total.unit or total.per:
        return
    if any(one.value is None or one.bound or one.change for one in stated.figures) or is_money(count):
        return
    by = price.per or ("each" if _EACH.match(low[2]) else "")
    hours = count.unit in _HOURS and price.per == count.unit
    if not by or (count.unit and not hours) or (not count.unit and by in _HOURS):
        return
    if not _AT.fullmatch(low[1]) or not _MAKES.fullmatch(low[2]) or not (noun_of(count) or hours):
        return
    with localcontext(PRECISE):
        least, most = _ends(count), _ends(price)
        made = (count.value or Decimal(0)) * (price.value or Decimal(0))
        ends = least[0] * most[0], least[1] * most[1]
    why = f"{_plain(count.value or Decimal(0))} times {_plain(price.value or Decimal(0))} is {_plain(made)}"
    yield from _suspect(why, made, ends, total, (count, price, total), "likely")


def _worth(said: Said, at: int) -> Iterator[Suspicion]:
    """`24 trams at 3.5 million euros each. The order is worth 74 million euros altogether.`"""
    for price in said.sentences[at].figures:
        if price.value is None or not is_money(price) or price.bound or price.change:
            continue
        k = said.sentences[at].figures.index(price)
        if not (price.per or _EACH.match(said.sentences[at].low[k + 1]) or _EACH_GOT.search(said.sentences[at].low[k])):
            continue
        counts = [
            one
            for places in said.places[max(0, at - 1) : at + 1]
            for one in places
            if one.phrase.unit == (price.per if price.per in _TIMES_OF else "")
            and one.stated.sentence.paragraph == said.sentences[at].sentence.paragraph
            and one.phrase is not price
            and one.value > 1
        ]
        sums = [one for one in said.near(at, 1, 1) if one.phrase.unit == price.unit and one.phrase is not price]
        claimed = [
            one
            for one in sums
            if one.at in (at, at + 1)
            and one.phrase.start > price.start
            and not one.phrase.bound
            and (_COMES_TO.search(one.before) or _IN_ALL.match(one.after))
            and not _MORE.search(one.stated.text)
        ]
        if not claimed and _SPLIT.search(" ".join(one.text for one in said.sentences[max(0, at - 1) : at + 1])):
            claimed = [
                one for one in sums if at - 2 < one.at <= at and not one.phrase.bound and one.phrase.start < price.start
            ]
        counted = [one for one in counts if (one.noun or one.phrase.unit) and not one.phrase.bound]
        if not claimed or not counted or any(_made(one, price, two) for one in counts for two in sums):
            continue
        count, total = counted[-1], claimed[0]
        made = count.value * price.value
        if len(counted) < 3 and made * 2 / 5 <= total.value <= made * 5 / 2:
            repeated = "; ".join([written(price)] * int(count.value)) if count.value < _FEW else ""
            if repeated and added(repeated, written(total.phrase))[0] == "no":
                told = added(repeated, written(total.phrase))[1]
                yield Suspicion(
                    "total",
                    "total_adds_up",
                    f"The equal parts are not the whole: {told}.",
                    "likely",
                    words_of(count.phrase, price, total.phrase),
                    (("parts", repeated), ("total", written(total.phrase))),
                )
                return
            why = f"{_plain(count.value)} times {_plain(price.value)} is {_plain(made)}"
            yield from _suspect(why, made, (made, made), total.phrase, (count.phrase, price, total.phrase), "likely")


def _made(count: Place, price: AmountPhrase, total: Place) -> bool:
    """Whether a number times a price is what is printed, each by what it can stand for."""
    (few, many), (least, most) = count.ends, total.ends
    spare = float(half_a_step(price.value or Decimal(0), price.unit, price.exact))
    value = float(price.value or 0)
    return few * (value - spare) <= most and many * (value + spare) >= least


def _average(stated: Stated) -> Iterator[Suspicion]:
    """`an average of 12 over four games: 10, 12, 15 and 20`."""
    figures, low = stated.figures, stated.low
    for k, average in enumerate(figures[:-2]):
        named = _AVERAGE.search(low[k]) or average.exact.lower().startswith("an average of")
        if not named or average.value is None:
            continue
        first = next((j for j in range(k + 1, len(figures)) if re.search(r":\s*$", low[j])), 0)
        if not first or list_end(stated, first) != len(figures) - 1:
            continue
        values = [one.value for one in figures[first:] if is_count(one) and one.unit in ("", average.unit)]
        known = [value for value in values if value is not None]
        if len(known) < len(figures) - first or len(known) < 2:
            continue
        with localcontext(PRECISE):
            mean = sum(known, Decimal(0)) / len(known)
            spare = max(half_a_step(average.value, average.unit, average.exact), Decimal("0.5"))
        if abs(mean - average.value) > spare:
            mean = round(mean, 1)
            listed = ", ".join(_plain(value) for value in known)
            phrases = (average, *figures[first:])
            yield from _suspect(
                f"The average of {listed} is {_plain(mean)}", mean, (mean, mean), average, phrases, "likely"
            )


def _ends(figure: AmountPhrase) -> tuple[Decimal, Decimal]:
    value = figure.value or Decimal(0)
    spare = half_a_step(value, "" if figure.unit in _HOURS else figure.unit, figure.exact)
    return value - spare, value + spare


def _suspect(
    why: str,
    made: Decimal,
    ends: tuple[Decimal, Decimal],
    total: AmountPhrase,
    phrases: tuple[AmountPhrase, ...],
    certainty: Certainty,
) -> Iterator[Suspicion]:
    """A suspicion where the figure that follows and the one that is printed cannot be the same."""
    unit = written(total).rpartition(" ")[2] if is_money(total) else ""
    figure, other = f"{_plain(made)} {unit}".strip(), written(total) if unit else _plain(total.value or Decimal(0))
    for value in (made, *ends):
        one, two = parsed(f"{_plain(value)} {unit}".strip()), parsed(other)
        try:
            if one is None or two is None or agree(one, two)[0] != "no":
                return
        except CaseError:
            return
    certainty = "look" if total.value is not None and not _near(made, total.value) else certainty
    yield Suspicion(
        "total",
        "figures_agree",
        f"{why}, not {_plain(total.value or Decimal(0))}.",
        certainty,
        words_of(*phrases),
        (("figure", figure), ("other", other)),
    )


def _near(made: Decimal, stated: Decimal) -> bool:
    """Whether the sum is of the size of what is printed: a third to three times, or a slip of noughts."""
    return made / 3 <= stated <= made * 3 or any(made * 10**n == stated or stated * 10**n == made for n in (1, 2, 3))


def _plain(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return f"{value.to_integral_value() if whole else value.normalize():,f}"

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
from checks.reading.suspicions.adding import list_end
from checks.reading.suspicions.stated import Stated, is_count, is_money, noun_of, parsed, stated_in, words_of, written

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
_HOURS = ("hour", "day", "week", "month", "year")
_AVERAGE = re.compile(r"\b(?:an average of|averag(?:ed|es|ing))\s*(?:just |only |about )?$|^an average of")


def products(reading: Reading) -> Iterable[Suspicion]:
    """Which sums are not the number times the price given with them, and which averages are not those of a list."""
    for stated in stated_in(reading):
        if len(stated.figures) == 3:
            yield from _times(stated)
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
    why: str, made: Decimal, ends: tuple[Decimal, Decimal], total: AmountPhrase, phrases: tuple[AmountPhrase, ...],
    certainty: Certainty,
) -> Iterator[Suspicion]:  # fmt: skip
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
    yield Suspicion("total", "figures_agree", f"{why}, not {_plain(total.value or Decimal(0))}.", certainty,
                    words_of(*phrases), (("figure", figure), ("other", other)))  # fmt: skip


def _near(made: Decimal, stated: Decimal) -> bool:
    """Whether the sum is of the size of what is printed: a third to three times, or a slip of noughts."""
    return made / 3 <= stated <= made * 3 or any(made * 10**n == stated or stated * 10**n == made for n in (1, 2, 3))


def _plain(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return f"{value.to_integral_value() if whole else value.normalize():,f}"

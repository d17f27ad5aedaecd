"""Feasts and holidays that fall on a fixed day, or on one counted from Easter or from a month's Thursdays."""

from __future__ import annotations

from datetime import date, timedelta

from checks.reading.times.senses import DATELINE, WRITTEN, Around, days_of, unresolved, yearless
from checks.reading.times.spans import Sense, nearest, span

HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year’s day": (1, 1), "new year's eve": (12, 31), "new year’s eve": (12, 31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14), "halloween": (10, 31),
    "juneteenth": (6, 19), "veterans day": (11, 11), "armistice day": (11, 11), "may day": (5, 1),
    "the fourth of july": (7, 4), "st. patrick's day": (3, 17), "st patrick’s day": (3, 17), "april fools' day": (4, 1),
    "guy fawkes night": (11, 5), "burns night": (1, 25), "bastille day": (7, 14), "canada day": (7, 1),
    "anzac day": (4, 25),
}  # fmt: skip
# Days after Easter, or after the fourth Thursday of November.
MOVABLE = {
    "easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7, "ash wednesday": -46,
    "shrove tuesday": -47, "maundy thursday": -3, "thanksgiving": 0, "thanksgiving day": 0, "black friday": 1,
    "cyber monday": 4,
}  # fmt: skip


def holiday(name: str, named: int | None, around: Around) -> Sense | None:
    """A holiday of a fixed day, or Easter's or Thanksgiving's; the year from the words, else by the tense."""
    base = around.dateline
    around_it = range(max(base.year - 1, 1583), min(base.year + 2, 4099)) if base else range(0)
    years = [named] if named else around_it
    days = [day for year_ in years for day in _holiday_in(name, year_)]
    if not days:
        month_, day_ = HOLIDAYS.get(name, (0, 0))
        return yearless(f"XXXX-{month_:02d}-{day_:02d}", []) if month_ else unresolved("XXXX-XX-XX", grain="day")
    day = days[0] if named or base is None else nearest(days, base, around.tense)
    return span("day", day, WRITTEN if named else f"the year {DATELINE}", named is not None)


def _holiday_in(name: str, year_: int) -> list[date]:
    if name in HOLIDAYS:
        return days_of(year_, *HOLIDAYS[name])
    if name not in MOVABLE or not 1583 <= year_ <= 4099:
        return []
    if name.startswith(("thanks", "black", "cyber")):  # the fourth Thursday of November
        start = date(year_, 11, 22)
        feast = start + timedelta(days=(3 - start.weekday()) % 7)
    else:
        from dateutil.easter import easter

        feast = easter(year_)
    return [feast + timedelta(days=MOVABLE[name])]

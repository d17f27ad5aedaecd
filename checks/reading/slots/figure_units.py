"""Two units of one dimension: how many of the one the other is, by pint; coins, and what a rate goes by."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from checks.reading.figures.units import TIMES

_NAMES = {
    "length": "nanometre, micrometre, millimetre, centimetre, metre, kilometre, inch, foot, yard, mile, nautical mile, "
    "light year",
    "area": "acre, hectare, square metre, square kilometre, square centimetre, square foot, square yard, square mile",
    "volume": "cubic metre, cubic foot, cubic yard, cubic centimetre, litre, millilitre, gallon, pint, quart, barrel, "
    "bushel, tablespoon, teaspoon",
    "mass": "gram, milligram, microgram, kilogram, tonne, ton, pound, stone, ounce, carat",
    "temperature": "degree Celsius, degree Fahrenheit, degree",
    "power": "watt, milliwatt, kilowatt, megawatt, gigawatt, terawatt, horsepower, brake horsepower",
    "energy": "kilowatt hour, megawatt hour, gigawatt hour, terawatt hour, calorie, kilojoule, joule",
    "pressure": "pascal, kilopascal, hectopascal, millibar, psi",
    "frequency": "hertz, kilohertz, megahertz, gigahertz",
    "data": "bit, byte, kilobyte, megabyte, gigabyte, terabyte, gigabit",
}
_DIMENSIONS = {name: dimension for dimension, names in _NAMES.items() for name in names.split(", ")}
# What pint calls them, where our name with underscores is not what it knows or means another thing. Of a word that
# stands for several measures, the likeliest first.
_PINT: dict[str, tuple[str, ...]] = {
    "ton": ("short_ton", "long_ton", "metric_ton"), "gallon": ("gallon", "imperial_gallon"),
    "pint": ("imperial_pint", "pint"), "quart": ("quart", "imperial_quart"), "barrel": ("oil_barrel",),
    "calorie": ("kilocalorie",), "brake horsepower": ("horsepower",), "square metre": ("meter**2",),
    "square kilometre": ("kilometer**2",), "square centimetre": ("centimeter**2",), "square foot": ("foot**2",),
    "square yard": ("yard**2",), "square mile": ("mile**2",), "cubic metre": ("meter**3",), "cubic foot": ("foot**3",),
    "cubic yard": ("yard**3",), "cubic centimetre": ("centimeter**3",), "kilowatt hour": ("kilowatt*hour",),
    "megawatt hour": ("megawatt*hour",), "gigawatt hour": ("gigawatt*hour",), "terawatt hour": ("terawatt*hour",),
    "knot": ("knot",), "tonne": ("metric_ton",),
}  # fmt: skip
_TOLD = {
    "short_ton": "US short tons", "long_ton": "long tons", "gallon": "US gallons", "metric_ton": "tonnes",
    "imperial_gallon": "imperial gallons", "imperial_pint": "imperial pints", "pint": "US pints",
}  # fmt: skip
_HEADS = {"person", "capita", "inhabitant", "resident", "each", "apiece", "people", "individual"}
# How many of them a year has; of a day and an hour nobody says whether working ones are meant.
_IN_A_YEAR = {
    "year": Decimal(1), "quarter": Decimal(4), "month": Decimal(12), "fortnight": Decimal(26), "week": Decimal(52),
}  # fmt: skip
_DOLLARS = "dollar"
# A coin, and what of which it is the hundredth.
_HUNDREDTHS = {
    "penny": "pound sterling", "cent": "dollar", "paisa": "rupee", "kobo": "naira", "sen": "ringgit",
    "centime": "franc", "pfennig": "deutsche mark",
}  # fmt: skip
# Money as it is called after a number, and by one name.
COINED = {
    "kroner": "krone", "krone": "krone", "kronor": "krona", "krona": "krona", "zlotys": "zloty", "zloty": "zloty",
    "dollars": "dollar", "pounds": "pound sterling", "francs": "franc", "rupees": "rupee", "pesos": "peso",
    "roubles": "rouble", "rubles": "rouble", "liras": "lira", "lira": "lira", "lire": "lira", "guilders": "guilder",
    "dinars": "dinar", "reais": "real", "rand": "rand", "crowns": "crown", "koruna": "koruna", "euros": "euro",
    "euro": "euro", "yen": "yen", "won": "won", "yuan": "yuan", "baht": "baht", "shillings": "shilling",
    "dirhams": "dirham", "riyals": "riyal", "shekels": "shekel", "forints": "forint", "leu": "leu", "lei": "leu",
    "hryvnias": "hryvnia", "hryvnia": "hryvnia", "drachmas": "drachma", "pesetas": "peseta", "escudos": "escudo",
    "marks": "deutsche mark", "schillings": "schilling", "naira": "naira", "cedis": "cedi", "ringgit": "ringgit",
}  # fmt: skip
_CENTS = {"euro", "rand"}  # are of a hundred cents too


def dimension(unit: str, per: str) -> str:
    """What a unit measures: `length`, `mass`, `length/time`; a unit that stands alone is its own dimension."""
    if unit == "knot":
        return "length/time"
    over = rate(per)
    under = f"/{'time' if over in TIMES else _DIMENSIONS.get(over, over)}" if over else ""
    return _DIMENSIONS.get(unit, unit) + under


def rate(per: str) -> str:
    """What a rate goes by, by one name: `head` for a person, an inhabitant, each."""
    word = per.lower()
    return "head" if word in _HEADS else word


def conversions(unit: str, per: str, other: str, other_per: str) -> tuple[tuple[Decimal, str], ...]:
    """How many of the second unit one of the first is, and which measure that takes the word for where it has several.

    Empty where pint knows no way. Temperatures have another nought: see `converted`. The sizes are those of the
    registry of pint (NIST Special Publication 811).
    """
    found = []
    for one in _PINT.get(unit, (unit.replace(" ", "_"),)):
        for two in _PINT.get(other, (other.replace(" ", "_"),)):
            factor = _factor(_rated(one, per), _rated(two, other_per))
            if factor is not None:
                found.append(
                    (factor, " and ".join(_TOLD[name] for name in (one, two) if len(_names(name, unit, other)) > 1))
                )
    return tuple(found)


def _names(name: str, unit: str, other: str) -> tuple[str, ...]:
    return next((names for names in (_PINT.get(unit, ()), _PINT.get(other, ())) if name in names), ())


def _rated(unit: str, per: str) -> str:
    return f"{unit}/{per}" if per else unit


@cache
def _registry() -> Any:
    """The units that pint knows; it takes half a second to load."""
    from pint import UnitRegistry

    return UnitRegistry(cache_folder=None)


@cache
def _factor(one: str, other: str) -> Decimal | None:
    try:
        return Decimal(repr(float(_registry().Quantity(1, one).to(other).magnitude)))
    except Exception:  # pint raises many kinds for a word that is no unit of its own
        return None


def degrees(value: Decimal, unit: str, other: str, change: bool) -> Decimal:
    """A temperature of one scale on the other; by how much it changed, with `change`."""
    if unit == other or "degree" in (unit, other):
        return value
    if unit == "degree Celsius":
        return value * 9 / 5 + (0 if change else 32)
    return (value - (0 if change else 32)) * 5 / 9


def coin(unit: str, other: str) -> tuple[str, Decimal]:
    """The currency of a coin and how much of it that is: a penny is 0.01 of a pound. `other` stands beside it."""
    whole = _HUNDREDTHS.get(unit)
    if whole is None or unit == other:
        return unit, Decimal(1)
    if unit == "cent" and (other in _CENTS or other.endswith(" dollar")):
        whole = other
    return whole, Decimal("0.01")


def one_currency(unit: str, other: str) -> bool:
    """Whether two names can be of one currency: a plain dollar can be of any country."""
    return unit == other or (_DOLLARS in (unit, other) and unit.endswith(_DOLLARS) and other.endswith(_DOLLARS))


def times_a_year(per: str, other: str) -> Decimal | None:
    """How many of the second length of time one of the first has: a year 12 months; None where nobody can say."""
    one, two = _IN_A_YEAR.get(per), _IN_A_YEAR.get(other)
    return two / one if one and two else None

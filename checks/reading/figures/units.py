"""The units that news writes, each by one plain name: currencies, shares, measures, lengths of time, rates."""

from __future__ import annotations

from typing import NamedTuple

from checks.reading.figures.numbers import HYPHENS, SCALES, Number, Tokens

# Each line: the plain name, then the forms it is written in. A form of several words is written with spaces; forms that
# need their capitals, or that mean the unit only directly after digits ("5m"), stand in the tables further down.
_WORDS = """
percent: percent, per cent, %, pct, per-cent
percentage point: percentage point, percentage points, percentage-point, % point, % points, pp, ppt, ppts
basis point: basis point, basis points, bp, bps, bips
point: point, points, pts
times: times, x, ×, fold
second: second, seconds, sec, secs, s
millisecond: millisecond, milliseconds, ms
minute: minute, minutes, min, mins
hour: hour, hours, hr, hrs
day: day, days
week: week, weeks, wk, wks
fortnight: fortnight, fortnights
month: month, months
year: year, years, yr, yrs
decade: decade, decades
century: century, centuries
nanometre: nanometre, nanometres, nanometer, nanometers, nm
micrometre: micrometre, micrometres, micrometer, micrometers, micron, microns, μm, µm
millimetre: millimetre, millimetres, millimeter, millimeters, mm
centimetre: centimetre, centimetres, centimeter, centimeters, cm
metre: metre, metres, meter, meters
kilometre: kilometre, kilometres, kilometer, kilometers, km, kms
inch: inch, inches, ″
foot: foot, feet, ft
yard: yard, yards, yd, yds
mile: mile, miles
nautical mile: nautical mile, nautical miles
light year: light year, light years
tablespoon: tablespoon, tablespoons, tbsp, tbsps
teaspoon: teaspoon, teaspoons, tsp, tsps
acre: acre, acres
hectare: hectare, hectares, ha
magnitude: magnitude
square metre: square metre, square metres, square meter, square meters, sq m, sqm, m², sq metres, sq meters
square kilometre: square kilometre, square kilometres, square kilometer, square kilometers, sq km, km²
square centimetre: cm²
square foot: square foot, square feet, sq ft, sqft, square-foot
square yard: square yard, square yards
square mile: square mile, square miles, sq mi, square-mile
cubic metre: cubic metre, cubic metres, cubic meter, cubic meters, m³
cubic foot: cubic foot, cubic feet
cubic yard: cubic yard, cubic yards
litre: litre, litres, liter, liters
millilitre: millilitre, millilitres, milliliter, milliliters, ml
gallon: gallon, gallons
pint: pint, pints
quart: quart, quarts
barrel: barrel, barrels, bbl
bushel: bushel, bushels
gram: gram, grams, gramme, grammes
milligram: milligram, milligrams, mg
microgram: microgram, micrograms, mcg, μg, µg
kilogram: kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos, kg, kgs
tonne: tonne, tonnes, metric ton, metric tons
ton: ton, tons
pound: lb, lbs
stone: stone
ounce: ounce, ounces, oz
dram: dram, drams
carat: carat, carats
degree: degree, degrees, °, deg
degree Celsius: degree celsius, degrees celsius, degree c, degrees c, °c, celsius, centigrade, deg c, degc
degree Fahrenheit: degree fahrenheit, degrees fahrenheit, degree f, degrees f, °f, fahrenheit, deg f, degf
watt: watt, watts
kilowatt: kilowatt, kilowatts, kw
megawatt: megawatt, megawatts
gigawatt: gigawatt, gigawatts, gw
terawatt: terawatt, terawatts
kilowatt hour: kilowatt hour, kilowatt hours, kwh
megawatt hour: megawatt hour, megawatt hours, mwh
gigawatt hour: gigawatt hour, gigawatt hours, gwh
terawatt hour: terawatt hour, terawatt hours, twh
volt: volt, volts
amp: amp, amps
horsepower: horsepower, hp
brake horsepower: bhp, brake horsepower
calorie: calorie, calories, kcal
kilojoule: kilojoule, kilojoules, kj
hertz: hertz, hz
kilohertz: kilohertz, khz
megahertz: megahertz, mhz
gigahertz: gigahertz, ghz
decibel: decibel, decibels, db
bit: bit, bits
byte: byte, bytes
kilobyte: kilobyte, kilobytes, kb
megabyte: megabyte, megabytes, mb
gigabyte: gigabyte, gigabytes, gb, gig, gigs
terabyte: terabyte, terabytes, tb
megapixel: megapixel, megapixels, mp
pixel: pixel, pixels
part per million: ppm, parts per million
part per billion: ppb, parts per billion
knot: knot, knots
mile/hour: mph, miles an hour, miles per hour, mile-per-hour, mile-an-hour
kilometre/hour: kph, kmh, km/h, kmph
mile/gallon: mpg
revolution/minute: rpm
barrel/day: bpd, b/d
beat/minute: bpm
megabit/second: mbps
gigabit/second: gbps
pound-foot: pound-feet, pound-foot, lb-ft
newton metre: newton metre, newton metres
psi: psi
calibre: caliber, calibre
milliamp hour: mah
frame/second: fps, frames per second
nit: nits
teraflop: teraflops
dot/inch: dpi
pascal: pascals
kilopascal: kpa
millimole: mmol
hectopascal: hpa
kilobit/second: kbps
millibar: millibar, millibars
dollar: dollar, dollars, bucks
US dollar: us dollar, us dollars, american dollars, u.s. dollars, usd
Australian dollar: australian dollar, australian dollars, aud
Canadian dollar: canadian dollar, canadian dollars, cad
New Zealand dollar: new zealand dollar, new zealand dollars, nzd
Hong Kong dollar: hong kong dollar, hong kong dollars, hkd
Singapore dollar: singapore dollar, singapore dollars, sgd
Taiwan dollar: taiwan dollars, new taiwan dollars
pound sterling: pounds sterling, pound sterling, quid, gbp, sterling
penny: pence, penny, pennies
cent: cent, cents
euro: euro, euros, eur
yen: yen, jpy
yuan: yuan, renminbi, rmb, cny
rupee: rupee, rupees, inr
rouble: rouble, roubles, ruble, rubles
franc: franc, francs
Swiss franc: swiss franc, swiss francs, chf
krona: krona, kronor
krone: krone, kroner
won: won
baht: baht
ringgit: ringgit
sen: sen
rand: rand
real: reais
peso: peso, pesos
lira: lira, lire
shekel: shekel, shekels
dirham: dirham, dirhams
riyal: riyal, riyals
rial: rial, rials
naira: naira
shilling: shilling, shillings
rupiah: rupiah
zloty: zloty, zlotys
forint: forint, forints
guinea: guineas
paisa: paise, paisa
pfennig: pfennig, pfennigs
centime: centime, centimes
kobo: kobo
deutsche mark: deutsche mark, deutsche marks, deutschemarks, german marks
bitcoin: bitcoin, bitcoins
ether: ether
"""
# Only directly after digits, and with these capitals.
_GLUED = {
    "m": "metre", "g": "gram", "l": "litre", "p": "penny", "c": "cent", "h": "hour", "hr": "hour", "t": "tonne",
    "W": "watt", "V": "volt", "A": "amp", "J": "joule", "C": "degree Celsius", "F": "degree Fahrenheit",
    "kW": "kilowatt", "MW": "megawatt", "Nm": "newton metre", "mW": "milliwatt", "GB": "gigabyte", "Gb": "gigabit",
    "Mb": "megabit", "L": "litre", "'": "foot", "′": "foot", "’": "foot", "in": "inch", "m2": "square metre",
    "m3": "cubic metre", "km2": "square kilometre", "pc": "percent", "cc": "cubic centimetre", "mi": "mile",
}  # fmt: skip
# Of these, also after a space.
_SPACED = {"m", "MW", "Nm", "kW", "W", "V", "C", "F", "MP", "g", "GB", "Mb", "m2", "m3", "km2"}
_LINES = {"240", "360", "480", "720", "1080", "1440", "2160"}  # 1080p is a screen and no price
# Of the forms above, these only without one.
_ONLY_GLUED = {"x", "s", "ms", "pp", "ha", "min", "sec", "db", "mp", "mb"}
# What stands before a number and says its money; a `$` may have the country before it.
COINS = {
    "$": "dollar", "£": "pound sterling", "€": "euro", "¥": "yen", "￥": "yen", "₹": "rupee", "₽": "rouble",
    "₩": "won", "₦": "naira", "₪": "shekel", "₺": "lira", "₱": "peso", "฿": "baht", "₴": "hryvnia", "₫": "dong",
}  # fmt: skip
DOLLARS = {
    "us": "US dollar", "u.s.": "US dollar", "a": "Australian dollar", "au": "Australian dollar",
    "c": "Canadian dollar", "ca": "Canadian dollar", "can": "Canadian dollar", "nz": "New Zealand dollar",
    "hk": "Hong Kong dollar", "s": "Singapore dollar", "nt": "Taiwan dollar", "aus": "Australian dollar",
    "cdn": "Canadian dollar", "r": "real", "z": "Zimbabwe dollar", "j": "Jamaican dollar",
    "tt": "Trinidad and Tobago dollar",
}  # fmt: skip
CODES = {
    "USD": "US dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "yen", "CNY": "yuan", "RMB": "yuan",
    "AUD": "Australian dollar", "CAD": "Canadian dollar", "NZD": "New Zealand dollar", "HKD": "Hong Kong dollar",
    "SGD": "Singapore dollar", "CHF": "Swiss franc", "INR": "rupee", "Rs": "rupee", "Re": "rupee", "RM": "ringgit",
    "NOK": "krone", "DKK": "krone", "SEK": "krona", "KSh": "shilling", "Ksh": "shilling", "MYR": "ringgit",
    "IDR": "rupiah", "Rp": "rupiah", "THB": "baht", "AED": "dirham", "Dh": "dirham", "ZAR": "rand", "BRL": "real",
    "MXN": "peso", "PHP": "peso", "KRW": "won", "PKR": "rupee", "NGN": "naira", "DM": "deutsche mark", "PLN": "zloty",
    "dlrs": "dollar",
}  # fmt: skip
_LETTERS = {"N": "naira", "R": "rand"}  # only before large sums: N77,000, R20 million
MONEY = {
    *COINS.values(), *DOLLARS.values(), *CODES.values(), "penny", "cent", "riyal", "rial", "sen", "franc", "forint",
    "guinea", "paisa", "pfennig", "centime", "kobo", "bitcoin", "ether", "pound",
}  # fmt: skip
TIMES = {"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century", "millisecond"}
# What a rate goes by after "a" or "an"; after "per" it may be anything.
_PER = {
    *(TIMES - {"century", "millisecond"}), "head", "person", "barrel", "gallon", "litre", "liter", "tonne", "ton",
    "ounce", "pound", "share", "mile", "kilometre", "kilometer", "acre", "hectare", "bushel", "kilo", "kilogram",
    "piece", "pop", "night", "ticket", "seat", "game", "pint", "bottle", "unit", "dose", "metre", "meter", "foot",
    "season", "quarter", "carat", "household", "pack", "packet", "pair", "match", "shift", "session", "word", "kg",
    "kWh", "lb", "visit", "item", "hectolitre", "pupil", "student", "child", "copy", "minute", "therm", "yard",
    "plate",
}  # fmt: skip
# An adverb that makes a rate.
_EVERY = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
          "nightly": "night"}  # fmt: skip
# What makes "pounds" money, or weight; where neither is near, a scale word does ("1.2 million pounds" is money).
_PAID = {
    "paid", "pay", "pays", "paying", "cost", "costs", "costing", "worth", "price", "prices", "priced", "spend",
    "spent", "spending", "fine", "fined", "fee", "fees", "earn", "earned", "sell", "sold", "bought", "buy", "debt",
    "debts", "profit", "profits", "loss", "losses", "revenue", "budget", "salary", "wage", "wages", "pension",
    "bill", "fund", "funding", "funded", "raise", "raised", "tax", "taxes", "sterling", "bank", "loan", "loans",
    "invest", "invested", "investment", "money",
}  # fmt: skip
_WEIGHED = {
    "weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "lighter", "lost", "gained", "gain",
    "lose", "baby", "ounce", "ounces", "bomb", "body", "tons", "kilograms", "lb", "lbs", "fish", "meat", "food",
    "cargo", "explosives", "cocaine", "heroin", "marijuana",
}  # fmt: skip
# A noun after "a second" would make it an ordinal; these are none.
_AFTER_RATE = {
    "in", "on", "at", "for", "to", "from", "by", "with", "of", "and", "or", "but", "as", "than", "when", "while",
    "after", "before", "during", "since", "until", "over", "under", "that", "which", "who", "is", "are", "was",
    "were", "said", "have", "has", "had", "will", "would", "across", "into", "through", "because", "if", "between",
    "within",
}  # fmt: skip


class Unit(NamedTuple):
    """A unit found: its plain name, what a rate goes by, and the token after it."""

    name: str
    per: str
    last: int


def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The forms by their first word, longest first."""
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _WORDS.strip().splitlines():
        name, _, written = line.partition(": ")
        for form in written.split(", "):
            parts = tuple(part for part in _pieces(form) if part)
            forms.setdefault(parts[0], []).append((parts, name))
    return {first: sorted(found, key=lambda one: -len(one[0])) for first, found in forms.items()}


def _pieces(form: str) -> list[str]:
    """A form as the tokens it comes to: `km/h` is three."""
    for mark in "-/.°%":
        form = form.replace(mark, f" {mark} ")
    return form.split()


_FORMS = _table()
UNITS = frozenset(name.partition("/")[0] for forms in _FORMS.values() for _, name in forms) | MONEY


def unit_at(toks: Tokens, i: int) -> Unit | None:
    """The unit that begins at token `i`, directly after a number; a hyphen before it is passed (`90-day`).

    `glued` forms such as `5p` and `20C` count only where nothing stands between. None where there is no unit.
    """
    if toks.at(i).text in HYPHENS and toks.joined(i) and toks.joined(i + 1):
        i += 1
        return _words_at(toks, i, glued=False)
    glued = toks.joined(i)
    token = toks.at(i)
    ends = not toks.joined(i + 1) or toks.at(i + 1).kind == "p" or toks.at(i + 1).text in ("2", "3")
    if token.kind in ("w", "p") and ends:
        squared = token.text + toks.at(i + 1).text if toks.joined(i + 1) else ""
        for form, last in ((squared, i + 2), (token.text, i + 1)):
            after = toks.at(last)
            feet = form in ("'", "’", "′")  # 6'2"
            slashed = after.text == "/" and form not in ("C", "F") and toks.at(last + 1).kind != "n"
            if slashed or (after.kind == "n" and toks.joined(last)) != feet:
                continue
            if form == "p" and toks.at(i - 1).text in _LINES:
                continue
            if form in _GLUED and (glued or form in _SPACED):
                return Unit(_GLUED[form], "", last)
    return _words_at(toks, i, glued)


def _words_at(toks: Tokens, i: int, glued: bool) -> Unit | None:
    for form, name in _FORMS.get(toks.at(i).low, ()):
        last, k = i, 0
        while k < len(form):
            if toks.at(last).low == form[k]:
                k += 1
            elif toks.at(last).text not in (".", *HYPHENS) or not toks.joined(last) or k == 0:
                break
            last += 1
        if k < len(form):
            continue
        if len(form) == 1 and form[0] in _ONLY_GLUED and not glued:
            continue
        if form == ("s",) and "." not in toks.at(i - 1).text:
            continue  # the 1990s, Boeing 747s; but 9.58s
        if toks.joined(last) and toks.at(last).kind in ("w", "n"):
            continue
        name, _, per = name.partition("/")
        return Unit(name, per, last)
    return None


def coin_before(toks: Tokens, i: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands before token `i`, and the token where it begins: `A$`, `US $`, `Rs.`."""
    before = toks.at(i - 1)
    if before.text in COINS:
        country = toks.at(i - 2)
        abroad = country.low in DOLLARS and (country.text.isupper() or country.text in ("Can", "Aus", "Cdn"))
        near = toks.joined(i - 1) or len(country.text) > 1 or country.text == "S"
        if before.text == "$" and abroad and near:
            return DOLLARS[country.low], i - 2
        if before.text == "$" and [t.low for t in toks[max(0, i - 5) : i - 1]] == ["u", ".", "s", "."]:
            return "US dollar", i - 5
        return COINS[before.text], i - 1
    scale = toks.at(i + 1 + (toks.at(i + 1).text in HYPHENS)).low
    large = scale in SCALES or scale in ("m", "bn") or "," in toks.at(i).text
    if before.text in _LETTERS and toks.joined(i) and large:
        return _LETTERS[before.text], i - 1
    if before.text in CODES:
        return CODES[before.text], i - 1
    if before.text == "." and toks.joined(i - 1) and toks.at(i - 2).text in ("Rs", "Rp"):
        return CODES[toks[i - 2].text], i - 2
    return None


def coin_after(toks: Tokens, i: int) -> int:
    """The token after a country that follows a sum at `i`: `$500 US`."""
    return i + 1 if toks.at(i).text in ("US", "USD", "Cdn", "AUD", "CAD", "NZ") else i


def pounds(toks: Tokens, number: Number, i: int) -> Unit | None:
    """The unit "pound" at token `i`: money or weight, by the words around it; None where it does not stand there."""
    k = i + (toks.at(i).text in HYPHENS and toks.joined(i) and toks.joined(i + 1))
    if toks.at(k).low not in ("pound", "pounds"):
        return None
    near = set()
    for way in (range(number.first - 1, number.first - 11, -1), range(k + 1, k + 5)):
        for at in way:
            if toks.at(at).text in (".", "\n", ""):
                break
            near.add(toks[at].low)
    weighed = k > i or toks.at(k + 1).low == "of" or not near.isdisjoint(_WEIGHED)
    paid = number.scale >= 10**6 or "£" in near or (not weighed and not near.isdisjoint(_PAID))
    return Unit("pound sterling" if paid else "pound", "", k + 1)


def rate_at(toks: Tokens, i: int) -> tuple[str, int] | None:
    """What a rate goes by, from token `i`: `a week`, `per head`, `per 100,000 people`, `/day`, `annually`."""
    if toks.at(i).text in HYPHENS and toks.at(i + 1).low in ("a", "an", "per") and toks.at(i + 2).text in HYPHENS:
        by = toks.at(i + 3).low
        return (by, i + 4) if by in _PER else None  # $15-an-hour
    first, second = toks.at(i), toks.at(i + 1)
    if first.low in _EVERY:
        return _EVERY[first.low], i + 1
    if first.low in ("a", "an", "each", "every") and second.low in _PER:
        if second.low == "second" and toks.at(i + 2).kind == "w" and toks.at(i + 2).low not in _AFTER_RATE:
            return None  # "won 10 games a second season"
        if toks.at(i + 2).low in ("ago", "earlier", "later", "before", "after", "old", "away", "from"):
            return None  # "1.2 billion a year ago"
        return second.low, i + 2
    if first.low in ("a", "per") and second.low in ("square", "cubic", "metric") and toks.at(i + 2).kind == "w":
        return f"{second.low} {toks[i + 2].low}", i + 3
    if first.low == "per" and second.kind == "w" and second.low != "cent":
        return second.low, i + 2
    if first.low == "per" and second.kind == "n":
        if toks.at(i + 2).kind == "w" and toks.at(i + 2).low not in _AFTER_RATE:
            return f"{second.text} {toks[i + 2].low}", i + 3
        return second.text, i + 2
    if first.text == "/" and second.kind == "w":
        unit = unit_at(toks, i + 1)
        if unit:
            return unit.name, unit.last
        return (second.low, i + 2) if second.low in _PER or len(second.text) < 3 else None
    return None

"""Numbers changed, units swapped, and the same amounts written in another way."""

from __future__ import annotations

import re
from decimal import Decimal

from checks.case.when import MONTHS
from checks.reading.faults.parts import Changed, Kind, once, put

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DIGITS = re.compile(r"(?<![\w.,-])(?:[$£€])?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d-])")
_MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)})"
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
# The same unit in another form, as patterns: a percentage point is none of them.
_ALIKE = (
    ("(?<=\\d) percent", " per cent"), ("(?<=\\d) percent", "%"), ("(?<=\\d) per cent", " percent"),
    (" pounds a ", " pounds per "), (" dollars a ", " dollars per "), (" euros a ", " euros per "),
    (" per (?=person|pupil|head|year|tonne)", " a "),
)  # fmt: skip
_UNITS = (
    ("days", "weeks"), ("weeks", "months"), ("months", "years"), ("years", "months"), ("weeks", "days"),
    ("days", "months"), ("day", "week"), ("decade", "century"), ("million", "billion"), ("billion", "million"),
    ("thousand", "million"), ("million", "thousand"), ("percentage points", "percent"),
    ("percent", "percentage points"), ("pounds", "dollars"), ("pounds", "euros"), ("dollars", "euros"),
    ("euros", "pounds"), ("£", "$"), ("£", "€"), ("$", "€"), ("€", "£"), ("tonnes", "kilograms"),
    ("kilometres", "miles"), ("miles", "kilometres"), ("metres", "feet"), ("feet", "metres"), ("hectares", "acres"),
)  # fmt: skip


def changed_numbers(text: str, kind: Kind = "a number changed") -> list[Changed]:
    """The text with one of its numbers changed: a digit, two digits exchanged, a nought too many or too few.

    The days and years of dates are left as they are.
    """
    found = []
    for match in _DIGITS.finditer(text):
        dated = re.fullmatch(r"(?:19|20)\d\d", match[1]) or re.match(rf" {_MONTH}\b", text[match.end() :])
        if dated or re.search(rf"\b{_MONTH}\.? $", text[: match.start()]):
            continue
        for other in _slips(match[1]):
            found.append(Changed(kind, match[1], other, put(text, *match.span(1), other)))
    for match in _WORD.finditer(text):
        at = _WORDS.index(match[0].lower())
        for step in (1, -1, 2, 4):
            if 0 <= at + step < len(_WORDS) and at:  # “one” is seldom a number
                other = _like(match[0], _WORDS[at + step])
                found.append(Changed(kind, match[0], other, put(text, *match.span(), other)))
    return once(found, text)


def swapped_units(text: str) -> list[Changed]:
    """The text with one unit for another of the same kind of thing, the number as it was."""
    found = []
    for was, becomes in _UNITS:
        edge = r"(?!\w)" if was.isalpha() or " " in was else ""
        for match in re.finditer(rf"(?<!\w){re.escape(was)}{edge}(?! points)", text):
            found.append(Changed("a unit swapped", was, becomes, put(text, *match.span(), becomes)))
    return once(found, text)


def rewritten_numbers(text: str) -> list[str]:
    """The text with one of its numbers written in another way: 9,113 or 9113, 81.4 million or 81,400,000, ten or 10."""
    found = []
    for match in _DIGITS.finditer(text):
        digits = match[1]
        value = Decimal(digits.replace(",", ""))
        scale = re.match(r" (million|billion)\b", text[match.end(1) :])
        if scale:
            whole = value * {"million": 10**6, "billion": 10**9}[scale[1]]
            if whole == whole.to_integral_value():
                found.append(put(text, match.start(1), match.end(1) + scale.end(), f"{int(whole):,}"))
        elif "," in digits:
            found.append(put(text, *match.span(1), digits.replace(",", "")))
        elif "." not in digits and value >= 10_000:
            found.append(put(text, *match.span(1), f"{int(value):,}"))
        elif "." not in digits and 0 < value <= len(_WORDS):
            found.append(put(text, *match.span(1), _WORDS[int(value) - 1]))
    for match in _WORD.finditer(text):
        if match[0].lower() != "one":
            found.append(put(text, *match.span(), str(_WORDS.index(match[0].lower()) + 1)))
    for was, becomes in _ALIKE:
        if re.search(rf"{was}(?!\w)", text):
            found.append(re.sub(rf"{was}(?!\w)", becomes, text, count=1))
    weeks = re.fullmatch(r"(\d+|\w+) weeks", text)
    number = value_of(weeks[1]) if weeks else None
    if number is not None:
        found.append(f"{number * 7} days")
    return [one for one in dict.fromkeys(found) if one != text]


def rounded(text: str) -> list[str]:
    """The text with its only number said to be *about* that, as it stands and rounded to two digits."""
    numbers = list(_DIGITS.finditer(text))
    if len(numbers) != 1 or text[: numbers[0].start()].strip():
        return []
    digits = numbers[0][1]
    value = Decimal(digits.replace(",", ""))
    near = Decimal(f"{value:.2g}")
    shown = f"{near:,f}" if "," in digits else f"{near.normalize():f}"
    close = bool(value) and abs(near - value) <= value / 20
    forms = dict.fromkeys([text, *([put(text, *numbers[0].span(1), shown)] if close else [])])
    return [f"{word} {form}" for form in forms for word in ("about", "around", "roughly")]


def value_of(digits: str) -> Decimal | None:
    """The value of a number as it is printed, in digits or as a word."""
    bare = digits.replace(",", "").lower()
    if bare in _WORDS:
        return Decimal(_WORDS.index(bare) + 1)
    return Decimal(bare) if re.fullmatch(r"\d+(?:\.\d+)?", bare) else None


def _slips(digits: str) -> list[str]:
    """What a number is mistaken for, printed as it was: with its commas and decimals."""
    bare = digits.replace(",", "")
    whole, _, decimals = bare.partition(".")
    others = [bare[:at] + bare[at + 1] + bare[at] + bare[at + 2 :] for at in range(len(whole) - 1)]
    others += [f"{int(whole[0]) % 9 + 1}{bare[1:]}"]
    others += [f"{bare[:-1]}{(int(bare[-1]) + 3) % 10}"]
    others += [f"{whole}0{'.' + decimals if decimals else ''}"]
    others += [bare[:-1]] if len(whole) > 1 and whole[-1] == "0" and not decimals else []
    if decimals:
        others.append(f"{decimals[0]}.{whole[-1]}{decimals[1:]}" if len(whole) == 1 else f"{whole[::-1]}.{decimals}")
    kept = [other for other in others if other[0] != "0" and Decimal(other) != Decimal(bare)]
    return [_comma(other) if "," in digits else other for other in dict.fromkeys(kept)]


def _comma(bare: str) -> str:
    whole, dot, decimals = bare.partition(".")
    return f"{int(whole):,}{dot}{decimals}"


def _like(was: str, word: str) -> str:
    return word.capitalize() if was[0].isupper() else word

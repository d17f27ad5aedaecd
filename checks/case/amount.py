"""`Amount`: a value with its unit, and how exactly it was stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from checks.case.errors import CaseError

Bound = Literal["", "about", "more than", "less than", "at least", "at most", "to"]

# What newspapers write, and what it comes to.
_BOUNDS: dict[str, Bound] = {
    "exactly": "", "about": "about", "around": "about", "approximately": "about", "roughly": "about", "some": "about",
    "nearly": "about", "almost": "about",
    "more than": "more than", "over": "more than", "above": "more than",
    "less than": "less than", "under": "less than", "fewer than": "less than", "below": "less than",
    "at least": "at least", "no fewer than": "at least", "no less than": "at least",
    "at most": "at most", "up to": "at most", "no more than": "at most", "within": "at most",
}  # fmt: skip
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}  # noughts
_PLURALS = {f"{scale}s" for scale in _SCALES} | {"dozens", "scores"}
_TIMES = {"day": ("days", 1), "week": ("weeks", 1), "fortnight": ("weeks", 2), "month": ("months", 1),
          "year": ("years", 1), "decade": ("years", 10), "century": ("years", 100)}  # fmt: skip
_BOUND = re.compile(rf"({'|'.join(sorted(_BOUNDS, key=len, reverse=True))}) (.+)", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?:between |from )?(?P<low>\S+(?: (?:{'|'.join(_SCALES)}))?) (?:to|and) (?P<high>\S+)(?P<rest>.*)"
)
_JOINED = re.compile(r"[\d–/]|e\d|(?:to|and|or)\b", re.IGNORECASE)  # more of a number, which a unit never is
_DIGITS = re.compile(r"(?P<sign>[-−+]?)(?P<coin>[$£€¥]?)(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<rest>.*)")
_MULTIPLES = {"twice": "2 times", "double": "2 times", "thrice": "3 times", "triple": "3 times", "half": "1 half"}


@dataclass(frozen=True)
class Amount:
    """A value, its unit as printed, and its bound; with the bound `to`, everything from `value` to `high`.

    `about`, `more than`, `at least` and the like are kept as claimed, never rounded away.
    """

    value: Decimal
    unit: str = ""
    bound: Bound = ""
    high: Decimal | None = None

    @classmethod
    def parse(cls, text: str) -> Amount:
        """Reads `90 days`, `six months`, `about 1.2 million tonnes`, `at least 12 %`, `10 to 15 percent`.

        Raises `CaseError` where no number leads.
        """
        text = " ".join(text.split())
        text = _MULTIPLES.get(text.lower(), text)
        bounded = _BOUND.fullmatch(text)
        if bounded:
            inner = cls.parse(bounded[2])
            if inner.bound:
                raise CaseError(f"`{text}` has two bounds: keep one")
            return cls(inner.value, inner.unit, _BOUNDS[bounded[1].lower()])
        both = _RANGE.fullmatch(text)
        if both:
            return cls._range(both["low"], f"{both['high']}{both['rest']}", text)
        number = _number(text)
        if number is None or _JOINED.match(number[1]):
            raise CaseError(f"`{text}` is not an amount that can be read: write it as 90 days, six months, 1.2 million")
        return cls(*number)

    @classmethod
    def _range(cls, low: str, high: str, text: str) -> Amount:
        upper, lower = _number(high), _number(low)
        scale = next((word for word in high.split()[1:2] if word.lower() in _SCALES), "")
        if lower and scale and not lower[1].strip("$£€¥"):
            lower = _number(f"{low} {scale}")  # 5 to 6 million is five million to six million
        if not upper or not lower or lower[0] >= upper[0] or _JOINED.match(upper[1]):
            raise CaseError(f"`{text}` is not a range that can be read: write it as 10 to 15 percent")
        return cls(lower[0], upper[1], "to", upper[0])

    def __str__(self) -> str:
        number = f"{self.value:,f}" + (f" to {self.high:,f}" if self.high is not None else "")
        shown = f"{self.unit}{number}" if self.unit in ("$", "£", "€", "¥") else f"{number} {self.unit}".strip()
        return shown if self.bound in ("", "to") else f"{self.bound} {shown}"

    def calendar(self) -> tuple[str, int, int]:
        """The length of time it states: `days`, `weeks`, `months` or `years`, and the least and the most of them.

        Raises `CaseError` for what is not a length of calendar time in whole units. Of `more than 90 days` least
        and most are both 90: the bound says which side is open.
        """
        name = re.sub(r"[- ]long$", "", self.unit.lower()).rstrip("s") if self.unit else ""
        name = {"centurie": "century"}.get(name, name)
        if name not in _TIMES:
            raise CaseError(f"`{self}` is not a length of time: the units are {', '.join(_TIMES)}")
        unit, times = _TIMES[name]
        ends = [self.value * times, (self.value if self.high is None else self.high) * times]
        if any(end != int(end) or end < 0 for end in ends):
            raise CaseError(f"`{self}` is not a whole number of {unit}: write it in a smaller unit")
        return unit, int(ends[0]), int(ends[1])


def _number(text: str) -> tuple[Decimal, str] | None:
    """The number that leads a text, and the unit after it; in `$15 billion` the coin is the unit."""
    digits = _DIGITS.fullmatch(text)
    if digits:
        value, rest = Decimal(digits["n"].replace(",", "")), digits["rest"]
        value = -value if digits["sign"] in ("-", "−") else value
        coin = digits["coin"]
    else:
        found = _worded(text)
        if found is None:
            return None
        (value, rest), coin = found, ""
    words = re.sub(r"^[- ]", "", rest)
    scale, _, after = words.partition(" ")
    if scale.lower() in _SCALES:
        value, words = value.scaleb(_SCALES[scale.lower()]), after  # 1.00 million stays more exact than 1 million
    if re.match(r"[\d.,]", words):
        return None  # two numbers in a row are not one amount
    return value, " ".join(part for part in (coin, words) if part)


def _worded(text: str) -> tuple[Decimal, str] | None:
    """The number in words that leads a text: `six months`, `twenty-one days`, `a decade`."""
    from text_to_num import text2num

    words = re.split(r"([- ])", text)
    if re.fullmatch(rf"({'|'.join(_TIMES)})[- ]long", text.lower()):
        return Decimal(1), words[0]  # "a decade-long rule" is a rule of one decade
    if words[0].lower() in ("a", "an") and len(words) > 2:
        return Decimal(1), "".join(words[1:])
    for end in range(len(words), 0, -2):
        if words[end - 1].lower() in _PLURALS:
            return None  # hundreds of people are not a hundred
        try:
            return Decimal(text2num("".join(words[:end]).lower(), "en")), "".join(words[end:])
        except ValueError:
            continue  # not a number yet: try with a word less
    return None

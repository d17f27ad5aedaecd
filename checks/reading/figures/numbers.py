"""Numbers in running text: digits, number words, scale words, fractions. What they count is read in `amounts`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Literal, NamedTuple

SMALL = {
    word: Decimal(n)
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: Decimal(10 * n)
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
SCALES = {
    "hundred": Decimal(100), "thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9),
    "trillion": Decimal(10**12), "quadrillion": Decimal(10**15), "lakh": Decimal(10**5), "lakhs": Decimal(10**5),
    "crore": Decimal(10**7), "crores": Decimal(10**7),
}  # fmt: skip
# Written without a space, or after a currency: $5m, 40k. "m" without a currency may be metres, which `amounts` settles.
SHORT_SCALES = {
    "k": Decimal(10**3), "m": Decimal(10**6), "mn": Decimal(10**6), "mln": Decimal(10**6), "mil": Decimal(10**6),
    "mm": Decimal(10**6), "b": Decimal(10**9), "bn": Decimal(10**9), "bln": Decimal(10**9), "t": Decimal(10**12),
    "tn": Decimal(10**12), "trn": Decimal(10**12), "cr": Decimal(10**7),
}  # fmt: skip
SURE_SHORT_SCALES = ("k", "mn", "mln", "mil", "bn", "bln", "tn", "trn")  # these are scales even without a currency
PLURALS = {
    "tens": Decimal(10), "dozens": Decimal(12), "scores": Decimal(20), "hundreds": Decimal(100),
    "thousands": Decimal(10**3), "millions": Decimal(10**6), "billions": Decimal(10**9), "trillions": Decimal(10**12),
}  # fmt: skip
PARTS = {
    name: n
    for n, names in {
        2: "half halves", 3: "third thirds", 4: "quarter quarters", 5: "fifth fifths", 6: "sixth sixths",
        7: "seventh sevenths", 8: "eighth eighths", 9: "ninth ninths", 10: "tenth tenths", 20: "twentieth twentieths",
        100: "hundredth hundredths", 1000: "thousandth thousandths",
    }.items()
    for name in names.split()
}  # fmt: skip
ORDINALS = {
    name: Decimal(n)
    for n, name in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
GLYPHS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
          "⅞": (7, 8)}  # fmt: skip
HYPHENS = ("-", "–", "‑", "—")
MOST_DIGITS = 18  # longer ones are account numbers and codes
PRECISE = Context(prec=60)  # our own, so that nobody's decimal settings change what is read
_PARTS = Context(prec=28)
_EIGHTHS = {"2", "3", "4", "5", "8", "10", "16", "32"}  # 3 1/2, 12 7/8, as prices and distances were written
_STARTS = {*SMALL, *TENS, *PLURALS, "half"}
_AFTER_FRACTION = {"of", "less", "more", "higher", "lower", "fewer", "larger", "smaller", "cheaper", "century"}
_BEFORE_FRACTION = {"by", "about", "around", "nearly", "almost", "than", "roughly", "least", "to", "over", "up", "down"}
_ENDS_FRACTION = {"to", "in", "on", "from", "since", "after", "over", "last", "this", "and", "but", "by", "at", "when"}
_TOKEN = re.compile(
    r"(?P<x>(?:https?://|www\.)\S+)"
    r"|(?P<n>(?:[0-9]{1,3},[0-9]{1,2}(?=[ -]?(?:million|billion|trillion|m|bn)\b)"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])|[0-9]+)(?:\.[0-9]+)*"
    r"|(?<![\w.])\.[0-9]+(?:\.[0-9]+)*)"
    rf"|(?P<f>[{''.join(GLYPHS)}])"
    rf"|(?P<w>[^\W\d_{''.join(GLYPHS)}]+(?:['’][^\W\d_]+)?)"
    r"|(?P<p>\n|\S)"
)


class Token(NamedTuple):
    """A word, a number in digits (`n`), a fraction sign (`f`), a mark (`p`, also a line's end) or an address (`x`)."""

    start: int
    end: int
    text: str
    low: str
    kind: str


NONE = Token(-1, -1, "", "", "")


@dataclass(frozen=True)
class Number:
    """A number that stands at tokens `first` to `last` (exclusive); `plural` is "thousands", which has no value."""

    first: int
    last: int
    value: Decimal
    kind: Literal["digits", "words", "fraction", "plural"]
    scale: Decimal = Decimal(1)


class Tokens(list[Token]):
    """The tokens of a text, with nothing before the first and after the last."""

    def at(self, index: int) -> Token:
        """The token at an index, or an empty one where there is none."""
        try:
            return self[index] if index >= 0 else NONE
        except IndexError:
            return NONE

    def joined(self, index: int) -> bool:
        """Whether the token at an index stands directly against the one before it."""
        return 0 < index < len(self) and self[index - 1].end == self[index].start


def tokens(text: str) -> Tokens:
    """The tokens of a text, white space left out except for line ends, which are tokens of their own."""
    return Tokens(
        Token(found.start(), found.end(), found[0], found[0].lower(), found.lastgroup or "p")
        for found in _TOKEN.finditer(text)
    )


def number_at(toks: Tokens, i: int, money: bool = False) -> Number | None:
    """The number that begins at token `i`: `1,200`, `2.5 million`, `twenty-one`, `half a dozen`, `two-thirds`.

    `money` says that a currency stands before it, so that `5b` and `5m` are a billion and a million. Arithmetic is
    decimal; a third is a third to 28 digits. None where no number begins.
    """
    token = toks.at(i)
    if token.kind == "n":
        return _digits(toks, i, money)
    if token.kind == "f":
        return Number(i, i + 1, part(*GLYPHS[token.text]), "fraction")
    if token.low in ("a", "an"):
        return _after_article(toks, i)
    if token.low not in _STARTS:
        return None
    if token.low in PLURALS:
        return _plural(toks, i)
    if token.low == "half":
        return _half(toks, i)
    return _fraction(toks, i) or _with_half(toks, _words(toks, i))


def part(over: int | Decimal, under: int | Decimal) -> Decimal:
    """A fraction as a decimal, to 28 digits."""
    return _PARTS.divide(Decimal(over), Decimal(under))


def without_idle_zeros(value: Decimal) -> Decimal:
    """A whole number as one: 2.5 million is 2500000 and not 2500000.0. Prices such as 2.50 stay as printed."""
    return value.quantize(Decimal(1), context=PRECISE) if value == value.to_integral_value() else value


def plain(token: Token) -> Decimal | None:
    """The value of a number in digits; None for a version or address (`3.11.2`) and for long codes."""
    comma = token.text[-3:-1].find(",")  # a decimal comma, as in South Africa: R4,5 million
    written = token.text.replace(",", "." if comma >= 0 else "")
    if token.kind != "n" or len(written) > MOST_DIGITS or written.count(".") > 1:
        return None
    return Decimal(written)


def _digits(toks: Tokens, i: int, money: bool) -> Number | None:
    value = plain(toks[i])
    if value is None:
        return None
    if toks.at(i - 1).text == "£" and (old := _shillings(toks, i, value)):
        return old
    number = _grouped(toks, Number(i, i + 1, value, "digits"))
    if value == int(value) and toks.at(i + 2).text == "/" and toks.joined(i + 2) and toks.joined(i + 3):
        over, under = plain(toks[i + 1]), toks.at(i + 3)
        if over and under.text in _EIGHTHS and over < int(under.text) and toks[i + 1].start - toks[i].end == 1:
            return _scaled(toks, Number(i, i + 4, value + part(over, Decimal(under.text)), "digits"), money)
    return _scaled(toks, _with_half(toks, number) or number, money)


def _shillings(toks: Tokens, i: int, pounds: Decimal) -> Number | None:
    """A sum as it was written in Britain until 1971, as pounds: `£2 10s`, `£3 5s. 6d`."""
    value, j = pounds, i + 1
    for sign, whole in (("s", 20), ("d", 240)):
        k = j + (toks.at(j).text == "." and toks.at(j + 1).kind == "n")
        count = plain(toks.at(k))
        if count is not None and count < 20 and toks.at(k + 1).low == sign and toks.joined(k + 1):
            value, j = value + part(count, whole), k + 2
    return Number(i, j, value, "digits") if j > i + 1 else None


def _grouped(toks: Tokens, number: Number) -> Number:
    """The number with the groups of three after it that only a space parts, as in South Africa: `12 500 people`."""
    i, j, value = number.first, number.last, number.value
    before = toks.at(i - 1).text
    named = before[:1].isupper() and before != "R"  # Flight 40, May 5; but R20 000
    if named or len(toks[i].text) > 3 or value < 1 or value != int(value):
        return number
    while toks.at(j).kind == "n" and len(toks[j].text) == 3 and toks[j].text.isdigit() and j < i + 4:
        if toks[j].start - toks[j - 1].end != 1:
            break
        value, j = value * 1000 + int(toks[j].text), j + 1
    grouped = toks.at(j).kind != "n" and not (toks.at(j).text in HYPHENS and toks.joined(j))
    return Number(i, j, value, "digits") if grouped else number


def _scaled(toks: Tokens, number: Number, money: bool) -> Number:
    """The number with the scale words after it: `4 hundred million`, `2.5m`, `12-million`."""
    j, scale = number.last, Decimal(1)
    if toks.joined(j) or money:
        short = toks.at(j).low
        whole = not toks.joined(j + 1) or toks.at(j + 1).kind == "p"
        if (short in SHORT_SCALES and whole and (money or short in SURE_SHORT_SCALES) and toks.at(j).text != "K") or (
            short == "k" and whole and money
        ):
            scale, j = SHORT_SCALES[short], j + 1
    for _ in range(2):  # 400 hundred million, 2 lakh crore
        k = j + (toks.at(j).text in HYPHENS and toks.joined(j))
        if toks.at(k).low not in SCALES:
            break
        scale, j = scale * SCALES[toks[k].low], k + 1
    if j == number.last:
        return number
    return Number(number.first, j, PRECISE.multiply(number.value, scale), number.kind, scale)


def _with_half(toks: Tokens, number: Number | None) -> Number | None:
    """The number with a fraction after it and the scale after that: `two and a half million`, `2½`."""
    if number is None or number.value != int(number.value):
        return number
    j = number.last
    if number.kind == "words" and toks.at(j).low == "point" and toks.at(j + 1).low in SMALL:  # spoken: three point five
        tenths = SMALL[toks[j + 1].low]
        return (
            _scaled(toks, Number(number.first, j + 2, number.value + tenths / 10, "words"), False)
            if tenths < 10
            else number
        )
    if toks.at(j).kind == "f":
        over, under = GLYPHS[toks[j].text]
        return _scaled(toks, Number(number.first, j + 1, number.value + part(over, under), number.kind), False)
    if toks.at(j + (toks.at(j).text in HYPHENS)).low != "and":
        return number
    words = [token.low for token in toks[j : j + 8] if token.text not in HYPHENS]
    if words[:2] == ["and", "a"] and words[2:3] in (["half"], ["quarter"], ["third"]):
        last = next(k for k in range(j, j + 8) if toks[k].low == words[2]) + 1
        whole = Number(number.first, last, number.value + part(1, PARTS[words[2]]), number.kind)
        return _scaled(toks, whole, False)
    return number


def _after_article(toks: Tokens, i: int) -> Number | None:
    """`a hundred`, `a dozen`, `a third of`, `a few thousand`."""
    word = toks.at(i + 1).low
    if word in SCALES:
        return _words(toks, i)
    if word == "dozen":
        return Number(i, i + 2, Decimal(12), "words")
    if word == "half" and toks.at(i + 2).text not in HYPHENS:
        if toks.at(i + 2).low in SCALES:
            return _scaled(toks, Number(i, i + 2, part(1, 2), "words"), False)
        return Number(i, i + 2, part(1, 2), "fraction") if toks.at(i + 2).low in ("a", "of", "dozen") else None
    ends = toks.at(i + 2).kind != "w" or toks.at(i + 2).low in _ENDS_FRACTION
    by = toks.at(i - 1).low in _BEFORE_FRACTION and ends and toks.at(i + 2).text not in HYPHENS
    if word in PARTS and (toks.at(i + 2).low in _AFTER_FRACTION or by):
        return _of_a_million(toks, Number(i, i + 2, part(1, PARTS[word]), "fraction"))
    if word == "couple" and toks.at(i + 2).low == "of" and _couples(toks.at(i + 3).low):
        return Number(i, i + 3, Decimal(2), "words")
    if word == "few" and toks.at(i + 2).low in ("hundred", "thousand", "million", "dozen"):
        return Number(i, i + 3, {**SCALES, "dozen": Decimal(12)}[toks[i + 2].low], "plural")
    return None


def _couples(word: str) -> bool:
    """Whether "a couple of" counts two of them; else it may be two people who are married."""
    return word.endswith("s") or word in ("men", "women", "people", "children")


def _plural(toks: Tokens, i: int) -> Number | None:
    """`hundreds`, `tens of thousands`: the least that is said."""
    value, j = PLURALS[toks[i].low], i + 1
    while toks.at(j).low == "of" and toks.at(j + 1).low in PLURALS and j < i + 4:
        value, j = value * PLURALS[toks[j + 1].low], j + 2
    if j == i + 1 and toks[i].low in ("tens", "scores") and toks.at(j).low != "of":
        return None  # "tens and twenties", "he scores"
    return Number(i, j, value, "plural")


def _half(toks: Tokens, i: int) -> Number | None:
    """`half a million`, `half a dozen`, `half of`, `half the`; not the half of a match."""
    after = toks.at(i + 1).low
    if after in ("a", "an"):
        word = toks.at(i + 2).low
        if word in SCALES:
            return _scaled(toks, Number(i, i + 2, part(1, 2), "words"), False)
        return Number(i, i + 3, Decimal(6), "words") if word == "dozen" else Number(i, i + 2, part(1, 2), "fraction")
    if after == "dozen" or (after in HYPHENS and toks.at(i + 2).low == "dozen"):
        return Number(i, i + 2 + (after != "dozen"), Decimal(6), "words")
    return Number(i, i + 1, part(1, 2), "fraction")


def _fraction(toks: Tokens, i: int) -> Number | None:
    """`two-thirds`, `three quarters of`, `one-fifth`."""
    over = SMALL.get(toks[i].low)
    joined = toks.at(i + 1).text in HYPHENS
    j = i + 1 + joined
    word = toks.at(j).low
    if not over or word not in PARTS or word == "halves":
        return None
    if not joined and (over == 1) != (not word.endswith("s")):
        return None
    if not joined and (word in ("half", "quarter", "quarters") or over == 1) and toks.at(j + 1).low not in {
        *_AFTER_FRACTION, "the", "",
    }:  # fmt: skip
        return None  # "one third party", "three quarters in a row"
    return _of_a_million(toks, Number(i, j + 1, part(over, PARTS[word]), "fraction"))


def _of_a_million(toks: Tokens, number: Number) -> Number:
    """A fraction with what it is a part of, where that is a number: `a quarter of a million`."""
    j = number.last
    scale = SCALES.get(toks.at(j + 2).low)
    if scale is None or (toks.at(j).low, toks.at(j + 1).low) != ("of", "a"):
        return number
    return Number(number.first, j + 3, PRECISE.multiply(number.value, scale), "words", scale)


def _words(toks: Tokens, i: int) -> Number | None:
    """Number words by the usual grammar; the room left after a word says what may follow: twenty leaves 1 to 9."""
    total = current = Decimal(0)
    room, top, j, largest = Decimal(10**16), Decimal(10**16), i, Decimal(1)
    if toks.at(i).low in ("a", "an"):
        current, room, j = Decimal(1), Decimal(0), i + 1
    while True:
        k = j + (j > i and toks.at(j).text in HYPHENS and toks.joined(j) and toks.joined(j + 1))
        word = toks.at(k).low
        if word == "and" and j > i and toks.at(j - 1).low in SCALES:
            k += 1
            word, after = toks.at(k).low, toks.at(k + 1)
            value = SMALL.get(word, TENS.get(word))
            if value is None or after.low in SCALES or after.low in PARTS:
                break
        value = SMALL.get(word, TENS.get(word))
        if value is not None and value < room and (value or k == i):
            current, room = current + value, Decimal(10) if word in TENS else Decimal(0)
        elif word == "dozen" and k > i and 0 < current < 100 and not total:
            current, room = current * 12, Decimal(0)
        elif word == "hundred" and 0 < current < 100 and k > i:
            current, room = current * 100, Decimal(100)
        elif word in SCALES and word != "hundred" and current > 0 and SCALES[word] < top:
            total, top = total + current * SCALES[word], SCALES[word]
            current, room, largest = Decimal(0), top, max(largest, top)
        else:
            break
        j = k + 1
    if j == i or (j == i + 1 and toks.at(i).low in ("a", "an")):
        return None
    if toks.at(j).low in TENS or toks.at(j).low in SMALL:
        return None  # nineteen ninety-nine is a year
    return Number(i, j, total + current, "words", largest)

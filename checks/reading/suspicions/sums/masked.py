"""A sentence with its figures taken out, each leaving a mark of its kind, so that patterns see the words alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from checks.case.amount import Amount, Bound
from checks.case.errors import CaseError
from checks.reading.figures.numbers import PARTS, SMALL
from checks.reading.figures.units import TIMES
from checks.reading.parts import AmountPhrase, Sentence, TimePhrase, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

# P percent, Q points between percentages, F fraction, X multiple, N number, D length of time, O another kind of figure.
Mark = Literal["P", "Q", "F", "X", "N", "D", "O", "T"]
OPEN, CLOSE = "\x01", "\x02"

_OF = re.compile(r"^(?P<a>\S+(?: \S+)??) (?:out of|of|in) (?P<b>\S+(?: \S+)?)$", re.IGNORECASE)
_FROM = re.compile(
    r"^(?P<lead>(?:from|between) )?(?P<a>.+?)(?P<link> (?:to|and) )(?P<b>.+)$", re.IGNORECASE | re.DOTALL
)
_DIGITS = re.compile(r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,12})?")
_SCALES = {100: "hundred", 10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_COINS = {"dollars": "$", "pounds sterling": "£", "euros": "€"}
_PLURALS = {"penny": "pence", "foot": "feet"}
_NO_S = ("hertz", "percent", "Celsius", "Fahrenheit", "magnitude", "Swiss", "yen", "yuan", "won", "rand")
_FRACTION = re.compile(
    r"\b(?:a |one[ -])(?P<one>half|third|quarter|fifth|sixth|seventh|eighth|tenth)\b"
    r"|\b(?P<over>two|three|four|five|six|seven|eight|nine)[ -](?P<many>thirds|quarters|fifths|sixths|sevenths"
    r"|eighths|tenths)\b"
    r"|(?P<times>\b(?:double|triple|treble|quadruple))(?= (?:the|that|what|its|last)\b)"
    r"|(?<!first )(?<!second )(?<!other )(?<!last )(?<!opening )(?<!this )\b(?P<half>half)\b(?! ?-? ?(?:dozen"
    r"|hour|year|time|million|century|term|way|a million|a dozen|an hour))"
)
_BOUNDED = re.compile(
    r"\b(?P<bound>more than|over|at least|fewer than|less than|under|nearly|almost|about|around|roughly"
    r"|approximately"
    r"|some|up to|just over|just under|well over|well under|close to) $"
)
_BOUNDS: dict[str, Bound] = {
    "more than": "more than", "over": "more than", "just over": "about", "well over": "more than",
    "at least": "at least",
    "fewer than": "less than", "less than": "less than", "under": "less than", "just under": "about",
    "well under": "less than", "up to": "at most",
}  # fmt: skip
_MULTIPLES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_EVERY = re.compile(r"\x01N([0-9]+)\x02 in every \x01N([0-9]+)\x02")
_FROM_AFTER = re.compile(r"[^.;,\n]{0,20},? from ")
_MOST_TIMES = 200
_SMALL_WHOLE = 10  # three out of four is a round share, 12 out of 80 two figures
_LONGEST = 3000  # characters of a sentence; what is longer is no sentence


@dataclass(frozen=True)
class Figure:
    """A figure of a sentence: `amount` with its bound, `written` as a claim would assert it, `of` what is counted."""

    start: int
    end: int
    exact: str
    mark: Mark
    amount: Amount
    written: str
    unit: str
    of: str = ""
    per: str = ""

    @property
    def words(self) -> Words:
        """The figure as words of the text."""
        return Words(self.start, self.end, self.exact)


@dataclass(frozen=True)
class Masked:
    """A sentence in small letters with a mark for each figure, `\\x01N3\\x02`; the figures and dates in order."""

    line: str
    figures: tuple[Figure, ...]
    sentence: Sentence
    marks: str = ""
    times: tuple[TimePhrase, ...] = ()


def masked_sentences(reading: Reading) -> Iterator[Masked]:
    """The sentences of headline, standfirst and body, with their figures taken out."""
    amounts, starts = reading.amounts, [amount.start for amount in reading.amounts]
    times = [time for time in reading.times if time.kind in ("date", "time")]
    time_starts = [time.start for time in times]
    for sentence in reading.sentences:
        if sentence.part not in ("headline", "standfirst", "body") or sentence.end - sentence.start > _LONGEST:
            continue
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first == last:
            yield Masked(sentence.exact.lower(), (), sentence)
            continue
        said = times[bisect_left(time_starts, sentence.start) : bisect_left(time_starts, sentence.end)]
        yield _masked(reading.text, sentence, amounts[first:last], said)


def _masked(text: str, sentence: Sentence, amounts: tuple[AmountPhrase, ...], times: list[TimePhrase]) -> Masked:
    figures: list[Figure] = []
    pieces: list[str] = []
    dates: list[TimePhrase] = []
    at = sentence.start
    phrases: list[AmountPhrase | TimePhrase] = [*amounts, *times]
    for phrase in sorted(phrases, key=lambda phrase: (phrase.start, phrase.end)):
        if phrase.start < at or phrase.end > sentence.end:
            continue
        pieces.append(_words(text[at : phrase.start], at, figures))
        if isinstance(phrase, TimePhrase):
            pieces.append(f"{OPEN}T{CLOSE}")
            dates.append(phrase)
        elif phrase.exact.lower().startswith("up to ") and _FROM_AFTER.match(text, phrase.end):
            pieces.append("up to ")  # edged up to 5.1 percent from 5
            short = replace(phrase, start=phrase.start + 6, exact=phrase.exact[6:], bound="", low=phrase.value)
            pieces.append(_taken_out(short, figures))
        else:
            pieces.append(_taken_out(phrase, figures))
        at = phrase.end
    pieces.append(_words(text[at : sentence.end], at, figures))
    line = _EVERY.sub(lambda found: _one_in_every(found, figures), "".join(pieces))
    marks = "".join(figure.mark for figure in figures)
    return Masked(line, tuple(figures), sentence, marks, tuple(dates))


def _one_in_every(found: re.Match[str], figures: list[Figure]) -> str:
    """`three in every five` as a fraction."""
    one, two = (figures[int(found[n])] for n in (1, 2))
    if not 0 < one.amount.value < two.amount.value:
        return found[0]
    exact = f"{one.exact} in every {two.exact}"
    if two.end - one.start != len(exact):
        return found[0]
    figures.append(_share(one.start, exact, one.amount.value / two.amount.value, one.amount.bound or "about", ""))
    return _mark("F", len(figures) - 1)


def _words(piece: str, at: int, figures: list[Figure]) -> str:
    """The words between two figures, with the fractions among them that are not read as amounts."""
    low = piece.lower()
    if len(low) != len(piece):  # some letters are two when they are small
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in piece)
    plain = low.translate({1: " ", 2: " ", 10: " "})
    out: list[str] = []
    last = 0
    for found in _FRACTION.finditer(plain):
        bounded = _BOUNDED.search(plain[max(last, found.start() - 20) : found.start()])
        bound: Bound = _BOUNDS.get(bounded["bound"], "about") if bounded else ""
        start = found.start() - (len(bounded[0]) if bounded else 0)
        exact = piece[start : found.end()]
        out += [plain[last:start], _mark("X" if found["times"] else "F", len(figures))]
        last = found.end()
        if found["times"]:
            written = f"{bound} {_MULTIPLES[found['times']]} times".strip()
            figures.append(Figure(at + start, at + last, exact, "X", Amount.parse(written), written, "times"))
        else:
            over = SMALL[found["over"]] if found["over"] else Decimal(1)
            value = over / PARTS[found["one"] or found["many"] or "half"]
            figures.append(_share(at + start, exact, value, bound or "about", ""))
    return "".join([*out, plain[last:]])


def _taken_out(phrase: AmountPhrase, figures: list[Figure]) -> str:
    """The mark, or the marks and the words between them, of a phrase that may hold two figures."""
    both = _OF.match(phrase.exact) if phrase.unit == "share" else None
    if both and phrase.value is not None:
        whole = _DIGITS.fullmatch(both["b"])
        if (
            whole
            and Decimal(whole[0].replace(",", "")) > _SMALL_WHOLE
            and _DIGITS.search(both["a"])
            and " in " not in phrase.exact
        ):
            return _two(phrase, both, None, None, figures, " of ", "")
    ends = _FROM.match(phrase.exact)
    if ends and ends["lead"] and ends["link"] == " to ":
        low, high = (phrase.was, phrase.value) if phrase.was is not None else (phrase.low, phrase.high)
        if low is not None and high is not None:
            return _two(phrase, ends, low, high, figures, " to ", ends["lead"].lower())
    mark = _mark_of(phrase)
    if mark == "O" or phrase.value is None:
        return f"{OPEN}O{CLOSE}"
    figures.append(_figure(phrase, mark, phrase.start, phrase.exact, phrase.value, phrase.bound))
    return _mark(mark, len(figures) - 1)


def _two(
    phrase: AmountPhrase, both: re.Match[str], low: Decimal | None, high: Decimal | None, figures: list[Figure],
    link: str, lead: str,
) -> str:  # fmt: skip
    """The marks of the two figures of a phrase such as `from 40 to 52` or `12 out of 80`."""
    marks: list[str] = []
    mark: Mark = "N" if link == " of " else _mark_of(phrase)
    if mark == "O":
        return f"{OPEN}O{CLOSE}"
    for group, value in (("a", low), ("b", high)):
        found = _DIGITS.search(both[group])
        if value is None and found:
            value = Decimal(found[0].replace(",", ""))
        if value is None:
            return f"{OPEN}O{CLOSE}"
        start = phrase.start + both.start(group)
        a_part = link == " of " and group == "a"
        one, bound = (replace(phrase, of=""), phrase.bound) if a_part else (phrase, "")
        figures.append(_figure(one, mark, start, both[group], value, bound))
        marks.append(_mark(mark, len(figures) - 1))
    a, b = figures[-2:]
    if link == " to " and _scale_lent(a, b):  # "from $1.2 to $1.1 billion"
        figures[-2] = _figure(phrase, mark, a.start, a.exact, a.amount.value * _scale_of(b), "")
    return f"{lead}{marks[0]}{link}{marks[1]}"


def _scale_lent(a: Figure, b: Figure) -> bool:
    return _scale_of(b) > 1 and _scale_of(a) == 1 and a.amount.value < 1000


def _scale_of(figure: Figure) -> Decimal:
    found = _DIGITS.search(figure.exact)
    printed = Decimal(found[0].replace(",", "")) if found else Decimal(0)
    return figure.amount.value / printed if printed and figure.amount.value > printed else Decimal(1)


def _mark_of(phrase: AmountPhrase) -> Mark:
    if phrase.unit == "percent":
        return "P"
    if phrase.unit in ("percentage point", "basis point"):
        return "Q"
    if phrase.unit == "share":
        return "F"
    if phrase.unit == "times":
        return "N" if phrase.value is not None and phrase.value > _MOST_TIMES else "X"  # called out 1,050 times
    if phrase.unit in TIMES:
        return "D"
    return "O" if phrase.unit in ("rank", "tally", "ratio") else "N"


def _figure(phrase: AmountPhrase, mark: Mark, start: int, exact: str, value: Decimal, bound: Bound) -> Figure:
    if mark == "F":
        return _share(start, exact, value, bound or "about", phrase.of)
    unit = "" if phrase.unit == "share" else phrase.unit
    written = _written(exact, value, bound, _unit_words(unit, phrase.of))
    amount = _parsed(written)
    if amount is None or amount.value != value:  # words that are read as more of the number
        written = f"{value:f}" if mark == "N" else f"{value:f} {_unit_words(unit, '')}"
        amount = Amount(value, written.partition(" ")[2])
    return Figure(start, start + len(exact), exact, mark, amount, written, unit, phrase.of, phrase.per)


def _parsed(written: str) -> Amount | None:
    try:
        return Amount.parse(written)
    except CaseError:
        return None


def _share(start: int, exact: str, value: Decimal, bound: Bound, of: str) -> Figure:
    """A fraction as a percentage, which it gives in round figures: a third is about 33.3 percent."""
    percent = (value * 100).quantize(Decimal("0.1")).normalize()
    written = f"{bound} {percent:f} percent"
    return Figure(start, start + len(exact), exact, "F", Amount.parse(written), written, "share", of)


def _unit_words(unit: str, of: str) -> str:
    if not unit:
        words = of.split()
        return " ".join(words) if re.fullmatch(r"[^\W\d_][^\d;/–]*", of) and words[0].lower() not in SMALL else ""
    if unit in _PLURALS or unit.endswith(_NO_S) or unit == "times":
        return _PLURALS.get(unit, unit)
    head, _, rest = unit.partition(" ")
    return f"{head}s {rest}" if head in ("degree", "pound") and rest else f"{unit}s"


def _written(exact: str, value: Decimal, bound: Bound, unit: str) -> str:
    """The figure as it would be asserted: its digits and scale as printed, so that its rounding is not lost."""
    found = _DIGITS.search(exact)
    number = f"{value:f}"
    if found:
        printed = Decimal(found[0].replace(",", ""))
        if printed == value:
            number = found[0] if re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?", found[0]) else number
        elif printed and value / printed in _SCALES:
            number = f"{printed:f} {_SCALES[int(value / printed)]}"
    if unit in _COINS:
        number, unit = _COINS[unit] + number, ""
    return " ".join(part for part in ("" if bound == "to" else bound, number, unit) if part)


def _mark(mark: Mark, index: int) -> str:
    return f"{OPEN}{mark}{index}{CLOSE}"

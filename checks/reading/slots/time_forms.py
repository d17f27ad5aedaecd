"""Forms of time that records use and running prose does not: `07-Jan-2026`, `Opened 1932`, `half a century`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.when import MONTHS, When
from checks.reading.parts import TimePhrase
from checks.reading.times.spans import moved
from checks.reading.times.words import NUMBERS, ONES, TENS

_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_LOWER = re.compile(rf"(?<=\d )({_MONTH.lower()})(?=\b(?! be\b))|\b({_MONTH.lower()})(?= \d)")
_DASHED = re.compile(rf"\b(\d{{1,2}})[-/.]({_MONTH})[-/.](?=\d{{2,4}}\b)", re.IGNORECASE)
_POINTED = re.compile(r"\b((?:1\d|20)\d\d)[./](\d\d)[./](?=\d\d\b(?![./]\d))")
_KEYED = re.compile(r"(?<=[A-Za-z])[_=](?=[A-Za-z\d])")
_DECADE = re.compile(r"\b((?:the|early|late|mid)[ -](?:(?:early|late|mid)[ -])?\d{3}0) ?['’]s\b", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:[01]\d|2[0-3])[0-5]\d hours\b")
_AT_POINT = re.compile(
    r"\b(?P<by>at|by|until|till|from|before|after|called|away|to) (?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)"
    r"(?=\s*(?:on|and|to|hrs|hours|local|GMT|BST|[,;)]|\.(?!\d)|$))",
    re.IGNORECASE,
)
_PRICED = re.compile(r"[$£€%]|\b(?:shares?|stock|index|clos(?:ed|ing)|trad(?:ed|ing)|rate|percent|per cent|seconds)\b")
_DATE = rf"(?:\d{{1,2}} (?:{_MONTH})\.? \d{{4}}|(?:{_MONTH})\.? \d{{1,2}}, \d{{4}}|(?:1\d|20)\d\d)"
# A life in brackets after a name: its two dates are of two acts.
_LIFE = re.compile(
    rf"(?P<name>(?:[A-Z][\w.'’-]*,? ){{2,7}})\((?:[^()]{{0,60}}?[,;] )?\s?(?P<born>{_DATE})\s?(?P<dash>[-–—])\s?"
    rf"(?P<died>{_DATE})\s?\)"
)
_NO_LIFE = re.compile(
    r"\b(?:War|Dynasty|Era|Age|Empire|Period|Republic|Administration|Government|Season|Revolution|Reign|Series|Crisis|"
    r"Recession|Depression|Company|Party|Council|Treaty|Act|Programme|Program|Tour|Parliament|Championship|Cup|King|Queen)\b"
)
_YEAR = re.compile(r"(?<![\w$£€¥.,/–-])(?:1\d|20)\d\d(?![\w%/]|[.,]\d|-\d)")
_YEAR_AFTER = re.compile(
    r"(?:^|[:(;|]|\n|[\s(](?:ca?\.|b\.|d\.|est\.)|\b(?:circa|est|estd|established|founded|built|opened|born|died|closed|"
    r"released|published|formed|elected|dated|signed|ended|began|completed|launched|installed|won|appointed|abolished|"
    r"AD|year|at least|early as|late as|far back as))\s*$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\s*(?:$|[,.;:)|\n–—-]|(?:by|in|at|after|when|and|to|with|as|for|on|he|she|it|the|who)\b)")
_COUNTED = re.compile(r" (?P<way>before|after) (?:the )?", re.IGNORECASE)
_HALVES = re.compile(
    r"\b(?:(?P<half>half(?:[- ]an?)?[- ](?P<of>century|decade|year|month|week|day|hour)(?:[- ]long)?)"
    r"|(?P<quarter>quarter[- ]century)|(?P<and>(?:a )?century and a half)|(?P<long>century[- ]long))\b(?!-old)",
    re.IGNORECASE,
)
_HALF = {"century": (50, "years", "P50Y"), "decade": (5, "years", "P5Y"), "year": (6, "months", "P6M"),
         "month": (15, "days", "P15D"), "week": (84, "hours", "PT84H"), "day": (12, "hours", "PT12H"),
         "hour": (30, "minutes", "PT30M")}  # fmt: skip
_DAY_PARTS = re.compile(
    r"\b(?:in|during|that) (?:the )?(?:early |late )?(?P<part>morning|afternoon|evening)\b"
    r"|\b(?P<night>at night|overnight|between dusk and dawn)\b",
    re.IGNORECASE,
)
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV"}
_JUBILEES = {
    "centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "tercentenary": 300,
    "sesquicentennial": 150, "silver jubilee": 25, "golden jubilee": 50, "diamond jubilee": 60, "platinum jubilee": 70,
    "silver wedding": 25, "golden wedding": 50, "diamond wedding": 60,
}  # fmt: skip
_KEPT = re.compile(
    rf"\b(?:(?:(?P<figure>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>[a-z]+(?:-[a-z]+)?)|(?P<years>\d{{1,4}})[- ]years?)[- ]"
    rf"(?:wedding )?anniversary|(?P<named>{'|'.join(_JUBILEES)}))\b",
    re.IGNORECASE,
)
_ODD = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
        "twelve": "twelfth", "hundred": "hundredth"}  # fmt: skip
_BETWEEN = re.compile(r"\bbetween (?P<low>\d{1,4}|[a-z]+(?:-[a-z]+)?) and $", re.IGNORECASE)
_MONTHS_ALONE = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?")
_TO_MONTH = re.compile(
    r"(?:\b(?:in|since|of|by|last|this|next|until|till|from|to|and|early|late|mid|between|before|after)|[-–—(/:])\s?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?!(?:In|Since|Of|By|Last|This|Next|Until|From|To|Early|Late|Mid|Between|Before|After|And|On)\b)[A-Z][\w’']+ $"
)
_PART_OF = re.compile(
    r"\b(?:thirds?|quarters?|fifths?|most|much|part|half|rest|remainder) of (?:the )?$", re.IGNORECASE
)
_BESIDE = re.compile(
    r"\bthe (?:day|week|month|year) (?P<way>after|before)\b(?= (?:the|an?|his|her|its|their|he|she|it|they|[A-Z]))"
)
_CARDINALS = {word: n for word, n in NUMBERS.items() if n} | {
    f"{ten}-{one}": NUMBERS[ten] + n for ten in TENS for n, one in enumerate(ONES[:10]) if n
}
ORDINALS = {_ODD.get(word, f"{word}th"): n for n, word in enumerate(ONES) if n}
ORDINALS |= {f"{word[:-1]}ieth": NUMBERS[word] for word in TENS} | {"hundredth": 100}
ORDINALS |= {f"{ten}-{ordinal}": NUMBERS[ten] + n for ten in TENS for n, ordinal in enumerate(list(ORDINALS)[:9], 1)}


def in_prose(text: str) -> str:
    """The text with the forms of records as prose has them, each character in its place."""
    text = _KEYED.sub(" ", text) if "_" in text or "=" in text else text
    text = _DECADE.sub(lambda found: f"{found[1]}s{' ' * (len(found[0]) - len(found[1]) - 1)}", text)
    text = _LOWER.sub(lambda found: found[0].capitalize(), text)
    text = _DASHED.sub(lambda found: f"{found[1]} {found[2].title()} ", text)
    text = _POINTED.sub(r"\1-\2-", text)
    text = _HOURS.sub(lambda found: f"{found[0][:4]} hrs  ", text)
    if not _PRICED.search(text):
        text = _AT_POINT.sub(lambda found: f"{found['by']} {found['hour']}:{found['minute']}", text)
        text = re.sub(r"\b(?:called|away)(?= \d{1,2}:)", lambda found: f"{'at':>{len(found[0])}}", text, flags=re.I)
    return _LIFE.sub(_apart, text) if "(" in text else text


def _apart(found: re.Match[str]) -> str:
    """A life's two dates, parted so that they are not read as one span."""
    born, died = (int(re.findall(r"\d{4}", found[name])[-1]) for name in ("born", "died"))
    if not 10 <= died - born <= 120 or _NO_LIFE.search(found["name"]) or found["name"].startswith(("The ", "In ")):
        return found[0]
    at = found.start("dash") - found.start()
    return f"{found[0][:at]};{found[0][at + 1 :]}"


def bare_years(text: str) -> Iterator[tuple[int, int]]:
    """The years of a record that stand after its key, in brackets or alone: `Opened 1932`, `(c. 1856)`."""
    for found in _YEAR.finditer(text):
        before = text[max(0, found.start() - 16) : found.start()]
        if found.start() > 16:
            before = f" {before}" if before[0].isalpha() else before
        if _YEAR_AFTER.search(before) and _YEAR_BEFORE.match(text, found.end()):
            yield found.span()


def year_phrase(text: str, start: int, end: int) -> TimePhrase | None:
    """A year as a phrase of time."""
    try:
        when = When.parse(text[start:end])
    except CaseError:
        return None
    return TimePhrase(start, end, text[start:end], "date", when, text[start:end], True, why="as written")


def odd_lengths(text: str) -> Iterator[TimePhrase]:
    """Lengths of time told by halves, quarters and anniversaries: `half a century`, `the tenth anniversary`."""
    for found in _HALVES.finditer(text):
        if found["half"]:
            number, unit, value = _HALF[found["of"].lower()]
        else:
            number, unit, value = {"quarter": (25, "years", "P25Y"), "and": (150, "years", "P150Y")}.get(
                str(found.lastgroup), (100, "years", "P100Y")
            )
        yield _length(found, Decimal(number), unit, value)
    if "nniversary" in text or "jubilee" in text.lower() or "enary" in text or "ennial" in text or "wedding" in text:
        for found in _KEPT.finditer(text):
            number = int(found["figure"] or found["years"] or 0) or ORDINALS.get((found["word"] or "").lower(), 0)
            number = number or _JUBILEES.get((found["named"] or "").lower(), 0)
            if number:
                yield _length(found, Decimal(number), "years", f"P{number}Y")


def is_no_time(text: str, one: TimePhrase) -> bool:
    """Whether a phrase says nothing of when: *now* beside a verb, a rate after its figure, somebody called Jan."""
    if one.value == "PRESENT_REF":
        return True
    before = text[max(0, one.start - 16) : one.start]
    if one.kind == "duration" and _PART_OF.search(before):
        return True  # two-thirds of an hour
    if one.kind == "set" and re.match(r"an? |per ", one.exact, re.IGNORECASE):
        return not re.search(r"\b(?:once|twice|times) $", before, re.IGNORECASE)
    if one.exact in ("March", "May") and _NAMED.search(before):
        return True  # the Long March
    return bool(_MONTHS_ALONE.fullmatch(one.exact)) and not _TO_MONTH.search(before)


def widened(text: str, one: TimePhrase) -> TimePhrase:
    """A length with the lower of the two that it lies between: `between 14 and 18 weeks`."""
    found = _BETWEEN.search(text, max(0, one.start - 40), one.start)
    high = one.length
    if found is None or high is None or high.bound:
        return one
    words = found["low"].lower()
    low = Decimal(words) if words.isdigit() else Decimal(_CARDINALS.get(words, 0))
    if not 0 < low < high.value:
        return one
    value = re.sub(r"\d+", str(low), one.value, count=1)
    length = Amount(low, high.unit, "to", high.value)
    return replace(one, start=found.start(), exact=text[found.start() : one.end], length=length, value=value)


def up_to(text: str, length: TimePhrase, day: TimePhrase) -> TimePhrase | None:
    """A length that ends with a date as the days it takes in: `the year to March 2009`, `six months ended 30 June`."""
    between = text[length.end : day.start]
    if length.length is None or length.length.bound or day.when is None or day.when.yearless or day.when.last is None:
        return None
    if not re.fullmatch(r",? (?:to|ended|ending|up to|through)(?: on| in)? ", between, re.IGNORECASE):
        return None
    try:
        unit, number, _ = length.length.calendar()
    except CaseError:
        return None
    after = (
        moved(day.when.last + timedelta(days=1), unit.removesuffix("s"), -number) if day.when.last < date.max else None
    )
    if after is None or after > day.when.last:
        return None
    when = When.span(after, day.when.last)
    start, end = length.start, day.end
    return replace(
        day, start=start, end=end, exact=text[start:end], when=when, value=f"{after}/{day.when.last}", edge=""
    )


def beside(text: str) -> Iterator[TimePhrase]:
    """The day, week, month or year beside something that happened: `the day after the accident`."""
    for found in _BESIDE.finditer(text):
        value = "FUTURE_REF" if found["way"] == "after" else "PAST_REF"
        yield TimePhrase(found.start(), found.end(), found[0], "date", None, value, False, why="counted from an act")


def counted(text: str, length: TimePhrase, day: TimePhrase) -> TimePhrase | None:
    """A length before or after a date as the date it comes to: `two weeks before Christmas`, `ten years after 1945`."""
    found = _COUNTED.fullmatch(text, length.end, day.start)
    if found is None or length.length is None or length.length.bound or day.when is None or day.kind != "date":
        return None
    if "/" in day.value or length.kind != "duration":
        return None
    base = replace(day.when, yearless=False)
    try:
        when = base.plus(length.length) if found["way"].lower() == "after" else base.minus(length.length)
    except CaseError:
        return None
    if day.when.yearless:
        if when.first is None or day.when.first != day.when.last:
            return None
        when = When.parse(f"XXXX-{when.first:%m-%d}")
    start, end = length.start, day.end
    why = f"{length.exact} {found['way']} {day.when.words()}"
    return replace(day, start=start, end=end, exact=text[start:end], when=when, value=when.said, edge="", why=why)


def day_parts(text: str) -> Iterator[TimePhrase]:
    """The parts of a day that stand alone: `in the evening`, `overnight`."""
    for found in _DAY_PARTS.finditer(text):
        start, end = found.span("part" if found["part"] else "night")
        value = _PARTS[found["part"].lower()] if found["part"] else "TNI"
        yield TimePhrase(start, end, text[start:end], "time", None, value, False, why="a part of a day")


def _length(found: re.Match[str], number: Decimal, unit: str, value: str) -> TimePhrase:
    return TimePhrase(
        found.start(), found.end(), found[0], "duration", None, value, False, None, Amount(number, unit),
        "a length of time",
    )  # fmt: skip

"""Shares of one whole that are not a hundred: “52 percent for, 38 against and 15 undecided”, “the remaining fifth”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from checks.reading.parts import AmountPhrase, Certainty, Suspicion, Words
from checks.reading.suspicions.sums.adding import added
from checks.reading.suspicions.sums.places import Said
from checks.reading.suspicions.sums.stated import (
    Stated,
    words_in,
    words_of,
    written,
)

_FRACTIONS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_SHARE_WORDS = (
    r"[0-9]{1,3}(?:\.[0-9]{1,2})?(?= ?(?:percent|per cent|pc\b|%))|(?:(?:an?|one|two|three|four|five|seven|nine)[ -])?"
    r"(?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)"
)
_SHARE = re.compile(
    rf"(?<![\w.,-])(?P<share>{_SHARE_WORDS})\b(?! (?:(?:to|past) (?:[0-9]|one|two|three|four|five|six|seven|eight|"
    rf"nine|ten|eleven|twelve|noon|midnight)|quarter|time|place|floor|street|round|day|year))",
    re.IGNORECASE,
)
_THE_REST = re.compile(r" (?:remaining|rest|other|final|last)[ ,]")
_CLOSES = frozenset(("remaining", "rest", "other", "final", "last"))
_REMAINING = re.compile(
    rf"\b(?:the|and|a) (?:remaining|other|final|last|rest, (?:or )?|"
    rf"rest \()\s?(?P<share>{_SHARE_WORDS})\b(?! (?:minute|hour|of an))",
    re.IGNORECASE,
)
_NOT_A_SHARE = re.compile(r"\s(?:minutes?|hours?|time|of an hour|mile|final|round|place|million|billion|day|[A-Z])")
_ONE_ANSWER = re.compile(
    r"\b(?:asked|named|chose|chosen|answered|said|told|say|prefer\w*|went to|goes to|go to|vot(?:e|ed|es)|took|"
    r"accounted|accounts?|made up|makes? up|"
    r"c[ao]mes? from|c[ao]me from|consist\w*|own(?:s|ed)?|held|holds?|belong\w*|divided|split|spent|"
    r"shareholders?|stake|generated|supplied|suppl(?:y|ies)|"
    r"produced|provides?|provided|of the vote|used|cover(?:s|ed|ing)?|occup\w+|tak(?:es?|ing) up|travel\w*|"
    r"describe[sd]?|rated|considered|identif\w+|speak|live|lived|contribut\w+|pays?|paid|"
    r"will (?:pay|go|bear)|consists?|comprises?|contains?)\b"
)
_NOT_ONE = re.compile(
    r"\b(?:compared|both|than|last (?:year|month|week)|previous\w*|earlier|among|democrats?|republicans?|"
    r"multiple|more than one|"
    r"several|also|too|rose|rise|rises|fell|falls?|grew|growth|increas\w*|decreas\w*|up|down|turnout|rates?|"
    r"drop\w*|respectively|each|"
    r"men|women|girls|boys|respectively|points?|margin|interest|inflation|at least|some|whites?|blacks?|"
    r"hispanics?|in (?:1[89]|20)\d\d|"
    r"approv\w+|trust\w*|favou?rabl\w+|favou?r\w*|by (?:age|region)|discount|tax|tariffs?|chance)\b"
)
_LOOSE = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|over|more than|compared|than|last (?:year|month|week)|both|each|"
    r"also|some|at least)\b"
)
_SLACK = Decimal("0.5")  # what rounding may take from each share, in percentage points
_LEAST, _MOST, _MOST_SHARES = 70, 135, 6
_FOR_AND_AGAINST = re.compile(
    r"\b(?:for|against|favou?r\w*|oppos\w+|support\w*|approv\w+|disapprov\w+|agree\w*|disagree\w*|yes|no|undecided|"
    r"unsure|not sure|don.t know|did not know|no opinion|neither|remain|leave)\b"
)
_DO_NOT_KNOW = re.compile(
    r"\b(?:undecided|unsure|not sure|don.t know|do not know|did not know|didn.t know|no opinion|neither)\b"
)


def shares(said: Said, at: int) -> Iterator[Suspicion]:
    """`54 percent named the car, 22 percent the bus and 37 the bicycle`; `half … a third … the remaining fifth`."""
    stated = said.sentences[at]
    closes = not _CLOSES.isdisjoint(words_in(stated.sentence.exact)) and _THE_REST.search(stated.text)
    found = list(_closed(said, at)) if closes else []
    if not found and sum(figure.unit in ("percent", "") for figure in stated.figures) > 2:
        found = list(_of_one_question(stated))
    yield from found[:1]


def _of_one_question(stated: Stated) -> Iterator[Suspicion]:
    """Three percentages or more in one list, of a question that has one answer or a whole that is divided."""
    if (
        not any(one.unit == "percent" for one in stated.figures)
        or not _ONE_ANSWER.search(stated.text)
        or _NOT_ONE.search(stated.text)
    ):
        return
    run: list[AmountPhrase] = []
    for k, figure in enumerate(stated.figures):
        listed = not run or (re.search(r",|;|\band\b|\bwhile\b", stated.low[k]) and len(stated.low[k]) < 90)
        if not listed or figure.unit not in (("percent", "") if run else ("percent",)) or (run and _counts(figure)):
            if len(run) > 2:
                break
            run = [figure] if figure.unit == "percent" else []
        else:
            run.append(figure)
    if len(run) < 3 or any(one.value is None or one.bound or one.change or one.was or one.per for one in run):
        return
    added_up = sum((one.value or Decimal(0)) for one in run)
    if 100 < added_up <= _MOST:
        parts = "; ".join(f"{one.value:f} percent" for one in run)
        answer, told = added(parts, "at most 100 percent")
        if answer == "no":
            certainty: Certainty = "look" if stated.quoted else "likely"
            yield Suspicion(
                "total",
                "total_adds_up",
                f"The shares of one whole come to more than a hundred: {told}.",
                certainty,
                words_of(*run),
                (("parts", parts), ("total", "at most 100 percent")),
            )


def _counts(figure: AmountPhrase) -> bool:
    return not figure.unit and bool(figure.of)


def _closed(said: Said, at: int) -> Iterator[Suspicion]:
    """`half of the cost, and the region a third. The remaining quarter …`: shares of which the last is all the rest."""
    text = said.sentences[at].sentence.exact
    closing = [found for found in _REMAINING.finditer(text) if _value(found["share"]) is not None]
    if not closing:
        return
    first = at
    while (
        first
        and at - first < 3
        and said.sentences[first - 1].sentence.paragraph == said.sentences[at].sentence.paragraph
    ):
        first -= 1
    found: list[tuple[Words, Decimal]] = []
    for one in said.sentences[first : at + 1]:
        for match in _SHARE.finditer(one.sentence.exact):
            value = _value(match["share"])
            start = one.sentence.start + match.start("share")
            if value is not None and not _NOT_A_SHARE.match(one.sentence.exact[match.end() :]):
                found.append((Words(start, start + len(match["share"]), match["share"]), value))
    last = said.sentences[at].sentence.start + closing[0].start("share")
    before = [one for one in found if one[0].start < last][-_MOST_SHARES:]
    rest = next((one for one in found if one[0].start == last), None)
    words = " ".join(one.text for one in said.sentences[first : at + 1])
    if rest is None or not before or _LOOSE.search(words):
        return
    for size in range(1, len(before) + 1):
        for some in combinations(before, size):
            if abs(sum((one[1] for one in some), rest[1]) - 100) <= _SLACK * (size + 1):
                return
    parts = [*before, rest]
    if not _LEAST <= sum(one[1] for one in parts) <= _MOST:
        return
    listed = "; ".join(f"{round(one[1], 1).normalize():f} percent" for one in parts)
    answer, told = added(listed, "100 percent")
    if answer == "no" and not said.sentences[at].quoted:
        yield Suspicion(
            "total",
            "total_adds_up",
            f"The shares and the rest are not a hundred percent: {told}.",
            "likely",
            tuple(one[0] for one in parts),
            (("parts", listed), ("total", "100 percent")),
        )


def _value(share: str) -> Decimal | None:
    """How many percent a share is: `a third`, `two-fifths`, `35 percent`."""
    words = share.lower().replace("-", " ").split()
    number = re.match(r"[0-9]{1,3}(?:\.[0-9]{1,2})?", share)
    if number:
        return Decimal(number[0])
    many = _NUMBERS.get(words[0], 1)
    of = _FRACTIONS.get(words[-1].removesuffix("s").replace("halve", "half"))
    return None if of is None else Decimal(100) * many / of


def for_and_against(stated: Stated) -> Iterator[Suspicion]:
    """`52 percent for, 38 against and 15 undecided`: what is said of one question, which makes a hundred."""
    figures, low = stated.figures, stated.low
    for first, figure in enumerate(figures[:-1]):
        last = first
        while last + 1 < len(figures) and figures[last + 1].unit in ("percent", "") and len(low[last + 1]) < 90:
            last += 1
        shares = figures[first : last + 1]
        if (
            figure.unit != "percent"
            or figure.value is None
            or len(shares) < 2
            or (first and figures[first - 1].unit == "percent")
        ):
            continue
        tails = [low[k + 1][:60] for k in range(first, last + 1)]
        if not all(_FOR_AND_AGAINST.search(low[first + k] + tail if not k else tail) for k, tail in enumerate(tails)):
            continue
        if any(one.value is None or one.bound or one.change or one.was for one in shares) or ";" in stated.text:
            continue
        if re.search(
            r"\b(?:compared|both|than|last (?:year|month|week)|previous\w*|earlier|among|democrats?|republicans?)\b",
            stated.text,
        ):
            continue
        exhaustive = len(shares) > 2 and bool(_DO_NOT_KNOW.search(tails[-1]))
        yield from _hundred(stated, shares, exhaustive)


def _hundred(stated: Stated, shares: Sequence[AmountPhrase], exhaustive: bool) -> Iterator[Suspicion]:
    parts = "; ".join(written(share, "") if share.unit else f"{written(share, '')} percent" for share in shares)
    total = "100 percent" if exhaustive and sum(one.value or 0 for one in shares) > 100 else "at most 100 percent"
    answer, told = added(parts, total)
    if answer == "no":
        yield Suspicion(
            "total", "total_adds_up", f"The shares of one question come to more than a hundred: {told}.",
            "certain" if exhaustive else "likely", words_of(*shares), (("parts", parts), ("total", total)),
        )  # fmt: skip

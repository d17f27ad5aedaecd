"""Shares of one question that come to more than a hundred: “52 percent for, 38 against and 15 undecided”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.reading.parts import AmountPhrase, Suspicion
from checks.reading.suspicions.adding import added
from checks.reading.suspicions.stated import (
    Stated,
    words_of,
    written,
)

_FOR_AND_AGAINST = re.compile(
    r"\b(?:for|against|favou?r\w*|oppos\w+|support\w*|approv\w+|disapprov\w+|agree\w*|disagree\w*|yes|no|undecided|"
    r"unsure|not sure|don.t know|did not know|no opinion|neither|remain|leave)\b"
)
_DO_NOT_KNOW = re.compile(
    r"\b(?:undecided|unsure|not sure|don.t know|do not know|did not know|didn.t know|no opinion|neither)\b"
)


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

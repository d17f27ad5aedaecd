"""Whether a reason names the words that were changed."""

from __future__ import annotations

import re
from decimal import Decimal

from checks.case.planting.values import Planted
from checks.reading.faults import dates, numbers

_SCALES = (10**3, 10**6, 10**9)


def names(one: Planted, reason: str) -> bool:
    """Whether a reason names what was planted: the words that stand there now, or, of what was dropped, those gone.

    A date may be named in any of its forms, and a figure by its value.
    """
    words = one.becomes or one.was
    if one.when is not None:
        forms = [one.when.words(), *dates.forms(one.when), str(one.when)]
        if one.when.is_day:
            forms.append(one.when.words().rpartition(" ")[0])  # “3 May to 2 June 2031”
        return any(_stands(form, reason) for form in forms)
    value = numbers.value_of(words) if one.figure is None else one.figure
    if value is not None and value in _figures(reason):
        return True
    return any(_stands(form, reason) for form in (words, *one.said))


def _stands(words: str, text: str) -> bool:
    bare = re.sub(r"^(?:the|an?) ", "", words.strip(), flags=re.IGNORECASE)
    if not bare:
        return False
    pattern = r"\s+".join(re.escape(word) for word in bare.split())
    before, after = (r"(?<!\w)" if bare[0].isalnum() else "", r"(?!\w)" if bare[-1].isalnum() else "")
    return bool(re.search(f"{before}{pattern}{after}", text, re.IGNORECASE))


def _figures(text: str) -> set[Decimal]:
    """The figures of a text, and what they are in thousands, millions and billions."""
    found = set[Decimal]()
    for match in re.finditer(r"\d+(?:,\d{3})*(?:\.\d+)?", text):
        value = Decimal(match[0].replace(",", ""))
        found |= {value, *(value / scale for scale in _SCALES), *(value * scale for scale in _SCALES)}
    return found

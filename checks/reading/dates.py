"""The dates that stand in a few words, to hold a fact's time against them."""

from __future__ import annotations

import re

from checks.case.errors import CaseError
from checks.case.when import MONTHS, When

_NAMES = "|".join(sorted({name[:n] for name in MONTHS for n in (3, 4, len(name))}, key=len, reverse=True))
_YEAR = r"(?:,? \d{4}\b)?"
_DATE = re.compile(
    rf"\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b(?:{_NAMES})\.? \d{{1,2}}(?!\d){_YEAR}|\b\d{{1,2}} (?:{_NAMES})\b\.?{_YEAR}"
    rf"|\b(?:{_NAMES})\.? \d{{4}}\b"
)


def dates_in(text: str) -> list[When]:
    """The dates written out in a text with a month's name or as ISO, in order; what is no day is left out."""
    found = []
    for match in _DATE.finditer(text):
        try:
            found.append(When.parse(match[0]))
        except CaseError:
            continue  # "May 40" is no date
    return found

"""dateparser's `search_dates`: the dates of each text, as `[start, end, value, type]`; it knows whole days only."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any

from dateparser.search import search_dates


def answer(asked: dict[str, str]) -> list[list[Any]]:
    """The phrases of one text; their places are looked up in order, as the package does not give them."""
    text, found, at = asked["text"], [], 0
    settings = {"RELATIVE_BASE": datetime.fromisoformat(asked["dateline"]), "PREFER_DATES_FROM": "past"}
    for words, day in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append([start, at, day.date().isoformat(), "DATE"])
    return found


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)

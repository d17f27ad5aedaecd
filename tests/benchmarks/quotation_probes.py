"""Is a quotation told rightly for kept, edited, altered or absent, and what was done to it named rightly?

Ten probes on one stored page (those on which proof-citations 1.45.0 was measured), then the quotations written for the
tests (`tests/reading/pairs/quotes*.yaml`, where they are), each with the source's text, what is right, and the changes.

Scoring: *told rightly* is the same result, where verbatim and edited count as one (the words may be used); *named
rightly* is an altered quotation told for altered with at least one of its changes named in our words. An altered
quotation taken for verbatim or edited is *passed*. The floors answer verbatim, or altered, to everything. The peer's
*verified* counts as verbatim, *partial* as altered and anything else as absent.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml
from page import About, Row
from peers import answers

from checks.reading.quoting import compared
from checks.reading.quoting.texts import text_of

PAIRS = Path(__file__).parents[1] / "reading" / "pairs"
PEER = "proof-citations==1.45.0"

PAGE = """The Secretary-General told the council on Tuesday, "We will not leave anyone behind in this conflict, and we will not \
accept a settlement that ignores the 1.3 million people who have been displaced since the fighting began in March of last year," \
and then left the room.

The clause says: "The landlord is not permitted to terminate this lease during the fixed term.\""""
WHOLE = (
    "We will not leave anyone behind in this conflict, and we will not accept a settlement that ignores the 1.3 million "
    "people who have been displaced since the fighting began in March of last year"
)
PROBES: list[tuple[str, str, str, list[str]]] = [
    ("first eight words", "We will not leave anyone behind in this", "verbatim", []),
    ("the same inside curly marks", "“We will not leave anyone behind in this”", "verbatim", []),
    ("the first “not” removed", WHOLE.replace("not leave", "leave"), "altered", ["negation dropped"]),
    ("the second “not” removed", WHOLE.replace("not accept", "accept"), "altered", ["negation dropped"]),
    ("1.3 changed to 3.1", WHOLE.replace("1.3", "3.1"), "altered", ["number changed"]),
    ("“last year” changed to “this year”", WHOLE.replace("last year", "this year"), "altered", ["word changed"]),
    ("an invented ending", f"{WHOLE} by men who answer to nobody", "altered", ["invented ending"]),
    ("an ellipsis for “not”", "The landlord is ... permitted to terminate ...", "altered", ["ellipsis hides a negation"]),
    ("an honest ellipsis", "We will not leave anyone behind ... and we will not accept a settlement", "edited", []),
    (
        "two paragraphs joined",
        "We will not leave anyone behind in this conflict during the fixed term",
        "altered",
        ["joined from two places"],
    ),
]  # fmt: skip

ABOUT = About(
    data="ten probes on one page, and quotations with their sources, written for the project; a made report of 900,000 characters",
    licence="the project's own",
    synthetic=True,
    asked={
        "ten probes: told rightly": "at least 10 of 10, passed at most 0",
        "ten probes: change named rightly": "at least 100 %",
    },
)


def bench(data: Path) -> list[Row | tuple[str, str]]:
    """The ten probes, the written quotations, floors and peer beside them; then the time for a long source."""
    probes = [
        {"id": id, "quoted": quoted, "source": PAGE, "right": right, "changes": changes}
        for id, quoted, right, changes in PROBES
    ]
    rows = _rows("ten probes", probes)
    for path in sorted(PAIRS.glob("quotes*.yaml")):
        rows += _rows(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
    return [*rows, *_times()]


def _rows(name: str, pairs: Sequence[dict[str, Any]]) -> list[Row | tuple[str, str]]:
    ours = [compared(one["quoted"], one["source"], one.get("speaker", "")) for one in pairs]
    wrong = [
        one["id"] for one, answer in zip(pairs, ours, strict=True) if _alike(answer.result) != _alike(one["right"])
    ]
    altered = [
        (set(one["changes"]) & {change.kind for change in answer.changes} != set())
        for one, answer in zip(pairs, ours, strict=True)
        if one["right"] == "altered"
    ]
    told = (f"{name}: told rightly", _score(pairs, lambda n: ours[n].result))
    rows = [
        told if pairs[0]["source"] is PAGE else Row(*told, "at least 85 %, passed at most 2 %"),
        (
            f"{name}: the very result",
            f"{sum(a.result == one['right'] for one, a in zip(pairs, ours, strict=True))} of {len(pairs)}",
        ),
        (f"{name}: change named rightly", f"{sum(altered)} of {len(altered)}"),
        (f"{name}: told wrongly", ", ".join(map(str, wrong)) or "none"),
        (f"{name}: always “verbatim”", _score(pairs, lambda _: "verbatim")),
        (f"{name}: always “altered”", _score(pairs, lambda _: "altered")),
    ]
    said = answers("proof_citations_quotes", [PEER], [{"quoted": p["quoted"], "source": p["source"]} for p in pairs])
    results = {"verified": "verbatim", "partial": "altered"}
    told = said if isinstance(said, str) else _score(pairs, lambda n: results.get(said[n], "absent"))
    return [*rows, (f"{name}: {PEER.replace('==', ' ')}", told)]


def _score(pairs: Sequence[dict[str, Any]], answer: Callable[[int], str]) -> str:
    right = sum(_alike(answer(n)) == _alike(one["right"]) for n, one in enumerate(pairs))
    passed = sum(one["right"] == "altered" and _alike(answer(n)) == "verbatim" for n, one in enumerate(pairs))
    altered = sum(one["right"] == "altered" for one in pairs)
    return f"{right} of {len(pairs)}, passed {passed} of {altered}"


def _alike(result: str) -> str:
    return "verbatim" if result == "edited" else result


def _times() -> list[Row]:
    """Seconds of CPU for quotations from a made report of 900,000 characters, read anew for each."""
    source = _report(900_000)
    sentence = source[source.index(". ", 700_000) + 2 :].split(". ")[0]
    words = sentence.split()
    asked = {
        "kept": sentence,
        "one word changed": " ".join([*words[:4], "zebra", *words[5:]]),
        "joined from two places": f"{' '.join(words[:8])} {source[100_000:100_080]}",
        "absent": "zebras never gallop alone through the marble kitchens of a drowned republic",
    }
    rows = []
    for name, quoted in asked.items():
        text_of.cache_clear()
        begun = time.process_time()
        result = compared(quoted, source).result
        seconds = f"{time.process_time() - begun:.2f} s of CPU"
        rows.append(Row(f"900,000 characters, {name}: {result}", seconds, "under 1"))
    return rows


def _report(characters: int) -> str:
    """Sentences of made words and common ones, in paragraphs."""
    chance = random.Random(4)  # noqa: S311
    letters = "abcdefghilmnoprstu"
    rare = ["".join(chance.choice(letters) for _ in range(chance.randint(3, 9))) for _ in range(6000)]
    common = [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "it",
        "was",
        "on",
        "as",
        "with",
        "be",
        "by",
        "at",
        "this",
        "not",
        "are",
    ]
    pieces, length = list[str](), 0
    while length < characters:
        words = [chance.choice(common if chance.random() < 0.45 else rare) for _ in range(chance.randint(12, 30))]
        pieces.append(f"{' '.join(words).capitalize()}. " + ("\n\n" if chance.random() < 0.15 else ""))
        length += len(pieces[-1])
    return "".join(pieces)

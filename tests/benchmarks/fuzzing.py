"""Does reading hold on any text at all? (made here: pieces of news, marks, digits, control and astral characters, Markdown)

Each input is made from its number alone, so that a fault can be made again. `FUZZ_INPUTS=… python fuzzing.py` prints the
smallest form of each; `FUZZ_FROM=…` begins at a later number. Every input is read twice, by two processes that hash and
remember differently, one forwards and one backwards through the inputs. A fault is: an exception other than a refusal
(`CaseError`, one line), a span that is not in the text or does not hold its own words, other JSON bytes the second time,
or more than ten seconds for one input.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from page import About, Row

INPUTS_ALONE = 200_000  # when this file is run by itself
INPUTS_IN_BENCH = 20_000
INPUTS_AT_A_GLANCE = 200  # where no data are there, so that somebody only looks whether the table can be made
SECONDS = 10

NAMES = (
    "Ada Park|Mr. Ito|Hana O'Neill|Dr. José Álvarez-Ruiz|Senator May Will|Gen. Sir John March|the E.U.|NATO|Acme Corp."
)
PLACES = "Oslo|St. Ives|the U.S.|New South Wales|Côte d'Ivoire|Reading|Nice|Mobile, Ala.|D.C."
OFFICES = (
    "Defense Secretary|the prime minister|a senior official, who asked not to be named,|ex-mayor|the ambassador to Peru"
)
DATES = (
    "on 3 May 2019|on May 3, 2019|in early March|last Friday|two days later|in the 1990s|since 2014|in Q3|in the spring of 1987"
    "|on 31 February|on 29 Feb 2023|by 2030|from 2014 to 2020|on 2021-07-04|in mid-'98|at 9:52 p.m.|a decade ago|Sunday|in 0000"
    "|for 90 days|for a 90-day period|every other week|9/11|between June and July|the day after tomorrow|on the 3rd"
)
AMOUNTS = (
    "£4.2 million|$1,250.50|12%|12 percentage points|more than 40 people|about a dozen|two-thirds|3½|1 in 5|¥10bn|€0|-5|1e9"
    "|from 4 to 6|40–50|up to 1.5 trillion dollars|a 10-to-0 vote|52-48|UH-60|Flight 5342|the 47th|half a million tonnes|10,00,000"
    "|no fewer than nine|$20 a head|60mph|1,2,3,4|1.2.3.4|99999999999999999999999999|٣٤|²|Ⅷ|½%|$|0.000000000000001"
)
VERBS = "said|told reporters|voted|rose|fell to|announced|denied|will cost|signed|was born|according to|wrote,|asked:|spent|warned that"
SAID = (
    "“We were ready,” said|\"No comment,\"|‘I think so,’|“It's a so-called ‘deal’,” he said.|“Open|orphan”|'tis the '90s|the dogs' bowl"
    '|„so“|«là»|“‘“nested”’”|""|“”|‘’|rock ’n’ roll|5\'11"|“First paragraph.\n\n“Second paragraph,” she said.|the “plan”'
)
MARKS = "“|”|‘|’|\"|'|«|»|„|‹|`|´|″|′|—|–|-|--|…|...|.|,|;|:|?|!|(|)|[|]|{|}|%|$|£|€|¥|&|@|#|*|_|~|^|\\|/|<|>|=|+||"
MARKDOWN = (
    "# Heading\n|## By Ada Park\n|**bold**|_it_|[a link](https://example.org/a_(b))|![a](b.png)|> quoted\n|- item\n|1. item\n"
    "|```\ncode\n```|<p>a</p>|&nbsp;|&amp;|&#x2019;|[^1]|~~gone~~|***|\n---\n|<!-- a -->|<b|http://example.org?q=1&r=2|a@example.org"
)
HEADS = (
    "Mayor Quits After Audit\n\n|By Ada Park\n|LONDON, May 3 (Agency) — |OSLO — |Published 3 May 2019\n|Read more\n\n|Advertisement\n"
    "|Photo: Ada Park\n|Updated 4:05 PM ET, Fri May 3, 2019\n\n|Share this\n|RELATED: Something\n\n|3 May 2019\n\n"
)
ODD = (
    "\x00|\x07|\x1b|\x0b|\x0c|\x85|\u2028|\u2029|\r|\r\n|\n|\n\n|\n\n\n\n|\t|\xa0|\u200b|\u200d|\ufeff|\xad|\u202e|\u0301|\u0345|ﬁ|ﬀ|İ|ı|ß"
    "|ſ|K|Å|𝟘|𝐀|😀|👩‍👩‍👧|🇳🇴|中文|日本|العربية|हिन्दी|\U0010ffff|\ue000|ǅ|ŉ|\u1e9e|\u3000|\u2007|\u2011|０|１２|％|＄|ª|№|㍿|﷽"
)
PARTS = {
    name: listed.split("|")
    for name, listed in {
        "names": NAMES, "places": PLACES, "offices": OFFICES, "dates": DATES, "amounts": AMOUNTS, "verbs": VERBS,
        "said": SAID, "marks": MARKS, "markdown": MARKDOWN, "heads": HEADS, "odd": ODD,
        "small": "the|a|of|to|in|and|that|was|is|for|on|by|with|at|from|it|he|she|they|not|who|had|has|be|will|but|as|this",
    }.items()
}  # fmt: skip
SENTENCE = ("offices", "names", "verbs", "said", "small", "amounts", "small", "places", "dates")

ABOUT = About(
    data="texts put together from pieces of news, marks, digits and odd characters, each from its number alone",
    licence="the project's own",
    synthetic=True,
)


def bench(data: Path) -> list[Row | tuple[str, str]]:
    """How many inputs were read, how fast, and what went wrong; `data` only tells whether a bench is meant."""
    usual = INPUTS_IN_BENCH if data.exists() and any(data.iterdir()) else INPUTS_AT_A_GLANCE
    inputs = int(os.environ.get("FUZZ_INPUTS", usual))
    told, faults = fuzzed(inputs)
    note = "" if inputs >= INPUTS_ALONE else f"asked of {INPUTS_ALONE:,} inputs"
    return [
        ("inputs, each read twice (FUZZ_INPUTS sets how many)", f"{inputs:,}"),
        *(Row(*row, "at most 0", note) if row[0] == "faults" else row for row in told),
        *(
            (f"  smallest, of input {number}: {fault}"[:110], repr(smaller(number))[:110])
            for number, fault in faults[:3]
        ),
    ]


def fuzzed(inputs: int, first_input: int = 0) -> tuple[list[tuple[str, str]], list[tuple[int, str]]]:
    """The rows, and each fault with the number of its input."""
    context = multiprocessing.get_context("spawn")  # a fresh process each: another hash seed, no shared memory
    workers = max(1, (os.cpu_count() or 2) // 2)
    started = time.monotonic()
    with context.Pool(workers) as one, context.Pool(workers) as other:
        forwards = one.map_async(outcome, range(first_input, first_input + inputs), chunksize=100)
        backwards = other.map_async(outcome, range(first_input + inputs - 1, first_input - 1, -1), chunksize=100)
        first, second = forwards.get(), list(reversed(backwards.get()))
    seconds = time.monotonic() - started
    faults = []
    for number, (digest, fault, _), (again, fault_again, _) in zip(count(first_input), first, second, strict=False):
        if fault or fault_again:
            faults.append((number, fault or fault_again))
        elif digest != again:
            faults.append((number, "other bytes the second time"))
    kinds = Counter(fault.split(":")[0] for _, fault in faults)
    refused = sum(not digest for digest, _, _ in first) - sum(bool(fault) for _, fault, _ in first)
    rows = [
        ("refused in one sentence", f"{refused:,}"),
        ("faults", f"{len(faults):,}"),
        *((f"  {kind}", f"{many:,}") for kind, many in sorted(kinds.items())),
        ("readings a second, all processes", f"{2 * inputs / seconds:.0f}"),
        ("slowest reading", f"{max((slow for _, _, slow in (*first, *second)), default=0) * 1000:.0f} ms"),
    ]
    return rows, faults


def outcome(number: int) -> tuple[bytes, str, float]:
    """What reading one input gave: a digest of the JSON (empty if refused), the fault if any, and its seconds."""
    started = time.process_time()
    digest, fault = _read(*made(number))
    return digest, fault, time.process_time() - started


def made(number: int) -> tuple[str, date | None]:
    """The text and the dateline of an input, from its number alone."""
    chance = random.Random(number)  # noqa: S311 - it has to be repeatable, not secret
    style = chance.random()
    if style < 0.6:
        text = _news(chance)
    elif style < 0.8:
        text = _scraps(chance)
    elif style < 0.9:
        text = _run(chance) + _news(chance) + _run(chance)
    else:
        text = "".join(chr(_point(chance)) for _ in range(chance.randint(0, 80)))
    for _ in range(chance.choice((0, 0, 1, 3, 12))):
        text = _spoilt(text, chance)
    day = date(1900, 1, 1) + timedelta(days=chance.randint(0, 50_000)) if chance.random() < 0.7 else None
    return text, day


def smaller(number: int) -> str:
    """The smallest text found that still shows the fault of an input: pieces are left out as long as it stays."""
    text, day = made(number)
    fault = _read(text, day)[1].split(":")[0]
    size = len(text) // 2
    while fault and size:
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            if _read(shorter, day)[1].split(":")[0] == fault:
                text = shorter
            else:
                at += size
        size //= 2
    return text


def _read(text: str, day: date | None) -> tuple[bytes, str]:
    from checks.case.errors import CaseError
    from checks.reading import read

    signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        told = read(text, day, names=False).as_json()
    except CaseError as refusal:
        return b"", "" if "\n" not in str(refusal).strip() else f"a refusal of several lines: {refusal}"
    except Exception as error:  # any at all: that is what is asked
        return b"", f"{type(error).__name__} in {_where(error)}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    for path, part in _spans(told, ""):
        start, end = part["start"], part["end"]
        if not 0 <= start <= end <= len(text):
            return b"", f"a span outside the text in {path}: {start}, {end} of {len(text)}"
        if text[start:end] != part["exact"]:
            return b"", f"a span without its words in {path}: {text[start:end]!r} is not {part['exact']!r}"
    return hashlib.sha256(json.dumps(told).encode()).digest(), ""


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name} {trace.tb_lineno}" if trace else "?"


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} s")


def _spans(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if {"start", "end", "exact"} <= value.keys():
            yield path, value
        for name, inner in value.items():
            yield from _spans(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _spans(inner, path)


def _news(chance: random.Random) -> str:
    text = "".join(chance.choice(PARTS["heads"]) for _ in range(chance.choice((0, 0, 1, 3))))
    for _ in range(chance.randint(1, 5)):
        kept = [kind for kind in SENTENCE if chance.random() < 0.7]
        if chance.random() < 0.3:
            chance.shuffle(kept)
        words = [chance.choice(PARTS[kind]) for kind in kept]
        text += " ".join(words).capitalize() if chance.random() < 0.2 else " ".join(words)
        text += chance.choice((". ", ".\n\n", ".\n", "? ", ".” ", ' said."\n\n', "; "))
    return text


def _scraps(chance: random.Random) -> str:
    kinds = chance.sample(sorted(PARTS), chance.randint(1, 5))
    scraps = [chance.choice(PARTS[chance.choice(kinds)]) for _ in range(chance.randint(0, 40))]
    return chance.choice(("", " ", " ", "\n")).join(scraps)


def _run(chance: random.Random) -> str:
    piece = chance.choice(PARTS[chance.choice(sorted(PARTS))])
    return (piece + chance.choice(("", " "))) * chance.choice(
        (0, 2, 9, 9, 9, 60, 60, chance.choice((60, 60, 60, 1000)))
    )


def _point(chance: random.Random) -> int:
    """A code point: mostly of the first planes, now and then a lone surrogate."""
    most = chance.choice((0x7F, 0xFF, 0x24F, 0x2FFF, 0xFFFF, 0x10FFFF))
    point = chance.randint(0, most)
    return point if not 0xD800 <= point <= 0xDFFF or chance.random() < 0.02 else 0x2019


def _spoilt(text: str, chance: random.Random) -> str:
    """The text with one thing done to it: a piece left out, doubled, moved, put in, or changed in case."""
    at = chance.randint(0, len(text))
    end = min(len(text), at + chance.choice((1, 1, 3, 20)))
    piece = text[at:end]
    put = {
        0: "",
        1: piece + piece,
        2: piece.swapcase(),
        3: piece[::-1],
        4: chance.choice(PARTS["odd"]) + piece,
        5: chance.choice(PARTS["marks"]) + piece,
        6: chr(_point(chance)) + piece,
        7: piece.replace(" ", chance.choice("\n\t\xa0")),
    }[chance.randint(0, 7)]
    return text[:at] + put + text[end:]


if __name__ == "__main__":
    asked = int(os.environ.get("FUZZ_INPUTS", INPUTS_ALONE))
    rows, found = fuzzed(asked, int(os.environ.get("FUZZ_FROM", 0)))
    print(f"{asked:,} inputs, each read twice")
    for measure, value in rows:
        print(f"{measure}: {value}")
    shown: set[str] = set()
    for number, fault in found:
        if fault.split(":")[0] not in shown:
            shown.add(fault.split(":")[0])
            print(f"input {number}: {fault[:300]}\n  smallest: {smaller(number)!r}")
    sys.exit(bool(found))

"""Are names found, and called what they are? (the project's own sentences; no public gold is at hand)

Gold are the sentences of `tests/reading/names_gold.txt`, written for this project and marked by hand. Odd ones were looked
at while rules were written, even ones were kept aside. A name is right if its span and its kind are; “the” before a name
and “’s” after it are cut from every answer first, since usage differs. Bare spaCy is the same model with its own labels
(PERSON; ORG; GPE, LOC and FAC as places), a sentence at a time, in the same run. The floor calls every run of capitals
that does not begin a sentence an organisation's, a person's or a place's name: all three count as tried, and the best of
them is taken. Speed is CPU time over articles of BASIL length, without loading the model.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from page import About

from checks.reading.named.naming import available, names_in
from checks.reading.named.offices import offices_in
from checks.reading.named.parser import proposed
from checks.reading.parts import Paragraph
from checks.reading.sentences import sentences

GOLD = Path(__file__).parents[1] / "reading" / "names_gold.txt"
KINDS = ("person", "organisation", "place", "office")
LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
Spans = set[tuple[int, int, str]]


def marked(line: str) -> tuple[str, Spans]:
    """A sentence without its marks, and the spans that they marked."""
    text, spans, stack = "", set(), []
    for piece in re.split(r"(\[(?:person|organisation|place|office):|\])", line):
        if piece.startswith("[") and piece.endswith(":"):
            stack.append((len(text), piece[1:-1]))
        elif piece == "]":
            start, kind = stack.pop()
            spans.add((start, len(text), kind))
        else:
            text += piece
    return text, spans


def gold() -> list[tuple[str, Spans]]:
    """The sentences in order, each with the spans marked in it."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    return [marked(line) for line in lines if line and not line.startswith("#")]


def cut(text: str, spans: Spans) -> Spans:
    """Spans without “the” before and “’s” after them."""
    found = set()
    for start, end, kind in spans:
        exact = text[start:end]
        start += len(exact) - len(re.sub(r"^[Tt]he ", "", exact))
        end -= len(exact) - len(re.sub(r"[’']s?$", "", exact))
        found.add((start, end, kind))
    return found


def ours(text: str) -> Spans:
    """What we find in a text."""
    paragraph = Paragraph(0, len(text), text, "body")
    return {(name.start, name.end, name.kind) for name in names_in(text, sentences(text), [paragraph])}


def bare(text: str) -> Spans:
    """What the model alone finds in a text."""
    return {(start, end, LABELS[label]) for start, end, label in proposed([text])[0] if label in LABELS}


def capitals(kind: str) -> Callable[[str], Spans]:
    """The floor: every run of capitals but at the beginning, all called one kind."""
    return lambda text: {
        (run.start(), run.end(), kind) for run in re.finditer(r"(?<=\w )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*", text)
    }


def scores(read: Callable[[str], Spans], sample: list[tuple[str, Spans]]) -> dict[str, tuple[int, int, int]]:
    """For each kind: how many were right, how many answered, how many there are."""
    found = {kind: [0, 0, 0] for kind in KINDS}
    for text, there in sample:
        answered = cut(text, read(text))
        for kind in KINDS:
            mine, true = ({span for span in spans if span[2] == kind} for spans in (answered, there))
            for place, count in enumerate((len(mine & true), len(mine), len(true))):
                found[kind][place] += count
    return {kind: (right, said, there) for kind, (right, said, there) in found.items()}


def shown(right: int, said: int, there: int) -> str:
    """Precision, recall and F1 in words."""
    precision, recall = (100 * right / said if said else 0.0), (100 * right / there if there else 0.0)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"P {precision:.1f}, R {recall:.1f}, F1 {f1:.1f} ({there} names)"


ABOUT = About(
    data="sentences of news written for the project and marked by hand", licence="the project's own", synthetic=True
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Precision, recall and F1 by kind on both halves, ours beside bare spaCy; speed on articles, if they are there."""
    sample = gold()
    rows = [("proposed by", available())]
    for half, part in (("looked at", sample[0::2]), ("kept aside", sample[1::2])):
        mine, theirs = scores(ours, part), scores(bare, part)
        for kind in KINDS:
            rows.append((f"{kind}, {half}: ours", shown(*mine[kind])))
            rows.append((f"{kind}, {half}: bare spaCy", shown(*theirs[kind])))
        named = KINDS[:3]
        rows.append((f"all but offices, {half}: ours", shown(*_sum(mine, named))))
        rows.append((f"all but offices, {half}: bare spaCy", shown(*_sum(theirs, named))))
        floor = max((scores(capitals(kind), part) for kind in named), key=lambda found: _sum(found, named)[0])
        rows.append((f"all but offices, {half}: every run of capitals", shown(*_sum(floor, named))))
    return rows + speed(data)


def _sum(found: dict[str, tuple[int, int, int]], kinds: tuple[str, ...]) -> tuple[int, int, int]:
    right, said, there = (sum(found[kind][place] for kind in kinds) for place in range(3))
    return right, said, there


def speed(data: Path) -> list[tuple[str, str]]:
    """CPU time for an article, by rules for offices alone and for all names."""
    source = data / "contamination-splice" / "dev" / "splice.jsonl"
    if not source.exists():
        return []
    spent: dict[str, list[float]] = {"offices alone": [], "all names": [], "the model alone": []}
    for line in source.read_text(encoding="utf-8").splitlines()[:40]:
        pieces = json.loads(line)["paragraphs"]
        text, paragraphs = "", []
        for piece in pieces:
            paragraphs.append(Paragraph(len(text), len(text) + len(piece), piece, "body"))
            text += piece + "\n\n"
        cuts = sentences(text)
        for what, call in (
            ("offices alone", lambda text=text, cuts=cuts: offices_in(text, cuts)),
            ("all names", lambda text=text, cuts=cuts, all=paragraphs: names_in(text, cuts, all)),
            ("the model alone", lambda all=pieces: proposed(all)),
        ):
            begun = time.process_time()
            call()
            spent[what].append(time.process_time() - begun)
    return [(f"{what}: median CPU time an article", f"{1000 * median(times):.1f} ms") for what, times in spent.items()]

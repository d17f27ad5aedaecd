"""Very many articles, clustered: how long, how much memory, and are planted copies found? (made here, of made-up words)

100,000 articles of about 300 words; 10,000 of them are copies of another: the same text, a cut, a light edit with an own
paragraph, a brief, a rewriting that replaces half of the words and changes a tenth of the names and numbers. Among the
others are traps: articles that share a paragraph of background, articles out of one mould. Words come from a seeded
list with the frequencies of a language, names and numbers from seeded lists. It runs in a process of its own, so that
the peak of memory is its own. `COPIES_ARTICLES=… python copies_at_scale.py` runs it with another number.

Beside it, in the same run and on the same texts, datasketch: runs of five words, MinHash of as many orders, its LSH, the
pairs that this gives compared exactly, and joined. Once as its documentation shows it, a run at a time (on the first of
the articles, since it is slow), and once by its `bulk`, the fastest that it has. Times are seconds of one core. How cost
grows is the exponent of a line through an eighth, a quarter, a half and all of the articles.
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
from typing import Any

from page import About, Row
from peers import answers

ARTICLES = 100_000  # that of which it was asked
IN_BENCH = 5_000
AT_A_GLANCE = 600  # where no data are there, so that somebody only looks whether the table can be made
DOCUMENTED = 2_000  # articles on which datasketch is measured as documented
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

ABOUT = About(
    data="articles of made-up words, a tenth of them planted copies, from a fixed seed (COPIES_ARTICLES sets how many)",
    licence="the project's own",
    synthetic=True,
)


def bench(data: Path) -> list[Row | tuple[str, str]]:
    """Seconds and peak memory of clustering, the share of planted copies found by kind, and wrong joins."""
    whole = data.exists() and any(data.iterdir())
    count = int(os.environ.get("COPIES_ARTICLES", IN_BENCH if whole else AT_A_GLANCE))
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(Path(__file__)), str(count)],
        stdout=subprocess.PIPE, text=True, check=True, cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
    )  # fmt: skip
    found = json.loads(done.stdout)
    peer = answers("datasketch_copies", ["datasketch"], [count]) if whole else "its data are not here"
    note = "" if count >= ARTICLES else f"asked of {ARTICLES:,} articles"
    asked = {"peak memory (before clustering)": "under 4"}
    rows = [Row(measure, value, asked.get(measure, ""), note * (measure in asked)) for measure, value in found["rows"]]
    return rows + _beside(found, peer, note)


def _beside(ours: dict[str, Any], peer: list[Any] | str, note: str) -> list[Row | tuple[str, str]]:
    if isinstance(peer, str):
        return [("datasketch", peer)]
    (theirs,) = peer
    steps = (
        ("texts to groups", "groups"), ("texts to pairs to compare", "pairs"), ("runs of words to pairs", "by_runs"),
    )  # fmt: skip
    rows = list[Row | tuple[str, str]]()
    for what, step in steps:
        rows.append((f"articles a second of one core: {what}", f"{ours[step]:,.0f}"))
        for way in ("documented", "bulk"):
            rate = theirs[way][step]
            told = f"{rate:,.0f} (ours {ours[step] / rate:.1f} times)"
            beside = f"  datasketch {'as documented' if way == 'documented' else 'in bulk'}"
            rows.append(Row(beside, told, "ours at least 5", note) if step == "groups" else (beside, told))
    return [
        *rows,
        ("datasketch: planted copies found; groups; pairs compared", theirs["found"]),
        *((f"  {kind}", f"{theirs['hits'][kind]:,} of {theirs['of'][kind]:,}") for kind in KINDS),
        ("datasketch: peak memory", f"{theirs['peak']:.2f} GB"),
    ]


def measured(count: int) -> dict[str, Any]:
    """The rows, measured in this process, and the rates in articles a second of one core."""
    import numpy as np

    started = time.monotonic()
    made, planted = corpus(count)
    making = time.monotonic() - started
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sizes = [count // 8, count // 4, count // 2, count]
    times = [clustered_in(corpus(size)[0])[2] for size in sizes[:-1]]
    found, seconds, worked = clustered_in(made)
    times.append(worked)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    slope, _ = np.polyfit(np.log(sizes), np.log(times), 1)
    hits, all_of = scored(found, planted)
    joins = [pair for files in found for pair in combinations(files, 2)]
    true = {at: planted[at][0] if at in planted else at for at in range(count)}
    wrong = sum(true[one] != true[other] for one, other in joins)
    words = sum(text.count(" ") + 1 for text in made[:1000]) / len(made[:1000])
    paired, by_runs = pairing(made)
    return {"groups": count / worked, "pairs": count / paired, "by_runs": count / by_runs, "rows": [
        ("articles; words in each; planted copies", f"{count:,}; {words:.0f}; {len(planted):,}"),
        ("seconds of clustering; of one core; of making them", f"{seconds:.0f}; {worked:.0f}; {making:.0f}"),
        ("peak memory (before clustering)", f"{peak / 2**20:.2f} GB ({before / 2**20:.2f} GB)"),
        ("cost grows with the articles to the power of", f"{slope:.2f}"),
        ("planted copies found", f"{hits.total() / max(1, len(planted)):.1%}"),
        *((f"  {kind}", f"{hits[kind]:,} of {all_of[kind]:,}") for kind in KINDS),
        ("groups; pairs joined; of them wrong", f"{len(found):,}; {len(joins):,}; {wrong:,}"),
    ]}  # fmt: skip


def clustered_in(texts: list[str]) -> tuple[list[list[int]], float, float]:
    """The groups, and how many seconds it took, by the clock and of one core."""
    from checks.reading.copies.groups import clusters
    from checks.reading.copies.parts import Article

    started, worked = time.monotonic(), time.process_time()
    articles = [Article(f"{at:07}", text) for at, text in enumerate(texts)]
    found = clusters(articles, told=lambda done: _told(done, len(texts), started))
    groups = [[int(file) for file in files] for files in found]
    return groups, time.monotonic() - started, time.process_time() - worked


def pairing(texts: list[str]) -> tuple[float, float]:
    """Seconds of one core from texts to the pairs to compare; and to those by runs alone, once the runs are there."""
    from rensa import RMinHash

    from checks.reading.copies.candidates import candidates
    from checks.reading.copies.fingerprints import HEAD, SEED, SLOTS, fingerprint, stretches_of
    from checks.reading.copies.shingles import plain_words

    began = time.process_time()
    prints = [fingerprint(text) for text in texts]
    candidates(prints)
    whole = time.process_time() - began
    by_runs = [one[: HEAD.size + 4 * SLOTS * HEAD.unpack_from(one)[1]] for one in prints]  # without names and numbers
    runs = [stretches_of(plain_words(text)) for text in texts]
    began = time.process_time()
    for stretch in (stretch for stretches in runs for stretch in stretches):
        signed = RMinHash(SLOTS, SEED)
        signed.update(stretch)
        signed.digest()
    candidates(by_runs)
    return whole, time.process_time() - began


def scored(found: list[list[int]], planted: dict[int, tuple[int, str]]) -> tuple[Counter[str], Counter[str]]:
    """Of each kind of planted copy, how many stand in the group of what they copy, and how many there are."""
    group = {at: number for number, places in enumerate(found) for at in places}
    hits, all_of = Counter[str](), Counter[str]()
    for copy, (of, kind) in planted.items():
        all_of[kind] += 1
        hits[kind] += copy in group and group[copy] == group.get(of)
    return hits, all_of


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

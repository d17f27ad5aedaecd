"""How does the cost grow with the size of the work: an article's length, a case's claims, documents, articles?

CPU seconds of this process at five sizes, each twice the one before, and the exponent of a line through them, fitted by least
squares on logarithms: 1 is a cost that grows as the work does. Reading is timed with its suspicions; verifying opens the
case anew; a look-up is the median of 40, among claims and their reviews; screening is timed in this process, its two halves apart:
its articles are made of the same few sentences, so that many pairs of them have to be laid side by side; articles that are
clustered alone have words of their own. All is made here, by the makers that the other benchmarks use. The larger sizes are theirs.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from copies_at_scale import clustered_in, corpus
from page import About
from timelines import exponent

sys.path.insert(0, str(Path(__file__).parents[1]))
from screened_articles import articles, as_lines

ABOUT = About(
    data="articles and claims put together by the run from seeded lists",
    licence="the project's own",
    synthetic=True,
)
LEAST = {"words": 250, "claims": 80, "documents": 1_000, "screened": 12, "clustered": 250}


def bench(data: Path) -> list[tuple[str, str]]:
    """For each kind of work, the seconds at each size, and the exponent."""
    if not any(data.iterdir()):
        return []
    rows = []
    for work, least, timed in (
        ("reading an article of so many words", LEAST["words"], reading),
        ("opening and verifying a case of so many claims", LEAST["claims"], verifying),
        ("looking up among so many documents", LEAST["documents"], looking_up),
        ("screening so many articles: reading them", LEAST["screened"], screening),
        ("screening so many articles: laying them side by side", LEAST["screened"], together),
        ("clustering so many articles", LEAST["clustered"], clustering),
    ):
        with tempfile.TemporaryDirectory() as folder:
            timed(least // 4, Path(folder) / "first")  # what is loaded once is loaded
            points = [(least * 2**at, timed(least * 2**at, Path(folder) / str(at))) for at in range(5)]
        told = "; ".join(f"{size:,}: {_seconds(spent)}" for size, spent in points)
        rows += [(work, told), ("  grows to the power of", f"{exponent(points):.2f}")]
    return rows


def spent(work: Callable[[], object]) -> float:
    """The CPU seconds of something."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def reading(words: int, folder: Path) -> float:
    """The least of three readings, each of an article of its own, since what was read is remembered."""
    from checks.reading import read

    texts = [one["text"] for one in articles(3, words)]
    return min(spent(lambda text=text: read(text, names=False).as_json()) for text in texts)


def looking_up(documents: int, folder: Path) -> float:
    """The median of 40 look-ups, each with the words of one of the documents in another order."""
    from checks.evidence.earlier.looking_up import look_up
    from checks.evidence.earlier.parts import FactCheck
    from checks.evidence.earlier.store import in_memory

    texts = [" ".join(text.split()[:40]) for text in corpus(documents)[0]]
    store = in_memory(FactCheck(text, "-", "-", f"https://made.example/{at}") for at, text in enumerate(texts))
    asked = [" ".join(reversed(text.split()[5:25])) for text in texts[:: max(1, len(texts) // 40)][:40]]
    return statistics.median(spent(lambda one=one: look_up(store, one)) for one in asked)


def screening(count: int, folder: Path) -> float:
    """Reading alone, in this process, of articles that no other size has, since what was read is remembered."""
    from checks.screening.run import read_all

    (folder / "out").mkdir(parents=True)
    as_lines(islice(articles(2 * count), count, None), folder / "articles.jsonl")
    return spent(lambda: read_all([folder / "articles.jsonl"], folder / "out"))


def together(count: int, folder: Path) -> float:
    """Stories, what is told differently, and ranks, of articles that were screened."""
    from checks.screening import together as over_all

    screening(count, folder)
    return spent(lambda: over_all.together(folder / "out"))


def clustering(count: int, folder: Path) -> float:
    """Clustering alone, of texts of made-up words."""
    return clustered_in(corpus(count)[0])[2]


def verifying(claims: int, folder: Path) -> float:
    """Opening and verifying a case of which each sentence is a claim."""
    from checks.case.folder import Case
    from checks.case.starting import new_case
    from checks.case.verify import verify

    os.environ.setdefault("CHECKS_WHO", "A Benchmark")
    for name in ("data/cases", "data/reference", "notebooks"):
        (folder / name).mkdir(parents=True)
    said = [f"Number {n}: the mayor signed an order for {n + 3} school places on 5 March 2031." for n in range(claims)]
    (folder / "story.txt").write_text("\n\n".join(said) + "\n", encoding="utf-8")
    new_case("2031-06-long", folder / "story.txt", {"published": "2031-06-01"}, folder)
    written = "".join(
        f'  - id: claim-{n}\n    words: {{exact: "Number {n}: the mayor"}}\n    says: It is so.\n    speaker: article\n'
        for n in range(claims)
    )
    case = Case("2031-06-long", folder)
    (case.folder / "claims.yaml").write_text(f"status: in-progress\nclaims:\n{written}left_out: []\n", encoding="utf-8")
    case.seals.add(["claims.yaml"])
    return spent(lambda: verify(Case("2031-06-long", folder)))


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{1000 * seconds:.1f} ms"

"""Is what was checked before found again? (claim-retrieval-ct2020: CheckThat! 2020, task 2, posts against 10,375 claims)

MAP@5 over the posts of `dev`; every number of the look-up was chosen on `train`. The floors and peers are BM25 and TF-IDF
over the same texts, claim and title of the review, from rank-bm25 and scikit-learn in the same run; the model of meanings
is an extra (`make extras`), and is left out, with the reason, where it is not installed. Speed: claims made here, each of the halves of
two real ones, so that words are as frequent as in real ones (synthetic, and with fewer different words than so many real
claims have), asked for 200 posts of `train`; medians of the wall clock and of one core. EARLIER_CLAIMS=… sets the number.
"""

from __future__ import annotations

import csv
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from math import log
from pathlib import Path

from page import About, Row
from peers import answers

CLAIMS, ASKED = 100_000, 200
Posts = list[tuple[str, set[int]]]

ABOUT = About(
    data="CLEF-2020 CheckThat!, task 2: posts and the claims of earlier fact-checks; for speed, claims made of halves of two",
    licence="free for research",
    files=tuple(
        f"claim-retrieval-ct2020/{file}"
        for file in (
            "shared/verified_claims.docs.tsv",
            "dev/dev.queries.tsv",
            "dev/dev.qrels",
            "dev/train.queries.tsv",
            "dev/train.qrels",
        )
    ),
    asked={"MAP@5: ours, words and letters": "at least 0.79", "MAP@5: ours, with meanings": "at least 0.84"},
)


def bench(data: Path) -> list[Row | tuple[str, str]]:
    """MAP@5 of the floors, of words and letters, and with meanings; then how the time of a look-up grows."""
    folder = data / "claim-retrieval-ct2020"
    if not folder.exists():
        return []
    from checks.evidence.earlier.looking_up import look_up
    from checks.evidence.earlier.parts import FactCheck
    from checks.evidence.earlier.store import in_memory

    claims = [(int(id), claim, title) for id, claim, title in _table(folder / "shared" / "verified_claims.docs.tsv")]
    dev, train = _posts(folder, "dev"), _posts(folder, "train")
    rows = [("claims, posts of dev", f"{len(claims):,}, {len(dev)}")]
    ids = [id for id, _, _ in claims]
    asked = {"claims": [f"{claim} {title}" for _, claim, title in claims], "texts": [post for post, _ in dev]}
    said = answers("claims_ranked", ["scikit-learn", "rank-bm25"], [asked])
    for way, found in {} if isinstance(said, str) else said[0].items():
        ranked = ([ids[place] for place in places] for places in found["places"])
        rows.append((f"MAP@5: {way}", f"{_map(zip(ranked, dev, strict=True)):.3f}"))
    if isinstance(said, str):
        rows.append(("MAP@5: floors", said))
    store = in_memory(FactCheck(claim, "-", "-", str(id), title=title) for id, claim, title in claims)

    def ours(meanings: object = None) -> str:
        leads = [[int(lead.fact_check.url) for lead in look_up(store, post, 5, meanings)] for post, _ in dev]  # type: ignore[arg-type]
        return f"{_map(zip(leads, dev, strict=True)):.3f}; no lead for {sum(not found for found in leads)} posts"

    began = time.process_time()
    rows.append(("MAP@5: ours, words and letters", ours()))
    seconds = time.process_time() - began
    rows.append(("posts a second of one core: ours, words and letters", f"{len(dev) / seconds:.0f}"))
    for way, found in {} if isinstance(said, str) else said[0].items():
        ratio = f"{len(dev) / found['seconds']:.0f} (ours {found['seconds'] / seconds:.2f} times)"
        rows.append((f"posts a second of one core: {way}", ratio))
    rows.append(("MAP@5: ours, with meanings", _with_meanings(store, ours)))
    most = int(os.environ.get("EARLIER_CLAIMS", CLAIMS))
    return rows + _speed(claims, [post for post, _ in train[:ASKED]], most)


def _with_meanings(store: object, ours: Callable[[object], str]) -> str:
    from checks.case.errors import CaseError
    from checks.evidence.earlier.embedding import Meanings

    try:
        meanings = Meanings()
    except CaseError as error:
        return str(error)
    started = time.process_time()
    meanings.learn(store)  # type: ignore[arg-type]
    learnt = time.process_time() - started
    return f"{ours(meanings)} ({learnt:.0f} s of one core to learn the claims, once)"


def _speed(claims: list[tuple[int, str, str]], posts: list[str], most: int) -> list[Row | tuple[str, str]]:
    """Milliseconds of a look-up among ever more claims, and the exponent with which it grows."""
    from checks.evidence.earlier.looking_up import look_up
    from checks.evidence.earlier.store import opened, take_in

    rows, points = list[Row | tuple[str, str]](), []
    with tempfile.TemporaryDirectory() as made:
        for number in (most // 10, most // 3, most):
            path = Path(made) / f"{number}.sqlite"
            started = time.perf_counter()
            take_in(path, _halves(claims, number))
            making = time.perf_counter() - started
            walls, cores = [], []
            with opened(path) as store:
                for post in posts:
                    wall, core = time.perf_counter(), time.process_time()
                    look_up(store, post)
                    walls.append(1000 * (time.perf_counter() - wall))
                    cores.append(1000 * (time.process_time() - core))
            core = statistics.median(cores)
            points.append((log(number), log(core)))
            rows.append(
                Row(
                    f"look-up among {number:,} claims",
                    f"median {statistics.median(walls):.0f} ms ({core:.0f} ms of one core, slowest {max(cores):.0f}); "
                    f"store made in {making:.0f} s, {path.stat().st_size / 1e6:.0f} MB",
                    "median under 50" if number == most else "",
                    "" if number != most or most >= CLAIMS else f"asked of {CLAIMS:,} claims",
                )
            )
    slope = statistics.linear_regression([x for x, _ in points], [y for _, y in points]).slope
    return [*rows, ("time of a look-up grows with the number of claims to the power", f"{slope:.2f}")]


def _halves(claims: list[tuple[int, str, str]], number: int) -> Iterator[object]:
    from checks.evidence.earlier.parts import FactCheck

    chance = random.Random(1)  # noqa: S311

    def joined(one: str, other: str) -> str:
        first, second = one.split(), other.split()
        return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])

    for at in range(number):
        (_, claim, title), (_, other, its_title) = chance.choice(claims), chance.choice(claims)
        yield FactCheck(joined(claim, other), "-", "-", f"https://made.example/{at}", title=joined(title, its_title))


def _map(found: Iterable[tuple[list[int], tuple[str, set[int]]]]) -> float:
    """Mean average precision among the first five."""
    every = []
    for ranked, (_, right) in found:
        hits, total = 0, 0.0
        for rank, id in enumerate(ranked[:5], 1):
            if id in right:
                hits += 1
                total += hits / rank
        every.append(total / min(len(right), 5))
    return statistics.mean(every)


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def _posts(folder: Path, part: str) -> Posts:
    """The posts of a part, each with the ids of the claims that it repeats."""
    right: dict[str, set[int]] = {}
    for line in (folder / "dev" / f"{part}.qrels").read_text().splitlines():
        post, _, claim, _ = line.split()
        right.setdefault(post, set()).add(int(claim))
    return [(text, right[id]) for id, text in _table(folder / "dev" / f"{part}.queries.tsv") if id in right]

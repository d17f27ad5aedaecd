"""datasketch on the texts of `copies_at_scale`: MinHash of runs of five words, LSH, pairs compared exactly, joined.

Each line is a number of articles; the answer has rates in articles a second of one core, and what was found.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from datasketch import MinHash, MinHashLSH

sys.path.append(str(Path(__file__).parents[1]))
from copies_at_scale import DOCUMENTED, KINDS, corpus, scored

ORDERS, SAME = 64, 0.4  # as many orders as ours; the share of the shorter text's runs that makes a copy
THRESHOLD = 0.3  # of LSH: lower than SAME, which is of the shorter text


def runs_of(text: str) -> set[bytes]:
    """The runs of five words of a text."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(run).encode() for run in zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)}


def one_by_one(runs: list[set[bytes]]) -> list[MinHash]:
    """Signed as the documentation shows it."""
    signed = []
    for some in runs:
        one = MinHash(num_perm=ORDERS)
        for run in some:
            one.update(run)
        signed.append(one)
    return signed


def pairs(signed: list[MinHash]) -> set[tuple[int, int]]:
    """The pairs that its LSH gives."""
    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=ORDERS)
    for at, one in enumerate(signed):
        lsh.insert(at, one, check_duplication=False)
    return {(other, at) for at, one in enumerate(signed) for other in lsh.query(one) if other < at}


def groups(found: set[tuple[int, int]], runs: list[set[bytes]]) -> list[list[int]]:
    """Those that share enough of the runs of the shorter, joined."""
    of = {at: at for at in range(len(runs))}

    def root(at: int) -> int:
        while of[at] != at:
            of[at] = of[of[at]]
            at = of[at]
        return at

    for one, other in sorted(found):
        if len(runs[one] & runs[other]) >= SAME * max(1, min(len(runs[one]), len(runs[other]))):
            of[root(other)] = root(one)
    joined: dict[int, list[int]] = {}
    for at in range(len(runs)):
        joined.setdefault(root(at), []).append(at)
    return [members for members in joined.values() if len(members) > 1]


def measured(texts: list[str], sign: Any) -> tuple[dict[str, float], list[list[int]], int]:
    """The rates of each step, the groups, and how many pairs were compared."""
    began = time.process_time()
    runs = [runs_of(text) for text in texts]
    read = time.process_time()
    found = pairs(sign(runs))
    paired = time.process_time()
    joined = groups(found, runs)
    ended = time.process_time()
    seconds = {"groups": ended - began, "pairs": paired - began, "by_runs": paired - read}
    return {step: len(texts) / took for step, took in seconds.items()}, joined, len(found)


def answer(count: int) -> dict[str, Any]:
    """Both ways on the same texts."""
    texts, planted = corpus(count)
    documented, _, _ = measured(texts[:DOCUMENTED], one_by_one)
    bulk, joined, compared = measured(texts, lambda runs: MinHash.bulk(runs, num_perm=ORDERS))
    hits, all_of = scored(joined, planted)
    return {
        "documented": documented, "bulk": bulk, "version": version("datasketch"),
        "found": f"{hits.total() / max(1, len(planted)):.1%}; {len(joined):,}; {compared:,}",
        "hits": {kind: hits[kind] for kind in KINDS}, "of": {kind: all_of[kind] for kind in KINDS},
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
    }  # fmt: skip


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)

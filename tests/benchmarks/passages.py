"""Is a claim borne out by a passage? (the 40 news probes and 16 article pairs of the project's study, and our own pairs)

`passage_probes.yaml` holds the probes; `tests/reading/pairs/*.yaml` our own pairs, each file a row of its own. Right: a claim
that the passage supports must come out *supported*, and every other one must not (*unsettled* is a no: it is said of the
claim, with the reason). Passed: called supported. To the word: the verdict itself is the one in the pair. The floors are
saying no to every claim, and yes. The peers are six packages that check without a model (`peers/`), each asked in the same
run with one claim and one passage, in its default way; a claim that a package was silent on, could not decide or crashed on
counts as wrong, true or false. Several of them were built for other work (a model's output against its documents), so this
tells how they do on news, and not how good they are.
Speed: in a fresh process with one thread. The first verdict is counted from the start of Python; the probes then warm up,
and our own pairs are timed in CPU seconds, each once, half of them one at a time and half as a stream.
Where no public data are at hand, as in the tests, neither the packages nor speed are asked for: nothing is fetched.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import yaml
from page import About, Row
from peers import answers

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SIX = {
    "rag-quantguard 0.2.4": ("quantguard", ["rag-quantguard==0.2.4"]),
    "onus 0.1.0": ("onus", ["onus==0.1.0"]),
    "report-workflow 4.41.1": ("report_workflow", ["report-workflow==4.41.1"]),
    "claimproofkit 0.1.1": ("claimproofkit", ["claimproofkit==0.1.1"]),
    "citesure 0.2.2": ("citesure", ["citesure==0.2.2"]),
    "anchorcite 0.1.0": ("anchorcite", ["anchorcite==0.1.0"]),
}
UNTOLD = ("silent", "ambiguous", "crashed")  # what a package says that neither passes nor flags
TIMED = """
import json, os, sys, time
from checks.reading.passages import compare, compared_all
warming, timed = json.load(sys.stdin)
compare(*warming[0])
print(time.time() - float(os.environ["STARTED"]))
list(compared_all(warming))
half = timed[::2], timed[1::2]
for part, way in zip(half, (lambda pairs: [compare(*pair) for pair in pairs], lambda pairs: list(compared_all(pairs)))):
    begun = time.process_time()
    way(part)
    print(len(part) / (time.process_time() - begun))
"""
ASKED = {
    "news probes": "at least 37 of 40, false passed at most 0",
    "article pairs": "at least 15 of 16, false passed at most 0",
}
ASKED_OF_OURS = "at least 85 %, false passed at most 2 %"
Pair = tuple[str, str]

ABOUT = About(
    data="the study's 40 news probes and 16 pairs of one article; pairs written for the project, some by people who had not "
    "seen the code",
    licence="the project's own",
    synthetic=True,
)


def bench(data: Path) -> list[Row | tuple[str, str]]:
    """Ours on the probes and on our own pairs, beside the floors and the six packages; then speed."""
    from checks.reading.passages import compared_all

    probes = yaml.safe_load((HERE / "passage_probes.yaml").read_text(encoding="utf-8"))
    sets = [("news probes", probes["news"]), ("article pairs", probes["article"])]
    own = sorted(p for p in (ROOT / "tests" / "reading" / "pairs").glob("*.yaml") if not p.stem.startswith("quotes"))
    sets += [(f"our pairs, {path.stem}", yaml.safe_load(path.read_text(encoding="utf-8"))) for path in own]
    every = [(one["claim"], one["passage"]) for _, of in sets for one in of]
    verdicts = [compared.verdict for compared in compared_all(every)]
    in_full = data.is_dir() and any(data.iterdir())
    theirs = said_by_packages(every) if in_full else {}
    rows, at = list[Row | tuple[str, str]](), 0
    for name, of in sets:
        upto = at + len(of)
        truths = [one["right"] in ("yes", "supported") for one in of]
        passed = ["passed" if verdict == "supported" else "flagged" for verdict in verdicts[at:upto]]
        rows.append(Row(f"{name}: ours", told(truths, passed), ASKED.get(name, ASKED_OF_OURS)))
        decided = sum(verdict != "unsettled" for verdict in verdicts[at:upto])
        rows.append((f"{name}: decided", f"{decided} of {len(of)}"))
        if name.startswith("our"):
            rows += [(f"{name}: {what}", value) for what, value in closer(of, verdicts[at:upto])]
        rows += [(f"{name}: always no", told(truths, ["flagged"] * len(of)))]
        rows += [(f"{name}: always yes", told(truths, ["passed"] * len(of)))]
        for package, said in theirs.items():
            rows.append((f"{name}: {package}", said if isinstance(said, str) else told(truths, said[at:upto])))
        at = upto
    known = len(probes["news"]) + len(probes["article"])
    return rows + (speed(every[:known], every[known:]) if in_full and own else [])


def said_by_packages(pairs: list[Pair]) -> dict[str, list[str] | str]:
    """What each of the six says of each (claim, passage): passed, flagged or one of UNTOLD; or why there is no answer."""
    asked = [{"claim": claim, "passage": passage} for claim, passage in pairs]
    return {package: answers(script, packages, asked) for package, (script, packages) in SIX.items()}


def told(truths: list[bool], said: Iterable[str]) -> str:
    """How many are right, true ones passed and false ones passed, as one cell of the table."""
    counts = Counter(zip(truths, said, strict=True))
    true, false = sum(truths), len(truths) - sum(truths)
    right = counts[True, "passed"] + counts[False, "flagged"]
    untold = sum(counts[truth, word] for truth in (True, False) for word in UNTOLD)
    cell = f"{right} of {len(truths)} right ({100 * right / len(truths):.1f} %)"
    cell += f"; true passed {counts[True, 'passed']} of {true}, false passed {counts[False, 'passed']} of {false}"
    return f"{cell}; not decided {untold}" if untold else cell


def closer(pairs: list[dict[str, str]], verdicts: list[str]) -> list[tuple[str, str]]:
    """The verdict to the word, and the kinds that are not all right."""
    to_the_word = sum(one["right"] == verdict for one, verdict in zip(pairs, verdicts, strict=True))
    kinds = Counter(one["kind"] for one in pairs)
    missed = Counter(
        one["kind"]
        for one, verdict in zip(pairs, verdicts, strict=True)
        if (one["right"] == "supported") != (verdict == "supported")
    )
    by_kind = ", ".join(f"{kind} {kinds[kind] - lost} of {kinds[kind]}" for kind, lost in sorted(missed.items()))
    return [
        ("the verdict to the word", f"{to_the_word} of {len(pairs)} ({100 * to_the_word / len(pairs):.1f} %)"),
        (f"kinds not all right ({len(missed)} of {len(kinds)})", by_kind or "none"),
    ]


def speed(warming: list[Pair], timed: list[Pair]) -> list[Row]:
    """The first verdict of a fresh process, and pairs a second after the warming: one at a time, and as a stream."""
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-c", TIMED],
        input=json.dumps([warming, timed]),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | one_thread | {"STARTED": str(time.time())},
    )
    first, singly, streamed = (float(line) for line in done.stdout.splitlines())
    return [
        Row("the first verdict of a fresh process", f"{first:.2f} s", "under 3"),
        Row(
            "pairs a second after it, one at a time and as a stream",
            f"{singly:.0f}, {streamed:.0f}",
            "at least 60, at least 60",
        ),
    ]

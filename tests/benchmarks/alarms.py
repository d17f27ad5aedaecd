"""How often does a clean article raise a suspicion? (BASIL articles without splices, and PolNeAR 1.0: real news)

Counted per 1,000 words: over the articles of `contamination-splice` that nothing was spliced into, and all of
`quotes-polnear`. An alarm is counted whether or not the article is really at fault, so the figure is an upper bound.
ALARMS_TO=file writes every certain and likely one down, to be read by hand.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from page import About

from checks.reading import read

MOST = {"certain": 0.05, "likely": 0.5}  # asked for, per 1,000 words

ABOUT = About(
    data="BASIL (launchnlp/BASIL), the articles that nothing was spliced into, and PolNeAR 1.0; both American political news",
    licence="none stated; not ours to publish",
    files=(
        "contamination-splice/dev/splice.jsonl",
        "quotes-polnear/dev/polnear_dev.jsonl",
        "quotes-polnear/dev/polnear_train_sample30.jsonl",
    ),
    asked={certainty: f"at most {most}" for certainty, most in MOST.items()},
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Alarms of each certainty, with their rate; and how many words were read."""
    texts = list(clean_articles(data))
    if not texts:
        return []
    alarms = [(text, one) for text in texts for one in read(text, names=False).suspicions]
    if to := os.environ.get("ALARMS_TO"):
        Path(to).write_text("\n".join(_told(*alarm) for alarm in alarms if alarm[1].certainty in MOST), "utf-8")
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    counts = Counter(one.certainty for _, one in alarms)
    kinds = Counter((one.certainty, one.kind) for _, one in alarms)
    rows = [("articles read, and words", f"{len(texts)}, {words:,}")]
    for certainty in ("certain", "likely", "look"):
        told = f"{1000 * counts[certainty] / words:.3f} per 1,000 words; {counts[certainty]} in all"
        of = ", ".join(f"{kind} {number}" for (sure, kind), number in kinds.most_common() if sure == certainty)
        rows.append((certainty, f"{told}: {of}" if of else told))
    return rows


def clean_articles(data: Path) -> Iterator[str]:
    """The texts that are as their newspapers had them."""
    spliced = data / "contamination-splice" / "dev" / "splice.jsonl"
    if spliced.exists():
        for line in spliced.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            if not any(article["foreign"]):
                yield "\n\n".join(article["paragraphs"])
    for path in sorted((data / "quotes-polnear" / "dev").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def _told(text: str, one: object) -> str:
    from checks.reading.parts import Suspicion

    assert isinstance(one, Suspicion)
    spans = " | ".join(" ".join(span.exact.split()) for span in one.spans)
    return f"{one.certainty} {one.kind} [{' '.join(text.split())[:60]}]\n    {spans}\n    {one.reason}"

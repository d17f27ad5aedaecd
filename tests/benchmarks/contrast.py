"""Supported or refuted by its evidence? (FEVER-Symmetric v0.2 and FoolMeTwice: claims written to be hard on word overlap)

Wikipedia sentences with claims by crowd workers. *Supported* answers SUPPORTS; *contradicted* and *misleading* answer
REFUTES; *unsettled* is an abstention. Accuracy counts an abstention as wrong. Decided: the share that is not unsettled, and
the share of those that is right. Contradicted: how often that word is right, and how many times it is said. Numeric: a digit
or a cardinal number word in the claim. Dated: a year from 1500 to 2099 or the name of a month in the claim.
FEVER's text is tokenised; `restored` gives it ordinary typography first (brackets, quotation marks, dashes, spaces), for
every package alike. The floors refute every claim, or support it. The six packages are those of `passages.py`: passed
answers SUPPORTS and flagged REFUTES; silent, ambiguous and crashed are abstentions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from page import About
from passages import said_by_packages

FILES = {"FEVER-Symmetric": "fever_symmetric_dev.jsonl", "FoolMeTwice": "fm2_dev.jsonl"}
ANSWERS = {
    "supported": "SUPPORTS", "contradicted": "REFUTES", "misleading": "REFUTES", "passed": "SUPPORTS", "flagged": "REFUTES",
}  # fmt: skip
NUMBER = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|"
    r"millions?|billions?|trillions?)\b",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\b(?:1[5-9]|20)\d\ds?\b|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
SUBSETS: dict[str, Callable[[str], bool]] = {
    "numeric": lambda claim: bool(NUMBER.search(claim)),
    "dated": lambda claim: bool(DATED.search(claim)),
    "all": lambda claim: True,
}
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
TYPOGRAPHY = [
    (re.compile(r"(?<=\d) -- (?=\d+\b(?! [A-Z]))"), "–"),
    (re.compile(r"(?<!\S)--(?!\S)"), "–"),
    (re.compile(r" +(?=[,.;:?!)\]}%”])"), ""),
    (re.compile(r"(?<=[(\[{$£€#“]) +"), ""),
    (re.compile(r" (?=(?:n't|'(?:s|re|ve|ll|d|m))\b)"), ""),
    (re.compile(r"(?<=\w[sz]) '(?= )"), "'"),
]

ABOUT = About(
    data="FEVER-Symmetric v0.2 and FoolMeTwice, claims by crowd workers against sentences of Wikipedia",
    licence="Wikipedia's terms; Apache-2.0",
    files=tuple(f"contrast-fevsym-fm2/dev/{file}" for file in FILES.values()),
    asked={
        "FEVER-Symmetric, numeric: ours": "accuracy at least 0.82, contradicted right at least 0.90",
        "FEVER-Symmetric, dated: ours": "accuracy at least 0.85, contradicted right at least 0.90",
        "FoolMeTwice, numeric: ours": "accuracy at least 0.66, contradicted right at least 0.80",
    },
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Each set and subset: ours, the floors and the six packages."""
    from checks.reading.passages import compared_all

    rows = []
    for name in FILES:
        if not (items := labelled(data, name)):
            continue
        pairs = [(claim, evidence) for claim, evidence, _ in items]
        said: dict[str, list[str] | str] = {
            "ours": [compared.verdict for compared in compared_all(pairs)],
            "always no": ["flagged"] * len(pairs),
            "always yes": ["passed"] * len(pairs),
            **said_by_packages(pairs),
        }
        for subset, belongs in SUBSETS.items():
            places = [place for place, (claim, _, _) in enumerate(items) if belongs(claim)]
            labels = [items[place][2] for place in places]
            rows.append((f"{name}, {subset}: pairs", f"{len(places)}"))
            for who, words in said.items():
                told = words if isinstance(words, str) else score(labels, [words[place] for place in places])
                rows.append((f"{name}, {subset}: {who}", told))
    return rows


def labelled(data: Path, name: str) -> list[tuple[str, str, str]]:
    """(claim, evidence, SUPPORTS or REFUTES) of one of FILES, in ordinary typography; empty where the file is not there."""
    path = data / "contrast-fevsym-fm2" / "dev" / FILES[name]
    if not path.exists():
        return []
    plain = restored if name == "FEVER-Symmetric" else str
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        (plain(item["claim"]), plain(item["evidence"]), item["label"])
        for item in items
        if item["label"] in ("SUPPORTS", "REFUTES")
    ]


def restored(text: str) -> str:
    """Text as it was before a tokeniser took it apart: “-LRB- ABC -RRB- ,” becomes “(ABC),”."""
    words, marks = [], 0
    for word in text.split():
        if word in ("``", "''", '"'):  # both are used for either end, so they open and close by turns
            words.append("”" if marks % 2 else "“")
            marks += 1
        else:
            words.append(BRACKETS.get(word, word))
    plain = " ".join(words)
    for pattern, replacement in TYPOGRAPHY:
        plain = pattern.sub(replacement, plain)
    return plain.replace("“", '"').replace("”", '"')


def score(labels: list[str], said: list[str]) -> str:
    """Accuracy, what was decided and how well, and how often *contradicted* (or flagged) is right."""
    right = [ANSWERS.get(word) == label for word, label in zip(said, labels, strict=True)]
    decided = [ok for word, ok in zip(said, right, strict=True) if word in ANSWERS]
    told = f"accuracy {sum(right) / len(right):.3f}; decided {len(decided) / len(right):.2f}"
    told += f", right {sum(decided) / len(decided):.3f}" if decided else ""
    word = "contradicted" if "contradicted" in said else "flagged"
    fired = [label == "REFUTES" for one, label in zip(said, labels, strict=True) if one == word]
    return f"{told}; {word} right {sum(fired) / len(fired):.3f} of {len(fired)}" if fired else told

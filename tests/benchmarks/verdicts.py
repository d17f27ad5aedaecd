"""Real claims with the evidence that fact-checkers found: is what is decided right? (AVeriTeC, 300 training claims)

A passage is all the questions and answers that the fact-checkers wrote down for a claim, with the explanation of a yes or
no, joined in their order; answers that say that none was found are left out. Right: *supported* of a claim labelled
Supported; *contradicted* or *misleading* of one labelled Refuted or Conflicting Evidence/Cherrypicking. Anything decided on
one labelled Not Enough Evidence is wrong. *Unsettled* is not decided. The evidence needs reading between its lines
(“Did she say so?” “No”), so few are expected to be decided; what counts is whether those are right. The floors say yes or
no to every claim. The six packages are those of `passages.py`: passed is yes and flagged is no.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from page import About
from passages import said_by_packages

YES, NO = ("supported", "passed"), ("contradicted", "misleading", "flagged")
REFUTED = ("Refuted", "Conflicting Evidence/Cherrypicking")

ABOUT = About(
    data="AVeriTeC, real claims with the questions and answers of fact-checkers",
    licence="CC BY-NC 4.0",
    files=("verdict-averitec/dev/averitec_train_sample300.jsonl",),
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Ours, the floors and the six packages: the share decided, and how much of it is right."""
    from checks.reading.passages import compared_all

    source = data / "verdict-averitec" / "dev" / "averitec_train_sample300.jsonl"
    if not source.exists():
        return []
    claims = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    items = [(claim["claim"], text, claim["label"]) for claim in claims if (text := evidence(claim))]
    pairs = [(claim, text) for claim, text, _ in items]
    labels = [label for _, _, label in items]
    said: dict[str, list[str] | str] = {
        "ours": [compared.verdict for compared in compared_all(pairs)],
        "always no": ["flagged"] * len(pairs),
        "always yes": ["passed"] * len(pairs),
        **said_by_packages(pairs),
    }
    rows = [("claims with evidence", f"{len(items)} of {len(claims)}")]
    return rows + [(who, words if isinstance(words, str) else told(labels, words)) for who, words in said.items()]


def evidence(claim: dict[str, Any]) -> str:
    """What a claim's questions and answers say, as one text."""
    parts = []
    for question in claim["questions"]:
        found = [answer for answer in question["answers"] if answer["answer_type"] != "Unanswerable"]
        if found:
            parts.append(question["question"])
        for answer in found:
            parts += [answer["answer"], answer.get("boolean_explanation") or ""]
    texts = (" ".join(part.split()) for part in parts)
    return " ".join(text if text[-1] in ".?!”\"'" else f"{text}." for text in texts if text)


def told(labels: list[str], words: list[str]) -> str:
    """How much was decided, and how much of yes, of no and of both is right, as one cell of the table."""
    yes = [label == "Supported" for label, word in zip(labels, words, strict=True) if word in YES]
    no = [label in REFUTED for label, word in zip(labels, words, strict=True) if word in NO]
    cell = f"decided {(len(yes) + len(no)) / len(words):.2f}"
    if decided := yes + no:
        cell += f", right {sum(decided) / len(decided):.3f}"
    for name, of in (("yes", yes), ("no", no)):
        cell += f"; {name}: {sum(of)} right of {len(of)}"
    return cell

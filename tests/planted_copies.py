"""Clusters of articles that strangers wrote, who had not seen the code: which are copies, and what each changed."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from checks.case.when import When
from checks.reading.copies.groups import groups
from checks.reading.copies.parts import Article, Change

FOLDER = Path(__file__).parent / "reading" / "copies"


def clusters(name: str) -> list[dict[str, Any]]:
    """One set of clusters, as its file has it."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def counted(name: str) -> Counter[str]:
    """How a set came out: pairs joined and kept apart, firsts, changed facts listed, and facts listed for nothing."""
    counts: Counter[str] = Counter()
    for cluster in clusters(name):
        _count(cluster, counts)
    return counts


def _count(cluster: dict[str, Any], counts: Counter[str]) -> None:
    articles = [
        Article(one["file"], one["text"], one["title"], one["publisher"], When.parse(str(one["published"])))
        for one in cluster["articles"]
    ]
    found = groups(articles)
    ours = {file: number for number, group in enumerate(found) for file in group.articles}
    truth = {file: number for number, group in enumerate(cluster["groups"]) for file in group}
    files = [article.file for article in articles]
    for at, one in enumerate(files):
        for other in files[at + 1 :]:
            joined = one in ours and ours[one] == ours.get(other)
            kind = "copies" if one in truth and truth[one] == truth.get(other) else "independent"
            counts[kind] += 1
            counts["joined" if kind == "copies" else "apart"] += joined == (kind == "copies")
    counts["groups"] += len(cluster["first"])
    counts["first"] += sum(any(group.first == file for group in found) for file in cluster["first"])
    listed = [change for group in found for copy in group.copies for change in copy.changed]
    used: set[int] = set()
    for fact in cluster["changed"]:
        same = {at for at, change in enumerate(listed) if _is(change, fact)}
        counts["changed"] += 1
        counts["listed"] += bool(same)
        used |= same
    counts["for nothing"] += sum(1 for at, change in enumerate(listed) if at not in used and change.from_ and change.to)


def _is(change: Change, fact: dict[str, str]) -> bool:
    """Whether a listed change is this fact: of its file, and half of the shorter's words on either side the other's."""
    return change.file == fact["file"] and _alike(change.from_, fact["from"]) and _alike(change.to, fact["to"])


def _alike(one: str, other: str) -> bool:
    ours, theirs = (set(re.findall(r"[\w£$€%.]+", words.lower().replace("’", "'"))) for words in (one, other))
    return bool(ours and theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))

"""The recorded words: which mean the same, which is a kind of which, which exclude each other, which only look alike.

The tables lie beside this file: `synonyms.csv`, `derivations.csv`, `antonyms.csv`, `converses.csv`, `names.csv`; the
page of the same name as each says what its columns are and where its rows come from.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checks.reading.slots.spelling import spelt

Sense = tuple[str, str]  # a word in one spelling, and its part of speech
POS = ("verb", "noun", "adjective", "adverb")


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table beside this file."""
    with (Path(__file__).parent / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def same_words(row: dict[str, str]) -> list[str]:
    """The words that a row lists, those that WordNet has and ours."""
    return [form for form in (*row["wordnet"].split("|"), *row["ours"].split("|")) if form]


@dataclass(frozen=True)
class Synonyms:
    """Words with the groups they stand in: `groups` of each word, `members` of each group, `over` it the wider ones."""

    groups: dict[Sense, tuple[Sense, ...]]
    over: dict[Sense, tuple[Sense, ...]]
    printed: dict[Sense, str]


@cache
def synonyms() -> Synonyms:
    """The groups of words that mean the same, and which of them are kinds of which."""
    groups: dict[Sense, list[Sense]] = {}
    over: dict[Sense, list[Sense]] = {}
    printed: dict[Sense, str] = {}
    for row in rows("synonyms"):
        head = (spelt(row["word"]), row["pos"])
        printed[head] = row["word"]
        for form in same_words(row):
            word = (spelt(form), row["pos"])
            printed.setdefault(word, form)
            groups.setdefault(word, []).append(head)
        for form in row["kinds"].split("|") if row["kinds"] else ():
            word = (spelt(form), row["pos"])
            printed.setdefault(word, form)
            over.setdefault(word, []).append(head)
    return Synonyms({k: tuple(v) for k, v in groups.items()}, {k: tuple(v) for k, v in over.items()}, printed)


@cache
def derived() -> dict[Sense, tuple[Sense, ...]]:
    """The verbs that nouns and adjectives are made from: withdrawal, withdraw."""
    found: dict[Sense, list[Sense]] = {}
    for row in rows("derivations"):
        for form in same_words(row):
            found.setdefault((spelt(form), row["pos"]), []).append((spelt(row["verb"]), "verb"))
    return {word: tuple(verbs) for word, verbs in found.items()}


@cache
def against() -> dict[tuple[Sense, Sense], tuple[str, str]]:
    """Pairs that exclude each other or only look alike: both orders, with the relation (`opposite`, `exclusive`,
    `distinct`, `earlier` where the first comes before the second, `later`) and the name of the set."""
    found: dict[tuple[Sense, Sense], tuple[str, str]] = {}
    sets = []
    for row in rows("antonyms"):
        others = [(spelt(form), row["pos"]) for form in same_words(row)]
        if row["relation"] == "exclusive":
            sets.append((row["word"], others))
            continue
        word, relation = (spelt(row["word"]), row["pos"]), row["relation"]
        for other in others:
            found[word, other] = (relation, "")
            found.setdefault((other, word), ("later" if relation == "earlier" else relation, ""))
    for name, words in sets:
        for word in words:
            for other in words:
                if word != other:
                    found.setdefault((word, other), ("exclusive", name))
    return found


@dataclass(frozen=True)
class Turned:
    """A word that tells the same with the roles turned: (`subject`, `to`) means that the subject of the claim's verb
    is what stands after “to” in the passage."""

    other: str
    relation: str  # `agree`, or `wider` where the claim then says less
    roles: tuple[tuple[str, str], ...]


@cache
def converses() -> dict[str, tuple[Turned, ...]]:
    """Verbs that tell the same with the roles turned, by the claim's verb."""
    found: dict[str, list[Turned]] = {}
    for row in rows("converses"):
        pairs = tuple(zip(row["roles"].split(), row["other_roles"].split(), strict=True))
        found.setdefault(spelt(row["word"]), []).append(Turned(spelt(row["other"]), row["relation"], pairs))
        if row["relation"] == "agree":
            back = Turned(spelt(row["word"]), "agree", tuple((b, a) for a, b in pairs))
            found.setdefault(spelt(row["other"]), []).append(back)
    return {word: tuple(all_) for word, all_ in found.items()}

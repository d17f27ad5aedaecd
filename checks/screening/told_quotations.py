"""A quotation that two articles tell in other words, or give to another speaker."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from zlib import crc32

from checks.reading.copies.shingles import plain_words
from checks.reading.copies.telling import telling
from checks.reading.names import plain
from checks.reading.quoting import compared
from checks.reading.quoting.parts import Alteration
from checks.reading.slots.names_alike import names_alike
from checks.reading.slots.parts import Relation
from checks.screening.results import Stored
from checks.screening.statements import Row, Statement, Statements, mark, of_two_stories, row

LEAST_QUOTED, RUN, RUNS = 5, 3, 40  # words of a quotation; words of a run by which it is found; runs of one quotation
LEAST_TELLING, SAME_TELLING = 4, 0.75  # telling words that two share, and of the shorter's: else they are two
LEAST_OF_A_PIECE = 4  # words between marks; fewer are a name or a title
MOST_OTHER = 0.4  # of the words of the shorter: more, and they are two
LEAST_OF_SPEAKERS = 5  # telling words that nobody says twice by chance: fewer are a slogan, which anybody may repeat
NEAR_BY = 100  # characters from a quotation within which its speaker is named: further off it may be somebody else
_NAMED = re.compile(r"\b[^\W\d_a-z]\w+ [^\W\d_a-z]\w+")  # a name of two words: a surname alone may be anybody's
_MARKS = "\"'“”„‟«»‹›‘’` \n"
_PIECE = re.compile(r"[“„\"]([^“”„\"]+)[“”\"]")
_DOTS = re.compile(r"…|\. ?\. ?\.")
# Words that one who writes down what was said hears or leaves out as they please.
_HEARD = frozenset({"a", "an", "and", "oh", "so", "that", "the", "then", "well"})
_WHAT = {  # of two reports neither is the source, from which words could be dropped
    "word changed": "", "words left out": "", "words inserted": "", "invented beginning": "", "invented ending": "",
    "negation dropped": "negation", "negation added": "negation", "number changed": "number",
    "tense changed": "tense", "modality changed": "modality", "order changed": "order",
}  # fmt: skip


def quotations(base: sqlite3.Connection, articles: Stored, story: dict[int, int]) -> Iterator[Row]:
    """The rows of `told` for quotations: two that are one, in articles not of one story, and what is other in them."""
    kept, speakers = Statements(), dict[tuple[int, int], str]()
    for statement, said, speaker in _quoted(base):
        runs = zip(*(said[at:] for at in range(RUN)), strict=False)
        marks = sorted(mark(*run) for run in runs)[:RUNS]
        speakers[statement.article, statement.start] = speaker
        kept.add(statement, set(marks))
    for one, other in of_two_stories(kept.pairs(), story, articles):
        both = ((articles.at(at.article - 1).text, at) for at in (one, other))
        was, now = ((text[at.start : at.end], _by(text, at, speakers[at.article, at.start])) for text, at in both)
        reason = _otherwise(*was, *now)
        if reason:
            yield row("quotation", one, other, articles, reason)


def _quoted(base: sqlite3.Connection) -> Iterator[tuple[Statement, list[str], str]]:
    """Every quotation of some length that does not stand within another: its place, its words, its speaker."""
    seen = set[tuple[int, str]]()
    asked = 'SELECT article, start, "end", words, speaker FROM quotations ORDER BY article, start, "end" DESC'
    within = (0, 0)  # the article, and where its last quotation ends
    for article, start, end, words, speaker in base.execute(asked):
        inside = within[0] == article and end <= within[1]
        within = within if inside else (article, end)
        said = plain_words(words)
        same = crc32(" ".join(said).encode()), speaker or ""
        if inside or len(said) < LEAST_QUOTED or same in seen:
            continue  # what a thousand articles quote alike is compared once
        seen.add(same)
        yield Statement(article, start, end, start, end), said, speaker or ""


def _by(text: str, at: Statement, speaker: str) -> str:
    """The speaker, if named in two words and, by the last of them, right before or behind the quotation; else empty."""
    if not _NAMED.search(speaker):
        return ""
    around = f"{text[max(0, at.start - NEAR_BY) : at.start]} {text[at.end : at.end + NEAR_BY]}"
    if speaker.split()[-1] not in around:
        return ""
    longer = re.search(rf"[^\W\d_a-z]\w+ {re.escape(speaker)}\b", text)  # of which only the end was read
    return longer[0] if longer else speaker


def _said(words: str) -> str:
    """What stands between the marks of a quotation, without “she said on Monday” between two pieces of it."""
    pieces = [piece for piece in _PIECE.findall(words) if len(plain_words(piece)) >= LEAST_OF_A_PIECE]
    return " … ".join(piece.strip() for piece in pieces) or words.strip(_MARKS)


def _otherwise(was: str, who: str, now: str, who_too: str) -> str:
    """What is other in two quotations that are one; empty where nothing is, or where they are two."""
    was, now = _said(was), _said(now)
    short, long = sorted((was, now), key=lambda words: (len(words), words))
    ours, theirs = set(telling(short).words), set(telling(long).words)
    both = len(ours & theirs)
    if both < max(LEAST_TELLING, SAME_TELLING * len(ours)):
        return ""
    told: list[str] = []
    if _letters(short) not in _letters(long):
        found = compared(short, long)
        if found.result == "absent":
            return ""
        if found.result == "altered":
            other = sum(len(plain_words(change.quoted)) for change in found.changes if change.kind != "order changed")
            if other > MOST_OTHER * len(plain_words(short)):
                return ""
            told = list(_changes(found.changes, short, short is was))
    named = both >= LEAST_OF_SPEAKERS and who and who_too and not _one_person(who, who_too)
    if named:
        told.append(f"said by {who} in one, by {who_too} in the other")
    return "; ".join(told)


def _one_person(who: str, who_too: str) -> bool:
    """Whether two names may be one person's: one has all of the other's, or nothing says that they are two."""
    names, names_too = (set(plain(name).split()) for name in (who, who_too))
    return names <= names_too or names_too <= names or names_alike(who, who_too, "person") is not Relation.CONFLICT


def _changes(changes: tuple[Alteration, ...], short: str, first: bool) -> Iterator[str]:
    """What is other in the two, in words that make neither of them the source; `first` if the shorter is the first.

    Passed over is what two reporters may hear differently: an article, “that”, a word written as two.
    """
    seen = set[tuple[str, str]]()
    for change in changes:
        words = (change.quoted, change.source) if first else (change.source, change.quoted)
        letters = [_letters(said) for said in words]
        if words in seen or letters[0] == letters[1] or set(plain_words(" ".join(words))) <= _HEARD:
            continue
        seen.add(words)
        where = [f"“{said}” in {name}" for said, name in zip(words, ("one", "the other"), strict=True) if said]
        cut = change.kind.startswith("ellipsis") and not _DOTS.search(short)
        what = "" if cut else _WHAT.get(change.kind, change.kind)
        yield (f"{what}: " if what else "") + ", ".join(where) + (" alone" if len(where) == 1 else "")


def _letters(words: str) -> str:
    return "".join(plain_words(words))

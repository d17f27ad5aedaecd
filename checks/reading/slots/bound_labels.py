"""What each figure of a text belongs to: the words that stand with it, its own and those that a list leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.reading.parts import TimePhrase
from checks.reading.slots.bound_figures import figures_of
from checks.reading.slots.bound_times import ORDINALS, times_of
from checks.reading.slots.counting import counted
from checks.reading.slots.figures import Figure
from checks.reading.slots.phrases import joined
from checks.reading.slots.sides import Side

if TYPE_CHECKING:
    from spacy.tokens import Token

# Marks between two figures that part what belongs to each, the strongest first.
_PARTS = (
    frozenset({";", ":", "|"}),
    frozenset({"while", "whereas", "but", "although", "though"}),
    frozenset({"and"}),  # behind a comma
    frozenset({","}),
    frozenset({"and", "or", "against", "compared", "versus", "than", "from"}),
)
_THEN = frozenset({"before", "after", "then", "until", "when", "since"})  # one thing told after another
_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_STANDS_FOR = frozenset({"one", "ones", "other", "others", "rest", "latter", "former", "that", "those"})
_BRACKETS = re.compile(r"\([^()]*\)")
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"})


@dataclass(frozen=True)
class Label:
    """A word, or a time, that stands with a figure. `own` is false where a list leaves it out and means it still.

    `place` is `before` or `behind` the figure, or the preposition that the word stands after.
    """

    token: Token
    own: bool
    time: TimePhrase | None = None
    place: str = ""

    @property
    def strong(self) -> bool:
        """Whether it tells one figure of a list from another by itself: a name, a time or an ordinal."""
        return self.time is not None or names(self.token) or self.token.lower_ in ORDINALS


@dataclass(frozen=True)
class Labelled:
    """A figure with the noun that it counts, which a list may leave out, and all that stands with it."""

    figure: Figure
    noun: Token | None
    labels: tuple[Label, ...]


def names(token: Token) -> bool:
    """Whether the word is a name: by its tag, or by a capital within a sentence, whatever the tag."""
    return token.pos_ == "PROPN" or (
        token.pos_ in ("NOUN", "ADJ", "VERB") and token.text[:1].isupper() and not token.is_sent_start
    )


@lru_cache(maxsize=32)
def labelled(side: Side) -> tuple[Labelled, ...]:
    """The figures of a text, each with what it belongs to, read in the order of the words, sentence by sentence.

    A list is read as people read it: what stands between two marks belongs to the figure between them, and what a
    later part leaves out (the noun, the verb, the doer) is that of an earlier one, unless it has its own.
    """
    found: list[Labelled] = []
    for tokens in sentences(side):
        first, last = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        figures = [one for one in figures_of(side) if first <= one.start < last]
        anchors = [one for one in figures if one.kind != "rank"]
        if anchors:
            found += _in_sentence(anchors, tokens, side)
        found += [Labelled(one, counted(one, side), ()) for one in figures if one.kind == "rank"]
    return tuple(sorted(found, key=lambda one: one.figure.start))


@lru_cache(maxsize=32)
def sentences(side: Side) -> list[list[Token]]:
    """The tokens of each sentence; the grammar sometimes runs two into one, which a full stop parts."""
    found: list[list[Token]] = []
    for sentence in side.doc.sents:
        found.append([])
        for token in sentence:
            found[-1].append(token)
            stops = token.text == "." or (token.text[-1:] == "." and token.i in side.figure_tokens)  # “£8.2m.”
            if stops and token.i + 1 < sentence.end and side.doc[token.i + 1].text[:1].isupper():
                found.append([])
    return [tokens for tokens in found if tokens]


def _in_sentence(figures: list[Figure], tokens: list[Token], side: Side) -> list[Labelled]:
    chunks, owners = _chunks(figures, tokens, side)
    keyed = [_keyed(chunk, [f for f, o in zip(figures, owners, strict=True) if o == k], side)
             for k, chunk in enumerate(chunks)]  # fmt: skip
    nouns = [counted(one, side) or _behind(one, tokens) for one in figures]
    filled = [_filled(k, keyed) for k in range(len(chunks))]
    out = []
    for at, figure in enumerate(figures):
        noun = nouns[at] or _left_out(at, figures, nouns, owners)
        out.append(Labelled(figure, noun, tuple(filled[owners[at]])))
    return _respectively(out, tokens, side)


def _chunks(figures: list[Figure], tokens: list[Token], side: Side) -> tuple[list[list[Token]], list[int]]:
    """The tokens of the sentence divided between its figures, and in which part each figure stands."""
    cuts, owners = [], [0]
    for one, other in pairwise(figures):
        between = [token for token in tokens if one.end <= token.idx < other.start]
        cut = _cut(between, side)
        if cut is not None:
            cuts.append(cut)
        owners.append(len(cuts))
    edges = [tokens[0].i, *cuts, tokens[-1].i + 1]
    return [[side.doc[i] for i in range(*edge)] for edge in pairwise(edges)], owners


def _cut(between: list[Token], side: Side) -> int | None:
    """Where the words between two figures divide: at the strongest mark; None where the two stand in one phrase."""
    for rank, marks in enumerate(_PARTS):
        for token in between:
            if token.lower_ not in marks or token.i in side.time_tokens:
                continue
            if rank == 2 and (token.i == 0 or side.doc[token.i - 1].text != ","):
                continue
            return token.i
    for token in between:
        if token.i in side.time_tokens:
            continue
        if token.lower_ in _THEN or (token.lower_ == "to" and _timed_before(token, between, side)):
            return token.i
    return None


def _timed_before(token: Token, between: list[Token], side: Side) -> bool:
    """Whether the figure before has a time of its own: *from 260 in 2022 to 305 in 2023*."""
    return any(one.i < token.i and one.i in side.time_tokens for one in between)


def _keyed(tokens: list[Token], figures: list[Figure], side: Side) -> dict[str, list[Label]]:
    """The words of a part by the place they hold there: a time, before the figure, behind it, after a preposition."""
    start = min((one.start for one in figures), default=0)
    tokens = [
        token for token in tokens if not any(a < token.idx < b and not a < start < b for a, b in _brackets(side.text))
    ]
    keyed: dict[str, list[Label]] = {}
    timed = set()
    for time in times_of(side):
        inside = side.tokens(time.start, time.end)
        if inside and inside[0] in tokens:
            keyed.setdefault("time", []).append(Label(inside[0], True, time, "time"))
            timed |= {token.i for token in inside}
    by = ""
    for token in tokens:
        if token.i in side.figure_tokens and any(
            one.kind != "rank" and one.start < token.idx + len(token) and token.idx < one.end for one in side.figures
        ):
            by = ""
            continue
        if token.pos_ == "ADP" and token.dep_ != "prt":
            by = token.lower_
            continue
        if token.pos_ not in _PHRASE:
            by = ""
        if token.i in timed or token.pos_ not in _WORDS:
            if token.pos_ == "PRON":
                for one in side.mentions.of(token)[1:]:
                    if one.pos_ in ("NOUN", "PROPN"):
                        place = by or ("before" if token.idx < start else "behind")
                        keyed.setdefault(place, []).append(Label(one, True, None, place))
            continue
        if token.pos_ == "VERB" and not names(token):
            key = "verb"
        else:
            key = by or ("before" if token.idx < start else "behind")
        keyed.setdefault(key, []).append(Label(token, True, None, key))
    return keyed


@lru_cache(maxsize=8)
def _brackets(text: str) -> tuple[tuple[int, int], ...]:
    """Where the brackets of a text open and close: what stands in them belongs to the word before."""
    return tuple(found.span() for found in _BRACKETS.finditer(text))


def _filled(k: int, keyed: list[dict[str, list[Label]]]) -> list[Label]:
    """The words of a part, and in each place that it leaves empty those of the nearest part that has it."""
    own = keyed[k]
    out = [label for labels in own.values() for label in labels]
    order = [*range(k - 1, -1, -1), *range(k + 1, len(keyed))]
    for key in dict.fromkeys(key for one in keyed for key in one):
        near: list[Label] = next((keyed[at][key] for at in order if key in keyed[at]), [])
        if key not in own:
            out += [Label(label.token, False, label.time, label.place) for label in near]
        elif key == "before" and not any(_is_named(label.token) for label in own[key]):
            out += [Label(label.token, False, None, label.place) for label in near if label.token.pos_ == "NOUN"]
    return out


def _is_named(token: Token) -> bool:
    return (token.pos_ == "NOUN" or names(token)) and token.lower_ not in _STANDS_FOR


def _behind(figure: Figure, tokens: list[Token]) -> Token | None:
    """The noun that the reader of figures found behind the number, as in *5 and 6 ships*."""
    words = figure.of.lower().split()
    if figure.kind not in ("count", "share") or not words:
        return None
    near = [token for token in tokens if figure.end <= token.idx < figure.end + 40]
    for token in near:
        if token.lower_ == words[-1] and token.pos_ in ("NOUN", "PROPN"):
            return token
    return None


def _left_out(at: int, figures: list[Figure], nouns: list[Token | None], owners: list[int]) -> Token | None:
    """The noun of the nearest figure of the list that has one, for a plain number without."""
    if figures[at].kind != "count" or figures[at].unit or figures[at].of:
        return None
    for other in [*range(at - 1, -1, -1), *range(at + 1, len(figures))]:
        noun: Token | None = nouns[other]
        if (
            owners[other] != owners[at]
            and noun is not None
            and figures[other].kind == "count"
            and not figures[other].unit
        ):
            return noun
    return None


def _respectively(found: list[Labelled], tokens: list[Token], side: Side) -> list[Labelled]:
    """Lists that are to be read side by side: *in 2021 and 2022 it sold 5 and 6, respectively*."""
    if len(found) < 2 or not any(token.lower_ == "respectively" for token in tokens):
        return found
    lists = [[token, *joined(token)] for token in tokens if token.dep_ != "conj" and token.i not in side.figure_tokens]
    lists = [one for one in lists if len(one) == len(found)]
    out = list(found)
    for row in lists:
        ids = [
            {token.i, *(child.i for child in token.children if child.dep_ in ("compound", "nummod"))} for token in row
        ]
        times = [
            next((t for t in times_of(side) if any(x.i in one for x in side.tokens(t.start, t.end))), None)
            for one in ids
        ]
        every = {i for one in ids for i in one}
        for at, one in enumerate(out):
            kept = tuple(label for label in one.labels if label.token.i not in every)
            own = Label(row[at], True, times[at])
            out[at] = Labelled(one.figure, one.noun, (*kept, own))
    return out

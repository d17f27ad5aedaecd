"""Words of a copy that are the recorded opposite of what the first says in the same place: admitted for denied."""

from __future__ import annotations

import re
from functools import cache

from checks.reading.copies.aligned import Aligned, cosine
from checks.reading.copies.drift_sides import Line, Side, groups_of
from checks.reading.quoting.sense import NEGATIONS
from checks.reading.quoting.verbs import form_of
from checks.reading.slots.recorded import against, converses
from checks.reading.speech.cues import listed

_LIKE = 0.28  # how far two lines must tell the same
_NEAR = 0.3  # how alike the words around the two must be
_SURE = 0.45  # and where one is the other with un-
_CLOSE = 0.35  # and where they are only two of one set
_AHEAD = 8  # words before one in which a denial is looked for
_AROUND = 4  # words in which a negation, or a figure, stands beside one
_TOLD_ELSEWHERE = frozenset({"a day of the week", "a month", "a rank", "a rank of finish", "a time of day"})
# Beside those recorded for claims: verbs of saying yes and no.
_OURS = (
    ("deny", "admit"), ("deny", "confirm"), ("deny", "acknowledge"), ("refuse", "agree"), ("refuse", "accept"),
    ("reject", "approve"), ("reject", "accept"), ("reject", "back"), ("fail", "succeed"), ("fail", "manage"),
    ("oppose", "support"), ("oppose", "back"), ("win", "lose"), ("ban", "allow"), ("guilty", "innocent"),
    ("convict", "acquit"), ("dispute", "accept"), ("dispute", "agree"), ("contest", "accept"), ("deny", "accept"),
    ("elder", "younger"), ("older", "younger"), ("eldest", "youngest"), ("oldest", "youngest"), ("upper", "lower"),
)  # fmt: skip
_UN = re.compile(r"un\w{4}")
_SHORT = 3  # letters
_MOVES = frozenset(
    form_of(word)[0]
    for word in listed("rise fall increase decrease grow shrink drop gain lose climb up down more less")
)


# Small words that turn a phrase round; told where the word beside them is the same: over budget, voted against.
_DENIALS = NEGATIONS | listed("until till only")
_SMALL = tuple(
    frozenset(pair.split())
    for pair in (
        "over under", "above below", "before after", "with without", "for against", "inside outside", "within outside",
        "north south", "east west", "more less", "more fewer", "first last", "left right", "up down", "to from",
    )
)  # fmt: skip
_BESIDE = listed("the a an their his her its")


def small_words_turned(first: Side, copy: Side, lay: Aligned) -> list[tuple[int, list[int], list[int]]]:
    """Each small word of the copy put for its opposite beside the same word: as `opposites_said`."""
    found = []
    for number, line in enumerate(copy.lines):
        for at in range(line.first, line.after):
            word, own = copy.words.words[at], copy.words.words[line.first : line.after]
            turned = {other for pair in _SMALL if word in pair for other in pair if other != word}
            if not turned or copy.is_quoted(copy.words.starts[at], copy.words.ends[at]):
                continue
            for other, like in sorted(lay.pairs[number].items(), key=lambda one: (-one[1], one[0])):
                there = first.lines[other]
                said = first.words.words[there.first : there.after]
                if like < _LIKE or word in said:
                    continue
                places = [n for n in range(there.first, there.after) if first.words.words[n] in turned]
                if turned.isdisjoint(own) and len(places) == 1:
                    before = [
                        *first.words.words[max(places[0] - _AHEAD, there.first) : places[0]],
                        *own[: at - line.first][-_AHEAD:],
                    ]
                    if not _DENIALS.isdisjoint(before):
                        continue  # no decision before, only after
                    if _same_beside(first, there, places[0], copy, line, at):
                        found.append((copy.words.starts[at], _with_next(first, places[0]), _with_next(copy, at)))
                        break
    return found


def _same_beside(first: Side, there: Line, n: int, copy: Side, line: Line, at: int) -> bool:
    """Whether the next word of sense, or the one right before, is the same in both; a number is none."""
    ours, theirs = _next(first, there, n), _next(copy, line, at)
    if ours and ours == theirs and not ours.isdigit():
        return True
    before = first.stems[n - 1] if n > there.first else "", copy.stems[at - 1] if at > line.first else ""
    return before[0] == before[1] != "" and first.words.words[n] in ("for", "against")


def _next(side: Side, line: Line, at: int) -> str:
    """The stem of the word after a place, an article left out."""
    at += 1
    while at < line.after and side.words.words[at] in _BESIDE:
        at += 1
    return side.stems[at] if at < line.after else ""


def exclusives_said(first: Side, copy: Side, lay: Aligned) -> list[tuple[int, list[int], list[int]]]:
    """Each word of the copy of which the first has another of its set: mother for father; as `opposites_said`.

    Told only where one of the two words stands nowhere in the other article.
    """
    ours, theirs = set(first.stems), set(copy.stems)
    found = []
    for number, line in enumerate(copy.lines):
        for at in range(line.first, line.after):
            stem = copy.stems[at]
            if not stem or stem not in _exclusives() or not _plain_word(copy, at):
                continue
            for other, like in sorted(lay.pairs[number].items(), key=lambda one: (-one[1], one[0])):
                there = first.lines[other]
                if like < _LIKE or _means(stem, there):
                    continue
                places = [n for n in range(there.first, there.after) if first.stems[n] in _exclusives()[stem]]
                places = [
                    n for n in places
                    if not (stem in ours and first.stems[n] in theirs) and _plain_word(first, n)
                    and not _means(first.stems[n], line) and _beside(first, n, copy, at, lay) >= _CLOSE
                ]  # fmt: skip
                if places:
                    best = max(places, key=lambda n: (_beside(first, n, copy, at, lay), -n))
                    found.append((copy.words.starts[at], _with_next(first, best), _with_next(copy, at)))
                    break
    return found


def _plain_word(side: Side, at: int) -> bool:
    """Whether a word is no name and not quoted."""
    quoted = side.is_quoted(side.words.starts[at], side.words.ends[at])
    return not quoted and not side.words.written(at)[:1].isupper()


@cache
def _exclusives() -> dict[str, frozenset[str]]:
    """The other words of the recorded sets that a stem stands in; days and months are told as dates."""
    found: dict[str, set[str]] = {}
    for (one, other), (relation, name) in against().items():
        if relation == "exclusive" and name not in _TOLD_ELSEWHERE and " " not in one[0] and " " not in other[0]:
            found.setdefault(form_of(one[0])[0], set()).add(form_of(other[0])[0])
    return {stem: frozenset(others) for stem, others in found.items()}


def opposites_said(first: Side, copy: Side, lay: Aligned) -> list[tuple[int, list[int], list[int]]]:
    """Each word of the copy that is the opposite of one in the same place: where, the words of the first, of the copy.

    The words are indices. Where either is denied, or tells which way a figure moved (which is told as a figure), or the
    line has a word for the other too, nothing is told.
    """
    found = []
    ours = set(first.stems)
    for number, line in enumerate(copy.lines):
        for at in range(line.first, line.after):
            stem = copy.stems[at]
            if (
                not stem
                or not (stem in _opposites() or _UN.match(stem) or f"un{stem}" in ours)
                or _aside(copy, line, at)
            ):
                continue
            for other, like in sorted(lay.pairs[number].items(), key=lambda one: (-one[1], one[0])):
                there = first.lines[other]
                if like < _LIKE or stem in there.stems or _means(stem, there):
                    continue
                places = [n for n in range(there.first, there.after) if _opposed(stem, first.stems[n])]
                places = [n for n in places if not _means(first.stems[n], line) and not _aside(first, there, n)]
                near = [
                    n
                    for n in places
                    if _beside(first, n, copy, at, lay) >= (_SURE if _is_un(stem, first.stems[n]) else _NEAR)
                ]
                if near:
                    found.append((copy.words.starts[at], _with_next(first, near[0]), _with_next(copy, at)))
                    break
    return found


def _is_un(stem: str, other: str) -> bool:
    """Whether one of two stems is the other with un-: unsettled, settle."""
    short, long = sorted((stem, other), key=len)
    return len(short) > _SHORT and long == f"un{short}"


def _opposed(stem: str, other: str) -> bool:
    """Whether two stems are recorded opposites, or one is the other with un-: unsettled, settle."""
    return other in _opposites().get(stem, ()) or _is_un(stem, other)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """The recorded opposites of each stem."""
    found: dict[str, set[str]] = {}
    pairs = [(one[0], other[0]) for (one, other), (relation, _) in against().items() if relation == "opposite"]
    for one, other in [*pairs, *_OURS, *((b, a) for a, b in _OURS)]:
        ours = (one, other) in _OURS or (other, one) in _OURS
        if not ours and any(turned.other == other for turned in converses().get(one, ())):
            continue  # what one sold the other bought
        if " " not in one and " " not in other:
            found.setdefault(form_of(one)[0], set()).add(form_of(other)[0])
    return {stem: frozenset(others) for stem, others in found.items()}


def _means(stem: str, line: Line) -> bool:
    """Whether a line has a stem, or another that means the same."""
    mine = set(groups_of(stem))
    not_mine = _opposites().get(stem, frozenset()) | _exclusives().get(stem, frozenset())
    return any(
        other == stem or (other not in not_mine and not mine.isdisjoint(groups_of(other))) for other in line.stems
    )


def _aside(side: Side, line: Line, at: int) -> bool:
    """Whether a word is a name, quoted, denied, or tells which way the figure beside it moved."""
    if side.words.written(at)[:1].isupper() or side.is_quoted(side.words.starts[at], side.words.ends[at]):
        return True
    around = side.words.words[max(at - _AROUND, line.first) : min(at + _AROUND, line.after)]
    denied = side.words.words[max(at - _AROUND, line.first) : min(at + 2, line.after)]
    moves = side.stems[at] in _MOVES and any(map(str.isdigit, "".join(around)))
    return moves or not NEGATIONS.isdisjoint(denied)


def _beside(first: Side, n: int, copy: Side, at: int, lay: Aligned) -> float:
    """How alike the words around two words are, 0 to 1."""
    ours = first.near(first.words.starts[n], first.words.ends[n], lay.weights)
    return cosine(ours, copy.near(copy.words.starts[at], copy.words.ends[at], lay.weights))


def _with_next(side: Side, at: int) -> list[int]:
    """A word and the next words of sense, to be shown."""
    line = side.lines[side.line_of(side.words.starts[at])]
    return [at, *[n for n in range(at + 1, line.after) if side.stems[n]][:2]]

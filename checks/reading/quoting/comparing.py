"""`compared`: a quotation beside its source, with what was done to the words in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from checks.reading.quoting.aligning import Placed
from checks.reading.quoting.context import around
from checks.reading.quoting.differences import Told, differences
from checks.reading.quoting.junctions import junction, trailing
from checks.reading.quoting.paraphrase import paraphrased
from checks.reading.quoting.parts import Alteration, Kind, Piece, Quoted
from checks.reading.quoting.placing import joined_runs, places_of
from checks.reading.quoting.same import why_same
from checks.reading.quoting.sense import content
from checks.reading.quoting.sides import Gap, Sides, divided
from checks.reading.quoting.steps import steps_between
from checks.reading.quoting.texts import Text, text_of


def compared(quoted: str, source: str, speaker: str = "", others: Mapping[str, str] | None = None) -> Quoted:
    """How a quotation stands to the text of its source: verbatim, honestly edited, altered, or absent from it.

    `speaker`, if given, is whom the quotation is given to; `others` are further documents by name, in which the words
    are looked for where the source has none like them. Never raises; offsets in the answer are code points.
    """
    sides, text = divided(quoted), text_of(source)
    if not sides.pieces:
        return Quoted("absent", (), (), (), "The quotation has no words.")
    answer = _compared(sides, text)
    if answer.result == "absent":
        answer = _elsewhere(quoted, answer, others or {})
        return _in_other_words(sides, text) or answer if answer.result == "absent" else answer
    return _by_whom(answer, text, speaker) if speaker else answer


def _elsewhere(quoted: str, answer: Quoted, others: Mapping[str, str]) -> Quoted:
    for name, other in others.items():
        there = compared(quoted, other)
        if there.result in ("verbatim", "edited"):
            start, end = there.found[0][0], there.found[-1][1]
            words = " ".join(other[start:end].split())
            change = Alteration("other document", " ".join(quoted.split()), f"{name}: {words}")
            return Quoted("altered", (change,), there.steps, (), f"The words stand in {name}, not in this source.")
    return answer


def _in_other_words(sides: Sides, text: Text) -> Quoted | None:
    found = paraphrased(sides.text, text)
    if found is None:
        return None
    ours, theirs = sides.text.shown(0, len(sides.text) - 1), text.shown(*found)
    change = Alteration("round trip suspected", ours, theirs)
    reason = f"The source has “{theirs}”; the quotation says the like in other words: a round trip is suspected."
    pieces: tuple[Piece, ...] = (("dropped", theirs), ("added", ours))
    return Quoted("altered", (change,), (), (text.span(*found),), reason, pieces)


def _by_whom(answer: Quoted, text: Text, speaker: str) -> Quoted:
    from checks.reading.quoting.speaking import given_to

    told = given_to(text.raw, answer.found)
    if told.stands(speaker) != "other":
        return answer
    change = Alteration("other speaker", speaker, told.speaker)
    reason = f"{answer.reason.rstrip('.')}; but the source gives them to {told.speaker}."
    return replace(answer, result="altered", changes=(*answer.changes, change), reason=reason)


def _compared(sides: Sides, text: Text) -> Quoted:
    words = sides.text.words
    whole = text.occurrences(words)
    if whole and _no_own(sides):
        options = [
            _settled(sides, text, [Placed(0, len(words), at, at + len(words))], whole_row=True) for at in whole[:8]
        ]
        return next((one for one in options if one.result != "altered"), options[0])
    return _settled(sides, text, places_of(text, sides))


def _no_own(sides: Sides) -> bool:
    return not any(gap.own for gap in sides.gaps)


def _settled(sides: Sides, text: Text, places: Sequence[Placed | None], whole_row: bool = False) -> Quoted:
    told, pieces = Told(), list[Piece]()
    words = sides.text.words
    rows = [(0, len(words))] if whole_row else list(sides.pieces)
    placed: list[Placed] = []
    kept = 0
    last: Placed | None = None
    for number, ((first, end), place) in enumerate(zip(rows, places, strict=True)):
        gap = Gap(False, ()) if whole_row else sides.gaps[number]
        quoted = sides.text.shown(first, end - 1)
        runs = joined_runs(text, words, place, first, end) if place is None or not place.exact else []
        if runs:
            junction(told, pieces, sides, text, gap, last, runs[0])
            shown = " / ".join(text.shown(run.start, run.end - 1) for run in runs)
            backwards = any(two.start < one.end for one, two in pairwise(runs))
            near = text.sentence_breaks(min(r.start for r in runs), max(r.end for r in runs) - 1) == 0
            names: list[Kind] = ["order changed"] if backwards and near else ["joined from two places"]
            told.add(names, quoted, shown)
            _show_runs(pieces, text, runs)
            placed += runs
            kept += sum(run.last - run.first for run in runs)
            last = runs[-1]
            continue
        if place is None:
            _missing(told, pieces, sides, rows, number, gap, quoted)
            continue
        junction(told, pieces, sides, text, gap, last, place)
        differences(told, pieces, sides, text, place, number == 0, number == len(rows) - 1)
        placed.append(place)
        kept += place.last - place.first - sum(d - c for _, _, c, d in place.differing)
        last = place
    solid = any(place.exact and place.last - place.first >= 4 for place in placed)
    if not placed or kept == 0 or (kept * 5 < len(words) * 2 and not solid):
        return Quoted("absent", (), (), (), "The source has no words like these.")
    _seams(told, sides, text, placed)
    trailing(told, sides, text, last, whole_row)
    _round_trip(told, sides, text, placed)
    _around(told, sides, text, placed)
    return _answer(told, sides, text, placed, pieces)


def _missing(
    told: Told, pieces: list[Piece], sides: Sides, rows: Sequence[tuple[int, int]], number: int, gap: Gap, quoted: str
) -> None:
    name: Kind = (
        "invented ending" if number == len(rows) - 1 else "invented beginning" if number == 0 else "words inserted"
    )
    told.add([name], quoted, "")
    pieces.append(("added", quoted))


def _round_trip(told: Told, sides: Sides, text: Text, placed: Sequence[Placed]) -> None:
    """Whether so many words were changed for others in their places that the words seem to have been translated."""
    words, hay = sides.text.words, text.words
    every = sum(content(words[n]) for place in placed for n in range(place.first, place.last))
    swapped = pure = 0
    for place in placed:
        for a, b, c, d in place.differing:
            now, was = [w for w in words[c:d] if content(w)], [w for w in hay[a:b] if content(w)]
            if not why_same(hay[a:b], words[c:d]):
                swapped += min(len(now), len(was))
                pure += max(len(now), len(was)) - min(len(now), len(was))
    names = {change.kind for change in told.changes}
    if names & {"joined from two places", "invented ending", "invented beginning"} or swapped < 3:
        return
    if swapped * 20 >= every * 7 and pure <= swapped:
        first, last = placed[0], placed[-1]
        change = Alteration(
            "round trip suspected", sides.text.shown(first.first, last.last - 1), text.shown(first.start, last.end - 1)
        )
        told.changes.insert(0, change)


def _seams(told: Told, sides: Sides, text: Text, placed: Sequence[Placed]) -> None:
    """Whether a quotation runs on over the end of a paragraph of the source without a mark to show it."""
    for place in placed:
        if not place.exact or not text.paragraph_breaks(place.start, place.end - 1):
            continue
        for n in range(place.end - place.start - 1):
            seam = text.between(place.start + n, place.start + n + 1)
            if "\n" not in seam or not text.paragraph_breaks(place.start + n, place.start + n + 1):
                continue
            if not any(mark in sides.text.between(place.first + n, place.first + n + 1) for mark in '.!?:;…"\n'):
                both = f"{text.shown(place.start, place.start + n)} / {text.shown(place.start + n + 1, place.end - 1)}"
                told.add(["joined from two places"], sides.text.shown(place.first, place.last - 1), both)


def _around(told: Told, sides: Sides, text: Text, placed: Sequence[Placed]) -> None:
    """What the source has right before and after the quoted words."""
    first, last = placed[0], placed[-1]
    opening = sides.text.written(0)
    inside = first is last and bool(first.differing and first.differing[0][2] == first.first)
    if inside or last.start < first.start:
        return
    found, note = around(text, first.start, last.end - 1, opening, sides.text.raw[sides.text.ends[-1] :])
    for kind, words in found:
        told.add([kind], "", words)
    if note:
        told.notes.append(note)


def _show_runs(pieces: list[Piece], text: Text, runs: Sequence[Placed]) -> None:
    for number, run in enumerate(runs):
        if number:
            pieces.append(("hidden", "…"))
        pieces.append(("same", text.shown(run.start, run.end - 1)))


def _spans(text: Text, placed: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    for place in placed:
        if place.end > place.start:
            yield text.span(place.start, place.end - 1)


def _answer(told: Told, sides: Sides, text: Text, placed: Sequence[Placed], pieces: Sequence[Piece]) -> Quoted:
    found = tuple(_spans(text, placed))
    steps, edits = steps_between(sides, text, placed)
    edits = [*told.edits, *edits]
    if told.changes:
        reason = f"The source has “{_line(text, placed)}”; the quotation has {'; '.join(map(str, told.changes))}."
        return Quoted("altered", tuple(told.changes), (*steps, *edits), found, reason, tuple(pieces))
    note = f" ({'; '.join(told.notes)})" if told.notes else ""
    if edits:
        hidden = [words for mark, words in pieces if mark == "hidden"]
        gap = f"; the gap hides {', '.join(f'“{words}”' for words in hidden)}" if hidden else ""
        replaced = [words for mark, words in pieces if mark == "dropped"]
        gap += f"; brackets replace {', '.join(f'“{words}”' for words in replaced)}" if replaced else ""
        reason = f"The words stand in the source, honestly edited: {', '.join(edits)}{gap}{note}."
        return Quoted("edited", (), (*steps, *edits), found, reason, tuple(pieces))
    reason = f"The words stand in the source as quoted{note}."
    return Quoted("verbatim", (), tuple(steps), found, reason, tuple(pieces))


def _line(text: Text, placed: Sequence[Placed]) -> str:
    shown = [text.shown(place.start, place.end - 1) for place in placed if place.end > place.start]
    return " … ".join(shown)

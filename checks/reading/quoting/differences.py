"""The differences within one piece of a quotation: each an honest edit, or an alteration with its kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from checks.reading.quoting.aligning import Op, Placed
from checks.reading.quoting.parts import Alteration, Kind, Piece
from checks.reading.quoting.same import why_same
from checks.reading.quoting.sense import content, kinds
from checks.reading.quoting.sides import Sides
from checks.reading.quoting.texts import Text
from checks.reading.quoting.verbs import form_of

_COINS = {"$": "dollars", "£": "pounds", "€": "euros"}
_TAIL = 4  # so many words at an end that the source has otherwise are an ending of the quoter's own


@dataclass
class Told:
    """What is found while a quotation is gone through."""

    changes: list[Alteration] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, names: Sequence[Kind], quoted: str, source: str) -> None:
        for name in names:
            change = Alteration(name, quoted, source)
            if change not in self.changes:
                self.changes.append(change)

    def edit(self, step: str) -> None:
        if step not in self.edits:
            self.edits.append(step)


def differences(
    told: Told, pieces: list[Piece], sides: Sides, text: Text, place: Placed, opens: bool, closes: bool
) -> None:
    """The differences within one piece, each named."""
    words, hay = sides.text.words, text.words
    at = place.start
    if _moved(told, sides, text, place):
        _show(pieces, text, sides, place)
        return
    for a, b, c, d in place.differing:
        was, now = hay[a:b], words[c:d]
        a2, c2 = _whole(text, sides.text, place, a, b, c, d)
        shown, quoted = text.shown(a2, b - 1) if b > a2 else "", sides.text.shown(c2, d - 1) if d > c2 else ""
        _say(pieces, text, at, a2)
        at = b
        why = why_same(was, now) or _money(was, now, hay[b : b + 3], words[d : d + 3])
        if why:
            told.edit(why)
            pieces.append(("same", quoted or shown))
            continue
        if not now and (_repeated(hay, a, b) or _aside(text, a, b)):
            told.edit("a repetition or an aside left out")
            pieces.append(("hidden", shown))
            continue
        if not now and _attribution(text, a, b):
            told.edit("the words that say who speaks, left out")
            pieces.append(("hidden", shown))
            continue
        if (
            _bracketed(sides, c, d)
            and len(was) == len(now)
            and all(
                form_of(x)[0] == form_of(y)[0] or (x[0] == y[0] and len(y) < 4) for x, y in zip(was, now, strict=True)
            )
        ):
            told.edit("letters in brackets")
            pieces.append(("same", quoted))
            continue
        if _bracketed(sides, c, d):
            told.add(["brackets change the sense"], quoted, shown)
        other = _taken_from(text, words, place, (a, b, c, d))
        if other:
            told.add(["joined from two places"], quoted, f"{other} / {text.shown(place.start, place.end - 1)}")
        else:
            told.add(_named(text, words, hay, place, (a, b, c, d), opens, closes), quoted, shown)
        if shown:
            pieces.append(("dropped", shown))
        if quoted:
            pieces.append(("added", quoted))
    _say(pieces, text, at, place.end)


def _money(was: Sequence[str], now: Sequence[str], after: Sequence[str], after_now: Sequence[str]) -> str:
    """Whether a sum has its coin before it on one side and behind it on the other: $5 million, 5 million dollars."""
    if len(was) != 1 or len(now) != 1 or was[0].lstrip("$£€") != now[0].lstrip("$£€"):
        return ""
    signs = (was[0][:1], after_now) if was[0][:1] in _COINS else (now[0][:1], after)
    return "a sign for a coin" if _COINS.get(signs[0], "") in signs[1] else ""


def _whole(ours: Text, theirs: Text, place: Placed, a: int, b: int, c: int, d: int) -> tuple[int, int]:
    """The beginning of a difference, with the first half of a contraction that it cuts: “can” for “can’t”."""
    cut = (b > a > place.start and ours.starts[a] == ours.starts[a - 1]) or (
        d > c > place.first and theirs.starts[c] == theirs.starts[c - 1]
    )
    return (a - 1, c - 1) if cut and a > place.start and c > place.first else (a, c)


def _taken_from(text: Text, words: Sequence[str], place: Placed, op: Op) -> str:
    """The words of the source, near by, that the quotation has put before or behind others; empty if there are none."""
    a, b, c, d = op
    if b > a or d - c < 2 or not (c == place.first or d == place.last):
        return ""
    near = text.occurrences(list(words[c:d]), first=max(place.start - 120, 0), last=min(place.end + 120, len(text)))
    if not near and d - c >= 4:
        near = text.occurrences(list(words[c:d]))
    return text.shown(near[0], near[0] + d - c - 1) if near else ""


def _bracketed(sides: Sides, c: int, d: int) -> bool:
    return d > c and any(n in sides.adjusted for n in range(c, d))


def _repeated(hay: Sequence[str], a: int, b: int) -> bool:
    """Whether dropped words only repeat those beside them, as in speech: “we, we will”."""
    length = b - a
    if length > 3 or any(word in ("no", "never", "very", "long", "many") for word in hay[a:b]):
        return False
    return list(hay[a:b]) == list(hay[b : b + length]) or list(hay[a:b]) == list(hay[max(a - length, 0) : a])


def _attribution(text: Text, a: int, b: int) -> bool:
    """Whether the words from `a` to `b` (exclusive) stand outside the marks: “We will,” she said, “never agree.”"""
    between = text.between(a - 1, b).strip()
    inner = between.lstrip(",.?!;- ")
    return between.count('"') == 2 and inner.startswith('"') and between.endswith('"') and b - a <= 30


def _aside(text: Text, a: int, b: int) -> bool:
    """Whether the words stand in brackets in the source, or are what a page has at its foot and head."""
    between = text.between(a - 1, b)
    inner = between.strip(" ,.;\n")
    if inner[:1] in "[(" and inner[-1:] in ")]" and b - a <= 4 and inner:
        return inner[0] == "[" or inner.strip("()[] .").lower() in (
            "applause",
            "laughter",
            "laughs",
            "cheers",
            "pause",
            "inaudible",
        )
    return (
        between.count("\n") >= 2
        and any(line.strip(" -–Pagep.").isdigit() for line in between.split("\n"))
        and b - a <= 14
    )


def _named(
    text: Text, words: Sequence[str], hay: Sequence[str], place: Placed, op: Op, opens: bool, closes: bool
) -> list[Kind]:
    a, b, c, d = op
    was, now = hay[a:b], words[c:d]
    before, after = list(hay[max(place.start - len(now), 0) : place.start]), list(hay[place.end : place.end + len(now)])
    if not was and (list(now) in (before, after)) and not text.breaks(max(place.start - 1, 0), place.start):
        return ["order changed"]
    if d == place.last and closes and _own(was, now, a > 0 and text.breaks(a - 1, a) if a < b else True):
        return ["invented ending", *(["word changed"] if was and not text.breaks(a - 1, a) else [])]  # type: ignore[list-item]
    if c == place.first and opens and _own(was, now, text.breaks(b - 1, b) if a < b < len(hay) else True):
        return ["invented beginning"]
    if not now and a > 0 and b < len(hay) and text.sentence_breaks(a - 1, b):
        return ["joined from two places", *(kind for kind in kinds(was, now) if kind.startswith("negation"))]
    return kinds(was, now, hay[b] if b < len(hay) else "")


def _own(was: Sequence[str], now: Sequence[str], apart: bool) -> bool:
    """Whether words at an end of the quotation have nothing to do with those of the source there."""
    if not now:
        return False
    if not was or (apart and len(now) > 1):
        return True
    heavy = [word for word in now if content(word)]
    return len(now) >= _TAIL and len(heavy) >= 2 and not set(was) & set(heavy)


def _moved(told: Told, sides: Sides, text: Text, place: Placed) -> bool:
    """Whether nothing was done but to put the words in another order."""
    words, hay = sides.text.words, text.words
    was = Counter(w for a, b, _, _ in place.differing for w in hay[a:b])
    now = Counter(w for _, _, c, d in place.differing for w in words[c:d])
    if not place.differing or was != now or len(place.differing) < 2:
        swapped = len(place.differing) == 1 and was == now and sum(was.values()) > 1
        if not swapped:
            return False
    names: list[Kind] = ["number changed"] if any(any(map(str.isdigit, w)) for w in was) else []
    if any(word in ("not", "never", "no") for word in was):
        names += ["negation dropped"]
    told.add(
        [*names, "order changed"], sides.text.shown(place.first, place.last - 1), text.shown(place.start, place.end - 1)
    )
    return True


def _say(pieces: list[Piece], text: Text, first: int, last: int) -> None:
    if last > first:
        pieces.append(("same", text.shown(first, last - 1)))


def _show(pieces: list[Piece], text: Text, sides: Sides, place: Placed) -> None:
    at = place.start
    for a, b, c, d in place.differing:
        _say(pieces, text, at, a)
        if b > a:
            pieces.append(("dropped", text.shown(a, b - 1)))
        if d > c:
            pieces.append(("added", sides.text.shown(c, d - 1)))
        at = b
    _say(pieces, text, at, place.end)

"""What stands between the pieces of a quotation: an ellipsis, the quoter's own words in brackets, or both."""

from __future__ import annotations

from checks.reading.quoting.aligning import Placed
from checks.reading.quoting.differences import Told
from checks.reading.quoting.gaps import bracket_sense, hidden_sense
from checks.reading.quoting.parts import Alteration, Kind, Piece
from checks.reading.quoting.sides import Gap, Sides
from checks.reading.quoting.texts import Text

_FEW_SENTENCES = 8  # an honest ellipsis may pass over so many within one paragraph or speech
_OWN = "the quoter's own words in brackets"


def junction(
    told: Told, pieces: list[Piece], sides: Sides, text: Text, gap: Gap, before: Placed | None, place: Placed
) -> None:
    """What the ellipsis or the brackets between two pieces do."""
    own = " ".join(gap.own)
    own_words = Text(own).words if own else []
    if before is None:
        if own_words:
            _before_first(told, pieces, text, own, own_words, place)
        return
    hidden = text.words[before.end : place.start]
    shown = text.shown(before.end, place.start - 1) if place.start > before.end else ""
    if place.start < before.end:
        near = text.sentence_breaks(place.start, before.end - 1) == 0
        both = f"{text.shown(before.start, before.end - 1)} / {text.shown(place.start, place.end - 1)}"
        told.add(["order changed" if near else "joined from two places"], "…" if gap.ellipsis else own, both)
        pieces.append(("hidden", "…"))
        return
    if gap.ellipsis or (hidden and not own_words):
        _ellipsis(told, pieces, text, before, place, shown)
        if own_words:
            told.add(bracket_sense(own_words, [], own, ""), f"[{own}]", "")
            told.edit(_OWN)
            pieces.append(("added", f"[{own}]"))
        return
    if not own_words:
        return
    names = bracket_sense(own_words, hidden, own, shown)
    if names:
        told.add(names, f"[{own}]", shown)
    elif len(hidden) > len(own_words) + 6:
        for kind, dropped in hidden_sense(text, (before.start, before.end), (place.start, place.end)):
            told.add([kind], f"[{own}]", dropped)
    if own_words != hidden:
        told.edit(_OWN)
    if hidden:
        pieces.append(("dropped", shown))
    pieces.append(("added", f"[{own}]"))


def _before_first(told: Told, pieces: list[Piece], text: Text, own: str, own_words: list[str], place: Placed) -> None:
    """Brackets that a quotation begins with: they stand for the words right before, or for none."""
    start = text.sentence(place.start)[0]
    was = text.words[max(start, place.start - 6) : place.start]
    best: list[Kind] = bracket_sense(own_words, [], own, "")
    for length in range(len(was), 0, -1):
        shown = text.shown(place.start - length, place.start - 1)
        if length <= len(own_words) + 1:
            best = bracket_sense(own_words, was[-length:], own, shown)
            if not best:
                break
    if best and not bracket_sense(own_words, [], own, ""):
        best = []
    told.add(best, f"[{own}]", " ".join(was))
    told.edit(_OWN)
    pieces.append(("added", f"[{own}]"))


def _ellipsis(told: Told, pieces: list[Piece], text: Text, before: Placed, place: Placed, shown: str) -> None:
    if not shown:
        return
    found = hidden_sense(text, (before.start, before.end), (place.start, place.end))
    for kind, dropped in found:
        told.add([kind], "…", dropped)
    pieces.append(("hidden", shown))
    last, first = before.end - 1, place.start
    paragraphs, sentences = text.paragraph_breaks(last, first), text.sentence_breaks(last, first)
    apart = paragraphs > 1 or sentences > _FEW_SENTENCES or (paragraphs and not _one_speech(text, last, first))
    if (paragraphs or (sentences and not _ends(text, last))) and not _begins(text, first):
        apart = True  # half of one sentence and half of another
    if apart or (not paragraphs and _two_speeches(text, last, first)):
        both = f"{text.shown(before.start, last)} / {text.shown(first, place.end - 1)}"
        told.changes.insert(0, Alteration("joined from two places", "…", both))
    elif not found:
        told.edit("words left out under an ellipsis")


def _ends(text: Text, last: int) -> bool:
    return last + 1 >= len(text) or text.breaks(last, last + 1)


def _begins(text: Text, first: int) -> bool:
    return first == 0 or text.breaks(first - 1, first)


def _one_speech(text: Text, last: int, first: int) -> bool:
    """Whether two places in neighbouring paragraphs belong to one speech, as far as the quotation marks tell."""
    between = text.between(last, first)
    marks = between.count('"')
    # An opening mark at the head of the next paragraph, with none that closed before it, is speech that runs on.
    return marks == 0 or (marks == 1 and "\n" in between.split('"')[0])


def _two_speeches(text: Text, last: int, first: int) -> bool:
    """Whether one speech ends and another, introduced as somebody else's, begins between two places of a paragraph."""
    from checks.reading.quoting.speaking import given_to

    between = text.between(last, first)
    if between.count('"') < 2:
        return False
    one, other = (given_to(text.raw, (text.span(n, n),)) for n in (last, first))
    return bool(one.speaker and other.speaker and one.stands(other.speaker) == "other")


def trailing(told: Told, sides: Sides, text: Text, last: Placed | None, whole_row: bool) -> None:
    """Brackets that a quotation ends with."""
    own = " ".join(sides.gaps[-1].own) if not whole_row else ""
    if not own or last is None:
        return
    own_words = Text(own).words
    told.edit(_OWN)
    following = text.words[last.end : last.end + len(own_words)]
    end = text.sentence(last.end - 1)[1]
    if last.end <= end < last.end + 3:  # they stand for the end of the sentence
        rest = text.words[last.end : end + 1]
        told.add(bracket_sense(own_words, rest, own, text.shown(last.end, end)), f"[{own}]", text.shown(last.end, end))
        return
    if following == own_words or not bracket_sense(own_words, [], own, ""):
        return
    told.add(bracket_sense(own_words, [], own, ""), f"[{own}]", "")

"""The steps that both sides are taken through before they are compared, and which of them made a difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from checks.reading.quoting.aligning import Placed
from checks.reading.quoting.sides import Sides
from checks.reading.quoting.texts import Text

_LIGATURE = re.compile(r"[ﬀ-ﬆ]")
_CUT = re.compile(r"[-\u00ad] {0,9}\r?\n\s{0,9}(?=[a-z])")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛′`´ʼ", "'"), **dict.fromkeys("“”„‟″«»", '"')})
_HYPHENS = re.compile("[‐‑−]")
_DASHES = re.compile(r"\s*(?:[‒–—]|--+)\s*|\s+-\s+")
_MARKUP = re.compile(r"<[^<>]{1,500}>|&(?:#\w{1,7}|[a-zA-Z]{2,8});")

# Each with what it is called; all keep the words.
STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("words cut at line ends joined", lambda text: _CUT.sub("", text)),
    ("signs without width taken out", lambda text: _UNSEEN.sub("", text)),
    ("ligatures taken apart", lambda text: _LIGATURE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)),
    ("accents put on their letters", lambda text: unicodedata.normalize("NFC", text)),
    ("quotation marks and apostrophes made alike", lambda text: text.translate(_QUOTES)),
    ("hyphens made alike", lambda text: _HYPHENS.sub("-", text)),
    ("spaces and line ends made alike", lambda text: " ".join(text.split())),
)  # fmt: skip


def steps_between(sides: Sides, text: Text, placed: Sequence[Placed]) -> tuple[list[str], list[str]]:
    """The typographic steps without which the words would not be the same; and the small edits: capitals, marks.

    Only where a piece stands in the source word for word.
    """
    steps: list[str] = []
    edits: list[str] = []
    for place in placed:
        if not place.exact or place.end <= place.start:
            continue
        ours = text.raw[slice(*text.span(place.start, place.end - 1))]
        theirs = sides.text.raw[sides.text.starts[place.first] : sides.text.ends[place.last - 1]]
        if ours == sides.raw[sides.text.starts[place.first] : sides.text.ends[place.last - 1]]:
            continue  # its ellipses and brackets are the source's own
        if sides.text.html:
            theirs = sides.text.plain[sides.text.starts[place.first] : sides.text.ends[place.last - 1]]
        if text.html and _MARKUP.search(ours):
            ours = text.plain[text.starts[place.start] : text.ends[place.end - 1]]
            _once(steps, "tags and entities of the page taken out")
        if ours == theirs:
            continue
        full, full_quoted = _all(ours), _all(theirs)
        for number, (name, _) in enumerate(STEPS):
            if full == full_quoted:
                if _all(ours, number) != _all(theirs, number):
                    _once(steps, name)
            elif _all(ours, number) != full and _all(theirs, number) == full_quoted:
                _once(steps, name)
        if full != full_quoted:
            _edits(edits, full, full_quoted)
    return steps, edits


def _all(text: str, without: int = -1) -> str:
    for number, (_, step) in enumerate(STEPS):
        if number != without:
            text = step(text)
    return text


def _edits(edits: list[str], ours: str, theirs: str) -> None:
    dashed, dashed_quoted = _DASHES.sub("-", ours), _DASHES.sub("-", theirs)
    if (dashed == dashed_quoted) or (dashed != ours and dashed_quoted != theirs):
        _once(edits, "another dash")
    if dashed == dashed_quoted:
        return
    ours, theirs = dashed, dashed_quoted
    if _letters(ours) == _letters(theirs) or _bare(ours) == _bare(theirs):
        pass
    elif _letters(ours).casefold() == _letters(theirs).casefold():
        _once(edits, "a capital")
    else:
        _once(edits, "a contraction, a number or a short form written otherwise")
    if ours.replace('"', "'") == theirs.replace('"', "'"):
        _once(edits, "quotation marks within the words")
    elif _marks(ours) != _marks(theirs):
        _once(edits, "punctuation")
    elif not edits:
        _once(edits, "hyphens and spaces within words")


def _marks(text: str) -> str:
    return re.sub(r"[\w\s'%$£€-]|(?<=\d)[.,](?=\d)", "", text)


def _letters(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w]", " ", text).split())


def _once(told: list[str], step: str) -> None:
    if step not in told:
        told.append(step)

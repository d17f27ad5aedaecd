"""Earlier fact-checks from a file: the Data Commons feed of ClaimReview, or an answer of the Fact Check Tools.

A feed has hundreds of megabytes, so it is never read whole: its elements are read one at a time through a window. Of
the feed an element that is no review of a claim is left out, and counted; what is not JSON is an error. Sources of the
forms: https://schema.org/DataFeed and https://schema.org/ClaimReview; Google, "Fact Check (ClaimReview) structured
data", https://developers.google.com/search/docs/appearance/structured-data/factcheck.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit

from checks.case.errors import CaseError
from checks.evidence.earlier.parts import FactCheck
from checks.evidence.json_answer import Node, no_constant
from checks.evidence.records.fact_checks import reviews
from checks.evidence.records.rows import iso_day, printable, web_address
from checks.reading.intake.incoming import CONTROLS

MOST_OF_ONE = 1_000_000  # characters of one element
_LISTS = ("dataFeedElement", "claims")
_GZIP = b"\x1f\x8b"


def fact_checks_in(path: Path) -> Iterator[FactCheck | str]:
    """The fact-checks of a file in its order, and for each element that is none a reason why, in a few words.

    Raises `CaseError` for a file that is not there, is not JSON, or has neither of the two forms.
    """
    file = CONTROLS.sub("?", path.name)
    try:
        if path.exists() and not path.is_file():
            raise CaseError("this is no file: name a feed or a saved answer", file=file)
        with path.open("rb") as data:
            if data.read(2) == _GZIP:
                raise CaseError("it is a gzip archive: unpack it first", file=file)
        with path.open(encoding="utf-8-sig") as stream:
            for name, number, value in _elements(_Window(stream, file)):
                yield from _of_feed(value) if name == "dataFeedElement" else _of_answer(value, number, file)
    except FileNotFoundError:
        raise CaseError("there is no such file: name a feed or a saved answer with --from", file=file) from None
    except UnicodeDecodeError:
        raise CaseError("it is not UTF-8, so no feed of fact-checks: fetch it again", file=file) from None
    except OSError as error:
        raise CaseError(f"it cannot be read ({error.strerror})", file=file) from None


class _Window:
    """A JSON text, of which only as much as one value may have is held."""

    def __init__(self, stream: TextIO, file: str) -> None:
        self._stream, self.file = stream, file
        self._text, self._at, self._ended = "", 0, False
        self._decoder = json.JSONDecoder(parse_constant=no_constant)

    def next(self) -> str:
        """The next character that is no white space, still unread; empty at the end."""
        while True:
            self._fill(1)
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]

    def take(self, character: str, where: str) -> None:
        """Reads this character. Raises `CaseError` where another stands."""
        if self.next() != character:
            raise self.error(where)
        self._at += 1

    def value(self, where: str) -> Any:
        """Reads one value. Raises `CaseError` for what is no JSON, or has too many characters."""
        self.next()
        self._fill(MOST_OF_ONE)
        try:
            value, self._at = self._decoder.raw_decode(self._text, self._at)
        except (ValueError, RecursionError):
            raise self.error(where) from None
        return value

    def error(self, where: str) -> CaseError:
        """What is to be said where the text cannot be read on."""
        start = " ".join(CONTROLS.sub(" ", self._text[self._at : self._at + 60]).split()) or "nothing"
        return CaseError(
            f"{where} is not JSON, is cut off, or has more than {MOST_OF_ONE:,} characters; there stands “{start}”: "
            "fetch the file again",
            file=self.file,
        )

    def _fill(self, wanted: int) -> None:
        """Reads until as many characters lie ahead, or the text ends."""
        if len(self._text) - self._at >= wanted or self._ended:
            return
        parts = [self._text[self._at :]]
        ahead = len(parts[0])
        while ahead < wanted and not self._ended:
            more = self._stream.read(MOST_OF_ONE)
            self._ended = not more
            parts.append(more)
            ahead += len(more)
        self._text, self._at = "".join(parts), 0


def _elements(text: _Window) -> Iterator[tuple[str, int, Any]]:
    """The elements of the lists of a JSON object that are looked for: the list's name, the place, the value."""
    known, empty = False, True
    if text.next() == "[":
        raise CaseError(f'it is a list: put it into an object, as `{{"{_LISTS[0]}": […]}}`', file=text.file)
    text.take("{", "the beginning")
    while text.next() != "}":
        if not empty:
            text.take(",", "what comes after a field")
        empty = False
        name = text.value("the name of a field")
        where = f"`{printable(str(name), 40)}`"
        text.take(":", where)
        if name in _LISTS and text.next() == "[":
            known = True
            yield from _listed(text, name)
        else:
            text.value(where)
            known = known or name == "nextPageToken"
    text.take("}", "the end")
    if text.next():
        raise text.error("what comes after the end")
    if not known and not empty:  # an empty object is the Fact Check Tools' answer without a hit
        raise CaseError(
            "it has neither a list `dataFeedElement` nor a list `claims`: it is no feed of ClaimReview and no answer "
            "of the Fact Check Tools",
            file=text.file,
        )


def _listed(text: _Window, name: str) -> Iterator[tuple[str, int, Any]]:
    number = 0
    text.take("[", f"`{name}`")
    while text.next() != "]":
        if number:
            text.take(",", f"what comes after `{name}[{number - 1}]`")
        yield name, number, text.value(f"`{name}[{number}]`")
        number += 1
    text.take("]", f"`{name}`")


def _of_answer(value: Any, number: int, file: str) -> Iterator[FactCheck | str]:
    """The reviews of a claim in an answer of the Fact Check Tools, read as strictly as for a register."""
    for cells, on, why in reviews(Node(value, file, f"claims[{number}]")):
        if not (cells.get("url") and cells["claim"] and cells["rating"]):
            yield why
            continue
        yield FactCheck(
            cells["claim"], cells["rating"], cells["publisher"], cells["url"], str(on or ""), cells["title"],
            cells["claimant"],
        )  # fmt: skip


def _of_feed(element: Any) -> Iterator[FactCheck | str]:
    """The reviews of an element of the feed: its `item` is one, a list that may hold nulls, or null."""
    item = element.get("item") if isinstance(element, dict) else None
    if not item:
        yield "no review in it"
        return
    for review in item if isinstance(item, list) else [item]:
        yield _review(review)


def _review(review: Any) -> FactCheck | str:
    kinds = review.get("@type", "ClaimReview") if isinstance(review, dict) else None
    if not isinstance(review, dict) or "ClaimReview" not in (kinds if isinstance(kinds, list) else [kinds]):
        return "no review of a claim"
    claim, url = _words(review.get("claimReviewed")), web_address(_words(review.get("url")))
    if not claim:
        return "the words of the claim are not stated"
    if not url:
        return "no address of the web is given for its review"
    rating = _rating(review.get("reviewRating"))
    if not rating:
        return "no rating is given"
    reviewed = review.get("itemReviewed")
    if isinstance(reviewed, list):
        reviewed = reviewed[0] if reviewed else None
    day = iso_day(_words(review.get("datePublished"))[:10])
    return FactCheck(
        claim, rating, _words(review.get("author")) or urlsplit(url).netloc, url, str(day or ""),
        _words(review.get("name") or review.get("headline")),
        _words(reviewed.get("author")) if isinstance(reviewed, dict) else "",
    )  # fmt: skip


def _rating(rating: Any) -> str:
    """The publisher's word for it; where there is none, the figure with its scale; of a list the first."""
    if isinstance(rating, list):
        rating = rating[0] if rating else ""
    if not isinstance(rating, dict):
        return _words(rating)
    said = _words(rating.get("alternateName")) or _words(rating.get("name"))
    figure = _words(rating.get("ratingValue"))
    if said or not figure:
        return said
    worst, best = _words(rating.get("worstRating")), _words(rating.get("bestRating"))
    return f"{figure} on a scale from {worst} to {best}" if worst and best else figure


def _words(value: Any) -> str:
    """The text of a value as schema.org allows it: text, a figure, something with a name, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name", "")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return printable(value) if isinstance(value, str) else ""

"""The text of a PDF, line by line: columns, paragraphs, and what repeats at the top and foot of its pages."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from checks.case.errors import CaseError

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # it remarks on every oddity of a font
MOST_PAGES = 200
MOST_CHARACTERS = 2_000_000
_MOST_INFLATED = 60_000_000  # bytes of all that is drawn, pictures aside, once unpacked
_STREAM = re.compile(rb"stream\r?\n")
_MARGIN = 0.12  # of the page's height, at its top and its foot
_GUTTER = 8.0  # points that are free of words between two columns
_PAGE_NUMBER = re.compile(r"[-–— ]*(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–— ]*", re.IGNORECASE)
_PRINTED_BY_BROWSER = re.compile(r"(?:https?|file|ﬁle)://\S+(?: \d+/\d+)?$|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d")
_UNKNOWN_SIGN = re.compile(r"\(cid:\d+\)")

_Row = list[dict[str, Any]]  # words side by side, as pdfplumber gives them


@dataclass(frozen=True)
class _Line:
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    text: str
    first: float  # how wide its first word is, in points
    height: float  # of its letters


def pages(data: bytes, file: str = "") -> tuple[str, dict[str, str]]:
    """The text of a PDF, and its title where its properties hold one that its first page shows.

    A line of the page is a line of the text, a blank line stands between paragraphs, and a paragraph that goes on in
    the next column or on the next page goes on in the text. Ligatures and hyphens are as printed. Headers, footers and
    page numbers are left out where they repeat. pdfplumber finds the words; columns are told by the white space between
    them (X-Y cut: Nagy and Seth, 1984). Raises `CaseError` for a PDF that is locked, broken, scanned, or too large.
    """
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    _refuse_a_bomb(data, file)
    rows: list[list[_Row]] = []
    heights: list[float] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise CaseError(f"it has {len(pdf.pages)} pages, and {MOST_PAGES} is the most that is read", file=file)
            title = str((pdf.metadata or {}).get("Title") or "").strip()
            size = 0
            for page in pdf.pages:
                words = page.extract_words(x_tolerance_ratio=0.18, keep_blank_chars=False, expand_ligatures=False)
                size += sum(len(word["text"]) + 1 for word in words)
                if size > MOST_CHARACTERS:
                    raise CaseError(f"it has more than {MOST_CHARACTERS:,} characters: split it", file=file)
                rows.append(_rows(words))
                heights.append(float(page.height))
                page.close()  # gives its memory back
    except CaseError:
        raise
    except Exception as error:  # a broken PDF fails anywhere in its reader, in any way
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if type(cause).__name__ == "PDFPasswordIncorrect":
            raise CaseError("this PDF is locked with a password: unlock it, and save it again", file=file) from None
        raise CaseError("this PDF is broken and cannot be read: print or download it afresh", file=file) from None
    if not any(rows):
        raise CaseError(
            "this PDF has no text in it, only pictures of pages: run it through text recognition (OCR) first", file=file
        )
    bodies = enumerate(_without_repeats(rows, heights))
    text = _joined([line for number, body in bodies for line in _lines(body, number)])
    if len("".join(_UNKNOWN_SIGN.findall(text))) > 0.2 * len(text):
        raise CaseError(
            "this PDF does not say which letters its signs stand for: run it through text recognition (OCR)", file=file
        )
    return text, {"title": title} if title and title.casefold() in " ".join(text[:3000].split()).casefold() else {}


def _refuse_a_bomb(data: bytes, file: str) -> None:
    """Unpacks each stream only as far as the limit, before anything else does so without one."""
    left, view = _MOST_INFLATED, memoryview(data)  # a slice of it copies nothing
    for found in _STREAM.finditer(data):
        described = data[max(0, found.start() - 600) : found.start()].rpartition(b" obj")[2]
        if b"Flate" not in described or b"/Image" in described:
            continue
        try:
            left -= len(zlib.decompressobj().decompress(view[found.end() :], left + 1))
        except zlib.error:
            continue
        if left < 0:
            raise CaseError(f"what it draws unpacks to more than {_MOST_INFLATED:,} bytes: it is not read", file=file)


def _lines(rows: list[_Row], page: int) -> list[_Line]:
    """The lines of a page in the order of reading: column by column, between what runs across them."""
    gutter = _gutter(rows)
    if gutter is None:
        return [_line(row, page) for row in rows]
    lines: list[_Line] = []
    left: _Row = []
    right: _Row = []
    for row in [*rows, []]:
        if not row or any(word["x0"] < gutter < word["x1"] for word in row):
            lines += _lines(_rows(left), page) + _lines(_rows(right), page)
            left, right = [], []
            lines += [_line(row, page)] if row else []
        else:
            left += [word for word in row if word["x1"] <= gutter]
            right += [word for word in row if word["x0"] >= gutter]
    return lines


def _rows(words: _Row) -> list[_Row]:
    """Words side by side, from top to bottom, each row from left to right."""
    rows: list[_Row] = []
    middle = 0.0
    for word in sorted(words, key=lambda word: (word["top"] + word["bottom"], word["x0"])):
        here = (word["top"] + word["bottom"]) / 2
        if rows and abs(here - middle) < 0.4 * (word["bottom"] - word["top"]):
            rows[-1].append(word)
        else:
            rows.append([word])
            middle = here
    return [sorted(row, key=lambda word: float(word["x0"])) for row in rows]


def _gutter(rows: list[_Row]) -> float | None:
    """Where the white space between two columns is; None where there are none, or not plainly."""
    words = [word for row in rows for word in row]
    if len(rows) < 6 or len(words) < 24:
        return None
    first, last = min(word["x0"] for word in words), max(word["x1"] for word in words)
    best: tuple[float, float] | None = None
    for tenth in range(20, 81):
        x = first + (last - first) * tenth / 100
        clear = sum(all(word["x1"] <= x - _GUTTER / 2 or word["x0"] >= x + _GUTTER / 2 for word in row) for row in rows)
        share = clear / len(rows)
        if share < 0.6 or (best and share <= best[0]):
            continue
        sides = [sum(word["x1"] <= x for word in words), sum(word["x0"] >= x for word in words)]
        long = [sum(any(side(word, x) for word in row) for row in rows) for side in (_left_of, _right_of)]
        if min(sides) >= 0.2 * len(words) and min(long) >= 0.25 * len(rows):
            best = share, x
    return best[1] if best else None


def _left_of(word: dict[str, Any], x: float) -> bool:
    return float(word["x1"]) <= x


def _right_of(word: dict[str, Any], x: float) -> bool:
    return float(word["x0"]) >= x


def _line(row: _Row, page: int) -> _Line:
    top, bottom = min(word["top"] for word in row), max(word["bottom"] for word in row)
    return _Line(
        page=page, x0=row[0]["x0"], x1=max(word["x1"] for word in row), top=top, bottom=bottom, text=_words(row),
        first=row[0]["x1"] - row[0]["x0"], height=median(word["bottom"] - word["top"] for word in row),
    )  # fmt: skip


def _words(row: _Row) -> str:
    return " ".join(word["text"] for word in row)


def _without_repeats(pages: list[list[_Row]], heights: list[float]) -> list[list[_Row]]:
    """The rows of each page but those at its top or foot that stand on other pages too, with no more than their digits
    changed, and those that a browser prints there."""
    at_the_edge = [
        {number: re.sub(r"\d+", "0", _words(row)) for number, row in enumerate(rows) if _in_margin(row, height)}
        for rows, height in zip(pages, heights, strict=True)
    ]
    seen = Counter(words for edge in at_the_edge for words in set(edge.values()))
    often = max(2, 0.4 * len(pages))
    return [
        [row for number, row in enumerate(rows) if not (
            number in edge and (seen[edge[number]] >= often or _PRINTED_BY_BROWSER.match(_words(row))
            or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(_words(row)))))]
        for rows, edge in zip(pages, at_the_edge, strict=True)
    ]  # fmt: skip


def _in_margin(row: _Row, height: float) -> bool:
    return all(word["bottom"] < _MARGIN * height or word["top"] > (1 - _MARGIN) * height for word in row)


def _joined(lines: list[_Line]) -> str:
    """The lines with a newline where a paragraph goes on and a blank line where one ends."""
    text: list[str] = []
    for number, line in enumerate(lines):
        if number:
            text.append("\n" if _goes_on(lines, number) else "\n\n")
        text.append(line.text)
    return "".join(text)


def _goes_on(lines: list[_Line], number: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    before, line = lines[number - 1], lines[number]
    if abs(line.height - before.height) > 0.12 * max(line.height, before.height):
        return False
    near = [other for other in lines[max(0, number - 12) : number + 12] if _same_column(before, other)]
    right, left = max(other.x1 for other in near), min(other.x0 for other in near)
    room = right - before.x1 > line.first + 0.6 * line.height  # the line's first word could have stood before it
    if line.page != before.page or line.top < before.top:  # another page or column
        return before.text[-1:] not in ".!?”’\"':" and (line.text[:1].islower() or not room)
    pitches = [after.top - first.top for first, after in pairwise(near) if after.top > first.top]
    if pitches and line.top - before.top > 1.25 * min(median(pitches), 2 * line.height):
        return False
    if before.text.endswith("-"):
        return True
    if line.x0 - before.x0 > 0.7 * line.height and before.x0 - left < 0.3 * line.height:
        return False  # the first line of a paragraph is set in
    return not room or line.text[:1].islower()


def _same_column(line: _Line, other: _Line) -> bool:
    same_size = abs(line.height - other.height) <= 0.12 * line.height
    return line.page == other.page and same_size and other.x0 <= line.x1 and other.x1 >= line.x0

"""The status XML of the UN Treaty Collection as it is written: its head, its table of participants, its end notes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.case.when import MONTHS
from checks.evidence.answers import Saved
from checks.evidence.records.rows import printable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES = 20_000_000
MOST_LINES = 500  # there are some 200 states
TABLE = "Treaty/Participants/Table/TGroup"

_NOTE_MARK = re.compile(r"<(superscript|sup)\b[^<>]{0,100}>([^<>]{0,100})</\1\s{0,3}>", re.I)
_INLINE = re.compile(r"</?(?:i|b|u|em|strong|a|font|span|right|center)\b[^<>]{0,300}>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"\d{1,3}", re.ASCII)
_NUMBERED = re.compile(rf"(\d{{1,3}})[\s.)]+(?!(?:{'|'.join(name[:3] for name in MONTHS)}))", re.ASCII)
_ONE_NOTE = ("endnote", "footnote", "note")
_NUMBER_KEYS = ("id", "no", "number", "num")
_WINDOWS = {  # the file says ISO-8859-1; typed on Windows, it has quotation marks where that has control characters
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


@dataclass(frozen=True)
class Cell:
    """A cell as printed, on one line, and the numbers of the end notes that it refers to."""

    printed: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A participant's line: its name and its cells, one for each further column of `heads`; `path` names its place."""

    path: str
    name: Cell
    heads: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Status:
    """The status of a treaty: `in_force` and `parties` as the head prints them (empty where it does not), the lines of
    the table, and the end notes by their numbers (one without a number under an empty one)."""

    title: str
    in_force: str
    parties: str
    lines: tuple[Line, ...]
    notes: dict[str, str]


def status(saved: Saved) -> Status:
    """The status that a saved answer holds.

    Raises `CaseError` for what is no status XML (an outage page, a cut-off answer, a document type or entities, which
    could be a trap) and, with the element's path, where it is not built as it is known to be. Source: the XML that the
    status pages of https://treaties.un.org link to, as public programs read it.
    """
    root = _root(saved)
    treaty = root if root.tag == "Treaty" else root.find("Treaty")
    if treaty is None:
        raise _changed(saved, "Treaty", "is missing")
    try:
        return Status(
            title=_text(treaty, "Header/ExternalData/Titlesect"),
            in_force=_text(treaty, "Header/ExternalData/EIF/Labeltext"),
            parties=_text(treaty, "Header/ExternalData/Status/Parties"),
            lines=tuple(_lines(saved, treaty)),
            notes=_notes(saved, treaty),
        )
    except RecursionError:
        raise CaseError(
            "its elements stand in one another too deeply to be the record's answer", file=saved.file
        ) from None


def _root(saved: Saved) -> Element:
    import defusedxml
    from defusedxml.ElementTree import ParseError, fromstring

    if len(saved.body) > MOST_BYTES:
        raise CaseError(f"it has more than {MOST_BYTES:,} bytes, and a status has far fewer", file=saved.file)
    start = saved.body[:20_000].decode("utf-8", "replace")
    seen = printable(_TAG.sub(" ", start), 160)
    if re.search(r"<!doctype html|<html", start[:2_000], re.IGNORECASE):
        if "unavailable" in start.lower():
            raise CaseError(
                f"this is the server's outage page, not the status: “{seen}”: ask again later", file=saved.file
            )
        raise CaseError(f"this is a page (HTML), not the status as XML; it begins “{seen}”", file=saved.file)
    try:
        root: Element = fromstring(
            _as_declared(saved.body), forbid_dtd=True, forbid_entities=True, forbid_external=True
        )
    except defusedxml.DefusedXmlException:
        raise CaseError(
            "it declares a document type or entities, which the record never does: refused", file=saved.file
        ) from None
    except (ParseError, ValueError, LookupError) as error:
        raise CaseError(
            f"this is not whole XML ({printable(str(error), 80)}), so not the record's answer, or cut off; it begins "
            f"“{printable(seen, 80)}”", file=saved.file,
        ) from None  # fmt: skip
    return root


def _as_declared(body: bytes) -> bytes:
    """The bytes with the coding that they are in: a copy saved by a program may be UTF-8 and still say ISO-8859-1."""
    declared = re.match(rb"<\?xml[^<>]{0,60}encoding=[\"'](ISO-8859-1)[\"']", body, re.IGNORECASE)
    if declared and not body.isascii():
        with suppress(UnicodeDecodeError):
            body.decode("utf-8")  # words in ISO-8859-1 are hardly ever valid UTF-8
            return body[: declared.start(1)] + b"UTF-8" + body[declared.end(1) :]
    return body


def _lines(saved: Saved, treaty: Element) -> Iterator[Line]:
    groups = treaty.findall("Participants/Table/TGroup")
    if not groups and treaty.find("SpecialTables") is not None:
        raise CaseError(
            "this treaty has tables of its own kind (`SpecialTables`), which are not read: read them yourself",
            file=saved.file,
        )
    if not groups:
        raise _changed(saved, TABLE, "is missing")
    for group in groups:
        row, rows = group.find("Thead/Row"), group.find("Tbody/Rows")
        if row is None or rows is None:
            raise _changed(saved, f"{TABLE}/{'Thead/Row' if row is None else 'Tbody/Rows'}", "is missing")
        heads = [_cell(entry).printed for entry in row.findall("Entry")]
        first = [index for index, head in enumerate(heads) if head.lower().startswith("participant")]
        if len(first) != 1:
            shown = ", ".join(f"“{printable(head, 60)}”" for head in heads[:8]) or "none"
            raise _changed(saved, f"{TABLE}/Thead/Row", f"names no one column Participant ({shown})")
        if len(rows) > MOST_LINES:
            raise CaseError(f"its table has {len(rows)} lines, too many for the record's answer", file=saved.file)
        for number, line in enumerate(rows.findall("Row"), 1):
            path = f"{TABLE}/Tbody/Rows/Row[{number}]"
            cells = [_cell(entry) for entry in line.findall("Entry")]
            if len(cells) != len(heads):
                raise _changed(saved, path, f"has {len(cells)} entries, and the head has {len(heads)}")
            name = _name(cells.pop(first[0]))
            if not name.printed and any(cell.printed for cell in cells):
                raise _changed(saved, f"{path}/Entry[{first[0] + 1}]", "is empty, and should name the participant")
            if name.printed:
                others = tuple(head for index, head in enumerate(heads) if index != first[0])
                yield Line(path, name, others, tuple(cells))


def _name(cell: Cell) -> Cell:
    """A participant without the numbers of notes that are glued to its name (`Ruritania 3, 4`)."""
    name = cell.printed.rstrip("0123456789,* ")
    return Cell(name, (*cell.notes, *_NUMBER.findall(cell.printed[len(name) :])))


def _notes(saved: Saved, treaty: Element) -> dict[str, str]:
    """The end notes by number. How they are marked up differs: the number is an attribute, raised, or comes first."""
    place = next((child for child in treaty if child.tag.lower() in ("endnotes", "footnotes")), None)
    if place is not None and len(place) == 1 and len(place[0]) > 1 and place[0].tag.lower() not in _ONE_NOTE:
        place = place[0]
    notes: dict[str, list[str]] = {}
    number = ""  # a paragraph without one goes on with the note before it
    for child in [] if place is None else place:
        cell = _cell(child, 20_000)
        leads = _NUMBERED.match(cell.printed)
        given = [mark for key, value in child.items() if key.lower() in _NUMBER_KEYS for mark in _NUMBER.findall(value)]
        number = (given or list(cell.notes) or [leads[1] if leads else number])[0]
        text = cell.printed[leads.end() :] if leads and leads[1] == number else cell.printed
        notes.setdefault(number, []).append(text)
    if len(notes) > MOST_LINES:
        raise CaseError(f"it has {len(notes)} end notes, too many for the record's answer", file=saved.file)
    return {number: " ".join(texts) for number, texts in notes.items()}


def _text(treaty: Element, path: str) -> str:
    found = treaty.find(path)
    return "" if found is None else _cell(found).printed


def _cell(element: Element, most: int = 1_000) -> Cell:
    """Markup stands in a cell as elements, and also escaped, as text that looks like elements: both are read."""
    from xml.etree.ElementTree import tostring

    raw = html.unescape(html.unescape(tostring(element, encoding="unicode"))).translate(_WINDOWS)
    notes = tuple(number for _, mark in _NOTE_MARK.findall(raw) for number in _NUMBER.findall(mark))
    return Cell(printable(_TAG.sub(" ", _INLINE.sub("", _NOTE_MARK.sub("", raw))), most), notes)


def _changed(saved: Saved, path: str, what: str) -> CaseError:
    return CaseError(f"`{path}` {what}: the format has changed", file=saved.file)

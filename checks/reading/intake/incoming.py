"""An article as it comes: from a file or standard input, in any common form and encoding, to text."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.intake.decoding import decoded
from checks.reading.intake.language import language_of
from checks.reading.intake.markdown import front_matter, is_markdown

Form = Literal["text", "markdown", "html", "pdf"]

MOST_BYTES = 20_000_000
MOST_BYTES_OF_PDF = 50_000_000
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:(?><!--.{0,2000}?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|title|meta|article|section|div|h1|p)\b",
    re.I | re.S,
)
_TAG = re.compile(r"<(?:p|div|article|h1|br|span|section)\b[^<>]{0,500}>", re.IGNORECASE)
_SAVE_AS = "save its text as a plain text or PDF file, and read that"
# What a file that is no text begins with, and what is said of it.
_OTHER_FORMS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a PNG picture", "its words must be typed or recognised first"),
    (b"\xff\xd8\xff", "a JPEG picture", "its words must be typed or recognised first"),
    (b"GIF8", "a GIF picture", "its words must be typed or recognised first"),
    (b"BM\x00", "a picture", "its words must be typed or recognised first"),
    (b"II*\x00", "a TIFF picture", "its words must be typed or recognised first"),
    (b"MM\x00*", "a TIFF picture", "its words must be typed or recognised first"),
    (b"RIFF", "a picture, sound or film", "its words must be typed or recognised first"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document", _SAVE_AS),
    (b"{\\rtf", "a rich text (RTF) document", _SAVE_AS),
    (b"%!PS", "a PostScript document", "turn it into a PDF file, and read that"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"),
    (b"ID3", "a sound file", "its words must be written down first"),
    (b"OggS", "a sound file", "its words must be written down first"),
    (b"SQLite format 3", "a database", "name a text, Markdown, HTML or PDF file"),
    (b"\x7fELF", "a program", "name a text, Markdown, HTML or PDF file"),
    (b"MZ\x90", "a program", "name a text, Markdown, HTML or PDF file"),
)
_IN_ZIP = (
    (b"word/", "a Word document (docx)", _SAVE_AS),
    (b"xl/", "an Excel workbook (xlsx)", _SAVE_AS),
    (b"ppt/", "a PowerPoint presentation (pptx)", _SAVE_AS),
    (b"opendocument", "an OpenDocument file", _SAVE_AS),
    (b"epub", "an e-book (EPUB)", _SAVE_AS),
)
_DAY = re.compile(
    r"\b\d{4}-\d{2}-\d{2}|\b\d{1,2} [A-Za-z]{3,9}\.? \d{4}\b|\b[A-Za-z]{3,9}\.? \d{1,2},? \d{4}\b"
    r"|^\s*\d{4}(?:-\d{2})?\s*$"
)


@dataclass(frozen=True)
class Incoming:
    """An article as it came. All offsets of a reading point into `text`: of a text or Markdown file its characters as
    they stand, of a web page the article that was found on it, of a PDF the lines of its pages.

    `file` is as the caller named it, `-` for standard input; `sha256` is of the bytes.
    """

    file: str
    form: Form
    sha256: str
    text: str
    encoding: str
    title: str = ""
    byline: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: When | None = None
    modified: When | None = None


def take_in(file: str | Path) -> Incoming:
    """An article from a file, or from standard input where `-` is named.

    The form is told by what the bytes are, then by the name. Raises `CaseError`, in one sentence that says what to do,
    for what cannot be read: no file, nothing in it, too much, no text, a locked or scanned PDF, a page without an
    article, another language than English.
    """
    name = str(file)
    told = CONTROLS.sub("?", name)  # a name may hold a line's end, or orders to a terminal
    return replace(from_bytes(_bytes(name, told), told), file=name)


def from_bytes(data: bytes, file: str = "-") -> Incoming:
    """An article from its bytes, where they have been read already. Raises as `take_in`."""
    seal = hashlib.sha256(data).hexdigest()
    if b"%PDF-" in data[:1024]:
        from checks.reading.intake.pdf import pages

        text, stated = pages(data, file)
        found = _known(Incoming(file, "pdf", seal, text, "of its fonts"), stated)
    else:
        if len(data) > MOST_BYTES:
            raise _too_large(len(data), MOST_BYTES, file)
        _refuse_other_forms(data, file)
        html = _looks_html(data, file)
        text, encoding = decoded(data, file, html=html)
        if _is_json(text):
            raise CaseError("it is JSON data: save the words of the article as plain text, and read that", file=file)
        if html:
            from checks.reading.intake.webpage import article

            text, stated = article(text, file)
            found = _known(Incoming(file, "html", seal, text, encoding), stated)
        else:
            markdown = file.lower().endswith((".md", ".markdown"))
            found = replace(
                from_text(text, "markdown" if markdown else None), file=file, sha256=seal, encoding=encoding
            )
    if not re.search(r"\w", found.text):
        raise CaseError("there is no text in it: name a file that holds an article", file=file)
    language = language_of(found.text)
    if language not in ("English", ""):
        raise CaseError(f"this is not in English: it seems to be in {language}; only English is read", file=file)
    return replace(found, language="en" if language else found.language)


def from_text(text: str, form: Form | None = None) -> Incoming:
    """An article that Python has as a string already, taken as it stands; nothing is refused.

    `form` is told by its looks where it is not said: Markdown where that is plain, else text.
    """
    form = form or ("markdown" if is_markdown(text) else "text")
    stated: dict[str, str] = front_matter(text)[0] if form == "markdown" else {}
    seal = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    byline = stated.get("byline") or stated.get("author") or ""
    language = "en" if language_of(text) == "English" else ""
    return _known(Incoming("-", form, seal, text, "utf-8"), {**stated, "byline": byline, "language": language})


def _known(found: Incoming, stated: dict[str, str]) -> Incoming:
    """With what the page or the front matter says of the article."""
    return replace(
        found,
        title=stated.get("title", "").strip(),
        byline=stated.get("byline", "").strip(),
        publisher=stated.get("publisher", "").strip(),
        url=stated.get("url", "").strip(),
        language=stated.get("language", "").strip(),
        published=_day(stated.get("published", "")),
        modified=_day(stated.get("modified", "")),
    )


def _day(stated: str) -> When | None:
    """The day of a time as pages state it; None for what is no day."""
    found = _DAY.search(stated[:100])
    try:
        return When.parse(found[0]) if found else None
    except CaseError:
        return None


def _bytes(name: str, told: str) -> bytes:
    if name == "-":
        if sys.stdin is None:
            raise CaseError("nothing comes in by standard input: name a file, or send one there", file=told)
        data = sys.stdin.buffer.read(MOST_BYTES_OF_PDF + 1)
    else:
        path = Path(name)
        try:
            size = path.stat().st_size
            if size > MOST_BYTES_OF_PDF:
                raise _too_large(size, MOST_BYTES_OF_PDF, told)
            with path.open("rb") as file:  # a pipe or a device has no size of its own
                data = file.read(MOST_BYTES_OF_PDF + 1)
        except FileNotFoundError:
            raise CaseError("there is no such file", file=told) from None
        except IsADirectoryError:
            raise CaseError("this is a folder: name a file in it", file=told) from None
        except PermissionError:
            raise CaseError("you are not permitted to read it: change its permissions, or copy it", file=told) from None
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "its name is no file name"
            raise CaseError(f"it cannot be read ({why})", file=told) from None
    if len(data) > MOST_BYTES_OF_PDF:
        raise _too_large(len(data), MOST_BYTES_OF_PDF, told)
    if not data.strip():
        raise CaseError("it is empty: there is nothing to read", file=told)
    return data


def _too_large(size: int, most: int, file: str) -> CaseError:
    return CaseError(f"it has {size:,} bytes or more, and {most:,} is the most that is read: split it", file=file)


def _refuse_other_forms(data: bytes, file: str) -> None:
    what, advice = "", ""
    if data.startswith(b"PK\x03\x04"):
        names = data[:4096] + data[-4096:]
        inside = next(((what, advice) for mark, what, advice in _IN_ZIP if mark in names), None)
        what, advice = inside or ("a zip archive", "unpack it first")
    elif data[4:8] == b"ftyp":
        what, advice = "a film, sound or picture", "its words must be written down first"
    else:
        what, advice = next(((what, advice) for mark, what, advice in _OTHER_FORMS if data.startswith(mark)), ("", ""))
    if what:
        raise CaseError(f"it is {what}: {advice}", file=file)


def _is_json(text: str) -> bool:
    """Whether a text is a mapping or a list as programs write them; a text that only begins like one is not."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    except RecursionError:
        pass  # nobody writes so many brackets
    return True


def _looks_html(data: bytes, file: str) -> bool:
    start = data[:8192].replace(b"\0", b"").decode("latin-1").removeprefix("ï»¿").removeprefix("ÿþ").removeprefix("þÿ")
    named = file.lower().endswith((".html", ".htm", ".xhtml"))
    return bool(_HTML.match(start)) or (named and bool(_TAG.search(start)))

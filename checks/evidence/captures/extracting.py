"""What captured bytes say: their kind, their words, and what they state of themselves."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache

from checks.case.errors import CaseError
from checks.evidence.captures import kinds
from checks.evidence.captures.characters import characters, cleaned, encoding_name, one_line

MOST_BYTES = 50_000_000
MOST_CHARACTERS = 5_000_000
# Raised when our own reading changes what a text comes out as, so that old captures are told to have been read by
# another tool and not to be damaged.
_OURS = "checks 1"


@dataclass(frozen=True)
class Extracted:
    """What bytes say. `ending` is of the file they are kept in; `text` is empty for pictures and scans.

    `published` is a day or empty; `pixels` is `640 x 480`, of pictures alone; `tools` are the names and versions of
    what read the bytes. `remarks` are sentences on what is odd, or could not be read.
    """

    media_type: str
    ending: str
    text: str
    title: str
    publisher: str
    published: str
    pixels: str
    tools: str
    remarks: tuple[str, ...]


def extracted(data: bytes, stated_type: str = "", file: str = "") -> Extracted:
    """What do these bytes say? The same bytes always say the same; `stated_type` (a `Content-Type`) only names and
    remarks.

    HTML is read by trafilatura, PDF by pdfplumber; of JSON, XML and plain text the characters are the text. Nothing is
    fetched, run or looked up. Raises `CaseError` for bytes that are too many; nothing in them raises anything.
    """
    if len(data) > MOST_BYTES:
        raise CaseError(f"it has {len(data):,} bytes, and {MOST_BYTES:,} is the most that is kept", file=file)
    called, charset = kinds.stated(stated_type)
    kind, text, encoding, remark = _characters(data, called)
    remarks = [kinds.disagreement(kind, called), remark, "" if data.strip() else "it is empty"]
    if encoding and charset and _reads_otherwise(data, charset, text):
        remarks.append(f"the server states the encoding {charset}; its bytes were read as {encoding}")
    title = publisher = published = size = ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a reader's remarks on an odd font or date are nothing to an investigator
        if kind in kinds.HTML:
            from checks.evidence.captures.visible import main_text

            page = main_text(text)
            text, title, publisher, published = page.text, page.title, page.publisher, page.published
            remarks += page.remarks
        elif kind == "application/pdf":
            from checks.reading.intake.pdf import pages

            try:
                text, about = pages(data)
                title = about.get("title", "")
            except CaseError as trouble:  # no words for now; the bytes are evidence all the same
                remarks.append(trouble.what)
        elif kind in kinds.PICTURES:
            from checks.evidence.captures.pictures import pixels

            size, told = pixels(data)
            remarks += told
    text = cleaned(text[: 2 * MOST_CHARACTERS]).strip("\n")
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS]
        remarks.append(f"its text is longer than {MOST_CHARACTERS:,} characters, and is cut off there")
    return Extracted(
        kind, kinds.ending(kind), text, one_line(title), one_line(publisher), published, size, _tools(kind),
        tuple(dict.fromkeys(one for one in remarks if one)),
    )  # fmt: skip


def tools_for(data: bytes) -> str:
    """Names and versions of what would read these bytes now, as `extracted` states them, without reading them."""
    kind = kinds.by_mark(data)
    if not kind and kinds.markup(data) == "html":
        kind = "text/html"  # of a page some text is always made
    return _tools(kind or _characters(data, "")[0])


def all_words(data: bytes) -> str:
    """All the words on a web page, those beside its main text too; empty for what is no web page."""
    if kinds.by_mark(data) or kinds.markup(data) != "html":
        return ""
    from checks.evidence.captures.visible import all_words as visible

    return cleaned(visible(_characters(data, "")[1])[: 2 * MOST_CHARACTERS])[:MOST_CHARACTERS]


def _characters(data: bytes, called: str) -> tuple[str, str, str, str]:
    """The media type; of texts the characters, their encoding, and a remark."""
    kind = kinds.by_mark(data)
    if kind:
        return kind, "", "", ""
    looks = kinds.markup(data)
    found = characters(data, markup=bool(looks))
    if found is None:
        return "application/octet-stream", "", "", ""
    return kinds.of_text(found[0], looks, called), *found


def _reads_otherwise(data: bytes, charset: str, text: str) -> bool:
    """Whether the encoding that the server states makes another text of the bytes."""
    name = encoding_name(charset)
    if not name:
        return False
    try:
        return data.decode(name).removeprefix("\ufeff").replace("\0", "") != text
    except (UnicodeError, LookupError, TypeError, AttributeError):  # the last: Python names some that make no text
        return True


@lru_cache(maxsize=32)
def _tools(kind: str) -> str:
    if kind in kinds.HTML:
        return f"{_version('trafilatura')}, {_version('lxml')}, {_OURS}"
    if kind == "application/pdf":
        return f"{_version('pdfplumber')}, {_version('pdfminer.six')}, {_OURS}"
    if kind in kinds.PICTURES:
        return _version("Pillow")
    textual = kind.startswith("text/") or kind in ("application/json", "application/xml", "application/yaml")
    return _OURS if textual else "none"


def _version(name: str) -> str:
    from importlib.metadata import version

    return f"{name} {version(name)}"

"""What kind of thing some bytes are: by their own look first, then by what the server called them."""

from __future__ import annotations

import json
import re

_MARKS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"), (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"),
    (b"PK\x03\x04", "application/zip"), (b"PK\x05\x06", "application/zip"), (b"\x1f\x8b", "application/gzip"),
)  # fmt: skip
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff")
HTML = ("text/html", "application/xhtml+xml")
# No ending is taken from an address. Lists are `txt` too: in a case, `csv` and `md` are files of another kind.
_ENDINGS = {
    "text/html": "html", "application/xhtml+xml": "xhtml", "application/pdf": "pdf", "application/json": "json",
    "application/xml": "xml", "application/yaml": "yaml", "text/plain": "txt", "text/csv": "txt",
    "text/markdown": "txt", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp",
    "image/tiff": "tif", "application/zip": "zip", "application/gzip": "gz", "application/octet-stream": "bin",
}  # fmt: skip
_NAMES = {
    "text/html": "an HTML page", "application/xhtml+xml": "an XHTML page", "application/pdf": "a PDF",
    "application/json": "JSON", "application/xml": "XML", "application/zip": "a ZIP archive",
    "application/gzip": "a gzip archive", "application/octet-stream": "none of the kinds that are read",
    **{kind: f"a {kind.partition('/')[2].upper()} picture" for kind in PICTURES},
}  # fmt: skip
_ALSO = {
    "image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "image/x-png": "image/png", "text/xml": "application/xml",
    "text/json": "application/json", "application/x-pdf": "application/pdf", "text/yaml": "application/yaml",
    "text/x-yaml": "application/yaml", "application/x-yaml": "application/yaml", "application/csv": "text/csv",
    "application/x-zip-compressed": "application/zip", "application/x-gzip": "application/gzip",
    "text/x-markdown": "text/markdown",
}  # fmt: skip
_SAYS_NOTHING = ("", "application/octet-stream", "binary/octet-stream", "application/x-download",
                 "application/force-download", "application/download")  # fmt: skip
_IN_ZIP = re.compile(r"application/(?:vnd\.openxmlformats-.*|vnd\.oasis\.opendocument\..*|epub\+zip|.*\+zip)")
_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]{0,99}/[a-z0-9][a-z0-9.+-]{0,99}")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([a-z0-9_.:-]{1,40})", re.IGNORECASE)
_START_OF_PAGE = re.compile(
    r"<(?:!doctype\s{1,99}html|html|head|body|title|meta|article|section|div|h1|p|table)\b", re.IGNORECASE
)
_TAG = re.compile(r"</?(?:p|div|br|a|b|i|em|strong|span|table|tr|td|li|ul|ol|h[1-6])(?:\s[^<>]{0,300})?/?>", re.I)
_START_OF_XML = re.compile(r"<\?xml\s|<!DOCTYPE\s|<[A-Za-z_][\w.:-]{0,200}[\s/>]")
_XHTML = re.compile(r"<html\b[^>]{0,2000}http://www\.w3\.org/1999/xhtml", re.IGNORECASE)
_HEAD = 65_536  # bytes at the beginning that are looked at
_TAGS_OF_A_PAGE = 3


def stated(content_type: str) -> tuple[str, str]:
    """The media type and the encoding that a `Content-Type` header states, each empty where it is none."""
    kind = content_type[:500].partition(";")[0].strip().lower()
    charset = _CHARSET.search(content_type[:500])
    return _ALSO.get(kind, kind) if _TYPE.fullmatch(kind) else "", charset[1].lower() if charset else ""


def by_mark(data: bytes) -> str:
    """The media type of bytes that begin with a mark of their kind; empty for texts and for what is not known."""
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for mark, kind in _MARKS if data.startswith(mark)), "")


def markup(data: bytes) -> str:
    """`html`, `xml`, or nothing: as what the beginning of a text looks."""
    start = _plain_start(data)
    if _START_OF_PAGE.match(_after_prolog(start)):
        return "html"
    if start.startswith("<?xml"):
        return "xml"
    if not start.startswith(("{", "[")) and len(_TAG.findall(start)) >= _TAGS_OF_A_PAGE:
        return "html"
    return "xml" if _START_OF_XML.match(_after_prolog(start)) else ""


def of_text(text: str, looks: str, called: str) -> str:
    """The media type of a text: by its look, or, among the kinds of plain text, by what the server called it."""
    if looks == "html":
        return "application/xhtml+xml" if _XHTML.search(text[:5000]) and "<?xml" in text[:500] else "text/html"
    if looks == "xml":
        return "application/xml"
    if text.lstrip()[:1] in ("{", "["):
        try:
            json.loads(text)
            return "application/json"
        except ValueError:
            pass  # a text that only begins like it
        except RecursionError:
            return "application/json"  # nobody else writes so many brackets
    return called if called in ("text/csv", "text/markdown", "application/yaml") else "text/plain"


def disagreement(kind: str, called: str) -> str:
    """A remark where the server calls bytes by another kind than theirs; empty where the two agree."""
    if called in (*_SAYS_NOTHING, kind) or (kind in HTML and called in HTML):
        return ""
    if (kind == "application/zip" and _IN_ZIP.fullmatch(called)) or called.endswith("+" + kind.partition("/")[2]):
        return ""
    textual = kind.startswith("text/") or kind in ("application/json", "application/xml", "application/yaml")
    if (textual and called == "text/plain") or (kind == "text/plain" and called not in _NAMES):
        return ""
    if kind == "application/octet-stream" and called not in _NAMES and not called.startswith("text/"):
        return ""  # a film, say: it may well be one
    return f"the server calls it {called}; its bytes are {_NAMES.get(kind, 'plain text')}"


def ending(kind: str) -> str:
    """The ending of a file's name, by its media type alone."""
    return _ENDINGS.get(kind, "bin")


def _plain_start(data: bytes) -> str:
    # Byte order marks and the zeros of UTF-16 are taken out, so that one look serves every encoding.
    start = data[:_HEAD].replace(b"\0", b"").decode("latin-1")
    return start.removeprefix("ï»¿").removeprefix("ÿþ").removeprefix("þÿ").lstrip()


def _after_prolog(start: str) -> str:
    """Without the declaration and the comments that may stand before the first element."""
    for opening, closing in (("<?xml", "?>"), *[("<!--", "-->")] * 20):
        if start.startswith(opening) and closing in start:
            start = start.partition(closing)[2].lstrip()
    return start

"""Bytes to characters: which encoding a text was saved in, told by what it would say."""

from __future__ import annotations

import codecs
import logging
import re

from checks.case.errors import CaseError

logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())  # it has nothing to say to the terminal
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE = ("windows-1252", "mac-roman", "latin-1")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""")
_AS_BROWSERS_READ_IT = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252",
                        "us-ascii": "windows-1252", "ascii": "windows-1252", "macintosh": "mac-roman"}  # fmt: skip
_SAMPLE = 100_000
# Where characters beyond ASCII stand in English: a letter in a word, a mark at the edge of one, a sign beside a space.
_AT_HOME = re.compile(
    r"(?<=[A-Za-z])[à-öø-ÿßœšžÀ-ÖØ-ÝŒŠŽ]|[à-öø-ÿœšžÀ-ÖØ-ÝŒŠŽ](?=[a-z])|(?<=[\w.,!?…'*)])[’”]|[“‘](?=[\w$£€'’‘“…(\[*])"
    r"|’(?=[\ds])|(?<=[\w ,.”’?!)\"'])[–—](?=[\w \n“‘\"'$£€])|(?<=[\w. ,])…|[£€¥](?=\d)|(?<=\d)[¢°º½¼¾]|½|¼|¾"
    r"|(?<=\s)[•·©»«§¶](?=[\s\w])|[\xa0](?=[\s\w–—])|(?<=\w)[™®©²³]|\xad"
)
_BEYOND_ASCII = re.compile(r"[^\0-\x7f]")
_NO_TEXT = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]")
_FITS = 0.75  # of the characters beyond ASCII


def decoded(data: bytes, file: str = "", *, html: bool = False) -> tuple[str, str]:
    """The characters that bytes stand for, and the encoding they were read by.

    A byte order mark tells and is left out; then valid UTF-8; then what an HTML page declares; then which of the single
    byte encodings makes English of it; then charset-normalizer. Raises `CaseError` where none gives a text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name, file), name
    name = _wide(data)
    if name:
        return _strictly(data, name, file), name
    if html:
        data = data.replace(b"\0", b"")  # browsers drop them too
    elif b"\0" in data:
        raise CaseError("it is not a text: it holds binary data; name a text, Markdown, HTML or PDF file", file=file)
    try:
        return _text(data.decode("utf-8"), file), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if html else ""
    for name in [declared] if declared else []:
        try:
            return _text(data.decode(name), file), name
        except UnicodeDecodeError:
            pass
    return _guessed(data, file)


def _guessed(data: bytes, file: str) -> tuple[str, str]:
    best = max(_SINGLE_BYTE, key=lambda name: _fit(data[:_SAMPLE], name))  # the first of equals
    if _fit(data[:_SAMPLE], best) >= _FITS:
        return _text(data.decode(best), file), best
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE]).best()
    if match is not None:
        try:
            return _text(data.decode(match.encoding), file), match.encoding.replace("_", "-")
        except UnicodeDecodeError:
            pass
    raise CaseError("no encoding makes a text of its bytes: save it again as UTF-8", file=file)


def _fit(data: bytes, name: str) -> float:
    """The share of the characters beyond ASCII that stand where English has them."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return 0.0
    return len(_AT_HOME.findall(text)) / max(1, len(_BEYOND_ASCII.findall(text)))


def _strictly(data: bytes, name: str, file: str) -> str:
    try:
        return _text(data.decode(name), file)
    except UnicodeDecodeError:
        raise CaseError(f"it begins as {name.upper()} but is not: save it again as UTF-8", file=file) from None


def _text(text: str, file: str) -> str:
    if len(_NO_TEXT.findall(text[:_SAMPLE])) * 100 > min(len(text), _SAMPLE):
        raise CaseError("its bytes make no text in any encoding: save it again as UTF-8", file=file)
    return text.removeprefix("\ufeff")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte is zero in a text of Latin letters."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return ""
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    return "utf-16-le" if odd > 0.7 and even < 0.05 else "utf-16-be" if even > 0.7 and odd < 0.05 else ""


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:4096])
    if not found:
        return ""
    name = found[1].decode("ascii").lower()
    try:
        known = codecs.lookup(_AS_BROWSERS_READ_IT.get(name, name)).name
        if "<html".encode(known) != b"<html":  # it could not have been read so far
            return ""
    except (LookupError, UnicodeError, AttributeError, TypeError):
        return ""
    return {"cp1252": "windows-1252"}.get(known, known)

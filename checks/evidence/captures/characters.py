"""Bytes to characters, and characters to a text that may be kept, compared and shown."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache

from checks.case.errors import CaseError
from checks.reading.intake.decoding import decoded

_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
# Controls, half characters, and signs without width or that turn the direction of writing; not the two that join
# letters (U+200C, U+200D), which Persian and Hindi spell with.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_STRETCH = re.compile(r"\S{1,200}")
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\s{_IDEOGRAPH}]+")
_FEW = 4  # one broken sign for so many sound ones beyond ASCII is still UTF-8


def characters(data: bytes, markup: bool) -> tuple[str, str, str] | None:
    """The characters that bytes stand for, the encoding, and a remark where some are broken; None for no text.

    A byte order mark tells, then valid UTF-8, then what markup declares of itself, then what the bytes look like;
    UTF-8 with a few broken signs stays UTF-8, as browsers read it. Of markup some text is always made.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    sound = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text)) if broken else 0
    if broken and b"\0" not in data and broken * _FEW <= sound:
        return text.removeprefix("\ufeff"), "utf-8", f"{broken:,} of its signs are broken and read as \ufffd"
    try:
        return *decoded(data, html=markup), ""
    except CaseError:
        return (text, "utf-8", "no encoding makes a text of all its bytes") if markup else None


def cleaned(text: str) -> str:
    """A text as captures keep it: NFC, lines ended by `\\n`, nothing in it that is not seen.

    The same is done to the words that are looked for, so that no more than the form of a character is made alike.
    Source: Unicode Standard Annex 15 (canonical equivalence: the same characters, written another way).
    """
    text = _UNSEEN.sub("", _ENDS.sub("\n", text))
    if unicodedata.is_normalized("NFC", text):
        return text
    # Stretch by stretch: to sort the accents of one letter takes the square of their number.
    return _STRETCH.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def one_line(text: str, most: int = 300) -> str:
    """A text as it may stand in a field: cleaned, on one line, and no longer than `most` characters."""
    return " ".join(cleaned(text[: 20 * most]).split())[:most].rstrip()


def words_of(text: str) -> list[tuple[int, int]]:
    """Where each word of a text stands: what lies between white space; of Chinese and Japanese, each sign."""
    return [found.span() for found in _WORD.finditer(text)]


@lru_cache(maxsize=64)
def encoding_name(stated: str) -> str:
    """The name Python has for an encoding, empty for one that it does not know."""
    try:
        return codecs.lookup(stated).name if stated else ""
    except (LookupError, ValueError):
        return ""

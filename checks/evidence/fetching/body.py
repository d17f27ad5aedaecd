"""The body of an answer: read within a limit, and unpacked within it."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import requests

from checks.case.errors import CaseError
from checks.evidence.fetching.urls import printable

CODINGS = "gzip, deflate"  # what we say that we can unpack
_UNREADABLE = {"br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip"}
_MEMBERS = 100  # of one gzip body; each costs a copy of the rest


def read_body(answer: requests.Response, most: int, told: Callable[[int, int | None], None]) -> bytes:
    """The body of an answer without its content coding, at most `most` bytes.

    `told` hears how many bytes have come, still packed, and how many are announced. Raises `CaseError` for a body
    that is too large, packed or unpacked, without reading the rest of it, for one that is cut off, and for a coding
    that was not asked for; and what `urllib3` raises. Source: RFC 9110 section 8.4.
    """
    announced = answer.raw.length_remaining
    if announced is not None and announced > most:
        raise _too_large(announced, most)
    body = bytearray()
    for piece in answer.raw.stream(65_536, decode_content=False):
        body += piece
        if len(body) > most:
            raise _too_large(None, most)
        told(len(body), announced)
    codings = [one.strip().lower() for one in answer.headers.get("content-encoding", "").split(",")]
    # What is no coding at all (`utf-8`, `none`) is passed over, as browsers do.
    packed = [one for one in codings if one in ("gzip", "x-gzip", "deflate") or one in _UNREADABLE]
    if not packed or not body:
        return bytes(body)
    if len(packed) > 1 or packed[0] in _UNREADABLE:
        raise CaseError(f"its answer is packed as {printable(', '.join(packed), 40)}, which was not asked for")
    return unpacked(bytes(body), packed[0], most)


def unpacked(body: bytes, coding: str, most: int) -> bytes:
    """A body that is packed by gzip or deflate, unpacked to at most `most` bytes. Raises `CaseError`."""
    # "deflate" is meant to be in the zlib format, and often is not: RFC 9110 section 8.4.1.2
    zlib_format = len(body) > 1 and body[0] & 0x0F == 8 and (body[0] * 256 + body[1]) % 31 == 0
    bits = 31 if coding != "deflate" else 15 if zlib_format else -15
    whole, rest = bytearray(), body
    for _ in range(_MEMBERS):
        stream = zlib.decompressobj(bits)
        try:
            whole += stream.decompress(rest, most + 1 - len(whole))
        except zlib.error:
            raise CaseError("its answer cannot be unpacked: it says that it is packed, and is not; ask again") from None
        if len(whole) > most:
            raise _too_large(None, most)
        if not stream.eof:
            raise CaseError("its answer was cut off: what came cannot be unpacked to the end; ask again")
        rest = stream.unused_data
        if bits != 31 or not rest.startswith(b"\x1f\x8b"):
            return bytes(whole)
    raise CaseError(f"its answer is packed in more than {_MEMBERS} parts: it was given up")


def _too_large(size: int | None, most: int) -> CaseError:
    has = f"{size:,} bytes, " if size else ""
    return CaseError(
        f"its answer is too large: {has}more than the {most:,} that are allowed; "
        "save it from your browser and capture the file"
    )

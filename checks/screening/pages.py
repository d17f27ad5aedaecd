"""Web archives (WARC): which records are pages, and the page of a record, read by warcio within bounds.

A record of a compressed archive may unpack to a thousand times its size, and a line of its head may never end.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any, BinaryIO

from checks.case.errors import CaseError

MOST_HEAD = 300_000  # bytes of the lines before what a record holds
MOST_UNPACKED = 500_000_000  # bytes of one record
_CHUNK = 1 << 16
_ARTICLES = ("text/html", "application/xhtml", "text/plain", "application/pdf")


def pages_in(file: BinaryIO) -> Iterator[tuple[int, int, int, str]]:
    """The records that hold an article: their number, where each begins, its size if known (-1), its trouble if any.

    Others, such as requests, pictures and answers that are not 200, are passed over. Where the archive breaks off, the
    last one has the trouble, and says that the rest was not read.
    """
    archive = _archive(file)
    number = 0
    while True:
        number += 1
        start = 0
        try:
            with redirect_stderr(io.StringIO()):  # warcio writes what it finds odd
                archive.reader.lines = 0
                record = next(archive, None)
                start = archive.offset
        except Exception as error:  # a broken archive breaks warcio in many ways
            yield number, start, -1, f"{_why(error)}, and the rest of the archive was not read"
            return
        if record is None:
            return
        try:
            if _is_page(record):
                yield number, start, -1, ""
        except Exception as error:
            yield number, start, -1, _why(error)


def page_at(file: BinaryIO, start: int, most: int) -> tuple[bytes, str]:
    """What the record that begins at `start` holds, and its media type as the server stated it.

    Raises `CaseError` where it is broken or cut short, or has more than `most` bytes.
    """
    file.seek(start)
    try:
        record = next(_archive(file))
        head = _http_head(record) if record.rec_type == "response" else None
        record.http_headers = head
        held = record.raw_stream.limit
        data: bytes = record.content_stream().read(most + 1) if held <= most else b""
        while held <= most and record.raw_stream.read(_CHUNK):
            pass
        rest = record.raw_stream.limit
    except Exception as error:
        raise CaseError(_why(error)) from None
    if held > most or len(data) > most:
        raise CaseError(f"it has more than {most:,} bytes, and no more are read of one article")
    if rest:
        raise CaseError("the record is cut short: the archive ends, or cannot be unpacked, within it")
    stated = head.get_header("Content-Type", "") if head else record.content_type
    return data, stated or ""


def _archive(file: BinaryIO) -> Any:
    from warcio.archiveiterator import WARCIterator
    from warcio.bufferedreaders import DecompressingBufferedReader

    class Bounded(DecompressingBufferedReader):  # type: ignore[misc]
        """Unpacks no more than one record may have, and reads no head without an end."""

        lines = 0

        def _decompress(self, data: bytes) -> bytes:
            if self.num_block_read > MOST_UNPACKED:
                raise CaseError(f"a record unpacks to more than {MOST_UNPACKED:,} bytes")
            if self.decompressor and self.num_block_read:
                return bytes(self.decompressor.decompress(data))  # warcio would take an error for the end
            return bytes(super()._decompress(data))

        def readline(self, length: int | None = None) -> bytes:
            line = bytes(super().readline(min(length or MOST_HEAD, MOST_HEAD)))
            self.lines += len(line)
            if self.lines > MOST_HEAD:
                raise CaseError(f"the head of a record has more than {MOST_HEAD:,} bytes")
            return line

    archive = WARCIterator(file, no_record_parse=True)
    archive.reader = Bounded(file)
    return archive


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        return str(record.content_type or "").strip().lower().startswith(_ARTICLES)
    if record.rec_type != "response":
        return False
    head = _http_head(record)
    stated = (head.get_header("Content-Type", "") or "").strip().lower()
    return bool(head.get_statuscode() == "200" and stated.startswith(_ARTICLES))


def _http_head(record: Any) -> Any:
    from warcio.statusandheaders import StatusAndHeadersParser

    return StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1"], verify=False).parse(record.raw_stream)


def _why(error: Exception) -> str:
    if isinstance(error, CaseError):
        return error.what
    if isinstance(error, zlib.error | EOFError):
        return "a record cannot be unpacked"
    return "a record is not as WARC has it"

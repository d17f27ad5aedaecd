"""The texts of captures, kept from one look to the next: to extract a page takes a hundred times as long."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from checks.evidence.captures.extracting import MOST_CHARACTERS, extracted, tools_for

NO_WORDS = hashlib.sha256(b"").hexdigest()
_MOST_BYTES = 4 * MOST_CHARACTERS  # of a text in UTF-8


def text_of(data: bytes, sha256: str, text_sha256: str, tools: str, kept: Path | None) -> tuple[str, str]:
    """The text that the tools installed now find in captured bytes, and the names and versions of these tools.

    `sha256` is of `data`; `text_sha256` (empty: no words) and `tools` are those of the capture. `kept` is a folder of
    texts that anyone may alter or delete: only a text is believed there whose own sha256 is the sealed one.
    Otherwise the bytes are read again, and the text is kept. Raises `CaseError` for bytes that are too many.
    """
    now, sealed = tools_for(data), text_sha256 or NO_WORDS
    name = f"{sha256}-{hashlib.sha256(now.encode()).hexdigest()[:16]}.txt"
    if kept is not None:
        text = _believed(kept / name, sealed)
        if text is not None:
            return text, now
    text = extracted(data).text
    # What would not be believed is not kept: another text than the sealed one has to be looked at each time.
    if kept is not None and digest(text) == sealed:
        _keep(kept, name, text)
    return text, now


def digest(text: str) -> str:
    """The sha256 of a text in UTF-8, as captures state it."""
    return hashlib.sha256(text.encode()).hexdigest()


def _believed(path: Path, text_sha256: str) -> str | None:
    try:
        if not path.is_file():  # nor a pipe, which would never end
            return None
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError:
        return None  # it is read from the capture instead
    return data.decode() if hashlib.sha256(data).hexdigest() == text_sha256 else None


def _keep(kept: Path, name: str, text: str) -> None:
    # A folder that cannot be written (a read-only checkout, a full disk) costs time and nothing else.
    with contextlib.suppress(OSError):
        kept.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=kept, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
            Path(beside).replace(kept / name)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise

"""A capture in the front matter of a document: read strictly, and written so that it reads back the same."""

from __future__ import annotations

import re
from typing import Any, get_args

from checks.case.capture import Capture, Keep
from checks.evidence.written import Fields

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]{1,8}")
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_SIZE = re.compile(r"[0-9]{1,12}")
_NEEDED = ("file", "url", "final_url", "status", "at", "media_type", "bytes", "sha256", "text_sha256", "tools", "keep")
_MORE = ("redirects", "headers", "pixels", "memento", "after", "drawn")


def read_capture(fields: Fields, id: str) -> Capture | None:
    """The capture that front matter tells of, if it does. Raises `CaseError` for a field that is not as written."""
    if not fields:
        return None
    fields.hold(required=_NEEDED, optional=_MORE)
    file, size, keep = (fields.text(key) for key in ("file", "bytes", "keep"))
    # The name is all that decides which file is read, so it may be no other than the document's own.
    if not _FILE.fullmatch(file) or file.partition(".")[0] != id or file.endswith((".md", ".csv")):
        raise fields.error(f"`file` must be `{id}.` and an ending that is neither md nor csv: restore it", key="file")
    for key in ("sha256", "text_sha256"):
        if not _SHA256.fullmatch(fields.text(key)) and (key == "sha256" or fields.text(key)):
            raise fields.error(f"`{key}` is no sha256: restore it from git", key=key)
    if not _SIZE.fullmatch(size):
        raise fields.error("`bytes` must be a number of bytes: restore it from git", key="bytes")
    if keep not in get_args(Keep):
        raise fields.error(f"`keep` is one of {', '.join(get_args(Keep))}", key="keep")
    for key in ("at", "memento"):
        if not _AT.fullmatch(fields.text(key)) and (key == "at" or fields.text(key)):
            raise fields.error(f"`{key}` must be a time such as 2031-05-02T10:00:00Z", key=key)
    redirects = fields.get("redirects") or []
    if not isinstance(redirects, list) or not all(isinstance(hop, str) for hop in redirects):
        raise fields.error("`redirects` must be a list of addresses", key="redirects")
    texts = {key: fields.text(key) for key in ("url", "final_url", "status", "at", "media_type", "sha256")}
    more = {key: fields.text(key) for key in ("text_sha256", "tools", "pixels", "memento", "after")}
    pairs = {key: {name: fields.fields(key).text(name) for name in fields.fields(key)} for key in ("headers", "drawn")}
    return Capture(file=file, bytes=int(size), keep=keep, redirects=tuple(redirects), **texts, **more, **pairs)  # type: ignore[arg-type]


def as_fields(capture: Capture) -> dict[str, Any]:
    """A capture as front matter has it, in the order of the dataclass; what is empty and optional is left out."""
    made = {**vars(capture), "bytes": str(capture.bytes), "redirects": list(capture.redirects)}
    made |= {"headers": dict(capture.headers), "drawn": dict(capture.drawn)}
    return {key: value for key, value in made.items() if value or key in _NEEDED}

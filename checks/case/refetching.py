"""Captured pages fetched again: the same, changed, gone, moved or unreachable; both are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from checks.case.captures import bytes_of
from checks.case.capturing import Source, capture
from checks.case.errors import CaseError

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.case.nouns import Document
    from checks.evidence.answers import Fetched

_GONE = (404, 410)


def captured_pages(case: Case) -> list[Document]:
    """The latest capture of every page of a case; answers to searches are asked again with `checks search`."""
    captured = [
        found for found in case.documents.values() if found.capture and found.capture.url and not found.searched
    ]
    followed = {found.capture.after for found in captured if found.capture}
    return [found for found in captured if found.id not in followed]


def fetched_again(case: Case, fetch: Callable[[str], Fetched], *, keep: bool) -> Iterator[str]:
    """Fetches every captured page and says what became of it, a line each.

    A page whose words have changed is captured beside the old one, if `keep`.
    """
    for found in captured_pages(case):
        yield f"{case.file(f'evidence/{found.id}.md')}: {_again(case, found, fetch, keep)}"


def _again(case: Case, found: Document, fetch: Callable[[str], Fetched], keep: bool) -> str:
    from checks.evidence.captures.extracting import extracted

    old = found.capture
    assert old is not None  # noqa: S101  (`captured_pages` gives no other)
    try:
        came = fetch(old.url)
    except CaseError as error:
        return f"unreachable: {error}"
    if came.status in _GONE:
        return f"gone: the server answers {came.status}; the capture is kept"
    if not 200 <= came.status < 300:
        return f"unreachable: the server answers {came.status}; the capture is kept"
    moved = f"moved: {came.final_url} answers now; " if came.final_url != old.final_url else ""
    if hashlib.sha256(came.body).hexdigest() == old.sha256:
        return f"{moved}same, byte for byte"
    now = extracted(came.body, came.headers.get("content-type", ""), came.final_url)
    if old.text_sha256 and hashlib.sha256(now.text.encode()).hexdigest() == old.text_sha256:
        return f"{moved}same words, other bytes"
    if not keep:
        return f"{moved}changed; nothing is kept while CHECKS_FROZEN=1"
    try:
        made = capture(case, Source(came.body, now, came.at, came.url, came), keep=old.keep, earlier=found)
    except CaseError as error:
        return f"{moved}changed, and the new one cannot be kept: {error}"
    if made.changed is None:
        why = "" if bytes_of(case, found) else ", since the earlier bytes are not in this copy"
        return f"{moved}changed, kept as `{made.document}`; how it changed in words cannot be shown{why}"
    return f"{moved}changed, kept as `{made.document}`:\n{made.changed}"

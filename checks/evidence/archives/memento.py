"""A memento, an archive's answer that is a capture of a page, told from an answer of the archive itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from checks.case.errors import CaseError, Unfit
from checks.case.nouns import Document
from checks.case.when import MONTHS
from checks.evidence.answers import Fetched
from checks.evidence.archives.addresses import (
    WAYBACK,
    Taken,
    asked_page,
    memento_in,
    moment,
    page_key,
    plain,
    spelled,
    timestamp_of,
)

_HTTP_DATE = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT", re.ASCII
)
_LINK = re.compile(r'<([^<>]*)>((?:\s*;\s*[a-z-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)', re.IGNORECASE)
_REL = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))', re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,400})", re.IGNORECASE)


@dataclass(frozen=True)
class Memento:
    """A capture as an archive gave it.

    `at` is the moment at which the archive says it took the page, UTC, `2031-05-02T10:00:00Z`; `status` the page's own
    then, 200 or any other. `original` is the page, `timemap` the address of the list of its captures (or empty).
    `remarks` are sentences on what is not as asked: another moment, another page.
    """

    at: str
    status: int
    url: str
    original: str
    timemap: str
    remarks: tuple[str, ...]


def memento_url(timestamp: str, page: str, raw: bool = True, at: str = WAYBACK) -> str:
    """The address of a capture: `raw` as its server sent it (`id_`), else with the archive's own frame and links.

    Raises `CaseError` for a timestamp that is no moment in 14 digits, and for what is no address of a page.
    """
    if moment(timestamp) is None:
        raise CaseError(
            f"`{plain(timestamp, 40)}` is no moment in 14 digits: write 2 May 2031, 10:00 as 20310502100000"
        )
    return f"{at}/{timestamp}{'id_' if raw else ''}/{asked_page(page)}"


def told_apart(fetched: Fetched) -> Memento | str:
    """A capture, whatever its status; or a sentence on what the archive itself answered instead.

    An answer is a capture if and only if it says when it was taken: an archived 429 does, a refusal of the archive, an
    outage page and a page “not archived” with status 200 do not. Source: RFC 7089, section 2.1.1 (Memento-Datetime).
    """
    said = fetched.headers.get("memento-datetime", "")
    if not said:
        return _no_memento(fetched)
    at = http_date(said)
    if at is None:
        return f"{_host(fetched)} says that this was taken “{plain(said, 60)}”, which is no HTTP date: {_NOT_TAKEN}."
    links = linked(fetched.headers)
    given, asked = memento_in(fetched.final_url), memento_in(fetched.url)
    original = links.get("original") or plain(given.page if given else "", 2000)
    remarks = []
    if asked and timestamp_of(at) != asked.timestamp:
        wanted = moment(asked.timestamp)
        if wanted is not None:
            remarks.append(f"Asked for {spelled(wanted)}, the archive gave {spelled(at)}, {_apart(wanted, at)}.")
    if given and timestamp_of(at) != given.timestamp:
        remarks.append(f"The address of the capture says {given.timestamp}, its Memento-Datetime {timestamp_of(at)}.")
    if asked and original and _key(original) != _key(asked.page):
        remarks.append(f"Asked for {plain(asked.page)}, the archive gave a capture of {plain(original)}.")
    if fetched.status != 200:
        remarks.append(f"The capture is of an answer with status {fetched.status}.")
    return Memento(
        at.isoformat()[:19] + "Z", fetched.status, fetched.final_url, original, links.get("timemap", ""), tuple(remarks)
    )


def taken(document: Document) -> Taken:
    """The page that a document is a memento of, and the moment it was taken.

    The moment is the one its capture says the archive gave; of a document that no fetch brought, the one in its archive
    address. Raises `Unfit` for what is no memento, among it an answer from an archive that does not say it is one.
    """
    capture = document.capture
    address = memento_in(capture.final_url if capture else "") or memento_in(document.url)
    if capture and capture.memento:
        timestamp = "".join(re.findall("[0-9]", capture.memento))
        if moment(timestamp) is None:
            raise Unfit(
                f"`{document.id}` has the memento time “{plain(capture.memento, 40)}”, which is none: capture it again"
            )
        return Taken(address.page if address else document.url, timestamp)
    if capture and capture.headers:
        raise Unfit(
            f"`{document.id}` is no memento: the answer does not say when an archive took it (Memento-Datetime), so it "
            "is the live page, or a page of the archive's own"
        )
    if address is None:
        raise Unfit(
            f"`{document.id}` is no memento: its address has no moment in it, such as "
            "https://web.archive.org/web/20310502100000/https://…"
        )
    return address


def http_date(text: str) -> datetime | None:
    """The moment in an HTTP date, `Fri, 02 May 2031 10:00:00 GMT`; None for anything else. Source: RFC 9110, 5.6.7."""
    found = _HTTP_DATE.fullmatch(text.strip())
    months = [name[:3] for name in MONTHS]
    if found is None or found[2] not in months:
        return None
    day, month, year, *rest = found.groups()
    return moment(f"{year}{months.index(month) + 1:02d}{day}{''.join(rest)}")


def linked(headers: Mapping[str, str]) -> Mapping[str, str]:
    """What a `link` header points to, by relation; the first of each. Source: RFC 8288, section 3."""
    found: dict[str, str] = {}
    for link in _LINK.finditer(headers.get("link", "")):
        rel = _REL.search(link[2])
        for name in ((rel[1] or rel[2] or "") if rel else "").lower().split():
            found.setdefault(name, plain(link[1], 2000))
    return found


_NOT_TAKEN = "so it is not taken for a capture"
_OF_THE_ARCHIVE = {
    404: "it shows no capture under this address; others of the page may be there: ask for the list of its captures",
    403: "it does not show this capture: the page may be excluded",
    451: "it does not show this capture, for legal reasons",
    429: "it was asked too often: wait some minutes, and ask again",
}


def _no_memento(fetched: Fetched) -> str:
    status, host = fetched.status, _host(fetched)
    answer = f"{host} answers {status} without Memento-Datetime, {_NOT_TAKEN}: "
    if status in _OF_THE_ARCHIVE:
        return answer + _OF_THE_ARCHIVE[status] + "."
    if status >= 500:
        return answer + "it fails itself: ask again later."
    title = _TITLE.search(fetched.body[:20_000])
    words = plain((title[1] if title else fetched.body[:400]).decode("utf-8", "replace"), 80)
    return answer + (f"it is a page of the archive's own, which begins “{words}”." if words else "it is empty.")


def _host(fetched: Fetched) -> str:
    try:
        return plain(urlsplit(fetched.final_url).hostname or "", 80) or "The archive"
    except ValueError:
        return "The archive"


def _key(page: str) -> str:
    try:
        return page_key(page)
    except CaseError:
        return page  # an address that cannot be read is like itself alone


def _apart(asked: datetime, given: datetime) -> str:
    seconds = int(abs((given - asked).total_seconds()))
    days, hours, minutes = seconds // 86400, seconds % 86400 // 3600, seconds % 3600 // 60
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute"), (seconds % 60, "second")]
    said = [f"{number} {unit}{'s' if number > 1 else ''}" for number, unit in parts if number][:2]
    return f"{' '.join(said)} {'later' if given > asked else 'earlier'}"

"""Addresses of pages and of their mementos: which page is meant, and the moment it was taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import quote, urlsplit

from checks.case.errors import CaseError
from checks.case.when import When

WAYBACK = "https://web.archive.org/web"
LONGEST = 8_000  # characters of an address; servers refuse longer ones

_TIMESTAMP = re.compile(r"[0-9]{14}")
_MEMENTO = re.compile(
    r"https?://[^/?#\s]+(?:/[^/?#\s]+){0,2}?/([0-9]{14})(?:[a-z]{2}_)?/(?:(https?:)/(?!/))?", re.IGNORECASE
)
_HOST = re.compile(r"[a-z0-9_.:-]+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?![0-9])")  # not `town.example:8080`, which is a host with its port
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_AS_IT_IS = "%!#$&'()*+,/:;=?@[]~\"<>\\^`{|}"


@dataclass(frozen=True)
class Taken:
    """What the address of a memento says: the `page`, and the moment (`timestamp`, 14 digits, UTC) it was taken."""

    page: str
    timestamp: str

    @property
    def moment(self) -> datetime:
        """The moment itself."""
        return datetime.strptime(self.timestamp + "+0000", "%Y%m%d%H%M%S%z")


@lru_cache(maxsize=4096)  # a list of captures has one page over and over
def page_key(page: str) -> str:
    """What two addresses of one page have in common, as an archive's index would sort them.

    The scheme, `www.`, the ports 80 and 443, a slash at the end, the fragment, the case of the host and the way of
    writing percent escapes make no other page; another path (case too) or query does. Raises `CaseError` for what is
    no address of a web page, or has a name and a password in it. Source: the SURT form of addresses,
    github.com/internetarchive/surt, which goes further.
    """
    text = page.strip()
    shown = plain(text, 80)
    if not text.isprintable() or len(text.split()) != 1 or len(text) > LONGEST:
        raise CaseError(f"`{shown}` is no address of a page: it has a blank or a control character, or is too long")
    if not _SCHEME.match(text):
        text = "http://" + text.removeprefix("//")
    try:
        parts = urlsplit(text)
        port, host = parts.port, (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        raise CaseError(f"`{shown}` is no address of a page: copy it from the browser") from None
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(host) or "@" in parts.netloc:
        raise CaseError(f"`{shown}` is no address of a page: it must begin with https:// and the name of a host")
    where = host.removeprefix("www.") + (f":{port}" if port not in (None, 80, 443) else "")
    query = f"?{_escaped(parts.query)}" if parts.query else ""
    return where + _escaped(parts.path).removesuffix("/") + query


def same_page(one: str, other: str) -> bool:
    """Whether two addresses are of one page. Raises `CaseError` as `page_key` does."""
    return page_key(one) == page_key(other)


def asked_page(page: str) -> str:
    """A page's address as a service is asked for it: without its fragment. Raises `CaseError` as `page_key` does."""
    page_key(page)
    return page.strip().partition("#")[0]


def memento_in(url: str) -> Taken | None:
    """The page and moment in the address of a memento, `…/web/20310502100000id_/https://…`; None for any other.

    Source: the archival address form of the Wayback Machine, in which UTC stands in 14 digits.
    """
    found = _MEMENTO.match(url)
    if found is None or moment(found[1]) is None or not url[found.end() :]:
        return None
    scheme = f"{found[2]}//" if found[2] else ""  # some copies of such addresses have lost one of the two slashes
    return Taken(scheme + url[found.end() :], found[1])


def moment(timestamp: str) -> datetime | None:
    """The moment that 14 digits name, in UTC; None for what names none."""
    if not _TIMESTAMP.fullmatch(timestamp):
        return None
    year, *rest = (int(timestamp[a:b]) for a, b in ((0, 4), (4, 6), (6, 8), (8, 10), (10, 12), (12, 14)))
    try:
        return datetime(year, *rest, tzinfo=UTC)  # type: ignore[arg-type, misc]
    except ValueError:
        return None


def timestamp_of(at: datetime) -> str:
    """The 14 digits of a moment in UTC."""
    return "".join(d for d in at.isoformat()[:19] if d.isdigit())


def spelled(at: datetime) -> str:
    """A moment in a sentence: `2 May 2031, 10:00:00 UTC`."""
    day = When.span(at.date(), at.date()).words()
    return f"{day}, {at.hour:02d}:{at.minute:02d}:{at.second:02d} UTC"


def plain(text: str, most: int = 200) -> str:
    """Words from outside on one line, without control characters, at most `most` characters of them."""
    printable = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    line = " ".join(printable.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _escaped(text: str) -> str:
    """One spelling of percent escapes: capitals, none where the character needs none, and all others escaped."""

    def one(found: re.Match[str]) -> str:
        character = chr(int(found[1], 16))
        return character if character in _UNRESERVED else found[0].upper()

    return _ESCAPE.sub(one, quote(text, safe=_AS_IT_IS, errors="replace"))

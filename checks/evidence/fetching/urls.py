"""Addresses of pages: which may be asked, and how they are named in messages."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote, urljoin, urlsplit

from checks.case.errors import CaseError

LONGEST = 8000  # characters; servers take about as many
_NO_HOST = re.compile(r"^$|[/?#@\\%\s]|^[^\[].*:")  # in the decoded form, where it would divide the address anew
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]{0,252}[a-z0-9_.-])?|[0-9a-f:.]{2,45}")
_PASSWORD = re.compile(r"//[^/?#]*@")


def askable(url: str) -> str:
    """A URL as it is asked: ASCII, the host in its IDNA form, without a fragment.

    Raises `CaseError` for what is not http(s), has a user name or password in it, no host or port that can be one,
    control characters, or more than `LONGEST` characters. Source: RFC 3986, RFC 5891.
    """
    import requests

    url = url.strip(" ")
    if len(url) > LONGEST:
        raise CaseError(f"it has more than {LONGEST:,} characters, too long for the address of a page")
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in url):
        raise CaseError("it has control characters in it: copy the address again")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise CaseError("it is not the address of a page: its host or port cannot be read") from None
    if port == 0:
        raise CaseError("it is not the address of a page: there is no port 0")
    if parts.scheme not in ("http", "https"):
        raise CaseError("it is not the address of a page: that begins with http:// or https://")
    if "@" in unquote(parts.netloc):
        raise CaseError("it has a user name or password in it: leave out what stands before the @")
    host = unquote(parts.hostname or "")
    shape = f"[{host}]" if parts.netloc.startswith("[") else host
    prepared = requests.PreparedRequest()
    try:
        prepared.prepare_url(
            parts._replace(netloc=shape if port is None else f"{shape}:{port}", fragment="").geturl(), None
        )
        asked = prepared.url or ""
        known = urlsplit(asked).hostname or ""
    except (requests.RequestException, ValueError):  # a UnicodeError is a ValueError
        raise CaseError("it is not the address of a page: its host cannot be one") from None
    if _NO_HOST.search(shape) or not _HOST.fullmatch(known) or not asked.isascii():
        raise CaseError("it is not the address of a page: its host cannot be one")
    if len(asked) > LONGEST:
        raise CaseError(f"it has more than {LONGEST:,} characters, too long for the address of a page")
    return asked


def redirected(url: str, location: str) -> str:
    """Where a `Location` header leads from `url`; `location` is as `http.client` decodes it, byte for letter."""
    try:
        target = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        target = quote(location, safe="/:?#[]@!$&'()*+,;=%~", encoding="latin-1", errors="replace")
    try:
        return urljoin(url, target)
    except ValueError:
        return target  # which `askable` refuses with a sentence


def shown(url: str) -> str:
    """A URL as messages name it: printable, short, without a password, and without its query, which may hold a key."""
    url, question, _ = _PASSWORD.sub("//", url[: LONGEST + 1]).partition("?")
    return printable(url, 200) + ("?…" if question else "")


def printable(text: str, most: int) -> str:
    """Text of a stranger without what could steer a terminal, cut to `most` characters."""
    kept = "".join(
        letter if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn") else " "
        for letter in text[: most + 1]
    )
    kept = " ".join(kept.split())
    return kept if len(text) <= most else kept[: most - 1] + "…"

"""Asking, and following: redirects one by one, and waiting where a server asks for it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.cookies import RequestsCookieJar
from urllib3.exceptions import HTTPError

from checks.case.errors import CaseError
from checks.evidence.answers import Fetched, Hop
from checks.evidence.fetching.addresses import refuse_private
from checks.evidence.fetching.body import CODINGS, read_body
from checks.evidence.fetching.connecting import Patience, prepared, send
from checks.evidence.fetching.manners import PRODUCT, Manners
from checks.evidence.fetching.trouble import sentence, was_dropped
from checks.evidence.fetching.urls import askable, printable, redirected, shown

Told = Callable[[int, int | None], None]
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_NOW = (429, 503)
_HARMLESS = {"accept", "accept-language", "user-agent"}  # what may follow us to another host: nothing with a key in it
_SECONDS = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class _Step:
    """One answer on the way. `leads_to` is empty at the end of it."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    at: str
    leads_to: str


def ask(
    url: str, manners: Manners, told: Told, headers: Mapping[str, str], data: Mapping[str, str] | None,
    permitted: Callable[[str], None],
) -> Fetched:  # fmt: skip
    """What `fetch` answers; `permitted` raises `CaseError` for a URL that a site does not want to be asked for."""
    if manners.authority and not Path(manners.authority).is_file():
        raise CaseError(f"there is no file {printable(manners.authority, 200)}, which should name the authorities")
    patience = Patience(time.monotonic() + manners.in_all, manners.longest_wait)
    cookies, hops, seen = RequestsCookieJar(), list[Hop](), set[str]()
    here, first = url, ""
    sent = {"User-Agent": _agent(), "Accept": "*/*", "Accept-Encoding": CODINGS, **headers}
    try:
        while True:
            here = askable(here)
            first = first or here
            request = prepared(here, sent, data, cookies)
            state = f"{here} {request.headers.get('Cookie')}"  # some pages redirect to themselves with a cookie
            if state in seen:
                raise CaseError("the redirects go round in a circle: look at the page in your browser")
            seen.add(state)
            addresses = _addresses(here, manners)
            permitted(here)
            step = _one(request, addresses, manners, patience, told, cookies)
            if not step.leads_to:
                return Fetched(first, here, tuple(hops), step.status, step.headers, step.body, step.at)
            hops.append(Hop(here, step.status))
            before, here = here, redirected(here, step.leads_to)
            if len(hops) > manners.most_redirects:
                raise CaseError(f"there are more than {manners.most_redirects} redirects: look at it in your browser")
            if step.status in (301, 302, 303):
                data = None
            if urlsplit(before)[:2] != urlsplit(askable(here))[:2]:
                sent = {name: value for name, value in sent.items() if name.lower() in _HARMLESS}
                sent["Accept-Encoding"] = CODINGS
    except CaseError as error:
        where = f"{shown(hops[0].url)} redirects to {shown(here)}" if hops else shown(here) or "an empty address"
        raise CaseError(f"{where}: {error.what}") from None


def _addresses(url: str, manners: Manners) -> list[str]:
    parts = urlsplit(url)
    return refuse_private(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80), manners.private)


def _one(
    request: requests.PreparedRequest, addresses: list[str], manners: Manners, patience: Patience, told: Told,
    cookies: RequestsCookieJar,
) -> _Step:  # fmt: skip
    """One answer to one request, asked again where the server says that it has no time, or the line broke."""
    for attempt in range(1, manners.tries + 1):
        pause = manners.pause * 2 ** (attempt - 1)
        try:
            step = _once(request, addresses, manners, patience, told, cookies)
        except (requests.RequestException, HTTPError, HTTPException, OSError, ValueError) as error:
            patience.left()  # a time-out that was ours
            # What was posted may have arrived before the line broke, so it is not posted twice.
            if attempt == manners.tries or request.method != "GET" or not was_dropped(error):
                raise CaseError(sentence(error, manners.seconds)) from None
            _wait(pause, patience)
            continue
        # Of an archived page the status is the page's own: the archive has answered.
        if step.status not in _FOR_NOW or "memento-datetime" in step.headers or attempt == manners.tries:
            return step
        _wait(_asked_to_wait(step, pause, patience), patience)
    raise CaseError("it was not asked: allow at least one try")


def _once(
    request: requests.PreparedRequest, addresses: list[str], manners: Manners, patience: Patience, told: Told,
    cookies: RequestsCookieJar,
) -> _Step:  # fmt: skip
    answer, adapter = send(request, addresses, manners, patience)
    try:
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        cookies.update(answer.cookies)
        location = answer.raw.headers.get("location", "")
        if answer.status_code in _REDIRECTS and location:
            return _Step(answer.status_code, {}, b"", at, location)
        kept = _kept(answer)
        return _Step(answer.status_code, kept, read_body(answer, manners.most_bytes, told), at, "")
    finally:
        answer.close()
        adapter.close()


def _kept(answer: requests.Response) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, value in answer.raw.headers.items():  # a name that comes twice is joined by commas here
        with suppress(UnicodeError):  # old servers do write Latin-1, as which it was read
            value = value.encode("latin-1").decode("utf-8")
        if len(kept) < 100:
            kept[printable(name.lower(), 100)] = printable(value, 2000)
    return kept


def _asked_to_wait(step: _Step, pause: float, patience: Patience) -> float:
    """The seconds that a `Retry-After` names, else our own pause. Source: RFC 9110 section 10.2.3."""
    said = step.headers.get("retry-after", "")
    wait = pause
    if _SECONDS.fullmatch(said):
        wait = float(said)
    elif said:
        then, now = _date(said), _date(step.headers.get("date", "")) or datetime.now(UTC)
        wait = max((then - now).total_seconds(), 0) if then else pause
    if wait > min(patience.waiting, patience.left()):
        phrase = f"{step.status} {HTTPStatus(step.status).phrase}"
        raise CaseError(f"the server answers {phrase} and asks to wait {_span(wait)}: ask again then")
    return wait


def _wait(seconds: float, patience: Patience) -> None:
    patience.waiting -= seconds
    time.sleep(min(seconds, patience.left()))


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None  # what is no date does not tell how long to wait
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _span(seconds: float) -> str:
    for unit, size in (("days", 86_400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} seconds"


def _agent() -> str:
    return f"{PRODUCT}/{version(PRODUCT)} (fact-checking; one page at a time, at a person's request)"

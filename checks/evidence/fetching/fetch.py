"""Fetching a page: within limits, politely, and never from inside a private network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus

from checks.case.errors import CaseError
from checks.evidence.answers import Fetched
from checks.evidence.fetching.manners import EVERY_ADDRESS, Manners
from checks.evidence.fetching.urls import shown

__all__ = ["EVERY_ADDRESS", "Manners", "answered", "fetch"]


def _nobody(so_far: int, announced: int | None) -> None:
    """Is told how much has come, and does nothing with it."""


def fetch(
    url: str, manners: Manners = Manners(), *, told: Callable[[int, int | None], None] = _nobody,  # noqa: B008
    headers: Mapping[str, str] | None = None, data: Mapping[str, str] | None = None,
) -> Fetched:  # fmt: skip
    """What a server answers to a URL, whatever its status: see `answered`.

    `told` hears the bytes that have come and how many are announced (None: not known), for a progress bar. `headers`
    are sent beside our own, but not on to another host; with `data`, a form is posted. Redirects are followed and
    recorded; 429 and 503 are waited for, but not those that an archive answers in a page's name (Memento-Datetime).

    Raises `CaseError` with one sentence for every URL, address, redirect, size, delay, certificate or robots.txt that
    forbids it or does not fit. Source: RFC 9110 (HTTP), RFC 9309 (robots.txt), RFC 7089 (Memento).
    """
    # requests takes long to import, and most commands fetch nothing
    from checks.evidence.fetching.asking import ask
    from checks.evidence.fetching.robots import permitted

    def allowed(page: str) -> None:
        if manners.robots:
            permitted(page, manners)

    return ask(url, manners, told, headers or {}, data, allowed)


def answered(fetched: Fetched) -> Fetched:
    """The same answer, if it is one: raises `CaseError` for a status that is no 2xx, and says what to do."""
    status = fetched.status
    if 200 <= status < 300 and status != 206:
        return fetched
    if status == 206:
        todo = "that is only a part of it: ask again later"
    elif status in (404, 410):
        todo = "look at the address, or ask an archive for an older copy"
    elif status in (401, 402, 403, 407, 451):
        todo = "save the page from your browser and capture the file: checks capture CASE FILE --url …"
    elif status == 429 or status >= 500:
        todo = "ask again later"
    else:
        todo = "look at the address"
    phrase = HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else ""
    raise CaseError(f"{shown(fetched.final_url)}: the server answers {f'{status} {phrase}'.strip()}: {todo}")

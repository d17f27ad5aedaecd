"""What a site's robots.txt says to programs, and that it is kept to."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from protego import Protego

from checks.case.errors import CaseError
from checks.evidence.fetching.asking import ask
from checks.evidence.fetching.manners import PRODUCT, Manners

READ = 512_000  # bytes of a robots.txt; what stands behind is not looked at, as RFC 9309 allows
_INSTEAD = "save the page from your browser and capture the file: checks capture CASE FILE --url …"


def permitted(url: str, manners: Manners) -> None:
    """Whether a site lets programs ask for a URL. Raises `CaseError`, which says what to do instead, if not.

    A robots.txt that is not there permits all; one that cannot be had (no connection, 5xx, more than five redirects)
    nothing, for the site may have rules. It is asked for once for each site while the program runs.
    Source: RFC 9309.
    """
    parts = urlsplit(url)
    if not rules(f"{parts.scheme}://{parts.netloc}", replace(manners, most_redirects=5)).can_fetch(url, PRODUCT):
        raise CaseError(f"its robots.txt asks programs not to fetch this page: {_INSTEAD}")


@lru_cache(maxsize=64)
def rules(site: str, manners: Manners) -> Protego:
    """The rules of a site (`https://host:port`). Raises `CaseError` where they cannot be had."""
    try:
        answer = ask(f"{site}/robots.txt", manners, lambda *_: None, {}, None, lambda _: None)
    except CaseError as error:
        raise CaseError(f"its robots.txt cannot be read, so what it permits is not known ({error.what})") from None
    if answer.status >= 500:
        raise CaseError(
            f"its robots.txt cannot be read, so what it permits is not known (the server answers {answer.status}): "
            f"ask again later, or {_INSTEAD}"
        )
    return Protego.parse(answer.body[:READ].decode("utf-8-sig", "replace") if answer.status < 300 else "")

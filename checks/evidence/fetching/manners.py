"""How we ask: whom, how long, how much, how often."""

from __future__ import annotations

from dataclasses import dataclass

EVERY_ADDRESS = ("0.0.0.0/0", "::/0")  # what `--allow-private` permits
PRODUCT = "line-by-line"  # the name that a robots.txt may use for us


@dataclass(frozen=True)
class Manners:
    """The limits within which a server is asked.

    `private` holds the networks (`192.0.2.0/24`) that may be asked although they are private: none, unless the
    investigator says so (`EVERY_ADDRESS`). `most_bytes` bounds a body, packed and unpacked. `seconds` is how long to
    wait for a connection and between two reads; `in_all` is for the whole, with redirects, waits and retries.
    `tries` counts how often a server may refuse for now (429, 503) or drop us before we give up; `pause` is the
    first wait in seconds where the server names none, and doubles; `longest_wait` is what such waits may come to.
    `robots` off is for interfaces that are made for programs. `authority` is the path of a CA bundle to trust in
    place of the usual ones.
    """

    private: tuple[str, ...] = ()
    most_bytes: int = 50_000_000
    seconds: float = 30
    in_all: float = 300
    tries: int = 3
    pause: float = 1
    longest_wait: float = 60
    most_redirects: int = 10
    robots: bool = True
    authority: str = ""

"""What went wrong on the way to a server, as one sentence for the investigator."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from http.client import IncompleteRead

from urllib3 import exceptions

from checks.evidence.fetching.urls import printable

# OpenSSL's verification results, x509_vfy.h
_CERTIFICATE = {
    9: "its certificate is not valid yet: look at your clock",
    10: "its certificate has expired",
    18: "its certificate is signed by itself, not by an authority that is trusted",
    19: "its certificate comes from an authority that is not trusted",
    20: "its certificate comes from an authority that is not trusted",
    21: "its certificate comes from an authority that is not trusted",
    23: "its certificate was withdrawn",
    62: "its certificate is for another name",
    64: "its certificate is for another name",
}
_SAVE = "if you trust what your browser shows, save the page there and capture the file"


def causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and all that it was made of."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__, *one.args, getattr(one, "reason", None)]


def was_dropped(error: BaseException) -> bool:
    """Whether the other side broke off, which may go better a second time."""
    return any(
        isinstance(cause, ConnectionResetError | BrokenPipeError | IncompleteRead | exceptions.IncompleteRead)
        for cause in causes(error)
    )


def sentence(error: BaseException, seconds: float) -> str:
    """What to say of an exception of `requests`, `urllib3` or the socket; `seconds` is how long was waited."""
    found = list(causes(error))

    def any_is(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in found)

    for cause in found:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = _CERTIFICATE.get(
                cause.verify_code, f"its certificate is refused ({printable(str(cause.verify_message), 80)})"
            )
            return f"no safe connection, since {why}: {_SAVE}"
    if any_is(ssl.SSLError):
        return f"no safe connection: it does not speak TLS as it should; {_SAVE}"
    if any_is(ConnectionRefusedError):
        return "nothing answers there: look at the address and its port, or ask again later"
    if any_is(exceptions.NewConnectionError) and not any_is(TimeoutError):
        return "it cannot be reached: look whether you are online, or ask again later"
    if any_is(TimeoutError, exceptions.TimeoutError):
        return f"no answer for {seconds:g} seconds: ask again later"
    if any_is(IncompleteRead, exceptions.IncompleteRead):
        return "its answer was cut off: fewer bytes came than it announced; ask again"
    if any_is(ConnectionResetError, BrokenPipeError):
        return "the connection was closed before the answer was whole: ask again later"
    # a status that is none, too many or too long headers, chunks of no or of negative size
    return "what it answers is not HTTP as it should be: look at the address and its port"

"""One request to one checked address, with every byte of the answer counted and timed."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from http.client import HTTPResponse
from socket import socket
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from checks.case.errors import CaseError
from checks.evidence.fetching.manners import Manners
from checks.evidence.fetching.trouble import causes
from checks.evidence.fetching.urls import printable


@dataclass
class Patience:
    """What is left of our patience in one fetch: `deadline` on the monotonic clock, `waiting` seconds for refusals."""

    deadline: float
    waiting: float

    def left(self) -> float:
        """The seconds that are left. Raises `CaseError` when there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise CaseError("it answers too slowly, and was given up: ask again later, or save it from your browser")
        return left


def send(
    request: requests.PreparedRequest, addresses: Sequence[str], manners: Manners, patience: Patience
) -> tuple[requests.Response, HTTPAdapter]:
    """Asks the first of these addresses that takes a connection; headers are read, the body is not.

    Close both, the answer and the adapter. Raises `CaseError` when patience or the limits are at their end, and what
    `requests` raises.
    """
    verify = manners.authority or True
    for number, address in enumerate(addresses, 1):
        adapter = _Checked(address, manners, patience)
        try:
            # Not by a `Session`: that reads the body of a redirect whole, and looks into .netrc and for proxies.
            limits = (min(manners.seconds, patience.left()), manners.seconds)
            return adapter.send(request, stream=True, timeout=limits, verify=verify), adapter
        except requests.RequestException as error:
            adapter.close()
            unreached = any(isinstance(cause, ConnectTimeoutError | NewConnectionError) for cause in causes(error))
            if number == len(addresses) or not unreached:
                raise
        except BaseException:
            adapter.close()
            raise
    raise CaseError("its host has no address")


class _Checked(HTTPAdapter):
    """Connects to an address that was checked, not to what the name may mean by now; TLS still wants the name."""

    def __init__(self, address: str, manners: Manners, patience: Patience) -> None:
        self.address, self.manners, self.patience = address, manners, patience
        super().__init__(pool_connections=1, pool_maxsize=1)

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:
        host, tls = super().build_connection_pool_key_attributes(request, verify, cert)
        name = {"server_hostname": host["host"]} if host["scheme"] == "https" else {}
        return {**host, "host": self.address}, {**tls, **name}

    def add_headers(self, request: requests.PreparedRequest, **_: Any) -> None:
        request.headers["Host"] = urlsplit(request.url or "").netloc

    def get_connection_with_tls_context(self, *args: Any, **named: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*args, **named)
        kind = pool.ConnectionCls

        def connection(**given: Any) -> Any:
            made = kind(**given)
            made.response_class = partial(_Answer, manners=self.manners, patience=self.patience)
            return made

        pool.ConnectionCls = connection
        return pool


class _Answer(HTTPResponse):
    """An answer that is read through `_Bounded`, its headers too."""

    def __init__(self, sock: socket, *args: Any, manners: Manners, patience: Patience, **named: Any) -> None:
        super().__init__(sock, *args, **named)
        self.fp.close()
        self.fp = io.BufferedReader(_Bounded(sock, manners, patience))


class _Bounded(io.RawIOBase):
    """What comes from a socket, until it is too much or takes too long in all: a read time-out alone never ends
    where a server sends a byte a second, and a count of the body alone not where headers or chunks are endless."""

    def __init__(self, sock: socket, manners: Manners, patience: Patience) -> None:
        self.sock, self.seconds, self.patience = sock, manners.seconds, patience
        self.raw = sock.makefile("rb", buffering=0)
        self.most = 2 * manners.most_bytes + 1_000_000  # chunked bodies are longer than what they hold

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self.sock.settimeout(min(self.seconds, self.patience.left()))
        read = self.raw.readinto(buffer)
        self.most -= read or 0
        if self.most < 0:
            raise CaseError("it sends more than is allowed: its answer was given up")
        return read

    def close(self) -> None:
        self.raw.close()
        super().close()


def prepared(
    url: str, headers: Mapping[str, str], data: Mapping[str, str] | None, cookies: Any
) -> requests.PreparedRequest:
    """A GET, or with `data` a POST of a form, ready to be sent. Raises `CaseError` for a header that cannot be sent."""
    for name, value in headers.items():
        if not (value.isascii() and value.isprintable()):  # which is not shown: it may be a key
            raise CaseError(f"the header {printable(name, 100)} has letters in it that cannot be sent: copy it again")
    return requests.Request("GET" if data is None else "POST", url, dict(headers), data=data, cookies=cookies).prepare()

"""Servers that do what no well-behaved one does: each connection is answered by a function that writes bytes."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

import pytest

from checks.case.errors import CaseError
from checks.evidence.fetching.fetch import Manners, fetch

Answer = Callable[[socket.socket, str], None]
PAGE = b"The ferry to Osterby runs twice a day."
HERE = ("127.0.0.1/32",)


def manners(**changed: object) -> Manners:
    """For the tests: this machine may be asked, robots are not looked at, and no wait is long."""
    return Manners(**{"private": HERE, "robots": False, "pause": 0.001, "seconds": 5, "in_all": 20, **changed})  # type: ignore[arg-type]


def sentence(caught: pytest.ExceptionInfo[CaseError]) -> str:
    """What an investigator reads: one line of printable letters."""
    said = str(caught.value)
    assert said.isprintable() and 20 < len(said) < 500, said
    return said


class Rude:
    """A server on 127.0.0.1; `answer(connection, request)` is called once a connection. Use it with `with`."""

    def __init__(self, answer: Answer | bytes, context: ssl.SSLContext | None = None) -> None:
        self.answer, self.context = answer, context
        self.requests: list[str] = []
        self.over = threading.Event()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.url = f"http{'s' if context else ''}://127.0.0.1:{self.port}/"
        self.thread = threading.Thread(target=self._serve)

    def __enter__(self) -> Rude:
        self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.over.set()
        socket.create_connection(("127.0.0.1", self.port)).close()  # wakes `accept`
        self.thread.join()
        self.listening.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self.listening.accept()
            with connection:
                if self.over.is_set():
                    return
                connection.settimeout(5)
                with suppress(OSError):  # a client that has had enough, or does not like our certificate
                    self._speak(connection)

    def _speak(self, plain: socket.socket) -> None:
        connection = self.context.wrap_socket(plain, server_side=True) if self.context else plain
        try:
            request = b""
            while b"\r\n\r\n" not in request and not request.startswith(b"\x16"):  # which is how TLS begins
                request += connection.recv(65_536) or b"\r\n\r\n"
            self.requests.append(request.decode("latin-1"))
            if isinstance(self.answer, bytes):
                connection.sendall(self.answer)
            else:
                self.answer(connection, self.requests[-1])
        finally:
            if connection is not plain:
                connection.close()


def answer(body: bytes = b"", status: str = "200 OK", *headers: str, length: int | None = None) -> bytes:
    """An HTTP answer, with the `Content-Length` that is wanted: the right one by default, none below 0."""
    lines = [f"HTTP/1.1 {status}", "Connection: close", *headers]
    if length is None or length >= 0:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def refused(reply: Answer | bytes, **changed: object) -> str:
    """The sentence that a rude server's answer ends in."""
    with Rude(reply) as rude, pytest.raises(CaseError) as caught:
        fetch(rude.url, manners(**changed))
    assert caught.value.__cause__ is None
    assert rude.url in str(caught.value)
    return sentence(caught)


def dripping(start: bytes) -> Answer:
    """Sends this, and then a byte every twentieth of a second, for five seconds or until nobody listens."""

    def drip(connection: socket.socket, request: str) -> None:
        connection.sendall(start)
        for _ in range(100):
            connection.sendall(b"x")
            threading.Event().wait(0.05)

    return drip

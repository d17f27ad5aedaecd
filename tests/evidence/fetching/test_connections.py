"""Connections: to the address that was checked and no other, and over TLS to whom the certificate names."""

from __future__ import annotations

import datetime
import re
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from pytest_httpserver import HTTPServer
from rude_servers import PAGE, Rude, answer, dripping, manners, sentence

from checks.case.errors import CaseError
from checks.evidence.answers import Hop
from checks.evidence.fetching.asking import ask
from checks.evidence.fetching.connecting import Patience, prepared, send
from checks.evidence.fetching.fetch import EVERY_ADDRESS, Manners, fetch


@pytest.fixture(scope="module")
def server() -> Iterator[HTTPServer]:
    with HTTPServer("127.0.0.1", 0) as running:
        yield running


@pytest.fixture
def site(server: HTTPServer) -> HTTPServer:
    server.clear()
    return server


# ------------------------------------------------------------------------------------------------ connections


def test_a_port_where_nobody_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(CaseError) as caught:
        fetch(f"http://127.0.0.1:{port}/", manners())
    assert "nothing answers there" in sentence(caught)


def test_without_leave_this_machine_is_not_asked(site: HTTPServer) -> None:
    for robots in (True, False):
        with pytest.raises(CaseError) as caught:
            fetch(site.url_for("/page"), Manners(robots=robots))
        assert "private address" in sentence(caught)
    assert site.log == []
    assert fetch(site.url_for("/page"), manners(private=EVERY_ADDRESS)).status == 500  # the test server's "no handler"


def patience() -> Patience:
    return Patience(time.monotonic() + 20, 1)


def test_the_connection_goes_to_the_address_that_was_checked_and_the_name_is_not_looked_up_again() -> None:
    with Rude(answer(PAGE)) as rude:
        request = prepared(f"http://moving-target.invalid:{rude.port}/x", {}, None, None)
        reply, adapter = send(request, ["127.0.0.3", "127.0.0.1"], manners(), patience())  # nobody is at the first
        reply.close()
        adapter.close()
    assert f"Host: moving-target.invalid:{rude.port}\r\n" in rude.requests[0]


# ------------------------------------------------------------------------------------------------ TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def bundle(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("tls") / "authority.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


def serving(authority: trustme.CA, *names: str, **dates: datetime.datetime) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, **dates).configure_cert(context)
    return context


def test_tls_is_verified_and_works(authority: trustme.CA, bundle: str) -> None:
    with Rude(answer(PAGE), serving(authority, "127.0.0.1")) as rude:
        assert fetch(rude.url, manners(authority=bundle)).body == PAGE
        with Rude(answer(b"", "301 M", f"Location: {rude.url}")) as plain:
            up = fetch(plain.url, manners(authority=bundle))
    assert (up.hops, up.final_url) == ((Hop(plain.url, 301),), rude.url)
    with (
        Rude(answer(PAGE)) as plain,
        Rude(answer(b"", "301 M", f"Location: {plain.url}"), serving(authority, "127.0.0.1")) as rude,
    ):
        down = fetch(rude.url, manners(authority=bundle))
    assert (down.hops, down.final_url) == ((Hop(rude.url, 301),), plain.url)


def test_the_certificate_is_for_the_name_though_the_connection_is_to_an_address(
    authority: trustme.CA, bundle: str
) -> None:
    with Rude(answer(PAGE), serving(authority, "printing-house.invalid")) as rude:
        request = prepared(f"https://printing-house.invalid:{rude.port}/", {}, None, None)
        reply, adapter = send(request, ["127.0.0.1"], manners(authority=bundle), patience())
        assert reply.status_code == 200
        reply.close()
        adapter.close()


@pytest.mark.parametrize(
    ("case", "because"),
    [
        ("unknown authority", "authority that is not trusted"),
        ("wrong name", "for another name"),
        ("expired", "has expired"),
        ("not yet", "not valid yet"),
        ("no TLS", "does not speak TLS"),
        ("broken off", "closed before|does not speak TLS"),
    ],
)
def test_what_is_wrong_with_tls_is_said(authority: trustme.CA, bundle: str, case: str, because: str) -> None:
    day = datetime.timedelta(days=1)
    now = datetime.datetime.now(datetime.UTC)
    context: ssl.SSLContext | None = {
        "unknown authority": lambda: serving(trustme.CA(), "127.0.0.1"),
        "wrong name": lambda: serving(authority, "another.example"),
        "expired": lambda: serving(authority, "127.0.0.1", not_before=now - 2 * day, not_after=now - day),
        "not yet": lambda: serving(authority, "127.0.0.1", not_before=now + day, not_after=now + 2 * day),
    }.get(case, lambda: None)()
    with Rude(b"" if case == "broken off" else answer(PAGE), context) as rude, pytest.raises(CaseError) as caught:
        fetch(f"https://127.0.0.1:{rude.port}/", manners(authority=bundle, tries=1))
    assert re.search(because, sentence(caught))


def test_a_drip_and_a_cut_are_seen_through_tls_too(authority: trustme.CA, bundle: str) -> None:
    for server, because in (
        (dripping(b"HTTP/1.1 200 OK\r\n\r\n"), "too slowly"),
        (answer(PAGE, length=900), "cut off"),
    ):
        with Rude(server, serving(authority, "127.0.0.1")) as rude, pytest.raises(CaseError) as caught:
            fetch(rude.url, manners(authority=bundle, in_all=0.4, tries=1))
        assert because in sentence(caught)


def test_a_file_of_authorities_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("nothing\n")
    for name, because in (("missing.pem", "no file"), ("empty.pem", "TLS")):
        with Rude(answer(PAGE)) as rude, pytest.raises(CaseError) as caught:
            fetch(f"https://127.0.0.1:{rude.port}/", manners(authority=str(tmp_path / name), tries=1))
        assert because in str(caught.value)
    assert str(caught.value).isprintable()


def test_nothing_is_asked_where_somebody_else_says_no() -> None:
    def no(url: str) -> None:
        raise CaseError("the harbour master says no")

    with Rude(answer(PAGE)) as rude, pytest.raises(CaseError, match="says no"):
        ask(rude.url, manners(), lambda *_: None, {}, None, no)
    assert rude.requests == []

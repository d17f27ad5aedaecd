"""Bytes are asked for from real servers, kind and rude; whatever they do is an answer or one sentence."""

from __future__ import annotations

import datetime
import gzip
import re
import socket
from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from rude_servers import PAGE, Rude, answer, manners, refused, sentence
from werkzeug import Request, Response

from checks.case.errors import CaseError
from checks.evidence.answers import Hop
from checks.evidence.fetching.fetch import answered, fetch


@pytest.fixture(scope="module")
def server() -> Iterator[HTTPServer]:
    with HTTPServer("127.0.0.1", 0) as running:
        yield running


@pytest.fixture
def site(server: HTTPServer) -> HTTPServer:
    server.clear()
    return server


# ------------------------------------------------------------------------------------------------ an answer


def test_an_answer_is_kept_whole(site: HTTPServer) -> None:
    site.expect_request("/page", query_string="a=1").respond_with_data(
        PAGE, headers={"Content-Type": "text/html; charset=utf-8", "X-Note": "a\tb", "ETag": '"7"'}
    )
    before = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    heard: list[tuple[int, int | None]] = []
    url = site.url_for("/page?a=1")
    found = fetch(url + "#part", manners(), told=lambda *so_far: heard.append(so_far))
    after = datetime.datetime.now(datetime.UTC)
    assert (found.url, found.final_url, found.hops, found.status, found.body) == (url, url, (), 200, PAGE)
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    assert found.headers["x-note"] == "a b"
    assert found.headers["etag"] == '"7"'
    assert before <= datetime.datetime.strptime(found.at, "%Y-%m-%dT%H:%M:%S%z") <= after
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found.at)
    assert heard[-1] == (len(PAGE), len(PAGE))
    [(request, _)] = site.log
    assert re.match(r"line-by-line/\d+\.\d+\S* \(fact-checking; ", request.headers["User-Agent"])
    assert request.headers["Host"] == f"127.0.0.1:{site.port}"


def test_nothing_of_the_machine_is_sent(site: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ann password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    monkeypatch.setenv("NO_PROXY", "")
    site.expect_request("/page").respond_with_data(PAGE)
    assert fetch(site.url_for("/page"), manners()).body == PAGE
    assert "Authorization" not in site.log[0][0].headers


@pytest.mark.parametrize("status", [201, 206, 304, 400, 403, 404, 410, 418, 451, 500, 502, 599, 999])
def test_any_status_is_an_answer_and_only_a_whole_2xx_is_answered(status: int) -> None:
    body = b"" if status == 304 else PAGE
    with Rude(answer(body, f"{status} \x1b[31mWhatever")) as rude:
        found = fetch(rude.url, manners())
    assert (found.status, found.body) == (status, body)
    if status == 201:
        assert answered(found) is found
        return
    with pytest.raises(CaseError, match=f"the server answers {status}") as caught:
        answered(found)
    assert "Whatever" not in sentence(caught)
    assert status != 404 or "404 Not Found: look at the address" in sentence(caught)
    assert status != 403 or "capture the file" in sentence(caught)


def test_headers_of_a_stranger_are_kept_harmless_and_few() -> None:
    odd = [f"X-{number}: {number}" for number in range(95)]
    lines = [
        "X-Color: \x1b[31mred\x9b2J",
        "X-Long: " + "y" * 60_000,
        "X-Utf: é’".encode().decode("latin-1"),
    ]
    with Rude(answer(PAGE, "200 OK", *lines[1:], lines[0])) as rude:
        found = fetch(rude.url, manners())
    assert found.headers["x-color"] == "[31mred 2J"
    assert found.headers["x-utf"] == "é’"
    assert len(found.headers["x-long"]) == 2000
    with Rude(answer(PAGE, "200 OK", *odd)) as rude:
        found = fetch(rude.url, manners())
    assert len(found.headers) <= 100
    for name, value in found.headers.items():
        assert name == name.lower() and name.isprintable() and value.isprintable()


def test_a_form_is_posted_once_and_a_key_stays_with_its_host(site: HTTPServer) -> None:
    seen: list[tuple[str, str, str]] = []

    def look(request: Request) -> Response:
        seen.append((request.method, request.headers.get("X-Key", ""), request.form.get("url", "")))
        return Response("taken")

    site.expect_request("/save").respond_with_handler(look)
    form = {"url": "http://a.example/ü"}
    assert fetch(site.url_for("/save"), manners(), headers={"X-Key": "k"}, data=form).body == b"taken"
    with Rude(answer(b"", "307 T", f"Location: {site.url_for('/save')}")) as rude:
        fetch(rude.url, manners(), headers={"X-Key": "k"}, data=form)
        assert "X-Key: k" in rude.requests[0]
    with Rude(answer(b"", "303 See", f"Location: {site.url_for('/save')}")) as rude:
        fetch(rude.url, manners(), data=form)
    assert seen == [("POST", "k", "http://a.example/ü"), ("POST", "", "http://a.example/ü"), ("GET", "", "")]
    with Rude(b"") as rude, pytest.raises(CaseError):
        fetch(rude.url, manners(), data=form)
    assert len(rude.requests) == 1


@pytest.mark.parametrize("key", ["secret\r\nX-Other: 1", "secret\x00", "sécret"])
def test_a_key_that_cannot_be_sent_is_not_shown(key: str) -> None:
    with pytest.raises(CaseError) as caught:
        fetch("http://127.0.0.1:1/", manners(), headers={"X-Key": key})
    assert "X-Key" in sentence(caught)
    assert "secret" not in sentence(caught)


# ------------------------------------------------------------------------------------------------ redirects


def test_redirects_are_followed_and_recorded(site: HTTPServer) -> None:
    for path, status, location in (
        ("/a", 301, "b"), ("/b", 302, "/c?x=1#y"), ("/c", 303, site.url_for("/d")), ("/d", 307, "//" + site.url_for("/e")[7:]),
        ("/e", 308, "/f/é"),
    ):  # fmt: skip
        site.expect_request(path).respond_with_data("moved", status=status, headers={"Location": location})
    site.expect_request("/f/é").respond_with_data(PAGE)
    found = fetch(site.url_for("/a"), manners())
    assert found.url == site.url_for("/a")
    assert found.final_url == site.url_for("/f/%C3%A9")
    assert found.hops == tuple(
        Hop(site.url_for(path), status)
        for path, status in (("/a", 301), ("/b", 302), ("/c?x=1", 303), ("/d", 307), ("/e", 308))
    )
    assert found.body == PAGE


def test_a_redirect_to_nowhere_is_the_answer(site: HTTPServer) -> None:
    site.expect_request("/a").respond_with_data("moved", status=302)
    assert fetch(site.url_for("/a"), manners()).status == 302


def test_redirects_in_a_circle_are_given_up(site: HTTPServer) -> None:
    site.expect_request("/a").respond_with_data(status=302, headers={"Location": "/b"})
    site.expect_request("/b").respond_with_data(status=302, headers={"Location": "/a"})
    with pytest.raises(CaseError) as caught:
        fetch(site.url_for("/a"), manners())
    assert "circle" in sentence(caught)
    assert len(site.log) == 2


def test_but_not_those_that_only_set_a_cookie(site: HTTPServer) -> None:
    site.expect_request("/a", headers={"Cookie": "seen=1"}).respond_with_data(PAGE)
    site.expect_request("/a").respond_with_data(status=302, headers={"Location": "/a", "Set-Cookie": "seen=1"})
    assert fetch(site.url_for("/a"), manners()).body == PAGE


def test_too_many_redirects_are_given_up(site: HTTPServer) -> None:
    def onward(request: Request) -> Response:
        return Response(status=302, headers={"Location": f"/{int(request.path[1:]) + 1}"})

    site.expect_request(re.compile("/[0-9]+")).respond_with_handler(onward)
    with pytest.raises(CaseError) as caught:
        fetch(site.url_for("/0"), manners(most_redirects=4))
    assert "more than 4 redirects" in sentence(caught)
    assert len(site.log) == 5


@pytest.mark.parametrize(
    ("location", "because"),
    [
        ("http://127.0.0.2:{port}/", "private address"),
        ("http://10.0.0.1/", "private address"),
        ("http://[::ffff:10.0.0.1]/", "private address"),
        ("http://169.254.169.254/latest/", "private address"),
        ("//2130706434/", "private address"),
        ("file:///etc/hostname", "http://"),
        ("ftp://127.0.0.1/", "http://"),
        ("javascript:alert(1)", "http://"),
        ("data:text/html,hello", "http://"),
        ("http://ann:secret@127.0.0.1:{port}/", "password"),
        ("http://[::1", "host"),
        ("http://\x1b[31m/", "control"),
    ],
)
def test_a_redirect_may_not_lead_where_we_may_not_ask(location: str, because: str) -> None:
    asked = []

    def reply(connection: socket.socket, request: str) -> None:
        asked.append(request)
        connection.sendall(answer(b"", "302 Found", "Location: " + location.format(port=rude.port)))

    with Rude(reply) as rude, pytest.raises(CaseError) as caught:
        fetch(rude.url, manners())
    assert because in sentence(caught)
    assert f"{rude.url} redirects to" in sentence(caught)
    assert len(asked) == 1


def test_the_body_of_a_redirect_is_not_read() -> None:
    bomb = gzip.compress(bytes(5_000_000), mtime=0)
    moved = answer(bomb, "302 Found", "Location: file:///x", "Content-Encoding: gzip", length=10**12)
    assert "http://" in refused(moved, most_bytes=1000)


# ------------------------------------------------------------------------------------------------ come again


class Busy:
    """Answers with each of these in turn, then with the page."""

    def __init__(self, *first: bytes) -> None:
        self.first = list(first)

    def __call__(self, connection: socket.socket, request: str) -> None:
        connection.sendall(self.first.pop(0) if self.first else answer(PAGE))


def in_seconds(number: float) -> str:
    return format_datetime(
        datetime.datetime(2031, 5, 2, 10, tzinfo=datetime.UTC) + datetime.timedelta(seconds=number), True
    )


@pytest.mark.parametrize(
    "refusals",
    [
        [answer(b"slower", "429 Too Many Requests", "Retry-After: 0")],
        [answer(b"slower", "429 Too Many Requests", "Retry-After: 1")],
        [answer(b"closed", "503 Service Unavailable")] * 2,
        [answer(b"closed", "503 Service Unavailable", f"Date: {in_seconds(0)}", f"Retry-After: {in_seconds(1)}")],
        [answer(b"closed", "503 Service Unavailable", f"Date: {in_seconds(0)}", f"Retry-After: {in_seconds(-500)}")],
        [answer(b"closed", "503 Service Unavailable", "Retry-After: soon")],
        [answer(b"closed", "503 Service Unavailable", "Retry-After: -5")],
        [answer(b"closed", "503 Service Unavailable", "Retry-After: " + "9" * 5000)],
        [answer(b"closed", "429 Too Many Requests", "Retry-After: 31 Foo 99999 99:99:99 GMT")],
        [b""],
        [b"", answer(PAGE, length=900)],
        [answer(PAGE[:5], length=900), b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nThe f"],
    ],
)  # fmt: skip
def test_who_is_busy_or_breaks_off_is_asked_again(refusals: list[bytes]) -> None:
    with Rude(Busy(*refusals)) as rude:
        found = fetch(rude.url, manners())
    assert (found.status, found.body) == (200, PAGE)
    assert len(rude.requests) == len(refusals) + 1


def test_but_not_forever() -> None:
    with Rude(answer(b"slower", "429 Too Many Requests", "Retry-After: 0")) as rude:
        found = fetch(rude.url, manners(tries=4))
    assert (found.status, found.body, len(rude.requests)) == (429, b"slower", 4)
    with pytest.raises(CaseError, match="429 Too Many Requests: ask again later"):
        answered(found)


@pytest.mark.parametrize("status", [429, 503])
def test_an_archived_refusal_is_an_answer(status: int) -> None:
    memento = "Memento-Datetime: Fri, 02 May 2031 10:00:00 GMT"
    with Rude(answer(b"archived", f"{status} X", memento, "Retry-After: 1")) as rude:
        found = fetch(rude.url, manners())
    assert (found.status, found.body, len(rude.requests)) == (status, b"archived", 1)


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("Retry-After: 45", "45 seconds"),
        ("Retry-After: 600", "10 minutes"),
        (f"Date: {in_seconds(0)}\r\nRetry-After: {in_seconds(7200)}", "2 hours"),
        ("Retry-After: 999999999", "11574 days"),
        ("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", "days"),
    ],
)
def test_who_asks_to_wait_too_long_is_not_waited_for(header: str, span: str) -> None:
    said = refused(answer(b"", "503 Service Unavailable", header), longest_wait=30)
    assert "503 Service Unavailable and asks to wait" in said
    assert span in said


def test_waits_are_counted_together() -> None:
    said = refused(answer(b"", "429 Too Many Requests", "Retry-After: 1"), longest_wait=1.5, tries=9)
    assert "asks to wait 1 second" in said

"""Servers that send too much, too slowly, or what is no HTTP: each is given up with one sentence."""

from __future__ import annotations

import gzip
import re
import socket
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rude_servers import PAGE, Rude, answer, dripping, manners, refused

from checks.case.errors import CaseError
from checks.evidence.answers import Fetched
from checks.evidence.fetching.body import unpacked
from checks.evidence.fetching.fetch import fetch

# ------------------------------------------------------------------------------------------------ too much, too slow


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP", "deflate", "deflate raw", "identity", "utf-8", ""])
def test_packed_answers_are_unpacked(coding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {"deflate": zlib.compress(PAGE), "deflate raw": raw.compress(PAGE) + raw.flush()}.get(
        coding, gzip.compress(PAGE, mtime=0) if "gzip" in coding.lower() else PAGE
    )
    with Rude(answer(packed, "200 OK", f"Content-Encoding: {coding.split(' ')[0]}")) as rude:
        assert fetch(rude.url, manners()).body == PAGE
    assert "Accept-Encoding: gzip, deflate\r\n" in rude.requests[0]


def test_gzip_of_several_members_is_whole_and_what_follows_it_is_not_read() -> None:
    packed = gzip.compress(PAGE, mtime=0) + gzip.compress(b" And back.", mtime=0) + bytes(9)
    with Rude(answer(packed, "200 OK", "Content-Encoding: gzip")) as rude:
        assert fetch(rude.url, manners()).body == PAGE + b" And back."


def test_a_bomb_does_not_go_off() -> None:
    stream = zlib.compressobj(9, wbits=31)
    bomb = b"".join(stream.compress(bytes(1_000_000)) for _ in range(60)) + stream.flush()
    assert len(bomb) < 70_000
    said = refused(answer(bomb, "200 OK", "Content-Encoding: gzip"), most_bytes=1_000_000)
    assert "more than the 1,000,000" in said
    tracemalloc.start()
    with pytest.raises(CaseError):
        unpacked(bomb, "gzip", 1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
    flat = zlib.compress(bytes(2_000_000))
    assert "too large" in refused(answer(flat, "200 OK", "Content-Encoding: deflate"), most_bytes=1_000_000)


@pytest.mark.parametrize(
    ("coding", "body", "because"),
    [
        ("gzip", b"not packed at all", "cannot be unpacked"),
        ("gzip", gzip.compress(PAGE, mtime=0)[:-12], "cut off"),
        ("deflate", zlib.compress(PAGE)[:-6], "cut off"),
        ("gzip", gzip.compress(PAGE, mtime=0)[:-8] + bytes(8), "cannot be unpacked"),
        ("gzip", gzip.compress(b"", mtime=0) * 200, "more than 100 parts"),
        ("br", b"\x0b\x02\x80abc\x03", "packed as br"),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE, mtime=0), mtime=0), "packed as gzip, gzip"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(coding: str, body: bytes, because: str) -> None:
    assert because in refused(answer(body, "200 OK", f"Content-Encoding: {coding}"))


def test_a_body_that_is_too_large_is_not_read_to_its_end() -> None:
    assert "1,000,000,000,000 bytes" in refused(answer(PAGE, length=10**12))
    sent = []

    def endless(connection: socket.socket, request: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while len(sent) < 1000:
            connection.sendall(bytes(65_536))
            sent.append(1)

    def endless_chunks(connection: socket.socket, request: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while len(sent) < 1000:
            connection.sendall(b"1\r\nx\r\n" * 10_000)
            sent.append(1)

    for server in (endless, endless_chunks):
        sent.clear()
        assert "too large" in refused(server, most_bytes=200_000)
        assert 0 < len(sent) < 900


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
    ],
)
def test_who_sends_a_byte_now_and_then_is_given_up(start: bytes) -> None:
    assert "too slowly" in refused(dripping(start), in_all=0.3)


def test_who_says_nothing_is_given_up() -> None:
    def silent(connection: socket.socket, request: str) -> None:
        connection.recv(1)

    def half(connection: socket.socket, request: str) -> None:
        connection.sendall(answer(PAGE, length=900))
        connection.recv(1)

    assert "no answer for 0.2 seconds" in refused(silent, seconds=0.2)
    assert "no answer for 0.2 seconds" in refused(half, seconds=0.2)


# ------------------------------------------------------------------------------------------------ not HTTP


@pytest.mark.parametrize(
    ("wire", "because"),
    [
        (answer(PAGE, length=900), "cut off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nThe f\r\n", "closed before|not HTTP|cut off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nThe f\r\n", "not HTTP|cut off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nThe f\r\n", "not HTTP|cut off"),
        (b"", "closed before"),
        (b"220 mail.example ready\r\n", "not HTTP"),
        (b"\x16\x03\x01\x00\x05hello\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 abc OK\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 " + b"2" * 100_000, "not HTTP"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 200_000, "sends more than is allowed"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"X: y\r\n" * 400_000,
            "sends more than is allowed",
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nThe f", "not HTTP"),
    ],
)
def test_what_is_no_whole_answer_is_one_sentence(wire: bytes, because: str) -> None:
    assert re.search(because, refused(wire, tries=2, most_bytes=1000))


def test_a_length_that_is_too_short_or_none_is_taken_as_said() -> None:
    with Rude(answer(PAGE, length=9)) as rude:
        assert fetch(rude.url, manners()).body == PAGE[:9]
    with Rude(answer(PAGE, "200 OK", "Content-Length: many", length=-1)) as rude:
        assert fetch(rude.url, manners()).body == PAGE


WORDS = [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 302 Found\r\n", b"Location: ", b"Content-Length: ", b"Transfer-Encoding: chunked\r\n", b"\r\n", b"5\r\n", b"gzip", b"Content-Encoding: ", b"Retry-After: ", b"Set-Cookie: a=b; ", b"http://", b"0", b"9", b"\x1f\x8b", b":", b"\n ", b"\xff"]  # fmt: skip


@settings(max_examples=60)
@given(st.binary(max_size=60) | st.lists(st.sampled_from(WORDS) | st.binary(max_size=4), max_size=12).map(b"".join))
def test_any_bytes_are_an_answer_or_a_sentence(wire: bytes) -> None:
    with Rude(wire) as rude:
        try:
            found = fetch(rude.url, manners(tries=1, longest_wait=0, seconds=0.5))
        except CaseError as error:
            assert str(error).isprintable()
        else:
            assert isinstance(found, Fetched)

"""A web archive of one answer: other tools accept it and read the same from it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from checks.evidence.answers import Fetched, Hop
from checks.evidence.captures.warc import warc_of

BODY = b"<p>The levy is 15 marks.</p>\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n\r\n"
HEADERS = {"content-type": "text/html", "content-encoding": "gzip", "content-length": "31", "transfer-encoding": "chunked",
           "x-broken": "one\r\nWARC-Type: evil\r\n\r\ntwo", "na\r\nme": "x", "": "y", "x-far": "Grüße aus 港"}  # fmt: skip


def fetched(body: bytes = BODY, status: int = 200) -> Fetched:
    hops = (Hop("http://bay.test/old page", 301), Hop("https://bay.test/moved", 302))
    return Fetched(
        "http://bay.test/old page",
        "https://bay.test/levy?year=2031",
        hops,
        status,
        HEADERS,
        body,
        "2031-05-02T10:00:00Z",
    )


def records(data: bytes) -> list[tuple[str, str, dict[str, str], dict[str, str], bytes]]:
    return [
        (one.rec_type, one.http_headers.get_statuscode() if one.rec_type == "response" else "", dict(one.rec_headers.headers),
         dict(one.http_headers.headers) if one.http_headers else {}, one.content_stream().read())
        for one in ArchiveIterator(io.BytesIO(data))
    ]  # fmt: skip


@pytest.mark.parametrize("body", [BODY, b"", bytes(range(256)) * 900], ids=["page", "empty", "binary"])
def test_warcio_accepts_it(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "levy.warc.gz"
    file.write_bytes(warc_of(fetched(body), {"User-Agent": "checks"}))
    told = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", str(file)], capture_output=True, text=True
    )
    assert told.returncode == 0 and told.stdout.count("digest pass") == 7 and "fail" not in told.stdout
    assert records(file.read_bytes())[-1][4] == body


def test_every_hop_and_the_answer_are_there() -> None:
    found = records(warc_of(fetched(), {"User-Agent": "checks", "Authorization": "secret", "Cookie": "secret"}))
    assert [kind for kind, *_ in found] == ["warcinfo", *["request", "response"] * 3]
    assert [status for kind, status, *_ in found if kind == "response"] == ["301", "302", "200"]
    addresses = [about["WARC-Target-URI"] for kind, _, about, *_ in found if kind == "response"]
    assert addresses == ["http://bay.test/old%20page", "https://bay.test/moved", "https://bay.test/levy?year=2031"]
    locations = [http["Location"] for kind, _, _, http, _ in found if kind == "response" and "Location" in http]
    assert locations == ["https://bay.test/moved", "https://bay.test/levy?year=2031"]
    assert all(about["WARC-Date"] == "2031-05-02T10:00:00Z" for _, _, about, *_ in found)
    assert all("secret" not in str(one) for one in found)


def test_the_headers_are_true_of_the_body_and_break_nothing() -> None:
    http = records(warc_of(fetched(), {}))[-1][3]
    assert (
        http["content-length"] == str(len(BODY)) and "content-encoding" not in http and "transfer-encoding" not in http
    )
    assert http["x-archive-orig-content-encoding"] == "gzip" and http["x-archive-orig-content-length"] == "31"
    assert http["x-broken"] == "one WARC-Type: evil two" and "name" not in http and http["x-far"].isascii()


def test_the_same_answer_is_the_same_bytes() -> None:
    assert warc_of(fetched(), {"a": "1", "b": "2"}) == warc_of(fetched(), {"b": "2", "a": "1"})
    assert warc_of(fetched(), {}) != warc_of(fetched(BODY + b"x"), {})
    ids = [about["WARC-Record-ID"] for _, _, about, *_ in records(warc_of(fetched(), {}))]
    assert len(set(ids)) == 7


def test_a_status_that_nobody_knows() -> None:
    assert records(warc_of(fetched(status=799), {}))[-1][1] == "799"

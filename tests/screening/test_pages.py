"""Web archives: which records are pages, and what a broken one costs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from checks.case.errors import CaseError
from checks.screening.one import screened
from checks.screening.pages import page_at, pages_in
from checks.screening.sources import items_in

SAID = "".join(
    f"<p>The council of Calder voted on Monday to repair the {thing}, which {number} people use on a working day.</p>"
    for number, thing in enumerate(("bridge", "school", "tram", "library", "harbour", "market", "clinic"), 20)
)
PAGE = f"<html><body><article><h1>Bridge</h1>{SAID}</article></body></html>"


def archive(*records: tuple[str, str, bytes], packed: bool = True) -> bytes:
    """An archive of records: their kind or status, their media type, and what they hold."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for status, media, held in records:
        kind = status if status in ("request", "resource", "metadata") else "response"
        http = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1") if kind == "response" else None
        made = writer.create_warc_record(
            "https://example.org/",
            kind,
            io.BytesIO(held),
            http_headers=http,
            warc_content_type="" if http else media,
            length=len(held),
        )
        writer.write_record(made)
    return out.getvalue()


RECORDS = [
    ("metadata", "text/plain", b"what the crawler noted"),
    ("200 OK", "text/html; charset=utf-8", PAGE.encode()),
    ("200 OK", "image/png", b"\x89PNG"),
    ("404 Not Found", "text/html", b"gone"),
    ("200 OK", "text/plain", b"The council of Calder voted on Monday."),
    ("resource", "text/html", PAGE.encode()),
]


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_told_from_other_records_and_read_from_where_they_begin(packed: bool) -> None:
    file = io.BytesIO(archive(*RECORDS, packed=packed))
    found = list(pages_in(file))
    assert [(number, trouble) for number, _, _, trouble in found] == [(2, ""), (5, ""), (6, "")]
    assert [page_at(file, start, 10_000) for _, start, _, _ in found] == [
        (PAGE.encode(), "text/html; charset=utf-8"),
        (b"The council of Calder voted on Monday.", "text/plain"),
        (PAGE.encode(), "text/html"),
    ]
    with pytest.raises(CaseError, match=r"more than 100 bytes"):
        page_at(file, found[0][1], 100)


def test_a_page_of_an_archive_is_screened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.warc.gz").write_bytes(archive(*RECORDS))
    rows = [screened(item) for item in items_in(["a.warc.gz"])]
    assert not [row["failures"] for row in rows if "failures" in row]
    assert [row["articles"][0][0] for row in rows] == ["a.warc.gz#2", "a.warc.gz#5", "a.warc.gz#6"]


def test_an_archive_that_breaks_off_gives_what_was_before_and_says_that_the_rest_was_not_read() -> None:
    whole = archive(*RECORDS)
    file = io.BytesIO(whole[: len(whole) - 60])
    found = list(pages_in(file))
    assert [number for number, _, _, trouble in found if not trouble][:2] == [2, 5]
    last = found[-1]
    if not last[3]:
        with pytest.raises(CaseError, match=r"cut short|cannot be unpacked"):
            page_at(file, last[1], 10_000)
    broken = whole[:400] + b"\xff" * 400 + whole[800:]
    assert list(pages_in(io.BytesIO(broken)))[-1][3].endswith("the rest of the archive was not read")


def test_a_head_without_an_end_and_a_record_without_an_address_are_troubles() -> None:
    [(_, _, _, trouble)] = pages_in(io.BytesIO(b"WARC/1.1\r\n" + b"X: y\r\n" * 100_000))
    assert trouble.startswith("the head of a record has more than")
    page = archive(RECORDS[1], packed=False).replace(b"HTTP/1.1 200 OK", b"\0\1\2\3 200 \xff\xff")
    assert len(list(pages_in(io.BytesIO(page)))) <= 1

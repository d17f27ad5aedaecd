"""A capture told from an answer of the archive itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.evidence.answers import Fetched, Hop
from checks.evidence.archives.memento import Memento, http_date, linked, memento_url, told_apart

PAGE = "https://ostby.example/pool"
ASKED = memento_url("20310502100000", PAGE)
TAKEN = {"memento-datetime": "Fri, 02 May 2031 10:00:00 GMT"}
LINK = (
    '<https://ostby.example/pool>; rel="original", '
    '<https://web.archive.org/web/timemap/link/https://ostby.example/pool>; rel="timemap"; type="application/link-format", '
    '<https://web.archive.org/web/20310411080000/http://ostby.example/pool>; rel="first memento"; datetime="Fri, 11 Apr 2031 08:00:00 GMT"'
)


def fetched(status: int = 200, headers: dict[str, str] | None = None, final: str = ASKED, body: bytes = b"") -> Fetched:
    hops = () if final == ASKED else (Hop(ASKED, 302),)
    return Fetched(ASKED, final, hops, status, headers or {}, body, "2031-06-01T09:00:00Z")


def test_the_address_of_a_capture() -> None:
    assert ASKED == "https://web.archive.org/web/20310502100000id_/https://ostby.example/pool"
    assert memento_url("20310502100000", PAGE + "#top", raw=False, at="http://127.0.0.1:1/web") == (
        "http://127.0.0.1:1/web/20310502100000/https://ostby.example/pool"
    )
    for timestamp, page in (("2031", PAGE), ("20310532100000", PAGE), ("20310502100000", "mailto:a@ostby.example")):
        with pytest.raises(CaseError):
            memento_url(timestamp, page)


@pytest.mark.parametrize("status", [200, 404, 429, 503])
def test_an_answer_that_says_when_it_was_taken_is_a_capture_whatever_its_status(status: int) -> None:
    found = told_apart(fetched(status, {**TAKEN, "link": LINK}))
    assert isinstance(found, Memento)
    assert (found.at, found.status, found.original) == ("2031-05-02T10:00:00Z", status, PAGE)
    assert found.timemap == "https://web.archive.org/web/timemap/link/https://ostby.example/pool"
    assert bool(found.remarks) is (status != 200)


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (429, b"", "asked too often"),
        (404, b"<title>Wayback Machine</title>", "no capture under this address"),
        (403, b"", "excluded"),
        (451, b"", "legal"),
        (500, b"", "fails itself"),
        (503, b"", "fails itself"),
        (520, b"", "fails itself"),
        (200, b"<html><head><TITLE lang=en>\n Offline for\x1b[2J repairs </TITLE>", "begins “Offline for [2J repairs”"),
        (200, b"The page has not been archived.", "begins “The page has not been archived.”"),
        (200, b"", "it is empty"),
        (302, b"", "it is empty"),
    ],
)
def test_an_answer_of_the_archive_itself_is_a_sentence(status: int, body: bytes, words: str) -> None:
    found = told_apart(fetched(status, body=body))
    assert isinstance(found, str)
    assert found.startswith(
        f"web.archive.org answers {status} without Memento-Datetime, so it is not taken for a capture: "
    )
    assert words in found
    assert found.endswith(".")
    assert found.isprintable()


def test_another_moment_than_asked_is_told_with_the_distance() -> None:
    final = memento_url("20310503121500", PAGE)
    found = told_apart(fetched(200, {"memento-datetime": "Sat, 03 May 2031 12:15:00 GMT"}, final))
    assert isinstance(found, Memento)
    assert found.remarks == (
        "Asked for 2 May 2031, 10:00:00 UTC, the archive gave 3 May 2031, 12:15:00 UTC, 1 day 2 hours later.",
    )
    assert found.original == PAGE
    earlier = told_apart(
        fetched(200, {"memento-datetime": "Fri, 02 May 2031 09:59:59 GMT"}, memento_url("20310502095959", PAGE))
    )
    assert isinstance(earlier, Memento)
    assert earlier.remarks[0].endswith("1 second earlier.")


def test_another_page_and_a_clash_of_moments_are_told() -> None:
    other = memento_url("20310502100000", "https://ostby.example/login")
    found = told_apart(fetched(200, TAKEN, other))
    assert isinstance(found, Memento)
    assert found.remarks == (f"Asked for {PAGE}, the archive gave a capture of https://ostby.example/login.",)
    same = told_apart(fetched(200, TAKEN, memento_url("20310502100000", "http://www.ostby.example:80/pool/")))
    assert isinstance(same, Memento)
    assert same.remarks == ()
    clash = told_apart(fetched(200, {"memento-datetime": "Fri, 02 May 2031 10:00:01 GMT"}))
    assert isinstance(clash, Memento)
    assert "its Memento-Datetime 20310502100001" in clash.remarks[1]


def test_an_archive_with_other_addresses_is_understood_by_its_headers() -> None:
    found = told_apart(
        replace(
            fetched(200, {**TAKEN, "link": LINK}),
            url="https://perma.example/AB-12",
            final_url="https://perma.example/AB-12",
        )
    )
    assert isinstance(found, Memento)
    assert (found.original, found.remarks) == (PAGE, ())


@pytest.mark.parametrize(
    "said", ["yesterday", "2031-05-02T10:00:00Z", "Fri, 02 May 2031 10:00:00 +0000", "Fri, 31 Feb 2031 10:00:00 GMT",
             "Fri, 02 Mai 2031 10:00:00 GMT", "Fri, 02 May 2031 25:00:00 GMT", "Fri, 2 May 2031 10:00:00 GMT"],
)  # fmt: skip
def test_a_moment_that_is_none_makes_no_capture(said: str) -> None:
    assert http_date(said) is None
    found = told_apart(fetched(200, {"memento-datetime": said}))
    assert isinstance(found, str)
    assert "no HTTP date" in found


def test_links_are_found_by_relation() -> None:
    found = linked({"link": LINK + ', <https://a.example/>; rel=original, <broken; rel="x"'})
    assert found["original"] == PAGE
    assert found["memento"] == "https://web.archive.org/web/20310411080000/http://ostby.example/pool"
    assert linked({}) == {}


@given(st.text(max_size=60), st.text(max_size=120), st.binary(max_size=80), st.integers(100, 999), st.text(max_size=40))
def test_any_answer_is_a_capture_or_a_sentence(date: str, link: str, body: bytes, status: int, final: str) -> None:
    for headers in ({"memento-datetime": date, "link": link}, {**TAKEN, "link": link}, {}):
        found = told_apart(fetched(status, headers, f"https://web.archive.org/web/{final}", body))
        assert isinstance(found, Memento) or found.isprintable()
        for remark in found.remarks if isinstance(found, Memento) else ():
            assert remark.isprintable()

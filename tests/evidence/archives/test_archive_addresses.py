"""Which page is meant, and when it was taken, by an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.evidence.archives.addresses import memento_in, moment, page_key, plain, same_page, spelled

PAGE = "https://www.ostby.example/pool/notice?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "http://ostby.example/pool/notice?id=7",
        "http://www.ostby.example:80/pool/notice?id=7",
        "https://OSTBY.example:443/pool/notice?id=7#rules",
        "ostby.example/pool/notice?id=7",
        "ostby.example:80/pool/notice?id=7",
        "//ostby.example/pool/notice?id=7",
        "https://ostby.example./p%6Fol/notice?id=%37",
    ],
)
def test_one_page_under_other_addresses(other: str) -> None:
    assert same_page(PAGE, other)


@pytest.mark.parametrize(
    "other",
    [
        "https://ostby.example/pool/notice",
        "https://ostby.example/pool/notice?id=8",
        "https://ostby.example/pool/notice?id=7&print=1",
        "https://ostby.example/pool/Notice?id=7",
        "https://ostby.example/pool%2Fnotice?id=7",
        "https://ostby.example:8080/pool/notice?id=7",
        "https://news.ostby.example/pool/notice?id=7",
        "https://ostby.example.net/pool/notice?id=7",
    ],
)
def test_another_path_query_port_or_host_is_another_page(other: str) -> None:
    assert not same_page(PAGE, other)


def test_slashes_escapes_and_names_in_other_scripts() -> None:
    assert same_page("https://ostby.example", "http://www.ostby.example/")
    assert same_page("https://ostby.example/a%c3%a5/", "https://ostby.example/aå")
    assert same_page("https://østby.example/", "http://xn--stby-fra.example")
    assert same_page("https://ostby.example/a?", "https://ostby.example/a")
    assert not same_page("https://ostby.example/a//", "https://ostby.example/a")


@pytest.mark.parametrize(
    "address",
    ["", " ", "mailto:clerk@ostby.example", "http://mailto:clerk@ostby.example", "ftp://ostby.example/a", "https://",
     "https://ostby.example/a b", "https://ostby.example/\x1b[31m", "http://[::1", "https://ostby.example:99999/",
     "javascript:alert(1)", "https://ostby.example/" + "a" * 9000, "https://ostby.example/\ud800"],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_said_in_one_line(address: str) -> None:
    with pytest.raises(CaseError, match="no address of a page") as caught:
        page_key(address)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("url", "timestamp", "page"),
    [
        ("https://web.archive.org/web/20310502100000/https://ostby.example/a", "20310502100000", "https://ostby.example/a"),
        ("http://web.archive.org/web/20310502100000id_/http://ostby.example/a?b=/web/20300101000000/", "20310502100000",
         "http://ostby.example/a?b=/web/20300101000000/"),
        ("https://web.archive.org/web/20310502100000if_/http:/ostby.example/", "20310502100000", "http://ostby.example/"),
        ("http://127.0.0.1:4000/web/20310502100000/ostby.example", "20310502100000", "ostby.example"),
        ("https://archive.example/org-12/20310502100000/https://ostby.example/", "20310502100000", "https://ostby.example/"),
    ],
)  # fmt: skip
def test_a_memento_address_is_taken_apart(url: str, timestamp: str, page: str) -> None:
    found = memento_in(url)
    assert found is not None
    assert (found.timestamp, found.page) == (timestamp, page)
    assert found.moment == moment(timestamp)


@pytest.mark.parametrize(
    "url",
    ["", "https://ostby.example/a", "https://web.archive.org/web/2031/https://ostby.example/",
     "https://web.archive.org/web/20311302100000/https://ostby.example/", "https://web.archive.org/web/20310502100000/",
     "https://ostby.example/a?see=https://web.archive.org/web/20310502100000/https://ostby.example/"],
)  # fmt: skip
def test_other_addresses_are_no_mementos(url: str) -> None:
    assert memento_in(url) is None


def test_a_moment_is_fourteen_digits_of_the_calendar() -> None:
    found = moment("20320229235959")
    assert found is not None
    assert spelled(found) == "29 February 2032, 23:59:59 UTC"
    for wrong in (
        "20310229000000",
        "00000101000000",
        "20310502240000",
        "2031050210000",
        "203105021000000",
        "２0310502100000",
    ):
        assert moment(wrong) is None


def test_words_from_outside_are_one_plain_line() -> None:
    assert plain("a\x1b[2J\r\nb\u202ec\ud800") == "a [2J b c"
    assert plain("x" * 300, 10) == "x" * 9 + "…"


@given(st.text(max_size=80).map(str.strip))
def test_any_address_has_a_key_or_an_error(text: str) -> None:
    for address in (text, "https://ostby.example/" + text):
        memento_in(address)
        try:
            key = page_key(address)
        except CaseError as error:
            assert "\n" not in str(error)
        else:
            assert page_key(address + "#below") == key

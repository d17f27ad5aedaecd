"""Which addresses may be asked: of hosts, and of pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rude_servers import sentence

from checks.case.errors import CaseError
from checks.evidence.fetching.addresses import refuse_any_private, refuse_private
from checks.evidence.fetching.fetch import EVERY_ADDRESS, Manners, fetch
from checks.evidence.fetching.urls import LONGEST, askable, printable, redirected, shown

PRIVATE = [
    "0.0.0.0",  # noqa: S104
    "127.0.0.1", "127.8.9.10", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.1.2.3", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "192.0.2.1", "192.0.0.8", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1",
    "fec0::1", "2001:db8::1", "100::1", "64:ff9b:1::7f00:1", "::127.0.0.1", "::ffff:127.0.0.1",
    "::ffff:10.1.2.3", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:c0a8:101::1",
    "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0x7f000001", "017700000001",
]  # fmt: skip
PUBLIC = [
    "8.9.10.11", "172.15.0.1", "172.32.0.1", "100.63.0.1", "2600::1", "::ffff:8.9.10.11", "64:ff9b::809:a0b",
    "134744072",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_private_addresses_are_refused_in_every_form(host: str) -> None:
    with pytest.raises(CaseError) as caught:
        refuse_private(host, 80)
    assert "private address" in sentence(caught)
    assert refuse_private(host, 80, EVERY_ADDRESS)


@pytest.mark.parametrize("host", PRIVATE)
def test_and_so_are_pages_on_them(host: str) -> None:
    with pytest.raises(CaseError) as caught:
        fetch(f"http://{f'[{host}]' if ':' in host else host}/page", Manners())
    assert "private address" in sentence(caught)
    assert "--allow-private" in sentence(caught)


@pytest.mark.parametrize("host", PUBLIC)
def test_public_addresses_are_not(host: str) -> None:
    assert len(refuse_private(host, 443)) == 1


@pytest.mark.parametrize("where", [0, 1, 2])
def test_one_private_address_of_a_name_is_enough(where: int) -> None:
    addresses = ["8.9.10.11", "2600::1"]
    refuse_any_private(addresses)
    addresses.insert(where, "10.0.0.1")
    with pytest.raises(CaseError) as caught:
        refuse_any_private(addresses)
    assert "private address (10.0.0.1)" in sentence(caught)


def test_only_what_is_permitted_may_be_asked_and_names_are_judged_by_what_they_mean() -> None:
    assert refuse_private("127.0.0.1", 80, ("127.0.0.1/32",)) == ["127.0.0.1"]
    with pytest.raises(CaseError):
        refuse_private("127.0.0.2", 80, ("127.0.0.1/32",))
    with pytest.raises(CaseError) as caught:
        refuse_private("localhost", 80)
    assert "private address" in sentence(caught)
    for unknown in ("nowhere.invalid", "a..b", "a" * 70 + ".invalid", ""):
        with pytest.raises(CaseError) as caught:
            refuse_private(unknown or "\0", 80)
        assert "not known" in sentence(caught)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://Harbour-Gazette.example", "http://harbour-gazette.example/"),
        (" https://a.example:8443/x?y=z&é=ü#part ", "https://a.example:8443/x?y=z&%C3%A9=%C3%BC"),
        ("http://bücher.example/straße", "http://xn--bcher-kva.example/stra%C3%9Fe"),
        ("http://b%C3%BCcher.example/a%20b c", "http://xn--bcher-kva.example/a%20b%20c"),
        ("http://a.example/%zz", "http://a.example/%25zz"),
        ("HTTPS://a.example./../b/./c", "https://a.example./b/c"),
        ("http://[2600::1]:80/", "http://[2600::1]:80/"),
        ("http://a_b.example/", "http://a_b.example/"),
    ],
)  # fmt: skip
def test_a_page_is_asked_in_one_plain_form(url: str, asked: str) -> None:
    assert askable(url) == asked
    assert askable(asked) == asked


@pytest.mark.parametrize(
    ("url", "because"),
    [
        ("file:///etc/hostname", "http://"),
        ("ftp://a.example/", "http://"),
        ("javascript:alert(1)", "http://"),
        ("a.example/page", "http://"),
        ("", "http://"),
        ("http://ann:secret@a.example/", "password"),
        ("http://ann%40b.example/", "password"),
        ("http://a.example\\@127.0.0.1/", "password"),
        ("http:///page", "host cannot be one"),
        ("http://a%2Fb.example/", "host cannot be one"),
        ("http://a\\b.example/", "host cannot be one"),
        ("http://a%3A80:90/", "host cannot be one"),
        ("http://*.example/", "host cannot be one"),
        ("http://a b.example/", "host cannot be one"),
        ("http://[::1/", "host"),
        ("http://[fe80::1%25lo]/", "host cannot be one"),
        ("http://a.example:99999/", "port"),
        ("http://a.example:0/", "port"),
        ("http://a.example:x/", "port"),
        ("http://a.example/\r\nX-Header: 1", "control"),
        ("http://a.example/\x1b[2J", "control"),
        ("http://a.example/" + "x" * LONGEST, "too long"),
        ("http://a.example/" + "é" * (LONGEST - 100), "too long"),
    ],
)
def test_what_is_no_page_is_refused_with_a_sentence(url: str, because: str) -> None:
    with pytest.raises(CaseError) as caught:
        fetch(url, Manners())
    assert because in sentence(caught)
    assert "secret" not in sentence(caught)


@given(st.text(max_size=80) | st.text("ht:/p@[]%.\\#?é0①:", max_size=30).map(lambda end: "http://" + end))
def test_any_text_is_askable_or_refused(text: str) -> None:
    try:
        asked = askable(text)
    except CaseError as error:
        assert error.what.isprintable()
    else:
        assert asked.isascii() and asked.isprintable() and asked.startswith("http") and "#" not in asked
        assert askable(asked) == asked


@given(st.text(st.characters(max_codepoint=255), max_size=60))
def test_any_location_leads_to_some_text(location: str) -> None:
    assert isinstance(redirected("http://a.example/b", location), str)


def test_a_location_is_read_as_utf_8_or_else_byte_for_byte() -> None:
    assert redirected("http://a.example/b/c", "d?e") == "http://a.example/b/d?e"
    assert redirected("http://a.example/", "/é".encode().decode("latin-1")) == "http://a.example/é"
    assert redirected("http://a.example/", "/\xe9") == "http://a.example/%E9"


def test_what_is_shown_steers_no_terminal_and_gives_no_key_away() -> None:
    assert shown("https://a.example/x?key=secret") == "https://a.example/x?…"
    assert printable("a\x1b]0;owned\x07\u202eb\r\nc", 80) == "a ]0;owned b c"
    assert len(shown("http://a.example/" + "y" * 9000)) == 200

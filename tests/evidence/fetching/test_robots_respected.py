"""What a site's robots.txt asks is done; what it cannot be asked is not guessed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer
from rude_servers import Rude, answer, manners, sentence

from checks.case.errors import CaseError
from checks.evidence.fetching.fetch import fetch
from checks.evidence.fetching.robots import READ, rules

MINDFUL = manners(robots=True)


@pytest.fixture(scope="module")
def server() -> Iterator[HTTPServer]:
    with HTTPServer("127.0.0.1", 0) as running:
        yield running


@pytest.fixture
def site(server: HTTPServer) -> HTTPServer:
    """A site with one page; what its robots.txt says is each test's own."""
    server.clear()
    rules.cache_clear()
    server.expect_request("/page").respond_with_data("the ferry runs")
    return server


def asked(site: HTTPServer) -> list[str]:
    return [request.path for request, _ in site.log]


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /page",
        "User-agent: line-by-line\nDisallow: /\n\nUser-agent: *\nAllow: /",
        "User-agent: LINE-BY-LINE\r\nDisallow: /*ge$\r\n",
        "\ufeffUser-agent: *\nDisallow: /p%61ge",
    ],
)
def test_a_page_that_is_disallowed_is_not_asked_for(site: HTTPServer, text: str) -> None:
    site.expect_request("/robots.txt").respond_with_data(text.encode())
    with pytest.raises(CaseError) as caught:
        fetch(site.url_for("/page"), MINDFUL)
    assert "robots.txt" in sentence(caught)
    assert "checks capture CASE FILE --url" in sentence(caught)
    assert asked(site) == ["/robots.txt"]
    assert fetch(site.url_for("/page"), manners()).status == 200  # an interface that is made for programs


@pytest.mark.parametrize(
    "text",
    [
        "",
        "User-agent: somebody-else\nDisallow: /",
        "User-agent: *\nDisallow: /\nAllow: /page",
        "User-agent: *\nDisallow: /\n\nUser-agent: line-by-line\nDisallow:",
        "<html>no such page</html>",
        "\x00\xff\xfe" * 50,
    ],
)
def test_a_page_that_is_allowed_is(site: HTTPServer, text: str) -> None:
    site.expect_request("/robots.txt").respond_with_data(text.encode("latin-1"))
    assert fetch(site.url_for("/page"), MINDFUL).body == b"the ferry runs"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_robots_txt_permits_all(site: HTTPServer, status: int) -> None:
    site.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /", status=status)
    assert fetch(site.url_for("/page"), MINDFUL).status == 200


@pytest.mark.parametrize("status", [500, 503])
def test_a_robots_txt_that_cannot_be_had_permits_nothing_and_is_asked_for_again(site: HTTPServer, status: int) -> None:
    site.expect_request("/robots.txt").respond_with_data("out of order", status=status)
    with pytest.raises(CaseError) as caught:
        fetch(site.url_for("/page"), MINDFUL)
    assert f"the server answers {status}" in sentence(caught)
    assert "/page" not in asked(site)
    site.clear()
    site.expect_request("/robots.txt").respond_with_data("")
    site.expect_request("/page").respond_with_data("the ferry runs again")
    assert fetch(site.url_for("/page"), MINDFUL).status == 200


def test_neither_does_one_that_is_cut_off() -> None:
    with Rude(answer(b"User-agent: *", length=900)) as rude, pytest.raises(CaseError) as caught:
        fetch(rude.url, manners(robots=True, tries=1))
    assert "cut off" in sentence(caught)
    assert len(rude.requests) == 1


def test_it_is_asked_for_once_a_site(site: HTTPServer) -> None:
    site.expect_request("/robots.txt").respond_with_data("")
    for _ in range(3):
        fetch(site.url_for("/page"), MINDFUL)
    assert asked(site).count("/robots.txt") == 1


@pytest.mark.parametrize(("redirects", "read"), [(5, True), (6, False)])
def test_its_redirects_are_followed_five_times(site: HTTPServer, redirects: int, read: bool) -> None:
    for number in range(redirects):
        path = f"/r{number}" if number else "/robots.txt"
        site.expect_request(path).respond_with_data(status=302, headers={"Location": f"/r{number + 1}"})
    site.expect_request(f"/r{redirects}").respond_with_data("User-agent: *\nDisallow: /page")
    with pytest.raises(CaseError) as caught:
        fetch(site.url_for("/page"), MINDFUL)
    assert ("asks programs not to fetch" in sentence(caught)) == read
    assert ("more than 5 redirects" in sentence(caught)) == (not read)


def test_a_redirect_leads_only_where_robots_allow(site: HTTPServer) -> None:
    site.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /page")
    site.expect_request("/way").respond_with_data(status=301, headers={"Location": "/page"})
    with pytest.raises(CaseError) as caught:
        fetch(site.url_for("/way"), MINDFUL)
    assert "redirects to" in sentence(caught)
    assert "asks programs not to fetch" in sentence(caught)
    assert "/page" not in asked(site)


def test_only_the_beginning_of_a_very_long_one_is_read(site: HTTPServer) -> None:
    long = b"# the rules of the harbour\n" * (READ // 27 + 10)
    site.expect_request("/robots.txt").respond_with_data(long + b"User-agent: *\nDisallow: /page")
    assert fetch(site.url_for("/page"), MINDFUL).status == 200
    rules.cache_clear()
    site.clear()
    site.expect_request("/robots.txt").respond_with_data(b"User-agent: *\nDisallow: /page\n" + long)
    with pytest.raises(CaseError):
        fetch(site.url_for("/page"), MINDFUL)

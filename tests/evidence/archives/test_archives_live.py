"""The archive as a server that runs here: availability, captures, mementos and Save Page Now, asked as a case asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from checks.case.errors import CaseError
from checks.case.when import When
from checks.evidence.answers import Fetched, Saved
from checks.evidence.archives import availability, cdx, memento, save_page_now
from checks.evidence.fetching.fetch import EVERY_ADDRESS, Manners, fetch

PAGE = "https://ostby.example/pool"
MANNERS = Manners(private=EVERY_ADDRESS, robots=False, tries=2, pause=0.01, longest_wait=1, seconds=5)
TAKEN = {"Memento-Datetime": "Sat, 03 May 2031 12:15:00 GMT", "Link": f'<{PAGE}>; rel="original"'}


def ask(url: str) -> Fetched:
    return fetch(url, MANNERS)


def kept(folder: Path, fetched: Fetched, name: str) -> Saved:
    """An answer saved to a file, and read from there, as a search or a record is."""
    (folder / name).write_bytes(fetched.body)
    return Saved((folder / name).read_bytes(), fetched.url, "2031-06-01", name)


def test_availability_then_the_memento(httpserver: HTTPServer, tmp_path: Path) -> None:
    closest = {
        "available": True,
        "status": "200",
        "timestamp": "20310503121500",
        "url": f"http://web.archive.org/web/20310503121500/{PAGE}",
    }
    httpserver.expect_request(
        "/available", query_string={"url": PAGE, "timestamp": "20310502235959"}
    ).respond_with_json({"url": PAGE, "archived_snapshots": {"closest": closest}})
    httpserver.expect_request("/available").respond_with_json({"archived_snapshots": {}})
    service = httpserver.url_for("/available")
    answer = kept(tmp_path, ask(availability.url(PAGE, When.parse("2031-05-02"), service)), "available.json")
    found = availability.closest(answer)
    assert found is not None
    none = kept(tmp_path, ask(availability.url("https://ostby.example/other", None, service)), "none.json")
    assert availability.hits(none).number == 0
    assert "https://ostby.example/other nearest to now" in availability.hits(none).limits

    httpserver.expect_request(f"/web/20310503121500id_/{PAGE}").respond_with_data(b"The pool closes.", headers=TAKEN)
    copy = memento.told_apart(ask(memento.memento_url(found.timestamp, found.page, at=httpserver.url_for("/web"))))
    assert isinstance(copy, memento.Memento)
    assert (copy.at, copy.remarks) == ("2031-05-03T12:15:00Z", ())


def test_captures_are_listed(httpserver: HTTPServer, tmp_path: Path) -> None:
    def listed(request: Request) -> Response:
        assert request.args["url"] == PAGE
        row = ["example,ostby)/pool", "20310503121500", PAGE, "text/html", "200", "AAAA", "7"]
        answer = [list(cdx.FIELDS), row, [], ["more+"]] if request.args["limit"] == "1" else []
        return Response(json.dumps(answer), content_type="application/json")

    httpserver.expect_request("/cdx").respond_with_handler(listed)
    service = httpserver.url_for("/cdx")
    found = cdx.drawn(kept(tmp_path, ask(cdx.url(PAGE, limit=1, at=service)), "captures.json"))
    assert [row["at"] for row in found.rows] == ["20310503121500"]
    assert "there may be more" in found.limits
    with pytest.raises(CaseError, match=r"^nothing.json: no capture is listed: .* from 20320101"):
        cdx.drawn(kept(tmp_path, ask(cdx.url(PAGE, When.parse("2032"), at=service)), "nothing.json"))


def test_a_redirect_to_the_nearest_capture_is_told(httpserver: HTTPServer) -> None:
    nearest = httpserver.url_for(f"/web/20310503121500id_/{PAGE}")
    httpserver.expect_request(f"/web/20310502100000id_/{PAGE}").respond_with_data(
        "", 302, headers={"Location": nearest}
    )
    httpserver.expect_request(f"/web/20310503121500id_/{PAGE}").respond_with_data("The pool closes.", headers=TAKEN)
    found = memento.told_apart(ask(memento.memento_url("20310502100000", PAGE, at=httpserver.url_for("/web"))))
    assert isinstance(found, memento.Memento)
    assert found.url == nearest
    assert found.remarks == (
        "Asked for 2 May 2031, 10:00:00 UTC, the archive gave 3 May 2031, 12:15:00 UTC, 1 day 2 hours later.",
    )


def test_an_archived_429_is_a_capture_and_a_live_one_a_refusal(httpserver: HTTPServer) -> None:
    archived = f"/web/20310503121500id_/{PAGE}"
    httpserver.expect_request(archived).respond_with_data(
        "Too many requests", 429, headers={**TAKEN, "Retry-After": "600"}
    )
    found = memento.told_apart(ask(httpserver.url_for(archived)))
    assert isinstance(found, memento.Memento)
    assert found.remarks == ("The capture is of an answer with status 429.",)

    live = f"/web/20310504121500id_/{PAGE}"
    httpserver.expect_request(live).respond_with_data("Too many requests", 429)
    refused = memento.told_apart(ask(httpserver.url_for(live)))
    assert isinstance(refused, str)
    assert "answers 429 without Memento-Datetime" in refused


def test_an_outage_page_with_status_200_is_no_capture(httpserver: HTTPServer) -> None:
    path = f"/web/20310503121500id_/{PAGE}"
    httpserver.expect_request(path).respond_with_data("<title>Temporarily Offline</title>", content_type="text/html")
    found = memento.told_apart(ask(httpserver.url_for(path)))
    assert isinstance(found, str)
    assert "begins “Temporarily Offline”" in found


def test_save_page_now_is_asked_and_confirmed_apart(httpserver: HTTPServer) -> None:
    def take(request: Request) -> Response:
        assert request.form["url"] == PAGE
        if request.headers.get("Authorization") == "LOW open:sesame":
            return Response(json.dumps({"url": PAGE, "job_id": "spn2-ab12"}), content_type="application/json")
        return Response('<script>spn.watchJob("spn2-cd34", "/_static/", 6000);</script>', content_type="text/html")

    stages = iter(
        [
            {"status": "pending"},
            {"status": "pending"},
            {"status": "success", "timestamp": "20310503121500", "original_url": PAGE},
        ]
    )
    httpserver.expect_request("/save", method="POST").respond_with_handler(take)
    httpserver.expect_request("/save/status/spn2-ab12").respond_with_handler(
        lambda request: Response(json.dumps(next(stages)), content_type="application/json")
    )
    httpserver.expect_request("/save/status/spn2-cd34").respond_with_json(
        {"status": "error", "status_ext": "error:no-access", "message": "Access refused."}
    )
    service = httpserver.url_for("/save")
    keys = {"SAVEPAGENOW_ACCESS_KEY": "open", "SAVEPAGENOW_SECRET_KEY": "sesame"}
    asking = save_page_now.asking(PAGE, keys, service)
    job = save_page_now.job_in(fetch(asking.url, MANNERS, headers=asking.headers, data=asking.form), PAGE)
    first, _ = save_page_now.confirmed(job, ask, (0.0,), service)
    assert first.stage == "asked for"
    last, answer = save_page_now.confirmed(job, ask, (0.0, 0.01, 0.0), service)
    assert (last.stage, last.memento) == ("archived", memento.memento_url("20310503121500", PAGE))
    assert json.loads(answer.body)["status"] == "success"

    asking = save_page_now.asking(PAGE, {}, service)
    job = save_page_now.job_in(fetch(asking.url, MANNERS, headers=asking.headers, data=asking.form), PAGE)
    failed, _ = save_page_now.confirmed(job, ask, (0.0,), service)
    assert (failed.stage, failed.memento) == ("failed", "")
    assert "Access refused. (error:no-access)" in failed.sentence

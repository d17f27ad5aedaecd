"""The availability answer: a capture, none, or a sentence that names the field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.case.when import When
from checks.evidence.answers import Saved
from checks.evidence.archives.availability import closest, hits, url

PAGE = "https://ostby.example/pool"
ASKED = "https://archive.org/wayback/available?url=https%3A%2F%2Fostby.example%2Fpool&timestamp=20310504235959"


def answer(**changes: Any) -> dict[str, Any]:
    found = {
        "available": True, "timestamp": "20310502100000", "status": "200",
        "url": "http://web.archive.org/web/20310502100000/https://ostby.example/pool", **changes,
    }  # fmt: skip
    return {"url": PAGE, "archived_snapshots": {"closest": {k: v for k, v in found.items() if v is not ...}}}


def saved(body: Any) -> Saved:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Saved(data, ASKED, "2031-06-01", "evidence/available.json")


def test_the_address_asks_for_the_end_of_the_day() -> None:
    assert url(PAGE, When.parse("2031-05-04")) == ASKED
    assert url(PAGE + "#top", When.parse("2031-04")).endswith("timestamp=20310430235959")
    assert url("https://ostby.example/a?b=c&d", at="http://127.0.0.1:1/x") == (
        "http://127.0.0.1:1/x?url=https%3A%2F%2Fostby.example%2Fa%3Fb%3Dc%26d"
    )
    for wrong in ("2031-05-04/..", "May"):
        with pytest.raises(CaseError, match="no last day"):
            url(PAGE, When.parse(wrong))
    with pytest.raises(CaseError, match="no address"):
        url("mailto:clerk@ostby.example")


def test_a_capture_is_found() -> None:
    found = closest(saved(answer()))
    assert found is not None
    assert (found.timestamp, found.page, found.status) == ("20310502100000", PAGE, "200")


def test_none_is_none_and_the_search_log_says_what_that_does_not_show() -> None:
    for nothing in ({"archived_snapshots": {}}, {"url": PAGE, "archived_snapshots": {}}, answer(available=False)):
        assert closest(saved(nothing)) is None
        told = hits(saved(nothing))
        assert (told.number, list(told.first)) == (0, [])
        assert (
            "asked 2031-06-01 for its capture of https://ostby.example/pool nearest to 4 May 2031, 23:59:59 UTC"
            in told.limits
        )
        assert "may have been there all the same" in told.limits
    told = hits(saved(answer()))
    assert (told.number, told.first) == (1, ("https://ostby.example/pool, 2 May 2031, 10:00:00 UTC, status 200",))


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"url": PAGE}, "archived_snapshots"),
        ({"snapshots": {}}, "archived_snapshots"),
        ({"archived_snapshots": None}, "archived_snapshots"),
        ({"archived_snapshots": []}, "archived_snapshots"),
        ({"archived_snapshots": {"nearest": {}}}, "archived_snapshots"),
        ({"archived_snapshots": {"closest": []}}, "archived_snapshots.closest"),
        (answer(available="yes"), "archived_snapshots.closest.available"),
        (answer(available=...), "archived_snapshots.closest.available"),
        (answer(status=200), "archived_snapshots.closest.status"),
        (answer(status=...), "archived_snapshots.closest.status"),
        (answer(timestamp="2031"), "archived_snapshots.closest.timestamp"),
        (answer(timestamp=20310502100000), "archived_snapshots.closest.timestamp"),
        (answer(timestamp="20310503100000"), "archived_snapshots.closest.url"),
        (answer(url="https://ostby.example/pool"), "archived_snapshots.closest.url"),
        (answer(url=...), "archived_snapshots.closest.url"),
        ([], "the answer"),
        ("down", "the answer"),
    ],
)
def test_drift_is_named(body: Any, field: str) -> None:
    for reads in (closest, hits):
        with pytest.raises(CaseError) as caught:
            reads(saved(body))
        assert f"`{field}`" in str(caught.value)
        assert str(caught.value).startswith("evidence/available.json: ")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("body", [b"", b"<html>Sorry\x1b[2J</html>", json.dumps(answer()).encode()[:-9], b"\xff\xfe{}"])
def test_what_is_no_answer_is_said(body: bytes) -> None:
    with pytest.raises(CaseError, match="not JSON"):
        closest(saved(body))


@given(st.binary(max_size=200) | st.builds(lambda v: json.dumps(answer(**v)).encode(), st.dictionaries(
    st.sampled_from(["available", "timestamp", "status", "url"]), st.none() | st.booleans() | st.text() | st.integers() | st.lists(st.text()))))  # fmt: skip
def test_any_bytes_are_an_answer_or_an_error(body: bytes) -> None:
    try:
        assert hits(saved(body)).number in (0, 1)
    except CaseError as error:
        assert "\n" not in str(error)

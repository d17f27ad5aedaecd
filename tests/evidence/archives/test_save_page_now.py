"""Save Page Now: asked for is not archived."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.evidence.answers import Fetched, Saved
from checks.evidence.archives.save_page_now import Job, asking, confirmed, job_in, status_url, told

PAGE = "https://ostby.example/pool"
ID = "spn2-5c1e0f2ab4"
JOB = Job(ID, PAGE, "")
KEYS = {"SAVEPAGENOW_ACCESS_KEY": "open", "SAVEPAGENOW_SECRET_KEY": "sesame/+="}
SUCCESS = {
    "status": "success", "job_id": ID, "original_url": PAGE, "timestamp": "20310502100000", "duration_sec": 6.2,
    "resources": [PAGE], "outlinks": [],
}  # fmt: skip
PENDING = {"status": "pending", "job_id": ID, "resources": []}
ERROR = {
    "status": "error", "job_id": ID, "status_ext": "error:not-found", "message": "Target URL not found (status=404).",
    "exception": "HTTP 404", "resources": [],
}  # fmt: skip


def fetched(body: Any, status: int = 200) -> Fetched:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    url = "https://web.archive.org/save"
    return Fetched(url, url, (), status, {}, data, "2031-05-02T10:00:00Z")


def saved(body: Any) -> Saved:
    return Saved(fetched(body).body, status_url(JOB), "2031-05-02", "status.json")


def without(answer: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != name}


def test_with_a_key_and_without() -> None:
    known = asking(PAGE + "#top", KEYS)
    assert (known.url, dict(known.form)) == ("https://web.archive.org/save", {"url": PAGE})
    assert known.headers["Authorization"] == "LOW open:sesame/+="
    assert "sesame" not in repr(known)
    nobody = asking(PAGE, {"HOME": "/"})
    assert "Authorization" not in nobody.headers


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"SAVEPAGENOW_ACCESS_KEY": "open"}, "SAVEPAGENOW_SECRET_KEY is not set"),
        ({**KEYS, "SAVEPAGENOW_SECRET_KEY": "ses\r\name"}, "SAVEPAGENOW_SECRET_KEY holds what no key has"),
        ({**KEYS, "SAVEPAGENOW_ACCESS_KEY": "op:en"}, "SAVEPAGENOW_ACCESS_KEY holds what no key has"),
    ],
)
def test_half_a_key_or_a_broken_one_is_refused_unseen(environment: dict[str, str], words: str) -> None:
    with pytest.raises(CaseError, match=words) as caught:
        asking(PAGE, environment)
    assert not any(part in str(caught.value) for part in ("open", "ses\r", "op:en"))


def test_a_job_is_named_in_json_and_in_the_page_for_those_without_a_key() -> None:
    assert job_in(fetched({"url": PAGE, "job_id": ID}), PAGE) == JOB
    late = job_in(fetched({"url": PAGE, "job_id": ID, "message": "The capture will start in 2 hours."}), PAGE)
    assert late.remark == "The capture will start in 2 hours."
    page = b'<html><script>\n spn.watchJob("spn2-5c1e0f2ab4", "/_static/",6000);</script>'
    assert job_in(fetched(page), PAGE) == JOB


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"status": "error", "status_ext": "error:user-session-limit", "message": "You have too many."}, 200,
         "does not take https://ostby.example/pool: You have too many. (error:user-session-limit)"),
        ({"status": "error"}, 200, "`status_ext` is missing"),
        ({"url": PAGE}, 200, "`job_id` is missing"),
        ({"url": PAGE, "job_id": None, "message": "Taken 23 minutes ago."}, 200, "Taken 23 minutes ago."),
        ({"url": PAGE, "job_id": 7}, 200, "`job_id` is no text"),
        ({"url": PAGE, "job_id": "../user"}, 200, "no name of a job"),
        (b'<script>spn.watchJob("../user?x")</script>', 200, "no name of a job"),
        (b"<html>Sorry</html>", 200, "names no job"),
        (b"", 200, "names no job"),
        (b'{"url": ', 200, "not JSON"),
        ({"message": "You need to be logged in."}, 401, "answers 401 (You need to be logged in.)"),
        (b"", 401, "answers 401 (it wants a key)"),
        (b"{no", 429, "answers 429 (asked too often"),
        (b"<html>", 503, "answers 503 (it fails itself)"),
    ],
)  # fmt: skip
def test_no_job_is_said_with_its_reason(body: Any, status: int, words: str) -> None:
    with pytest.raises(CaseError) as caught:
        job_in(fetched(body, status), PAGE)
    assert words in str(caught.value)


def test_pending_is_asked_for_and_never_archived() -> None:
    found = told(JOB, saved(PENDING))
    assert (found.stage, found.memento) == ("asked for", "")
    assert "not archived so far as is known" in found.sentence


def test_success_says_when_and_where() -> None:
    found = told(JOB, saved(SUCCESS))
    assert found.stage == "archived"
    assert found.sentence == f"The archive says that it took {PAGE} 2 May 2031, 10:00:00 UTC (job {ID})."
    assert found.memento == "https://web.archive.org/web/20310502100000id_/https://ostby.example/pool"
    led = told(JOB, saved({**SUCCESS, "original_url": "https://ostby.example/login"}))
    assert "as https://ostby.example/login, to which the archive was led" in led.sentence


def test_failure_says_why() -> None:
    found = told(JOB, saved(ERROR))
    assert (found.stage, found.memento) == ("failed", "")
    assert (
        found.sentence == f"{PAGE} is not archived by job {ID}: Target URL not found (status=404). (error:not-found)."
    )
    assert "error:not-found" in told(JOB, saved(without(ERROR, "message"))).sentence


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (without(SUCCESS, "timestamp"), "`timestamp` is missing"),
        ({**SUCCESS, "timestamp": 20310502100000}, "`timestamp` is no text"),
        ({**SUCCESS, "timestamp": "soon"}, "`timestamp` is “soon”"),
        (without(SUCCESS, "original_url"), "`original_url` is missing"),
        ({**SUCCESS, "original_url": "about:blank"}, "`original_url` is “about:blank”"),
        (without(SUCCESS, "status"), "`status` is missing"),
        ({**SUCCESS, "status": "done"}, "`status` is “done”"),
        ({**SUCCESS, "status": True}, "`status` is no text"),
        ({"status": "error"}, "`status_ext` is missing"),
        ([SUCCESS], "`the answer` is no object"),
        (b"<html>Sorry</html>", "not JSON"),
        (b"", "not JSON"),
        (json.dumps(SUCCESS).encode()[:-5], "not JSON"),
    ],
)
def test_drift_is_named(body: Any, words: str) -> None:
    with pytest.raises(CaseError) as caught:
        told(JOB, saved(body))
    assert words in str(caught.value)
    assert str(caught.value).startswith("status.json: ")


@pytest.mark.parametrize("id", ["", "../user", "a?b", "a b", "é", "a" * 101])
def test_a_name_that_could_lead_elsewhere_is_refused(id: str) -> None:
    with pytest.raises(CaseError, match="no name of a job"):
        status_url(Job(id, PAGE, ""))


def test_asking_after_a_job_ends_with_the_waits() -> None:
    asked: list[str] = []

    def ask(url: str) -> Fetched:
        asked.append(url)
        return fetched(PENDING)

    found, answer = confirmed(JOB, ask, (0, 0, 0))
    assert (found.stage, json.loads(answer.body)) == ("asked for", PENDING)
    assert asked == [f"https://web.archive.org/save/status/{ID}?_t={number}" for number in (1, 2, 3)]
    with pytest.raises(CaseError, match="not asked at all"):
        confirmed(JOB, ask, ())
    with pytest.raises(CaseError, match=r"is asked for .* not known: the archive answers 503"):
        confirmed(JOB, lambda url: fetched(b"", 503), (0,))


_VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=2)


@given(st.binary(max_size=150) | st.builds(lambda v: json.dumps({**SUCCESS, **v}).encode(), st.dictionaries(
    st.sampled_from(["status", "timestamp", "original_url", "job_id", "message", "status_ext"]), _VALUES)))  # fmt: skip
def test_any_bytes_are_a_state_or_an_error(body: bytes) -> None:
    for reads in (
        lambda: told(JOB, saved(body)),
        lambda: job_in(fetched(body), PAGE),
        lambda: job_in(fetched(body, 500), PAGE),
    ):
        try:
            reads()
        except CaseError as error:
            assert "\n" not in str(error)

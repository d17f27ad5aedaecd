"""Save Page Now 2: asking the Wayback Machine to capture a page, and reading whether it has; the two are kept apart."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from checks.case.errors import CaseError
from checks.evidence.answers import Fetched, Saved
from checks.evidence.archives.addresses import asked_page, moment, plain, same_page, spelled
from checks.evidence.archives.memento import memento_url
from checks.evidence.json_answer import Node, json_answer

SERVICE = "https://web.archive.org/save"
KEYS = ("SAVEPAGENOW_ACCESS_KEY", "SAVEPAGENOW_SECRET_KEY")  # environment variables, as the tool savepagenow has them
WAITS = (5.0,) * 4 + (10.0,) * 10  # seconds; a capture takes two minutes at most

_JOB = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}")
_IN_PAGE = re.compile(rb'spn\.watchJob\(\s*"([^"]{1,100})"')
_KEY = re.compile(r"[!-9;-~]{1,200}")  # printable, without the colon that joins the two


@dataclass(frozen=True)
class Asking:
    """A POST that asks for a capture: where, with which form and headers. The headers hold the key: never shown."""

    url: str
    form: Mapping[str, str]
    headers: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Job:
    """A capture that was asked for: what the archive calls the job, the page, and what it remarked. No capture yet."""

    id: str
    page: str
    remark: str


@dataclass(frozen=True)
class Told:
    """What the archive tells of a job, in a word and a sentence.

    Of an archived page, `memento` is the address of the capture as its server sent it, else empty.
    """

    stage: Literal["asked for", "archived", "failed"]
    sentence: str
    memento: str


def asking(page: str, environment: Mapping[str, str], at: str = SERVICE) -> Asking:
    """How to ask for a capture of `page`: with the key in the environment's variables `KEYS`, without one anonymously.

    Raises `CaseError` for what is no address of a page, and for half a key or one that cannot stand in a header.
    Source: Save Page Now 2 public API (Vangelis Banos, Internet Archive).
    """
    form, headers = {"url": asked_page(page)}, {"Accept": "application/json"}
    found = [environment.get(name, "") for name in KEYS]
    if any(found):
        for name, value in zip(KEYS, found, strict=True):
            if not _KEY.fullmatch(value):
                fault = (
                    "holds what no key has: copy it again" if value else "is not set, and its other half is: set both"
                )
                raise CaseError(f"the environment variable {name} {fault}, or neither")
        headers["Authorization"] = "LOW " + ":".join(found)
    return Asking(at, form, headers)


def job_in(fetched: Fetched, page: str) -> Job:
    """The job in the answer to `asking`: JSON, or the page that those without a key are given.

    Raises `CaseError` that says why where the archive takes no job, and names the field where the answer is not as
    documented.
    """
    if not 200 <= fetched.status < 300:
        raise CaseError(f"the archive does not take {plain(page)}: it answers {fetched.status}{_why(fetched)}")
    if fetched.body.lstrip()[:1] != b"{":
        found = _IN_PAGE.search(fetched.body[:1_000_000])
        if found is None:
            raise CaseError(
                f"the archive's answer names no job, so {plain(page)} is not asked for: ask again, or with a key"
            )
        return Job(_job(found[1].decode("utf-8", "replace")), page, "")
    answer = json_answer(_saved(fetched))
    remark, refused = plain(answer.text_or("message")), answer.text_or("status") == "error"
    if refused or (remark and answer.get("job_id") is None):
        raise CaseError(f"the archive does not take {plain(page)}: {_fault(answer) or answer.text('status_ext')}")
    return Job(_job(answer.text("job_id")), page, remark)


def status_url(job: Job, number: int = 1, at: str = SERVICE) -> str:
    """Where the archive tells how far a job is; `number` counts the questions, lest an older answer be given again.

    Raises `CaseError` for what cannot be the name of a job.
    """
    return f"{at}/status/{_job(job.id)}?_t={number}"


def told(job: Job, saved: Saved) -> Told:
    """What a saved answer tells of a job. Raises `CaseError` that names the field where it is not as documented."""
    answer = json_answer(saved)
    status, page = answer.text("status"), plain(job.page)
    if status == "pending":
        return Told("asked for", f"{page} is asked for, and not archived so far as is known (job {job.id}).", "")
    if status == "error":
        fault = _fault(answer) or answer.text("status_ext")
        return Told("failed", f"{page} is not archived by job {job.id}: {fault.rstrip('.')}.", "")
    if status != "success":
        raise answer["status"].error(f"is “{plain(status, 40)}”, neither pending, success nor error")
    timestamp, original = answer.text("timestamp"), answer.text("original_url")
    at = moment(timestamp)
    if at is None:
        raise answer["timestamp"].error(f"is “{plain(timestamp, 40)}”, which is no moment in 14 digits")
    try:
        other = "" if same_page(original, job.page) else f", as {plain(original)}, to which the archive was led"
    except CaseError:
        raise answer["original_url"].error(f"is “{plain(original, 80)}”, which is no address of a page") from None
    sentence = f"The archive says that it took {page} {spelled(at)}{other} (job {job.id})."
    return Told("archived", sentence, memento_url(timestamp, original))


def confirmed(
    job: Job, ask: Callable[[str], Fetched], waits: Sequence[float] = WAITS, at: str = SERVICE
) -> tuple[Told, Fetched]:
    """Asks after a job, once after each of `waits` (seconds), until it has succeeded or failed, or they are used up.

    Gives what the last answer tells, and that answer, to be saved. A job still pending then is *asked for*, never
    archived. Raises `CaseError` where the archive does not answer with 200, and as `told` does.
    """
    last: tuple[Told, Fetched] | None = None
    for number, wait in enumerate(waits, 1):
        time.sleep(wait)
        fetched = ask(status_url(job, number, at))
        if fetched.status != 200:
            raise CaseError(
                f"{plain(job.page)} is asked for (job {job.id}), and whether it is archived is not known: the archive "
                f"answers {fetched.status}{_why(fetched)}; ask again later"
            )
        last = told(job, _saved(fetched)), fetched
        if last[0].stage != "asked for":
            return last
    if last is None:
        raise CaseError("without a wait the archive is not asked at all: give at least one")
    return last


def _saved(fetched: Fetched) -> Saved:
    return Saved(fetched.body, fetched.final_url, fetched.at[:10], plain(fetched.final_url))


def _job(id: str) -> str:
    if not _JOB.fullmatch(id):
        raise CaseError(f"“{plain(id, 40)}” is no name of a job: copy it again, or the archive's format has changed")
    return id


def _fault(answer: Node) -> str:
    code, message = answer.text_or("status_ext"), answer.text_or("message")
    return " ".join(part for part in (plain(message), f"({plain(code, 80)})" if code else "") if part)


def _why(fetched: Fetched) -> str:
    """The archive's own reason, if it gives one that can be read; a page of an outage has none."""
    reasons = {401: " (it wants a key)", 429: " (asked too often: wait a minute)"}
    if fetched.body.lstrip()[:1] == b"{":
        try:
            fault = _fault(json_answer(_saved(fetched)))
        except CaseError:
            fault = ""  # the status is the answer; a reason that cannot be read adds nothing to it
        if fault:
            return f" ({fault})"
    return reasons.get(fetched.status, " (it fails itself)" if fetched.status >= 500 else "")

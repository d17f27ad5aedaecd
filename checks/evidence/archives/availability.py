"""The Wayback Machine's availability answer: the capture of a page that lies nearest to a day, if it shows any."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from checks.case.errors import CaseError
from checks.case.when import When
from checks.evidence.answers import Hits, Saved
from checks.evidence.archives.addresses import asked_page, memento_in, moment, plain, spelled
from checks.evidence.json_answer import json_answer

SERVICE = "https://archive.org/wayback/available"


@dataclass(frozen=True)
class Snapshot:
    """A capture that the archive offers: its own address, the page and the moment in it, and the page's status then.

    `timestamp` is 14 digits, UTC. `status` is as the archive prints it: `200`, or `-` where it keeps none.
    """

    url: str
    page: str
    timestamp: str
    status: str


def url(page: str, on: When | None = None, at: str = SERVICE) -> str:
    """The address that asks for the capture of `page` nearest to the end of `on`, or for the newest one.

    Raises `CaseError` for what is no address of a page, and for a time without a last day.
    """
    asked = {"url": asked_page(page)}
    if on is not None:
        if on.last is None or on.yearless:
            raise CaseError(f"`{on}` has no last day, so nothing lies nearest to it: state the day")
        asked["timestamp"] = on.last.isoformat().replace("-", "") + "235959"
    return f"{at}?{urlencode(asked)}"


def closest(saved: Saved) -> Snapshot | None:
    """The capture in a saved answer, or None where the archive shows none.

    Raises `CaseError` that names the field where the answer is not as documented, and for what is no answer of the
    service. Source of the format: archive.org/help/wayback_api.php.
    """
    snapshots = json_answer(saved)["archived_snapshots"]
    found = snapshots.get("closest")
    if found is None:
        if snapshots.value:
            raise snapshots.error("has no `closest`")
        return None
    available = found["available"]
    if not isinstance(available.value, bool):
        raise available.error("is neither true nor false")
    if not available.value:
        return None
    timestamp, address, status = found.text("timestamp"), found.text("url"), found.text("status")
    if moment(timestamp) is None:
        raise found["timestamp"].error(f"is “{plain(timestamp, 40)}”, which is no moment in 14 digits")
    taken = memento_in(address)
    if taken is None or taken.timestamp != timestamp:
        raise found["url"].error(f"is “{plain(address, 80)}”, which is no address of a capture at {timestamp}")
    return Snapshot(plain(address, len(address)), plain(taken.page, len(address)), timestamp, plain(status, 20))


def hits(saved: Saved) -> Hits:
    """What a saved answer is in the search log: one hit or none, and what that does not show. Raises as `closest`."""
    found = closest(saved)
    asked = parse_qs(urlsplit(saved.url).query)
    page = plain((asked.get("url") or ["a page that the address asked does not name"])[0], 200)
    limits = (
        f"The Wayback Machine was asked {saved.retrieved} for its capture of {page} nearest to "
        f"{_asked(asked.get('timestamp', ['']))}; it names one at most, shows nothing that is excluded or not yet "
        "indexed, and a page that it lacks may have been there all the same."
    )
    if found is None:
        return Hits(0, (), limits)
    at = moment(found.timestamp)
    return Hits(1, (f"{found.page}, {spelled(at) if at else ''}, status {found.status}",), limits)


def _asked(timestamp: list[str]) -> str:
    at = moment(timestamp[0])
    return spelled(at) if at else plain(timestamp[0], 20) or "now"

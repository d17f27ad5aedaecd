"""A register drawn from an official record's answer: written beside the answer, and drawn again when one looks."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.case.bringing_in import bring_in, hold_id, one_at_a_time, page_of, write_all
from checks.case.capture import Capture
from checks.case.catalogue import FOLDER
from checks.case.errors import CaseError, nearest
from checks.case.nouns import Register
from checks.case.record import refuse_if_frozen, who
from checks.evidence.answers import Drawn, Fetched, Saved
from checks.evidence.captures.written import as_fields
from checks.evidence.documents import ID
from checks.evidence.registers import register_of

if TYPE_CHECKING:
    from checks.case.folder import Case

_RECORDS = "checks.evidence.records"


def reader_names() -> list[str]:
    """The official records that can be read: each module of `evidence/records` that draws a register."""
    folder = FOLDER / "evidence" / "records"
    return sorted(path.stem for path in folder.glob("*.py") if "\ndef drawn(" in path.read_text(encoding="utf-8"))


def reader(name: str) -> Any:
    """The reader of one official record. Raises `CaseError` for a name that is none."""
    module = name.replace("-", "_")
    if module not in reader_names():
        shown = [known.replace("_", "-") for known in reader_names()]
        raise CaseError(f"there is no record `{name}`: {nearest(name, shown)}")
    return import_module(f"{_RECORDS}.{module}")


@dataclass(frozen=True)
class Asked:
    """What is asked of a record, and its answer: `fetched` now, or saved before and taken on a day."""

    name: str
    values: Mapping[str, str]
    saved: Saved
    at: str
    fetched: Fetched | None = None


def draw(root: Path, case: Case | None, id: str, asked: Asked) -> tuple[str, Register, Drawn]:
    """Writes the register that an answer gives, beside the answer itself, into a case or else into `data/reference`.

    Gives the place of its table, the register, and what was drawn. Raises `CaseError` where the id is taken or no id,
    where the answer is not in the record's format, and where there is nothing to draw; nothing is written then.
    """
    refuse_if_frozen()
    if case is None:
        folder, named = root / "data" / "reference", "data/reference"
        register, found, files = _drawn(folder, named, id, asked)
        write_all(folder, files)
        return f"{named}/{id}.csv", register, found
    with one_at_a_time(case):
        folder, named = case.folder / "evidence", case.file("evidence")
        hold_id(case, id)
        register, found, files = _drawn(folder, named, id, asked)
        bring_in(case, files, {"register": id, "url": asked.saved.url, "by": who(case.folder)})
    return f"{named}/{id}.csv", register, found


def _drawn(folder: Path, named: str, id: str, asked: Asked) -> tuple[Register, Drawn, dict[str, bytes]]:
    if not ID.fullmatch(id) or id == "article":
        raise CaseError(f"`{id}` cannot be an id: use lower-case words joined by hyphens")
    if any(path.name.partition(".")[0] == id for path in folder.glob("*")):
        raise CaseError(f"there is a file of `{id}` already: choose another --id", file=named)
    module = reader(asked.name)
    module.url(asked.values)  # raises where what is asked could not have been
    found: Drawn = module.drawn(asked.saved, asked.values)
    capture = _capture(id, asked)
    page, table = _page(found, capture), table_of(found)
    register = register_of(page.decode(), table.decode(), id, f"{named}/{id}.csv", f"{named}/{id}.md")
    return register, found, {f"{id}.md": page, f"{id}.csv": table, capture.file: asked.saved.body}


def drawn_again(register: Register, data: bytes, file: str) -> str:
    """A sentence if the rows are not those that the saved answer gives now; else empty."""
    capture = register.capture
    if capture is None or not capture.drawn:
        return ""
    asked = {key: value for key, value in capture.drawn.items() if key != "by"}
    module = reader(capture.drawn.get("by", ""))
    module.url(asked)
    found = module.drawn(Saved(data, capture.url, capture.at[:10], capture.file), asked)
    now = {row["id"]: dict(row) for row in found.rows}
    gives = f"what the saved answer {capture.file} gives"
    for row in register.rows:
        if now.get(row.id) != dict(row.cells):
            return f"{file}: {row.id}: this is not {gives}: restore one of the two"
    missing = sorted(now.keys() - {row.id for row in register.rows})
    return f"{file}: it lacks the row {missing[0]} of {gives}: restore one of the two" if missing else ""


def table_of(found: Drawn) -> bytes:
    """The rows as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(found.columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(found.rows)
    return out.getvalue().encode()


def _capture(id: str, asked: Asked) -> Capture:
    from checks.evidence.captures.extracting import extracted

    saved, came = asked.saved, asked.fetched
    found = extracted(saved.body, came.headers.get("content-type", "") if came else "", saved.file)
    return Capture(
        file=f"{id}.{found.ending}", url=saved.url, final_url=saved.url,
        redirects=tuple(f"{hop.status} {hop.url}" for hop in came.hops) if came else (),
        status=str(came.status) if came else "", headers={}, at=asked.at, media_type=found.media_type,
        bytes=len(saved.body), sha256=hashlib.sha256(saved.body).hexdigest(), text_sha256="", tools=found.tools,
        keep="quotations", drawn={"by": asked.name, **asked.values},
    )  # fmt: skip


def _page(found: Drawn, capture: Capture) -> bytes:
    also = {name: list(others) for name, others in found.also_called.items()}
    fields = {
        "title": found.title, "publisher": found.publisher, "url": found.url, "licence": found.licence,
        "standing": found.standing, "covers": found.covers, "columns": dict(found.columns),
        **({"also_called": also} if also else {}), "capture": as_fields(capture),
    }  # fmt: skip
    left = ["What the answer has and this table has not:", *(f"- {line}" for line in found.left_out)]
    return page_of(fields, "\n\n".join([found.limits, *(["\n".join(left)] if found.left_out else [])]))

"""A register drawn from an official record's answer: written beside the answer, and drawn again when one looks."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from checks.case.capture import Capture
from checks.case.catalogue import FOLDER
from checks.case.errors import CaseError, nearest
from checks.case.nouns import Register
from checks.case.record import refuse_if_frozen, replace_file
from checks.evidence.answers import Drawn, Fetched, Saved
from checks.evidence.captures.written import as_fields
from checks.evidence.documents import ID
from checks.evidence.registers import register_of

if TYPE_CHECKING:
    pass

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


def draw(
    folder: Path,
    named: str,
    id: str,
    name: str,
    asked: Mapping[str, str],
    saved: Saved,
    fetched: Fetched | None,
    at: str,
) -> tuple[Register, Drawn, dict[str, bytes]]:
    """The register that an answer gives, what was drawn, and its files: the table, its page and the answer itself.

    `folder` is where it will lie, `named` how that folder is named in messages. Raises `CaseError` where the id is
    taken or no id, where the answer is not in the record's format, and where there is nothing to draw.
    """
    refuse_if_frozen()
    if not ID.fullmatch(id) or id == "article":
        raise CaseError(f"`{id}` cannot be an id: use lower-case words joined by hyphens")
    if any(path.name.partition(".")[0] == id for path in folder.glob("*")):
        raise CaseError(f"there is a file of `{id}` already: choose another --id", file=named)
    module = reader(name)
    module.url(asked)  # raises where what is asked could not have been
    found: Drawn = module.drawn(saved, asked)
    capture = _capture(id, name, asked, saved, fetched, at)
    page, table = _page(found, capture), table_of(found)
    register = register_of(page.decode(), table.decode(), id, f"{named}/{id}.csv", f"{named}/{id}.md")
    return register, found, {f"{id}.csv": table, f"{id}.md": page, capture.file: saved.body}


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files of a register, all or none."""
    written = []
    try:
        for file, data in files.items():
            replace_file(folder / file, data)
            written.append(folder / file)
    except CaseError:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def drawn_again(register: Register, data: bytes, file: str) -> str:
    """A sentence if the rows are not those that the saved answer gives now; else empty."""
    capture = register.capture
    if capture is None or not capture.drawn:
        return ""
    asked = {key: value for key, value in capture.drawn.items() if key != "by"}
    found = reader(capture.drawn["by"]).drawn(Saved(data, capture.url, capture.at[:10], capture.file), asked)
    now = {row["id"]: dict(row) for row in found.rows}
    for row in register.rows:
        if now.get(row.id) != dict(row.cells):
            return (
                f"{file}: {row.id}: this row is not what the saved answer {capture.file} gives: restore one of the two"
            )
    missing = sorted(now.keys() - {row.id for row in register.rows})
    return f"{file}: it lacks the row {missing[0]}, which the saved answer {capture.file} gives" if missing else ""


def table_of(found: Drawn) -> bytes:
    """The rows as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(found.columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(found.rows)
    return out.getvalue().encode()


def _capture(id: str, name: str, asked: Mapping[str, str], saved: Saved, fetched: Fetched | None, at: str) -> Capture:
    from checks.evidence.captures.extracting import extracted

    found = extracted(saved.body, fetched.headers.get("content-type", "") if fetched else "", saved.file)
    return Capture(
        file=f"{id}.{found.ending}", url=saved.url, final_url=saved.url,
        redirects=tuple(f"{hop.status} {hop.url}" for hop in fetched.hops) if fetched else (),
        status=str(fetched.status) if fetched else "", headers={}, at=at, media_type=found.media_type,
        bytes=len(saved.body), sha256=hashlib.sha256(saved.body).hexdigest(), text_sha256="", tools=found.tools,
        keep="quotations", drawn={"by": name, **asked},
    )  # fmt: skip


def _page(found: Drawn, capture: Capture) -> bytes:
    also = {name: list(others) for name, others in found.also_called.items()}
    fields = {
        "title": found.title, "publisher": found.publisher, "url": found.url, "licence": found.licence,
        "standing": found.standing, "covers": found.covers, "columns": dict(found.columns),
        **({"also_called": also} if also else {}), "capture": as_fields(capture),
    }  # fmt: skip
    left = ["What the answer has and this table has not:", *(f"- {line}" for line in found.left_out)]
    body = "\n\n".join([found.limits, *(["\n".join(left)] if found.left_out else [])])
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)}---\n{body}\n".encode()

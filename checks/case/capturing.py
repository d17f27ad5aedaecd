"""Captures put into a case: bytes beside a document that says how they came, sealed and logged at once."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from checks.case.bringing_in import bring_in, hold_id, log_is_sealed, one_at_a_time, page_of, taken
from checks.case.capture import Capture, Keep
from checks.case.errors import CaseError
from checks.case.record import LOG, replace_file, who
from checks.evidence.captures.characters import one_line
from checks.evidence.captures.written import as_fields
from checks.evidence.documents import document, split
from checks.evidence.written import read_yaml

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.case.nouns import Document
    from checks.evidence.answers import Fetched
    from checks.evidence.captures.changed import Changed
    from checks.evidence.captures.extracting import Extracted

NOTE = (
    "Nothing is quoted from it yet. Quote what you rely on with `checks excerpt`, or in lines that begin with `> `: "
    "`checks verify` finds them in the capture."
)
WHOLE = "Its whole text, as it was read from the capture."
_MOST_TEXT = 1_000_000  # characters of a text that is kept whole


@dataclass(frozen=True)
class Source:
    """Bytes that came, from an address or as a file, before they are part of a case."""

    data: bytes
    extracted: Extracted
    at: str
    url: str = ""
    fetched: Fetched | None = None
    file: str = ""
    memento: str = ""
    remarks: Sequence[str] = ()


@dataclass(frozen=True)
class Captured:
    """What became of a capture: the document, whether it is new, the earlier one, and how the words differ from it."""

    document: str
    new: bool
    earlier: str = ""
    changed: Changed | None = None
    remarks: Sequence[str] = ()


def capture(
    case: Case, source: Source, *, id: str = "", keep: Keep = "quotations", given: Mapping[str, str] | None = None,
    search: Mapping[str, str] | None = None, drawn: Mapping[str, str] | None = None, warc: bytes = b"",
    earlier: Document | None = None, stem: str = "",
) -> Captured:  # fmt: skip
    """Puts what came into a case, as a new document beside its bytes; nothing is ever overwritten.

    The same bytes of the same address are said to be the same; where their file is gone or damaged, it is put back.
    `given` are front matter fields that a person states (title, publisher, published, retrieved, standing), `search`
    is what it answers, `earlier` the capture that it comes after, if that is known. `stem` is the id, with a number if
    it is taken, where none is chosen. Raises `CaseError` for an id that is none or taken, and where there is nothing in
    what came.
    """
    with one_at_a_time(case):
        if not source.data:
            raise CaseError("there is nothing in it to keep", file=source.url or source.file)
        seal = hashlib.sha256(source.data).hexdigest()
        remarks = [*source.remarks, *source.extracted.remarks]
        earlier = None if search else earlier or earlier_capture(case, source, seal)
        if earlier and earlier.capture and earlier.capture.sha256 == seal:
            remarks += _mended(case, earlier, source.data)
            if id not in ("", earlier.id) or any((given or {}).values()) or warc or keep != earlier.capture.keep:
                remarks.append(f"what was stated of it beside is not used: `{earlier.id}` has what was stated before")
            return Captured(earlier.id, False, earlier.id, None, remarks)
        searches = {key[1] for key in case.log.rows if key[0] == "search"} if search else set()
        stem = stem or _stem(case, earlier) or made_id(source)
        id = _free_id(case, id or stem, taken(case, seal) | searches, named=id not in ("", stem))
        made = _capture(source, id, seal, keep, earlier.id if earlier else "", drawn or {})
        page = _page(source, made, given or {}, search)
        head, body = split(page.decode(), f"{id}.md")
        come = document(read_yaml(head, f"{id}.md", 2), body, id, "evidence")  # raises if the case would not open so
        files = {f"{id}.md": page, made.file: source.data, **({f"{id}.warc.gz": warc} if warc else {})}
        changed = difference(case, earlier, source) if earlier else None
        line = {"document": id, "url": made.url, "sha256": seal, "by": who(case.folder)}
        bring_in(case, files, line, published=made.file if made.stays else "")
        case.documents = {**case.documents, id: come}
        return Captured(id, True, earlier.id if earlier else "", changed, remarks)


def _mended(case: Case, earlier: Document, data: bytes) -> list[str]:
    """Puts the bytes of an earlier capture back where they are gone or damaged, and seals what a killed command left
    unsealed; says what was done."""
    assert earlier.capture is not None  # noqa: S101  (it was found by its capture)
    folder, file = case.folder / "evidence", earlier.capture.file
    path, said = folder / file, []
    if path.exists() and not path.is_file():
        raise CaseError(
            "something else stands in the place of these bytes: take it away", file=case.file(f"evidence/{file}")
        )
    if not path.exists() or path.read_bytes() != data:
        replace_file(path, data)
        said.append(f"its bytes were put back: {file}")
    names = [name for name in (f"{earlier.id}.md", file) if f"evidence/{name}" not in case.seals.read()]
    if names:
        sealed = log_is_sealed(case)
        case.record.note(
            "capture", None, {"document": earlier.id, "url": earlier.capture.url, "sealed": " ".join(names)}
        )
        case.seals.add([*(f"evidence/{name}" for name in names), *([LOG] if sealed else [])])
        said.append(f"it was left without its seal, and is sealed now: {', '.join(names)}")
    return said


def earlier_capture(case: Case, source: Source, seal: str) -> Document | None:
    """The latest capture of the same address in the case; of a file without one, of the same bytes."""
    followed = {found.capture.after for found in case.documents.values() if found.capture}
    for found in case.documents.values():
        if found.capture is None or found.id in followed or found.searched:
            continue
        addresses = {found.capture.url, found.capture.final_url} - {""}
        if source.url in addresses if source.url else found.capture.sha256 == seal:
            return found
    return None


def difference(case: Case, earlier: Document, source: Source) -> Changed | None:
    """How the words of what came differ from those of an earlier capture; None where these are not here."""
    from checks.case.captures import bytes_of, text_of_capture
    from checks.evidence.captures.changed import changed

    if bytes_of(case, earlier) is None:
        return None
    return changed(text_of_capture(case, earlier), source.extracted.text)


def made_id(source: Source) -> str:
    """An id from the publisher or host, or from the title of a file, and the day; never a path."""
    host = (urlsplit(source.url).hostname or "").removeprefix("www.")
    name = _slug(source.extracted.publisher) or _slug(host) or _slug(source.extracted.title) or "capture"
    return f"{name}-{source.extracted.published or source.at[:10]}"


def _free_id(case: Case, id: str, used: set[str], *, named: bool) -> str:
    """The id, with a number behind it where it is taken; one that a person chose for something else must be free."""
    hold_id(case, id)
    if id in used and named:
        raise CaseError(f"the id `{id}` is taken in this case: choose another --id")
    stem, number = id, 2
    while id in used:
        id, number = f"{stem}-{number}", number + 1
    return id


def _stem(case: Case, earlier: Document | None) -> str:
    """The id of the first of a page's captures, which the later ones have with a number."""
    seen = set[str]()
    while earlier and earlier.id not in seen and earlier.capture and earlier.capture.after in case.documents:
        seen.add(earlier.id)
        earlier = case.documents[earlier.capture.after]
    return earlier.id if earlier else ""


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-")


def _capture(source: Source, id: str, seal: str, keep: Keep, after: str, drawn: Mapping[str, str]) -> Capture:
    found, came = source.extracted, source.fetched
    return Capture(
        file=f"{id}.{found.ending}", url=source.url, final_url=came.final_url if came else source.url,
        redirects=tuple(f"{hop.status} {hop.url}" for hop in came.hops) if came else (),
        status=str(came.status) if came else "", headers=_telling(came.headers) if came else {}, at=source.at,
        media_type=found.media_type, bytes=len(source.data), sha256=seal,
        text_sha256=hashlib.sha256(found.text.encode()).hexdigest() if found.text else "", tools=found.tools, keep=keep,
        pixels=found.pixels, memento=source.memento, after=after, drawn=drawn,
    )  # fmt: skip


def _telling(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that say what came and when it was made; cookies and the like are nobody's evidence."""
    wanted = ("content-type", "content-length", "content-encoding", "content-language", "date", "last-modified", "etag",
              "memento-datetime", "link", "server", "via", "age", "cache-control", "location")  # fmt: skip
    return {name: headers[name] for name in wanted if name in headers}


def _page(source: Source, made: Capture, given: Mapping[str, str], search: Mapping[str, str] | None) -> bytes:
    """The document of a capture, as its file has it."""
    found = source.extracted
    how = "captured from its address" if source.fetched else f"given as a file ({source.file})"
    stated = {
        "title": found.title or "(it states no title)",
        "publisher": found.publisher or urlsplit(source.url).hostname or "(it states no publisher)",
        "url": made.final_url, "published": found.published, "retrieved": made.at[:10], "obtained": how,
        "standing": "secondary",
    }  # fmt: skip
    fields: dict[str, Any] = {**stated, **{key: one_line(value) for key, value in given.items() if value}}
    if made.after:
        fields["unused"] = f"a later capture of {made.after}"
    if search:
        fields["search"] = {key: one_line(value, 2_000) for key, value in search.items()}
    body = NOTE
    if made.keep == "text":
        if len(found.text) > _MOST_TEXT:
            told = f"its text has {len(found.text):,} characters, too many to keep whole: --keep quotations"
            raise CaseError(told, file=source.url or source.file)
        paragraphs = re.split(r"\n\s*\n" if "\n\n" in found.text else r"\n", found.text)
        quoted = ("\n".join(f"> {line}" for line in text.splitlines() if line.strip()) for text in paragraphs)
        body = "\n\n".join([WHOLE, *(text for text in quoted if text)])
    fields["capture"] = as_fields(made)
    return page_of(fields, body)

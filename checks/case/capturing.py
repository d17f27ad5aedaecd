"""Captures put into a case: bytes beside a document that says how they came, sealed and logged at once."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import yaml

from checks.case.capture import Capture, Keep
from checks.case.errors import CaseError
from checks.case.record import LOG, refuse_if_frozen, replace_file, who
from checks.case.seals import digest
from checks.evidence.captures.written import as_fields
from checks.evidence.documents import ID, document, split
from checks.evidence.written import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

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
_IGNORED = (
    "# Captured bytes stay where they were captured; what quotes them is published.\n*\n!.gitignore\n!*.md\n!*.csv\n"
)
_AFTER = re.compile(r"[^\w\s]{1,20}$")  # marks at the edge of words
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
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
    more: Mapping[str, Any] | None = None, drawn: Mapping[str, str] | None = None, warc: bytes = b"",
) -> Captured:  # fmt: skip
    """Puts what came into a case, as a new document beside its bytes; nothing is ever overwritten.

    The same bytes of the same address are said to be the same, and nothing is written. `given` are front matter fields
    that a person states (title, publisher, published, retrieved, standing …), `more` fields that are written besides.
    Raises `CaseError` for an id that is none or taken by something else.
    """
    refuse_if_frozen()
    author = who(case.folder)
    if not source.data:
        raise CaseError("there is nothing in it to keep", file=source.url or source.file)
    seal = hashlib.sha256(source.data).hexdigest()
    remarks = (*source.remarks, *source.extracted.remarks)
    earlier = earlier_capture(case, source, seal)
    if earlier and earlier.capture and earlier.capture.sha256 == seal and not more:
        return Captured(earlier.id, False, earlier.id, None, remarks)
    id = free_id(case, id or _stem(case, earlier) or made_id(source), earlier, named=bool(id))
    made = _capture(source, id, seal, keep, earlier.id if earlier else "", drawn or {})
    page = _page(source, made, given or {}, more or {})
    head, body = split(page, f"{id}.md")
    come = document(read_yaml(head, f"{id}.md", 2), body, id, "evidence")  # raises if the case would not open with it
    files = {f"{id}.md": page.encode(), made.file: source.data, **({f"{id}.warc.gz": warc} if warc else {})}
    _write(case, made, files)
    seal_come_in(case, {"document": id, "url": made.url, "sha256": seal, "by": author}, list(files))
    changed = difference(case, earlier, source) if earlier else None
    case.documents = {**case.documents, id: come}
    return Captured(id, True, earlier.id if earlier else "", changed, remarks)


def excerpt(case: Case, id: str, exact: str) -> str:
    """Quotes words from a capture in its document, as they stand there, and seals it afresh; the passage is returned.

    Raises `CaseError` where the bytes are not here or changed, and where the words stand in them not once.
    """
    from checks.case.captures import bytes_of, text_of_capture
    from checks.evidence.captures.extracting import all_words
    from checks.reading.wording import occurrences, words

    refuse_if_frozen()
    found, path = case.evidence(id), case.folder / "evidence" / f"{id}.md"
    text = text_of_capture(case, found)
    hay, needle = words(text), words(exact)
    places = occurrences(needle, hay) if needle else []
    if not places and needle:  # a caption or a note beside the article
        text = all_words(bytes_of(case, found) or b"")
        hay = words(text)
        places = occurrences(needle, hay)
    if len(places) != 1:
        how = (
            f"stands there {len(places)} times: quote more of it" if places else "does not stand there: copy it from it"
        )
        raise CaseError(f"“{exact}” {how}", file=case.file(f"evidence/{id}"))
    start, end = hay[places[0]].start, hay[places[0] + len(needle) - 1].end
    end += _alike(text[end:], _AFTER.search(exact.strip()))
    start -= _alike(text[:start][::-1], _AFTER.search(exact.strip()[::-1]))
    quoted = " ".join(text[start:end].split())
    if quoted in found.words:
        return quoted
    before = digest(path)
    if case.seals.read().get(f"evidence/{id}.md") != before:
        raise CaseError(
            "it was edited since its seal: look it over, then `checks seal`", file=case.file(f"evidence/{id}.md")
        )
    page = path.read_text(encoding="utf-8").replace(f"\n{NOTE}\n", "\n").rstrip("\n")
    replace_file(path, f"{page}\n\n> {quoted}\n".encode())
    name = f"evidence/{id}.md"
    _note_and_seal(case, "seal", {name: before}, {name: digest(path)}, f"quoted: {quoted}", [name])
    return quoted


def _alike(text: str, marks: re.Match[str] | None) -> int:
    """How many of the marks that were given stand right there too, whatever the form of a quotation mark."""
    wanted, count = marks[0].translate(_STRAIGHT) if marks else "", 0
    while count < min(len(wanted), len(text)) and text[count].translate(_STRAIGHT) == wanted[count]:
        count += 1
    return count


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


def free_id(case: Case, id: str, earlier: Document | None, *, named: bool) -> str:
    """The id, with a number behind it where that is taken by an earlier capture of the same, or was not chosen."""
    if not ID.fullmatch(id) or len(id) > 80 or id == "article":
        raise CaseError(f"`{id}` cannot be an id: use lower-case words joined by hyphens")
    taken = {path.name.partition(".")[0] for path in (case.folder / "evidence").glob("*")}
    if id in taken and named and earlier is None:
        raise CaseError(f"there is a document `{id}` already, of something else: choose another --id")
    stem, number = id, 2
    while id in taken:
        id, number = f"{stem}-{number}", number + 1
    return id


def _stem(case: Case, earlier: Document | None) -> str:
    """The id of the first of a page's captures, which the later ones have with a number."""
    while earlier and earlier.capture and earlier.capture.after in case.documents:
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


def _page(source: Source, made: Capture, given: Mapping[str, str], more: Mapping[str, Any]) -> str:
    """The document of a capture, as its file has it."""
    found = source.extracted
    how = "captured from its address" if source.fetched else f"given as a file ({source.file})"
    stated = {
        "title": found.title or "(it states no title)",
        "publisher": found.publisher or urlsplit(source.url).hostname or "(it states no publisher)",
        "url": made.final_url, "published": found.published, "retrieved": made.at[:10], "obtained": how,
        "standing": "secondary",
    }  # fmt: skip
    fields: dict[str, Any] = {**stated, **{key: value for key, value in given.items() if value}, **more}
    if made.after:
        fields.setdefault("unused", f"a later capture of {made.after}")
    body = NOTE
    if made.keep == "text":
        if len(found.text) > _MOST_TEXT:
            raise CaseError(f"its text has {len(found.text):,} characters, too many to keep whole: --keep quotations")
        paragraphs = re.split(r"\n\s*\n" if "\n\n" in found.text else r"\n", found.text)
        quoted = ("\n".join(f"> {line}" for line in text.splitlines() if line.strip()) for text in paragraphs)
        body = "\n\n".join([WHOLE, *(text for text in quoted if text)])
    fields["capture"] = as_fields(made)
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)}---\n{body}\n"


def _write(case: Case, made: Capture, files: Mapping[str, bytes]) -> None:
    """Writes the files of a capture, all or none."""
    folder, written = case.folder / "evidence", []
    try:
        folder.mkdir(exist_ok=True)
        keep_out_of_git(folder, made.file if made.stays else "")
        for name, data in reversed(list(files.items())):  # the document last: what it tells of is there by then
            replace_file(folder / name, data)
            written.append(folder / name)
    except (CaseError, OSError):
        for path in written:
            path.unlink(missing_ok=True)
        raise


def keep_out_of_git(folder: Path, but: str = "") -> None:
    """Keeps captured bytes in a folder of evidence out of git, but for a file that may be published."""
    path = folder / ".gitignore"
    before = path.read_text(encoding="utf-8") if path.exists() else _IGNORED
    after = before + (f"!{but}\n" if but else "")
    if not path.exists() or after != before:
        replace_file(path, after.encode())


def seal_come_in(case: Case, line: Mapping[str, str], files: Sequence[str]) -> None:
    """Logs that evidence came in, and seals its files, named as they lie in `evidence/`."""
    _note_and_seal(case, "capture", None, line, "", [f"evidence/{name}" for name in files])


def _note_and_seal(
    case: Case, what: str, was: Mapping[str, Any] | None, to: Mapping[str, Any], why: str, paths: Sequence[str]
) -> None:
    """Logs what was done, and seals these files, and the log too if nothing else has been written since its seal."""
    sealed = log_is_sealed(case)
    case.record.note(what, was, to, why)
    case.seals.add([*paths, *([LOG] if sealed else [])])


def log_is_sealed(case: Case) -> bool:
    """Whether nothing was written since the log was sealed, so that it may be sealed with one line more."""
    return case.seals.read().get(LOG) == digest(case.folder / LOG)

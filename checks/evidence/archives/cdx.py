"""The Wayback Machine's list of captures of a page (CDX) as a register: what was taken when, with which status."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlencode, urlsplit

from checks.case.errors import CaseError, Unfit
from checks.case.nouns import Register, Row
from checks.case.when import When
from checks.evidence.answers import Drawn, Hits, Saved
from checks.evidence.archives.addresses import WAYBACK, asked_page, moment, page_key, plain, spelled
from checks.evidence.json_answer import Node, json_answer

SERVICE = "https://web.archive.org/cdx/search/cdx"
FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")  # of a plain line, in order
COLUMNS: Mapping[str, str] = {
    "id": "the moment of the capture; -2, -3 after it where there are more of one second",
    "page": "the address that was captured, as the archive prints it",
    "at": "the moment of the capture in 14 digits, UTC",
    "status": "the HTTP status of the capture; - where the archive keeps none, as of a page found unchanged",
    "media_type": "the media type that the server gave; warc/revisit where the page was found unchanged",
    "digest": "SHA-1 of the bytes in base32: alike digests are alike bytes; the digest proves no downloaded copy",
    "start": "the day of the capture, UTC",
    "end": "the same day",
    "source_url": "the address of the capture in the archive",
    "standing": "how far the row can be trusted",
    "obtained": "how we came by it",
    "retrieved": "the day the list was asked for",
    "words": "the line as the archive printed it, its fields joined by blanks",
}
_NEEDED = ("timestamp", "original", "mimetype", "statuscode", "digest")
_REFUSED = re.compile(rb"(?:Administrative|Robot)AccessControlException|Blocked Site Error")


@dataclass(frozen=True)
class _Line:
    place: str
    fields: Mapping[str, str]
    words: str


@dataclass(frozen=True)
class _List:
    lines: Sequence[_Line]
    resumes: bool  # whether the answer says that there is more


def url(page: str, from_: When | None = None, to: When | None = None, limit: int = 5000, at: str = SERVICE) -> str:
    """The address that asks for the captures of `page` from the first day of `from_` to the last of `to`, oldest first.

    At most `limit` of them, and with a key that says so if there are more. Raises `CaseError` for what is no address
    of a page, a limit below 1, and times without a year.
    """
    if limit < 1:
        raise CaseError(f"a limit of {limit} would list nothing: choose 1 or more")
    asked = {"url": asked_page(page), "output": "json"}
    for name, time in (("from", from_), ("to", to)):
        if time is not None and time.yearless:
            raise CaseError(f"`{time}` has no year: state the year")
        end = None if time is None else time.first if name == "from" else time.last
        if end is not None:
            asked[name] = end.isoformat().replace("-", "")
    asked |= {"limit": str(limit), "showResumeKey": "true"}
    return f"{at}?{urlencode(asked)}"


def drawn(saved: Saved) -> Drawn:
    """The register of captures in a saved answer, JSON or plain lines.

    What is no capture (no moment in 14 digits, no address of a page, a line printed twice) is left out with a
    sentence. Raises `CaseError` that names the field where the answer is not as documented, for what is no answer of
    the service, and for an answer without a capture, which says what was asked. Source of the format: the README of
    the CDX server, github.com/internetarchive/wayback.
    """
    found = _read(saved)
    rows: list[Mapping[str, str]] = []
    left_out: list[str] = []
    printed: set[str] = set()
    seconds: dict[str, int] = {}
    for line in found.lines:
        reason = _no_capture(line, saved) or (f"{line.place} is printed a second time" if line.words in printed else "")
        if reason:
            left_out.append(f"{reason}: “{plain(line.words)}”.")
            continue
        printed.add(line.words)
        timestamp = line.fields["timestamp"]
        seconds[timestamp] = seconds.get(timestamp, 0) + 1
        rows.append(_row(line, seconds[timestamp], saved))
    if found.resumes:
        left_out.append("The answer ends with a key to more captures, which were not asked for.")
    if not rows:
        raise CaseError(f"no capture is listed: {_limits(saved, found)}{_among(left_out)}", file=saved.file)
    page = _asked(saved).get("url") or rows[0]["page"]
    return Drawn(
        title=f"Captures of {plain(page)} listed by the Wayback Machine", publisher="Internet Archive", url=saved.url,
        licence="facts about captures; the pages captured are their publishers'", standing="primary",
        covers=_covers(saved, found, rows), columns=COLUMNS, rows=rows, left_out=left_out, limits=_limits(saved, found),
    )  # fmt: skip


def hits(saved: Saved) -> Hits:
    """What a saved answer is in the search log: how many captures, the first five, and what they do not show.

    Raises `CaseError` as `drawn` does, but for an answer without a capture, which is no hit.
    """
    found = _read(saved)
    left_out = [told for line in found.lines if (told := _no_capture(line, saved))]
    captures = [line.fields for line in found.lines if not _no_capture(line, saved)]
    first = [f"{_when(fields)}, {plain(fields['original'])}, status {fields['statuscode']}" for fields in captures[:5]]
    return Hits(len(captures), first, _limits(saved, found) + _among(left_out))


def captures_of(captures: Register, page: str) -> list[Row]:
    """The captures of a page in a register of captures, in the order of time.

    Raises `Unfit` for a register without the columns page, at, status and digest, and for one that has none of it.
    """
    missing = [
        name for name in ("page", "at", "status", "digest") if not all(name in row.cells for row in captures.rows)
    ]
    if missing:
        raise Unfit(f"`{captures.id}` has no column `{missing[0]}`: pass a list of captures, drawn from an archive")
    key = page_key(page)
    rows = [row for row in captures.rows if _key(row) == key]
    if not rows:
        raise Unfit(f"`{captures.id}` lists no capture of {page}: pass the list of its captures")
    return sorted(rows, key=lambda row: (row.cells["at"], row.id))


def moment_of(row: Row) -> str:
    """The moment of a listed capture in a sentence, or its day where the list has no moment."""
    at = moment(row.cells["at"])
    return spelled(at) if at else row.span.words()


def _key(row: Row) -> str:
    try:
        return page_key(row.cells["page"])
    except CaseError as error:
        raise error.at(file=row.ref) from None


def _read(saved: Saved) -> _List:
    body = saved.body.removeprefix(b"\xef\xbb\xbf").strip()
    if _REFUSED.search(body[:2000]):
        raise CaseError(
            "the archive answers that it does not show its captures of this page: whether it has any cannot be told "
            "from here",
            file=saved.file,
        )
    if not body:
        raise CaseError("the answer is empty, where no capture would be `[]`: ask again", file=saved.file)
    if body[:1] in b"[{<":
        return _of_json(json_answer(saved), saved)
    return _of_lines(body, saved)


def _of_json(answer: Node, saved: Saved) -> _List:
    table = list(answer.items())
    if not table:
        return _List((), False)
    header = [cell.as_text() for cell in table[0].items()]
    lacking = [name for name in _NEEDED if name not in header]
    if lacking or len(set(header)) < len(header):
        raise table[0].error(
            f"is no header row with `{lacking[0]}`" if lacking else "is a header row with a name twice"
        )
    lines: list[_Line] = []
    for index, row in enumerate(table[1:], 1):
        cells = [cell.as_text() for cell in row.items()]
        if not cells and index == len(table) - 2 and len(list(table[-1].items())) == 1:
            return _List(lines, True)
        if len(cells) != len(header):
            raise row.error(f"has {len(cells)} cells under a header row of {len(header)}")
        lines.append(_Line(f"Row {index}", dict(zip(header, cells, strict=True)), _words(cells)))
    return _List(lines, False)


def _of_lines(body: bytes, saved: Saved) -> _List:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise CaseError("this is neither JSON nor the plain lines of a CDX answer", file=saved.file) from None
    printed = text.split("\n")
    lines: list[_Line] = []
    for index, line in enumerate(printed, 1):
        if not line.strip() and index == len(printed) - 1 and lines and " " not in printed[-1]:
            return _List(lines, True)
        cells = line.split()
        if len(cells) != len(FIELDS):
            raise CaseError(
                f"line {index}, “{plain(line, 80)}”, has {len(cells)} fields, not {', '.join(FIELDS)}: the answer is "
                "cut off, or no CDX answer",
                file=saved.file,
            )
        lines.append(_Line(f"Line {index}", dict(zip(FIELDS, cells, strict=True)), _words(cells)))
    return _List(lines, False)


def _words(cells: Sequence[str]) -> str:
    return plain(" ".join(cells), sum(len(cell) + 1 for cell in cells))


def _no_capture(line: _Line, saved: Saved) -> str:
    timestamp, page = line.fields["timestamp"], line.fields["original"]
    at = moment(timestamp)
    if at is None:
        return f"{line.place} has the timestamp “{plain(timestamp, 40)}”, which is no moment in 14 digits"
    if at.date().isoformat() > saved.retrieved:
        return f"{line.place} is of {spelled(at)}, after the list was asked for"
    try:
        key = page_key(page)
    except CaseError as error:
        return f"{line.place}: {error.what}"
    asked = _asked(saved)
    if asked.get("matchType", "exact") == "exact" and asked.get("url") and key != page_key(asked["url"]):
        return f"{line.place} is of another page than was asked for"
    return ""


def _row(line: _Line, number: int, saved: Saved) -> Mapping[str, str]:
    timestamp, page = line.fields["timestamp"], line.fields["original"]
    day = f"{timestamp[:4]}-{timestamp[4:6]}-{timestamp[6:8]}"
    return {
        "id": timestamp if number == 1 else f"{timestamp}-{number}", "page": page, "at": timestamp,
        "status": plain(line.fields["statuscode"]), "media_type": plain(line.fields["mimetype"]),
        "digest": plain(line.fields["digest"]), "start": day, "end": day, "source_url": f"{WAYBACK}/{timestamp}/{page}",
        "standing": "primary", "obtained": "listed by the archive's index (CDX)", "retrieved": saved.retrieved,
        "words": line.words,
    }  # fmt: skip


def _asked(saved: Saved) -> Mapping[str, str]:
    """What the address asked, by name: url, from, to, limit."""
    return {name: values[0] for name, values in parse_qs(urlsplit(saved.url).query).items()}


def _cut(saved: Saved, found: _List) -> bool:
    asked = _asked(saved)
    limit = asked.get("limit", "")
    reached = limit.isdecimal() and 0 < int(limit[:9]) <= len(found.lines)
    return found.resumes or (reached and "showResumeKey" not in asked)


def _limits(saved: Saved, found: _List) -> str:
    asked = _asked(saved)
    page = plain(asked.get("url", "")) or "a page that the address asked does not name"
    span = "".join(f" {word} {plain(asked[word], 20)}" for word in ("from", "to") if word in asked)
    cut = f"it lists the first {len(found.lines)}, and there may be more" if _cut(saved, found) else "it is not cut off"
    return (
        f"The Wayback Machine was asked {saved.retrieved} for its captures of {page}{span}; {cut}; it shows nothing "
        "that is excluded or not yet indexed, does not tell what the page said, and a page that it lacks may have been "
        "there all the same."
    )


def _covers(saved: Saved, found: _List, rows: Sequence[Mapping[str, str]]) -> str:
    """The span in which the list is whole as far as the archive shows it: as asked, or if cut off, as listed."""
    asked = _asked(saved)
    days = sorted(row["start"] for row in rows)
    first: date | None = date.fromisoformat(days[0])
    last = date.fromisoformat(days[-1])
    if asked.get("url") and not _cut(saved, found):
        from_, to = moment(asked.get("from", "") + "000000"), moment(asked.get("to", "") + "000000")
        first = min(from_.date(), last) if from_ else first if "from" in asked else None
        until = date.fromisoformat(saved.retrieved)
        last = max(last, min(to.date(), until)) if to else last if "to" in asked else until
    return str(When.span(first, last))


def _among(left_out: Sequence[str]) -> str:
    return f" Lines left out: {len(left_out)}; the first: {left_out[0]}" if left_out else ""


def _when(fields: Mapping[str, str]) -> str:
    at = moment(fields["timestamp"])
    return spelled(at) if at else ""

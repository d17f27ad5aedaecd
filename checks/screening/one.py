"""One article, screened: the pure function of an item that every process and every machine runs alike.

It reads as the desk reads, but without the names that a model proposes: what is kept or compared never rests on them.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.article import Reading, read_incoming
from checks.reading.copies.articles import without_head
from checks.reading.copies.fingerprints import fingerprint
from checks.reading.intake.incoming import CONTROLS, Incoming, from_bytes, from_text, take_in
from checks.screening.pages import page_at
from checks.screening.sources import MOST_BYTES, TEXT, Item, delimiter

Rows = dict[str, list[tuple[Any, ...]]]

MOST_CHARACTERS = 200_000  # 30,000 words, read in two seconds; no article of a newspaper has as many
_REASON = 400  # characters of a reason that are kept
_TITLE = ("title", "headline")
_PUBLISHER = ("publisher", "source", "outlet")
_DAY = ("published", "date", "published_at", "date_published", "datepublished")
_PLACE = {"start": "INTEGER", "end": "INTEGER", "words": "TEXT"}
# What is kept of an article, a table each. But for the first and the last, a row begins with the article's id.
TABLES: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "source": "TEXT", "sha256": "TEXT", "title": "TEXT", "publisher": "TEXT", "published": "TEXT",
        "dateline": "TEXT", "words": "INTEGER", "sentences": "INTEGER", "text": "TEXT", "fingerprint": "BLOB",
    },
    "suspicions": {
        "rule": "TEXT", "certainty": "TEXT", **_PLACE, "against": "TEXT", "reason": "TEXT", "asks": "TEXT",
    },
    "amounts": {
        **_PLACE, "value": "TEXT", "low": "TEXT", "high": "TEXT", "unit": "TEXT", "bound": "TEXT", "about": "TEXT",
    },
    "dates": {**_PLACE, "span": "TEXT"},
    "voices": {**_PLACE, "name": "TEXT", "named": "INTEGER"},
    "quotations": {**_PLACE, "kind": "TEXT", "speaker": "TEXT"},
    "failures": {"source": "TEXT", "reason": "TEXT"},
}  # fmt: skip


def screened(item: Item) -> Rows:
    """What is kept of an article: its rows by table, or a row of `failures` with the reason. Raises nothing."""
    try:
        if item.trouble:
            raise CaseError(item.trouble)
        incoming, seal = _incoming(item)
        if len(incoming.text) > MOST_CHARACTERS:
            raise CaseError(
                f"it has {len(incoming.text):,} characters, and {MOST_CHARACTERS:,} are the most that are screened"
            )
        return dict(_rows(item, read_incoming(incoming, names=False), seal))
    except CaseError as error:
        return failed(item, error.what)
    except Exception as error:  # whatever is wrong with one article, the run goes on
        return failed(item, f"reading it failed ({type(error).__name__}): report it, with the article")


def failed(item: Item, reason: str) -> Rows:
    """The row of an item that could not be read."""
    told = CONTROLS.sub("?", reason).encode("utf-8", "replace").decode()
    return {"failures": [(item.source, told[:_REASON])]}


def _incoming(item: Item) -> tuple[Incoming, str]:
    """The article of an item, and the digest of its bytes."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it finds odd is told in `failures`
    if item.kind == "file":
        if not item.path.lower().endswith(".pdf") and Path(item.path).stat().st_size > MOST_BYTES:
            raise CaseError(f"it has more than {MOST_BYTES:,} bytes, and no more are read of one article")
        incoming = without_head(take_in(item.path))
        return incoming, incoming.sha256
    if item.kind == "capture":
        return _captured(Path(item.path))
    with Path(item.path).open("rb") as file:
        if item.kind == "page":
            data, media = page_at(file, item.start, MOST_BYTES)
            incoming = from_bytes(data, "page.html" if "html" in media.lower() else "page.txt")
            return incoming, incoming.sha256
        file.seek(item.start)
        data = file.read(item.size)
    if len(data) < item.size:
        raise CaseError("the file was cut short since it was listed: screen it again")
    fields = _row(data, item) if item.kind == "row" else _line(data)
    return _stated(fields), hashlib.sha256(data).hexdigest()


def _line(data: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        raise CaseError("this is not a line of JSON in UTF-8") from None
    if not isinstance(fields, dict):
        raise CaseError("the line is not a JSON object with names and values")
    return {str(name).lower(): value for name, value in fields.items()}


def _row(data: bytes, item: Item) -> dict[str, Any]:
    csv.field_size_limit(2 * MOST_BYTES)
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), delimiter=delimiter(item.path)))
    except (ValueError, csv.Error):
        raise CaseError("it is no row of a table in UTF-8") from None
    if len(rows) != 1 or len(rows[0]) != len(item.columns):
        raise CaseError(f"it has {len(rows[0]) if rows else 0} fields, and the first row names {len(item.columns)}")
    return dict(zip(item.columns, rows[0], strict=True))


def _stated(fields: Mapping[str, Any]) -> Incoming:
    """The article of a row or line that states its words, and perhaps its title and the day it was published."""
    text = next((fields[name] for name in TEXT if fields.get(name)), None)
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n\n".join(text)
    if not isinstance(text, str) or not text.strip():
        raise CaseError(f"it has no words: they are looked for in {', '.join(TEXT[:-1])} and {TEXT[-1]}")
    if "\0" in text:
        raise CaseError("it is not a text: it holds binary data")
    title, publisher, day = (
        next((fields[name] for name in names if isinstance(fields.get(name), str)), "").strip()
        for names in (_TITLE, _PUBLISHER, _DAY)
    )
    return replace(from_text(text), title=title, publisher=publisher, published=_day(day))


def _day(stated: str) -> When | None:
    try:
        return When.parse(stated[:10]) if stated else None
    except CaseError:
        return None


def _captured(path: Path) -> tuple[Incoming, str]:
    """The page that a capture's document tells of, from the bytes beside it, which must be those that were captured."""
    from checks.evidence.documents import read_document

    document = read_document(path, path.name, "evidence")
    capture = document.capture
    if capture is None:
        raise CaseError("it is no capture: its front matter says of no bytes")
    bytes_at = path.parent / capture.file
    if not bytes_at.is_file():
        raise CaseError(f"the bytes of the capture are not here: put {capture.file} beside it")
    incoming = take_in(bytes_at)
    if incoming.sha256 != capture.sha256:
        raise CaseError("the bytes beside it are not those that were captured: their sha256 differs")
    stated = incoming.published or document.published
    return replace(incoming, title=incoming.title or document.title, published=stated), incoming.sha256


def _rows(item: Item, reading: Reading, seal: str) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    text, incoming = reading.text, reading.incoming
    try:
        text.encode()
    except UnicodeEncodeError:
        raise CaseError("it holds half a character, which is no Unicode: save it again as UTF-8") from None
    told = (CONTROLS.sub(" ", said).strip().encode("utf-8", "replace") for said in (incoming.title, incoming.publisher))
    published = incoming.published
    day = published.first.isoformat() if published and published.is_day and published.first else None
    yield "articles", [(
        item.source, seal, *(said.decode() for said in told), day, reading.dateline and reading.dateline.isoformat(),
        len(text.split()), len(reading.sentences), text, fingerprint(text),
    )]  # fmt: skip
    yield "suspicions", [
        (one.kind, one.certainty, *_place(one.spans[0]), " … ".join(span.exact for span in one.spans[1:]), one.reason,
         one.check)
        for one in reading.suspicions
    ]  # fmt: skip
    yield "amounts", [
        (*_place(one), *map(_plain, (one.value, one.low, one.high)), one.unit, one.bound, one.of)
        for one in reading.amounts
    ]  # fmt: skip
    yield "dates", [(*_place(one), one.when and str(one.when)) for one in reading.dates]
    yield "voices", list(_voices(reading))
    yield "quotations", list(_quotations(reading))


def _voices(reading: Reading) -> Iterator[tuple[Any, ...]]:
    for voice in reading.voices:
        speaker = next((reading.quotations[at].speaker for at in voice.quotations), None)
        if speaker:
            yield (*_place(speaker), voice.exact, int(voice.named))


def _quotations(reading: Reading) -> Iterator[tuple[Any, ...]]:
    """Direct and mixed ones: what stands between the marks where that is one piece, and whose words they are."""
    of = {at: voice.exact for voice in reading.voices for at in voice.quotations}
    for at, one in enumerate(reading.quotations):
        if one.kind in ("direct", "mixed"):
            words = one.quoted[0] if len(one.quoted) == 1 else one
            yield (*_place(words), one.kind, of.get(at) or (one.speaker.exact if one.speaker else ""))


def _place(words: Any) -> tuple[int, int, str]:
    return words.start, words.end, words.exact


def _plain(value: Any) -> str | None:
    return None if value is None else str(value)

"""Facts and passages noted in a document of the evidence, and documents made of pasted passages.

A fact's lines are put into the front matter, a passage's at the end of the body; no other byte of the file moves, and
it is sealed afresh with a line in the log.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import yaml

from checks.case.bringing_in import bring_in, hold_id, note_and_seal, one_at_a_time, page_of, taken
from checks.case.entries import flow, last_end, line_end, line_ending
from checks.case.errors import Ambiguous, CaseError, Lost
from checks.case.excerpting import excerpt, in_the_capture, with_quotation
from checks.case.nouns import Document, Fact
from checks.case.record import replace_file, who
from checks.case.seals import digest
from checks.evidence.captures.characters import one_line
from checks.evidence.documents import ID, PROVENANCE, document, split
from checks.evidence.nearest_words import nearest_words
from checks.evidence.written import MOST_BYTES, composed, read_text, read_yaml
from checks.reading.anchors import anchor_at
from checks.reading.wording import occurrences, words

if TYPE_CHECKING:
    from checks.case.folder import Case

_Making = Callable[[str, str], str]  # from the text of a document and its name, the text with more in it
FIELDS = ("about", "value", "unit", "role", "at")  # of a fact, in the order in which they are written


def note_fact(
    case: Case, id: str, name: str, exact: str, *, about: str, role: str = "", at: str = "", value: str = "",
    unit: str = "",
) -> Fact:  # fmt: skip
    """Notes a dated statement in a document: under a name, with the words it stands in, anchored and tested.

    The words must stand in what the document quotes; of a capture whose bytes are here they are quoted first. Raises
    `CaseError` that names the field for whatever the document could not be read back with, and writes nothing.
    """
    with one_at_a_time(case):
        found = case.evidence(id)
        if not ID.fullmatch(name):
            raise CaseError(f"`{name}` cannot name a fact: use lower-case words joined by hyphens", id=id, field="name")
        if name in found.facts:
            raise CaseError(f"there is a fact `{name}` already: choose another name", id=id, field="name")
        told = dict(zip(FIELDS, (about, value, unit, role, at), strict=True))
        fields = {field: one_line(text) for field, text in told.items() if text.strip()}
        quoted = in_the_capture(case, found, exact) if found.capture and not _places(found, exact) else ""

        def make(text: str, file: str) -> str:  # the quotation comes with the fact, or neither does
            page = with_quotation(text, quoted) if quoted else text
            stands_in = _read(page, id, file) if quoted else found
            made = anchor_at(stands_in.words, *_place(stands_in, quoted or exact))
            around = {"exact": made.exact, "prefix": made.prefix, "suffix": made.suffix}
            anchor = {field: text for field, text in around.items() if text}
            return _with_fact(page, file, name, {**fields, "words": anchor})

        change(case, id, make, f"noted: {name}")
        return case.evidence(id).facts[name]


def note_passage(case: Case, id: str, pasted: str) -> str:
    """Quotes a passage in a document, in a line that begins with `> `; the words are returned as they stand there.

    Of a capture they are quoted as they stand in its bytes, and must stand there once.
    """
    if case.evidence(id).capture:
        return excerpt(case, id, pasted)
    quoted = _quoted(pasted)
    with one_at_a_time(case):
        if " ".join(quoted) not in " ".join(case.evidence(id).words.split()):
            lines = "\n\n".join(f"> {paragraph}" for paragraph in quoted)
            change(case, id, lambda text, _: _with_passage(text, lines), f"quoted: {' '.join(quoted)}")
    return " ".join(quoted)


def note_document(case: Case, id: str, fields: Mapping[str, str], passages: Sequence[str]) -> Document:
    """Makes a document of passages that were pasted; `fields` are where they are from (title, publisher, url,
    published, retrieved, obtained, standing).

    Raises `CaseError` for an id that is none or taken, and for what the document could not be read back with.
    """
    with one_at_a_time(case):
        hold_id(case, id)
        if id in taken(case, ""):
            raise CaseError(f"the id `{id}` is taken in this case: choose another", id=id, field="id")
        for field in fields:
            if field not in (*PROVENANCE, "origin", "unused"):
                raise CaseError(f"`{field}` is no field of a document", id=id, field=field)
        stated = {field: one_line(fields.get(field, "")) for field in PROVENANCE}
        stated |= {field: one_line(fields[field]) for field in ("origin", "unused") if fields.get(field)}
        body = "\n\n".join(f"> {paragraph}" for passage in passages for paragraph in _quoted(passage))
        if not body:
            raise CaseError("paste a passage: a document quotes its source", id=id, field="passages")
        page = page_of(stated, body)
        made = _read(page.decode(), id, case.file(f"evidence/{id}.md"))
        line = {"document": id, "url": made.url, "by": who(case.folder)}
        bring_in(case, {f"{id}.md": page}, line)
        case.documents = {**case.documents, id: made}
        return made


def change(case: Case, id: str, make: _Making, why: str) -> None:
    """Writes a document with something more or less in it, and seals it afresh; all of it or nothing.

    `make` gives its new text; `why` is kept in the log. Raises `CaseError` for a document edited since its seal, and
    for a text that could not be read back.
    """
    name = f"evidence/{id}.md"
    path, file = case.folder / name, case.file(name)
    before, data = digest(path), path.read_bytes()
    if case.seals.read().get(name) != before:
        again = f'`checks seal {case.name} --because "…"`'
        raise CaseError(f"it was edited since its seal: look it over, then {again}", file=file)
    text = read_text(path, file)
    new = make(text, file)
    made = _read(new, id, file)
    mark = data[: len(data) - len(text.encode())]  # a byte order mark stays
    replace_file(path, mark + new.encode())
    try:
        note_and_seal(case, name, before, why)
    except BaseException:
        if case.seals.read().get(name) == before:
            replace_file(path, data)
        raise
    case.documents = {**case.documents, id: made}


def _read(text: str, id: str, file: str) -> Document:
    """A document as it would be read. Raises `CaseError` that names the field, and no line: nothing is written yet."""
    try:
        head, body = split(text, file)
        return document(read_yaml(head, file, 2), body, id, "evidence")
    except CaseError as error:
        field = f": {error.field}" if error.field and f"`{error.field}`" not in error.what else ""
        raise type(error)(error.what, id=f"{error.id or id}{field}", field=error.field) from None


def _with_fact(text: str, file: str, name: str, fields: Mapping[str, object]) -> str:
    end = line_ending(text)
    head, _ = split(text, file)
    begins = text.index(head)
    pairs = {key.value: (key, value) for key, value in composed(head).value}
    line = f"{name}: {flow(fields)}"
    if "facts" not in pairs:
        at = begins + len(head.rstrip("\r\n"))
        return f"{text[:at]}{end}facts:{end}  {line}{text[at:]}"
    key, value = pairs["facts"]
    colon = head.index(":", key.end_mark.index) + 1
    if isinstance(value, yaml.MappingNode) and value.value and not value.flow_style:
        at = begins + line_end(head, last_end(head, value))
        return f"{text[:at]}{end}{' ' * value.value[0][0].start_mark.column}{line}{text[at:]}"
    if isinstance(value, yaml.MappingNode) and value.value:
        at = begins + last_end(head, value) - 1  # before the brace
        return f"{text[:at].rstrip()}, {line}{text[at:]}"
    at, stop = begins + colon, begins + max(colon, value.end_mark.index)
    return f"{text[:at]}{end}  {line}{text[stop:]}"


def _with_passage(text: str, lines: str) -> str:
    end, body = line_ending(text), text.rstrip()
    if end != "\n":
        lines = lines.replace("\n", end)
    # A blank line parts it from what stands before, so that two quotations do not run together.
    return f"{body}{end if body.endswith('---') else end + end}{lines}{end}"


def _quoted(pasted: str) -> list[str]:
    """The paragraphs of a pasted text, each in one line."""
    lines = [line.strip().removeprefix(">") for line in pasted.splitlines()]  # copied from a quotation, perhaps
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines))
    found = [one_line(paragraph, MOST_BYTES) for paragraph in paragraphs if words(paragraph)]
    if not found:
        raise CaseError("name the words to quote", field="passages")
    return found


def _places(found: Document, exact: str) -> list[tuple[int, int]]:
    """Where words stand in what a document quotes, whatever the form of their quotation marks and spaces."""
    hay, needle = words(found.words), words(exact)
    at = occurrences(needle, hay) if needle else []
    return [(hay[place].start, hay[place + len(needle) - 1].end) for place in at]


def _place(found: Document, exact: str) -> tuple[int, int]:
    if found.words.count(exact) == 1 and exact.strip():
        start = found.words.index(exact)
        return start, start + len(exact)
    places = _places(found, exact)
    if not places:
        near = nearest_words(found.words, exact)
        told = (
            f"these words do not stand in what it quotes ({near}): quote the passage first, or copy the words from it"
        )
        raise Lost(told, id=found.id, field="words")
    if len(places) > 1:
        raise Ambiguous(f"these words stand in it {len(places)} times: take more of them", id=found.id, field="words")
    return places[0]

"""A fact taken out of its document, with its passage where nothing else uses that; no other byte of the file moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import yaml

from checks.case.anchor import anchor_in
from checks.case.capturing import NOTE
from checks.case.entries import last_end, line_end, line_ending, spliced
from checks.case.errors import CaseError, Lost
from checks.case.log import Key
from checks.case.noting import change
from checks.evidence.documents import split
from checks.evidence.written import composed
from checks.reading.wording import words

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.case.nouns import Document, Fact


def take_out(case: Case, id: str, name: str) -> None:
    """Takes a fact out of a document, and the quotation that is made of its words alone if nothing else uses that.

    The last quotation of a document whose source was not captured stays: its words are nowhere else. Raises `CaseError`
    that names what rests on the fact, and writes nothing.
    """
    fact = case.fact(f"{id}#{name}")
    if rows := rests_on_fact(case, fact.ref):
        what, on = rows[0][0], rows[0][1]
        more = f", and {len(rows) - 1} more," if len(rows) > 1 else ""
        rest = "rest" if more else "rests"
        raise CaseError(f"the {what} on `{on}`{more} {rest} on it: take that out first", id=fact.ref)
    gone = _its_own_quotation(case, case.evidence(id), fact)

    def make(text: str, file: str) -> str:
        cut = [(*gone, "")] if gone else []
        body = len(text) - len(split(text, file)[1]) - text.endswith("\n")
        page = _without_fact(spliced(text, [(body + a, body + b, new) for a, b, new in cut]), file, name)
        if gone and case.evidence(id).capture and page.rstrip().endswith("\n---"):
            end = line_ending(page)
            page = f"{page.rstrip()}{end}{NOTE}{end}"
        return page

    change(case, id, make, f"taken out: {name}")


def rests_on_fact(case: Case, ref: str) -> list[Key]:
    """The rows of the record that name a fact: what they are, and of which claim."""
    named = re.compile(rf"(?<![\w-]){re.escape(ref)}(?![\w-])")
    return [key for key, row in sorted(case.log.rows.items()) if any(named.search(text) for text in _texts(row, ref))]


def _texts(row: object, part: str) -> Iterator[str]:
    """The texts in a row that have some words in them."""
    if isinstance(row, str):
        if part in row:
            yield row
    elif isinstance(row, dict | list | tuple):
        for inner in row.values() if isinstance(row, dict) else row:
            yield from _texts(inner, part)


def _its_own_quotation(case: Case, of: Document, fact: Fact) -> tuple[int, int] | None:
    """Where in the body the quotation of a fact's words stands, with a blank line; None where it says more than the
    fact, or something else uses it."""
    text, at = of.text or "", 0
    quotations = list(_quotations(text))
    start, end = fact.passage.anchor.find(of.words)
    for a, b, said in quotations:
        if at <= start and end <= at + len(said):
            alone = [word.text for word in words(said)] == [word.text for word in words(fact.quoted)]
            only = len(quotations) == 1 and not of.capture
            if not alone or only or _is_used(case, of, fact, at, at + len(said)):
                return None
            return _with_its_blank_line(text, a, b)
        at += len(said) + 2  # the blank line between two
    return None


def _with_its_blank_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Whole lines, with the blank line above them, or below where nothing stands above."""
    above = re.search(r"(?<=\n)[ \t]*\r?\n$", text[:start])
    below = re.compile(r"[ \t]*\r?(?:\n|\Z)")
    if not text[end:].strip():
        return (len(text[: above.start()].rstrip("\r\n")) if above else start), len(text)
    if found := below.match(text, end):
        end = found.end()
    if above:
        return above.start(), end
    if not text[:start].strip() and (blank := below.match(text, end)):
        end = blank.end()
    return start, end


def _is_used(case: Case, of: Document, fact: Fact, start: int, end: int) -> bool:
    """Whether another fact, or a row of the record, uses words of a document between two places."""
    anchors = [other.passage.anchor for other in of.facts.values() if other is not fact]
    for row in case.log.rows.values():
        for ref in _texts(row, of.id):
            if ref == of.id:
                return True  # a document that is cited whole is cited with all that it quotes
            anchors += [one[1] for one in [anchor_in(ref)] if one and one[0] == of.id]
    for anchor in anchors:
        try:
            a, b = anchor.find(of.words)
        except Lost:
            continue
        if a < end and start < b:
            return True
    return False


def _quotations(body: str) -> Iterator[tuple[int, int, str]]:
    """Where each block quotation of a body stands, without the end of its last line, and what it says."""
    for found in re.finditer(r"(?:^>[^\n]*\S[^\n]*(?:\n|\Z))+", body, re.MULTILINE):
        lines = [line.removeprefix(">").strip() for line in found[0].splitlines()]
        if said := " ".join(line for line in lines if line):
            yield found.start(), found.start() + len(found[0].rstrip("\r\n")), said


def _without_fact(text: str, file: str, name: str) -> str:
    head, _ = split(text, file)
    begins = text.index(head)
    key, value = next((key, value) for key, value in composed(head).value if key.value == "facts")
    pairs = value.value
    number = next(number for number, (one, _) in enumerate(pairs) if one.value == name)
    one, said = pairs[number]
    if isinstance(value, yaml.MappingNode) and value.flow_style and len(pairs) > 1:
        last = number == len(pairs) - 1
        start = last_end(head, pairs[number - 1][1]) if last else one.start_mark.index
        stop = last_end(head, said) if last else pairs[number + 1][0].start_mark.index
        return spliced(text, [(begins + start, begins + stop, "")])
    cuts = [_lines(head, one.start_mark.index, last_end(head, said))]
    if len(pairs) == 1:
        cuts = [_lines(head, key.start_mark.index, key.end_mark.index), *cuts]
        if value.flow_style:
            cuts = [_lines(head, key.start_mark.index, last_end(head, value))]
    return spliced(text, [(begins + a, begins + b, "") for a, b in cuts])


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole lines of a stretch, the end of the last one too."""
    stop = line_end(text, end)
    stop += len(line_ending(text)) if stop < len(text) else 0
    return text.rfind("\n", 0, start) + 1, stop

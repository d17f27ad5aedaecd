"""A fact taken out of its document: its line, and its quotation where nothing else uses it, and no other byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks.case.errors import CaseError
from checks.case.folder import Case, open_case
from checks.case.noting import note_document, note_fact, note_passage
from checks.case.sealing import seal_case
from checks.case.taking_out import rests_on_fact, take_out
from checks.case.verify import verify

LARKMERE = "2031-06-larkmere-mile"
PAGE = {
    "title": "A note", "publisher": "The harbour office (invented)", "url": "https://example.org/note",
    "published": "2031-06-20", "retrieved": "2031-06-21", "obtained": "pasted", "standing": "primary",
}  # fmt: skip
NOTED = {"about": "the boats", "role": "reported", "at": "2031-06-18"}


@pytest.fixture
def case(project: Path) -> Case:
    return open_case(LARKMERE)


@pytest.fixture
def note(case: Case) -> Path:
    note_document(case, "note", PAGE, ["Seven boats came in 2031.", "The eighth came late."])
    return case.folder / "evidence" / "note.md"


def whole(case: Case) -> None:
    again = open_case(case.name)
    assert again.documents == case.documents
    left = [line for line in verify(again, running=True).differences if "is unused" not in line]
    assert left == []  # the case is complete, and nothing rests on what is noted here


def test_a_fact_goes_and_every_other_byte_stays(case: Case, note: Path) -> None:
    before = note.read_bytes()
    note_fact(case, "note", "boats", "Seven boats", about="boats", value="Seven")
    note_fact(case, "note", "late", "eighth came", about="boats", value="eighth")
    both = note.read_bytes()
    note.write_bytes(both.replace(b"  late:", b"  # nobody saw it\n  late:"))
    seal_case(case, "a comment")
    case = open_case(LARKMERE)
    take_out(case, "note", "boats")
    assert "boats" not in case.evidence("note").facts
    assert b"  # nobody saw it\n  late: " in note.read_bytes()
    assert case.log.lines[-1].why == "taken out: boats"
    whole(case)
    take_out(case, "note", "late")
    assert note.read_bytes().replace(b"  # nobody saw it\n", b"") == before
    whole(case)


@pytest.mark.parametrize(
    ("front", "left"),
    [
        ("facts: {a: FACT, b: OTHER}  # two", "facts: {b: OTHER}  # two"),
        ("facts: {b: OTHER, a: FACT}", "facts: {b: OTHER}"),
        ("facts: {a: FACT}", ""),
        ("facts:\n  # the first\n  a: FACT # of it\n\n  b: OTHER", "facts:\n  # the first\n\n  b: OTHER"),
        ("facts:\n  b: OTHER\n  a:\n    about: it\n    value: Seven\n    words: {exact: Seven boats}\nunused: x", "facts:\n  b: OTHER\nunused: x"),
        ("facts:\r\n  b: OTHER\r\n  a: FACT\r\nunused: x", "facts:\r\n  b: OTHER\r\nunused: x"),
    ],
)  # fmt: skip
def test_however_it_is_written_only_its_own_lines_go(case: Case, note: Path, front: str, left: str) -> None:
    def written(lines: str) -> bytes:
        lines = lines.replace("FACT", "{about: it, value: Seven, words: {exact: Seven boats}}")
        lines = lines.replace("OTHER", "{about: it, value: eighth, words: {exact: eighth came}}")
        text = plain.replace("\n", "\r\n") if "\r" in front else plain
        end = "\r\n" if "\r" in front else "\n"
        return text.replace(f"{end}---{end}", f"{end}{lines}{end if lines else ''}---{end}", 1).encode()

    plain = note.read_text()
    note.write_bytes(written(front))
    seal_case(case, "by hand")
    case = open_case(LARKMERE)
    take_out(case, "note", "a")
    assert note.read_bytes() == written(left)
    whole(case)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_its_own_quotation_goes_with_it_unless_something_else_uses_it(case: Case, number: int) -> None:
    said = ["Seven boats came in 2031", "The eighth came late", "Nobody saw the ninth of them"]
    note_document(case, "others", PAGE, [one for place, one in enumerate(said) if place != number])
    note_document(case, "all", PAGE, said)
    path = case.folder / "evidence" / "all.md"
    full = path.read_bytes()
    value = said[number].split()[1 if number else 0]
    note_fact(case, "all", "one", said[number], about="boats", value=value)
    note_fact(case, "all", "same", " ".join(said[number].split()[:3]), about="boats", value=value)
    take_out(case, "all", "one")
    assert case.evidence("all").words == "\n\n".join(said)
    take_out(case, "all", "same")
    assert path.read_bytes() == full  # its words are only a part of the quotation
    note_fact(case, "all", "one", said[number], about="boats", value=value)
    take_out(case, "all", "one")
    assert path.read_bytes() == (case.folder / "evidence" / "others.md").read_bytes()
    whole(case)


@pytest.mark.parametrize("whole_document", [False, True])
def test_what_the_record_quotes_stays(case: Case, whole_document: bool) -> None:
    note_document(case, "note", PAGE, ["Seven boats came", "The eighth came late"])
    note_fact(case, "note", "boats", "Seven boats came", about="boats", value="Seven")
    rests = case.evidence("note") if whole_document else case.passage("note", "boats came")
    case.unsaid("The boats are left out.", id="boats", evidence=[rests])
    take_out(case, "note", "boats")
    assert not case.evidence("note").facts
    assert case.evidence("note").words == "Seven boats came\n\nThe eighth came late"


def test_words_that_are_nowhere_else_stay(case: Case) -> None:
    note_document(case, "short", PAGE, ["Seven boats came"])
    note_fact(case, "short", "boats", "Seven boats came", about="boats", value="Seven")
    take_out(case, "short", "boats")
    assert case.evidence("short").words == "Seven boats came"
    whole(case)


def test_a_fact_that_something_rests_on_stays_and_what_rests_on_it_is_named(case: Case) -> None:
    path = case.folder / "evidence" / "record-certificate.md"
    before, lines = path.read_bytes(), len(case.log.lines)
    rows = rests_on_fact(case, "record-certificate#signed")
    assert {key[0] for key in rows} >= {"finding"}
    with pytest.raises(CaseError, match=rf"the {rows[0][0]} on `{re.escape(rows[0][1])}`.* on it: take that out first"):
        take_out(case, "record-certificate", "signed")
    with pytest.raises(CaseError, match="has no fact `sined`: the nearest is `signed`"):
        take_out(case, "record-certificate", "sined")
    assert path.read_bytes() == before and len(case.log.lines) == lines


def test_of_a_capture_what_came_with_the_fact_goes_with_it(case: Case, project: Path) -> None:
    from checks.case.capturing import Source, capture
    from checks.evidence.captures.extracting import extracted

    data = b"<html><body><article><p>The harbour is old. Seven boats came on 18 June 2031.</p></article></body></html>"
    source = Source(data, extracted(data, "", "page.html"), "2031-06-21T10:00:00Z", "", None, "page.html")
    capture(case, source, id="page", given={"title": "A page", "publisher": "The harbour"}, stem="page")
    path = case.folder / "evidence" / "page.md"
    before = path.read_bytes()
    note_fact(case, "page", "boats", "Seven boats came on 18 June 2031", **NOTED)
    assert case.evidence("page").words == "Seven boats came on 18 June 2031"
    take_out(case, "page", "boats")
    assert path.read_bytes() == before
    note_passage(case, "page", "The harbour is old.")
    quoted = path.read_bytes()
    note_fact(case, "page", "boats", "Seven boats came on 18 June 2031", **NOTED)
    take_out(case, "page", "boats")
    assert path.read_bytes() == quoted
    whole(case)

"""Documents, registers and YAML: strict, and hostile input is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.evidence.documents import quoted_words, read_document, split
from checks.evidence.registers import read_register
from checks.evidence.written import MOST_BYTES, read_text, read_yaml

GOOD = """---
title: "A report"
publisher: The Post
url: https://example.org/a
published: 2031-05-01
retrieved: 2031-05-02
obtained: read
standing: secondary
facts:
  sale: {about: the sale, value: "1.2", unit: million pounds, at: 2031-04, words: {exact: "1.2 million pounds"}}
---
Our note says 3.4 million.

> The sale brought 1.2 million pounds,
> the council said.

> It ended in April.
"""


def read(tmp_path: Path, text: str | bytes):  # type: ignore[no-untyped-def]
    path = tmp_path / "a-report.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_document(path, "evidence/a-report.md", "evidence")


def test_a_document_and_its_facts(tmp_path: Path) -> None:
    document = read(tmp_path, GOOD)
    assert document.words == "The sale brought 1.2 million pounds, the council said.\n\nIt ended in April."
    fact = document.facts["sale"]
    assert (fact.ref, fact.value, fact.standing) == ("a-report#sale", "1.2", "secondary")
    assert fact.passage.state == "found in our excerpt only"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("publisher: The Post", "publihser: The Post", 3, "unknown field `publihser`: the nearest is `publisher`"),
        ("url: https://example.org/a\n", "", 2, "the field `url` is missing"),
        ("retrieved: 2031-05-02", "retrieved: 2031-04-30", 5, "after it was retrieved"),
        ("published: 2031-05-01", "published: 31 April 2031", 5, "not a day of the calendar"),
        ("standing: secondary", "standing: excellent", 8, "the standing `excellent` is none"),
        ("obtained: read", 'obtained: ""', 7, "`obtained` is empty"),
        ('value: "1.2"', 'value: "1.3"', 10, "the digits 3, which"),
        ('exact: "1.2 million pounds"', 'exact: "1.2 million crowns"', 10, "does not stand in the text"),
        ('exact: "1.2 million pounds"', 'exact: "1.2 million"', 10, None),
        ('exact: "1.2 million pounds"', 'exact: "3.4 million"', 10, "in our note, not in the source's words"),
        ('exact: "1.2 million pounds"', 'exact: "1.2 Million  pounds"', 10, "stands in the text as “1.2 million pounds”"),
        ('exact: "1.2 million pounds"', 'exact: "i"', 10, "times"),
        ("at: 2031-04,", "at: 2031-04, role: signd,", 10, "the nearest is `signed`"),
        ('value: "1.2", unit: million pounds, ', "", 10, "add `role`"),
        ('value: "1.2", unit: million pounds', "value: six months", 10, "does not stand in"),
        ("title: ", "title: x\ntitle: ", 3, "a second time"),
        ("title: ", "\ttitle: ", 2, "tab"),
        ('title: "A report"', "title: *bomb", 2, "alias"),
        ('title: "A report"', "title: !!python/object:os.system x", 2, "the tag"),
        ("publisher: The Post", "publisher: [The, Post]", 3, "plain text"),
    ],
)  # fmt: skip
def test_what_is_not_as_it_must_be_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, says: str | None
) -> None:
    assert GOOD.count(old) == 1
    if says is None:
        assert read(tmp_path, GOOD.replace(old, new)).facts["sale"].value == "1.2"
        return
    with pytest.raises(CaseError) as error:
        read(tmp_path, GOOD.replace(old, new))
    assert str(error.value).startswith(f"evidence/a-report.md:{line}: ")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "must begin with front matter"),
        (b"---\ntitle: x\n", "must begin with front matter"),
        (b"\x89PNG\x00\x00", "binary"),
        ("---\n".encode("utf-16"), "UTF-16"),
        (b"---\ntitle: caf\xe9\n---\n", "not UTF-8"),
        (b"---\n" + b"a: {" * 3000 + b"\n---\n", "nested too deeply"),
        (b"---\n- a\n---\n", "must be a mapping"),
    ],
)
def test_bad_bytes_give_one_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(CaseError, match=says) as error:
        read(tmp_path, data)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("at", "words", "holds"),
    [
        ("2031-06-16", "Signed on 16 June 2031", True),
        ("2031-06-18", "Signed on 16 June 2031", False),
        ("2031-06-16", "signed on June 16", True),
        ("2030-06-16", "signed on June 16, 2031", False),
        ("2031-06", "signed on June 16, 2031", True),
        ("2031-06-16", "signed last Tuesday", True),
        ("2031-06-17", "on 16 June, and again on 17 June", True),
    ],
)
def test_a_fact_s_time_is_held_to_the_date_in_its_words(tmp_path: Path, at: str, words: str, holds: bool) -> None:
    text = GOOD.replace('value: "1.2", unit: million pounds, at: 2031-04, words: {exact: "1.2 million pounds"}',
                        f'role: signed, at: {at}, words: {{exact: "{words}"}}').replace("It ended in April.", words)  # fmt: skip
    if holds:
        assert read(tmp_path, text).facts["sale"].at
    else:
        with pytest.raises(CaseError, match="correct one"):
            read(tmp_path, text)


def test_missing_huge_and_folder(tmp_path: Path) -> None:
    (tmp_path / "big.md").write_bytes(b"a" * (MOST_BYTES + 1))
    for name, says in (("none.md", "no such file"), ("big.md", "the most that is read"), (".", "folder")):
        with pytest.raises(CaseError, match=says):
            read_text(tmp_path / name, name)


@given(st.text(max_size=80))
def test_any_text_is_yaml_or_a_case_error(text: str) -> None:
    try:
        read_yaml(text, "f.yaml")
    except CaseError as error:
        assert "\n" not in str(error)


@given(st.text(alphabet="a>-\n ’", max_size=80))
def test_a_body_comes_back_as_it_was_put_in(body: str) -> None:
    head, found = split(f"---\ntitle: x\n---\n{body}\n", "f.md")
    assert (head, found) == ("title: x\n", body)


@given(st.text(alphabet="ab>\n ", max_size=60))
def test_the_source_s_words_are_only_what_is_quoted(body: str) -> None:
    quoted = quoted_words(body)
    marked = "".join(line[1:] for line in body.splitlines() if line.startswith(">"))
    assert "".join(quoted.split()) == "".join(marked.split()) or ">" in marked


PAGE = """---
title: Officers
publisher: The club
url: ""
licence: MIT
standing: primary
covers: 2030/2031
columns: {id: i, person: p, start: s, end: e, source_url: u, standing: t, obtained: o, retrieved: r, words: w}
---
"""
ROWS = """id,person,start,end,source_url,standing,obtained,retrieved,words
hale,Jonas Hale,2030-01-01,2030-03-31,the book,primary,read,2031-06-21,
vane,"Vane, Ida",2030-04-01,,the book,primary,read,2031-06-21,for life
"""


def register(tmp_path: Path, rows: str = ROWS, page: str = PAGE):  # type: ignore[no-untyped-def]
    (tmp_path / "officers.md").write_text(page)
    (tmp_path / "officers.csv").write_text(rows)
    return read_register(tmp_path, "officers", "data/reference/officers.csv")


def test_a_register(tmp_path: Path) -> None:
    found = register(tmp_path)
    assert [row.ref for row in found.rows] == ["officers#hale", "officers#vane"]
    assert str(found.rows[1].span) == "2030-04-01/.."
    assert str(found.rows[1].known) == "2030-04-01/2031-06-21"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("id,person,start", "id,persons,start", 1, "its columns must be"),
        ("vane,", "hale,", 3, "a second time"),
        ("2030-03-31", "2029-03-31", 2, "ends before it begins"),
        ('"Vane, Ida"', "Vane, Ida", 3, "cells"),
        (",,the book", ",,", 3, "`source_url` is empty"),
        ("hale,Jonas", "Hale 1,Jonas", 2, "cannot be an id"),
        ("2030-01-01,2030-03-31", "2030-01-32,2030-03-31", 2, "not a day"),
        (
            "2030-04-01,,the book,primary,read,2031-06-21",
            "2030-04-01,,the book,primary,read,2029-06-21",
            3,
            "before it began",
        ),
        ("2030-01-01,2030-03-31", "2030-01,2030-03-31", 2, "state the day"),
        ("the book,primary,read,2031-06-21,for", "the book,good,read,2031-06-21,for", 3, "standing"),
    ],
)
def test_a_register_that_is_not_as_it_must_be(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    assert ROWS.count(old) == 1
    with pytest.raises(CaseError) as error:
        register(tmp_path, ROWS.replace(old, new))
    assert str(error.value).startswith(f"data/reference/officers.csv:{line}: ")
    assert says in str(error.value)

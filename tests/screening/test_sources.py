"""Where articles come from: each kind of source walked, in order, and nothing dropped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from screened_articles import KINDS, hostile

from checks.case.errors import CaseError
from checks.screening.one import screened
from checks.screening.sources import MOST_LINES, Item, items_in

SAID = "The council voted on Monday to repair the bridge in Calder."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*sources: str, **more: Path) -> list[str]:
    return [item.source for item in items_in(sources, **more)]


def the_bytes(item: Item) -> bytes:
    return Path(item.path).read_bytes()[item.start : item.start + item.size]


def test_a_folder_is_walked_in_the_order_of_its_paths_and_each_file_once(folder: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/B.html", ".hidden.txt", "a/.git/x.txt", "out/screened.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(SAID)
    assert names(".", without=Path("out")) == ["a/B.html", "a/z.md", "b.txt"]
    assert names("b.txt", "a", "a/z.md", "./b.txt", "*.txt", without=Path("out")) == ["a/B.html", "a/z.md", "b.txt"]
    assert names("**/*.md") == ["a/z.md"]


def test_what_is_not_there_is_said_at_once(folder: Path) -> None:
    with pytest.raises(CaseError, match=r"^gone: there is no such file or folder: name folders, globs or files"):
        names("gone")
    with pytest.raises(CaseError, match=r"no file matches it"):
        names("*.txt")


def test_lines_of_json_are_counted_with_the_blank_ones_and_found_again_by_their_bytes(folder: Path) -> None:
    lines = [json.dumps({"text": SAID}), "", '{"text": "Zwölf"}', " \t", '{"text": "the last"}']
    (folder / "a.jsonl").write_text("\n".join(lines))
    found = list(items_in(["a.jsonl"]))
    assert [item.source for item in found] == ["a.jsonl#1", "a.jsonl#3", "a.jsonl#5"]
    assert [the_bytes(item).decode() for item in found] == [line for line in lines if line.strip()]


def test_a_line_longer_than_an_article_is_known_without_holding_it(folder: Path) -> None:
    with (folder / "a.jsonl").open("wb") as file:
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'\n{"text": "the next"}\n')
    long, after = items_in(["a.jsonl"])
    assert long.trouble == "it has 50,000,000 bytes, and 4,000,000 are the most that are read of one article"
    assert (after.source, after.trouble, the_bytes(after)) == ("a.jsonl#2", "", b'{"text": "the next"}')


def test_rows_of_a_table_may_hold_line_ends_and_quotation_marks(folder: Path) -> None:
    rows = ["one,1", '"two\n\nlines, ""so""",2', '5" pipe,3', "", "zwölf,4"]
    (folder / "a.csv").write_text("\ufeffText,n\r\n" + "\r\n".join(rows) + "\r\n", newline="")
    found = list(items_in(["a.csv"]))
    assert [item.source for item in found] == [f"a.csv#{number}" for number in (1, 2, 3, 4)]
    assert [the_bytes(item).decode().strip() for item in found] == [row for row in rows if row]
    assert {item.columns for item in found} == {("text", "n")}


def test_a_quotation_mark_that_is_never_closed_costs_one_row(folder: Path) -> None:
    rows = [f"The council voted {number} times" for number in range(MOST_LINES + 20)]
    rows[7] = '"' + rows[7]
    (folder / "a.csv").write_text("\n".join(["text", *rows]))
    found = list(items_in(["a.csv"]))
    assert len(found) == len(rows)
    assert [number for number, item in enumerate(found) if item.trouble] == [7]
    assert the_bytes(found[8]).decode() == rows[8]


def test_a_list_of_captures_names_documents_and_files(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "page.html").write_text("<p>")
    (folder / "in" / "doc.md").write_text("---")
    (folder / "in" / "all.list").write_text("page.html\n\ndoc.md\ngone.md\n")
    found = list(items_in(["in/all.list"]))
    assert [(item.source, item.kind) for item in found] == [
        ("in/page.html", "file"), ("in/doc.md", "capture"), ("in/gone.md", "capture"),
    ]  # fmt: skip
    assert [bool(item.trouble) for item in found] == [False, False, True]


def test_each_hostile_input_is_one_failure_with_a_reason(folder: Path) -> None:
    assert hostile(folder / "in", len(KINDS)) == len(KINDS)
    found = [screened(item) for item in items_in(["in"])]
    assert [list(one) for one in found] == [["failures"]] * len(KINDS)
    reasons = [one["failures"][0][1] for one in found]
    assert not [reason for reason in reasons if not reason or "report it" in reason or "\n" in reason]

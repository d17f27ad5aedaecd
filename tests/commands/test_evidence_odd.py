"""Odd pages, odd files and odd hands: what a hostile web and a hasty colleague do to the evidence of a case."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command
from pytest_httpserver import HTTPServer
from served_pages import CASE, STORY, page
from werkzeug import Response

from checks.case.capturing import Source
from checks.case.capturing import capture as put
from checks.case.excerpting import excerpt
from checks.case.folder import Case
from checks.case.verify import verify, verify_case
from checks.evidence.captures.extracting import extracted
from checks.evidence.documents import split

Served = Callable[..., str]
AT = "2031-05-07T10:00:00Z"
TITLES = {
    "front-matter": "a\n---\nb: [1]\n# c",
    "quotation-marks": '"it\'s": {a: b}, - c # d',
    "terminal-orders": "\x1b[31mred\x07 \x9b2J",
    "turned-about": "\u202eabc\u2066",
    "nul": "a\0b",
    "nothing-yaml": "~",
    "anchors": "&a *b !!python/object:c",
    "three-dashes": "---",
    "mark-up": "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;",
    "template": "{{ 7*7 }} {% raw %}",
    "line-ends": "a\x85b\u2028c\u2029d",
    "no-characters": "\ufffe\uffff \U000e0041",
    "long": "x" * 2_000_000,
}


def whole(project: Path) -> dict[str, bytes]:
    """Every file of a project, hidden ones too, by its path."""
    return {
        str(path.relative_to(project)): path.read_bytes()
        for path in sorted(project.rglob("*"))
        if path.is_file() and "build" not in path.relative_to(project).parts
    }


def captured(case: Case, body: str | bytes, id: str, **more: object) -> None:
    data = body.encode() if isinstance(body, str) else body
    kind = str(more.pop("kind", "text/html"))
    put(case, Source(data, extracted(data, kind), AT, f"https://harbour.example/{id}"), id=id, **more)  # type: ignore[arg-type]


def told(case: Case) -> list[str]:
    """What differs in the case as it lies on the disk."""
    return verify_case(case.name, case.root).differences


@pytest.fixture
def case(evidence: Path, project: Path) -> Case:
    return Case(CASE, project)


def test_no_title_breaks_a_case_or_reaches_a_reader_as_mark_up(
    checks: Command, evidence: Path, project: Path, tmp_path: Path
) -> None:
    saved = []
    for name, title in TITLES.items():
        saved.append(tmp_path / f"{name}.html")
        saved[-1].write_text(page(*STORY, f"This is the page {name}.", title=title), encoding="utf-8")
    done = checks("capture", CASE, *map(str, saved))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("captured and sealed") == len(TITLES)
    made = [path for path in evidence.glob("*.md") if path.with_suffix(".html").exists()]
    assert len(made) == len(TITLES)
    for path in made:
        text = path.read_text(encoding="utf-8")
        assert not {"\x1b", "\x07", "\x9b", "\0", "\u202e", "\u2066", "\x85", "\u2028"} & set(text)
        title = split(text, path.name)[0].partition("\n")[0]
        assert title.startswith("title: ")
        assert len(title) < 400
    assert verify(Case(CASE, project)).differences == []
    assert checks("report", CASE).returncode == 0
    report = (project / "build" / f"{CASE}.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in report
    assert "<script>alert" not in report
    assert "<img src=x" not in report


@pytest.mark.parametrize(
    "file", ["../../x", "/etc/passwd", "other.html", "fees.md", "fees.csv", "fees", "FEES.html", ".html", "fees.a.b"]
)
def test_a_capture_that_points_elsewhere_is_not_followed(file: str, case: Case) -> None:
    captured(case, page(*STORY), "fees")
    document = case.folder / "evidence" / "fees.md"
    document.write_text(document.read_text().replace("file: fees.html", f'file: "{file}"'))
    differences = told(case)
    assert any("fees.md" in one and "its seal" in one for one in differences)
    assert any("fees.md:" in one and "`file`" in one for one in differences)


def test_a_link_in_the_place_of_captured_bytes_is_named(case: Case, tmp_path: Path) -> None:
    captured(case, page(*STORY), "fees")
    elsewhere = tmp_path / "elsewhere.html"
    elsewhere.write_text("nothing that belongs to the case")
    bytes_ = case.folder / "evidence" / "fees.html"
    bytes_.unlink()
    bytes_.symlink_to(elsewhere)
    differences = told(case)
    assert any("fees.html" in one and "link" in one for one in differences)
    assert any("fees.md" in one and "not those captured" in one for one in differences)


@pytest.mark.parametrize("field", ["redirects: {a: b}", "drawn: [a]", "after: [fees]", "pixels: {a: b}", "who: me"])
def test_a_field_of_a_capture_that_is_none_is_named_with_its_line(field: str, case: Case) -> None:
    captured(case, page(*STORY), "fees")
    document = case.folder / "evidence" / "fees.md"
    text = document.read_text().replace("  keep: quotations\n", f"  keep: quotations\n  {field}\n")
    document.write_text(text)
    line = text.split("\n").index(f"  {field}") + 1
    assert any(f"fees.md:{line}: " in one for one in told(case)), told(case)


@pytest.mark.parametrize(
    "body",
    ["---\n> x\n# y\n- z\n\n>\n  > a\n\x0c--- \nend \u2028 line", "\n".join(f"line {n}" for n in range(20_000)), "😀 " * 9000],
    ids=["marks", "lines", "emoji"],
)  # fmt: skip
def test_a_whole_text_that_looks_like_a_document_stays_a_text(body: str, case: Case) -> None:
    captured(case, body, "whole", kind="text/plain; charset=utf-8", keep="text")
    again = Case(CASE, case.root)
    kept = again.evidence("whole")
    assert "".join(kept.words.split()) == "".join(extracted(body.encode(), "text/plain").text.split())
    found = verify(again)
    assert found.differences == []
    assert any("found in the capture" in line for line in found.captures)


@pytest.mark.parametrize(
    ("asked", "quoted"),
    [
        ("dredging in spring. Boat owners told", "dredging in spring. Boat owners told"),
        ("dredging in spring.\n\n  Boat   owners", "dredging in spring. Boat owners"),
        ("MOORING fees by twelve percent,", "mooring fees by twelve percent,"),
        ("the mayor's own 'plan'", "the mayor’s own ‘plan’"),
        ("cost (with tax) $3.50", "cost (with tax) $3.50"),
        ("design, [sic] it is said", "design, [sic] it is said"),
    ],
)
def test_words_are_quoted_as_they_stand_and_found_again(asked: str, quoted: str, case: Case) -> None:
    captured(
        case, page(*STORY, "It was the mayor’s own ‘plan’ of design, [sic] it is said, and cost (with tax) $3.50."), "fees"
    )  # fmt: skip
    assert excerpt(case, "fees", asked) == quoted
    found = verify(Case(CASE, case.root))
    assert found.differences == []
    assert any("1 passage found in the capture" in line for line in found.captures)


@pytest.mark.parametrize("asked", ["", "  ", "…", "“”", "> ", "fees " * 20_000, "Ines Okafor … breakwater", "\x1b[31m"])
def test_words_that_cannot_be_quoted_change_nothing(asked: str, case: Case) -> None:
    captured(case, page(*STORY), "fees")
    before = whole(case.root)
    with pytest.raises(Exception, match=r"is not in the capture|name the words"):
        excerpt(case, "fees", asked)
    assert whole(case.root) == before


def _sent(status: int, headers: dict[str, str]) -> Callable[[object], Response]:
    return lambda _: Response(b"some bytes", status=status, headers=headers)


ANSWERS = {
    "unknown status": (_sent(999, {}), "999"),
    "packed, it says": (_sent(200, {"Content-Encoding": "gzip"}), "cannot be unpacked"),
    "packed otherwise": (_sent(200, {"Content-Encoding": "br"}), "packed as br"),
    "sent to a script": (_sent(302, {"Location": "javascript:alert(1)"}), "redirects to"),
    "sent to no host": (_sent(302, {"Location": "http://"}), "redirects to"),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_odd_answer_is_one_sentence_and_nothing_is_written(
    answer: str, checks: Command, evidence: Path, project: Path, httpserver: HTTPServer
) -> None:
    handler, sentence = ANSWERS[answer]
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/x").respond_with_handler(handler)
    before = whole(project)
    done = checks("capture", CASE, httpserver.url_for("/x"), "--allow-private", "--id", "x")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert sentence in done.stderr
    assert whole(project) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--keep", "all"),
        ("--standing", "hearsay"),
        ("--published", "soon"),
        ("--retrieved", "2031"),
        ("--id", "con.fusion"),
    ],
)
def test_an_option_that_cannot_be_leaves_every_byte(
    words: tuple[str, str], checks: Command, evidence: Path, project: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(page(*STORY))
    before = whole(project)
    done = checks("capture", CASE, str(saved), *words)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert words[1] in done.stderr
    assert whole(project) == before


@pytest.mark.parametrize("body", [b"<html>outage</html>", b"{}", b'[["a"]]', b"\xff\xfe\0", b"[" * 100_000, b"null"])
def test_a_wrong_answer_is_no_search(
    body: bytes, checks: Command, evidence: Path, project: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "answer.json"
    saved.write_bytes(body)
    before = whole(project)
    done = checks(
        "search", CASE, "wayback", "https://harbour.example/fees", "--claim", "president-lindqvist",
        "--answer", str(saved), "--retrieved", "2031-05-10",
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert whole(project) == before


def test_what_a_killed_write_leaves_behind_is_no_part_of_the_case(case: Case) -> None:
    (case.folder / "evidence" / ".fees.html.new").write_bytes(b"<html><p>half of a pa")
    (case.folder / ".seals.txt.new").write_bytes(b"half of a se")
    assert told(case) == []
    captured(case, page(*STORY), "fees")
    assert told(case) == []
    assert not list(case.folder.rglob(".*.new"))


def test_a_log_whose_last_line_was_torn_takes_a_capture(case: Case) -> None:
    log = case.folder / "log.jsonl"
    whole_lines = log.read_bytes()
    log.write_bytes(whole_lines + b'{"when": "2031')
    captured(case, page(*STORY), "fees")
    lines = log.read_bytes().splitlines()
    assert lines[:-1] == whole_lines.splitlines()
    assert json.loads(lines[-1])["to"]["document"] == "fees"

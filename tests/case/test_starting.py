"""A new case: what it is made of, from whatever an article comes as; and nothing at all if anything is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.starting import new_case
from checks.case.verify import verify_case

NAME = "2031-06-pier"
STORY = (
    "The harbour board voted on Thursday to raise the fees by 12 percent. Last Friday the pier was closed for repairs.\n\n"
    "“It is not safe,” said Ines Okafor, who chairs the board, and she asked the boats to wait for two weeks.\n"
)
PAGE = (
    "<!doctype html><html lang=en><head><title>Pier closed | The Post</title>"
    '<meta property="article:published_time" content="2031-06-19T08:00:00Z">'
    '<meta property="og:site_name" content="The Post"></head><body><nav><a href=/>Home</a></nav><article>'
    "<h1>Pier closed for repairs</h1>"
    + "".join(f"<p>{line}</p>" for line in STORY.split("\n") if line)
    + "</article></body></html>"
)


def left(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def made(project: Path, name: str, content: str | bytes, **fields: str) -> Case:
    source = project.parent / name
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    new_case(NAME, source, fields, project)
    return Case(NAME, project)


def test_a_text_is_kept_as_it_stands_and_its_claims_are_only_proposed(project: Path) -> None:
    case = made(project, "a.txt", STORY, published="2031-06-20")
    assert case.article.text == STORY
    assert case.article.obtained == "given as a text file"
    assert (len(case.claims.of), case.accounts.covered) == (0, 0)
    assert len(case.claims.proposed) >= 3
    assert [path.name for path in sorted(case.notebooks.iterdir())] == [
        "01-read-the-article.ipynb", "02-the-desk.ipynb", "03-check-the-claims.ipynb", "04-report.ipynb",
    ]  # fmt: skip
    unsealed = [line for line in verify_case(NAME, project).differences if "has no seal" not in line]
    assert unsealed == []
    assert not [one for one in left(project) if ".new" in one]


def test_a_page_gives_its_article_and_what_it_states(project: Path) -> None:
    article = made(project, "a.html", PAGE).article
    assert article.words.startswith("Pier closed for repairs\n\nThe harbour board voted")
    assert "Home" not in article.words
    assert (article.title, article.publisher, str(article.published)) == (
        "Pier closed for repairs", "The Post", "2031-06-19",
    )  # fmt: skip


def test_front_matter_is_no_part_of_the_article(project: Path) -> None:
    head = "---\ntitle: Pier closed\npublished: 2031-06-19\nurl: https://post.example/1\ndraft: no\n---\n"
    article = made(project, "a.md", f"{head}\n# Pier closed\n\n{STORY}").article
    assert article.words.startswith("# Pier closed\n\nThe harbour")
    assert (article.title, article.url, str(article.published)) == (
        "Pier closed", "https://post.example/1", "2031-06-19",
    )  # fmt: skip


def test_dates_are_counted_from_the_dateline_where_there_is_one(project: Path) -> None:
    case = made(project, "a.txt", STORY, published="2031-06", dateline="2031-06-12")
    assert str(case.reading(names=False).dateline) == "2031-06-12"
    dates = {phrase.exact: str(phrase.when) for phrase in case.reading(names=False).dates}
    assert dates["Last Friday"] == "2031-06-06"
    assert "2031-06-06" in case.written
    assert (str(case.article.published), str(case.article.dateline)) == ("2031-06", "2031-06-12")


@pytest.mark.parametrize(
    ("name", "content", "fields", "says"),
    [
        ("a.txt", STORY, {"dateline": "2031-06"}, "the dateline `2031-06` is not one day"),
        ("a.txt", STORY, {"dateline": "2031-06-21", "published": "2031-06-20"}, "after it was published"),
        ("a.txt", STORY, {"published": "31 April 2031"}, "not a day of the calendar"),
        ("a.txt", STORY, {"standing": "gossip"}, "the standing `gossip` is none"),
        ("a.txt", "Der Pier wurde am Freitag geschlossen, weil er nicht sicher ist. " * 5, {}, "not in English"),
        ("a.txt", "Zamknięto molo.", {}, "no English words"),
        ("a.txt", "2031 12 40", {}, "no English words"),
        ("a.txt", b"\0\1\2", {}, "binary"),
        ("a.html", "<html><body><nav><a href=/>Home</a> <a href=/b>About us</a></nav></body></html>", {}, "no article"),
        ("a.json", '{"the": "pier"}', {}, "JSON"),
    ],
)
def test_what_is_no_article_leaves_nothing(
    project: Path, name: str, content: str | bytes, fields: dict[str, str], says: str
) -> None:
    before = left(project)
    with pytest.raises(CaseError, match=says):
        made(project, name, content, **fields)
    assert left(project) == before


def test_a_name_that_is_taken_leaves_nothing(project: Path) -> None:
    case = made(project, "a.txt", STORY)
    before = left(project), case.seals.path.read_bytes()
    with pytest.raises(CaseError, match=f"there is a case `{NAME}` already"):
        made(project, "a.txt", STORY)
    assert (left(project), case.seals.path.read_bytes()) == before


def test_what_fails_at_the_end_leaves_nothing(project: Path) -> None:
    before = left(project)
    source = project.parent / "a.txt"
    source.write_text(STORY)

    def finish(there: Path) -> None:
        assert (there / "notebooks" / NAME / "04-report.ipynb").exists()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        new_case(NAME, source, {}, project, finish)
    assert left(project) == before


def test_a_full_disk_leaves_nothing(project: Path) -> None:
    """A limit on the size of files stands for the disk: what is written beyond it fails as on a full one."""
    before = left(project)
    source = project.parent / "a.txt"
    source.write_text(STORY * 8)
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nimport nbformat\n"
        "from checks.case.errors import CaseError\nfrom checks.case.starting import new_case\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        f"try:\n    new_case('{NAME}', Path('{source}'), {{}}, Path('.').resolve())\n"
        "except CaseError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "was not written (File too large)" in done.stdout, done.stdout + done.stderr
    assert left(project) == before

"""`checks revise`, run as a user runs it: what it prints, where the note goes, and each bad input in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Command
from test_commands import one_sentence, snapshot

LARKMERE = "2031-06-larkmere-mile"
NEW = (
    "Larkmere Mile record confirmed\n\nClub president Marta Lindqvist signed the certificate for the Larkmere Mile record on "
    "16 June 2031. Tess Okafor “swam the last quarter as if the lake were downhill,” the club’s bulletin said. A protest "
    "against the time must be lodged within 14 days, by 30 June 2031. The club has apologised.\n"
)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_it_prints_what_was_kept_reopened_and_gone_and_the_note(checks: Command, new: Path) -> None:
    done = checks("revise", LARKMERE, str(new), "--because", "corrected by the paper", "--on", "2031-06-25")
    assert done.returncode == 0, done.stderr
    for line in (
        "version 2 of the article; version 1 is kept in its folder `versions`",
        "kept: president-lindqvist, certificate-signed-16-june, swam-downhill\n",
        "reopened: protest-within-14-days: its words changed: “A protest",
        f"checks sign {LARKMERE} protest-within-14-days",
        "gone: finest-swim: its words are no longer in the article: take out notebooks/",
        "UNREAD: The club has apologised\n",
        "# Correction: Larkmere Mile record confirmed\n\n25 June 2031\n",
    ):
        assert line in done.stdout, done.stdout
    again = one_sentence(checks("revise", LARKMERE, str(new)))
    assert "the case differs from its own record" in again


def test_the_note_goes_to_a_file(project: Path, checks: Command, new: Path) -> None:
    done = checks("revise", LARKMERE, str(new), "--out", "note.md")
    assert done.returncode == 0
    assert "# Correction" not in done.stdout
    assert (project / "note.md").read_text(encoding="utf-8").startswith("# Correction: Larkmere")


@pytest.mark.parametrize(
    ("content", "more", "says"),
    [
        (b"", (), "it is empty"),
        (b" \n -- \n", (), "no text in it"),
        (b"\x89PNG\r\n\x00\x00", (), "article.txt"),
        (("Der Verein hat die Urkunde am Montag unterschrieben, und niemand hat widersprochen. " * 5).encode(), (), "not in English"),
        (None, (), "no such file"),
        ("the same", (), "there is nothing to revise"),
        (NEW.encode(), ("--on", "June 2031"), "--on is a day"),
        (NEW.encode(), ("--on", "31 June 2031"), "not a day of the calendar"),
        (NEW.encode(), ("--published", "31 June 2031"), "not a day of the calendar"),
        (NEW.encode(), ("--published", "2031-06-22"), "after it was retrieved"),
        (NEW.encode(), ("--out", "nowhere/note.md"), "no such folder"),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_and_nothing_is_written(
    project: Path, checks: Command, tmp_path: Path, content: bytes | str | None, more: tuple[str, ...], says: str
) -> None:
    path = tmp_path / "article.txt"
    if content == "the same":
        content = (
            (project / "data/cases" / LARKMERE / "article.md").read_text(encoding="utf-8").split("---\n", 2)[2].encode()
        )
    if isinstance(content, bytes):
        path.write_bytes(content)
    before = snapshot(project)
    assert says in one_sentence(checks("revise", LARKMERE, str(path), *more))
    assert snapshot(project) == before
    assert not list(project.rglob("*.new"))


def test_an_unknown_case(checks: Command, new: Path) -> None:
    assert "the nearest is `2031-06-larkmere-mile`" in one_sentence(checks("revise", "2031-06-larkmere-mil", str(new)))

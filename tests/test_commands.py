"""The commands, run as a user runs them: what they print, what they leave, how they end."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from conftest import CASES, Command

STORY = "Bridge closed\n\nThe council closed the bridge on 2 May 2031. “It is not safe,” said the mayor.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def snapshot(project: Path) -> dict[str, str]:
    """Every file by its sha256; `build` is scratch, such as texts taken from captures."""
    return {
        path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in project.rglob("*")
        if path.is_file() and path.relative_to(project).parts[0] != "build"
    }


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_list_and_explain(checks: Command) -> None:
    listed = checks("list")
    assert listed.returncode == 0
    for word in (*CASES, "held_office_on_date: Did this person", "words accounted for"):
        assert word in listed.stdout
    page = checks("explain", "dates_add_up").stdout
    for word in ("Cannot tell:", "Arguments", "after: ", "stands in `asserts` of the claim", "## A vague end"):
        assert word in page, page
    assert "the nearest is `dates_add_up`" in one_sentence(checks("explain", "dates_ad_up"))


def test_one_broken_case_does_not_hide_the_others(project: Path, checks: Command) -> None:
    (project / "data/cases/2025-12-landmines/claims.yaml").write_text("claims: [", encoding="utf-8")
    listed = checks("list")
    assert listed.returncode == 0
    assert "2025-12-landmines: it cannot be opened: " in listed.stdout
    assert "Larkmere Mile" in listed.stdout
    assert "dates_add_up" in listed.stdout


def test_a_report_of_a_case_that_differs_ends_with_1(project: Path, checks: Command) -> None:
    (project / "data/cases/2031-06-larkmere-mile/evidence/note.txt").write_text("x", encoding="utf-8")
    done = checks("report", "2031-06-larkmere-mile", "--out", "out.html")
    assert done.returncode == 1
    assert "note.txt: it has no seal" in done.stdout
    assert (project / "out.html").exists()


def test_anchor_from_inside_the_folder_offers_only_the_source_s_words(project: Path, checks: Command) -> None:
    folder = project / "data/cases/2025-12-landmines/evidence"
    assert "does not stand in it" in one_sentence(
        checks("anchor", "daily-herald-2025-12-19.md", "The report that", cwd=folder)
    )


def test_help_names_every_command_and_what_it_does(checks: Command) -> None:
    text = checks("--help").stdout
    for command in ("list", "explain", "new", "anchor", "run", "verify", "seal", "sign", "report"):
        assert f" {command} " in text
        assert checks(command, "--help").returncode == 0


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("Bridge Closed", STORY.encode(), "cannot name a case"),
        ("../outside", STORY.encode(), "cannot name a case"),
        ("2031-06-larkmere-mile", STORY.encode(), "there is a case `2031-06-larkmere-mile` already"),
        ("2031-05-x", b"", "it is empty"),
        ("2031-05-x", b" \n -- \n", "there is no text in it"),
        ("2031-05-x", b"\x89PNG\r\n\x00\x00", "a PNG picture"),
        ("2031-05-x", b"The \x00\x01\x02 mayor of the \x03 city", "binary"),
        ("2031-05-x", b"the " * 80_000, "300,000 is the most of an article"),
        ("2031-05-x", b"a" * 20_000_001, "the most that is read"),
        ("2031-05-x", None, "no such file"),
    ],
)
def test_a_new_case_that_cannot_be_made_leaves_nothing(
    project: Path, checks: Command, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content)
    before = snapshot(project)
    assert says in one_sentence(checks("new", name, str(path)))
    assert snapshot(project) == before
    assert not list(project.rglob("*.new"))


def test_a_bad_date_for_a_new_case_leaves_nothing(project: Path, checks: Command, story: Path) -> None:
    before = snapshot(project)
    says = one_sentence(checks("new", "2031-05-x", str(story), "--published", "31 April 2031"))
    assert "not a day of the calendar" in says
    assert snapshot(project) == before


def test_without_a_name_nothing_is_made(project: Path, checks: Command, story: Path, tmp_path: Path) -> None:
    before = snapshot(project)
    nobody = {
        "CHECKS_WHO": "",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_SYSTEM": "/dev/null",
        "HOME": str(tmp_path),
    }
    assert "CHECKS_WHO" in one_sentence(checks("new", "2031-05-x", str(story), **nobody))
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("words", "prints"),
    [
        ("closed the bridge", 'words: {exact: "closed the bridge"}'),
        ('"It is not safe"', 'words: {exact: "“It is not safe,”"}'),
        ("CLOSED THE  BRIDGE", 'words: {exact: "closed the bridge"}'),
        ("the", 'words: {exact: "the", prefix: "closed "}\nwords: {exact: "the", prefix: "said "}'),
    ],
)
def test_anchor_prints_the_shortest_to_paste(checks: Command, story: Path, words: str, prints: str) -> None:
    found = checks("anchor", str(story), words).stdout.strip()
    if words == "the":  # “The” at the head of the sentence is a third place
        assert found.splitlines()[1:] == prints.splitlines()
    else:
        assert found == prints


def test_anchor_finds_words_only_in_what_the_source_said(project: Path, checks: Command) -> None:
    path = project / "data/cases/2025-12-landmines/evidence/daily-herald-2025-12-19.md"
    assert checks("anchor", str(path), "inoperable or unsafe").stdout == 'words: {exact: "inoperable or unsafe"}\n'
    assert "does not stand in it" in one_sentence(checks("anchor", str(path), "The report that all others go back to"))


def test_verify_ends_with_0_1_and_2(project: Path, checks: Command, tmp_path: Path) -> None:
    assert checks("verify", "2025-12-landmines").returncode == 0
    (project / "data/cases/2025-12-landmines/claims.yaml").write_text("claims: [", encoding="utf-8")
    differs = checks("verify", "2025-12-landmines")
    assert differs.returncode == 1
    assert "claims.yaml:1: this YAML cannot be read here" in differs.stdout
    assert "Traceback" not in differs.stderr
    assert "the nearest is `2025-12-landmines`" in one_sentence(checks("verify", "2025-12-landmine"))
    assert "no project here" in one_sentence(checks("verify", "2025-12-landmines", cwd=tmp_path))


def test_seal_adds_and_changes_only_for_a_reason(project: Path, checks: Command) -> None:
    folder = project / "data/cases/2031-06-larkmere-mile"
    (folder / "evidence/note.txt").write_text("x", encoding="utf-8")
    assert "note.txt: it has no seal" in checks("verify", "2031-06-larkmere-mile").stdout
    assert "note.txt: sealed" in checks("seal", "2031-06-larkmere-mile").stdout
    (folder / "evidence/note.txt").write_text("y", encoding="utf-8")
    before = (folder / "seals.txt").read_bytes()
    assert "--because" in one_sentence(checks("seal", "2031-06-larkmere-mile"))
    assert (folder / "seals.txt").read_bytes() == before
    assert "because a slip" in checks("seal", "2031-06-larkmere-mile", "--because", "a slip").stdout
    line = json.loads((folder / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (line["what"], line["who"], line["why"]) == ("seal", "A Tester", "a slip")
    assert list(line["to"]) == ["evidence/note.txt"]
    assert checks("verify", "2031-06-larkmere-mile").returncode == 0
    (folder / "evidence/note.txt").unlink()
    assert "sealed and not there" in one_sentence(checks("seal", "2031-06-larkmere-mile"))
    assert checks("seal", "2031-06-larkmere-mile", "--because", "gone").returncode == 0
    assert checks("verify", "2031-06-larkmere-mile").returncode == 0


# The other cases are run cell by cell under nbval, and one of them in the test of a fresh clone.
def test_running_twice_changes_no_byte_and_frozen_none_at_all(project: Path, checks: Command) -> None:
    case, before = "2031-06-larkmere-mile", snapshot(project)
    done = checks("run", case)
    assert done.returncode == 0, done.stdout + done.stderr
    assert snapshot(project) == before
    frozen = checks("run", case, CHECKS_FROZEN="1", CHECKS_WHO="")
    assert frozen.returncode == 0, frozen.stdout + frozen.stderr
    assert snapshot(project) == before


def test_frozen_an_altered_output_is_named(project: Path, checks: Command) -> None:
    path = project / "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2 July 2031; a start", "3 July 2031; a start"), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    done = checks("run", "2031-06-larkmere-mile", CHECKS_FROZEN="1")
    assert done.returncode == 1
    assert "02-check-the-claims.ipynb, cell 16: it shows something else than was kept" in done.stdout


@pytest.mark.usefixtures("one_notebook")
def test_a_run_withdraws_what_no_cell_asks_any_more(project: Path, checks: Command) -> None:
    case, claim = "2031-06-larkmere-mile", "protest-within-14-days"
    path = project / f"notebooks/{case}/02-check-the-claims.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    asked = [cell for cell in book["cells"] if "dates_add_up, start=" in "".join(cell["source"])]
    assert len(asked) == 1
    book["cells"].remove(asked[0])
    path.write_text(json.dumps(book, indent=1), encoding="utf-8")
    kept = project / f"data/cases/{case}/log.jsonl"
    before = len(kept.read_text(encoding="utf-8").splitlines())
    done = checks("run", case)
    added = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()[before:]]
    withdrawn = [line for line in added if line["to"] is None]
    assert [line["why"] for line in withdrawn] == ["no cell has it any more"]
    assert done.returncode == 1
    assert f"checks sign {case} {claim}" in done.stdout
    assert checks("sign", case, claim).returncode == 0
    assert checks("run", case).returncode == 0


def test_an_error_in_a_notebook_is_told_in_one_line(project: Path, checks: Command) -> None:
    path = project / "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('case.fact(\\"record-certificate#signed\\"),', 'case.fact(\\"record-certificate#sealed\\"),'),
        encoding="utf-8",
    )
    done = checks("run", "2031-06-larkmere-mile")
    assert done.returncode == 1
    assert "`record-certificate` has no fact `sealed`: the nearest is `signed`" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_signing_what_has_not_changed_and_what_is_not_there(checks: Command) -> None:
    assert "nothing it rests on has changed" in checks("sign", "2031-06-larkmere-mile", "finest-swim").stdout
    assert "there is no claim `finest`" in one_sentence(checks("sign", "2031-06-larkmere-mile", "finest"))
    assert "no conclusion to sign" in one_sentence(checks("sign", "2031-06-larkmere-mile", "article"))


def test_a_case_copied_to_another_name_is_noticed(project: Path, checks: Command) -> None:
    import shutil

    shutil.copytree(project / "data/cases/2031-06-larkmere-mile", project / "data/cases/2031-07-copy")
    done = checks("verify", "2031-07-copy")
    assert done.returncode == 1
    assert "seals.txt: these are the seals of `2031-06-larkmere-mile`: begin a case with `checks new`" in done.stdout


@pytest.mark.usefixtures("one_notebook")
def test_what_is_told_can_be_told_to_a_program(project: Path, checks: Command) -> None:
    listed = json.loads(checks("list", "--json").stdout)
    assert sorted(listed["cases"]) == CASES
    assert listed["cases"]["2031-06-larkmere-mile"]["words"] == {"accounted for": 62, "in all": 62}
    assert listed["checks"]["dates_add_up"].endswith("?")
    clean = json.loads(checks("verify", "2031-06-larkmere-mile", "--json").stdout)
    assert clean["captures"] == [
        "data/cases/2031-06-larkmere-mile/evidence: 7 passages found in our excerpt only: nothing was captured"
    ]
    assert (clean["case"], clean["clean"], clean["differences"], clean["notes"]) == (
        "2031-06-larkmere-mile",
        True,
        [],
        [],
    )
    ran = json.loads(checks("run", "2031-06-larkmere-mile", "--json").stdout)
    assert (ran["clean"], ran["claims"]) == (True, {"contradicted": 1, "opinion": 1, "supported": 3})
    (project / "data/cases/2031-06-larkmere-mile/evidence/note.txt").write_text("x", encoding="utf-8")
    differs = checks("verify", "2031-06-larkmere-mile", "--json")
    assert differs.returncode == 1
    assert ["note.txt" in line for line in json.loads(differs.stdout)["differences"]] == [True]

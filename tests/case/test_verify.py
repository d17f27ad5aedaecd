"""The gate: what `verify` must name, each in one sentence."""

from __future__ import annotations

import ast
import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CASES, ROOT, Command

from checks.case.folder import Case, open_case
from checks.case.projects import notebooks_in
from checks.case.running import run
from checks.case.verify import verify, verify_case

LANDMINES, LARKMERE = "2025-12-landmines", "2031-06-larkmere-mile"
Edit = Callable[[Path, str, str], None]


def differences(case: str, project: Path) -> list[str]:
    return verify_case(case, project).differences


def notebook(project: Path, case: str, name: str) -> tuple[Path, dict]:  # type: ignore[type-arg]
    path = project / "notebooks" / case / name
    return path, json.loads(path.read_text(encoding="utf-8"))


def cell_that_has(book: dict, words: str) -> dict:  # type: ignore[type-arg]
    found = [
        cell
        for cell in book["cells"]
        if cell["cell_type"] == "code" and words in "".join("".join(cell["source"]).split())
    ]
    assert len(found) == 1
    return found[0]  # type: ignore[no-any-return]


def save(path: Path, book: dict) -> None:  # type: ignore[type-arg]
    path.write_text(json.dumps(book, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_the_shipped_cases_are_clean(project: Path, case: str) -> None:
    found = verify_case(case, project)
    assert (found.differences, found.notes) == ([], [])


def test_a_an_ask_cell_deleted(project: Path) -> None:
    path, book = notebook(project, LARKMERE, "02-check-the-claims.ipynb")
    book["cells"].remove(cell_that_has(book, 'ask("swam-downhill"'))
    save(path, book)
    named = [line for line in differences(LARKMERE, project) if "no cell asks this any more" in line]
    assert len(named) == 1
    assert "swam-downhill: quotation_is_verbatim (source=club-bulletin-2031-06-18)" in named[0]


def test_a_an_ask_cell_edited(project: Path) -> None:
    path, book = notebook(project, LARKMERE, "02-check-the-claims.ipynb")
    cell = cell_that_has(book, 'ask("swam-downhill"')
    cell["source"] = ['case.ask("swam-downhill", quotation_is_verbatim, source=case.evidence("record-certificate"))']
    save(path, book)
    found = differences(LARKMERE, project)
    assert any("what this cell asks is not in the record" in line and "record-certificate" in line for line in found)
    assert any("no cell asks this any more" in line and "club-bulletin" in line for line in found)


@pytest.mark.usefixtures("one_notebook")
def test_b_a_fact_changed_under_a_signed_conclusion(project: Path, edit: Edit, checks: Command) -> None:
    document = project / "data" / "cases" / LARKMERE / "evidence" / "record-certificate.md"
    edit(document, "at: 2031-06-16, words", "at: 2031-06, words")
    named = [line for line in differences(LARKMERE, project) if "rests on has changed since" in line]
    assert len(named) == 2  # the certificate's day, and the deadline that is counted from it
    assert any("certificate-signed-16-june" in line and "checks sign 2031-06-larkmere-mile" in line for line in named)
    # And so it is named when everything that a machine may do on its own has been done.
    assert checks("seal", LARKMERE, "--because", "misread").returncode == 0
    assert run_here(project) != []
    assert any("rests on has changed since" in line for line in differences(LARKMERE, project))


@pytest.mark.usefixtures("one_notebook")
def test_b_signing_afresh_is_what_settles_it(project: Path, edit: Edit, checks: Command) -> None:
    document = project / "data" / "cases" / LARKMERE / "evidence" / "record-certificate.md"
    edit(document, "about: the certificate,", "about: The certificate,")
    assert checks("seal", LARKMERE, "--because", "a capital letter").returncode == 0
    assert run_here(project) != []
    for claim in ("certificate-signed-16-june", "protest-within-14-days"):
        signed = checks("sign", LARKMERE, claim, CHECKS_WHO="A Second Reader")
        assert "signed by A Second Reader" in signed.stdout
    assert run_here(project) == []
    assert differences(LARKMERE, project) == []


def git(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GIT_AUTHOR_NAME": "T", "GIT_COMMITTER_NAME": "T", "GIT_CONFIG_GLOBAL": os.devnull,
                   "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_EMAIL": "t@example.org"}  # fmt: skip
    return subprocess.run(
        ["git", *words], cwd=project, capture_output=True, text=True, check=False, env=environment
    )  # fmt: skip


def run_here(project: Path, who: str = "A Tester") -> list[str]:
    """`checks run`, in this process: what differs afterwards."""
    os.environ["CHECKS_WHO"] = who
    return run(LARKMERE, project, lambda *_: None).differences


def two_branches(project: Path, ada: tuple[str, str], ben: tuple[str, str]) -> None:
    """Two people change one conclusion each, on branches of their own; the branches are merged."""
    shutil.copy(ROOT / ".gitattributes", project)
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "before")
    for name, (claim, because) in (("ada", ada), ("ben", ben)):
        git(project, "checkout", "-q", "-b", name, "main")
        for path in (project / "notebooks" / LARKMERE).glob("*.ipynb"):
            book = json.loads(path.read_text(encoding="utf-8"))
            for cell in book["cells"]:
                if cell["cell_type"] == "code" and f'conclude("{claim}"' in "".join("".join(cell["source"]).split()):
                    tree = ast.parse("".join(cell["source"]))
                    for node in ast.walk(tree):
                        if isinstance(node, ast.keyword) and node.arg == "because":
                            node.value = ast.Constant(because)
                    cell["source"] = [ast.unparse(tree)]
            save(path, book)
        assert run_here(project, name) == []
        git(project, "commit", "-qam", name)
    # Notebooks are settled by hand, here by keeping Ben's; the record is merged by the rules of .gitattributes.
    merge = git(project, "merge", "-q", "ada", "-X", "ours", "-m", "merged")
    assert merge.returncode == 0, merge.stdout + merge.stderr


@pytest.mark.usefixtures("one_notebook")
def test_c_branches_that_agree(project: Path) -> None:
    two_branches(project, ("finest-swim", "Praise, no more."), ("finest-swim", "Praise, no more."))
    found = verify_case(LARKMERE, project)
    assert [note for note in found.notes if "2 branches were merged here" in note and "and they agree" in note]
    assert run_here(project) == []
    assert differences(LARKMERE, project) == []


@pytest.mark.usefixtures("one_notebook")
def test_c_branches_that_changed_different_claims(project: Path) -> None:
    two_branches(project, ("swam-downhill", "Word for word."), ("finest-swim", "Praise, no more."))
    assert [note for note in verify_case(LARKMERE, project).notes if "and they agree" in note]
    assert run_here(project) == []
    rows = {row["claim"]: row for row in Case(LARKMERE, project).log.of("conclusion")}
    assert (rows["swam-downhill"]["because"], rows["finest-swim"]["because"]) == ("Word for word.", "Praise, no more.")


@pytest.mark.usefixtures("one_notebook")
def test_c_branches_in_conflict(project: Path, checks: Command) -> None:
    two_branches(project, ("finest-swim", "Praise, no more."), ("finest-swim", "Nobody measured it."))
    named = [line for line in differences(LARKMERE, project) if "two branches say different things" in line]
    assert len(named) == 1
    assert all(word in named[0] for word in ("finest-swim", "ada has it opinion", "ben has it opinion", "log.jsonl"))
    assert checks("verify", LARKMERE).returncode == 1
    assert "two branches conclude this differently" in run_here(project)[0]
    assert "signed by ben" in checks("sign", LARKMERE, "finest-swim", CHECKS_WHO="ben").stdout
    assert run_here(project) == []
    assert differences(LARKMERE, project) == []


FLIPS = 2  # in each file


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))  # of one test, so that workers share it; the flips are those of the whole
@pytest.mark.parametrize("case", CASES)
def test_d_any_byte_of_any_file_flipped(project: Path, case: str, part: int) -> None:
    chance = random.Random(case)  # noqa: S311
    files = [path for path in (project / "data" / "cases" / case).rglob("[!.]*") if path.is_file()]
    files += notebooks_in(project / "notebooks" / case)
    flips = [
        (path, chance.randrange(path.stat().st_size), 1 << chance.randrange(8))
        for path in sorted(files)
        for _ in range(FLIPS)
    ]
    missed = []
    for path, at, bit in flips[part::4]:
        whole = path.read_bytes()
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        verified = verify_case(case, project)
        found = verified.differences + (verified.notes if path.suffix == ".ipynb" else [])
        if not any(path.name in line and "\n" not in line for line in found):
            missed.append(f"{path.name} at {at}: {found}")
        path.write_bytes(whole)
    assert missed == []
    assert len(flips) == FLIPS * len(files)
    assert differences(case, project) == []


@pytest.mark.parametrize("case", CASES)
def test_any_file_taken_away_or_added_is_named(project: Path, case: str) -> None:
    folder = project / "data" / "cases" / case
    files = sorted(path for path in folder.rglob("[!.]*") if path.is_file())
    for path in (files + notebooks_in(project / "notebooks" / case))[:: 3 if case == LANDMINES else 1]:
        whole = path.read_bytes()
        path.unlink()
        found = verify_case(case, project)
        assert any(path.name in line for line in found.differences + found.notes), path.name
        path.write_bytes(whole)
    (folder / "evidence" / "note.txt").write_text("x")
    assert any("note.txt: it has no seal" in line for line in differences(case, project))


def test_the_article_may_be_taken_out_while_its_seal_stays(project: Path, checks: Command) -> None:
    (project / "data" / "cases" / LARKMERE / "article.md").unlink()
    found = verify_case(LARKMERE, project)
    assert found.differences == []
    assert ["article.md: not here, only its seal" in note for note in found.notes] == [True]
    assert open_case(LARKMERE).in_order()[0] == "president-lindqvist"
    report = checks("report", LARKMERE, "--out", "out.html")
    assert report.returncode == 0, report.stderr
    assert "not in this copy" in (project / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "change", "says"),
    [
        (1, lambda lines: lines[1:], "a line was changed, moved or taken out"),
        (1, lambda lines: [*lines[:2], *lines[3:]], "a line was changed, moved or taken out"),
        (1, lambda lines: [lines[1], lines[0], *lines[2:]], "a line was changed, moved or taken out"),
        (1, lambda lines: [*lines, lines[-1][:40]], "was never finished"),
        (1, lambda lines: [lines[0].replace("Line by Line", "Someone Else"), *lines[1:]], "a line was changed"),
        (1, lambda lines: [*lines[:1], "{}\n", *lines[1:]], "is not as it was written"),
    ],
)
def test_the_log_is_read_as_a_chain(
    project: Path, number: int, change: Callable[[list[str]], list[str]], says: str
) -> None:
    path = project / "data" / "cases" / LARKMERE / "log.jsonl"
    path.write_text("".join(change(path.read_text(encoding="utf-8").splitlines(keepends=True))), encoding="utf-8")
    assert any(says in line for line in differences(LARKMERE, project))


def test_a_hidden_loop_or_variable_is_not_taken_for_a_question(project: Path) -> None:
    path, book = notebook(project, LARKMERE, "02-check-the-claims.ipynb")
    cell = cell_that_has(book, 'ask("swam-downhill"')
    cell["source"] = [
        'for id in ["swam-downhill"]:\n',
        '    case.ask(id, quotation_is_verbatim, source=case.evidence("x"))',
    ]
    save(path, book)
    assert any("stands inside something else" in line for line in differences(LARKMERE, project))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('if False:\n    case.ask("swam-downhill", quotation_is_verbatim, source=case.evidence("record-certificate"))', "stands inside"),
        ('def f():\n    case.ask("swam-downhill", quotation_is_verbatim)', "stands inside"),
        ('c = case\nc.conclude("finest-swim", "opinion", because="x")', "stands inside"),
        ('case.conclude("finest-swim", "opinion", "x", because="x")', "cannot be made"),
        ('case.conclude("finest-swim")', "cannot be made"),
        ("case.ask()", "cannot be made"),
        ('case.conclude("finest-swim", "opinion", because="x", evidence=["record-certificate#signed"])', "cannot be made"),
        ("case.ask(7, quotation_is_verbatim)", "cannot be made"),
        ('case.searched("a", "b", 0, id="x", claim="finest-swim", on=2031)', "cannot be made"),
        ("%time case", "take out what begins with %"),
        ('case.ask(claim="swam-downhill", check=quotation_is_verbatim, source=case.evidence("record-certificate"))', "is not in the record"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_is_named(project: Path, source: str, says: str) -> None:
    path, book = notebook(project, LARKMERE, "02-check-the-claims.ipynb")
    cell_that_has(book, 'ask("swam-downhill"')["source"] = [source]
    save(path, book)
    assert any(says in line for line in differences(LARKMERE, project)), differences(LARKMERE, project)


def test_complete_is_held_to_what_is_left_without_any_cell(project: Path, edit: Edit) -> None:
    claims = project / "data" / "cases" / LARKMERE / "claims.yaml"
    edit(claims, '\n  - words: {exact: "Tess Okafor"}\n    reason: background', "")
    assert any("it says complete, and this is left: 1 sentence " in line for line in differences(LARKMERE, project))


def test_a_source_that_is_told_otherwise_asks_for_a_fresh_signature(project: Path, edit: Edit, checks: Command) -> None:
    document = project / "data/cases" / LARKMERE / "evidence/record-certificate.md"
    edit(document, "obtained: read at the club's notice board, by hand", "obtained: heard of it")
    assert checks("seal", LARKMERE, "--because", "x").returncode == 0
    assert any("has changed since" in line for line in differences(LARKMERE, project))


def test_a_register_is_sealed_with_the_case_that_asks_it(project: Path, edit: Edit, checks: Command) -> None:
    register = project / "data/reference/us-offices.csv"
    edit(register, "Al Gore,Vice", "Tipper Gore,Vice")
    assert any(
        "data/reference/us-offices.csv: it is not what its seal" in line for line in differences(LANDMINES, project)
    )
    assert checks("seal", LANDMINES, "--because", "x").returncode == 0
    assert differences(LANDMINES, project) == []


def test_frozen_nothing_can_be_sealed_signed_or_begun(project: Path, checks: Command, tmp_path: Path) -> None:
    (project / "data/cases" / LARKMERE / "evidence/note.txt").write_text("x")
    (tmp_path / "a.txt").write_text("Words.")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    for words in (("seal", LARKMERE), ("new", "2031-07-x", str(tmp_path / "a.txt"))):
        done = checks(*words, CHECKS_FROZEN="1")
        assert (done.returncode, "CHECKS_FROZEN" in done.stderr) == (2, True), done.stdout + done.stderr
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_name_that_cannot_be_sealed_is_refused(project: Path, checks: Command) -> None:
    (project / "data/cases" / LARKMERE / "evidence/x\ny.txt").write_text("x")
    seals = (project / "data/cases" / LARKMERE / "seals.txt").read_bytes()
    assert checks("seal", LARKMERE).returncode == 2
    assert (project / "data/cases" / LARKMERE / "seals.txt").read_bytes() == seals


def test_what_jupyterlab_adds_when_it_saves_is_noted_and_no_more(project: Path) -> None:
    path, book = notebook(project, LARKMERE, "02-check-the-claims.ipynb")
    book["metadata"]["language_info"] |= {"version": "3.14.0", "file_extension": ".py"}
    book["cells"][1]["metadata"]["execution"] = {"iopub.status.busy": "2031-06-21T10:00:00Z"}
    path.write_text(json.dumps(book, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    found = verify_case(LARKMERE, project)
    assert found.differences == []
    assert ["only in what JupyterLab adds when it saves" in note for note in found.notes] == [True]


def test_a_link_out_of_the_case_is_refused(project: Path) -> None:
    (project / "data" / "cases" / LARKMERE / "evidence" / "passwd.md").symlink_to("/etc/passwd")
    assert any("this is a link" in line for line in differences(LARKMERE, project))


def test_closing_a_complete_case_raises_while_something_is_left(project: Path, edit: Edit) -> None:
    claims = project / "data" / "cases" / LARKMERE / "claims.yaml"
    edit(claims, '\n  - words: {exact: "Tess Okafor"}\n    reason: background', "")
    with pytest.raises(Exception, match=r"it says complete, and this is left: 1 sentence has UNREAD words"):
        open_case(LARKMERE).close()


def test_closing_prints_what_is_left_of_a_case_in_progress(
    project: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = project / "data" / "cases" / LARKMERE / "claims.yaml"
    edit(claims, "status: complete", "status: in-progress")
    edit(claims, '\n  - words: {exact: "Tess Okafor"}\n    reason: background', "")
    open_case(LARKMERE).close()
    assert "left to do: 1 sentence has UNREAD words" in capsys.readouterr().out


def test_verifying_writes_nothing(project: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    verify(Case(LANDMINES, project))
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()} == before

"""`checks bundle`, and the other files that `checks report` writes, as a user runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Command
from published import published

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.commands.bundling import bundle
from checks.report.data_files import data_file

CASE = "start-here"


def test_a_bundle_is_written_and_verified_by_what_is_in_it(checks: Command, project: Path) -> None:
    done = checks("bundle", CASE, "out/bundle.zip")
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[0].startswith("bundle:   out/bundle.zip: 19 files, ")
    script = project / "verify.py"
    subprocess.run(
        [sys.executable, "-c", "import zipfile; zipfile.ZipFile('out/bundle.zip').extract('verify.py')"],
        cwd=project, check=True,
    )  # fmt: skip
    seen = subprocess.run(
        [sys.executable, "-I", "-S", str(script), "out/bundle.zip"],
        cwd=project, capture_output=True, text=True, check=False, env={}, encoding="utf-8",
    )  # fmt: skip
    assert seen.stdout.endswith("all as it was\n")
    assert said[1].split(": ")[1].removeprefix("sha256 ") in seen.stdout


def test_redactions_are_told_as_lines_and_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    left_out = ["visitors-book-2036", "article"]
    bundle(CASE, Path("b.zip"), redact=left_out, because="asked for")
    said = capsys.readouterr().out
    assert f"left out: data/cases/{CASE}/article.md: redacted: asked for" in said
    assert f"still quoted in data/cases/{CASE}/claims.yaml: " in said
    bundle(CASE, Path("b.zip"), redact=left_out, because="asked for", as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert [one["how"] for one in told["left_out"]] == ["redacted", "redacted", "redacted"]
    assert told["bundle"] == "b.zip"
    assert len(told["sha256"]) == 64


@pytest.mark.parametrize(
    ("to", "redact", "because", "told"),
    [
        ("b.tar", [], "", "b.tar: a bundle is a zip file"),
        (f"data/cases/{CASE}/b.zip", [], "", "b.zip: this is in the case itself"),
        ("notebooks/b.zip", [], "", "b.zip: this is in the case itself, or beside it"),
        ("notebooks/start-here.ipynb/b.zip", [], "", "b.zip: this is in the case itself"),
        ("taken/b.zip", [], "", "taken: its folder cannot be made"),
        ("b.zip", ["article"], "", "a redaction says why: add --because"),
        ("b.zip", ["nothing"], "asked for", "no document or sealed file `nothing`"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_leaves_no_file(
    project: Path, to: str, redact: list[str], because: str, told: str
) -> None:
    (project / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(CaseError, match=told):
        bundle(CASE, Path(to), redact=redact, because=because)
    assert not list(project.rglob("b.*"))


@pytest.mark.parametrize("place", ["article.md", "evidence/visitors-book-2036.md", "b.html"])
def test_a_report_never_replaces_what_it_is_drawn_from(project: Path, checks: Command, place: str) -> None:
    path = project / "data/cases" / CASE / place
    before = path.read_bytes() if path.exists() else b""
    for out in (f"data/cases/{CASE}/{place}", f"build/../data/cases/{CASE}/{place}"):
        done = checks("report", CASE, "--out", out)
        assert (done.returncode, done.stdout) == (2, "")
        assert (
            done.stderr == f"{path.name}: this is in the case itself, or beside it: write the report somewhere else\n"
        )
    assert (path.read_bytes() if path.exists() else b"") == before


def test_of_a_case_that_differs_there_is_no_claim_review_and_editors_are_told(project: Path, checks: Command) -> None:
    published(project)
    assert checks("report", CASE, "--out", "x.claimreview.json").returncode == 0
    (project / "x.claimreview.json").unlink()
    (project / "data/cases" / CASE / "evidence/note.txt").write_text("x", encoding="utf-8")
    none = checks("report", CASE, "--out", "x.claimreview.json")
    assert none.returncode == 2
    assert "there can be no ClaimReview: the case differs from its own record" in none.stderr
    assert not (project / "x.claimreview.json").exists()
    assert checks("report", CASE, "--out", "x.md").returncode == 1
    told = (project / "x.md").read_text(encoding="utf-8").split("| No. |")[0]
    assert "**This case differs from its own record.**" in told
    assert "note.txt: it has no seal" in told


def test_the_report_is_written_as_claim_reviews_and_annotations(checks: Command, project: Path) -> None:
    none = checks("report", CASE, "--out", "x.claimreview.json")
    assert none.returncode == 2
    assert "there can be no ClaimReview: no name and no url and no page of a publisher is stated" in none.stderr
    assert not (project / "x.claimreview.json").exists()
    done = checks("report", CASE, "--out", "x.annotations.jsonld")
    assert (done.returncode, done.stdout) == (0, "report:   x.annotations.jsonld\n")
    assert (project / "x.annotations.jsonld").read_bytes() == data_file(Case(CASE, project), "annotations.jsonld")

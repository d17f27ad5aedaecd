"""A bundle: the same each time, whole, and with nothing in it that should not be."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import socket
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bundles import bundled, files_in
from conftest import CASES, ROOT
from published import CASE, published

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.running import run
from checks.case.verify import verify_case
from checks.report.bundle import bundle
from checks.report.page import page
from checks.report.verify import verified

Edit = Callable[[Path, str, str], None]


@pytest.mark.parametrize("name", CASES)
def test_it_holds_every_sealed_file_as_it_was_sealed(name: str) -> None:
    files, case = files_in(bundled(name).data), Case(name, ROOT)
    for path, seal in case.seals.read().items():
        place = os.path.normpath(f"data/cases/{name}/{path}")
        assert hashlib.sha256(files[place]).hexdigest() == seal
    assert files["report.html"].decode() == page(case)
    assert files["verify.py"] == (ROOT / "checks/report/verify.py").read_bytes()
    assert files["data/LICENSE.md"] == (ROOT / "data/LICENSE.md").read_bytes()
    manifest = json.loads(files["manifest.json"])
    assert set(manifest["files"]) == set(files) - {"manifest.json", "manifest.sha256"}
    assert manifest["files"]["verify.py"] == hashlib.sha256(files["verify.py"]).hexdigest()
    assert manifest["left_out"] == []
    assert bundled(name).seal == hashlib.sha256(files["manifest.json"]).hexdigest()
    assert bundled(name).still_quoted == ()


@pytest.mark.parametrize("name", CASES)
def test_all_that_the_record_rests_on_is_in_it(name: str) -> None:
    files, case = files_in(bundled(name).data), Case(name, ROOT)
    rows = [row for what in ("finding", "conclusion", "second", "unsaid") for row in case.log.of(what)]
    rests_on = {re.split(r"[#“]", ref)[0] for row in rows for ref in row["evidence"]}
    names = {place.rpartition("/")[2].partition(".")[0] for place in files if place.startswith("data/")}
    assert rests_on <= names


@pytest.mark.parametrize("name", ["start-here", "2034-03-school-budget"])
def test_the_same_record_gives_the_same_bytes(name: str) -> None:
    again = bundle(Case(name, ROOT)).data
    assert again == bundled(name).data
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.compress_type, info.create_system, info.extra) == (zipfile.ZIP_STORED, 3, b"")
            assert not info.filename.startswith(("/", ".."))


@pytest.mark.parametrize("name", CASES)
def test_nothing_in_it_tells_of_this_machine(name: str) -> None:
    folders = {str(ROOT), str(ROOT.parent), str(Path.home()), tempfile.gettempdir(), sys.prefix, "/home", "/Users"}
    secrets = {value for key, value in os.environ.items() if len(value) > 11 and re.search("KEY|TOKEN|SECRET", key)}
    ours = [rf"(?<![\w.]){re.escape(folder)}/" for folder in folders if len(folder) > 1]
    ours += [rf"\b{re.escape(words)}\b" for words in {socket.gethostname(), *secrets} - {"localhost"}]
    for place, data in files_in(bundled(name).data).items():
        found = re.findall("|".join(ours), data.decode("utf-8", "replace"))
        assert not found, f"{found} in {place}"


@pytest.mark.parametrize("name", ["start-here", "2034-03-school-budget"])
def test_unpacked_it_is_a_project_that_verifies(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(bundled(name).data)) as archive:
        archive.extractall(tmp_path)
    assert verify_case(name, tmp_path).differences == []


def test_with_a_publisher_it_has_the_claim_reviews(project: Path) -> None:
    assert "claimreview.json" not in files_in(bundled(CASE).data)
    files = files_in(bundle(published(project)).data)
    feed = json.loads(files["claimreview.json"])
    assert len(feed["dataFeedElement"]) == 4
    assert files["claimreview.json"].isascii() is False


def test_a_case_that_differs_from_its_record_is_not_packed(project: Path, edit: Edit) -> None:
    edit(
        project / f"data/cases/{CASE}/evidence/visitors-book-2036.md",
        "standing: primary",
        "standing: secondary",
    )
    with pytest.raises(CaseError, match=r"`checks verify start-here` names what") as error:
        bundle(Case(CASE, project))
    assert f"data/cases/{CASE}" in str(error.value)


# --------------------------------------------------------------------------------------------- redactions


def seen(made: bytes, folder: Path) -> tuple[list[str], list[str]]:
    """What verify.py has to say of a bundle."""
    (folder / "bundle.zip").write_bytes(made)
    return verified(folder / "bundle.zip")


def test_a_redaction_is_listed_with_its_hash_and_reason_and_told_apart_from_a_loss(
    project: Path, tmp_path: Path
) -> None:
    case = Case(CASE, project)
    made = bundle(case, redact=["visitors-book-2036"], because="its keeper asked for it")
    path = f"data/cases/{CASE}/evidence/visitors-book-2036.md"
    files = files_in(made.data)
    seal = case.seals.read()["evidence/visitors-book-2036.md"]
    assert path not in files
    listed = {one["path"]: one for one in json.loads(files["manifest.json"])["left_out"]}
    assert listed[path] == {"path": path, "sha256": seal, "how": "redacted", "why": "its keeper asked for it"}
    differs, notes = seen(made.data, tmp_path)
    assert differs == []
    assert f"{path}: redacted: its keeper asked for it (sha256 {seal})" in notes
    assert any("quotations not looked for: their texts are not here" in note for note in notes)


def test_what_the_bundle_makes_shows_nothing_of_what_was_redacted(project: Path) -> None:
    case = Case(CASE, project)
    document = case.documents["visitors-book-2036"]
    made = bundle(case, redact=[document.id], because="asked for")
    files = files_in(made.data)
    words = [fact.passage.quoted for fact in document.facts.values()] + [document.title]
    assert len(words) == 4
    for name in ("annotations.jsonld", "ro-crate-metadata.json", "manifest.json"):
        assert not [one for one in words if one in files[name].decode()]
    assert "report.html" not in files
    assert [one.path for one in made.left_out][-1] == "report.html"


def test_what_the_record_still_quotes_of_it_is_named(project: Path) -> None:
    case = Case("2034-03-school-budget", project)
    document = case.documents["council-minutes-2034-03-07"]
    made = bundle(case, redact=[document.id], because="asked for")
    named = {line.rpartition(": ")[0] for line in made.still_quoted}
    for place, data in files_in(made.data).items():
        if "Numbers do not teach children" in data.decode("utf-8", "replace"):
            assert place in named
    assert "data/cases/2034-03-school-budget/claims.yaml" in named
    assert "notebooks/2034-03-school-budget/04-who-said-what.ipynb" in named


def test_a_short_quotation_without_blanks_between_its_words_is_named_too(project: Path, edit: Edit) -> None:
    name, id, was = "2031-06-larkmere-mile", "record-certificate", "within fourteen days of this date"
    document = project / f"data/cases/{name}/evidence/{id}.md"
    document.write_text(document.read_text(encoding="utf-8") + "\n> 霧の夜に暗い。\n", encoding="utf-8")
    Case(name, project).seals.add([f"evidence/{id}.md"])
    notebook = project / f"notebooks/{name}/02-check-the-claims.ipynb"
    edit(notebook, f'\\"{was}', '\\"夜に暗い')
    edit(notebook, '\\"The certificate counts fourteen days', '\\"It counts fourteen days')
    assert run(name, project, lambda at, of: None).differences == []
    made = bundle(Case(name, project), redact=[id], because="asked for")
    places = [place for place, data in files_in(made.data).items() if "夜に暗い" in data.decode()]
    assert f"data/cases/{name}/log.jsonl" in places
    assert set(places) <= {line.rpartition(": ")[0] for line in made.still_quoted}


def test_its_readme_names_what_is_in_it_and_nothing_else(project: Path) -> None:
    whole = files_in(bundled(CASE).data)
    assert "report.html" in whole["README.txt"].decode()
    assert "claimreview.json" not in whole["README.txt"].decode()
    assert "claimreview.json" in files_in(bundle(published(project)).data)["README.txt"].decode()
    cut = files_in(bundle(Case(CASE, project), redact=["visitors-book-2036"], because="asked for").data)
    assert "report.html" not in cut["README.txt"].decode()
    for files in (whole, cut):
        named = [
            line.split()[0] for line in files["README.txt"].decode().splitlines() if re.match(r"\S+\.\w+ {2,}", line)
        ]
        assert set(named) <= set(files)
        assert len(named) > 2


def test_an_article_can_be_redacted(project: Path, tmp_path: Path) -> None:
    case = published(project)
    made = bundle(case, redact=["article"], because="it is not ours to pass on")
    files = files_in(made.data)
    assert f"data/cases/{CASE}/article.md" not in files
    assert {one.path for one in made.left_out} == {f"data/cases/{CASE}/article.md", "report.html", "claimreview.json"}
    assert case.article.title not in files["ro-crate-metadata.json"].decode()
    assert seen(made.data, tmp_path)[0] == []


def test_an_article_that_was_taken_out_is_said_to_be_not_here(project: Path, tmp_path: Path) -> None:
    (project / f"data/cases/{CASE}/article.md").unlink()
    made = bundle(Case(CASE, project))
    assert [(one.path, one.how) for one in made.left_out] == [(f"data/cases/{CASE}/article.md", "not here")]
    differs, notes = seen(made.data, tmp_path)
    assert differs == []
    assert any("article.md: not here: " in note for note in notes)

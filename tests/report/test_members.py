"""What of a case may go into a bundle, and what may not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from published import CASE

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.report.members import members, refuse_private

BUDGET = "2034-03-school-budget"
HERE = f"data/cases/{CASE}"
Edit = Callable[[Path, str, str], None]


@pytest.mark.parametrize("keep", ["quotations", "text", "bytes"])
def test_captured_bytes_go_along_only_where_their_document_says_so(project: Path, edit: Edit, keep: str) -> None:
    evidence = project / "data/cases" / BUDGET / "evidence"
    if keep != "bytes":
        edit(evidence / "council-minutes-2034-03-07.md", "keep: bytes", f"keep: {keep}")
    case = Case(BUDGET, project)
    case.seals.add(["evidence/council-minutes-2034-03-07.md"])
    found, left_out = members(case, [], "")
    path = f"data/cases/{BUDGET}/evidence/council-minutes-2034-03-07.html"
    assert (path in found) == (keep == "bytes")
    assert [(one.path, one.how) for one in left_out] == ([] if keep == "bytes" else [(path, "withheld")])
    assert f"data/cases/{BUDGET}/evidence/council-minutes-2034-03-07.md" in found


def test_a_second_file_of_a_capture_stays_too(project: Path) -> None:
    """A WARC holds what the server said to us, whatever may be done with the page."""
    (project / "data/cases" / BUDGET / "evidence/council-minutes-2034-03-07.warc.gz").write_bytes(b"\x1f\x8b")
    case = Case(BUDGET, project)
    case.seals.add(["evidence/council-minutes-2034-03-07.warc.gz"])
    _, left_out = members(case, [], "")
    assert [one.path.rpartition("/")[2] for one in left_out] == ["council-minutes-2034-03-07.warc.gz"]


def test_captured_bytes_that_are_not_here_are_said_to_be_so(project: Path) -> None:
    (project / "data/cases" / BUDGET / "evidence/council-minutes-2034-03-07.html").unlink()
    _, left_out = members(Case(BUDGET, project), [], "")
    assert [one.how for one in left_out] == ["not here"]


def test_files_without_a_seal_do_not_go_along(project: Path) -> None:
    (project / HERE / "evidence" / "notes.txt").write_text("private")
    (project / HERE / ".env").write_text("private")
    found, _ = members(Case(CASE, project), [], "")
    assert not [path for path, data in found.items() if b"private" in data]


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("article", [f"{HERE}/article.md"]),
        ("visitors-book-2036", [f"{HERE}/evidence/visitors-book-2036.md"]),
        ("evidence/visitors-book-2036.md", [f"{HERE}/evidence/visitors-book-2036.md"]),
        (f"{HERE}/evidence/visitors-book-2036.md", [f"{HERE}/evidence/visitors-book-2036.md"]),
        (
            "skerrin-harbour-masters",
            [f"{HERE}/evidence/skerrin-harbour-masters.csv", f"{HERE}/evidence/skerrin-harbour-masters.md"],
        ),
        (f"notebooks/{CASE}.ipynb", [f"notebooks/{CASE}.ipynb"]),
    ],
)
def test_what_is_redacted_is_named_by_id_or_place(project: Path, name: str, gone: list[str]) -> None:
    found, left_out = members(Case(CASE, project), [name], "asked for")
    assert [one.path for one in left_out] == gone
    assert {(one.how, one.why) for one in left_out} == {("redacted", "asked for")}
    assert not set(gone) & set(found)


@pytest.mark.parametrize(
    ("redact", "because", "told"),
    [
        (
            ["visitors-book"],
            "asked for",
            "no document or sealed file `visitors-book`: the nearest is `visitors-book-2036`",
        ),
        (["../../../etc/passwd"], "asked for", "no document or sealed file"),
        ([""], "asked for", "no document or sealed file"),
        (["visitors-book-2036"], " ", "a redaction says why: add --because"),
        (["log.jsonl"], "asked for", "this is the record"),
        (["claims.yaml"], "asked for", "this is the record"),
        (["seals.txt"], "asked for", "no document or sealed file"),
    ],
)
def test_what_cannot_be_redacted(project: Path, redact: list[str], because: str, told: str) -> None:
    with pytest.raises(CaseError, match=told):
        members(Case(CASE, project), redact, because)


def test_a_notebook_that_was_only_saved_again_goes_along_as_it_was_sealed(project: Path) -> None:
    path = project / "notebooks" / f"{CASE}.ipynb"
    sealed = path.read_bytes()
    path.write_bytes(sealed.replace(b'"nbformat_minor": 5', b'"nbformat_minor":5'))
    assert path.read_bytes() != sealed
    found, _ = members(Case(CASE, project), [], "")
    assert found[f"notebooks/{CASE}.ipynb"] == sealed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "a private key"),
        ("key AKIAABCDEFGHIJKLMNOP here", "an access key"),
        ("https://reader:hunter2@archive.example/x", "a password in an address"),
        ("Authorization: Bearer abcdefghijklmnop", "a password in a header"),
        ("see {root}/data/cases", "a path of this machine"),
        ("see {home}/notes", "a path of this machine"),
        ("the value a-very-long-secret", "the value of a secret in the environment"),
    ],
)
def test_what_looks_private_is_refused_by_name(
    project: Path, monkeypatch: pytest.MonkeyPatch, words: str, told: str
) -> None:
    monkeypatch.setenv("SOME_API_KEY", "a-very-long-secret")
    words = words.format(root=project, home=Path.home())
    with pytest.raises(CaseError, match=f"evidence/x.md: it holds {told}"):
        refuse_private(Case(CASE, project), {"evidence/x.md": f"line\n{words}\n".encode()})


@pytest.mark.parametrize(
    "words", ["https://host.example{home}/x", "the {home}s of it", "at 10:30@noon", "a private key", "sk-short"]
)
def test_what_only_looks_a_little_like_it_is_let_be(project: Path, words: str) -> None:
    refuse_private(Case(CASE, project), {"x.md": words.format(home=Path.home()).encode()})

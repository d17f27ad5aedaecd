"""verify.py, as a stranger runs it: on a bare Python, on bundles that were changed in every way."""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bundles import bundled, files_in, zipped
from conftest import CASES, ROOT
from hypothesis import given
from hypothesis import strategies as st

from checks.case.folder import Case
from checks.evidence.documents import quoted_words, split
from checks.report.verify import MOST, verified, words_of

SCRIPT = ROOT / "checks" / "report" / "verify.py"
SMALL = "start-here"
LOG = f"data/cases/{SMALL}/log.jsonl"
Files = dict[str, bytes]


def alone(script: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs verify.py without site-packages, environment, or anything of ours."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(script), *words],
        capture_output=True, text=True, check=False, timeout=120, env={}, encoding="utf-8",
    )  # fmt: skip


def unpacked(files: Files, folder: Path) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def listed_again(files: Files) -> Files:
    """The files with a manifest that says what they are now: for what only the seals, the log or the words betray."""
    manifest = json.loads(files["manifest.json"])
    manifest["files"] = {name: hashlib.sha256(files[name]).hexdigest() for name in manifest["files"] if name in files}
    data = json.dumps(manifest).encode()
    seal = f"{hashlib.sha256(data).hexdigest()}  manifest.json\n".encode()
    return {**files, "manifest.json": data, "manifest.sha256": seal}


def told_of(files: Files, folder: Path) -> list[str]:
    path = folder / "changed.zip"
    path.write_bytes(zipped(files))
    return verified(path)[0]


def test_it_is_short_and_needs_nothing_but_python() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert text.count("\n") < 150
    tree = ast.parse(text, feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize("name", CASES)
def test_each_case_is_as_it_was_packed_or_unpacked(name: str, tmp_path: Path) -> None:
    (tmp_path / "bundle.zip").write_bytes(bundled(name).data)
    folder = unpacked(files_in(bundled(name).data), tmp_path / "unpacked")
    of_zip, of_folder = alone(folder / "verify.py", str(tmp_path / "bundle.zip")), alone(folder / "verify.py")
    assert of_zip.stdout == of_folder.stdout
    assert (of_zip.returncode, of_folder.returncode) == (0, 0)
    case = Case(name, ROOT)
    seals, lines = len(case.seals.read()), len(case.log.lines)
    assert f"{bundled(name).files - 2} files hashed, {seals} seals, {lines} lines of the log, " in of_zip.stdout
    assert of_zip.stdout.endswith(f"manifest.json: sha256 {bundled(name).seal}\nall as it was\n")
    assert "not looked for" not in of_zip.stdout


@pytest.mark.parametrize("name", [name for name in CASES if name != "2025-12-landmines"])
def test_one_byte_changed_in_any_file_is_named(name: str, tmp_path: Path) -> None:
    whole = files_in(bundled(name).data)
    for place, data in whole.items():
        at = len(data) // 2
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        try:
            told = told_of({**whole, place: changed}, tmp_path)
        except ValueError as error:  # a manifest that is no longer JSON
            told = [str(error)]
        assert any(("manifest.json" if place.startswith("manifest") else place) in one for one in told), place


@pytest.mark.parametrize("name", CASES)
def test_one_byte_changed_in_every_file_names_every_file(name: str, tmp_path: Path) -> None:
    whole = files_in(bundled(name).data)
    changed = {place: data[:-1] + bytes([data[-1] ^ 1]) for place, data in whole.items() if "manifest" not in place}
    told = told_of({**whole, **changed}, tmp_path)
    assert {one.partition(":")[0] for one in told if "it was changed" in one} == set(changed)


def test_one_byte_changed_in_the_archive_is_named(tmp_path: Path) -> None:
    data = bundled(SMALL).data
    where = data.index(b"unlocked by the harbour")
    (tmp_path / "bundle.zip").write_bytes(data[:where] + b"X" + data[where + 1 :])
    done = alone(SCRIPT, str(tmp_path / "bundle.zip"))
    assert done.returncode == 1
    assert "it was changed, and cannot be read" in done.stdout
    assert "1 differ" in done.stdout


def test_what_is_gone_and_what_was_put_in_is_named(tmp_path: Path) -> None:
    whole = files_in(bundled(SMALL).data)
    article = f"data/cases/{SMALL}/article.md"
    told = told_of({**{name: data for name, data in whole.items() if name != article}, "extra.txt": b"x"}, tmp_path)
    assert f"{article}: it is gone" in told
    assert "extra.txt: the manifest does not list it" in told
    assert f"{article}: it is sealed and not here as it was (data/cases/{SMALL}/seals.txt)" in told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda lines: [*lines[:3], *lines[4:]], f"{LOG}:4: a line that it follows was changed, moved or taken out"),
        (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], f"{LOG}:2: a line that it follows"),
        (lambda lines: [lines[0].replace(b"Line by Line", b"Someone else"), *lines[1:]], f"{LOG}:2: a line that it"),
        (lambda lines: lines[1:], f"{LOG}:1: a line that it follows"),
    ],
    ids=["taken out", "moved", "changed", "beheaded"],
)
def test_the_chain_of_the_log_is_followed(
    change: Callable[[list[bytes]], list[bytes]], told: str, tmp_path: Path
) -> None:
    whole = files_in(bundled(SMALL).data)
    lines = whole[LOG].splitlines(keepends=True)
    found = told_of(listed_again({**whole, LOG: b"".join(change(lines))}), tmp_path)
    assert any(one.startswith(told) for one in found)
    assert any(one.startswith(f"{LOG}: it is not what its seal") for one in found)  # and its seal says so too


def test_words_that_are_no_longer_in_their_text_are_named(tmp_path: Path) -> None:
    whole = files_in(bundled(SMALL).data)
    place = f"data/cases/{SMALL}/evidence/visitors-book-2036.md"
    text = whole[place].decode()
    lost = text.replace("In the summer of 2035 we counted 1,500 visitors. ", "")
    told = told_of(listed_again({**whole, place: lost.encode()}), tmp_path)
    assert f"{place}: “In the summer of 2035 we counted 1,500 visitors.” is not in it" in told
    twice = text + "\n> 2 May 2036: unlocked by the harbour master.\n"
    told = told_of(listed_again({**whole, place: twice.encode()}), tmp_path)
    assert f"{place}: “2 May 2036: unlocked by the harbour master” is in it more than once" in told


def test_an_annotation_with_other_words_is_named(tmp_path: Path) -> None:
    whole = files_in(bundled(SMALL).data)
    collection = json.loads(whole["annotations.jsonld"])
    collection["first"]["items"][0]["target"]["selector"]["exact"] = "words that nobody wrote"
    told = told_of(listed_again({**whole, "annotations.jsonld": json.dumps(collection).encode()}), tmp_path)
    assert told == [f"data/cases/{SMALL}/article.md: “words that nobody wrote” is not in it"]


def test_hostile_bundles_are_refused_in_a_sentence(tmp_path: Path) -> None:
    whole = files_in(bundled(SMALL).data)
    (tmp_path / "empty.zip").write_bytes(zipped({}))
    (tmp_path / "no.zip").write_bytes(b"PK no archive")
    (tmp_path / "deep.zip").write_bytes(zipped({**whole, "manifest.json": b"[" * 100_000}))
    (tmp_path / "list.zip").write_bytes(zipped({**whole, "manifest.json": b"[]"}))
    vast = zipped(whole)
    at = vast.rindex(b"PK\x01\x02") + 24  # in the list at its end: how large the last file says it would be
    (tmp_path / "vast.zip").write_bytes(vast[:at] + (MOST + 1).to_bytes(4, "little") + vast[at + 4 :])
    for name in ("empty.zip", "no.zip", "deep.zip", "list.zip", "vast.zip", "none.zip"):
        done = alone(SCRIPT, str(tmp_path / name))
        assert done.returncode == 2, done.stdout + done.stderr
        assert done.stdout.startswith("this cannot be read as a bundle: ")
        assert done.stderr == ""


def test_no_name_leads_out_of_the_bundle_and_no_text_gives_orders_to_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"secret")
    folder = unpacked(files_in(bundled(SMALL).data), tmp_path / "bundle")
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"]["../secret.txt"] = hashlib.sha256(b"secret").hexdigest()
    manifest["left_out"] = [{"path": "x", "sha256": "0", "how": "redacted", "why": "\x1b[2J\u202e gone"}]
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    done = alone(SCRIPT, str(folder))
    assert "../secret.txt: it is gone" in done.stdout
    assert "manifest.json: it is not what manifest.sha256 says" in done.stdout
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


@pytest.mark.parametrize("name", CASES)
def test_it_reads_the_words_of_a_document_as_we_do(name: str) -> None:
    case = Case(name, ROOT)
    for document in case.documents.values():
        path = case.folder / "evidence" / f"{document.id}.md"
        assert words_of(path.read_text(encoding="utf-8"), False) == document.words
    assert words_of((case.folder / "article.md").read_text(encoding="utf-8"), True) == case.article.words


@given(st.text(alphabet="ab >\n\r-\u2028\x85é", max_size=60))
def test_it_reads_any_words_as_we_do(body: str) -> None:
    text = f"---\ntitle: x\n---\n{body}"
    _, ours = split(text, "x.md")
    assert words_of(text, True) == ours
    assert words_of(text, False) == quoted_words(ours)

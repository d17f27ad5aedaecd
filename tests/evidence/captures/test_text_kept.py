"""Texts kept from one look to the next: believed only where they are the sealed ones."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from reading.made_pdf import pdf

from checks.evidence.captures.extracting import extracted
from checks.evidence.captures.text_kept import digest, text_of

PAGE = b"<html><body><article><p>The council of Tern Bay voted to raise the levy on boats to 15 marks a year.</p></article></body></html>"
SHA = hashlib.sha256(PAGE).hexdigest()
FOUND = extracted(PAGE)
SEAL = digest(FOUND.text)


def test_a_text_is_kept_and_taken_from_there(tmp_path: Path) -> None:
    kept = tmp_path / "build" / "texts"
    assert text_of(PAGE, SHA, SEAL, FOUND.tools, kept) == (FOUND.text, FOUND.tools)
    (file,) = kept.iterdir()
    assert file.name.startswith(SHA) and file.read_text(encoding="utf-8") == FOUND.text
    assert text_of(PAGE, SHA, SEAL, FOUND.tools, kept) == (FOUND.text, FOUND.tools)


@pytest.mark.parametrize("altered", [b"The levy is 99 marks.", b"", b"\xff\xfe", b"x" * 100])
def test_an_altered_text_is_not_believed_and_mended(tmp_path: Path, altered: bytes) -> None:
    text_of(PAGE, SHA, SEAL, FOUND.tools, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(altered)
    assert text_of(PAGE, SHA, SEAL, FOUND.tools, tmp_path)[0] == FOUND.text
    assert file.read_text(encoding="utf-8") == FOUND.text


def test_of_a_scan_it_is_kept_that_there_are_no_words(tmp_path: Path) -> None:
    scan = pdf([b""])
    assert text_of(scan, "a" * 64, "", "", tmp_path)[0] == ""
    (file,) = tmp_path.iterdir()
    assert file.read_bytes() == b""


def test_what_is_not_sealed_is_read_again_and_not_kept(tmp_path: Path) -> None:
    assert text_of(PAGE, SHA, digest("another text"), "trafilatura 0.1", tmp_path) == (FOUND.text, FOUND.tools)
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_that_can_be_written_it_is_read_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for kept in (None, tmp_path / "file", tmp_path / "file" / "below"):
        assert text_of(PAGE, SHA, SEAL, FOUND.tools, kept) == (FOUND.text, FOUND.tools)
    text_of(PAGE, SHA, SEAL, FOUND.tools, tmp_path / "texts")
    (file,) = (tmp_path / "texts").iterdir()
    file.unlink()
    file.mkdir()  # in the way of the text itself
    assert text_of(PAGE, SHA, SEAL, FOUND.tools, tmp_path / "texts") == (FOUND.text, FOUND.tools)
    assert [one.name for one in (tmp_path / "texts").iterdir()] == [file.name]


def test_a_pipe_in_the_folder_does_not_hang(tmp_path: Path) -> None:
    text_of(PAGE, SHA, SEAL, FOUND.tools, tmp_path)
    (file,) = tmp_path.iterdir()
    file.unlink()
    os.mkfifo(file)
    assert text_of(PAGE, SHA, SEAL, FOUND.tools, tmp_path)[0] == FOUND.text


def test_no_reader_is_loaded_for_a_text_that_is_kept(tmp_path: Path) -> None:
    text_of(PAGE, SHA, SEAL, FOUND.tools, tmp_path)
    code = (
        "import sys, pathlib; from checks.evidence.captures.text_kept import text_of\n"
        "data = sys.stdin.buffer.read(); print(text_of(data, sys.argv[1], sys.argv[2], '', pathlib.Path(sys.argv[3]))[0])\n"
        "print([name for name in ('trafilatura', 'lxml', 'pdfplumber', 'PIL', 'rapidfuzz') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code, SHA, SEAL, str(tmp_path)], input=PAGE, check=True,
                          capture_output=True, cwd=Path(__file__).parents[3]).stdout.decode()  # fmt: skip
    assert told == f"{FOUND.text}\n[]\n"

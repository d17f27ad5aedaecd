"""`checks read`, run as a user runs it, on files of every kind; and the shipped article, in which nothing may be missed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Command

from checks.evidence.documents import read_document
from checks.reading import Reading, read

ARTICLE = ROOT / "data/cases/2025-12-landmines/article.md"
STORY = (
    "Bridge closed\n\nThe council closed the bridge on 2 May 2031. “It is not safe,” said Mayor Ann Lee on Friday.\n"
)
UNNAMED = [
    "Pentagon officials", "critics", "a senior defense analyst", "a spokesperson for the International Campaign to Ban Landmines",
    "a White House official", "some analysts", "a former U.S. ambassador to the U.N.",
]  # fmt: skip
SPOKEN = {
    "paradigm shift": UNNAMED[2], "more aggressive posture": UNNAMED[2], "dangerous precedent": UNNAMED[3],
    "global disarmament": UNNAMED[3], "left us vulnerable": UNNAMED[4], "rooted in strength": UNNAMED[4],
    "moment that demands caution": UNNAMED[6], "betting that strength": UNNAMED[6],
}  # fmt: skip


def test_a_table_by_default_and_json_for_a_program(project: Path, checks: Command) -> None:
    (project / "story.txt").write_bytes(STORY.encode())
    shown = checks("read", "story.txt", "--dateline", "2031-05-05")
    assert shown.returncode == 0, shown.stderr
    for words in (
        "What to check first",
        "2031-05-02",
        "Mayor",
        "Ann Lee",
        "case.trial(",
        "dates counted from 2031-05-05",
    ):
        assert words in shown.stdout, shown.stdout
    pasted = next(line for line in shown.stdout.splitlines() if "case.trial(" in line)
    assert pasted.endswith(")")  # one line, however narrow the terminal
    told = json.loads(checks("read", "story.txt", "--json", "--dateline", "2031-05-05").stdout)
    assert told["article"]["sha256"] == hashlib.sha256(STORY.encode()).hexdigest()
    assert (told["article"]["file"], told["article"]["characters"]) == ("story.txt", len(STORY))
    assert {date["when"] for date in told["dates"]} == {"2031-05-02"}
    assert all(STORY[part["start"] : part["end"]] == part["exact"] for part in told["names"] + told["sentences"])


def test_standard_input_and_pages_of_the_web_are_read_too(project: Path) -> None:
    page = "<html><head><title>Bridge closed</title></head><body><nav>Home | Sport</nav><article><h1>Bridge closed</h1>"
    page += "".join(f"<p>{line}</p>" for line in STORY.splitlines()[2:] * 3) + "</article></body></html>"
    for given in (STORY, page):
        done = subprocess.run(
            [sys.executable, "-m", "checks", "read", "-", "--json"], input=given.encode(), capture_output=True, cwd=project,
            check=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        told = json.loads(done.stdout)
        assert told["article"]["form"] == ("html" if given is page else "text")
        assert any("closed the bridge" in sentence["exact"] for sentence in told["sentences"])
        text = told["article"]["text"]
        assert all(text[part["start"] : part["end"]] == part["exact"] for part in told["sentences"] + told["dates"])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.txt", None, "no such file"),
        ("empty.txt", b"", ""),
        ("space.txt", b" \n\t ", ""),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ""),
        ("letter.docx", b"PK\x03\x04\x14\x00\x06\x00", ""),
        ("broken.pdf", b"%PDF-1.7 nothing more", ""),
        ("histoire.txt", ("Le conseil municipal a décidé de fermer le pont parce que les travaux ne sont pas finis, et "
          "le maire a dit que la ville ne pouvait pas payer pour eux cette année avec les moyens qui sont les siens. ").encode() * 3, "English"),
        ("story.json", b'{"headline": "Bridge closed"}', "JSON"),
        ("orders\x1b[31m.txt", None, "no such file"),
        ("story.txt", STORY.encode(), "not one day"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence(
    project: Path, checks: Command, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (project / name).write_bytes(content)
    done = checks("read", name, *(["--dateline", "2031"] if name == "story.txt" else []))
    assert done.returncode == 2, done.stdout
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert says in lines[0]
    assert "Traceback" not in done.stderr


def test_a_huge_file_is_refused_without_being_read(project: Path, checks: Command) -> None:
    with (project / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    done = checks("read", "huge.txt")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)


@pytest.fixture(scope="module")
def landmines() -> Reading:
    article = read_document(ARTICLE, "article.md", "article")
    return read(article.words, "2025-12-20")


def test_the_eight_spoken_quotations_have_their_speakers_whole(landmines: Reading) -> None:
    spoken = [q for q in landmines.quotations if q.kind in ("direct", "mixed") and q.quoted]
    for words, speaker in SPOKEN.items():
        found = [q for q in spoken if words in q.exact]
        assert found, words
        assert found[0].speaker is not None, words
        assert found[0].speaker.exact.startswith(speaker), (words, found[0].speaker)
    assert not [q for q in spoken if not any(words in q.exact for words in SPOKEN) and q.kind == "direct"]
    assert next(q for q in landmines.quotations if "rooted in strength" in q.exact).exact.endswith("adversaries.’")


def test_the_seven_unnamed_voices_and_no_named_one(landmines: Reading) -> None:
    voices = [voice for voice in landmines.voices if not voice.named]
    for name in UNNAMED:
        assert [voice for voice in voices if voice.exact.startswith(name)], name
    assert not [voice.exact for voice in landmines.voices if voice.named]
    analyst = next(voice for voice in voices if voice.exact.startswith("a senior defense analyst"))
    assert "sensitivity of the information" in analyst.anonymity
    ambassador = next(voice for voice in voices if voice.exact.startswith("a former U.S. ambassador"))
    assert ambassador.note


def test_every_date_and_length_of_time_is_found(landmines: Reading) -> None:
    whens = {date.exact: str(date.when) for date in landmines.dates if date.when}
    assert whens["January 15, 2025"] == "2025-01-15"
    assert whens["July 2024"] == "2024-07"
    assert "2023" in whens.values()
    assert any(exact.endswith("early March") and when.startswith("early 2026-03") for exact, when in whens.items())
    lengths = {phrase.exact: str(phrase.length) for phrase in landmines.durations if phrase.length}
    assert lengths["90-day"] == "90 days"
    assert any(exact.endswith("decade-long") and length == "1 decade" for exact, length in lengths.items())


def test_the_open_mark_and_the_orphan_mark_are_problems(landmines: Reading) -> None:
    paragraphs = [p for p in landmines.paragraphs if p.part == "body"]
    eleventh = next(p for p in paragraphs if "rooted in strength" in p.exact)
    twelfth = next(p for p in paragraphs if p.exact.startswith("We are not backing down"))
    for paragraph in (eleventh, twelfth):
        assert [p for p in landmines.problems if paragraph.start <= p.start < paragraph.end], paragraph.exact[:40]


def test_the_stray_headline_is_told_apart_and_kept(landmines: Reading) -> None:
    last = landmines.sentences[-1]
    assert last.kind == "not part of the article"
    assert last.end == len(landmines.text.rstrip())


# Those of the faults that need no outside source (claims that contradict each other, marks of copying, stray text),
# by what must be suspected and words that it must point at.
AGAINST_ITSELF = {
    "a policy of 2023, a decade old": ("timeline", "decade-long"),
    "the exclusive that is another's": ("exclusive", "shared exclusively"),
    "lifted, and still to be regulated": ("done and planned", "final regulations"),
    "ninety days from January to March": ("timeline", "90-day"),
    "one mould for two speakers": ("mould", "strength, not diplomacy"),
    "paragraph 11 ends inside a quotation": ("quotation marks", "rooted in strength"),
    "paragraph 12 closes what it never opened": ("quotation marks", "adversaries"),
    "the marking": ("marking", "Top Secret"),
    "the stray headline": ("headline", "Conspiracy Theories Emerge"),
    "seven unnamed voices": ("unnamed voices", "a senior defense analyst"),
    "lines joined": ("joined lines", "The decision comes amid"),
    "asterisks": ("markup", "The Washington Post"),
}


@pytest.mark.parametrize("fault", AGAINST_ITSELF)
def test_the_article_is_led_against_itself(landmines: Reading, fault: str) -> None:
    kind, words = AGAINST_ITSELF[fault]
    found = [one for one in landmines.suspicions if one.kind == kind]
    assert [one for one in found if any(words in span.exact or span.exact in words for span in one.spans)], found


def test_suspicions_are_told_most_certain_first_with_both_passages(project: Path, checks: Command) -> None:
    text = f"{STORY}\nThe council meets on Monday, 14 May 2031, to vote.\n"  # it is a Wednesday
    (project / "story.txt").write_bytes(text.encode())
    shown = checks("read", "story.txt", "--dateline", "2031-05-05").stdout
    assert "1. certain: weekday" in shown
    assert 'weekday_matches_date, weekday="Monday", on="2031-05-14")' in shown
    told = json.loads(checks("read", "story.txt", "--json", "--dateline", "2031-05-05").stdout)["suspicions"]
    assert {"kind", "check", "reason", "certainty", "spans"} <= told[0].keys()
    assert (told[0]["certainty"], told[0]["check"]) == ("certain", "weekday_matches_date")
    assert all(text[span["start"] : span["end"]] == span["exact"] for one in told for span in one["spans"])
    ranks = ["certain", "likely", "look"]
    assert [one["certainty"] for one in told] == sorted((one["certainty"] for one in told), key=ranks.index)


def test_the_suspicion_in_the_readme_is_one(landmines: Reading) -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").replace("\n> ", " ").split())
    reasons = [one.reason for one in landmines.suspicions if one.kind == "timeline"]
    quoted = readme.partition("**likely**, `dates_add_up`: ")[2].partition(". Rules look at")[0]
    assert any(quoted in reason for reason in reasons), (quoted, reasons)

"""The versions of a story side by side: what each tells, how it stands to the best supported, and the picture of it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.report.versions import versions, versions_table

HEAD = """---
title: {name}
publisher: {name} (invented)
url: ""
published: {day}
retrieved: 2031-06-30
obtained: invented for this test
standing: rewriter
origin: record-certificate
facts:
{facts}
---
> signed on 16 June, or in June, or on 11 June, or some day

> within fourteen days, within 2 weeks, within 15 days

> the lake's finest day, and its worst
"""
SAID = {
    "bay": ("2031-06-22", "signed: {about: the certificate, role: signed, at: 2031-06-11, words: {exact: on 11 June}}"),
    "ash": ("2031-06-22", "signed: {about: the certificate, role: signed, at: 2031-06, words: {exact: in June}}"),
    "elm": ("2031-06-21", "told: {about: the certificate, role: reported, at: 2031-06-16, words: {exact: on 16 June}}"),
    "oak": ('""', "some: {about: the certificate, value: some day, words: {exact: some day}}"),
    "yew": ("2031-06-23", "time: {about: the time for a protest, value: '2', unit: weeks, words: {exact: 2 weeks}}"),
    "fir": ("2031-06-24", "time: {about: the time for a protest, value: '15', unit: days, words: {exact: 15 days}}"),
    "box": (
        "2031-06-26",
        "s: {about: the certificate, role: signed, at: 2031-06-16/2031-06-20, words: {exact: some day}}",
    ),
    "may": (
        "2031-06-25",
        "signed: {about: the certificate, role: signed, at: 2031-06-15/2031-06-17, words: {exact: some day}}\n"
        "  day: {about: the day, value: its worst, words: {exact: its worst}}",
    ),
}
ABOUT = ["the certificate", "the time for a protest", "the day"]
CLAIMS = {"the certificate": "certificate-signed-16-june#on", "the time for a protest": "protest-within-14-days#after"}


@pytest.fixture
def told(project: Path) -> Case:
    """The small invented case, with eight rewritten versions of its certificate."""
    folder = project / "data" / "cases" / "2031-06-larkmere-mile" / "evidence"
    for name, (day, facts) in SAID.items():
        text = HEAD.format(name=name, day=day, facts=f"  {facts}")
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    certificate = folder / "record-certificate.md"
    time = "  time: {about: the time for a protest, value: fourteen days, words: {exact: within fourteen days}}\n---\n"
    before, _, body = certificate.read_text(encoding="utf-8").rpartition("---\n")
    certificate.write_text(before + time + body, encoding="utf-8")
    return Case("2031-06-larkmere-mile", project)


def test_each_version_has_a_row_and_a_word_on_how_it_stands_to_the_best(told: Case) -> None:
    best = [told.fact("record-certificate#signed"), told.fact("record-certificate#time")]
    table = versions_table(told, of="record-certificate", about=ABOUT, best=best, claims=CLAIMS)
    assert list(table.columns) == ["version", "published", "standing", *ABOUT]
    assert [name.removesuffix(" (invented)") for name in table["version"]] == [
        "Larkmere Swimming Club", "elm", "ash", "bay", "yew", "fir", "may", "box", "oak", "the article",
    ]  # fmt: skip
    assert list(table["the certificate"]) == [
        "signed 16 June 2031 (best supported)",
        "reported 16 June 2031",  # another sense of happening: nothing to hold it against
        "signed June 2031 (agrees)",
        "signed 11 June 2031 (differs)",
        "",
        "",
        "signed 15 to 17 June 2031 (agrees)",
        "signed 16 to 20 June 2031 (agrees)",
        "some day",
        "signed 16 June 2031 (agrees)",
    ]
    protest = dict(zip(table["version"], table["the time for a protest"], strict=True))
    assert protest["Larkmere Swimming Club (invented)"] == "fourteen days (best supported)"
    assert protest["yew (invented)"] == "2 weeks (agrees)"
    assert protest["fir (invented)"] == "15 days (differs)"
    assert protest["the article"] == "14 days (agrees)"
    assert "its worst" in set(table["the day"])


def test_a_span_that_only_meets_the_best_may_agree(told: Case) -> None:
    best = [told.fact("may#signed"), told.fact("may#day")]
    table = versions_table(told, of="record-certificate", about=["the certificate", "the day"], best=best)
    said = dict(zip(table["version"], table["the certificate"], strict=True))
    assert said["bay (invented)"] == "signed 11 June 2031 (differs)"
    assert said["box (invented)"] == "signed 16 to 20 June 2031 (may agree)"
    assert said["Larkmere Swimming Club (invented)"] == "signed 16 June 2031 (agrees)"
    assert table["version"].iloc[0] == "may (invented)"
    assert "the article" not in set(table["version"])  # no claim of it was named


def test_a_picture_says_in_words_what_it_draws_and_fits_a_telephone(told: Case) -> None:
    best = [told.fact("record-certificate#signed")]
    picture = versions(told, of="record-certificate", about="the certificate", best=best, claims=CLAIMS)
    assert repr(picture).splitlines() == [
        "When was it: the certificate",
        "Larkmere Swimming Club (invented): signed 16 June 2031 (best supported)",
        "elm (invented): reported 16 June 2031",
        "ash (invented): signed June 2031 (agrees)",
        "bay (invented): signed 11 June 2031 (differs)",
        "may (invented): signed 15 to 17 June 2031 (agrees)",
        "box (invented): signed 16 to 20 June 2031 (agrees)",
        "oak (invented): some day",
        "the article: signed 16 June 2031 (agrees)",
    ]
    assert picture.png.startswith(b"\x89PNG")
    assert struct.unpack(">I", picture.png[16:20])[0] <= 2 * 390


def test_what_cannot_be_shown_is_an_error_that_says_so(told: Case) -> None:
    best = [told.fact("may#day")]
    with pytest.raises(CaseError, match=r"nothing about “the day” is dated.*versions_table"):
        versions(told, of="record-certificate", about="the day", best=best)
    with pytest.raises(CaseError, match="asserts no `when`"):
        versions_table(
            told, of="record-certificate", about=["the certificate"], best=best,
            claims={"the certificate": "certificate-signed-16-june#when"},
        )  # fmt: skip
    with pytest.raises(CaseError, match="there is no document `nobody`"):
        versions_table(told, of="nobody", about=["the day"], best=best)

"""The correction note: drawn from the two texts and the record, with no day of its own, and nothing in it obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_revising import BUDGET, LARKMERE, revised

from checks.case.correcting import correction_note
from checks.case.nouns import When


def test_it_says_what_changed_and_for_which_claims_that_matters(project: Path) -> None:
    found = revised(
        project,
        LARKMERE,
        ("by 2 July 2031", "by 30 June 2031"),
        (" It was the finest swim that the lake has ever seen.", ""),
    )
    note = correction_note("Larkmere Mile record confirmed", found, When.parse("2031-06-25"))
    assert note == correction_note("Larkmere Mile record confirmed", found, When.parse("2031-06-25"))
    deadline = "A protest against the time must be lodged within 14 days, by 2 July 2031"
    assert note.splitlines() == [
        "# Correction: Larkmere Mile record confirmed",
        "",
        "25 June 2031",
        "",
        "This article was changed; this is version 2 of it.",
        "",
        f"- It said: “{deadline}.” It now says: “{deadline.replace('2 July', '30 June')}.”",
        f"  - “{deadline}” was concluded contradicted: The certificate counts fourteen days from its own date, 16 June; they end on 30 June.",
        "- These words were taken out: “It was the finest swim that the lake has ever seen.”",
        "  - “It was the finest swim that the lake has ever seen” was concluded opinion: Praise; nothing in it could be measured.",
    ]


def test_without_a_day_it_asks_for_one(project: Path) -> None:
    found = revised(project, LARKMERE, ("Tess", "Bess"))
    assert "(the day of the correction)" in correction_note("Larkmere", found, None)


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "[click](https://example.org)", "# *Hello* `x`\x1b[31m"]
)
def test_words_of_an_article_are_only_words(project: Path, words: str) -> None:
    found = revised(project, BUDGET, ("For all its gaps", f"For all its gaps {words}"))
    note = correction_note(f"<b>{words}", found, None)
    for obeyed in ("<script>", "](http", " *Hello*", "\x1b"):
        assert obeyed not in note.replace("\\", "\0").replace("\0<", "").replace("\0]", "").replace("\0*", "")

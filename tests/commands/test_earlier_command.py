"""`checks earlier`: claims and articles looked up in the workbook, a store and feeds; leads, never a verdict."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import Command

LARKMERE = "2031-06-larkmere-mile"
FEED = {
    "@type": "DataFeed", "dataFeedElement": [{"item": [None, {
        "@type": "ClaimReview", "url": "https://checkers.example/clock", "datePublished": "2031-05-02",
        "claimReviewed": "The council of Brill stopped the tidal clock.", "author": {"name": "Checkers of Brill"},
        "reviewRating": {"alternateName": "Mostly wrong"},
    }]}],
}  # fmt: skip


@pytest.fixture
def feed(project: Path) -> Path:
    path = project / "data.json"
    path.write_text(json.dumps(FEED))
    return path


def test_a_claim_is_found_in_a_feed_and_then_in_the_store(checks: Command, feed: Path) -> None:
    asked = "Was the tidal clock stopped by the council?"
    first = checks("earlier", asked, "--from", str(feed), "--store", "earlier.sqlite")
    assert first.returncode == 0, first.stderr
    for words in (
        "“The council of Brill stopped the tidal clock.”", "said of it: “Mostly wrong” (Checkers of Brill, 2031-05-02)",
        "https://checkers.example/clock", "words in common: council, stopped, tidal, clock", "A lead is no verdict",
        "left out: data.json: 1 (no review of a claim)",
    ):  # fmt: skip
        assert words in first.stdout, first.stdout
    plain = json.loads(checks("earlier", asked, "--store", "earlier.sqlite", "--json").stdout)
    lead = plain["asked"][0]["leads"][-1]
    assert (lead["in"], lead["fact_check"]["rating"]) == ("fact-checks in earlier.sqlite", "Mostly wrong")
    assert plain["looked_through"]["fact-checks in earlier.sqlite"] == 1


def test_a_case_s_claims_are_held_against_the_other_cases(checks: Command, project: Path) -> None:
    found = json.loads(checks("earlier", LARKMERE, "--json").stdout)
    assert not [lead for one in found["asked"] for lead in one["leads"] if LARKMERE in lead["fact_check"]["url"]]
    story = project / "story.txt"
    story.write_text((project / "data" / "cases" / LARKMERE / "article.md").read_text().split("---", 2)[2])
    told = checks("earlier", str(story)).stdout
    assert f"data/cases/{LARKMERE}/conclusions.csv#" in told and "A lead is no verdict" in told


@pytest.mark.parametrize(
    "words,told",
    [
        ([], "say what to look for"),
        (["my story.txt", "--store", "none.sqlite"], "there is no such file"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(checks: Command, words: list[str], told: str) -> None:
    done = checks("earlier", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr and done.stderr.count("\n") == 1


def test_without_the_extra_it_says_what_to_install(checks: Command) -> None:
    if find_spec("onnxruntime"):
        pytest.skip("the extra is installed: what is said without it cannot be tried")
    done = checks("earlier", "tidal clock", "--embed")
    assert done.returncode == 2 and "not installed: make extras" in done.stderr

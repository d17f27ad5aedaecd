"""A quotation beside its source: what is marked is what the check finds, in words as well as in colours."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from checks import quotation_is_verbatim
from checks.case.errors import Unfit
from checks.case.folder import Case
from checks.case.nouns import Anchor, Claim, Document, Passage
from checks.report.wording import TOLD, wording, wording_table

WORDS = """We will not close the old bridge before the summer, whatever the council says

The repairs cost “Hall & Sons” twelve million and will take two years
"""
SOURCE = Document("minutes", "evidence", "Minutes", "The town", "", None, None, "", "primary", WORDS, WORDS)
TAGS = re.compile(r"<[^>]+>")


def seen(html: str) -> str:
    """What is read on a screen without colours."""
    return " ".join(unescape(TAGS.sub(" ", html)).split())


def test_both_lines_are_whole_and_each_difference_has_its_word() -> None:
    card = wording("We will close the old bridge after the summer", SOURCE)
    assert repr(card).splitlines() == [
        "altered: not the words of the source",
        "The source: We will [dropped: not] close the old bridge [dropped: before] the summer",
        "The article: We will close the old bridge [added: after] the summer",
    ]
    table = wording_table("We will close the old bridge after the summer", SOURCE)
    assert table.to_dict("records") == [
        {"in the article": "", "in the source": "not", "what was done": "negation dropped"},
        {"in the article": "after", "in the source": "before", "what was done": "word changed"},
    ]


def test_the_card_says_the_same_without_colours_and_to_the_eye() -> None:
    card = wording("We will close the old bridge after the summer", SOURCE)
    html = card.html
    assert "The source We will not (dropped) close the old bridge before (dropped) the summer" in seen(html)
    assert seen(html).endswith("The article We will close the old bridge after (added) the summer")
    struck = re.findall(r"<(del|ins|small) style=[^>]*>([^<]*)</\1> <small>\((\w+)\)</small>", html)
    assert struck == [("del", "not", "dropped"), ("del", "before", "dropped"), ("ins", "after", "added")]
    assert not re.search(r"<(script|style|table|link|img)|class=\"(?!tex2jax)", html)


def test_an_honest_ellipsis_stands_in_the_article_and_what_it_leaves_out_in_the_source() -> None:
    card = wording("The repairs … will take two years", SOURCE)
    assert repr(card).splitlines() == [
        f"edited: {TOLD['edited']}",
        "The source: The repairs [left out: cost “Hall & Sons” twelve million and] will take two years",
        "The article: The repairs … will take two years",
    ]
    assert wording_table("The repairs … will take two years", SOURCE).empty


def test_words_of_the_source_as_they_are_have_no_mark_and_no_row() -> None:
    card = wording("whatever the council says", SOURCE)
    assert repr(card).splitlines()[0] == f"verbatim: {TOLD['verbatim']}"
    assert "[" not in repr(card)
    assert "<del" not in card.html
    assert list(wording_table("whatever the council says", SOURCE).columns) == [
        "in the article", "in the source", "what was done",
    ]  # fmt: skip


def test_words_that_are_nowhere_in_the_source_are_said_to_be_absent() -> None:
    card = wording("Nobody asked the swans about any of it", SOURCE)
    assert repr(card).splitlines() == [
        f"absent: {TOLD['absent']}",
        "The article: Nobody asked the swans about any of it",
    ]


def test_only_the_words_of_a_passage_count_where_one_is_given() -> None:
    passage = Passage(SOURCE, Anchor("whatever the council says"))
    assert repr(wording("close the old bridge", passage)).startswith("absent")
    assert repr(wording("close the old bridge", SOURCE)).startswith("verbatim")


def test_markup_in_a_quotation_or_a_source_is_shown_and_not_obeyed() -> None:
    changed = wording("The repairs cost “Hall & Sons” thirteen million and will take two years", SOURCE).html
    assert "Hall &amp; Sons" in changed
    assert "Hall & Sons" not in changed
    absent = wording("<script>alert(1)</script> swans never asked for this", SOURCE).html
    assert "<script" not in absent
    assert "&lt;script&gt;" in absent


def test_a_claim_lends_its_quotation_and_one_without_is_refused() -> None:
    claim = Claim("old-bridge", Anchor("x"), "says", "speaker", {"quotation": "whatever the council says"}, ())
    assert repr(wording(claim, SOURCE)) == repr(wording("whatever the council says", SOURCE))
    for asserts in ({}, {"quotation": "=another#quotation"}, {"quotation": "…"}):
        with pytest.raises(Unfit, match="between the quotation marks"):
            wording(Claim("old-bridge", Anchor("x"), "says", "speaker", asserts, ()), SOURCE)


def test_in_the_shipped_cases_it_says_altered_where_the_check_finds_a_change(project: Path) -> None:
    """For each quotation of a case and each document that the check was asked with."""
    seen_results = set()
    for name in ("2025-12-landmines", "2034-03-school-budget"):
        case = Case(name, project)
        for row in case.log.of("finding"):
            if row["check"] != quotation_is_verbatim.__name__.rpartition(".")[2]:
                continue
            source = case.evidence(row["asked"].partition("source=")[2].rstrip(")").partition(";")[0])
            card = wording(case.claims[row["claim"]], source)
            altered = repr(card).startswith("altered")
            assert altered == (row["verdict"] in ("misleading", "contradicted")), row
            assert altered == (not wording_table(case.claims[row["claim"]], source).empty)
            seen_results.add(altered)
    assert seen_results == {True, False}

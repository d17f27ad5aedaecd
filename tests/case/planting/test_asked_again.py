"""A finding as it was asked, with one thing changed in the claim or in the evidence, consistently and in memory."""

from __future__ import annotations

import pytest
from conftest import ROOT

from checks.case.catalogue import check_named
from checks.case.claims import whole
from checks.case.folder import Case
from checks.case.nouns import When
from checks.case.planting.asked import Asked

CASE = Case("2034-03-school-budget", ROOT)


def asked(claim: str, check: str, **given: object) -> Asked:
    of = whole(CASE.article) if claim == "article" else CASE.claims[claim]
    return Asked(CASE.claims, of, check_named(check), given)


PUPILS = asked(
    "pupils-fell-6-8-percent", "percentage_follows", was=CASE.fact("pupils-chart-2034-02-14#in-2028"),
    now=CASE.fact("pupils-chart-2034-02-14#in-2033"),
)  # fmt: skip


def test_another_value_stands_in_the_claims_words_too() -> None:
    one = asked("corravel-chairs-finance", "held_office_on_date", register=CASE.register("tessenby-offices"))
    changed = one.asserting("person", "Piet Rasmund")
    assert changed.text("person") == "Piet Rasmund"
    assert changed.claim.words.exact == "Councillor Piet Rasmund, who chairs it"
    assert changed.claim.words.exact in changed.claim.passages[0].document.words
    assert one.text("person") == "Inga Corravel"
    assert "Inga Corravel, who chairs it" in CASE.article.words


def test_an_error_in_a_source_stands_in_all_that_quotes_it() -> None:
    document = CASE.evidence("pupils-chart-2034-02-14")
    start, end = document.facts["in-2028"].passage.anchor.find(document.words)
    changed = PUPILS.in_document(document, start, end, "2028,8780").with_fact(
        "pupils-chart-2034-02-14#in-2028", value="8780"
    )
    was, now = changed.given["was"], changed.given["now"]
    assert was.quoted == "2028,8780"
    assert was.value == "8780"
    assert now.quoted == "2033,9113"
    assert was.passage.document == now.passage.document
    assert "2028,9780" not in now.passage.document.words
    assert "rise" in changed.answer().reason
    assert "9,780" in PUPILS.answer().reason


def test_a_row_with_other_cells_has_another_span() -> None:
    register = CASE.register("tessenby-offices")
    one = asked(
        "corravel-chairs-finance", "held_office_on_date", register=register,
        on=CASE.fact("council-minutes-2034-03-07#adopted"),
    )  # fmt: skip
    changed = one.with_row("tessenby-offices#corravel-finance", {"start": "2034-05-12"})
    assert str(changed.given["register"].rows[1].span) == "2034-05-12/.."
    assert changed.answer().verdict == "unsettled"
    assert one.answer().verdict == "supported"
    assert register.rows[1].span == When.parse("2031-05-12/..")


def test_what_stands_twice_afterwards_is_refused() -> None:
    document = CASE.evidence("council-minutes-2034-03-07")
    one = asked("numbers-do-not-teach", "quotation_is_verbatim", source=document)
    assert one.documents() == [document]
    assert one.pieces() == [document]
    assert one.values() == {"source": document, "quotation": "Numbers do not teach children. Teachers do"}


@pytest.mark.parametrize("claim", ["article", "adopted-on-7-march"])
def test_the_article_is_changed_where_it_is_asked_about(claim: str) -> None:
    one = asked(claim, "quotations_are_balanced", article=CASE.article)
    changed = one.worded(one.claim.words.exact.replace("city council", "town “council"))
    assert "town “council" in changed.given["article"].words
    assert one.given["article"] == CASE.article

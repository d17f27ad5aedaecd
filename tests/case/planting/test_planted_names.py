"""Whether a reason names the words that were changed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from conftest import ROOT

from checks.case.catalogue import check_named
from checks.case.claims import whole
from checks.case.folder import Case
from checks.case.nouns import When
from checks.case.planting.asked import Asked
from checks.case.planting.naming import names
from checks.case.planting.values import Planted

CASE = Case("start-here", ROOT)
ASKED = Asked(CASE.claims, whole(CASE.article), check_named("quotations_are_balanced"), {})


def planted(was: str, becomes: str, **more: Any) -> Planted:
    return Planted("a name swapped", "here", was, becomes, ASKED, **more)


@pytest.mark.parametrize(
    ("one", "reason", "named"),
    [
        (planted("Ana Pike", "Bo Lund"), "The source has “Bo Lund”.", True),
        (planted("Ana Pike", "Bo Lund"), "The source has Bo Lunde.", False),
        (planted("Ana Pike", "Bo Lund"), "The source has “Ana Pike”.", False),
        (planted("Ana Pike", "the Harbour Trust"), "The source gives it to Harbour Trust.", True),
        (planted("not", ""), "negation dropped: “not” left out", True),
        (planted("not", ""), "nothing like it", False),
        (planted("400", "40"), "40 and 431 cannot be the same figure", True),
        (planted("400", "40"), "140 and 431 cannot be the same figure", False),
        (planted("million", "billion", figure=Decimal("2e9")), "2,000,000,000 pounds and 3 pounds", True),
        (planted("£", "$"), "number changed: “$7,350” for “£7,350”", True),
        (planted("up", "down", said=("fall",)), "a rise, not a fall", True),
        (planted("", "6 May 1931", when=When.parse("1931-05-06")), "found: signed 16 May 1931", False),
        (planted("", "6 May 1931", when=When.parse("1931-05-06")), "held the office (6 May to 2 June 1931)", True),
        (planted("", "6 May 1931", when=When.parse("1931-05-06")), "the claim has “May 6, 1931”", True),
    ],
)
def test_the_words_that_stand_there_now_are_named(one: Planted, reason: str, named: bool) -> None:
    assert names(one, reason) is named

"""What cannot be compared is refused in a sentence, and never told as a difference."""

from __future__ import annotations

import pytest

from checks.case.amount import Amount
from checks.case.errors import CaseError, Unfit
from checks.reading.figures.sums import agree
from checks.reading.suspicions.sums.proportions import follows


@pytest.mark.parametrize("other", ["135 crowns", "120 cars", "$15"])
def test_a_percentage_is_no_amount_of_anything(other: str) -> None:
    for pair in (("8 per cent", other), (other, "8 percent")):
        with pytest.raises(CaseError, match="not of one kind"):
            agree(*(Amount.parse(text) for text in pair))


def test_a_percentage_beside_a_bare_figure_is_one() -> None:
    assert agree(Amount.parse("52 percent"), Amount.parse("52"))[0] == "yes"


@pytest.mark.parametrize("stated", ["8 percent up", "40 percent down"])
def test_a_change_is_not_a_part_of_a_whole(stated: str) -> None:
    part, whole = Amount.parse("125 crowns"), Amount.parse("135 crowns")
    with pytest.raises(Unfit, match="give `was` and `now`"):
        follows(Amount.parse(stated), part, whole, None, None)
    assert follows(Amount.parse("8 percent up"), None, None, part, whole).stands == "follows"

"""Which event came first, by the dates of both."""

import pytest

from checks.reading.slots.cause_links import links_in
from checks.reading.slots.parsed import all_parsed
from checks.reading.slots.time_order import order_told

MILL = "The mill closed in March 1999 and the school opened in May 1999."
PAIRS = [
    (
        "The library opened before the museum closed.",
        "The library opened in 1974 and the museum closed in 1982.",
        "agree",
    ),
    (
        "The library opened after the museum closed.",
        "The library opened in 1974 and the museum closed in 1982.",
        "conflict",
    ),
    (
        "Dr Sato retired after the clinic was sold.",
        "The clinic was sold in March 2010. Dr Sato retired in June 2011.",
        "agree",
    ),
    (
        "Dr Sato retired before the clinic was sold.",
        "The clinic was sold in March 2010. Dr Sato retired in June 2011.",
        "conflict",
    ),
    ("The mill closed before the school opened.", MILL, "agree"),
    ("The school opened before the mill closed.", MILL, "conflict"),
    ("The ferry sank before the bridge opened.", "The ferry sank on 3 May and the bridge opened on 9 May.", "agree"),
]
UNSETTLED = [
    ("The mill closed before the school opened.", "The mill closed in 1999 and the school opened in 1999."),
    ("The mill closed before the school opened.", "The mill closed in 1999 and the school was planned in 2001."),
    ("The mill closed before the school opened.", "The mill closed before 1999 and the school opened in 2001."),
    ("The mill closed before the school opened.", "The mill never closed in 1999 and the school opened in 2001."),
    ("The mill closed before the school opened.", "The shop closed in 1999 and the school opened in 2001."),
    ("The mill closed before the school opened.", "The mill closed on 3 May and the school opened in June 2001."),
]


def _order(claim, passage):
    one, other = all_parsed([claim, passage])
    link = next(link for link in links_in(one) if link.kind == "sequence")
    return order_told(link.first, link.second, other)


@pytest.mark.parametrize(("claim", "passage", "relation"), PAIRS)
def test_the_order_of_two_dated_events(claim, passage, relation):
    found = _order(claim, passage)
    assert found is not None
    assert str(found[0]) == relation


@pytest.mark.parametrize(("claim", "passage"), UNSETTLED)
def test_an_order_that_the_dates_do_not_tell(claim, passage):
    assert _order(claim, passage) is None

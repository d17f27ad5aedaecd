"""Causes after their effects, second things before the first, careers and kin that cannot be; and near misses."""

from __future__ import annotations

from datetime import date

import pytest

from checks.reading import read
from checks.reading.parts import Suspicion

STRONG = ("certain", "likely")
SUSPECTED = [
    ("The pass has been closed since 4 March because of the avalanche of 12 March.", None),
    ("The gale of 14 January forced the harbour to shut on 9 January.", None),
    ("Two men were arrested on 3 June for the robbery of 20 June.", None),
    ("The second explosion happened an hour before the first.", None),
    ("The last concert was held a week before the opening one.", None),
    ("The first volume appeared in 1931. The second was published in 1928.", None),
    ("The old record, set in 1990 by Ada Kern, had stood for 40 years.", "2012-05-02"),
    ("He joined the fire brigade at 20 and stayed for 25 years. Now 64, he retires on Friday.", "2012-05-02"),
    ("She has been a widow since 1962. In 1966 her husband built the boathouse.", None),
    ("Her father died in 1950. In 1954 her father sold the mill.", None),
    ("The postcard is dated 2 May 1912 and was sent from the hotel. The hotel was built in 1931.", None),
    ("He resigned on 4 April 2011, a day after the tape came out. It was first broadcast on 20 April 2011.", None),
    ("The poet Ana Reis died in 1960. In 1965 the poet wrote her best-known sonnet.", None),
    ("The explorer Karl Brandt died on Monday. He was 80. Brandt was born in 1911.", "1980-05-02"),
    ("Voters rejected the plan for a dam on 14 May 2003.", "2003-05-02"),
    ("The journey of four hours ended well: it left at 9.05am and arrived at 10.20am.", None),
    ("She was elected in May 2010 for a term of four years, which runs out in May 2017.", None),
    ("Opened in 1911, the mine closed in 1958 after 60 years of work.", None),
]
SILENT = [
    ("The pass has been closed since 14 March because of the avalanche of 12 March.", None),
    ("The pass is to close on 4 March because of the risk of an avalanche until 12 March.", None),
    ("The gale of 4 January forced the harbour to shut on 9 January.", None),
    ("Since 2004 the firm has lost three ships, one of them after the storm of 2010.", None),
    ("The second child died a year before the first.", None),
    ("The second house sold two days before the first.", None),
    ("The first volume appeared in 1928. The second was published in 1931.", None),
    ("The old record, set in 1990 by Ada Kern, had stood for 22 years.", "2012-05-02"),
    ("He joined the fire brigade at 20 and stayed for 44 years. Now 64, he retires on Friday.", "2012-05-02"),
    ("He joined the firm at 20 and stayed for five years. At 64 he retires as a judge.", None),
    ("She was a widow from 1962. In 1966 her second husband built the boathouse.", None),
    ("The postcard is dated 2 May 1932 and was sent from the hotel. The hotel was built in 1931.", None),
    ("The poet Ana Reis died in 1960. In 1965 the poet Rui Lopes wrote a sonnet for her.", None),
    ("The explorer Karl Brandt died on Monday. He was 69. Brandt was born in 1911.", "1980-05-02"),
    ("Voters rejected a plan to hold the games on 14 May 2003.", "2003-05-02"),
    ("The train left at 9.05am and arrived at 10.20am. Steam trains took four hours on the line.", None),
    ("Jailed in 1981, he was released in 1997. He spent 16 years in prison.", "2003-05-02"),
]


def suspected(text: str, dateline: str | None) -> list[Suspicion]:
    """The strong suspicions about time in a text."""
    day = date.fromisoformat(dateline) if dateline else None
    found = read(text, dateline=day, names=False).suspicions
    return [one for one in found if one.kind == "timeline" and one.certainty in STRONG]


@pytest.mark.parametrize(("text", "dateline"), SUSPECTED)
def test_what_cannot_be_is_suspected(text: str, dateline: str | None) -> None:
    assert suspected(text, dateline)


@pytest.mark.parametrize(("text", "dateline"), SILENT)
def test_what_may_be_is_not_suspected(text: str, dateline: str | None) -> None:
    assert suspected(text, dateline) == []


@pytest.mark.parametrize(("text", "dateline"), SUSPECTED)
def test_a_reason_is_one_sentence(text: str, dateline: str | None) -> None:
    for one in suspected(text, dateline):
        assert one.reason[0].isupper() or not one.reason[0].isalpha()
        assert one.reason.endswith(".")
        assert " the a " not in one.reason

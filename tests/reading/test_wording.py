"""Words compared as words, names, and the quotation check on news of all kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import quotation_is_verbatim
from checks.case.nouns import Anchor, Claim, Document, Finding
from checks.reading.names import called, could_be, same_person

SOURCE = """The Secretary-General told the council on Tuesday, “We will not leave anyone behind in this conflict, and we will not \
accept a settlement that ignores the 1.3 million people who have been displaced since the fighting began in March of last year,” \
and then left the room.

The clause says: “The landlord is not permitted to terminate this lease during the fixed term.”"""
WHOLE = (
    "We will not leave anyone behind in this conflict, and we will not accept a settlement that ignores the 1.3 million "
    "people who have been displaced since the fighting began in March of last year"
)


def quoted(quotation: str, source: str = SOURCE) -> Finding:
    document = Document("s", "evidence", "t", "p", "", None, None, "o", "secondary", source, source)
    claim = Claim("c", Anchor(quotation), quotation, "article")
    return quotation_is_verbatim.check(claim, quotation=quotation, source=document)


@pytest.mark.parametrize(
    ("quotation", "verdict", "because"),
    [
        ("We will not leave anyone behind in this conflict", "supported", "as quoted"),
        ("‘We will not leave anyone behind in this conflict,’", "supported", "as quoted"),
        (WHOLE, "supported", "as quoted"),
        (WHOLE.upper(), "supported", "a capital"),
        (WHOLE.replace("will not leave", "will leave"), "contradicted", "negation dropped: “not” left out"),
        (WHOLE.replace("will not accept", "will accept"), "contradicted", "negation dropped: “not” left out"),
        (WHOLE.replace("1.3", "3.1"), "contradicted", "“3.1” for “1.3”"),
        (WHOLE.replace("last year", "this year"), "misleading", "“this” for “last”"),
        (WHOLE.replace("in March of last year", "in the north of the country"), "misleading", "for"),
        ("The landlord is ... permitted to terminate this lease", "misleading", "hides a negation: “not"),
        ("The landlord is […] permitted to terminate this lease", "misleading", "hides a negation: “not"),
        (
            "We will not leave anyone behind ... and we will not accept a settlement",
            "supported",
            "hides “in this conflict”",
        ),
        (
            "We will not leave anyone behind in [the war], and we will not accept",
            "supported",
            "brackets replace “this conflict”",
        ),
        ("and then left the room The clause says", "misleading", "joined from two places"),
        ("We shall never surrender to the auditors", "unsettled", "no words like these"),
        ("of the", "unsettled", "no words like these"),
    ],
)
def test_ten_ways_to_quote_and_more(quotation: str, verdict: str, because: str) -> None:
    finding = quoted(quotation)
    assert (str(finding.verdict), because in finding.reason) == (verdict, True), finding.reason
    assert "%" not in finding.reason


@pytest.mark.parametrize(
    ("quotation", "source", "verdict"),
    [
        ("anti‑personnel mines", "Anti-personnel mines are banned.", "supported"),
        ("cafe\u0301 society", "The caf\u00e9 society of 1910.", "supported"),
        ("it can't be done here", "“It can’t be done here,” she said.", "supported"),
        ("it can be done in this town", "“It can’t be done in this town,” she said.", "contradicted"),
        ("won 12 of 13 seats", "The party won 12 of 30 seats.", "contradicted"),
        ("a rise of 5% in a year", "There was a rise of 5 percent in a year.", "supported"),
        ("five boats were lost", "In all, 5 boats were lost.", "supported"),
        ("I [do not] support the bill", "I support the bill.", "misleading"),
        ("the deal is [not] dead", "The deal is dead.", "misleading"),
        ("1,000 people came to it", "Some 1000 people came to it.", "supported"),
        ("spent $1.0 billion there", "They spent $1 billion there.", "supported"),
        ("5 degrees in the morning", "It was -5 degrees in the morning.", "contradicted"),
        ("15 people were there today", "Fifty people were there today.", "contradicted"),
        ("it cost $5 million in all", "It cost $5 billion in all.", "contradicted"),
        ("they won it 3-1 at home", "They won it 1-3 at home.", "contradicted"),
        ("We will … win", "We will not stop. We will, with your help, win.", "supported"),
        ("We are sorry", "We are sorry, she said. And again: We are sorry, she said.", "supported"),
        ("co\u00adoperation with the bank", "Cooperation with the bank went on.", "supported"),
        ("the bridge is safe", "", "unsettled"),
    ],
)
def test_typography_is_no_change_and_a_number_is(quotation: str, source: str, verdict: str) -> None:
    assert quoted(quotation, source).verdict == verdict


WORDS = st.lists(
    st.sampled_from(["the", "lake", "was", "cold", "and", "deep", "when", "she", "swam", "it", "alone"]),
    min_size=1,
    max_size=12,
)


@given(WORDS, WORDS, WORDS)
def test_what_was_cut_out_of_a_source_is_found_in_it_verbatim(
    before: list[str], cut: list[str], after: list[str]
) -> None:
    source = " ".join([*before, *cut, *after, "end."])
    assert quoted(" ".join(cut), source).verdict == "supported"


@given(WORDS, WORDS)
def test_a_changed_quotation_is_never_verbatim(source: list[str], extra: list[str]) -> None:
    quotation = " ".join([*source, "zebra", *extra])
    assert quoted(quotation, " ".join(source)).verdict != "supported"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kate Moreau", "Katherine Moreau", True),
        ("Bob Lund", "Robert Lund", True),
        ("Donald J. Trump", "Donald Trump", True),
        ("José Álvarez", "Jose Alvarez", True),
        ("George W. Bush", "George H. W. Bush", False),
        ("Donald Trump", "Donald Trump Jr.", False),
        ("Kim Jong Un", "Kim Jong Il", False),
        ("Ann Lee", "Ann Li", False),
        ("Lee", "Ann Lee", False),
        ("John Smith", "Jane Smith", False),
    ],
)
def test_names_of_one_person(one: str, other: str, same: bool) -> None:
    assert (same_person(one, other, {}) is not None) == same
    assert (same_person(other, one, {}) is not None) == same


@pytest.mark.parametrize(
    ("asserted", "could"),
    [
        ("Moreau", True), ("President Moreau", True), ("Gen. Anna Moreau", True), ("Moreau, Anna", True),
        ("Anna Moreau Jr.", True), ("A. Moreau", True), ("Ann Moreau", True), ("Anna Sofia Moreau Lind", True),
        ("Peter Moreau", False), ("Anna Lind", False),
    ],
)  # fmt: skip
def test_a_name_that_could_be_the_holder_s_contradicts_nothing(asserted: str, could: bool) -> None:
    assert could_be(asserted, "Anna Moreau") == could


def test_a_recorded_other_name_is_read_both_ways_and_said() -> None:
    also = {"United States": ["U.S.", "USA"]}
    assert "recorded as another name" in str(called("USA", "United States", also))
    assert called("United States", "U.S.", also)
    assert called("USA", "U.S.", also)
    assert called("USSR", "U.S.", also) is None

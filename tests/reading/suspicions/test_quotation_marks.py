"""Quotation marks without their other half."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.copying.quotation_marks import quotation_marks

BEFORE = "The council met on Monday in the town hall to hear about the bridge.\n\n"
AFTER = "\n\nThe work will begin in the spring, the council said. It will take a year."


def suspected(words: str) -> list[Suspicion]:
    return read(BEFORE + words + AFTER, names=False).suspect(quotation_marks)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("“We had no warning, said the mayor. “It was awful.”", "opened and not closed"),
        ("We had no warning,” said the mayor. “It was awful.”", "never opened"),
        ('"We had no warning, said the mayor.', "opened and not closed"),
        ("‘We had no warning, said the mayor. ‘It was awful.’", "opened and not closed"),
        ("We had no warning,' said the mayor. 'It was awful.'", "never opened"),
        ("«We had no warning, said the mayor.", "opened and not closed"),
        ("„We had no warning, said the mayor.", "opened and not closed"),
        ("“We had no warning. It was dark.\n\nWe ran.” The mayor came.", "the next closes"),
        ("“It was dark.\n\nWe ran.\n\nThen the lights came on.” The mayor came.", "a later one closes"),
        (
            "“We had no warning, said Mayor Ann Kerr.\n\n“It was loud,” said Tom Pratt.",
            "takes in the words that report",
        ),
        ("“We had no warning, Kerr said.\n\n“It was loud,” said Tom Pratt.", "takes in the words that report"),
        ("“We had no warning, said Mayor Ann Kerr. It was awful.”", "“said Mayor Ann Kerr”"),
        ("“It was dark,” said Ann Kerr. “We ran.\n\n“It was loud,” said Tom Pratt.", "gives it to Tom Pratt"),
        ("The plan (first raised in 2030 was heard on Friday.", "A bracket has no other half"),
        ("“He [the mayor was asleep,” she said.", "A bracket has no other half"),
        ("The mayor said it was 'One of many\" in the county.", "opens with ' and closes with \""),
    ],
)
def test_a_mark_without_its_other_half_is_likely_a_fault(words: str, reason: str) -> None:
    found = suspected(words)
    assert [one.certainty for one in found] == ["likely"]
    assert reason in found[0].reason


@pytest.mark.parametrize(
    "words",
    [
        "The mayor said the bridge was ‘dangerous for everyone. It will be closed.",
        "“It was contrary to ’business as usual’ and so on,” she said.",
        '“We had no warning at all," the mayor said.',
        "” … he was at home in the role,” the critic wrote.",
    ],
)
def test_what_may_be_something_else_is_only_looked_at(words: str) -> None:
    assert {one.certainty for one in suspected(words)} == {"look"}


@pytest.mark.parametrize(
    "words",
    [
        "“We had no warning. It was dark.\n\n“We ran,” the mayor said. The bridge would be closed.",
        'She stands 6\'2" and rides a 26" wheel. "It is big," Kerr said.',
        "The workers' union and the Smiths' house date from the '90s. 'Tis the season of rock 'n' roll.",
        "The workers’ union and the Smiths’ house date from the ’90s, singin’ and all.",
        "„Das ist gut“, said Anna Maier. «C’est bon», said Paul.",
        "‘It’s the boys’ room,’ Kerr said of the 9’ x 12’ hut.",
        "“It was dark,” said Ann Kerr. “We ran.\n\n“It was loud,” Kerr said. “Then it stopped.”",
        "“It was dark,” said Ann Kerr. “We ran.\n\n“It was loud,” she said. “Then it stopped.”",
        "“She told me ‘leave it be’,” said the mayor. “‘Never,’ I said.”",
        "a) the bridge; b) the road. 1) Neither is safe :-) (or so they say).",
        "“I went, he said, I saw, and then I left,” the mayor said.",
    ],
)
def test_what_is_in_order_is_left_alone(words: str) -> None:
    assert suspected(words) == []


def test_two_paragraphs_are_one_fault_with_both_places() -> None:
    (one,) = suspected("“We had no warning. It was dark.\n\nWe ran.” The bridge is closed.")
    assert [span.exact for span in one.spans] == ["“We had no warning. It was dark.", "We ran.”"]


def test_many_faults_are_told_as_one() -> None:
    words = "\n\n".join(f"Lost number {n},” said the mayor on that day." for n in range(9))
    (one,) = suspected(words)
    assert "9 places" in one.reason
    assert len(one.spans) == 6


@settings(max_examples=150)
@given(st.text(alphabet="“”‘’'\"«»„‟()[] \n.,aATS9", max_size=120))
def test_any_marks_are_read_and_placed(marks: str) -> None:
    text = BEFORE + marks + AFTER
    for one in read(text, names=False).suspect(quotation_marks):
        assert one.spans
        assert all(text[span.start : span.end] == span.exact for span in one.spans)
        assert one.reason.endswith(".")
        assert "\n" not in one.reason

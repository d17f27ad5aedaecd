"""Checks are offered for the sentences that state what they ask, as lines that run."""

from __future__ import annotations

import ast
import re

from checks.case.catalogue import check_names
from checks.reading import read

STORY = (
    "Harbour Minister Ruth Tamsin signed the order on May 2, 2031. A 90-day review that began on March 3, 2031 ends on June 1, 2031. "
    "“The wall is as safe as any in the country,” said an engineer. The county of Wessonia left the treaty in July 2030. "
    "It is a fine day.\n"
)


def offered(check: str) -> list[str]:
    reading = read(STORY, names=False)
    return [suggestion.code for suggestion in reading.suggestions if suggestion.check == check]


def test_every_line_is_python_that_asks_a_check_that_there_is() -> None:
    reading = read(STORY, names=False)
    assert reading.suggestions
    for suggestion in reading.suggestions:
        call = ast.parse(suggestion.code, mode="eval").body
        assert isinstance(call, ast.Call)
        assert ast.unparse(call.func) == "case.trial"
        assert ast.unparse(call.args[1]) == suggestion.check in check_names()
        assert ast.literal_eval(call.args[0]) in STORY
        sentence = reading.sentences[suggestion.sentence]
        assert ast.literal_eval(call.args[0]) in sentence.exact


def test_who_held_an_office_is_offered_with_both_names_and_the_day() -> None:
    line = offered("held_office_on_date")[0]
    for part in ('person="Ruth Tamsin"', 'office="Harbour Minister"', 'on="2031-05-02"', "register=case.register("):
        assert part in line


def test_a_person_is_offered_with_the_office_beside_the_name_alone() -> None:
    text = "President Ann Lee met Prime Minister Bo Roe and Mayor Cy Dow on May 2, 2031."
    lines = [s.code for s in read(text, names=False).suggestions if s.check == "held_office_on_date"]
    assert len(lines) == 3
    for pair in ('person="Ann Lee", office="President"', 'person="Bo Roe", office="Prime Minister"'):
        assert any(pair in line for line in lines), lines


def test_a_sum_of_dates_is_offered_with_its_length() -> None:
    lines = offered("dates_add_up")
    assert any('start="2031-03-03", after="90 days", stated="2031-06-01"' in line for line in lines)
    assert not any(re.search(r'start="([^"]+)".*stated="\1"', line) for line in lines)


def test_a_quotation_is_offered_without_its_marks() -> None:
    assert 'quotation="The wall is as safe as any in the country,"' in offered("quotation_is_verbatim")[0]


def test_a_sentence_that_states_nothing_gets_no_line() -> None:
    reading = read(STORY, names=False)
    last = len(reading.sentences) - 1
    assert reading.sentences[last].exact.startswith("It is a fine")
    assert not [s for s in reading.suggestions if s.sentence == last]

"""Evidence found by its words: the case's own first, whatever is typed, with the matched words at their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import CASES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.case.folder import Case
from checks.case.lookup import look_up
from checks.case.starting import new_case

LARKMERE = "2031-06-larkmere-mile"


def test_words_in_another_form_are_found_and_marked(project: Path) -> None:
    found = look_up(Case(LARKMERE, project), "When was it signed? Certificates")
    assert "record-certificate#signed" in [hit.ref for hit in found]
    marked = {hit.text[a:b].lower() for hit in found for a, b in hit.spans}
    assert "certificate" in marked
    assert all(0 <= a < b <= len(hit.text) for hit in found for a, b in hit.spans)


def test_every_reference_found_names_evidence_of_the_case(project: Path) -> None:
    for name in CASES:
        case = Case(name, project)
        for hit in look_up(case, case.article.title, 40):
            assert case.resolve(hit.ref)


def test_registers_of_other_cases_come_last_and_never_for_one_word(project: Path) -> None:
    story = project / "story.txt"
    story.write_text("A treaty was signed in Ottawa on 3 December 1997, and Finland withdrew from it.\n")
    new_case("2031-05-treaty", story, {"published": "2031-05-04"}, project)
    case = Case("2031-05-treaty", project)
    assert look_up(case, "Finland") == []
    assert "mine-ban-treaty" in {hit.ref for hit in look_up(case, "Finland withdrew from the treaty")}
    (case.folder / "evidence" / "note.md").write_text(
        '---\ntitle: "A note"\npublisher: "The inn"\nurl: ""\npublished: "2031-05-01"\nretrieved: "2031-05-04"\n'
        'obtained: "written down"\nstanding: "secondary"\n---\n> Finland had guests.\n'
    )
    assert look_up(Case("2031-05-treaty", project), "Finland withdrew")[0].ref.startswith("note“")


@pytest.mark.parametrize("text", ["", "the of a", '"NEAR(', "a* OR b", "-", "“…”", "\x00"])
def test_nothing_that_is_typed_is_obeyed(project: Path, text: str) -> None:
    assert isinstance(look_up(Case(LARKMERE, project), text), list)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_text_may_be_looked_for(project: Path, text: str) -> None:
    case = Case(LARKMERE, project)
    assert all(case.resolve(hit.ref) for hit in look_up(case, text, 3))

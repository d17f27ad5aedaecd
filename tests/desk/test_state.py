"""What is chosen at the desk, told from the case's files, without a widget."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from at_the_desk import LARKMERE, bridge

from checks.case import editing
from checks.case.errors import CaseError
from checks.case.folder import open_case
from checks.case.nouns import Anchor, Claim
from checks.desk.marks import marks
from checks.desk.state import SHOWN, State
from checks.desk.words import cut

MINE = Claim("ann-lee", Anchor("Mayor Ann Lee signed the order"), "She signed it.", "article")


@pytest.fixture
def state(project: Path) -> State:
    return State(bridge(project))


def test_the_lists_have_what_they_say(project: Path) -> None:
    state = State(open_case(LARKMERE))
    assert state.counts() == {
        "unread": 0,
        "unconcluded": 0,
        "again": 0,
        "suspicious": 0,
        "proposed": 0,
        "mine": 0,
        "all": 5,
    }
    state.begin()
    assert state.shown == "all"
    state.suspicions = tuple(state.case.suspicions().found)
    state.shown = "suspicious"
    assert len(state.rows()) == state.counts()["suspicious"]
    state.me = "Line by Line"
    state.reread()
    assert state.counts()["mine"] == 5
    assert set(state.counts()) == set(SHOWN)


def test_a_new_case_begins_with_its_first_unread_sentence(state: State) -> None:
    state.begin()
    assert (state.shown, state.sentence, state.claim) == ("unread", 0, "")
    assert state.rows()[0][0] == "1 · UNREAD · Bridge repairs begin"
    assert len(state.rows()) == len(state.entries)


def test_words_are_chosen_by_code_points_without_the_white_space_around_them(state: State) -> None:
    start = state.text.index(" 🌉 waited\nlong")
    state.select(start, start + len(" 🌉 waited\nlong"))
    assert state.words == "🌉 waited\nlong"
    assert cut(state.text, *state.selected) == ""
    state.select(start + 4, start + 8)
    assert "begins inside a word" in cut(state.text, *state.selected)
    state.select(5, 5)
    assert state.selected is None
    state.select(10, 10**9)
    assert state.selected is None


def test_words_of_another_sentence_are_not_taken_along(state: State) -> None:
    state.choose(1)
    state.select(state.entries[1].start, state.entries[1].start + 5)
    state.choose(1)
    assert state.words == "Mayor"
    state.choose(0)
    assert state.selected is None


def test_next_goes_through_the_list_and_ends(state: State) -> None:
    editing.put(state.case, MINE, seen="")
    editing.put(state.case, replace(MINE, id="second", words=Anchor("Monday, May 5, 2031")), seen="")
    state.reread()
    state.shown = "unconcluded"
    state.choose(0)
    assert [state.next() and state.claim for _ in range(3)] == ["ann-lee", "second", False]


def test_a_proposal_is_a_place_to_go_to_and_nothing_to_ask(state: State) -> None:
    editing.put(state.case, MINE, seen="", proposed=True)
    state.reread()
    assert state.counts()["proposed"] == 1
    assert state.counts()["unconcluded"] == 0
    state.choose(1)
    assert state.standing(state.claim) == "proposed"
    with pytest.raises(CaseError, match="accept it first"):
        state.require_claim()
    assert any(
        "lbl-proposed lbl-unread" in kinds or "lbl-unread lbl-proposed" in kinds for _, kinds, _ in marks(state)[1]
    )


def test_marks_are_the_sentence_and_each_has_a_word(state: State) -> None:
    editing.put(state.case, MINE, seen="")
    editing.leave_out(state.case, Anchor("Bridge repairs begin"), "background")
    state.reread()
    state.suspicions = tuple(state.case.suspicions().found)
    for entry, pieces in zip(state.entries, marks(state), strict=True):
        assert sum(size for size, _, _ in pieces) == len(entry.text)
    first, second = marks(state)[:2]
    assert first[0] == (len("Bridge repairs begin"), "lbl-left-out", "left out")
    assert second[0] == (len("Mayor Ann Lee signed the order"), "lbl-claim", "claim")
    assert [sign for _, kinds, sign in second if "unread" in kinds] == ["UNREAD"] + [""] * (
        sum("unread" in kinds for _, kinds, _ in second) - 1
    )


def test_what_others_change_is_noticed_once(state: State, project: Path) -> None:
    assert state.look() == []
    other = open_case(state.case.name)
    editing.put(other, MINE, seen="")
    assert state.look() == ["claims.yaml"]
    assert "ann-lee" in state.claims
    assert state.look() == []
    (state.case.folder / "evidence" / "a-note.md").write_text(
        "---\ntitle: A note\npublisher: us\nurl: ''\npublished: ''\nretrieved: 2031-05-07\nobtained: written\n"
        "standing: own knowledge\n---\nThe bridge.\n\n> The bridge is old.\n"
    )
    assert state.look() == ["a-note.md"]
    assert state.case.evidence("a-note").words == "The bridge is old."


def test_a_file_that_cannot_be_read_is_told_of_once_and_what_was_read_stays(state: State) -> None:
    path = state.case.folder / "claims.yaml"
    path.write_text("status: [")
    with pytest.raises(CaseError):
        state.look()
    assert state.look() == []
    assert state.entries

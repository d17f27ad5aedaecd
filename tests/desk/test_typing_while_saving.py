"""What is typed in a real browser while the desk saves: no letter is written over, and none goes to another claim."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from at_the_desk import AGAIN, mile_again
from in_jupyterlab import assert_at, field, fill, fresh, open_desk, press, until

from checks.case import editing
from checks.case.folder import Case, open_case
from checks.case.nouns import Anchor, Claim
from checks.desk import drafts

pytest_plugins = ["labs_for_tests"]
pytestmark = pytest.mark.long
PRESIDENT, SWIM = "president", "swim"
SAYS = "What it says, understandable alone"


@pytest.fixture
def case(here: Path) -> Case:
    """Two claims in two sentences, nothing asked of either."""
    case = fresh(mile_again, here, AGAIN)
    for id, words in ((PRESIDENT, "Club president Marta Lindqvist"), (SWIM, "the finest swim")):
        editing.put(case, Claim(id, Anchor(words), f"It is about {id}.", "article"), seen="")
    return case


@pytest.fixture
def desk(page: Any, address: str, case: Case) -> Any:
    open_desk(page, address, AGAIN)
    choose(page, PRESIDENT)
    return page


def choose(page: Any, claim: str) -> None:
    words = {PRESIDENT: "Club president", SWIM: "the finest swim"}[claim]
    page.locator(".lbl-reading .lbl-sentence", has_text=words).click()
    until(lambda: field(page, SAYS).input_value().startswith(f"It is about {claim}"), f"{claim} is shown")


def said(claim: str) -> Claim:
    return open_case(AGAIN).claims[claim]


def settled(page: Any) -> None:
    """Waits until nothing is saved or shown any more."""
    page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
    )
    page.wait_for_timeout(700)


def test_whoever_does_not_wait_loses_no_letter(desk: Any) -> None:
    fields_are_filled_one_after_another(desk)
    a_field_is_left_and_taken_up_again_at_once(desk)
    an_id_and_at_once_what_it_says(desk)


def fields_are_filled_one_after_another(desk: Any) -> None:
    for name in ("person", "office", "on"):
        assert_at(desk, name, "")
    settled(desk)
    field(desk, "person").focus()
    desk.keyboard.type("Marta Lindqvist ")  # the space at its end is not kept
    desk.keyboard.press("Tab")
    desk.keyboard.type("club president", delay=30)
    desk.keyboard.press("Tab")
    desk.keyboard.type("16 June 2031", delay=30)
    desk.keyboard.press("Shift+Tab")
    wanted = {"person": "Marta Lindqvist", "office": "club president", "on": "16 June 2031"}
    until(lambda: said(PRESIDENT).asserts == wanted, f"{wanted} is kept, not {said(PRESIDENT).asserts}")
    settled(desk)
    assert {name: field(desk, name).input_value().strip() for name in wanted} == wanted


def a_field_is_left_and_taken_up_again_at_once(desk: Any) -> None:
    field(desk, SAYS).focus()
    desk.keyboard.press("Control+a")
    desk.keyboard.type("She was president   ")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("Control+End")
    desk.keyboard.type("of the club, and signed as such.", delay=40)
    desk.keyboard.press("Tab")
    wanted = "She was president   of the club, and signed as such."
    until(lambda: said(PRESIDENT).says == wanted, f"it says {said(PRESIDENT).says!r}")
    settled(desk)
    assert field(desk, SAYS).input_value() == wanted


def an_id_and_at_once_what_it_says(desk: Any) -> None:
    field(desk, "Id").focus()
    desk.keyboard.press("Control+a")
    desk.keyboard.type("she-was-president")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("Marta Lindqvist was president.", delay=30)
    desk.keyboard.press("Tab")
    until(lambda: "she-was-president" in open_case(AGAIN).claims.of, "it has its new id")
    until(lambda: said("she-was-president").says == "Marta Lindqvist was president.", "what it says is kept")


def test_what_is_typed_stays_where_it_belongs(desk: Any) -> None:
    forms_that_are_not_saved_yet_survive_a_save_made_elsewhere(desk)
    fill(desk, SAYS, "It is about president.")
    fill(desk, "on", "")
    settled(desk)
    what_is_typed_while_another_claim_comes_up_stays_with_its_own(desk)


def what_is_typed_while_another_claim_comes_up_stays_with_its_own(desk: Any) -> None:
    """The sentence is chosen, and before the forms show its claim one types on."""
    desk.evaluate("document.querySelectorAll('.lbl-reading .lbl-sentence').forEach(s => s.focus = () => {})")
    place = desk.locator(".lbl-reading .lbl-sentence", has_text="the finest swim")
    for label, typed in ((SAYS, "It is about president, typed of her."), ("Because", "Because of her.")):
        choose(desk, PRESIDENT)
        settled(desk)
        box = place.evaluate("s => s.dataset.index")
        desk.evaluate(
            """([index, label, typed]) => {
              const sentence = document.querySelector(`.lbl-reading .lbl-sentence[data-index="${index}"]`);
              const field = [...document.querySelectorAll('.lbl-desk .widget-textarea')]
                .find(one => one.querySelector('label').textContent === label && one.offsetParent).querySelector('textarea');
              sentence.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
              field.focus();
              field.select();
              document.execCommand('insertText', false, typed);
            }""",
            [box, label, typed],
        )
        until(lambda: field(desk, SAYS).input_value() == "It is about swim.", "the other claim is shown")
        settled(desk)
        desk.keyboard.press("Tab")
        settled(desk)
    assert said(PRESIDENT).says == "It is about president, typed of her."
    assert said(SWIM).says == "It is about swim."
    kept = drafts.read(open_case(AGAIN).folder)
    assert {claim: draft["because"] for claim, draft in kept.items()} == {PRESIDENT: "Because of her."}


def forms_that_are_not_saved_yet_survive_a_save_made_elsewhere(desk: Any) -> None:
    for label in ("Add evidence", "Right of reply", "Log a search"):
        press(desk, label)
    typed = {
        "Title": "A title", "The passage, in its own words": "Its words.", "How I came by it": "by letter",
        "Whom I asked": "the club", "Where I looked": "its page", "Look for": "certificate",
    }  # fmt: skip
    for label, words in typed.items():
        fill(desk, label, words)
    assert_at(desk, "on", "no day at all")
    field(desk, "Publisher").focus()
    desk.keyboard.type("The cl")  # not left while another field is saved
    desk.evaluate(
        """() => {
          const field = document.querySelector('.lbl-says textarea');
          field.value = 'It is about president of the club.';
          for (const told of ['input', 'change']) field.dispatchEvent(new Event(told, {bubbles: true}));
        }"""
    )
    until(lambda: said(PRESIDENT).says == "It is about president of the club.", "it is saved")
    desk.keyboard.type("ub")
    settled(desk)
    for label, words in {**typed, "Publisher": "The club", "on": "no day at all"}.items():
        assert field(desk, label).input_value() == words, label

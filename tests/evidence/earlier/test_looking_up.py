"""Earlier fact-checks found: in another form, in another spelling, in the same order every time, never for one word."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.evidence.earlier.looking_up import MOST_CHARACTERS, look_up
from checks.evidence.earlier.parts import FactCheck
from checks.evidence.earlier.store import Store, in_memory

CLAIMS = [
    "The council of Brill stopped the tidal clock in March.",
    "The bell of the Brill mill weighs two tons.",
    "Antipersonnel devices were found near the harbour wall.",
    "A video shows a seal climbing the harbour wall.",
    "The ferry company raised its fares by a third.",
    "The ferry company was fined for late departures.",
]
STORE = """
from checks.evidence.earlier.parts import FactCheck; from checks.evidence.earlier.store import in_memory
from checks.evidence.earlier.looking_up import look_up
store = in_memory(FactCheck(f"The ferry {word} the harbour", "x", "p", f"https://a.example/{word}")
                  for word in "passed left entered saw feared".split())
print([lead.fact_check.claim for lead in look_up(store, "A ferry was in the harbour, they say")])
"""


@pytest.fixture(scope="module")
def store() -> Store:
    return in_memory(
        FactCheck(claim, "Wrong", "Checkers", f"https://checkers.example/{at}") for at, claim in enumerate(CLAIMS)
    )


def claims(store: Store, text: str) -> list[str]:
    return [lead.fact_check.claim for lead in look_up(store, text)]


def test_other_forms_of_the_words_find_it_and_are_shown(store: Store) -> None:
    first = look_up(store, "Tidal clocks stop: Brill's council did it")[0]
    assert first.fact_check.claim == CLAIMS[0]
    assert first.matched == ("council", "Brill", "stopped", "tidal", "clock")
    assert (first.alike, first.meaning) == ((), None)


def test_another_spelling_is_found_and_said(store: Store) -> None:
    first = look_up(store, "Antipersonel devices in the harbor")[0]
    assert first.fact_check.claim == CLAIMS[2]
    assert dict(first.alike) == {"antipersonel": "antipersonnel", "harbor": "harbour"}
    assert claims(store, "anti-personnel devices")[0] == CLAIMS[2]
    assert claims(store, "#TidalClock https://t.example/ferry-company")[0] == CLAIMS[0]
    assert CLAIMS[4] not in claims(store, "#TidalClock https://t.example/ferry-company")


def test_one_word_in_common_is_no_lead_unless_no_other_is_asked(store: Store) -> None:
    assert claims(store, "A seal was elected mayor") == []
    assert claims(store, "the seal") == [CLAIMS[3]]
    assert claims(store, "Nothing whatever matches") == []
    assert claims(in_memory(), "tidal clock") == []


def test_the_order_is_the_same_whatever_python_hashes() -> None:
    orders = {
        subprocess.run(
            [sys.executable, "-c", STORE], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(orders) == 1 and "ferry" in orders.pop()


def test_equals_stand_in_the_order_of_the_store() -> None:
    same = in_memory(FactCheck("The ferry sank at noon", "x", "p", f"https://a.example/{at}") for at in range(9))
    found = look_up(same, "the ferry sank at noon", 9)
    assert [lead.fact_check.url[-1] for lead in found] == list("012345678")


@pytest.mark.parametrize("text", ["", "  ", "!!", "“…”"])
def test_a_text_without_words(store: Store, text: str) -> None:
    with pytest.raises(CaseError, match="there are no words in it"):
        look_up(store, text)


def test_a_text_that_is_too_long(store: Store) -> None:
    with pytest.raises(CaseError, match="more than 5,000 characters"):
        look_up(store, "a" * (MOST_CHARACTERS + 1))
    assert look_up(store, ("tidal clock " * 500)[:MOST_CHARACTERS])


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60).filter(lambda text: any(letter.isalnum() for letter in text)))
def test_any_text_may_be_looked_for(store: Store, text: str) -> None:
    assert isinstance(look_up(store, f"{text} clock"), list)


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("By March the tidal clock of Brill, which the council had stopped, was for sale, and the mayor was sad.", [0]),
        ("The council of Brill debated coal until ten in the night, as the mayor had asked of it.", []),
    ],
)
def test_of_a_sentence_that_nobody_chose_only_what_is_plainly_of_it_is_shown(
    sentence: str, leads: list[int], store: Store
) -> None:
    assert look_up(store, sentence)
    shown = [lead.fact_check.claim for lead in look_up(store, sentence, plainly=True)]
    assert shown == [CLAIMS[at] for at in leads]

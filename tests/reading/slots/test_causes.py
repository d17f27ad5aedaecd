"""Whether one event caused another, had a part in it, went with it or came before it; own sentences."""

from __future__ import annotations

import pytest

from checks.reading.slots.causes import cause_slots
from checks.reading.slots.parsed import parsed
from checks.reading.slots.parts import Relation

AGREE, WIDER, NARROWER, CONFLICT = Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT
NOT_STATED = Relation.NOT_STATED

PAIRS = [
    ("Rust caused the leak.", "The leak was caused by rust.", AGREE),
    ("Rust caused the leak.", "The leak was due to rust.", AGREE),
    ("The leak was due to rust.", "Because of rust, the pipe had a leak.", AGREE),
    ("Rust led to the leak.", "The leak was a result of rust.", AGREE),
    ("Inspectors blamed rust for the leak.", "Rust was to blame for the leak.", AGREE),
    ("Inspectors blamed rust for the leak.", "Inspectors blamed the leak on rust.", AGREE),
    ("The fire was caused by a candle.", "A candle started a fire.", NARROWER),
    ("Rust caused the leak.", "The leak followed the rust.", CONFLICT),
    ("Rust caused the leak.", "Rust was linked to the leak.", CONFLICT),
    ("Rust caused the leak.", "Rust contributed to the leak.", CONFLICT),
    ("Rust caused the leak.", "The leak caused the rust.", CONFLICT),
    ("Rust caused the leak.", "Engineers found no evidence that rust caused the leak.", CONFLICT),
    ("Rust caused the leak.", "The leak was not caused by rust.", CONFLICT),
    ("Rust caused the leak.", "There was rust on the pipe, and a leak. The cause has not been established.", NARROWER),
    ("Rust caused the leak.", "There was a strike in Hull.", NOT_STATED),
    ("Rust contributed to the leak.", "Rust caused the leak.", WIDER),
    ("Rust contributed to the leak.", "Rust was a factor in the leak.", AGREE),
    ("Rust contributed to the leak.", "Rust was associated with the leak.", CONFLICT),
    ("Rust is associated with leaks.", "Rust causes leaks.", WIDER),
    ("Rust is linked to leaks.", "Rust is associated with leaks.", AGREE),
    ("The shop closed after the flood.", "The shop closed because of the flood.", WIDER),
    ("The shop closed after the flood.", "The flood came before the shop closed.", AGREE),
    ("The shop closed before the flood.", "The shop closed after the flood.", CONFLICT),
    ("The shop closed after the flood.", "The flood came after the shop closed.", CONFLICT),
    ("The mayor resigned after the audit.", "By the time of the audit, the mayor had resigned.", CONFLICT),
    ("The mayor resigned after the audit.", "The mayor had already resigned by the time of the audit.", CONFLICT),
    ("The mayor resigned before the audit.", "The mayor had already resigned by the time of the audit.", AGREE),
    ("The audit preceded the resignation.", "The resignation followed the audit.", AGREE),
    ("The audit preceded the resignation.", "The audit followed the resignation.", CONFLICT),
    ("The mayor resigned after the audit.", "There was an audit. The mayor resigned a month later.", AGREE),
    ("The mayor resigned after the audit.", "There was an audit. The mayor resigned.", NARROWER),
    (
        "The firm halted the work after two men fell.",
        "The firm had begun the work. It called a halt when two men fell.",
        AGREE,
    ),
    ("Weak demand led the firm to close the plant.", "The firm closed the plant because of weak demand.", AGREE),
    ("Weak demand led the firm to close the plant.", "The firm closed the plant. It did not give a reason.", NARROWER),
]


@pytest.mark.parametrize(("claim", "passage", "right"), PAIRS)
def test_a_link_between_events_is_the_passages(claim: str, passage: str, right: Relation) -> None:
    found = cause_slots(parsed(claim), parsed(passage))
    assert found is not None
    assert [slot.relation for slot in found[0]] == [right], found[0]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mayor resigned.", "The mayor resigned because of the audit."),
        ("The mayor resigned on 3 May.", "The mayor resigned on 3 May."),
        ("The case before the court is old.", "The case is old. The court is in Hull."),
        ("The mayor left after lunch.", "The council met in Hull."),
        ("Rust did not cause the leak.", "Rust did not cause the leak."),
    ],
)
def test_where_the_claim_links_nothing_that_the_passage_tells_there_is_no_slot(claim: str, passage: str) -> None:
    assert cause_slots(parsed(claim), parsed(passage)) is None


def test_the_linking_words_and_the_events_are_taken() -> None:
    claim = parsed("Rust caused the leak.")
    found = cause_slots(claim, parsed("The leak was due to rust."))
    assert found is not None
    assert {claim[i].text for i in found[1]} == {"Rust", "caused", "leak"}


@pytest.mark.parametrize("text", ["", "because", "After", "before before", ", then", "led to led to", "caused by " * 200,
                                  "by the time", "…because of…", "blamed for", "blamed x for", "\U0001f600 due to \U0001f600"])  # fmt: skip
def test_no_text_is_too_odd(text: str) -> None:
    plain = parsed("Because of the flood, the shop closed before the audit.")
    for one, other in ((parsed(text), plain), (plain, parsed(text)), (parsed(text), parsed(text))):
        found = cause_slots(one, other)
        assert found is None or (found[0] and all(0 <= i < len(one) for i in found[1]))

"""Whether an act is told as so in a claim and in a passage, how far it has got, and who says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks.reading.slots.parsed import parsed
from checks.reading.slots.parts import Relation
from checks.reading.slots.status import overstated, relate_status, status_of
from checks.reading.slots.status_kinds import REALITIES, TELLING, Status

PAIRS = Path(__file__).with_name("status_pairs.txt").read_text(encoding="utf-8").splitlines()
KINDS = [line.split(" | ") for line in PAIRS if line and not line.startswith("#")]


def status(text: str, word: str) -> Status:
    doc = parsed(text)
    return status_of(next(token for token in doc if token.text == word))


@pytest.mark.parametrize(("claim", "passage", "verdict"), KINDS)
def test_a_status_is_not_overstated(claim: str, passage: str, verdict: str) -> None:
    found = overstated(claim, passage)
    assert (str(found.verdict), found.reason) == (verdict, found.reason)


@pytest.mark.parametrize(
    ("text", "word", "negated", "reality"),
    [
        ("The mill closed.", "closed", False, "done"),
        ("The mill is closing.", "closing", False, "ongoing"),
        ("The mill will close.", "close", False, "to come"),
        ("The mill is to close.", "close", False, "to come"),
        ("The mill was to have closed in May.", "closed", False, "planned"),
        ("The owners plan to close the mill.", "close", False, "planned"),
        ("The owners have no plans to close the mill.", "close", True, "planned"),
        ("The owners scrapped plans to close the mill.", "close", True, "planned"),
        ("The owners hope to close the mill.", "close", False, "intended"),
        ("The owners are weighing whether to close the mill.", "close", False, "considered"),
        ("The owners were told to close the mill.", "close", False, "obliged"),
        ("The owners were urged not to close the mill.", "close", True, "asked"),
        ("The owners have been allowed to close the mill.", "close", False, "allowed"),
        ("The owners tried to close the mill.", "close", False, "attempted"),
        ("The owners declined to close the mill.", "close", True, "done"),
        ("The owners did not decline to close the mill.", "close", False, "done"),
        ("The owners went on to close the mill.", "close", False, "done"),
        ("The owners were prevented from closing the mill.", "closing", True, "done"),
        ("The owners ruled out closing the mill.", "closing", True, "decided"),
        ("The owners will close the mill and sell the land.", "sell", False, "to come"),
        ("The owners did not close the mill or sell the land.", "sell", True, "done"),
        ("The owners are alleged to have closed the mill.", "closed", False, "alleged"),
        ("The owners denied that they had closed the mill.", "closed", True, "denied"),
        ("The owners denied that they had not paid.", "paid", False, "denied"),
        ("Neither owner closed the mill.", "closed", True, "done"),
        ("None of the owners closed the mill.", "closed", True, "done"),
        ("If the price falls, the mill will close.", "close", False, "conditional"),
        ("The mill will close unless a buyer is found.", "close", False, "conditional"),
        ("The mill may close.", "close", False, "possible"),
        ("The mill is unlikely to close.", "close", True, "predicted"),
        ("The mill did not close until 1972.", "close", False, "done"),
        ("It is not known whether the mill closed.", "closed", False, "open"),
        ("Under the plan, the mill will close.", "close", False, "proposed"),
        ("The mill, which is due to close in May, employs 40 people.", "close", False, "to come"),
        ("The mill, which is due to close in May, employs 40 people.", "employs", False, "done"),
        ("The union fears that the mill will close.", "close", False, "believed"),
        ("The owners' promise to close the mill was broken.", "close", False, "promised"),
        ("The allegation that the owners flooded the mill was false.", "flooded", True, "alleged"),
    ],
)
def test_reality_and_polarity(text: str, word: str, negated: bool, reality: str) -> None:
    found = status(text, word)
    assert (found.negated, found.reality) == (negated, reality)


@pytest.mark.parametrize(
    ("text", "word", "says", "factive"),
    [
        ("The mill closed.", "closed", "", True),
        ("The mayor said the mill had closed.", "closed", "The mayor", False),
        ("The mill had closed, the mayor said.", "closed", "the mayor", False),
        ("The mill closed, according to the mayor.", "closed", "the mayor", False),
        ("The inquiry found that the mill had closed.", "closed", "The inquiry", True),
        ("The owners confirmed that the mill had closed.", "closed", "The owners", True),
        ("Prosecutors allege that the owners flooded the mill.", "flooded", "Prosecutors", False),
        ("The owners were accused by prosecutors of flooding the mill.", "flooding", "prosecutors", False),
        ("Prosecutors allege in an indictment that the mill was flooded.", "flooded", "Prosecutors", False),
        ("The owners' claim that the mill was flooded was rejected.", "flooded", "", False),
        ("The court rejected the owners' claim that the mill was flooded.", "flooded", "The court", False),
    ],
)
def test_who_says_so(text: str, word: str, says: str, factive: bool) -> None:
    found = status(text, word)
    assert (found.says, found.factive) == (says, factive)


def test_both_phrases_stand_side_by_side() -> None:
    claimed = status("The firm bribed officials.", "bribed")
    stated = status("Prosecutors allege that the firm bribed officials.", "bribed")
    slots = {slot.slot: slot for slot in relate_status(claimed, stated)}
    assert slots["polarity"].relation is Relation.AGREE
    assert slots["status"].relation is Relation.CONFLICT
    assert slots["says"].relation is Relation.CONFLICT
    why = "the claim tells as done (“bribed”) what the passage gives as alleged (“Prosecutors allege that”)"
    assert slots["status"].why == why


def test_denying_a_request_denies_no_denial() -> None:
    assert not status("The court denied the request.", "denied").negated
    assert status("The court did not deny the request.", "deny").negated


def test_every_reality_has_words_and_follows_from_itself() -> None:
    assert set(TELLING) == set(REALITIES)
    for reality in REALITIES:
        one = Status(False, reality)
        assert relate_status(one, one)[1].relation is Relation.AGREE


@pytest.mark.parametrize(
    "claim", ["", " ", "?", "“", "not", "If", "to", "\n\n", "said", "No.", "according to", "1", "∅ — …"]
)
@pytest.mark.parametrize(
    "passage",
    ["", "Whether.", "that that that", "According", "and or but", "He said she said they said", "🐟 🐟", "no no no"],
)
def test_odd_texts_raise_nothing(claim: str, passage: str) -> None:
    for one, other in ((claim, passage), (passage, claim), (claim, claim), (passage, passage)):
        assert overstated(one, other).reason
        for token in parsed(one):
            found = status_of(token)
            for words in (found.cue, found.act, found.negator, found.saying):
                assert words is None or one[words.start : words.end] == words.exact


def test_every_reason_shows_words_of_both() -> None:
    for claim, passage, verdict in KINDS:
        found = overstated(claim, passage)
        if verdict in ("misleading", "contradicted"):
            shown = re.findall("“([^”]+)”", found.reason)
            assert any(words in claim for words in shown), found.reason
            assert any(words in passage for words in shown), found.reason

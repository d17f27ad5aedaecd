"""Claims and passages that nobody would write, and what holds of every comparison."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.passages import Comparison, compare, compared_all
from checks.reading.quoting import compared

CLAIM = "The council closed the bridge on 3 May 2031."
PLAIN = (
    "The court rejected the appeal.", "Unemployment fell to 4.2 per cent in March.", "No one was injured in the fire.",
    "The hospital treated 340 patients on Sunday.", "Most residents opposed the plan.", "The ship sank in 1912.",
    "The treaty was signed by 40 countries in 1998.", "The painting was stolen from a church in Ghent.",
    "The minister resigned after the report was published.", "The prisoner escaped through a window.",
    "The average wage rose from £520 to £540 a week.", "The suspect denied the charges.",
)  # fmt: skip
ODD = (
    "2019 1,204 3.5%\n2020 1,198 3.4%\n" * 8, "((((bridge))))", "“a” " * 60, "\n\nbridge\n" * 30, "abcdefgh" * 2_000,
    "المجلس أغلق الجسر في 3 مايو.", "המועצה סגרה את הגשר.", "市议会关闭了这座桥。", "Der Rat hat die Brücke geschlossen.",
    "bridge 😀🏳️\u200d🌈", "e\u0301\u0301 a\u200bb", "a\x00\x1b[31mb\x07", "-LRB- the bridge -RRB- `` did n't '' open , he said .",
    "opening_date: 1998-06-03 | Age: 4", "the council of " * 30, "not " * 50, "1", "%", "<b>closed</b> &amp; **open**",
)  # fmt: skip


def one(claim: str, passage: str) -> Comparison:
    return next(compared_all([(claim, passage)]))


def sound(found: Comparison) -> bool:
    return found.verdict != "supported" or (bool(found.slots) and all(slot.relation.stated for slot in found.slots))


@pytest.mark.parametrize("odd", ODD)
def test_odd_text_gets_an_answer_on_either_side(odd: str) -> None:
    assert all(sound(found) for found in compared_all([(CLAIM, odd), (odd, CLAIM), (odd[:300], odd[:300])]))
    assert one(CLAIM, odd).verdict != "supported"
    assert compared(odd, CLAIM) == compared(odd, CLAIM)
    assert compared(CLAIM, odd).result == "absent"


@settings(max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=90),
)
def test_any_text_gets_the_same_answer_twice(claim: str, passage: str) -> None:
    first, again = compared_all([(claim, passage), (claim, passage)])
    assert first == again
    assert sound(first)
    assert compared(claim, passage) == compared(claim, passage)


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_sentence_bears_itself_out_whatever_stands_beside_it(sentence: str) -> None:
    for passage in (sentence, f"{sentence} The weather was fine in Toronto.", f"The weather was fine. {sentence}"):
        assert one(sentence, passage).verdict == "supported", one(sentence, passage)


def test_the_order_of_the_pairs_changes_no_answer() -> None:
    pairs = [(claim, passage) for claim in PLAIN for passage in (claim, PLAIN[0])]
    assert list(compared_all(pairs)) == list(compared_all(pairs[::-1]))[::-1] == [one(*pair) for pair in pairs]


@pytest.mark.parametrize(
    "claim",
    [
        "The ship was not sunk.",
        "The painting was not stolen from a church in Ghent.",
        "The court did not reject the appeal.",
    ],
)
def test_not_in_the_claim_alone_is_never_supported(claim: str) -> None:
    assert one(claim, " ".join(PLAIN)).verdict != "supported"


@pytest.mark.parametrize("claim", [
    "The north tower, which the owners finished in 1998, is by far the taller",
    "Neither of the two drivers was paid as much as",
    "Prosecutors say that the most",
])  # fmt: skip
def test_a_claim_that_breaks_off_is_compared(claim: str) -> None:
    passage = "The north tower is 88 metres tall and the south tower 71; neither driver was paid, prosecutors say."
    words = claim.split()
    for end in range(1, len(words) + 1):
        assert compare(" ".join(words[:end]), passage).slots is not None

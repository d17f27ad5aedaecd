"""The checkable pieces of an article: what is proposed of a sentence, and what of any text at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.article import read
from checks.reading.pieces import NOT_TOLD, Piece, pieces_of


def pieces(text: str) -> list[tuple[str, Piece]]:
    return [(text[piece.start : piece.end], piece) for piece in pieces_of(read(text, "2031-06-20", names=False))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ann Lee, who came to office in 2029, signed the order on Thursday, June 5, 2031.",
            [
                ("Mayor Ann Lee", {"person": "Ann Lee", "office": "Mayor"}),
                ("who came to office in 2029", {"on": "2029"}),
                (
                    "signed the order on Thursday, June 5, 2031",
                    {"on": "2031-06-05", "role": "signed", "weekday": "Thursday"},
                ),
            ],
        ),
        (
            "The pier cost $40 million, and the tunnel cost 12 million dollars.",
            [("The pier cost $40 million", {"figure": "$40 million"}),
             ("and the tunnel cost 12 million dollars", {"figure": "12 million dollars"})],
        ),
        (
            "The harbour board expects the work to end by March 2032.",
            [("The harbour board expects the work to end by March 2032", {"by": "2032-03", "foreseen": "2031-06-20"})],
        ),
        (
            "In 2030, the town voted to close its only library.",
            [("In 2030, the town voted to close its only library", {"on": "2030"})],
        ),
        ("It was the largest fire in the valley.", [("It was the largest fire in the valley", {})]),
        ("Prices were higher than in Norcote.", [("Prices were higher than in Norcote", {})]),
        ("Thank you all so much!", []),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_into_what_can_be_checked(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    found = pieces(text)
    assert [(words, dict(piece.asserts)) for words, piece in found] == expected
    assert {piece.speaker for _, piece in found} <= {"article"}
    for _, piece in found:
        assert piece.says == text


def test_a_quotation_is_one_piece_with_its_speaker() -> None:
    text = "“We waited. Nobody came in 40 days,” said Ines Okafor, who chairs the board. It rained.\n"
    (words, piece), *_ = pieces(text)
    assert words.startswith("“We waited. Nobody came in 40 days,” said Ines Okafor")
    assert piece.speaker == "Ines Okafor"
    assert piece.asserts["quotation"] == "We waited. Nobody came in 40 days"
    assert piece.asserts["speaker"] == "Ines Okafor"
    assert piece.says == "Ines Okafor said: “We waited. Nobody came in 40 days”"


def test_a_pronoun_is_no_speaker() -> None:
    found = pieces("The bridge is shut. “It is not safe,” he said.")
    assert [piece.speaker for _, piece in found] == ["article", NOT_TOLD]
    assert "speaker" not in found[1][1].asserts


def test_what_is_only_reported_is_cut_and_keeps_its_speaker() -> None:
    found = pieces("The report found that the fleet grew to 40 boats in 2029, and to 61 boats in 2030.")
    assert len(found) == 2
    assert {piece.speaker for _, piece in found} == {"The report"}
    assert [piece.asserts.get("on") for _, piece in found] == ["2029", "2030"]


def test_figures_that_a_check_takes_together_stay_together() -> None:
    ((words, piece),) = pieces("The ban began on 1 March 2031 and lasts for 90 days, until 30 May 2031.")
    assert words == "The ban began on 1 March 2031 and lasts for 90 days, until 30 May 2031"
    assert piece.asserts == {"start": "2031-03-01", "after": "90 days", "stated": "2031-05-30"}


def test_the_page_s_furniture_and_a_dateline_are_no_pieces() -> None:
    text = "Pier reopens\n\nBy Ann Lee\n\nHARROW, May 4 — The pier reopened after 12 weeks.\n\nRead more: 10 tips\n"
    words = [words for words, _ in pieces(text)]
    assert words[-1] == "The pier reopened after 12 weeks"
    assert not [one for one in words if "HARROW" in one or "Ann Lee" in one]


ODD = (
    "the of a said that Mayor Ann Lee Bo Roe signed on 5 May 2031 , . “ ” ‘ ’ ; — ( ) $40 12 percent million will by "
    "2029 first largest more than 90 days until he report * # [ 🌉 é"
)
WORDS = st.sampled_from([*ODD.split(), "\n\n", "\n", "\u00a0", "\u200b"])


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=3, max_size=60).map(" ".join))
def test_pieces_of_any_text_stand_in_order_and_never_overlap(text: str) -> None:
    text = f"The mayor said so. {text}"
    reading = read(text, "2031-06-20", names=False)
    found = pieces_of(reading)
    assert found == pieces_of(read(text, "2031-06-20", names=False))
    for one, two in pairwise(found):
        assert one.start < one.end <= two.start
    for piece in found:
        assert 0 <= piece.start < piece.end <= len(text)
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end]
        assert piece.says.strip()
        assert piece.speaker.strip()

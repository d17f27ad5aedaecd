"""The text of PDF files: lines, paragraphs, columns, what repeats, and what cannot be read."""

from __future__ import annotations

import pytest
from made_pdf import Line, column, drawn, pdf

from checks.case.errors import CaseError
from checks.reading.intake.incoming import from_bytes
from checks.reading.intake.layout import paragraphs_of_page
from checks.reading.intake.normal import normal

WORD = "barnacle"
TITLE = "Ferry fares to rise by a tenth"
BODY = [
    "Ferry fares will rise by a tenth in April, the operator said on", "Tuesday. The ofﬁce in the harbour conﬁrmed that the new prices",
    "are ﬁnal, and that the long-term tariff of the com-", "pany would be reviewed in June by the council.", "",
    "The islands’ council called the increase unfair and said it would", "write to the minister, who is on leave until the end of May and",
]  # fmt: skip
LEFT = [
    "The harbour board met on",
    "Monday to discuss the new",
    "ferry terminal, which is the",
    "largest project since the",
    "war. The vote was close,",
    "and the chair abstained.",
    "Two members left early to",
    "catch the last boat.",
]
RIGHT = [
    "The terminal will open in",
    "spring, the board said. A",
    "review is expected in the",
    "autumn of next year, and",
    "the council has promised",
    "to publish it in full on",
    "its own page, with all of",
    "the figures that it holds.",
]


def edges(number: int) -> list[Line]:
    return [(72, 810, 9, "The Coast Herald"), (290, 30, 9, f"Page {number} of 3")]


def pages() -> list[bytes]:
    first = [*edges(1), (72, 760, 20, TITLE), (72, 735, 11, "By Jane Doe"), *column(BODY, 72, 700)]
    second = [
        *edges(2),
        *column(["has not answered. “We are waiting,” a spokesman said.", "", "A decision is due."], 72, 760),
    ]
    return [
        drawn(first),
        drawn(second),
        drawn([*edges(3), *column(["The last page has one line, and a “mark”."], 72, 760)]),
    ]


def text_of(*lines: Line) -> str:
    return from_bytes(pdf([drawn(list(lines))]), "a.pdf").text


@pytest.mark.parametrize("packed", [False, True])
def test_a_pdf_of_three_pages(packed: bool) -> None:
    found = from_bytes(pdf(pages(), TITLE, packed=packed), "fares.pdf")
    assert (found.form, found.title, found.encoding, found.language) == ("pdf", TITLE, "of its fonts", "en")
    assert found.text.split("\n\n") == [
        TITLE,
        "By Jane Doe",
        "\n".join(BODY[:4]),
        "\n".join([*BODY[5:], "has not answered. “We are waiting,” a spokesman said."]),
        "A decision is due.",
        "The last page has one line, and a “mark”.",
    ]
    parts = paragraphs_of_page(normal(found.text, found.form).text, found.title)
    assert [part.part for part in parts] == ["headline", "byline", "body", "body", "body", "body"]
    assert "the long-term tariff of the company would" in parts[2].exact


def test_ligatures_and_cut_words_lead_back_to_what_is_printed() -> None:
    found = from_bytes(pdf(pages()), "fares.pdf")
    whole = normal(found.text, found.form)
    for word, printed in [
        ("office", "ofﬁce"),
        ("final", "ﬁnal"),
        ("company", "com-\npany"),
        ("on Tuesday", "on\nTuesday"),
    ]:
        at = whole.text.index(word)
        start, end = whole.span(at, at + len(word))
        assert found.text[start:end] == printed


def test_a_title_that_the_page_does_not_show_is_not_taken() -> None:
    assert from_bytes(pdf(pages(), "Microsoft Word - draft7.doc"), "a.pdf").title == ""


def test_two_columns_are_read_one_after_the_other() -> None:
    text = text_of(
        (72, 780, 18, "Harbour board votes for a new ferry terminal"), *column(LEFT, 72, 740), *column(RIGHT, 320, 738)
    )
    assert text.split("\n\n") == ["Harbour board votes for a new ferry terminal", "\n".join(LEFT), "\n".join(RIGHT)]


def test_three_columns() -> None:
    third = [line.replace("terminal", "jetty") for line in LEFT]
    text = text_of(*column(LEFT, 40, 740), *column(RIGHT, 220, 740), *column(third, 400, 740))
    assert text.split("\n\n") == ["\n".join(LEFT), "\n".join(RIGHT), "\n".join(third)]


def test_one_column_is_not_cut() -> None:
    assert text_of(*column(BODY * 3, 72, 780)).startswith("\n".join(BODY[:4]))


def test_paragraphs_whose_first_line_is_set_in() -> None:
    lines = [
        "The harbour board met on Monday to discuss the new ferry terminal,", "and heard that it is the largest project since the war and costs more",
        "than that one did, which nobody had expected of a wooden terminal.", "Two members left the meeting early to catch the last boat home, and",
        "the vote was close.",
    ]  # fmt: skip
    text = text_of(*[(84 if n in (0, 3) else 72, 700 - 14 * n, 11, line) for n, line in enumerate(lines)])
    assert text.split("\n\n") == ["\n".join(lines[:3]), "\n".join(lines[3:])]


def test_a_heading_is_a_paragraph_and_so_is_a_short_last_line_before_another() -> None:
    text = text_of(
        (72, 700, 11, "The harbour board met on Monday to discuss the new ferry terminal, and"),
        (72, 686, 11, "the vote was close."), (72, 672, 14, "What comes next"),
        (72, 656, 11, "A review is expected in the autumn, the board said, and all the figures"),
        (72, 642, 11, "are to be published."), (72, 628, 11, "Nobody knows when the old terminal will be pulled down, or who will pay."),
    )  # fmt: skip
    assert [block.count("\n") for block in text.split("\n\n")] == [1, 0, 1, 0]


def test_one_page_keeps_its_first_and_last_line() -> None:
    assert text_of((72, 820, 11, "NEWS OF THE COAST"), *column(BODY, 72, 700), (72, 30, 9, "17")).startswith("NEWS OF")


def test_spaced_out_letters_are_one_word() -> None:
    text = text_of((72, 700, 11, "T H E N E W S"), (72, 600, 11, "The ferry was late again."))
    assert normal(text, "pdf").text.startswith("THENEWS")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf(pages(), password=WORD), "locked with a password"),
        (pdf([b"0 0 100 100 re f"] * 2), "no text in it, only pictures"),
        (pdf([]), "no text in it"),
        (pdf([b""] * 201), "201 pages"),
        (pdf([b" " * 70_000_000], packed=True), "unpacks to more than"),
        (pdf(pages())[:900], "broken"),
        (b"%PDF-1.7\n" + b"x" * 500, "broken"),
        (pdf([drawn(column(["Le ministre a dit que la ligne ne serait pas ouverte avant le printemps et"] * 4, 72, 700))]), "French"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(data: bytes, says: str) -> None:
    with pytest.raises(CaseError, match=says) as raised:
        from_bytes(data, "a.pdf")
    assert raised.value.file == "a.pdf"


def test_a_lock_without_a_password_opens() -> None:
    assert from_bytes(pdf(pages(), password=""), "a.pdf").text == from_bytes(pdf(pages()), "a.pdf").text


@pytest.mark.parametrize("cut", range(5, 100, 7))
def test_a_damaged_file_is_read_or_refused(cut: int) -> None:
    whole = pdf(pages())
    place = len(whole) * cut // 100
    try:
        assert from_bytes(whole[:place] + whole[place + 9 :], "a.pdf").text
    except CaseError as error:
        assert any(says in error.what for says in ("broken", "no text", "which letters"))

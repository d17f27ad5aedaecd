"""The parts of a page: headline, standfirst, byline, dateline, body, and furniture."""

from __future__ import annotations

from dataclasses import astuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.intake.layout import dateline_of, is_byline, paragraphs_of_page
from checks.reading.parts import Part

BODY = "The harbour board met on Monday and voted for a new ferry terminal, the largest project since the war."
MORE = "“We held prices for as long as we could,” said Ann Hill, its chair."
LAST = "A decision on the winter timetable is expected in June."
LETTERS: dict[str, Part] = {
    "h": "headline",
    "s": "standfirst",
    "y": "byline",
    "d": "dateline",
    "b": "body",
    "n": "notice",
}
PAGES = [
    ("h|Harbour board votes for new terminal", f"b|{BODY}", f"b|{MORE}"),
    ("h|HARBOUR BOARD BACKS TERMINAL", "y|By JANE DOE and JOHN ROE | Staff Writers", f"b|{BODY}", f"b|{LAST}"),
    ("h|Harbour board votes for new terminal", "s|The vote was close, and two members left before it.", "y|By Jane Doe", f"b|{BODY}"),
    ("h|Harbour board votes for new terminal", "s|The vote was close. Two members left before it.", "y|Jane Doe in Larkmere", "d|5 March 2024", f"b|{BODY}"),
    ("h|Harbour board votes for new terminal", "s|Islanders had hoped for a bridge instead of it", "y|By Jane Doe, Transport Correspondent", "d|Published: 5 March 2024, 8:00 am GMT", "d|Updated March 6, 2024 at 9.15 p.m.", f"b|{BODY}"),
    ("h|Harbour Board Votes for New Terminal", "y|Associated Press", f"b|{BODY}", f"b|{LAST}"),
    ("h|Harbour board votes for new terminal", "y|By The Associated Press", "d|LARKMERE, Ore. (AP) —", f"b|{BODY}"),
    ("h|Is the old ferry safe?", "y|By Staff", "d|Tuesday, March 5, 2024", f"b|{BODY}"),
    ("h|Fares up!", "h|Islanders to Pay a Tenth More From April", f"b|{BODY}", f"b|{LAST}"),
    ("h|Small Boats, Big Hopes: The Islanders Who Stayed.", f"b|{BODY}", f"b|{LAST}"),
    (f"b|{BODY}", f"b|{MORE}", f"b|{LAST}"),
    ("b|The ferry was late.", f"b|{BODY}"),
    ("h|Fares to rise", "s|The third rise in three years.", f"b|LARKMERE, March 3 (Reuters) - {BODY}"),
    ("h|Fares to rise", "y|By Jane Doe", "y|Political Editor", "y|jane.doe@herald.example", f"b|{BODY}"),
    ("h|Fares to rise", "y|Jane Doe and Bo Ek", "d|Mar 5, 2024 | 10:15 AM ET", f"b|{BODY}"),
    ("h|Fares to rise", "y|Story by Jean-Luc de la Tour in Paris and Ann O’Neill in Cork", f"b|{BODY}"),
    ("h|Fares to rise", f"b|{BODY}", "h|Islanders object", f"b|{MORE}", f"b|{LAST}", "n|Old Lighthouse Keeper Dies at Ninety After Fall"),
    ("h|Fares to rise", f"b|{BODY}", f"b|{LAST}", "n|Harbour wall to be rebuilt next spring", "n|Two held after fire on the pier"),
    ("h|Fares to rise", f"b|{BODY}", "b|The board named three reasons:", "b|Fuel costs more", "b|Fewer people travel in winter", "b|The old terminal must be paid for"),
    ("h|Fares to rise", f"b|{BODY}", "b|- Fuel costs more", "b|- Fewer people travel", f"b|{LAST}"),
    ("h|The song of the ferry", f"b|{BODY}", "b|The tide comes in at six o’clock,", "b|And all the boats are in the bay,", "b|The harbour lights are on the rock,", "b|And nobody will sail today."),
    ("h|Fares to rise", "n|Advertisement", f"b|{BODY}", "n|Read more: Old ferry to be sold", f"b|{LAST}", "n|© 2024 The Coast Herald. All rights reserved."),
    ("h|Fares to rise", "n|Share this article", "n|12 comments", "y|By Jane Doe", f"b|{BODY}", "n|Sign up for our morning newsletter"),
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_pages(page: tuple[str, ...], between: str) -> None:
    text = between.join(line[2:] for line in page)
    found = paragraphs_of_page(text)
    assert [(part.part, part.exact) for part in found] == [(LETTERS[line[0]], line[2:]) for line in page]
    assert all(text[part.start : part.end] == part.exact for part in found)


@pytest.mark.parametrize(
    "words",
    [
        "Read more: Harbour wall to be rebuilt", "READ NEXT", "Related: A history of the ferry", "Related stories", "You may also like",
        "Sign up for our daily newsletter and never miss a story.", "Subscribe to The Herald", "Follow us on Instagram", "Share", "Tweet",
        "Advertisement", "ADVERTISEMENT - CONTINUE READING BELOW", "Story continues below advertisement", "Sponsored by Acme", "Click here to see the timetable.",
        "Photo: A ferry at the pier", "A ferry leaves the pier on Monday. (AP Photo/Jane Doe)", "Islanders wait in the rain. Photograph: Jane Doe/The Herald",
        "The pier at dusk. Getty Images", "The pier at dusk (Jane Doe/AP)", "The pier at dusk REUTERS/Jane Doe", "AFP/Getty", "Boats. (Jane Doe/The Herald via AP)", "The pier at dusk. Photo by Jane Doe", "Watch: the ferry turns back", "Image caption The pier at dusk",
        "Copyright 2024 The Coast Herald", "This material may not be published, broadcast or rewritten.",
        "Correction: an earlier version of this story gave the wrong fare.", "This article was amended on 6 March 2024 to correct the fare.",
        "Editor’s note: The fare was corrected on Wednesday.", "This story was originally published by The Quay.",
        "Reporting by Jane Doe in Larkmere; Editing by John Roe", "(Additional reporting by Ann Poe)", "Jane Doe contributed to this report.",
        "John Roe reported from Quayside.", "* * *", "https://herald.example/fares", "@coastherald", "#ferry #fares", "Topics: transport, islands",
        "Have a tip? Write to the newsroom.", "Do you know more about this? E-mail the reporter at jane@herald.example.", "Skip to main content",
        "More from this section", "Most read", "Comments (41)", "We use cookies to improve your visit.",
    ],
)  # fmt: skip
def test_furniture_is_told_apart(words: str) -> None:
    text = "\n".join(["Fares to rise", BODY, words, MORE, LAST])
    assert [part.part for part in paragraphs_of_page(text)] == ["headline", "body", "notice", "body", "body"]


@pytest.mark.parametrize(
    "words",
    [
        "The Reuters/Ipsos poll found her ahead by four points.", "He was ahead in a poll by AP/NORC.", "Shares in Shutterstock fell.",
        "Subscribers to the old ferry company’s fund lost all that they had put in.", "The report was published on Tuesday by the ministry.",
        "Read the letter aloud, the judge told him, and he did.", "Research by Larkmere University found that fares had doubled.",
        "Related industries lost a tenth of their workers in the same year.", "Sign up sheets hung on the wall of the hall.",
        "By Friday the storm had passed, and the ferry sailed again.", "Follow the money, she said, and they did.",
        "The photograph shows the pier before the fire of 1911.", "Copyrighted songs were played at the meeting.",
        "Corrections officers said that the men had been fed.", "Sharing the road with cyclists is the law.", "On this site stood the first lighthouse.",
        "Photographs by hundreds of visitors are hanging in the hall of the museum.", "Print newspapers are still read on the islands.",
        "The story was changed in later tellings.", "Watch the tide before you cross, the sign says.", "Like his father, he sailed at twelve.",
    ],
)  # fmt: skip
def test_sentences_that_only_look_like_furniture_are_body(words: str) -> None:
    text = "\n".join(["Fares to rise", BODY, words, LAST])
    assert [part.part for part in paragraphs_of_page(text)] == ["headline", "body", "body", "body"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("By Jane Doe", True), ("BY JANE DOE", True), ("by Jane Doe", True), ("By Jane Doe and John Roe", True), ("By: Jane Doe", True),
        ("By Dr. Jane van der Berg, Ann O’Neill and J.R. Roe", True), ("By Jane Doe | The Coast Herald", True), ("By Jane Doe, Staff Writer", True),
        ("By Reuters Staff", True), ("Reuters", True), ("The Associated Press", True), ("Agence France-Presse", True),
        ("Words by Jane Doe", True), ("Analysis by Jane Doe", True), ("By JANE DOE, Associated Press", True), ("By our foreign correspondent", True),
        ("By Monday morning the storm had passed.", False), ("By 1998 they had left", False), ("By law, it must be so.", False),
        ("Jane Doe", False), ("By and large the plan worked", False), ("By Jane Doe’s account the ship sailed at noon and was never seen.", False),
    ],
)  # fmt: skip
def test_bylines(words: str, answer: bool) -> None:
    assert is_byline(words) == answer


def test_what_the_page_says_of_itself_tells_headline_and_byline() -> None:
    text = "\n".join(["Transport", "Fares to rise by a tenth in April.", "JANE O. DOE", BODY, MORE])
    found = paragraphs_of_page(text, "Fares to rise by a tenth in April", "Jane O. Doe")
    assert [part.part for part in found] == ["notice", "headline", "byline", "body", "body"]


@pytest.mark.parametrize(
    ("start", "place", "agency", "date"),
    [
        ("WASHINGTON (AP) — ", "WASHINGTON", "AP", ""), ("LONDON, March 3 (Reuters) - ", "LONDON", "Reuters", "March 3"),
        ("PARIS — ", "PARIS", "", ""), ("NEW YORK — ", "NEW YORK", "", ""), ("ST. PAUL, Minn. (AP) -- ", "ST. PAUL, Minn.", "AP", ""),
        ("UNITED NATIONS, Jan. 5, 1998 (UPI) — ", "UNITED NATIONS", "UPI", "Jan. 5, 1998"), ("SAN JUAN, Puerto Rico (AP)_", "SAN JUAN, Puerto Rico", "AP", ""),
        ("Nairobi, Kenya (CNN) -- ", "Nairobi, Kenya", "CNN", ""), ("Geneva – ", "Geneva", "", ""), ("(Reuters) - ", "", "Reuters", ""),
        ("LONDON/PARIS, 3 March 2024 (Reuters) – ", "LONDON/PARIS", "Reuters", "3 March 2024"), ("BAGHDAD, Iraq ― ", "BAGHDAD, Iraq", "", ""),
        ("New Delhi: ", "", "", ""), ("", "", "", ""), ("The board, which met on Monday — ", "", "", ""), ("In 1998 — ", "", "", ""),
    ],
)  # fmt: skip
def test_datelines(start: str, place: str, agency: str, date: str) -> None:
    text = f"Fares to rise\n\n{start}{BODY}\n\n{LAST}"
    paragraphs = paragraphs_of_page(text)
    found = dateline_of(text, paragraphs)
    assert (found.place, found.agency, found.date) == (place, agency, date)
    assert (found.words.exact if found.words else "") == (start.rstrip() if place or agency else "")
    if found.words:
        assert text[found.words.start : found.words.end] == found.words.exact
        assert paragraphs[1].part == "body"
        assert paragraphs[1].start == found.words.start


@pytest.mark.parametrize(
    ("lines", "day", "published", "updated"),
    [
        (["By Jane Doe", "Published 5 March 2024"], "2024-03-05", "5 March 2024", None),
        (["By Jane Doe", "Updated 9:15 a.m. March 6, 2024"], "None", None, "March 6, 2024"),
        (["By Jane Doe", "March 5, 2024"], "2024-03-05", "March 5, 2024", None),
        (["By Jane Doe | March 5, 2024", "Last updated: 2024-03-07"], "2024-03-05", "March 5, 2024", "2024-03-07"),
        (["By Jane Doe", "Tuesday, 5th March 2024, 08:00 GMT"], "2024-03-05", "5th March 2024", None),
        (["By Jane Doe", "March 5"], "None", "March 5", None), (["By Jane Doe"], "None", None, None),
        (["By Jane Doe", "Published 31 February 2024"], "None", "31 February 2024", None),
    ],
)  # fmt: skip
def test_days_on_the_page(lines: list[str], day: str, published: str | None, updated: str | None) -> None:
    text = "\n".join(["Fares to rise", *lines, BODY, LAST])
    found = dateline_of(text, paragraphs_of_page(text))
    assert str(found.day) == day
    assert (found.published and found.published.exact, found.updated and found.updated.exact) == (published, updated)


@pytest.mark.parametrize(
    ("first", "dateline"),
    [
        (f"MUMBAI: {BODY}", "MUMBAI:"),
        (f"NEW DELHI, 4 March 2024: {BODY}", "NEW DELHI, 4 March 2024:"),
        (f"WARNING: {BODY}", None),
        (f"LARKMERE, Ore., Aug. 4, 2034 /PRNewswire/ -- {BODY}", "LARKMERE, Ore., Aug. 4, 2034 /PRNewswire/ --"),
    ],
)
def test_other_datelines(first: str, dateline: str | None) -> None:
    text = f"{first}\n{LAST}"
    words = dateline_of(text, paragraphs_of_page(text)).words
    assert (words and words.exact) == dateline


@pytest.mark.parametrize(
    "line",
    [
        "The Larch Museum bought 40 photographs by Diane Arbus for $3 million.",
        "Copyright claims against the harbour board rose by a fifth last year.",
        "The board owes 400 million crowns ($21 million). (Reporting by Jo Ek; Editing by Al Roe)",
    ],
)
def test_what_states_something_is_no_furniture(line: str) -> None:
    text = "\n".join(["Fares to rise", BODY, MORE, LAST, line])
    assert paragraphs_of_page(text)[-1].part == "body"


@pytest.mark.parametrize(
    "line", ["FOR IMMEDIATE RELEASE", "-ENDS-", "# # #", "Notes to editors", "Copyright 2031 Herald"]
)
def test_the_frame_of_a_release_is_furniture(line: str) -> None:
    text = "\n".join(["Fares to rise", BODY, MORE, LAST, line])
    assert paragraphs_of_page(text)[-1].part == "notice"


def test_the_day_of_the_dateline_comes_before_that_of_the_page() -> None:
    text = f"Fares to rise\nPublished 5 March 2024\nLONDON, 4 March 2024 (Reuters) - {BODY}\n{LAST}"
    assert str(dateline_of(text, paragraphs_of_page(text)).day) == "2024-03-04"


@pytest.mark.parametrize("text", ["", " \n \n", "One", "One line that is all there is", BODY])
def test_little_text(text: str) -> None:
    assert [part.part for part in paragraphs_of_page(text)] == ["body"] * bool(text.strip())


LINES = st.sampled_from([line[2:] for page in PAGES for line in page]) | st.text(max_size=40)


@settings(max_examples=300)
@given(st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=200), LINES, LINES)
def test_every_word_is_in_one_paragraph(text: str, title: str, byline: str) -> None:
    found = paragraphs_of_page(text, title, byline)
    at = 0
    for part in found:
        assert not text[at : part.start].strip()
        assert text[part.start : part.end] == part.exact == part.exact.strip()
        at = part.end
    assert not text[at:].strip()
    dateline = dateline_of(text, found)
    for words in (dateline.words, dateline.published, dateline.updated):
        assert words is None or text[words.start : words.end] == words.exact
    assert [astuple(part) for part in found] == [astuple(part) for part in paragraphs_of_page(text, title, byline)]


@pytest.mark.parametrize(
    "unit",
    ['"', "1", "a ", "A ", "AB ", "AB.", "Ann ", "By Ann ", "Ann Bo, ", "Ann Bo\n", "AB (A\n", "photo: ", "(", "— ", "AB, ", "May 1, ", "sign up ", "get the ", "www.", "Ann and "],
)  # fmt: skip
def test_long_hostile_texts(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    assert "".join(part.exact for part in paragraphs_of_page(text, text[:99], text[:99])).count(unit.strip()[0]) > 0

"""What articles declare of where they are from, and which of several came first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.when import When
from checks.reading.copies.first import first_of, same_name
from checks.reading.copies.origin import Declared, declared
from checks.reading.copies.parts import Article

BODY = "The ferry to Oster was cancelled on Friday after its engine failed. Nobody was hurt, the owners said."
MORE = f"{BODY} Some 214 passengers spent the night in the school. The captain, Ole Dahl, blamed a fuel pump bought in 2029."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"(Coastal News Agency) — {BODY}", "Coastal News Agency"),
        (f"OSTER, Norway (AP) — {BODY}", "AP"),
        (f"OSTER, May 3 (Reuters) - {BODY}", "Reuters"),
        (f"OSTER (North Wire) – {BODY}", "North Wire"),
        (f"By The Associated Press\n\n{BODY}", "The Associated Press"),
        (f"Reuters\n\n{BODY}", "Reuters"),
        (f"{BODY}\n\nThis article originally appeared in the Oster Courier.", "Oster Courier"),
        (f"{BODY}\n\nThis story was first published by The Oster Courier on 3 May.", "The Oster Courier"),
        (f"{BODY} According to a report first published by the Harbour Post, the pump was old.", "Harbour Post"),
        (f"{BODY} The Harbour Post first reported the failure.", "The Harbour Post"),
        (f"{BODY} The failure was first reported by Radio Oster.", "Radio Oster"),
        (f"{BODY}\n\nRepublished with permission from Harbour Post.", "Harbour Post"),
        (f"{BODY}\n\nReprinted by kind permission of the Harbour Post.", "Harbour Post"),
        (f"{BODY}\n\nSource: Harbour Post", "Harbour Post"),
        (f"{BODY}\n\nvia Harbour Post", "Harbour Post"),
        (f"{BODY}\n\nThis article is provided by Harbour Post & Sons.", "Harbour Post & Sons"),
        (f"{BODY}\n\nCompiled from agency reports.", "agency reports"),
        (f"Staff and agencies\n\n{BODY}", "agency reports"),
        (f"{BODY} According to an investigation by Open Waters, three more are unsafe.", "Open Waters"),
        (f"{BODY}\n\nWith additional reporting by Radio Oster.", "Radio Oster"),
    ],
)
def test_the_origin_that_an_article_declares(text: str, name: str) -> None:
    told = declared(text)
    assert told and told[0].name == name
    assert told[0].words.strip("–— ") in " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        f"OSTER — {BODY}",
        f"OSTER, May 3 — {BODY}",
        f"“This was first reported by the Courier,” the captain said. {BODY}",
        "The bridge first appeared in May 1931 and was published on Monday.",
        "The ferry (Norse Queen) left at noon.\n\nShe was built by Harland in 1998 and republished her timetable.",
        "The minister first told Parliament. It was reported on Tuesday that the source: a pump, was old.",
        "Police said on X that the road was closed. From London he travelled by train.",
    ],
)
def test_no_origin_where_none_is_declared(text: str) -> None:
    assert declared(text) == ()


def test_several_origins_stand_with_the_plainest_first_and_each_once() -> None:
    text = f"OSTER (AP) — {BODY}\n\nThe Harbour Post first reported the failure.\n\nSource: AP"
    assert [one.name for one in declared(text)] == ["The Harbour Post", "AP"]


def test_orders_to_a_terminal_do_not_come_through() -> None:
    (told,) = declared(f"{BODY}\n\nSource: Harbour\x1b Post")
    assert told == Declared("Harbour Post", "Source: Harbour Post")


@settings(max_examples=300)
@given(st.text(max_size=400))
def test_any_text_is_searched(text: str) -> None:
    assert all(isinstance(one, Declared) and one.name for one in declared(text))


def test_very_long_lines_are_searched_in_linear_time() -> None:
    for piece in ("Aa ", "A ", "first reported by ", "(A", "A of A ", '"', "republished ", "– ", "A.-"):
        declared(piece * 70_000)


# ------------------------------------------------------------------------------------------------ who came first


def article(file: str, text: str = BODY, publisher: str = "", day: str = "") -> Article:
    return Article(file, text, publisher=publisher, published=When.parse(day) if day else None)


def test_the_one_that_another_names_came_first_whatever_the_others() -> None:
    named = article("z", publisher="The Harbour Post")
    copy = article("a", f"{MORE}\n\nThe Post's story: this was first published by Harbour Post.", "Daily Net")
    first, because = first_of([copy, named, article("b")])
    assert first is named
    assert because == "`a` says that it is from The Harbour Post: “first published by Harbour Post”"


def test_a_declared_origin_that_is_dated_later_does_not_decide() -> None:
    named = article("z", publisher="The Harbour Post", day="2031-05-04")
    copy = article("a", f"{BODY} It was first published by Harbour Post.", "Daily Net", "2031-05-03")
    first, because = first_of([named, copy])
    assert first is copy and because == "it is dated 3 May 2031, the others later"


def test_the_earlier_day_decides_and_a_month_that_holds_it_does_not() -> None:
    early, late = article("b", day="2031-05-03"), article("a", day="2031-05-04")
    assert first_of([late, early]) == (early, "it is dated 3 May 2031, the others later")
    month = article("a", MORE, day="2031-05")
    first, because = first_of([month, early])
    assert first is month and "weak" in because


def test_on_the_same_day_the_one_that_declares_no_origin() -> None:
    own, wire = article("z", day="2031-05-03"), article("a", f"(North Wire) — {BODY}", "Post", "2031-05-03")
    first, because = first_of([wire, own])
    assert first is own
    assert because == "it declares no origin, and `a` does: “(North Wire)”"
    agency = article("a", f"(North Wire) — {BODY}", "North Wire", "2031-05-03")
    assert first_of([agency, own])[0] is agency  # its own name is no other origin: nothing tells, so by name


def test_else_the_one_that_has_more_and_that_is_said_to_be_weak() -> None:
    short, full = article("a"), article("b", MORE)
    first, because = first_of([short, full])
    assert first is full and "weak sign" in because


def test_else_it_cannot_be_told_and_that_is_said() -> None:
    one, other = article("a"), article("b")
    for order in ([one, other], [other, one]):
        assert first_of(order) == (one, "it cannot be told which came first: `a` is the first of them by name")


def test_names_of_one_publisher() -> None:
    assert same_name("the Courier", "The Oster Courier") and same_name("Oster Courier", "oster courier")
    assert not same_name("Post", "Courier") and not same_name("", "Courier") and not same_name("The", "The Post")

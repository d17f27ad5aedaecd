"""Pictures as SVG: small, the same everywhere, all in words too, and nothing in them obeyed."""

from __future__ import annotations

from datetime import date

import defusedxml.ElementTree as ET
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.nouns import When
from checks.report.drawing import LETTERS, WIDTH, Bar, Lane, Lanes, Mark, svg, ticks, told

BLUE = "#0550ae"
DAYS = st.dates()


def picture(words: str = "Ferry: in service", first: date = date(2031, 1, 1), last: date = date(2033, 6, 1)) -> Lanes:
    lane = Lane(words, BLUE, (Bar(first, last, BLUE),), (Mark(first, "diamond", BLUE),))
    return Lanes(
        "Ferries of the lake", first, last, (lane,), (("the vote", When.parse("2032-05")),), ((BLUE, "ferry"),)
    )


def test_it_names_itself_and_says_in_words_what_it_draws() -> None:
    drawn = picture()
    root = ET.fromstring(svg(drawn))
    assert root.get("role") == "img"
    assert "Ferries of the lake" in root.get("aria-label", "")
    texts = [one.text for one in root.iter("text")]
    for words in ("Ferry: in service", "the vote: May 2032", "ferry"):
        assert words in texts
    assert told(drawn) == ["Ferry: in service", "the vote: May 2032"]


def test_hostile_words_are_only_words() -> None:
    evil = '"/><script>alert(1)</script><image href="http://127.0.0.1:9/x.png"/>'
    root = ET.fromstring(svg(picture(evil)))
    assert {one.tag for one in root.iter()} <= {"svg", "text", "path", "rect", "circle"}
    assert "".join(one.text or "" for one in root.iter("text")).count("script") == 2


@settings(max_examples=40)
@given(words=st.text(max_size=200), ends=st.tuples(DAYS, DAYS), at=DAYS)
def test_nothing_is_drawn_outside_whatever_is_drawn(words: str, ends: tuple[date, date], at: date) -> None:
    first, last = sorted(ends)
    lane = Lane(words, BLUE, (Bar(at, date.max, BLUE), Bar(date.min, at, BLUE, thin=True)), (Mark(at, "circle", BLUE),))
    text = svg(Lanes("x", first, last, (lane,), (("at", When.span(at, None)),)))
    assert text == svg(Lanes("x", first, last, (lane,), (("at", When.span(at, None)),)))
    for one in ET.fromstring(text.translate(dict.fromkeys(range(32), "?") | {0xFFFE: "?", 0xFFFF: "?"})).iter():
        x = float(one.get("x") or one.get("cx") or 0)
        assert 0 <= x <= WIDTH
        assert x + float(one.get("width") or 0) <= WIDTH + 2
        assert len(one.text or "") <= LETTERS


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2031, 1, 1), (2031, 1, 9), ["1 Jan 2031", "3 Jan 2031", "5 Jan 2031", "7 Jan 2031", "9 Jan 2031"]),
        ((2031, 5, 5), (2031, 5, 5), ["5 May 2031"]),
        ((2031, 2, 3), (2031, 12, 31), ["Apr 2031", "Jul 2031", "Oct 2031"]),
        ((1996, 1, 1), (2025, 12, 31), ["2000", "2010", "2020"]),
        ((1, 1, 1), (9999, 12, 31), ["2000", "4000", "6000", "8000"]),
        ((9999, 10, 1), (9999, 12, 31), ["1 Oct 9999", "24 Oct 9999", "16 Nov 9999", "9 Dec 9999"]),
    ],
)
def test_an_axis_names_a_few_round_days(
    first: tuple[int, int, int], last: tuple[int, int, int], words: list[str]
) -> None:
    assert [word for _, word in ticks(date(*first), date(*last))] == words


@given(ends=st.tuples(DAYS, DAYS))
def test_the_days_of_an_axis_are_few_and_inside(ends: tuple[date, date]) -> None:
    first, last = sorted(ends)
    found = ticks(first, last)
    assert len(found) <= 6
    assert all(first <= day <= last for day, _ in found)

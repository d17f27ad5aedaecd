"""How a reading looks: marked whole, escaped, and as tables."""

from __future__ import annotations

import re
from html import unescape

from checks.reading import read
from checks.reading.shown import PRIORITIES, STYLES, as_html, tables

HOSTILE = (
    "<script>alert(1)</script> The council paid £2m on May 2, 2031. “<b>It is & was</b> safe,” said Mayor Ann Lee.\n\n"
    "The [bold]wall[/bold] held for 90 days."
)


def test_the_text_is_there_whole_and_nothing_of_it_is_live() -> None:
    html = as_html(read(HOSTILE, names=False))
    assert "<script" not in html
    assert "<b>It" not in html
    body = html.partition('style="max-width')[2].partition("<details")[0]
    shown = unescape(
        re.sub(r"<[^>]*>", "", re.sub(r"<sup.*?</sup>", "", f'<p style="max-width{body}'.replace("</p>", " ")))
    )
    assert shown.split() == HOSTILE.split()


def test_each_colour_has_a_word_and_each_mark_says_what_it_is() -> None:
    html = as_html(read(HOSTILE, names=False))
    for word, style in STYLES.items():
        assert f'<span style="{style}">{word}</span>' in html
    for title in re.findall(r'title="([^"]*)"', html):
        assert title.split(":")[0] in STYLES
    assert 'title="date: 2031-05-02"' in html
    assert all(priority in html for priority in PRIORITIES)


def test_every_row_of_every_table_has_a_cell_for_each_column() -> None:
    found = tables(read(HOSTILE, names=False))
    assert len({title for title, _, _ in found}) == len(found) == 9
    for title, columns, rows in found:
        assert all(len(row) == len(columns) for row in rows), title
        assert all(isinstance(cell, str) for row in rows for cell in row), title
    amounts = next(rows for title, _, rows in found if title == "Amounts")
    assert any(row[1] == "2,000,000" for row in amounts)


def test_marks_are_told_apart_by_more_than_one_thing() -> None:
    assert len(set(STYLES.values())) == len(STYLES)
    backgrounds = [style for style in STYLES.values() if "background" in style]
    assert all("color:#" in style for style in backgrounds)  # so that they can be read on a dark page too


def test_a_reading_says_what_it_is_in_one_line() -> None:
    assert re.fullmatch(
        r"text: 3 sentences, \d+ quotations?, \d+ voices?, 1 date, 1 duration, .*; no dateline, so relative dates "
        r"are unresolved; names by rules alone", repr(read(HOSTILE, names=False)),
    )  # fmt: skip

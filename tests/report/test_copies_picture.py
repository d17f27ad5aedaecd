"""The picture of who copies whom: the same bytes twice, all of it in words, narrow enough for a telephone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

from conftest import ROOT

from checks.case.when import When
from checks.reading.copies.parts import Article, Change, Copy, Group
from checks.report.copies import chain_svg, told

CHANGED = [Change("b.txt", "figure", "12", "21"), Change("b.txt", "name", "Ellis", "Ellison")]
COPIES = [
    Copy("a.txt", "first.txt", 0.97, "Levels News Service", "", []),
    Copy("b.txt", "first.txt", 0.12, "", "", CHANGED),
    Copy("c.txt", "b.txt", 0.31, "", "", CHANGED[:1]),
]
GROUP = Group(("a.txt", "b.txt", "c.txt", "first.txt"), "first.txt", "it is dated 1 May 2031", COPIES, [])
DAYS = {"first.txt": "2031-05-01", "a.txt": "2031-05-01", "b.txt": "2031-05-03", "c.txt": "2031-05-06"}
ARTICLES = [Article(file, "", "", f"Paper {file[0]}", When.parse(day)) for file, day in DAYS.items()]
DRAW = """
import sys
sys.path.insert(0, sys.argv[1])
from test_copies_picture import ARTICLES, GROUP
from checks.report.copies import chain_svg
sys.stdout.buffer.write(chain_svg(GROUP, ARTICLES[::-1]).encode())
"""


def test_a_picture_has_the_same_bytes_in_another_process_zone_and_order() -> None:
    first = chain_svg(GROUP, ARTICLES).encode()
    environment = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    again = subprocess.run(
        [sys.executable, "-c", DRAW, str(ROOT / "tests/report")], capture_output=True, check=True, env=environment
    ).stdout
    assert again == first


def test_all_that_is_drawn_is_said_in_words() -> None:
    assert told(GROUP, ARTICLES).splitlines() == [
        "4 articles that are one source, first first.txt",
        "first.txt, 1 May 2031: first",
        "a.txt, 1 May 2031: copy of first.txt, no fact changed",
        "b.txt, 3 May 2031: copy of first.txt, 2 changed facts",
        "c.txt, 6 May 2031: copy of b.txt, 1 changed fact",
    ]


def test_it_fits_a_telephone_and_words_stand_beside_every_colour() -> None:
    svg = chain_svg(GROUP, ARTICLES)
    root = ET.fromstring(svg)  # noqa: S314  (our own picture)
    assert float(root.attrib["width"]) <= 390
    words = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"first", "no fact changed", "2 changed facts", "1 changed fact", "b.txt, 3 May 2031"} <= words
    assert root[0].tag.endswith("title")
    assert root[0].text == told(GROUP, ARTICLES)


def test_arrows_lead_to_the_right_by_day_and_without_days_too() -> None:
    def ends(articles: list[Article]) -> list[float]:
        svg = chain_svg(GROUP, articles)
        return [
            float(x) for x in re.findall(r'aria-roledescription="point"[^>]*? transform="translate\(([\d.]+),', svg)
        ]

    dated, undated = ends(ARTICLES), ends([])
    assert len(dated) == len(undated) == 4
    assert dated[0] < dated[1] < dated[2] < dated[3]  # a copy of the same day stands between that day and the next
    assert undated[0] < undated[1] == undated[2] < undated[3]
    assert "no day stated" in told(GROUP, [])


def test_a_name_that_is_too_long_or_hostile_is_drawn_all_the_same() -> None:
    bad = "<b>&\x1b[31m\udcff" + "x" * 200 + ".txt"
    group = Group((bad, "f"), bad, "", [Copy("f", bad, 0.5, "", "", [])], [])
    svg = chain_svg(group, [Article(bad, "", "", "", When.parse("2031-05"))])
    root = ET.fromstring(svg)  # noqa: S314
    names = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert any(name.startswith("…xx") and name.endswith(".txt, May 2031") and len(name) <= 40 for name in names)
    assert chain_svg(group, []).startswith("<svg")

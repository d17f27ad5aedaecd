"""Short articles to screen in tests, as a file of lines, and what the screening leaves of them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from checks.screening import Screened, screen

BRIDGE = (
    "The new bridge over the Arl at Kell will cost 62 million crowns, the council said on Monday. Work on the piers "
    "begins in August and will last two years, as the river is too high in spring.\n\n"
    "“We have waited for this bridge for thirty years, and it will be worth the wait,” said Mara Dunn, the mayor of "
    "Kell. Some 340 people signed the petition of the shopkeepers in Tanner Street."
)
DEBATE = (
    "After a debate of four hours, councillors in Kell voted for the bridge over the Arl, which will cost 68 million "
    "crowns according to the council. People of the south bank had asked for a tunnel.\n\n"
    "“We have waited for this bridge for forty years, and it will be worth the wait,” said Mara Dunn, the mayor."
)
SCHOOL = "Harbour School in Orla has 350 pupils: 160 of them are girls and 180 are boys, the head teacher said."
MARKET = "The night market in Orla returns on Friday, 18 April 2071, the town said. Music ends at eleven."


def line(text: str, day: str = "2071-05-04", **more: str) -> dict[str, str]:
    """An article as a line of JSON states it."""
    return {"title": text.split(",")[0][:40], "published": day, "text": text, **more}


def screened(folder: Path, *articles: dict[str, str]) -> Screened:
    """The results of a screening of some articles; they are numbered in their order."""
    folder.mkdir(exist_ok=True)
    source = folder / "articles.jsonl"
    source.write_text("".join(f"{json.dumps(article)}\n" for article in articles))
    return screen(source, folder / "out")


def rows(found: Screened, asked: str) -> list[Any]:
    """What the database of results answers."""
    with closing(sqlite3.connect(found.out / "screened.sqlite")) as base:
        return base.execute(asked).fetchall()

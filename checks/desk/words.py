"""Words of the article as a person means them: with the quotation marks that stand right around them."""

from __future__ import annotations

import re
from collections.abc import Container

from checks.case.claims import ARTICLE

LONGEST_ID, LONGEST = 48, 90  # characters of an id, and of a line in the list
OPENING, CLOSING = "“‘«„\"'", "”’»\"'"


def with_their_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A place in a text, with the quotation marks right around it if there are two."""
    if start > 0 and end < len(text) and text[start - 1] in OPENING and text[end] in CLOSING:
        return start - 1, end + 1
    return start, end


def before_its_mark(text: str, start: int) -> int:
    """Where what is told of the words that begin here can stand: before a quotation mark or bracket that opens."""
    while start and text[start - 1] in OPENING + "([" and (start == 1 or not text[start - 2].isalnum()):
        start -= 1
    return start


def cut(text: str, start: int, end: int) -> str:
    """A sentence to warn of where a place in a text begins or ends inside a word; else nothing."""
    for place, side in ((start, "begins"), (end, "ends")):
        if 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum():
            return f"the selection {side} inside a word, which a claim covers only whole"
    return ""


def free_id(exact: str, taken: Container[str]) -> str:
    """An id made of the first words, that is not taken."""
    base = ""
    for word in re.findall(r"[a-z0-9]+", exact.lower()):
        if base and len(base) + len(word) >= LONGEST_ID:
            break
        base = f"{base}-{word}".lstrip("-")[:LONGEST_ID]
    base = base or "claim"
    base = f"claim-{base}" if base == ARTICLE or not base[0].isalpha() else base
    number = 1
    while (id := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return id


def clip(line: str) -> str:
    """One line of a list, not longer than there is room."""
    line = " ".join(line.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"

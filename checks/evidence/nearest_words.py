"""Of words that are not in a text: the nearest that are, and in which words the two differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from checks.evidence.captures.characters import words_of
from checks.evidence.captures.nearby import Nearby
from checks.reading.wording import alike

_EDGES = re.compile(r"^\W+|\W+$")  # marks beside a word are no other word
_MOST_CHANGES = 2  # that are told: of more, the two are better read beside each other


def nearest_words(text: str, wanted: str) -> str:
    """What stands in a text in place of words that do not, as a clause to put in brackets; where nothing is near, that.

    At most 25 words are shown, and in which words they differ where that is soon said.
    """
    there, sought = " ".join(text.split()), " ".join(wanted.split())
    near = Nearby(there).to(sought) if there and sought else ""
    if not near:
        return "nothing there is like them"
    changes = _changes(sought, near)
    return f"the nearest words there are “{near}”{f', {changes}' if changes else ''}"


def _changes(sought: str, near: str) -> str:
    """In which words what stands there differs from what was looked for; nothing where that takes too long to say."""
    if "…" in near:
        return ""
    asked, there = ([text[a:b] for a, b in words_of(text)] for text in (sought, near))
    plain = [[_EDGES.sub("", alike(word)) for word in side] for side in (asked, there)]
    same = SequenceMatcher(None, plain[0], plain[1], autojunk=False)
    told = []
    for tag, a, b, c, d in same.get_opcodes():
        yours, theirs = " ".join(asked[a:b]), " ".join(there[c:d])
        if tag == "replace":
            told.append(f"with “{theirs}” for “{yours}”")
        elif tag != "equal":
            told.append(f"with “{theirs}” more" if theirs else f"without “{yours}”")
    return " and ".join(told) if len(told) <= _MOST_CHANGES else ""

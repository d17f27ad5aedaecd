"""What kind of thing is called the first: its words, cut to what their forms have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.reading.speech.cues import listed

CHECK = "is_first_of_its_kind"
DENIED = re.compile(
    r"\b(?:not|n[’']t|never|hardly|if|whether|could|would|may|might|hopes?|wants?|aims?|bid|will|asked|claim(?:s"
    r"|ed)?|thought|wrongly|billed)\b(?=[^.;,]{0,40}$)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d,.$£€])(?:1[0-9]|20)\d\d(?!\d|[.,]\d)")
SMALL = listed(
    "the a an of in and for at by on to which that was were is are be been being has have had with from as its "
    "his her their"
    " this first ever only never who it he she they than or but not after before when also said so there into "
    "over more most one"
)
MOST = 40  # firsts in one article that are compared


def stem(word: str) -> str:
    """What the forms of a word have in common, near enough: led and leading, women and woman."""
    word = {
        "won": "win",
        "women": "woman",
        "men": "man",
        "people": "person",
        "led": "lead",
        "held": "hold",
        "built": "build",
    }.get(word, word)
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that are not small words."""
    return frozenset(stem(word) for word in re.findall(r"[a-z0-9à-ÿ’'-]+", text.lower()) if word not in SMALL)


COMMON = frozenset(
    map(
        stem,
        listed(
            "the and for that this with from have has had was were been are its his her their they she said who which"
            " will would could after before when since also first second time third never into over than more year"
            " years week people about next last new monday tuesday wednesday thursday friday saturday sunday january"
            " february march april june july august september october november december reached record told"
        ),
    )
)

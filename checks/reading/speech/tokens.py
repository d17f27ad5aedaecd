"""A sentence as words, quotations and punctuation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checks.reading.speech.cues import (
    ADVERBS,
    AUXILIARIES,
    LY,
    NO_ADVERBS,
    PLAIN_VERBS,
)

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|Rev|Prof|Hon|Adm|Maj|Pres|Sec|Del|Cmdr|Insp|Det|Supt|Cllr|Const|Cpl|Pvt|Lieut|Brig|Asst|Fr|Amb|Atty|Inc|Corp|Ltd|Co|Bros|Mt|Ft|No)\.(?=\s)"
    r"|(?:he|she|it|they|we|you|i|who|there|that)(?=['’](?:s|ve|d|ll|re|m)\b)|(?<=\w)['’](?:s|ve|d|ll|re|m)\b"
    r"|[A-Z]\.(?=\s[A-Z])|\w[\w-]*\.(?=[,)])|[@#$£€]?\w(?:[\w’'&/.@-]*\w)?(?:%|[’'])?|--+|[—–―,;:()\[\].!?…]|\s-\s"
)
# The last mark in a quotation, before its closing mark.
_ENDS = re.compile(r"[.,?!…—–-](?=['’”\"»]+$)|[.,?!…—–-]$")
_WORK = re.compile(
    r"\b(?:song|film|book|novel|play|album|movie|show|series|single|ship|programme|program|musical|painting|poem"
    r"|podcast|opera|memoir|hymn|ballad|anthem|comedy|thriller|drama|sitcom|documentary|hit|yacht|liner),? $"
)
_SMALL = frozenset(("a", "an", "the", "of", "and", "or", "in", "on", "to", "for", "from", "with", "at", "by"))
_KINDS = {"—": "-", "–": "-", "―": "-", "[": "(", "]": ")", "!": ".", "?": ".", "…": "."}


@dataclass(frozen=True, slots=True)
class Token:
    """A word (`kind` is `word`), a quotation (`quote`) or a punctuation mark, by its kind. Offsets are code points."""

    start: int
    end: int
    low: str
    kind: str
    capital: bool


Span = tuple[int, int]  # indices of tokens, end exclusive


def tokens_in(text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of `text[start:end]`; each of the given quotations in it, in order, is one token."""
    found: list[Token] = []
    at = start
    for first, last in [*quotes, (end, end)]:
        for match in _TOKEN.finditer(text, at, first):
            said = match[0]
            if said[0].isalnum() or said[0] in "@#$£€_" or (said[0] in "'’" and len(said) > 1):
                found.append(Token(match.start(), match.end(), said.lower(), "word", said[0].isupper()))
            else:
                kind = "-" if "-" in said else _KINDS.get(said, said)
                found.append(Token(match.start(), match.end(), kind, kind, False))
        if first < last:
            name = _nickname(text, first, last, found) or _work(text, first, last)
            ends = _ENDS.search(text, max(first, last - 4), last)
            low = "“”" if name else ends[0][0] if ends else ""
            found.append(Token(first, last, low, "word" if name else "quote", name))
        at = last
    return found


def _nickname(text: str, start: int, end: int, found: Sequence[Token]) -> bool:
    """Whether a quotation is a name within a name (John “Jack” Smith), which is then read as one of its words."""
    return (
        end - start < 20
        and bool(found)
        and found[-1].capital
        and found[-1].end + 1 == start
        and text[start + 1 : start + 2].isupper()
        and text[end - 2 : end - 1].isalnum()
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].isupper()
    )


def _work(text: str, start: int, end: int) -> bool:
    """Whether a quotation is the name of a work, after the word for what it is (the series ‘Cold Harbour’)."""
    if end - start > 60 or not _WORK.search(text, max(0, start - 12), start):
        return False
    words = text[start + 1 : end - 1].split()
    return bool(words) and words[0][0].isupper() and all(not w[0].islower() or w in _SMALL for w in words)


def is_adverb(token: Token) -> bool:
    """Whether a word is an adverb that may stand between a subject and its verb."""
    return token.low in ADVERBS or (
        not token.capital and token.low not in NO_ADVERBS and LY.fullmatch(token.low) is not None
    )


def is_finite(token: Token) -> bool:
    """Whether a word is surely a finite verb."""
    return not token.capital and (token.low in AUXILIARIES or token.low in PLAIN_VERBS or token.low in ("said", "says"))

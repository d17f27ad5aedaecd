"""How many of them a noun phrase is about: all, nearly all, most, half, some, few, none, a number of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.figures.numbers import SMALL, TENS
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BODY = "one|body|thing"
# From the most to the least; the first that fits at the earliest place decides.
_QUANTIFIER = re.compile(
    rf"""\b(?:
    (?P<notall>not\s+(?:nearly\s+|quite\s+)?(?:all|every|each|both|every(?:{_BODY})))
    |(?P<nearly>all\s+but(?=\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|\d|an?\s))
      |(?:nearly|almost|virtually|practically|just\s+about|close\s+to|as\s+good\s+as)\s+
      (?:all|every(?:{_BODY})?|each|everywhere|(?:the\s+)?(?:whole|entire)|100\s?(?:%|per\s?cent)))
    |(?P<minority>an?\s+(?:[a-z]+\s+)?minority|(?:less|fewer)\s+than\s+half|under\s+half)
    |(?P<most>(?:the|an?)\s+(?:[a-z]+\s+)?majority|the\s+(?:great\s+)?bulk|the\s+better\s+part|(?:more|greater)\s+than\s+half
      |over\s+half|most|much\s+of)
    |(?P<few>(?:only|just|but)\s+(?:an?\s+)?(?:very\s+)?(?:few|handful)|(?:very|too|precious|so)\s+few|(?:hardly|scarcely|barely)\s+an(?:y|y(?:{_BODY}))
      |(?<!a\s)few|(?:only|just)\s+(?:some|part)\b)
    |(?P<many>many|numerous|countless|a\s+(?:good\s+|great\s+)?(?:lot|deal|many)|lots|plenty|(?:large|great|vast|huge)\s+numbers
      |a\s+(?:large|great|vast|huge|considerable|growing)\s+number|dozens|scores|hundreds|thousands|millions)
    |(?P<several>several|various|a\s+number\s+of|multiple)
    |(?P<half>half)
    |(?P<some>some(?!\s*\d)(?:{_BODY})?|a\s+few|certain|a\s+(?:couple|handful|section|part|portion|fraction|(?:small\s+)?(?:number|proportion|minority))
      |parts?\s+of|one\s+or\s+more|at\s+least\s+some|sections\s+of)
    |(?P<none>no(?!\.|\s+(?:more|less|fewer|later|longer|sooner|doubt|one\s+but))(?:\s+one|body|thing)?|none|neither|not\s+(?:any|one|a\s+single)(?:{_BODY})?)
    |(?P<all>all|every(?:{_BODY})?|each|both|(?:the\s+)?(?:entire|whole)(?:\s+of)?|the\s+entirety|100\s?(?:%|per\s?cent|percent))
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_ONLY = re.compile(r"\b(?:only|solely|exclusively|sole|none\s+but|nothing\s+but|no\s+one\s+but)\b", re.IGNORECASE)
_SHARED = re.compile(r"(?:%|\bper\s?cent|\bpercent)", re.IGNORECASE)
_BEFORE = listed(
    "only nearly almost not virtually practically hardly just scarcely barely about solely exclusively but"
)
_FLOATING = frozenset({"all", "both", "each"})
_HEADED = listed(
    "all each both most many several some few none neither majority minority half part parts bulk number numbers "
    "dozens scores hundreds thousands millions any whole entirety handful couple lot lots proportion portion "
    "section fraction one rest remainder share third thirds quarter quarters cent percent % much members"
)
_SUBJECTS = ("nsubj", "nsubjpass")
_UNITS: dict[str, Decimal | int] = {**SMALL, **TENS, "both": 2, "dozen": 12}


@dataclass(frozen=True)
class Quantity:
    """How many of `noun` a phrase is about: `level` as in `_QUANTIFIER`, `share` (a number of a number, per cent), or
    "" where it does not say; `count` and `of` are the numbers of *nine of the 12*."""

    noun: Token
    top: Token
    level: str
    words: str
    tokens: frozenset[int]
    count: int | None = None
    of: int | None = None
    share: float | None = None
    only: str = ""

    @property
    def subject(self) -> bool:
        """Whether the clause is told of it."""
        return self.top.dep_ in _SUBJECTS

    @property
    def definite(self) -> bool:
        """Whether the phrase is about known ones, or about one thing: *the homes*, *her savings*, *Leeds*."""
        pointing = any(c.lower_ in ("the", "these", "those") or c.dep_ == "poss" for c in self.noun.children)
        return pointing or self.noun.pos_ == "PROPN"

    @property
    def plural(self) -> bool:
        """Whether the noun stands for many."""
        return self.noun.tag_ in ("NNS", "NNPS") or "Plur" in self.noun.morph.get("Number", [])


@lru_cache(maxsize=4096)
def quantity_of(head: Token) -> Quantity:
    """What the phrase around a noun, or around the *most* of *most of the homes*, says of how many there are."""
    top, noun = _partitive(head)
    doc = noun.doc
    start = _left(top, noun)
    text, offset = _text(doc, start, noun), doc[start].idx
    owner = {token.i for child in noun.children if child.dep_ == "poss" for token in child.subtree}
    level, words, used = "", "", set()
    for found in _QUANTIFIER.finditer(text):
        tokens = _between(doc, start, noun.i, offset + found.start(), offset + found.end())
        if not tokens or any(_elsewhere(token, owner) for token in tokens):
            continue
        level, words, used = str(found.lastgroup), found[0], {token.i for token in tokens}
        break
    counted = doc[start : noun.i + 1] if start <= noun.i else [top, *noun.children]
    numbers = [token for token in counted if token.i not in owner and _number(token) is not None]
    numbers = [token for token in numbers if token.i not in used or token.lower_ == "both"]
    count = _number(numbers[0]) if numbers else None
    parted = len(numbers) > 1 and (start > noun.i or _of_between(doc, numbers[0], numbers[1]))
    of = _number(numbers[1]) if parted else None
    share = count / of if count is not None and of and count <= of else None
    if _SHARED.search(text) and count is not None and count <= 100:
        share, of = count / 100, None
    floating = next(_floats(top), None) if not level else None
    if floating is not None:
        negated = any(child.dep_ == "neg" and child.i < floating.i for child in floating.head.children)
        level, words, used = ("notall" if negated else "all"), floating.text, {floating.i}
    if not level and share is not None:
        level, words = "share", text.strip() or noun.text
        used = {token.i for token in numbers}
    only = _ONLY.search(text)
    if only and not numbers and level not in ("few", "some"):
        used |= {token.i for token in _between(doc, start, noun.i, offset + only.start(), offset + only.end())}
    elif only:
        used |= {token.i for token in _between(doc, start, noun.i, offset + only.start(), offset + only.end())}
        only = None
    return Quantity(noun, top, level, words, frozenset(used), count, of, share, only[0] if only else _alone(noun))


def _partitive(head: Token) -> tuple[Token, Token]:
    """The head of the whole phrase and its noun: *most* and *members* of *most of the members*, given either."""
    top = noun = head
    for _ in range(3):
        above = top.head
        if top.dep_ == "pobj" and above.lower_ == "of" and above.head != above:
            whole = above.head
            if whole.lower_ in _HEADED or _number(whole) is not None:
                top = whole
                continue
            if whole.pos_ in ("VERB", "AUX") and above.i < whole.i:  # “Of the two suspects, one was bailed”
                first = [c for c in whole.children if c.dep_ in _SUBJECTS]
                if first and (first[0].lower_ in _HEADED or _number(first[0]) is not None):
                    return first[0], noun
        break
    if top.dep_ == "pobj" and top.head.lower_ == "but" and top.head.head.lower_ in _HEADED:  # “all but one of them”
        top = top.head.head
    for _ in range(3):
        if noun.lower_ not in _HEADED and _number(noun) is None:
            break
        inner = [
            o for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children if o.dep_ == "pobj"
        ]
        if not inner:
            break
        noun = inner[0]
    return top, noun


def _left(top: Token, noun: Token) -> int:
    """Where the words before the noun begin, with an *only* or *nearly* that the parser hung on the verb."""
    doc = noun.doc
    start = max(min(top.left_edge.i, noun.left_edge.i if top is noun else top.i), noun.i - 25, noun.sent.start)
    if top.i > noun.i:  # the subject stands after what it is part of
        return top.i
    while start > noun.sent.start and doc[start - 1].lower_ in _BEFORE:
        start -= 1
    return start


def _text(doc: Doc, start: int, noun: Token) -> str:
    end = noun.idx if start < noun.i else noun.idx + len(noun)
    if start > noun.i:
        end = doc[start].idx + len(doc[start])
    elif noun.lower_ in _HEADED or noun.pos_ == "PRON" or noun.lower_.endswith(("one", "body")):
        end = noun.idx + len(noun)
    return doc.text[doc[start].idx : end]


def _between(doc: Doc, start: int, stop: int, begin: int, end: int) -> list[Token]:
    return [t for t in doc[start : max(stop, start) + 1] if t.idx < end and begin < t.idx + len(t)]


def _elsewhere(token: Token, owner: set[int]) -> bool:
    """Whether the word says nothing of this noun: it is part of *the most expensive*, or of the owner's name."""
    if token.i in owner:
        return True
    if token.lower_ == "most":
        before = token.nbor(-1).lower_ if token.i else ""
        return before in ("the", "'s", "’s", "its", "their") or (
            token.dep_ == "advmod" and token.head.pos_ in ("ADJ", "ADV")
        )
    return token.lower_ == "half" and token.i > 0 and token.nbor(-1).lower_ in ("first", "second")


def _floats(top: Token) -> Iterator[Token]:
    """*All* and *both* that stand after the subject."""
    if top.dep_ not in _SUBJECTS:
        return
    verb = top.head
    if _FLOATING.isdisjoint(token.lower_ for token in top.doc[top.i + 1 : verb.i + 3]):
        return
    for token in (*top.children, *verb.children):
        if (
            token.lower_ in _FLOATING
            and top.i < token.i <= verb.i + 2
            and token.nbor(-1).lower_ not in ("at", "after", "above", "of")
            and token.dep_ in ("advmod", "appos", "det", "dep", "predet")
        ):
            yield token


def _alone(noun: Token) -> str:
    """*Alone*, directly after the noun: only this one."""
    after = noun.right_edge.i + 1
    for i in (noun.i + 1, after):
        if i < len(noun.doc) and noun.doc[i].lower_ == "alone" and noun.dep_ in _SUBJECTS:
            return "alone"
    return ""


def _of_between(doc: Doc, one: Token, other: Token) -> bool:
    return any(t.lower_ in ("of", "in") for t in doc[one.i : other.i])


def _number(token: Token) -> int | None:
    word = token.lower_.replace(",", "")
    if word.isdecimal() and len(word) < 10:
        return int(word)
    value = _UNITS.get(word)
    return int(value) if value is not None and value == int(value) else None

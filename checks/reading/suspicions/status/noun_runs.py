"""A sentence cut into words, and its noun phrases, near enough to tell what an act is done to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.acts import FORMS

if TYPE_CHECKING:
    pass

_TOKEN = re.compile(
    r"[A-Za-z\u00c0-\u024f](?:[\w\u00c0-\u024f]|[’'&-](?=\w))*(?:\.(?=[A-Z]\b)|(?<=\b[A-Z])\.)?"
    r"|\d[\d.,]*(?:-[a-z]+)*|[^\w\s]"
)
_NO_NOUNS = listed(
    "a an the this that these those its his her their our my your it he she they we i you who which what whose"
    " of on in at by for from to with within into over under after before during about against between through until"
    " since near and or but nor as than if when while because although though whether so then there here be been being"
    " is are was were am has have had having do does did will would shall can could may might must should not no"
    " more most some any each every both all another other others such same very just only also still now already"
    " yet never again said says told added who whom him them me us himself herself itself themselves once where how"
    " officially formally finally later earlier soon today yesterday tomorrow monday tuesday wednesday thursday friday"
    " saturday sunday january february march april june july august september october november december week month"
    " year day night morning evening afternoon time last next ago years months days weeks hours"
    " won’t can’t don’t didn’t hasn’t haven’t wasn’t weren’t isn’t aren’t won't can't don't didn't hasn't"
)
BREAKS = listed(
    ", ; : — – ( ) of on in at by for from to with within into over under after before during about against between"
    " through until since near and or but nor as than if when while because although though whether that which "
    "who whom where is"
    " are was were has have had will would be been said says not"
)
_PLAIN = listed(
    "planned proposed controversial new final long-awaited long-delayed so-called current whole entire big major public"
    " official young latest present long troubled embattled popular historic late draft ageing old"
)
_OTHERS = listed(
    "own another other second third fourth fifth more further additional similar remaining rest next previous former "
    "earlier one"
    " two three four five six seven eight nine ten several some many most few dozens hundreds thousands million "
    "each every any"
    " no half part parts separate different first last twin old original previously initially temporary interim "
    "partial"
)
TIMES = listed(
    "week month year season spring summer autumn fall winter weekend term monday tuesday wednesday thursday "
    "friday saturday"
    " sunday january february march april may june july august september october november december"
)
_PARTICLES = listed("down off up out landfall")


class Token(NamedTuple):
    """A word or a mark of a sentence, by its place in the text; a verb of two words is one."""

    start: int
    end: int
    word: str
    low: str


class Phrase(NamedTuple):
    """A noun phrase, near enough: its words in small letters, the last of them its head.

    `rest` are words that tell it from others (“another”, “two”); `name` is true of a head with a capital, `new` after
    “a” and “an”.
    """

    head: str
    words: frozenset[str]
    rest: frozenset[str]
    name: bool
    new: bool = False


_END = Token(0, 0, ",", ",")


def tokens_of(text: str, start: int) -> list[Token]:
    """The words and marks of a sentence that begins at `start`."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        low = match[0].lower()
        if found and low in _PARTICLES and f"{found[-1].low} {low}" in FORMS:
            verb = found.pop()
            found.append(Token(verb.start, start + match.end(), f"{verb.word} {low}", f"{verb.low} {low}"))
        else:
            found.append(Token(start + match.start(), start + match.end(), match[0], low))
    return found


def phrases(tokens: list[Token]) -> tuple[Phrase, ...]:
    """The noun phrases among the tokens, near enough: runs of words between prepositions, verbs of being and marks."""
    found: list[Phrase] = []
    run: list[Token] = []
    for at, token in enumerate([*tokens, _END]):
        timed = token.low in ("next", "last") and at + 1 < len(tokens) and tokens[at + 1].low in TIMES
        if token.low in BREAKS or timed or not token.word[0].isalnum():
            phrase = _phrase(run)
            if phrase:
                found.append(phrase)
            run = []
        else:
            run.append(token)
    return tuple(found)


def _phrase(run: list[Token]) -> Phrase | None:
    nouns = [
        (one.low.rstrip("."), one.word)
        for one in run
        if (one.low not in _NO_NOUNS or one.word == "US") and not one.low.endswith("ly")
    ]
    nouns = [(low.removesuffix("’s").removesuffix("'s"), word) for low, word in nouns]
    if not nouns:
        return None
    rest = frozenset(token.low for token in run if token.low in _OTHERS or token.low.isdigit())
    head, word = nouns[-1]
    words = frozenset(stem(low) for low, _ in nouns if low not in _PLAIN)
    return Phrase(stem(head), words, rest, word[0].isupper(), any(token.low in ("a", "an") for token in run))


def stem(noun: str) -> str:
    """A noun without the ending of its plural."""
    if len(noun) > 4 and noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun

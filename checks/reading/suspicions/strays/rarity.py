"""How rare the words of a text are, and which of them are names: what two texts share tells the more the rarer it is.

The table is `rarity.txt`; `rarity.md` says where it comes from and under which licence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from checks.reading.telling_words import words as listed

RAREST = 6.0  # of a word that the table has not: one in a million, as a round guess
_NUMBER, _SHORT_NUMBER = 5.0, 2.5
_LETTERS_KEPT = 9  # of a stem: more tells "administration" from "administrator", which seldom matters
# Words that every article has, so that sharing them tells nothing; of grammar, of reporting and of titles.
_EMPTY = listed(
    "a about above according across after again against all almost alone along already also although always am among "
    "an and another any anyone anything are around as asked at back be became because become been before behind being "
    "below between both but by call called can cannot could did do does done down during each either else enough even "
    "ever every everyone everything few find first for former found four from full further gave get give go going got "
    "had has have having he hence her here herself him himself his how however i if in indeed instead into is it its "
    "itself just keep last least less like made make many may me meanwhile might mine more moreover most mostly mr "
    "mrs ms much must my myself neither never nevertheless next no nobody none nor not nothing now of off often on "
    "once one only onto or other others our ours ourselves out over own part per perhaps please put rather re really "
    "said same say saying says see seem seemed seems sen rep gov dr several she should show side since so some "
    "someone something sometimes still such take tell than that the their them themselves then there therefore these "
    "they this those though three through throughout thus to together told too toward towards two under until up upon "
    "us very was we well went were what whatever when where whether which while who whole whom whose why will with "
    "within without would yet you your yours yourself don't didn't doesn't isn't wasn't it's he's she's i'm we're "
    "that's they're can't won't wouldn't couldn't i've we've there's you're"
)
_WORD = re.compile(r"[^\W\d_](?:[\w’'&.-]*[^\W_])?|\d(?:[\d,.]*\d)?")
_POSSESSIVE = re.compile(r"['’]s?$")
_BEGINS = re.compile(r"(?:^|[.!?:“\"‘—–-])['’”\"]?\s*$")  # what stands before the first word of a sentence
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


@dataclass(frozen=True)
class Terms:
    """The telling words of a text by their stems: how rare each is, how it was printed, and which are names.

    `count` is the number of all its words.
    """

    rarity: MappingProxyType[str, float]
    printed: MappingProxyType[str, str]
    names: frozenset[str]
    count: int


@lru_cache(maxsize=1_000)  # several rules ask of the same paragraphs
def terms_of(text: str) -> Terms:
    """The words of a text that tell what it is about; a capital within a sentence makes a name."""
    rarity, printed, names, count = dict[str, float](), dict[str, str](), set[str](), 0
    for found in _WORD.finditer(text):
        count += 1
        word = found[0]
        if (telling := _telling(word)) is None:
            continue
        root, rare, bare = telling
        if rarity.get(root, -1.0) < rare:
            rarity[root] = rare
        printed.setdefault(root, bare)
        if word[0].isupper():
            at = found.start()
            within = text[at - 1 : at] == " " and text[at - 2 : at - 1].isalnum()  # so no mark stands before it
            if (at > 1 and within) or not _BEGINS.search(text, max(0, at - 3), at):
                names.add(root)
    return Terms(MappingProxyType(rarity), MappingProxyType(printed), frozenset(names), count)


@lru_cache(maxsize=8192)
def _telling(word: str) -> tuple[str, float, str] | None:
    """The stem of a word, how rare it is, and the word without its possessive; None of one that tells nothing."""
    bare = _bare(word)
    if len(bare) < 2 or bare in _EMPTY:
        return None
    return stem(bare), how_rare(bare), _POSSESSIVE.sub("", word)


@lru_cache(maxsize=8192)
def how_rare(word: str) -> float:
    """Minus the decimal logarithm of a word's share of running text, to the half; at most `RAREST`."""
    bare = _bare(word)
    if bare[:1].isdigit():
        return _NUMBER if len(bare) > 2 else _SHORT_NUMBER
    return _table().get(bare, RAREST)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word in lower case without the endings of plurals and tenses: crude, but one for all the forms of a word.

    After the first step of Porter, An algorithm for suffix stripping, Program 14 (1980).
    """
    bare = _bare(word).replace(".", "")
    for ending, instead in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3 and not bare.endswith("ss"):
            bare = bare.removesuffix(ending) + instead
            break
    return bare[:_LETTERS_KEPT]


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word.lower().replace("’", "'"))


@cache
def _table() -> MappingProxyType[str, float]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    found = dict[str, float]()
    for line in lines:
        rarity, *words = line.split()
        found |= dict.fromkeys(words, float(rarity))
    return MappingProxyType(found)

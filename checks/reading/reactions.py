"""How somebody took a thing, in a text's words: condemned, praised, denied, confirmed it, or would not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checks.reading.names import plain
from checks.reading.sentences import sentences
from checks.reading.speech.cues import listed

# kind: verbs (as their stems and endings) | nouns for it. `reserved` is said where nothing was said for or against.
_TABLE = {
    "criticised": (
        r"criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|condemn(?:ed|s|ing)?|denounc(?:e|ed|es|ing)|deplor(?:e|ed|es|ing)|"
        r"attack(?:ed|ing)|blast(?:ed|s|ing)|slam(?:med|s|ming)|decri(?:ed|es)|decrying|oppos(?:e|ed|es|ing)|"
        r"reject(?:ed|s|ing)?|object(?:ed|s|ing) to|protest(?:ed|ing)|"
        r"express(?:ed|es|ing) (?:\w+ ){0,2}(?:alarm|dismay|outrage|anger|horror)|rebuk(?:ed|es|ing)|lambast(?:ed|s)|"
        r"call(?:ed|s) (?:it|this|that|the \w+) (?:a )?(?:disgrace|shame\w*|outrage\w*|mistake|wrong|dangerous)",
        r"criticism|condemnation|rebuke|protests?|outcry",
    ),
    "praised": (
        r"prais(?:ed|es|ing)|hail(?:ed|s|ing)|welcom(?:e|ed|es|ing)|applaud(?:ed|s|ing)?|commend(?:ed|s|ing)?|"
        r"celebrat\w+|laud(?:ed|s|ing)|back(?:ed|s|ing)|endors(?:e|ed|es|ing)|"
        r"support(?:ed|s|ing)|cheer(?:ed|s|ing)|"
        r"express(?:ed|es|ing) (?:\w+ ){0,2}(?:relief|joy|delight|satisfaction|admiration|support|gratitude|approval)",
        r"praise|applause|approval|endorsement",
    ),
    "defended": (
        r"defend(?:ed|s|ing)?|justif(?:ied|ies)|justifying|st(?:ood|ands|anding) by",
        r"defence of|defense of",
    ),
    "denied": (
        r"den(?:ied|ies|y|ying)|disput(?:e|ed|es|ing)|refut(?:ed|es|ing)|rebut(?:ted|s)|"
        r"call(?:ed|s) (?:it|this|that|the \w+) (?:false|untrue|baseless|a lie)",
        r"denials?",
    ),
    "confirmed": (
        r"confirm(?:ed|s|ing)?|admit(?:ted|s|ting)|acknowledg(?:ed|es|ing)|conced(?:ed|es|ing)|own(?:ed|s) up to",
        r"confirmation|admission|acknowledgement",
    ),
    "would not say": (
        r"declin(?:ed|es|ing) to (?:comment|say|answer|discuss)|refus(?:ed|es|ing) to (?:comment|say|answer|discuss)|"
        r"(?:did|does|has|have) ?n[o’']t (?:immediately |at once )?(?:comment|respond|repl[iy]|answer|return)(?:ed|y)?|"
        r"(?:did|does|has|have) not (?:immediately |at once )?(?:comment|respond|repl[iy]|answer|return)(?:ed|y)?|"
        r"had no comment|could not be reached|would not (?:comment|say)",
        r"no comment",
    ),
    "reserved": (
        r"question(?:ed|ing)|(?:will|would|to) (?:study|examine|look at|look into|review)|regret(?:ted|s)|"
        r"(?:express|voic)(?:ed|es|ing) (?:\w+ ){0,2}concern|not(?:ed|es) |urg(?:ed|es) caution|(?:was|is) concerned",
        r"concerns? (?:about|over)|misgivings|doubts about",
    ),
}  # fmt: skip
_PATTERNS = {
    kind: (re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE), re.compile(rf"\b(?:{nouns})(?!\w)", re.IGNORECASE))
    for kind, (verbs, nouns) in _TABLE.items()
}
_NOT = re.compile(
    r"\b(?:not|never|n[’']t|nor|neither|without|stopped short of|(?:refus|declin)\w+ to)\s+(?:\w+\s+){0,2}?$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_MET_WITH = re.compile(r"\b(?:drew|drawn|draws|draw|faced|faces|met|prompted|brought|won|earned|received|sparked)\b")
# Between the one named and the word no other may come in: “the trust said that pilots condemned it”.
_OTHERS = re.compile(
    r"[;:]|\b(?:and|but|while|whereas|that|which|as|when|after|who)\b"
    r"(?!\s+(?:\w+ly |also |then |has |it |he |she |they )*$)"
)
# In a body's own statement it speaks of itself so; an excerpt may begin with the verb.
_OURSELVES = re.compile(r"^\W*$|\b(?:we|it|they|i)\s+(?:\w+ly |also |have |has |therefore |must )*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:by|from)\s+[^.;]{0,60}$", re.IGNORECASE)
_SMALL = listed("the a an of for and to")


@dataclass(frozen=True)
class Reaction:
    """How a speaker took it: the kind, and the words that say so with their place (code points, end exclusive)."""

    kind: str
    said: str
    start: int
    end: int


def reactions(text: str, names: Sequence[str], own: bool = False) -> list[Reaction]:
    """The reactions of the one called by one of these names, in order; with `own`, the text is their own statement.

    They react where they stand before the word (“the union condemned”) or after a passive or a noun with *by* or
    *from* (“was condemned by the union”, “criticism from the union”); never where a *not* stands before it.
    """
    found: list[Reaction] = []
    for begin, stop in sentences(text):
        sentence = text[begin:stop]
        places = [place for name in names for place in _places(sentence, name)]
        for kind, patterns in _PATTERNS.items():
            for noun, pattern in enumerate(patterns):
                for match in pattern.finditer(sentence):
                    before = sentence[: match.start()]
                    turned = bool((_MET_WITH if noun else _PASSIVE).search(before))
                    acts = _acts(sentence, match, places, turned, bool(noun)) or (
                        own and not noun and bool(_OURSELVES.search(before))
                    )
                    if acts and not _NOT.search(before):
                        found.append(Reaction(kind, match[0].strip(), begin + match.start(), begin + match.end()))
    found.sort(key=lambda one: (one.start, -one.end))
    return [one for at, one in enumerate(found) if not any(one.end <= other.end for other in found[:at])]


def _acts(sentence: str, match: re.Match[str], places: Sequence[tuple[int, int]], turned: bool, noun: bool) -> bool:
    """Whether the one at these places does what the match says, and does not have it done to them."""
    if any(start >= match.end() and _FROM.search(sentence[match.end() : start]) for start, _ in places):
        return True
    for _, end in places:
        between = sentence[end : match.start()]
        owned = re.match(r"[’']s?\s", between) is not None
        if end <= match.start() and not turned and (noun or not owned) and not _OTHERS.search(between):
            return True
    return False


def _places(sentence: str, name: str) -> list[tuple[int, int]]:
    """Where a name stands, from its first word to its last: all of its telling words in a row."""
    said = [(*match.span(), plain(match[0])) for match in re.finditer(r"[\w.&-]+", sentence)]
    said = [one for one in said if one[2] not in _SMALL]
    words = [plain(word) for word in re.findall(r"[\w.&-]+", name) if plain(word) not in _SMALL]
    many = len(words)
    rows = (said[at : at + many] for at in range(len(said) - many + 1))
    return [(row[0][0], row[-1][1]) for row in rows if words and [one[2] for one in row] == words]

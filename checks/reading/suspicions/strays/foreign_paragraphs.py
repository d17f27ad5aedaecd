"""Paragraphs of another story: what shares too few words and names with the rest of the article to be part of it.

A paragraph's kinship is the cosine between its words and those of the other paragraphs, each word weighed by how rare
it is in English and by the logarithm of how many paragraphs have it (as in Salton and Buckley, Term-weighting
approaches in automatic text retrieval, 1988). Eleven signs are added up; the weights were fitted by logistic
regression, apart for long articles (a public set of spliced ones, BASIL) and for short ones, whose paragraphs share few
words: there the field of news that words are of tells more (`fields.py`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.suspicions.strays.fields import fields_beside
from checks.reading.suspicions.strays.rarity import Terms, stem, terms_of

if TYPE_CHECKING:
    from checks.reading.article import Reading

CHECK = "belongs_to_article"
_ABOUT = frozenset({"headline", "standfirst", "body"})  # the parts whose words say what the article is about
_SPREAD_FLOOR = 0.02  # so that a difference among paragraphs all alike is not blown up
_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Senator|Governor|Representative|Congressman|Justice|Judge|President|Prof|Sir|Lord)"
)
_SURNAME = r"(?P<name>[A-Z][a-z’'-]*[A-Z]?[a-z]{2,})"
_VERB = r"(?:said|told|was|is|has|had|also|added|would|did|wrote|says)"
# “Nobody said”, “Residents said”: a capital at the beginning of a sentence makes no name of these.
_SOMEBODY = r"(?![A-Z][a-z]*(?:body|one|thing|[eo]rs|ists|ians|[ae]nts|ees|men|ple)\b)"
# A person named as one who was named before: “Mr. Okoro”, “said Okoro.”, “Okoro said”.
_AS_KNOWN = (
    re.compile(rf"\b(?=[CDGJLMPRS]){_TITLE}\.? {_SURNAME}\b(?! [A-Z])"),
    re.compile(rf"\b(?:said|added|told) {_SURNAME}(?=[,.])"),
    re.compile(rf"(?:^|[”\",.] |\b(?:that|and|but|when|as) ){_SOMEBODY}{_SURNAME},? {_VERB}\b"),
)
_TELLING = 4.0  # how rare a word at least is that tells what a text is about
_NAME_LIKE = 4.5  # how rare a word at least is that is taken for a surname
# What is said by somebody, or of something, that was named before.
_POINTS_BACK = re.compile(
    r"^[“\"‘']?(?:But |And |Still, |So |Yet )?(?:He|She|They|It|His|Her|Their|This|That|These|Those)\b"
    r"|\b(?:he|she|they|it) (?:said|added|told|wrote|tweeted)\b|\bsaid (?:he|she)\b"
)
_CURLY, _STRAIGHT = re.compile("[“”’]"), re.compile("[\"']")


class _Signs(NamedTuple):
    """What tells of a paragraph that it belongs, or that it does not."""

    kinship: float  # cosine with the rest of the article, without the neighbour that it is most like
    apart: float  # the same, against the other paragraphs of this article: standard deviations from their median
    beside: float  # `apart` of that of its two neighbours which is less akin: strangers come in runs
    shared_names: float  # logarithm of how many names of the article it has, without the same neighbour
    length: float  # logarithm of its words: a short paragraph has few to share
    as_known: float  # 1 if it names somebody as one named before, and nobody else does
    points_back: float  # 1 if it speaks of somebody or something named before
    typed_apart: float  # 1 if its quotation marks are straight and all others curly, or the other way round
    other_field: float  # logarithm of its words of a field of news that the others are not of
    same_field: float  # cosine of its words by field with theirs
    few: float  # one over the number of paragraphs


# Fitted on two thirds of the events of a set of long articles, and on paragraphs exchanged among short ones (of 90 to
# 240 words, two thirds of them too). On the thirds kept aside: average precision 0.84 and 0.73.
_WEIGHTS = _Signs(-38.54, -1.47, -1.29, 0.4, 1.37, 2.06, -1.8, 1.59, 0.42, 0.23, 0.0)
_WEIGHTS_SHORT = _Signs(-20.87, -1.03, -0.37, -0.43, 0.88, 1.1, -0.24, 0.95, 0.71, -2.35, 1.37)
_CONSTANT, _CONSTANT_SHORT = -6.69, -3.84
_SHORT = 240  # words of an article whose paragraphs have few words to share
_LOOK, _LIKELY, _LIKELY_SHORT = 0.35, 0.84, 0.85
_STANDS_OUT = 1.5  # how many times as strange as the next, by the odds, what is shown to be looked at has to be
_FEWEST = 4  # paragraphs of body that an article needs to say what it is about
_FEWEST_WORDS = 8  # of a paragraph that is judged by its words
_ROUND_UP = 3  # where more than one paragraph in three is strange, each stands for itself


def strangeness(reading: Reading) -> list[float]:
    """How likely each paragraph is of another story, from 0 to 1, in the order of the paragraphs of `reading`.

    Comparable between articles of several paragraphs. What is no body text (a headline, a byline, a notice) has 0.
    """
    about = [number for number, paragraph in enumerate(reading.paragraphs) if paragraph.part in _ABOUT]
    found = [0.0] * len(reading.paragraphs)
    texts = [reading.paragraphs[number].exact for number in about]
    terms = [terms_of(text) for text in texts]
    short = sum(one.count for one in terms) < _SHORT
    weights, constant = (_WEIGHTS_SHORT, _CONSTANT_SHORT) if short else (_WEIGHTS, _CONSTANT)
    for number, signs in zip(about, _signs(texts, terms), strict=True):
        if reading.paragraphs[number].part == "body":
            total = sum(w * s for w, s in zip(weights, signs, strict=True)) + constant
            found[number] = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    return found


def foreign_paragraphs(reading: Reading) -> Iterator[Suspicion]:
    """Which paragraphs may be spliced in from another story, each beside the sentence that opens the article.

    Of those that are only to be looked at, one that stands out. Nothing in an article of fewer than four paragraphs,
    nor in a round-up; the first paragraph is never suspected.
    """
    body = [number for number, paragraph in enumerate(reading.paragraphs) if paragraph.part == "body"]
    if len(body) < _FEWEST:
        return
    terms = {n: terms_of(one.exact) for n, one in enumerate(reading.paragraphs) if one.part in _ABOUT}
    likely, look = _strange(strangeness(reading), body[1:], terms)
    if not likely and not look:
        return
    having = Counter(root for own in terms.values() for root in own.rarity)
    opening = next(one for one in reading.sentences if one.part in _ABOUT)
    lead = Words(opening.start, opening.end, opening.exact)
    for number in sorted(likely + look):
        paragraph = reading.paragraphs[number]
        words = Words(paragraph.start, paragraph.end, paragraph.exact)
        certainty: Certainty = "likely" if number in likely else "look"
        reason = _reason(paragraph.exact, terms[number], having)
        yield Suspicion("foreign paragraph", CHECK, reason, certainty, (lead, words))


def _strange(scores: Sequence[float], among: Sequence[int], terms: Mapping[int, Terms]) -> tuple[list[int], list[int]]:
    """Which paragraphs are likely strangers, and which one is to be looked at; none where each stands for itself."""
    judged = sorted((n for n in among if terms[n].count >= _FEWEST_WORDS), key=lambda n: -scores[n])
    short = sum(one.count for one in terms.values()) < _SHORT
    least = _LIKELY_SHORT if short else _LIKELY
    likely = [n for n in judged if scores[n] >= least]
    if len(likely) > max(2, (len(among) + 1) // _ROUND_UP):
        return [], []
    rest = [n for n in judged if n not in likely]
    first = rest[:1]
    if len(rest) > 1 and abs(rest[0] - rest[1]) == 1 and scores[rest[1]] >= _LOOK:
        first = rest[:2]  # two of one other story, side by side
    next_odds = _odds(scores[rest[len(first)]]) if len(rest) > len(first) else 0.0
    stand_out = all(scores[n] >= _LOOK and _odds(scores[n]) >= _STANDS_OUT * next_odds for n in first)
    return likely, first if stand_out else []


def _odds(share: float) -> float:
    return share / max(1 - share, 1e-9)


def _reason(text: str, own: Terms, having: Counter[str]) -> str:
    """What is missing, in words: how many of its less common words and names the rest of the article has."""
    telling = [root for root, rarity in own.rarity.items() if rarity >= _TELLING or root in own.names]
    shared = [own.printed[root] for root in telling if having[root] > 1]
    if not telling:
        return "This paragraph has no word that the rest of the article would need."
    few = " and ".join(f"“{word}”" for word in shared) if len(shared) <= 2 else str(len(shared))
    found = f"only {few}" if shared else "none"
    stands = "stands" if len(shared) < 2 else "stand"
    words = f"{len(telling)} less common words and names" if len(telling) > 1 else "one less common word"
    reason = f"Of the {words} in this paragraph, {found} {stands} elsewhere in the article"
    name = _as_known(text, own, having)
    return f"{reason}; it speaks of {name} as if named before." if name else f"{reason}."


def _signs(texts: Sequence[str], terms: Sequence[Terms]) -> list[_Signs]:
    having = Counter(root for one in terms for root in one.rarity)
    names = {name for one in terms for name in one.names}
    kin = _kinship(terms, having)
    middle, spread = (median(kin), _spread(kin) + _SPREAD_FLOOR) if kin else (0.0, 1.0)
    apart = [(one - middle) / spread for one in kin]
    typed, fields = _typed(texts), fields_beside(terms)
    found = []
    for number, (text, own) in enumerate(zip(texts, terms, strict=True)):
        beside = [apart[n] for n in (number - 1, number + 1) if 0 <= n < len(kin)]
        known = names & own.rarity.keys()
        around = [terms[n].rarity if 0 <= n < len(terms) else {} for n in (number - 1, number + 1)]
        shared = min(sum(having[name] - (name in one) > 1 for name in known) for one in around)
        found.append(
            _Signs(
                kin[number], apart[number], min(beside, default=0.0), math.log1p(shared),
                math.log1p(own.count), float(bool(_as_known(text, own, having))),
                float(bool(_POINTS_BACK.search(text))), float(typed[number]), *fields[number], 1 / len(texts),
            )
        )  # fmt: skip
    return found


def _spread(values: Sequence[float]) -> float:
    """The standard deviation of all of them; `statistics.pstdev` counts in fractions, which takes longer."""
    mean = sum(values) / len(values)
    return math.sqrt(sum((one - mean) ** 2 for one in values) / len(values))


def _kinship(terms: Sequence[Terms], having: Counter[str]) -> list[float]:
    """Of each paragraph, its cosine with the others; the lesser of leaving out the one before it and the one after."""
    logs = [math.log1p(count) for count in range(max(having.values(), default=0) + 1)]
    squares = [log * log for log in logs]
    rarity: dict[str, float] = {}
    for one in terms:
        rarity.update(one.rarity)
    weights = {root: value * value for root, value in rarity.items()}
    total = sum(weights[root] * squares[count] for root, count in having.items())
    lost = [
        sum(weights[root] * (squares[having[root] - 1] - squares[having[root]]) for root in t.rarity) for t in terms
    ]
    found = []
    for at, one in enumerate(terms):
        shared = [(root, own * rarity[root]) for root, own in one.rarity.items() if having[root] > 1]
        product = sum(weight * logs[having[root] - 1] for root, weight in shared)
        size = sum(own * own for own in one.rarity.values())
        least = math.inf
        for beside in (at - 1, at + 1):
            without, squared = product, total + lost[at]
            if 0 <= beside < len(terms):
                other = terms[beside].rarity
                squared += lost[beside]
                for root, weight in shared:
                    if root in other:
                        n = having[root]
                        without += weight * (logs[n - 2] - logs[n - 1])
                        squared += weights[root] * (squares[n] - 2 * squares[n - 1] + squares[n - 2])
            length = math.sqrt(max(squared, 0.0) * size)
            least = min(least, without / length if length > 1e-9 else 0.0)
        found.append(least)
    return found


def _as_known(text: str, own: Terms, having: Counter[str]) -> str:
    """The first person that it names as one named before, whom no other paragraph names; empty if there is none."""
    rare = [root for root, rarity in own.rarity.items() if rarity >= _NAME_LIKE and having[root] <= 1]
    if not any(own.printed[root][0].isupper() for root in rare):
        return ""
    surnames = (found["name"] for pattern in _AS_KNOWN for found in pattern.finditer(text))
    return next((name for name in surnames if stem(name) in rare), "")


def _typed(texts: Sequence[str]) -> list[bool]:
    """Whether a paragraph alone, or nearly so, has curly marks among straight ones, or the other way round."""
    curly, straight = ([bool(marks.search(text)) for text in texts] for marks in (_CURLY, _STRAIGHT))
    curls, straights = sum(curly), sum(straight)
    return [
        (c and not s and curls - 1 < straights) or (s and not c and straights - 1 < curls)
        for c, s in zip(curly, straight, strict=True)
    ]

"""Paragraphs of another story: what shares too few words and names with the rest of the article to be part of it.

A paragraph's kinship is the cosine between its words and those of the other paragraphs, each word weighed by how rare
it is in English and by the logarithm of how many paragraphs have it (as in Salton and Buckley, Term-weighting
approaches in automatic text retrieval, 1988). Eight signs are added up; the weights were fitted by logistic regression
on two thirds of the events of a public set of spliced articles (BASIL); the last third was looked at twice.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median, pstdev
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.parts import Paragraph, Suspicion, Words
from checks.reading.suspicions.rarity import Terms, how_rare, stem, terms_of

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
# A person named as one who was named before: “Mr. Okoro”, “said Okoro.”, “Okoro said”.
_AS_KNOWN = (
    re.compile(rf"\b{_TITLE}\.? {_SURNAME}\b(?! [A-Z])"),
    re.compile(rf"\b(?:said|added|told) {_SURNAME}(?=[,.])"),
    re.compile(rf"(?:^|[”\",.] |\b(?:that|and|but|when|as) ){_SURNAME},? {_VERB}\b"),
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
    shared_names: float  # logarithm of how many names of the article it has
    length: float  # logarithm of its words: a short paragraph has few to share
    as_known: float  # 1 if it names somebody as one named before, and nobody else does
    points_back: float  # 1 if it speaks of somebody or something named before
    typed_apart: float  # 1 if its quotation marks are straight and all others curly, or the other way round


# Fitted on two thirds of the events, whole articles and (at a weight of 0.3) cut to four to seven paragraphs. On the
# third kept aside: average precision 0.82 and top-1 0.93.
_WEIGHTS = _Signs(-39.2, -1.3, -0.8, 0.4, 0.9, 1.8, -1.8, 1.9)
_CONSTANT = -4.3
_LOOK, _LIKELY = 0.3, 0.9  # over 120,000 words of clean news some 100 paragraphs reach the one, 3 the other
_FEWEST, _FEWEST_LIKELY = 4, 6  # paragraphs of body that an article needs to say what it is about
_FEWEST_WORDS = 8  # of a paragraph that is judged by its words
_ROUND_UP = 3  # where more than one paragraph in three is strange, or most share no word, each stands for itself


def strangeness(reading: Reading) -> list[float]:
    """How likely each paragraph is of another story, from 0 to 1, in the order of the paragraphs of `reading`.

    Comparable between articles of several paragraphs. What is no body text (a headline, a byline, a notice) has 0.
    """
    about = [number for number, paragraph in enumerate(reading.paragraphs) if paragraph.part in _ABOUT]
    found = [0.0] * len(reading.paragraphs)
    for number, signs in zip(about, _signs([reading.paragraphs[n] for n in about]), strict=True):
        if reading.paragraphs[number].part == "body":
            total = sum(w * s for w, s in zip(_WEIGHTS, signs, strict=True)) + _CONSTANT
            found[number] = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    return found


def foreign_paragraphs(reading: Reading) -> Iterator[Suspicion]:
    """Which paragraphs may be spliced in from another story, each beside the sentence that opens the article.

    Nothing in an article of fewer than four paragraphs, nor in a round-up; the first paragraph is never suspected.
    """
    body = [number for number, paragraph in enumerate(reading.paragraphs) if paragraph.part == "body"]
    if len(body) < _FEWEST:
        return
    scores = strangeness(reading)
    strange = [number for number in body[1:] if scores[number] >= _LOOK]
    if not strange:
        return
    terms = [terms_of(one.exact) for one in reading.paragraphs]
    about = [own for one, own in zip(reading.paragraphs, terms, strict=True) if one.part in _ABOUT]
    having = Counter(root for own in about for root in own.rarity)
    alone = sum(all(having[root] <= 1 for root in terms[number].rarity) for number in body)
    if len(strange) > max(2, len(body) // _ROUND_UP) or alone > len(body) // 2:
        return
    opening = next(one for one in reading.sentences if one.part in _ABOUT)
    lead = Words(opening.start, opening.end, opening.exact)
    for number in strange:
        paragraph = reading.paragraphs[number]
        if terms[number].count < _FEWEST_WORDS:
            continue
        words = Words(paragraph.start, paragraph.end, paragraph.exact)
        likely = scores[number] >= _LIKELY and len(body) >= _FEWEST_LIKELY
        reason = _reason(paragraph.exact, terms[number], having)
        yield Suspicion("foreign paragraph", CHECK, reason, "likely" if likely else "look", (lead, words))


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
    name = _as_known(text, having)
    return f"{reason}; it speaks of {name} as if named before." if name else f"{reason}."


def _signs(paragraphs: Sequence[Paragraph]) -> list[_Signs]:
    texts = [paragraph.exact for paragraph in paragraphs]
    terms = [terms_of(text) for text in texts]
    having = Counter(root for one in terms for root in one.rarity)
    names = {name for one in terms for name in one.names}
    kin = _kinship(terms, having)
    middle, spread = (median(kin), pstdev(kin) + _SPREAD_FLOOR) if kin else (0.0, 1.0)
    apart = [(one - middle) / spread for one in kin]
    typed = _typed(texts)
    found = []
    for number, (text, own) in enumerate(zip(texts, terms, strict=True)):
        beside = [apart[n] for n in (number - 1, number + 1) if 0 <= n < len(kin)]
        shared = sum(having[name] > 1 for name in names & own.rarity.keys())
        found.append(
            _Signs(
                kin[number], apart[number], min(beside, default=0.0), math.log1p(shared),
                math.log1p(own.count), float(bool(_as_known(text, having))), float(bool(_POINTS_BACK.search(text))),
                float(typed[number]),
            )
        )  # fmt: skip
    return found


def _kinship(terms: Sequence[Terms], having: Counter[str]) -> list[float]:
    """Of each paragraph, its cosine with the others; the lesser of leaving out the one before it and the one after."""
    rarity: dict[str, float] = {}
    for one in terms:
        rarity.update(one.rarity)
    all_squared = sum((rarity[root] * math.log1p(count)) ** 2 for root, count in having.items())
    return [
        min(_cosine(one, terms[n : n + 1] if n >= 0 else (), having, rarity, all_squared) for n in (at - 1, at + 1))
        for at, one in enumerate(terms)
    ]


def _cosine(
    one: Terms, left_out: Sequence[Terms], having: Counter[str], rarity: dict[str, float], all_squared: float
) -> float:
    """The cosine between a paragraph and the rest of the article without it and without what is `left_out`."""
    gone = Counter(one.rarity.keys())
    for other in left_out:
        gone.update(other.rarity.keys())
    squared = all_squared
    for root, times in gone.items():
        weight = rarity[root] ** 2
        squared += weight * (math.log1p(having[root] - times) ** 2 - math.log1p(having[root]) ** 2)
    product = sum(own * rarity[root] * math.log1p(having[root] - gone[root]) for root, own in one.rarity.items())
    length = math.sqrt(max(squared, 0.0) * sum(own * own for own in one.rarity.values()))
    return product / length if length > 1e-9 else 0.0


def _as_known(text: str, having: Counter[str]) -> str:
    """The first person that it names as one named before, whom no other paragraph names; empty if there is none."""
    surnames = (found["name"] for pattern in _AS_KNOWN for found in pattern.finditer(text))
    return next((name for name in surnames if having[stem(name)] <= 1 and how_rare(name) >= _NAME_LIKE), "")


def _typed(texts: Sequence[str]) -> list[bool]:
    """Whether a paragraph alone, or nearly so, has curly marks among straight ones, or the other way round."""
    curly, straight = ([bool(marks.search(text)) for text in texts] for marks in (_CURLY, _STRAIGHT))
    curls, straights = sum(curly), sum(straight)
    return [
        (c and not s and curls - 1 < straights) or (s and not c and straights - 1 < curls)
        for c, s in zip(curly, straight, strict=True)
    ]

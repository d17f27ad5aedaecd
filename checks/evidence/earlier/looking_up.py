"""Which earlier fact-checks may be of this claim? By their words, by runs of letters, and if wanted by meaning.

Words are SQLite's full-text search (FTS5, Porter's stems, BM25). A word that no fact-check has is looked for in the
spellings that they do have, by an index of trigrams. The best of these are ranked a second time by the runs of four
letters that they share with the text, and the ranks are fused: Cormack, Clarke, Büttcher, "Reciprocal Rank Fusion
outperforms Condorcet and individual rank learning methods", SIGIR 2009. A model of meanings is a third ranking, which
brings in others. The numbers below were chosen on the training part of the CheckThat! 2020 claims alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from checks.case.errors import CaseError
from checks.evidence.earlier.parts import Lead
from checks.evidence.earlier.store import SHORTEST_SPELLING, Store
from checks.evidence.full_text import any_of, marked, words_of
from checks.reading.copies.telling import stem

if TYPE_CHECKING:
    from checks.evidence.earlier.embedding import Meanings

MOST_CHARACTERS = 5_000
CANDIDATES = 100
_FUSED = 10  # how much the first ranks weigh: 1 / (10 + rank)
_TOO_COMMON = 1_000  # fact-checks with a word: it tells little, and asking costs the more, the more have it
_MOST_WORDS = 60  # asked, the rarest of a long text
_MOST_ALIKE = 4  # words looked for in another spelling
_SPELT_ALIKE = 80  # of 100
_NEAR = 0.4  # a cosine below which two meanings have nothing to do with one another
# Of a sentence in an article, which nobody chose to ask about, a lead must be plainer. Of the training part's right
# claims six in ten are as plain, of the others that are found one in eleven.
_PLAINLY = 0.4  # of the weight of the words of the shorter
_WORDS_PLAINLY = 3
_NEAR_PLAINLY = 0.7
# Words that two claims may well share and have nothing to do with one another.
_THIN = frozenset(
    "about after all also any before can could did do does if into just may more most no not one only other our out "  # noqa: SIM905
    "over s so some such t than then there these those up very we what when where you your".split()
)
_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"(?=([^ ]{4}| [^ ]{3}|[^ ]{3} | [^ ]{1,2} ))")  # they overlap
_ADDRESS = re.compile(r"(?:https?://|pic\.twitter\.com/)\S+")
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])")  # #TidalClock, and words that lost the space between them
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)+|[^\W_]*[a-z][A-Z][^\W_]*")


def look_up(
    store: Store, text: str, most: int = 5, meanings: Meanings | None = None, *, plainly: bool = False
) -> list[Lead]:
    """The fact-checks of a store that may be of a text's claim, the likeliest first; ties in the store's order.

    Without `meanings` a lead has at least two telling words of the text, or the only one; with `plainly`, for the many
    sentences of an article, three, and much of the rare words of the shorter of the two. Raises `CaseError` for a text
    without words and for one that is no claim but an article.
    """
    if len(text) > MOST_CHARACTERS:
        raise CaseError(f"this has more than {MOST_CHARACTERS:,} characters: give one claim, or an article as a file")
    if not re.search(r"\w", text):
        raise CaseError("there are no words in it: give a claim, a file or a case")
    if not len(store):
        return []
    plain = _RUN_TOGETHER.sub(" ", _ADDRESS.sub(" ", text))
    words, alike = _asked(store, plain, _ADDRESS.sub(" ", text))
    asked = any_of([*words, *alike.values()])
    by_words = store.with_words(asked, CANDIDATES) if asked else []
    by_letters = _by_letters(plain, store.texts(by_words))
    near = dict(meanings.nearest(store, plain, CANDIDATES)) if meanings else {}
    leads: list[Lead] = []
    for id in _fused(by_words, by_letters, list(near)):
        matched = _matched(store, id, asked)
        told = len({word.lower() for word in matched} - _THIN) >= min(2, len({*words_of(plain)} - _THIN) or 1)
        if not ((matched and told) or near.get(id, 0) >= _NEAR):
            continue
        if not plainly or near.get(id, 0) >= _NEAR_PLAINLY or _plain(store, plain, store.fact_check(id).claim):
            instead = tuple(pair for pair in alike.items() if pair[1] in {word.lower() for word in matched})
            leads.append(Lead(store.fact_check(id), matched, instead, round(near[id], 3) if id in near else None))
        if len(leads) == most:
            break
    return leads


def _plain(store: Store, text: str, claim: str) -> bool:
    """Whether a text and a claim share some words, and of the rare ones much of those of the shorter."""
    ours, theirs = ({stem(word): word for word in words_of(said) if word not in _THIN} for said in (text, claim))
    both = ours.keys() & theirs.keys()
    every = sorted({**ours, **theirs}.items())
    have = store.how_many_have([word for _, word in every])
    weight = {root: log(1 + len(store) / max(1, count)) for (root, _), count in zip(every, have, strict=True)}
    least = min(sum(weight[root] for root in sorted(side)) for side in (ours, theirs))
    return len(both) >= _WORDS_PLAINLY and sum(weight[root] for root in sorted(both)) >= _PLAINLY * least


def _asked(store: Store, plain: str, whole: str) -> tuple[list[str], dict[str, str]]:
    """The words to ask for, and for those that no fact-check has the spelling that comes nearest.

    Compounds are asked for in one word too: anti-noise as antinoise.
    """
    words = words_of(plain)
    compounds = [re.sub(r"[\W_]", "", found).lower() for found in _COMPOUND.findall(whole)]
    every = list(dict.fromkeys([*words, *compounds]))
    have = dict(zip(every, store.how_many_have(every), strict=True))
    known = sorted((word for word in every if have[word]), key=lambda word: (have[word], word))
    rare = [word for word in known if have[word] <= _TOO_COMMON] or known[:1]
    unknown = [word for word in words if not have[word] and len(word) >= SHORTEST_SPELLING and word.isalpha()]
    unknown = sorted(unknown, key=lambda word: (-len(word), word))[:_MOST_ALIKE]
    found = {word: _spelt_alike(store, word) for word in unknown}
    return rare[:_MOST_WORDS], {word: other for word, other in found.items() if other}


def _spelt_alike(store: Store, word: str) -> str:
    """The store's word that is spelt most like this one, by its trigrams; empty where none is near."""
    trigrams = (word[at : at + 3] for at in range(len(word[:40]) - 2))
    near = [(ratio(word, other), other) for other in store.spellings(any_of(dict.fromkeys(trigrams)), 20)]
    alike, other = min(((-alike, other) for alike, other in near), default=(0, ""))
    return other if -alike >= _SPELT_ALIKE else ""


def _matched(store: Store, id: int, asked: str) -> tuple[str, ...]:
    """The words of a fact-check that were asked for, as they stand in it, each once."""
    texts = [marked(shown) for shown in store.found_in(id, asked)] if asked else []
    words = (text[start:end] for text, spans in texts for start, end in spans)
    return tuple({word.lower(): word for word in reversed(list(words))}.values())[::-1]


def _by_letters(text: str, texts: Mapping[int, str]) -> list[int]:
    """Texts by how much of their runs of letters they share with one: the cosine of TF-IDF, counted among them."""
    runs = {id: _runs(other) for id, other in texts.items()}
    have = Counter[str]()
    for counted in runs.values():
        have.update(counted.keys())
    often = [0.0, *(1 + log(count) for count in range(1, 50))]
    weight = {run: log((1 + len(runs)) / (1 + count)) + 1 for run, count in have.items()}
    own = {run: often[min(count, 49)] * weight[run] for run, count in _runs(text).items() if run in weight}
    alike = {}
    for id, counted in runs.items():
        length = shared = 0.0
        for run, count in counted.items():
            weighed = weight[run] * often[count if count < 49 else 49]
            length += weighed * weighed
            if run in own:
                shared += weighed * own[run]
        alike[id] = shared / sqrt(length or 1)
    return sorted(alike, key=lambda id: (-alike[id], id))


def _runs(text: str) -> Counter[str]:
    """The runs of four letters in the words of a text, a space standing for a word's ends, and how often each is."""
    return Counter(_RUN.findall(f" {' '.join(_WORD.findall(text.lower()))} "))


def _fused(*rankings: Sequence[int]) -> list[int]:
    """Several rankings as one, by reciprocal rank; ties by id."""
    score = Counter[int]()
    for ranking in rankings:
        for rank, id in enumerate(ranking, 1):
            score[id] += 1 / (_FUSED + rank)  # type: ignore[assignment]
    return sorted(score, key=lambda id: (-score[id], id))

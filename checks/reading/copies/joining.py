"""Whether two articles are one story: measured on what stands in both, with what every report may share set aside.

Set aside are quotations, the lines that every page of a paper has, and one paragraph (the background that an agency
gives to everybody). Of the rest a copy has the runs of words; or, rewritten, the names and numbers in the same order,
the same words, and the same words near each other. Independent reports of one event share names and numbers, but not
their order and their company; texts out of one mould share the company, but not the names and numbers. Every share is
of the shorter text, so that a brief is found.

The limits were set on pairs of articles written for it: copies against independent reports of one event, reports with a
common paragraph or quotation, and texts out of one mould. Between the two kinds lies a gap on every measure that
decides; the limit lies nearer to the copies, because a false join takes a true source away.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter, mul
from zlib import crc32

from checks.reading.copies.shingles import LENGTH, plain_words
from checks.reading.copies.telling import BLANK, Telling, telling, unquoted
from checks.reading.intake.furniture import is_furniture

NEAR = 8  # telling words that stand no further apart than this are near
BESIDE = 3  # and so names and numbers, counted among themselves
LEAST_TELLING = 20  # of fewer telling words only runs of words are evidence
LEAST_ANCHORS = 6  # fewer names and numbers have no order to speak of
LEAST_TO_DIFFER = 4  # so many, most of them other ones, show another event
MOST_OF_A_PARAGRAPH = 120  # words; a longer one is no background, but a story
MOST_OF_A_LINE = 25  # words; a longer paragraph is no line of the page
LONGER = 6  # a text this many times longer is compared in windows: all of it would hold anything
SAME_RUNS, SAME_RUNS_OF_FEW = 0.4, 0.8  # of the runs of words: copied as it stands
SAME_ANCHORS = 0.6  # of names and numbers: fewer, however like the words around them, is one mould
SAME_FACTS = 0.19  # independent reports of one event, in real newspapers, reach 0.17
FEWEST_FACTS = 0.1  # of fewer nobody asks how near the words are
NEAR_OF_LONG, NEAR_OF_SHORT = 0.12, 0.26  # of the pairs of near words; in short texts, below `MIDDLING`, more by chance
COMMON_OF_LONG, COMMON_OF_SHORT = 0.3, 0.5  # of the words that are neither names nor numbers
LONG, MIDDLING, SHORT = 100, 80, 60  # telling words
UNLIKE = 0.3  # of the words: fewer, and the rest need not be looked at


@dataclass(frozen=True)
class Likeness:
    """How alike two articles are, as shares of the shorter one, 0 to 1, with what is common property set aside.

    `runs` of five words; `words` that tell, and `common` ones among them, neither name nor number; `anchors`: names and
    numbers that stand in both; `order`: those in the same order, or beside the same others where paragraphs were moved;
    `near`: pairs of words near each other, looked at only where `facts` are alike. `size` counts the telling words,
    `anchored` the anchors.
    """

    runs: float
    words: float
    common: float
    anchors: float
    order: float
    near: float
    size: int
    anchored: int

    @property
    def facts(self) -> float:
        """One number for a rewriting: the same names and numbers, in the same order, in the same words."""
        return self.anchors * self.order * self.words

    @property
    def copied(self) -> bool:
        """Whether one has the words of the other as they stand, and tells of the same people and numbers."""
        mould = self.anchored >= LEAST_TO_DIFFER and self.anchors < SAME_ANCHORS
        return self.runs >= (SAME_RUNS if self.size >= LEAST_TELLING else SAME_RUNS_OF_FEW) and not mould

    @property
    def rewritten(self) -> bool:
        """Whether one tells what the other tells, in its order, with other words."""
        if self.size < LEAST_TELLING or self.anchored < LEAST_ANCHORS or self.anchors < SAME_ANCHORS:
            return False
        short = min(1.0, max(0.0, (LONG - self.size) / (LONG - SHORT)))
        near = NEAR_OF_LONG + (short * (NEAR_OF_SHORT - NEAR_OF_LONG) if self.size < MIDDLING else 0.0)
        common = COMMON_OF_LONG + short * (COMMON_OF_SHORT - COMMON_OF_LONG)
        return self.facts >= SAME_FACTS and self.near >= near and self.common >= common

    @property
    def strength(self) -> float:
        """For putting joins in order: the strongest first."""
        return max(self.runs, self.facts)


NOTHING = Likeness(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0)


def may_be_one_story(one: str, other: str) -> bool:
    """Whether two texts may be joined at all: no where too few names and numbers of the shorter stand in the longer.

    What `likeness` may set aside as background is one paragraph, so that the rest is known to have at least the names
    and numbers that no paragraph could take away.
    """
    (_, _, ours, most), (_, _, theirs, _) = sorted((_named(_story(one)), _named(_story(other))), key=itemgetter(0, 1))
    least = len(ours) - most
    return least < LEAST_TO_DIFFER or len(ours & theirs) >= SAME_ANCHORS * least


def likeness(one: str, other: str) -> Likeness:
    """How alike are the texts of two articles? The answer is the same whichever comes first.

    Source of the measures: containment of shingles, Broder 1997; order of facts by the longest common subsequence.
    """
    one, other = _story(one), _story(other)
    short, long = sorted((one, other), key=lambda text: (len(telling(text).words), text))
    if not _runs(short):
        return NOTHING
    if _unlike(short, long):
        return NOTHING
    short, long = _without_background(short, long)
    if _unlike(short, long):
        return NOTHING
    ours = telling(short)
    theirs = _window(ours, telling(long))
    named = frozenset(ours.anchors)
    words = frozenset(theirs.words)
    told, anchors = _share(frozenset(ours.words), words), _share(named, words)
    order = max(_in_order(ours.anchors, theirs.anchors), _share(_company(ours.anchors), _company(theirs.anchors)))
    runs = _share(_runs(short), _runs(long))
    return Likeness(
        runs=runs,
        words=told,
        common=_share(frozenset(ours.words).difference(ours.anchors, theirs.anchors), words),
        anchors=anchors,
        order=order,
        near=_share(_near(ours), _near(theirs)) if runs < SAME_RUNS and anchors * order * told >= FEWEST_FACTS else 0.0,
        size=len(ours.words),
        anchored=len(ours.anchors),
    )


@lru_cache(maxsize=8192)
def _named(text: str) -> tuple[int, str, frozenset[str], int]:
    """How long a text is, the text, its names and numbers, and how many of these one paragraph has at most."""
    told, start, most = telling(text), 0, 0
    for end in told.ends:
        most = max(most, len({told.words[at] for at in told.places if start <= at < end}))
        start = end
    return len(told.words), text, frozenset(told.anchors), most


def _unlike(short: str, long: str) -> bool:
    return _share(_vocabulary(short), _vocabulary(long)) < UNLIKE and _share(_runs(short), _runs(long)) < UNLIKE


@lru_cache(maxsize=4096)
def _story(text: str) -> str:
    """A text without what anybody may print: quotations, and the lines of a page that are no part of the article."""
    parts = BLANK.split(unquoted(text))
    short = (part for part in parts if part.count(" ") < MOST_OF_A_LINE)
    lines = {part for part in short if is_furniture(part.strip())}
    return "\n\n".join(part for part in parts if part not in lines) or text


def _without_background(short: str, long: str) -> tuple[str, str]:
    """Both texts without the paragraph that they share most of, if the shorter is more than that."""
    theirs = _runs(long)
    if theirs.isdisjoint(_runs(short)):
        return short, long
    parts = BLANK.split(short)
    at = max(range(len(parts)), key=lambda at: (len(_runs(parts[at]) & theirs), -at))
    common = _runs(parts[at])
    if _share(common, theirs) < 0.5 or len(plain_words(parts[at])) > MOST_OF_A_PARAGRAPH:
        return short, long
    rest = "\n\n".join(parts[:at] + parts[at + 1 :])
    if len(telling(rest).words) < LEAST_TELLING + 5:
        return short, long
    others = BLANK.split(long)
    there = max(range(len(others)), key=lambda at: (len(_runs(others[at]) & common), -at))
    return rest, "\n\n".join(others[:there] + others[there + 1 :])


def _window(ours: Telling, theirs: Telling) -> Telling:
    """Of a much longer text the stretch that has most of our words."""
    size = LONGER * max(len(ours.words), LEAST_TELLING)
    if len(theirs.words) <= size * 3 // 2:
        return theirs
    wanted = frozenset(ours.words)
    starts = range(0, len(theirs.words) - size // 2, size // 2)
    best = max(starts, key=lambda at: (len(wanted.intersection(theirs.words[at : at + size])), -at))
    return theirs.part(best, best + size)


def _in_order(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(ours, theirs) / len(ours) if ours else 0.0


def _share(part: frozenset[object], whole: frozenset[object]) -> float:
    return len(part & whole) / len(part) if part else 0.0


@lru_cache(maxsize=1024)
def _runs(text: str) -> frozenset[object]:
    """Its runs of words, as `shingles` has them, in the form that is made soonest; a text of fewer words is one."""
    words = plain_words(text)
    if 0 < len(words) < LENGTH:
        return frozenset({tuple(words)})
    return frozenset(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))


@lru_cache(maxsize=2048)
def _vocabulary(text: str) -> frozenset[object]:
    return frozenset(telling(text).words)


def _company(anchors: tuple[str, ...]) -> frozenset[object]:
    return _pairs(anchors, BESIDE)


@lru_cache(maxsize=1024)
def _near(of: Telling) -> frozenset[object]:
    return _pairs(of.words, NEAR)


def _pairs(words: tuple[str, ...], apart: int) -> frozenset[object]:
    """Every two different words at most so far apart, whichever comes first: as the product of their two codes."""
    codes = [crc32(word.encode("utf-8", "surrogatepass")) | 1 for word in words]
    found = set[int]()
    for step in range(1, apart + 1):
        found.update(map(mul, codes, codes[step:]))
    return frozenset(found.difference(code * code for code in codes))

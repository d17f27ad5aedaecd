"""Percentages, multiples, fractions and verbs of rising held against every pair of figures that stands near them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from checks.case.amount import Amount
from checks.reading.parts import Certainty
from checks.reading.suspicions.sums.figure_pairs import Pair, comparable, pairs_of, same_noun
from checks.reading.suspicions.sums.masked import Figure, Masked
from checks.reading.suspicions.sums.percentage_claims import WAY, Claim, claims_of
from checks.reading.suspicions.sums.percentages_beside import OTHER_FIGURES, TURNED, Told, asserted

_TO_A_FIGURE = re.compile(r"\x01[PFX][0-9]+\x02[^\x01;.]{0,40}?\b(?:to|from) (?:[\w'’-]+ ){0,2}\x01[NP]([0-9]+)\x02")
_OVER_A_BASE = re.compile(
    r"\x01[PFX][0-9]+\x02 (?:over|above|below|under|(?:more|less|fewer|higher|lower|larger"
    r"|smaller) than) (?:[\w'’-]+ ){0,4}?"
    r"\x01[NP]([0-9]+)\x02"
)
_ANAPHOR = re.compile(
    r"^(?:but |and |so |thus )?(?:(?:that|this|which|it|they)\b|(?:the|that|this|such an?) (?:[\w’'-]+ ){0,2}?"
    r"(?:rise|increase|jump|growth|gain|surge|drop|fall|decline|decrease|reduction|cut|slump|dip|leap|number"
    r"|figure|total"
    r"|rate|price|share|cost|crop|toll|count|average|amount|sum|bill|output|harvest)s?\b)"
)
_MAYBE = re.compile(
    r"\b(?:will|would|might|expect\w*|forecast\w*|plan(?:s|ned)?|aim\w*|hop(?:e|es|ed|ing)|target\w*"
    r"|predict\w*|promis\w+|pledg\w+|want\w*|demand\w*|unless|project(?:ed|s)|(?:is|are) to)\b"
)
_ASKED = re.compile(
    r"\b(?:survey|poll|ask|interview|sampl|stud(?:y|ied)|trial|test|examin|inspect|looked at|audit|check|treated"
    r"|count"
    r"|visited|entitled|eligible|registered)"
)
_OF_A_SHARE = re.compile(
    r"\x01P[0-9]+\x02 (?:of |said |were |are |had |have |think |want|believ|support|oppos"
    r"|vot|agree|wish|would )"
)
_ALL = Amount.parse("100 percent")
_ANY_MARK = re.compile(r"\x01[NP]([0-9]+)\x02")
_PARTED = re.compile(r"\b(?:while|but|whereas|although|though|and)\b|;")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    [
        "from",
        "that",
        "this",
        "with",
        "were",
        "have",
        "been",
        "last",
        "year",
        "years",
        "said",
        "their",
        "they",
        "than",
        "more",
        "about",
        "month",
        "rise",
        "rose",
        "fell",
        "fall",
        "week",
        "number",
        "percent",
        "which",
        "will",
        "would",
        "after",
        "over",
        "into",
        "also",
        "increase",
        "increased",
        "figures",
        "according",
        "figure",
        "while",
        "when",
        "total",
        "average",
        "most",
        "half",
        "third",
        "quarter",
        "fewer",
        "less",
        "only",
        "some",
        "first",
        "time",
        "there",
        "other",
        "than",
        "before",
        "compared",
        "against",
        "report",
        "reported",
        "police",
        "government",
        "company",
        "people",
    ]
)
_MANY = 14  # figures of a window: among so many, two would fit by chance
_SMALL = 10  # three of four is a round share, and hardly the figures of another
_SPAN = 2  # sentences between a percentage and its figures


def near(sentences: Sequence[Masked]) -> Iterator[Told]:
    """The claims that follow from no two figures near them, though there are two that they must be of.

    All pairs of the window are tried, and a claim that any of them bears out is left alone; so is a pair that bears
    out another claim.
    """
    pairs = pairs_of(sentences)
    busy = {k for n, masked in enumerate(sentences) if pairs[n] or "P" in masked.marks for k in range(n - _SPAN, n + 3)}
    claims = [
        list(claims_of(masked, n)) if n in busy or (busy and masked.sentence.part == "headline") else []
        for n, masked in enumerate(sentences)
    ]
    for n, here in enumerate(claims):
        around = [one for near_by in claims[max(0, n - 2 * _SPAN) : n + 2 * _SPAN + 1] for one in near_by if one.figure]
        for claim in here:
            twins = [one for one in here if one.words == claim.words]
            window = _window(claim, sentences)
            own = _candidates(claim, window, pairs) or list(_in_percent(claim, window, sentences))
            if own and not any(_borne_out(one, window, sentences, pairs) for one in twins):
                yield from _held(claim, own, [one for one in around if one not in twins], sentences)


def _candidates(claim: Claim, window: Sequence[int], pairs: Sequence[Sequence[Pair]]) -> list[Pair]:
    """The pairs of the window that are of the kind that is claimed, nearest first."""
    kind = "share" if claim.kind == "share" else "change"
    near_by = [pair for n in window for pair in pairs[n] if pair.kind == kind and pair.at[0] in window]
    return [pair for pair in near_by if claim.figure not in (pair.one, pair.two)]


def _in_percent(claim: Claim, window: Sequence[int], sentences: Sequence[Masked]) -> Iterator[Pair]:
    """The only percentage near a majority, or near the fraction of a headline, as a part of all."""
    if claim.kind != "share":
        return
    titled = claim.figure is not None and claim.figure.mark == "F" and sentences[claim.at].sentence.part == "headline"
    found = [(n, one) for n in window for one in sentences[n].figures if one.mark == "P" and one != claim.figure]
    if (claim.figure is None or titled) and len(found) == 1 and _OF_A_SHARE.search(sentences[found[0][0]].line):
        n, part = found[0]
        if _words(sentences[n]) & _words(sentences[claim.at]) or _ASKED.search(sentences[n].line):
            yield Pair("share", replace(part, written="100 percent", amount=_ALL), part, (n, n))


def _window(claim: Claim, sentences: Sequence[Masked]) -> list[int]:
    """The sentences near a claim, nearest first: of a headline, the first ones of the text."""
    here = sentences[claim.at].sentence
    if here.part == "headline":
        first = next((n for n, one in enumerate(sentences) if one.sentence.part == "body"), len(sentences))
        return [claim.at, *range(first, min(first + 4, len(sentences)))]
    order = [claim.at, *(claim.at + step * way for step in range(1, _SPAN + 1) for way in (1, -1))]
    return [
        n for n in order
        if 0 <= n < len(sentences) and sentences[n].sentence.part != "headline"
        and abs(sentences[n].sentence.paragraph - here.paragraph) <= 1
    ]  # fmt: skip


def _borne_out(
    claim: Claim, window: Sequence[int], sentences: Sequence[Masked], pairs: Sequence[Sequence[Pair]]
) -> bool:
    """Whether any two figures of the window, taken either way round, give what is claimed."""
    if claim.kind == "way":
        return False
    paired = {figure for n in window for pair in pairs[n] if len(set(pair.at)) == 1 for figure in (pair.one, pair.two)}
    figures = [
        (n, figure) for n in window for figure in sentences[n].figures if figure.mark in "NP" and figure != claim.figure
    ]
    if len(figures) > _MANY:
        return True
    names = ("whole", "part") if claim.kind == "share" else ("was", "now")
    turned = {(pair.two.start, pair.one.start) for n in window for pair in pairs[n] if pair.kind == "change"}
    for (n, one), (m, two) in permutations(figures, 2):
        if claim.kind == "change" and (one.start, two.start) in turned:
            continue  # the words say which was first
        apart = n != m and (one in paired or two in paired or _is_open(one) or _is_open(two))
        alike = not apart and one.mark == two.mark and one.unit == two.unit and comparable(one, two)
        if alike and any(told.outcome.stands in ("follows", "nearly") for told in _asked(claim, names, one, two)):
            return True
    return claim.kind == "share" and any(fig.mark == "P" and _fits_percent(claim, fig) for _, fig in figures)


def _is_open(figure: Figure) -> bool:
    return figure.amount.bound in ("more than", "less than", "at least", "at most")


def _fits_percent(claim: Claim, figure: Figure) -> bool:
    whole = {"part": figure.written, "whole": "100 percent"}
    told = next(asserted(claim.words, claim.stated, whole, "look", ()), None)
    return told is not None and told.outcome.stands in ("follows", "nearly")


def _asked(claim: Claim, names: tuple[str, str], one: Figure, two: Figure) -> Iterator[Told]:
    """What the check finds of the claim and two figures; nothing for a part larger than its whole."""
    if names[0] == "was" or two.amount.value <= one.amount.value:
        pair = dict(zip(names, (_firm(one), _firm(two)), strict=True))
        yield from asserted(claim.words, claim.stated, pair, "likely", (one.words, two.words))


def _firm(figure: Figure) -> Figure:
    """A figure without its “about”: beside a percentage that was worked out of it, it is no rounder than it looks."""
    if figure.amount.bound != "about" or figure.mark == "F":
        return figure
    written = figure.written.partition(" ")[2]
    return replace(figure, written=written, amount=replace(figure.amount, bound=""))


def _held(claim: Claim, pairs: Sequence[Pair], rivals: Sequence[Claim], sentences: Sequence[Masked]) -> Iterator[Told]:
    """The claim against the nearest of the pairs that it can be of."""
    for pair in pairs:
        link = _link(claim, pair, sentences)
        if (
            not link
            or not _takes(claim, pair, sentences[claim.at])
            or any(_fits(other, pair) for other in rivals if other.words != pair.two.words)
        ):
            continue
        names = ("whole", "part") if pair.kind == "share" else ("was", "now")
        for told in _asked(claim, names, pair.one, pair.two):
            told = replace(told, certainty=link)
            if told.outcome.stands != "follows":
                yield told
        return


def _takes(claim: Claim, pair: Pair, masked: Masked) -> bool:
    """Whether a claim that names what it came to, or came from, is of a pair with that figure: doubled to 48."""
    if claim.inside and set(pair.at) != {claim.at}:
        return False
    if claim.part >= 0 and pair.two.words != masked.figures[claim.part].words:
        return False
    if claim.kind != "change" or claim.figure is None:
        return True
    base = _OVER_A_BASE.match(masked.line, claim.start)
    if base and masked.figures[int(base[1])].words != pair.one.words:
        return False
    told = _TO_A_FIGURE.match(masked.line, claim.start)
    return told is None or masked.figures[int(told[1])].words in (pair.one.words, pair.two.words)


def _fits(claim: Claim, pair: Pair) -> bool:
    """Whether a claim is borne out by a pair; a rise by a part and its whole too, as `15 percent over the limit`."""
    if claim.kind == "way":
        return False
    ways = [(pair.one, pair.two)]
    if claim.kind == "change" and pair.kind == "share":
        ways.append((pair.two, pair.one))
    names = ("whole", "part") if claim.kind == "share" else ("was", "now")
    found = [told for one, two in ways for told in _asked(claim, names, one, two)]
    return any(told.outcome.stands in ("follows", "nearly") for told in found)


def _link(claim: Claim, pair: Pair, sentences: Sequence[Masked]) -> Certainty | None:
    """How sure it is that a claim is of a pair; None where nothing says so."""
    masked = sentences[claim.at]
    lines = [sentences[n].line for n in dict.fromkeys(pair.at)]
    if any(OTHER_FIGURES.search(line.replace("on average", "")) for line in (masked.line, *lines)):
        return None
    if claim.kind == "way" and any(TURNED.search(line) for line in lines):
        return None
    free = claim.kind == "share" or masked.sentence.part == "headline" or _ANAPHOR.match(masked.line)
    if not free and bool(_MAYBE.search(masked.line)) != any(_MAYBE.search(line) for line in lines):
        return None
    if claim.at in pair.at:
        return "likely" if _of_one_clause(claim, pair, masked) else None
    if pair.kind == "share" and pair.one.amount.value <= _SMALL:
        return None
    after = min(pair.at) > claim.at
    later = lines[0] if after else masked.line
    gap = min(abs(n - claim.at) for n in pair.at)
    shared = _words(masked) & set().union(*(_words(sentences[n]) for n in pair.at))
    if _ANAPHOR.match(later) and gap == 1:
        return "likely"
    if shared and (gap == 1 or masked.sentence.part == "headline" or (claim.kind == "share" and gap <= _SPAN)):
        return "likely"
    if claim.kind == "share" and claim.figure is None and pair.at[0] == pair.at[1] and after:
        return "likely"  # most, a majority: told in figures a little later
    if claim.kind == "share" and gap == 1 and any(_ASKED.search(line) for line in lines):
        return "likely"
    alone = claim.kind != "way" or (after and len(masked.figures) == 0 and not any(WAY.search(line) for line in lines))
    return "likely" if gap == 1 and alone else None


def _of_one_clause(claim: Claim, pair: Pair, masked: Masked) -> bool:
    """Whether nothing parts a claim from the figures of its own sentence, and its noun is not another than theirs."""
    if claim.kind == "share" and claim.noun and pair.one.of and not same_noun(pair.one.of, claim.noun):
        return False
    marks = [found.start() for found in _ANY_MARK.finditer(masked.line) if masked.figures[int(found[1])].words in
             (pair.one.words, pair.two.words)]  # fmt: skip
    nearest = min(marks, key=lambda at: abs(at - claim.start), default=claim.start)
    between = masked.line[min(nearest, claim.start) : max(nearest, claim.start)]
    return claim.kind == "way" or not _PARTED.search(between)


def _words(masked: Masked) -> set[str]:
    return {word[:5] for word in _WORD.findall(masked.line) if word not in _COMMON}

"""Which statistic a figure or a rank is: mean or median, per head or total, net or gross, real or nominal, a year's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import phrase, said
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# Of one row only one can be meant. The first group of a row's name is the row, the second which of them.
_KINDS: dict[str, str] = {
    "middle_median": r"medians?",
    "middle_mean": r"(?:on )?average(?:s|d)?|averaging|(?:arithmetic |the )?mean(?= (?:of|age|score|value|income"
                   r"|salary|temperature|depth|height"
                   r"|weight|price|wage|length|number|rate|duration|cost|wait|time|rainfall|household|family|annual"
                   r"|daily|was|is|stood|stands|for|debt))|the mean",
    "middle_mode": r"most common(?= (?:value|age|score|number|size))|mode(?= of)",
    "basis_head": r"per[ -](?:head|capita|person|inhabitant|resident|adult|worker|pupil|patient|household|family)|a "
                  r"head(?! (?:of|teacher))"
                  r"|(?:for|per) (?:each|every) (?:inhabitant|resident|person|citizen|household|[\d,]+)|per "
                  r"[\d,]+(?: [a-z]+)?|(?:relative to|measured against"
                  r"|in proportion to|adjusted for|allowing for) (?:its |the |their )?population|as a share of "
                  r"(?:its |the )?population",
    "basis_total": r"in total|in all|altogether|total(?:s|l?ed|l?ing)?|combined|aggregate|in absolute terms|outright",
    "after_net": r"net(?= (?:of|debt|profit|loss|income|migration|assets?|worth|earnings|sales|pay|cost|inflow"
                 r"|outflow|contribut|borrowing"
                 r"|immigration|gain|spending|emissions|wage|salary|revenue|lending|figure|interest|approval))|after "
                 r"tax|after-tax|take-home|post-tax",
    "after_gross": r"gross(?! domestic)|before tax|before-tax|pre-?tax|pretax",
    "prices_real": r"in real terms|real(?=[- ](?:terms|wages?|incomes?|pay|earnings|gdp|growth|spending|interest))"
                   r"|inflation-adjusted"
                   r"|adjusted for inflation|after inflation|allowing for inflation|at constant prices|in today['’]s "
                   r"(?:money|prices)",
    "prices_nominal": r"in (?:cash|nominal) terms|nominal(?:ly)?|before inflation|not adjusted for inflation|at "
                      r"current prices|unadjusted for inflation",
    "season_adjusted": r"seasonally[ -]adjusted",
    "season_unadjusted": r"(?:not seasonally adjusted|seasonally unadjusted|unadjusted(?! for))",
    "against_year": r"year[- ](?:on|over)[- ]year|on the year|from a year (?:earlier|ago|before)|than a year "
                    r"(?:earlier|ago|before)|compared with a year (?:earlier|ago|before)"
                    r"|from the same (?:month|quarter|period) (?:a year earlier|last year|of last year|the previous "
                    r"year|the year before)",
    "against_quarter": r"quarter[- ](?:on|over)[- ]quarter|on the quarter|from the previous quarter|from the quarter "
                       r"before",
    "against_month": r"month[- ](?:on|over)[- ]month|on the month|from (?:the previous month|the month before|a "
                     r"month (?:earlier|before|ago))",
    "period_year": r"annual(?:ly|ised|ized)?|yearly|(?:a|per|each|every) year|per annum",
    "period_quarter": r"quarterly|(?:a|per|each|every) quarter",
    "period_month": r"monthly|(?:a|per|each|every) month",
    "period_week": r"weekly|(?:a|per|each|every) week",
    "period_day": r"daily|(?:a|per|each|every) day",
    "period_hour": r"hourly|(?:an|per|each|every) hour",
    "end_minimum": r"minimum|a low of|the lowest",
    "end_maximum": r"maximum|a (?:peak|high) of|peak(?:ed|ing)? at|(?:at|its) (?:its |the )?peak",
}  # fmt: skip
_SAID = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _KINDS.items()), re.IGNORECASE)
# A claim that leaves these out tells of something else.
_NEEDED = {"basis_head": "per head", "prices_real": "in real terms"}
_NAMES = {
    "middle_median": "the median",
    "middle_mean": "the average",
    "basis_head": "per head",
    "basis_total": "the total",
}
_MEASURED = frozenset({"nsubj", "dobj", "attr", "pobj", "nsubjpass", "ROOT"})
_EVENTS = listed(
    "death killing murder homicide suicide crime theft burglary robbery accident crash birth case infection divorce "
    "marriage fatality casualty injury shooting rape assault offence offense arrest emission"
)
_RATE = re.compile(
    r"\b(?:rates?|ratio|per [\d,]+|per (?:head|capita|person|inhabitant|resident)|proportion|percentage|per ?cent|%)",
    re.IGNORECASE,
)
_CLAUSES = frozenset({"ROOT", "conj", "relcl", "advcl", "ccomp", "parataxis", "acl", "xcomp", "pcomp"})
_APART = frozenset({"conj", "relcl", "advcl", "ccomp", "parataxis", "appos"})


def statistic_slots(claimed: Token, stated: Sequence[Token]) -> tuple[list[Slot], set[int]]:
    """Is it the same statistic: an average or a median, a number or a rate, per head or in all, net or gross?

    Arguments and results are those of `scope_slots`.
    """
    slots: list[Slot] = []
    taken: set[int] = set()
    if not stated:
        return slots, taken
    told = _kinds_of(claimed.doc.text) | _kinds_of(stated[0].doc.text)
    if not told and not _counts(claimed):
        return slots, taken
    ours = _kinds(_phrase_words(claimed))
    theirs = _kinds(_clause_words(stated[0]))
    if not ours and not theirs and not _counts(claimed):
        return slots, taken
    around = _kinds(_clause_words(claimed)) if theirs else {}
    rows = {name.split("_")[0]: name for name in theirs}
    for name, (words, tokens) in ours.items():
        row = name.split("_")[0]
        taken |= tokens
        if name in theirs:
            slots.append(Slot("statistic", words, theirs[name][0], Relation.AGREE))
        elif row in rows and row != "end":
            other = theirs[rows[row]][0]
            why = f"{_NAMES.get(name, words.lower())} is not {_NAMES.get(rows[row], other.lower())}"
            slots.append(Slot("statistic", words, other, Relation.CONFLICT, why))
        elif row in ("middle", "basis", "prices") and name != "basis_total":
            if name in _kinds_of(stated[0].doc.text):
                slots.append(Slot("statistic", words, words, Relation.AGREE))
            else:
                slots.append(
                    Slot("statistic", words, "", Relation.NARROWER, f"the passage does not say “{words.lower()}”")
                )
        elif row in ("after", "season"):
            slots.append(Slot("statistic", words, "", Relation.NARROWER, f"the passage does not say “{words.lower()}”"))
        elif row in ("period", "end", "against"):
            taken -= tokens
    for name in _NEEDED:
        if name in theirs and name not in around and not _asked(claimed, name):
            if (
                stated[0].i in theirs[name][1]
                or claimed.dep_ not in _MEASURED
                or any(one.split("_")[0] == name.split("_")[0] for one in ours)
            ):
                continue
            why = f"the claim leaves out “{theirs[name][0].lower()}”"
            slots.append(Slot("statistic", phrase(claimed), theirs[name][0], Relation.CONFLICT, why))
    if not any(slot.relation is Relation.CONFLICT for slot in slots):
        slots += _rate_for_number(claimed, stated)
    return slots, taken


def _rate_for_number(claimed: Token, stated: Sequence[Token]) -> Iterator[Slot]:
    """*The most deaths* where the passage has the highest *rate* of deaths."""
    if not _counts(claimed) or _RATE.search(_text(_clause_words(claimed))):
        return
    for head in stated[:1]:
        above = head.head
        rate = next((t for t in (above, above.head) if t.lemma_ in ("rate", "ratio", "proportion", "percentage")), None)
        if rate is not None and head.dep_ in ("compound", "pobj", "nmod"):
            why = "a rate is not a number"
            yield Slot("statistic", phrase(claimed), phrase(rate), Relation.CONFLICT, why)


def _counts(claimed: Token) -> bool:
    return claimed.lemma_.lower() in _EVENTS and claimed.tag_ == "NNS"


def _asked(claimed: Token, name: str) -> bool:
    """Whether the claim says it in words of its own: *each*, *a person*, or tells of no amount at all."""
    words = {t.lower_ for t in claimed.sent}
    if name == "basis_head":
        amounts = any(t.like_num or t.tag_ in ("JJS", "JJR", "RBR", "RBS") for t in claimed.sent)
        return not amounts or bool(words & {"rate", "rates", "each", "apiece", "per", "average", "typical"})
    return bool(words & {"inflation", "real"})


def _phrase_words(head: Token) -> list[Token]:
    """The noun phrase, what it is the average of, and for a subject what its verb says of it."""
    words = {token.i for token in _own(head)}
    above = head
    for _ in range(2):
        if above.dep_ == "pobj" and above.head.lower_ in ("of", "for") and above.head.head.pos_ == "NOUN":
            above = above.head.head
            words |= {token.i for token in _own(above)}
    if above.dep_ in ("compound", "nmod", "amod"):
        words |= {token.i for token in _own(above.head)}
    if above.dep_ in ("nsubj", "nsubjpass"):
        words |= {token.i for token in _clause_words(head)}
    return [head.doc[i] for i in sorted(words)]


def _clause_words(head: Token) -> list[Token]:
    """The words of the clause that the noun stands in."""
    verb = head
    while verb.dep_ not in _CLAUSES and verb.head != verb:
        verb = verb.head
    return _own(verb)


def _own(head: Token) -> list[Token]:
    kept = [head]
    waiting = [child for child in head.children if child.dep_ not in _APART]
    while waiting and len(kept) < 60:
        token = waiting.pop()
        kept.append(token)
        waiting += [child for child in token.children if child.dep_ not in _APART]
    return sorted(kept, key=lambda token: token.i)


def _kinds(tokens: list[Token]) -> dict[str, tuple[str, frozenset[int]]]:
    """The statistics that the words tell, with the words and tokens of each; a gap between them parts them."""
    found: dict[str, tuple[str, frozenset[int]]] = {}
    if not tokens:
        return found
    for run in _runs(tokens):
        text, start = said(run), run[0].idx
        for match in _SAID.finditer(text):
            name = str(match.lastgroup)
            used = frozenset(t.i for t in run if t.idx < start + match.end() and start + match.start() < t.idx + len(t))
            found.setdefault(name, (match[0], used))
    return found


@lru_cache(maxsize=64)
def _kinds_of(text: str) -> frozenset[str]:
    return frozenset(str(match.lastgroup) for match in _SAID.finditer(text))


def _runs(tokens: list[Token]) -> Iterator[list[Token]]:
    run = [tokens[0]]
    for token in tokens[1:]:
        if token.i - run[-1].i > 1:
            yield run
            run = []
        run.append(token)
    yield run


def _text(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens)

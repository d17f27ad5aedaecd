"""What a figure is of: the noun it counts, what befell those it counts, or the thing it measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.parts import AmountPhrase
from checks.reading.suspicions.sums.stated import Held, Stated, is_money, is_person, noun_of, singular, stated_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

# What befell the people or things counted, by the words that say it.
_FATES = {
    "dead": r"kill(?:s|ed|ing)?|dead|die[ds]?|dying|deaths?|fatalit(?:y|ies)|perish\w*|drown\w*|death toll|slain|"
    r"los(?:t|e|es|ing) (?:their|his|her) li\w+",
    "hurt": r"hurt|hurts|injur(?:e|es|ed|ing|ies)|wound(?:s|ed|ing)?|hospitali[sz]ed|"
    r"(?:taken|rushed|flown|sent|brought) to (?:the )?hospital|in hospital|treated",
    "held": r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|held|custody|rounded up",
    "charged": r"charg(?:e|es|ed|ing)|indict(?:s|ed|ing|ments?)",
    "missing": r"missing|unaccounted",
    "rescued": r"rescu(?:e|es|ed|ing)|saved|saves|plucked|pulled",
    "evacuated": r"evacuat(?:e|es|ed|ing)|flee|fled|flees",
    "homeless": r"homeless|displaced|displaces",
    "infected": r"infected|infections|sickened|ill|falls? ill|cases",
    "destroyed": r"destroy(?:s|ed|ing)?|raz(?:e|es|ed)|gutted|flatten(?:s|ed)|levell?ed",
    "powerless": r"without (?:power|electricity|water)|(?:cut|lost|lose|knocked out|loses) (?:power|"
    "electricity)|blackout|"
    r"power cuts?|outages?",
    "cut": r"cut|cuts|cutting|axe[ds]?|ax|axing|shed|sheds|shedding|lay(?:s|ing)? off|laid off|redundan\w+|slash\w*|"
    r"job losses|layoffs",
    "created": r"creat(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|recruit\w*|add(?:s|ed|ing)? jobs",
    "jailed": r"jail(?:s|ed)?|sentenced?|prison|imprison\w*|behind bars",
    "fined": r"fine[ds]?|penalt(?:y|ies)|fining",
    "banned": r"ban|bans|banned|suspen(?:ds?|ded|sion)",
    "built": r"buil[dt]\w*|construct\w*",
    "closed": r"clos(?:e|es|ed|ing|ure|ures)|shut(?:s|ting)?",
    "bought": r"buy(?:s|ing)?|bought|purchas\w+|acqui\w+|takeover",
    "sold": r"sell(?:s|ing)?|sold|fetch\w*|auction\w*",
    "raised": r"rais(?:e|es|ed|ing)|donat\w+",
    "stolen": r"st(?:eal|eals|ole|olen|ealing)|theft|heist|robb\w+|embezzl\w+|loot\w*",
}  # fmt: skip
_FATE = re.compile("|".join(f"\\b(?P<{name}>{words})\\b" for name, words in _FATES.items()))
_CLAUSE = re.compile(r"[,;:—–(]| and | but | as | while | when | after | including ")
# A figure that is not of the whole: a part of it, one more, or that of another time.
_NOT_THE_WHOLE = re.compile(
    r"\b(?:other|others|another|more|additional|further|extra|remaining|rest|last|past|next|previous|previously|"
    r"earlier|initial|"
    r"initially|first|later|since|new|separate|second|third|of (?:the|those|them|these|whom|which)|among|"
    r"including|every|each|"
    r"average|typical\w*|usual\w*|up to|some of|only|original\w*|once|than|from|compared|up|risen|rose|fell|"
    r"year|years|ago|at least|"
    r"estimat\w+|half|most of|so far|as many|about|per|a|an|either|any|former|old|different|similar|rival|would|"
    r"could|might)\W*$"
)
# How a sentence says what a thing has or measures: `the tower has 12 floors`, `a report of 240 pages`.
_SUBJECT = re.compile(
    r"(?:\b(?:the|this|that|its) (?:[\w-]+ ){0,2}?(?P<noun>[a-z]+)(?:, (?:which|that))? (?:is|was|has|had|have|"
    r"runs?|ran|rises?|rose|"
    r"stands?|stood|contains?|spans?|measures?|stretche[ds]|holds?|seats|comprises|consists of|includes)|"
    r"\b(?:the|this|that) (?P<owner>[a-z]+)['’]s|\b(?:the|a|an|this) (?:[\w-]+ )?(?P<of>[a-z]+) of) (?:all |to |"
    r"about |only |just )*$"
)
_COSTS = re.compile(
    r"(?:\b(?:the|this|that|a|an) (?:[\w-]+ ){0,2}?(?P<noun>[a-z]+)(?:, which)? (?:will |would |is expected to |"
    r"is set to )?(?:costs?|costing|"
    r"was worth|is worth|was sold for|sold for|is valued at|was valued at)|\bcost of the (?P<of>[a-z]+) (?:is|"
    r"was|will be|came to))\s*$"
)
_PARTS = re.compile(r"(?: [a-z]+)?\s*(?:[,.;:)]|and\b|but\b|long\b|high\b|in all\b|in total\b|$)")
_OF_A_THING = {
    "page", "storey", "room", "seat", "bed", "bedroom", "lane", "member", "chapter", "acre", "hectare", "carriage",
    "coach", "pupil", "student", "classroom", "wing", "island", "stop", "station", "arch", "span", "pillar", "deck",
    "cabin", "apartment", "flat", "panel", "screen", "ward", "tower", "turbine", "stage", "round", "episode", "verse",
    "player", "team", "judge", "juror", "employee", "worker", "song", "track", "scene", "volume", "shelf", "book",
}  # fmt: skip
_NO_NOUN = {
    "that", "of", "in", "to", "from", "for", "on", "at", "by", "with", "as", "the", "a", "an", "and", "or", "but",
    "is", "was", "were", "are", "has", "had", "have", "will", "would", "could", "can", "may", "who", "which", "when",
    "while", "after", "before", "since", "than", "over", "under", "more", "less", "worth", "annually", "each", "per",
    "last", "next", "this", "it", "he", "she", "they", "we", "you", "i", "not", "up", "down", "out", "off", "into",
    "through", "during", "between", "among", "against", "without", "within", "about", "around", "also", "only", "so",
    "far", "ago", "now", "then", "there", "here", "said", "says", "if", "because", "though", "although", "until",
    "unless", "where", "what", "whose", "deal-making", "year", "month", "week", "day", "period", "average", "low",
    "high", "window", "limit", "bond", "note", "gilt", "yield", "bill", "race", "final", "sprint", "freestyle",
    "relay", "hurdles", "medley", "index", "heard", "met", "sat", "told", "took", "gave", "won", "lost", "led",
    "left", "held", "found", "made", "came", "went", "began", "fell", "rose", "stood", "ran", "got", "put", "set",
    "saw", "sent", "spent", "built", "kept", "cost", "cut", "hit", "shut", "drew", "grew", "became", "sought",
    "brought",
}  # fmt: skip


@dataclass(frozen=True)
class Thing:
    """A figure with what it is of: `noun`, `fate` (“dead”, “hurt”), and whether of a known thing (`the 14`)."""

    phrase: AmountPhrase
    stated: Stated
    index: int
    noun: str
    fate: str
    known: bool
    whole: bool
    title: bool

    @property
    def said(self) -> str:
        """The figure in its own words, a few of them."""
        after = re.match(r"(?:[ -][\w’'%-]+){0,4}", self.stated.between[self.index + 1])
        return f"{self.phrase.exact}{after[0] if after else ''}".strip()


def things_in(reading: Reading) -> tuple[Thing, ...]:
    """Every figure outside direct speech with what it is of, in the order of the text."""
    return _things(Held(reading))


@lru_cache(maxsize=2)
def _things(held: Held) -> tuple[Thing, ...]:
    found = []
    for stated in stated_in(held.reading):
        if stated.quoted or not stated.figures:
            continue
        for k, phrase in enumerate(stated.figures):
            title = stated.sentence.part != "body"
            before, after = stated.low[k], stated.low[k + 1]
            known = bool(re.search(r"\b(?:the|these|those|all|all the|its|their|his|her|both|[a-z]+['’]s)\s+$", before))
            whole = not _NOT_THE_WHOLE.search(before[-40:]) and not re.match(
                r"\s*(?:[a-z’'-]+ )?(?:other|more|of (?:the|those|them|these|whom|which|its|their|his|her))\b", after
            )
            found.append(Thing(phrase, stated, k, _noun(phrase, after), fate_of(before, after), known, whole, title))
    return tuple(found)


def fate_of(before: str, after: str) -> str:
    """What befell those that a figure counts, by the verb right before it, else by the words after it; or nothing."""
    near = re.search(r"(?:[\w’'-]+[ ]+){0,4}$", before)
    verb = _last(near[0] if near else "")
    if verb and not re.search(
        r"\b(?:were|was|are|been|be|and)\b[^.]*$", before[before.rfind(verb[1]) + len(verb[1]) :]
    ):
        return verb[0]
    first = re.match(r"(?:[ -]*[\w’'-]+){0,7}", _CLAUSE.split(after)[0])
    found = _FATE.search(first[0] if first else "")
    return (found.lastgroup or "") if found else ""


def _last(words: str) -> tuple[str, str] | None:
    found = None
    for one in _FATE.finditer(words):
        found = one
    return (found.lastgroup or "", found[0]) if found else None


def _noun(phrase: AmountPhrase, after: str) -> str:
    """What a figure counts; of money and measures the noun that it stands before (`the £3m library`)."""
    counted = noun_of(phrase)
    if counted and after[:1] not in "-–‑":
        return counted
    return ""


def attribute_of(thing: Thing) -> tuple[str, str] | None:
    """What a figure says of a single thing, and the thing: `12-storey tower`, `the tower has 12 floors`; or None."""
    phrase, before, after = thing.phrase, thing.stated.low[thing.index], thing.stated.low[thing.index + 1]
    if "old" in phrase.exact.lower() or phrase.per or phrase.unit in ("percent", "share", "rank", "tally", "times"):
        return None
    if is_money(phrase):
        cost = _COSTS.search(before)
        if cost and re.match(r"\s*(?:[,.;)]|to (?:build|make|buy|restore|repair)|and\b|when\b|in\b|$)", after):
            return "money", singular(cost["noun"] or cost["of"])
        paid = re.match(r" for the (?P<noun>[a-z]+)(?= ?[,.;]| (?:and|in|at|on|when|last|by|after)\b|$)", after)
        if paid and re.search(r"\b(?:paid|spent|gave|pays|paying)\s*$", before):
            return "money", singular(paid["noun"])
        return _before_noun("money", after)
    if phrase.unit:
        if re.search(r"[-‑–]", phrase.exact):
            return _before_noun(phrase.unit, after)
        kind, ends = phrase.unit, re.match(r"\s*(?:long|high|tall|wide|deep|in length|in height)\b", after)
    else:
        joined = re.match(r"[-‑–](?P<kind>[a-z]+)(?:-(?:long|high|tall|wide|deep|strong))?(?= )", after)
        if joined:
            return _before_noun(_same_kind(joined["kind"]), after[joined.end() :])
        kind, ends = _same_kind(noun_of(phrase)), _PARTS.match(after)
    subject = _SUBJECT.search(before)
    every_one = re.match(r"\s*(?P<kind>[a-z]+) of the (?P<noun>[a-z]+)\b", after)
    if every_one and re.search(r"\ball (?:the )?$", before):
        return _same_kind(every_one["kind"]), singular(every_one["noun"])
    if subject and kind and ends and (phrase.unit or kind in _OF_A_THING):
        return kind, singular(subject["noun"] or subject["owner"] or subject["of"])
    return None


def _before_noun(kind: str, after: str) -> tuple[str, str] | None:
    """The noun that a figure stands before: its words up to one that cannot belong to it."""
    if not kind or kind == "old" or not after.startswith((" ", "-")):
        return None
    head = ""
    for word in re.split(r" ", after[1:80])[:4]:
        bare = re.match(r"[a-z’'-]*[a-z]", word)
        if not bare or bare[0] in _NO_NOUN or (head and bare[0].endswith(("ed", "s", "ing", "en"))):
            break
        head = bare[0]
        if bare[0] != word:
            break
    return (kind, singular(head)) if len(head) > 2 else None


def _same_kind(kind: str) -> str:
    """One name for what is counted alike: storeys and floors, the members of a body."""
    name = singular(kind)
    return {"floor": "storey", "story": "storey", "judge": "member", "person": "member", "strong": "member"}.get(
        name, name
    )


def generic(noun: str) -> bool:
    """Whether a noun says no more than that they are people."""
    return noun in (
        "",
        "person",
        "man",
        "woman",
        "child",
        "victim",
        "other",
        "adult",
        "boy",
        "girl",
        "member",
        "dead",
        "injured",
        "wounded",
        "missing",
        "arrested",
    ) or (is_person(noun) and noun in ("resident", "civilian", "passenger", "worker", "patient"))

"""Whether two words mean the same, by recorded words alone: one root, a synonym, a wider word, its opposite.

What is not recorded is no relation at all: no distance and no likeness of letters is taken for a meaning.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from checks.reading.slots.expressions import Expression, phrase_heads
from checks.reading.slots.names_alike import names_alike, people_of, printed
from checks.reading.slots.parts import Relation
from checks.reading.slots.recorded import POS, Sense, Turned, against, converses, derived, synonyms
from checks.reading.slots.spelling import spelt
from checks.reading.speech.cues import listed

__all__ = [
    "Expression",
    "Recorded",
    "acted",
    "light_verb",
    "likeness",
    "names_alike",
    "phrase_heads",
    "recorded",
    "turned",
]

How = Literal["same word", "one root", "synonym", "wider word", "narrower word", "opposite", "exclusive", "earlier",
              "later", "distinct", "nationality"]  # fmt: skip
_TAGS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb",
         "ADP": "adverb", "SCONJ": "adverb", "CCONJ": "adverb", "PART": "adverb", "PRON": "noun"}  # fmt: skip
# Endings of nouns that tell the act of a verb, with what the verb has instead.
_ENDINGS = (
    ("ment", ("", "e")), ("ation", ("e", "", "ate", "ify")), ("ition", ("e", "ish")), ("ization", ("ize",)),
    ("ification", ("ify",)), ("ption", ("be", "ve")), ("sion", ("d", "de", "t", "se")), ("ssion", ("ss", "t")),
    ("ion", ("", "e")), ("ing", ("", "e")), ("al", ("", "e")), ("ance", ("", "e")), ("ence", ("", "e")),
    ("ure", ("", "e")), ("age", ("", "e")), ("ysis", ("yze",)), ("ness", ("",)), ("ly", ("",)),
)  # fmt: skip
# Nouns that only look as if they were made from a verb.
_NO_ACTS = listed(
    "department apartment station signal mission passion portion ration portal missal procession statement fashion"
    " commission pension section mention auction nation faction fiction region million billion session version"
    " ceiling evening lightning morning pudding shilling sterling wedding king ring thing wing spring string"
    " rival oral final local moral loyal medal metal total hospital capital animal general mural manual material"
    " partial initial official special social literal lateral burial postal global usual mutual"
    " figure nature pasture structure temperature picture culture future torture lecture"
    " cottage village garage package message image language average manage marriage carriage courage baggage"
    " science silence violence balance distance finance instance evidence audience sentence absence presence"
    " only family early likely daily weekly monthly yearly hardly lately shortly nearly hourly highly"
    " basement comment affection competence importance notation notion orderly penance plantation posture providence"
    " savage stature tradition direction designation agitation bandage bastion contention conversion coral damage"
    " decrement denture donation edition expedition exposition footage footing grievance lineage manure parchment"
    " petal revelation rotation sandal sewage tension venture orientation pinning stumping misery battery gallery"
    " artery lottery pottery grocery cemetery surgery witness business harness fitness"
)
# Groups whose words mean that sense wherever they are set against each other.
_UP_AND_DOWN = frozenset((word, pos) for word in ("rise", "fall", "increase", "reduce") for pos in ("verb", "noun"))
_STRONGEST = ("opposite", "exclusive", "later", "distinct", "earlier")  # of several rows the first tells
_FEW, _MANY = 2, 3  # groups that a word may stand in and still be plain, or at all be held against another
_PREFIXES = ("un", "non", "in", "im", "il", "ir", "dis")
_NO_OPPOSITES = listed(
    "invaluable infamous indifferent intense immediate invent imprint undercover unit union uniform unique universal"
    " under until unveil unearth unless import impress improve impart include income increase indeed infirm infer"
    " inform input inside insure intend intent invest invite irritate display dispose disclose discover dismiss dispute"
    " discharge discount discourse distress district distribute disease disaster discus discuss dispatch disable"
    " inflammable inhabited impassioned incoming inland inborn innate instep unwind unload unfold"
)
_LIGHT = listed(
    "make take give have hold conduct carry carryout launch stage mount undertake perform do reach pay issue file"
    " lodge cast offer provide suffer sustain see show announce deliver get receive put enter begin start"
)


@dataclass(frozen=True)
class Recorded:
    """How a word of the claim stands to one of the passage, and by what record.

    `earlier`: the claim tells a stage before the one the passage tells (charged for convicted); `later`: one after it,
    which the passage does not tell; `distinct`: words that are mixed up and mean different things.
    """

    relation: Relation
    how: How
    why: str = ""


def likeness(claimed: str, stated: str, pos: str = "") -> Relation | None:
    """How a word of the claim stands to a word of the passage; None where nothing is recorded.

    Lemmas in any case, or expressions (“step down”). `pos` is the claim's part of speech, as spaCy's tag or in full.
    AGREE for one root or synonyms, WIDER where the claim has the wider word, CONFLICT for what excludes each other,
    NARROWER where the claim says more or another thing.
    """
    found = recorded(claimed, stated, pos)
    return found.relation if found else None


@lru_cache(maxsize=100_000)
def recorded(claimed: str, stated: str, pos: str = "") -> Recorded | None:
    """As `likeness`, with the record that says so, for a reason to print."""
    ours, theirs = spelt(claimed), spelt(stated)
    if not ours or not theirs:
        return None
    if ours == theirs:
        return Recorded(Relation.AGREE, "same word")
    kind = _TAGS.get(pos.upper(), pos.lower())
    mine, others = _profile(ours, kind), _profile(theirs, "")
    wider = bool(mine.groups & others.above)
    facing = not mine.against.isdisjoint(others.both)
    told = _told_apart(mine, theirs, ours, claimed, stated) if facing else None
    if told and not (wider and told.how in ("distinct", "earlier")):
        return told
    if _one_root(ours, theirs):
        return Recorded(Relation.AGREE, "one root", f"“{claimed}” and “{stated}” are of one root")
    shared = mine.groups & others.groups
    if shared:
        of = _printed(min(shared))
        direct = of in (claimed.lower(), stated.lower())
        why = f"“{claimed}” is recorded for “{stated}”" + ("" if direct else f", both for “{of}”")
        return Recorded(Relation.AGREE, "synonym", why)
    found = _excluded(mine, others, False, claimed, stated) if facing else None
    if found and not (wider and found.how in ("distinct", "earlier")):
        return found
    if wider:
        return Recorded(Relation.WIDER, "wider word", f"“{stated}” is a kind of “{claimed}”")
    if others.groups & mine.above:
        return Recorded(Relation.NARROWER, "narrower word", f"“{claimed}” is only one kind of “{stated}”")
    found = _excluded(mine, others, True, claimed, stated) if facing else None
    return found or _of_peoples(claimed, stated) or _prefixed(ours, theirs, claimed, stated)


def turned(claimed: str, stated: str) -> Turned | None:
    """How the roles lie where the passage tells the same from the other side: bought from, sold to; beat, lost to.

    `Turned.roles` are pairs of the claim's role and the passage's: subject, object, or the preposition.
    """
    theirs = spelt(stated)
    return next((one for one in converses().get(spelt(claimed), ()) if one.other == theirs), None)


@lru_cache(maxsize=10_000)
def light_verb(verb: str, noun: str) -> str | None:
    """The verb that a light verb with a noun amounts to: make and decision are decide; None for other pairs."""
    if spelt(verb) not in _LIGHT:
        return None
    verbs = _made_from((spelt(noun), "noun"))  # not what is only spelt alike: to launch a rocket is not to rocket
    return _printed(verbs[0]) if verbs else None


def acted(noun: str) -> tuple[str, ...]:
    """The verbs whose act a noun names: withdrawal is to withdraw; none for a treaty or a defence secretary's desk."""
    return tuple(_printed(verb) for verb in _made_from((spelt(noun), "noun")))


# --------------------------------------------------------------------------------------------------- senses and groups


@lru_cache(maxsize=20_000)
def _senses(word: str, pos: str) -> tuple[Sense, ...]:
    """The word with each part of speech it may have, and the verbs it is made from.

    A word that is not recorded with the part of speech it was taken for may have been taken for the wrong one.
    """
    found = [(word, kind) for kind in ((pos,) if (word, pos) in _known() else POS)]
    for sense in tuple(found):
        found += _made_from(sense)
    return tuple(dict.fromkeys(found))


@cache
def _known() -> frozenset[Sense]:
    return frozenset(synonyms().printed) | frozenset(derived()) | frozenset(one for one, _ in against())


@lru_cache(maxsize=20_000)
def _made_from(sense: Sense) -> tuple[Sense, ...]:
    """The verbs that a noun or an adjective is made from, by the table and by endings."""
    word, pos = sense
    roots = _roots(word) if pos == "noun" and word not in _NO_ACTS else frozenset()
    roots |= _participle(word) if pos == "adjective" else frozenset()
    by_ending = (verb for verb in ((root, "verb") for root in sorted(roots)) if verb in synonyms().printed)
    return (*derived().get(sense, ()), *by_ending)


class _Profile(NamedTuple):
    """What is recorded of a word: its groups with what is `plain` of them, the groups `above`, and what is against."""

    groups: frozenset[Sense]
    above: frozenset[Sense]
    counts: dict[Sense, int]
    both: frozenset[Sense]
    against: frozenset[Sense]


@lru_cache(maxsize=50_000)
def _profile(word: str, pos: str) -> _Profile:
    record = synonyms().groups
    senses = _senses(word, pos)
    counts = {group: len(record.get(sense, ())) for sense in senses for group in record.get(sense, ())}
    counts |= dict.fromkeys(senses, 0)
    groups, above = frozenset(counts), _above(counts)
    facing = frozenset(other for one in groups | above for other in _facing().get(one, ()))
    return _Profile(groups, above, counts, groups | above, facing)


@cache
def _facing() -> dict[Sense, list[Sense]]:
    """What the rows hold against each word."""
    found: dict[Sense, list[Sense]] = {}
    for one, other in against():
        found.setdefault(one, []).append(other)
    return found


def _above(groups: Iterable[Sense]) -> frozenset[Sense]:
    """The groups that these are kinds of, what those are kinds of, and what is done in them: a killing is to kill."""
    record, found = synonyms().over, set()
    waiting = list(groups)
    while waiting:
        for over in record.get(waiting.pop(), ()):
            if over not in found:
                found.add(over)
                waiting.append(over)
    return frozenset(found | {verb for one in found for verb in _made_from(one) if verb[0][:3] == one[0][:3]})


def _printed(sense: Sense) -> str:
    return synonyms().printed.get(sense, sense[0])


# -------------------------------------------------------------------------------------------- what excludes each other


def _told_apart(mine: _Profile, theirs: str, ours: str, claimed: str, stated: str) -> Recorded | None:
    """What a row says of these two words themselves, before anything is said of their groups."""
    kinds = [pos for pos in POS if (theirs, pos) in mine.against]
    found = [row for pos in kinds if (row := against().get(((ours, pos), (theirs, pos))))]
    return _against(*min(found, key=_rank), claimed, stated) if found else None


def _rank(row: tuple[str, str]) -> tuple[int, str]:
    return _STRONGEST.index(row[0]), row[1]


def _excluded(mine: _Profile, others: _Profile, above: bool, claimed: str, stated: str) -> Recorded | None:
    """What the rows say of the groups; words of many senses are not held against each other, but for up and down."""
    theirs = mine.against & (others.both if above else others.groups)
    found = []
    for other in theirs:
        for one in _facing()[other]:
            if one in mine.groups or (above and one in mine.above):
                counts = mine.counts.get(one, _FEW), others.counts.get(other, _FEW)
                if one in _UP_AND_DOWN or (min(counts) <= _FEW and max(counts) <= _MANY):
                    found.append(against()[one, other])
    return _against(*min(found, key=_rank), claimed, stated) if found else None


def _against(relation: str, sense: str, claimed: str, stated: str) -> Recorded:
    if relation == "opposite":
        return Recorded(Relation.CONFLICT, "opposite", f"“{claimed}” and “{stated}” exclude each other")
    if relation == "exclusive":
        return Recorded(Relation.CONFLICT, "exclusive", f"“{claimed}” is not “{stated}”: each is {sense} of its own")
    if relation == "later":
        why = f"“{stated}” comes before “{claimed}”, and need not lead to it"
        return Recorded(Relation.NARROWER, "later", why)
    if relation == "earlier":
        why = f"“{claimed}” is said of what comes before “{stated}”"
        return Recorded(Relation.NARROWER, "earlier", why)
    return Recorded(Relation.NARROWER, "distinct", f"“{claimed}” does not mean “{stated}”")


def _of_peoples(claimed: str, stated: str) -> Recorded | None:
    ours, theirs = people_of(claimed), people_of(stated)
    if not ours or not theirs:
        return None
    if ours == theirs:
        return Recorded(Relation.AGREE, "nationality", f"“{claimed}” is said of {printed(ours)}")
    told = f"“{claimed}” is said of {printed(ours)}, “{stated}” of {printed(theirs)}"
    inside = names_alike(ours, theirs, "place")
    return Recorded(inside, "nationality", told) if inside else None


def _prefixed(ours: str, theirs: str, claimed: str, stated: str) -> Recorded | None:
    """Lawful and unlawful: the one is the other with a prefix that denies it."""
    short, long = (ours, theirs) if len(ours) < len(theirs) else (theirs, ours)
    if len(short) > 3 and long.endswith(short) and long.removesuffix(short) in _PREFIXES and long not in _NO_OPPOSITES:
        return Recorded(Relation.CONFLICT, "opposite", f"“{claimed}” is the opposite of “{stated}”")
    return None


# ------------------------------------------------------------------------------------------------------------ one root


def _one_root(word: str, other: str) -> bool:
    """Whether one is made from the other by an ending: appoint, appointment; quick, quickly."""
    if word[:3] != other[:3]:
        return False
    short, long = (word, other) if len(word) < len(other) else (other, word)
    return len(long) > 4 and long not in _NO_ACTS and short in _roots(long)


@cache
def _participle(word: str) -> frozenset[str]:
    """The verbs that a word in -ed may be a participle of: merged, merge; banned, ban; buried, bury."""
    if not word.endswith("ed") or len(word) < 5:
        return frozenset()
    stem = word[:-2]
    return frozenset({stem, stem + "e"} | ({stem[:-1]} if stem[-1] == stem[-2] else set())
                     | ({stem[:-1] + "y"} if stem[-1] == "i" else set()))  # fmt: skip


@cache
def _roots(noun: str) -> frozenset[str]:
    found = set()
    for ending, instead in _ENDINGS:
        if noun.endswith(ending) and len(noun) - len(ending) > 2:
            stem = noun.removesuffix(ending)
            found |= {stem + end for end in instead}
            if ending in ("ing", "al", "er") and stem[-1] == stem[-2]:
                found.add(stem[:-1])
            if ending == "ly" and stem.endswith("i"):
                found.add(stem[:-1] + "y")
            if ending in ("ance", "al", "age") and stem.endswith("i"):
                found.add(stem[:-1] + "y")
    return frozenset(found)

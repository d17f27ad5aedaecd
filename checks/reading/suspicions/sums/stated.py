"""The figures of a sentence with the words between them: what the rules for sums, votes and figures look at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.reading.figures.units import MONEY, TIMES
from checks.reading.parts import AmountPhrase, Sentence, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife",
    "feet": "foot", "knives": "knife", "halves": "half", "shelves": "shelf", "wolves": "wolf", "persons": "person",
    "policemen": "policeman", "firemen": "fireman", "gunmen": "gunman", "fishermen": "fisherman", "kids": "child",
    "storeys": "storey", "stories": "storey", "story": "storey", "series": "series", "species": "species",
    "buses": "bus", "gases": "gas", "movies": "movie", "fatalities": "death", "deaths": "death", "species'": "species",
}  # fmt: skip
_PERSONS = {
    "person", "man", "woman", "child", "boy", "girl", "adult", "pupil", "student", "worker", "passenger", "patient",
    "victim", "member", "councillor", "councilor", "senator", "deputy", "judge", "justice", "soldier", "officer",
    "policeman", "fireman", "gunman", "fisherman", "firefighter", "miner", "resident", "voter", "candidate",
    "player", "teacher", "nurse", "doctor", "staff", "crew", "employee", "civilian", "migrant", "refugee", "tourist",
    "guest", "prisoner", "inmate", "suspect", "defendant", "juror", "lawyer", "delegate", "athlete", "driver",
    "guard", "mp", "lawmaker", "legislator", "minister", "marine", "sailor", "pilot", "baby", "infant", "teenager",
    "toddler", "teen", "brother", "sister", "son", "daughter", "sibling", "parent", "relative", "spectator", "fan",
    "visitor", "volunteer", "scientist", "researcher", "farmer", "builder", "engineer", "manager", "trainee",
    "apprentice", "recruit", "actor", "dancer", "singer", "musician", "artist", "writer", "reporter", "journalist",
    "customer", "client", "tenant", "national", "citizen", "foreigner", "immigrant", "survivor", "hostage",
    "fighter", "militant", "insurgent", "troop", "personnel", "protester", "demonstrator", "activist", "female",
    "male", "pensioner", "grandchild", "other", "runner", "rider", "swimmer", "cyclist", "official", "expert",
    "applicant", "respondent", "trustee", "director", "governor", "commissioner", "panellist", "panelist", "clerk",
    "cleaner", "cook", "pedestrian", "motorist", "goalkeeper", "defender", "midfielder", "forward", "striker",
    "conservative", "liberal", "democrat", "republican", "independent", "nationalist", "peer", "priest", "nun",
    "monk", "bishop", "hiker", "climber", "diver", "skier", "camper", "shopper", "commuter", "neighbour", "neighbor",
    "cadet", "orphan", "widow", "convict", "rebel", "sergeant", "captain", "conscript", "reservist", "peacekeeper",
    "german", "american", "briton", "irishman", "indian", "australian", "italian", "european", "chinese", "african",
    "porter", "paramedic", "medic",
}  # fmt: skip
_LONGEST, _MOST_FIGURES = 2000, 40  # a sentence beyond these is a table
_NO_COUNT = {"tally", "rank", "ratio", "share", "times"}


@dataclass(frozen=True)
class Stated:
    """A sentence, its figures, and the words before, between and after them: one more than there are figures."""

    sentence: Sentence
    figures: tuple[AmountPhrase, ...]
    between: tuple[str, ...]
    quoted: bool

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The words between, in small letters."""
        return tuple(words.lower() for words in self.between)

    @cached_property
    def text(self) -> str:
        """The sentence in small letters."""
        return self.sentence.exact.lower()


@dataclass(frozen=True, eq=False)
class Held:
    """A reading to be looked up by what it is, for it cannot be hashed."""

    reading: Reading

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and other.reading is self.reading

    def __hash__(self) -> int:
        return id(self.reading)


@lru_cache(maxsize=2_000)  # several rules ask of the same sentences
def words_in(sentence: str) -> frozenset[str]:
    """The words and numbers of a sentence in small letters: what a rule needs is looked for here first."""
    return frozenset(re.findall(r"\w+", sentence.lower()))


def stated_in(reading: Reading) -> tuple[Stated, ...]:
    """Every sentence of headline, standfirst and body with its figures, in order, found once for all that ask."""
    return _stated(Held(reading))


@lru_cache(maxsize=2)
def _stated(held: Held) -> tuple[Stated, ...]:
    reading = held.reading
    starts = [amount.start for amount in reading.amounts]
    spoken = [(q.start, q.end) for q in reading.quotations if q.kind == "direct"]
    begun = [start for start, _ in spoken]
    found = []
    for sentence in reading.sentences:
        if sentence.part not in ("headline", "standfirst", "body") or len(sentence.exact) > _LONGEST:
            continue
        figures = reading.amounts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        between: tuple[str, ...] = (sentence.exact,)
        if figures:
            figures = tuple(one for one in figures if one.end <= sentence.end)
            if len(figures) > _MOST_FIGURES:
                continue
            edges = [sentence.start, *(edge for one in figures for edge in (one.start, one.end)), sentence.end]
            between = tuple(reading.text[edges[i] : max(edges[i], edges[i + 1])] for i in range(0, len(edges), 2))
        last = bisect_right(begun, sentence.start) - 1
        inside = last >= 0 and spoken[last][1] > sentence.start + len(sentence.exact) // 2
        found.append(Stated(sentence, figures, between, inside))
    return tuple(found)


def only(stated: Stated, unit: str) -> Stated:
    """The sentence with no other figures than those of one unit; the rest are words between them."""
    kept = tuple(one for one in stated.figures if one.unit == unit)
    start, words, last = stated.sentence.start, [], 0
    for one in kept:
        words.append(stated.sentence.exact[last : one.start - start])
        last = one.end - start
    return Stated(stated.sentence, kept, (*words, stated.sentence.exact[last:]), stated.quoted)


def singular(word: str) -> str:
    """A noun in the singular and in small letters, roughly."""
    low = word.lower().strip("'’")
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low[:-3] + "man" if low.endswith("men") and len(low) > 4 else low


def noun_of(phrase: AmountPhrase) -> str:
    """The head of what is counted, in the singular; empty where nothing is named."""
    words = re.findall(r"[^\W\d_]+", phrase.of)
    return singular(words[-1]) if words else ""


def is_person(noun: str) -> bool:
    """Whether a noun in the singular is of people."""
    return noun in _PERSONS or noun.endswith(("man", "woman", "child", "ist")) or noun.rpartition("-")[2] in _PERSONS


def is_count(phrase: AmountPhrase) -> bool:
    """Whether a figure counts, pays or measures something that can be added: no score, rank, rate, share or change."""
    return phrase.unit not in _NO_COUNT and not phrase.per and phrase.was is None and phrase.value is not None


def is_money(phrase: AmountPhrase) -> bool:
    """Whether a figure is a sum of money."""
    return phrase.unit in MONEY


def written(phrase: AmountPhrase, noun: str | None = None) -> str:
    """A figure as a claim would assert it, such that `Amount.parse` reads it: `more than 40 homes`."""
    if phrase.value is not None:
        number = f"{phrase.value:,f}"
    elif phrase.low is not None and phrase.high is not None:
        number = f"{phrase.low:,f} to {phrase.high:,f}"
    else:
        number = f"{phrase.low if phrase.low is not None else phrase.high:,f}"
    bound = phrase.bound if phrase.bound not in ("", "to") else ""
    if phrase.value is None and phrase.high is None and phrase.low is not None:
        bound = "at least"
    name = phrase.of if noun is None else noun
    unit = ("" if phrase.unit in ("rank", "tally", "share") else phrase.unit) or (
        name
        if re.fullmatch(r"[^\W\d_]{2,}(?:[ '’-][^\W\d_]+)*", name) and name.lower() not in ("to", "and", "or")
        else ""
    )
    unit = unit.removesuffix(" sterling")
    if phrase.unit in TIMES or phrase.unit in MONEY:
        unit += "" if phrase.value == 1 or unit[-1] == "s" else "s"
    return " ".join(part for part in (bound, number, unit) if part)


def parsed(text: str) -> Amount | None:
    """The amount that a claim would assert with these words; None where it cannot be read."""
    try:
        return Amount.parse(text)
    except (CaseError, ArithmeticError):
        return None


def words_of(*phrases: AmountPhrase | Sentence) -> tuple[Words, ...]:
    """The words of figures in the order of the text, without those that are named twice."""
    places = sorted({(one.start, one.end, one.exact) for one in phrases})
    return tuple(Words(*place) for place in places)

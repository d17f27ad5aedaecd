"""Whether two names name one person, body or place: surnames alone, initials, short forms, a state and its people.

Persons by their parts and the `nicknames` data set; bodies and places by what is recorded in `names.csv`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import MappingProxyType

from checks.reading.names import could_be, plain, same_person
from checks.reading.slots.parts import Relation
from checks.reading.slots.recorded import rows
from checks.reading.speech.cues import listed

_TITLES = listed(
    "mr mrs ms miss mx dr doctor sir dame lord lady baroness baron president vice prime minister premier secretary"
    " chancellor senator sen representative rep congressman congresswoman governor gov lt mayor judge justice chief"
    " general gen admiral adm colonel col captain capt major maj sergeant sgt lieutenant corporal cpl private officer"
    " detective det inspector insp superintendent supt constable commissioner sheriff professor prof king queen prince"
    " princess emperor pope bishop archbishop cardinal rev reverend father sister rabbi imam chairman chairwoman chair"
    " director acting former deputy foreign finance home defence defense state attorney coach cllr councillor mp saint"
    " st the ex late interior health education treasury of ambassador envoy leader spokesman spokeswoman"
)
_SUFFIXES = listed("jr sr esq obe mbe cbe qc kc phd md mp mep msp")
# With one of these before it the same title is another post.
_NOT_QUITE = listed("deputy vice former acting ex assistant")
_NUMERAL = re.compile(r"(?:ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi|i)$")
_MEN = listed("mr sir lord king prince baron")
_WOMEN = listed("mrs ms miss dame lady queen princess baroness")
_FIRM = listed(
    "inc incorporated ltd limited plc llc llp corp corporation co company companies group holdings holding ag gmbh sa"
    " spa nv bv ab asa oyj se kk the international motor motors & and of for on"
)
_LINKS = listed("of the and for to in on de & la le du des")
_SIDES = listed(
    "north south east west northern southern eastern western central north-east north-west south-east south-west"
    " northeast northwest southeast southwest greater inner outer downtown upper lower"
)
_AREAS = listed(
    "county district borough valley island islands region province state coast bay street road avenue square park lane"
    " river lake sea ocean mountains mount peninsula forest airport station bridge strait gulf desert hills"
)
_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
_EDGES = re.compile(r"^(?:the|an?)\s+|['’]s?$", re.IGNORECASE)


def names_alike(claimed: str, stated: str, kind: str) -> Relation | None:
    """How a name of the claim stands to a name of the passage; None where nothing is known of the two.

    `kind` is `person`, `organisation`, `place`, or `government`: then a capital stands for the government that sits in
    it. AGREE for one bearer, WIDER where the claim names what the other lies in (France for Paris), NARROWER the other
    way round, CONFLICT for two persons, bodies or places of one sort that cannot be one.
    """
    ours, theirs = _plain(claimed), _plain(stated)
    if not ours or not theirs:
        return None
    if ours == theirs or _canonical(ours) == _canonical(theirs):
        return Relation.AGREE
    if kind == "person":
        return _persons(ours, theirs, claimed, stated)
    people, their_people = people_of(claimed) or _canonical(ours), people_of(stated) or _canonical(theirs)
    if people == their_people:
        return Relation.AGREE
    if kind in ("government", "organisation") and _seat(people) == _seat(their_people):
        return Relation.AGREE
    within = _within(people, their_people)
    if within is not None:
        return within
    return _places(people, their_people) if kind == "place" else _bodies(ours, theirs)


@lru_cache(maxsize=10_000)
def people_of(word: str) -> str | None:
    """The state or region that an adjective or a people's name is of: German and Germans, Germany; its own name too."""
    known = _tables()
    name = _plain(word)
    found = known["people"].get(name)
    if found is None and name.endswith("s"):
        found = known["people"].get(name.removesuffix("s"))
    if found is None and name.endswith(("man", "men", "woman", "women", "people")):
        found = known["people"].get(re.sub(r"(?:wo)?m[ae]n$| people$", "", name).strip())
    if found is None and _canonical(name) in known["states"]:
        found = _canonical(name)
    return found


@cache
def _tables() -> MappingProxyType[str, dict[str, str]]:
    """Names recorded, each with what it is the `same` as, whose `people`, the `capital` of what, `in` what; states."""
    found: dict[str, dict[str, str]] = {"same": {}, "people": {}, "capital": {}, "in": {}, "states": {}, "printed": {}}
    for row in rows("names"):
        of = _plain(row["name"])
        found["printed"][of] = row["name"]
        for column, relation in (("also", "same"), ("people", "people"), ("capital", "capital"), ("holds", "in")):
            for name in row[column].split("|") if row[column] else ():
                found[relation].setdefault(_plain(name), of)
        for name in row["capital"].split("|") if row["capital"] else ():
            found["in"].setdefault(_plain(name), of)
        if row["people"] or row["capital"]:
            found["states"][of] = of
    return MappingProxyType(found)


@lru_cache(maxsize=10_000)
def _plain(name: str) -> str:
    """A name in small letters, without accents, article, possessive and the full stops of initials."""
    bare = _without_dots(_EDGES.sub("", _EDGES.sub("", name.strip())))
    return ", ".join(filter(None, (plain(part) for part in bare.split(","))))


def _without_dots(name: str) -> str:
    """U.S. as US, and U. S. too; J. Smith stays as it is."""
    return re.sub(r"\b((?:[A-Za-z]\. ?){2,})(?=\W|$)", lambda found: re.sub(r"[. ]", "", found[1]), name)


def _canonical(name: str) -> str:
    return _tables()["same"].get(name, name)


def printed(name: str) -> str:
    """The name as the table writes it."""
    return _tables()["printed"].get(name, name)


# ------------------------------------------------------------------------------------------------------------- persons


def _persons(ours: str, theirs: str, claimed: str, stated: str) -> Relation | None:
    mine, numeral, title = _parts(ours)
    others, their_numeral, their_title = _parts(theirs)
    if not mine or not others:
        return None
    if numeral and their_numeral and numeral != their_numeral:
        return Relation.CONFLICT
    sexes = (bool(title & _MEN), bool(title & _WOMEN)), (bool(their_title & _MEN), bool(their_title & _WOMEN))
    if sexes in (((True, False), (False, True)), ((False, True), (True, False))):
        return Relation.CONFLICT
    if title and their_title and (title ^ their_title) & _NOT_QUITE:
        return Relation.NARROWER
    if _within_words(others, mine) and len(mine) > 1 and _INDEFINITE.match(stated.strip()):
        return Relation.NARROWER  # “a Captain Boothe” may be any Boothe
    if _within_words(mine, others) or _within_words(others, mine):
        return Relation.AGREE
    if not _one_person(mine, others):
        return Relation.CONFLICT
    return Relation.NARROWER if len(others[0]) == 1 < len(mine[0]) else Relation.AGREE  # an initial for any such name


def _parts(name: str) -> tuple[tuple[str, ...], str, set[str]]:
    """The words of a person's name, the numeral of a monarch, and the titles before it."""
    words = [word for word in re.split(r"[\s\-]+", name.replace("“", "").replace("”", "").replace('"', "")) if word]
    titles = set()
    while len(words) > 1 and words[0] in _TITLES:
        titles.add(words.pop(0))
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    numeral = words.pop() if len(words) > 1 and _NUMERAL.match(words[-1]) else ""
    if words and words[-1].endswith(("'s", "’s")):
        words[-1] = words[-1][:-2]
    return tuple(words), numeral, titles


def _within_words(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of the one stand in the other, in their order: a surname alone, a middle name left out."""
    rest = iter(long)
    return len(short) <= len(long) and all(any(_alike(word, other) for other in rest) for word in short)


def _one_person(mine: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if not _alike(mine[-1], others[-1]):
        return False
    if len(mine) == 1 or len(others) == 1:
        return True
    given, their_given = mine[0], others[0]
    initials = min(len(given), len(their_given)) <= 2 and given[0] == their_given[0]
    if initials or given in others[1:-1] or their_given in mine[1:-1]:
        return True
    if same_person(f"{given} x", f"{their_given} x", {}) is not None:
        return True
    short, long = sorted((given, their_given), key=len)
    shortened = len(short) > 1 and long.startswith(short)
    return shortened and could_be(f"{given} x", f"{their_given} x")


@lru_cache(maxsize=10_000)
def _alike(word: str, other: str) -> bool:
    """Whether two words of a name are one, or two ways of writing it in our letters."""
    return word == other or (min(len(word), len(other)) > 4 and _sounded(word) == _sounded(other))


def _sounded(word: str) -> str:
    word = re.sub(r"(?:yy|iy|ij|ii|y|ey|ie)$", "i", word)
    word = word.replace("kh", "k").replace("gh", "g").replace("q", "k").replace("ou", "u").replace("oe", "o")
    word = word.replace("ae", "a").replace("ue", "u").replace("w", "v").replace("tch", "ch").replace("ph", "f")
    return re.sub(r"(.)\1", r"\1", word)


# ---------------------------------------------------------------------------------------------------- bodies and places


def _seat(place: str) -> str:
    """The state whose government a capital stands for; another name stands for itself."""
    return _tables()["capital"].get(place, place)


def _larger(place: str) -> list[str]:
    """What a place lies in, from the nearest outwards."""
    found: list[str] = []
    while (place := _tables()["in"].get(place, "")) and place not in found:
        found.append(place)
    return found


def _within(ours: str, theirs: str) -> Relation | None:
    """Whether the one place lies in the other: Lyon in France, north London in London, “Lyon, France” in both."""
    mine, others = _spread(ours), _spread(theirs)
    nested = set(mine) <= set(others) or set(others) <= set(mine)
    if mine[0] == others[0] and (nested or min(len(mine), len(others)) == 1):
        return Relation.AGREE
    if mine[0] in others[1:]:
        return Relation.WIDER
    if others[0] in mine[1:]:
        return Relation.NARROWER
    return None


@lru_cache(maxsize=10_000)
def _spread(place: str) -> tuple[str, ...]:
    """A place, and then the larger ones that it is known to lie in."""
    parts = [_canonical(part.strip()) for part in place.split(",") if part.strip()] or [place]
    first = parts[0].split()
    wider = []
    if len(first) > 1 and first[0] in _SIDES and (_canonical(" ".join(first[1:])) in _known() or len(first) == 2):
        wider.append(_canonical(" ".join(first[1:])))
        if parts[0] in _known():
            wider.pop()
    for one in (*parts[1:], *wider):
        wider += [one] * (one not in wider)
    for one in (parts[0], *wider):
        wider += [larger for larger in _larger(one) if larger not in wider]
    return (parts[0], *wider)


@cache
def _known() -> frozenset[str]:
    tables = _tables()
    return frozenset(tables["states"]) | frozenset(tables["in"]) | frozenset(tables["in"].values())


def _places(ours: str, theirs: str) -> Relation | None:
    """Two places that lie apart cannot be one: what is known of where they lie says so, or that both are towns."""
    mine, others = _spread(ours), _spread(theirs)
    known = mine[0] in _known(), others[0] in _known()
    if all(known):
        return Relation.CONFLICT
    short, long = sorted((_words(ours), _words(theirs)), key=len)
    apart = not any(known) and len(mine) == len(others) == 1 and len(long) <= 2 and not set(short) & set(long)
    return Relation.CONFLICT if apart and not set(long) & _AREAS else None


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s,\-/]+", name) if word]


def _bodies(ours: str, theirs: str) -> Relation | None:
    """Two bodies are one by initials or by a short form at the beginning; two with words of their own are two."""
    for letters, name in ((ours, theirs), (theirs, ours)):
        if initials_fit(letters, name) and letters not in _tables()["same"]:  # there the letters are another's
            return Relation.AGREE
    mine, others = _proper(ours), _proper(theirs)
    if not mine or not others:
        return None
    if mine == others:
        return Relation.AGREE
    short, long = sorted((mine, others), key=len)
    if long[: len(short)] == short:
        place = " ".join(short) in _known() or people_of(" ".join(short))
        return None if place else Relation.AGREE
    if set(short) <= set(long):
        return None
    shared = set(mine) & set(others)
    alone = len(mine) == 1 and len(others) == 1
    return Relation.CONFLICT if not shared or alone or len(short) > len(shared) else None


def _proper(name: str) -> list[str]:
    """The words that are the body's own: without its legal form, links and articles."""
    return [_canonical(word) for word in _words(name) if word not in _FIRM]


def initials_fit(short: str, long: str) -> bool:
    """Whether a word is made of the first letters of the other's words, links left out or not; both written small."""
    words = _words(long)
    if " " in short or not 2 <= len(short) <= 8 or len(words) < 2:
        return False
    letters = "".join(word[0] for word in words if word not in _LINKS)
    return short in (letters, "".join(word[0] for word in words)) or letters.removesuffix("i") == short

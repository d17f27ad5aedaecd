"""One person under two names, titles, trades or offices; one office with two holders; one acronym of two bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, islice
from typing import TYPE_CHECKING

from checks.reading.names import same_person
from checks.reading.parts import Certainty, Suspicion
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.holders import two_bodies
from checks.reading.suspicions.status.kin import two_kin, two_of_kin
from checks.reading.suspicions.status.persons import MEN, WOMEN, Mention, Persons, age_of, persons_told
from checks.reading.suspicions.status.places import respelt_places
from checks.reading.suspicions.status.roles import Role, alike, conflict
from checks.reading.suspicions.status.spellings import apart, misread, misspelt, respelt, start_alike, suspected

if TYPE_CHECKING:
    from checks.reading.article import Reading

_FAMILY = re.compile(
    r"\b(?:wife|husband|sons?|daughters?|brothers?|sisters?|mother|father|dad|mum|mom|parents|family|couple|twins?"
    r"|cousin"
    r"|uncle|aunt|widow|widower|nephew|niece|siblings?|married|marriage|(?:father|mother|son|daughter|brother"
    r"|sister)-in-law"
    r"|spouse|Mr\.? and Mrs|née|no relation|dynasty|grandson|granddaughter|grandfather|grandmother"
    r"|first lady|clan|namesake)\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[’']s?) (?:\w+ )?(?:grand)?(?:wife|husband|sons?|daughters?|brothers?|sisters?|father"
    r"|mother|widow)\b"
)
_GENDERED = re.compile(r"\b(?:[a-z]{3,}(?P<sex>woman|man)|(?P<he>actor|waiter|father of|widower|schoolboy|monk)"
    r"|(?P<she>actress|waitress|mother of|widow|schoolgirl|nun|midwife|heiress|hostess|ballerina))\b")  # fmt: skip
_PRONOUN = re.compile(
    r"(?:,[^,.;]{1,60},)? (?:said|says|told [\w’ ]{1,25}|added|admitted|denied|explained|recalled|insisted)(?: that)?"
    r" (he|she) |, who (?:\w+ ){1,4}?(his|her) (?:own|wife|husband|life|career|home|job|hands?|house|car)\b"
)
_OPENS = re.compile(r"(He|She) (?:has|had|is|was|said|says|will|told|added|also)\b")
_ANYBODY = re.compile(
    r"\b(?:man|woman|boy|girl|victim|suspect|colleague|friend|neighbou?r|nurse|minister|president|child|baby|teenager"
    r"|predecessor|successor|queen|king|another|person|client|patient|pupil|student)\b"
)
_SOLE = listed(
    "head mayor president premier minister chancellor governor chair chief sheriff director coach manager king queen"
    " prince pope bishop archbishop provost coroner ambassador leader executive speaker taoiseach editor secretary"
    " commissioner treasurer"
) | {"chief executive", "chief officer", "conductor", "librarian", "curator", "postmaster", "harbourmaster"}
# Of which an article seldom speaks of two, even where it does not say of what place.
_SOLE_ALONE = listed("mayor sheriff head coroner taoiseach conductor librarian postmaster") | {"chief executive"}
_OF_MANY_STATES = listed("president premier prime foreign defense state finance king queen ambassador interior")
_CHANGES = re.compile(
    r"\b(?:promot\w+|resign\w*|succeed\w*|replac\w+|predecessor|successor|took over|taken over|stepp\w+ down|step down"
    r"|appointed|elected|former|then|transferred|joined from|previously|has been named|was named)\b"
)
_KIN_STYLED = ("mrs", "lady")
_STYLES = frozenset(("mr", "mrs", "ms", "miss"))
_NOT_STYLED = r"(?<!\w)(?!Mrs? |Ms |Miss |Mrs?\. |Ms\. |And |But |The |When )[A-Z][\w’'.-]*"
MISREAD = 2  # letters by which two given names differ that may be one, wrongly written
_MOST = 60  # pairs that are compared


def two_names(reading: Reading) -> Iterator[Suspicion]:
    """One person under two names, titles, trades or offices, and what an article calls by two names.

    `likely` where the same surname, title or office makes it one person and no word of family stands near; `look`
    where two may be meant. Forms of one given name (Bob, Robert) are no fault.
    """
    persons = persons_told(reading)
    yield from _two_given_names(reading, persons)
    yield from _two_surnames(reading, persons)
    yield from _strangers(reading, persons)
    yield from _unknown(reading, persons)
    for mentions in persons.by_family.values():
        if len({one.given for one in mentions if one.full}) < 2 and len(mentions) > 1:
            yield from _two_styles(reading, mentions, len(persons.by_family) == 1)
            yield from _two_ages(reading, mentions)
            yield from _two_roles(reading, mentions)
    yield from _two_holders(reading, persons)
    yield from two_kin(reading)
    yield from two_of_kin(reading, persons)
    yield from two_bodies(reading)
    yield from respelt_places(reading, persons)


def _pair(reading: Reading, reason: str, certainty: Certainty, one: Mention, other: Mention) -> Suspicion:
    return suspected(reading, reason, certainty, (one.start, one.end), (other.start, other.end))


def _kin_near(reading: Reading, *mentions: Mention) -> bool:
    own = {mention.sentence for mention in mentions}
    around = {reading.sentences[index].paragraph for index in own}
    return any(_tells_of(_FAMILY, reading.sentences[index].exact) for index in own) or any(
        _tells_of(_KIN, reading.paragraphs[index].exact) for index in around
    )


@lru_cache(maxsize=1024)
def _tells_of(sign: re.Pattern[str], text: str) -> bool:
    return bool(sign.search(text))


def _firsts(mentions: tuple[Mention, ...] | list[Mention]) -> list[Mention]:
    """The first mention of each full name."""
    return list({(one.given, one.family): one for one in reversed(mentions) if one.full}.values())[::-1]


def _are_one(one: Mention, other: Mention) -> bool:
    """Whether two given names with one surname can be forms of one: nicknames, initials, a middle name used."""
    if one.given[0] == other.given[0] and min(len(one.given.rstrip(".")), len(other.given.rstrip("."))) == 1:
        return True
    names = (f"{one.given} {one.family}", f"{other.given} {other.family}")
    middle = {*one.middle.split(), *other.middle.split()}
    nick = same_person(*names, {}) is not None
    return nick or one.given in middle or other.given in middle or start_alike(one.given, other.given)


def _shared(one: Mention, other: Mention) -> Role | None:
    """What both are called, right beside their names."""
    return next((ours for ours in one.roles for theirs in other.roles if alike(ours, theirs)), None)


def _title(mention: Mention) -> str:
    """The title without Mr and Ms, which any two may share."""
    words = [word for word in mention.title.split() if word not in MEN | WOMEN | {"dr", "prof", "professor", "mx"}]
    return " ".join(words)


def _ranked(mention: Mention) -> str:
    """The title, unless it is one that any two may share."""
    return "" if {*mention.title.split()} <= _STYLES else mention.title


def _is_many(mention: Mention) -> bool:
    """Whether articles often speak of several of one title."""
    return bool(
        {"rep", "judge", "justice", "sir", "lord", "lady", "dame", "officer", "private"} & {*mention.title.split()}
    )


def _two_given_names(reading: Reading, persons: Persons) -> Iterator[Suspicion]:
    """Gregor Hasling and later Matthias Hasling: both of one trade, or the second not introduced at all."""
    for mentions in persons.by_family.values():
        firsts = _firsts(mentions)
        if not 2 <= len(firsts) <= 3 or _kin_near(reading, *mentions):
            continue
        for one, other in combinations(firsts, 2):
            if one.sentence == other.sentence or (not respelt(one.given, other.given) and _are_one(one, other)):
                continue
            told = f"“{one.exact}” and “{other.exact}” have one surname and two given names"
            role = _shared(one, other)
            called = role.words if role else _title(one) if _title(one) == _title(other) else ""
            close = apart(one.given, other.given) <= MISREAD and one.given[0] == other.given[0] and len(one.given) > 2
            if called:
                yield _pair(reading, f"{told}, and both are called {called}.", "likely", one, other)
            elif close:
                yield _pair(reading, f"{told} that differ in a letter or two.", "likely", one, other)
            elif len(firsts) == 2 and not _introduced(reading, other):
                sure = not _is_known(one)
                reason = f"{told}, and nothing says who the second is."
                yield _pair(reading, reason, "likely" if sure else "look", one, other)


def _is_known(mention: Mention) -> bool:
    """Whether somebody is so well known by title that another of the family needs no introduction."""
    return bool(
        {"president", "sen", "senator", "gov", "governor", "king", "queen", "prince"} & {*mention.title.split()}
    )


def _introduced(reading: Reading, mention: Mention) -> bool:
    """Whether words beside a name say who it is: a role, a title, an age, a comma with a noun."""
    if mention.roles or mention.title:
        return True
    after = reading.text[mention.end : min(mention.end + 40, reading.sentences[mention.sentence].end)]
    before = reading.text[max(0, mention.start - 30) : mention.start]
    return bool(
        re.match(r",? (?:\(|\d|an? |the |of |from |at )|, (?!who\b|and\b|but\b|said\b|adding\b)", after)
        or re.search(r"\b[a-z]{3,}(?:er|or|ist|man|woman|ian|ic|chief|head|end|ee|ent|ant)[:,]? $", before)
        or re.search(r"\b(?:and|with|by|including|like) $", before)
    )


def _two_surnames(reading: Reading, persons: Persons) -> Iterator[Suspicion]:
    """Robertsen and Robertson of one given name; the conductor Ilse Rau and Ilse Kett, of whom nothing else is said."""
    firsts = _firsts(persons.fulls)
    for one, other in islice(combinations(firsts, 2), 20 * _MOST):
        if one.given != other.given or one.family == other.family or one.sentence == other.sentence:
            continue
        if len(one.given.rstrip(".")) == 1 or one.family in other.middle or other.family in one.middle:
            continue
        role = _shared(one, other)
        told = f"“{one.exact}” and “{other.exact}” have one given name"
        if role and (role.head in _SOLE or apart(one.family, other.family) <= MISREAD):
            yield _pair(reading, f"{told}, and both are called {role.words}.", "likely", one, other)
        elif misread(one.family, other.family) and _ranked(one) == _ranked(other) != "":
            yield _pair(reading, f"{told}, and the same title.", "likely", one, other)
        elif _ranked(one) == _ranked(other) != "" and not other.roles and not _is_known(one):
            yield _pair(reading, f"{told}, and the same title.", "look" if _is_many(one) else "likely", one, other)
        elif misspelt(one.family, other.family):
            yield _pair(reading, f"{told}, and surnames that differ in a letter or two.", "likely", one, other)
        elif (
            not _introduced(reading, other)
            and one.roles
            and not any(later.family == one.family and later.start > other.start for later in persons.mentions)
        ):
            alone = len(persons.by_family[other.family]) == 1 and len(persons.by_family[one.family]) < 3
            yield _pair(
                reading, f"{told}, and nothing says who the second is.", "likely" if alone else "look", one, other
            )


def _strangers(reading: Reading, persons: Persons) -> Iterator[Suspicion]:
    """“Mr Doyle”, whom nobody introduced, beside a Robert Dale; “Robertson said”, where only a Robertsen is named."""
    firsts = _firsts(persons.fulls)
    known = {one.family for one in firsts}
    seen: set[str] = set()
    titled = [
        said[0] for family, said in persons.by_family.items() if family not in known and not any(m.full for m in said)
    ]
    for stranger in sorted((*persons.strangers, *titled), key=lambda one: one.start):
        if stranger.family in seen or reading.sentences[stranger.sentence].part == "standfirst":
            continue
        for one in firsts:
            if one.sentence == stranger.sentence or one.start > stranger.start or not _styles_fit(one, stranger):
                continue
            near = (
                misspelt(one.family, stranger.family)
                or (stranger.cue != "acts" and misread(one.family, stranger.family))
                or ((not stranger.opens or _only(persons, one, stranger)) and misread(one.family, stranger.family))
            )
            if near and not re.search(rf"\b{re.escape(stranger.exact.lower())}\b", reading.text):
                seen.add(stranger.family)
                shown = f"{stranger.title.title()} {stranger.exact}".strip()
                reason = f"“{shown}” is nowhere introduced, and “{one.exact}” is spelt otherwise."
                yield _pair(reading, reason, "likely", one, stranger)
                break


def _unknown(reading: Reading, persons: Persons) -> Iterator[Suspicion]:
    """“Ms Bond”, of whom nothing was said, where the article had spoken of a Ms Ferrer."""
    known = {one.family for one in persons.fulls}
    for family, said in persons.by_family.items():
        one = said[0]
        style = {*one.title.split()} & _STYLES
        if family in known or not style or len(said) > 2 or one.roles or _kin_near(reading, *said):
            continue
        before = [full for full in _firsts(persons.fulls) if full.start < one.start and _styles_fit(full, one)]
        named = re.search(
            rf"(?:{_NOT_STYLED}) {re.escape(one.exact)}\b|\b{re.escape(one.exact)}[ -][A-Z]", reading.text
        )
        after = reading.text[one.end : one.end + 8]
        if not before or named or len(_firsts(persons.fulls)) > 3 or re.match(r", (?!who\b)|[’'-]? [A-Z]", after):
            continue
        spoken = [full for full in before if any(_sex(m.title) for m in persons.by_family[full.family])]
        reason = (
            f"“{one.title.title()} {one.exact}” is nowhere introduced; the article has introduced “{before[-1].exact}”."
        )
        yield _pair(reading, reason, "likely", (spoken or before)[-1], one)
        return


def _only(persons: Persons, one: Mention, stranger: Mention) -> bool:
    """Whether nobody else of the article has a surname as near."""
    return not any(family != one.family and misread(family, stranger.family) for family in persons.by_family)


def _styles_fit(one: Mention, other: Mention) -> bool:
    return {_sex(one.title), _sex(other.title)} != {"he", "she"}


def _sex(title: str) -> str:
    words = {*title.split()}
    return "he" if words & MEN else "she" if words & WOMEN else ""


def _two_styles(reading: Reading, mentions: list[Mention], alone: bool) -> Iterator[Suspicion]:
    """“Mr Lee” and “Ms Lee”, the spokesman and the spokeswoman, “he” and “Ms”, where only one Lee is named."""
    told: dict[str, tuple[Mention, str]] = {}
    for mention in mentions:
        style = _style(reading, mention)
        if style:
            told.setdefault(style[0], (mention, style[1]))
    if not ("he" in told and "she" in told) or _kin_near(reading, *mentions):
        return
    (man, his), (woman, her) = told["he"], told["she"]
    by_pronoun = {his, her} <= {"he", "she"}
    reason = f"“{man.exact}” is called {his}, and “{woman.exact}” {her}; no two persons of that name are introduced."
    sure = (her not in _KIN_STYLED and not by_pronoun) or her == "mrs justice"
    yield _pair(reading, reason, "likely" if sure else "look", man, woman)


def _style(reading: Reading, mention: Mention) -> tuple[str, str] | None:
    """Whether a mention tells of a man or a woman, and by what word: a title, a trade, a pronoun of nobody else."""
    if _sex(mention.title):
        return _sex(mention.title), mention.title
    text, sentence = reading.text, reading.sentences[mention.sentence]
    for role in mention.roles:
        found = _GENDERED.search(text[role.start : role.end])
        if found and found["sex"] != "man":
            return ("he" if found["he"] else "she"), found[0]
        if found and found[0].startswith(("spokes", "business", "police")):
            return "he", found[0]
    said = _PRONOUN.match(text, mention.end, sentence.end)
    if not said or _ANYBODY.search(text[max(0, sentence.start - 150) : mention.end]):
        return None
    he = (said[1] or said[2]) in ("he", "his")
    return ("he", "he") if he else ("she", "she")


def _two_ages(reading: Reading, mentions: list[Mention]) -> Iterator[Suspicion]:
    ages = [(mention, age) for mention in mentions if (age := age_of(mention, reading.text)) is not None]
    for one, other in combinations(ages[:10], 2):
        if one[1] != other[1] and not _kin_near(reading, *mentions):
            reason = f"“{one[0].exact}” is given the age of {one[1]} and of {other[1]}."
            yield suspected(
                reading, reason, "likely", *((m.start, m.end + len(str(age)) + 2) for m, age in (one, other))
            )
            return


def _two_roles(reading: Reading, mentions: list[Mention]) -> Iterator[Suspicion]:
    """Hart, the police chief and the fire chief; the baker and the plumber; Captain Joe Ruiz and Sergeant Ruiz."""
    held = [(mention, role) for mention in mentions for role in mention.roles][:20]
    for (one, ours), (other, theirs) in combinations(held, 2):
        if one.sentence == other.sentence:
            continue
        both = conflict(ours, theirs)
        if not both or _kin_near(reading, one, other) or _changes(reading, one, other):
            continue
        spans = [(min(m.start, role.start), max(m.end, role.end)) for m, role in ((one, ours), (other, theirs))]
        yield suspected(reading, f"“{other.exact}” is called {both}.", "likely", *spans)
        return


def _changes(reading: Reading, *mentions: Mention) -> bool:
    return any(_CHANGES.search(reading.sentences[mention.sentence].exact) for mention in mentions)


def _two_holders(reading: Reading, persons: Persons) -> Iterator[Suspicion]:
    """Two full names with one and the same sole office, and no word of another time."""
    held = [
        (one, role)
        for one in persons.fulls
        for role in one.roles
        if role.head in _SOLE and role.whose not in ("a", "an")
    ]
    for (one, ours), (other, theirs) in islice(combinations(held, 2), 10 * _MOST):
        if one.family == other.family or one.sentence == other.sentence or not alike(ours, theirs):
            continue
        if ours.field != theirs.field or _are_two(one, other):
            continue
        if _changes(reading, one, other) or _kin_near(reading, one, other):
            continue
        named = _one_body(reading, ours, theirs)
        reason = f"“{one.exact}” and “{other.exact}” are both called {ours.words}."
        yield _pair(reading, reason, "likely" if named else "look", one, other)
        return


def _are_two(one: Mention, other: Mention) -> bool:
    """Whether two full names overlap, as where a surname was read as a given name."""
    ours, theirs = ({m.given, m.family, *m.middle.split()} for m in (one, other))
    return bool(ours & theirs) and one.given != other.given


def _one_body(reading: Reading, ours: Role, theirs: Role) -> bool:
    """Whether two roles are of one body: it is named, or “its” is the same, or an article tells of one alone."""
    if {ours.head, *ours.field} & _OF_MANY_STATES and not (ours.of and theirs.of):
        return False
    if ours.of and theirs.of:
        return len({*ours.of.split()} & {*theirs.of.split()}) >= min(len(ours.of.split()), len(theirs.of.split()))
    if ours.whose in ("its", "their") and theirs.whose in ("its", "their"):
        ones = _owner(reading, ours)
        return bool(ones) and ones == _owner(reading, theirs)
    if ours.whose in ("its", "their") or theirs.whose in ("its", "their"):
        return False
    return bool(ours.field) or ours.head in _SOLE_ALONE


def _owner(reading: Reading, role: Role) -> str:
    """What “its” means: the noun that opens the sentence, or the one before where “its” opens this one."""
    index = max(i for i, one in enumerate(reading.sentences) if one.start <= role.start)
    at = index - 1 if role.start - reading.sentences[index].start < 3 else index
    found = re.match(r"(?:The|Their|Its|An?|This|Our)\s+(?:[\w’'-]+\s+){0,3}?([A-Za-z-]+)\s+(?:of|has|had|will|is"
    r"|was|lost|made|took|gave|fell|rose|sold|began|went|said|told|held|won|kept|[a-z]+(?:ed|s))\b",
        reading.sentences[max(0, at)].exact)  # fmt: skip
    return found[1].lower() if found else ""

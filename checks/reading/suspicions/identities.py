"""One person under two names, titles, ages or offices; one office with two holders; one acronym of two bodies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations, islice
from typing import TYPE_CHECKING

from checks.reading.names import plain, same_person
from checks.reading.parts import Certainty, Suspicion
from checks.reading.speech.cues import listed
from checks.reading.suspicions.holders import two_bodies, two_kin
from checks.reading.suspicions.persons import Mention, age_of, persons_told
from checks.reading.suspicions.spellings import apart, misspelt, respelt, start_alike, suspected

if TYPE_CHECKING:
    from checks.reading.article import Reading
_MEN, _WOMEN = frozenset(("mr", "sir")), frozenset(("mrs", "ms", "miss", "dame"))
_FAMILY = re.compile(
    r"\b(?:wife|husband|son|sons|daughter|daughters|brother|brothers|sister|sisters|mother|father|parents|family"
    r"|couple|twin|cousin|uncle|aunt|widow"
    r"|widower|nephew|niece|siblings?|married|marriage|father-in-law|mother-in-law|spouse|children|Mr and Mrs"
    r"|Mr\. and Mrs|née|relatives?|no relation|dynasty"
    r"|son-in-law|grandson|granddaughter|grandfather|grandmother|first lady|clan|namesake|partner)\b",
    re.IGNORECASE,
)
_MALE, _FEMALE = ("sman", "esman", "irman", "lman", "eman", "actor", "waiter"), ("woman", "actress", "waitress")
_GENDERED = re.compile(r"\b([a-z]{3,}(?:man|woman)|actor|actress|waiter|waitress) $", re.IGNORECASE)
_GENDERED_AFTER = re.compile(r", (?:an?|the)(?: [\w-]+){0,2}? ([a-z]{3,}(?:man|woman)|actor|actress|waiter|waitress)\b")
_NOT_NOW = re.compile(
    r"\b(?:former|formerly|ex|acting|deputy|vice|assistant|then|late|outgoing|incoming|new|newly|previous"
    r"|predecessor|successor|succeeded?|replac\w+|interim"
    r"|elect|designate|candidate|nominee|rival|challenger|hopeful|shadow|first|second|one|another|fellow|other"
    r"|ousted|once|was|had been|became|become|become|appointed|named|since"
    r"|until|resigned|retir\w+|senior|junior|associate|co|honorary|aide|adviser|spokes\w+|would-be|run|running|bid"
    r"|a|an|two|both|and)\b",
    re.IGNORECASE,
)
# Heads of which an organisation or a place has one at a time.
_SOLE = listed(
    "teacher mayor president premier minister chancellor governor chairman chairwoman chairperson chair chief ceo "
    "commissioner"
    " sheriff director headteacher headmaster headmistress coach manager captain king queen prince pope bishop "
    "archbishop"
    " principal dean provost coroner ambassador leader executive speaker taoiseach editor secretary"
)
_RANKS = listed(
    "inspector insp superintendent supt constable sgt sergeant capt captain lt lieutenant col colonel gen general "
    "maj major"
)
_LONG_RANKS = {
    "sgt": "sergeant", "capt": "captain", "lt": "lieutenant", "col": "colonel", "gen": "general", "maj":
        "major", "insp":
        "inspector",
    "det": "detective", "supt": "superintendent",
}  # fmt: skip
_FIELD = (
    r"(?:police|fire|finance|foreign|health|defen[cs]e|education|interior|justice|transport|trade|home|labou?r"
    r"|energy|environment|agriculture|culture|housing|sports?|tourism|welfare|immigration|security|treasury"
    r"|planning|army|navy|air)"
)
_OFFICE = re.compile(
    rf"\b(?P<field>{_FIELD}) (?P<head>chief|minister|secretary|commissioner|director)\b", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b((?:[A-Za-z-]+ )?[a-z-]*(?:er|or|ist|man|woman|person|chief|head|ian|ant|ent|yst))(?:,| is| was)? $"
)
# Of which an article seldom speaks of two, even where it does not say of what place.
_SOLE_ALONE = listed("mayor sheriff headteacher headmaster headmistress principal coroner taoiseach")
_OF_MANY_STATES = re.compile(
    r"president|prime minister|foreign|defen[cs]e|secretary of state|finance|king|queen|ambassador|premier"
)
MISREAD = 2  # letters by which two surnames differ that may be one, wrongly written
_MOST = 60  # pairs of persons of one family name that are compared


def two_names(reading: Reading) -> Iterator[Suspicion]:
    """One person under two names, titles, ages or offices, and what an article calls by two names.

    `likely` where the same surname, title or office makes it one person and no word of family stands near; `look`
    where two may be meant. Forms of one given name (Bob, Robert) are no fault.
    """
    mentions = persons_told(reading)
    by_family: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_family.setdefault(mention.family, []).append(mention)
    yield from _two_given_names(reading, by_family)
    yield from _two_spellings(reading, mentions, by_family)
    yield from _two_styles(reading, by_family)
    yield from _two_ages(reading, by_family)
    yield from _two_offices(reading, by_family)
    yield from _two_holders(reading, mentions)
    yield from two_kin(reading)
    yield from two_bodies(reading)


def _pair(reading: Reading, reason: str, certainty: Certainty, one: Mention, other: Mention) -> Suspicion:
    return suspected(reading, reason, certainty, (one.start, one.end), (other.start, other.end))


def _kin_near(reading: Reading, *mentions: Mention) -> bool:
    return any(_FAMILY.search(reading.sentences[mention.sentence].exact) for mention in mentions)


def _fulls(mentions: list[Mention]) -> list[Mention]:
    """The first mention of each given name."""
    return list({mention.given: mention for mention in reversed(mentions) if mention.full}.values())[::-1]


def _are_one(one: Mention, other: Mention) -> bool:
    """Whether two given names with one surname can be forms of one: nicknames, initials, a middle name used."""
    if one.given[0] == other.given[0] and min(len(one.given.rstrip(".")), len(other.given.rstrip("."))) == 1:
        return True
    names = (f"{one.given} {one.family}", f"{other.given} {other.family}")
    middle = {one.middle, other.middle} - {""}
    nick = same_person(*names, {}) is not None
    return nick or one.given in middle or other.given in middle or start_alike(one.given, other.given)


def _two_given_names(reading: Reading, by_family: dict[str, list[Mention]]) -> Iterator[Suspicion]:
    pairs = [
        (one, other, mentions)
        for mentions in by_family.values()
        for one, other in islice(combinations(_fulls(mentions), 2), _MOST)
        if one.sentence != other.sentence
    ]
    for one, other, mentions in pairs[:_MOST]:
        offices = (_office(reading, one) or _rank(one), _office(reading, other) or _rank(other))
        office = offices[0] if offices[0] == offices[1] and _is_sole(offices[0]) else ""
        close = apart(one.given, other.given) <= MISREAD and one.given[0] == other.given[0] and len(one.given) > 2
        alone = len(_fulls(mentions)) < 3 and not _introduced(reading, other)
        if not (office or close or alone) or _kin_near(reading, *mentions):
            continue
        if not respelt(one.given, other.given) and _are_one(one, other):
            continue
        told = f"“{one.exact}” and “{other.exact}” have one surname and two given names"
        if office:
            yield _pair(reading, f"{told}, and both are called {office}.", "likely", one, other)
        elif close:
            yield _pair(reading, f"{told} that differ in a letter or two.", "likely", one, other)
        else:
            yield _pair(reading, f"{told}, and nothing says who the second is.", "look", one, other)


def _rank(mention: Mention) -> str:
    return mention.title if mention.title not in _MEN | _WOMEN | {"dr", "lord", "lady", "prof", "professor"} else ""


def _introduced(reading: Reading, mention: Mention) -> bool:
    """Whether words beside a name say who it is: an age, an office, a comma with a noun, a title in capitals."""
    text, sentence = reading.text, reading.sentences[mention.sentence]
    at = bisect_left(reading.names, mention.start, key=lambda name: name.start)
    if at < len(reading.names) and reading.names[at].start == mention.start:
        return True
    after = text[mention.end : min(mention.end + 40, sentence.end)]
    before = text[max(sentence.start, mention.start - 40) : mention.start]
    return bool(
        re.match(r",? (?:\(|who|\d|an? |the |of |from )|, ", after)
        or re.search(r"[a-z]{3,}(?:er|or|ist|man|woman|t|ian|ic|chief|head|end|ee)[:,]? $", before)
    )


def _office(reading: Reading, mention: Mention) -> str:
    """The office that is told right beside a name, in small letters; empty where it is of another time or of many."""
    text, sentence = reading.text, reading.sentences[mention.sentence]
    at = bisect_left(reading.names, sentence.start, key=lambda name: name.start)
    for name in reading.names[at : bisect_left(reading.names, sentence.end, key=lambda name: name.start)]:
        if name.kind != "office":
            continue
        between = text[name.end : mention.start] if name.end <= mention.start else text[mention.end : name.start]
        beside = (
            between in (" ", ", ")
            if name.end <= mention.start
            else bool(re.fullmatch(r", (?:the |\w+[’']s )?(?:[A-Z]\w+ )?|, (?:\d+, )?(?:the )?", between))
        )
        left = text[max(sentence.start, name.start - 25) : name.start].rpartition(",")[2]
        if re.match(r" (?:for|in|of|at|from) ", text[name.end : name.end + 6]):
            continue  # of a place that is not read as part of the office
        if beside and not _NOT_NOW.search(left) and not _NOT_NOW.search(name.exact.replace("-", " ")):
            return plain(name.exact).removeprefix("the ")
    return ""


def _shared_office(reading: Reading, one: Mention, other: Mention) -> str:
    """The office, or else the word for what they do, that stands beside both names; empty if there is none."""
    ours, theirs = _office(reading, one) or _rank(one), _office(reading, other) or _rank(other)
    if ours or theirs:
        return ours if ours == theirs else ""
    roles = [_ROLE.search(reading.text[max(0, mention.start - 40) : mention.start]) for mention in (one, other)]
    words = {role[1].lower() if role else "" for role in roles}
    return words.pop() if len(words) == 1 else ""


def _two_spellings(
    reading: Reading, mentions: list[Mention], by_family: dict[str, list[Mention]]
) -> Iterator[Suspicion]:
    """Robertsen and Robertson of one given name; and “Mr Doyle”, whom nobody introduced, beside a Robert Dale."""
    firsts = _fulls(mentions) and list({(m.given, m.family): m for m in reversed(mentions) if m.full}.values())[::-1]
    for one, other in islice(combinations(firsts, 2), 20 * _MOST):
        same_given = one.given == other.given and one.family != other.family
        office = _shared_office(reading, one, other) if same_given and one.sentence != other.sentence else ""
        if office and (_is_sole(office) or apart(one.family, other.family) <= MISREAD):
            reason = f"“{one.exact}” and “{other.exact}” are both called {office}, and have one given name."
            yield _pair(reading, reason, "likely", one, other)
        elif same_given and one.sentence != other.sentence and misspelt(one.family, other.family):
            reason = (
                f"“{one.exact}” and “{other.exact}” have one given name, and surnames that differ in a letter or two."
            )
            yield _pair(reading, reason, "likely", one, other)
    known = {mention.family for mention in mentions if mention.full}
    for family, said in by_family.items():
        if family in known or any(mention.full for mention in said):
            continue
        alike = [m for m in firsts if misspelt(m.family, family) and m.start < said[0].start]
        if alike and _title_fits(alike[0], said[0]):
            reason = (
                f"“{said[0].title.title()} {said[0].exact}” is nowhere introduced, and “{alike[0].exact}” is "
                f"spelt otherwise."
            )
            yield _pair(reading, reason, "likely", alike[0], said[0])
    yield from _bare_surnames(reading, firsts, by_family)


def _title_fits(one: Mention, other: Mention) -> bool:
    return not ((one.title in _MEN and other.title in _WOMEN) or (one.title in _WOMEN and other.title in _MEN))


_BARE = re.compile(
    r"(?<![\w’'.-])(?<![A-Z][a-z] )([A-ZÀ-Þ][a-zà-ÿ]{3,}) (?:said|says|told|added|was|has|had|who|is|will|also)\b"
    r"|\b(?:said|says|added) ([A-ZÀ-Þ][a-zà-ÿ]{3,})(?=[,.])"
)


def _bare_surnames(reading: Reading, firsts: list[Mention], by_family: dict[str, list[Mention]]) -> Iterator[Suspicion]:
    """“Robertson said”, where only a Robertsen was introduced."""
    families = {mention.family: mention for mention in firsts if len(mention.family) > 3}
    given = {mention.given for mention in firsts}
    for index, sentence in enumerate(reading.sentences):
        if sentence.part != "body":
            continue
        for match in _BARE.finditer(sentence.exact):
            group = 1 if match[1] else 2
            word = plain(match[group])
            before = sentence.exact[: match.start(group)]
            if word in by_family or word in given or re.search(r"[A-Z][\w’'.-]* $", before):
                continue
            for family, one in families.items():
                if one.sentence != index and misspelt(family, word) and one.start < sentence.start:
                    span = (sentence.start + match.start(group), sentence.start + match.end(group))
                    reason = f"“{match[group]}” is nowhere introduced, and “{one.exact}” is spelt otherwise."
                    yield suspected(reading, reason, "likely", (one.start, one.end), span)
                    return


def _two_styles(reading: Reading, by_family: dict[str, list[Mention]]) -> Iterator[Suspicion]:
    """“Mr Lee” and “Ms Lee”, the spokesman and the spokeswoman, where only one Lee is named."""
    for mentions in by_family.values():
        styles = [(mention, _style(reading, mention)) for mention in mentions]
        men = [(mention, style) for mention, style in styles if style in _MEN or style.endswith(_MALE)]
        women = [(mention, style) for mention, style in styles if style in _WOMEN or style.endswith(_FEMALE)]
        if men and women and len({m.given for m in mentions if m.full}) < 2 and not _kin_near(reading, *mentions):
            (man, his), (woman, her) = men[0], women[0]
            reason = (
                f"“{man.exact}” is styled {his}, and “{woman.exact}” {her}; no two persons of that name are introduced."
            )
            certainty: Certainty = "look" if her == "mrs" else "likely"  # to a Mr of that name, it may be
            yield _pair(reading, reason, certainty, man, woman)


def _style(reading: Reading, mention: Mention) -> str:
    """The title of a mention, or the word beside it that says what it is: spokeswoman, actor."""
    if mention.title in _MEN | _WOMEN:
        return mention.title
    before = _GENDERED.search(reading.text[max(0, mention.start - 20) : mention.start])
    after = _GENDERED_AFTER.match(reading.text[mention.end : mention.end + 50])
    return before[1].lower() if before else after[1].lower() if after else ""


def _two_ages(reading: Reading, by_family: dict[str, list[Mention]]) -> Iterator[Suspicion]:
    for mentions in by_family.values():
        if len({mention.given for mention in mentions if mention.full}) > 1 or _kin_near(reading, *mentions):
            continue
        ages = [(mention, age) for mention in mentions if (age := age_of(mention, reading.text)) is not None]
        for one, other in combinations(ages[:10], 2):
            if one[1] != other[1]:
                reason = f"“{one[0].exact}” is given the age of {one[1]} and of {other[1]}."
                spans = [(m.start, m.end + len(str(age)) + 2) for m, age in (one, other)]
                yield suspected(reading, reason, "likely", *spans)
                break


def _two_offices(reading: Reading, by_family: dict[str, list[Mention]]) -> Iterator[Suspicion]:
    """Hart, the police chief and the fire chief."""
    for mentions in by_family.values():
        if len({mention.given for mention in mentions if mention.full}) > 1 or _kin_near(reading, *mentions):
            continue
        held: dict[str, tuple[str, Mention]] = {}
        ranks = {mention.title: mention for mention in reversed(mentions) if mention.title in _RANKS and mention.full}
        if len({_LONG_RANKS.get(rank, rank) for rank in ranks}) > 1:
            one, other = sorted(ranks.values(), key=lambda mention: mention.start)[:2]
            told = f"“{one.title.title()} {one.exact}” and “{other.title.title()} {other.exact}”"
            yield _pair(reading, f"{told} give one person two ranks.", "likely", one, other)
        for mention in mentions:
            office = _OFFICE.search(_office_beside(reading, mention))
            if office:
                field, head = office["field"].lower().replace("defense", "defence"), office["head"].lower()
                before = held.setdefault(head, (field, mention))
                if before[0] != field:
                    reason = f"“{mention.exact}” is called {before[0]} {head} and {field} {head}."
                    yield _pair(reading, reason, "likely", before[1], mention)
                    break


def _office_beside(reading: Reading, mention: Mention) -> str:
    """The words right before and after a name that may be an office, without those of another time."""
    text, sentence = reading.text, reading.sentences[mention.sentence]
    before = re.split(r"[,;:.]", text[max(sentence.start, mention.start - 40) : mention.start].rstrip(" ,"))[-1]
    after = re.match(
        r",? (?:the |[A-Z]\w+[’']s )?(?:\w+ ){0,2}\w+", text[mention.end : min(sentence.end, mention.end + 50)]
    )
    beside = [
        piece for piece in (before, after[0] if after and after[0][0] == "," else "") if not _NOT_NOW.search(piece)
    ]
    return " | ".join(beside)


def _two_holders(reading: Reading, mentions: list[Mention]) -> Iterator[Suspicion]:
    """Two full names with one and the same sole office, and no word of another time."""
    held: dict[str, Mention] = {}
    for mention in mentions:
        office = _office(reading, mention) if mention.full else ""
        if not office or not _is_sole(office) or office == "president":
            continue
        one = held.setdefault(office, mention)
        if one.family != mention.family and one.sentence != mention.sentence:
            named = (len(office.split()) > 1 or office in _SOLE_ALONE) and not _OF_MANY_STATES.search(office)
            reason = f"“{one.exact}” and “{mention.exact}” are both called {office}."
            yield _pair(reading, reason, "likely" if named else "look", one, mention)
            return


def _is_sole(office: str) -> bool:
    """Whether a place or a body has one such office at a time."""
    if not office:
        return False
    head = office.partition(" of ")[0].partition(" for ")[0].split()[-1]
    return head in _SOLE

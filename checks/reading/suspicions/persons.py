"""The persons that an article names, each mention with its title, given name, surname and office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.reading.named.gazetteer import adjectives, given_names
from checks.reading.named.titles import (
    DAYS_AND_MONTHS,
    HEADS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    ROLES,
    STYLES,
    SUFFIXES,
)
from checks.reading.names import plain
from checks.reading.parts import Sentence
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CAPITAL = r"(?:(?:Mc|Mac|O[’']|D[’']|De|La|Le|Di|Van)?[A-ZÀ-Þ][a-zà-ÿ]+(?:[-’'][A-ZÀ-Þ]?[a-zà-ÿ]+)*(?<![’']s))"
_NAMED = re.compile(
    rf"(?<![\w’'-])(?P<given>{_CAPITAL})(?P<middle>(?: (?:[A-Z]\.|{_CAPITAL}))?) (?P<particle>(?:(?:van|von|de|da"
    rf"|del|der|den|dos|bin|al|el|la|le|ten|ter) ){{0,2}})(?P<family>{_CAPITAL})(?![\w-])"
)
_TITLES = listed(
    "mr mrs ms miss mx dr sir dame lord lady prof professor judge justice sgt sergeant capt captain det detective "
    "supt superintendent"
    " insp inspector cllr councillor councilman councilwoman councilor sen senator rep gov governor mayor sheriff "
    "chief gen general"
    " col colonel lt lieutenant maj major president coach officer constable commissioner minister rev reverend "
    "bishop ambassador"
)
_WORD = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?![\w-])")
_BESIDE = re.compile(
    r",? (?:who is )?(?:aged )?(?P<age>\d{1,3})\b(?! (?:years?|per|percent|people|million|times))|,? (?P<said>said"
    r"|says|told|added|who)\b"
)
_SAID_BEFORE = re.compile(r"\b(?:said|says|added|spokes\w+|named|called|identified as|by) $")
_ORGANISED = ORGANISATION_WORDS | PLACE_WORDS | listed(
    "show morning radio bill theatre street road avenue park square bridge river lake hotel stadium cup league "
    "prize award city county town united street school"
    " county college church act bill union company")  # fmt: skip
_MOST = 400  # mentions


@dataclass(frozen=True)
class Mention:
    """A person named: the place in the text, title, given name and surname (small, without accents), and sentence."""

    start: int
    end: int
    exact: str
    title: str
    given: str
    middle: str
    family: str
    sentence: int

    @property
    def full(self) -> bool:
        """Whether a given name is told."""
        return bool(self.given)


def persons_told(reading: Reading) -> list[Mention]:
    """Who is named in the article outside bylines and notices, in the order of the text.

    Without a model: a given name that is known, or a name after a title or beside an office, an age or “said”; and the
    surnames of those alone.
    """
    found: list[Mention] = []
    beside = {name.start for name in reading.names if name.kind == "person"}
    told = [(i, one) for i, one in enumerate(reading.sentences) if one.part in ("headline", "standfirst", "body")]
    for index, sentence in told:
        if len(found) < _MOST:
            found += _full(index, sentence, beside)
    families = {mention.family for mention in found}
    taken = {place for mention in found for place in range(mention.start, mention.end)}
    for index, sentence in told:
        for match in _WORD.finditer(sentence.exact):
            start, family = sentence.start + match.start(), plain(match[0])
            title = _title(sentence.exact[: match.start()])
            known = family in families or (title and not _no_name(match[0]))
            if known and start not in taken and len(found) < 2 * _MOST and _alone(sentence.exact, match):
                found.append(Mention(start, start + len(match[0]), match[0], title, "", "", family, index))
    return sorted(found, key=lambda mention: mention.start)


def _full(index: int, sentence: Sentence, beside: set[int]) -> Iterator[Mention]:
    """The mentions with a given name in a sentence."""
    text, at = sentence.exact, 0
    while match := _NAMED.search(text, at):
        start = sentence.start + match.start()
        title = _title(text[: match.start()])
        if _is_person(match, text, bool(title) or start in beside, sentence.part == "headline"):
            names = (plain(match["given"]), plain(match["middle"]), plain(match["family"]))
            yield Mention(start, sentence.start + match.end(), match[0], title, *names, index)
            at = match.end()
        else:
            at = match.end("given")


def _title(left: str) -> str:
    """The title that the words before a name end with, in small letters."""
    word = left[-24:].rpartition(" ")[0].rpartition(" ")[2] if left.endswith(" ") else ""
    title = word.rstrip(".").lower()
    return title if title in _TITLES and word[0].isupper() else ""


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether a surname stands by itself, and not in the name of a street or of somebody else."""
    before, after = text[: match.start()], text[match.end() : match.end() + 20]
    other = re.match(r"[-&]| (?:[A-Z][a-z]|and [A-Z][a-z]+ [A-Z])|[’']s? [A-Z]", after)
    return not other and (bool(_title(before)) or not re.search(r"(?:[A-Z][\w’'.]*|[-&]) ?$", before[-20:]))


def _no_name(word: str) -> bool:
    low = word.lower()
    return (
        low in DAYS_AND_MONTHS
        or low in ROLES
        or low in HEADS
        or low in STYLES
        or low in _ORGANISED
        or word in adjectives()
    )


def _is_person(match: re.Match[str], text: str, beside: bool, headline: bool) -> bool:
    given, middle, family = match["given"], match["middle"].strip(), match["family"]
    words = [word for word in (given, middle, family) if word]
    if any(_no_name(word) for word in words) or (given.lower() in NOT_NAMES and given not in given_names()):
        return False
    if beside and not headline:
        return True
    if re.match(r"[’']s? [A-Z]", text[match.end() :]) or re.match(r" [A-Z][a-z]", text[match.end() :]):
        return False
    after = _BESIDE.match(text, match.end())
    opens = match.start() == 0 and not given.lower().endswith(("ly", "ing", "ed"))
    spoken = bool(after and (match.start() > 0 or (opens and after["said"]))) or bool(
        _SAID_BEFORE.search(text[: match.start()])
    )
    return given in given_names() or (spoken and not headline and family.lower() not in SUFFIXES)


def age_of(mention: Mention, text: str) -> int | None:
    """The age that stands in commas after a name (“Sarah Khan, 45,”)."""
    found = re.match(
        r",? (?:who is |aged |is )?(\d{1,3})(?=[,.;)]| (?:and|of|from|who|was|is)\b)|,? \((\d{1,3})\)",
        text[mention.end : mention.end + 20],
    )
    return int(found[1] or found[2]) if found else None

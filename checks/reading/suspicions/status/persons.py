"""The persons that an article names, each mention with its title, given name, surname and what is said beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.named.gazetteer import adjectives, given_names, known_at
from checks.reading.named.titles import (
    DAYS_AND_MONTHS,
    HEADS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    ROLES,
    STYLES,
    SUFFIXES,
    SURNAMES,
)
from checks.reading.named.tokens import tokens_of
from checks.reading.names import plain
from checks.reading.parts import Name, Quotation, Sentence
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.roles import Role, is_role, role_after, role_before

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CAPITAL = (
    r"(?:Mc|Mac|O[’']|D[’']|De|La|Le|Di|Van)?[A-Z\u00c0-\u00de\u0100-\u017d][a-z\u00df-\u024f]+"
    r"(?:[-’'][A-Z\u00c0-\u00de]?[a-z\u00df-\u024f]+)*(?<![’']s)\b"
)
_PARTICLES = r"(?:(?:van|von|de|da|del|der|den|dos|bin|al|el|la|le|ten|ter|di|du) ){0,2}"
_SHORT = r"(?:Mrs?|Ms|Dr|Sgt|Capt|Lt|Col|Gen|Gov|Sen|Rep|Rev|Prof|Det|Insp|Supt|Cllr|Maj|Cpl|Hon)\."
_RUN = re.compile(
    rf"(?<![\w’'-])(?:{_SHORT}|{_CAPITAL}|[A-Z]\.)(?: {_PARTICLES}(?:{_SHORT}|{_CAPITAL}|[A-Z]\.))*(?![\w-])"
)
MEN, WOMEN = frozenset(("mr", "sir", "lord")), frozenset(("mrs", "ms", "miss", "dame", "lady"))
_TITLES = listed(
    "mr mrs ms miss mx dr sir dame lord lady prof professor judge justice sgt sergeant capt captain det detective"
    " supt superintendent insp inspector cllr councillor councilman councilwoman councilor sen senator rep gov governor"
    " mayor sheriff chief gen general col colonel lt lieutenant maj major president coach officer constable"
    " commissioner minister rev reverend bishop archbishop cardinal ambassador corporal brigadier admiral commander"
    " commodore private"
)
_SPEAKS = re.compile(
    r",? (?:who )?(?:then |also |later )?(?:said|says|told|tells|added|adds|wrote|explained|insisted|recalled|admitted"
    r"|argued|warned|replied)\b|, who\b"
)
_ACTS = re.compile(
    r", (?:the|its|his|her|an?) [a-z-]+(?: [a-z-]+)?,|"
    r", (?:aged )?\d\d[,.]|,? (?:was|is|had|has|will|would|himself|herself|[a-z]{2,}ed|[a-z]{3,}s|also|did|who"
    r"|took|went|gave)\b"
)
_SAID_BEFORE = re.compile(r"\b(?:said|says|added|according to|named|called|identified as|adds|asked) $")
_OF_A_PLACE = re.compile(r"\b(?:in|at|near|from|to|of|the|St\.?|Saint|outside|around|through|across) $")
_ORGANISED = ORGANISATION_WORDS | PLACE_WORDS | listed(
    "show morning radio bill theatre cup prize award act north south east west new saint san santa fort port point"
    " inn arms bell works mills hall house white black red green blue royal national international central news day"
    " war festival bank tv television road premier google street") - {"bell", "green", "black", "hall"}  # fmt: skip
_COMMON = NOT_NAMES | DAYS_AND_MONTHS
_NO_PERSON = (
    (DAYS_AND_MONTHS | ROLES | HEADS | STYLES | _ORGANISED) - SURNAMES - {"april", "may", "june", "dean", "summer"}
)
_NOBODY = _COMMON | _NO_PERSON | _TITLES
_OPENERS = listed("whereas unlike despite like when today yesterday given according among amid along instead perhaps")
_GOES_ON = re.compile(r"[’']s [A-Z]|[’'] [A-Z]| [A-Z&]|[-&/]| \d")
_GOES_BEFORE = re.compile(r"(?:[A-Z&][^\s,;:.]*|St\.|[-&/]) $|[-&/]$")
_UPPER = re.compile("[A-Z\u00c0-\u00de\u0100-\u017d]")
_AGED = re.compile(r",? (?:aged )?\d{1,2}(?=[,.;) ])(?! (?:years?|per|percent|people|million|times|[a-z]+s)\b)")
_SAID_LAST = re.compile(r"\b(?:said|says|added) $")
_MOST = 400  # mentions


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named: the place in the text, title, given name and surname (small, without accents), and sentence.

    `cue` is what shows that one word alone names a person: a title, that it speaks, or only that it acts; `roles` are
    what is said right beside the name, in the present; `opens` is true at the beginning of a sentence.
    """

    start: int
    end: int
    exact: str
    title: str
    given: str
    middle: str
    family: str
    sentence: int
    cue: str = ""
    roles: tuple[Role, ...] = ()
    opens: bool = False

    @property
    def full(self) -> bool:
        """Whether a given name is told."""
        return bool(self.given)


@dataclass(frozen=True, slots=True)
class Persons:
    """Who is named: mentions of those introduced by a full name or a title, and `strangers`, words alone that act like
    a person and are nobody's name; `by_family` are the mentions of each surname; `capitals` is where each run of words
    with capitals begins and ends, whoever or whatever it names."""

    mentions: tuple[Mention, ...]
    strangers: tuple[Mention, ...]
    by_family: dict[str, list[Mention]]
    fulls: tuple[Mention, ...]
    capitals: tuple[tuple[int, int], ...]


def persons_told(reading: Reading) -> Persons:
    """Who is named in the article outside bylines, notices and quotation marks, in the order of the text.

    Without a model: by given names that are known, and by titles, offices, trades, ages and “said” beside a name.
    """
    return _persons(reading.text, reading.sentences, reading.quotations, reading.names)


@lru_cache(maxsize=4)
def _persons(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], names: tuple[Name, ...]
) -> Persons:
    beside = {name.start for name in names if name.kind == "person"}
    fulls, alone, singles = [], [], []
    others: set[str] = set()  # words that stand in names of several words that are no person's
    runs = list(_runs(text, sentences, _quoted(quotations)))
    for run, index in runs:
        if " " not in run[0]:
            singles.append((run, index))
            continue
        sentence = sentences[index]
        mention = _mention(text, sentence, index, run, beside)
        if mention is None or (mention.full and sentence.part == "headline"):
            others.update(plain(word) for word in run[0].split())
        elif mention.full:
            fulls.append(mention)
        else:
            alone.append(mention)
    alone += _telling(text, sentences, singles, [*fulls, *alone])
    alone.sort(key=lambda one: one.start)
    cued = {mention.family for mention in alone if mention.cue}
    others.update(plain(run[0]) for run, _ in singles if plain(run[0]) in cued and _goes_on(text, *run.span()))
    fulls = [one for one in fulls if one.cue != "perhaps" or one.family in cued]
    families = {one.family for one in fulls}
    titled = {one.family for one in alone if one.cue == "titled"}
    fulls = [_with_roles(one, text, sentences) for one in fulls]
    known = [*fulls, *(_with_roles(one, text, sentences) for one in alone if one.family in families | titled)]
    known.sort(key=lambda one: one.start)
    given = {name for one in fulls for name in (one.given, *one.middle.split())}
    taken = families | given | (others - titled)
    strangers = [
        _with_roles(one, text, sentences)
        for one in alone
        if one.cue and one.family not in taken and not is_place(one.exact)
    ]
    by_family: dict[str, list[Mention]] = {}
    for mention in known:
        by_family.setdefault(mention.family, []).append(mention)
    return Persons(tuple(known), tuple(strangers), by_family, tuple(fulls), tuple(run.span() for run, _ in runs))


def _telling(
    text: str, sentences: tuple[Sentence, ...], singles: list[tuple[re.Match[str], int]], known: list[Mention]
) -> Iterator[Mention]:
    """The persons whom a word alone may name: it is somebody's surname, or it speaks or acts."""
    names = {word for one in known for word in one.exact.split()}
    nobody = adjectives()
    for run, index in singles:
        word = run[0]
        if word in nobody or len(word) < 3 or word.lower() in _NOBODY or word[-1] == ".":
            continue
        start, end = run.span()
        cue = _cue(text, start, end, "")
        if (cue or word in names) and not _goes_on(text, start, end):
            names.add(word)
            opens = start == sentences[index].start
            yield Mention(start, end, word, "", "", "", plain(word), index, cue, (), opens)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a name is a piece of a longer one: “Alden & Co”, “St. Alden”."""
    return bool(_GOES_ON.match(text, end) or _GOES_BEFORE.search(text[max(0, start - 12) : start]))


@lru_cache(maxsize=4096)
def is_place(word: str) -> bool:
    """Whether a word is the name of a place, a body or somebody that is known to all."""
    return known_at(tokens_of(word, ()).all, 0) is not None


def _quoted(quotations: tuple[Quotation, ...]) -> list[tuple[int, int]]:
    return sorted(
        (words.start, words.end)
        for one in quotations
        if one.kind != "title"
        for words in (one.quoted or ((one,) if one.kind == "direct" else ()))
    )


def _runs(
    text: str, sentences: tuple[Sentence, ...], quoted: list[tuple[int, int]]
) -> Iterator[tuple[re.Match[str], int]]:
    """The runs of words with capitals, outside quotation marks, with the index of the sentence."""
    starts, marks = [one.start for one in sentences], [start for start, _ in quoted]
    count, after = 0, 0
    for capital in _UPPER.finditer(text):
        if capital.start() < after:
            continue
        run = _RUN.match(text, capital.start())
        if run is None:
            continue
        count, after = count + 1, run.end()
        index = bisect_right(starts, run.start()) - 1
        if count > 4 * _MOST:
            return
        if index < 0 or sentences[index].part not in ("headline", "standfirst", "body"):
            continue
        at = bisect_right(marks, run.start()) - 1
        if at < 0 or quoted[at][1] <= run.start():
            yield run, index


def _mention(text: str, sentence: Sentence, index: int, run: re.Match[str], beside: set[int]) -> Mention | None:
    """The person that a run of words with capitals names; None for one that names none."""
    words, at, titles = run[0].split(" "), run.start(), []
    opens = at == sentence.start
    while words:
        low = words[0].lower().rstrip(".")
        if low in _TITLES and (len(words) > 1 or not is_role(low)):
            titles.append(low)
        elif not (len(words) > 1 and _leads(words, low, opens and not titles)):
            break
        elif is_role(low):
            titles.append(low)
        at += len(words.pop(0)) + 1
    if not words or len(words) > 5 or at > run.end():
        return None
    return _named(text, sentence, index, words, at, " ".join(titles), beside, opens)


def _leads(words: list[str], low: str, opens: bool) -> bool:
    """Whether the first word of a run is no part of the name: “But”, “Headteacher”, “Welsh”."""
    if low in NOT_NAMES or low in DAYS_AND_MONTHS or words[0] in adjectives():
        return opens or words[0] in adjectives()
    if words[0] in given_names():
        return False
    later = any(is_role(word.lower()) and word not in given_names() for word in words[1:-1])
    if low in HEADS | ROLES or (is_role(low) and len(words) > 2):
        return True
    return later and len(words) > 2


def _named(
    text: str, sentence: Sentence, index: int, words: list[str], at: int, title: str, beside: set[int], opens: bool
) -> Mention | None:
    end = at + len(" ".join(words))
    family = words[-1]
    if family.lower().rstrip(".") in SUFFIXES and len(words) > 2:
        words, family = words[:-1], words[-2]
    if any(word.lower() in _NO_PERSON or word in adjectives() for word in words) or len(family) < 3:
        return None
    left = text[max(0, at - 12) : at]
    if not title and _goes_on(text, at, end):
        return None
    if len(words) == 1:
        if family.lower() in NOT_NAMES:
            return None
        cue = _cue(text, at, end, title)
        return Mention(at, end, family, title, "", "", plain(family), index, cue, (), opens)
    given = words[0]
    if at == sentence.start and given.lower() in _OPENERS:
        return None
    if given.lower() in NOT_NAMES and given not in given_names():
        return None
    sure = bool(title or at in beside or given in given_names() or _is_said(text, at, end))
    if not sure and (_OF_A_PLACE.search(left) or given.endswith(".")):
        return None
    sure = sure or bool(role_before(text, sentence.start, at) or role_after(text, end, sentence.end))
    middle = " ".join(plain(word) for word in words[1:-1])
    exact = text[at:end]
    return Mention(
        at, end, exact, title, plain(given), middle, plain(family), index, "" if sure else "perhaps", (), opens
    )


def _with_roles(one: Mention, text: str, sentences: tuple[Sentence, ...]) -> Mention:
    sentence = sentences[one.sentence]
    roles = role_before(text, sentence.start, one.start), role_after(text, one.end, sentence.end)
    return replace(one, roles=tuple(role for role in roles if role)) if any(roles) else one


def _is_said(text: str, start: int, end: int) -> bool:
    """Whether somebody so named speaks, or has an age."""
    return bool(
        _SPEAKS.match(text, end) or _SAID_BEFORE.search(text[max(0, start - 20) : start]) or _AGED.match(text, end)
    )


def _cue(text: str, start: int, end: int, title: str) -> str:
    """What shows that a word alone is a person's name."""
    if title:
        return "titled"
    if _SPEAKS.match(text, end):
        return "speaks"
    if text[end : end + 1] in (",", ".", ";") and _SAID_LAST.search(text[max(0, start - 8) : start]):
        return "speaks"
    return "acts" if _ACTS.match(text, end) else ""


def age_of(mention: Mention, text: str) -> int | None:
    """The age that stands in commas after a name (“Sarah Khan, 45,”)."""
    found = re.match(
        r",? (?:who is |aged |is )?(\d{1,3})(?=[,.;)]| (?:and|of|from|who|was|is)\b)|,? \((\d{1,3})\)",
        text[mention.end : mention.end + 20],
    )
    return int(found[1] or found[2]) if found else None

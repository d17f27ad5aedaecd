"""Whom “the mayor” is: the one person whom the article names as mayor shortly before, or at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.reading.named import titles
from checks.reading.names import could_be, plain
from checks.reading.parts import Paragraph
from checks.reading.speech.cues import listed

_WORD = r"[A-Z][\w’'-]+"
_NAME = rf"(?P<name>(?:{_WORD}|[A-Z]\.)(?: (?:[A-Z]\.|{_WORD}|(?:de|van|von|bin|al|la|der|del)\b))*)"
_PLACE = rf"{_WORD}(?: {_WORD})*"
_OWNER = rf"(?P<owner>{_PLACE}|[\w’' -]{{1,30}}?)(?:[’']s|s[’'])"
_DETERMINER = rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|(?:[Tt]he )?{_OWNER}) )"
_FIELDS = r"(?:[a-z-]+ ){0,2}"  # *the harbour* minister
_OF = rf"(?: (?:of|for|at) (?:the )?(?P<of>{_PLACE}|[\w’' -]{{1,40}}?))?"
_ENDS = r"(?=[,.;:)\n])"
# What stands right before a post, and right after it: Mayor Ana Ruiz; Ana Ruiz, 40, the mayor; the mayor, Ana Ruiz.
_NAMED_AFTER = re.compile(rf"{_OF} {_NAME}(?: of (?P<from>{_PLACE}))?")
_OWNED = re.compile(rf"(?P<owner>{_PLACE})(?:[’']s|s[’'])? $")
_NAMED_BEFORE = re.compile(rf"{_NAME}(?:, \d+)?, {_DETERMINER}?{_FIELDS}$")
_AFTER_NAME = re.compile(rf"{_OF}{_ENDS}")
_DETERMINED = re.compile(rf"(?<!\w){_DETERMINER}{_FIELDS}$")
_NAME_BESIDE = re.compile(rf"{_OF}, {_NAME}{_ENDS}")
_SOME = re.compile(r"\b(?:an?|another|one|other|each|every) (?:[a-z-]+ )?$", re.IGNORECASE)
_OF_PLACE = re.compile(rf" of (?:the )?(?P<of>{_PLACE})")
_NEAR = 120  # characters before and after a post in which the name stands
_DESCRIBED = re.compile(
    rf"(?:[Tt]he|(?:[Tt]he )?(?P<owner>{_PLACE})(?:[’']s|s[’'])) (?P<post>[A-Za-z-]+(?: [A-Za-z-]+){{0,3}}?)"
    rf"(?: (?:of|for|at) (?:the )?(?P<of>.+))?"
)
# With one of these before it the same word is another post: a deputy mayor is not the mayor.
_ANOTHER_POST = listed(
    "deputy vice former ex acting assistant then late under shadow junior associate lieutenant prime next incoming"
    " would-be retired interim outgoing onetime one-time past previous future first second old senior chief"
)
_SHORT = {
    "senator": "sen", "governor": "gov", "representative": "rep", "congressman": "rep", "congresswoman": "rep",
    "general": "gen", "colonel": "col", "captain": "capt", "major": "maj", "sergeant": "sgt", "lieutenant": "lt",
    "professor": "prof", "doctor": "dr", "councillor": "cllr", "councilor": "coun", "detective": "det",
    "inspector": "insp", "superintendent": "supt", "admiral": "adm", "commander": "cmdr", "reverend": "rev",
}  # fmt: skip
_NO_NAMES = titles.NOT_NAMES | titles.DAYS_AND_MONTHS | titles.HEADLINE_VERBS
_NO_PERSONS = titles.ORGANISATION_WORDS | titles.PLACE_WORDS


@dataclass(frozen=True)
class Holder:
    """Somebody who is named with a post, where the words stand, and of what it is; no name where none is given."""

    start: int
    name: str
    of: str = ""


def holder_of(called: str, at: int, text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The full name of whom “the mayor”, said at a place in a text, is taken for; empty where it may be another.

    The one who is named with that post before it in the same paragraph or the one before; else in the whole text. Two
    of them, one without a name (“a mayor”), a deputy, and the mayor of another town are not taken for it.
    """
    described = _DESCRIBED.fullmatch(called)
    if not described or described["post"].lower().split()[-1] in _NO_PERSONS:
        return ""
    of = plain(described["of"] or described["owner"] or "")
    held = [one for one in _holders(described["post"], text) if one.start != at and of in ("", plain(one.of))]
    places = {plain(one.of) for one in held if one.name and one.of}
    held = [one for one in held if one.name or plain(one.of) not in places]
    number = next((i for i, paragraph in enumerate(paragraphs) if paragraph.start <= at < paragraph.end), 0)
    since = paragraphs[max(number - 1, 0)].start if paragraphs else 0
    near = [one.name for one in held if since <= one.start < at] or [one.name for one in held]
    longest = max(near, key=len, default="")
    if not all(name and could_be(name, longest) for name in near):
        return ""
    return max((one.name for one in held if one.name and could_be(one.name, longest)), key=len, default="")


def _holders(post: str, text: str) -> Iterator[Holder]:
    """Who is named with a post in a text, and where somebody without a name is: a mayor, the mayors, that of Larch."""
    words = r"\s+".join(re.escape(word) for word in post.split())
    short = rf"|{_SHORT[post.lower()]}\b\.?" if post.lower() in _SHORT else ""
    for match in re.finditer(rf"\b(?i:{words}(?P<several>s)?\b{short})", text):
        before, after = text[max(match.start() - _NEAR, 0) : match.start()], f"{text}\n"[match.end() :][:_NEAR]
        if match["several"]:
            yield Holder(match.start(), "")
        elif not _of_another_post(before):
            found = _named(before, after, match[0][0].isupper())
            some = None if found else _SOME.search(before) or _OF_PLACE.match(after)
            if found or some:
                name, of = found or ("", some.groupdict().get("of", "") if some else "")
                yield Holder(match.start(), name, of)


def _named(before: str, after: str, alone: bool) -> tuple[str, str] | None:
    """The name beside a post, and of what the post is; with a capital on the post a surname `alone` is a name."""
    found = _NAMED_AFTER.match(after)
    if found and (name := _person(found["name"], least=1 if alone else 2)):
        owner = _OWNED.search(before)
        return name, found["of"] or found["from"] or (owner["owner"] if owner else "")
    found, rest = _NAMED_BEFORE.search(before), _AFTER_NAME.match(after)
    if found and rest and (name := _person(found["name"], least=2)):
        return name, rest["of"] or found["owner"] or ""
    rest, found = _DETERMINED.search(before), _NAME_BESIDE.match(after)
    if found and rest and (name := _person(found["name"], least=2)):
        return name, found["of"] or rest["owner"] or ""
    return None


def _of_another_post(before: str) -> bool:
    """Whether the word before makes it another post: *deputy* mayor, *former* mayor, *vice-*president."""
    word = re.search(r"([\w-]+?)[ -]$", before)
    return word is not None and word[1].lower() in _ANOTHER_POST


def _person(words: str, *, least: int) -> str:
    """The words of a name up to one that is none; empty where they are too few, or no person's."""
    kept: list[str] = []
    for word in words.split():
        bare = re.sub(r"[’']s?$", "", word)
        if bare.lower() in _NO_NAMES:
            break
        kept.append(bare)
    return " ".join(kept) if len(kept) >= least and kept[-1].lower() not in _NO_PERSONS else ""

"""Who speaks in an article: named or not, in what role, for whom, and why a name is withheld."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from checks.reading.parts import Name, Quotation, Voice
from checks.reading.speech.anonymity import anonymity_in
from checks.reading.speech.cues import CUES, HAVE, SHAPES, listed
from checks.reading.speech.reported import STRONG
from checks.reading.speech.speakers import PARTICLES, PERSONAL, POST, SOME, WORD, Speaker, described, without_determiner

_ANY = re.compile(r"(?:an?|one|former|ex-\w+|another) ", re.IGNORECASE)
_NEAR_A_POST = re.compile(
    r"\b(?:deputy|assistant|aide|adviser to|advisor to|assistants|aides|junior|vice|a spokes\w+|officials?)\b",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:statement|release|comments?|remarks?|letter|report|interview)s? (?:issued|released|published|posted"
    r"|distributed|provided|circulated|put out|sent out|shared) (?:on [A-Z]\w+ )?by (?:the )?"
    r"(?P<by>[A-Z][\w’'.&-]*(?: (?:of|for|the|and|[A-Z][\w’'.&-]*))*)"
)
# How nouns for people end; others (“the stakes”) speak only where they are quoted or “said” something.
_HUMAN = re.compile(
    r"(?:er|or|ist|ian|ant|ent|man|woman|men|women|person|people|official|aide|critic|chief|head|wife|husband|friend"
    r"|expert|source|family|crew|staff|police|coach|judge|witness|nurse|pilot|captain|guard|ally|allie|rival|victim"
    r"|colleague|host|king|queen|analyst|citizen|candidate|delegate|[td]ee|oyee|ugee|ic|mp|sheriff|mum|dad"
    r"|son|sibling|boss|representative|executive|detective|relative|native|couple|girl|boy|kid|adult|fan|chair|at|figure"
    r"|secretary|deputy|accused|deceased|neighbour|guest|prosecution|defence|attorney|advocate|veteran|scholar|spokes\w+)(?:e?s)?$"
)
_NEAR = 4  # sentences between a pronoun and the last words of the one it is taken for
_LONGEST = 2000  # characters of a sentence that are looked at
_SEVERAL = re.compile(
    r"(?:groups|firms|banks|unions|clubs|teams|schools|hospitals|councils|universities|agencies|companies|parties)$"
)
_FINDINGS = listed("found finds showed shows estimates estimated show find")
_SPEAKS = frozenset(("say", "tell", "of", "mind"))
_PLURAL_HEAD = re.compile(r"(?:[a-z]+s|police|people|men|women|children|staff)$")


def voices_in(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[tuple[int, int]], names: Sequence[Name] = ()
) -> list[Voice]:
    """Who speaks in the text, in the order of appearance; one voice for one speaker.

    A surname, a pronoun or “the official” is joined to the last fuller form that it fits; that is a proposal. `named`
    is only said of a person. An organisation or a document is a voice where it is quoted whole or said something on
    one occasion; it is never `named`, and its `note` says what it is. `sentences` are spans in code points, `names` may
    be empty. Never raises.
    """
    starts = [start for start, _ in sentences]
    kinds = {name.exact: name.kind for name in names}
    full = {name.exact: name.of for name in names if name.of}
    found: list[Speaker] = []
    for index, quotation in enumerate(quotations):
        if quotation.speaker is None or quotation.kind in ("title", "scare") or not _speaks(quotation):
            continue
        at = bisect_right(starts, quotation.speaker.start) - 1
        said = _sentence(text, sentences, at)
        speaker = _join(found, described(quotation.speaker.exact, text, kinds, full), quotation, at)
        if speaker is None:
            continue
        speaker.quotations.append(index)
        first, last = (
            bisect_right(starts, quotation.start) - 1,
            bisect_right(starts, max(quotation.start, quotation.end - 1)) - 1,
        )
        speaker.sentences.update(range(max(first, 0), last + 1))
        unnamed = said if speaker.kind == "unnamed" else ""  # what else the sentence says of names is not of this one
        speaker.anonymity = speaker.anonymity or anonymity_in(quotation.speaker.exact, unnamed)
        speaker.note = speaker.note or _note(speaker, said)
    return [
        Voice(
            one.exact, one.kind == "person", one.role, one.organisation, one.anonymity,
            tuple(one.quotations), tuple(sorted(one.sentences)), one.note,
        )
        for one in found
    ]  # fmt: skip


def _speaks(quotation: Quotation) -> bool:
    """Whether a cue says that somebody spoke or wrote, not only planned or wished."""
    if quotation.cue is None or quotation.kind == "direct":
        return True
    sorts = {sort for word in WORD.findall(quotation.cue.exact.lower()) for sort in CUES.get(word, {})}
    return bool(sorts & _SPEAKS) or not sorts


def _says(quotation: Quotation) -> bool:
    """Whether a quotation is direct, or its cue a verb of saying that things seldom stand before."""
    cue = quotation.cue.exact.lower().split() if quotation.cue else []
    return quotation.kind == "direct" or any(word in STRONG for word in cue)


def _utters(new: Speaker, quotation: Quotation) -> bool:
    """Whether an organisation or a document said something on one occasion: quoted whole, or a simple tense of saying.

    “Police confirmed” and “the report found” are voices; “the bank has long denied” and “aid groups warn” sum up what
    was said over time or by several, and a document “according to” which something is so is cited: it does not speak.
    """
    if quotation.kind == "direct":
        return True
    cue = quotation.cue.exact.lower().split() if quotation.cue else []
    if cue[:2] == ["according", "to"]:
        return new.kind == "organisation"
    several = _SEVERAL.search(new.head) is not None and new.kind == "organisation"
    if not cue or any(word in HAVE for word in cue) or (several and "base" in SHAPES.get(cue[-1], ())):
        return False
    sorts = CUES.get(cue[-1], {}).keys() | CUES.get(cue[0], {}).keys()
    told = (
        "say" in sorts
        or "tell" in sorts
        or (quotation.kind == "mixed" and "of" in sorts and new.kind == "organisation")
    )
    return told or (new.kind == "document" and cue[-1] in _FINDINGS)


def _sentence(text: str, sentences: Sequence[tuple[int, int]], at: int) -> str:
    return text[slice(*sentences[at])][:_LONGEST] if 0 <= at < len(sentences) else ""


def _join(found: list[Speaker], new: Speaker, quotation: Quotation, at: int) -> Speaker | None:
    """The voice that a speaker belongs to: an earlier one that it fits, or a new one; None if it is no voice."""
    if new.kind == "pronoun":
        wanted = ("person", "unnamed") if new.head in PERSONAL else ("unnamed", "organisation", "person")
        for one in reversed(found):
            if at - max(one.sentences) > _NEAR:
                continue
            if one.kind in wanted and (
                new.head not in PERSONAL or not _PLURAL_HEAD.search(one.head) or one.kind == "person"
            ):
                return one if new.head in PERSONAL | {"they"} else None
        return None
    if new.exact.lower() == new.head and new.head in SOME and quotation.kind != "direct":
        return None  # “many say”
    if new.kind == "unnamed" and not _HUMAN.search(new.head) and not _says(quotation):
        return None  # “the stakes signal that”
    if new.kind == "thing" or (new.kind in ("organisation", "document") and not _utters(new, quotation)):
        return None
    definite = re.match(r"(?:the|that|this|his|her) ", new.exact, re.IGNORECASE)
    for one in reversed(found):
        if new.kind == "unnamed" and one.kind == "person" and definite and _described_as(one, new.head):
            return one
        if one.kind != new.kind:
            continue
        if new.kind == "person" and one.surname == new.surname and _compatible(one.exact, new.exact):
            if len(new.exact) > len(one.exact):
                one.exact = new.exact
            one.role, one.organisation = one.role or new.role, one.organisation or new.organisation
            return one
        if new.kind != "person" and one.head == new.head and (definite or _same(one, new)):
            return one
    found.append(new)
    return new


def _described_as(one: Speaker, noun: str) -> bool:
    """Whether “the striker” or “the 29-year-old” can be this person."""
    return noun.endswith("-year-old") or noun in one.role.lower().split()


def _compatible(one: str, other: str) -> bool:
    """Whether two names with one surname can be one person: a given name missing, or the same initial."""
    ours, theirs = ([word for word in name.split()[:-1] if word.lower() not in PARTICLES] for name in (one, other))
    return not ours or not theirs or ours[0][0] == theirs[0][0]


def _same(one: Speaker, new: Speaker) -> bool:
    """Whether two unnamed forms say the same; “another official” and “some analysts” twice are not the same."""
    if re.match(r"(?:another|other|a second|a third|one|some|several) ", new.exact, re.IGNORECASE):
        return False
    return without_determiner(one.exact.split(",")[0]).lower() == without_determiner(new.exact.split(",")[0]).lower()


def _note(speaker: Speaker, said: str) -> str:
    """What to look at: a post that few have held, and words credited to another organisation than the speaker's."""
    notes = [speaker.note] if speaker.note else []
    if (
        speaker.kind == "unnamed"
        and _ANY.match(speaker.exact)
        and not speaker.head.endswith("s")
        and POST.search(speaker.role)
        and not _NEAR_A_POST.search(speaker.role)
    ):
        notes.append("a post that few people have held: the person may be told from a list of them")
    credited = _CREDITED.search(said)
    if credited and speaker.organisation and credited["by"].strip() not in speaker.organisation:
        notes.append(f"speaks for {speaker.organisation}, but the words were issued by {credited['by'].strip()}")
    return "; ".join(notes)

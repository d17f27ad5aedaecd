"""One fact, three forms: *no state grew more wheat than Ohio*, *more than any other state*, *the largest grower*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import own_words, said
from checks.reading.slots.ranked import is_upper, ranks_in, scale_of
from checks.reading.slots.ranked_scopes import scope_of, width_of
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NONE_MORE = re.compile(
    r"\b(?:no|nowhere|nobody|no one)\b(?P<field>[^.;,]*?)"
    r"\b(?P<more>more|fewer|less|worse|better|as (?:much|many|few|little)|[a-z]+er)\b"
    r"(?P<thing>[^.;]*?)\b(?:than|as)\b(?P<who>[^.;,]*)",
    re.IGNORECASE,
)
_THAN_ANY = re.compile(
    r"(?P<before>[^.;]*?)\b(?P<more>more|fewer|less|worse|better|[a-z]+er)\b(?P<thing>[^.;]*?)"
    r"\bthan (?:in |at |on |by |from |of )?"
    r"(?:any(?:where|body|one)?(?: other| else)?|every other|all (?:the )?other|the rest)\b(?P<field>[^.;,]*)",
    re.IGNORECASE,
)
_EVERY_OTHER = re.compile(
    r"\b(?:every other|all (?:the )?other|the other|any other)\b(?P<thing>[^.;,]*?)\b(?:is|are|was|were|has|have|had) "
    r"(?:[a-z]+ ){0,2}?(?P<more>more|fewer|less|worse|better|[a-z]+er)\b(?P<rest>[^.;]*?)\bthan(?P<who>[^.;,]*)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:rates?|per [\d,]+|per (?:head|capita|person|inhabitant|resident)|(?:for|per) (?:each|every) \w+|a head"
    r"|proportion(?:ally|ately)?|share|percentage"
    r"|(?:relative to|measured against|in proportion to|adjusted for|allowing for) (?:\w+ )?population)\b",
    re.IGNORECASE,
)
_DOWN = listed("fewer less smaller lower worse shorter cheaper slower younger poorer colder few little")
_AMOUNTS = frozenset({"size", "height", "number"})
_MEASURE = listed(
    "rate number total amount level share population head inhabitant capita resident person each every rank place"
)
_LIGHT = listed("be have do other record see show become remain measure take win get than any more most")
_JOINING = frozenset({"DET", "ADP", "AUX", "SCONJ", "ADJ", "ADV", "VERB", "CCONJ"})
_LONGEST = 1000  # characters of a sentence that are read


@dataclass(frozen=True)
class Statement:
    """Who comes first in what, among whom: `rate` where it is told of a rate and not of a number."""

    who: tuple[Token, ...]
    thing: tuple[Token, ...]
    field: tuple[Token, ...]
    scale: str
    up: bool
    place: int
    among: bool
    rate: str
    words: str
    tokens: frozenset[int]
    since: tuple[Token, ...] = ()


def first_of_all(claim: Doc, passage: Doc) -> tuple[list[Slot], set[int]] | None:
    """Does the passage put the same one first, in the same thing and among the same?

    For a claim that says so by a comparison (*no … more than*, *more than any other*), or a passage that does; None
    where neither does, or where they do not speak of the same one and the same thing. Gives the slots, and the tokens
    of the claim (by index) that they answer for: all that tells who, of what and among whom.
    """
    compared = [*_compared(claim)], [*_compared(passage)]
    if not compared[0] and not compared[1]:
        return None
    ours = compared[0] or list(_superlatives(claim))
    theirs = [*compared[1], *_superlatives(passage)]
    for one in ours:
        for other in theirs:
            if _told(one.who, other.who) and _told(one.thing, (*other.thing, *other.field)):
                return _slots(one, other, claim, passage), set(one.tokens)
    return None


def _slots(one: Statement, other: Statement, claim: Doc, passage: Doc) -> list[Slot]:
    slots = [Slot("who", said(list(one.who)), said(list(other.who)), Relation.AGREE)]
    relation, why = Relation.AGREE, ""
    widest = max((width_of(token) for token in other.field), default=0)
    field = [t for t in one.field if not _told((t,), tuple(passage)) and not (0 < width_of(t) < widest)]
    lost = [t for t in (*other.field, *other.since) if _bounds(t, other) and not _same((t,), claim)]
    amounts = {one.scale, other.scale} <= _AMOUNTS or bool(one.rate and other.rate)
    if not amounts and one.scale != other.scale:
        relation, why = Relation.NOT_STATED, "another scale"
    elif one.up != other.up and not (one.rate and other.rate):
        relation, why = Relation.CONFLICT, "the other end"
    elif one.place != other.place or (other.among and not one.among):
        relation, why = Relation.CONFLICT, "another place, or one of several there"
    elif lost:
        relation, why = Relation.CONFLICT, f"the claim leaves out “{lost[0].text}”"
    elif field:
        relation, why = Relation.NARROWER, f"the passage does not say “{field[0].text}”"
    slots.append(Slot("rank", one.words, other.words, relation, why))
    if other.rate and not one.rate:
        slots.append(
            Slot("statistic", one.words, other.rate, Relation.CONFLICT, f"the claim leaves out “{other.rate}”")
        )
    elif one.rate and not other.rate:
        slots.append(
            Slot("statistic", one.rate, other.words, Relation.NARROWER, f"the passage does not say “{one.rate}”")
        )
    return slots


def _bounds(token: Token, statement: Statement) -> bool:
    """Whether the word makes the field smaller: a name, a time; not *the country's*, *the world's*."""
    return token in statement.since or (token.pos_ in ("PROPN", "ADJ") and token.text[:1].isupper())


def _compared(doc: Doc) -> Iterator[Statement]:
    for sentence in doc.sents:
        text = sentence.text[:_LONGEST]
        if " than " not in text and " as " not in text:
            continue
        none, any_other = _NONE_MORE.search(text), _THAN_ANY.search(text)
        rate = _RATE.search(text)
        told = rate[0] if rate else ""
        every = _EVERY_OTHER.search(text)
        if every and _compares(sentence, every.start("more")):
            found = _in(sentence, *every.span("thing"))
            places = [t for t in found if t.dep_ == "pobj"]
            inside = [t for place in places for t in own_words(place)]
            thing = _content([*(t for t in found if t not in inside), *_in(sentence, *every.span("rest"))])
            who = _content(_in(sentence, *every.span("who")))
            told_ = _statement(sentence, every, who, thing, _content(inside), told)
            yield replace(told_, up=not _is_up(every["more"].lower()))
        elif none and _compares(sentence, none.start("more")):
            middle = _in(sentence, none.start("field"), none.end("field"))
            verb = next((t.i for t in middle if t.pos_ in ("VERB", "AUX")), middle[-1].i + 1 if middle else 0)
            field = _content([t for t in middle if t.i < verb])
            thing = _content([*(t for t in middle if t.i >= verb), *_in(sentence, *none.span("thing"))])
            who = _content(_in(sentence, *none.span("who")))
            yield _statement(sentence, none, who, thing or field, field if thing else (), told)
        elif any_other and _compares(sentence, any_other.start("more")):
            before, thing_ = _in(sentence, *any_other.span("before")), _in(sentence, *any_other.span("thing"))
            field = _content(_in(sentence, *any_other.span("field")))
            if any(t.dep_ in ("nsubj", "nsubjpass") and t.pos_ != "ADJ" for t in before):
                verb = next((t.i for t in before if t.pos_ in ("VERB", "AUX")), before[-1].i + 1 if before else 0)
                who = _content([t for t in before if t.i < verb])
                yield _statement(
                    sentence, any_other, who, _content([*(t for t in before if t.i >= verb), *thing_]), field, told
                )
            else:  # “More bicycles are stolen in Cambridge than in any other city”
                places = [t for t in thing_ if t.dep_ == "pobj"]
                who = tuple(t for p in places[-1:] for t in _content(own_words(p)))
                yield _statement(
                    sentence, any_other, who, tuple(t for t in _content(thing_) if t not in who), field, told
                )


def _statement(
    sentence: Span,
    found: re.Match[str],
    who: tuple[Token, ...],
    thing: tuple[Token, ...],
    field: tuple[Token, ...],
    rate: str,
) -> Statement:
    more = found["more"].lower().split()[-1]
    used = frozenset(t.i for t in (*who, *thing, *field)) | {
        t.i for t in _in(sentence, found.start(), found.end()) if t.pos_ in _JOINING or t.lemma_ in _MEASURE
    }
    shown = (
        sentence.text[found.start("more") : found.end()].strip()
        if "before" in found.re.groupindex
        else found[0].strip()
    )
    return Statement(who, thing, field, _scale(more), more not in _DOWN, 1, False, rate, shown, used)


def _scale(more: str) -> str:
    """The scale of a comparative: that of its superlative."""
    if more in ("worse", "better"):
        return "quality"
    return scale_of(f"{more[:-2]}est") or "number"


def _is_up(more: str) -> bool:
    return more not in _DOWN and (is_upper(f"{more[:-2]}est"))


def _superlatives(doc: Doc) -> Iterator[Statement]:
    """*X is the largest Y of Z*, *X had the highest rate of Y*."""
    for rank in ranks_in(doc):
        verb = rank.noun
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if not subjects or subjects[0] == rank.noun:
            continue
        words = [t for t in rank.noun.subtree if t.i not in rank.tokens]
        rate = _RATE.search(said(list(rank.noun.subtree))) or _RATE.search(rank.noun.sent.text)
        thing = _content([t for t in words if t.dep_ != "poss"])
        scope = scope_of(rank.token, rank.noun)
        field = tuple(t for t in (*scope.places, *_content([t for t in words if t.dep_ == "poss"])) if t.pos_ != "PRON")
        thing += () if verb.lemma_ in _LIGHT else (verb,)
        who, told = _content(own_words(subjects[0])), rate[0] if rate else ""
        used = rank.tokens | {t.i for t in words} | {verb.i}
        place, among = rank.place, rank.among
        yield Statement(who, thing, field, rank.scale, rank.up, place, among, told, rank.exact, used, scope.since)


def _compares(sentence: Span, start: int) -> bool:
    at = sentence[0].idx + start
    token = next((t for t in sentence if t.idx <= at < t.idx + max(len(t), 1)), None)
    return token is not None and (
        token.tag_ in ("JJR", "RBR") or token.lower_ == "as" or token.lower_ in ("more", "less", "fewer")
    )


def _in(sentence: Span, start: int, end: int) -> list[Token]:
    base = sentence[0].idx
    return [t for t in sentence if t.idx < base + end and base + start < t.idx + len(t)]


def _content(tokens: list[Token]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if _tells(token))


def _tells(token: Token) -> bool:
    """Whether the word says what is compared: not how it is measured, nor the comparison, nor a time or a number."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN", "VERB", "ADJ") or token.tag_ in ("JJR", "RBR", "JJS", "RBS"):
        return False
    return not (lemma in _MEASURE or lemma in _LIGHT or token.ent_type_ in ("DATE", "TIME") or token.like_num)


def _same(words: tuple[Token, ...], text: Doc) -> bool:
    """Whether the text has the very word, or one of the same people or country."""
    return all(any(w.lemma_ == t.lemma_ or _one_people(w, t) for t in text) for w in words)


def _one_people(one: Token, other: Token) -> bool:
    from checks.reading.slots.names_alike import people_of

    return bool(people_of(one.text)) and people_of(one.text) == people_of(other.text)


def _told(words: tuple[Token, ...], others: tuple[Token, ...]) -> bool:
    """Whether each word has one of the same sense among the others; false where there is none to look for."""
    return bool(words) and all(any(_alike(one, other) for other in others) for one in words)


def _alike(one: Token, other: Token) -> bool:
    from checks.reading.slots.words import likeness

    mine, their = one.lemma_.lower(), other.lemma_.lower()
    if mine == their or one.lower_ == other.lower_:
        return True
    if _one_people(one, other):
        return True
    short, long = sorted((mine, their), key=len)
    if len(short) > 3 and long.startswith(short) and long[len(short) :] in ("er", "r", "or", "ing", "s"):
        return True
    found = likeness(mine, their, one.pos_)
    return bool(found and found.stated)

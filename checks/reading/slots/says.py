"""Who says so: the voice behind a reporting word, what its word is worth, and whether a claim has dropped it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from checks.reading.slots.implicatives import AUTHORITIES, CLAIMANTS, MEDIA, RECORDS, THAT
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.status_clause import Layer, subject_of
from checks.reading.slots.status_kinds import Status
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.roles import is_role

if TYPE_CHECKING:
    from spacy.tokens import Token

Sort = Literal["", "authority", "record", "claimant", "media", "person"]
_COUNTERS = listed("office bureau census registry observatory statistics auditor inspectorate service agency")
_VERB = (
    r"(said|says|say|shows?|showed|suggests?|suggested|found|claims?|claimed|alleges?|alleged|wrote|reports|reported"
    r"|announced|confirmed|indicates?|indicated|insists|insisted|believes?|argues?|argued|told \w+|contends?|contended)"
)
_WHEN = r"(?: (?:on|in|at|during|through|last|this|yesterday|to|by|late|earlier)\b[^,;“”]{0,40})?"
# A voice at the end, or between commas, that the parser took for something else; with “it was” for nobody's.
_END = re.compile(rf", ([^,;:“”\"]{{2,70}}?) {_VERB}{_WHEN}[.”\"]?\s*$")
_BETWEEN = re.compile(rf", ([^,;:“”\"]{{2,50}}?) {_VERB}{_WHEN},")
_SPOKESMEN = listed(
    "spokesman spokeswoman spokesperson executive chief boss owner director manager chairman chairwoman president"
    " management board founder officer head leader organiser organizer"
)
_LONGEST = 8  # words of a speaker's name that are kept
_HAPPENS = listed(
    "die fall rise drop climb grow increase decrease decline reach stand total lead rank number hit peak recover"
)
_UNSURE = listed("unconfirmed unverified unsubstantiated conflicting disputed rumoured rumored initial early")
_INTENDED = frozenset(("possible", "to come", "decided", "planned", "promised", "proposed", "intended", "considered"))


def sort_of(sayer: Token | None) -> Sort:
    """What kind of voice is it, by its noun: an authority, a record, a party to a dispute, a newspaper, a person?"""
    if sayer is None:
        return ""
    low, lemma = sayer.lower_, sayer.lemma_.lower()
    for table, sort in ((CLAIMANTS, "claimant"), (RECORDS, "record"), (MEDIA, "media"), (AUTHORITIES, "authority")):
        if low in table or lemma in table:
            return sort  # type: ignore[return-value]
    if sayer.ent_type_ == "PERSON" or sayer.lower_ in ("he", "she", "i"):
        return "person"
    if sayer.ent_type_ == "ORG" or (sayer.ent_type_ == "GPE" and sayer.pos_ == "PROPN"):
        return "authority"
    return "person" if sayer.pos_ == "PROPN" or sayer.tag_ == "NN" else ""


def name_of(sayer: Token) -> str:
    """The words for a voice, without what follows its noun after a comma or in a clause."""
    doc, first, last = sayer.doc, sayer.left_edge.i, sayer.i
    for one in sayer.rights:
        clause = one.dep_ == "prep" and any(child.dep_ == "pcomp" for child in one.children)
        if one.is_punct or clause or one.dep_ in ("relcl", "acl", "appos"):
            break
        last = max(last, one.right_edge.i)
    text: str = doc[max(first, last - _LONGEST) if last - first > _LONGEST else first : last + 1].text
    return text


def speaker_of(word: Token) -> Token | None:
    """Who says what a reporting word reports: its subject, in the passive its agent, of a noun its owner."""
    if word.pos_ in ("NOUN", "PROPN"):
        owner = next((one for one in word.children if one.dep_ == "poss"), None)
        if owner is not None:
            return owner
        voiced = next((one for one in word.children if one.dep_ == "acl" and one.tag_ == "VBN"), None)
        return _after(word, ("by", "from")) or (_after(voiced, ("by",)) if voiced is not None else None)
    verb = word.head if word.dep_ in ("acomp", "oprd") else word
    if any(one.dep_ in ("auxpass", "nsubjpass") for one in verb.children) or _is_bare_passive(verb):
        agent = next((one for one in verb.children if one.dep_ == "agent"), None)
        return next((one for one in agent.children if one.dep_ == "pobj"), None) if agent is not None else None
    subject = subject_of(verb)
    return None if subject is not None and subject.lower_ in ("it", "there") and _is_empty(subject) else subject


def _is_bare_passive(verb: Token) -> bool:
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl", "amod")
        and not any(one.lower_ in ("have", "has", "had", "having") for one in verb.children)
    )


def _is_empty(subject: Token) -> bool:
    """Whether “it” stands for nothing: “it is clear that”, “it seems that”."""
    verb = subject.head
    return subject.dep_ == "expl" or verb.lemma_ in ("be", "seem", "appear", "emerge", "transpire")


def _after(word: Token, prepositions: tuple[str, ...]) -> Token | None:
    for child in word.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def beside(node: Token, whole: bool = False) -> list[Layer]:
    """The voices that stand beside a clause: “according to police”, “as the minister put it”, “, she said”.

    `whole` looks through the whole sentence for “according to”, which the parser may have hung on a noun, and for a
    voice at its end that the parser took for something else.
    """
    found = []
    for child in node.sent if whole else node.children:
        if child.lower_ == "according" and child.i + 1 < len(child.doc) and child.nbor().lower_ == "to":
            voice = next((one for one in child.nbor().children if one.dep_ == "pobj"), None)
            if voice is not None:
                unsure = any(one.lower_ in _UNSURE for one in voice.lefts)  # “according to unconfirmed reports”
                fact = not unsure and (sort_of(voice) == "record" or voice.lower_ in _COUNTERS)
                kind = "fact" if fact else "say"
                found.append(Layer("alleged" if unsure else "", False, child.i, voice.i, kind, child, voice))
        elif not whole and child.dep_ in ("parataxis", "advcl", "ccomp", "dep", "conj") and _is_aside(child, node):
            found.append(_voice(child, speaker_of(child)))
    return found or (_at_the_end(node) or _before_colon(node) if whole else [])


def _voice(verb: Token, sayer: Token | None) -> Layer:
    effect = THAT[verb.lemma_.lower()]
    reality = "" if effect.reality == "done" else effect.reality
    return Layer(reality, effect.turns, verb.i, verb.i, effect.kind, verb, sayer)


def _at_the_end(node: Token) -> list[Layer]:
    sentence = node.sent
    at, doc = sentence.start_char, sentence.doc
    text = sentence.text
    if ";" in text:  # each half has its own voice
        since = text.rfind(";", 0, node.idx - at) + 1
        until = text.find(";", node.idx - at)
        at, text = at + since, text[since : until if until >= 0 else None]
    for pattern in (_END, _BETWEEN):
        match = pattern.search(text)
        span = doc.char_span(at + match.start(1), at + match.end(1)) if match else None
        if span is None or span.end >= sentence.end or span.start <= node.i < span.end:
            continue
        verb = doc[span.end]
        if verb.lemma_.lower() in THAT and verb != node and not (pattern is _END and node.i > span.start):
            if span.text.lower() in ("it was", "it is", "it has been", "it had been"):
                return [Layer("alleged", False, span.start, verb.i, "say", verb)]
            return [_voice(verb, span.root if span.root.i != verb.i else span[-1])]
    return []


def _before_colon(node: Token) -> list[Layer]:
    """“The governor took another view: “We were not asked.””"""
    doc = node.doc
    colon = next((i for i in range(node.i, max(node.i - 30, 0), -1) if doc[i].text == ":"), None)
    if not colon or colon + 1 >= len(doc) or not doc[colon + 1].is_quote:
        return []
    finite = ("VBD", "VBZ", "VBP")
    verb = next((one for one in reversed(doc[:colon]) if one.tag_ in finite and one.dep_ != "relcl"), None)
    sayer = subject_of(verb) if verb is not None else None
    return [Layer("", False, colon, colon, "say", verb, sayer)] if sayer is not None else []


def _is_aside(child: Token, node: Token) -> bool:
    """Whether a clause beside another only says who says so: “, police said”, “as the company admitted”."""
    effect = THAT.get(child.lemma_)
    if effect is None or not effect.kind or child.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if any(one.dep_ in ("ccomp", "dobj", "xcomp") for one in child.children):
        return False
    if child.dep_ == "advcl":
        return any(one.lower_ == "as" for one in child.children)
    if child.dep_ == "conj":
        return any(one.dep_ == "nsubj" for one in child.rights)  # “, say prosecutors”
    return (child.i > node.i or child.dep_ == "parataxis") and any(one.dep_ == "nsubj" for one in child.children)


def _employers(sayer: Token) -> list[str]:
    """For whom a voice speaks: “a spokesman for the airline”, “the airline's chief executive”, “its owners”."""
    if sayer.lower_ not in _SPOKESMEN and sayer.lemma_ not in _SPOKESMEN:
        return []
    found = [one.lower_ for one in sayer.children if one.dep_ in ("poss", "compound", "nmod")]
    return found + [one.lower_ for prep in sayer.children if prep.lower_ in ("for", "of") for one in prep.children]


def tells_of_itself(sayer: Token, predicate: Token) -> bool:
    """Whether a speaker tells of its own act: “the council said it had approved the plan”."""
    subject = subject_of(predicate)
    if subject is None:
        return False
    low = subject.lower_
    if subject.i == sayer.i or low in ("i", "we"):
        return True
    if subject.pos_ != "PRON":
        speaks_for = {subject.lower_} & {sayer.lower_, *_employers(sayer)}
        return subject.pos_ in ("NOUN", "PROPN") and (bool(speaks_for) or "its" in _employers(sayer))
    body = sort_of(sayer) in ("authority", "claimant", "media", "record")
    many = sayer.tag_ in ("NNS", "NNPS")
    if low in ("he", "she"):
        return not many and (not body or sayer.ent_type_ == "PERSON") and sayer.ent_type_ != "ORG"
    if low == "it":
        return sayer.ent_type_ != "PERSON" and not many and sayer.pos_ != "PRON"
    return low == "they" and (many or body)


def relate_says(claimed: Status, stated: Status) -> Slot | None:
    """How the voice in the claim stands to that in the passage; names are left to be compared by the caller.

    None where neither has one. A claim that drops the voice still agrees where the voice found, recorded or admitted
    it, where a record gives it, or where a body tells of its own act.
    """
    ours, theirs = _shown(claimed), _shown(stated)
    if not claimed.says and not stated.says:
        return None
    if claimed.says and not stated.says:
        return Slot("says", ours, "", Relation.NOT_STATED, "the passage does not say who says so")
    if claimed.says:
        if claimed.factive and not stated.factive and stated.verb:
            why = f"the claim tells as found (“{ours}”) what the passage only gives as said (“{theirs}”)"
            return Slot("says", ours, theirs, Relation.NARROWER, why)
        return Slot("says", ours, theirs, Relation.AGREE)
    if stated.reality == "open":
        return Slot("says", "", theirs, Relation.NARROWER, f"“{theirs}” leaves it open")
    if stated.factive:
        return Slot("says", "", theirs, Relation.AGREE, f"the passage takes it as so: “{theirs}”")
    effect = THAT.get(stated.verb)
    hedged = stated.reality in ("alleged", "believed", "denied") or (effect is not None and effect.reality != "done")
    if hedged and claimed.reality == stated.reality and stated.reality != "done":
        return Slot("says", "", theirs, Relation.WIDER, f"the claim keeps it as no more than that (“{claimed.phrase}”)")
    if not hedged and stated.sort == "record":
        return Slot("says", "", theirs, Relation.AGREE, f"it is stated in a record: “{theirs}”")
    if not hedged and stated.own and not stated.negated and (stated.sort != "person" or stated.reality in _INTENDED):
        return Slot("says", "", theirs, Relation.AGREE, f"“{theirs}” tells of its own act")
    if not hedged and stated.sort == "authority" and not stated.accuses:
        return Slot("says", "", theirs, Relation.AGREE, f"an authority states it: “{theirs}”")
    if hedged:
        why = f"the claim tells in its own voice (“{claimed.phrase}”) what the passage leaves to “{theirs}”"
    else:
        why = f"the claim (“{claimed.phrase}”) drops who says so: “{theirs}”"
    return Slot("says", "", theirs, Relation.CONFLICT, why)


def body_of_itself(sayer: Token, predicate: Token) -> bool:
    """Whether the speaker is no person: “the railway said it might close”."""
    subject = subject_of(predicate)
    return subject is not None and subject.lower_ == "it" and sayer.tag_ == "NN" and tells_of_itself(sayer, predicate)


def accuses(predicate: Token) -> bool:
    """Whether a clause tells what somebody else did, so that who says so matters: “the driver left the scene”.

    Counts, states and what happened to somebody (“two men were arrested”) are what an authority records.
    """
    subject = subject_of(predicate)
    if predicate.pos_ != "VERB" or subject is None or subject.dep_ == "nsubjpass" or predicate.lemma_ in _HAPPENS:
        return False
    if any(one.dep_ == "auxpass" for one in predicate.children) or any(
        one.dep_ == "nummod" for one in subject.children
    ):
        return False
    named = subject.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")
    return named or subject.pos_ == "PRON" or is_role(subject.lemma_.lower())


def _shown(status: Status) -> str:
    return status.saying.exact if status.saying else status.says

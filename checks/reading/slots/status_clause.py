"""What a clause says of its own act: auxiliaries, negation, conditions, hedges, and drafts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.slots.implicatives import (
    CONDITIONS,
    HEDGES,
    MODALS,
    NEGATIVE_ADVERBS,
    NOBODY,
    NOT_FINAL,
    OF_NOUN,
    RECORDS,
    TO_DO,
)
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOT_A_NEGATION = listed("only just merely simply least more fewer less later sooner doubt matter wonder")
_NO = ("no", "neither")
_RULES = ("asked", "obliged", "allowed", "done")
_UNDER = listed("plan proposal bill draft scheme option amendment motion")
_ON_CONDITION = {"subject": ("to",), "pending": (), "contingent": ("on", "upon"), "conditional": ("on", "upon"),
    "dependent": ("on", "upon"), "depending": ("on", "upon")}  # fmt: skip
_PROVISO = re.compile(
    r"(?:provid(?:ed|ing) that|(?P<bare>provid(?:ed|ing)) (?!(?:by|with|for|in|at|to|from)\b)"
    r"|on (?:the )?(?:condition|proviso) that|with the proviso that|(?P<long>(?:as|so) long as))\b"
)
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_DECLINED = listed(
    "say comment confirm rule discuss disclose elaborate identify name specify answer give reveal explain tell"
)
_MULTIPLES = listed(
    "double treble triple quadruple halve equal match exhaust reach fill complete empty vanish disappear"
)


class Layer(NamedTuple):
    """What some words make of an act: its reality (empty: none), whether they turn it, and the tokens that do so.

    `kind` is empty for a deed, “say” and “fact” for reports; then `verb` reports it and `sayer` is who does.
    """

    reality: str
    turns: bool
    start: int
    end: int
    kind: str = ""
    verb: Token | None = None
    sayer: Token | None = None


def verb_of(predicate: Token) -> Token:
    """The word that bears the auxiliaries of a predicate: of “is closed” and “is a member” the verb *be*."""
    if predicate.dep_ in ("acomp", "attr", "oprd") and predicate.head.pos_ in ("AUX", "VERB"):
        return predicate.head
    if predicate.dep_ in ("aux", "auxpass", "neg", "prt") and predicate.head is not predicate:
        return predicate.head
    return predicate


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, those that it shares with the verb it is joined to included: “will close and sell”."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    first = joined_to(verb)
    if first is None:
        return own
    if not own:
        return [child for child in auxiliaries(first) if child.i < verb.i]
    if own[0].tag_ in ("VB", "VBN") and own[0].lower_ in ("be", "been"):  # “will be closed and be sold”
        return [*(child for child in auxiliaries(first) if child.i < verb.i and child.tag_ == "MD"), *own]
    return own


def joined_to(verb: Token) -> Token | None:
    """The verb before “and”, “or” with which a verb shares its subject and its auxiliaries; None where it does not."""
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
        return None
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    first = verb.head
    if any(child.dep_ in ("aux", "auxpass") and child.lower_ not in ("be", "been") for child in verb.children):
        return None
    if verb.tag_ == first.tag_ or (verb.tag_ in ("VBN", "VBD") and first.tag_ in ("VBN", "VBD")):
        return first
    return first if any(child.lower_ in ("be", "been") for child in verb.children if child.dep_ == "auxpass") else None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, if need be that of the verb that governs it or that it is joined to."""
    for _ in range(6):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ not in ("WDT", "WP"):
                return child
            if child.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "relcl":
                return verb.head
        if verb.dep_ in ("xcomp", "ccomp"):
            ruled = _ruled(verb)
            if ruled is not None:
                return ruled
        if verb.dep_ in ("relcl", "acl"):
            return verb.head if verb.dep_ == "relcl" or verb.tag_ in ("VBG", "VBN") else None
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acomp", "prep") or verb.head == verb:
            return None
        verb = verb.head
    return None


def _ruled(verb: Token) -> Token | None:
    """Whom the governing verb wants to act: of “urged him to resign” and “called on him to” the object."""
    effect = TO_DO.get(verb.head.lemma_)
    if (effect is None or effect.reality not in _RULES) and verb.head.lemma_ != "call":
        return None
    for child in verb.head.children:
        if child.dep_ == "dobj" and child.i < verb.i:
            return child
        if child.dep_ == "prep" and child.lower_ in ("on", "for", "upon", "with", "to") and child.i < verb.i:
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def negator_of(verb: Token) -> Token | None:
    """The word that negates a clause: not, never, “no” with its subject or object, nobody; None if none does."""
    found = [child for child in verb.children if _negates(child)] or _fronted(verb)
    first = joined_to(verb)
    if first is not None and not any(child.lower_ == "but" for child in (*first.children, *verb.children)):
        shared = [child for child in first.children if _negates(child) and child.i < verb.i]
        if any(child.lower_ in ("or", "nor") for child in first.children) or _shares(verb):
            found += shared
        else:
            found += [child for child in shared if child.dep_ in SUBJECTS]
    if not found or _until(verb):
        return None
    if len(found) % 2 == 0 and found[0].lower_ not in ("neither", "nor"):
        return None
    return next((_word_of(token) for token in found), None)


def _fronted(verb: Token) -> list[Token]:
    """“At no point did he”, “not once has it”: a negation before the subject, which then follows the auxiliary."""
    subject = next((one for one in verb.lefts if one.dep_ in ("nsubj", "nsubjpass")), None)
    aux = next((one for one in verb.lefts if one.dep_ in ("aux", "auxpass")), None)
    if subject is None or aux is None or aux.i > subject.i:
        return []
    return [one for child in verb.lefts if child.i < aux.i for one in child.subtree if one.lower_ in ("no", "not")][:1]


def _shares(verb: Token) -> bool:
    return verb.tag_ in ("VB", "VBN") and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def _word_of(token: Token) -> Token:
    """Of a noun phrase that negates, the word in it that does."""
    if token.lower_ in ("longer", "further"):
        return token
    return next((child for child in token.children if child.lower_ in _NO), token)


def _negates(child: Token) -> bool:
    low = child.lower_
    after = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
    if child.dep_ in ("neg", "advmod", "preconj", "cc", "det", "intj"):
        if low in ("longer", "further") and child.i and child.nbor(-1).lower_ == "no":
            return True
        return low in NEGATIVE_ADVERBS and after not in _NOT_A_NEGATION and child.head.i != child.i
    if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        if low in NOBODY or _not_one(child):
            return True
        return any(
            one.lower_ in _NO and one.dep_ in ("det", "neg", "preconj") and one.nbor().lower_ not in _NOT_A_NEGATION
            for one in child.lefts
        )
    return False


def _not_one(noun: Token) -> bool:
    """“Not one of the wells”, “not a single well”: none; “not all” is not."""
    one = noun.lower_ == "one" or any(child.lower_ in ("one", "single") for child in noun.lefts)
    return one and noun.left_edge.lower_ == "not"


def _until(verb: Token) -> bool:
    """Whether what is not so is only not so before: “did not open until May”."""
    for child in verb.children:
        if child.dep_ in ("prep", "mark") and child.lower_ == "until":
            return True
        if child.dep_ == "advcl" and any(one.dep_ == "mark" and one.lower_ == "until" for one in child.children):
            return not any(one.tag_ == "MD" for one in verb.children)
    return False


def own_layers(verb: Token) -> list[Layer]:
    """What a clause makes of its act, the auxiliaries first and the negation last."""
    found: list[Layer] = []
    aux = auxiliaries(verb)
    negator = negator_of(verb)
    for one in aux:
        modal = MODALS.get(one.lower_) if one.tag_ == "MD" or one.lower_ in ("'d", "’d", "ought", "need") else None
        if modal and not (one.lower_ in ("'d", "’d") and one.tag_ != "MD"):
            reality = "able" if modal == "possible" and negator is not None and one.lower_ == "could" else modal
            if one.lower_ == "would" and negator is not None and verb.lemma_ in _DECLINED:
                continue  # “would not say”: declined to
            found.append(Layer(reality, False, one.i, one.i))
    finite = any(one.lemma_ == "be" and one.lower_ not in ("being", "be") for one in aux)
    if finite and (verb.tag_ == "VBG" or any(one.lower_ == "being" for one in aux)):
        found.append(Layer("ongoing", False, aux[0].i, verb.i))
    found += _by_adverbs(verb)
    found += _by_conditions(verb)
    found += _by_nouns(verb)
    if negator is not None:
        start = negator.i - 1 if negator.lower_ in ("longer", "further") else negator.i
        found.append(Layer("", True, start, negator.i))
    return found


def _by_adverbs(verb: Token) -> list[Layer]:
    found = []
    for child in verb.children:
        effect = HEDGES.get(child.lower_) if child.dep_ == "advmod" else None
        if child.lower_ in ("nearly", "almost") and child.dep_ == "advmod" and _falls_short(verb):
            found.append(Layer("", True, child.i, child.i))
        if effect and (effect.reality != "habitual" or verb.tag_ in ("VBZ", "VBP", "VB", "VBG")):
            found.append(Layer(effect.reality, False, child.i, child.i, "say" if effect.reality == "alleged" else ""))
        if child.dep_ == "prep" and child.lower_ == "under":
            noun = next((one for one in child.children if one.dep_ == "pobj"), None)
            ahead = verb.tag_ in ("VBZ", "VBP") or any(one.tag_ == "MD" for one in auxiliaries(verb))
            if noun is not None and noun.lemma_ in _UNDER and ahead:
                found.append(Layer("proposed", False, child.i, noun.i))
    return found


def _falls_short(verb: Token) -> bool:
    """Whether what is nearly done is not done: “nearly fell”, but not “nearly doubled”, “almost 40 came”."""
    counted = any(one.pos_ == "NUM" or one.ent_type_ in ("PERCENT", "MONEY", "QUANTITY") for one in verb.subtree)
    return verb.pos_ == "VERB" and verb.tag_ != "VBZ" and not counted and verb.lemma_ not in _MULTIPLES


def _by_conditions(verb: Token) -> list[Layer]:
    inverted = _inverted(verb)
    if inverted is not None:
        return [inverted]
    for child in _parts_of(verb):
        found = _if_clause(child, verb) or _permitting(child, verb) or _subject_to(child) or _provided(child, verb)
        if found is not None:
            return [found]
    return []


def _inverted(verb: Token) -> Layer | None:
    """“Had he paid, …”, “Should the vote fail, …”: a condition without *if*."""
    aux = next((one for one in verb.lefts if one.dep_ in ("aux", "auxpass")), None)
    subject = next((one for one in verb.lefts if one.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.dep_ == "advcl" and aux is not None and subject is not None and aux.i < subject.i:
        return Layer("conditional", False, aux.i, aux.i) if aux.lower_ in ("had", "should", "were") else None
    return None


def _if_clause(child: Token, verb: Token) -> Layer | None:
    if child.dep_ not in ("advcl", "ccomp"):
        return None
    inverted = _inverted(child)
    if inverted is not None:
        return inverted._replace(end=child.right_edge.i)
    word = next((one for one in child.lefts if one.dep_ in ("mark", "advmod")), child)
    if word.lower_ in CONDITIONS and (child.dep_ == "advcl" or child.i < verb.i):
        even = (word.nbor(-1).lower_ if word.i else "") in ("even", "as") or child.left_edge.lower_ == "even"
        return None if even else Layer("conditional", False, word.i, child.right_edge.i)
    future = any(one.tag_ == "MD" for one in auxiliaries(verb))
    once = word.lower_ == "once" and future and child.dep_ == "advcl"
    return Layer("conditional", False, word.i, child.right_edge.i) if once else None


def _permitting(child: Token, verb: Token) -> Layer | None:
    """“Weather permitting”, for which the parser has many names."""
    last = child.right_edge
    for one in (child, last):
        if one.lower_ in ("permitting", "willing") and one.i > verb.i + 1 and one.nbor(-1).pos_ in ("NOUN", "PROPN"):
            return Layer("conditional", False, one.i - 1, one.i)
    return None


def _subject_to(child: Token) -> Layer | None:
    """“Subject to approval”, “pending an appeal”."""
    for one in (child, *(child.rights if child.dep_ in SUBJECTS or child.dep_ in ("advmod", "prep") else ())):
        follows = _ON_CONDITION.get(one.lower_)
        if follows is None or one.i + 1 >= len(one.doc) or (follows and one.nbor().lower_ not in follows):
            continue
        if one.dep_ in ("prep", "advmod", "advcl", "acl", "acomp", "appos") or (
            one.dep_ == "amod" and one.i > one.head.i
        ):
            return Layer("conditional", False, one.i, one.right_edge.i)
    return None


def _provided(child: Token, verb: Token) -> Layer | None:
    """“Provided that the members agree”, “on condition that …”, “as long as …”, behind the act."""
    first, last = child.left_edge, child.right_edge
    words = child.doc[first.i : last.i + 1].text.lower()
    found = _PROVISO.match(words) if first.i > verb.i and any(one.tag_ in _FINITE for one in child.subtree) else None
    if found is None or (found["bare"] and first.nbor(-1).text != ","):
        return None
    # “He ruled as long as his father had” tells a length of time.
    ahead = any(one.tag_ == "MD" for one in auxiliaries(verb))
    return None if found["long"] and not ahead else Layer("conditional", False, first.i, last.i)


def _parts_of(verb: Token) -> list[Token]:
    """What hangs on a verb, on the verbs that it governs, and on those joined to it that share its subject."""
    found = list(verb.children)
    for child in verb.children:
        if child.dep_ in ("xcomp", "acomp", "pcomp") or (child.dep_ == "conj" and joined_to(child) is verb):
            found += child.children
    return found


def _by_nouns(verb: Token) -> list[Layer]:
    """Drafts and provisional figures: “the draft rules ban”, “published an interim report”."""
    for child in verb.children:
        noun: Token | None = child if child.dep_ in ("nsubj", "nsubjpass", "dobj") else None
        if child.dep_ == "prep" and child.lower_ in ("in", "on", "to"):
            noun = next((one for one in child.children if one.dep_ == "pobj"), None)
        if noun is not None and (noun.lemma_ in NOT_FINAL or noun.lemma_ in RECORDS or noun.lower_ in RECORDS):
            found = [one for one in of_noun(noun) if one.reality == "interim"]
            if found:
                return found[:1]
    return []


def of_noun(noun: Token) -> list[Layer]:
    """What its adjectives make of a noun: “alleged”, “planned”, “draft”."""
    found = []
    for child in noun.children:
        effect = OF_NOUN.get(child.lower_) if child.dep_ in ("amod", "compound", "nmod") else None
        if effect:
            found.append(Layer(effect.reality, False, child.i, noun.i))
    return found

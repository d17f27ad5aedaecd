"""Which word governs an act, and what it makes of it: by the verb, noun or adjective and the form of what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from checks.reading.slots.implicatives import (
    ADJECTIVES,
    CONDITIONS,
    DOING,
    DROPPED,
    ENACTED,
    NOUNS,
    THAT,
    TO_DO,
    WEIGHING,
    Effect,
)
from checks.reading.slots.status_clause import negator_of, verb_of
from checks.reading.speech.cues import CUES, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_PURPOSE = Effect("planned")
_OPEN = Effect("open")
_CONSIDERED = Effect("considered")
_NOT = Effect("", True)
_FACT = Effect("done")
_RUMOUR = Effect("alleged", False, "say")  # “suggestions that”
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th")
_SAID = Effect("done", False, "say")
_FORMS = Literal["to", "doing", "clause"]
_FIRSTS = listed("first last only second third latest next youngest oldest earliest")
_PROBING = listed("investigate probe inquire enquire look_into examine")
_ASKING = listed("ask wonder question investigate inquire")
_BEFORE_OF = listed("capable incapable close guilty due aware hopeful")
_OF_CLAIMS = listed(
    "make have give raise express hold reach take publish issue use find receive get put present offer bring face"
    " cite see hear submit support reject back announce describe need want produce share set unveil sign propose"
    " draw"
)
_SO_THAT = listed("so such now given provided except in")
_OF_NOUNS = listed("of for to on about against over into that in")


class Governor(NamedTuple):
    """A word that governs an act: its effect, the word, the last token of it with its particle or preposition.

    `whether` is true where the act stands after “whether”; `lone` where nothing further up says anything of the act.
    """

    effect: Effect
    word: Token
    last: int
    whether: bool = False
    lone: bool = False


def governor_of(node: Token) -> Governor | None:
    """The word that says of an act how far it has got; None where what stands over it says nothing of the kind."""
    if node.dep_ in ("relcl", "advcl", "acl") and _is_that_clause(node):
        return _reported_past_nouns(node)
    if node.dep_ == "ccomp" and _is_that_clause(node):
        clause = next((one for one in node.head.children if one.dep_ == "ccomp" and one.right_edge.i < node.i), None)
        noun = _noun_before(clause, node) if clause is not None else None
        if noun is not None:
            return Governor(NOUNS[noun.lemma_], noun, noun.i)
    preposition = node.head if node.dep_ in ("pobj", "pcomp") else None
    head = node.head
    if preposition is not None:
        before = _before(preposition)
        if before:
            return Governor(_NOT, preposition, preposition.i, lone=True)
        while head.dep_ == "prep" and head.pos_ in ("ADP", "ADV", "SCONJ") and head.head != head:
            head = head.head
        over = head.head.head if head.dep_ == "pobj" else head.head
        key = f"{over.lemma_.lower()}_{preposition.lower_}"
        if head.dep_ in ("dobj", "pobj") and over.pos_ == "VERB" and key in DOING:
            return Governor(DOING[key], over, preposition.i)  # “accuse the surgeon of”, hung on the surgeon
    if node.dep_ in ("agent", "appos", "poss", "dative", "npadvmod") or (node.dep_ == "relcl" and not _is_bare(node)):
        return None
    if head.pos_ in ("VERB", "AUX"):
        return _by_verb(node, head, preposition)
    if head.pos_ in ("ADJ", "ADV") or (head.dep_ in ("acomp", "oprd") and head.pos_ != "NOUN"):
        return _by_adjective(node, head, preposition)
    if head.pos_ in ("NOUN", "PROPN"):
        return _by_noun(node, head, preposition)
    return None


def _is_bare(node: Token) -> bool:
    """Whether a clause hung on a noun is an infinitive without a subject: “offers to work”."""
    return (
        node.tag_ == "VB"
        and any(one.lower_ == "to" for one in node.lefts)
        and not any(one.dep_ in ("nsubj", "nsubjpass") or one.tag_ in ("WDT", "WP", "WRB", "MD") for one in node.lefts)
    )


def _is_that_clause(node: Token) -> bool:
    """Whether “that” opens the clause without a part in it: then it is reported, wherever the parser hung it."""
    that = next((one for one in node.children if one.lower_ == "that" and one.i < node.i), None)
    if that is None and node.dep_ == "relcl":
        return _is_reported(node)
    if that is None or (that.i and that.nbor(-1).lower_ in _SO_THAT):
        return False
    if that.dep_ == "mark":
        return True
    # “evidence that fish stocks have recovered”, taken by the parser for “the evidence that he gave”
    named = node.head.lemma_ in NOUNS and node.lemma_ not in _OF_CLAIMS and that.dep_ == "dobj"
    return named and any(one.dep_ in ("nsubj", "nsubjpass") for one in node.children)


def _is_reported(node: Token) -> bool:
    """“Claims she took bribes”: a clause without “that”, whole in itself, after a noun for what is said."""
    if not NOUNS.get(node.head.lemma_, _FACT).kind or any(one.tag_ in ("WDT", "WP", "WRB") for one in node.lefts):
        return False
    whole = any(one.dep_ in ("dobj", "attr", "acomp", "nsubjpass") and one.i != node.head.i for one in node.children)
    return whole and any(one.dep_ in ("nsubj", "nsubjpass") for one in node.lefts)


def _noun_before(clause: Token, node: Token) -> Token | None:
    """The last noun for what is said or thought that a clause has before another."""
    nouns = [one for one in clause.subtree if one.i < node.left_edge.i and one.pos_ == "NOUN" and one.lemma_ in NOUNS]
    return nouns[-1] if nouns and NOUNS[nouns[-1].lemma_].kind else None


def _reported_past_nouns(node: Token) -> Governor | None:
    """What reports a clause that hangs on a noun: that noun, or a verb over it (“allege in an indictment that”)."""
    head, found = node.head, None
    if head.lemma_ == "be":  # “there is no truth in the suspicion that”
        noun = _noun_before(head, node)
        return Governor(_of_evidence(noun, NOUNS[noun.lemma_]), noun, noun.i) if noun is not None else None
    for _ in range(4):
        lemma = head.lemma_.lower()
        if head.pos_ in ("NOUN", "PROPN") and lemma in NOUNS and found is None:
            effect = _of_evidence(head, NOUNS[lemma])
            found = Governor(_RUMOUR if effect.reality == "proposed" else effect, head, head.i)
        if head.pos_ == "VERB":
            return Governor(THAT[lemma], head, head.i) if lemma in THAT and THAT[lemma].kind else found
        if head.dep_ not in ("pobj", "prep", "npadvmod") or head.head == head:
            return found
        head = head.head
    return found


def _of_evidence(noun: Token, effect: Effect) -> Effect:
    bare = noun.lemma_ in ("evidence", "proof", "sign", "indication", "confirmation", "suggestion")
    return _OPEN if bare and any(one.lower_ in ("no", "little", "insufficient") for one in noun.children) else effect


def _before(preposition: Token) -> bool:
    """Whether what follows a preposition is said not to be: “without”, “instead of”, “rather than”, “far from”."""
    low = preposition.lower_
    if low == "without":
        return True
    left = preposition.nbor(-1).lower_ if preposition.i else ""
    return (low, left) in (("of", "instead"), ("than", "rather"), ("from", "far"), ("of", "short"), ("to", "close"))


def _form(node: Token) -> tuple[_FORMS, str]:
    """The form in which an act is governed, and the word that opens its clause: “to close”, “closing”, “that”."""
    opener = next((one.lower_ for one in node.children if one.dep_ == "mark" and one.i < node.i), "")
    if any(one.dep_ == "aux" and one.lower_ == "to" and one.i < node.i for one in node.children):
        return "to", opener
    if node.pos_ in ("NOUN", "PROPN"):
        return "doing", opener
    finite = any(one.dep_ in ("aux", "auxpass") and one.tag_ in ("VBZ", "VBP", "VBD", "MD") for one in node.children)
    having = node.tag_ == "VBN" and any(one.lower_ == "having" for one in node.lefts)
    if (node.tag_ == "VBG" or having) and not finite:
        return "doing", opener
    if node.tag_ == "VB" and not finite and node.dep_ in ("ccomp", "xcomp") and not opener:
        return "to", opener
    return "clause", opener


def _by_verb(node: Token, head: Token, preposition: Token | None) -> Governor | None:
    form, opener = _form(node)
    dep = node.dep_
    particle = next((one for one in head.children if one.dep_ == "prt"), None)
    last = max(head.i, particle.i if particle is not None and particle.i < node.i else 0)
    lemma = head.lemma_.lower()
    keys = [lemma]
    if particle is not None:
        keys = [f"{lemma}_{particle.lower_}"]
    if preposition is not None:
        last = preposition.i if preposition.i < node.i else last
        keys = [f"{key}_{preposition.lower_}" for key in keys] + (keys if particle is not None else [])
    if opener in CONDITIONS and dep == "advcl":
        mark = next(one for one in node.children if one.dep_ == "mark" and one.lower_ in CONDITIONS)
        return Governor(Effect("conditional"), head, mark.i, lone=True)
    if lemma == "be" and preposition is None:
        return _by_be(node, head, form, opener)
    if opener in ("whether", "if"):
        effect = _OPEN
        if lemma in _PROBING or (preposition is not None and f"{lemma}_{preposition.lower_}" in _PROBING):
            effect = Effect("alleged")
        elif form == "to" or (lemma in WEIGHING and any(one.tag_ == "MD" for one in node.children)):
            effect = _CONSIDERED
        return Governor(effect, head, last, whether=True) if dep in ("ccomp", "xcomp", "advcl", "pcomp") else None
    if dep in ("ccomp", "csubj", "csubjpass") and _asks_who(node):
        known = negator_of(verb_of(head)) is None and lemma not in _ASKING
        return None if known else Governor(_OPEN, head, head.i, whether=True)
    if form == "to":
        return _by_infinitive(node, head, keys, last)
    table = THAT if form == "clause" else DOING
    if form == "clause" and dep in ("ccomp", "xcomp", "parataxis", "dep"):
        told = _found(table, keys) or (_found(DOING, keys) if dep == "xcomp" else None)
        if told is None and not {"say", "tell", "mind"} & CUES.get(head.lower_, {}).keys():
            return None
        return Governor(told or _SAID, head, last)
    if dep in ("csubj", "csubjpass") and form == "clause" and (lemma in DROPPED or lemma in ("refuse", "deny")):
        return Governor(Effect("done", True), head, head.i)
    if form == "doing" and dep in ("xcomp", "pcomp", "pobj", "dobj", "nsubjpass", "ccomp"):
        done = _found(DOING, keys)
        if done is None and dep in ("dobj", "nsubjpass") and lemma in DROPPED:
            done = Effect("done", True)
        if done is None and dep == "ccomp" and any(one.dep_ == "nsubj" for one in node.children):
            done = _found(THAT, keys)
        return Governor(done, head, last) if done else None
    return None


def _asks_who(node: Token) -> bool:
    """Whether a clause is opened by *who* or *what* as its subject or object: then who or what is asked."""
    return any(one.tag_ == "WP" and one.dep_ in ("nsubj", "nsubjpass", "dobj") for one in node.lefts)


def _found(table: dict[str, Effect], keys: list[str]) -> Effect | None:
    return next((table[key] for key in keys if key in table), None)


def _by_infinitive(node: Token, head: Token, keys: list[str], last: int) -> Governor | None:
    lemma = head.lemma_.lower()
    if lemma == "have":
        yet = any(one.lower_ == "yet" for one in (*head.children, *node.children))
        if yet:
            return Governor(Effect("done", True), head, last)
        term = any(one.lower_ in ("until", "days", "weeks", "months") for one in head.doc[head.i : node.i])
        return Governor(Effect("obliged" if term or _joins(node, head) else "allowed"), head, last)
    effect = _found(TO_DO, keys)
    if any(one.lower_ == "how" for one in node.lefts):
        return Governor(Effect("able"), head, last)  # “knows how to play”
    if lemma == "vote" and node.lemma_ in ENACTED:
        effect = _FACT
    if lemma in ("choose", "elect") and any(one.dep_ in ("dobj", "nsubjpass") for one in head.children):
        effect = _PURPOSE
    if effect and effect.reality == "intended" and any(one.dep_ == "nsubj" for one in node.children):
        effect = Effect("asked")  # “wants the minister to resign”
    if effect and lemma in ("go", "come", "use") and lemma == "go" and head.tag_ != "VBG":
        effect = _PURPOSE if keys == ["go"] else effect
    if effect is None and any(one.dep_ == "attr" and _is_ranked(one) for one in head.children):
        return Governor(_FACT, head, last)
    if effect is None and node.dep_ in ("xcomp", "advcl", "ccomp"):
        effect = _found(THAT, keys) if node.dep_ == "ccomp" else None
        return Governor(effect or _PURPOSE, head, last, lone=node.dep_ == "advcl")
    return Governor(effect, head, last) if effect and node.dep_ in ("xcomp", "ccomp", "advcl", "acl") else None


def _joins(node: Token, head: Token) -> bool:
    """Whether “to” follows the verb at once, adverbs apart: “had to pay”, not “had ten days to pay”."""
    to = next((one.i for one in node.children if one.lower_ == "to" and one.dep_ == "aux"), node.i)
    return all(one.pos_ in ("ADV", "PART", "PUNCT") for one in head.doc[head.i + 1 : to])


def _by_be(node: Token, head: Token, form: str, opener: str) -> Governor | None:
    """“The aim is to”, “it is unclear whether”, “the fear is that”, “is to close”."""
    if node.dep_ not in ("xcomp", "ccomp", "csubj", "acomp", "attr", "advcl"):
        return None
    if form == "to" and any(one.dep_ == "attr" and _is_ranked(one) for one in head.children):
        return Governor(_FACT, head, head.i)
    yet = any(one.lower_ == "yet" for one in head.children)
    if form == "to" and yet:
        return Governor(Effect("done", True), head, head.i)
    adjective = next((one for one in head.children if one.dep_ == "acomp" and one != node), None)
    if adjective is not None and adjective.lemma_ in ADJECTIVES:
        return Governor(_whether(ADJECTIVES[adjective.lemma_], opener), adjective, adjective.i, opener == "whether")
    if form == "doing" and node.dep_ == "advcl":
        return None
    for dep in ("attr", "nsubj"):
        noun = next((one for one in head.children if one.dep_ == dep and one != node), None)
        key = f"{noun.lemma_}_{opener}" if noun is not None and opener else ""
        if noun is not None and (noun.lemma_ in NOUNS or key in NOUNS) and (form != "doing" or dep == "nsubj"):
            last = head.i if dep == "nsubj" else noun.i
            effect = NOUNS[key] if key in NOUNS else NOUNS[noun.lemma_]
            return Governor(_whether(effect, opener), noun, last, opener == "whether")
    if form == "to" and node.lemma_ == "blame" and not any(one.dep_ == "auxpass" for one in node.children):
        return None  # “is to blame” is so already
    if form == "to" and node.dep_ in ("xcomp", "ccomp"):
        past = head.tag_ == "VBD"
        return Governor(Effect("planned" if past else "to come"), head, head.i)
    if opener in ("whether", "if"):
        return Governor(_OPEN, head, head.i, whether=True)
    return None


def _whether(effect: Effect, opener: str) -> Effect:
    return _OPEN if opener in ("whether", "if") else effect


def _by_adjective(node: Token, head: Token, preposition: Token | None) -> Governor | None:
    form, opener = _form(node)
    if opener in ("whether", "if"):
        return Governor(_OPEN, head, head.i, whether=True)
    effect = ADJECTIVES.get(head.lower_) or TO_DO.get(head.lemma_) if form == "to" else ADJECTIVES.get(head.lower_)
    past = any(one.tag_ == "VBD" for one in head.head.children) or head.head.tag_ == "VBD"
    if effect and effect.reality == "able" and past:
        effect = _FACT  # “was able to”: did
    if effect and effect.reality == "to come" and past:
        effect = _PURPOSE  # “was due to”: whether it did is not said
    if head.lower_ in ("guilty", "innocent") and preposition is not None:
        return _by_plea(head, preposition)
    if preposition is not None and head.lower_ not in _BEFORE_OF:
        return None
    return Governor(effect, head, preposition.i if preposition is not None else head.i) if effect else None


def _by_plea(head: Token, preposition: Token) -> Governor:
    """“Pleaded not guilty to”, “was found guilty of”."""
    guilty = (head.lower_ == "guilty") != any(one.dep_ == "neg" for one in head.children)
    pleaded = head.head.lemma_ in ("plead", "maintain", "say", "insist")
    effect = (
        Effect("done", False, "fact") if guilty else Effect("denied", True, "say") if pleaded else Effect("done", True)
    )
    return Governor(effect, head, preposition.i)


def _by_noun(node: Token, head: Token, preposition: Token | None) -> Governor | None:
    form, opener = _form(node)
    lemma = head.lemma_.lower()
    after = preposition.lower_ if preposition is not None else opener
    effect = NOUNS.get(f"{lemma}_{after}") or NOUNS.get(lemma)
    if preposition is not None and preposition.lower_ not in _OF_NOUNS:
        return None
    bare = not any(one.dep_ in ("nsubj", "nsubjpass", "mark") for one in node.children)
    if bare and node.dep_ != "pobj" and node.tag_ in ("VBN", "VBD") and form == "clause":
        return None  # “a bill passed in May”
    if node.dep_ not in ("acl", "relcl", "ccomp", "xcomp", "pcomp", "pobj", "compound", "nmod", "dep", "advcl"):
        return None
    if form == "doing" and node.dep_ == "acl":
        return None  # “a bill banning”
    if effect is None:
        if form == "to" and node.dep_ in ("acl", "relcl", "advcl", "xcomp"):
            return Governor(_FACT if _is_ranked(head) else _PURPOSE, head, head.i, lone=True)
        return None
    if opener in ("whether", "if"):
        effect = _CONSIDERED if form == "to" else _OPEN
    effect = _of_evidence(head, effect)
    if form == "clause" and effect.reality == "proposed" and opener == "that":
        effect = _RUMOUR
    last = preposition.i if preposition is not None and preposition.i < node.i else head.i
    return Governor(effect, head, last, opener in ("whether", "if"))


def _is_ranked(noun: Token) -> bool:
    """Whether a noun has a place in a row: “the first woman to”, “the 32nd country to”."""
    return any(one.lower_ in _FIRSTS or _ORDINAL.fullmatch(one.lower_) for one in noun.lefts)

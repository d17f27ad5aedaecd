"""The clauses that nouns tell by themselves: *the withdrawal of X from Y*, *X, a maker of Z*, “Chair: X”."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.slots.clause_parts import BEING, LIGHT, Clause, Role, each, is_passive, prepositional
from checks.reading.slots.clause_verbs import clause_of
from checks.reading.slots.phrases import is_noun, kind_of, named
from checks.reading.slots.recorded import derived
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# Whoever does these with an act does the act: *launch an attack*, *reach an agreement*, *win approval*.
_CARRIES = listed(
    "make take give have hold carry conduct perform do undertake stage launch issue deposit submit announce file "
    "reach sign declare mount commit deliver pay place put provide offer wage pursue enter begin start complete "
    "continue resume finish finalise finalize execute effect win lose suffer undergo score earn gain post report "
    "record see face receive get secure obtain set lodge"
)
_OWNS = listed("have own hold possess boast contain include keep retain feature get")
_CONSISTS = frozenset({"consist"})
_EVENTS = listed(
    "crash attack ban vote win fall rise collapse strike protest visit sale deal death birth start launch move "
    "trial arrest fire flood war battle fight clash match race game meeting talk summit election merger swap "
    "exchange loss theft raid escape flight return end cut cost increase decline drop growth use change study test "
    "release search rescue call order report claim charge fine appeal pledge promise offer bid purchase takeover "
    "buyout victory defeat draw debut wedding marriage divorce funeral accident collision explosion earthquake "
    "blast shooting murder killing robbery storm closure seizure failure departure disclosure expenditure success "
    "rate attempt effort"
)
_EVENT_ENDINGS = ("tion", "sion", "ment", "ing", "osure")
_NO_EVENTS = listed(
    "population nation station position section location region mission religion million billion fraction portion "
    "ration proportion function faction pension mansion dimension passion television instrument document government "
    "department apartment element environment parliament monument segment compartment regiment equipment debt "
    "building king wing ring spring string evening morning thing ceiling clothing housing surrounding sibling being "
    "painting drawing condition tradition ambition institution constitution corporation generation situation "
    "reputation dictation caption notion emotion option motion lotion potion auction junction intersection "
    "foundation association organization organisation union version opinion profession depression recession tension "
    "engagement basement pavement settlement testament sentiment temperament fragment ligament ointment"
)
_FIGURES = frozenset({"MONEY", "CARDINAL", "PERCENT", "QUANTITY", "DATE", "TIME", "ORDINAL"})
_UNITS = listed("euro dollar pound yen krone krona franc rupee yuan peso zloty metre meter mile tonne ton acre")
_HAPPENS = listed("happen occur begin start take come follow")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BETWEEN = frozenset({"between", "among", "amongst"})
_DOERS = ("er", "or", "ist", "ian", "eer", "man", "woman")
_NO_DOERS = listed(
    "number order paper letter matter power water winter summer quarter border corner offer river tower theater "
    "tractor reactor computer sector factor error mirror motor newspaper centre center cover danger fever layer "
    "master monster oyster paper pepper register shelter shoulder silver slaughter spider temper timber transfer "
    "answer barrier career carrier chapter character charter cluster cylinder cancer dollar favor flavor harbor "
    "labor honor humor rumor odor vapor color behavior neighborhood interior exterior corridor door floor "
    "disaster"
)


@lru_cache(maxsize=4096)
def noun_clause(noun: Token) -> Clause:
    """The clause that a noun tells by itself: *the withdrawal of X by Y on 3 May*, *Y, a maker of Z*.

    A noun that tells no act has nobody who does it: its subject is whatever is said to be it, else the noun itself, so
    that it cannot be taken for what somebody else does.
    """
    event = tells_event(noun)
    subject = _is_said_of(noun)
    roles = _own_roles(noun, event, bool(subject) and not event)
    roles += [Role("subject", "", one) for one in subject]
    verb = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and (verb.lemma_ in LIGHT or verb.dep_ == "ROOT"):
        roles += [role for role in clause_of(verb).roles if role.name in ("oblique", "time")]
    if noun.dep_ in ("dobj", "pobj") and all(role.by in ("of", "compound") for role in roles if role.name == "subject"):
        governed = _governed(noun, event)
        if any(role.name == "subject" for role in governed):
            roles = [role for role in roles if role.name != "subject"]
        roles += governed
    if not _in_record(noun):
        names = {role.name for role in roles}
        carried = event and noun.dep_ == "dobj" and verb.lemma_ in _CARRIES
        if "subject" not in names and not carried:
            roles.append(Role("subject", "", noun))
        if "object" not in names and not event:
            roles.append(Role("object", "", noun))
    return Clause(noun, _told_by(noun) if event else noun, tuple(roles))


def _told_by(noun: Token) -> Token:
    """The verb that says of an act that it took place or was carried out, where there is one; else the noun."""
    verb = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and (
        verb.lemma_ in _HAPPENS or (verb.lemma_ in _CARRIES and is_passive(verb))
    ):
        return verb
    return verb if noun.dep_ == "dobj" and verb.lemma_ in _CARRIES else noun


def _in_record(noun: Token) -> bool:
    """Whether no finite verb stands in the sentence: the line of a record, which leaves unsaid whose it is."""
    return not any(token.tag_ in _FINITE for token in noun.sent)


def tells_event(noun: Token) -> bool:
    """Whether the noun can tell an act: one made from a verb, that is no person and no body."""
    word = noun.lemma_.lower()
    if noun.pos_ == "VERB" or word in _EVENTS:
        return True
    if noun.pos_ == "PROPN" or kind_of(noun) & {"person", "body"} or _is_doer(word):
        return False
    return word not in _NO_EVENTS and (word.endswith(_EVENT_ENDINGS) or (word, "noun") in derived())


def _is_doer(word: str) -> bool:
    return word.endswith(_DOERS) and word not in _NO_DOERS


def _own_roles(noun: Token, event: bool, said: bool) -> list[Role]:
    """The roles from the noun's own words, but none for whose a person or a body is, or what is `said` of one."""
    roles: list[Role] = []
    person = said or (not event and (bool(kind_of(noun) & {"person", "body"}) or _is_doer(noun.lemma_.lower())))
    for child in noun.children:
        if child.dep_ == "poss":
            roles.append(Role("of" if person else "subject", "", child))
        elif child.dep_ == "prep":
            for inner in prepositional(child):
                if inner.by == "of" and person:
                    roles.append(Role("of", "", inner.head))
                elif inner.by == "of" and (inner.head.ent_type_ in _FIGURES or inner.head.lemma_.lower() in _UNITS):
                    roles.append(Role("of", "", inner.head))  # “a debt of 5 million euros”
                elif inner.by == "of" or (inner.by in _BETWEEN and event):
                    roles += [Role("subject", inner.by, inner.head), Role("object", inner.by, inner.head)]
                elif inner.by == "by":
                    roles.append(Role("subject", "by", inner.head))
                else:
                    roles.append(inner)
        elif child.dep_ in ("compound", "amod", "nmod") and child.pos_ in ("NOUN", "PROPN", "ADJ"):
            if event:
                roles += [Role("subject", "compound", child), Role("object", "compound", child)]
            elif child.pos_ != "ADJ":
                roles.append(Role("of", "", child))
    done = any(role.name == "subject" and role.by in ("", "by") for role in roles)
    between = any(role.by in _BETWEEN for role in roles)
    if done or between:  # “Chile's sale of the ferries”: what *of* tells is what it is done to
        roles = [role for role in roles if not (role.name == "subject" and role.by in ("of", "compound"))]
    return roles


def _is_said_of(noun: Token) -> list[Token]:
    """What the text itself says that this noun is: *X, a miner*; *the miner, X*; “Chair: X”; *X is a miner*."""
    found = []
    if noun.dep_ == "appos" and not (named(noun) and not named(noun.head)):
        found.append(noun.head)
    for child in noun.children:
        if child.dep_ == "appos" and (named(child) or _after_colon(child)) and not named(noun):
            found.append(child)
    if noun.dep_ in ("compound", "nmod") and named(noun.head) and not tells_event(noun):
        found.append(noun.head)
    if noun.dep_ == "ROOT":
        found += _heading(noun)
    if noun.dep_ == "attr" and noun.head.lemma_ in BEING:
        found += [role.head for role in clause_of(noun.head).of("subject")]
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in BEING:
        found += [child for child in noun.head.children if child.dep_ == "attr" and named(child)]
    return found


def _heading(noun: Token) -> list[Token]:
    """The name that stands alone before the line of a record: “Wrona, Tomasz. Member of …”."""
    start = noun.sent.start
    if start == 0 or named(noun) or any(token.pos_ in ("VERB", "AUX") for token in noun.sent):
        return []
    before = noun.doc[start - 1].sent
    words = [token for token in before if token.is_alpha]
    name = before.root
    return [name] if words and all(token.pos_ == "PROPN" for token in words) and named(name) else []


def _after_colon(value: Token) -> bool:
    return any(child.text == ":" and child.i < value.i for child in value.head.children)


def _governed(noun: Token, event: bool) -> list[Role]:
    """Who does an act that stands as the object of a verb that only carries it out, or who has a thing."""
    roles: list[Role] = []
    governor = noun.head if noun.dep_ == "dobj" else noun.head.head
    if governor.pos_ in ("VERB", "AUX"):
        inherited = clause_of(governor)
        held = _OWNS if noun.dep_ == "dobj" else _CONSISTS
        if governor.lemma_ in (_CARRIES if event else held):
            roles += [Role("subject", "", role.head) for role in inherited.of("subject")]
        if event and governor.lemma_ in _CARRIES:
            roles += [role for role in inherited.roles if role.name in ("oblique", "time") and role.head != noun]
    elif is_noun(governor):
        if noun.dep_ == "pobj" and noun.head.lower_ == "with" and not event:
            roles += each("subject", "", governor)  # “a city with two ports”
        elif event and noun.head.lower_ == "of" and noun.dep_ == "pobj":  # “notice of withdrawal”: whose notice
            roles += [role for role in noun_clause(governor).of("subject") if role.head not in (noun, governor)]
    return roles

"""Clauses of a parsed sentence: a predicate with who, whom, what, where and when it takes, active or passive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.reading.slots.phrases import is_noun, joined, phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Verbs that say of a noun only that it is or happens: the noun is what is told, and what they have belongs to it.
LIGHT = frozenset(
    "be happen occur begin start take come become remain follow continue end last run stand result".split()
)
_HAPPENS = frozenset({("take", "place"), ("take", "effect"), ("come", "into"), ("get", "underway")})
_CARRIES = frozenset(
    "make take give have hold carry conduct perform do undertake stage launch issue deposit submit announce file "
    "reach sign declare".split()
)
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_SUBJECTS_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_OBJECTS = frozenset({"dobj", "obj", "oprd"})
_AGENTS = frozenset({"by"})


@dataclass(frozen=True)
class Role:
    """A noun, or another word, in its role: `by` is the preposition (`` for subject and object)."""

    name: str  # subject, object, recipient, is, oblique
    by: str
    head: Token


@dataclass(frozen=True)
class Clause:
    """A predicate with its roles. `predicate` is the verb, or of *X is a Y* the Y; `verb` the verb itself."""

    predicate: Token
    verb: Token
    roles: tuple[Role, ...]
    passive: bool = False

    def of(self, *names: str) -> list[Role]:
        """The roles of these names."""
        return [role for role in self.roles if role.name in names]


def clauses(doc: Doc) -> list[Clause]:
    """The clauses of the text, in order: verbs, nouns that something is said to be, and appositions."""
    found = []
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound", "case", "mark"):
            found.append(clause_of(token))
        elif token.dep_ in ("amod", "compound") and token.tag_ in ("VBN", "VBG") and is_noun(token.head):
            found.append(_described(token))
        elif token.dep_ == "ROOT" and is_noun(token):
            found.append(noun_clause(token))
        elif token.dep_ in ("appos", "acomp") and token.head.dep_ != "ROOT":
            found.append(noun_clause(token))
    return found


def clause_of(verb: Token) -> Clause:
    """The clause of a verb; of *be* with a noun or an adjective, that word is the predicate."""
    passive = is_passive(verb)
    roles = list(_roles(verb, passive))
    if not any(role.name == "subject" for role in roles) or (passive and not any(r.name == "object" for r in roles)):
        roles += _borrowed(verb, passive, {role.name for role in roles})
    complement = next((role for role in roles if role.name == "is"), None)
    if complement is not None and verb.lemma_ in ("be", "become", "remain"):
        return Clause(complement.head, verb, tuple(role for role in roles if role is not complement), passive)
    return Clause(verb, verb, tuple(roles), passive)


def noun_clause(noun: Token) -> Clause:
    """The clause that a noun tells by itself: *the withdrawal of X by Y on 3 May*, *Y, a maker of Z*."""
    roles = []
    for child in noun.children:
        if child.dep_ == "poss":
            roles.append(Role("subject", "", child))
        elif child.dep_ == "prep":
            for inner in _prepositional(child):
                if inner.by == "of":
                    roles += [Role("subject", "of", inner.head), Role("object", "of", inner.head)]
                elif inner.by == "by":
                    roles.append(Role("subject", "by", inner.head))
                else:
                    roles.append(inner)
        elif child.dep_ in ("compound", "amod", "nmod") and child.pos_ in ("NOUN", "PROPN", "ADJ"):
            roles += [Role("subject", "compound", child), Role("object", "compound", child)]
    if noun.dep_ == "appos":
        roles.append(Role("subject", "", noun.head))
    verb = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and (verb.lemma_ in LIGHT or verb.dep_ == "ROOT"):
        roles += [role for role in _roles(verb, is_passive(verb)) if role.name in ("oblique", "time")]
    if noun.dep_ in ("dobj", "pobj") and not any(role.name == "subject" for role in roles):
        governor = verb if noun.dep_ == "dobj" else verb.head
        if governor.pos_ in ("VERB", "NOUN"):
            inherited = clause_of(governor) if governor.pos_ == "VERB" else noun_clause(governor)
            roles += [role for role in inherited.roles if role.name == "subject"]
            if governor.lemma_ in _CARRIES:
                roles += [role for role in inherited.roles if role.name in ("oblique", "time")]
    return Clause(noun, noun, tuple(roles))


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, also as a participle after a noun (*a bridge built in 1890*)."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl", "ROOT", "conj", "relcl", "dep", "parataxis"):
        return not any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children) and not any(
            child.dep_ == "nsubj" for child in verb.children
        )
    return False


def _roles(verb: Token, passive: bool) -> Iterator[Role]:
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            yield from _each("object" if passive and verb.dep_ == "acl" else "subject", "", child)
        elif child.dep_ in _SUBJECTS_PASSIVE:
            yield from _each("object", "", child)
        elif child.dep_ == "agent":
            for noun in child.children:
                yield from _each("subject", "by", noun)
        elif child.dep_ in _OBJECTS:
            yield from _each("object", "", child)
        elif child.dep_ == "dative":
            if is_noun(child):
                yield from _each("recipient", "", child)
            else:
                for noun in child.children:
                    yield from _each("recipient", child.lower_, noun)
        elif child.dep_ in ("attr", "acomp"):
            yield from _each("is", "", child)
        elif child.dep_ == "prep":
            yield from _prepositional(child)
        elif child.dep_ == "npadvmod":
            yield Role("time", "", child)
        elif child.dep_ in ("xcomp", "ccomp"):
            yield Role("what", "", child)
        elif child.dep_ == "advmod":
            yield Role("adverb", "", child)
    if verb.dep_ in ("relcl", "acl"):
        yield from _relative(verb, passive)


def _prepositional(preposition: Token) -> Iterator[Role]:
    by = preposition.lower_
    for noun in preposition.children:
        if noun.dep_ in ("pobj", "pcomp", "prep", "amod", "advmod"):
            if noun.dep_ == "prep":
                for inner in _prepositional(noun):
                    yield Role(inner.name, f"{by} {inner.by}", inner.head)
            else:
                yield from _each("oblique", by, noun)
                for child in noun.children:  # “to cuts in May”: the parser often hangs the second one on the first noun
                    if child.dep_ == "prep" and child.lower_ not in ("of",):
                        yield from _prepositional(child)


def _each(name: str, by: str, head: Token) -> Iterator[Role]:
    for one in (head, *joined(head)):
        yield Role(name, by, one)


def _relative(verb: Token, passive: bool) -> Iterator[Role]:
    """The noun that a relative clause or a participle tells of, in its role there."""
    has = {child.dep_ for child in verb.children}
    wh = next((c for c in verb.subtree if c.tag_ in ("WP", "WDT", "WRB") and c.i < verb.i), None)
    noun = verb.head
    if not is_noun(noun):
        return
    if wh is None:
        if verb.dep_ == "acl":
            yield Role("object" if passive else "subject", "", noun)
        elif not has & {"dobj"}:
            yield Role("object", "", noun)  # “the bridge they built”
        return
    if wh.dep_ in ("pobj",) and wh.head.dep_ == "prep":
        yield Role("oblique", wh.head.lower_, noun)
    elif wh.dep_ in _OBJECTS:
        yield Role("object", "", noun)
    elif wh.dep_ in _SUBJECTS or wh.dep_ in _SUBJECTS_PASSIVE:
        if wh.head == verb:
            yield Role("object" if passive else "subject", "", noun)


def _borrowed(verb: Token, passive: bool, has: set[str]) -> list[Role]:
    """The subject of a verb that has none of its own: of the verb it is joined to, or that governs it."""
    name = "object" if passive else "subject"
    if name in has:
        return []
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        first = clause_of(head)
        held = first.of("object" if first.passive else "subject")
        return [Role(name, "", role.head) for role in held if role.by != "by"]
    if verb.dep_ in ("xcomp", "advcl", "pcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        governor = clause_of(head)
        if verb.dep_ == "xcomp" and governor.of("object") and head.lemma_ not in ("promise", "threaten"):
            return [Role(name, "", role.head) for role in governor.of("object", "recipient")]
        return [Role(name, "", role.head) for role in governor.of("object" if governor.passive else "subject")]
    if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
        governor = clause_of(head.head)
        return [Role(name, "", role.head) for role in governor.of("object" if governor.passive else "subject")]
    if verb.dep_ in ("acl", "xcomp") and is_noun(head):
        return _borrowed_through(head, name)
    return []


def _borrowed_through(noun: Token, name: str) -> list[Role]:
    """Of *the plan to build*, *a decision to close*: whose plan it is."""
    owner = [child for child in noun.children if child.dep_ == "poss"]
    if owner:
        return [Role(name, "", owner[0])]
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return [Role(name, "", role.head) for role in clause_of(noun.head).of("subject")]
    return []


def _described(participle: Token) -> Clause:
    """*The closed bridge*: the bridge was closed."""
    return Clause(participle, participle, (Role("object", "", participle.head),), True)


def shown(clause: Clause) -> str:
    """The clause in a line, for a test to hold."""
    roles = ", ".join(f"{role.name}{f' {role.by}' if role.by else ''}: {phrase(role.head)}" for role in clause.roles)
    return f"{clause.predicate.lemma_}({roles})"

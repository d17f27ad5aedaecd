"""Noun phrases in a parsed sentence: their words, what describes them, and who is meant by *it* or *the company*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What follows a noun and tells more of it, but is no part of its name.
_MORE = frozenset({"relcl", "appos", "acl", "cc", "conj", "punct", "advcl", "parataxis", "dep"})
_DESCRIBES = frozenset({"amod", "compound", "nmod", "poss", "nummod", "advmod", "npadvmod"})
_MALE, _FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself", "this", "that"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = _MALE | _FEMALE | _THING | _MANY | frozenset({"i", "we", "us", "our", "you", "your", "my", "me"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_PERSONS = frozenset(
    "man woman person official minister president spokesman spokeswoman officer judge lawyer author actor player "
    "leader director chief chair chairman chairwoman doctor professor scientist teacher driver victim suspect "
    "boy girl mother father son daughter wife husband candidate senator mayor governor king queen pope singer "
    "writer artist coach captain soldier general defendant secretary worker student patient resident".split()
)
_BODIES = frozenset(
    "company firm agency council court government ministry department party club team bank union committee board "
    "group organisation organization university school hospital airline regulator watchdog charity association "
    "institute commission body authority parliament senate assembly force army police retailer carmaker "
    "manufacturer country state nation city town kingdom republic".split()
)


def is_noun(token: Token) -> bool:
    """Whether the token is a noun, a name, a pronoun or a number that stands for one."""
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or (token.pos_ == "DET" and token.dep_ in ("nsubj", "dobj"))


def own_words(head: Token) -> list[Token]:
    """The tokens of the noun phrase, without clauses, appositions and whatever is joined to it by *and*."""
    kept = [head]
    for child in head.children:
        if child.dep_ not in _MORE:
            kept += own_words(child) if child.dep_ != "prep" else child.subtree
    return sorted(set(kept), key=lambda token: token.i)


def said(tokens: list[Token]) -> str:
    """The words from the first token to the last, as printed."""
    if not tokens:
        return ""
    doc = tokens[0].doc
    return str(doc[min(token.i for token in tokens) : max(token.i for token in tokens) + 1].text)


def phrase(head: Token) -> str:
    """The noun phrase as printed."""
    return said(own_words(head))


def modifiers(head: Token) -> list[Token]:
    """The content words that describe the noun: adjectives, compounds, owners, and what *of* and *in* add to it."""
    found: list[Token] = []
    for child in head.children:
        if child.dep_ in _DESCRIBES and child.pos_ not in ("DET", "PRON", "PART"):
            found += [child, *modifiers(child)]
            found += [other for other in child.conjuncts if other.head == child]
        elif child.dep_ == "prep":
            for noun in child.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    for one in (noun, *joined(noun)):
                        found += [one, *modifiers(one)]
    return found


def joined(head: Token) -> list[Token]:
    """What is joined to the noun by *and* or *or*, without the noun itself."""
    found = []
    for child in head.children:
        if child.dep_ == "conj":
            found += [child, *joined(child)]
    return found


def with_joined(head: Token) -> list[Token]:
    """The noun and what is joined to it."""
    return [head, *joined(head)]


class Mentions:
    """Which noun phrases of a text mean the same thing: by apposition, by *is*, by pronoun, by *the company*."""

    def __init__(self, doc: Doc) -> None:
        self._same: dict[int, int] = {}
        self.doc = doc
        heads = [token for token in doc if is_noun(token) and token.dep_ not in ("compound", "nmod", "nummod")]
        for token in heads:
            for other in self._identified(token):
                self._join(token.i, other.i)
        for at, token in enumerate(heads):
            antecedent = self._antecedent(token, heads[:at])
            if antecedent is not None:
                self._join(token.i, antecedent.i)

    def of(self, token: Token) -> list[Token]:
        """All the heads that mean what this one means, this one first."""
        root = self._root(token.i)
        others = [self.doc[i] for i in sorted(self._same) if i != token.i and self._root(i) == root]
        return [token, *others]

    def candidates(self, pronoun: Token) -> list[Token]:
        """All that *it* or *they* can mean, by number and kind, in the same sentence before it and in the one before."""
        wanted = _kinds(pronoun.lower_)
        first = pronoun.sent.start - 1
        since = self.doc[first].sent.start if first >= 0 else 0
        barred = _own_subjects(pronoun)
        return [
            token for token in self.doc[since : pronoun.i]
            if is_noun(token) and token.pos_ not in ("PRON", "NUM") and token.i not in barred and wanted & kind_of(token)
        ]  # fmt: skip

    def has_name(self, token: Token) -> bool:
        """Whether anything in the text says more of it than a pronoun does."""
        return any(one.pos_ != "PRON" for one in self.of(token))

    def _root(self, i: int) -> int:
        while self._same.get(i, i) != i:
            i = self._same[i]
        return i

    def _join(self, a: int, b: int) -> None:
        self._same.setdefault(a, a)
        self._same.setdefault(b, b)
        self._same[self._root(a)] = self._root(b)

    def _identified(self, token: Token) -> Iterator[Token]:
        """The nouns that the sentence itself sets equal to this one."""
        for child in token.children:
            if child.dep_ == "appos" and is_noun(child):
                yield child
        verb = token.head
        if token.dep_ == "attr" and verb.lemma_ in ("be", "become", "remain") and not _negated(verb):
            for child in verb.children:
                if child.dep_ == "nsubj":
                    yield child
        if token.dep_ in ("attr", "oprd", "pobj") and token.head.lemma_ == "as" and token.head.head.lemma_ == "know":
            head = token.head.head.head
            if is_noun(head):
                yield head
        if token.lower_ in ("who", "which", "that") and token.tag_ in ("WP", "WDT"):
            clause = token.head
            while clause.dep_ not in ("relcl", "ROOT"):
                clause = clause.head
            if clause.dep_ == "relcl":
                yield clause.head

    def _antecedent(self, token: Token, before: list[Token]) -> Token | None:
        word = token.lower_
        if word in PRONOUNS and token.pos_ == "PRON":
            wanted = _kinds(word)
            barred = _own_subjects(token)
            for other in _near(token, before):
                if other.pos_ not in ("PRON", "NUM") and wanted & kind_of(other) and other.i not in barred:
                    return other
            return None
        pointing = any(child.lower_ in _POINTING for child in token.children)
        if token.pos_ == "NOUN" and pointing:
            for other in _near(token, before):
                if other.lemma_.lower() == token.lemma_.lower():
                    return other
            if not any(child.dep_ in ("amod", "compound", "prep", "acl", "relcl") for child in token.children):
                kinds = kind_of(token) - {"thing", "many"}
                for other in _near(token, before):
                    if other.pos_ == "PROPN" and kinds & (kind_of(other) - {"thing", "many"}):
                        return other
        if token.pos_ == "PROPN":
            for other in before:
                if other.pos_ == "PROPN" and phrase(other).lower() == phrase(token).lower():
                    return other
        return None


def kind_of(token: Token) -> frozenset[str]:
    """What the noun can be: a person (`he`, `she`), a body, a thing, or many of them."""
    word = token.lemma_.lower()
    if token.ent_type_ == "PERSON":
        return frozenset({"he", "she", "person"})
    if token.ent_type_ in ("ORG", "NORP", "GPE", "LOC", "FAC"):
        return frozenset({"thing", "body", "many"})
    if "Plur" in token.morph.get("Number") or joined(token):
        return frozenset({"many"})
    if word in _PERSONS:
        return frozenset({"he", "she", "person"})
    if word in _BODIES:
        return frozenset({"thing", "body", "many"})
    if token.pos_ == "PROPN":
        return frozenset({"he", "she", "thing", "person", "body"})
    return frozenset({"thing"})


def _kinds(pronoun: str) -> frozenset[str]:
    if pronoun in _MALE:
        return frozenset({"he"})
    if pronoun in _FEMALE:
        return frozenset({"she"})
    if pronoun in _MANY:
        return frozenset({"many"})
    return frozenset({"thing"}) if pronoun in _THING else frozenset()


def _near(token: Token, before: list[Token]) -> Iterator[Token]:
    """Candidates for what is meant: the subjects of the sentences before first, then the nearest, never far back."""
    near = [one for one in before if one.i < token.i][-40:]
    inside = [one for one in near if one.sent.start == token.sent.start]
    subjects = [one for one in near if one.dep_ in ("nsubj", "nsubjpass") and one not in inside]
    yield from (one for one in reversed(inside) if one.dep_ in ("nsubj", "nsubjpass"))
    yield from reversed(subjects)
    yield from reversed(near)


def _own_subjects(pronoun: Token) -> set[int]:
    """Who does the thing cannot be meant by *it* as what it is done to."""
    if pronoun.dep_ not in ("dobj", "dative", "pobj"):
        return set()
    verb = pronoun.head if pronoun.dep_ != "pobj" else pronoun.head.head
    barred = set()
    while True:
        barred |= {child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")}
        if verb.dep_ != "conj" or verb.head == verb:
            return barred
        verb = verb.head


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)

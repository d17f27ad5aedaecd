"""Which noun phrases of a text mean the same: by apposition, by *is*, by pronoun, by *the company*, by *the latter*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from checks.reading.slots.clause_parts import BEING
from checks.reading.slots.mention_kinds import OF_THE_SPEAKER, fits, wanted
from checks.reading.slots.phrases import is_noun, joined, kind_of, named, phrase, with_joined
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_MORE = frozenset({"amod", "compound", "prep", "acl", "relcl", "nummod", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BYNAMES = listed("know call name dub nickname perform write work bear record")
_FAR = 40  # noun phrases back: three sentences or so
_SENTENCES = 3
_KINDS = {
    "GPE": listed("city town village country state nation capital kingdom republic island port county"),
    "LOC": listed("lake river mountain island region sea ocean valley continent desert"),
    "FAC": listed("bridge airport tower road stadium building station hospital museum arena"),
    "WORK_OF_ART": listed("film movie song album single novel book series show play musical drama sitcom"),
    "EVENT": listed("war battle festival tournament race cup championship match"),
    "LAW": listed("act law bill treaty statute"),
}


class Mentions:
    """Which noun phrases of a text mean the same thing. Where two fit equally well, none is taken."""

    def __init__(self, doc: Doc) -> None:
        self._same: dict[int, int] = {}
        self.doc = doc
        self._starts = {token.i: n for n, sentence in enumerate(doc.sents) for token in sentence}
        heads = [
            token for token in doc
            if (is_noun(token) and token.dep_ not in ("compound", "nmod", "nummod")) or token.tag_ in ("WP$", "WRB")
        ]  # fmt: skip
        for token in heads:
            for other in self._identified(token):
                self._join(token.i, other.i)
        for at, token in enumerate(heads):
            antecedent = self._antecedent(token, heads[max(0, at - _FAR) : at])
            if antecedent is not None:
                self._join(token.i, antecedent.i)

    def of(self, token: Token) -> list[Token]:
        """All the heads that mean what this one means, this one first."""
        together = self._together.get(self._root(token.i), ())
        return [token, *(self.doc[i] for i in together if i != token.i)]

    @cached_property
    def _together(self) -> dict[int, list[int]]:
        """The heads that mean the same, by the one that stands for all of them."""
        found: dict[int, list[int]] = {}
        for i in sorted(self._same):
            found.setdefault(self._root(i), []).append(i)
        return found

    def candidates(self, pronoun: Token) -> list[Token]:
        """All that the pronoun can mean, by number and kind, in the same sentence before it and in the one before.

        A caller may take any of them for a thing; for a person, where more than one fits, none.
        """
        first = pronoun.sent.start - 1
        since = self.doc[first].sent.start if first >= 0 else 0
        barred = _own_subjects(pronoun)
        return [
            token for token in self.doc[since : pronoun.i]
            if is_noun(token) and token.dep_ not in ("compound", "nmod") and token.i not in barred
            and fits(pronoun.lower_, token)
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
            if child.dep_ == "appos" and is_noun(child) and not _is_figure(child):
                yield child
        verb = token.head
        if token.dep_ == "attr" and verb.lemma_ in BEING and not _hedged(verb) and not _is_figure(token):
            for child in verb.children:
                if child.dep_ == "nsubj" and not joined(child) and child.lower_ != "there":
                    yield child
        if token.tag_ in ("WP", "WDT", "WP$", "WRB"):
            clause = token.head
            while clause.dep_ not in ("relcl", "ROOT"):
                clause = clause.head
            if clause.dep_ == "relcl" and not (token.tag_ == "WRB" and token.lower_ not in ("where",)):
                yield clause.head
        if token.dep_ in ("acl", "relcl") or not any(child.dep_ in ("acl", "relcl") for child in token.children):
            return
        for child in token.children:
            other = bynamed(child) if child.dep_ in ("acl", "relcl") and child.lemma_ in _BYNAMES else None
            if other is not None:
                yield other

    def _antecedent(self, token: Token, before: list[Token]) -> Token | None:
        near = [one for one in before if self._starts[token.i] - self._starts[one.i] < _SENTENCES]
        if token.pos_ == "PRON" and token.lower_ in OF_THE_SPEAKER:
            return _speaker(token)
        if token.pos_ == "PRON" and wanted(token.lower_):
            return self._meant(token, near)
        if token.lower_ in ("former", "latter") and any(child.lower_ == "the" for child in token.children):
            return self._of_two(token, near)
        pointing = any(child.lower_ in _POINTING for child in token.children)
        if token.pos_ == "NOUN" and pointing:
            return self._pointed(token, near)
        if token.pos_ == "PROPN":
            return self._named_before(token, before)
        return None

    def _named_before(self, token: Token, before: list[Token]) -> Token | None:
        """The same name said before, or a fuller one that ends in it (*Loew* after *Peter Loew*)."""
        mine = phrase(token).lower()
        same = [one for one in before if one.pos_ == "PROPN" and one.lower_ == token.lower_]
        whole = next((one for one in same if phrase(one).lower() == mine), None)
        alone = not any(child.dep_ == "compound" for child in token.children)
        if whole is None and alone and same and len({phrase(one).lower() for one in same}) == 1:
            return same[0]
        return whole

    def _meant(self, token: Token, before: list[Token]) -> Token | None:
        """What the pronoun stands for: the subject of its sentence, else of the one before, if one alone fits there."""
        barred = _own_subjects(token)
        fitting = [one for one in before if one.i not in barred and fits(token.lower_, one) and not _within(one, token)]
        if not fitting:
            return None
        here = [one for one in fitting if one.sent.start == token.sent.start]
        last = self._starts[(here or fitting)[-1].i]
        near = here or [one for one in fitting if self._starts[one.i] == last]
        subjects = [one for one in near if _is_subject(one)]
        chosen = subjects[-1:] if here else subjects[:1]
        if wanted(token.lower_) in ("he", "she") and self._doubtful(token, near, subjects):
            return None
        return chosen[0] if chosen else near[-1] if len({self._root(one.i) for one in near}) == 1 else None

    def _doubtful(self, token: Token, near: list[Token], subjects: list[Token]) -> bool:
        """Whether two persons fit equally well: two subjects, or one who tells another what is told."""
        people = {self._root(one.i) for one in near if "person" in kind_of(one)}
        if len(people) < 2:
            return False
        if len({self._root(one.i) for one in subjects}) != 1:
            return True
        return subjects[0].sent.start == token.sent.start and token.dep_ in _SUBJECTS

    def _of_two(self, token: Token, before: list[Token]) -> Token | None:
        """*The former*, *the latter*: of two that *and* or *or* joined."""
        for one in reversed(before):
            if joined(one) and one.dep_ != "conj":
                both = with_joined(one)
                return (both[0] if token.lower_ == "former" else both[-1]) if len(both) == 2 else None
        last = [one for one in before if one.sent.start < token.sent.start]
        last = [one for one in last if one.sent.start == last[-1].sent.start and named(one)]
        people = {self._root(one.i): one for one in reversed(last) if one.ent_type_ == "PERSON"}
        both = sorted((people or {self._root(one.i): one for one in reversed(last)}).values(), key=lambda one: one.i)
        return (both[0] if token.lower_ == "former" else both[-1]) if len(both) == 2 else None

    def _pointed(self, token: Token, before: list[Token]) -> Token | None:
        """What *the company* points at: the same noun before, or the one name of that kind."""
        lemma = token.lemma_.lower()
        for one in reversed(before):
            if one.lemma_.lower() == lemma and one.pos_ == "NOUN" and not _told_apart(token, one):
                return one
        if any(child.dep_ in _MORE for child in token.children):
            return None
        kinds = kind_of(token) & {"person", "body"}
        fitting = [
            one for one in before if one.pos_ == "PROPN" and _is_kind(lemma, kinds, one) and not _within(one, token)
        ]
        last = [one for one in fitting if one.sent.start == fitting[-1].sent.start]
        roots = {self._root(one.i) for one in last}
        if len(roots) == 1:
            return last[0]
        subjects = [one for one in last if _is_subject(one)]
        return subjects[0] if len(subjects) == 1 and not kinds & {"person"} else None


def _is_subject(noun: Token) -> bool:
    while noun.dep_ == "conj" and noun.head != noun:
        noun = noun.head
    return noun.dep_ in _SUBJECTS


def bynamed(verb: Token) -> Token | None:
    """The other name in *known as X*, *called X*, *who performs as X*."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("as", "under"):
            found = next((one for one in child.children if one.dep_ == "pobj" and named(one)), None)
            if found is not None:
                return found
        if (
            child.dep_ in ("oprd", "dobj", "attr")
            and named(child)
            and verb.lemma_ in ("call", "name", "dub", "nickname")
        ):
            return child
    return None


def _is_kind(lemma: str, kinds: frozenset[str], name: Token) -> bool:
    """Whether what bears the name can be such a thing."""
    of_name = _KINDS.get(name.ent_type_, frozenset())
    if lemma in of_name:
        return True
    if any(lemma in words for words in _KINDS.values()) or not kinds:
        return False
    if name.ent_type_ in ("GPE", "LOC", "FAC", "WORK_OF_ART", "EVENT", "LAW", "DATE"):
        return False
    return bool(kinds & kind_of(name))


def _told_apart(token: Token, other: Token) -> bool:
    """Whether both are described, by other words: *the new bridge* is not *the old bridge*."""
    mine = {child.lemma_.lower() for child in token.children if child.dep_ in ("amod", "compound", "nummod")}
    theirs = {child.lemma_.lower() for child in other.children if child.dep_ in ("amod", "compound", "nummod")}
    return bool(mine and not mine <= theirs)


def _speaker(token: Token) -> Token | None:
    """Who says the quotation that the word *I* or *we* stands in."""
    text = token.doc.text[: token.idx]
    if text.count("“") <= text.count("”") and text.count('"') % 2 == 0:
        return None
    node = token
    while node.head != node:
        node = node.head
        if node.lemma_ in (
            "say",
            "tell",
            "add",
            "ask",
            "write",
            "reply",
            "insist",
            "announce",
            "warn",
            "state",
            "recall",
        ):
            inside = node.doc.text[: node.idx]
            if inside.count("“") == inside.count("”") and inside.count('"') % 2 == 0:
                return next((one for one in node.children if one.dep_ == "nsubj" and is_noun(one)), None)
    return None


def _own_subjects(pronoun: Token) -> set[int]:
    """Who does the thing cannot be meant by *it* as what it is done to."""
    if pronoun.dep_ not in ("dobj", "dative", "pobj") or pronoun.lower_.endswith(("self", "selves")):
        return set()
    verb = pronoun.head if pronoun.dep_ != "pobj" else pronoun.head.head
    barred: set[int] = set()
    while True:
        barred |= {child.i for child in verb.children if child.dep_ in _SUBJECTS}
        if verb.dep_ != "conj" or verb.head == verb:
            return barred
        verb = verb.head


def _within(noun: Token, token: Token) -> bool:
    """Whether the one stands inside the other's phrase: *its* in *the bank and its owner*."""
    return token.is_ancestor(noun) or (token.dep_ == "poss" and token.head == noun)


def _is_figure(token: Token) -> bool:
    return token.pos_ == "NUM" or token.like_num or token.ent_type_ in ("MONEY", "PERCENT", "CARDINAL", "QUANTITY")


def _hedged(verb: Token) -> bool:
    """Whether *is* is denied, or only said to be possible."""
    return any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)

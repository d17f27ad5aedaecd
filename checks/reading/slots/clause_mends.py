"""Wrong tags and joints that the small model often makes, set right where the words around leave no doubt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checks.reading.slots.clause_gaps import parallels
from checks.reading.slots.recorded import derived, synonyms
from checks.reading.slots.spelling import spelt
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Lemmas that its rules get wrong.
_LEMMAS = {
    "fined": "fine", "fining": "fine", "fines": "fine", "rated": "rate", "rating": "rate", "cited": "cite",
    "tied": "tie", "taped": "tape", "hoped": "hope", "stared": "stare", "scared": "scare", "barred": "bar",
    "starred": "star", "planned": "plan", "sited": "site", "wounded": "wound", "felled": "fell", "taxed": "tax",
    "axed": "axe", "axing": "axe", "focused": "focus", "focussed": "focus", "biased": "bias", "canceled": "cancel",
    "rose": "rise", "laid": "lay", "filed": "file", "filing": "file", "mined": "mine", "mining": "mine",
}  # fmt: skip
_NOUN_PLACES = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
_BEFORE_A_NOUN = frozenset({"compound", "det", "poss", "amod", "nummod"})
# Of these nouns, *of A and B* and *between A and B* tell both who do it.
_OF_BOTH = listed("collision merger clash meeting swap exchange war battle talks match marriage crash union")
_WH = frozenset({"WDT", "WP", "WRB", "WP$"})


def mend(doc: Doc) -> None:
    """Sets right in place what the parser got wrong: nouns taken for verbs and the reverse, two clauses in one."""
    for token in doc:
        if token.dep_ in ("nsubj", "nsubjpass"):
            _to_conjunct(token)
        if token.pos_ == "VERB":
            low = token.lower_
            if low in _LEMMAS and token.lemma_ != _LEMMAS[low]:
                token.lemma_ = _LEMMAS[low]
            if token.dep_ in _NOUN_PLACES:
                _to_noun(token)
            elif token.dep_ == "ccomp" and token.i < token.head.i:
                _unglue(token)
            elif token.dep_ == "amod" and token.tag_ in ("VBN", "VBD"):
                _to_main_verb(token)
        elif token.dep_ == "relcl" and token.tag_ in ("NNS", "NN"):
            _to_verb(token)
        elif token.dep_ == "conj" and token.head.lemma_ in _OF_BOTH:
            _to_both(token)
    for sentence in doc.sents:
        if any(token.like_num for token in sentence):
            for name, _ in parallels(sentence):
                _hold_together(name)


def _to_noun(token: Token) -> None:
    """*Wood stoves*, taken for a verb though it is what something is done to."""
    before = [child for child in token.children if child.i < token.i]
    if not any(child.dep_ in _BEFORE_A_NOUN and child.dep_ != "amod" for child in before):
        return
    if any(child.dep_ in ("nsubj", "dobj", "aux", "auxpass") for child in token.children):
        return
    plural = token.tag_ == "VBZ" and token.lower_.endswith("s")
    token.tag_, token.pos_ = ("NNS", "NOUN") if plural else ("NN", "NOUN")
    token.set_morph("Number=Plur" if plural else "Number=Sing")  # type: ignore[attr-defined]
    token.lemma_ = _singular(token.lower_) if plural else token.lower_


def _to_verb(token: Token) -> None:
    """*From which the United States withdraws*, the verb taken for a noun in the plural."""
    wh = next((one for one in token.subtree if one.tag_ in _WH and one.i < token.i), None)
    if wh is None or any(child.dep_ == "cop" or child.pos_ == "AUX" for child in token.children):
        return
    lemma = _verb_lemma(token.lower_)
    if lemma is None:
        return
    inside = [child for child in token.children if wh.i < child.i < token.i]
    nouns = [child for child in inside if child.dep_ in ("compound", "nmod", "nsubj", "poss") and child.pos_ != "PART"]
    if nouns:
        subject = nouns[-1]
        for child in inside:
            if child.dep_ in ("det", "amod", "compound") and child != subject:
                child.head = subject
        subject.dep_ = "nsubj"
    elif wh.dep_ == "det":
        wh.dep_ = "nsubj"
    token.tag_, token.pos_, token.lemma_ = ("VBZ" if token.tag_ == "NNS" else "VBP"), "VERB", lemma
    token.set_morph("Tense=Pres|VerbForm=Fin")  # type: ignore[attr-defined]


def _to_conjunct(second: Token) -> None:
    """Two subjects with *and* between, of which the parser joined neither to the other."""
    first = next((one for one in second.head.children if one.dep_ == second.dep_ and one.i < second.i), None)
    if first is None or not any(one.dep_ == "cc" and one.i == second.left_edge.i - 1 for one in first.children):
        return
    second.head, second.dep_ = first, "conj"
    if first.lemma_ in _OF_BOTH:
        _to_both(second)


def _to_both(second: Token) -> None:
    """*The collision of a ferry and a tanker*, the tanker joined to the collision."""
    event = second.head
    prepositions = [c for c in event.children if c.dep_ == "prep" and c.lower_ in ("of", "between") and c.i < second.i]
    nouns = [noun for one in prepositions for noun in one.children if noun.dep_ == "pobj"]
    if nouns:
        for child in list(event.children):
            if child.dep_ == "cc" and nouns[-1].i < child.i < second.i:
                child.head = nouns[-1]
        second.head = nouns[-1]


def _unglue(first: Token) -> None:
    """Two clauses with a semicolon or a colon between, of which the first was hung on the second as what it says."""
    marks = [child for child in first.head.children if child.is_punct and first.i < child.i < first.head.i]
    marks += [child for child in first.children if child.is_punct and first.i < child.i < first.head.i]
    if any(mark.text in (";", ":") for mark in marks):
        first.dep_ = "parataxis"


def _to_main_verb(verb: Token) -> None:
    """*The loss of the ferry shocked Estonia*, the verb hung as a participle on what it is done to."""
    noun = verb.head
    of = noun.head
    root = of.head
    doer = next((child for child in verb.children if child.dep_ in ("npadvmod", "nsubj", "compound")), None)
    if doer is None or noun.dep_ != "pobj" or root.dep_ != "ROOT" or root.pos_ not in ("NOUN", "PROPN"):
        return
    hyphened = any(child.text == "-" for child in verb.children)
    article = next((child for child in noun.children if child.dep_ == "det" and child.i < doer.i), None)
    finite = any(one.tag_ in ("VBD", "VBZ", "VBP", "MD") and one != verb for one in verb.sent)
    if (
        hyphened
        or finite
        or article is None
        or noun.pos_ != "PROPN"
        or verb.i != noun.left_edge.i + doer.i - article.i + 1
    ):
        return
    article.head = doer
    doer.head, doer.dep_ = of, "pobj"
    noun.head, noun.dep_ = verb, "dobj"
    verb.head = verb
    root.head, root.dep_ = verb, "nsubj"
    verb.dep_, verb.tag_, verb.pos_ = "ROOT", "VBD", "VERB"
    for child in list(root.children):
        if child.is_punct:
            child.head = verb


def _hold_together(name: list[Token]) -> None:
    """A name whose words the parser hung in different places, as in *… and Priya Nand 9*."""
    last, inside = name[-1], {token.i for token in name}
    heads = [token for token in name if token.head.i not in inside or token.head == token]
    if last in heads and len(heads) == 1:
        return
    if last.head.i in inside:
        outer = heads[0]
        last.head, last.dep_ = (outer.head, outer.dep_) if outer.head != outer else (last, last.dep_)
    for token in name[:-1]:
        if token.head != last and token.pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
            token.head, token.dep_ = last, "compound" if token.pos_ != "DET" else "det"


def _verb_lemma(word: str) -> str | None:
    """The verb that the word is the third person of, where the tables of words know it."""
    forms = [word[:-3] + "y"] if word.endswith("ies") else []
    forms += [word[:-2]] if word.endswith(("shes", "ches", "sses", "xes", "oes")) else []
    forms += [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []
    return next((form for form in forms if (spelt(form), "verb") in _verbs()), None)


@cache
def _verbs() -> frozenset[tuple[str, str]]:
    return frozenset(synonyms().printed) | {verb for verbs in derived().values() for verb in verbs}


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]

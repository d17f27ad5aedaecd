"""How far an act has got, read from its word upward through the words that govern it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from checks.reading.parts import Words
from checks.reading.slots.says import accuses, beside, body_of_itself, name_of, sort_of, speaker_of, tells_of_itself
from checks.reading.slots.status_clause import Layer, auxiliaries, negator_of, of_noun, own_layers, verb_of
from checks.reading.slots.status_fates import fate_of
from checks.reading.slots.status_governors import Governor, governor_of
from checks.reading.slots.status_kinds import Reality, Status, weaker
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_KNOWING = listed("know realise realize forget regret learn remember notice care mind see hear doubt")  # even if denied
_FALSELY = listed("falsely wrongly wrongfully mistakenly erroneously untruthfully")
_TRUTH = listed("truth basis substance foundation merit")
_STEPS = 12  # up the tree
_WIDEST = 14  # words that a cue may have
_ARGUMENTS = ("dobj", "nsubjpass", "nsubj", "attr", "pobj", "compound", "nmod", "poss", "dative", "oprd")


@dataclass
class _Reading:
    """What has been read so far on the way up; `told` is false once only voices still count."""

    reality: Reality = "done"
    negated: bool = False
    cue: tuple[int, int] | None = None
    negator: tuple[int, int] | None = None
    says: list[Layer] = field(default_factory=list)
    told: bool = True

    def take(self, layer: Layer) -> None:
        if layer.kind:
            self.says.append(layer)
        if layer.turns:
            self.negated = not self.negated
            self.negator = self.negator or (layer.start, layer.end)
        if layer.reality and layer.reality != "done":
            reality = weaker(self.reality, cast(Reality, layer.reality))
            if reality != self.reality:
                self.reality, self.cue = reality, (layer.start, layer.end)

    def put(self, reality: Reality, start: int, end: int) -> None:
        """Sets the reality outright: a plan that was approved is decided, a charge that was borne out is so."""
        self.reality, self.cue = reality, (start, end)


@lru_cache(maxsize=4096)
def status_of(predicate: Token) -> Status:
    """Is the act of a predicate told as so or not so, how far has it got, and who says so?

    The predicate is a verb, an adjective or noun after *be*, or a noun for an act (“the closure of the school”). Read
    from the tree upward: its own clause, then each word that governs it.
    """
    verb = verb_of(predicate)
    reading = _Reading()
    for layer in own_layers(verb) if verb.pos_ in ("VERB", "AUX") or verb.dep_ == "ROOT" else _of_noun(verb):
        reading.take(layer)
    _climb(verb, reading)
    last = next((one for one in reversed(verb.sent) if not one.is_quote and not one.is_space), verb)
    if last.text == "?" and not reading.says:
        reading.take(Layer("open", False, last.i, last.i))
    return _status(predicate, verb, reading)


def _of_noun(noun: Token) -> list[Layer]:
    found = of_noun(noun)
    negator = next((one for one in noun.lefts if one.lower_ in ("no", "neither") and one.i == noun.left_edge.i), None)
    return [*found, Layer("", True, negator.i, noun.i)] if negator is not None else found


def _status(predicate: Token, verb: Token, reading: _Reading) -> Status:
    doc = predicate.doc
    aux = auxiliaries(verb)
    near = sorted({one.i for one in aux if one.head == verb and verb.i - one.i <= 6} | {verb.i, predicate.i})
    saying = reading.says[0] if reading.says else None
    sayer = next((one.sayer for one in reading.says if one.sayer is not None), None)
    cue = reading.cue or (reading.negator if reading.negated else None)
    past = any(one.tag_ == "VBD" or one.lower_ in ("have", "has", "had", "'ve", "’ve") for one in aux)
    present = verb.tag_ in ("VBZ", "VBP") or any(one.tag_ in ("VBZ", "VBP") for one in aux)
    return Status(
        negated=reading.negated,
        reality=reading.reality,
        says=name_of(sayer) if sayer is not None else "",
        cue=_words(predicate, *cue) if cue else None,
        factive=all(one.kind == "fact" for one in reading.says),
        act=_words(predicate, near[0], near[-1]),
        negator=_words(predicate, *reading.negator) if reading.negator else None,
        saying=_saying(saying, verb) if saying else None,
        verb=saying.verb.lemma_ if saying and saying.verb is not None else "",
        own=sayer is not None and tells_of_itself(sayer, verb),
        sort="authority" if sayer is not None and body_of_itself(sayer, verb) else sort_of(sayer),
        accuses=sayer is not None and accuses(verb),
        present=present and not past and doc[near[0]].tag_ != "VBD",
    )


def _words(token: Token, first: int, last: int) -> Words:
    span = token.doc[first : last + 1]
    return Words(span.start_char, span.end_char, span.text)


def _saying(layer: Layer, verb: Token) -> Words:
    """The words that give the act to a voice: “Prosecutors allege that”, “police said”."""
    start, end = layer.start, layer.end
    if layer.sayer is not None:
        edge = layer.sayer.left_edge.i
        if edge < start <= edge + _WIDEST and not edge <= verb.i <= start:
            start = edge
        elif end < layer.sayer.i <= end + 4:
            end = layer.sayer.i
    return _words(verb, start, end)


def _climb(node: Token, reading: _Reading) -> None:
    """Takes up what each governing word makes of the act, up to the head of the sentence."""
    start, noun = node, False
    for _ in range(_STEPS):
        for layer in beside(node):
            reading.take(layer)
        if node.dep_ == "ROOT" or node.head == node:
            break
        if node.dep_ in ("ccomp", "parataxis") and node.i < node.head.i and ";" in node.doc[node.i : node.head.i].text:
            break  # two sentences in one
        if node.dep_ in ("relcl", "appos") and governor_of(node) is None:
            break  # what is told beside, by the writer
        if node.dep_ == "conj":
            first = node.head
            finite = node.tag_ in ("VBD", "VBZ", "VBP") or any(one.tag_ == "MD" for one in auxiliaries(node))
            if finite and any(one.lower_ == "to" and one.dep_ == "aux" for one in first.children):
                first = first.head  # “plans to close it and has sold the land”, hung too low by the parser
            node = first
            continue
        node, noun = _step(node, reading, noun)
    if not any(one.sayer is not None for one in reading.says):
        for layer in beside(start, whole=True):
            reading.take(layer)


def _step(node: Token, reading: _Reading, noun: bool) -> tuple[Token, bool]:
    """One step up: takes what the governing word makes of the act; the word, and whether it is a noun for a plan."""
    if noun and node.dep_ in _ARGUMENTS:
        return _fate(node, reading), False
    governor = governor_of(node)
    if governor is None:
        reading.told = reading.told and node.dep_ in _ARGUMENTS
        head = verb_of(_past_prepositions(node))
        if reading.told and head.pos_ in ("VERB", "AUX"):
            for layer in own_layers(head):
                if not (layer.turns and node.left_edge.i <= layer.start <= node.i):
                    reading.take(layer)
        return head, False
    if reading.told or governor.effect.kind:
        _take(governor, node, reading)
    word = governor.word
    if governor.lone:
        reading.told = False
    return (word, True) if word.pos_ in ("NOUN", "PROPN") else (verb_of(word), False)


def _past_prepositions(node: Token) -> Token:
    head = node.head
    while head.dep_ in ("prep", "agent", "pcomp") and head.pos_ in ("ADP", "SCONJ", "ADV") and head.head != head:
        head = head.head
    return head


def _take(governor: Governor, node: Token, reading: _Reading) -> None:
    """Takes up what a governing word makes of the act, and what its own clause says of that."""
    effect, word = governor.effect, governor.word
    verb = verb_of(word)
    noun = word.pos_ in ("NOUN", "PROPN")
    sayer = speaker_of(word) if effect.kind else None
    kind = effect.kind
    reality = effect.reality
    if (
        kind == "say"
        and word.lemma_ in ("report", "announce", "estimate")
        and sort_of(sayer) in ("authority", "record")
    ):
        kind, reality = "fact", "done"
    if kind == "say" and sayer is None and reality == "done" and not noun:
        reality = "alleged"  # “it was said that”
    start, end = _reach(governor, verb, node)
    if kind and verb.tag_ in ("VBD", "VBN") and reading.cue and _was_to_come(verb.doc[reading.cue[0]], reading):
        reading.reality = "to come"  # “said it would”, “said it was to”
    own = _of_noun(word) if noun else own_layers(verb)
    if kind == "say" and any(one.lower_ in _FALSELY for one in verb.children):
        reading.take(Layer("", True, start, end))
    reading.take(Layer(reality, effect.turns, start, end, kind, word, sayer))
    open_ = effect.reality == "open" or governor.whether
    for layer in own:
        if layer.turns and (kind or open_):
            if not open_ and word.lemma_ not in _KNOWING and word.lemma_ not in ("deny", "dispute"):
                reading.take(Layer("open", False, min(layer.start, start), end))
            elif word.lemma_ in ("deny", "dispute"):
                reading.negated = not reading.negated  # “does not deny that”: it may be so
                reading.put("open", min(layer.start, start), end)
        elif layer.reality == "conditional" and word.lemma_ in ("like", "love", "prefer", "hate"):
            continue  # “would like to”
        elif not (open_ and layer.turns) and not (kind and layer.reality == "ongoing"):
            begins = min(start, layer.start) if max(start, layer.start) - min(start, layer.start) < 5 else layer.start
            reading.take(layer._replace(start=begins, end=max(end, layer.end) if begins == start else layer.end))


def _was_to_come(cue: Token, reading: _Reading) -> bool:
    """Whether a past tense only follows from that of the reporting verb: “would” for will, “was to” for is to."""
    if reading.reality == "conditional" and reading.cue == (cue.i, cue.i):
        return cue.lower_ in ("would", "'d", "’d")
    return reading.reality == "planned" and cue.lower_ in ("was", "were")


def _reach(governor: Governor, verb: Token, node: Token) -> tuple[int, int]:
    """The first and the last token of the words that govern an act: “is considering whether to”."""
    word = governor.word
    if governor.effect.reality == "conditional":
        return governor.last, governor.last
    first = min(
        [one.i for one in (*auxiliaries(verb), verb, word) if 0 <= word.i - one.i <= 5]
        + [one.i for one in (negator_of(verb),) if one is not None and 0 <= word.i - one.i <= 5]
    )
    if (
        word.pos_ in ("ADP", "SCONJ")
        and word.i
        and word.nbor(-1).lower_ in ("instead", "rather", "far", "short", "close")
    ):
        first = word.i - 1
    if word.pos_ in ("NOUN", "PROPN"):
        first = max(word.left_edge.i, word.i - 4)
    marks = [one for one in node.children if one.i < node.i and (one.dep_ == "mark" or one.lower_ == "to")]
    last = max([governor.last, *(one.i for one in marks if word.i < one.i <= word.i + _WIDEST)])
    if first <= node.i <= last:
        last = node.i - 1 if node.i > word.i else word.i
    if last - first > _WIDEST:
        last = max(governor.last if governor.last - first <= _WIDEST else word.i, word.i)
    return (first, last) if last >= first else (word.i, word.i)


def _fate(noun: Token, reading: _Reading) -> Token:
    """What becomes of a plan, a claim or a call whose noun governs the act; the verb that says so."""
    taken, over = noun, _past_prepositions(noun)
    if over.lemma_ in _TRUTH and any(one.lower_ in ("no", "little") for one in over.lefts):
        reading.take(Layer("denied", True, over.left_edge.i, noun.i, "say", noun, speaker_of(noun)))
        taken, over = over, over.head
    verb = verb_of(over)
    if not reading.told or verb.pos_ not in ("VERB", "AUX"):
        return verb
    fate = fate_of(noun, verb, reading.reality)
    first, last = min(noun.i, verb.i), max(noun.i, verb.i)
    if last - first > _WIDEST:
        first = last = verb.i
    if fate == "dropped":
        reading.take(Layer("", True, first, last))
        if reading.reality in ("asked", "intended"):
            reading.put("done", first, last)  # who turns down an offer to go does not go
        reading.cue = (first, last)
    elif fate == "denied":
        reading.says.clear()
        reading.take(Layer("denied", True, first, last, "say", verb, speaker_of(verb)))
    elif fate == "granted":
        reading.put("done", first, last)
    elif fate == "settled":
        reading.put("decided", first, last)
    elif fate == "borne out":
        reading.says.clear()
        reading.put("done", first, last)
        reading.take(Layer("", False, first, last, "fact", verb, speaker_of(verb)))
    elif fate:
        reading.take(Layer(fate, False, first, last))
    edge = min(noun.left_edge.i, taken.left_edge.i)
    for layer in own_layers(verb):
        if not (layer.turns and edge <= layer.start <= noun.i):  # “no plans”, which was taken with the noun
            reading.take(layer)
    saying = [one for one in reading.says if one.sayer is None and one.verb == noun]
    if saying and noun.dep_ == "dobj" and fate != "denied":
        at = reading.says.index(saying[0])
        reading.says[at] = saying[0]._replace(sayer=speaker_of(verb))
    return verb

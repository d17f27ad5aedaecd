"""Whether the words that an ellipsis hides, or that brackets replace, carried the sense of those that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.reading.quoting.parts import Kind
from checks.reading.quoting.same import why_same
from checks.reading.quoting.sense import CONDITIONS, NEGATIONS, PRONOUNS, content, modals, negations, numbers
from checks.reading.quoting.texts import Text
from checks.reading.quoting.verbs import form_of
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 2500  # characters of the source that are divided by the parser
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_REFUSING = listed("refuse deny fail decline reject doubt oppose forbid prohibit ban stop cease abandon prevent avoid")
_PLANNING = listed(
    "plan intend hope aim try seek consider expect want propose attempt think believe suspect threaten promise"
    " offer allege claim suggest seem appear"
)
_MOOD = listed(
    "may might could would should must perhaps maybe possibly probably likely potentially allegedly reportedly"
    " apparently ought"
)
_CONDITION = CONDITIONS - {"whether", "except", "depending", "lest", "till", "until"} | {"once"}
_PHRASES = (
    ("subject", "to"),
    ("as", "long"),
    ("so", "long"),
    ("on", "condition"),
    ("only", "when"),
    ("only", "after"),
    ("depends", "on"),
    ("depending", "on"),
    ("contingent", "on"),
    ("in", "case"),
)
_NO_CONDITION = listed("even as what")  # before an “if”
_POLITE = (
    "i may",
    "you like",
    "you will",
    "you please",
    "i might",
    "i remember",
    "i recall",
    "memory serves",
    "not",
    "anything",
    "necessary",
    "so",
    "possible",
    "ever",
    "any",
)
_NO_WAY = frozenset(("way", "means", "circumstances", "time", "point", "event", "case", "longer"))  # after “no”
_NOTHING = listed("no none nobody nothing neither nowhere")
_BACKSHIFT = {
    ("future", "would"),
    ("can", "could"),
    ("may", "could"),
    ("may", "may"),
    ("must", "should"),
    ("future", "should"),
}
_LARGE = listed("all every each only always most many some few several both half")
_POINTING = listed("this that these those my our your his her their its")


@dataclass(frozen=True)
class _Seen:
    """The words of a parsed stretch, by whether the quotation shows them."""

    tokens: Sequence[Token]
    where: dict[int, str]  # by the token's number: before, hidden, after, or outside the quotation

    def shown(self, token: Token) -> bool:
        return self.where[token.i] in ("before", "after")

    def hidden(self) -> Iterator[Token]:
        return (token for token in self.tokens if self.where[token.i] == "hidden" and not token.is_punct)


def hidden_sense(source: Text, before: tuple[int, int], after: tuple[int, int]) -> list[tuple[Kind, str]]:
    """What the words between two pieces of a source, each given as first and last+1 word, hid; with those words."""
    if after[0] <= before[1]:
        return []
    words = source.words[before[1] : after[0]]
    shown = source.shown(before[1], after[0] - 1)
    seen = _parsed(source, before, after)
    if seen is None:
        return _by_words(words, shown, source, before, after)
    found: list[tuple[Kind, str]] = []
    for kind in (_negation(seen), _condition(seen, words), _subject(seen), _mood(seen)):
        if kind is not None:
            found.append((kind, shown))
    return found


def _by_words(
    words: Sequence[str], shown: str, source: Text, before: tuple[int, int], after: tuple[int, int]
) -> list[tuple[Kind, str]]:
    """The same without a parser: any such word in a sentence of which part is shown."""
    found: list[tuple[Kind, str]] = []
    if negations(words):
        found.append(("ellipsis hides a negation", shown))
    if any(word in _CONDITION for word in words):
        found.append(("ellipsis hides a condition", shown))
    return found


def _parsed(source: Text, before: tuple[int, int], after: tuple[int, int]) -> _Seen | None:
    """The sentences around a gap with their grammar; None if they are too long or there is no parser."""
    from checks.reading.slots.parsed import parsed

    first, last = source.sentence(before[1] - 1)[0], source.sentence(after[0])[1]
    start, end = source.starts[first], source.ends[last]
    inner_start, inner_end = source.ends[before[1] - 1], source.starts[after[0]]
    text = source.plain[start:end]
    if len(text) > _LONGEST:
        return None
    try:
        doc = parsed(" ".join(text.split("\n")))
    except CaseError:
        return None
    where = {}
    begin, stop = source.starts[before[0]], source.ends[after[1] - 1]
    for token in doc:
        at = start + token.idx
        if at < begin or at >= stop:
            where[token.i] = "outside"
        else:
            where[token.i] = "before" if at < inner_start else "hidden" if at < inner_end else "after"
    return _Seen(list(doc), where)


def _clause(head: Token) -> Iterator[Token]:
    """The words under a word, without clauses beside it that have a subject of their own."""
    yield head
    for child in head.children:
        beside = child.dep_ in ("conj", "parataxis", "ccomp") and any(c.dep_ in _SUBJECTS for c in child.children)
        if not beside or (child.dep_ == "ccomp" and child.i > head.i and child.head == head and head.dep_ != "relcl"):
            yield from _clause(child)


def _negation(seen: _Seen) -> Kind | None:
    for token in seen.hidden():
        low = token.lower_
        if low in NEGATIONS or token.dep_ == "neg" or low in ("n't", "nt"):
            head = token if token.dep_ == "ROOT" else token.head
            over = head.head
            following = seen.tokens[token.i + 1].lower_ if token.i + 1 < len(seen.tokens) else ""
            if low == "no" and following in _NO_WAY:
                return "ellipsis hides a negation"
            if low == "not" and following in ("once", "ever") and seen.shown(over):
                return "ellipsis hides a negation"
            if low in ("neither", "nor") and any(map(seen.shown, head.subtree)):
                return "ellipsis hides a negation"
            if seen.shown(head) or (low in ("not", "n't", "never") and any(map(seen.shown, _clause(head)))):
                return "ellipsis hides a negation"
            if (low in _NOTHING or head.lower_ in _NOTHING) and (seen.shown(over) or seen.shown(token.head)):
                return "ellipsis hides a negation"
            if low not in ("without", "neither", "nor", "no") and any(map(seen.shown, _clause(head))):
                return "ellipsis hides a negation"
        elif token.lemma_.lower() in _REFUSING and token.pos_ in ("VERB", "NOUN"):
            governed = [t for t in token.subtree if t.i > token.i and seen.where[t.i] == "after"]
            if governed and any(t.pos_ in ("VERB", "AUX", "NOUN") for t in governed):
                return "ellipsis hides a negation"
    return None


def _condition(seen: _Seen, words: Sequence[str]) -> Kind | None:
    tokens = seen.tokens
    for token in seen.hidden():
        low = token.lower_
        previous = tokens[token.i - 1].lower_ if token.i else ""
        following = tokens[token.i + 1].lower_ if token.i + 1 < len(tokens) else ""
        phrase = (low, following) in _PHRASES
        if not phrase and low not in _CONDITION:
            continue
        if low == "subject" and following != "to":
            continue
        if (
            low in ("provided", "providing", "assuming", "supposing")
            and following != "that"
            and token.dep_ not in ("mark", "advcl", "prep")
        ):
            continue
        if low == "once" and token.dep_ != "mark":
            continue
        if low == "if" and (previous in _NO_CONDITION or _polite(tokens, token.i)):
            continue
        at = token
        inside = False
        while at.head.i != at.i and not seen.shown(at):
            inside = inside or at.dep_ in ("relcl",)
            at = at.head
        if (seen.shown(at) and not inside) or any(seen.shown(t) for t in token.head.subtree):
            return "ellipsis hides a condition"
    return None


def _polite(tokens: Sequence[Token], at: int) -> bool:
    """Whether an “if” only softens what is said: if I may say so, if anything."""
    after = " ".join(token.lower_ for token in tokens[at + 1 : at + 3])
    return any(after == phrase or after.startswith(f"{phrase} ") for phrase in _POLITE)


def _mood(seen: _Seen) -> Kind | None:
    for token in seen.hidden():
        low = token.lower_
        if low in _MOOD and token.dep_ in ("aux", "advmod", "auxpass"):
            further = [c for c in token.head.children if c.dep_ == "xcomp"]
            if any(seen.where[verb.i] == "after" for verb in (token.head, *further)):
                return "modality changed"
        if token.lemma_.lower() in _PLANNING and token.pos_ == "VERB":
            subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
            ours = subject is not None and seen.where[subject.i] == "before"
            for child in token.children:
                if child.dep_ in ("xcomp", "ccomp", "pcomp") and seen.where[child.i] == "after" and ours:
                    own = next((c for c in child.children if c.dep_ in _SUBJECTS), None)
                    to = any(c.lower_ == "to" and seen.where[c.i] == "after" for c in child.children)
                    if (own is None or seen.where[own.i] != "after") and not to:
                        return "modality changed"
    return None


def _subject(seen: _Seen) -> Kind | None:
    """Whether the verb after the gap seems to belong to a subject before it, and in the source has another one."""
    leading = [t for t in seen.tokens if seen.where[t.i] == "after" and not t.is_punct][:6]
    verb = None
    for token in leading:
        if token.dep_ in _SUBJECTS or (
            token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("npadvmod", "attr")
        ):
            return None  # the piece brings its own subject
        if token.dep_ in ("mark", "prep") or token.tag_ in ("IN", "WDT", "WP"):
            return None
        if token.pos_ in ("VERB", "AUX"):
            verb = token if token.dep_ not in ("aux", "auxpass") else token.head
            if token.tag_ in ("VBG", "TO") or (token.tag_ == "VBN" and token.dep_ in ("acl", "amod")):
                return None
            break
    if verb is None:
        return None
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None and verb.dep_ == "conj":
        subject = next((c for c in verb.head.children if c.dep_ in _SUBJECTS), None)
    if subject is None or seen.where[subject.i] != "hidden":
        return None
    before = [t for t in seen.tokens if seen.where[t.i] == "before"]
    shown = [t for t in before if t.dep_ in _SUBJECTS]
    known = shown or [t for t in before if t.pos_ in ("NOUN", "PROPN", "PRON")]
    if not known:
        return None
    low = subject.lower_
    if low in ("who", "which", "that"):
        owner = verb.head if verb.dep_ == "relcl" else subject
        return None if seen.shown(owner) else "ellipsis hides the subject"
    if any(t.lower_ == low or t.lemma_ == subject.lemma_ for t in known):
        return None
    if low in ("he", "she", "it", "they") and not any(t.lower_ in ("i", "we", "you") for t in known):
        return None
    return "ellipsis hides the subject"


def bracket_sense(own: Sequence[str], hidden: Sequence[str], own_text: str, hidden_text: str) -> list[Kind]:
    """What the quoter's words in brackets did to the words that stood in their place, which may be none."""
    own_words, was = list(own), list(hidden)
    if not own_words or own_words == was or why_same(was, own_words):
        return []
    if len(own_words) == 1 and own_words[0].isdigit() and len(own_words[0]) < 3 and not was:
        return []  # the number of a note
    more: list[Kind] = []
    if negations(own_words) != negations(was):
        more.append("negation added" if negations(own_words) > negations(was) else "negation dropped")
    if numbers(was) and numbers(was) != numbers(own_words):
        more.append("number changed")
    sure, sure_own = modals(was), modals(own_words)
    if sure != sure_own and not (
        len(was) == len(own_words) == 1 and (next(iter(sure), ""), next(iter(sure_own), "")) in _BACKSHIFT
    ):
        more.append("modality changed")
    turned = any(word in _CONDITION for word in [*own_words, *was]) or (set(own_words) & _LARGE) != (set(was) & _LARGE)
    if more or turned:
        return ["brackets change the sense", *more]
    if not was or all(word in PRONOUNS or not content(word) for word in was):
        return []
    bases, bases_own = [form_of(w)[0] for w in was if content(w)], [form_of(w)[0] for w in own_words if content(w)]
    if set(bases) <= set(bases_own) or (bases_own and set(bases_own) <= set(bases)):
        return []  # the same words in another form, or a name in full or in short
    if (
        len(bases) == 1
        and len(was[-1]) > 2
        and own_words[0 if own_words[0] != "the" else -1].startswith(was[-1])
        and _named(own_text)
    ):
        return []  # a short name in full: Fed, Federal Reserve
    if was[0] in _POINTING or own_words[0] in PRONOUNS:
        return []
    name, name_was = _named(own_text), _named(hidden_text)
    if name != name_was and (name or own_words[0] == "the") and (name_was or was[0] in ("the", "a", "an")):
        return []  # a name for “the company”, or the other way round
    return ["brackets change the sense"]


def _named(text: str) -> bool:
    """Whether a phrase is a name: a capital after its first small word."""
    words = [word for word in text.split() if word.lower() not in ("the", "a", "an")]
    return bool(words) and words[0][0].isupper()

"""*Taller than*, *more goals than*, *older than*: which of two things is the more, by the figures or dates of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checks.reading.slots.counting import clause_of_token
from checks.reading.slots.figure_intervals import shown
from checks.reading.slots.figure_parts import Figure
from checks.reading.slots.figure_relations import relate
from checks.reading.slots.figure_sums import head, is_level, key, made, value_of
from checks.reading.slots.figure_units import dimension
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import said
from checks.reading.slots.sides import Side, is_content
from checks.reading.slots.status import Status, relate_status, status_of
from checks.reading.slots.time_lengths import in_days, length_of
from checks.reading.slots.time_roles import role_of
from checks.reading.slots.words import likeness
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# Comparatives by what they measure, the greater and the less of it.
_WORDS = {
    "length": (
        "taller higher deeper wider thicker broader longer farther further",
        "shorter lower shallower narrower thinner nearer",
    ),
    "mass": ("heavier", "lighter"),
    "temperature": ("hotter warmer higher", "colder cooler lower"),
    "money": ("dearer costlier richer pricier higher more_expensive", "cheaper poorer lower less_expensive"),
    "speed": ("faster quicker", "slower"),
    "age": ("older", "younger newer"),
    "born": ("younger newer", "older"),
    "date": ("later", "earlier sooner"),
    "time": ("longer", "shorter briefer"),
    "share": ("higher bigger larger greater", "lower smaller"),
    "any": ("larger bigger greater more higher", "smaller fewer less lower"),
}  # fmt: skip
_SIGNS = {
    (word, what): sign
    for what, ways in _WORDS.items()
    for words, sign in zip(ways, (1, -1), strict=True)
    for word in words.split()
}
_ALL = frozenset(word for word, _ in _SIGNS)
# Which of several lengths an adjective names.
_NAMED = {
    "taller": "tall high height", "higher": "tall high height", "lower": "tall high height low",
    "longer": "long length",
    "deeper": "deep depth", "shallower": "deep depth shallow", "wider": "wide width broad across",
    "broader": "wide width broad across", "narrower": "wide width narrow across", "thicker": "thick thickness",
    "thinner": "thick thickness thin", "shorter": "tall high height long length short",
}  # fmt: skip
_LENGTHS = frozenset(word for words in _NAMED.values() for word in words.split())
# Verbs that only say what something measures.
_AS = {
    "many": "more", "much": "more", "tall": "taller", "high": "higher", "deep": "deeper", "wide": "wider",
    "long": "longer", "heavy": "heavier", "large": "larger", "big": "bigger", "great": "greater", "old": "older",
    "expensive": "dearer", "costly": "dearer", "thick": "thicker", "far": "farther",
}  # fmt: skip
_MEASURES = listed(
    "be stand cost measure weigh have reach cover hold total come amount number last take run stretch rise sell price "
    "charge build open found publish complete establish bear launch"
)
_SPEED = ("length/time", "kilometre per hour", "mile per hour")
_AGES = frozenset({"born", "built", "founded", "opened", "started", "completed", "published", "aired", "effective"})
_BREAKS = (
    re.compile(r"[.!?](?:\s|$)"),
    re.compile(r"[;:|\n]"),
    re.compile(r",|\band\b|\bbut\b|\bwhile\b|\bwhereas\b|\bagainst\b|\bcompared\b|\bthan\b"),
)
_FACTORS = {
    "kilometre": 1000.0, "centimetre": 0.01, "millimetre": 0.001, "foot": 0.3048, "mile": 1609.344, "inch": 0.0254,
    "yard": 0.9144, "pound": 0.45359237, "gram": 0.001, "tonne": 1000.0, "acre": 0.404686,
}  # fmt: skip
_STANDS_FOR = frozenset({"one", "ones", "that", "those"})
_QUOTED = re.compile('["“”]')
_MOST = 6


@dataclass(frozen=True)
class _Level:
    """A figure, length or date of the passage with what it measures and the words that stand with it."""

    start: int
    end: int
    exact: str
    what: str
    kind: tuple[str, ...]
    value: float
    of: str = ""
    words: frozenset[str] = frozenset()
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True)
class _Comparison:
    """The comparative of a claim, the words of what is compared, and those of what it is compared with.

    `figure` is by how much, or how many times as much: *$3 cheaper than*, *twice as tall as*.
    """

    cue: tuple[Token, ...]
    word: str
    first: frozenset[str]
    second: frozenset[str]
    counted: str
    figure: Figure | None = None


def comparison_slots(claim: Side, passage: Side) -> list[Slot] | None:
    """Is one thing more than another, as the claim says, by the figures that the passage has of both?

    Also older, earlier and longer, by dates and lengths. Gives the slots *did* and of status, which answer for all of
    the claim; None where the claim compares no two things, where the passage does not name all that it
    names, or has not one figure of the kind for each of the two.
    """
    found = _comparison(claim)
    if found is None or not _all_told(found, claim, passage):
        return None
    levels = [one for one in _levels(found, passage) if _sign(found, one)]
    pair = _pair(found, levels)
    if pair is None or not all(_of_same(level, found, claim) for level in pair) or not _named(found, pair):
        return None
    one, other = pair
    ours = status_of(claim.doc[found.cue[0].i].sent.root)
    states = [_status_at(level, passage) for level in pair]
    if any(state.negated or state.reality != ours.reality for state in states) or states[0].says != states[1].says:
        return None
    words, both = said(list(found.cue)), f"{one.exact}, {other.exact}"
    if found.figure is not None:
        answer = _by_how_much(found, found.figure, one, other)
        if answer is None or ours.negated:
            return None
        relation, why = answer
        slots = [Slot("how much", words, both, relation, why)]
    else:
        so = one.value != other.value and (one.value > other.value) == (_sign(found, one) > 0)
        relation = Relation.AGREE if so != ours.negated else Relation.CONFLICT
        why = f"{one.exact} against {other.exact}: {'' if so else 'not '}{words}"
        slots = [Slot("did", words, both, relation, why)]
    return slots + [slot for slot in relate_status(ours, states[0]) if slot.slot != "polarity"]


def _by_how_much(found: _Comparison, figure: Figure, one: _Level, other: _Level) -> tuple[Relation, str] | None:
    """The figure of a comparison against what the two levels come to."""
    if figure.kind == "multiple":
        if not other.value:
            return None
        value, told = one.value / other.value, f"{one.exact} / {other.exact}"
    else:
        if (one.value > other.value) != (_sign(found, one) > 0):
            return Relation.CONFLICT, f"{one.exact} against {other.exact}: the other way about"
        if key(figure)[:2] != one.kind[:2]:
            return None
        value, told = abs(one.value - other.value) / _factor(figure.unit), f"{one.exact} against {other.exact}"
    result = made(replace(figure, direction="", per=""), Decimal(value).quantize(Decimal("0.0001")))
    answer = relate(replace(figure, direction="", per="", statistic=""), result)
    return answer and (answer[0], f"{told} is {shown(result.point, 3)}")


def _sign(found: _Comparison, level: _Level) -> int:
    """1 where the comparative says more of what is measured, -1 where less; 0 where it tells of another thing."""
    of_any = 0 if level.what in ("date", "born", "age", "time") else _SIGNS.get((found.word, "any"), 0)
    return _SIGNS.get((found.word, level.what), of_any)


def _comparison(claim: Side) -> _Comparison | None:
    """The one comparison of a claim of one sentence: *A is taller than B*, *A won twice as many medals as B*."""
    doc = claim.doc
    figures = [one for one in claim.figures if one.kind != "rank"]
    if len(figures) > 1 or len(list(doc.sents)) != 1 or _QUOTED.search(claim.text):
        return None
    figure = figures[0] if figures else None
    lead = claim.tokens(figure.start, figure.end) if figure else []
    if figure is not None and figure.kind == "multiple":
        at = lead[-1].i + 1
        words = [token.lower_ for token in doc[at : at + 2]]
        if len(words) < 2 or words[0] != "as" or words[1] not in _AS:
            return None
        word, tokens, mark = _AS[words[1]], [doc[at], doc[at + 1]], "as"
    else:
        cues = [token for token in doc if token.lower_ in _ALL and (not figure or token.i == lead[-1].i + 1)]
        if len(cues) != 1:
            return None
        word, tokens, mark = cues[0].lower_, [cues[0]], "than"
        follows = next(iter(doc[cues[0].i + 1 :]), None)
        if follows is not None and f"{word}_{follows.lower_}" in _ALL:
            tokens.append(follows)
            word = f"{word}_{tokens[1].lower_}"
    than = [token for token in doc[tokens[-1].i + 1 :] if token.lower_ == mark]
    if len(than) != 1:
        return None
    edge = next((token.i for token in doc[tokens[-1].i + 1 : than[0].i] if token.pos_ == "ADP"), than[0].i)
    behind = [token for token in doc[tokens[-1].i + 1 : edge] if is_content(token)]
    if len(behind) > 2 or any(token.pos_ not in ("NOUN", "PROPN", "ADJ") for token in behind):
        return None
    cue = [*lead, *tokens]
    before = [*doc[: cue[0].i], *doc[edge : than[0].i]]
    after = [token for token in doc[than[0].i + 1 :] if token.lower_ not in _STANDS_FOR]
    classes = frozenset(_class(token, claim) for token in after) - {"", "act"}
    alike = classes - {"thing"} or classes  # a name stands against a name, a time against a time
    second = _words(after, claim, alike)
    first = _words(before, claim, alike) or _words(before, claim, frozenset({"time", "name", "thing"}))
    if len(after) < len(doc) - than[0].i - 1:  # “than the old one”: the noun is of both
        first -= _words((token for token in before if token.pos_ == "NOUN"), claim)
    counted = behind[-1].lemma_.lower() if behind else ""
    return _Comparison((*cue, *behind, than[0]), word, first - second, second - first, counted, figure)


def _words(tokens: Iterable[Token], side: Side, only: frozenset[str] | None = None) -> frozenset[str]:
    """The words of some tokens that tell one thing from another, as printed and plain; a time by its value.

    `only` names the classes that are wanted: time, name, thing.
    """
    found = set()
    for token in tokens:
        of = _class(token, side)
        if only is not None and of not in only:
            continue
        if of == "time":
            time = next(t for t in side.times if t.start < token.idx + len(token) and token.idx < t.end)
            found.add(f"@{time.value}")
        elif of:
            found |= {token.lower_, token.lemma_.lower()}
    return frozenset(found)


def _class(token: Token, side: Side) -> str:
    """Whether a word is of a time, a name or a thing; empty for one that tells nothing apart."""
    if token.i in side.time_tokens:
        return "time"
    if any(one.kind == "rank" and one.start <= token.idx < one.end for one in side.figures):
        return "thing"
    if token.i in side.figure_tokens or not is_content(token):
        return ""
    if token.pos_ == "PROPN" or (token.text[:1].isupper() and token.i != token.sent.start):
        return "name"
    return "thing" if token.pos_ in ("NOUN", "ADJ") else "act"


def _all_told(found: _Comparison, claim: Side, passage: Side) -> bool:
    """Whether the passage has every word of the claim, the comparative left out, or a recorded synonym."""
    cue = {token.i for token in found.cue if token.lemma_.lower() != found.counted}
    theirs = [token for token in passage.doc if is_content(token)]
    printed = _words(list(passage.doc), passage)
    for token in claim.doc:
        if (
            token.i in cue
            or not is_content(token)
            or token.lower_ in _STANDS_FOR
            or token.lemma_ in ("be", "have", "do")
        ):
            continue
        if _words([token], claim) & printed:
            continue
        lemma = token.lemma_.lower()
        alike = (likeness(lemma, other.lemma_.lower(), token.pos_) for other in theirs if other.pos_ == token.pos_)
        if token.pos_ == "PROPN" or not any(one is not None and one is Relation.AGREE for one in alike):
            return False
    return True


def _of_same(level: _Level, found: _Comparison, claim: Side) -> bool:
    """Whether the figure is told by the claim's verb, or by one that only says a measure, and of no other thing."""
    verbs = {token.lemma_.lower() for token in claim.doc if token.pos_ in ("VERB", "AUX")}
    own = {token.lemma_.lower() for token in level.tokens if token.pos_ in ("VERB", "AUX") and token.dep_ != "aux"}
    acts = verbs - {"be", "have", "do"}
    if acts and not all(_same_verb(verb, acts) for verb in own):
        return False
    if not acts and not own <= _MEASURES:
        return False
    said_ = {form for token in claim.doc for form in (token.lower_, token.lemma_.lower())}
    subjects = [t for t in level.tokens if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ in ("NOUN", "PROPN")]
    return all({t.lower_, t.lemma_.lower()} & said_ or t.lower_ in _STANDS_FOR for t in subjects)


def _same_verb(verb: str, acts: set[str]) -> bool:
    return any(verb == act or likeness(act, verb, "VERB") is Relation.AGREE for act in acts)


def _named(found: _Comparison, pair: tuple[_Level, _Level]) -> bool:
    """Whether the two are the length that the comparative means, where the passage says which they are."""
    words = (pair[0].words | pair[1].words) & _LENGTHS
    mine = frozenset(_NAMED.get(found.word, "").split())
    return pair[0].what != "length" or not words or not mine or bool(words & mine)


def _levels(comparison: _Comparison, passage: Side) -> list[_Level]:
    """What the passage measures of what the comparative tells, each with the words that are nearest to it."""
    found = sorted(_measured(passage), key=lambda one: one.start)
    if comparison.word in ("older", "younger", "newer"):
        found = [replace(one, what="born") if "age" in one.kind else one for one in found]
    found = [one for one in found if _sign(comparison, one)]
    text, out = passage.text.lower(), []
    for at, one in enumerate(found):
        first = _parted(text, found[at - 1].end, one.start) if at else 0
        last = _parted(text, one.end, found[at + 1].start) if at + 1 < len(found) else len(text)
        tokens = tuple(token for token in passage.tokens(first, last) if first <= token.idx)
        out.append(replace(one, words=_words(tokens, passage), tokens=tokens))
    return out


def _measured(passage: Side) -> Iterator[_Level]:
    """The figures, lengths and dates of a passage, by what they measure."""
    for one in passage.figures:
        if not is_level(one) or one.bound not in ("", "about") or one.direction or one.was is not None:
            continue
        what = {"money": "money", "share": "share"}.get(key(one)[0]) or (
            dimension(one.unit, "") if one.unit else "count"
        )
        what = "age" if one.unit == "year" else "speed" if what in _SPEED or one.per in ("hour", "second") else what
        value = float(value_of(one)) * _factor(one.unit)
        scale = one.unit if what == "temperature" else ""
        yield _Level(one.start, one.end, one.exact, what, (*key(one), one.statistic, scale), value, head(one))
    for time in passage.times:
        length = length_of(time)
        if length is not None and length.plain:
            yield _Level(time.start, time.end, time.exact, "time", ("time",), in_days(length)[0])
        elif length is None and time.when is not None and time.when.first and not time.when.yearless and not time.edge:
            kind = ("date", "age" if role_of(passage.text, time) in _AGES else "")
            first = float(time.when.first.toordinal())
            yield _Level(time.start, time.end, time.exact, "date", kind, first)


def _factor(unit: str) -> float:
    """What one of a unit is of another of its dimension, for the few that are often set side by side."""
    return _FACTORS.get(unit, 1.0)


def _parted(text: str, end: int, start: int) -> int:
    """Where, between two figures, the words of the second begin."""
    return next((found.end() for breaks in _BREAKS if (found := breaks.search(text, end, start))), start)


def _status_at(level: _Level, passage: Side) -> Status:
    """In which state the passage tells a figure."""
    tokens = passage.tokens(level.start, level.end)
    verb = clause_of_token(tokens[0], passage)
    return status_of(passage.doc[verb] if verb >= 0 else tokens[0].sent.root)


def _pair(found: _Comparison, levels: list[_Level]) -> tuple[_Level, _Level] | None:
    """The one level of what is compared and the one of what it is compared with, where the words tell."""
    kinds = {one.kind for one in levels}
    for kind in kinds:
        group = [one for one in levels if one.kind == kind]
        if found.counted and kind[0] == "count":
            group = [one for one in group if found.counted in one.words or one.of in ("", found.counted)]
        if not 2 <= len(group) <= _MOST or (len(kinds) > 1 and not found.counted):
            continue
        telling = frozenset(w for one in group for w in one.words if any(w not in other.words for other in group))
        first, second = found.first & telling, found.second & telling
        ours = [one for one in group if one.words & first and not one.words & second]
        theirs = [one for one in group if one.words & second and not one.words & first]
        if len(ours) == 1 and len(theirs) == 1 and first and second:
            return ours[0], theirs[0]
    return None

"""Sentences of a copy that say yes where the first says no, or no where it says yes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from checks.reading.copies.aligned import Aligned
from checks.reading.copies.drift_opposites import exclusives_said, opposites_said, small_words_turned
from checks.reading.copies.drift_sides import Line, Side, groups_of, stem_of
from checks.reading.quoting.sense import NEGATIONS, negations
from checks.reading.quoting.verbs import form_of
from checks.reading.slots.recorded import against
from checks.reading.speech.cues import listed

# With one of these after it “no” or “not” denies nothing: not only, no fewer than, no doubt.
_IDLE = listed("only just merely simply fewer less more later earlier sooner doubt matter least until till")
_HARD = listed("no not never none nobody nothing neither nowhere without cannot nor")
_SAYING_NO = listed(
    "fail lack miss refuse deny decline reject avoid escape exclude prevent block halt stop cease abandon scrap drop"
    " cancel free absent absence unable impossible little few rather instead oppose dispute contradict spare exempt"
    " dismiss yet former against away empty zero unlikely safe survive leave skip forgo ignore acquit clear lose"
    " deprive starve overlook omit neglect unwilling reluctant withhold bar ban forbid prohibit doubt silent only"
    " first false beyond outside refusal denial failure rejection prohibition"
)
_SOFT = frozenset(form_of(word)[0] for word in _SAYING_NO)
_LACKING = frozenset(form_of(word)[0] for word in listed("lose lack fail refuse miss reject decline deny"))
_SOFT_GROUPS = frozenset({"=refuse", "=reject", "=deny", "=fail"})
_PREFIX = re.compile(r"^(?:un|in|im|il|ir|dis|non)-?(?=[a-z]{3})")
_NO_SCOPE = listed("longer one yet even ever really quite first last other same")  # no longer, no one, not yet
_LIGHT = frozenset(form_of(word)[0] for word in listed("require need take make give get want intend plan seek have"))
# Words that undo a denial if the other article has them: not until, not before, not fewer than.
_LIMITS = listed("until till before unless without except fewer less since")
_UNDOING = listed("until till before unless without except only after once when if last latest fewer less more from")
_OUT = listed("out off down aside back short beyond")  # after a verb of being or doing: ruled out, switched off
_PUT = frozenset(
    form_of(word)[0]
    for word in listed("be remain stay go rule switch turn cut shut call vote knock set put fall strike")
)
_TURNS = listed("and but although though while because since whereas as")
_OF_THINGS = listed("no without none neither")
_HOLDING = frozenset(form_of(word)[0] for word in listed("contain include involve have hold carry be need require"))
_SAYING = frozenset({"=say", "=tell"})
_HAVE, _TO_COME = listed("has have had 've"), listed("will would shall await awaits awaiting pending due expected set")
_WITHOUT = re.compile(r"^(?:un\w+(?:ed|able|ible|hurt|likely|aware|safe)|non-?\w+)$")
_LIKE = 0.14  # how far two lines must tell the same
_SURE = 0.3  # and that where only one word of what is denied stands in both
_SCOPE = 5  # words of sense that a negation is taken to deny
_ROOT = 5  # letters that two words of one root have alike at least
_MOST = 6  # negations of one line
_MUCH = 0.4
_HALF = 0.5  # the share of their weight that the other side must have
_PLAIN, _TWO = 0.3, 2  # how far they must where the denied word is another, and how many words must stand in both
_AROUND, _AFTER = 8, 7  # words before and after in which a denial is looked for
_STOPS = re.compile(r"[,;:()—–]")


def changed_negations(first: Side, copy: Side, lay: Aligned) -> list[tuple[int, str, str]]:
    """What was denied and no longer is, or is denied only in the copy: the place in it, and the words of both.

    A denial in other words (refused, failed, unhurt, an opposite) is the same; so is one that the copy does not tell.
    """
    there: dict[int, list[tuple[float, int]]] = {}
    for number, pairs in enumerate(lay.pairs):
        for other, like in pairs.items():
            if like >= _LIKE:
                there.setdefault(other, []).append((like, number))
    heads, heads_there = _heads(first), _heads(copy)
    found = []
    for number, line in enumerate(first.lines):
        lines = sorted(there.get(number, ()), key=lambda one: (-one[0], one[1]))
        for denial in _denials(first, line):
            if place := _affirmed(denial, first, copy, lines, lay, heads):
                found.append(
                    (copy.words.starts[place[0]], _shown(first, (denial.at, *denial.scope)), _shown(copy, place))
                )
    for number, line in enumerate(copy.lines):
        ranked = sorted(lay.pairs[number].items(), key=lambda one: (-one[1], one[0]))
        for denial in _denials(copy, line):
            if place := _affirmed(
                denial, copy, first, [(like, other) for other, like in ranked if like >= _LIKE], lay, heads_there
            ):
                found.append(
                    (copy.words.starts[denial.at], _shown(first, place), _shown(copy, (denial.at, *denial.scope)))
                )
    told = {at for at, _, _ in found}
    for at, was, now in [*opposites_said(first, copy, lay), *small_words_turned(first, copy, lay)]:
        if at not in told:
            told.add(at)
            found.append((at, _shown(first, was), _shown(copy, now)))
    return sorted(found)


def changed_words(first: Side, copy: Side, lay: Aligned) -> list[tuple[int, str, str]]:
    """Words put for others of one recorded set, of which only one can be: mother for father."""
    return [(at, _shown(first, was), _shown(copy, now)) for at, was, now in exclusives_said(first, copy, lay)]


def _denials(side: Side, line: Line) -> Iterator[Denial]:
    """The negations of a line, outside quotations, the first few."""
    words = side.words.words
    for at in [n for n in range(line.first, line.after) if words[n] in _HARD][:_MOST]:
        if side.is_quoted(side.words.starts[at], side.words.ends[at]):
            continue
        if at + 1 < line.after and words[at + 1] in _IDLE:
            continue
        scope: list[int] = []
        for n in range(at + 1, line.after):
            if len(scope) == _SCOPE or _turns(side, n):
                break
            if side.stems[n] and words[n] not in NEGATIONS | _NO_SCOPE:
                scope.append(n)
        whose: list[int] = []
        for n in range(at - 1, line.first - 1, -1) if words[at] in ("not", "never", "cannot") else ():
            if len(whose) == _SCOPE or _turns(side, n + 1):
                break
            if side.stems[n]:
                whose.append(n)
        while len(scope) > 2 and side.stems[scope[0]] in _LIGHT:
            del scope[0]  # not require the approval: not approve
        if scope:
            limited = not _LIMITS.isdisjoint(words[at + 1 : scope[-1] + _SCOPE])
            contrast = at > line.first and bool(_STOPS.search(side.words.between(at - 1, at)))
            yield Denial(at, tuple(scope), tuple(whose), limited, contrast)


def _heads(side: Side) -> frozenset[str]:
    """The stems of all that an article denies."""
    return frozenset(side.stems[denial.scope[0]] for line in side.lines for denial in _denials(side, line))


def _affirmed(
    denial: Denial, side: Side, other: Side, lines: Sequence[tuple[float, int]], lay: Aligned, heads: frozenset[str]
) -> list[int] | None:
    """Where the other article says what is denied here, and denies it in no words; None where it does not say it.

    `lines` are those of the other that tell the same, with how much of it; `heads` all that this side denies.
    """
    own = side.lines[side.line_of(side.words.starts[denial.at])]
    own_words = side.words.words[own.first : own.after]
    said, lacking = set(own_words), _hard(own_words) + _lacking(own_words)
    adverbs = [(side.words.words[n], side.stems[n]) for n in denial.scope[:2]]
    wanted: dict[str, float] = {}
    for far, n in enumerate(denial.scope):
        stem = side.stems[n]
        wanted.setdefault(stem, lay.weights.get(stem, 1.0) / (1 + far / 2))
    whose = {side.stems[n] for n in denial.whose}
    head = side.stems[denial.scope[0]]
    not_yet = denial.at > 0 and side.words.words[denial.at - 1] in _HAVE
    best: tuple[float, int, float, bool, list[int]] = (0.0, 0, 0.0, False, [])
    for like_lines, number in lines:
        line = other.lines[number]
        found: dict[str, tuple[float, int]] = {}
        for n in range(line.first, line.after):
            for stem in wanted:
                if other.stems[n] and (like := _same_sense(stem, other.stems[n])) > found.get(stem, (0.0, 0))[0]:
                    found[stem] = (like, n)
        few = len(wanted) > 1 or side.words.words[denial.at] in _OF_THINGS
        if len(found) == 1 and few and like_lines < _SURE:
            continue
        if head not in found or all(like < 1 or other.words.written(n)[:1].isupper() for like, n in found.values()):
            continue  # a name alone is no act
        if found[head][0] < 1 and not _SAYING.isdisjoint(groups_of(head)):
            continue  # to tell is not to say
        words_there = other.words.words[line.first : line.after]
        if denial.limited and not _UNDOING.isdisjoint(set(words_there) - said):
            return None
        plain = sum(like == 1 for like, _ in found.values()) >= _TWO or denial.contrast or like_lines < _SURE
        if not plain and 0 < lacking <= _others(other, line, heads) + _lacking(words_there):
            break  # the other denies as much, in other words
        if any(w.endswith("ly") and s not in found for w, s in adverbs):
            continue  # not sold openly: sold
        places = sorted(n for _, n in found.values())
        denied = _is_denied(other, line, places, [*wanted], not_yet)
        if len(found) == 1 and whose and whose.isdisjoint(line.stems) and not denied:
            continue
        share = sum(wanted[stem] * like for stem, (like, _) in found.items()) / sum(wanted.values())
        told = (share, len(whose & set(line.stems)), round(like_lines, 1), denied, places)
        best = max(best, told, key=lambda one: one[:4])
    share, _, _, denied, places = best
    if not places:
        return _otherwise(denial, side, other, lines[0], lay) if lines else None
    if share < _HALF or denied or other.is_quoted(other.words.starts[places[0]], other.words.ends[places[0]]):
        return None
    return places


def _otherwise(denial: Denial, side: Side, other: Side, told: tuple[float, int], lay: Aligned) -> list[int] | None:
    """Where the likeliest line has what the first says that there is none of, and denies or limits nothing.

    Most of the words around the denied one must stand in it: neither side will be required to leave the village, the
    troops must leave the village.
    """
    like, number = told
    line = other.lines[number]
    around = {side.stems[n]: lay.weights.get(side.stems[n], 1.0) for n in (*denial.scope[1:], *denial.whose)}
    said = other.words.words[line.first : line.after]
    if side.words.words[denial.at] not in _OF_THINGS and side.stems[denial.scope[0]] not in _HOLDING:
        return None  # that somebody did not do a thing is told in too many other words
    if like < _PLAIN or denial.contrast or not around or (denial.limited and not _UNDOING.isdisjoint(said)):
        return None
    if any(_denying(word, [*around]) for word in said) or _put_out(said):
        return None
    places = [n for n in range(line.first, line.after) if other.stems[n] in around]
    shared = {other.stems[n] for n in places}
    if len(shared) < _TWO or sum(around[stem] for stem in shared) < _MUCH * sum(around.values()):
        return None
    if all(other.words.written(n)[:1].isupper() for n in places) or other.is_quoted(
        other.words.starts[places[0]], other.words.ends[places[0]]
    ):
        return None
    last = places[-1]
    while last + 1 < line.after and not _turns(other, last + 1):
        last += 1
    return [*places, last]


def _hard(words: Sequence[str]) -> int:
    return sum(word in _HARD for word in words)


def _lacking(words: Sequence[str]) -> int:
    """How many words say in other ways that something is not: lost, out of service."""
    return sum(form_of(word)[0] in _LACKING for word in words) + _put_out(words)


def _put_out(words: Sequence[str]) -> int:
    """How often something is ruled out, switched off or given up."""
    return sum(
        (word in _OUT and form_of(before)[0] in _PUT) or (word == "up" and form_of(before)[0] == "giv")
        for before, word in pairwise(words)
    )


def _others(side: Side, line: Line, heads: frozenset[str]) -> int:
    """How many negations of a line deny something that the other article, by these stems, denies nowhere."""
    told = sum(side.stems[denial.scope[0]] in heads for denial in _denials(side, line))
    return _hard(side.words.words[line.first : line.after]) - told


def _is_denied(side: Side, line: Line, places: Sequence[int], scope: Sequence[str], not_yet: bool) -> bool:
    """Whether words of a line are denied where they stand; what is yet to come is, where the other has it not yet."""
    words, first, last = side.words, places[0], places[-1]
    while first > max(places[0] - _AROUND, line.first) and not _turns(side, first):
        first -= 1
    while last + 1 < min(places[-1] + _AFTER, line.after) and not _turns(side, last + 1):
        last += 1
    said = words.words[first : last + 1]
    if _put_out(said):
        return True
    return any(_denying(word, scope) or (not_yet and word in _TO_COME) for word in said)


def _turns(side: Side, at: int) -> bool:
    """Whether another clause begins with a word."""
    word, after = side.words.words[at], side.words.words[at + 1 : at + 2]
    return (word in _TURNS and not (word == "as" and after in (["a"], ["an"]))) or bool(
        _STOPS.search(side.words.between(at - 1, at))
    )


def _same_sense(stem: str, other: str) -> float:
    """How far two stems mean the same: 1 of one root, a half for recorded synonyms, else 0."""
    root = max(_ROOT, len(stem) - 3, len(other) - 3)  # approval, approve; commission, commissioner
    if stem == other or (len(stem) >= root and stem[:root] == other[:root]):
        return 1.0
    return 0.0 if set(groups_of(stem)).isdisjoint(groups_of(other)) else 0.5


@dataclass(frozen=True)
class Denial:
    """A word of negation, the words of sense that it denies and those of whom or what it is denied, as indices.

    `limited` says that it is denied only up to something: not before summer, not fewer than ten;
    `contrast` that it is set against what was said: in the museum, not the palace.
    """

    at: int
    scope: tuple[int, ...]
    whose: tuple[int, ...]
    limited: bool
    contrast: bool


@lru_cache(maxsize=20_000)
def _opposites(stem: str) -> frozenset[str]:
    return _against().get(stem, frozenset())


@cache
def _against() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for (one, _), (other, _) in against():
        found.setdefault(form_of(one)[0], set()).add(form_of(other)[0])
    return {stem: frozenset(others) for stem, others in found.items()}


def _denying(word: str, scope: Sequence[str]) -> bool:
    """Whether a word denies, or is an opposite of one of these."""
    stem = form_of(word)[0]
    if not _SOFT_GROUPS.isdisjoint(groups_of(stem)) and stem not in scope:
        return True
    if word in NEGATIONS or (stem not in scope and (stem in _SOFT or negations([word]))):
        return True
    bare = _PREFIX.sub("", word)
    if bare != word and (stem_of(bare) in scope or _WITHOUT.search(word)):
        return True
    return any(stem in _opposites(one) for one in scope)


def _shown(side: Side, places: Sequence[int]) -> str:
    """The words around some places, from two before the first to the end of the clause."""
    line = side.lines[side.line_of(side.words.starts[places[0]])]
    first, last = max(places[0] - 3, line.first), max(places)
    for n in range(places[0], first, -1):
        if _STOPS.search(side.words.between(n - 1, n)):
            first = n
            break
    return side.words.shown(first, last)

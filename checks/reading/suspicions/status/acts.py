"""The forms of the words for each stage of a course, and which stages cannot stand beside which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.stages import AGAINST, ALIKE, COURSES, DOUBLED, GENERIC, STAGES


class Predicate(NamedTuple):
    """Words that say where a thing stands: of which stage, whether it has reached it, and whether they say it alone."""

    words: tuple[str, ...]
    stage: str
    reached: bool
    alone: bool


def _stages() -> Iterator[tuple[str, list[str], tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Each stage with its verbs, nouns, and what is said where it has been reached and where it has not."""
    for line in STAGES.replace("\n  ", " ").strip().split("\n"):
        first, *others = line.split("|")
        name, _, verbs = first.partition(":") if ":" in first else (first.split("/")[0], "", first)
        nouns, reached, unreached = (tuple(other.split()) for other in others)
        yield name.strip(), verbs.split(), nouns, reached, unreached


def _ending(base: str, ending: str) -> str:
    """The base with “s”, “ed” or “ing”."""
    if base.endswith("y") and base[-2] not in "aeou":
        return f"{base}ing" if ending == "ing" else f"{base[:-1]}i{'es' if ending == 's' else 'ed'}"
    if ending == "s":
        return base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    return f"{base}{base[-1] if base in DOUBLED else ''}{ending}" if not base.endswith("e") else f"{base[:-1]}{ending}"


def _shapes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each form of each verb, with the stage it tells of and its shape (base, third, past, participle, ing)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for stage, verbs, *_ in _stages():
        for entry in verbs:
            base, _, rest = entry.partition("/")
            verb, _, after = base.partition("_")
            after = f"_{after}" if after else ""
            past, participle = rest.split("/") if rest else (_ending(verb, "ed") + after,) * 2
            third, ing = _ending(verb, "s") + after, _ending(verb, "ing") + after
            for form, shape in (
                (base, "base"), (third, "third"), (past, "past"), (participle, "participle"), (ing, "ing")
            ):  # fmt: skip
                found.setdefault(form.replace("_", " "), []).append((stage, shape))
    return {form: tuple(dict.fromkeys(pairs)) for form, pairs in found.items()}


def _predicates(forms: Mapping[str, object]) -> dict[str, tuple[Predicate, ...]]:
    """What is said of things, by its first word."""
    found: dict[str, list[Predicate]] = {}
    for stage, _, _, *both in _stages():
        for reached, entries in zip((True, False), both, strict=True):
            for entry in entries:
                words = tuple(entry.lstrip("+").split("_"))
                words = (" ".join(words),) if " ".join(words) in forms else words
                found.setdefault(words[0], []).append(Predicate(words, stage, reached, entry.startswith("+")))
    return {word: tuple(sorted(all_, key=lambda one: -len(one.words))) for word, all_ in found.items()}


def _nouns() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The nouns for stages, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for stage, _, nouns, *_ in _stages():
        for noun in (*nouns, *(f"{noun}s" for noun in nouns if not noun.endswith(("s", "y")))):
            words = tuple(noun.split("_"))
            found.setdefault(words[0], []).append((words, stage))
    return {word: tuple(all_) for word, all_ in found.items()}


# Work that goes on as long as a stage has not been reached.
ONGOING: dict[str, tuple[str, ...]] = {
    "search": ("find", "rescue", "arrest"), "hunt": ("find", "arrest"), "manhunt": ("arrest",), "talks": ("agree",
    "reach", "settle"), "negotiations": ("agree", "reach", "settle"), "work": ("complete", "open"), "construction":
    ("complete", "open"), "building": ("complete",), "jury": ("verdict",), "jurors": ("verdict",), "restoration":
    ("complete",), "renovation": ("complete",), "repairs": ("repair", "complete"), "counting": ("elect",),
}  # fmt: skip
FORMS = _shapes()
PREDICATES = _predicates(FORMS)
NOUNS = _nouns()


def _needs() -> dict[str, frozenset[str]]:
    """What must have been reached before each stage, itself included."""
    found: dict[str, frozenset[str]] = {stage: frozenset((stage,)) for stage, *_ in _stages()}
    for line in COURSES.strip().split("\n"):
        stage, _, needs = line.partition(":")
        found[stage] |= set(needs.split())
    return found


NEEDS = _needs()
_EXCLUDING: dict[str, tuple[str, ...]] = {"!": ("done", "to come"), "?": ("to come",)}
# Pairs that cannot both be so: the first as done, with the second as told so.
EXCLUDED: tuple[tuple[str, str, tuple[str, ...]], ...] = tuple(
    (line.split()[0], line.split()[1].rstrip("!?"), _EXCLUDING.get(line[-1], ("done",)))
    for line in AGAINST.strip().split("\n")
)


_OFTEN = listed(
    "the his her their its in on at of to have has been for up off out down over is are it still make made take took"
    " taken taking going goes go put call called come president only back under free use being support against"
    " without open post home held place his must may can found find work business well no not had now told into"
    " president governor way order king"
)


def _rarest(words: Sequence[str]) -> str:
    """The word of several by which it is seen quickly that they may be there."""
    return max(reversed(words), key=lambda word: (word not in _OFTEN, len(word)))


# What a word may tell of a stage, always or only beside words of some kind: that it is done, or ahead or denied.
DONE, DONE_IF_TURNED, DONE_IN_HEADLINE = 1, 2, 4
AHEAD, AHEAD_IF_GOVERNED, AHEAD_IF_TIMED, AHEAD_IF_SAID, AHEAD_IF_AWAITED = 8, 16, 32, 64, 128
_OF_SHAPE = {
    "base": AHEAD_IF_GOVERNED | AHEAD_IF_TIMED | DONE_IF_TURNED,
    "third": AHEAD_IF_TIMED | DONE_IN_HEADLINE,
    "past": DONE,
    "participle": DONE | AHEAD_IF_GOVERNED,
    "ing": AHEAD_IF_SAID,
}


def _gates() -> dict[str, tuple[tuple[frozenset[str], dict[str, int]], ...]]:
    """What a word may tell, of which stages: of several words that go together the rarest, with all of them."""
    found: dict[str, dict[frozenset[str], dict[str, int]]] = {}

    def add(words: Sequence[str], stage: str, may: int) -> None:
        told = found.setdefault(_rarest(words), {}).setdefault(frozenset(words), {})
        told[stage] = told.get(stage, 0) | may

    for form, pairs in FORMS.items():
        for stage, shape in pairs:
            add(form.split(), stage, DONE | AHEAD if stage == "deny" else _OF_SHAPE[shape])
            if shape == "participle":
                add((f"un{form}",), stage, AHEAD_IF_SAID | DONE_IF_TURNED)
    for group in PREDICATES.values():
        for one in group:
            standing = AHEAD if one.alone else AHEAD_IF_SAID | DONE_IF_TURNED
            add(" ".join(one.words).split(), one.stage, DONE | AHEAD_IF_GOVERNED if one.reached else standing)
    for nouns in NOUNS.values():
        for words, stage in nouns:
            add(words, stage, DONE | AHEAD_IF_AWAITED | AHEAD_IF_TIMED)
    for word, stages in ONGOING.items():
        for stage in stages:
            add((word,), stage, AHEAD)
    return {word: tuple(told.items()) for word, told in found.items()}


def _joined() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The forms of several words, by the first of them, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in FORMS:
        words = tuple(form.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(all_, key=len, reverse=True)) for word, all_ in found.items()}


GATES = _gates()
JOINED = _joined()
_SMALL_WORDS = listed(
    "the and for from with has have had was were are been being will would could should may might can not"
    " but who which"
    " said say says told into over after before than then there here when where while what how all any some more most"
    " also only just about out off under until since between during through because though one two three four five six"
    " seven eight nine ten new first last next year years month months week weeks day days time today yesterday still"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december you your our she him her his its their them they these those other others mr mrs ms"
)
BACKWARD = listed("it he she they this that him her them its his their")
# Verbs of which doing once says nothing about doing again, without their endings.
COMMON = listed(
    "need help want look use call ask work play talk turn seem happen live serve stay receive provide support"
    " report vote includ continu remain mov chang follow appear expect consid believ lead try allow cover pay"
    " visit creat offer add rais increas show perform push fight depend focus requir address discuss travel join"
    " attend cost learn respond treat improv stop produc watch cut reduc spend gain speak tak mak giv com hav"
    " becom keep carry view deal affect stand argu question welcom lov lik hop plan attack train operat check"
    " express explain ensur protect build develop handl ad fac featur liv face pass handle answer back hous shar"
    " wait walk rul count tackl invest return travel contest target challeng compet oppos host head campaign run"
    " assum touch highlight set ow record pursu act reach mention"
)


@lru_cache(maxsize=8192)
def content_of(word: str) -> tuple[str, ...]:
    """What may a word share with another sentence: itself without its plural, or the kinds of thing it is?"""
    if word in BACKWARD:
        return (word,)
    if len(word) < 3 or word in _SMALL_WORDS or (word in FORMS and word.endswith("ed")):
        return ()
    noun = word.removesuffix("s") if not word.endswith("ss") else word
    kinds = [f"alike {i}" for i, nouns in enumerate(ALIKE) if noun in nouns]
    kinds += [f"generic {i}" for i, (nouns, general) in enumerate(GENERIC) if noun in nouns or noun in general]
    return (noun[:5], *kinds)

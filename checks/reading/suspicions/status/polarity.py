"""Done, to come, or not done: what stands before and after a word for an act says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from checks.reading.slots.implicatives import AWAITING, DUE, PLANNING, REFUSING, WILL, WOULD, in_present, told_of_one
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.acts import JOINED, Predicate
from checks.reading.suspicions.status.noun_runs import BREAKS, TIMES, Phrase, Token, phrases, tokens_of
from checks.reading.suspicions.status.voting import is_one_vote

Stage = Literal["done", "to come", "not done", "not yet"]
_ADVERBS = listed(
    "also now already officially formally still finally just since never not yet only soon later then again"
    " almost once"
    " unanimously all both even first further ever long so far today yesterday fully completely well firmly"
    " quite entirely currently"
)
_HAVE = frozenset(("has", "have", "’ve", "'ve", "having"))
_IS = frozenset(("is", "are", "’s", "'s", "’re"))
_NOW = _IS | listed("remain remains stay stays lie lies stands sits sit stand")
_PLANS = in_present(PLANNING)
_REFUSES = told_of_one(REFUSING)
_CONDITION = re.compile(
    r"\b(?:if|unless|whether(?!(?: [\w’'-]+){1,12} will\b)|had (?:it|he|she|they) )\b", re.IGNORECASE
)  # whether it will be is open, so that it is to come
_NOBODY = re.compile(r"\b(?:neither|nobody|no one|none|no|nor|without|instead of|rather than)\b[^,;]*$", re.IGNORECASE)
_AWAITED = re.compile(r"\b(?:until|when|once|before|after|as soon as|by the time)\b[^,;.]*$", re.IGNORECASE)
_AHEAD = re.compile(
    rf"\b(?:next (?:{'|'.join(sorted(TIMES))})|tomorrow|later this (?:week|month|year)|in the coming|by the end of)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|before|once|unless)\b[^,;.]*$", re.IGNORECASE)
# “Until it opens, drivers must …”: what has not come yet.
_AWAITED_NOW = re.compile(r"\b(?:until|by the time|as soon as)\b[^,;.]*$", re.IGNORECASE)
_NOW_TOLD = re.compile(r"\b(?:will|must|can|cannot|may|should|is|are|has|have|remains?|looks?|keeps?|continues?)\b")
_THEN_TOLD = re.compile(r"\b(?:was|were|had|did|would|could|\w+ed by)\b")
_FIRST_USE = re.compile(
    r"\b(?:flow|us|driv|drove|cross|run|ran|sail|fl[ye]w|walk|pass|travel|sw[ai]m|rode|rid|stream|poured|roll|rumbl"
    r"|borrow|carri|climb|tak|took|sat|slept|pray|play)\w*\b[^.;]*\b(?:through|across|over|along|on|in|into|up|down|under|from"
    r"|inside|to|of|used)?\b[^.;]*$"
)
_NOUNS_IN_LY = listed("assembly family supply italy reply rally monopoly anomaly butterfly jelly bully")
_SET = listed("set due expected poised likely yet")
_SOON = listed("on next in tomorrow today later this")
_PASSIVE = listed("be been was were is are got")
_NOT_BEFORE_PAST = (
    WOULD
    | WILL
    | _IS
    | listed(
        "being having had has have was were to get got getting most many other some all these those few two"
        " three several any no man woman the a an its his her their newly"
    )
)
_TOOK_TIME = re.compile(
    r"\b(?:took|needed|taken|managed|voted|agreed unanimously)\b[^.;:]{0,45}\b(?:(?:hours?|minutes?|days?"
    r"|weeks?)\b[^.;:,]{0,25}|managed|voted) to $"
)
_REPORTED = listed("said thought believed reported understood known")
_ONGOING_ONLY = listed("review seeking extinguish")  # of which doing is not yet having done
_LINKS = listed("in a an as listed described at")
_RESULT = listed("found brought got declared pronounced")
_FOUND = listed("found declared pronounced shot")
_FUTURE = listed("expected due awaited pending scheduled set planned still yet likely")
_MADE = listed(
    "gave given granted grant won wins received receives got gets secured secures obtained obtains issued held ended"
    " handed announced delivered returned reached struck signed completed"
)
_LONGEST = 1200  # characters of a sentence that are looked at


@dataclass(frozen=True)
class Clause:
    """A sentence as it is looked at: without what is quoted in it; `previous` is the one before it."""

    index: int
    headline: bool
    start: int
    text: str
    previous: Clause | None

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words and marks; a verb of several words is one."""
        return joined(tokens_of(self.text, self.start))

    @cached_property
    def low(self) -> str:
        """It in small letters."""
        return self.text.lower()

    @cached_property
    def first(self) -> tuple[Phrase, ...]:
        """What it is about, near enough: its first noun phrase."""
        return phrases(self.tokens[:30])[:1]

    @cached_property
    def before(self) -> tuple[Phrase, ...]:
        """What the sentence before this one was about."""
        return self.previous.first if self.previous else ()


def joined(tokens: list[Token]) -> list[Token]:
    """The tokens with verbs of several words made one: “took place”."""
    found: list[Token] = []
    skip = 0
    for at, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        for words in JOINED.get(token.low, ()):
            if tuple(one.low for one in tokens[at : at + len(words)]) == words:
                last = tokens[at + len(words) - 1]
                token = Token(token.start, last.end, " ".join(words), " ".join(words))
                skip = len(words) - 1
                break
        found.append(token)
    return found


def told_by_verb(clause: Clause, at: int, shape: str, stage: str) -> tuple[Stage | None, int]:
    """Whether a verb form tells of an act done, not done or to come, and the first token of its auxiliaries."""
    tokens, text = clause.tokens, clause.text
    if tokens[at].word[0].isupper() and at and not clause.headline:
        return None, at  # part of a name
    if stage == "elect" and shape == "past" and at and tokens[at - 1].low in (",", "and", "or", "local", "like"):
        return None, at  # elected officials
    if stage == "decide" and shape != "base":
        return None, at
    if is_one_vote(tokens, at):
        return None, at
    before = back(tokens, at - 1)
    adverbs = {token.low for token in tokens[before + 1 : at]}
    aux = tokens[before].low if before >= 0 else ""
    negated = bool(adverbs & {"not", "never", "yet"}) or aux.endswith(("n’t", "n't"))
    aux = aux.removesuffix("n’t").removesuffix("n't")
    left = text[: tokens[at].start - clause.start]
    first = max(before, 0)
    if shape == "base" and left.endswith("whether to ") and not _CONDITION.search(left[:-11]):
        return "to come", at
    if _CONDITION.search(left):
        return None, at
    negated = negated or bool(_NOBODY.search(left))
    if shape not in ("past", "ing") and _is_awaited_now(left, text, aux):
        return "to come", first if aux in _IS or aux in _HAVE or aux in ("been", "be") else at
    if shape == "ing":
        ongoing = aux in _IS and not negated and (stage in _ONGOING_ONLY or "still" in adverbs)
        lasting = aux in ("was", "were") and "still" in adverbs and stage == "extinguish"
        return ("to come" if ongoing or lasting else None), first
    if shape in ("base", "third") and _is_scheduled(tokens, at, aux, stage):
        return "to come", at
    if shape == "base":
        if aux == "to" and _TOOK_TIME.search(left):
            return "done", at
        if aux == "to":
            governed = tokens[before - 1].low in DUE | _PLANS | _REFUSES if before else False
            return _infinitive(clause, before), max(before - 2, 0) if governed else before
        if aux in WILL:
            return (None if negated else "to come"), first
        if aux == "did" and negated:
            return "not done", first
        if stage == "vote" and " " in tokens[at].low and aux not in WOULD and at + 1 < len(tokens):
            return ("to come" if tokens[at + 1].low in _SOON else None), at
        plain = aux not in WOULD and aux not in ("do", "does", "did")
        return ("to come" if plain and _AWAITED.search(left) and _AHEAD.search(text) else None), at
    if shape == "third" and stage == "deny" and not negated:
        return "done", at
    if shape == "third":
        soon = tokens[at].end - clause.start
        if before < 0 or _AHEAD.search(text, soon, soon + 50):
            return ("to come" if before >= 0 else None), at
        return ("done" if clause.headline else None), at
    if aux == "being" and shape == "participle":
        more = back(tokens, before - 1)
        return ("to come" if more >= 0 and tokens[more].low in _IS and not negated else None), max(more, 0)
    if aux in ("been", "be"):
        return _passive(clause, before, aux)
    if shape == "participle" and aux in ("was", "were") and _UNTIL.search(left):
        return None, at
    if shape == "participle" and (aux in _HAVE or aux in ("was", "were", "got")):
        return ("not done" if negated else "done"), first
    if shape == "participle" and aux in _IS:
        return ("to come" if _AWAITED.search(left) else "not done" if negated else None), first
    if shape == "past" and aux in ("(", ")", "-", "–", "—"):
        return None, at
    bare = shape == "past" and before >= 0 and not negated and aux not in _NOT_BEFORE_PAST
    return ("done" if bare else None), at


def _is_awaited_now(left: str, text: str, aux: str) -> bool:
    """Whether a verb stands after “until” in a sentence about the present: “until it opens”, “until it is returned”."""
    if not _AWAITED_NOW.search(left) or aux in ("was", "were", "had", "to", "not") or aux in WOULD:
        return False
    return bool(_NOW_TOLD.search(text)) and not _THEN_TOLD.search(text)


def _passive(clause: Clause, before: int, aux: str) -> tuple[Stage | None, int]:
    """As `told_by_verb`, of a participle after “been” or “be”."""
    tokens = clause.tokens
    more = back(tokens, before - 1)
    if more < 0:
        return None, before
    low = tokens[more].low
    negated = any(token.low in ("not", "never", "yet") for token in tokens[more:before])
    if aux == "be":
        if low == "to":
            return _infinitive(clause, more), max(more - (1 if tokens[more - 1].low in _IS else 2), 0)
        return ("to come" if low in WILL and not negated else None), more
    bare = low.removesuffix("n’t").removesuffix("n't")
    return (("not done" if negated or bare != low else "done") if bare in _HAVE else None), more


def _infinitive(clause: Clause, to: int) -> Stage | None:
    """What “to be lifted” tells, by what stands before it: “is expected”, “has yet”, “plans”."""
    tokens = clause.tokens
    at = to - 1 if to > 0 and tokens[to - 1].low in DUE else back(tokens, to - 1)
    if at < 0 or (clause.headline and tokens[at].low not in _SET):
        return None
    if word_would(tokens, at):
        return None
    word, aux = tokens[at].low, tokens[back(tokens, at - 1)].low if at else ""
    if word in _REFUSES:
        return "not done" if word != "refused" or aux in _HAVE else None
    expected = any(token.low in ("expect", "expects") for token in tokens[max(0, at - 5) : at + 1])
    due = expected or (word in DUE and aux in _IS | _HAVE | {"remain", "remains"})
    return "to come" if due or word in _PLANS or word in _IS else None


def back(tokens: list[Token], at: int) -> int:
    """The index of the nearest token up to `at` that is no adverb."""
    while at >= 0 and (
        tokens[at].low in _ADVERBS
        or (tokens[at].low.endswith("ly") and len(tokens[at].low) > 4 and tokens[at].low not in _NOUNS_IN_LY)
    ):
        at -= 1
    return at


def _is_scheduled(tokens: list[Token], at: int, aux: str, stage: str) -> bool:
    """Whether a verb in the present tense tells of something to come: “opens at noon on Friday”."""
    if stage not in _TIMETABLED or aux in WOULD | WILL | {"to", "do", "does", "did", "not"} or at == 0:
        return False
    after = [token.low for token in tokens[at + 1 : at + 6]]
    timed = any(low in TIMES or low in ("noon", "midnight", "tomorrow") or low[0].isdigit() for low in after[1:4])
    return bool(after) and (after[0] == "tomorrow" or (after[0] in ("on", "at", "next") and timed))


def word_would(tokens: list[Token], at: int) -> bool:
    """Whether “would”, “could” or “might” stands right before."""
    return at > 0 and tokens[at - 1].low in WOULD


def told_by_predicate(clause: Clause, at: int, said: Predicate) -> tuple[Stage | None, int]:
    """Whether “at large” or “in force” is said of a thing now, and the first token of what says it."""
    tokens = clause.tokens
    if tuple([one.low for one in tokens[at : at + len(said.words)]]) != said.words:
        return None, at
    left = clause.text[: tokens[at].start - clause.start]
    if _CONDITION.search(left):
        return None, at
    after = tokens[at + len(said.words)].low if at + len(said.words) < len(tokens) else ""
    if after in ("under", "if", "only"):
        return None, at
    if said.alone and said.reached:
        near = {token.low for token in tokens[max(0, at - 9) : at]}
        again = said.words[0] == "for" and (after in ("since", "in", "after", "this") or not _FIRST_USE.search(left))
        return (None if again or near & _NOT_SO else "done"), at
    if said.alone:
        return ("done" if said.reached else "not yet"), at
    before, adverbs = at - 1, set()
    while before >= 0 and (tokens[before].low in _ADVERBS | _LINKS or tokens[before].low.endswith("ly")):
        adverbs.add(tokens[before].low)
        before -= 1
    if before > 1 and tokens[before].low == "be" and tokens[before - 2].low in _REPORTED:
        before = back(tokens, before - 3)
    if before < 0:
        return None, at
    aux = tokens[before].low
    negated = bool(adverbs & {"not", "never", "no"}) or aux.endswith(("n’t", "n't")) or bool(_NOBODY.search(left))
    if aux == "longer" and before > 1 and tokens[before - 1].low == "no":
        before, negated, aux = before - 2, True, tokens[before - 2].low
    return _standing(tokens, before, aux.removesuffix("n’t").removesuffix("n't"), adverbs, said, negated), before


def _standing(
    tokens: list[Token], before: int, aux: str, adverbs: set[str], said: Predicate, negated: bool
) -> Stage | None:
    """As `told_by_predicate`, by the verb before it."""
    has = before > 0 and tokens[back(tokens, before - 1)].low in _HAVE
    now = aux in _NOW or (aux == "been" and has) or (aux in ("was", "were", "remained") and "still" in adverbs)
    if now:
        return "done" if said.reached != negated else "not yet"
    made = tokens[max(0, before - 4) : before + 1]
    if said.reached and any(token.low in _RESULT for token in made):
        return None if negated else "done"
    if said.reached and not negated and (aux in _FOUND or aux in ("was", "were", "got")):
        return "done"
    if aux == "be" and before > 0 and said.reached and not negated:
        return "to come" if tokens[back(tokens, before - 1)].low in WILL else None
    return None


_NOT_SO = WILL | WOULD | listed("to not never no until when once before would be want wants nobody hopes")
_TIMETABLED = listed("open begin close leave arrive hold end launch land reopen resume vote")
_OPENS = listed("opens begins starts")


def told_by_noun(clause: Clause, at: int, length: int) -> Stage | None:
    """Whether an approval, a vote or an opening is told as awaited, as to come, as denied or as given."""
    tokens = clause.tokens
    left = [token.low for token in tokens[max(0, at - 7) : at]]
    left = left[max((i + 1 for i, low in enumerate(left) if low in (",", ";", ":", "—", "–")), default=0) :]
    text = clause.text[: tokens[at].start - clause.start]
    if _CONDITION.search(text) or "had" in left or WOULD & set(left):
        return None
    right = [token.low for token in tokens[at + length : at + length + 22]]
    right = _without_aside(right)
    right = right[: next((i for i, low in enumerate(right) if low in (",", ";", ":", ".", "—", "–", "which")), 8)]
    if right and right[0].isalpha() and right[0] not in _AFTER_NOUN:
        return None  # an opening statement
    past = {"was", "were"} & set(left[-4:])
    if "no" in left[-2:] and any(low in right for low in ("has", "have")):
        return "not done"
    if not past and (set(left) & AWAITING or left[-3:-1] == ["subject", "to"] or left[-2:] == ["subject", "to"]):
        return "to come"
    return _noun_by_verb(clause, left, right)


def _without_aside(words: list[str]) -> list[str]:
    """The words without what stands between the first two commas, and of these no more than eight."""
    first = next((i for i, low in enumerate(words[:8]) if low == ","), -1)
    second = next((i for i, low in enumerate(words) if low == "," and i > first), -1) if first >= 0 else -1
    return (words[:first] + words[second + 1 :] if second > 0 else words)[:8]


def _noun_by_verb(clause: Clause, left: list[str], right: list[str]) -> Stage | None:
    """As `told_by_noun`, by the verbs around it."""
    verb = next((i for i, low in enumerate(right) if low in _IS | _HAVE | WILL | {"was", "were"}), -1)
    if right and (right[0] in ("takes place", "take place") or right[0] in _OPENS) and len(right) > 1:
        return "to come" if right[1] in _SOON else None
    after = set(right[verb + 1 : verb + 4]) if verb >= 0 else set(right[:1])
    negated = "not" in after or "not" in left or "never" in left
    if verb >= 0 and right[verb] in WILL:
        return None if negated else "to come"
    if (verb < 0 or right[verb] in _IS | _HAVE) and after & _FUTURE and not negated:
        return "to come"
    ahead = set(left) & WILL or ("to" in left and set(left) & (DUE | _IS) and not set(left) & _PAST)
    if ahead and not negated:
        return "to come"
    if verb >= 0 and right[verb] in ("has", "have", "was", "were") and after & _MADE:
        return "not done" if negated else "done"
    if _AHEAD.search(clause.text) and left and not set(left) & _PAST:
        return "to come"
    return "done" if set(left) & _MADE and not negated and not set(left) & {"to", "be", "not"} else None


_AFTER_NOUN = (
    BREAKS
    | _IS
    | _HAVE
    | WILL
    | WOULD
    | _SOON
    | _FUTURE
    | _OPENS
    | _MADE
    | listed("takes take took comes this that on after before until who while when there no be were remains")
)
_PAST = listed("was were had")

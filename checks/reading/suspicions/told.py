"""What an article tells as done, as to come, or as so: each act with the nouns that it is told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

from checks.reading.parts import Words
from checks.reading.speech.cues import listed
from checks.reading.suspicions.acts import FORMS, OF_SUBJECT
from checks.reading.suspicions.noun_runs import BREAKS, TIMES, Phrase, Token, phrases, stem, tokens_of
from checks.reading.suspicions.stages import SIGNS

if TYPE_CHECKING:
    from checks.reading.article import Reading
Stage = Literal["done", "to come", "not done"]
_ADVERBS = listed(
    "also now already officially formally still finally just since never not yet only soon later then again almost once"
    " unanimously all both even first further ever long so far today yesterday"
)
_HAVE = frozenset(("has", "have", "’ve", "'ve", "having"))
_IS = frozenset(("is", "are", "’s", "'s", "’re"))
_MODAL_FUTURE = frozenset(("will", "’ll", "'ll", "shall", "must"))
_MODAL_OTHER = frozenset(("would", "could", "might", "may", "can", "should", "cannot", "’d"))
_DUE = listed(
    "expected due set scheduled likely poised about going slated planning hoping preparing considering ready"
    " intending yet still aiming waiting"
)
_PLANS = listed(
    "plans plan hopes hope intends intend aims aim prepares prepare wants want seeks seek needs need try tries"
)
_REFUSES = listed("refuses refused failed fails declines")
# What an act is told of besides what its sentence says: an election, a trial.
_EVENTS = {"elect": "election", "convict": "trial", "acquit": "trial", "guilty plea": "trial"}
_HAPPENINGS = listed("vote ballot election referendum poll trial jury talk negotiation discussion")
# Verbs of which doing once says nothing about doing again, without their endings.
_COMMON = listed(
    "need help want look use call ask work play talk turn seem happen live serve stay receive provide support"
    " report vote includ continu remain mov chang follow appear expect consid believ lead try allow cover pay"
    " visit creat offer add rais increas show perform push fight depend focus requir address discuss travel join"
    " attend cost learn respond treat improv stop produc watch cut reduc spend gain speak tak mak giv com hav"
    " becom keep carry view deal affect stand argu question welcom lov lik hop plan attack train operat check"
    " express explain ensur protect build develop handl ad fac featur liv face pass handle answer back hous shar"
    " wait walk rul count tackl invest return travel contest target challeng compet oppos host head campaign run"
    " assum touch highlight set ow record pursu act reach mention"
)
_ITS_PARTS = listed("gate door shutter")  # a factory that closes its gates is closed
_NOT_DONE = re.compile(r"\b(?:not|n[’']t|never)(?: yet)?(?: been)? ([a-z]{3,}ed)\b")
_WILL_DO = re.compile(r"\b(?:will|to|[’']ll)(?: \w+ly)?(?: be)?(?: \w+ly)? ([a-z]{4,})", re.IGNORECASE)
_PRONOUNS = listed("it he she they this that him her them")
_CONDITION = re.compile(r"\b(?:if|unless|whether|had (?:it|he|she|they) )\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:neither|nobody|no one|none|no|nor|without|instead of|rather than)\b[^,;]*$", re.IGNORECASE)
_AWAITED = re.compile(r"\b(?:until|when|once|before|after|as soon as|by the time)\b[^,;.]*$", re.IGNORECASE)
_AHEAD = re.compile(
    rf"\b(?:next (?:{'|'.join(sorted(TIMES))})|tomorrow|later this (?:week|month|year)|in the coming|by the end of)\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:ago|last (?:year|month|season|summer|autumn|winter|spring|century)|previous\w*|originally|initially"
    r"|decades?|centur\w+|"
    r"in the past|formerly|at first|at the time|earlier|used to|in \d{4}s|(?:19|20)\d\ds|for years|by then|had"
    r"|history|anniversary|annual\w*|every|often|usually|always|regularly)\b",
    re.IGNORECASE,
)  # fmt: skip
_OPENING = re.compile(
    r"(?:In|By|On|At|Since|Before|After|Until|During|Last|Earlier|Previously|Originally|Initially|Two|Three"
    r"|A)\b[^,]{0,50},"
)
_YEAR = re.compile(r"(?<![\d,.$£€])(?:1[89]|20)\d\d(?!\d|[.,]\d)")
_PASSIVE = listed("be been was were is are got")
_NOT_BEFORE_PAST = (
    _MODAL_OTHER
    | _MODAL_FUTURE
    | _IS
    | listed("being having had has have was were to get got getting the a an its his her their newly")
)
_PLACING = listed("in for to by of with at from against")
_OTHERS_BESIDE = listed(
    "another other second third further additional more new part again daily extra mondays tuesdays wednesdays "
    "thursdays"
    " fridays saturdays sundays weekends"
)
_TIME_NOUNS = listed("coming moment future meantime end start beginning minute while")
_NOTICE = re.compile(r"\buntil further notice\b")
_HOURS = re.compile(r"\d[\d.:]*[ap]m")
_AFTER_OBJECTS = listed(", ; : . — – ( ) after and but who which")
_CLAUSES = listed("; : — but while although because when after before that as")
_LONGEST = 1200  # characters of a sentence that are looked at


@dataclass(frozen=True)
class Told:
    """That an act is done, not done or to come, of what (`of`: noun phrases), in which sentence and in which words.

    `past` is true of a sentence about former times; `speaker` is who is said to have said it; `beside` are the phrases
    after prepositions that follow (“in Leeds”, “for adults”), and `partly` words that make them others (“another”).
    """

    act: str
    stage: Stage
    of: tuple[Phrase, ...]
    words: Words
    sentence: int
    past: bool = False
    speaker: str = ""
    beside: tuple[tuple[str, Phrase], ...] = ()
    partly: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Clause:
    """A sentence as it is looked at: without what is quoted in it; `previous` is the one before it."""

    index: int
    headline: bool
    start: int
    text: str
    previous: _Clause | None

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens_of(self.text, self.start)

    @cached_property
    def low(self) -> str:
        return self.text.lower()

    @cached_property
    def before(self) -> tuple[Phrase, ...]:
        """What the sentence before this one was about, near enough: its first noun phrase."""
        return phrases(self.previous.tokens)[:1] if self.previous else ()


_FIRST_WORDS = frozenset(form.split()[0] for form in FORMS)
EVENTS = frozenset(_EVENTS.values()) | _HAPPENINGS


def told_in(reading: Reading) -> list[Told]:
    """Which acts does the article, outside quotation marks, tell as done or as to come? In the order of the text."""
    masked = unquoted(reading)
    told = (match[1].lower() for sign in (_WILL_DO, _NOT_DONE) for match in sign.finditer(masked))
    coming = frozenset(map(_root, told)) - _COMMON
    clauses: list[_Clause] = []
    for index, sentence in enumerate(reading.sentences):
        if sentence.part in ("headline", "standfirst", "body") and sentence.kind != "not part of the article":
            text = masked[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
            previous = clauses[-1] if clauses else None
            clauses.append(_Clause(index, sentence.part == "headline", sentence.start, text, previous))
    found = list(chain.from_iterable(_verbs(reading, clause, coming) for clause in clauses))
    low = masked.lower()
    signs = [sign for sign in SIGNS if any(key in low for key in sign[2])]
    for clause in clauses:
        here = [(act, sign, stage) for act, sign, keys, stage in signs if any(key in clause.low for key in keys)]
        found += _signs(reading, clause, here) if here else ()
    return found


def unquoted(reading: Reading) -> str:
    """The text with what is quoted between marks blanked out: a speaker may contradict the article."""
    pieces = list(reading.text)
    for quotation in reading.quotations:
        if quotation.kind != "title":
            for words in quotation.quoted or ((quotation,) if quotation.kind == "direct" else ()):
                pieces[words.start : words.end] = " " * (words.end - words.start)
    return "".join(pieces)


def _long_ago(reading: Reading, clause: _Clause, start: int, end: int) -> bool:
    """Whether an act is told of former times: by what stands between the commas around it, or at the beginning."""
    text, at, stop = clause.text, start - clause.start, end - clause.start
    opening = _OPENING.match(text)
    begin = max((text.rfind(mark, 0, at) for mark in ",;:—–()"), default=-1) + 1
    ends = [place for mark in ",;:—–()" if (place := text.find(mark, stop)) >= 0]
    here = (opening[0] if opening else "") + text[begin : min(ends, default=len(text))]
    years = {int(year) for year in _YEAR.findall(here)} - ({reading.dateline.year} if reading.dateline else set())
    perfect = text[at:stop].lower().startswith(("has ", "have "))  # which reaches to the day of writing
    return not perfect and bool(years or _LONG_AGO.search(here))


@lru_cache(maxsize=20_000)
def _root(verb: str) -> str:
    """What the forms of a regular verb have in common."""
    for ending in ("ied", "ed", "es", "e", "y", "s"):
        if verb.endswith(ending) and len(verb) - len(ending) > 2:
            root = verb[: -len(ending)]
            return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "sl" else root
    return verb


def _verbs(reading: Reading, clause: _Clause, coming: frozenset[str]) -> Iterator[Told]:
    """What the verbs of a sentence tell, of acts in the tables and of those that the article says will be done."""
    words = clause.low.replace(",", " ").replace(".", " ").split()
    if _FIRST_WORDS.isdisjoint(words) and coming.isdisjoint(map(_root, words)):
        return
    tokens = clause.tokens
    for at, token in enumerate(tokens):
        forms = FORMS.get(token.low, ())
        if not forms and len(token.low) > 3 and token.low.isalpha() and (root := _root(token.low)) in coming:
            shapes = ("past", "participle") if token.low.endswith("ed") else ("base",)
            forms = tuple((f"{root}-", shape) for shape in shapes)
        for act, shape in forms:
            stage, first = _stage(clause, at, shape)
            if stage:
                yield from _told(
                    reading, clause, act, stage, _patient(clause, first, at, act), tokens[first].start, token.end
                )


def _signs(reading: Reading, clause: _Clause, signs: Sequence[tuple[str, re.Pattern[str], Stage]]) -> Iterator[Told]:
    """What stages and states a sentence says in other words than one verb: “is under review”, “remains at large”."""
    for act, sign, stage in signs:
        for match in sign.finditer(clause.text):
            start, end = clause.start + match.start(), clause.start + match.end()
            at = bisect_left(clause.tokens, start, key=lambda token: token.start)
            stop = bisect_left(clause.tokens, end, key=lambda token: token.start)
            left = clause.tokens[max(0, at - 14) : at]
            if not _hedged(left) and not _CONDITION.search(clause.text[: match.start()]):
                of = _left(left, clause.before) + phrases(clause.tokens[at : stop + 6])
                noun = stem(match[0].split()[0].lower())
                of = (*of, Phrase(noun, frozenset((noun,)), frozenset(), False)) if noun in _HAPPENINGS else of
                yield from _told(reading, clause, act, stage, of, start, end)


def _told(
    reading: Reading, clause: _Clause, act: str, stage: Stage, of: tuple[Phrase, ...], start: int, end: int
) -> Iterator[Told]:
    event = _EVENTS.get(act)
    if event and stage == "done":
        of = (*of, Phrase(event, frozenset((event,)), frozenset(), False))
    if of:
        words = Words(start, end, reading.text[start:end])
        beside, partly = _beside(clause, end)
        yield Told(
            act,
            stage,
            of,
            words,
            clause.index,
            _long_ago(reading, clause, start, end),
            _speaker(reading, start),
            beside,
            partly,
        )


def _beside(clause: _Clause, end: int) -> tuple[tuple[tuple[str, Phrase], ...], frozenset[str]]:
    """The phrases with their prepositions that follow an act in its clause, and words that make them others."""
    at = bisect_left(clause.tokens, end, key=lambda token: token.start)
    after = clause.tokens[at : at + 12]
    stop = next((i for i, token in enumerate(after) if token.low in _AFTER_OBJECTS), 12)
    found = []
    for i, token in enumerate(after[:stop]):
        told = phrases(after[i + 1 : stop])[:1] if token.low in _PLACING else ()
        if told and not (told[0].words & TIMES or told[0].head in _TIME_NOUNS):
            found.append((token.low, told[0]))
    others = {token.low for token in after[:stop] if token.low in _OTHERS_BESIDE or _HOURS.match(token.low)}
    return tuple(found), frozenset(others if not _NOTICE.search(clause.text) else ())


def _hedged(left: list[Token]) -> bool:
    """Whether what follows is told as possible only: “could be”, “would have”, “not”."""
    return any(
        token.low in _MODAL_OTHER or token.low in ("not", "never", "had") or token.low.endswith("n’t")
        for token in left[-3:]
    )


def _stage(clause: _Clause, at: int, shape: str) -> tuple[Stage | None, int]:
    """Whether a verb form tells of an act done, not done or to come, and the first token of its auxiliaries."""
    tokens, text = clause.tokens, clause.text
    before = _back(tokens, at - 1)
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
    if shape == "base":
        if aux == "to":
            governed = tokens[before - 1].low in _DUE | _PLANS | _REFUSES if before else False
            return _infinitive(clause, before), max(before - 2, 0) if governed else before
        if aux in _MODAL_FUTURE:
            return (None if negated else "to come"), first
        if aux == "did" and negated:
            return "not done", first
        plain = aux not in _MODAL_OTHER and aux not in ("do", "does", "did")
        return ("to come" if plain and _AWAITED.search(left) and _AHEAD.search(text) else None), at
    if shape == "third":
        if before < 0 or _AHEAD.search(text):
            return ("to come" if before >= 0 else None), at
        return ("done" if clause.headline else None), at
    if aux in ("been", "be"):
        return _passive(clause, before, aux)
    if shape == "participle" and (aux in _HAVE or aux in ("was", "were", "got")):
        return ("not done" if negated else "done"), first
    if shape == "participle" and aux in _IS:
        return ("to come" if _AWAITED.search(left) else "not done" if negated else None), first
    bare = shape == "past" and before >= 0 and not negated and aux not in _NOT_BEFORE_PAST
    return ("done" if bare else None), at


def _passive(clause: _Clause, before: int, aux: str) -> tuple[Stage | None, int]:
    """As `_stage`, of a participle after “been” or “be”."""
    tokens = clause.tokens
    more = _back(tokens, before - 1)
    if more < 0:
        return None, before
    low = tokens[more].low
    negated = any(token.low in ("not", "never", "yet") for token in tokens[more:before])
    if aux == "be":
        if low == "to":
            return _infinitive(clause, more), max(more - 2, 0)
        return ("to come" if low in _MODAL_FUTURE and not negated else None), more
    bare = low.removesuffix("n’t").removesuffix("n't")
    return (("not done" if negated or bare != low else "done") if bare in _HAVE else None), more


def _infinitive(clause: _Clause, to: int) -> Stage | None:
    """What “to be lifted” tells, by what stands before it: “is expected”, “has yet”, “plans”."""
    tokens = clause.tokens
    at = to - 1 if to > 0 and tokens[to - 1].low in _DUE else _back(tokens, to - 1)
    if at < 0 or clause.headline:
        return None
    word, aux = tokens[at].low, tokens[_back(tokens, at - 1)].low if at else ""
    if word in _REFUSES:
        return "not done" if word != "refused" or aux in _HAVE else None
    expected = any(token.low in ("expect", "expects") for token in tokens[max(0, at - 5) : at + 1])
    due = expected or (word in _DUE and aux in _IS | _HAVE | {"remain", "remains"})
    return "to come" if due or word in _PLANS or word in _IS else None


def _back(tokens: list[Token], at: int) -> int:
    """The index of the nearest token up to `at` that is no adverb."""
    while at >= 0 and (tokens[at].low in _ADVERBS or (tokens[at].low.endswith("ly") and len(tokens[at].low) > 4)):
        at -= 1
    return at


def _patient(clause: _Clause, first: int, at: int, act: str) -> tuple[Phrase, ...]:
    """The noun phrases of what the act is done to: its object, or in the passive and with some acts its subject."""
    tokens = clause.tokens
    passive = at > 0 and tokens[_back(tokens, at - 1)].low in _PASSIVE
    after = tokens[at + 1 : at + 10]
    subject = _left(tokens[max(0, first - 14) : first], clause.before)
    if not after or (passive and act != "appoint"):
        return subject
    stop = next((i for i, token in enumerate(after) if token.low in _AFTER_OBJECTS), 9)
    told = phrases(after[:stop])
    begins = after[0].low not in BREAKS and after[0].word[0].isalnum() and not after[0].low.endswith("ly")
    if act == "appoint" and passive:
        return (*subject, *told[:3])
    if act in OF_SUBJECT or (told and told[0].head in _ITS_PARTS):
        return (*subject, *(told[:1] if begins else ()))
    if told and begins:
        return told[: 3 if act in ("appoint", "elect") else 1] if after[0].low not in _PRONOUNS else clause.before
    return subject[-1:] if after[0].low == "by" else subject


def _left(left: list[Token], before: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases before an act, back to where its clause begins; those of the sentence before for a pronoun alone."""
    for i in range(len(left) - 1, -1, -1):
        if left[i].low in _CLAUSES:
            left = left[i + 1 :]
            break
    told = phrases(left)
    return told if told else before if any(token.low in _PRONOUNS for token in left) else ()


def _speaker(reading: Reading, place: int) -> str:
    """Who is said to have said what stands here; empty where the article says it."""
    at = bisect_left(reading.quotations, place + 1, key=lambda quotation: quotation.start) - 1
    for quotation in reading.quotations[max(0, at - 1) : at + 1]:
        if quotation.start <= place < quotation.end and quotation.kind in ("indirect", "mixed"):
            return quotation.speaker.exact if quotation.speaker else "somebody"
    return ""

"""What an article tells as done, as to come, or as so: each act with the nouns that it is told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from checks.reading.parts import Words
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.acts import (
    COMMON,
    DONE,
    FORMS,
    GATES,
    NOUNS,
    ONGOING,
    PREDICATES,
    Predicate,
)
from checks.reading.suspicions.status.noun_runs import BREAKS, TIMES, Phrase, Token, phrases, stem
from checks.reading.suspicions.status.partners import partners_in, root
from checks.reading.suspicions.status.polarity import Clause, Stage, back, told_by_noun, told_by_predicate, told_by_verb
from checks.reading.suspicions.status.stages import OF_SUBJECT, OF_WHAT_FOLLOWS

if TYPE_CHECKING:
    from checks.reading.article import Reading
# What an act is told of besides what its sentence says: an election, a trial.
_EVENTS = {"elect": "election", "convict": "trial", "acquit": "trial", "guilty_plea": "trial", "back_to_work": "strike"}
_HAPPENINGS = listed("by-election vote ballot election referendum poll trial jury talk negotiation discussion")
_ITS_PARTS = listed("gate door shutter")  # a factory that closes its gates is closed
_PRONOUNS = listed("it he she they this that him her them")
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
_PASSIVE = listed("be been being was were is are got")
_PLACING = listed("on in for to by of with at from against")
_OTHERS_BESIDE = listed(
    "another other second third further additional more new part again daily extra mondays tuesdays wednesdays "
    "thursdays"
    " fridays saturdays sundays weekends"
)
_TIME_NOUNS = listed("coming moment future meantime end start beginning minute while")
_NOTICE = re.compile(r"\buntil further notice\b")
_HOURS = re.compile(r"\d[\d.:]*[ap]m")
_AFTER_OBJECTS = listed(", ; : . — – ( ) after and but who which")
_CLAUSES = listed("once until ; : — but while although because when after before that as")
_LONGEST = 1200  # characters of a sentence that are looked at
_MOST = 300  # sentences that are compared
# Words by which it is seen that something is gone, after which nothing else of it is to come.
GONE = {
    word: stage
    for word, all_ in GATES.items()
    for _, stages in all_
    for stage, may in stages.items()
    if stage in ("die", "sink", "demolish") and may & DONE
}
_WORDS = re.compile(r"[a-z\u00df-\u024f]+(?:-[a-z]+)*")
_CONTINUES = listed("continues continue continued continuing goes resumes resume ongoing underway out deliberating")
_WHERE = listed("in on at near beside behind under inside outside from with by")
_THE = listed("the its their his her this")
MONEY = listed("pound dollar euro million billion crown franc rupee cent mark share penny")
_MODALS = listed("continue continues resume resumes due begin may can should will would must might could")


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


EVENTS = _HAPPENINGS


def told_in(reading: Reading) -> list[Told]:
    """Which acts does the article, outside quotation marks, tell as done or as to come? In the order of the text."""
    masked = unquoted(reading)
    clauses: list[Clause] = []
    for index, sentence in enumerate(reading.sentences):
        if sentence.part in ("headline", "standfirst", "body") and sentence.kind != "not part of the article":
            text = masked[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
            previous = clauses[-1] if clauses else None
            clauses.append(Clause(index, sentence.part == "headline", sentence.start, text, previous))
            if len(clauses) == _MOST:
                break
    words = [_WORDS.findall(clause.low) for clause in clauses]
    forms = _coming(words)
    coming = frozenset(form.removesuffix("-") for form in forms.values())
    pairs = partners_in(words, frozenset(at for at, clause in enumerate(clauses) if clause.headline), forms)
    asked: dict[int, set[str]] = {}
    for pair in pairs:
        asked.setdefault(pair.there, set()).add(pair.other)
    found = [one for at, stages in asked.items() for one in _told_by(reading, clauses[at], coming, stages)]
    told = {(one.act, one.sentence) for one in found}
    more: dict[int, set[str]] = {}
    for pair in pairs:
        if (pair.other, clauses[pair.there].index) in told and pair.act not in asked.get(pair.at, ()):
            more.setdefault(pair.at, set()).add(pair.act)
    for at, low in enumerate(words):
        for word in GONE.keys() & low:
            if GONE[word] not in asked.get(at, ()):
                more.setdefault(at, set()).add(GONE[word])
    found += [one for at, stages in more.items() for one in _told_by(reading, clauses[at], coming, stages)]
    return sorted(found, key=lambda one: (one.sentence, one.words.start))


def _coming(sentences: list[list[str]]) -> dict[str, str]:
    """The forms in the article of verbs that no table has and that are said to be to come or not done."""
    vocabulary = frozenset(chain.from_iterable(sentences)) - FORMS.keys()
    past = {root(word) for word in vocabulary if word.endswith("ed")} - COMMON
    forms = {word: f"{stem}-" for word in sorted(vocabulary) if (stem := root(word)) in past}
    coming = {
        forms[word]
        for words in sentences
        if not forms.keys().isdisjoint(words)
        for at, word in enumerate(words)
        if word in forms and not _BEFORE_COMING.isdisjoint(words[max(0, at - 3) : at])
    }
    return {word: form for word, form in forms.items() if form in coming}


_BEFORE_COMING = frozenset(("will", "to", "ll", "not", "never", "t"))


def unquoted(reading: Reading) -> str:
    """The text with what is quoted between marks blanked out: a speaker may contradict the article."""
    pieces, at = [], 0
    spans = [
        (words.start, words.end)
        for quotation in reading.quotations
        if quotation.kind != "title"
        for words in quotation.quoted or ((quotation,) if quotation.kind == "direct" else ())
    ]
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)
            pieces += [reading.text[at:start], " " * (end - start)]
            at = end
    return "".join([*pieces, reading.text[at:]])


def _long_ago(reading: Reading, clause: Clause, start: int, end: int) -> bool:
    """Whether an act is told of former times: by what stands between the commas around it, or at the beginning."""
    text, at, stop = clause.text, start - clause.start, end - clause.start
    opening = _OPENING.match(text)
    begin = max((text.rfind(mark, 0, at) for mark in ",;:—–()"), default=-1) + 1
    ends = [place for mark in ",;:—–()" if (place := text.find(mark, stop)) >= 0]
    here = (opening[0] if opening else "") + text[begin : min(ends, default=len(text))]
    years = {int(year) for year in _YEAR.findall(here)} - ({reading.dateline.year} if reading.dateline else set())
    perfect = text[at:stop].lower().startswith(("has ", "have "))  # which reaches to the day of writing
    return not perfect and bool(years or _LONG_AGO.search(here))


def _told_by(reading: Reading, clause: Clause, coming: frozenset[str], asked: Iterable[str]) -> Iterator[Told]:
    """What a sentence tells, by its verbs, its nouns and what it says of things."""
    roots = any(stage.endswith("-") for stage in asked)
    for at, token in enumerate(clause.tokens):
        low = token.low
        if low not in _TELLING and not low.startswith("un") and not (roots and root(low) in coming):
            continue
        if low in FORMS or roots:
            yield from _verbs(reading, clause, at, coming, asked)
        for said in (*PREDICATES.get(low, ()), *_undone(low)):
            if said.stage in asked:
                stage, first = told_by_predicate(clause, at, said)
                if stage:
                    of = _left(clause, first)
                    if said.words[0] == "without":
                        of = (*of, *phrases(clause.tokens[at + 1 : at + len(said.words)]))
                    if said.alone or said.words[-1].endswith("ing"):
                        of = (*of, *phrases(clause.tokens[at + len(said.words) : at + len(said.words) + 5]))
                    end = clause.tokens[at + len(said.words) - 1].end
                    yield from _told(reading, clause, said.stage, stage, of, clause.tokens[first].start, end)
        for words, act in NOUNS.get(low, ()):
            if act in asked and tuple(one.low for one in clause.tokens[at : at + len(words)]) == words:
                stage = told_by_noun(clause, at, len(words))
                if stage:
                    yield from _named(reading, clause, act, stage, at, len(words))
        for act in ONGOING.get(low, ()):
            if act in asked and _goes_on(clause, at):
                yield from _named(reading, clause, act, "to come", at, 1)


_TELLING = FORMS.keys() | PREDICATES.keys() | NOUNS.keys() | ONGOING.keys()


@lru_cache(maxsize=8192)
def _undone(low: str) -> tuple[Predicate, ...]:
    """“Unsigned”, “unopened”: what is said of a thing of which a stage has not been reached."""
    if not low.startswith("un") or low in PREDICATES or low[2:] not in FORMS:
        return ()
    stages = dict.fromkeys(stage for stage, shape in FORMS[low[2:]] if shape == "participle")
    return tuple(Predicate((low,), stage, False, False) for stage in stages)


def _verbs(reading: Reading, clause: Clause, at: int, coming: frozenset[str], asked: Iterable[str]) -> Iterator[Told]:
    """What a verb tells, of the stages in the tables and of what the article says will be done."""
    tokens = clause.tokens
    low = tokens[at].low
    forms = [pair for pair in FORMS.get(low, ()) if pair[0] in asked]
    if low not in FORMS and len(low) > 3 and low.isalpha() and f"{root(low)}-" in asked:
        forms = [(f"{root(low)}-", shape) for shape in (("past", "participle") if low.endswith("ed") else ("base",))]
    for act, shape in forms:
        stage, first = told_by_verb(clause, at, shape, act)
        if stage and not (act in ("review", "seeking") and stage != "to come"):
            of = _patient(clause, first, at, act)
            if low.endswith("polls"):
                of = (
                    *of,
                    *(Phrase(event, frozenset((event,)), frozenset(), False) for event in ("election", "by-election")),
                )
            yield from _told(reading, clause, act, stage, of, tokens[first].start, tokens[at].end)


def _goes_on(clause: Clause, at: int) -> bool:
    """Whether the work that a noun names is said to go on, or to be only about to begin."""
    after = [token.low for token in clause.tokens[at + 1 : at + 12]]
    text = " ".join(after[: next((i for i, low in enumerate(after) if low in _AFTER_OBJECTS), 12)])
    return bool(_ONGOING_SIGNS.search(text))


_ONGOING_SIGNS = re.compile(
    r"\b(?:continues?|goes on|go on|resumes?|drags? on|(?:is|are|remains?) (?:still )?(?:continuing|ongoing"
    r"|under ?way|going on"
    r"|deliberating|considering|out|incomplete)|(?:is|are) (?:due|expected|set|scheduled) to|will (?:begin"
    r"|start|resume|continue)"
    r"|can ?not begin|cannot start|(?:has|have) (?:not yet|yet to) (?:begun|begin|started|start)|was continuing)\b"
)


def _named(reading: Reading, clause: Clause, act: str, stage: Stage, at: int, length: int) -> Iterator[Told]:
    """What a noun tells: of what stands around it, whichever of it that is."""
    start, end = clause.tokens[at].start, clause.tokens[at + length - 1].end
    of = tuple(phrase._replace(new=False) for phrase in _around(clause, at, length))
    for one in _told(reading, clause, act, stage, of, start, end):
        yield replace(one, beside=())


def _around(clause: Clause, at: int, length: int) -> tuple[Phrase, ...]:
    """The noun phrases before a noun and after it, which it may be about; itself left out where it is alone."""
    tokens = clause.tokens
    its = at > 1 and tokens[at - 1].low in ("its", "their", "the") and length > 1
    left = _left(clause, at - 2 if its else at)
    after = tokens[at + length : at + length + 9]
    stop = next((i for i, token in enumerate(after) if token.low in _AFTER_OBJECTS), 9)
    noun = stem(tokens[at + length - 1].low)
    itself = phrases(tokens[max(0, at - 4) : at + length])[-1:] if noun in _HAPPENINGS or length > 1 else ()
    return (*left, *phrases(_to_modal(after[:stop])), *itself)


def _to_modal(tokens: list[Token]) -> list[Token]:
    """The tokens, without what stands from a modal verb on, which noun runs do not know."""
    return tokens[: next((i for i, token in enumerate(tokens) if token.low in _MODALS), len(tokens))]


def _told(
    reading: Reading, clause: Clause, act: str, stage: Stage, of: tuple[Phrase, ...], start: int, end: int
) -> Iterator[Told]:
    event = (
        "by-election"
        if clause.text[start - clause.start : end - clause.start].endswith("by-election")
        else _EVENTS.get(act)
    )
    if event and stage == "done":
        of = (*of, Phrase(event, frozenset((event,)), frozenset(), False))
    if of:
        words = Words(start, end, reading.text[start:end])
        beside, partly = _beside(clause, end) if act != "seeking" else ((), frozenset())
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


def _beside(clause: Clause, end: int) -> tuple[tuple[tuple[str, Phrase], ...], frozenset[str]]:
    """The phrases with their prepositions that follow an act in its clause, and words that make them others."""
    at = bisect_left(clause.tokens, end, key=lambda token: token.start)
    after = clause.tokens[at : at + 12]
    stop = next((i for i, token in enumerate(after) if token.low in _AFTER_OBJECTS), 12)
    found = []
    for i, token in enumerate(after[:stop]):
        told = phrases(after[i + 1 : stop])[:1] if token.low in _PLACING else ()
        if told and not (
            told[0].words & TIMES or told[0].head in MONEY or told[0].head[0].isdigit() or told[0].head in _TIME_NOUNS
        ):
            found.append((token.low, told[0]))
    after = [
        token for i, token in enumerate(after[:stop]) if token.low != "new" or not i or after[i - 1].low not in _THE
    ]
    whole = next((i for i, token in enumerate(after) if token.low == "of"), len(after))
    others = {token.low for token in after[:whole] if token.low in _OTHERS_BESIDE or _HOURS.match(token.low)}
    return tuple(found), frozenset(others if not _NOTICE.search(clause.text) else ())


def _patient(clause: Clause, first: int, at: int, act: str) -> tuple[Phrase, ...]:
    """The noun phrases of what the act is done to: its object, or in the passive and with some acts its subject."""
    tokens = clause.tokens
    passive = at > 0 and not tokens[at].low.endswith("ing") and tokens[back(tokens, at - 1)].low in _PASSIVE
    after = tokens[at + 1 : at + 10]
    subject = _left(clause, first)
    if not after or (passive and act != "appoint"):
        return subject
    stop = next((i for i, token in enumerate(after) if token.low in _AFTER_OBJECTS), 9)
    told = phrases(_to_modal(after[:stop]))
    begins = after[0].low not in BREAKS and after[0].word[0].isalnum() and not after[0].low.endswith("ly")
    if act == "appoint" and passive:
        return (*subject, *told[:3])
    if act in OF_WHAT_FOLLOWS and told and (after[0].low in _PLACING or after[0].low in ("whether", "about", "over")):
        return told[:1]
    if act == "pay":
        return tuple(phrase for phrase in told if phrase.head not in MONEY)
    if act == "seeking":
        return (*subject, *(phrase._replace(new=False) for phrase in told[:1]))
    if act in OF_SUBJECT or (told and told[0].head in _ITS_PARTS):
        return (*subject, *(told[:1] if begins else ()))
    if told and begins:
        return told[: 3 if act in ("appoint", "elect") else 1] if after[0].low not in _PRONOUNS else clause.before
    return subject[-1:] if after[0].low == "by" else subject


def _without_places(left: list[Token]) -> list[Token]:
    """A subject without where it is: of “the lay-by in the tunnel” the lay-by."""
    kept: list[Token] = []
    placed = False
    for token in left:
        if token.low in _WHERE and kept and kept[-1].low not in (",", "and"):
            placed = True
        elif token.low in BREAKS and token.low not in _WHERE:
            placed = False
        if not placed:
            kept.append(token)
    return kept


def _left(clause: Clause, first: int) -> tuple[Phrase, ...]:
    """The phrases before an act, back to where its clause begins; for a pronoun alone what was spoken of before."""
    left = clause.tokens[max(0, first - 24) : first]
    for i in range(len(left) - 1, -1, -1):
        if left[i].low in _CLAUSES:
            left = left[i + 1 :]
            break
    told = phrases(_without_places(left))
    if told:
        return told
    if any(token.low in _PRONOUNS for token in left):
        return (*clause.first, *clause.before) if first > 3 else clause.before
    return ()


def _speaker(reading: Reading, place: int) -> str:
    """Who is said to have said what stands here; empty where the article says it."""
    at = bisect_left(reading.quotations, place + 1, key=lambda quotation: quotation.start) - 1
    for quotation in reading.quotations[max(0, at - 1) : at + 1]:
        if quotation.start <= place < quotation.end and quotation.kind in ("indirect", "mixed"):
            return quotation.speaker.exact if quotation.speaker else "somebody"
    return ""

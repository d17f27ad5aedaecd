"""Which of two dates of a sentence comes first, and by how much."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from checks.reading.parts import Certainty
from checks.reading.telling_words import words as listed
from checks.reading.timeline.stated_deeds import GROUPS
from checks.reading.timeline.stated_links import (
    DATE,
    GAP,
    NOT_TIMES,
    Sentence,
    link,
    may_hold,
    so_long,
    told,
)
from checks.reading.timeline.stated_marks import D, L, Marked, Moment, Stated, Times
from checks.reading.timeline.stated_spans import it_took, measured, reversed_spans

# One date so long after or before another.
_WAY = r"(?P<way>after|before|following|prior to|ahead of|from|of)"
_THING = (
    r"(?:(?!(?:that|which|who|into|against|about|over|to|for|if|during|called|calling|planned|"
    r"expected|scheduled) )[\w’'.&-]+,? ){0,9}?"
)
_TAIL = r"(?=[,.;)—–]|$| (?:and|but|in|at|by|to|against|near|with|when|where|he|she|it|they|the|has|had|was|were)\b)"
_APART = (
    re.compile(
        rf"{D},? (?:—|–|-)?(?:(?:came|comes|was|is|fell|falls|will be|took place) (?:just |only )?)?(?:just |"
        r"only |exactly |some |about |almost |nearly |less than |more "
        rf"than |barely )?{L} {_WAY} (?P<thing>{_THING})(?:on |in )?{D}{_TAIL}", re.IGNORECASE),
    re.compile(rf"{L} {_WAY} (?P<thing>{_THING})(?:on |in )?{D}(?: \w+)?, (?:on |in ){D}", re.IGNORECASE),
    re.compile(
        rf"^(?:Just |Only |Exactly |Some |About |Almost |Nearly |Barely )?{L} {_WAY} "
        rf"(?P<thing>{_THING})(?:on |in )?{D}(?: \w+)?,(?: {GAP}{{0,60}})?{GAP} (?:on |in "
        rf"){D}{_TAIL}", re.IGNORECASE),
    re.compile(
        rf"{L} {_WAY} (?P<thing>(?:the|a|an|his|her|its|their) )?{D} (?:[\w’'-]+ ){{0,2}}[\w’'-]+, "
        rf"(?:on |in ){D}", re.IGNORECASE),
)  # fmt: skip
_LATER = re.compile(
    rf"{L} (?P<way>later|earlier|afterwards|before|after),? ?(?:—|–|-|\()? ?(?:on |in |by )?{D}", re.IGNORECASE
)
_LATER_BACK = re.compile(
    rf"(?:on |in )?{D},? (?:just |only |exactly |some )?{L} (?P<way>later|earlier|afterwards)\b(?! than)", re.IGNORECASE
)
_NEXT = re.compile(
    rf"(?:Just |Only |Exactly |Some |But |And |Then,? )?{L} (?P<way>later|earlier|afterwards)"
    rf",? ?(?:—|–|-|\()? ?(?:on |in )?{D}",
    re.IGNORECASE,
)
# One date before or after another.
_ORDER = (
    re.compile(
        rf"{D},? (?:(?:just|only|shortly|soon|long|immediately|days|weeks|months|years|hours|well|"
        rf"even) ){{0,2}}(?P<way>after|before|following|prior to|ahead of|followed(?! by)|"
        rf"follows|came after) (?P<thing>{_THING})"
        rf"(?:on |in |since )?{D}{_TAIL}", re.IGNORECASE),
    re.compile(
        rf"{D},? (?:(?:just|only|shortly|soon|immediately|days|weeks|months|years|hours) ){{0,"
        rf"2}}(?P<way>after|before|following|prior to) (?:the|a|an|his|her|its|their) {D} "
        rf"[\w’'-]+{_TAIL}", re.IGNORECASE),
    re.compile(
        rf"{D},? (?P<way>after|following|before) (?P<thing>(?:[\w’'-]+ ){{1,6}}?)(?:that|which|who)"
        rf" (?:had |was |were )?[a-z]+ (?:on |in ){D}{_TAIL}", re.IGNORECASE),
    re.compile(
        rf"^(?P<way>After|Before|Following) (?P<thing>{_THING})(?:on |in )?{D}, (?:{GAP}{{0,80}} "
        rf")?(?:on |in ){D}{_TAIL}", re.IGNORECASE),
)  # fmt: skip
_ATTRIBUTED = re.compile(
    rf"[Tt]he {D} [\w’'-]+(?: [\w’'-]+)?,? (?:(?:which|that) )?(?:was |were )?(?:held|took "
    rf"place|fought|staged|played) (?:[\w’'-]+ ){{0,4}}?(?:on|in) {D}",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"\bsince {D}{GAP}{{0,30}}\b(?:until|and (?:\w+ )?(?:left|stepped down|resigned|retired|quit|died|ended|closed|"
    rf"was (?:sacked|dismissed|replaced|released))){GAP}{{0,20}}? (?:in |on )?{D}",
    re.IGNORECASE,
)
_TURNS = re.compile(
    rf"\b(first|opening)\b{GAP}{{0,60}} (?:on |is |was ){{1,2}}{D},?{GAP}{{0,40}}\b(second|"
    rf"third|last|final|next)\b{GAP}{{0,40}}? ?(?:on )?{D}",
    re.IGNORECASE,
)
_INNER = listed("of in at by from near outside between against")
_MOVED = re.compile(
    r"\b(?:instead of|rather than|originally|initially|earlier planned|postponed|delayed|moved|pushed|rescheduled|"
    r"brought forward|extended|delays|overr[au]n|behind schedule|wrongly|mistakenly|incorrectly|"
    r"corrected)\b", re.IGNORECASE)  # fmt: skip
_NEVER = re.compile(r"\b(?:not|never|if|unless|would have|could have)\b", re.IGNORECASE)


def _is_told(text: str) -> bool:
    """Whether a sentence tells its dates outright: of no change of plan, and of nothing that was not so up to them."""
    if text.count("<d") < 2 or _MOVED.search(text):
        return False
    never = _NEVER.search(text)
    return never is None or never.start() > text.rfind("<d")


def links_in(times: Times) -> Iterator[Stated]:
    """The statements that one sentence makes between two of its dates.

    Each is a limit between the points of two dates; those of a sentence that speaks of a change of plan or of what did
    not happen are left out.
    """
    rules: tuple[Callable[[Sentence], Iterator[Stated]], ...] = (
        measured,
        _apart,
        _later,
        _ordered,
        reversed_spans,
        _attributed,
        _since,
        _turns,
    )
    recent: list[tuple[Marked, Moment]] = []
    last: Marked | None = None
    for marked in times.sentences:
        recent = [(one, moment) for one, moment in recent if marked.number - one.number <= 2]
        yield from _later_on(marked, recent, times)
        yield from it_took(marked, last, times)
        last = marked
        recent += [(marked, times.moments[int(mark[1])]) for mark in DATE.finditer(marked.text)]
        if _is_told(marked.text):
            one = Sentence(marked, times)
            seen: set[tuple[str, str]] = set()
            for rule in rules:
                for stated in rule(one):
                    limit = stated.statement.choices[0][0]
                    pair = (min(limit.earlier, limit.later), max(limit.earlier, limit.later))
                    if pair not in seen:
                        seen.add(pair)
                        yield stated


def _apart(one: Sentence) -> Iterator[Stated]:
    text = one.marked.text
    for pattern in _APART:
        for found in pattern.finditer(text):
            marks = re.findall(r"<([dl])(\d+)>", found[0])
            length = one.length(next(n for kind, n in marks if kind == "l"))
            first, second = [one.moment(n) for kind, n in marks if kind == "d"][:2]
            if len([1 for kind, _ in marks if kind == "d"]) != 2 or NOT_TIMES.search(found[0]):
                continue
            told_first = pattern is _APART[0]
            event, other = (first, second) if told_first else (second, first)
            grade = _plain_thing(found["thing"] or "")
            if grade:
                yield from so_long(event, other, length, found["way"], grade)


def _plain_thing(thing: str) -> Certainty | None:
    """How sure it is that a date after a noun phrase is that of its head: not of “the anniversary of the fire on …”."""
    words = re.sub(r" (?:of|in|on|at|from)\s*$", "", thing.lower()).split()
    inner = [n for n, word in enumerate(words) if word.strip(",") in _INNER]
    if not inner:
        return "certain" if len(words) <= 5 else "likely"
    return "likely" if inner[0] and words[inner[0] - 1] in GROUPS else None


def _later(one: Sentence) -> Iterator[Stated]:
    """“On 5 May, the second a week later on 19 May”: counted from any of the dates before it in the sentence."""
    text = one.marked.text
    for pattern in (_LATER, _LATER_BACK):
        for found in pattern.finditer(text):
            before = [one.moment(mark[1]) for mark in DATE.finditer(text[: found.start()])]
            marks = dict(re.findall(r"<([dl])(\d+)>", found[0]))
            length, event = one.length(marks["l"]), one.moment(marks["d"])
            if not before or length.least is None:
                continue
            stated = [next(so_long(event, other, length, found["way"]), None) for other in before]
            fits = [each for each, other in zip(stated, before, strict=True) if each and may_hold(each, event, other)]
            same = [n for n, other in enumerate(before) if other.is_exact == event.is_exact]
            if not fits and same and (chosen := stated[same[-1]]):
                yield chosen if _governs(text, before[same[-1]]) else Stated(chosen.statement, "look")


def _later_on(marked: Marked, recent: Sequence[tuple[Marked, Moment]], times: Times) -> Iterator[Stated]:
    """“… on 4 April. Three weeks later, on 30 May, …”: counted from any date of the two sentences before."""
    found, before = _NEXT.match(marked.text), [moment for _, moment in recent]
    if not found or not before:
        return
    sure = all(_governs(one.text, moment) for one, moment in recent)
    event, length = times.moments[int(found[3])], times.lengths[int(found[1])]
    stated = [
        one
        for other in before
        for one in so_long(event, other, length, found["way"], "likely", f"that it is counted from {told(other)}")
    ]
    same = [n for n, other in enumerate(before) if other.is_exact == event.is_exact]
    if (
        same
        and length.least is not None
        and not any(may_hold(one, event, other) for one, other in zip(stated, before, strict=True))
    ):
        yield stated[same[-1]] if sure else Stated(stated[same[-1]].statement, "look")


def _governs(text: str, moment: Moment) -> bool:
    """Whether a date is that of its clause, and not of a thing named in it: not “after the 2015 riots”."""
    at = text.find(f"<{moment.point}>")
    return bool(re.search(r"\b(?:on|in|from|until) (?:early |late |mid-)?$", text[:at])) and not re.search(
        r"\b(?:after|since|before|following) (?:(?!(?:was|were|will|be|had|it|he|she)\b)[\w’'-]+ ){1,5}(?:on|in) $",
        text[:at],
    )


def _ordered(one: Sentence) -> Iterator[Stated]:
    for pattern in _ORDER:
        for found in pattern.finditer(one.marked.text):
            first, second = (one.moment(mark[1]) for mark in DATE.finditer(found[0]))
            way = found["way"].lower()
            if NOT_TIMES.search(found[0]):
                continue
            if pattern is _ORDER[-1]:
                first, second = second, first
            after = way.startswith("follow") or way.endswith("after")
            earlier, later = (second, first) if after else (first, second)
            words = one.marked.words(found.start("way"), found.end("way"))
            says = f"{told(first)} is told as {'after' if after else 'before'} {told(second)}"
            if _plain_thing(found["thing"] if "thing" in pattern.groupindex else ""):
                subject = f"the time from {told(earlier)} to {told(later)} is"
                yield link(earlier, later, 0, None, says, subject, (words,), "likely")


def _attributed(one: Sentence) -> Iterator[Stated]:
    """“The 2030 election, held on 5 May 2031”: the year of a thing and its day."""
    for found in _ATTRIBUTED.finditer(one.marked.text):
        year, day = (one.moment(mark[1]) for mark in DATE.finditer(found[0]))
        if year.written and day.written:
            says = f"{told(day)} is in {told(year)}"
            games = re.search(
                r"\b(?:Olympics?|Paralympics|Games|Euros?|Cup|Championships?|tournament|"
                r"finals?|edition|awards?|Oscars|festival)\b",
                found[0],
            )
            yield link(year, day, 0, 0, says, "the time between the two is", (), "look" if games else "likely")


def _since(one: Sentence) -> Iterator[Stated]:
    """“Mayor since 2022, and stepped down in 2019”."""
    for found in _SINCE.finditer(one.marked.text):
        begin, end = (one.moment(mark[1]) for mark in DATE.finditer(found[0]))
        says = f"what was so since {told(begin)} ended after it began"
        words = one.marked.words(found.start(), found.end())
        yield link(begin, end, 0, None, says, "the time between the two is", (words,), "likely")


def _turns(one: Sentence) -> Iterator[Stated]:
    """“The first on 19 May, the second on 5 May”."""
    for found in _TURNS.finditer(one.marked.text):
        first, second = (one.moment(mark[1]) for mark in DATE.finditer(found[0]))
        words = one.marked.words(found.start(1), found.end(1)), one.marked.words(found.start(3), found.end(3))
        says = f"the {found[1].lower()} comes before the {found[3].lower()}"
        yield link(first, second, 0, None, says, "the time from one to the other is", words, "likely")

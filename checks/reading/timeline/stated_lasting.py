"""How long something lasted, against the dates about it at which words say that it began and that it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.case.when import When
from checks.reading.timeline.lasting_words import FAMILIES, words_for
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_links import plain, told, when
from checks.reading.timeline.stated_marks import NOW, D, L, Length, Marked, Moment, Stated, Times, ordinals

_BEGINS, _ENDS = words_for("begin"), words_for("end")
_NOUNS = words_for("nouns")
_BEING = words_for("being")
_STATES = {word: _NOUNS.get(word, frozenset()) | _BEING.get(word, frozenset()) for word in [*_NOUNS, *_BEING]}


def _any(phrases: dict[str, frozenset[str]]) -> str:
    return "|".join(sorted((re.escape(one) for one in phrases), key=len, reverse=True))


_ANY = frozenset(FAMILIES)  # of a length of which no word says what it is the length of
_OFTEN = frozenset(["voyage", "stay", "structure", "contract"])  # with ends that other things have too
_EDGE = re.compile(rf"\b(?:{_any({**_BEGINS, **_ENDS})})\b", re.IGNORECASE)
_STATE = re.compile(rf"\b(?:{_any(_STATES)})\b", re.IGNORECASE)
_NOUN_AFTER = re.compile(rf" ?(?:[\w’'-]+ ){{0,2}}?({_any(_NOUNS)})\b(?!-)", re.IGNORECASE)
_NOUN = re.compile(rf"\b({_any(_NOUNS)})\b", re.IGNORECASE)
_BEING_AFTER = re.compile(rf" ?(?:of )?({_any(_BEING)})\b", re.IGNORECASE)
_NOUNS_OF_RULES = re.compile(
    rf"\b(?:{_any({one: found for one, found in _NOUNS.items() if 'rule' in found})}|measure|order|regulation|limit|"
    r"decree)s?\b|\b(?:it|they)\b", re.IGNORECASE,
)  # fmt: skip
_TAKEN = re.compile(r"\b(?:kidnapped|abducted|captured|seized|taken hostage|interned)\b", re.IGNORECASE)
_ENDED_NOW = re.compile(
    r"\b(?:was|were|been) (?:sacked|dismissed|fired|ousted|released|freed|replaced)\b|\b(?:resigned|quit|stepped down|"
    r"retired|stood down|parted company)\b"
)
_OVER = re.compile(
    r"\b(?:end|lift|break|broke|scrap|drop|follow|cancel|replac|abandon|abolish|finish|undo|undid|revers|conclud)\w*"
    r" (?:(?:off|up|with|to) )?(?:(?:an?|the|its|their|his|her|this|that|what was) )?(?:[\w’'-]+ ){0,2}$"
    r"|\b[Aa]fter (?:an? )?$"
)  # “ends a six-year freeze”
_WORK_AFTER = re.compile(
    r" of (?:[\w’'-]+ )?(?:work|service|production|teaching|mining|operation|trade|life|use|existence|duty|play|"
    r"worship|fishing|farming|brewing|publishing|broadcasting|sailing|flying|running|making|rule|toil|labou?r|"
    r"fighting|activity|captivity|marriage)\b"
)
_BREAK = re.compile(r"[;:!?“”]|, (?:and|but|while|where|when)\b")
_FOR = re.compile(
    r"\b(?:for|lasted|lasting|lasts?|took|takes?|taking|after|spent|served|serve|serving|runs?|ran|to|of|"
    r"gave (?:him|her|them)|given|got|was|spanned)(?: (?:a|an|the|his|her|its|their|about|nearly|almost|some|just|over|"
    r"more|than|all|of|total|full|only|exactly|whole|around|period|roughly|barely|under|less))*,? ?$", re.IGNORECASE,
)  # fmt: skip
_OTHER = re.compile(
    r"\b(?:predecessors?|successors?|father|mother|brother|sister|son|daughter|husband|wife|another|second|third|"
    r"previous|earlier|similar|next|new|former|separate|original|first (?!published|opened)|again|"
    r"would|planned|hoped|expected|originally|should|could|might|not|never|if|until then)\b", re.IGNORECASE,
)  # fmt: skip
_MANY = re.compile(
    r"\b(?:two|three|four|five|six|several|second|third|first|last|next|each|every|another|consecutive|final|past|"
    r"additional|further|successive|average|maximum|up to|least|most|within|new|possible|potential|"
    r"previous) $", re.IGNORECASE,
)  # fmt: skip
_NO_LENGTH = re.compile(
    r" ?(?:ago|later|earlier|before|after|afterwards|apart|into|away|left|to go|old\b|older|younger)"
)
_THE_NOUN = re.compile(r"The ([\w’'-]+)")
_NO_TIME = re.compile(r"\b(?:average|per cent|percent|compared|data|figures|sales|model)\b|[$£€%]", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:delay(?:s|ed)?|overr[au]n|extended|extension|behind schedule|ahead of schedule|shortened|cut short|"
    r"early release|(?:years?|months?|weeks?|days?|freed|released) early|"
    r"instead of|postponed|originally|was to have|meant to|supposed to|longer than|too long|interrupted)\b",
    re.IGNORECASE,
)  # fmt: skip
_PRONOUN = re.compile(
    r"(?:It|He|She|They|The pair|The two)(?:[’']d)?\b|(?:In|On|After|For|By|When) (?:it|he|she|they)\b"
    r"|[A-Z][a-z]+ (?:[\w’'-]+ ){0,5}<d\d+>, (?:it|he|she|they)\b"
)
_VERB = re.compile(
    r"\b(?:was|were|[a-z]{2,}ed|ran|run|kept|led|held|stood|sat|fought|taught|wrote|sang|drove|sold|made|shut|put)\b"
)
_FULL = re.compile(
    r"\b(?:every day|in full|full (?:term|sentence)|whole (?:term|sentence)|to the (?:last |very )?(?:day|end)|"
    r"all of it|"
    r"no (?:time|remission|parole)|without (?:parole|remission)|the last day|entire|no early)\b", re.IGNORECASE,
)  # fmt: skip
# Sentences on either side of a length in which its ends are sought; in which any date may be one; and for its name.
_WINDOW, _NEAR, _FAR = 3, 1, 8


@dataclass(frozen=True)
class Edge:
    """A date, and the families of things that its words say began or ended on it."""

    moment: Moment
    number: int
    begins: frozenset[str]
    ends: frozenset[str]
    clause: str
    sentence: str


@dataclass(frozen=True)
class Lasting:
    """A length, and the families of things that it may be the length of."""

    length: Length
    families: frozenset[str]
    marked: Marked
    adjective: bool
    start: int
    noun: str = ""  # what it is told of: “ban” of “the decade-long ban”


def lasting_in(times: Times) -> Iterator[Stated]:
    """The statements that something lasted so long from its beginning to its end, where no two dates fit.

    A length is held against all dates of the sentences about it; only if none of their pairs can be its ends, and two
    of them are told as the beginning and the end of such a thing, is it stated of these two.
    """
    lengths = [one for marked in times.sentences if "<l" in marked.text for one in _lastings(marked, times)]
    if not lengths:
        return
    edges = [one for marked in times.sentences if "<d" in marked.text for one in _edges(marked, times)]
    for lasting in lengths:
        yield from _ends_of(lasting, edges, times)


def _lastings(marked: Marked, times: Times) -> Iterator[Lasting]:
    text = marked.text
    for found in re.finditer(L, text):
        length = times.lengths[int(found[1])]
        after = text[found.end() : found.end() + 45]
        before = _clause(text[max(found.start() - 90, 0) : found.start()])
        exact = length.words.exact
        adjective = "-" in exact or exact.endswith(("long", "old"))
        if _NO_LENGTH.match(after) or _MANY.search(before) or length.least is None:
            continue
        noun, being = _NOUN_AFTER.match(after), _BEING_AFTER.match(after)
        if adjective:
            families = _NOUNS[noun[1].lower()] if noun else frozenset[str]()
        elif being:
            families = _BEING[being[1].lower()]
        elif re.fullmatch(r"For(?: [a-z]+){0,2} ", before) and re.search(r"\b(?:has|have)\b", text) and _noun_in(after):
            families = _noun_in(after)
        elif _FOR.search(before):
            families = _governing(before, bool(re.search(r"\bfor\b|gave|given|to (?:a |an )?$", before[-16:])))
        else:
            families = frozenset()
        if not families and not adjective and _told_by_verb(before):
            of = after.startswith(" of ")
            families = _ANY if not of or (before.strip() != "After" and _WORK_AFTER.match(after)) else families
        if families:
            named = noun[1] if adjective and noun else (_NOUN.findall(f"{before} {after}") or [""])[0]
            yield Lasting(length, families, marked, adjective, found.start(), named.lower())


def _noun_in(text: str) -> frozenset[str]:
    """The families of the first noun of some words that something is named by which lasts."""
    found = _NOUN.search(text)
    return _NOUNS[found[1].lower()] if found else frozenset()


def _clause(before: str) -> str:
    """The end of some words after the last break between clauses."""
    breaks = list(_BREAK.finditer(before))
    return before[breaks[-1].end() :] if breaks else before


def _told_by_verb(before: str) -> bool:
    """Whether what comes before a length says that something lasted so long: a verb and “for”, or “after” alone."""
    found = _FOR.search(before)
    if not found:
        return bool(
            re.fullmatch(r"(?:For|After|(?:In|During|Over|Through) (?:his|her|its|their|the|those|these)) ", before)
        )
    return not re.match(r"(?:for|of|to)\b", found[0], re.IGNORECASE) or bool(_VERB.search(before[: found.start()]))


def _governing(before: str, told_for: bool) -> frozenset[str]:
    """What a clause says lasts so long: the last noun or verb in it that is in the table."""
    states = [(found.end(), _STATES[found[0].lower()]) for found in _STATE.finditer(before)]
    if told_for:
        states += [(f.end(), _BEGINS[f[0].lower()]) for f in _EDGE.finditer(before) if f[0].lower() in _BEGINS]
    last = max((end for end, _ in states), default=0)
    return frozenset().union(*(families for end, families in states if end == last))


def _edges(marked: Marked, times: Times) -> Iterator[Edge]:
    text, opens = marked.text, 0
    dates = list(re.finditer(D, text))
    for n, found in enumerate(dates):
        before = text[max(opens, found.start() - 120) : found.start()]
        stops = [one.end() for one in re.finditer(r"[;:!?“”]", before)]
        before = before[stops[-1] :] if stops else before
        closes = dates[n + 1].start() if n + 1 < len(dates) else len(text)
        opens = found.end()
        hits = [one for one in _EDGE.finditer(before) if before[one.end() : one.end() + 1] != "-"]
        clause = before[-80:]
        if not hits and re.fullmatch(
            r"(?:.*[,;] )?(?:(?:on|in|by|at|from) )?(?:early |late |mid-)?", before, re.I | re.S
        ):
            after = text[found.end() : min(closes, found.end() + 90)]
            hits = list(_EDGE.finditer(after))[:1]
            clause = after
        if hits and len(re.findall(r"\w+", before[hits[-1].end() :])) > 14:
            hits = []
        word = hits[-1][0].lower() if hits else ""
        none = frozenset[str]()
        moment = times.moments[int(found[1])]
        if _OTHER.search(clause):
            word = ""
        yield Edge(moment, marked.number, _BEGINS.get(word, none), _ENDS.get(word, none), clause, text)


def _ends_of(lasting: Lasting, edges: Sequence[Edge], times: Times) -> Iterator[Stated]:
    at, text = lasting.marked.number, lasting.marked.text
    if _NO_TIME.search(text[max(lasting.start - 40, 0) : lasting.start + 60]):
        return
    window = [one for one in edges if abs(one.number - at) <= _WINDOW or _names(one, lasting)]
    found = _between(lasting, lasting.families, window, times)
    verb = _told_by_verb(_clause(text[max(lasting.start - 90, 0) : lasting.start]))
    if found is None and verb and not lasting.adjective:
        found = _between(lasting, _ANY, window, times)
    yield from found or []


def _between(lasting: Lasting, families: frozenset[str], window: Sequence[Edge], times: Times) -> list[Stated] | None:
    """What a length cannot be so with: nothing where two dates fit, None where no two are told as its ends."""
    at = lasting.marked.number
    if families == _ANY:
        window = [one for one in window if _goes_on(one, lasting)]
    begins = [one for one in window if one.begins & families]
    ends = [one for one in window if one.ends & families]
    pairs = [(one, two) for one in begins for two in ends if one is not two and one.begins & two.ends & families]
    pairs = [(one, two) for one, two in pairs if _is_after(two.moment, one.moment)]
    if families == _ANY:
        pairs = [
            (one, two) for one, two in pairs
            if one.number == two.number == at or one.begins & two.ends & families - _OFTEN
        ]  # fmt: skip
    if lasting.length.words.exact.endswith("old"):
        pairs, ends = [], []
    if begins and not pairs and _till_now(lasting, [one for one in ends if one not in begins], begins, times):
        return list(_since(lasting, begins, window, times))
    if not pairs:
        return None
    if _CHANGED.search(lasting.marked.text) or any(_CHANGED.search(two.sentence) for _, two in pairs):
        return []
    pairs = [pair for pair in pairs if pair[0].number == at] or pairs
    pairs = [pair for pair in pairs if pair[1].number == at] or pairs
    least, most = _limits(lasting, families)
    neutral = [one for one in window if abs(one.number - at) <= _NEAR and one not in begins and one not in ends]
    possible = [
        (one.moment, two.moment) for one in begins + neutral for two in ends + neutral + begins if one is not two
    ]
    if any(one.number == two.number == at for one, two in pairs):  # both ends told with it: no date elsewhere is one
        here = [one for one in window if one.number == at]
        possible = [(one.moment, two.moment) for one in here for two in here if one is not two]
    if any(_fits(one, two, least, most) for one, two in possible):
        return []
    begin, end = min(pairs, key=lambda pair: (abs(pair[0].number - at) + abs(pair[1].number - at), pair[1].number))
    if begin.begins & end.ends & families == {"prison"} and not _served(lasting, begin, end, times):
        return []
    return [_stated(lasting, begin, end, least, most, pairs)]


def _stated(
    lasting: Lasting, begin: Edge, end: Edge, least: int, most: int | None, pairs: Sequence[tuple[Edge, Edge]]
) -> Stated:
    close = min(abs(begin.number - lasting.marked.number), abs(end.number - lasting.marked.number)) <= _NEAR
    alone = len({one.moment.choices for one, _ in pairs}) == 1 == len({two.moment.choices for _, two in pairs})
    noun = f"what began {when(begin.moment)}"
    says = f"{noun} lasted {plain(lasting.length)}"
    limit = Limit(begin.moment.point, end.moment.point, least, most)
    assumed = f"that this length of time runs from {told(begin.moment)} to {told(end.moment)}"
    statement = Statement(says, f"{noun} lasted", ((limit,),), (lasting.length.words,), assumed=assumed)
    return Stated(statement, "likely" if close and alone else "look")


def _goes_on(edge: Edge, lasting: Lasting) -> bool:
    """Whether a date is of the sentence of a length, or of one beside it that goes on about the same by a pronoun."""
    if edge.number == lasting.marked.number:
        return True
    texts = (
        (lasting.marked.text, edge.sentence)
        if edge.number > lasting.marked.number
        else (edge.sentence, lasting.marked.text)
    )
    noun = _THE_NOUN.match(texts[1])
    return abs(edge.number - lasting.marked.number) == 1 and bool(
        _PRONOUN.match(texts[1]) or (noun and re.search(rf"\b{re.escape(noun[1])}\b", texts[0], re.IGNORECASE))
    )


def _names(edge: Edge, lasting: Lasting) -> bool:
    """Whether the words of a date further off name the thing that lasted, or it can only be that."""
    if not lasting.noun or abs(edge.number - lasting.marked.number) > _FAR or not edge.begins & lasting.families:
        return False
    return bool(
        re.search(rf"\b(?:the|its|this|that) (?:[\w’'-]+ )?{re.escape(lasting.noun)}\b", edge.clause, re.IGNORECASE)
    ) or (lasting.families == {"structure"} and bool(re.search(r"\b(?:corner|foundation) ?stone\b", edge.clause)))


def _till_now(lasting: Lasting, ends: Sequence[Edge], begins: Sequence[Edge], times: Times) -> bool:
    """Whether a length runs up to the day of the article: “the decade-long ban”, “for thirty years it has”."""
    if times.dateline is None or ends or len({one.moment.choices for one in begins}) != 1:
        return False
    said = lasting.marked.text
    if lasting.adjective and _OVER.search(said[: lasting.start]) and any(_undoes(one, lasting) for one in begins):
        return False
    of_rule = lasting.adjective and lasting.families == {"rule"}
    if of_rule and not any(_NOUNS_OF_RULES.search(one.clause) for one in begins):
        return False  # “adopted its budget” begins no freeze
    perfect = not lasting.adjective and re.search(
        r"(?<!could )(?<!would )(?<!might )\b(?:has|have) (?!no|a|the|to|had|now)[a-z]+", said
    )
    exact = lasting.length.words.exact
    lasts = lasting.adjective and lasting.families & {"rule", "business", "marriage", "structure"}
    until = lasting.length.unit == "years" and re.search(r"\bafter (?:[a-z]+ )?$", said[: lasting.start])
    if until and _ENDED_NOW.search(said[: lasting.start]) and said.count("<d") <= 1:
        return True  # “was sacked on Monday after seven years in the job”
    return bool(perfect or (lasts and (exact.endswith(("long", "old")) or lasting.length.unit == "years")))


def _undoes(edge: Edge, lasting: Lasting) -> bool:
    """Whether a date may be of what ended it: “adopted its budget in May. It ends a six-year freeze”."""
    return 0 <= lasting.marked.number - edge.number <= 1 and not (
        lasting.noun and re.search(rf"\b{re.escape(lasting.noun)}\b", edge.clause, re.IGNORECASE)
    )


def _since(lasting: Lasting, begins: Sequence[Edge], window: Sequence[Edge], times: Times) -> Iterator[Stated]:
    if times.dateline is None:
        return
    least, most = _limits(lasting, frozenset())
    now = Moment(NOW, lasting.length.words, (When.span(times.dateline, times.dateline),), True, "")
    near = [one for one in window if abs(one.number - lasting.marked.number) <= _NEAR or one in begins]
    if any(_fits(one.moment, two, least, most) for one in near for two in [now, *(other.moment for other in near)]):
        return
    begin = begins[0]
    says = f"what began {when(begin.moment)} had lasted {plain(lasting.length)}"
    assumed = f"that this length of time runs from {told(begin.moment)} until now"
    limit = Limit(begin.moment.point, NOW, least, most)
    words = (lasting.length.words,)
    yield Stated(
        Statement(says, f"what began {when(begin.moment)} had lasted", ((limit,),), words, assumed=assumed), "likely"
    )


def _limits(lasting: Lasting, families: frozenset[str]) -> tuple[int, int | None]:
    """The days from beginning to end: a day either way, and of what is agreed before it begins up to a year more."""
    least, most = lasting.length.least or 0, lasting.length.most
    spare = 1 if lasting.length.unit == "days" else 0
    if most is not None and families <= {"contract", "office"} and lasting.length.unit == "years":
        most += 250
    return max(least - spare, 0), None if most is None else most + spare


def _served(lasting: Lasting, begin: Edge, end: Edge, times: Times) -> bool:
    """Whether a time in prison was served whole: of a sentence the words must say so."""
    said = _BEING_AFTER.match(lasting.marked.text, lasting.marked.text.find(">", lasting.start) + 1)
    if said and "prison" in _BEING[said[1].lower()]:
        return True
    if _TAKEN.search(begin.clause):
        return True  # who is kidnapped has no remission
    numbers = range(min(begin.number, end.number, lasting.marked.number), 1 + max(begin.number, end.number))
    return any(_FULL.search(marked.text) for marked in times.sentences if marked.number in numbers)


def _is_after(later: Moment, earlier: Moment) -> bool:
    """Whether a date may come after another."""
    return any(
        (last := ordinals(two)[1]) is None or (first := ordinals(one)[0]) is None or last >= first
        for one in earlier.choices[:1]
        for two in later.choices[:1]
    )


def _fits(one: Moment, two: Moment, least: int, most: int | None) -> bool:
    """Whether two dates can lie so many days apart."""
    for first in one.choices:
        for second in two.choices:
            (a, b), (c, d) = ordinals(first), ordinals(second)
            if None in (a, b, c, d):
                return True
            if d - a >= least and (most is None or c - b <= most):  # type: ignore[operator]
                return True
    return False

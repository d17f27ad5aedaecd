"""What is told as past or as to come, against the day on which the article was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_links import told
from checks.reading.timeline.stated_marks import NOW, D, Marked, Moment, Stated, Times

_NEAR = 320  # days: of a date without its year, the one that lies farther back than this is not the one meant
_IRREGULAR = (
    "won|lost|met|took|came|became|began|broke|fell|rose|held|sold|bought|struck|hit|beat|went|gave|made|"
    "left|led|ran|spoke|"
    "told|built|sent|paid|fought|drove|flew|sank|shot|stole|swept|threw|tore|burst|caught|blew|grew|fled|"
    "froze|found|got|laid|lay|lit|rang|rode|saw|sat|shook|slid|spent|spread|stood|swore|swam|taught|woke|"
    "wore|wrote|withdrew|heard|kept|began|drew|brought|bought|slipped|"
    "burnt|burned|shut|cut|put|was|were"
)
_TO_COME = (  # what is told as past of such a verb may lie ahead: “a hearing was set”, “called an election”
    r"(?:schedul|plann|expect|announc|call|agree|postpon|delay|book|propos|extend|propose|mov|pick|chos|"
    r"declar|promis|"
    r"pledg|vow|want|hop|need|intend|slat|pencil|forecast|project|expir|reschedul|invit|urg|ask|decid|fix|propos|due|"
    r"dat|nam|bas|relat|compar|tim|indee|hundre|spee|brea|wed|bed|red|seed|feed|nee|succee|procee|excee)"
)
_VERB = rf"(?P<verb>(?!{_TO_COME}(?:ed|d)\b)[a-z]{{2,}}ed|{_IRREGULAR})"
_AHEAD = (
    r"to|for|that|until|by|plan\w*|through|will|would|if|set|due|sched\w*|expec\w*|proj\w*|forecast\w*|ahead|before|"
    r"toward\w*|which|who|it|about|and|when|deadline|date|election|hearing|next|against|over|said"
)
_PAST = re.compile(
    rf"(?<!-)\b{_VERB}(?P<rest>(?:,? (?!(?:{_AHEAD})\b)[\w’'-]+){{0,11}}?),? (?P<prep>on|in) {D}"
    r"(?! (?:and|or|to) <d)(?=[,.;)—]|$| (?:and|but|after|at|in|with|when|by|following|as|because|before|while)\b)"
)
_DATED_TOO = (  # what may have the date that follows for its own
    r"to|until|till|ahead|before|which|who|elections?|vote|hearing|meeting|match|ceremony|conference|summit|referendum|"
    r"terms?|deadline|tickets?|festival|games?|cup|tournament|session|polls?|strike|talks|trial|race|march|protest|"
    r"concert|seat|place|about|that|date|day|next|due|opening|closure|closing|launch|start|end|"
    r"expir\w+|tender|contract|"
    r"race|final|finals|fight|bout|right|chance|bid"
)
_PAST_BACK = re.compile(  # with an object or a place after the verb, for “the revised rules” are not yet so
    rf"^(?P<prep>On|In) {D},? (?!the (?:day|year))[^<>;:.!?“”()]{{2,60}}? {_VERB}"
    r" (?:the|an?|his|her|its|their|both|all|in|at|after|for|with|into|against|from|more|over|through|down|up|"
    r"out|\d+)\b"
)
_DONE = re.compile(  # what nobody tells of before it is so, whatever it was about
    r"\b(?P<verb>rejected|approved|backed|endorsed|defeated|ratified|elected|convicted|acquitted|sentenced|killed|died|"
    r"unveiled|buried|arrested|sank|crashed|collapsed|resigned|married|won|lost|beat|destroyed|injured|drowned|ruled)"
    rf"(?P<rest>(?:,? (?!(?:{_DATED_TOO})\b)[\w’'-]+){{1,14}}?),? (?P<prep>on) {D}(?=[,.;)—]|$| (?:and|but|after|by)\b)"
)
_PASSIVE = re.compile(
    r"\b(?:to|is|are|be|being|been|will|would|gets?|must|can|a|an|the|any|of|for|newly|its|their)(?: not| also)?$"
)
_NOT_PAST = re.compile(
    r"\b(?:will|would|could|may|might|must|shall|should|can|if|unless|plan\w*|expect\w*|anyone|any|every|"
    r"proposal|next|"
    r"upcoming|forthcoming|scheduled|due|deadline|until|imagin\w*|novel|film|fiction\w*|series|game|"
    r"simulat\w*|scenario|"
    r"set in|anniversary|season|tickets?)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:will|would|could|may|might|must|shall|should|can|if|unless|anyone|any|every|"
    r"imagin\w*|novel|film|series|game|"
    r"simulat\w*|scenario|set in|when|once|until|after)\b", re.IGNORECASE
)  # fmt: skip
_FUTURE = re.compile(
    r"\b(?:will|(?:is|are) (?:\w+ly )?(?:due|expected|scheduled|set|planned|slated|to|about|likely|on course|"
    r"on track)|expects? to|"
    r"plans? to|hopes? to|aims? to|intends? to|(?:is|are) going to|(?:is|are) (?:looking forward|preparing) to)\b"
    r"(?:,? (?!that\b|which\b|who\b|after\b|since\b|than\b|of\b|from\b|what\b|when\b)[\w’'-]+){0,14}? "
    rf"(?P<prep>on|in|by|at|before|for|from) (?:the )?{D}(?=[,.;)—]|$| (?:and|but|after|at|in|with|when|while|"
    rf"because)\b)"
)
_FUTURE_BACK = re.compile(
    rf"^(?P<prep>On|In|From|By) {D},? (?:(?!which\b|who\b|that\b)[\w’'-]+ ){{1,7}}?(?:will (?!have\b)|(?:is|"
    rf"are) (?:due|expected|scheduled|set|planned) )"
)
_NOT_NOW = re.compile(
    r"\b(?:had|was|were|would|said at the time|if|archive|then|once|novel|film|story|series|"
    r"set in|fiction|game|imagin\w+|scenario|simulat\w+|born|founded)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?:said|told|announced|added|confirmed)$")


def tenses_in(times: Times) -> Iterator[Stated]:
    """The statements that what is told as past came before the article, and what is expected after it.

    Only for an article of a known day. A date without its year is taken for the one nearest the article, and only for
    a day; none where what was planned, feared or imagined is told.
    """
    if times.dateline is None:
        return
    old: set[int] = set()  # paragraphs that tell of other years
    for marked in times.sentences:
        moments = [times.moments[int(n)] for n in re.findall(D, marked.text)]
        if any(_is_old(moment, times) for moment in moments):
            old.add(marked.paragraph)
        if not moments:
            continue
        for pattern in (_PAST, _PAST_BACK):
            for found in pattern.finditer(marked.text):
                before = marked.text[: found.start("verb")].rstrip()
                if not _PASSIVE.search(before) and not _NOT_PAST.search(marked.text[: found.end()]):
                    yield from _told(marked, times, found, marked.paragraph in old, past=True)
        for found in _DONE.finditer(marked.text):
            moment = times.moments[int(re.findall(D, found[0])[0])]
            before = marked.text[: found.start()]
            wished = _WISHED.search(before) or _PASSIVE.search(before.rstrip())
            if moment.written and moment.is_exact and not wished:
                yield from _told(marked, times, found, False, past=True)
        for pattern in (_FUTURE, _FUTURE_BACK):
            for found in pattern.finditer(marked.text):
                if not _NOT_NOW.search(marked.text[: found.end()]):
                    yield from _told(marked, times, found, marked.paragraph in old, past=False)


def _is_old(moment: Moment, times: Times) -> bool:
    first = moment.choices[0].first
    return moment.written and first is not None and times.dateline is not None and first.year < times.dateline.year


def _told(marked: Marked, times: Times, found: re.Match[str], other_year: bool, past: bool) -> Iterator[Stated]:
    moment = times.moments[int(re.findall(D, found[0])[0])]
    if not moment.written and (not moment.is_exact or other_year or found["prep"].lower() != "on"):
        return
    most = None if moment.written else _NEAR
    limit = Limit(moment.point, NOW, -1, most) if past else Limit(NOW, moment.point, -7, most)
    clause = marked.words(found.start(), found.end())
    says = (
        f"what is told of {told(moment)} has happened"
        if past
        else f"what is expected for {told(moment)} is yet to come"
    )
    assumed = "" if moment.written else f"that {told(moment)} is of the months about the article"
    yield Stated(Statement(says, says, ((limit,),), (clause,), assumed=assumed), "likely")

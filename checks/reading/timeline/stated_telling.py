"""What is told as past or as to come, against the day on which the article was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_links import told
from checks.reading.timeline.stated_marks import NOW, D, Marked, Stated, Times

_DONE = (
    r"(?:was|were|opened|closed|began|started|ended|finished|signed|died|resigned|won|lost|arrested|launched|announced|"
    r"approved|rejected|published|released|arrived|collapsed|crashed|voted|met|took place|took effect|came into force|"
    r"sentenced|convicted|killed|married|founded|completed|held|sold|bought|passed|ruled|struck|broke out|fell|rose)"
)
_PAST = re.compile(
    rf"\b(?:{_DONE})(?: (?!to\b|for\b|that\b|until\b|by\b|plan|through\b|of\b|it\b|will\b|would\b|when\b|if\b|"
    rf"set\b|due\b|sched|expec|proj|forecast|about\b|over\b|with\b|against\b)[\w’'-]+){{0,5}} (?:on|in) {D}"
    r"(?! (?:and|or|to) <d)(?=[,.;)—]|$| (?:and|but|after|at|in|with|when|by|following|as)\b)"
)
_ON_A_DAY = re.compile(  # with an object or a place after the verb, for “the revised rules” are not yet so
    rf"^(?:On|In) {D},? (?!the (?:day|year))[^<>;:.!?“”()]{{2,40}}? (?:{_DONE}|[a-z]{{3,}}ed)"
    r" (?:the|an?|his|her|its|their|both|all|in|at|after|for|with|into|against|from|more|over|\d+)\b"
)
_FUTURE = re.compile(
    r"\b(?:will|is (?:due|expected|scheduled|set|planned|slated|to)|are (?:due|expected|"
    r"scheduled|set|planned|slated|to)|"
    r"expects to|plans to|hopes to|is going to)\b(?: (?!that\b|which\b|who\b|after\b|since\b|"
    rf"than\b|of\b|from\b|what\b)[\w’'-]+){{0,9}} "
    rf"(?:on|in|by|at|before) (?:the )?{D}(?=[,.;)—]|$| (?:and|but|after|at|in|with|when)\b)"
)
_NOT_NOW = re.compile(
    r"\b(?:had|was|were|would|said at the time|if|archive|then|once|novel|film|story|series|"
    r"set in|fiction|game|imagin\w+|scenario|simulat\w+)\b",
    re.IGNORECASE,
)


def tenses_in(times: Times) -> Iterator[Stated]:
    """The statements that what is told as past came before the article, and what is expected after it.

    Only for an article of a known day, and for dates whose year is written; none where what was planned, feared or
    imagined is told.
    """
    if times.dateline is None:
        return
    for marked in times.sentences:
        if "<d" not in marked.text:
            continue
        for found in [*_PAST.finditer(marked.text), *_ON_A_DAY.finditer(marked.text)]:
            yield from _told(marked, times, found, past=True)
        for found in _FUTURE.finditer(marked.text):
            before = marked.text[: found.end()]
            if not _NOT_NOW.search(before):
                yield from _told(marked, times, found, past=False)


def _told(marked: Marked, times: Times, found: re.Match[str], past: bool) -> Iterator[Stated]:
    moment = times.moments[int(found[1])]
    if not moment.written or (
        past and re.search(r"\b(?:will|would|could|if|plan\w*|expect\w*)\b", marked.text[: found.end()])
    ):
        return
    limit = Limit(moment.point, NOW, -1, None) if past else Limit(NOW, moment.point, -7, None)
    clause = marked.words(found.start(), found.end())
    says = (
        f"what is told of {told(moment)} has happened"
        if past
        else f"what is expected for {told(moment)} is yet to come"
    )
    yield Stated(Statement(says, says, ((limit,),), (clause,)), "likely")

"""How long a time lasted that a sentence gives both ends of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.reading.timeline.stated_links import (
    DATE,
    GAP,
    NOT_TIMES,
    Sentence,
    lasting,
    link,
    plain,
    told,
)
from checks.reading.timeline.stated_marks import D, L, Marked, Stated, Times

_ON = r"(?:on|in|at|by)? ?(?:around |about )?"
_SPAN_OF = (
    "ran|running|run|lasted|lasting|took|held|taking|place|was|is|will|be|spanned|spanning|"
    "stretched|continued|going|went|on|"
    "covered|covering|scheduled|set|due|planned"
)
_HELD = rf"(?:(?:which|that|and|it) )?(?:(?:{_SPAN_OF}) ){{0,4}}"
_PER = r"(?! ?(?:ago|old|earlier|later|before|after|into|apart|each|more|average|to go|left|behind|ahead|per))"
_FOR = (
    r"(?:for|over|lasting|lasted|took|taking|spanning|covering|totalling|in all|making|spent|"
    r"served|spending|a total of|a period of|a stretch of)"
)
_SOME = (
    r"(?:a |an |the |some |about |almost |nearly |just |exactly |all |total |period |spell |of |"
    r"under |over |more |than ){0,5}"
)
_WORD = r"(?!(?:that|which|who|from|between|was|is|and|of|in|on|to|or|into)\b)[\w’'-]+"
_NOUN = rf"(?P<noun>(?:{_WORD} ){{0,3}}{_WORD})"
_BEGAN = (
    r"(?:began|begun|begin|begins|beginning|started|starts|starting|opened|opens|launched|"
    r"commenced|imposed|introduced|signed|"
    r"declared|took effect|takes effect|came into force|came into effect|takes place|announced)"
)
_ENDED = (
    r"(?:ended|end|ends|ending|finished|finish|finishes|finishing|closed|close|closes|closing|"
    r"concluded|concludes|concluding|"
    r"expired|expire|expires|expiring|lapsed|completed|lifted|run until|runs until|ran until|"
    r"until|due to end|wrapped up)"
)
# A length and the two ends of the time it measures.
_SPAN = rf"(?:from |between ){D} (?:to|and|until|till|through) {D}"
_UNTIL = (
    r"(?:(?:and|before|with|it|he|she|they|will|would|was|were|is|due|to|the \w+) ){0,"
    r"4}(?:re-?open\w*|until|ending|ended|ends|end|to|"
    r"through|returning|resuming|resumed|finishing|finished|closing|closed|expiring|expired|expires?)"
)
_DASH = r"(?:—|–|-|\()? ?"
_LITTLE = rf"(?:{GAP}{{0,30}} )?"
_MEASURED = (
    rf"{L}(?!s) ?{_PER}{_NOUN},? {_HELD}{_SPAN}",
    rf"{_SPAN},? ?{_DASH}{_FOR},? {_SOME}{L}{_PER}",
    rf"{_SPAN},? ?{_DASH}{_SOME}{L}(?= in (?:all|total)|\)| altogether)",
    rf"{_FOR} {_SOME}{L}{_PER}(?: (?:in|as|at|of) [\w’' -]{{2,30}}?)?,? ?{_DASH}(?:(?:and "
    rf")?(?:ran|running|was held|took place|taking place) )?{_SPAN}",
    rf"{_FOR} {_SOME}{L},? (?:from|starting|beginning|starting on|beginning on|as of|since)"
    rf" {_ON}{D},? {_LITTLE}?{_UNTIL} {_ON}{D}",
    rf"(?:{_BEGAN}|runs?|ran|closed|closes|shut|agreed|reached) {_ON}(?:from )?{D}(?: and| to|,)? ?(?:{GAP}{{0,25}} )?"
    rf"(?:for|took|lasted|lasts|lasting|will last|runs? for|ran for) {_SOME}{L},? {_LITTLE}{_UNTIL} {_LITTLE}{_ON}{D}",
    rf"{D},?{GAP}{{0,40}}? (?:within|over) {_SOME}{L},? (?:by|that is,? by|or by) {D}",
    rf"{D} (?:for|to) (?:a |an |his |her )?{L} (?:term|sentence|contract|deal|lease|mandate|loan|spell)"
    rf"{GAP}{{0,20}}? (?:ends?|ending|expires?|expiring|until|to end) {_ON}{D}",
    rf"{L}(?!s) ?{_PER}{_NOUN},? (?:(?:which|that) )?(?:was |were |had |has |is |to be |first |"
    rf"due |to ){{0,3}}{_BEGAN} {_ON}{D},? ?"
    rf"(?:(?:and|but|which|that|to|will|would|was|is|were|due|set|finally|only|had|has|it) ){{0,4}}{_ENDED} {_ON}{D}",
)
_MEASURED_BY = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _MEASURED)
_MANY = re.compile(
    r"s$|^(?:average|low|high|record|period)$|\b(?:and|average|average|first|last|next|second|"
    r"each|into|or|of|in|on|to)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:two|three|four|five|six|consecutive|successive|several|first|second|third|final|last|one) $", re.IGNORECASE
)
_IT_TOOK = re.compile(
    r"(?:It|This|That|He|She|The \w+|Construction|Work)(?: \w+)? (?:took|lasted|ran for|"
    r"served for|served) (?:about |nearly |almost |some |just |over |more than |a total of "
    rf")*{L}(?! (?:after|before|later))"
)
_REVERSED = re.compile(rf"(?:from {D} (?:to|until|till|through)|between {D} and) {D}", re.IGNORECASE)


def measured(one: Sentence) -> Iterator[Stated]:
    """“The 12-day strike, from 3 to 9 May”: a length of time, and the dates between which it ran."""
    text = one.marked.text
    for pattern in _MEASURED_BY:
        for found in pattern.finditer(text):
            form = "adj" if "noun" in pattern.groupindex else "for"
            numbers = re.findall(r"<([dl])(\d+)>", found[0])
            length = one.length(next(n for kind, n in numbers if kind == "l"))
            begin, end = (one.moment(n) for kind, n in numbers if kind == "d")
            if form == "for" and len(re.findall(_SPAN, text)) > 1:
                continue
            if NOT_TIMES.search(found[0]) or (form == "adj" and not _is_one(found["noun"], text[: found.start()])):
                continue
            if form == "adj" and "-" not in length.words.exact and not length.words.exact.endswith("long"):
                continue
            thing = f"the {length.words.exact.split()[-1]} {found['noun'].split(' ')[-1]}" if form == "adj" else "it"
            least, most = lasting(length)
            yield link(
                begin, end, least, most, f"{thing} lasted {plain(length)}", f"{thing} lasted",
                (length.words,), "certain" if begin.written or end.written or begin.is_exact else "likely",
            )  # fmt: skip


def _is_one(noun: str, before: str) -> bool:
    """Whether a noun after a length is one such time, and not several, an average, or the next thing altogether."""
    words = noun.split(" ")
    return not (_MANY.search(words[-1]) and not words[-1].endswith("ss")) and not any(
        w in ("and", "or", "of", "in", "on", "to", "average", "that", "which", "who") for w in words
    ) and not _NUMBERED.search(before)  # fmt: skip


def it_took(marked: Marked, before: Marked | None, times: Times) -> Iterator[Stated]:
    """“… from 1955 to 1961. It took twelve years”: of the span that the sentence before tells of."""
    found = _IT_TOOK.match(marked.text)
    spans = re.findall(_SPAN, before.text) if before else []
    if found and len(spans) == 1 and before and marked.number - before.number == 1:
        length = times.lengths[int(found[1])]
        begin, end = (times.moments[int(n)] for n in spans[0])
        says = f"it lasted {plain(length)}"
        yield link(
            begin,
            end,
            *lasting(length),
            says,
            "it lasted",
            (length.words,),
            "likely",
            f"that it ran from {told(begin)} to {told(end)}",
        )


def reversed_spans(one: Sentence) -> Iterator[Stated]:
    """“From 2019 to 2011”: a span ends after it begins."""
    for found in _REVERSED.finditer(one.marked.text):
        begin, end = (one.moment(mark[1]) for mark in DATE.finditer(found[0]))
        before = one.marked.text[max(found.start() - 50, 0) : found.start()]
        dated = begin.written and end.written
        if not NOT_TIMES.search(before) and not re.search(
            r"\b(?:mov|shift|chang|postpon|bring|brought|push|delay)", before
        ):
            says = f"what ran from {told(begin)} to {told(end)} ended after it began"
            words = one.marked.words(found.start(), found.end())
            yield link(
                begin, end, 0, None, says, "the time between the two is", (words,), "certain" if dated else "likely"
            )

"""Quotation marks and brackets without their other half, paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.reading.parts import Certainty, Paragraph, Problem, Quotation, Suspicion, Words
from checks.reading.speech.marks import ORPHAN, RUNS_ON, UNCLOSED

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "quotations_are_balanced"
_SINGLE = "‘’‚‛'"
_READ = ("headline", "standfirst", "body")
_NEAR = 3  # paragraphs between an opening mark and the closing one that may be its own
_MOST_APART = 3  # more faults than this are told as one
_FAR = 2000  # characters before a closing mark in which its other half may be missing
_SHOWN = 6  # spans of a suspicion
_SAYS = "said|says|added|explained|warned|recalled|insisted|argued|noted|told|admitted|replied|continued|claimed"
_NAMED = r"(?:(?:the|a|an|his|her|their) [a-z][\w’'-]*(?: [\w.’'-]+){0,5}|[A-Z][\w.’'-]*(?: [\w.’'-]+){0,5})"
# “We had no warning, said the mayor.”: words that report, before the mark that should part them from the speech.
_TAG_AT_END = re.compile(
    rf"[,?!] (?:(?:{_SAYS}) {_NAMED}(?:, [^.“”\"]{{1,120}})?|(?:he|she|they|[A-Z][\w’'-]+) (?:{_SAYS}))"
    r"(?: [^.,“”\"]{1,50})?\.$"
)
_NAME_SAID = re.compile(rf"[,?!] (?:[A-Z][\w.’'-]+ ){{1,3}}(?:{_SAYS})\b(?! that\b)[^“”\"]{{0,250}}$")
_WITHIN_A_CLAUSE = re.compile(r"\b(?:an?|the|on|in|of|with|to|at|for|by|his|her|its|their|from|about|as|called|and)\s$")
_TAG_WITHIN = re.compile(
    rf"[,?!] (?:{_SAYS}) (?:[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){{0,3}})(?:, [^.“”\"]{{1,80}})?\. [A-Z]"
)
_FACE = re.compile(r"[:;=][-o^']?[()](?!\w)")
_ITEM = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-z]|[ivx]{1,4})$")
_BRACKET = re.compile(r"[()\[\]]")
_CLOSING = "”\"’'»›"
_MIXED = ('“"', '"”', "‘'", "'’")
_HALVES = {")": "(", "]": "["}
_DETACHED = re.compile(r"[’'] ?(?:s|t|re|ve|ll|d|m)\b")


@dataclass(frozen=True)
class _Fault:
    """Stretches of the text, with what is wrong about their marks."""

    stretches: tuple[tuple[int, int], ...]
    reason: str
    certainty: Certainty


def quotation_marks(reading: Reading) -> Iterator[Suspicion]:
    """Quotation marks that open and do not close, close what was not opened, or take in the words that report them;
    brackets without their other half.

    A quotation of several paragraphs that opens each and closes only the last is in order. Source of the convention:
    The Chicago Manual of Style, 13.30 to 13.32; New Hart's Rules, 9.2.
    """
    faults = [*_unbalanced(reading), *_reporting_words_inside(reading), *_run_into_another(reading), *_mixed(reading)]
    strong = [fault for fault in faults if fault.certainty != "look"]
    weak = [fault for fault in faults if fault.certainty == "look"]
    if len(strong) > _MOST_APART:
        stretches = tuple(stretch for fault in strong for stretch in fault.stretches)
        strong = [_Fault(stretches, f"Quotation marks lack their other half in {len(strong)} places.", "likely")]
    if weak:
        stretches = tuple(stretch for fault in weak for stretch in fault.stretches)
        weak = [_Fault(stretches, weak[0].reason, "look")]
    for fault in [*strong, *weak, *_brackets(reading)]:
        spans = tuple(Words(a, b, reading.text[a:b]) for a, b in sorted(set(fault.stretches))[:_SHOWN])
        yield Suspicion("quotation marks", _CHECK, fault.reason, fault.certainty, spans)


def _unbalanced(reading: Reading) -> Iterator[_Fault]:
    marks = [problem for problem in reading.problems if problem.what in (UNCLOSED, ORPHAN, RUNS_ON)]
    starts = [paragraph.start for paragraph in reading.paragraphs]
    done = set[int]()
    for i, mark in enumerate(marks):
        at = bisect_right(starts, mark.start) - 1
        if i in done or reading.paragraphs[at].part not in _READ:
            continue
        follows = marks[i + 1] if i + 1 < len(marks) else None
        there = bisect_right(starts, follows.start) - 1 if follows else at
        if follows and mark.what != ORPHAN and follows.what == ORPHAN and there - at <= _NEAR:
            fault = _pair(reading, mark, follows, at, there)
            if fault:
                done.add(i + 1)
                yield fault
                continue
        if mark.what == ORPHAN:
            wrong = _wrong_way_round(reading, mark, follows if there == at else None, at)
            if wrong:
                done |= {i + 1} if follows and follows.what == ORPHAN and there == at else set()
                yield wrong
            elif not _DETACHED.match(reading.text, mark.start):
                yield _lone_closing(reading, mark, at)
        else:
            again = follows and follows.what == UNCLOSED and there == at and _single(follows) == _single(mark)
            done |= {i + 1} if again else set()  # a mark between two sentences, the wrong way round, is one fault
            yield _lone_opening(reading, mark, at)


def _pair(reading: Reading, opens: Problem, closes: Problem, at: int, there: int) -> _Fault | None:
    """An opening and a closing mark that may belong together, and do not agree."""
    here, after = reading.paragraphs[at], reading.paragraphs[there]
    alike = _single(opens) == _single(closes)
    if at == there:
        if alike:
            return None
        stretch = _whole(reading, opens.start, closes.end, here)
        return _Fault((stretch,), f"A quotation opens with {opens.exact} and closes with {closes.exact}.", "likely")
    if not alike:
        return None
    first = _whole(reading, opens.start, here.end, here)
    last = _whole(reading, after.start, closes.end, after)
    reason = (
        f"One paragraph ends inside the quotation that begins “{_begins(reading.text, opens.end)}”, and "
        f"{'the next' if there == at + 1 else 'a later one'} closes a quotation that it never opened, "
        f"after “{_ends(reading.text, closes.start)}”."
    )
    sure: Certainty = "likely" if opens.what == RUNS_ON or not _single(opens) else "look"
    return _Fault((first, last), reason, sure)


def _wrong_way_round(reading: Reading, mark: Problem, follows: Problem | None, at: int) -> _Fault | None:
    """A closing mark that stands where one opens: ’so to speak’, ” and so on,” he said."""
    text, paragraph = reading.text, reading.paragraphs[at]
    reason = "A quotation begins with a mark of the closing form."
    if follows and follows.what == ORPHAN and mark.exact == follows.exact and _could_open(text, mark, paragraph):
        return _Fault((_whole(reading, mark.start, follows.end, paragraph),), reason, "look")
    before = text[max(paragraph.start, mark.start - 300) : mark.start]
    opened = re.search(r"(?:^|[\s(“\"—–-])’(?=[^\W\d])(?!(?:t|em|til|cause|n)\b)[^’]*$", before, re.IGNORECASE)
    if mark.exact == "’" and opened:
        return _Fault((_whole(reading, mark.start, mark.end, paragraph),), reason, "look")
    return None


def _lone_closing(reading: Reading, mark: Problem, at: int) -> _Fault:
    text, paragraph = reading.text, reading.paragraphs[at]
    marks = "'‘’" if _single(mark) else '“”„«»"'
    first = max(paragraph.start, mark.start - _FAR)  # where it may have been opened
    since = max(text.rfind(sign, first, mark.start) for sign in marks) + 1
    stretch = _whole(reading, max(since, first), mark.end, paragraph)
    reason = (
        f"The mark {mark.exact} after “{_ends(text, mark.start)}” closes a quotation that its paragraph never opened."
    )
    surely = not _single(mark) or text[max(mark.start - 1, 0)] in ".,!?…"
    return _Fault((stretch,), reason, "likely" if surely else "look")


def _lone_opening(reading: Reading, mark: Problem, at: int) -> _Fault:
    text, paragraph = reading.text, reading.paragraphs[at]
    ends = paragraph.end
    reason = f"The quotation that begins “{_begins(text, mark.end)}” is opened and not closed in its paragraph."
    before = text[max(paragraph.start, mark.start - 20) : mark.start].rstrip()
    spoken = (not before or before[-1] in ",:.!?—–") and text[mark.end : mark.end + 1].isupper()
    surely = not _single(mark) or (spoken and text.count(" ", mark.end, min(ends, mark.end + 200)) >= 3)
    return _Fault((_whole(reading, mark.start, ends, paragraph),), reason, "likely" if surely else "look")


def _reporting_words_inside(reading: Reading) -> Iterator[_Fault]:
    """Quotations that take in the words that report them, so that a mark is missing before or after these."""
    starts = [paragraph.start for paragraph in reading.paragraphs]
    for quotation in reading.quotations:
        for part in quotation.quoted if quotation.kind in ("direct", "mixed") else ():
            paragraph = reading.paragraphs[bisect_right(starts, part.start) - 1]
            goes_on = part.end == paragraph.end and part != quotation.quoted[-1]
            end = part.exact[-400:]
            found = (_TAG_AT_END.search(end) or _NAME_SAID.search(end)) if goes_on else _tag_within(part, quotation)
            if found and paragraph.part in _READ:
                said = " ".join(re.sub(r"\. [A-Z]$", "", found[0]).strip(" ,.?!").split()[:6]).rstrip(",")
                reason = (
                    f"The quotation that begins “{_begins(part.exact, 1)}” takes in the words that report it, "
                    f"“{said}”: a mark is missing."
                )
                yield _Fault((_whole(reading, part.start, part.end, paragraph),), reason, "likely")


def _tag_within(part: Words, quotation: Quotation) -> re.Match[str] | None:
    """Words that report, within a stretch between marks that nothing outside reports."""
    return _TAG_WITHIN.search(part.exact[:2000]) if quotation.cue is None else None


def _run_into_another(reading: Reading) -> Iterator[_Fault]:
    """Quotations that go on in the next paragraph though somebody else is said to speak there, or though they are but
    a phrase: a mark is missing."""
    before: Quotation | None = None
    for quotation in reading.quotations:
        for part in quotation.quoted[:-1]:
            at = bisect_right(reading.paragraphs, part.start, key=lambda paragraph: paragraph.start) - 1
            paragraph = reading.paragraphs[at]
            if part.end != paragraph.end or part.exact[-1] in _CLOSING or paragraph.part not in _READ:
                continue
            reason = ""
            here, there = before and before.speaker, quotation.speaker
            if before and here and there and paragraph.start <= before.start and there.start > paragraph.end:
                names = [{word for word in who.exact.split() if word[0].isupper()} for who in (here, there)]
                if all(names) and not names[0] & names[1]:
                    reason = (
                        f"The quotation that begins “{_begins(part.exact, 1)}” follows words of {here.exact} and goes "
                        f"on in the next paragraph, which gives it to {there.exact}: a closing mark is missing."
                    )
            if not reason and part.start > paragraph.start and _is_fragment(reading.text, part):
                reason = f"The quoted phrase that begins “{_begins(part.exact, 1)}” is not closed in its paragraph."
            if reason:
                yield _Fault((_whole(reading, part.start, part.end, paragraph),), reason, "likely")
        before = quotation if quotation.speaker else before


def _is_fragment(text: str, part: Words) -> bool:
    """Whether a quotation begins within a clause, as a phrase does, which always closes in its own paragraph."""
    before = text[max(part.start - 12, 0) : part.start]
    within = before[-1:] == " " and before[-2:-1].isalnum()
    return within and (part.exact[1:2].islower() or _WITHIN_A_CLAUSE.search(before) is not None)


def _mixed(reading: Reading) -> Iterator[_Fault]:
    """A quotation that opens with a curly mark and closes with a straight one, or the other way round."""
    for quotation in reading.quotations:
        for part in quotation.quoted:
            if (part.exact[:1], part.exact[-1:]) in (("“", '"'), ('"', "”"), ("‘", "'"), ("'", "’")) and len(
                part.exact
            ) > 1:
                reason = f"A quotation opens with {part.exact[0]} and closes with {part.exact[-1]}."
                yield _Fault(((part.start, part.end),), reason, "look")
                return


def _brackets(reading: Reading) -> list[_Fault]:
    """Brackets without their other half, told as one."""
    lost = list[tuple[int, int]]()
    for paragraph in reading.paragraphs:
        if paragraph.part != "body" or not _BRACKET.search(paragraph.exact):
            continue
        plain = _FACE.sub(lambda face: "." * len(face[0]), paragraph.exact)
        opened = list[tuple[str, int]]()
        for found in _BRACKET.finditer(plain):
            if found[0] in "([":
                opened.append((found[0], found.start()))
            elif opened and opened[-1][0] == _HALVES[found[0]]:
                opened.pop()
            elif found.end() < len(plain) - 1 and not _ITEM.search(
                plain[: found.start()][-6:]
            ):  # a remark of several paragraphs closes at the end of its last
                lost.append(_whole(reading, paragraph.start + found.start(), paragraph.start + found.end(), paragraph))
        lost += [_whole(reading, paragraph.start + at, paragraph.start + at + 1, paragraph) for _, at in opened if at]
    sure: Certainty = "likely" if len(lost) == 1 else "look"  # where many are, they are a manner of writing
    return [_Fault(tuple(lost[:3]), "A bracket has no other half in its paragraph.", sure)] if lost else []


def _whole(reading: Reading, start: int, end: int, paragraph: Paragraph) -> tuple[int, int]:
    """A stretch made as long as the sentences that it touches, within its paragraph."""
    first, last = (
        max(bisect_right(reading.sentences, at, key=lambda sentence: sentence.start) - 1, 0)
        for at in (start, max(start, end - 1))
    )
    begins = min(start, reading.sentences[first].start) if reading.sentences else start
    over = max(end, reading.sentences[last].end) if reading.sentences else end
    return max(begins, paragraph.start), min(over, paragraph.end)


def _single(mark: Problem) -> bool:
    return mark.exact in _SINGLE


def _could_open(text: str, mark: Problem, paragraph: Paragraph) -> bool:
    return mark.start == paragraph.start or text[mark.start - 1].isspace()


def _begins(text: str, at: int) -> str:
    """The first few words from here, to be named in a reason."""
    return " ".join(text[at : at + 80].split("\n")[0].split()[:5]).strip("“”‘’\"'.,;: ")


def _ends(text: str, at: int) -> str:
    """The last few words up to here."""
    return " ".join(text[max(at - 80, 0) : at].split("\n")[-1].split()[-5:]).strip("“”‘’\"'.,;: ")

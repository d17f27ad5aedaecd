"""Which quotation marks open and close what, told from apostrophes, feet and inches; marks without their other half."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from checks.reading.parts import Paragraph, Problem
from checks.reading.speech.cues import listed

_MARK = re.compile(r"``|''(?!')|[“”„‟\"«»‹›‘’‚‛']")
_WORD = re.compile(r"\w")
_INCHES = re.compile(r"\d[\"”] [a-z]")
_FAMILY = {**dict.fromkeys("‘’‚‛'", "single"), **dict.fromkeys("«»", "guillemet"), **dict.fromkeys("‹›", "angle")}
_ALWAYS_OPEN, _ALWAYS_CLOSE = listed("„ ‚ « ‹ ``"), frozenset(["»", "›"])
_BEFORE_OPENING = frozenset("([{—–-/|=“‘«‹„\"'*…")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/|”’»›\"'*")
# Words that begin with an apostrophe for letters left out, and decades: ’90s, ’tis, rock ’n’ roll.
_ELISION = re.compile(r"(?:\d0s|\d\d(?=\W)|(?:em|til|n(?=[’'])|cause|cos|coz|bout|neath|nuff|tude)\b)")
_CAPITAL_ELISION = re.compile(r"(?:tis|twas|twere|twill|till|round|cause|bout|til|em)\b", re.IGNORECASE)
_LEFT_OUT_AT_THE_END = re.compile(r"(?:in|ol|th|o|an|wi|mo|lil|d|[sxz])$", re.IGNORECASE)  # singin’, ol’, James’

UNCLOSED = "This opening mark has no closing mark before the paragraph ends: see where the quotation ends."
ORPHAN = "This closing mark has no opening mark in its paragraph: see where the quotation begins."
RUNS_ON = (
    "The quotation runs over the paragraph break and is not opened again: see that the next paragraph is part of it."
)


@dataclass
class Marked:
    """A stretch between marks, marks included; one part for each paragraph it runs through. Offsets are code points.

    `depth` is 0 for a quotation that stands in no other; `open` means that its closing mark is missing.
    """

    start: int
    end: int
    depth: int
    parts: list[tuple[int, int]] = field(default_factory=list)
    open: bool = False


@dataclass
class _Opened:
    """A mark waiting for its other half; `begins` is where its part in this paragraph begins."""

    start: int
    begins: int
    family: str
    mark: str
    parts: list[tuple[int, int]]


def marked_in(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Marked], list[Problem]]:
    """What stands between quotation marks, outer and inner, in order; and the marks that have no other half.

    A quotation that is still open when its paragraph ends goes on if the next paragraph begins with a mark of the same
    form, or holds a closing mark that nothing in it opens; else it ends with its paragraph. Never raises.
    The method is a scan with a stack; apostrophes are told by what stands on each side, and a doubtful one (workers’)
    closes only if no surer mark does before the next one opens.
    """
    found: list[Marked] = []
    problems: list[Problem] = []
    stack: list[_Opened] = []
    all_marks = [_roles(text, paragraph.start, paragraph.end) for paragraph in paragraphs]
    for at, paragraph in enumerate(paragraphs):
        marks = all_marks[at]
        reopened = len(stack)
        for i, (start, end, family, role) in enumerate(marks):
            if reopened and text[paragraph.start : start].strip(" \t“‘\"'«") == "" and stack[0].family == family:
                reopened, stack[0].begins = 0, start
                continue
            inside = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].family == family), None)
            if inside is not None and _is_inch(text, marks, i):
                continue
            if role == "doubtful":
                role = _decided(text, marks, i, inside is not None)
                if role == "close" and inside is not None and stack[inside].begins == paragraph.start:
                    role = "" if _goes_on(text, paragraphs, at, start, stack[inside].mark) else role
            elif role == "either":
                role = "close" if inside is not None else "open"
            if role == "open":
                if inside is not None and not _closes_twice(marks, i, family):
                    _give_up(text, stack, inside, start, found, problems)
                stack.append(_Opened(start, start, family, text[start:end], []))
            elif role == "close" and inside is not None:
                for lost in stack[inside + 1 :]:
                    problems.append(_problem(text, lost.start, lost.start + len(lost.mark), UNCLOSED))
                opened = stack[inside]
                del stack[inside:]
                found.append(Marked(opened.start, end, inside, [*opened.parts, (opened.begins, end)]))
                if opened.parts and opened.begins == paragraph.start and not _opens(text, opened):
                    problems.append(_problem(text, start, end, ORPHAN))
            elif role == "close" and not _measure(text, start, family):
                problems.append(_problem(text, start, end, ORPHAN))
        _carry(text, stack, paragraphs, all_marks, at, found, problems)
    found = [one for one in found if _WORD.search(text, one.start, one.end)]  # “” says nothing
    found.sort(key=lambda one: (one.start, -one.end))
    problems.sort(key=lambda one: (one.start, one.end))
    return found, problems


def _roles(text: str, first: int, last: int) -> list[tuple[int, int, str, str]]:
    """Each mark of a paragraph: start, end, family, and whether it opens, closes, either, is doubtful, or neither."""
    marks = []
    for match in _MARK.finditer(text, first, last):
        start, end, mark = match.start(), match.end(), match[0]
        before = text[start - 1] if start > first else " "
        after = text[end] if end < last else " "
        family = _FAMILY.get(mark, "double")
        role = _single(text, start, mark, before, after) if family == "single" else _double(mark, before, after)
        if role:
            marks.append((start, end, family, role))
    return marks


def _double(mark: str, before: str, after: str) -> str:
    if mark in _ALWAYS_OPEN:
        return "open"
    if mark in _ALWAYS_CLOSE:
        return "close"
    can_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    can_close = (after.isspace() or after in _AFTER_CLOSING) and not before.isspace()
    if mark == "“":
        return "either" if can_close and not can_open else "open"
    if mark == "”":
        return "either" if can_open and not can_close else "close"
    if can_open != can_close:
        return "open" if can_open else "close"
    return "either"


def _single(text: str, start: int, mark: str, before: str, after: str) -> str:
    """An empty answer is an apostrophe."""
    if mark in "‚‛":
        return "open" if mark == "‛" and not before.isalnum() and after.isalnum() else ""
    if before.isalnum():
        if after.isalnum():
            return ""
        if before in "nN" and text[max(start - 2, 0) : start - 1] in ("’", "'", "‘"):
            return ""  # rock ’n’ roll
        return "close" if mark == "‘" else "doubtful"
    if not (before.isspace() or before in _BEFORE_OPENING) or (after.isspace() and not before.isspace()):
        return "" if after.isalnum() and before not in '”"' else "close"
    if after.isspace() or (after in ".,;:!?)" and not before.isspace()):
        return ""
    if _ELISION.match(text, start + 1) or (mark == "’" and (after.isdigit() or after.islower())):
        return ""
    if _CAPITAL_ELISION.match(text, start + 1):
        return "doubtful"
    return "doubtful" if mark == "’" else "open"


def _decided(text: str, marks: list[tuple[int, int, str, str]], i: int, inside: bool) -> str:
    """What a doubtful single mark does; a possessive or a word cut short gives way to a surer closing mark ahead."""
    start = marks[i][0]
    if not (start and text[start - 1].isalnum()):
        return "open" if not inside and _surer_ahead(text, marks, i) else ""  # ’Tis, or a wrong mark that opens
    cut_short = text[start - 1].isdigit() or _cut_short(text, start)
    if not inside:
        return "" if cut_short else "close"
    follows = text[start + 1 : start + 3]
    if cut_short and follows[:1].isspace() and follows[1:].isalnum() and _surer_ahead(text, marks, i):
        return ""
    return "close"


def _goes_on(text: str, paragraphs: Sequence[Paragraph], at: int, start: int, mark: str) -> bool:
    """Whether a possessive (the Smiths’ house) stands in a paragraph of speech that the next one goes on with."""
    follows = text[start + 1 : start + 3]
    return (
        _cut_short(text, start)
        and follows[:1] == " "
        and follows[1:].islower()
        and at + 1 < len(paragraphs)
        and text.startswith(mark, paragraphs[at + 1].start)
    )


def _surer_ahead(text: str, marks: list[tuple[int, int, str, str]], i: int) -> bool:
    """Whether a single mark that surely closes comes before the next one that opens, among a few."""
    for start, _, family, role in marks[i + 1 : i + 9]:
        if family != "single":
            continue
        if role != "doubtful":
            return role == "close"
        if start and text[start - 1].isalpha() and not _cut_short(text, start):
            return True
    return False


def _cut_short(text: str, at: int) -> bool:
    """Whether a word that ends here may end with an apostrophe: workers’, singin’, ol’."""
    return _LEFT_OUT_AT_THE_END.search(text[max(at - 4, 0) : at]) is not None


def _closes_twice(marks: list[tuple[int, int, str, str]], i: int, family: str) -> bool:
    """Whether a mark that opens inside one of its own family is nested: two more close than open from here on."""
    level = 1
    for _, _, other, role in marks[i + 1 : i + 13]:
        if other == family:
            level += {"open": 1, "close": -1, "either": -1}.get(role, 0)
            if level < 0:
                return True
    return False


def _give_up(
    text: str, stack: list[_Opened], inside: int, at: int, found: list[Marked], problems: list[Problem]
) -> None:
    """Ends what was opened and not closed before another mark opens."""
    for depth in range(len(stack) - 1, inside - 1, -1):
        lost = stack[depth]
        problems.append(_problem(text, lost.start, lost.start + len(lost.mark), UNCLOSED))
        if depth == inside and lost.mark != "'":
            end = lost.begins + len(text[lost.begins : at].rstrip())
            found.append(Marked(lost.start, end, depth, [*lost.parts, (lost.begins, end)], open=True))
    del stack[inside:]


def _carry(
    text: str,
    stack: list[_Opened],
    paragraphs: Sequence[Paragraph],
    all_marks: list[list[tuple[int, int, str, str]]],
    at: int,
    found: list[Marked],
    problems: list[Problem],
) -> None:
    """At the end of a paragraph: what is open goes on in the next one, or is given up."""
    if not stack:
        return
    paragraph, outer = paragraphs[at], stack[0]
    end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip())
    following = paragraphs[at + 1] if at + 1 < len(paragraphs) and paragraphs[at + 1].part == paragraph.part else None
    marks = [mark for mark in all_marks[at + 1] if mark[2] == outer.family] if following else []
    reopens = bool(marks and following and marks[0][3] != "close" and not text[following.start : marks[0][0]].strip())
    first = next((m for m in marks if m[3] != "doubtful" or not _cut_short(text, m[0])), None)
    runs_on = not reopens and first is not None and first[3] in ("close", "doubtful") and outer.begins < end
    for lost in stack[1:]:
        problems.append(_problem(text, lost.start, lost.start + len(lost.mark), UNCLOSED))
    del stack[1:]
    if following and (reopens or runs_on):
        outer.parts.append((outer.begins, end))
        outer.begins = following.start
        if runs_on:
            problems.append(_problem(text, outer.start, outer.start + len(outer.mark), RUNS_ON))
        return
    problems.append(_problem(text, outer.start, outer.start + len(outer.mark), UNCLOSED))
    if outer.mark != "'":  # a straight single mark alone is more likely an apostrophe that we do not know
        found.append(Marked(outer.start, end, 0, [*outer.parts, (outer.begins, end)], open=True))
    stack.clear()


def _opens(text: str, opened: _Opened) -> bool:
    return text.startswith(opened.mark, opened.begins)


def _is_inch(text: str, marks: list[tuple[int, int, str, str]], i: int) -> bool:
    """Whether a mark in a quotation, between a figure and a small letter, is an inch: the next one closes as well."""
    start = marks[i][0]
    if not start or not _INCHES.match(text, start - 1):
        return False
    return i + 1 < len(marks) and marks[i + 1][2] == "double" and marks[i + 1][3] == "close"


def _measure(text: str, start: int, family: str) -> bool:
    """Whether a mark after a digit stands for feet or inches."""
    return family in ("double", "single") and start > 0 and text[start - 1].isdigit() and text[start] in "\"'’”"


def _problem(text: str, start: int, end: int, what: str) -> Problem:
    return Problem(start, end, text[start:end], what)

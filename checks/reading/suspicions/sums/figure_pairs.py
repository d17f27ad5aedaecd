"""Two figures of a text that belong together: the one before and the one after, the part and the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Literal

from checks.reading.parts import TimePhrase
from checks.reading.suspicions.sums.masked import Figure, Masked
from checks.reading.suspicions.sums.stated import is_person

Kind = Literal["change", "share"]

_MARK = re.compile(r"\x01([A-Z])([0-9]*)\x02")
_STOP = re.compile(
    r"[,;:(–—]| and | but | while | whereas | (?:to|from|against|versus|than)(?= )| compared (?:with|to)\b"
)
# Words before a figure, or after it, by which it is the earlier of two.
_SEASON = r"(?:year|month|week|season|quarter|day|decade|winter|summer|autumn|spring)"
_WAS_BEFORE = re.compile(
    r"\b(?:from|against|compare[sd]? (?:with|to)|versus|vs\.?|than|instead of|rather than|down from|up from"
    r"|having (?:been|had|stood|\w+ed|begun)|(?:normally|usually|originally) \w+|list price|full price"
    r"|had (?:been|had|\w+(?:ed|nt|lt|ld|en|wn))|used to \w+|once|previous(?:ly)?|former(?:ly)?|earlier|originally"
    rf"|the {_SEASON} before(?: that)?,?|before (?:the|then|that|it|they|he|she)|in (?:its|the|their) (?:very )?first"
    r"|last (?:season|term|time|round|winter|summer|spring|autumn)"
    r"|(?:when|where) (?:there (?:were|was)|it (?:was|stood)|they were))\b[^\x01;]{0,32}$"
    r"|\bwhen(?: [\w'-]+){0,3} $|\b(?:average|usual|normal|norm)(?: (?:is|was|of|for)){0,2} $|\bafter (?:only "
    r"|just )?$"
    r"|(?:^|[,;] )(?:when|where) [^\x01;,]{0,40}\x01T\x02,?(?: [\w'-]+){1,3} $|(?:^|; )then (?:\w+ ){0,3}$"
    r"|^(?:in |on |at )?(?:the same \w+ (?:in|of) )?\x01T\x02,? (?:it|they|there|the \w+) (?:was|were|had|stood)\b"
    r"[^\x01;]{0,20}$"
)
_NO_FROM = re.compile(
    r"\brang\w+ from|\bfrom[^\x01]*\b(?:and|to|by|are|is|was|were|has|have)\b[^\x01]*$"
    r"|\bthan (?:expected|usual)\b"
)
_WAS_AFTER = re.compile(
    rf"^[^\x01;.]{{0,40}}?\b(?:the {_SEASON} before|(?:at|in) the (?:previous|last|preceding|former) [a-z]+"
    rf"|previously"
    r"|before that|at the start|at first|in its first|then)\b"
)
_NOW_AFTER = re.compile(
    r"^(?: [\w'-]+){0,2} (?:when (?:it|they|he|she) [\w'-]+ (?:again|back)|now|today"
    r"|at present|after it)\b"
)
_LATER = re.compile(
    r"\b(?:will|(?:is|are|due|set|expected) to) (?:then )?(?:be|have|fall|rise|grow|drop|shrink|increase|get)"
    r"(?: [\w'-]+){0,2} $|\bthere (?:are to|will) be (?:[\w'-]+ )?$"
)
_LASTING = re.compile(  # a length of time that is no value: in three years
    r"(?:\b(?:in|within|for|over|after|every|last|next|past|of|the|by|during|first|a|aged|per|another|since"
    r"|until) |^)$"
)
_ALONE = re.compile(r"\balone\b")
_WAS_TIME = re.compile(r"\b(?:last|ago|earlier|before|previous|preceding|prior)\b", re.IGNORECASE)
_NOW_TIME = re.compile(r"\b(?:this|now|today|current|tonight|at present)\b", re.IGNORECASE)
_NOW_BEFORE = re.compile(r"\b(?:now|today|currently|at present|after(?:wards)?|since then)\b[^\x01;]{0,30}$")
_TIMES = {"years", "months", "weeks", "days"}  # 420 million two years ago
_INSTANCES = ("cases", "instances", "times", "occasions", "of")
_PEOPLE = {"people", "persons", "men", "women", "children", "adults", "others"}
_AT_MOST = 25  # times: figures farther apart are not two values of one thing
_SMALL = 10  # such figures are of one thing only where their nouns say so
_FEW = 4  # figures of one sentence: where there are more, it is a list

_PART_OF = re.compile(
    r"\x01N(?P<part>[0-9]+)\x02 (?:[\w'’-]+ ){0,2}?(?:out )?of (?:(?:the|its|all|their|his|her|our|some|about) ){0,2}"
    r"(?:[\w'’-]+ ){0,3}?\x01N(?P<whole>[0-9]+)\x02"
)
_OF_THE = re.compile(
    r"(?:^|[,;:] |\bthat |\band |\bbut |[“\"(])(?:out )?(?:of|among) (?:(?:the|all|its|their|those|these|some"
    r"|about) )"
    r"{0,3}(?:[\w'’-]+ ){0,3}?\x01N(?P<whole>[0-9]+)\x02(?:[^\x01;]"
    r"|\x01[TD][0-9]*\x02){0,80}?\x01N(?P<part>[0-9]+)\x02"
)
_OF_WHOM = re.compile(
    r"\x01N(?P<whole>[0-9]+)\x02(?:[^\x01]|\x01[TD][0-9]*\x02){0,90}?(?:\bof (?:whom|which|them|these|those)"
    r"(?: [\w'’-]+){0,2}? \x01N(?P<part>[0-9]+)\x02"
    r"|\x01N(?P<part2>[0-9]+)\x02 (?:[\w'’-]+ )?(?:out )?of (?:whom|which|them|these|those)\b)"
)
_FOR = re.compile(  # 640 applications for 96 flats
    r"\x01N(?P<whole>[0-9]+)\x02 (?:applications|applicants|candidates|bids|bidders|entries"
    r"|people)(?: [\w-]+){0,2} for"
    r" (?:(?:the|its|only|just) ){0,2}\x01N(?P<part>[0-9]+)\x02"
)
_ASKED = re.compile(
    r"\b(?:survey|poll|question|ask|interview|sampl|respon|stud(?:y|ied)|trial|test|examin|inspect|enrol"
    r"|looked (?:at|into)"
    r"|took part|audit|check|review|treated|count|entered|applied|applicant|candidate|invited|offered|given to"
    r"|entitled|eligible|registered|electorate)"
)
_CAPACITY = re.compile(r"\b(?:capacity|room for|out of a possible)\b")


@dataclass(frozen=True)
class Pair:
    """The figure before and after (a change), or the whole and its part (a share); `at` are their sentences."""

    kind: Kind
    one: Figure
    two: Figure
    at: tuple[int, int]

    @property
    def figures(self) -> dict[str, Figure]:
        """The two by the arguments of the check."""
        names = ("was", "now") if self.kind == "change" else ("whole", "part")
        return dict(zip(names, (self.one, self.two), strict=True))


@dataclass(frozen=True)
class _Placed:
    """A figure with what says when it was: a word, or a date."""

    figure: Figure
    was: bool
    now: bool
    later: bool
    time: TimePhrase | None


def pairs_of(sentences: Sequence[Masked]) -> list[list[Pair]]:
    """For each sentence, the pairs whose later figure stands in it; the earlier one there or in the one before."""
    placed = [_placed(masked) for masked in sentences]
    return [list(_pairs(sentences, placed, n)) for n in range(len(sentences))]


def _pairs(sentences: Sequence[Masked], placed: Sequence[list[_Placed]], n: int) -> Iterator[Pair]:
    if not sentences[n].figures:
        return
    shares = list(_shares(sentences[n], n))
    parts = {pair.two for pair in shares}
    changes = [pair for pair in _own_changes(placed[n], n) if not {pair.one, pair.two} & parts]
    if not shares and not changes:
        shares = list(_of_the_asked(sentences[n], n))
    yield from (*changes, *shares)
    before = next((k for k in (n - 1, n - 2) if k >= 0 and placed[k]), -1)
    if before < 0 or not placed[n] or "headline" in (sentences[before].sentence.part, sentences[n].sentence.part):
        return
    if sentences[n].sentence.paragraph - sentences[before].sentence.paragraph <= 1:
        if not changes and not _own_changes(placed[before], before):
            for a, b in product(placed[before], placed[n]):
                yield from _in_time(a, b, (before, n))
        if not shares and before == n - 1:
            yield from _of_those_before(sentences[before], sentences[n], n)


def _own_changes(placed: Sequence[_Placed], n: int) -> list[Pair]:
    return [pair for a, b in combinations(placed, 2) for pair in _in_time(a, b, (n, n))]


def _in_time(a: _Placed, b: _Placed, at: tuple[int, int]) -> Iterator[Pair]:
    """The two as before and after, if they are of one thing and something says which was first."""
    if not comparable(a.figure, b.figure) or (at[0] != at[1] and _too_small(a.figure, b.figure)):
        return
    order = _order(a, b)
    if order:
        one, two = (a.figure, b.figure) if order == "ab" else (b.figure, a.figure)
        yield Pair("change", *_lent(one, two), at)


def _too_small(one: Figure, two: Figure) -> bool:
    """Whether two figures of two sentences are too small and bare, or too open, to be taken for values of one thing."""
    if any(figure.amount.bound not in ("", "about", "to") for figure in (one, two)):
        return True
    return not one.unit and max(one.amount.value, two.amount.value) <= _SMALL and head(one.of) != head(two.of)


def _order(a: _Placed, b: _Placed) -> str:
    if (a.now and b.later) or (a.later and b.now):
        return "ab" if a.now else "ba"
    if a.later != b.later:
        return "ab" if b.later else "ba"
    if a.was != b.was:
        return "ab" if a.was else "ba"
    if a.now != b.now:
        return "ba" if a.now else "ab"
    one, two = a.time, b.time
    if one is None or two is None:
        past = [time is not None and bool(_WAS_TIME.search(time.exact)) for time in (one, two)]
        return "ab" if past[0] else "ba" if past[1] else ""
    if one.when and two.when and one.when != two.when:
        if "the year" in one.why and "the year" in two.why and one.when.first and two.when.first:
            months = one.when.first.month, two.when.first.month  # in January and by June are of one year
            return "ab" if months[0] < months[1] else "ba" if months[1] < months[0] else ""
        first, second = one.when, two.when
        if first.before(second) == "yes":
            return "ab"
        return "ba" if second.before(first) == "yes" else ""
    was = [bool(_WAS_TIME.search(time.exact)) and not _NOW_TIME.search(time.exact) for time in (one, two)]
    return "" if was[0] == was[1] or one.exact == two.exact else "ab" if was[0] else "ba"


def comparable(one: Figure, two: Figure) -> bool:
    """Whether two figures can be values of one thing: one unit, one noun or none, and not far apart."""
    if (one.mark == "P") != (two.mark == "P") or (one.per and two.per and one.per != two.per):
        return False
    a, b = one.amount.value, two.amount.value
    if a <= 0 or b <= 0 or a == b or max(a, b) > _AT_MOST * min(a, b):
        return False
    if one.unit != two.unit:
        return _coin(one, two) or _coin(two, one)
    return same_noun(one.of, two.of)


def _coin(one: Figure, two: Figure) -> bool:
    """`46 million euros from 40 million`: a figure without its unit beside one with it."""
    bare = not one.unit and (not one.of or head(one.of) in _TIMES)
    return bare and two.unit not in ("", "point") and two.mark in "ND"


def _lent(one: Figure, two: Figure) -> tuple[Figure, Figure]:
    bare = one if not one.unit else two
    full = two if bare is one else one
    if not full.unit or full.amount.unit == bare.amount.unit:
        return one, two
    unit = full.amount.unit
    written = f"{unit}{bare.written}" if unit in ("$", "£", "€") else f"{bare.written} {unit}"
    given = replace(bare, written=written, unit=full.unit)
    return (given, two) if bare is one else (one, given)


def same_noun(one: str, two: str) -> bool:
    """Whether what two figures count is called by one noun, as far as they say it."""
    a, b = head(one), head(two)
    if not a or not b or a[:5] == b[:5]:
        return True
    return (a in _PEOPLE and _is_person(b)) or (b in _PEOPLE and _is_person(a))


def _is_person(noun: str) -> bool:
    return noun in _PEOPLE or is_person(noun.removesuffix("s"))


def head(of: str) -> str:
    """The last noun of what is counted, in small letters."""
    words = of.lower().split()
    return words[-1] if words else ""


def _placed(masked: Masked) -> list[_Placed]:
    """The numbers and percentages of a sentence, each with its time."""
    if not masked.figures:
        return []
    line, found = masked.line, list(_MARK.finditer(masked.line))
    figures = [
        mark for mark in found if mark[1] in "NP" or (mark[1] == "D" and not _LASTING.search(line, 0, mark.start()))
    ]
    if not figures or len(figures) > _FEW:
        return []
    dates = [mark for mark in found if mark[1] == "T"]
    ends = [0, *(mark.end() for mark in figures)]
    starts = [*(mark.start() for mark in figures), len(line)]
    times: dict[int, TimePhrase] = {}
    for date, phrase in zip(dates, masked.times, strict=False):
        slot = sum(end <= date.start() for end in ends[1:])  # the gap it stands in: before figure `slot`
        stop = _STOP.search(line, ends[slot], date.start())
        near = slot > 0 and not stop and line.count(" ", ends[slot], date.start()) <= 8
        times.setdefault(slot - 1 if near or slot == len(figures) else slot, phrase)
    placed: list[_Placed] = []
    for k, mark in enumerate(figures):
        lead, trail = line[ends[k] : starts[k]], line[mark.end() : starts[k + 1]]
        stop = _STOP.search(trail)
        trail_own = trail[: stop.start()] if stop else trail
        was = bool(_WAS_BEFORE.search(lead) and not _NO_FROM.search(lead)) or bool(_WAS_AFTER.match(trail_own))
        was = was and not _ALONE.search(trail) and not (k == 0 and lead == "from ")
        now = bool(_NOW_BEFORE.search(lead) or _NOW_AFTER.match(trail_own))
        later = not was and bool(_LATER.search(lead))
        placed.append(_Placed(masked.figures[int(mark[2])], was, now, later, times.get(k)))
    return placed


def _shares(masked: Masked, n: int) -> Iterator[Pair]:
    if masked.marks.count("N") < 2:
        return
    for pattern in (_PART_OF, _OF_THE, _OF_WHOM, _FOR):
        for match in pattern.finditer(masked.line):
            part = match["part"] or match["part2"] if pattern is _OF_WHOM else match["part"]
            yield from _share(masked.figures[int(match["whole"])], masked.figures[int(part)], (n, n))


def _of_the_asked(masked: Masked, n: int) -> Iterator[Pair]:
    """The lesser of the two figures of a sentence that tells of a survey, a test or a count."""
    counts = [figure for figure in masked.figures if figure.mark == "N"]
    if len(counts) == 2 and (_ASKED.search(masked.line) or _CAPACITY.search(masked.line)):
        small, large = sorted(counts, key=lambda figure: figure.amount.value)
        if small is counts[1] or _CAPACITY.search(masked.line):
            yield from _share(large, small, (n, n))


def _of_those_before(before: Masked, masked: Masked, n: int) -> Iterator[Pair]:
    """A part whose whole the sentence before asked, tested or counted."""
    wholes = [figure for figure in before.figures if figure.mark == "N" and figure.of]
    parts = [figure for figure in masked.figures if figure.mark == "N"]
    if len(wholes) != 1 or len(parts) != 1:
        return
    those = re.search(
        r"\x02 (?:[\w'’-]+ )?of (?:them|these|those)\b|^(?:of|among) (?:them|these"
        r"|those)\b",
        masked.line,
    )
    again = head(parts[0].of) in (head(wholes[0].of), *_INSTANCES)
    if those or (_ASKED.search(before.line) and (again or not parts[0].of)):
        yield from _share(wholes[0], parts[0], (n - 1, n))


def _share(whole: Figure, part: Figure, at: tuple[int, int]) -> Iterator[Pair]:
    if whole.unit == part.unit and 0 < part.amount.value < whole.amount.value and not whole.per and not part.per:
        yield Pair("share", whole, part, at)

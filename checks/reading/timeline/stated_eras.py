"""The century or decade that a thing is said to be of, against the year in which it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from checks.reading.parts import Certainty, Words
from checks.reading.timeline.parts import CALENDAR, Limit, Statement
from checks.reading.timeline.stated_links import told
from checks.reading.timeline.stated_marks import D, Marked, Moment, Stated, Times, ordinals

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
_ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS.split(), 1)}
_TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
         "nineties": 90}  # fmt: skip
_STYLES = {"tudor": (1485, 1603), "elizabethan": (1558, 1603), "jacobean": (1603, 1625), "georgian": (1714, 1837),
           "regency": (1795, 1837), "victorian": (1837, 1901), "edwardian": (1901, 1914)}  # fmt: skip
_ERA = re.compile(
    rf"\b(?P<part>(?:early|mid|late|middle of the|end of the|beginning of the|"
    rf"turn of the)[ -])?(?:(?P<century>(?:{'|'.join(_ORDINALS)}"
    rf"|\d{{1,2}}(?:st|nd|rd|th))[ -]century)|(?:nineteen[ -])?(?P<tens>{'|'.join(_TENS)})|(?P<years>1[5-9]\d0|"
    rf"20[0-4]0)[’']?s"
    rf"|(?P<style>{'|'.join(_STYLES)})(?! (?:era|times|state|government)\b))\b", re.IGNORECASE,
)  # fmt: skip
_MADE = re.compile(
    r"\b(?:built|erected|opened|founded|constructed|completed|painted|composed|written|carved|printed|designed|"
    r"dating|dates|"
    r"dated|put up|laid out|consecrated|established|cast|woven|put on|inaugurated|made|published|finished|raised)"
    rf"(?: (?:by|for|to)(?: [\w’'.-]+){{1,6}}?)?,? (?:only |back |to |from |as late as )?(?:in |"
    rf"from )?{D}", re.IGNORECASE,
)  # fmt: skip
_THING = (
    "building|church|bridge|house|hall|school|mill|tower|castle|chapel|manor|farmhouse|cottage|inn|theatre|theater|"
    "station|pier|lighthouse|library|factory|warehouse|villa|palace|mansion|hotel|barn|fort|cathedral|abbey|terrace|"
    "painting|manuscript|altarpiece|organ|statue|clock|cinema|pavilion|bath|pool|estate|structure|landmark|masterpiece"
)
_OPENED = re.compile(
    r"\b(?:opened|founded|established|inaugurated|published)\b", re.IGNORECASE
)  # may be in an older house
_IS_OF = re.compile(
    r"\b(?:dates? (?:back )?(?:from|to)|dating (?:back )?(?:from|to)|relics? of|(?:work|example|piece|product|"
    r"child|survivor|"
    r"style|architecture|taste|spirit|fashion|showpiece|monument|legacy|gem|building|one)s? of|typical of|"
    r"(?:put up|built|"
    r"made|erected|painted|written|constructed|woven|cast)(?: there| here| in the \w+)? in) (?:the )?$", re.IGNORECASE,
)  # fmt: skip
_NO_ERA = re.compile(
    r"\b(?:rebuilt|restored|replac\w+|site of|extended|extension|added|older|original|earlier|later|former|copy|"
    r"replica|"
    r"converted|modernised|remodelled|restoration|successor|predecessor|since|ahead of|before its time|revival|"
    r"imitat\w+|in the style|looks? like|as if|could be|mock|neo|not|although|though)\b", re.IGNORECASE,
)  # fmt: skip
_HINT = re.compile(
    r"century|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|0[’']?s\b|Tudor|Elizab|Jacob|Georgian|Reg|Vict|Edw"
)
_SLACK = {"century": 12, "": 4}  # years by which a thing may come before or after its century, or its decade
_GOES_ON = re.compile(r"^(?:It|The|This|That|Its|Designed|Built|Opened)\b")


def eras_in(times: Times) -> Iterator[Stated]:
    """The statements that a thing made in a year is of a century or decade in which that year does not lie."""
    if not times.moments or (not any(_HINT.search(marked.text) for marked in times.sentences) and not _decades(times)):
        return
    last: Marked | None = None
    for marked in times.sentences:
        made = _made(marked, times)
        eras = list(_eras(marked, times))
        if made and eras and not _NO_ERA.search(marked.text):
            yield from _of(made, eras, "likely", "that both are said of the same thing")
        elif last and marked.paragraph == last.paragraph and marked.number - last.number == 1:
            both = f"{last.text} {marked.text}"
            if eras and not made and _GOES_ON.match(marked.text) and not _NO_ERA.search(both):
                made = _made(last, times) if not list(_eras(last, times)) else []
            elif made and not eras and _GOES_ON.match(marked.text) and not _NO_ERA.search(both):
                eras = list(_eras(last, times)) if not _made(last, times) else []
            else:
                made = []
            if made and eras:
                yield from _of(made, eras, "likely", "that both sentences tell of the same thing")
        last = marked


def _decades(times: Times) -> bool:
    """Whether a date is a decade or more."""
    return any(
        (one.choices[0].last or date.min).year - (one.choices[0].first or date.max).year >= 8 for one in times.moments
    )


def _made(marked: Marked, times: Times) -> list[Moment]:
    if "<d" not in marked.text:
        return []
    return [
        times.moments[int(found[1])] for found in _MADE.finditer(marked.text) if _is_year(times.moments[int(found[1])])
    ]


def _is_year(moment: Moment) -> bool:
    first, last = ordinals(moment.choices[0])
    return moment.written and first is not None and last is not None and last - first <= 500


def _eras(marked: Marked, times: Times) -> Iterator[tuple[Words, int, int]]:
    """The centuries and decades that a sentence says a thing is of, with their first and last year."""
    text = marked.text
    for found in re.finditer(D, text):
        moment = times.moments[int(found[1])]
        first, last = moment.choices[0].first, moment.choices[0].last
        if (
            first
            and last
            and 8 <= last.year - first.year < 100
            and _IS_OF.search(text[max(found.start() - 60, 0) : found.start()])
        ):
            yield moment.words, max(first.year - _SLACK[""], 1), last.year + _SLACK[""]
    for found in _ERA.finditer(text):
        after, before = text[found.end() : found.end() + 30], text[max(found.start() - 60, 0) : found.start()]
        thing = re.match(rf" (?:[\w’'-]+ ){{0,2}}?(?:{_THING})\b", after)
        if not _IS_OF.search(before) and (not thing or _OPENED.search(text)):
            continue
        years = _years(found)
        if years:
            slack = _SLACK["century" if years[1] - years[0] > 20 else ""]
            yield marked.words(found.start(), found.end()), max(years[0] - slack, 1), years[1] + slack


def _years(found: re.Match[str]) -> tuple[int, int] | None:
    part = (found["part"] or "").lower().strip(" -")
    if found["style"]:
        return _STYLES[found["style"].lower()]
    if found["century"]:
        said = re.sub(r"[ -]century$", "", found["century"].lower())
        number = _ORDINALS.get(said) or int(re.sub(r"\D", "", said) or 0)
        if not 1 <= number <= 21:
            return None
        first = number * 100 - 99
        if "turn" in part or "beginning" in part:
            return first - 20, first + 30
        return {"early": (first, first + 49), "mid": (first + 25, first + 74), "late": (first + 50, first + 99)}.get(
            part.split(" ")[0], (first, first + 99)
        )
    first = int(found["years"]) if found["years"] else 1900 + _TENS[found["tens"].lower()]
    if found["years"] and first % 100 == 0:
        return first, first + 99
    return {"early": (first, first + 4), "late": (first + 5, first + 9)}.get(part, (first, first + 9))


def _of(
    made: Sequence[Moment], eras: Sequence[tuple[Words, int, int]], certainty: Certainty, assumed: str
) -> Iterator[Stated]:
    """The pair of a year and an era, where no pair of them goes together."""

    def fits(moment: Moment, first: int, last: int) -> bool:
        low, high = ordinals(moment.choices[0])
        return (
            low is None or high is None or (date.fromordinal(high).year >= first and date.fromordinal(low).year <= last)
        )

    if any(fits(moment, first, last) for moment in made for _, first, last in eras):
        return
    words, first, last = eras[0]
    moment, point = made[0], f"era {words.start}"
    least, most = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    says = f"“{words.exact}” are at most the years {first} to {last}"
    yield Stated(Statement(says, "it is of", ((Limit(CALENDAR, point, least, most),),), (words,)), "certain")
    says = f"what was made in {told(moment)} is “{words.exact}”"
    same = Limit(moment.point, point, 0, 0)
    yield Stated(Statement(says, "the time between the two is", ((same,),), (words,), assumed=assumed), certainty)

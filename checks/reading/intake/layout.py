"""The parts of a page: headline, standfirst, byline, dateline, body, and what is no part of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.intake.furniture import AGENCY, is_furniture
from checks.reading.named.gazetteer import known_at
from checks.reading.named.tokens import tokens_of
from checks.reading.parts import Paragraph, Part, Words
from checks.reading.telling_words import words as words_of

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?)"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?|"
    r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})"
)
_HOUR = r"(?:[ ,|•·@–—-]+(?:at )?\d{1,2}(?:[:.]\d\d){0,2} ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?)"
_DAY = re.compile(_DATE, re.IGNORECASE)
_DATE_LINE = re.compile(rf"(?:on )?(?:{_WEEKDAY},? )?{_DATE}{_HOUR}?\.?", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:first |last |originally )?(?:published|posted|updated|modified|created|filed|issued|date|released)\b[ :]", re.I
)
_PARTICLE = "de|la|le|van|von|der|den|bin|ibn|al|el|da|dos|du|di|y"
_NAME = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?:(?:Dr|Mr|Mrs|Ms|Sir|Prof)\.? )?"
    rf"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|{_PARTICLE})){{1,4}}"
)
_NAMES = rf"{_NAME}(?:(?:,? and |, | & |; |,? with ){_NAME}){{0,8}}"
_POST = (
    r"(?:[\w’'&-]+ ){0,5}(?:editor|correspondent|reporter|writer|staff|columnist|producer|critic|journalist|bureau|"
    r"chief|analyst|author|contributor|service|press|news|agency|post|times|media)s?"
)
_BYLINE = re.compile(
    r"(?:(?i:Story|Words|Written|Text|Report|Reporting|Analysis|Opinion|Interview|Review|Exclusive)[ :,|-]*)?"
    rf"(?:[Bb]y|BY):?\s+(?:{_NAMES}|{_POST}|{AGENCY.pattern})"
    r"(?:,? (?:in|for|of|at|from) [A-Z].{0,60})?(?:\s*[,|/•·–—(-]\s*.{0,100})?\.?"
)
_SIGNED = re.compile(
    rf"{_NAMES}(?:,? (?:in|for|at|from) [A-Z][\w’'-]*(?:[ ,]+[A-Z][\w.’'-]*){{0,4}}|"
    rf"\s*[,|/•·–—-]\s*(?:the )?(?:(?i:{_POST})|[A-Z@].{{0,60}}))?"
)
_POST_ALONE = re.compile(_POST, re.IGNORECASE)
_AGENCY_NAME = rf"(?:{AGENCY.pattern}|[A-Z][A-Za-z. ]{{1,30}})"
_DASH = r"(?:\s*(?:—|–|--+|―)\s*|\s+[-_]\s+|\s*_\s+|(?<=\))_)"
_PLACE = r"[A-Z][A-Z.’']+(?:[ /-][A-Z][A-Z.’']*){0,4}"
_PLACE_MIXED = r"[A-Z][a-zà-ÿ’'.-]+(?:[ /-](?:[A-Z][a-zà-ÿ’'.-]+|of|de|upon)){0,3}"
_REGION = r"(?:, (?:[A-Z][\w.’']*(?: (?:[A-Z][\w.’']*|of|and|the)){0,3}))"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE}{_REGION}{{0,2}}?)(?:,? (?P<date>{_DATE}))?,?(?: ?[(/](?P<agency>{_AGENCY_NAME})[)/])?"
    rf"|(?P<mixed>{_PLACE_MIXED}{_REGION}{{0,2}}?)(?:,? (?P<day>{_DATE}))?,?(?: ?\((?P<wire>{_AGENCY_NAME})\))?"
    rf"|\((?P<alone>{_AGENCY_NAME})\)){_DASH}(?=[A-Z“‘\"'$£€\d])"
)
_WITH_COLON = re.compile(rf"(?P<place>{_PLACE})(?:,? (?P<date>{_DATE}))?:\s+(?=[A-Z“‘\"'$£€\d])")  # as in India
_PLACE_LINE = re.compile(rf"{_PLACE}{_REGION}{{0,2}}(?:,? {_DATE})?(?: ?\({_AGENCY_NAME}\)(?:{_DASH})?|\s*[—–-])")
_ITEM = re.compile(r"(?:[-*•‣▪–—]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s")
_ENDS = re.compile(r"[.!?…:;][’”\"')\]*]*$|[’”\"]$")
_SMALL = words_of(
    "a an and as at but by for from if in into is it its nor of off on or out over per so than that the to up v via vs "
    "was were with yet after amid before between be are has"
)
_WORD = re.compile(r"[^\W_][\w’'.&-]*")
_HEADLINE_WORDS, _HEADING_WORDS, _STANDFIRST_WORDS, _RELATED_WORDS, _BYLINE_WORDS = 30, 10, 60, 18, 40


@dataclass(frozen=True)
class Dateline:
    """What a page says of where and when it was written: `words` is the dateline with its dash, or None; the rest as
    printed. `day` is the day in the dateline, or in a line that says when the page was published, where it has a year.
    """

    words: Words | None
    place: str = ""
    agency: str = ""
    date: str = ""
    published: Words | None = None
    updated: Words | None = None
    day: When | None = None


def paragraphs_of_page(text: str, title: str = "", byline: str = "") -> list[Paragraph]:
    """The paragraphs of a normalised text in order, each with its part of the page.

    `title` and `byline` are what the page says of itself, where it does. A line is a paragraph. A heading in the body
    is part `headline`; what is no part of the article is a `notice` and never left out. Offsets are code points.
    """
    lines = _lines(text)
    parts: list[Part] = ["notice" if is_furniture(words) else "body" for _, words in lines]
    begun = _head(lines, parts, title, byline)
    _headings(lines, parts, begun)
    _related(lines, parts, begun)
    return [
        Paragraph(start, start + len(words), words, part) for (start, words), part in zip(lines, parts, strict=True)
    ]


def dateline_of(text: str, paragraphs: list[Paragraph]) -> Dateline:
    """Where and when an article says it was written: `WASHINGTON (AP) —` at the start of its body or on a line of its
    own, and the days in the lines that say when it was published and updated."""
    published = updated = words = None
    for paragraph in paragraphs:
        dated = _DAY.search(paragraph.exact) if paragraph.part in ("dateline", "byline") else None
        if dated:
            day = Words(paragraph.start + dated.start(), paragraph.start + dated.end(), dated[0])
            if re.search(r"updated|modified", paragraph.exact[: dated.start()], re.IGNORECASE):
                updated = updated or day
            else:
                published = published or day
    first = next((one for one in paragraphs if one.part == "body"), None)
    found = (_DATELINE.match(first.exact) or _of_a_place(first.exact)) if first else None
    if first and found:
        said = dict.fromkeys(_DATELINE.groupindex, "") | found.groupdict(default="")
        exact = found[0].rstrip()
        words, date = Words(first.start, first.start + len(exact), exact), said["date"] or said["day"]
        place, agency = said["place"] or said["mixed"], said["agency"] or said["wire"] or said["alone"]
    else:
        line = next((one for one in paragraphs if one.part == "dateline" and not _DATE_LINE.search(one.exact)), None)
        words, date, agency = (Words(line.start, line.end, line.exact) if line else None), "", ""
        place = line.exact.rstrip(" —–-_") if line else ""
    when = _day(date) or (_day(published.exact) if published else None)
    return Dateline(words, place, agency, date, published, updated, when)


def _of_a_place(words: str) -> re.Match[str] | None:
    """`MUMBAI: The council…`, where the gazetteer knows the place; else the colon follows a speaker or a rubric."""
    found = _WITH_COLON.match(words)
    tokens = tokens_of(found["place"].title(), ()).all if found else []
    return found if tokens and known_at(tokens, 0) == (len(tokens), "place") else None


def _lines(text: str) -> list[tuple[int, str]]:
    lines, at = list[tuple[int, str]](), 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            lines.append((at + len(line) - len(line.lstrip()), words))
        at += len(line) + 1
    return lines


def _head(lines: list[tuple[int, str]], parts: list[Part], title: str, byline: str) -> int:
    """Marks what comes before the body, and tells where the body begins."""
    first = next((n for n, (_, words) in enumerate(lines[:6]) if title and _alike(words, title)), None)
    for number in range(first or 0):
        parts[number] = "notice" if not _ends(lines[number][1]) else parts[number]
    number = first or 0
    seen = set[Part]()
    while number < min(len(lines), (first or 0) + 14):
        words = lines[number][1]
        part: Part = "notice"
        if parts[number] != "notice" or _is_dated(words) or ("byline" in seen and "@" in words):
            part = _head_part(words, seen, title, byline)
        rest = [
            line for line, at in zip(lines[number + 1 :][:6], parts[number + 1 :][:6], strict=True) if at != "notice"
        ]
        if part == "headline" and not rest and number == 0 and not (title and _alike(words, title)):
            part = "body"
        if part == "standfirst" and not _introduces(rest, title, byline):
            part = "body"
        if part == "body":
            break
        parts[number] = part
        seen.add(part)
        number += 1
    return number


def _head_part(words: str, seen: set[Part], title: str, byline: str) -> Part:
    """What a paragraph before the body would be, after the parts that were seen; `body` where it begins the body."""
    if title and _alike(words, title):
        return "headline"
    if _is_dated(words) or (_PUBLISHED.match(words) and len(words.split()) <= 16 and _DAY.search(words)):
        return "dateline"
    if is_byline(words, byline) or (seen & {"headline", "byline"} and _is_signed(words, "byline" in seen)):
        return "byline"
    count = words.count(" ") + 1
    if _is_place_line(words):
        return "dateline"
    if _ITEM.match(words) or words[:1].islower():
        return "body"
    if (
        "headline" not in seen
        and count <= _HEADLINE_WORDS
        and (words[-1] in "!?" or not _stops(words) or _title_case(words))
    ):
        return "headline"
    if seen == {"headline"} and count <= _HEADLINE_WORDS and not _stops(words) and _title_case(words):
        return "headline"
    if "byline" in seen or "dateline" in seen or count > _STANDFIRST_WORDS or _DATELINE.match(words):
        return "body"
    return "standfirst" if "headline" in seen and "standfirst" not in seen else "body"


def _introduces(rest: list[tuple[int, str]], title: str, byline: str) -> bool:
    """Whether a byline, a date line or a dateline follows soon: what stands before it is no body yet."""
    for number, (_, words) in enumerate(rest):
        if is_byline(words, byline) or _is_dated(words) or _is_signed(words, False):
            return True
        if _DATELINE.match(words) or _is_place_line(words):
            return number == 0
        if _stops(words) and number:
            return False
    return False


def is_byline(words: str, byline: str = "") -> bool:
    """Whether a paragraph says who wrote the article: `By Jane Doe`, a news agency's name, or the known byline."""
    if words.count(" ") >= _BYLINE_WORDS:
        return False
    if byline and (_alike(words, byline) or _alike(words, f"by {byline}")):
        return True
    return bool(_BYLINE.fullmatch(words) or AGENCY.fullmatch(words))


def _is_signed(words: str, named: bool) -> bool:
    """A name, or a name and a place or a post, alone; after a name (`named`), a post or an address alone."""
    if words.count(" ") > 14 or _stops(words):
        return False
    if named and (_POST_ALONE.fullmatch(words) or "@" in words):
        return True
    return bool(_SIGNED.fullmatch(words)) and (words.count(" ") < 4 or bool(re.search(r" and | in |[,|/•·–—]", words)))


def _is_dated(words: str) -> bool:
    return len(words) < 100 and bool(
        _DATE_LINE.fullmatch(words) or (_PUBLISHED.match(words) and re.search(r"\d", words) and not _stops(words))
    )


def _is_place_line(words: str) -> bool:
    """`WASHINGTON (AP) —` on a line of its own."""
    return len(words) < 80 and bool(_PLACE_LINE.fullmatch(words))


def _headings(lines: list[tuple[int, str]], parts: list[Part], begun: int) -> None:
    """Marks the headings within the body: a short line without a full stop between two paragraphs that have one."""
    for number in range(max(begun, 1), len(lines) - 1):
        words, before, after = lines[number][1], lines[number - 1][1], lines[number + 1][1]
        if (
            parts[number] == "body"
            and words.count(" ") < _HEADING_WORDS
            and not _ends(words)
            and not words.endswith((",", "—", "–", "-"))
            and words[:1].isupper()
            and (_stops(before) or number == begun)
            and _stops(after)
            and not _ITEM.match(after)
            and after.count(" ") >= 6
        ):
            parts[number] = "headline"


def _related(lines: list[tuple[int, str]], parts: list[Part], begun: int) -> None:
    """Marks headlines of other stories at the end: no closing mark, where the paragraphs of the body all have one."""
    body = [number for number in range(begun, len(lines)) if parts[number] == "body"]
    last = len(body)
    while last and not _ends(lines[body[last - 1]][1]) and _is_related(lines[body[last - 1]][1]):
        last -= 1
    kept, tail = body[:last], body[last:]
    if len(kept) >= 2 and sum(_ends(lines[number][1]) for number in kept) >= 0.8 * len(kept):
        in_list = lines[kept[-1]][1].endswith(":")
        for number in tail if not in_list else []:
            parts[number] = "notice"


def _is_related(words: str) -> bool:
    count = words.count(" ") + 1
    return (
        3 < count <= _RELATED_WORDS
        and words[:1].isupper()
        and not _ITEM.match(words)
        and not words.endswith((",", "—", "–", "-"))
        and not re.search(r"[a-z\d)][.!?][’”\"')]* [A-Z(“‘\"]", words)  # of two sentences
    )


def _stops(words: str) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return bool(re.search(r"[.!?…][’”\"')\]*]*$", words[-6:])) and not words.endswith("?")


def _ends(words: str) -> bool:
    return bool(_ENDS.search(words[-6:]))


def _title_case(words: str) -> bool:
    """Whether all but the small words have a capital, as in many American headlines."""
    found = [word for word in _WORD.findall(words) if word.lower() not in _SMALL]
    return 3 < len(found) <= 20 and sum(not word[0].islower() for word in found) >= 0.85 * len(found)


def _alike(first: str, second: str) -> bool:
    one, other = (re.sub(r"[\W_]+", "", words.casefold()) for words in (first, second))
    return bool(one) and one == other


def _day(printed: str) -> When | None:
    """The day that a dateline prints; None without a year, or where it is no day."""
    try:
        when = When.parse(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", printed)) if printed else None
    except CaseError:
        return None
    return None if when is None or when.yearless else when

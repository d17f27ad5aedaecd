"""Words that are figures of their own: ordinals, `twice`, `win No 14`, tables in a line, and words for none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.reading.figures.numbers import ORDINALS, PARTS, SMALL, part
from checks.reading.slots.figure_parts import Direction, Figure, FigureKind

_RISE = (
    r"r[oi]s(?:e|es|en|ing)|increas\w*|gr[eo]w(?:s|n|ing|th)?|climb\w*|jump\w*|surg\w*|soar\w*|leapt?|leap\w*|gain\w*"
    r"|went up|going up|up(?= (?:by|to|from)\b)|rais\w*|hik\w+|boost\w*|lift\w*|expand\w*|swell\w*|doubl\w*|tripl\w*"
    r"|trebl\w*|quadrupl\w*|strengthen\w*|push\w*|extend\w*|upped|improv\w*"
)
_FALL = (
    r"f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|tumbl\w*|slip\w*|slid\w*|shr[aiu]nk\w*|s[aiu]nk\w*|plung\w*"
    r"|plummet\w*|slump\w*|dwindl\w*|cut(?:s|ting)?|slash\w*|reduc\w*|lower(?:ed|ing|s)|went down|going down"
    r"|down(?= (?:by|to|from)\b)|dipp?\w*|slow\w*|shed(?:s|ding)?|halv\w*|eas(?:ed|ing)|weaken\w*|trimm?\w*|narrow\w*"
)
_MOVE = re.compile(rf"\b(?:(?P<up>{_RISE})|(?P<down>{_FALL})|chang\w*|went|mov(?:ed|ing))\b")
_NEAR = 120  # characters before a figure in which a verb of change, or the figure it is set beside, may stand

_TENTHS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = dict(zip(_TENTHS, range(20, 100, 10), strict=True))
_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{'|'.join(ORDINALS)})|(?P<tens>{'|'.join(_TENTHS)})[- ](?P<ones>{'|'.join(list(ORDINALS)[:9])})"
    r"|(?P<digits>[0-9]{1,4})(?:st|nd|rd|th))(?P<of>[ -](?P<noun>[a-z][\w’'-]*))?(?![\w-])",
    re.IGNORECASE,
)
# Before these an ordinal ranks nothing: it dates, divides, or names.
_NO_RANK = {
    "century", "centuries", "half", "quarter", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "of", "birthday", "anniversary", "and", "or", "to", "in", "at",
    "degree", "grade", "floor", "aid", "name", "hand", "lady", "thing", "week", "day", "month", "street",
    "avenue", "cousin", "amendment", "division", "class", "base", "stage", "party", "person", "as", "year", "is", "was",
}  # fmt: skip
_LAST_TOO = re.compile(r"and (?:final|last|latest|most recent|current)\b")
_A_WORLD = re.compile(r" (?:war|countr|nation)", re.IGNORECASE)
_RANK_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|this|that)|['’]s)\s+(?:[a-z-]+ )?$", re.IGNORECASE
)

_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_GROUPS = re.compile(
    r"\b(?:(?P<group>(?:a|the) (?:trio|quartet|quintet|sextet|hat-trick)|twice)\b(?! (?:as|the|that|its|their|what)\b)"
    r"|(?:ranked|ranking|seeded|world|reached|peaked at|hit|at|win|victory|goal|title|the) (?:no\.?|number) ?"
    rf"(?P<rank>[0-9]{{1,3}}|{_DIGIT}|ten)\b|(?<!\w)#(?P<hash>[0-9]{{1,3}})\b"
    r"|(?P<twice>twice|double)(?= what\b)"
    r"|(?:a )?(?P<points>three-quarter|quarter|half|full)[- ](?:a[- ])?(?:percentage[- ])?point\b"
    r"|(?<=by )(?:an? |one )(?P<fraction>half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    r"(?![ -](?:of|the|point|percent))"
    rf"|(?P<over>{_DIGIT}|[0-9]{{1,4}}) (?:out of|in) every (?P<under>{_DIGIT}|ten|[0-9]{{1,5}})"
    r"(?: (?P<of>(?:[a-z]+ )?[a-z]+s|people|women|men|children)\b)?)",
    re.IGNORECASE,
)
# Without one of these in a text there is none: looked for first, because that is quick.
_OF_GROUPS = (
    "trio", "tet", "hat-trick", "twice", "double", " no ", " no.", " number ", "#", "point", "by a", "by one", "every",
)  # fmt: skip
_GROUP = {"trio": 3, "quartet": 4, "quintet": 5, "sextet": 6, "hat-trick": 3, "twice": 2}
_OF_GROUP = {"hat-trick": "goals", "twice": "times"}
_POINT = {"three-quarter": Decimal("0.75"), "quarter": Decimal("0.25"), "half": Decimal("0.5"), "full": Decimal(1)}

# What is twice the forecast has not doubled.
EXPECTED = re.compile(r"[^.;]{0,60}\b(?:expect|forecast|predict|project|target|budget|plan|analyst|economist)")

_OWNED = re.compile(
    r"(?<=['’]s )(?P<n>[0-9]{1,3}(?:,[0-9]{3})*)"
    r"(?= (?P<of>(?:[a-z-]+ ){0,2}?(?:[a-z-]+(?<!s)s|people|men|women|children)\b))"
)
_GAPPED = re.compile(
    r"(?:\band|\bbut|\bwhile|[,;]) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2} "
    r"(?P<n>[0-9]{1,3}(?:,[0-9]{3})*)(?=[.,;]|$| and\b)"
)
_ENDED = re.compile(r"[.!?]\s")
_NAMED = r"(?<![\w'’&.-])[A-Z][\w'’&.-]*(?: [A-Z&][\w'’&.-]*){0,3} (?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7})(?![\w%])"
_TABLE = re.compile(rf"{_NAMED}(?:(?:[,;]| and|, and) {_NAMED})+")
_ENTRY = re.compile(r"(?<= )[0-9][0-9,]*(?![\w%])(?<!,)")

_NONE = re.compile(
    r"\b(?:no|without any|without|zero|not a single|not one)\s+(?P<of>(?:[a-z-]+\s){0,2}?(?:[a-z]+s|people|men|women"
    r"|children|person|evidence|money|damage|rain|snow|staff|police|man|woman|child))\b"
    r"|\b(?P<none>none)(?: of (?:the |them|those |these |its |their )?)?|\b(?P<body>nobody|no one|no-one)\b",
    re.IGNORECASE,
)
_PARTS = ("all", "nearly", "most", "minority")
_MOST = re.compile(
    r"\b(?:(?P<all>all(?! but)|every one)|(?P<nearly>(?:nearly|almost|virtually) all)"
    r"|(?P<most>(?:(?:a |the )?(?:clear |large |vast |narrow |slim |overwhelming |small |great )?majority(?= of\b))"
    r"|(?<!the )(?<!his )(?<!her )(?<!its )(?<!their )(?<!at )(?<!['’]s )most)"
    r"|(?P<minority>(?:a |the )?(?:small |tiny |large )?minority(?= of\b)))"
    r"(?: of)?(?: the| its| their| those| these| his| her)?"
    r" (?P<of>(?:[a-z’'-]+ ){0,2}?(?:[a-z]+(?<!s)s|people|men|women|children|police|staff)\b|(?<=of the )[a-z]+)",
    re.IGNORECASE,
)


def tells_a_change(before: str) -> bool:
    """Whether words hold a verb of change."""
    return _MOVE.search(before.lower()) is not None


def way_of(before: str) -> Direction:
    """Which way the last verb of change before a figure points."""
    moves = list(_MOVE.finditer(before[-_NEAR:].lower()))
    if not moves:
        return ""
    return "up" if moves[-1]["up"] else "down" if moves[-1]["down"] else ""


def zeros_in(text: str) -> tuple[Figure, ...]:
    """The words that say none of something, each as a count of nought: `no injuries`, `nobody`, `none of the crew`."""
    nought = Decimal(0)
    return tuple(
        _made(text, found.start(), found.end(), nought, "count", of=found["of"] or ("people" if found["body"] else ""))
        for found in _NONE.finditer(text)
    )


def quantifiers_in(text: str) -> tuple[Figure, ...]:
    """The words that say how large a part, each as a share: `all` is 1, `most` and `a majority` are more than half."""
    found = []
    for one in _MOST.finditer(text):
        half, whole = Decimal("0.5"), Decimal(1)
        (start, end), of = one.span(next(name for name in _PARTS if one[name])), one["of"]
        exact = text[start:end]
        if one["most"]:
            found.append(Figure(start, end, exact, half, None, half, "more than", "share", of, "share"))
        elif one["minority"]:
            found.append(Figure(start, end, exact, None, half, half, "less than", "share", of, "share"))
        elif one["nearly"]:
            found.append(Figure(start, end, exact, Decimal("0.9"), whole, whole, "about", "share", of, "share"))
        else:
            found.append(Figure(start, end, exact, whole, whole, whole, "", "share", of, "share"))
    return tuple(found)


def ordinals(text: str) -> Iterator[Figure]:
    """Ordinals that number things: `the 16th president`, `his third wife`."""
    for found in _ORDINAL.finditer(text):
        noun = found["noun"] or ""
        low = noun.lower()
        named = (low in _NO_RANK and not _LAST_TOO.match(text, found.end() - len(noun))) or (
            low == "world" and _A_WORLD.match(text, found.end())
        )
        before = _RANK_BEFORE.search(text, max(0, found.start() - 25), found.start())
        if named or not before or (found["word"] and not noun):
            continue
        if found["digits"]:
            value = Decimal(found["digits"])
        elif found["tens"]:
            value = _TENS[found["tens"].lower()] + ORDINALS[found["ones"].lower()]
        else:
            value = ORDINALS[found["word"].lower()]
        yield _made(text, found.start(), found.start("of") if noun else found.end(), value, "rank", of=noun)


def grouped(text: str) -> Iterator[Figure]:
    """Numbers in other words: `a trio`, `twice`, `win No 14`, `a quarter-point cut`, `one in every five`."""
    low = text.lower()
    if not any(word in low for word in _OF_GROUPS):
        return
    for found in _GROUPS.finditer(text):
        start, end = found.span()
        if found["group"]:
            word = found["group"].lower().rpartition(" ")[2]
            yield _made(text, start, end, Decimal(_GROUP[word]), "count", of=_OF_GROUP.get(word, ""))
        elif found["rank"] or found["hash"]:
            name = "rank" if found["rank"] else "hash"
            yield _made(text, found.start(name), end, _few(found[name]), "rank")
        elif found["twice"]:
            of = "expected" if EXPECTED.match(text, end) else ""
            yield _made(text, start, end, Decimal(2), "multiple", of=of)
        elif found["points"]:
            value, way = _POINT[found["points"].lower()], way_of(text[:start])
            yield _made(text, start, end, value, "points", "percentage point", way=way)
        elif found["fraction"]:
            value, way = part(1, PARTS[found["fraction"].lower()]), way_of(text[:start])
            yield _made(text, start, end, value, "change", "share", way=way)
        else:
            over, under = (_few(found[name]) for name in ("over", "under"))
            if over < under:
                end = found.end("under")
                yield _made(text, start, end, part(over, under), "share", "share", found["of"] or "")


def owned(text: str) -> Iterator[Figure]:
    """How many somebody has of something: `Kent's 20 bathing beaches`."""
    for found in _OWNED.finditer(text):
        yield _made(text, *found.span("n"), Decimal(found["n"].replace(",", "")), "count", of=found["of"])


def gapped(text: str, read: Sequence[Figure]) -> Iterator[Figure]:
    """A number that stands to a second name as the one before it to the first: `Ivan scored 29 goals and Marek 21`."""
    ends = [one.end for one in read]
    for found in _GAPPED.finditer(text):
        at = bisect_right(ends, found.start())
        before = read[at - 1] if at else None
        if not before or before.kind != "count" or not before.of or found.start() - before.end > _NEAR:
            continue
        if not _ENDED.search(text, before.end, found.start()):
            yield _made(text, *found.span("n"), Decimal(found["n"].replace(",", "")), "count", of=before.of)


def tabled(text: str) -> Iterator[Figure]:
    """The figures of a table told in a line, each behind a name: `Labour 24, Liberal Democrat 11, Green 3`."""
    for line in _TABLE.finditer(text):
        for found in _ENTRY.finditer(text, line.start(), line.end()):
            yield _made(text, found.start(), found.end(), Decimal(found[0].replace(",", "")), "count")


def _made(
    text: str, start: int, end: int, value: Decimal, kind: FigureKind, unit: str = "", of: str = "", way: Direction = ""
) -> Figure:
    return Figure(start, end, text[start:end], value, value, value, "", unit, of, kind, direction=way)


def _few(word: str) -> Decimal:
    return Decimal(word) if word.isdecimal() else SMALL[word.lower()]

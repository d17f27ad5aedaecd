"""Numbers that name and do not count: Flight 5342, UH-60, Article 5, 10 Downing Street, years, clock times, "one"."""

from __future__ import annotations

from checks.reading.figures.numbers import HYPHENS, SMALL, TENS, Number, Token, Tokens, plain

MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
}  # fmt: skip
WEEKDAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "yesterday",
}  # fmt: skip
# A number after one of these names a thing of that sort.
_DESIGNATORS = {
    "act", "amendment", "annex", "apartment", "appendix", "apt", "article", "bay", "bill", "block", "box",
    "building", "bus", "canto", "category", "channel", "chapter", "class", "clause", "column", "convention",
    "directive", "division", "episode", "exhibit", "exit", "fig", "gas", "figure", "flat", "flight", "floor", "form",
    "freeway", "gate", "grade", "group", "hall", "highway", "interstate", "issue", "item", "junction", "lane",
    "law", "level", "line", "lot", "motorway", "no", "nos", "note", "number", "order", "page", "pages", "paragraph",
    "part", "phase", "pier", "platform", "plot", "podium", "point", "proposition", "prop", "protocol", "psalm",
    "question", "regulation", "resolution", "room", "route", "rule", "scene", "schedule", "season", "section",
    "sections", "series", "shaft", "stage", "step", "studio", "suite", "table", "terminal", "tier", "title",
    "track", "tracks", "type", "unit", "verse", "version", "vol", "volume", "ward", "week", "zone", "round", "day",
    "year", "game", "heat", "mark", "model", "chapters", "articles", "rules", "v", "sec", "art", "ch", "para", "pp",
    "p", "ext", "hotline", "area", "precinct", "district", "council", "code", "zip", "extension", "formula",
}  # fmt: skip
_ALSO_COUNTED = {
    "day", "year", "week", "game", "round", "season", "series", "point", "group", "area", "order", "bill", "no",
    "act", "question", "council", "item", "class", "line", "rule", "law", "mark", "form", "p", "v",
}  # fmt: skip
_STREETS = {
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "boulevard", "blvd", "square",
    "way", "place", "court", "terrace", "crescent", "close", "parkway", "pkwy", "highway", "row", "gardens",
    "alley", "mews", "quay",
}  # fmt: skip
_CLOCK = {"am", "pm", "o'clock", "o’clock", "gmt", "bst", "est", "edt", "cet", "pst", "pdt", "utc", "hrs", "noon"}
_YEAR_BEFORE = {
    "in", "since", "by", "from", "until", "till", "during", "of", "before", "after", "circa", "early", "late",
    "mid", "spring", "summer", "autumn", "fall", "winter", "fiscal", "year", "fy", "the", "and", "to", "between",
    "through", "q1", "q2", "q3", "q4", "around", "about", "for", "back", "a", "this", "its", "his", "her", "their",
    "our", "class", "c",
}  # fmt: skip
PEOPLE = {
    "people", "men", "women", "children", "civilians", "soldiers", "troops", "police", "officers", "workers",
    "employees", "jobs", "staff", "residents", "students", "passengers", "homes", "houses", "prisoners",
    "protesters", "migrants", "refugees", "victims", "patients", "deaths", "cases", "voters", "fans", "members",
    "others", "dead", "vehicles", "votes",
}  # fmt: skip
_ONE_AFTER = {
    "of", "another", "s", "can", "could", "would", "should", "must", "may", "might", "has", "had", "is", "was",
    "will", "does", "did", "that", "which", "who", "whose", "to", "by", "and", "or", "but", "for", "on", "at",
    "with", "from", "as", "than", "the", "a", "an", "it", "he", "she", "they", "we", "you", "i", "where", "when",
    "if", "so", "not", "cannot", "more", "too", "after", "before", "because", "day", "night", "morning",
    "afternoon", "evening", "thing", "way", "side", "such", "else", "being", "having", "about", "like", "under",
    "over", "between", "all", "both", "into", "there", "here", "then", "now", "again", "also", "only", "just",
    "even", "ever", "never", "always", "direction", "sense", "wants", "needs", "goes", "says", "said", "thinks",
    "gets", "makes", "knows", "looks", "hopes", "wonders", "sees", "imagines", "told", "come", "came", "called",
    "named", "made", "were", "are", "be", "been", "have", "do", "per", "without", "i'm",
}  # fmt: skip
_ONE_BEFORE = {
    "no", "this", "that", "any", "every", "each", "some", "which", "the", "another", "only", "second", "third",
    "fourth", "fifth", "good", "big", "new", "number", "day", "other", "last", "first", "next", "same",
    "old", "right", "wrong", "whole", "little", "year", "phase", "tier", "round", "act", "game", "page",
    "part", "type", "plan", "square", "stage", "level", "chapter", "category", "class", "week", "formula", "grade",
    "step",
}  # fmt: skip
# A number may stand after these and a hyphen: "two-to-three", "magnitude-6"; other prefixes make a name, as in F-35.
_UNGUARDED_PREFIX = {
    "minus", "magnitude", "to", "and", "or", "a", "plus", "about", "some", "nearly", "almost", "in", "of", "for", "by",
}  # fmt: skip
_ABBREVIATED = {"no", "nos", "p", "pp", "vol", "ch", "art", "sec", "fig", "tel", "ext"}
_SIGNS = {"#", "@", "§", "_", "=", "&"}
_CODE = 8  # so many digits without a comma are a code
_LINKS = (*HYPHENS, "/", ":", ".")
_BOUND_OF_A_YEAR = {"about", "around", "over", "above", "below", "under", "to", "within", "circa", "c", "approximately"}
_NOT_COUNTED = {"somethings", "figure", "figures", "based", "style", "type", "series", "class", "era", "something"}
_HARMED = {"killed", "killing", "kills", "injured", "injuring", "injures", "wounded", "wounding", "hurting", "missing"}
_HELD_AGAINST = {"to", "than", "against", "with", "versus"}
_BARE = {"top", "bottom"}  # "the top 10" is a chart
_OTHER_HALVES = {
    "first", "second", "other", "latter", "former", "each", "opening", "better", "this", "that", "last",
}  # fmt: skip
_AFTER_HALF = {
    "of", "the", "its", "their", "his", "her", "our", "all", "those", "these", "as", "a", "an", "that", "what",
}  # fmt: skip
# Words that are no names, though they begin a sentence.
_OPENERS = {
    "a", "about", "above", "after", "all", "almost", "already", "although", "among", "an", "and", "another",
    "approximately", "around", "as", "at", "because", "before", "below", "between", "both", "but", "by", "down",
    "during", "either", "even", "every", "exactly", "fewer", "first", "for", "from", "had", "have", "he", "her",
    "here", "his", "however", "if", "in", "indeed", "it", "its", "just", "last", "less", "more", "most", "my",
    "nearly", "neither", "next", "not", "now", "of", "on", "once", "only", "or", "our", "out", "over", "plus",
    "roughly", "she", "since", "so", "some", "than", "that", "the", "their", "then", "there", "these", "they",
    "this", "those", "though", "through", "to", "under", "until", "up", "we", "when", "where", "whereas", "while",
    "with", "within", "would", "you", "your", "yes", "no", "including", "meanwhile", "still", "yet", "other",
    "minus", "estimated", "per", "upwards", "barely", "against", "involving", "killing", "unlike", "despite",
    "save", "get", "add", "pay", "buy", "see",
}  # fmt: skip


def chain_end(toks: Tokens, i: int, dated: frozenset[int]) -> int:
    """The token after the last of the numbers linked to the one at `i` by a hyphen, slash, colon, stop or space.

    A number in `dated`, which belongs to a date, ends the chain.
    """
    j = i + 1
    while True:
        linked = toks.at(j).text in _LINKS and toks.joined(j) and toks.joined(j + 1) and toks.at(j + 1).kind == "n"
        if linked and j + 1 not in dated:
            j += 2
        elif toks.at(j).kind == "n" and j not in dated and toks[j].start - toks[j - 1].end == 1:
            j += 1
        else:
            return j


def is_year(toks: Tokens, i: int, bounded: bool = False) -> bool:
    """Whether four digits without a unit are a year; `bounded` says that a word such as "about" stands before them."""
    token = toks.at(i)
    if token.kind != "n" or len(token.text) != 4 or not token.text.isdigit():
        return False
    value, before, after = int(token.text), toks.at(i - 1), toks.at(i + 1)
    if not 1000 <= value <= 2199:
        return False
    plural = _noun(after) and after.text.islower() and after.low not in ("levels", "prices", "figures", "elections")
    if bounded:
        return 1900 <= value < 2100 and not plural and before.low in _BOUND_OF_A_YEAR
    people = after.low in PEOPLE and before.low not in ("the", "in", "of") and not before.low.endswith(("'s", "’s"))
    if 1900 <= value < 2100:
        return not (people or (value == 2000 and plural and before.low not in _YEAR_BEFORE))
    return before.low in _YEAR_BEFORE - {"by", "a", "about", "around", "the", "for", "to"} and not plural and not people


def is_clock_or_date(toks: Tokens, i: int, j: int) -> bool:
    """Whether the number at tokens `i` to `j` is part of a clock time or a calendar date."""
    before, after = toks.at(i - 1), toks.at(j)
    if before.text == "." and toks.joined(i - 1):
        before = toks.at(i - 2)
    if (after.low in _CLOCK and after.low != "hrs") or (
        after.low in ("a", "p") and toks.at(j + 1).text == "." and toks.at(j + 2).low == "m"
    ):
        return True
    if before.low in ("to", "and", "or") and toks.at(i - 2).kind == "n":
        before = toks.at(i - 3 - (toks.at(i - 3).text == "."))  # Sept. 19 to 22
    value = plain(toks[i])
    if value is None or j != i + 1 or value > 31 or toks[i].text.startswith("."):
        return False
    if before.low in MONTHS and before.text[0].isupper():
        return value == int(value)
    month = toks.at(j + 1) if after.low == "of" else after
    if month.low in MONTHS and month.text[0].isupper() and value == int(value):
        return True
    half = len(toks[i].text.partition(".")[2]) == 2 and value < 24
    return before.low == "at" and half and not _noun(after) and after.text != "%"


def is_designation(toks: Tokens, number: Number, unit: str, opening: bool, title: bool, counted: bool) -> bool:
    """Whether a number names its thing: after a designator or a name, glued to letters, an address, a pronoun `one`.

    `unit`: its unit, if any; `opening`: a number word, or the word before digits, begins a sentence, so that its
    capital says nothing; `title`: the line is set in capitals; `counted`: a unit, a scale or a bound stands with it.
    """
    i, j = number.first, number.last
    token, before, after = toks[i], toks.at(i - 1), toks.at(j)
    if _is_prefixed(toks, i) and not (before.text == "#" and number.scale > 1):
        return True
    if token.kind == "n" and (_is_code(toks, i, j, counted) or _is_address(toks, j)):
        return True
    if token.kind == "f" and toks.joined(i) and before.kind in ("n", "f"):
        return True
    if after.text in ("U", "C") and [t.text for t in toks[j : j + 5 : 2]] in (["U", "S", "C"], ["C", "F", "R"]):
        return True  # a title of the American code of law
    if token.low == "one" and j == i + 1 and is_pronoun(toks, i, unit):
        return True
    if token.kind == "w" and before.low in SMALL and before.low != "one":
        return True  # nineteen ninety-nine
    if token.text == "One" and not opening and not title and before.kind == "w" and before.text[0].isupper():
        return True  # Formula One
    if token.kind == "w" and token.text[0].isupper() and after.text[:1].isupper() and not (opening or title):
        return True  # Three Mile Island
    if counted:
        return False
    if before.low in _DESIGNATORS and not (before.low in _ALSO_COUNTED and _noun(after)):
        return True
    if (
        before.low in _BARE
        or _is_or_two(toks, i)
        or _past_hyphen(toks, j).low in _NOT_COUNTED
        or (before.low, toks.at(i - 2).text) == ("of", "Group")
    ):
        return True
    if after.text in HYPHENS and toks.joined(j) and toks.joined(j + 1) and toks[j + 1].text[0].isupper():
        return True  # 7-Eleven
    return _named(toks, number, opening, title)


def _is_prefixed(toks: Tokens, i: int) -> bool:
    """Whether a sign, letters or an abbreviation directly before a number make it a name: UH-60, #5, No. 10, '90s."""
    before, prefix = toks.at(i - 1), toks.at(i - 2)
    if before.text in (".", ":") and prefix.low in _ABBREVIATED and toks.joined(i - 1):
        return True
    if not toks.joined(i):
        return False
    if before.text in HYPHENS and (toks.joined(i - 1) or prefix.text.isupper()):
        return prefix.kind == "n" or (
            prefix.kind == "w" and (prefix.low not in _UNGUARDED_PREFIX or prefix.text.isupper())
        )
    if toks[i].kind != "n":
        return False
    if before.text == "/" and prefix.kind == "w" and toks.joined(i - 1) and toks.joined(i - 2):
        return toks.at(i - 3).kind != "n"  # 180C/350F
    if before.text in ("/", ":", ".", "’", "'"):
        return toks.joined(i - 1) or (before.text in ("’", "'") and toks.joined(i + 1) and toks.at(i + 1).kind == "w")
    return before.kind in ("w", "n", "x") or before.text in _SIGNS


def _is_code(toks: Tokens, i: int, j: int, counted: bool) -> bool:
    """Whether digits are a code: 007, 5G, 401(k), a telephone number, "she flew a 747"."""
    text, before, after = toks[i].text, toks.at(i - 1), toks.at(j)
    if text[0] == "0" and text[1:2].isdigit():
        return True
    if after.text in ("'", "’") and toks.joined(j) and toks.at(j + 1).low == "s":
        return True  # the 80's
    if before.text == "(" and after.text == ")" and toks.at(j + 1).kind == "n":
        return True  # the area code of a telephone number
    if before.text == "(" and toks.joined(i) and toks.joined(i - 1) and toks.at(i - 2).kind == "n":
        return True  # section 4(2)
    if counted:
        return False
    if toks.joined(j) and (after.kind in ("w", "n", "f", "x") or after.text in ("@", "_", "=", "(")):
        return True
    if text.isdigit() and len(text) >= _CODE:
        return True
    return before.low in ("a", "an") and text.isdigit() and len(text) > 2 and after.text not in HYPHENS


def _named(toks: Tokens, number: Number, opening: bool, title: bool) -> bool:
    """Whether a capitalised word before a number makes it a name: Boeing 737, Big Ten, Apollo 11."""
    token, before, after = toks[number.first], toks.at(number.first - 1), toks.at(number.last)
    if token.kind == "w":
        mid = token.text[0].isupper() and not title and not opening and before.kind == "w"
        return mid and (
            before.text[0].isupper() or after.text[:1].isupper() or before.low in ("the", "of", "in", "at", "for")
        )
    if token.text.startswith("0."):
        return False  # CI 0.51
    capital = before.kind == "w" and not before.text.islower()
    placed = toks.at(number.first - 2).low in ("in", "near", "around", "outside") or before.low.endswith("ed")
    if placed and _noun(after):
        return False  # in Britain 12 judges
    if before.low.endswith(("'s", "’s")) and toks.at(number.first - 2).low in _HELD_AGAINST:
        return False  # 312 votes to Harris's 226
    if before.low.endswith(("'s", "’s")) and len(token.text) < 3 and (after.text in HYPHENS or _noun(after)):
        return False  # Denmark's 12 islands, but Boeing's 737
    if not capital or "," in token.text or number.last != number.first + 1 or before.low in MONTHS | WEEKDAYS:
        return False
    if opening and before.low in _OPENERS:
        return False
    if title:
        return not (after.low in PEOPLE or before.low.endswith(("s", "ed")) or before.low in _OPENERS)
    return after.low not in PEOPLE and before.low not in _OPENERS


def _is_or_two(toks: Tokens, i: int) -> bool:
    """Whether a number only loosens the one thing before it: `a day or two`, `a mile or so`."""
    return toks.at(i - 1).low == "or" and toks.at(i - 3).low in ("a", "an") and toks.at(i - 2).kind == "w"


def _past_hyphen(toks: Tokens, j: int) -> Token:
    return toks.at(j + (toks.at(j).text in HYPHENS and toks.joined(j)))


def is_pronoun(toks: Tokens, i: int, unit: str) -> bool:
    """Whether `one` stands for somebody or something: "one of the", "no one", "this one", "one can", "one day"."""
    before, after = toks.at(i - 1), toks.at(i + 1)
    if unit == "point" and before.low == "at":
        return True
    if unit:
        return (
            unit == "day"
            and before.low not in ("than", "least", "just", "only", "in", "for")
            and after.text not in HYPHENS
        )
    hyphen = after.text in HYPHENS and toks.joined(i + 1)
    if before.low in _HARMED and after.low in ("and", "", "in", "at", "on"):
        return False  # killing one and injuring 11
    if before.low == "between" and after.low == "and" and toks.at(i + 2).low in {*SMALL, *TENS}:
        return False  # between one and three
    if toks.at(i + 1 + hyphen).low in ("in", "to", "or"):  # one in five, one to two weeks
        last = toks.at(i + 2 + hyphen + (toks.at(i + 2 + hyphen).text in HYPHENS))
        return last.low in ("one", "1") or not (last.kind == "n" or last.low in SMALL or last.low in TENS)
    if hyphen:
        return True
    if after.kind != "w" or after.low in _ONE_AFTER or after.low.endswith("ly"):
        return True
    if before.low in ("at", "from") and after.low in ("point", "time", "stage", "end"):
        return True
    return before.low in _ONE_BEFORE and toks[i].text != "One"


def is_half_of_a_match(toks: Tokens, number: Number) -> bool:
    """Whether "half" is no share: the second half, half-time, half past six."""
    before, after = toks.at(number.first - 1), toks.at(number.last)
    if toks[number.first].low != "half":
        return False
    if before.low in _OTHER_HALVES or (after.text in HYPHENS and toks.joined(number.last)):
        return True
    return after.low not in _AFTER_HALF and (before.low != "by" or after.low == "past")  # fell by half


def _is_address(toks: Tokens, j: int) -> bool:
    """Whether capitalised words that end in a sort of street follow: 10 Downing Street."""
    for k in range(j, j + 6):
        token = toks.at(k)
        numbered = token.kind == "n" and toks.at(k + 1).low in ("st", "nd", "rd", "th")
        if numbered or token.low in ("st", "nd", "rd", "th"):
            continue  # 131 West 23rd Street
        if token.kind == "n" or not token.text[:1].isupper():
            return False
        if token.low in _STREETS and (k > j or token.low in ("avenue", "broadway")):
            return True
    return False


def _noun(token: Token) -> bool:
    """Whether a word looks like a plural noun, so that the number before it counts."""
    return token.low in PEOPLE or (
        token.kind == "w" and token.low.endswith("s") and not token.low.endswith(("ss", "us", "is"))
    )

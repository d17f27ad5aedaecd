"""What looks like a date and is none: 2,000 people, Flight 2024, the Sunday Times, the second half of a match."""

from __future__ import annotations

import re

from checks.reading.times.words import BY_NUMBER, Token

_PAPERS = {
    "times", "telegraph", "mail", "mirror", "express", "post", "herald", "independent", "star", "sun", "tribune",
    "mercury", "sport", "business", "world", "review", "magazine", "journal", "gazette", "observer",
}  # fmt: skip
_NAMED_DAYS = {
    "sheffield", "bloody", "ruby", "super", "man", "fat", "freaky", "casual", "throwback", "mothering",
    "remembrance", "whit", "cyber", "giving", "sunny", "stormy",
}  # fmt: skip
_COUNTED = {
    "people", "persons", "men", "women", "children", "percent", "per", "cent", "miles", "mile", "km", "kilometres",
    "kilometers", "metres", "meters", "feet", "foot", "inches", "tonnes", "tons", "pounds", "dollars", "euros",
    "yen", "yuan", "rupees", "rubles", "roubles", "francs", "pence", "cents", "kg", "lb", "lbs", "mw", "megawatts",
    "kilowatts", "square", "cubic", "acres", "hectares", "degrees", "litres", "liters", "gallons", "barrels",
    "calories", "dead", "troops", "staff", "more", "fewer", "million", "billion", "hundred", "thousand", "or-so",
    "bc", "bce", "hp", "rpm",
}  # fmt: skip
_MEASURES = {"percent", "miles", "km", "metres", "meters", "feet", "tonnes", "tons", "%", "dollars", "square"}
_HYPHENED = {
    "strong", "seat", "acre", "mile", "metre", "meter", "foot", "word", "odd", "plus", "member", "page", "person",
    "room", "pound", "ton", "tonne", "kilometre", "bed",
}  # fmt: skip
_NUMBERED = {
    "flight", "room", "page", "bus", "route", "road", "highway", "lot", "number", "no", "channel", "section",
    "article", "chapter", "verse", "psalm", "code", "extension", "model", "box", "train", "platform", "unit",
    "apartment", "suite", "class", "form", "bill", "resolution", "area", "windows", "boeing", "airbus", "version",
    "mark", "type",
}  # fmt: skip
_COUNTING = {
    "than", "over", "nearly", "almost", "some", "approximately", "roughly", "least", "most", "with", "another",
    "only", "just", "exactly", "total", "x", "×", "killed", "sold", "bought", "cost", "costs", "paid", "has",
    "have", "had", "are", "were", "employs", "number", "numbered", "scored", "plus", "minus",
}  # fmt: skip
_TO_YEAR = {
    "in", "since", "by", "until", "till", "during", "from", "before", "after", "between", "through", "throughout",
    "circa", "c", "ca", "of", "for", "around", "about", "year", "years", "early", "late", "mid", "pre", "post",
    "fiscal", "dated", "on", "and", "or",
}  # fmt: skip
_NOT_PLURAL = {
    "was", "is", "has", "as", "this", "its", "us", "does", "his", "yes", "plus", "thus", "perhaps", "always",
    "less", "across", "towards",
}  # fmt: skip
_STREETS = {
    "street", "st", "avenue", "ave", "road", "rd", "lane", "drive", "boulevard", "blvd", "court", "place", "square",
    "way", "terrace", "highway", "parkway", "close",
}  # fmt: skip
_SPORT = {
    "swam", "swim", "race", "raced", "lap", "laps", "rowed", "rowers", "runners",
    "touchdown", "touchdowns", "yards", "yard", "scored", "rebounds", "quarterback", "halftime", "game", "games",
    "coach", "overtime", "goal", "goals", "penalty", "dunk", "match", "kicker", "basket", "baskets", "points-lead",
    "pointer", "three-pointer", "turnovers", "interception", "fumble", "half-time", "kick-off",
}  # fmt: skip
FUNCTION = {
    "the", "a", "an", "and", "or", "but", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "is",
    "was", "are", "were", "be", "been", "has", "had", "have", "will", "would", "that", "which", "who", "it", "he",
    "she", "they", "we", "i", "not", "said", "says", "than", "when", "while", "after", "before", "since", "until",
    "if", "because", "so", "also",
}  # fmt: skip
# Before *last* these make it a verb.
_BEFORE_VERB = {
    "to", "will", "would", "can", "could", "may", "might", "should", "must", "shall", "not", "and", "or", "usually",
    "often", "typically", "generally", "normally", "ll", "t", "only", "which", "that",
}  # fmt: skip
_TO_A_DAY = {"of", "after", "before", "since", "on", "the", "post", "pre", "-", "from", "and", ".", "until", "to", "a"}
_OF_A_YEAR = {"levels", "prices", "figures", "elections", "dollars", "terms", "rates", "standards"}
_BACK = {"back", "dates", "dating", "prior", "due", "delayed", "postponed", "until"}
_IN_SEASON = {
    "in", "by", "since", "during", "until", "before", "after", "for", "through", "throughout", "from", "of", "last",
    "this", "next", "early", "late", "mid",
}  # fmt: skip
_RATED = {
    "percent", "cent", "times", "once", "twice", "more", "million", "billion", "thousand", "hundred", "trillion",
    "people",
}  # fmt: skip
_AT_CLOCK = {
    "at", "by", "from", "until", "till", "since", "before", "after", "around", "about", "to", "and", "between",
}  # fmt: skip
_WHOLE = {
    "end", "half", "quarter", "quarters", "rest", "start", "part", "days", "day", "months", "weeks", "time",
    "remainder", "course", "most", "much", "beginning", "out", "middle", "all", "third", "turn", "close", "later",
    "earlier", "over", "for",
}  # fmt: skip
_ENDS = set(".,;:!?)”\"’'—–-")


def allowed(name: str, found: list[Token], first: int, last: int, text: str) -> bool:
    """Whether the tokens `first` to `last`, which a rule of the name has found, are a phrase of time in their place."""
    phrase = found[first : last + 1]
    before = found[first - 1] if first else None
    after = found[last + 1] if last + 1 < len(found) else None
    follows = after.word if after else "."
    if text[phrase[0].start - 1 : phrase[0].start] in tuple("“\"‘'") and text[
        phrase[-1].end : phrase[-1].end + 1
    ] in tuple("”\"’'"):
        return False  # the “Today” show
    if phrase[0].kind == "FOLL":
        return False  # following Monday's debate
    if phrase[-1].kind == "TODAY" and phrase[-1].capital and before and before.capital and before.kind == "OTHER":
        return False  # USA Today
    if name in ("weekday", "today", "day") and (found[last].kind in ("WEEKDAY", "WEEKDAYS")):
        if after and after.capital and (after.word in _PAPERS or after.word == "night"):
            return False
        if before and before.word == "news" and any(t.word in "“‘\"'" for t in found[max(0, first - 4) : first]):
            return False  # “Fox News Sunday”
        return not (before and before.capital and before.word in _NAMED_DAYS)
    if name == "today" and phrase[-1].kind == "PART" and after and after.capital and phrase[-1].capital:
        return False  # Friday Night Lights
    if name == "day" and phrase[-1].kind in ("DAY", "NTH"):
        return follows not in _COUNTED and not (after and after.kind in ("UNITS",))
    if name == "figures" and phrase[-1].word in BY_NUMBER:
        return not (after and after.capital) and (before is None or before.kind == "BREAK" or before.word in _TO_A_DAY)
    if name == "the nth":
        golf = any(
            t.word in ("hole", "holes", "birdie", "bogey", "par", "tee", "green", "fairway")
            for t in found[max(0, first - 20) : last + 20]
        )
        return (
            before is not None
            and before.word in ("on", "by", "since", "until", "till")
            and (follows in FUNCTION or follows in _ENDS)
            and not golf
        )
    if name == "year":
        return _is_year(found, first, last, text)
    if name == "month" and phrase[-1].kind == "MONTH" and len(phrase) == 1:
        return not ((after and after.capital and after.word in ("madness", "fools", "fool")) or follows == "hare")
    if name == "season":
        return _is_season(found, first, last)
    if name == "clock":
        return _is_clock(phrase, before, text)
    if name == "decade":
        if (before and before.kind == "ITS") or (
            before and before.word in ("low", "mid", "high", "upper") and before.kind != "EARLY"
        ):
            return False
        token = next(t for t in phrase if t.kind == "DECADE")
        return (
            not token.word[0].isdigit() or len(token.word) == 5 or phrase[0].word == "the" or phrase[0].kind == "EARLY"
        )
    if name == "quarter":
        return _is_quarter(found, first, last)
    if name == "the unit":
        return _is_the_unit(phrase, before, found[first - 2] if first > 1 else None, after)
    if name == "unit":
        return not phrase[-1].capital
    if name == "ago" and phrase[-1].kind == "VAGUE":
        return phrase[-1].word == "now"  # two years from now
    if name == "age":
        return not (phrase[-1].word == "old" and phrase[-2].kind != "DASH")
    if name == "often word":
        noun = before is not None and (before.kind in ("AN", "THE", "ITS") or before.word.endswith("est"))
        return not noun and (follows in FUNCTION or follows in _ENDS)
    if name == "vague":
        if phrase[-1].word == "now" and follows == "that":
            return False  # now that the talks are over
        if phrase[-1].word in ("past", "future", "present", "last", "moment"):
            return (
                phrase[-1].word != "last"
                and not (before and before.word == "into")
                and (follows in FUNCTION or follows in _ENDS)
            )
        if phrase[-1].word == "recent" or (phrase[-1].word == "soon" and follows in ("as", "after")):
            return False
        return not (phrase[-1].word == "previously" and follows.endswith("ed"))
    if name == "lasting":
        if phrase[-1].kind == "QUARTER" and (
            follows == "of" or not any(t.kind in ("LAST", "NEXT", "ORD", "MORE") for t in phrase)
        ):
            return False  # a quarter and three-quarters are parts of something
        if phrase[0].kind in ("THE", "UNITS") and after and after.kind in ("YEAR", "SPANYEARS"):
            return False  # the years 2005 to 2010
        if phrase[0].kind == "UNITS" and before and before.kind == "DASH" and before.end == phrase[0].start:
            return False  # light-years
        if phrase[0].word == "last" and before and before.word in _BEFORE_VERB:
            return False  # it will last 18 months
        opens = before is None or before.kind == "BREAK" or not before.word.isalnum()
        if phrase[-1].capital and text[phrase[-1].start : phrase[-1].end].istitle() and (len(phrase) > 1 or not opens):
            return False  # a film called 13 Hours
        if phrase[0].kind == "THE" and len(phrase) == 2 and follows in ("that", "of", "when"):
            return False
        return follows != "old"
    return True


def is_rate(found: list[Token], first: int) -> bool:
    """Whether *a week* or *-a-week* after these words says how often, as in `$15 billion a week`, and not how long."""
    if not first:
        return False
    before = found[first - 1]
    if (
        before.kind in ("DAY", "NUM", "YEAR", "COUNT", "UNITS")
        or (before.word in ("p", "c", "k", "m", "bn", "kg", "mg", "g") and found[first - 2].word[0].isdigit())
        or before.word in _RATED
        or before.word[0] in "%0123456789"
        or before.kind == "DASH"
    ):
        return True
    figure = any(
        t.kind in ("DAY", "NUM", "COUNT") or t.word[0] in "$£€0123456789" for t in found[max(0, first - 4) : first - 1]
    )
    return (
        figure
        and before.kind == "OTHER"
        and before.word.isalpha()
        and before.word not in FUNCTION
        and before.word.endswith("s")
    )


def _is_year(found: list[Token], first: int, last: int, text: str) -> bool:
    token = found[last]
    if token.kind == "FY":
        return True
    before = found[first - 1] if first else None
    after = found[last + 1] if last + 1 < len(found) else None
    word = before.word if before else ""
    if token.kind == "SHORT":
        return word in ("in", "of", "since", "by", "until", "class", "summer") or found[first].kind == "FISCAL"
    if found[first].kind in ("FISCAL", "EARLY", "EDGE") or len(found[first : last + 1]) > 2:
        return True
    if after is not None and not (word in ("in", "from") and after.word in _OF_A_YEAR):
        hyphened = after.kind == "DASH" and last + 2 < len(found) and found[last + 2].start == after.end
        if hyphened and (found[last + 2].word in _HYPHENED or found[last + 2].word.isdigit()):
            return False
        if after.word in _COUNTED and word not in ("the", "in", "since", "until", "during"):
            return False
        if after.word in _MEASURES:
            return False
        if after.capital and any(t.word in _STREETS and t.capital for t in found[last + 1 : last + 5]):
            return False
    if (
        after is not None
        and after.word in ("to", "and")
        and found[min(last + 2, len(found) - 1)].kind == "YEAR"
        and token.number < 1900
    ):
        after = found[last + 3] if last + 3 < len(found) else None  # from 1000 to 2000 jobs
    plural = (
        after is not None
        and after.kind == "OTHER"
        and not after.capital
        and len(after.word) > 3
        and after.word[-1] == "s"
        and after.word not in _NOT_PLURAL
        and after.word not in _OF_A_YEAR
    )
    if before is None:
        return not plural and 1900 <= token.number <= 2060
    if found[first].kind == "THE" or before.kind in ("THE", "ITS"):
        return True
    if before.kind == "POSS":
        return after is not None and after.kind == "OTHER" and after.word.isalpha() and after.word not in FUNCTION
    if token.start and text[token.start - 1] in "“\"‘'" and text[token.end : token.end + 1] in tuple("”\"’',"):
        return False
    if word in _NUMBERED or before.word in ("#", "$", "£", "€", "%"):
        return False
    if (
        before.capital
        and before.kind == "OTHER"
        and before.word.isalpha()
        and word not in _TO_YEAR
        and word not in ("both", "while", "when", "the", "a", "like", "unlike")
    ):
        return False
    if word in _COUNTING:
        return word == "than" and first > 1 and found[first - 2].word in ("earlier", "later")
    if word == "at" and not plural:
        return after is not None and after.word.isalpha() and after.word not in FUNCTION
    if word == "to":
        earlier = found[first - 2] if first > 1 else None
        if earlier is not None and earlier.kind == "YEAR":
            return not plural or 1900 <= earlier.number <= 2060
        return earlier is not None and (earlier.kind in ("MONTH", "VAGUE", "TODAY") or earlier.word in _BACK)
    if word == "-":
        return first > 1 and found[first - 2].word in ("mid", "early", "late", "pre", "post")
    if not 1900 <= token.number <= 2060:
        return word in _TO_YEAR and not plural and not (after and after.word in _COUNTED)
    strong = word in ("in", "since", "until", "during", "by", "before", "after")
    return strong or not plural or before.kind == "AN"


def _is_season(found: list[Token], first: int, last: int) -> bool:
    phrase = found[first : last + 1]
    season = next(t for t in phrase if t.kind == "SEASON")
    into = found[first - 1].word if first else ""
    bare = phrase[0] is season and not any(t.kind in ("YEAR", "SHORT") for t in phrase)
    if bare and season.word in ("fall", "spring") and into not in _IN_SEASON:
        return False  # prices will fall next year
    if season.capital and first and not any(t.kind == "YEAR" for t in phrase):
        return False  # Spring Street, Muriel Spring
    if any(t.kind in ("YEAR", "SHORT", "UNIT", "LAST", "NEXT", "THIS", "EVERY", "PREV", "FOLL") for t in phrase):
        return not (season.word == "spring" and last + 1 < len(found) and found[last + 1].word == "water")
    after = found[last + 1].word if last + 1 < len(found) else "."
    if season.word in ("fall", "spring") and (
        after in ("of", "from", "in", "to", "water", "into", "on")
        or into not in ("in", "by", "until", "since", "during")
    ):
        return False
    return into in _IN_SEASON and (phrase[0].kind in ("THE", "EARLY", "SEASON"))


def _is_clock(phrase: list[Token], before: Token | None, text: str) -> bool:
    if phrase[0].kind in ("NUM", "YEAR"):
        return len(phrase[0].word) == 4 and phrase[0].number < 2400 and phrase[0].number % 100 < 60
    if phrase[0].kind != "CLOCK":
        return (
            phrase[0].kind != "NOON"
            or not phrase[0].capital
            or before is None
            or before.kind != "OTHER"
            or not before.capital
        )
    if len(phrase) > 1:
        return True
    start, end = phrase[0].start, phrase[0].end
    if re.match(r"[.:–-]\d|\.\d", text[end : end + 2]) or re.search(r"[\d.:–-]$", text[max(0, start - 1) : start]):
        return False
    return before is not None and before.word in _AT_CLOCK and phrase[0].number < 1440 and ":" in phrase[0].word


def _is_quarter(found: list[Token], first: int, last: int) -> bool:
    phrase = found[first : last + 1]
    if phrase[0].kind == "QNUM" and phrase[0].word[0] == "h" and len(phrase) == 1:
        return False
    dated = any(t.kind in ("YEAR", "FY", "SHORT", "FISCAL", "UNIT", "THIS", "LAST", "NEXT", "LATEST") for t in phrase)
    if any(t.kind == "HALF" for t in phrase):
        return dated
    after = [t.word for t in found[last + 1 : last + 4]]
    if not dated and (after == ["in", "a", "row"] or after[:1] == ["running"]):
        return False  # for the fourth quarter in a row
    if dated and [t.kind for t in found[max(0, last - 2) : last + 1]] != ["THE", "LAST", "QUARTER"]:
        return True
    return not any(t.word in _SPORT for t in found[max(0, first - 20) : last + 20])


def _is_the_unit(phrase: list[Token], before: Token | None, earlier: Token | None, after: Token | None) -> bool:
    unit = next(t for t in phrase if t.kind == "UNIT")
    if unit.capital or unit.word in ("hour", "minute", "century", "fortnight"):
        return False
    if len(phrase) > 2:
        return unit.word != "day"
    if unit.word == "day" or (after and after.word in ("of", "that", "when", "before", "after", "-")):
        return False
    return not (
        before
        and before.word == "of"
        and earlier
        and earlier.word not in _WHOLE
        and earlier.kind not in ("UNITS", "HALF", "QUARTER")
    )

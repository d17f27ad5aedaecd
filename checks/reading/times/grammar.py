"""The grammar of phrases of time, over the kinds of tokens that `date_words` tells apart."""

from __future__ import annotations

import re

from checks.reading.times import lengths, senses
from checks.reading.times.parts_of_year import quarter, seasonal
from checks.reading.times.words import KINDS

LETTERS = {kind: chr(0x100 + n) for n, kind in enumerate(sorted(set(KINDS)))}  # a line of tokens is a line of these
# Pieces that the rules are made of; the name of a kind stands for one token of it.
_PIECES = {
    "<digits>": "(?:DAY|NUM|YEAR)",
    "<words>": "(?:COUNT (?:DASH? COUNT){0,4} (?:AND COUNT){0,2})",
    "<many>": "(?:SOME? <digits> COUNT?|SOME? <words>|SOME|AN? (?:<words>|FEW|DOZEN|COUPLE OF?)|HALF AN|HALF DOZEN|AN)",
    "<and a half>": "(?:DASH? AND DASH? AN? DASH? HALF)",
    "<unit>": "(?:UNITS|UNIT|QUARTER)",
    "<edge>": "(?:THE? (?:EARLY DASH?|EARLIER (?:IN|ON)?|EDGE OF) (?:IN|ON)?)?",
    "<half of>": "(?:THE (?:ORD|THAT|LATEST) HALF OF)",
    "<which>": "(?:LAST|NEXT|THIS|PREV|FOLL|THAT|LATEST)",
    "<year>": "(?:FISCAL? (?:YEAR|SHORT)|FY|(?:THE|<which>|THE <which>) FISCAL? UNIT)",
    "<of year>": "(?:(?:OF|IN|COMMA)? <year>)",
    "<in that year>": "(?:COMMA? YEAR (?!ZONE)|COMMA? SHORT|OF <year>|OF? <which> UNIT)",
    "<weekday>": "(?:WEEKDAY COMMA?)",
    "<nth>": "(?:DAY|NTH)",
    "<joint>": "(?:DASH|TO|THROUGH|AND|OR)",
    "<year ago>": "(?:UNIT DASH (?:AGO|EARLIER))",
    "<whose quarter>": "(?:THE|ITS|AN|<which>|<year> POSS)",
    "<some>": "(?:LAST|NEXT|ORD|LATEST|PREV|FOLL|THESE|THAT)",
}  # fmt: skip
# Tried in this order at each token, the longer before the shorter: name of the rule, pattern, how it is read.
RULES: list[tuple[str, str, senses.Reading]] = [
    ("figures", "<weekday>? (?:ISO|SLASH)", senses.figures),
    ("clock", "(?:CLOCK AMPM?|DAY AMPM|(?:DAY|COUNT) OCLOCK|NOON) ZONE?|(?:NUM|YEAR) ZONE", lengths.clock),
    ("clock", "(?:HALF|AN? QUARTER) LAST (?:DAY|COUNT)", lengths.clock),
    ("day", "<weekday>? MONTH THE? <nth> (?:<joint> <nth> (?!OF? MONTH))? <in that year>?", senses.month_day),
    ("day", "<weekday>? (?:THE? <nth> (?:<joint> THE? <nth>)? OF?|THE ORD OF) MONTH <in that year>?", senses.month_day),
    ("nth", "THE? (?:ORD|NTH|LAST) (?:WEEKDAY|UNIT) (?:OF|IN) (?:MONTH (?:(?:COMMA|OF)? YEAR)?|YEAR)", lengths.nth_of),
    ("month", "<edge> (?:EVERY|THE? <which>|THE)? MONTH (?:<joint> MONTH)? "
              "(?:(?:OF|COMMA|IN)? (?:YEAR|SHORT)|OF? (?:<which>|THE <which>) UNIT)", senses.month),
    ("month", "<edge> (?:EVERY|THE? <which>)? MONTH (?:DASH MONTH)? (?!<nth>)", senses.month),
    ("weekday", "EVERY WEEKDAY|WEEKDAYS|<edge> (?:THE? <which>)? WEEKDAY (?!PART)", senses.weekday),
    ("today", "<edge> (?:(?:THE? <which>|TODAY|<which>? WEEKDAY) PART|THE UNIT BEFORE TODAY|"
              "PART DASH? (?:TODAY|WEEKDAY)|TODAY)", senses.today),
    ("century", "(?:<half of>|<edge>) THE? EARLY? DASH? (?:NTH|ORD|COUNT DASH ORD) DASH? CENTURY", senses.century),
    ("decade", "(?:<half of>|<edge>) THE? (?:EARLY DASH?)? DECADE", senses.year),
    ("quarter", "<edge> <whose quarter>? <which>? FISCAL? (?:YEAR|<year ago>)? FISCAL? DASH? "
                "(?:ORD|NTH) <digits>? COUNT? DASH? (?:QUARTER|HALF) <of year>?", quarter),
    ("quarter", "<edge> QNUM (?:OF|COMMA)? (?:FISCAL? YEAR|FY|SHORT)?", quarter),
    ("quarter", "(?:<year> POSS|THE? <year ago>|THE YEAR|THE CORRESPONDING|THE? THAT) FISCAL? (?:QUARTER|PERIOD) "
                "(?:(?:OF|IN)? <year>|AN UNIT (?:AGO|EARLIER))?", quarter),
    ("quarter", "(?:THE|ITS) (?:QUARTER|PERIOD) AN UNIT (?:AGO|EARLIER)", quarter),
    ("quarter", "<edge> (?:THE|ITS|<which>|THE <which>|THE? THIS) FISCAL? (?:QUARTER|PERIOD) (?!OF)", quarter),
    ("season", "<edge> (?:EVERY|THE? <which>|THE)? EARLY? DASH? SEASON <of year>?", seasonal),
    ("years", "<edge> SPANYEARS", senses.year),
    ("lasting", "IN? THE? <some> (?:<many> (?:(?:TO|OR|DASH) <many>)?)? MORE? UNITS", lengths.duration),
    ("lasting", "IN? THE? VAGUE UNITS", lengths.duration),
    ("part of", "(?:AN|THE? LAST|COUNT DASH?)? QUARTER OF AN (?:UNIT|CENTURY)", lengths.quarters),
    ("lasting", "AN UNIT OR COUNT (?!UNIT|UNITS|DASH)", lengths.or_two),
    ("year ago", "(?:THE|AN)? <year ago>", lengths.ago),
    ("lasting", "(?:THE|THESE)? <digits> UNITS (?!AGO|EARLIER|BEFORE)", lengths.duration),
    ("ago", "<many> <and a half>? (?:(?:TO|OR) <many>)? MORE? <unit> (?:AND AN HALF)? (?:AGO|EARLIER|FROM VAGUE)",
     lengths.ago),
    ("ago before", "<many> MORE? <unit> BEFORE", lengths.ago),
    ("age", "<many> (?:DASH? <unit> DASH LONG|UNITS LONG)", lengths.duration),
    ("lasting", "<many> <and a half>? (?:DASH? (?:TO|OR|DASH) DASH? <many>)? MORE? DASH? <unit> (?:DASH? LONG)? "
                "(?:AND AN HALF)?", lengths.duration),
    ("often", "EVERY (?:<many>|ORD|MORE)? <unit>|PER UNIT", lengths.often),
    ("long", "UNIT DASH LONG", lengths.duration),
    ("unit", "<edge> (?:THE? <which>|THE? ITS? THIS) FISCAL? (?:UNIT|PERIOD)", senses.relative_unit),
    ("year", "<edge> (?:THE UNIT|THE? FISCAL UNIT?)? YEAR|<edge> FY|FISCAL SHORT|SHORT", senses.year),
    ("the unit", "<edge> THE MORE? FISCAL? UNIT|UNIT POSS EDGE|UNIT DASH? EDGE", senses.relative_unit),
    ("lasting", "THE? UNITS", lengths.duration),
    ("vague", "THE NEAR? FUTURE|NEAR FUTURE|THE LAST|AT THE? PRESENT|THE PRESENT|VAGUE", lengths.vague),
    ("often word", "OFTEN", lengths.often),
    ("the nth", "THE NTH", lengths.bare_day),
]  # fmt: skip
_CORE = {
    "MONTH", "WEEKDAY", "WEEKDAYS", "UNIT", "UNITS", "QUARTER", "HALF", "YEAR", "SHORT", "FY", "ISO", "SLASH",
    "SPANYEARS", "QNUM", "DECADE", "SEASON", "CLOCK", "AMPM", "OCLOCK", "NOON", "TODAY", "PART", "VAGUE", "OFTEN",
    "FUTURE", "PRESENT", "LAST", "PERIOD", "CENTURY", "NTH", "ZONE",
}  # fmt: skip


def _pattern(rule: str) -> str:
    """A rule as a regular expression over letters, one for each kind of token."""
    while "<" in rule:
        rule = re.sub(r"<[a-z ]+>", lambda found: _PIECES[found[0]], rule)
    return re.sub("[A-Z]+", lambda found: LETTERS[found[0]], rule).replace(" ", "")


PATTERN = re.compile("|".join(f"(?P<r{n}>{_pattern(rule)})" for n, (_, rule, _) in enumerate(RULES)))
RUNS = re.compile(f"[^{LETTERS['OTHER']}{LETTERS['BREAK']}]+")  # where the pattern may match at all
CORE = frozenset(LETTERS[kind] for kind in _CORE)  # a run without one of these holds no phrase

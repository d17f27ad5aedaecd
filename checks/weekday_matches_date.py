"""Does the date fall on the stated weekday?

Supported when the date is one day and falls on it.
Contradicted when it falls on another, or when a span of days has no such weekday in it.
Unsettled when the date has no year, or is a span with such a day in it; and before 14 September 1752, or up to 1923
where the Julian calendar would fit, since the date may be told by that.

Cannot tell: which of the two is wrong, the weekday or the date, and whether what is told happened on either. Without
a fact from elsewhere, a date that fits its weekday stays unsettled.

Source: ISO 8601-1, the proleptic Gregorian calendar; the Calendar (New Style) Act 1750 for the change in Britain.
"""

from checks.case.nouns import Claim, Fact, Finding, Verdict, When, rests_on, when
from checks.reading.suspicions.sums.weekdays import Weekday, falls_on

_VERDICTS = {"yes": Verdict.SUPPORTED, "no": Verdict.CONTRADICTED, "cannot tell": Verdict.UNSETTLED}


def check(claim: Claim, *, weekday: Weekday, on: When | Fact) -> Finding:
    """Compares the weekday on which `on` falls with `weekday`.

    The reason names the weekday it does fall on and the nearest days that would fit; of a date without a year, the
    years in which it would.
    """
    answer, reason = falls_on(weekday, when(on))
    return Finding(claim.id, __name__, _VERDICTS[answer], f"{reason}.", rests_on(claim, on), needs_all=True)

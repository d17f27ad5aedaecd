"""What is said between two dates, as a statement, and the words for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.reading.parts import Certainty, Words
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_marks import D, Length, Marked, Moment, Stated, Times, ordinals

GAP = r"[^<>;:.!?“”()]"  # within a clause, and without another date
_NEAR = 300  # days that two dates of one sentence may lie apart if neither has a year
DATE = re.compile(D)
NOT_TIMES = re.compile(
    r"\b(?:average|compared|percent|per cent|%|data|figures|rose|fell|grew|sales|model|up from|down from)\b|[$£€%]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A marked sentence with what its marks stand for."""

    marked: Marked
    times: Times

    def moment(self, number: str) -> Moment:
        """The date of a mark."""
        return self.times.moments[int(number)]

    def length(self, number: str) -> Length:
        """The length of a mark."""
        return self.times.lengths[int(number)]


def link(
    earlier: Moment, later: Moment, least: int | None, most: int | None, says: str, subject: str,
    words: tuple[Words, ...], certainty: Certainty, assumed: str = "",
) -> Stated:  # fmt: skip
    """The statement that one date comes so many days after another."""
    limit = Limit(earlier.point, later.point, least, most)
    return Stated(Statement(says, subject, ((limit,),), words, assumed=assumed), certainty)


def lasting(length: Length) -> tuple[int | None, int | None]:
    """The days from beginning to end of what lasted so long: the day of the end may be counted or not."""
    return None if length.least is None else max(length.least - (length.unit != "days"), 0), length.most


def plain(length: Length) -> str:
    """A length as it follows a verb: “twelve years” and “12-day” are “twelve years” and “12 days”."""
    exact = re.sub(r"[- ](?:long|old)$", "", length.words.exact.lower())
    exact = re.sub(r"(?:the )?(?:next|following) ", "one ", exact)
    exact = re.sub(r" (?:later|earlier|before|after|afterwards|on)$", "", exact)
    if exact in ("decade", "century"):
        return f"a {exact}"
    if "-" in exact:
        exact = exact.rpartition("-")[0] + " " + exact.rpartition("-")[2]
        if not re.match(r"(?:a|an|one|1|each) ", exact) and not exact.endswith("s"):
            exact += "s"
    return exact


def so_long(
    event: Moment, other: Moment, length: Length, way: str, certainty: Certainty = "certain", assumed: str = ""
) -> Iterator[Stated]:
    """That an event came so long after (or before) another date."""
    after = way in ("after", "following", "later", "afterwards", "from", "of", "on")
    earlier, later = (other, event) if after else (event, other)
    spare = 1 if length.unit == "days" else 0
    if way in ("of", "from") and length.most is not None and length.least != 0 and way == "of":
        return
    least = None if length.least is None else max(length.least - spare, 0)
    most = None if length.most is None else length.most + spare
    if length.unit != "days" and not (event.is_exact and other.is_exact):
        least = None if least is None else int(least * 0.95)
        most = None if most is None else int(most * 1.05)
    says = f"{told(event)} is {plain(length)} {'after' if after else 'before'} {told(other)}"
    yield link(
        earlier,
        later,
        least,
        most,
        says,
        f"the time from {told(earlier)} to {told(later)} is",
        (length.words,),
        certainty,
        assumed,
    )


def when(moment: Moment) -> str:
    """A date with its preposition, as it follows a verb: “on 4 May 2031”, “in 2031”, “last January”."""
    said = told(moment)
    bare = re.match(r"(?:last|this|next|the (?:last|next)|.* ago)\b", said, re.IGNORECASE)
    return said if bare else f"{'on' if moment.is_exact else 'in'} {said}"


def told(moment: Moment) -> str:
    """The date itself, as it is written, for a clause about it."""
    return moment.said


def may_hold(stated: Stated, one: Moment, other: Moment) -> bool:
    """Whether a limit between two dates can hold for any of the days that they may be."""
    limit = stated.statement.choices[0][0]
    earlier, later = (one, other) if limit.earlier == one.point else (other, one)
    for first in earlier.choices:
        for second in later.choices:
            (a, b), (c, d) = ordinals(first), ordinals(second)
            widest = None if d is None or a is None else d - a
            least = None if c is None or b is None else c - b
            if (limit.least is None or widest is None or widest >= limit.least) and (
                limit.most is None or least is None or least <= limit.most
            ):
                return True
    return False


def near(stated: Stated, moments: Mapping[str, Moment]) -> Iterator[Stated]:
    """That two linked dates lie within one year of each other where neither has a year of its own."""
    for limit in stated.statement.choices[0]:
        a, b = moments.get(limit.earlier), moments.get(limit.later)
        if a and b and not a.written and not b.written:
            says = f"{told(a)} and {told(b)} lie within one year"
            between = Limit(a.point, b.point, -_NEAR, _NEAR)
            yield Stated(
                Statement(says, "the time between the two is", ((between,),), (), assumed=f"that {says}"), "likely"
            )

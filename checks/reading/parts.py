"""The parts of an article, as reading finds them. Offsets are Unicode code points, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from checks.case.amount import Amount, Bound
from checks.case.when import When

Part = Literal["headline", "standfirst", "byline", "dateline", "body", "notice"]
TimeKind = Literal["date", "time", "duration", "set"]
DateRole = Literal["announced", "signed", "notified", "effective", "expires", "published", "reported"]
Edge = Literal["", "since", "from", "until", "through", "by", "before", "after"]
Manner = Literal["direct", "indirect", "mixed", "scare", "title"]
NameKind = Literal["person", "organisation", "place", "office"]
Certainty = Literal["certain", "likely", "look"]
SuspicionKind = Literal[
    "timeline", "weekday", "no such day",
    "total", "votes", "percentage", "figures", "rank",
    "done and planned", "first", "exclusive", "unnamed voices", "two names",
    "quotation marks", "markup", "joined lines", "mould", "marking", "wording",
    "headline", "boilerplate", "foreign paragraph",
]  # fmt: skip
SentenceKind = Literal["checkable", "opinion", "prediction", "background", "not part of the article"]


@dataclass(frozen=True)
class Words:
    """Words of the text: `text[start:end] == exact`."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, and which part of the page it is; a `notice` is furniture, such as “Read more” or a photo credit."""

    start: int
    end: int
    exact: str
    part: Part


@dataclass(frozen=True)
class TimePhrase:
    """A phrase that says when, how long or how often.

    `when` is the span of days it means; None for a length or a rate of time, and where nothing says which days
    (then `resolved` is false; a `When` without a year is not resolved either). `value` is the same in the notation of
    TIMEX3 (`1998-Q1`, `P90D`, `PRESENT_REF`), and `why` says what it was counted from (“from the dateline”). `edge` is
    the word before a date that makes it the end of a longer time: what happened *by* early March need not be of March.
    """

    start: int
    end: int
    exact: str
    kind: TimeKind
    when: When | None
    value: str
    resolved: bool
    role: DateRole | None = None
    length: Amount | None = None
    why: str = ""
    edge: Edge = ""


@dataclass(frozen=True)
class AmountPhrase:
    """A number with what it counts. `value` is None for a range; `low` and `high` are its ends, or None where open.

    “more than 40” has low 40 and no high; “about 40” value 40. `unit` is a plain name (`dollar`, `percent`,
    `percentage point`, `day`, `kilometre`), empty for a bare count; `of` is what is counted, as printed. `per` is what
    a rate goes by (`week`, `head`); `was` the figure it changed from; `change` is `up` or `down` where that is said.
    """

    start: int
    end: int
    exact: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    bound: Bound = ""
    of: str = ""
    per: str = ""
    change: Literal["", "up", "down"] = ""
    was: Decimal | None = None


@dataclass(frozen=True)
class Quotation:
    """Words given to somebody. A direct one is what stands between marks, marks included; a mixed one is the whole of
    what is reported, with the parts between marks in `quoted`. `open` means that its closing mark is missing."""

    start: int
    end: int
    exact: str
    kind: Manner
    speaker: Words | None
    cue: Words | None
    quoted: tuple[Words, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class Voice:
    """One who speaks: the fullest form of the name, or the noun phrase; `quotations` are indices into the reading's.

    `organisation` is the one the speaker speaks for or belongs to; `anonymity` the reason given for not being named, in
    the article's words; `sentences` the indices of the sentences that rest on this voice.
    """

    exact: str
    named: bool
    role: str = ""
    organisation: str = ""
    anonymity: str = ""
    quotations: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Name:
    """A name; `of` is the full form it is taken for (a proposal), `by` says who proposed the span and its kind."""

    start: int
    end: int
    exact: str
    kind: NameKind
    of: str = ""
    by: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence with the kind and the priority (3 first, 0 last) proposed for it, and why, in words."""

    start: int
    end: int
    exact: str
    paragraph: int
    part: Part
    kind: SentenceKind
    priority: int
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """A check that fits a sentence, with its arguments filled in, as a line of Python to paste."""

    sentence: int
    check: str
    code: str


@dataclass(frozen=True)
class Problem:
    """Something a person should look at: a mark without its other half, a date that is no day, a foreign headline."""

    start: int
    end: int
    exact: str
    what: str


@dataclass(frozen=True)
class Suspicion:
    """Something in the article that cannot be, cannot both be, or does not belong: to be asked about, never a finding.

    `spans` are the words that do not go together, at most a few, in the order of the text; `reason` is one sentence
    that says why, with the words or numbers compared. `certain` is for arithmetic, the calendar and logic alone;
    `likely` for a rule that is seldom wrong; `look` for what a person should only look at. `check` is what to ask, of
    a claim on these words, which would then assert `asserts` (pairs of argument and value; none where the check is
    asked of `article`).
    """

    kind: SuspicionKind
    check: str
    reason: str
    certainty: Certainty
    spans: tuple[Words, ...]
    asserts: tuple[tuple[str, str], ...] = ()

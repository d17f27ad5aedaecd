"""`read`: an article into its parts, each with the exact place of its words in the text as it was given."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.figures.amounts import amounts_in
from checks.reading.fitting import suggestions_for
from checks.reading.intake.incoming import Incoming, from_text, take_in
from checks.reading.intake.language import language_of
from checks.reading.intake.layout import dateline_of, paragraphs_of_page
from checks.reading.intake.normal import Normal, normal
from checks.reading.named.naming import available, names_in
from checks.reading.named.offices import offices_in
from checks.reading.parts import (
    AmountPhrase,
    Name,
    Paragraph,
    Problem,
    Quotation,
    Sentence,
    Suggestion,
    Suspicion,
    TimePhrase,
    Voice,
    Words,
)
from checks.reading.priorities import Found, weighed
from checks.reading.sentences import sentences
from checks.reading.speech.quotations import quotations_in
from checks.reading.speech.voices import voices_in
from checks.reading.suspicions.gathering import suspicions_about
from checks.reading.times.phrases import time_phrases

_CALENDAR_SAYS_NO = re.compile(r"^no such day|; but .* was no [A-Z]")  # 31 June; a Monday that was a Tuesday
_NO_PERSON = re.compile(r"an organisation|a document|one word")  # a voice that no name is kept from
_HOUR = re.compile(r"(?<=\d{4}-\d\d-\d\d)T[\d:.Z+-]+$")  # a feed's dates have one
_EXACT_IN_JSON = 2**53  # above it a program that reads numbers as floats would read another one


@dataclass(frozen=True)
class Reading:
    """What was found in an article. All offsets are code points of `text`, which is the text as it was given.

    `dateline` is the day that dates were counted from, None if none is known; `names_by` says what proposed the names.
    `clean` is the same reading by its places in the text without its typography, which rules are easier on; of that
    reading itself it is None.
    """

    text: str
    incoming: Incoming
    dateline: date | None
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    voices: tuple[Voice, ...]
    times: tuple[TimePhrase, ...]
    amounts: tuple[AmountPhrase, ...]
    names: tuple[Name, ...]
    problems: tuple[Problem, ...]
    names_by: str
    clean: Reading | None = field(default=None, repr=False, compare=False)
    normal: Normal | None = field(default=None, repr=False, compare=False)

    @property
    def dates(self) -> tuple[TimePhrase, ...]:
        """The phrases that say when."""
        return tuple(phrase for phrase in self.times if phrase.kind in ("date", "time"))

    @property
    def durations(self) -> tuple[TimePhrase, ...]:
        """The phrases that say how long or how often."""
        return tuple(phrase for phrase in self.times if phrase.kind in ("duration", "set"))

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The checks that fit a sentence, with what the article gives for their arguments."""
        return tuple(suggestions_for(self))

    @cached_property
    def suspicions(self) -> tuple[Suspicion, ...]:
        """What in the article cannot be, cannot both be, or does not belong, most certain first: no finding yet."""
        return tuple(suspicions_about(self))

    def suspect(self, rule: Callable[[Reading], Iterable[Suspicion]]) -> list[Suspicion]:
        """What one rule suspects, which reads the clean text, by its places in the text as given."""
        if rule not in self._suspected:  # a case asks several checks of one reading, which share a rule
            found = rule(self.clean or self)
            placed = (_placed(one, self.normal, self.text) if self.normal else one for one in found)
            self._suspected[rule] = list(placed)
        return self._suspected[rule]

    @cached_property
    def _suspected(self) -> dict[Callable[[Reading], Iterable[Suspicion]], list[Suspicion]]:
        return {}

    def as_json(self) -> dict[str, Any]:
        """All of it as plain values, ready for `json.dumps`."""
        incoming = self.incoming
        article = {
            "file": incoming.file, "sha256": incoming.sha256, "characters": len(self.text),
            "language": incoming.language, "dateline": self.dateline and str(self.dateline),
            "form": incoming.form, "encoding": incoming.encoding, "title": incoming.title, "byline": incoming.byline,
            "publisher": incoming.publisher, "url": incoming.url, "published": _plain(incoming.published),
            "modified": _plain(incoming.modified), "names_by": self.names_by, "text": self.text,
        }  # fmt: skip
        found = {
            "paragraphs": self.paragraphs, "sentences": self.sentences, "quotations": self.quotations,
            "voices": self.voices, "dates": self.dates, "durations": self.durations, "amounts": self.amounts,
            "names": self.names, "suggestions": self.suggestions, "problems": self.problems,
            "suspicions": self.suspicions,
        }  # fmt: skip
        told = {"article": article, **{name: [_plain(part) for part in parts] for name, parts in found.items()}}
        for quotation, as_read in zip(told["quotations"], self.quotations, strict=True):
            quotation["cue"] = as_read.cue and as_read.cue.exact
        for suspicion, suspected in zip(told["suspicions"], self.suspicions, strict=True):
            suspicion["asserts"] = dict(suspected.asserts)
        return told

    def __repr__(self) -> str:
        from checks.reading.shown import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        from checks.reading.shown import as_html

        return as_html(self)


def read(text: str, dateline: date | When | str | None = None, names: bool = True) -> Reading:
    """Reads an article given as text.

    `dateline` is the day it was written or published, from which “last Friday” is counted; a text that bears its own
    date is counted from that if none is given. `names=False` leaves out people, organisations and places, which take
    longer than all the rest. Raises `CaseError` for a text without words, one that is not English, and a dateline that
    is no day.
    """
    return read_incoming(from_text(text), dateline, names)


def read_file(file: str | Path, dateline: date | When | str | None = None, names: bool = True) -> Reading:
    """As `read`, of a file of plain text, Markdown, HTML or PDF; `-` is standard input."""
    return read_incoming(take_in(file), dateline, names)


def read_incoming(incoming: Incoming, dateline: date | When | str | None = None, names: bool = True) -> Reading:
    """As `read`, of a text that was taken in before."""
    clean = normal(incoming.text, incoming.form)
    text = clean.text
    if not re.search(r"\w", text):
        raise CaseError("there are no words in it: give the text of an article")
    if incoming.language != "en" and (language := language_of(text)) not in ("English", ""):
        raise CaseError(f"this seems to be {language}, and only English is read")
    paragraphs = paragraphs_of_page(text, incoming.title, incoming.byline)
    dateline_said = dateline_of(text, paragraphs)
    paragraphs = _apart(text, paragraphs, dateline_said.words)
    numbered = [(i, span) for i, paragraph in enumerate(paragraphs) for span in _sentences_in(text, paragraph)]
    spans = [span for _, span in numbered]
    stated = incoming.published or dateline_said.day
    day = _day(dateline) or (stated.first if stated and stated.is_day else None)
    times = time_phrases(text, spans, day)
    amounts = amounts_in(text, spans, [(time.start, time.end) for time in times if time.kind in ("date", "time")])
    named = names_in(text, spans, paragraphs) if names else offices_in(text, spans)
    quotations, problems = quotations_in(text, paragraphs, spans)
    voices = voices_in(text, quotations, spans, named)
    problems += [Problem(t.start, t.end, t.exact, t.why) for t in times if _CALENDAR_SAYS_NO.search(t.why)]
    tallies = _tallied(spans, _groups(times, amounts, named, quotations, voices))
    read_sentences = []
    for (i, (start, end)), tally in zip(numbered, tallies, strict=True):
        exact, part = text[start:end], paragraphs[i].part
        read_sentences.append(Sentence(start, end, exact, i, part, *weighed(exact, part, _found(tally))))

    problems.sort(key=lambda problem: (problem.start, problem.end))
    read_clean = Reading(
        text, incoming, day, tuple(paragraphs), tuple(read_sentences), tuple(quotations), tuple(voices), tuple(times),
        tuple(amounts), tuple(named), tuple(problems), available() if names else "rules alone",
    )  # fmt: skip
    groups = ("paragraphs", "sentences", "quotations", "times", "amounts", "names", "problems")
    placed = {name: tuple(_placed(part, clean, incoming.text) for part in getattr(read_clean, name)) for name in groups}
    return Reading(**{**vars(read_clean), **placed, "text": incoming.text, "clean": read_clean, "normal": clean})


def _apart(text: str, paragraphs: list[Paragraph], dateline: Words | None) -> list[Paragraph]:
    """The paragraphs, with a dateline that stands at the beginning of one as a part of its own."""
    cut: list[Paragraph] = []
    for one in paragraphs:
        if dateline and one.part == "body" and one.start == dateline.start < dateline.end < one.end:
            rest = dateline.end + len(text[dateline.end : one.end]) - len(text[dateline.end : one.end].lstrip())
            cut.append(Paragraph(one.start, dateline.end, dateline.exact, "dateline"))
            cut.append(Paragraph(rest, one.end, text[rest : one.end], "body"))
        else:
            cut.append(one)
    return cut


def _sentences_in(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, without the white space around them."""
    for start, end in sentences(text[paragraph.start : paragraph.end]):
        piece = text[paragraph.start + start : paragraph.start + end]
        if piece.strip():
            first = paragraph.start + start + len(piece) - len(piece.lstrip())
            yield first, first + len(piece.strip())


def _plain(value: Any) -> Any:
    """A part as plain values: times and lengths as they are printed, figures as numbers where JSON can hold them."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return str(value) if abs(value) >= _EXACT_IN_JSON else int(value) if whole else float(value)
    if isinstance(value, When | Amount):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _placed(part: Any, clean: Normal, given: str) -> Any:
    """The same part, and the words in it, by their places in the text as given."""
    moved: dict[str, Any] = {}
    if hasattr(part, "start"):
        start, end = clean.span(part.start, part.end)
        moved = {"start": start, "end": end, "exact": given[start:end]}
    for one in fields(part):
        value = getattr(part, one.name)
        if isinstance(value, Words):
            moved[one.name] = _placed(value, clean, given)
        elif isinstance(value, tuple) and value and isinstance(value[0], Words):
            moved[one.name] = tuple(_placed(words, clean, given) for words in value)
    return replace(part, **moved)


def _tallied(spans: Sequence[tuple[int, int]], groups: Mapping[str, Iterable[Any]]) -> list[Counter[str]]:
    """For each span, how many parts of each group lie in it or run through it."""
    ends = [end for _, end in spans]
    tallies = [Counter[str]() for _ in spans]
    for name, parts in groups.items():
        for part in parts:
            at = bisect_right(ends, part.start)
            while at < len(spans) and spans[at][0] < part.end:
                tallies[at][name] += 1
                at += 1
    return tallies


def _groups(
    times: Sequence[TimePhrase], amounts: Sequence[AmountPhrase], names: Sequence[Name],
    quotations: Sequence[Quotation], voices: Sequence[Voice],
) -> dict[str, list[Any]]:  # fmt: skip
    """What was found, by the names under which `Found` counts it; of speech, whether its voice is named."""
    said = [time for time in times if time.when or time.length]  # “now” and “for years” state neither
    lengths = {place for time in said if time.kind == "duration" for place in range(time.start, time.end)}
    named = {i for voice in voices if voice.named for i in voice.quotations}
    unnamed = {i for voice in voices if not voice.named and not _NO_PERSON.match(voice.note) for i in voice.quotations}
    return {
        "dates": [time for time in said if time.kind != "duration"],
        "durations": [time for time in said if time.kind == "duration"],
        "amounts": [amount for amount in amounts if amount.start not in lengths],
        "names": [name for name in names if name.kind != "office"],
        "offices": [name for name in names if name.kind == "office"],
        "quoted": [quotation for quotation in quotations if quotation.kind in ("direct", "mixed")],
        "indirect": [quotation for quotation in quotations if quotation.kind == "indirect"],
        "named": [quotation for i, quotation in enumerate(quotations) if i in named],
        "unnamed": [quotation for i, quotation in enumerate(quotations) if i in unnamed],
    }


def _found(tally: Counter[str]) -> Found:
    voices = tally["named"] + tally["unnamed"]
    counts = {name: tally[name] for name in ("dates", "durations", "amounts", "names", "offices", "quoted", "indirect")}
    return Found(**counts, speaker_named=not tally["unnamed"] if voices else None)


def _day(dateline: date | When | str | None) -> date | None:
    """The day that was given. Raises `CaseError` for what is no day."""
    if dateline is None or dateline == "":
        return None
    if isinstance(dateline, date):
        return date(dateline.year, dateline.month, dateline.day)  # of a `datetime` the day alone
    when = dateline if isinstance(dateline, When) else When.parse(_HOUR.sub("", dateline))
    if not when.is_day:
        raise CaseError(f"the dateline `{dateline}` is not one day: write it as 2031-05-02")
    return when.first

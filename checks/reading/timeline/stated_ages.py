"""Births and ages: how many years an article puts between two dates of one person's life."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checks.reading.parts import Certainty, Words
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_links import told
from checks.reading.timeline.stated_marks import NOW, D, Marked, Moment, Stated, Times
from checks.reading.timeline.stated_subjects import RELATIONS, Subjects
from checks.reading.times.words import NUMBERS, ONES, TENS

_YEAR = 365.2425  # days, Gregorian mean
_OLDEST = 125  # years that a person may live
_NUMBERS = {word: n for word, n in NUMBERS.items() if 0 < n < 100}
_NUMBERS |= {f"{ten}-{one}": NUMBERS[ten] + n for ten in TENS for n, one in enumerate(ONES[:10]) if n}
_N = rf"(?P<age>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ENDS = (
    r"(?=[,.;:)—–]|$| (?:years? old|years of age|when|at the time|and|but|in|on|he|she|after|this|last|next|today|by|"
    r"the (?:day|year)|following|with|from|<d)\b| <d)"
)
_RATE = r"(?! ?(?:per|%|percent|of|to|years (?:after|before|later|earlier|in)|and a half (?:hours|days)))"
_AGE = re.compile(
    rf"\b(?:(?P<at>[Aa]ged|[Aa]t the (?:ripe |tender |grand )?(?:old )?age of|[Aa]t age|[Aa]ge)"
    rf"|(?P<now>[Nn]ow(?: aged)?|(?:is|’s|'s)(?: now| still| only| just)?|turns|has(?: just)? turned|will turn|"
    rf"will be|am)"
    rf"|(?P<then>(?:was|were)(?: then| still| only| just| barely| already)*|[Tt]hen(?: aged)?|had (?:just )?turned|"
    rf"turned|[Ss]till|[Jj]ust|[Oo]nly|and(?= \d+ when))|(?P<bare>[Aa]t)) {_N}{_ENDS}{_RATE}"
)
_DIGIT = re.compile(r"(?<![<ld\d])\d")
_APPOSED = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]+|\bboy|\bgirl|\bman|\bwoman)(?:, | \()(?P<age>\d{1,3})(?=,|\)|\.$|;| and )")
_OLD = re.compile(r"<l(\d+)>")
_OLD_SAID = re.compile(rf"(?:(?:the|a|an|now|then) )?{_N}[- ]years?[- ](?:old|of age)$", re.IGNORECASE)
_BIRTHDAY = re.compile(
    r"\b(?:his|her|[A-Z][\w’'-]+[’']s?|a|own) (?:(?P<age>\d{1,3})(?:st|nd|rd|th)|"
    r"(?P<word>[a-z]+(?:-[a-z]+)?)) birthday",
)
_BORN = re.compile(rf"\b(?:[Bb]orn|[Bb]irth)\b(?: [^<>;:!?]{{0,70}}?)?,? ?(?:on |in |around |\()?{D}")
_BORN_BACK = re.compile(rf"\b(?:[Ii]n|[Oo]n) {D}[^<>;:.!?]{{0,40}} (?:was|were) born\b(?![^;.]{{0,60}}<d)")
_ROUND_BORN = re.compile(r"\b(?:born (?:to|of)|child(?:ren)?|son|daughter|baby|twins?) [^<>]{0,30}$")
_OF_ANOTHER = re.compile(
    rf"\b(?:{RELATIONS})s?\b(?: [A-Z][\w’'-]+){{0,3}}(?:,? (?:who|and))?(?:,? (?:is|was|were|had|has|then|now|"
    rf"only|just|"
    r"died|turned|turns|been))*,? ?(?:\()?$"
)
_SOMEBODY = re.compile(r"\b(?:to|by|from|with|of) (?:a|an|the|his|her) (?:[a-z-]+ )?[a-z-]+ who\b[^,;]*$")
_NO_AGE = re.compile(
    r"\b(?:under|over|below|above|between|from|until|most|average|record|No|number|nearly|almost|about)$"
)
_DEATH = re.compile(r"\b(?:died|dies|dead|death|passed away|killed|drowned|murdered)\b")
_WOULD = re.compile(r"\b(?:would|if|novel|film|character|playing|dog|cat|horse|tree)\b")
_FAR = 8  # sentences between two ages of “he” or “she”
_LESS_A_YEAR = 400  # days before the article in which a death is told without its date


@dataclass(frozen=True)
class Age:
    """Somebody's age on a date: 0 at the birth. `at` is None for the day the article was written."""

    years: int
    at: Moment | None
    who: str
    marked: Marked
    words: Words

    @property
    def point(self) -> str:
        """The point of the timeline it belongs to."""
        return self.at.point if self.at else NOW


def ages_in(times: Times, subjects: Subjects) -> Iterator[Stated]:
    """The statements that hold between two ages, or an age and a birth, of the same person.

    It is the same person where both go by one surname, or where the article tells no other person's age near by.
    """
    told_of = [age for place in range(len(times.sentences)) for age in _ages(place, times, subjects)]
    if len(told_of) < 2:
        return
    seen = set()
    for one, other in combinations(told_of[:60], 2):
        tie = _tie(one, other, told_of)
        if tie and one.point != other.point and (one.point, other.point) not in seen:
            first, second = (one, other) if one.years <= other.years else (other, one)
            if (first.years or second.years) and first.years != second.years:
                seen.add((one.point, other.point))
                yield _apart(first, second, tie)


def _ages(place: int, times: Times, subjects: Subjects) -> Iterator[Age]:
    marked = times.sentences[place]
    text = marked.text
    if times.dateline is None and "<d" not in text:
        return
    births = set()
    if "orn" in text or "irth" in text:
        for found in [*_BORN.finditer(text), *_BORN_BACK.finditer(text)]:
            moment = times.moments[int(found[1])]
            births.add(found[1])
            if moment.written and not _ROUND_BORN.search(text[: found.start()]) and "birthday" not in found[0]:
                who = subjects.of(place, found.start())
                yield Age(0, moment, who, marked, marked.words(*found.span()))
    dates = [mark for mark in re.finditer(D, text) if mark[1] not in births]
    for start, end, years, kind in _said(marked, times):
        before = text[:start]
        if (
            not years
            or _OF_ANOTHER.search(before[-60:])
            or _SOMEBODY.search(before)
            or _NO_AGE.search(before.rstrip())
            or _WOULD.search(before[-60:])
        ):
            continue
        at = _when(kind, start, end, text, dates, times)
        place_of = text.find(f"<{at.point}>") if at else start
        between = text[min(end, place_of) : max(start, place_of)]
        if any(number(age) for age in re.findall(r"\b(?:at|aged) ([\w-]+)", between)):
            continue  # the date is that of another age
        if at is not None or _is_today(kind, text, dates, times) or (kind == "then" and _has_just_died(place, times)):
            who = subjects.of(place, start) if kind != "old" else _old_one(place, end, text, subjects, start)
            if who != "-":
                yield Age(years, at, who, marked, marked.words(start, end))


def _said(marked: Marked, times: Times) -> Iterator[tuple[int, int, int, str]]:
    """The ages of a sentence: where they are said, the number, and the manner."""
    text = marked.text
    digits = bool(_DIGIT.search(text))
    if digits or not _NUMBERS.keys().isdisjoint(re.split(r"[ ,.;]+", text)):
        yield from _plainly(text)
    for found in _APPOSED.finditer(text) if digits else ():
        yield found.start("age"), found.end("age"), number(found["age"]), "apposed"
    for found in _BIRTHDAY.finditer(text) if "birthday" in text else ():
        yield found.start(), found.end(), number(found["age"]) or ordinal(found["word"]), "birthday"
    for found in _OLD.finditer(text):
        length = times.lengths[int(found[1])]
        old = _OLD_SAID.fullmatch(length.words.exact)
        if old:
            then = re.search(r"\b(?:was|were|then)(?: a| an| the| only| just)*$", text[: found.start()].rstrip())
            kind = "old" if "-year" in length.words.exact else "then" if then else "now"
            yield found.start(), found.end(), number(old["age"]), kind


def _plainly(text: str) -> Iterator[tuple[int, int, int, str]]:
    """The ages after “aged”, “now”, “was” and “at”."""
    for found in _AGE.finditer(text):
        kind = next(name for name in ("at", "now", "then", "bare") if found[name])
        if kind == "bare" and not re.match(r",? (?:he|she|[A-Z])|[,.]|$", text[found.end() :]):
            continue
        yield found.start(), found.end(), number(found["age"]), kind


def _old_one(place: int, end: int, text: str, subjects: Subjects, start: int) -> str:
    """Who “the 47-year-old” is: the name that follows at once, or the one before."""
    named = re.match(r"(?: [a-z-]+){0,3}((?: [A-ZÀ-Þ][\w’'-]+)+)", text[end:])
    if named:
        return named[1].split(" ")[-1]
    if re.match(r",? (?:he|she|who|is|was|said|had|has|will|told)\b|[.,]", text[end:]) and re.search(
        r"\b[Tt]he $|^$", text[:start]
    ):
        return subjects.of(place, start)
    return "-"


def _when(
    kind: str, start: int, end: int, text: str, dates: Sequence[re.Match[str]], times: Times
) -> Moment | None:  # fmt: skip
    """The date that an age is of: the one of its clause."""
    near = [one for one in dates if ";" not in text[min(one.end(), end) : max(one.start(), start)]]
    if kind in ("apposed", "old") or not near:
        return None
    if kind == "now":
        near = [one for one in near if (one.end() < start and start - one.end() < 6) or 0 <= one.start() - end < 6]
    after = [one for one in near if one.start() >= end and one.start() - end < 90]
    behind = [one for one in near if one.end() <= start and start - one.end() < 70]
    chosen = (after[:1] or behind[-1:]) if kind == "then" else (behind[-1:] or after[:1])
    if not chosen or (len(near) > 2):
        return None
    moment = times.moments[int(chosen[0][1])]
    return moment if moment.written else None


def _is_today(kind: str, text: str, dates: Sequence[re.Match[str]], times: Times) -> bool:
    """Whether an age without its own date is that on the day of the article."""
    if times.dateline is None or any(not _is_recent(times, mark[1]) for mark in dates):
        return False
    if kind in ("at", "birthday"):
        return (
            bool(_DEATH.search(text))
            or bool(re.search(r"\b(?:is|has|will|celebrat(?:es|ed|ing)|marks|this (?:week|month|year))\b", text))
            or bool(dates)
        )
    if kind == "then":
        return bool(_DEATH.search(text) or dates)
    return kind != "bare" or bool(re.search(r"\b(?:is|has|remains|still)\b", text))


def _has_just_died(place: int, times: Times) -> bool:
    """Whether the sentence before tells of a death that no other date is told of: “… died on Sunday. She was 73.”"""
    text = times.sentences[place].text
    if (
        times.dateline is None
        or place == 0
        or not re.fullmatch(r"(?:He|She|[A-Z][\w’'-]+) was (?:aged )?[\w-]+\.?", text)
    ):
        return False
    before = times.sentences[place - 1].text
    return bool(_DEATH.search(before)) and all(_is_recent(times, mark) for mark in re.findall(D, before))


def _is_recent(times: Times, mark: str) -> bool:
    """Whether a date is of the months before or after the article: an age then is the age now, or one year off."""
    first = times.moments[int(mark)].choices[0].first
    return times.dateline is not None and first is not None and abs((times.dateline - first).days) < 60


def number(said: str | None) -> int:
    """An age in digits or words; 0 for what is none."""
    found = int(said) if said and said.isdigit() else _NUMBERS.get((said or "").lower(), 0)
    return found if 0 < found < _OLDEST else 0


def ordinal(said: str | None) -> int:
    """The number of “fiftieth” or “eighty-first”; 0 for what is none."""
    word = (said or "").lower()
    stem, _, last = word.rpartition("-")
    special = {
        "first": 1,
        "second": 2,
        "third": 3,
        "fifth": 5,
        "eighth": 8,
        "ninth": 9,
        "twelfth": 12,
        "hundredth": 100,
    }
    ones = special.get(last) or _NUMBERS.get(re.sub(r"ieth$", "y", last)) or _NUMBERS.get(re.sub(r"th$", "", last), 0)
    return ones + _NUMBERS.get(stem, 0) if ones else 0


def _tie(one: Age, other: Age, every: Sequence[Age]) -> Certainty | None:
    """How sure it is that two ages are of one person."""
    names = {age.who for age in every if age.who[:1].isupper()}
    if one.who and one.who == other.who:
        return "likely"
    if one.who[:1].isupper() and other.who[:1].isupper():
        return None
    if any(re.fullmatch(RELATIONS, age.who) for age in (one, other)):
        return None
    far = abs(one.marked.number - other.marked.number)
    return "likely" if len(names) <= 1 and far <= _FAR else None


def _apart(first: Age, second: Age, tie: Certainty) -> Stated:
    """That the second age is so many years after the first."""
    years = second.years - first.years
    least = years if first.years == 0 and first.words.exact[:1] in "bB" else years - 1
    limit = Limit(first.point, second.point, int(least * _YEAR) - 2, int((years + 1) * _YEAR) + 2)
    named = next((age.who for age in (first, second) if age.who[:1].isupper()), "the person")
    one, other = (_on(age) for age in (first, second))
    says = f"{other} {named} is {second.years}" if first.years == 0 else (
        f"{named} is {first.years} {one} and {second.years} {other}"
    )  # fmt: skip
    inside = first.marked.number == second.marked.number and first.who == second.who
    assumed = "" if inside else f"that the {'birth and the age' if first.years == 0 else 'ages'} are those of {named}"
    words = (second.words,) if first.years == 0 else (first.words, second.words)
    certain: Certainty = tie
    return Stated(Statement(says, "the time between the two is", ((limit,),), words, assumed=assumed), certain)


def _on(age: Age) -> str:
    if age.at is None:
        return "on the day of the article"
    return f"{'on' if age.at.is_exact else 'in'} {told(age.at)}"

"""What registers add to a timeline: terms of office and rules in force, as limits on the day of something."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checks.case.nouns import Register, Row
from checks.reading.names import called, plain, same_person
from checks.reading.parts import Sentence, Words
from checks.reading.timeline.parts import CALENDAR, Limit, Statement

if TYPE_CHECKING:
    from checks.reading.article import Reading

_FORMER = re.compile(
    r"(?:\b(?:former|ex|then|late|future|incoming|outgoing|next|previous|past|first|deputy|assistant|vice|under|one-time|"
    r"would-be|retired|fellow)[ -]|[’']s )$",
    re.IGNORECASE,
)
# What holders of an office did as persons, perhaps before they held it.
_OF_LIFE = {
    "born", "married", "divorced", "died", "graduated", "studied", "joined", "enlisted", "served", "grew",
    "founded", "wrote", "published", "won", "lost", "ran", "became", "took", "entered", "moved", "retired", "began",
    "started", "worked", "met", "told", "said", "says", "say", "was", "were", "is", "has", "had", "been", "swore",
    "sworn", "left", "played", "came", "lived", "attended", "fought", "made", "elected", "called",
}  # fmt: skip
_DID = re.compile(
    r"(?:,[^,;:.“”\"]{1,80},)? (?:has |had )?(?:(?:also|later|formally|officially|finally|first) )*([a-z]+)\b"
)
_BY = re.compile(r"\b([a-z]+) by (?:the )?(?:U\.S\. |US )?$")
_PAST = re.compile(r"[a-z]+ed$")
_IRREGULAR = {
    "gave", "sent", "cut", "set", "put", "held", "broke", "chose", "drew", "laid", "struck", "withdrew", "overrode",
    "drafted", "swore", "rewrote", "sold", "bought", "spent", "shut", "froze", "let", "forbade", "rescinded",
    "upheld", "oversaw", "overturned", "undid",
}  # fmt: skip
_ELSEWHERE = re.compile(
    r"[;:“”\"()]|\bof (?=[\dJFMASOND])|\bto (?:be|have|end|begin|start|take)\b|\b(?:who|which|whose|where|that|because|"
    r"while|although|though|whereas|since|if|but|what|when|how|why|after|before|until|till|through|from|by|due|scheduled|"
    r"planned|effective|anniversary|ending|beginning|starting|dated)\b"
)
_NEXT = re.compile(r",? (?:and|then) (?!(?:the|a|an|its|his|her|their|all|two|three|other)\b)")
_NAME = r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'.-]*|de|van|von|bin|al|der|la)){0,4}"
LONGEST = 160  # characters between a person's name and the date of what the person did


def terms_of(person: str, office: str, registers: Sequence[Register]) -> list[Row]:
    """The terms of a person in an office, in the registers that tell persons, offices and capacities.

    A surname alone is that of every holder who bears it. A register that does not know the office adds nothing.
    """
    found = []
    for register in registers:
        for row in register.rows:
            if {"person", "office"} <= row.cells.keys() and called(
                office, row.cells["office"], register.also_called
            ) is not None:
                holder = row.cells["person"]
                alone = " " not in plain(person) and plain(holder).rsplit(" ", 1)[-1] == plain(person)
                if alone or same_person(person, holder, register.also_called) is not None:
                    found.append(row)
    return found


def rules_of(rule: str, registers: Sequence[Register]) -> list[Row]:
    """The intervals in which a rule was in force, in the registers that tell rules."""
    return [
        row
        for register in registers
        for row in register.rows
        if "rule" in row.cells and called(rule, row.cells["rule"], register.also_called) is not None
    ]


def on_a_day_of(
    rows: Sequence[Row], point: str, subject: str, words: tuple[Words, ...], assumed: str = ""
) -> list[Statement]:
    """The statement that a point lies in one of the spans of the rows; none where there are no rows.

    An end that is open, or later than the register was looked at, counts first up to that day and at the widest as the
    register has it: what came after is not known.
    """
    choices, told = [], []
    for row in rows:
        least, most = _ends(row)
        known = row.known.last.toordinal() if row.known.last else most
        choices.append((Limit(CALENDAR, point, least, most, None if known == most else (least, known)),))
        told.append(row.span.words())
    if not choices:
        return []
    says = f"{subject} {' and '.join(told)}"
    return [Statement(says, subject, tuple(choices), words, ", ".join(row.ref for row in rows), assumed)]


def terms_in(reading: Reading, dates: Sequence[Statement], registers: Sequence[Register]) -> Iterator[Statement]:
    """The terms of those who are named with their office and did what is dated, one statement for each of `dates`.

    Only for a person with the office just before the name or after it (“Ada Moss, the mayor,”) who is the subject of
    the dated verb, or its agent after *by*; not for a former holder, nor for what people do in private life. That the
    office was held on that day is assumed, for a newspaper may give the title of a later day.
    """
    text, starts = reading.text, [sentence.start for sentence in reading.sentences]
    held = [one for register in registers for one in _holders(text, register)] if starts else []
    places = sorted((words.end, number) for number, one in enumerate(dates) for words in one.words)
    for name, person, rows in held:
        at = bisect_right(places, (name.end, len(dates)))
        sentence = reading.sentences[max(bisect_right(starts, name.start) - 1, 0)]
        if at < len(places) and _did(text, name, sentence, places[at][0]):
            statement = dates[places[at][1]]
            subject = f"{person} was {rows[0].cells['office']}"
            assumed = f"that {subject} on the day of “{statement.words[-1].exact}”"
            yield from on_a_day_of(rows, statement.choices[0][0].later, subject, (name,), assumed)


def _ends(row: Row) -> tuple[int | None, int | None]:
    return tuple(day and day.toordinal() for day in (row.span.first, row.span.last))  # type: ignore[return-value]


def _holders(text: str, register: Register) -> Iterator[tuple[Words, str, list[Row]]]:
    """Where the text names a holder with the office: the words of both, the name, and the terms."""
    offices = {row.cells["office"] for row in register.rows if {"person", "office"} <= row.cells.keys()}
    also = {name: {name, *others} for name, others in register.also_called.items()}
    forms = {form for office in offices for form in {office}.union(*(one for one in also.values() if office in one))}
    if not forms:
        return
    known: dict[tuple[str, str], list[Row]] = {}
    any_office = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    before = re.compile(rf"\b(?P<office>(?i:{any_office})),? (?P<name>{_NAME})")
    after = re.compile(rf"(?P<name>{_NAME}), (?P<style>(?:[\w’'.-]+ ){{0,3}}?)(?P<office>(?i:{any_office})),")
    for found in (*before.finditer(text), *after.finditer(text)):
        words, style = found["name"].split(), found.groupdict().get("style") or text[: found.start()][-16:]
        if _FORMER.search(style):
            continue
        for size in range(len(words), 1 if len(words) > 1 else 0, -1):
            person = " ".join(words[:size])
            key = person, found["office"].lower()
            if key not in known:
                known[key] = terms_of(person, found["office"], [register])
            if rows := known[key]:
                end = found.end() if found.re is after else found.start("name") + len(person)
                yield Words(found.start(), end, text[found.start() : end]), person, rows
                break


def _did(text: str, name: Words, sentence: Sentence, date: int) -> bool:
    """Whether what ends with the next date is what the person did: the verb follows the name, or `by` stands before."""
    if date > sentence.end or date - name.end > LONGEST:
        return False
    agent, verb = _BY.search(text[max(sentence.start, name.start - 60) : name.start]), _DID.match(text, name.end)
    doing = agent[1] if agent else verb[1] if verb else ""
    if doing in _OF_LIFE or not (_PAST.match(doing) or doing in _IRREGULAR):
        return False
    between = text[verb.end() if verb and not agent else name.end : date]
    return not _ELSEWHERE.search(between) and not _NEXT.search(between)

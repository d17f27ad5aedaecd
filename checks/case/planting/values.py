"""Every fault and every harmless twin that is known for a finding: what it was asked with, one thing changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from checks.case.catalogue import arguments
from checks.case.errors import CaseError
from checks.case.nouns import OF_EVERY_ROW, Amount, Document, Fact, Register, Row, When
from checks.case.planting.asked import Asked
from checks.case.planting.truth import facts_alike, has_rule
from checks.reading.faults import dates, numbers
from checks.reading.faults.parts import Changed, Kind, TwinKind
from checks.reading.names import plain


@dataclass(frozen=True)
class Planted:
    """One thing changed: of what kind, where, the words that stood there and those that stand there now."""

    kind: Kind | TwinKind
    where: str
    was: str
    becomes: str
    asked: Asked
    when: When | None = None  # the date that stands there now, if it is one
    figure: Decimal | None = None  # the value that stands there now, of an amount
    said: tuple[str, ...] = ()  # other words for what stands there now, such as *fall* for *down*
    by_words: bool = False  # false by the change itself; else only where `truth` says so


def faults_in_values(asked: Asked, rows: list[Row], others: Mapping[str, Sequence[str]]) -> Iterator[Planted]:
    """Those in dates, figures and names, for the checks that compare such values; not all of them make it false.

    `rows` are those that the finding rests on; `others` the values that other claims assert, by name.
    """
    if has_rule(asked.name):
        yield from _in_claim(asked, others)
        yield from _in_facts(asked)
        yield from _in_rows(asked, rows)
        yield from _in_documents(asked)


def twins_of_values(asked: Asked, rows: list[Row]) -> Iterator[Planted]:
    """The same dates, figures and names, written in another way."""
    if not has_rule(asked.name):
        return
    for name, annotation in _asserted(asked):
        text, where = asked.text(name), f"`{name}` of the claim"
        options = (annotation, *get_args(annotation))
        if When in options:
            for form in dates.written_otherwise(text, When.parse(text)):
                yield Planted("another date format", where, text, form, asked.asserting(name, form))
        elif Amount in options:
            for form in numbers.rewritten_numbers(text):
                if Amount.parse(form).value == Amount.parse(text).value:
                    yield Planted("another way to write it", where, text, form, asked.asserting(name, form))
            for about in numbers.rounded(text) if name in ("figure", "percentage") else ():
                yield Planted("a rounding that was said", where, text, about, asked.asserting(name, about))
        elif annotation is str:
            for other in _also_called(asked, text):
                yield Planted("a recorded synonym", where, text, other, asked.asserting(name, other))
            for form in (text.upper(), text.replace(" ", "  ", 1)):
                if form != text:
                    yield Planted("another way to write it", where, text, form, asked.asserting(name, form))
    for fact in _facts(asked):
        if fact.at is not None:
            for form in _reworded_dates(fact):
                yield _fact_worded(asked, fact, form)
            for form in dates.written_otherwise(str(fact.at), fact.at):
                changed = asked.with_fact(fact.ref, at=When.parse(form))
                yield Planted("another date format", f"`{fact.ref}`", str(fact.at), form, changed)
        if fact.value:
            for form in numbers.rewritten_numbers(f"{fact.value} {fact.unit}".strip()):
                value, _, unit = form.partition(" ")
                if Amount.parse(form) == Amount.parse(f"{fact.value} {fact.unit}"):
                    changed = asked.with_fact(fact.ref, value=value, unit=unit)
                    yield Planted("another way to write it", f"`{fact.ref}`", fact.value, form, changed)
    for row in rows:
        register = _register(asked, row)
        for column, cell in row.cells.items() if register else ():
            for other in _also_called(asked, cell) if column not in OF_EVERY_ROW and cell else ():
                changed = asked.with_row(row.ref, {column: other})
                yield Planted("a recorded synonym", f"`{row.ref}`, {column}", cell, other, changed)
            for form in dates.written_otherwise(cell, When.parse(cell)) if column in ("start", "end") and cell else ():
                changed = asked.with_row(row.ref, {column: form})
                yield Planted("another date format", f"`{row.ref}`, {column}", cell, form, changed)
    for name, document in _published(asked):
        for form in dates.written_otherwise(str(document.published), document.published) if document.published else ():
            changed = replace(asked, given={**asked.given, name: replace(document, published=When.parse(form))})
            yield Planted("another date format", f"`{document.id}`, published", str(document.published), form, changed)


def _in_claim(asked: Asked, others: Mapping[str, Sequence[str]]) -> Iterator[Planted]:
    for name, annotation in _asserted(asked):
        text, where = asked.text(name), f"`{name}` of the claim"
        options = (annotation, *get_args(annotation))
        if When in options:
            for day in dates.moved(When.parse(text)):
                yield Planted("a date moved", where, text, day.words(), asked.asserting(name, day.said), day)
        elif Amount in options:
            for one in (*numbers.changed_numbers(text), *numbers.swapped_units(text)):
                yield _figure(one, where, asked.asserting(name, one.text), one.text)
            for was, becomes, noun in (("up", "down", "fall"), ("down", "up", "rise")):
                if text.endswith(f" {was}"):
                    turned = asked.asserting(name, text.removesuffix(was) + becomes)
                    yield Planted("told the other way round", where, was, becomes, turned, said=(noun,))
        elif get_origin(annotation) is Sequence and Amount in get_args(get_args(annotation)[0]):
            for one in (*numbers.changed_numbers(text), *numbers.swapped_units(text)):
                yield Planted(one.kind, where, one.was, one.becomes, asked.asserting(name, one.text))
        elif get_origin(annotation) is Literal:
            for other in get_args(annotation):
                if other != text:
                    yield Planted(_literal_kind(name, text), where, text, other, asked.asserting(name, other))
        elif annotation is str:
            for other in _other_names(asked, name, text, others):
                kind: Kind = "a qualifier dropped" if name == "exception" else "a name swapped"
                yield Planted(kind, where, text, other, asked.asserting(name, other))
    if {"earlier", "later"} <= set(asked.claim.asserts):
        first, second = asked.text("earlier"), asked.text("later")
        exchanged = replace(asked.claim, asserts={**asked.claim.asserts, "earlier": second, "later": first})
        said, where = f"{second} before {first}", "`earlier` and `later` of the claim"
        yield Planted("told the other way round", where, first, said, replace(asked, claim=exchanged))
    if asked.claim.asserts.get("exception") and "exception" in arguments(asked.check):
        bare = {name: value for name, value in asked.claim.asserts.items() if name != "exception"}
        dropped = replace(asked, claim=replace(asked.claim, asserts=bare))
        yield Planted("a qualifier dropped", "`exception` of the claim", asked.text("exception"), "", dropped)


def _in_facts(asked: Asked) -> Iterator[Planted]:
    for fact in _facts(asked):
        where = f"`{fact.ref}`"
        for day in dates.moved(fact.at) if fact.at else ():
            changed = asked
            for alike in facts_alike(asked.pieces(), fact):
                changed = _moved_fact(changed, alike, day)
            yield Planted("a date moved", where, fact.at.words() if fact.at else "", day.words(), changed, day)
        for one in numbers.changed_numbers(fact.value) if fact.value else ():
            changed = _in_words(asked, fact, fact.value, one.becomes).with_fact(fact.ref, value=one.text)
            yield _figure(one, where, changed, f"{one.text} {fact.unit}")
        for one in numbers.swapped_units(fact.unit) if fact.unit else ():
            changed = _in_words(asked, fact, one.was, one.becomes).with_fact(fact.ref, unit=one.text)
            yield _figure(one, where, changed, f"{fact.value} {one.text}")
        if fact.role and asked.claim.asserts.get("role") == fact.role and fact.at:
            yield from _role_swapped(asked, fact)


def _figure(one: Changed, where: str, asked: Asked, text: str) -> Planted:
    return Planted(one.kind, where, one.was, one.becomes, asked, figure=Amount.parse(text).value)


def _role_swapped(asked: Asked, fact: Fact) -> Iterator[Planted]:
    """A source by which the day is that of another step, and the step that is claimed came later."""
    first = fact.at.first if fact.at else None
    if first is None:
        return
    for role in ("announced", "signed", "notified", "effective", "published"):
        later = When.parse(f"{first.year + 1:04d}-{first.month:02d}")
        if role == fact.role:
            continue
        alike = {one.ref for one in facts_alike(asked.pieces(), fact)}

        def split(one: Any, alike: set[str] = alike, role: str = role, later: When = later) -> list[Any]:
            if not isinstance(one, Fact) or one.ref not in alike:
                return [one]
            taken_back = replace(one, role=role)  # type: ignore[arg-type]
            return [taken_back, replace(one, name=f"{one.name}-later", at=later)]

        given = {
            name: [new for one in value for new in split(one)] if isinstance(value, list | tuple) else value
            for name, value in asked.given.items()
        }
        yield Planted("notified for effective", f"`{fact.ref}`", fact.role or "", role, replace(asked, given=given))


def _in_rows(asked: Asked, rows: list[Row]) -> Iterator[Planted]:
    for row in rows:
        register = _register(asked, row)
        if register is None:
            continue
        for column in ("start", "end"):
            text = row.cells[column]
            for day in dates.moved(When.parse(text)) if text else ():
                try:
                    words = dates.restated(row.cells["words"], When.parse(text), day)
                    changed = asked.with_row(row.ref, {column: day.said, "words": words})
                except CaseError:
                    continue  # it would end before it begins
                where = f"`{row.ref}`, {column}"
                yield Planted("a date moved", where, When.parse(text).words(), day.words(), changed, day)
        for column, cell in row.cells.items():
            if column in OF_EVERY_ROW or not cell:
                continue
            values = dict.fromkeys(one.cells[column] for one in register.rows if one.cells[column])
            if column == "capacity":
                values = {"acting": None, "holder": None}
            for other in values:
                if plain(other) != plain(cell):
                    words = row.cells["words"].replace(cell, other)
                    changed = asked.with_row(row.ref, {column: other, "words": words})
                    yield Planted(_cell_kind(column, cell), f"`{row.ref}`, {column}", cell, other, changed)


def _in_documents(asked: Asked) -> Iterator[Planted]:
    for name, document in _published(asked):
        for day in dates.moved(document.published) if document.published else ():
            changed = replace(asked, given={**asked.given, name: replace(document, published=day)})
            where, was = f"`{document.id}`, published", document.published.words() if document.published else ""
            yield Planted("a date moved", where, was, day.words(), changed, day)


def _published(asked: Asked) -> list[tuple[str, Document]]:
    """The documents whose day of publication is asked about, by argument."""
    given = [(name, asked.given.get(name)) for name in ("source", "article")]
    return [(name, one) for name, one in given if isinstance(one, Document) and one.published]


def _asserted(asked: Asked) -> list[tuple[str, Any]]:
    known = arguments(asked.check)
    return [(name, known[name].annotation) for name in known if name in asked.claim.asserts]


def _facts(asked: Asked) -> list[Fact]:
    return [one for one in asked.pieces() if isinstance(one, Fact)]


def _register(asked: Asked, row: Row) -> Register | None:
    return next((one for one in asked.pieces() if isinstance(one, Register) and row in one.rows), None)


def _literal_kind(name: str, text: str) -> Kind:
    if text.startswith("not "):
        return "“not” dropped"
    kinds: dict[str, Kind] = {"weekday": "a date moved", "role": "notified for effective"}
    return kinds.get(name, "told the other way round")


def _cell_kind(column: str, cell: str) -> Kind:
    if column in ("capacity", "exception"):
        return "a qualifier dropped"
    if column == "act":
        return "“not” dropped" if cell.startswith("not ") else "notified for effective"
    return "a name swapped"


def _other_names(asked: Asked, name: str, text: str, others: Mapping[str, Sequence[str]]) -> list[str]:
    """Other values for a name: those of the register's column in which it stands, and those of other claims."""
    found = list(others.get(name, ()))
    for one in asked.pieces():
        if isinstance(one, Register):
            names = {plain(text), *(plain(other) for other in _also_called(asked, text))}
            columns = {
                column for row in one.rows for column, cell in row.cells.items()
                if column not in OF_EVERY_ROW and (plain(cell) in names or column == name)
            }  # fmt: skip
            found += [row.cells[column] for row in one.rows for column in sorted(columns) if row.cells.get(column)]
    return [one for one in dict.fromkeys(found) if plain(one) != plain(text)]


def _also_called(asked: Asked, name: str) -> list[str]:
    found: list[str] = []
    for one in asked.pieces():
        if isinstance(one, Register):
            for known, others in one.also_called.items():
                if plain(name) in {plain(known), *map(plain, others)}:
                    found += [known, *others]
    return [one for one in dict.fromkeys(found) if plain(one) != plain(name)]


def _in_words(asked: Asked, fact: Fact, was: str, becomes: str) -> Asked:
    """The source's words with other ones in them, where the old ones stand in what the fact quotes."""
    document, anchor = fact.passage.document, fact.passage.anchor
    found = re.search(rf"(?<!\w){re.escape(was)}(?!\w)", anchor.exact)
    if not found or document.text is None:
        return asked
    start, _ = anchor.find(document.words)
    return asked.in_document(document, start + found.start(), start + found.end(), becomes)


def _moved_fact(asked: Asked, fact: Fact, day: When) -> Asked:
    exact = fact.passage.anchor.exact
    words = dates.restated(exact, fact.at, day) if fact.at else exact
    if words != exact:
        asked = _in_words(asked, fact, exact, words)
    return asked.with_fact(fact.ref, at=day)


def _reworded_dates(fact: Fact) -> list[str]:
    """What the fact quotes, with its date in each other form."""
    exact, day = fact.passage.anchor.exact, fact.at
    others = dates.full_forms(day) if day else []
    standing = next((form for form in others if form in exact), "")
    return [exact.replace(standing, form) for form in others if form != standing] if standing else []


def _fact_worded(asked: Asked, fact: Fact, words: str) -> Planted:
    exact = fact.passage.anchor.exact
    return Planted("another date format", f"`{fact.ref}`", exact, words, _in_words(asked, fact, exact, words))

"""Wikidata's statements as rows of a register: which are rows, which only leads, and which are left out, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.case.errors import CaseError
from checks.evidence.answers import Drawn, Saved
from checks.evidence.records.wikidata_values import DAY, PAGE, Time, span_of

RANKS = ("preferred", "normal", "deprecated")
ACTING = "Q4676846"  # the item "acting", as a value of one of these:
MANNER = ("P5102", "P1480", "P2868", "P3831")  # nature of statement, sourcing circumstances, subject and object role
ENDED = ("P1366", "P1534")  # replaced by, end cause: who has one of them holds the office no more
COLUMN = {"P39": "office", "P463": "member_of", "P102": "party"}
LICENCE = "CC0 1.0, https://www.wikidata.org/wiki/Wikidata:Licensing"
_FIRST = 3  # reasons that are told where nothing at all could be a row
_NOT_WHOLE = (
    "Wikidata claims to be whole for no span: that somebody is not in it, or that no end is stated, says only that "
    "nobody entered it. That one person held a seat which many hold at a time contradicts no other's. Anybody can edit "
    "Wikidata; rows without a source outside Wikimedia are leads and decide nothing."
)


@dataclass(frozen=True)
class Statement:
    """One statement, the same whether an item or a query told of it.

    `id` is Wikidata's (`Q42$…`); `holder` and `value` are items (`value` also `Q42 of Q43`), `person` and `of` how rows
    name them; `starts`, `ends` and `points` are P580, P582 and P585; `manner` are items that say how it is meant;
    `references` and `sources` count all references and those that name a source outside Wikimedia (None: not told).
    """

    id: str
    holder: str
    person: str
    value: str
    of: str
    rank: str
    starts: tuple[Time, ...]
    ends: tuple[Time, ...]
    points: tuple[Time, ...]
    ended: bool
    manner: tuple[str, ...]
    references: int | None
    sources: int | None
    cited: str
    qualifiers: str


def register(
    statements: Sequence[Statement],
    left_out: Sequence[str],
    saved: Saved,
    *,
    property: str,
    title: str,
    url: str,
    asked: str,
) -> Drawn:
    """The register that statements make. `left_out` are sentences on what was no statement; `asked` is a sentence.

    Raises `CaseError` where no statement can be a row, and says why of the first few.
    """
    rows: list[Mapping[str, str]] = []
    reasons = list(left_out)
    current = {one.holder for one in statements if one.rank == "preferred"}
    alike: dict[str, list[Statement]] = {}
    for one in statements:
        alike.setdefault(one.id.lower(), []).append(one)
    for told in alike.values():
        one = told[0]
        start, end, why = span_of(one.starts, one.ends, one.points)
        if len(set(told)) > 1:
            why = f"the answer tells of it {len(set(told))} times, each time otherwise"
        elif one.rank == "deprecated":
            why = "its rank is deprecated: Wikidata's editors hold it to be wrong or outdated"
        elif not why and not end and not one.ends and one.ended:
            why = "it ended, since a successor or a cause of the end is stated, but no day is"
        elif not why and start > saved.retrieved:
            why = f"it begins on {start}, after it was asked on {saved.retrieved}"
        if why:
            reasons.append(f"{one.person}, {one.of} ({one.id}): {why}.")
        else:
            rows.append(_row(one, start, end, saved, COLUMN.get(property, "value"), one.holder in current))
    if not rows:
        told_of = " ".join(reasons[:_FIRST]) + (f" And {len(reasons) - _FIRST} more." if len(reasons) > _FIRST else "")
        raise CaseError(
            f"no statement in this answer can be a row, asked {saved.retrieved}: {told_of}", file=saved.file
        )
    rows.sort(key=lambda row: (row["start"], row["id"]))
    return Drawn(
        title=title, publisher="Wikidata, by its editors", url=url, licence=LICENCE, standing="secondary",
        covers=f"{rows[0]['start']}/{saved.retrieved}", columns=columns(property), rows=rows, left_out=reasons,
        limits=f"{asked} {_NOT_WHOLE}", also_called=_numbers(statements, rows),
    )  # fmt: skip


def columns(property: str) -> Mapping[str, str]:
    """What each column of a register of this property's statements holds."""
    held = {
        "office": "the office held, by its name, or its number where no name was given",
        "member_of": "what the person is a member of, by its name or number",
        "party": "the political party, by its name or number",
        "value": f"the value of {property}, by its name or number",
    }[COLUMN.get(property, "value")]
    return {
        "id": "the statement's own number on Wikidata",
        "person": "by name, or by the item's number where no name was given",
        COLUMN.get(property, "value"): held,
        "capacity": "acting, where a qualifier of the statement says so, else holder",
        "start": "first day, as stated; a start known only by month or year is left out",
        "end": "last day, as stated; empty where none is stated or it is stated that there is none",
        "precision": "day, or not stated: how exactly the answer says the days are known",
        "rank": "Wikidata's: preferred or normal (deprecated statements are left out)",
        "qualifiers": "what else the statement is qualified by",
        "references": "how many, how many of them name a source outside Wikimedia, and which",
        "lead": "why the row is a lead only; empty where it is more",
        "source_url": "the statement on its item's page",
        "standing": "secondary where a source outside Wikimedia is named, else own knowledge: a lead, not evidence",
        "obtained": "how the row came here",
        "retrieved": "the day on which Wikidata was asked",
        "words": "the days as Wikidata states them",
    }


def statement_url(id: str) -> str:
    """The address of one statement on its item's page."""
    return f"{PAGE}{id.partition('$')[0].upper()}#{id}"


def _row(one: Statement, start: str, end: str, saved: Saved, column: str, has_current: bool) -> dict[str, str]:
    leads = _why_a_lead(one, not end and not one.ends and has_current)
    precise = all(time.precision is not None and time.precision >= DAY for time in one.starts + one.ends if time.text)
    return {
        "id": one.id.lower().replace("$", "-"),
        "person": one.person,
        column: one.of,
        "capacity": "acting" if ACTING in one.manner else "holder",
        "start": start,
        "end": end,
        "precision": "day" if precise else "not stated",
        "rank": one.rank,
        "qualifiers": one.qualifiers,
        "references": _references(one),
        "lead": "; ".join(leads),
        "source_url": statement_url(one.id),
        "standing": "own knowledge" if leads else "secondary",
        "obtained": "drawn from Wikidata's saved answer",
        "retrieved": saved.retrieved,
        "words": _words(one),
    }


def _why_a_lead(one: Statement, another_is_current: bool) -> list[str]:
    """What keeps a statement from being evidence. An investigator who looks at its source may enter it as such."""
    leads = []
    if one.sources is None:
        leads.append("the answer does not tell of references")
    elif not one.references:
        leads.append("it has no reference")
    elif not one.sources:
        leads.append("its references name no source outside Wikimedia")
    if not one.rank:
        leads.append("the answer does not tell its rank")
    other = [item for item in one.manner if item != ACTING]
    if other:
        leads.append(f"it is qualified as {', '.join(other)}: look up what that means for it")
    if another_is_current and one.rank != "preferred":
        leads.append("no end is stated, but another statement of this person is marked as the current one")
    return leads


def _references(one: Statement) -> str:
    if one.references is None:
        return "not told"
    return f"{one.references}, {one.sources or 0} with a source" + (f": {one.cited}" if one.cited else "")


def _words(one: Statement) -> str:
    said = []
    for property, times in (("P580", one.starts), ("P582", one.ends), ("P585", one.points)):
        for time in times:
            known = "" if time.precision is None else f" (precision {time.precision})"
            said.append(f"{property}: {time.text}{known}" if time.text else f"{property}: {time.kind}")
    return ", ".join(said)


def _numbers(statements: Sequence[Statement], rows: Sequence[Mapping[str, str]]) -> Mapping[str, Sequence[str]]:
    """The items' numbers as other names, so that a claim may give either."""
    used = {cell for row in rows for cell in row.values()}
    names: dict[str, set[str]] = {}
    for one in statements:
        for name, number in ((one.person, one.holder), (one.of, one.value)):
            if name != number and name in used:
                names.setdefault(name, set()).add(number)
    return {name: tuple(sorted(numbers)) for name, numbers in sorted(names.items()) if len(numbers) == 1}

"""Presidents and Vice Presidents of the United States, from `executive.yaml` of unitedstates/congress-legislators.

Source of the format: https://github.com/unitedstates/congress-legislators, README, "Executive".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from checks.case.errors import CaseError
from checks.evidence.answers import Drawn, Saved
from checks.evidence.records.rows import iso_day, looked_at, printable, wanted
from checks.evidence.written import Fields, decoded, read_yaml
from checks.reading.names import plain

SERVICE = "https://raw.githubusercontent.com/unitedstates/congress-legislators/main"
ASKS: Mapping[str, str] = {}
MAY_ASK: Mapping[str, str] = {}
HEADERS: Mapping[str, str] = {}
MOST_BYTES = 400_000  # the file has about 40,000

_PAGE = "https://github.com/unitedstates/congress-legislators/blob/main/executive.yaml"
_OFFICES = {
    "prez": (
        "President of the United States", "president", "United States President", "U.S. President", "US President",
    ),
    "viceprez": (
        "Vice President of the United States", "vice-president", "United States Vice President", "U.S. Vice President",
        "US Vice President",
    ),
}  # fmt: skip
_COLUMNS = {
    "id": "the row's name",
    "person": "as usually styled",
    "office": "the office held",
    "capacity": "holder; the file has no acting ones",
    "start": "first day, included",
    "end": "last day, included; a scheduled end counts only up to `retrieved`",
    "party": "as the file has it, of each term",
    "how": "how the person came into each term: election, succession, appointment",
    "source_url": "the file",
    "standing": "of that source",
    "obtained": "how the row came here",
    "retrieved": "the day on which the file was fetched",
    "words": "the file's own words",
}
_NAMES = ("first", "middle", "last", "suffix", "nickname", "official_full")


@dataclass(frozen=True)
class _Term:
    office: str
    start: str
    end: str
    party: str
    how: str


def url(asked: Mapping[str, str], at: str = SERVICE) -> str:
    """The address of the file. There is nothing to ask: raises `CaseError` for whatever is asked all the same."""
    wanted(asked, ASKS, MAY_ASK)
    return f"{at.rstrip('/')}/executive.yaml"


def drawn(saved: Saved, asked: Mapping[str, str]) -> Drawn:
    """The register in a saved copy of the file: a row for each unbroken time in an office.

    Raises `CaseError` with the line and the field where the format is another.
    """
    looked_at(saved)
    people = [(_names(one), _terms(one)) for one in _people(saved)]
    styled = _styled([names for names, _ in people])
    rows: dict[str, Mapping[str, str]] = {}
    left_out = []
    for (names, terms), person in zip(people, styled, strict=True):
        for term in terms:
            if term.start > saved.retrieved:
                left_out.append(f"{person}, from {term.start}: it begins after the file was fetched.")
                continue
            row = _row(names, person, term, saved)
            if row["id"] in rows:
                raise CaseError(f"the file has {row['id']} twice: the format has changed", file=saved.file)
            rows[row["id"]] = row
    if not rows:
        raise CaseError("the file has no term of office that has begun: the format has changed", file=saved.file)
    ordered = sorted(rows.values(), key=lambda row: (row["start"], row["id"]))
    return Drawn(
        title="Presidents and Vice Presidents of the United States", publisher="unitedstates/congress-legislators",
        url=_PAGE, licence="public domain, CC0 1.0", standing="secondary",
        covers=f"{ordered[0]['start']}/{saved.retrieved}", columns=_COLUMNS, rows=ordered, left_out=left_out,
        limits=f"The whole file was fetched on {saved.retrieved}; volunteers keep it. It has terms by the day, without "
        "the hour, and nobody who only acted in an office.",
        also_called=_also_called([names for names, _ in people], styled),
    )  # fmt: skip


def _people(saved: Saved) -> Sequence[Fields]:
    if len(saved.body) > MOST_BYTES:
        raise CaseError(
            f"it has {len(saved.body):,} bytes, and {MOST_BYTES:,} is the most that is read", file=saved.file
        )
    text = decoded(saved.body, saved.file).removeprefix("---\n")
    if not text.startswith("- "):
        raise CaseError(
            f"this is no list, so not the file of executives; it begins “{printable(text, 80)}”", file=saved.file
        )
    # Under a key the list is a mapping, which the project's strict reader wants; lines are counted as in the file.
    fields = read_yaml(f"executives:\n{text}", saved.file, first_line=0)
    if set(fields) != {"executives"}:
        raise CaseError("the file is not one list: the format has changed", file=saved.file)
    return fields.items_of("executives")


def _names(one: Fields) -> Mapping[str, str]:
    fields = _mapping(one, "name")
    names = {key: fields.text(key).strip() for key in _NAMES}
    for key, value in names.items():
        if not value.isprintable() or len(value) > 100:
            raise fields.error(f"`{key}` is no name: the format has changed", key=key)
    for key in ("first", "last"):
        if not plain(names[key]):
            raise fields.error(f"`name.{key}` is missing: the format has changed")
    return names


def _terms(one: Fields) -> Sequence[_Term]:
    """The terms, those that follow each other without a gap in one office as one."""
    if not one.get("terms"):
        raise one.error("`terms` is missing: the format has changed")
    terms: list[_Term] = []
    for fields in one.items_of("terms"):
        kind = fields.text("type")
        if kind not in _OFFICES:
            raise fields.error("`type` is neither prez nor viceprez: the format has changed", key="type")
        start, end = _day(fields, "start"), _day(fields, "end")
        if end < start:
            raise fields.error("`end` lies before `start`", key="end")
        term = _Term(kind, start, end, _word(fields, "party"), _word(fields, "how"))
        before = next((known for known in terms if known.office == kind and known.end == start), None)
        if before:
            terms.remove(before)
            term = _Term(kind, before.start, end, f"{before.party}; {term.party}", f"{before.how}; {term.how}")
        terms.append(term)
    return terms


def _mapping(one: Fields, key: str) -> Fields:
    if not one.get(key):
        raise one.error(f"`{key}` is missing: the format has changed")
    return one.fields(key)


def _day(fields: Fields, key: str) -> str:
    text = fields.text(key)
    if not iso_day(text):
        raise fields.error(f"`{key}` is no day such as 2031-05-02: the format has changed", key=key)
    return text


def _word(fields: Fields, key: str) -> str:
    text = fields.text(key)
    if not text.isprintable() or len(text) > 100:
        raise fields.error(f"`{key}` is no plain text: the format has changed", key=key)
    return text


def _row(names: Mapping[str, str], person: str, term: _Term, saved: Saved) -> Mapping[str, str]:
    office, short, *_ = _OFFICES[term.office]
    ascii = unicodedata.normalize("NFKD", names["last"]).encode("ascii", "ignore").decode().lower()
    family = "-".join(re.findall(r"[a-z0-9]+", ascii)) or "unnamed"
    return {
        "id": f"{family}-{short}-{term.start}", "person": person, "office": office, "capacity": "holder",
        "start": term.start, "end": term.end, "party": term.party, "how": term.how, "source_url": _PAGE,
        "standing": "secondary", "obtained": "drawn from the saved data file",
        "retrieved": saved.retrieved, "words": f"start: '{term.start}' end: '{term.end}'",
    }  # fmt: skip


def _styled(people: Sequence[Mapping[str, str]]) -> Sequence[str]:
    """How each is usually called; the whole name where two would be called the same."""
    short = [f"{names['nickname'] or names['first']} {names['last']}" for names in people]
    alike = [plain(name) for name in short]
    return [
        name
        if alike.count(plain(name)) == 1
        else _joined(names["first"], names["middle"], names["last"], names["suffix"])
        for name, names in zip(short, people, strict=True)
    ]


def _also_called(people: Sequence[Mapping[str, str]], styled: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Other names from the parts of a name; one that fits two persons is nobody's."""
    forms = []
    for names in people:
        initials = " ".join(f"{part[0]}." for part in names["middle"].split())
        joined = [
            _joined(names["first"], middle, names["last"], suffix)
            for middle, suffix in product(("", initials, names["middle"]), ("", names["suffix"]))
        ]
        if names["nickname"]:
            joined += [_joined(names["nickname"], names["last"], suffix) for suffix in ("", names["suffix"])]
        forms.append(list(dict.fromkeys([*joined, *([names["official_full"]] if names["official_full"] else [])])))
    fits: dict[str, int] = {}
    for names_of, person in zip(forms, styled, strict=True):
        for form in {plain(form) for form in [*names_of, person]}:
            fits[form] = fits.get(form, 0) + 1
    also = {office: tuple(others) for office, _, *others in _OFFICES.values()}
    for names_of, person in zip(forms, styled, strict=True):
        others = tuple(form for form in names_of if form != person and fits[plain(form)] == 1)
        if others:
            also[person] = others
    return also


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)

"""The UN Treaty Collection: the dated acts of states on a treaty, from the depositary's own status table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from checks.case.errors import CaseError
from checks.case.when import When
from checks.evidence.answers import Drawn, Saved
from checks.evidence.records.rows import columns, id_of, looked_at, printable, told, wanted, web_address
from checks.evidence.records.state_names import other_names
from checks.evidence.records.un_treaty_acts import acts_of, column, dated, filled, referred_to
from checks.evidence.records.un_treaty_notes import tells_of_leaving
from checks.evidence.records.un_treaty_table import TABLE, Line, Status, status

SERVICE = "https://treaties.un.org/doc/Publication/MTDSG"
ASKS: Mapping[str, str] = {"treaty": "chapter and number, as on the status page: IV-4, XXVII-7-d"}
MAY_ASK: Mapping[str, str] = {}
HEADERS: Mapping[str, str] = {"Accept": "application/xml, text/xml"}

CHAPTERS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI", "XXVII", "XXVIII", "XXIX",
)  # fmt: skip
IN_VOLUME_ONE = 12  # chapters; the others stand in the second volume


def url(asked: Mapping[str, str], at: str = SERVICE) -> str:
    """The address of the status of one treaty as XML, in English. Raises `CaseError` for what is no treaty's number."""
    number = re.sub(r"[.\s]+", "-", wanted(asked, ASKS, MAY_ASK)["treaty"]).strip("-")
    chapter, _, rest = number.partition("-")
    if chapter.upper() not in CHAPTERS or not re.fullmatch(r"[0-9A-Za-z]{1,4}(-[0-9A-Za-z]{1,4}){0,4}", rest, re.ASCII):
        raise CaseError(f"`{number}` is no treaty of the Collection: write {ASKS['treaty']}")
    chapter = chapter.upper()
    volume = "I" if CHAPTERS.index(chapter) < IN_VOLUME_ONE else "II"
    return f"{at.rstrip('/')}/Volume%20{volume}/Chapter%20{chapter}/{chapter}-{rest}.en.xml"


def drawn(saved: Saved, asked: Mapping[str, str]) -> Drawn:
    """The register of dated acts in a saved status: signatures, deposits, entries into force, withdrawals.

    An entry into force is a row only where the table states its day and nothing in the answer puts in doubt that the
    state has been a party since; a withdrawal is one only where an end note states it beyond doubt. All else is in
    `left_out`, quoted. Raises `CaseError` as `un_treaty_table.status` does, and where no row can be drawn.
    """
    day, read = looked_at(saved), status(saved)
    address = web_address(saved.url) or url(asked)
    if not read.lines:
        raise CaseError(
            f"no hit: the table of {told(asked)} names no participant, asked on {day} ({address})", file=saved.file
        )
    rows: list[dict[str, str]] = []
    left_out: list[str] = list(_columns_not_read(read))
    _refuse_unreadable(saved, read)
    taken: dict[str, int] = {}
    names = Counter(line.name.printed for line in read.lines)
    referred = Counter(note for line in read.lines for note in referred_to(line))
    leavings = {number: text for number, text in read.notes.items() if tells_of_leaving(text)}
    for line in read.lines:
        acts, why = acts_of(line, leavings, referred, alone=names[line.name.printed] == 1)
        left_out.extend(f"{line.name.printed}: {sentence}" for sentence in why)
        for act in acts:
            if act.day > day:
                left_out.append(f"{line.name.printed}: {act.act} {act.day}, which is after the day of asking ({day})")
                continue
            rows.append(
                {
                    "id": id_of([line.name.printed, act.act], taken), "party": line.name.printed, "act": act.act,
                    "kind": act.kind, "in_brackets": "yes" if act.bracketed else "", "start": str(act.day),
                    "end": str(act.day), "source_url": address, "standing": "primary",
                    "obtained": "the depositary's status table", "retrieved": str(day), "words": act.words,
                }
            )  # fmt: skip
    left_out.extend(
        f"an end note that no participant refers to: “{printable(text, 300)}”"
        for number, text in leavings.items()
        if number not in referred
    )
    if not rows:
        raise CaseError(f"no row can be drawn: {(left_out or ['no cell of the table has a date'])[0]}", file=saved.file)
    return Drawn(
        title=f"Status of {read.title or told(asked)}", publisher="United Nations Treaty Collection, the depositary",
        url=address, licence="facts of public record, from the depositary's status table", standing="primary",
        covers=str(When.span(min(date.fromisoformat(row["start"]) for row in rows), day)), columns=COLUMNS, rows=rows,
        left_out=left_out, limits=_limits(read, asked, day, rows),
        also_called=other_names(names),
    )  # fmt: skip


COLUMNS = columns(
    {
        "party": "the state or organisation, as the depositary prints it",
        "act": "signed, deposited, in force, notified or withdrawn; withdrawal notified or withdrawal in effect, where "
        "the answer does not state from when to when it was a party before",
        "kind": "of deposit: ratification, acceptance, accession and others; of leaving: withdrawal or denunciation",
        "in_brackets": "yes where it stands in square brackets: withdrawn since, or replaced",
    },
    words="the cell or the end note as printed, without the numbers of notes",
)


def _refuse_unreadable(saved: Saved, read: Status) -> None:
    """Raises where no column is known by its head, or most of a column's cells are no dates: the format has changed."""
    if not any(column(head) for line in read.lines for head in line.heads):
        heads = ", ".join(f"“{printable(head, 80)}”" for head in read.lines[0].heads)
        raise CaseError(
            f"`{TABLE}/Thead/Row` has no column that is known ({heads}): the format has changed", file=saved.file
        )
    full: Counter[str] = Counter()
    strange: dict[str, list[Line]] = {}
    for line in read.lines:
        for head, cell in zip(line.heads, line.cells, strict=True):
            full[head] += filled(cell)
            if dated(head, cell) is None:
                strange.setdefault(head, []).append(line)
    for head, lines in strange.items():
        if len(lines) * 2 > full[head]:
            line = lines[0]
            shown = printable(line.cells[line.heads.index(head)].printed, 60)
            place = f"{line.path}, under “{printable(head, 60)}”"
            raise CaseError(f"`{place}` is “{shown}”, which is no date: the format has changed", file=saved.file)


def _columns_not_read(read: Status) -> Iterator[str]:
    full = Counter(
        head
        for line in read.lines
        for head, cell in zip(line.heads, line.cells, strict=True)
        if column(head) is None and filled(cell)
    )
    for head, number in full.items():
        yield f"the column “{printable(head, 120)}” is not read: {number} of its cells are filled"


def _limits(read: Status, asked: Mapping[str, str], day: date, rows: Iterable[Mapping[str, str]]) -> str:
    parts = [f"The status of {told(asked)} as asked on {day}: {len(read.lines)} participants"]
    bound = {row["party"] for row in rows if row["act"] == "deposited" and not row["in_brackets"]}
    if read.parties:
        parts.append(f"the head counts “{read.parties}” parties, the table has {len(bound)} deposits outside brackets")
    if read.in_force:
        parts.append(f"entry into force of the treaty itself, as printed: “{printable(read.in_force, 300)}”")
    if not any(column(head) == "in force" for line in read.lines for head in line.heads):
        parts.append("the table does not state when it entered into force for each: that is no row")
    parts.append("reservations, declarations and notifications are not read, nor withdrawals told of only there")
    return "; ".join(parts) + "."

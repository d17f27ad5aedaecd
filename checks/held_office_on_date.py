"""Did this person hold this office on that date?

Supported when the register has the person in the office on the whole of the date, and nobody else.
Misleading when the person was only acting in the office.
Contradicted when the register has others in the office on that date, and not this person.
Unsettled when the date is a day on which the office changed hands, or a span in which it did; when it lies after the
day up to which the register was kept; and when the register has nobody on it.

Cannot tell: whether the person did, on that day, what the article says; who exercised the powers of the office in
fact; and, on a day of handover, the hour.

Source: terms are read as the registers of office-holders print them (first and last day, both included), as in the
unitedstates/congress-legislators data; a day that two holders share is left open.
"""

from checks.case.errors import Unfit, nearest
from checks.case.nouns import Claim, Evidence, Fact, Finding, Register, Row, Verdict, When, facts_among, when
from checks.reading.names import called, could_be, same_person


def check(claim: Claim, *, person: str, office: str, on: When | Fact, register: Register) -> Finding:
    """Looks up who held `office` on the date `on` in a register with the columns person, office and capacity.

    Raises `Unfit` when the register lacks the office or a column, when the name fits two people in it or may be a form
    of a holder's, and when the date has no year. Persons match by name, by recorded other names, and by variants of a
    given name; the reason says which.
    """
    day, names = when(on), register.also_called
    if day.yearless:
        raise Unfit(f"`{day}` has no year, so nobody can be looked up: state the year in what the claim asserts")
    missing = {"person", "office", "capacity"} - set(register.rows[0].cells if register.rows else ())
    if missing or {row.cells["capacity"] for row in register.rows} - {"holder", "acting"}:
        raise Unfit(f"`{register.id}` needs the columns person, office, and capacity (holder or acting)")
    rows = [row for row in register.rows if called(office, row.cells["office"], names) is not None]
    if not rows:
        offices = {row.cells["office"] for row in register.rows}
        raise Unfit(f"`{register.id}` has no office “{office}”: {nearest(office, offices)}")
    right = {row.id: same_person(person, row.cells["person"], names) for row in rows}
    own = [row for row in rows if right[row.id] is not None]
    own = [row for row in own if not right[row.id]] or own  # the name as it stands comes before its forms
    fits = sorted({row.cells["person"] for row in own})
    if len(fits) > 1:
        raise Unfit(f"“{person}” fits {' and '.join(fits)}: name one of them in what the claim asserts")

    held = {row.id: day.within(row.known) for row in rows}
    ours = [row for row in own if held[row.id] != "no"]
    theirs = [row for row in rows if row not in own and held[row.id] != "no"]
    alike = [row.cells["person"] for row in theirs if could_be(person, row.cells["person"])]
    if alike and not own:
        raise Unfit(f"“{person}” may be {alike[0]}: write the name as the register does, or record it in `also_called`")
    sure = [row for row in ours if held[row.id] == "yes"]
    if sure and not theirs:
        acting = all(row.cells["capacity"] == "acting" for row in sure)
        verdict = Verdict.MISLEADING if acting else Verdict.SUPPORTED
    elif not ours and any(held[row.id] == "yes" for row in theirs):
        verdict = Verdict.CONTRADICTED
    else:
        verdict = Verdict.UNSETTLED
    aside = {reason for row in own if (reason := right[row.id])}
    terms = [_term(row) for row in theirs + (ours or own)]
    if not ours and not theirs:
        terms.insert(0, "the register has nobody" + ("" if own else f", and {person} at no time"))
    elif not own and verdict is Verdict.CONTRADICTED:
        terms.append(f"the register never has {person} as {office}")
    reason = f"On {day.words()}: {'; '.join(terms)}"
    unseen = [row for row in own if not ours and day.within(row.span) != "no"]
    if unseen:
        reason += f"; the register was kept only up to {unseen[0].retrieved.words()}"
    elif verdict is Verdict.UNSETTLED and day.within(register.covers) != "yes":
        reason += f"; the register covers only {register.covers.words()}"
    reason += f" ({'; '.join(sorted(aside))})." if aside else "."
    cited: list[Evidence] = [*theirs, *(ours or own)] or [register]
    return Finding(claim.id, __name__, verdict, reason, [*cited, *facts_among(on)], needs_all=True)


def _term(row: Row) -> str:
    capacity = "was acting" if row.cells["capacity"] == "acting" else "held the office"
    return f"{row.cells['person']} {capacity} ({row.span.words()})"

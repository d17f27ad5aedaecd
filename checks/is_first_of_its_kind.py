"""Was this the first of its kind?

Supported when the earliest row of that kind in the register is the one that is said to be the first.
Contradicted when the register has an earlier one.
Unsettled when the earliest stands at the very beginning of the register, so that an older one may lie before it; when
two share the first day; and when the register does not have the one that is said to be the first.

Cannot tell: what happened before the register begins, and whether two rows that the register words alike are one kind.

Source: the earliest known date is evidence against a later "first", never proof of a first (the antedating rule of
historical dictionaries, as in the Oxford English Dictionary's first quotations).
"""

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Finding, Register, Row, Verdict
from checks.reading.names import among


def check(claim: Claim, *, kind: str, first: str, register: Register) -> Finding:
    """Finds the earliest row of a `kind`, and compares it with the one named by `first`; both may stand in any column.

    Raises `Unfit` when no row of the register is of that kind.
    """
    rows = [row for row in register.rows if among(kind, row.cells.values(), register.also_called)]
    if not rows:
        raise Unfit(f"no row of `{register.id}` has “{kind}”: use the register's own words for it")
    rows.sort(key=lambda row: (str(row.span.first), row.id))
    named = [row for row in rows if among(first, row.cells.values(), register.also_called)]
    earliest = [row for row in rows if row.span.first == rows[0].span.first]
    older = [row for row in rows if named and row.span.before(named[0].span) == "yes"]
    if named and rows[0].span.first is not None and named[0].span.first != rows[0].span.first:
        verdict = Verdict.CONTRADICTED
    elif not named or len(earliest) > 1 or rows[0].span.first in (None, register.covers.first):
        verdict = Verdict.UNSETTLED
    else:
        verdict = Verdict.SUPPORTED
    reason = f"The earliest “{kind}” in the register is that of {_told(rows[0], register)}"
    if not named:
        reason += f"; it has none of “{first}”"
    elif verdict is Verdict.CONTRADICTED:
        reason += f"; that of “{first}” is of {_told(named[0], register)}"
        reason += f", with {len(older)} before it" if len(older) > 1 else ""
    elif verdict is Verdict.UNSETTLED:
        reason += ", with another on the same day" if len(earliest) > 1 else ", where the register begins"
    return Finding(claim.id, __name__, verdict, f"{reason}.", [rows[0], *named[:1], *older[1:]], needs_all=True)


def _told(row: Row, register: Register) -> str:
    return f"{row.span.words()} (`{row.id}`)"

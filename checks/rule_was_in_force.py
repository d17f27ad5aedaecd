"""Was this rule in force on that date, with that exception?

Supported when the register has the rule in force on the whole of the date, with the exception that the claim states.
Misleading when the rule was in force, and the claim leaves out an exception, or states another.
Contradicted when the register covers the date and does not have the rule on it: a gap, or another rule in its place.
Unsettled when the date is a day on which the rules changed, or a span that holds one, and when the register does not
cover it.

Cannot tell: whether the rule was kept; what it meant beyond the words of the register; and whether a rule that the
register words differently comes to the same.

Source: a rule holds from its first to its last day as its register has them; a day that the old rule and the new one
share is left open (as with the entry into force of acts, whose hour is seldom stated).
"""

from checks.case.errors import Unfit, nearest
from checks.case.nouns import Claim, Evidence, Fact, Finding, Register, Row, Verdict, When, facts_among, when
from checks.reading.names import called


def check(claim: Claim, *, rule: str, on: When | Fact, register: Register, exception: str = "") -> Finding:
    """Looks up `rule` on the date `on` in a register with the columns rule and exception.

    Raises `Unfit` when no row of the register has the rule. The reason gives every interval in which it held.
    """
    day, names = when(on), register.also_called
    rows = [row for row in register.rows if called(rule, row.cells["rule"], names) is not None]
    if not rows:
        rules = {row.cells["rule"] for row in register.rows}
        raise Unfit(f"`{register.id}` has no rule “{rule}”: {nearest(rule, rules)}")
    rows.sort(key=lambda row: str(row.span))
    others = [row for row in register.rows if row not in rows and day.within(row.known) != "no"]
    held = [row for row in rows if day.within(row.known) == "yes"]
    touched = [row for row in rows if day.within(row.known) != "no"]
    changes = [row for row in others if any(_meets(row, one) for one in touched)]
    if held and not changes:
        stated = called(exception, held[0].cells["exception"], names) is not None
        verdict = Verdict.SUPPORTED if stated else Verdict.MISLEADING
    elif not touched and day.within(register.covers) == "yes":
        verdict = Verdict.CONTRADICTED
    else:
        verdict = Verdict.UNSETTLED
    reason = f"“{rule}” was in force {' and '.join(row.span.words() for row in rows)}; claimed {day.words()}"
    if verdict is Verdict.MISLEADING:
        theirs = (
            f"with the exception “{held[0].cells['exception']}”" if held[0].cells["exception"] else "without exception"
        )
        reason += f"; it held {theirs}, and the claim states {f'“{exception}”' if exception else 'none'}"
    elif others and not held:
        reason += f", when there was “{others[0].cells['rule']}”"
    elif verdict is Verdict.UNSETTLED:
        reason += ", a day that two rules share" if changes else f"; the register covers {register.covers.words()}"
    cited: list[Evidence] = [*rows, *others, *facts_among(on)]
    return Finding(claim.id, __name__, verdict, f"{reason}.", cited, needs_all=True)


def _meets(one: Row, other: Row) -> bool:
    """Whether one interval begins on the day on which the other ends: the day on which the rules changed."""
    return one.span.first == other.span.last or one.span.last == other.span.first

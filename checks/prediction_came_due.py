"""Did what was foreseen come by the time foreseen, as far as anybody has looked?

Supported when dated facts in that role, or a register, have it come between the day on which it was foreseen and the
last day foreseen.
Misleading when it came, but late; and when by the last day it had come in another role only: announced, not in force.
Contradicted when the last day went by without it: a register that reaches further has it not, or a source tells on a
later day that it is awaited; and when it had come before it was foreseen.
Unsettled when the last day lies after the day up to which one looked, when sources disagree, and when a date is too
vague to decide.

Cannot tell: whether it was foreseen with good reason, and whether what came is what was meant. That a source is silent
shows nothing; a search that found nothing is logged, and the claim concluded *unverifiable*.

Source: a forecast is judged by a stated last day and a stated way to tell (Good Judgment Project; Tetlock and Gardner,
Superforecasting, 2015); the roles are those of `happened_on_date`.
"""

from collections.abc import Sequence

from checks.case.nouns import Amount, Claim, Fact, Finding, Register, Role, Verdict, When, facts_among
from checks.reading.foreseen import NO_LENGTH, UNSTATED, Known, coming_of, days_foreseen, told


def check(
    claim: Claim, *, event: str, role: Role, foreseen: When | Fact, by: When | Fact = UNSTATED,
    after: Amount | Fact = NO_LENGTH, facts: Sequence[Fact] = (), looked: Sequence[Fact | Register] = (),
) -> Finding:  # fmt: skip
    """Compares the last day foreseen (`by`, or else the day `foreseen` plus `after`) with what is known of `event`.

    `facts` say that it came; `looked` is where one looked: a register that would have it, or a dated fact that says it
    is still awaited. Raises `Unfit` where a year or all such evidence is missing, or a fact is about another thing.
    """
    span = days_foreseen(foreseen, by, after)
    known = coming_of(event, role, span, facts, looked)
    came, passed, other = known.by_time(), known.passed(), known.in_other_roles
    kinds = [kind for kind, found in came.items() if found]
    denied = [one for one in passed if isinstance(one, Fact)] if came["in time"] else []
    cited: list[Known] = [one for kind in kinds for one in came[kind]]
    if len(kinds) > 1 or denied or came["vague"]:
        verdict, cited = Verdict.UNSETTLED, [*cited, *denied]
    elif kinds:
        verdicts = {"in time": Verdict.SUPPORTED, "late": Verdict.MISLEADING, "before": Verdict.CONTRADICTED}
        verdict = verdicts[kinds[0]]
    elif passed:
        verdict, cited = Verdict.MISLEADING if other else Verdict.CONTRADICTED, [*passed, *other]
    else:
        verdict, cited = Verdict.UNSETTLED, [*(one for one, _ in known.awaited), *other] or [*facts, *looked]
    reason = f"Foreseen: {role} by {When.span(span.last, span.last).words()}; found: {told(cited, known)}"
    if verdict is Verdict.UNSETTLED:
        reason += "; the sources disagree" if len(kinds) > 1 or denied else ""
        reason += "; that is too vague to decide" if kinds == ["vague"] else ""
        reason += "; nothing here reaches further" if not kinds else ""
    given = facts_among(foreseen, by, after)
    return Finding(claim.id, __name__, verdict, f"{reason}.", [*cited, *given], needs_all=bool(given))

"""Did the one thing happen before the other, as the claim has it: “after”, “following”, “prompted by”, “in reply to”?

Supported when every dated fact about the one lies before every dated fact about the other.
Misleading when it does so in one sense only: announced before, in force after.
Contradicted when every fact about the one lies after every fact about the other.
Unsettled when both fell on one day, when a date is too vague to tell, and when sources disagree on a date.

Cannot tell: whether the one came because of the other; what comes first need not be the cause, but what comes after
cannot be. Nor which sense of happening the claim means: pass the facts in the roles that it can mean.

Source: the relation *before* of two spans (Allen, Maintaining knowledge about temporal intervals, CACM 26, 1983), and
that a cause comes first (Hill, The environment and disease, 1965, on temporality).
"""

from collections.abc import Sequence

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Fact, Finding, Verdict, when
from checks.reading.names import plain


def check(claim: Claim, *, earlier: str, later: str, facts: Sequence[Fact]) -> Finding:
    """Compares the dated `facts` about what the claim puts `earlier` with those about what it puts `later`.

    Raises `Unfit` for a fact about neither, or without a date and its year, and where one of the two has none.
    """
    ours = {plain(name): [fact for fact in facts if plain(fact.about) == plain(name)] for name in (earlier, later)}
    for fact in facts:
        if plain(fact.about) not in ours:
            raise Unfit(f"`{fact.ref}` is about “{fact.about}”: use the names “{earlier}” and “{later}”")
        if fact.at is None or fact.at.yearless:
            raise Unfit(f"`{fact.ref}` has no date with its year: choose a fact that says when")
    if len(ours) < 2 or not all(ours.values()):
        raise Unfit(f"pass dated facts about two things: “{earlier}” and “{later}”")
    pairs = [(one, other) for one in ours[plain(earlier)] for other in ours[plain(later)]]
    right = [pair for pair in pairs if when(pair[0]).before(when(pair[1])) == "yes"]
    wrong = [pair for pair in pairs if when(pair[1]).before(when(pair[0])) == "yes"]
    senses = [{(one.role, other.role) for one, other in found} for found in (right, wrong)]
    disagree = senses[0] & senses[1]
    if len(right) == len(pairs):
        verdict = Verdict.SUPPORTED
    elif len(wrong) == len(pairs):
        verdict = Verdict.CONTRADICTED
    elif right and wrong and not disagree:
        verdict = Verdict.MISLEADING
    else:
        verdict = Verdict.UNSETTLED
    reason = f"Claimed: {earlier} before {later}; found: {_told(earlier, ours)}, and {_told(later, ours)}"
    if verdict is Verdict.MISLEADING:
        one, other = right[0]
        reason += f"; so only of {_sense(earlier, one)} and {_sense(later, other)}"
    elif verdict is Verdict.UNSETTLED:
        reason += "; the sources disagree" if disagree else "; that leaves open which came first"
    return Finding(claim.id, __name__, verdict, f"{reason}.", list(facts), needs_all=True)


def _told(name: str, ours: dict[str, list[Fact]]) -> str:
    days = dict.fromkeys(f"{_sense('', fact)} {when(fact).words()}".strip() for fact in ours[plain(name)])
    return f"{name} {', '.join(days)}"


def _sense(name: str, fact: Fact) -> str:
    return f"{name} {fact.role or ''}".strip()

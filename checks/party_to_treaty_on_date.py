"""Was this state a party to the treaty on that date, or leaving it, or out of it?

Supported when the state's dated acts put it in the claimed status on the whole of the date.
Misleading when it had given notice and was still bound, and is said to have left.
Contradicted when its acts put it in another status.
Unsettled when the status came or went within the date, or on the day of an act, and when nobody looked as late as that.

Cannot tell: whether an act was valid or is disputed (a suspension is not an act that this check knows), and whether the
state kept the treaty. A notice is not its effect: between the two the state is *leaving*, and still bound.

Source: Vienna Convention on the Law of Treaties, articles 2(1)(g), 24, 56 and 67: a state is a party from the entry
into force for it until its withdrawal takes effect, not until it gives notice.
"""

from typing import Literal

from checks.case.errors import Unfit, nearest
from checks.case.nouns import Claim, Evidence, Fact, Finding, Register, Row, Verdict, When, facts_among, when
from checks.reading.names import called

Status = Literal["party", "leaving", "left", "not a party"]
BEGINS: dict[str, Status] = {"in force": "party", "notified": "leaving", "withdrawn": "left"}
AGREES: dict[Status, set[Status]] = {  # a state that is leaving is still a party; one that has left is none
    "party": {"party", "leaving"}, "leaving": {"leaving"}, "left": {"left"}, "not a party": {"not a party", "left"},
}  # fmt: skip


def check(claim: Claim, *, party: str, status: Status, on: When | Fact, register: Register) -> Finding:
    """Works out the status of `party` on the date `on` from a register with the columns party and act.

    The acts are `in force`, `notified` and `withdrawn`; a row `not a party` says what a source states for its day.
    Raises `Unfit` when the register does not have the state.
    """
    day = when(on)
    rows = [row for row in register.rows if called(party, row.cells["party"], register.also_called) is not None]
    if not rows:
        raise Unfit(
            f"`{register.id}` has no “{party}”: {nearest(party, {row.cells['party'] for row in register.rows})}"
        )
    acts = sorted((row for row in rows if row.cells["act"] in BEGINS), key=lambda row: str(row.span))
    denied = [row for row in rows if row.cells["act"] == "not a party" and row.span.before(day) != "yes"]
    past = [row for row in acts if row.span.before(day) == "yes"]
    within = [row for row in acts if row not in past and day.before(row.span) != "yes"]
    looked = day.within(register.covers) == "yes"
    before: Status = BEGINS[past[-1].cells["act"]] if past else "not a party"
    found = [before, *(BEGINS[row.cells["act"]] for row in within)]  # on the day of an act, both sides of it
    agree = {one in AGREES[status] for one in found}
    if not (looked if acts else denied) or len(agree) > 1:
        verdict = Verdict.UNSETTLED
    elif agree == {True}:
        verdict = Verdict.SUPPORTED
    else:
        verdict = Verdict.MISLEADING if status == "left" and "leaving" in found else Verdict.CONTRADICTED
    cited: list[Row] = [*acts, *denied[:1]] or rows
    told = "; ".join(f"{row.cells['act']} {row.span.words()}" for row in cited)
    reason = f"Claimed: {party} {status} {day.words()}; found: {told}"
    reason += f"; so then: {', then '.join(found)}" if looked or denied else f"; it covers {register.covers.words()}"
    evidence: list[Evidence] = [*cited, *facts_among(on)]
    return Finding(claim.id, __name__, verdict, f"{reason}.", evidence, needs_all=True)

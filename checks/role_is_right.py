"""Does the source put the act, or the power to act, upon the same role?

Supported when the source puts it upon the role that the claim names, or upon one of which that is the wider name.
Misleading when the source puts it upon another role in the same line: a higher or lower rank, another office of the
same body, its deputy; as *commanding officer* for *combatant commander*, or *chair* for *chief executive*.
Contradicted when the source puts it upon a role of another line (a court for a prosecutor), upon nobody, or says that
it is not that role's.
Unsettled when the source tells no such act or names no role for it, names the claimed one beside others, or has a role
that no table here tells from the claimed one.

Cannot tell: whether the one in the role did it; whether a power was used; and which of several roles in one sentence is
meant, so quote the words that tell it.

Source: lines of offices as public bodies list them themselves (10 U.S.C. 164 for combatant commands; the OECD
Principles of Corporate Governance, chapter V, for boards and executives); the words lie in
checks/reading/named/lines.py.
"""

from collections.abc import Sequence

from checks.case.errors import Unfit
from checks.case.nouns import (
    Claim,
    Document,
    Evidence,
    Fact,
    Finding,
    Passage,
    Register,
    Verdict,
    When,
    facts_among,
    when,
)
from checks.reading.acting import doers
from checks.reading.named.lines import office_in, stands
from checks.reading.names import among, called

ANY_DAY = When.span(None, None)
VERDICTS = {
    "same": Verdict.SUPPORTED, "wider": Verdict.SUPPORTED, "line": Verdict.MISLEADING, "other": Verdict.CONTRADICTED,
}  # fmt: skip
NOBODY = ("nobody", "none", "no one")


def check(
    claim: Claim,
    *,
    office: str,
    act: str,
    passages: Sequence[Passage | Fact | Document] = (),
    registers: Sequence[Register] = (),
    on: When | Fact = ANY_DAY,
) -> Finding:
    """Compares the role `office` with the one that the sources name for `act`, in a few of their words.

    Of a register with the columns act and office the rows of that act count that hold on the date `on`, if one is
    stated; *nobody* in it is an answer. Raises `Unfit` without evidence, and for a register without the act.
    """
    told: list[tuple[str, Verdict, Evidence]] = []
    names = {known: others for register in registers for known, others in register.also_called.items()}
    for passage in passages:
        words = passage.words if isinstance(passage, Document) else passage.quoted
        found = doers(act, words, office)
        for one in found.told if found else ():
            told.append((f"“{one.said}”", _verdict(office, one.said, names), passage))
        for one in found.denied if found else ():
            if _verdict(office, one.said, names) is Verdict.SUPPORTED:
                told.append((f"not “{one.said}”", Verdict.CONTRADICTED, passage))
    day = when(on)
    for register in registers:
        rows = [row for row in register.rows if among(act, [row.cells.get("act", "")], names)]
        if not rows or "office" not in rows[0].cells:
            raise Unfit(f"`{register.id}` has no act “{act}” with an office: it needs the columns act and office")
        for row in rows:
            if on is ANY_DAY or day.within(row.known) == "yes":
                told.append((f"“{row.cells['office']}”", _verdict(office, row.cells["office"], names), row))
    if not passages and not registers:
        raise Unfit("pass `passages` or `registers` that tell the act")
    verdicts = {verdict for _, verdict, _ in told}
    denied = any(words.startswith("not ") for words, _, _ in told)
    verdict = Verdict.CONTRADICTED if denied else verdicts.pop() if len(verdicts) == 1 else Verdict.UNSETTLED
    said = " and ".join(dict.fromkeys(words for words, _, _ in told)) or "no role for it"
    reason = f"The claim puts “{act}” upon “{office}”; the source has {said}{_why(office, told, verdict)}."
    cited = [one for _, _, one in told] or [*passages, *registers]
    return Finding(claim.id, __name__, verdict, reason, [*cited, *facts_among(on)])


def _verdict(office: str, stated: str, names: dict[str, Sequence[str]]) -> Verdict:
    if called(office, stated, names) is not None:
        return Verdict.SUPPORTED
    if stated.casefold() in NOBODY:
        return Verdict.CONTRADICTED
    return VERDICTS.get(stands(office_in(office), office_in(stated)), Verdict.UNSETTLED)


def _why(office: str, told: Sequence[tuple[str, Verdict, Evidence]], verdict: Verdict) -> str:
    line = office_in(office).line
    if verdict is Verdict.MISLEADING:
        return f", another office in the line “{line}”" if line else ", another office of that kind"
    if verdict is Verdict.UNSETTLED and told:
        return ": it may be another, and no table here tells them apart" if len(told) == 1 else ": quote fewer words"
    return ""

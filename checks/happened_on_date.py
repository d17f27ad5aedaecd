"""Did it happen on that date, in that sense of happening: announced, signed, notified, effective, reported, published?

Supported when dated facts in that role fall within the claimed date, and none falls outside it.
Misleading when the claimed date is the date of another role: the day of a notice told as the day of its effect.
Contradicted when the facts in that role have another date, and no role has the claimed one.
Unsettled when the facts disagree, when none has the claimed role, and when a date is too vague to decide.

Cannot tell: whether the event happened as described, or whether a source that dates it knew.

Source: the roles are those which treaty and legal practice keep apart (Vienna Convention on the Law of Treaties,
articles 11 to 16, 24 and 67: signature, notification, entry into force).
"""

from collections.abc import Sequence

from checks.case.errors import Unfit
from checks.case.nouns import WEIGHTY, Claim, Fact, Finding, Role, Verdict, When, facts_among, when
from checks.reading.names import plain


def check(claim: Claim, *, event: str, role: Role, on: When | Fact, facts: Sequence[Fact]) -> Finding:
    """Compares the claimed date `on` of `event` in `role` with dated `facts` about the same event.

    Raises `Unfit` for a fact that is about something else, or that has no date.
    """
    claimed = when(on)
    if claimed.yearless:
        raise Unfit(f"`{claimed}` has no year, so any year would do: state the year in what the claim asserts")
    for fact in facts:
        if plain(fact.about) != plain(event):
            raise Unfit(
                f"`{fact.ref}` is about “{fact.about}”, and the claim about “{event}”: use one name for one thing"
            )
        if fact.at is None or fact.role is None:
            raise Unfit(f"`{fact.ref}` has no date and role: choose a fact that says when, and in which sense")
    same = [fact for fact in facts if fact.role == role]
    by_answer = {answer: [fact for fact in same if when(fact).within(claimed) == answer] for answer in ("yes", "no")}
    agree, differ = by_answer["yes"], by_answer["no"]
    other_role = [fact for fact in facts if fact.role != role and when(fact).within(claimed) == "yes"]
    deciding = agree or differ
    if (agree and differ) or not deciding:
        verdict = Verdict.UNSETTLED
    elif agree:
        verdict = Verdict.SUPPORTED
    else:
        # Only a source that can bear it turns a wrong date into a date of something else.
        bears = any(fact.standing in WEIGHTY for fact in differ) and any(
            fact.standing in WEIGHTY for fact in other_role
        )
        verdict = Verdict.MISLEADING if bears else Verdict.CONTRADICTED
    elsewhere = other_role if verdict is not Verdict.SUPPORTED else []
    told = "; ".join(f"{f.role} {when(f).words()} ({f.passage.document.publisher})" for f in [*same, *elsewhere])
    reason = f"Claimed: {role} {claimed.words()}; found: {told or f'nothing {role}'}"
    if verdict is Verdict.UNSETTLED and same:
        reason += "; the sources disagree" if agree and differ else "; that does not decide it"
    cited = deciding if verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED) else [*same, *elsewhere] or list(facts)
    return Finding(claim.id, __name__, verdict, f"{reason}.", [*cited, *facts_among(on)])

"""Did it happen on that date, in that sense of happening: announced, signed, notified, effective, reported, published?

Supported when dated facts in that role fall within the claimed date.
Misleading when the claimed date is the date of another role: the day of a notice told as the day of its effect.
Contradicted when the facts in that role have another date, and no role has the claimed one.
Unsettled when the facts disagree, when none has the claimed role, and when a date is too vague to decide.

Cannot tell: whether the event happened as described, or whether a source that dates it knew.

Source: the roles are those which treaty and legal practice keep apart (Vienna Convention on the Law of Treaties,
articles 11 to 16, 24 and 67: signature, notification, entry into force).
"""

from collections.abc import Sequence

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Fact, Finding, Role, Verdict, When, rests_on, when
from checks.reading.names import plain


def check(claim: Claim, *, event: str, role: Role, on: When | Fact, facts: Sequence[Fact]) -> Finding:
    """Compares the claimed date `on` of `event` in `role` with dated `facts` about the same event.

    Raises `Unfit` for a fact that is about something else, or that has no date.
    """
    claimed = when(on)
    for fact in facts:
        if plain(fact.about) != plain(event):
            raise Unfit(
                f"`{fact.ref}` is about “{fact.about}”, and the claim about “{event}”: use the same words for one thing"
            )
        if fact.at is None or fact.role is None:
            raise Unfit(f"`{fact.ref}` has no date and role: choose a fact that says when, and in which sense")
    same = [fact for fact in facts if fact.role == role]
    answers = {when(fact).within(claimed) for fact in same}
    elsewhere = [fact for fact in facts if fact.role != role and when(fact).within(claimed) == "yes"]
    if answers == {"yes"}:
        verdict = Verdict.SUPPORTED
    elif answers == {"no"}:
        verdict = Verdict.MISLEADING if elsewhere else Verdict.CONTRADICTED
    else:
        verdict = Verdict.UNSETTLED
    told = "; ".join(
        f"{fact.role} {when(fact).words()} ({fact.passage.document.publisher})" for fact in [*same, *elsewhere]
    )
    reason = f"Claimed: {role} {claimed.words()}; found: {told or f'nothing {role}'}."
    if verdict is Verdict.UNSETTLED and same:
        reason = f"{reason.rstrip('.')}; {'the sources disagree' if len(answers) > 1 else 'that does not decide it'}."
    cited = [*same, *elsewhere] or list(facts)
    return Finding(claim.id, __name__, verdict, reason, [*cited, *(e for e in rests_on(claim, on) if e is on)])

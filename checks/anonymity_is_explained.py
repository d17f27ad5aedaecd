"""Where somebody is not named, does the article say why, for a reason that counts, and how they would know?

Supported when, of everybody not named, it tells a harm that a name would bring (danger, reprisal, loss of work, a child
or victim whom the law protects), and for whom they work or how they know.
Misleading when it gives a reason in which nobody comes to harm, as that the matter is sensitive; or tells the harm, and
not how they would know.
Contradicted when it gives no reason for one of them; “on condition of anonymity” says that a name was withheld and not
why.
Unsettled when the reason is a rule against speaking, for whether harm follows is not said; and, of a claim, wherever
something is missing: a promise badly explained does not make what was said untrue.

Cannot tell: whether the reason is true, and whether what was said could be had otherwise: the code asks both. Whom an
article sums up (“critics”), and who speaks for a body, was promised nothing, so `speaker_is_named` counts them.

Source: “Reserve anonymity for sources who may face danger, retribution or other harm, and have information that cannot
be obtained elsewhere. Explain why anonymity was granted” (Society of Professional Journalists, Code of Ethics, 2014).
"""

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Document, Finding, Verdict
from checks.reading.sourcing import Heard, heard_in
from checks.reading.suspicions.asked import passages

_ORDER = [Verdict.CONTRADICTED, Verdict.MISLEADING, Verdict.UNSETTLED, Verdict.SUPPORTED]  # the worst decides


def check(claim: Claim, *, article: Document) -> Finding:
    """Looks for the reason in the sentences in which they speak, and in the one after.

    Raises `Unfit` where nobody is unnamed, and `CaseError` where the article's text is not in this copy.
    """
    unnamed = [one for one in heard_in(claim, article) if one.naming == "unnamed"]
    if not unnamed:
        raise Unfit("nobody whose name was withheld speaks in these words: ask speaker_is_named who does")
    judged = [(one, *_judged(one)) for one in unnamed]
    verdict = min((verdict for _, verdict, _ in judged), key=_ORDER.index)
    told = [(one, why) for one, found, why in judged if found is verdict]
    if claim.id != "article" and verdict is not Verdict.SUPPORTED:
        verdict = Verdict.UNSETTLED
    reason = "; ".join(f"“{one.called}”: {why}" for one, why in told)
    others = len(unnamed) - len(told)
    reason += f" ({others} of {len(unnamed)} unnamed better explained)" if others else ""
    return Finding(claim.id, __name__, verdict, f"{reason}.", passages(article, (one.words for one, _ in told)))


def _judged(one: Heard) -> tuple[Verdict, str]:
    words = one.anonymity
    if one.grounds == "none":
        return Verdict.CONTRADICTED, f"only “{words}”, which is no reason" if words else "no reason is given"
    if one.grounds == "another reason":
        return Verdict.MISLEADING, f"“{words}”, which names no harm"
    if not one.placed:
        return Verdict.MISLEADING, f"“{words}”; how they would know is not said"
    if one.grounds == "a rule":
        return Verdict.UNSETTLED, f"“{words}”; whether that would bring harm is not said"
    return Verdict.SUPPORTED, f"“{words}”, a harm"

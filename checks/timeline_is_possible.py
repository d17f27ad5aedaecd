"""Can all that is said of time hold together?

Supported when all dated statements of the article can hold together, with what claims, facts and registers add; this
is asked of the article as a whole.
Contradicted when some cannot, and each of them is stated outright, read so by a person in a claim, or taken from a
fact or a row that can bear it. The reason has the smallest such set, and the days that would make the rest hold.
Unsettled when some cannot only if something is assumed (that the 90 days begin with the signing), or by a source that
decides nothing; when nothing is dated; and for a claim that can hold with all the rest.

Cannot tell: which of the statements is wrong, or whether any of them is true; what is said of time in quotations, or
in words that were not understood. A person adds a date by a claim with `event`, `role` and `on`, the time between two
by `start`, `after` and `stated`, of which a value such as `=other-claim#on` is the same day, and an order by a length
of `at least 1 day`; a claim on the words of a date or a length takes the place of what was read there.

Source: Dechter, Meiri and Pearl (1991), Temporal constraint networks: statements are limits on the days between two
events, and cannot all hold where a ring of limits adds up to less than nothing. Vague dates count at their widest.
"""

from collections.abc import Sequence

from checks.case.nouns import Claim, Document, Evidence, Fact, Finding, Register, Row, Verdict
from checks.reading.suspicions.asked import WHOLE, passages, read_article
from checks.reading.timeline.claimed import statements_of
from checks.reading.timeline.network import conflicts
from checks.reading.timeline.published import in_article
from checks.reading.timeline.told import concerns, dated, independent, is_outright, rows_of, sources_of, told, words_of

TOLD = 3  # conflicts in one reason


def check(
    claim: Claim, *, article: Document, claims: Sequence[Claim] = (), registers: Sequence[Register] = (),
    facts: Sequence[Fact] = (),
) -> Finding:  # fmt: skip
    """Holds the dated statements of `article` against one another, and against `claims`, `registers` and `facts`.

    Asked of a claim, only what has to do with its words counts. Raises `CaseError` where the article's text is not in
    this copy.
    """
    reading = read_article(article)
    stated = in_article(reading, article.published)
    statements = statements_of(reading, stated, claims=claims, registers=registers, facts=facts)
    whole, words = claim.id == WHOLE, claim.words.find(article.words)
    every = conflicts(statements)
    found = [one for one in every if whole or concerns(one, claim.id, words)]
    sources: list[Row | Fact] = [*rows_of(registers), *facts]
    outright = [one for one in found if is_outright(one, sources)]
    shown, cited = independent(outright or found)[:TOLD], list[Evidence]()
    for conflict in shown:
        cited += [*passages(article, words_of(conflict)), *sources_of(conflict, sources)]
    number = len(dated(statements))
    if found:
        verdict = Verdict.CONTRADICTED if outright else Verdict.UNSETTLED
        reason = "; also: ".join(told(one) for one in shown)
    elif number == 0:
        verdict, reason = Verdict.UNSETTLED, "nothing is dated that could be held against anything"
    elif whole:
        verdict, reason = Verdict.SUPPORTED, f"all that is said of time can hold together ({number} dates)"
    elif every:
        verdict, reason = (
            Verdict.UNSETTLED,
            "what was found that cannot hold elsewhere in the article does not touch this",
        )
    else:
        verdict, reason = Verdict.UNSETTLED, f"this can hold with all else that is said of time ({number} dates)"
    return Finding(
        claim.id, __name__, verdict, f"{reason[:1].upper()}{reason[1:]}.", cited or [article], needs_all=True
    )

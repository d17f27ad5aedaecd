"""Was the source out before the article that is said to rely on it?

Supported when the source was published, all of it, before the article was.
Contradicted when it was published after.
Unsettled when either bears no date, when they bear the same one, and when one date is too vague to be before the other.

Cannot tell: whether the writer used the source, or had it in another form before it was published.

Source: a text can depend only on what was there before it (the first rule of textual criticism's dating by dependence,
terminus post quem).
"""

from checks.case.nouns import Claim, Document, Finding, Verdict


def check(claim: Claim, *, source: Document, article: Document) -> Finding:
    """Compares the day on which `source` was published with that of `article`."""
    out, used = source.published, article.published
    if out is None or used is None:
        missing = source if out is None else article
        reason = f"`{missing.id}` bears no date of publication."
        return Finding(claim.id, __name__, Verdict.UNSETTLED, reason, [source])
    if out.before(used) == "yes":
        verdict, relation = Verdict.SUPPORTED, "before"
    elif used.before(out) == "yes":
        verdict, relation = Verdict.CONTRADICTED, "after"
    else:
        verdict, relation = Verdict.UNSETTLED, "not clearly before or after"
    reason = f"`{source.id}` was published {out.words()}, {relation} the article ({used.words()})."
    return Finding(claim.id, __name__, verdict, reason, [source])

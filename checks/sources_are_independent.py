"""Do these sources know it independently of one another?

Supported when no two of the documents are copies of one story by their quoted words, none declares another as its
origin or the same third as another does, and enough of each is quoted to tell, or each declares an origin.
Contradicted when one declares another as its origin, when two declare the same one, and when the quoted words of two
are one story: the same passages beyond a shared quotation, or the same facts in the same order in other words.
Unsettled when too little of a document is quoted to tell, and not all declare where they have it from; and when two are
of one publisher.

Cannot tell: whether two reporters spoke to the same person, or a press release that neither names stands behind both.

Source: sources that depend on one another count as one (Langlois and Seignobos, Introduction to the Study of History,
1898, II.8, on the agreement of statements).
"""

from collections.abc import Sequence
from itertools import combinations

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Document, Finding, Verdict
from checks.reading.copies.groups import groups
from checks.reading.copies.independent import enough, one_origin, same_publisher
from checks.reading.copies.parts import Article


def check(claim: Claim, *, sources: Sequence[Document]) -> Finding:
    """Looks for an origin that two of the `sources` share, and for two that tell one story.

    Raises `Unfit` for fewer than two documents.
    """
    of = {document.id: document for document in sources}
    if len(of) < 2:
        raise Unfit("one document is independent of nothing: name two or more in `sources=[…]`")
    everyone, pairs = list(of.values()), list(combinations(of.values(), 2))
    if shared := {(one.id, other.id): told for one, other in pairs if (told := one_origin(one, other))}:
        ids = {id for pair in shared for id in pair}
        told = next(iter(shared.values()))
        if len(ids) > 2:
            many = f"all {len(of)}" if len(ids) == len(of) else f"{len(ids)} of the {len(of)}"
            told = f"{told.rstrip('.')}; {many} share an origin with another of them."
        return Finding(claim.id, __name__, Verdict.CONTRADICTED, told, [one for one in everyone if one.id in ids])
    for group in groups([Article(one.id, one.words, one.title, one.publisher, one.published) for one in everyone]):
        copy, errors = group.copies[0], len(group.shared_errors)
        told = f"{_listed(group.articles)} are one source: of `{copy.file}`, {copy.why.replace(' %', ' percent')}"
        told += f"; the copies share {errors} errors." if errors else "."
        return Finding(claim.id, __name__, Verdict.CONTRADICTED, told, [of[file] for file in group.articles])
    for one, other in pairs:
        if same_publisher(one.publisher, other.publisher):
            told = f"`{one.id}` and `{other.id}` are both of {one.publisher}, and do not say who reported what."
            return Finding(claim.id, __name__, Verdict.UNSETTLED, told, [one, other])
    short = [one.id for one in everyone if not enough(one)]
    if short and not all(one.origin for one in everyone):
        told = f"Too little is quoted of {_listed(short)} to tell a copy, and not all declare where they have it from."
        return Finding(claim.id, __name__, Verdict.UNSETTLED, told, everyone)
    told = (
        f"No two of {_listed(list(of))} are one story by their quoted words, and none declares another as its origin."
    )
    if short:
        told = f"{_listed(list(of))} declare origins apart; too little is quoted of them to compare their words."
    return Finding(claim.id, __name__, Verdict.SUPPORTED, told, everyone, needs_all=True)


def _listed(ids: Sequence[str]) -> str:
    return " and ".join(f"`{id}`" for id in ids)

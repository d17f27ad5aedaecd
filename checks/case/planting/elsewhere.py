"""Which other check of the catalogue would have caught what the one that was asked has missed."""

from __future__ import annotations

from typing import Any

from checks.case.catalogue import arguments, check_named, check_names
from checks.case.errors import CaseError
from checks.case.nouns import Verdict
from checks.case.planting.asked import Asked
from checks.case.planting.naming import names
from checks.case.planting.values import Planted


def caught_by(asked: Asked, one: Planted) -> tuple[str, ...]:
    """The checks that can be asked with the same, were content before, and now name what is wrong."""
    found = []
    for name in check_names():
        before, after = _with_check(asked, name), _with_check(one.asked, name)
        if name == asked.name or before is None or after is None or before == after:
            continue
        try:
            was, now = before.answer(), after.answer()
        except CaseError:
            continue  # it does not fit
        worse = now.verdict in (Verdict.CONTRADICTED, Verdict.MISLEADING)
        if worse and was.verdict in (Verdict.SUPPORTED, Verdict.UNSETTLED) and names(one, now.reason):
            found.append(name)
    return tuple(found)


def _with_check(asked: Asked, name: str) -> Asked | None:
    """Another check with the same claim and evidence, if they give all that it needs."""
    check = check_named(name)
    documents, given = asked.documents(), dict[str, Any]()
    article = [passage.document for passage in asked.claim.passages[:1]]
    at_hand: dict[str, Any] = {
        **({"source": documents[0], "passages": documents} if documents else {}),
        **({"article": article[0]} if article else {}),
        **asked.given,
    }
    for argument, parameter in arguments(check).items():
        if argument in asked.claim.asserts:
            continue
        if argument in at_hand:
            given[argument] = at_hand[argument]
        elif parameter.default is parameter.empty:
            return None
    return Asked(asked.claims, asked.claim, check, given)

"""Who was asked to reply, and what they answered: held to the rules, and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from checks.case.claims import ARTICLE
from checks.case.errors import CaseError, nearest
from checks.case.nouns import When
from checks.case.reply import Reply
from checks.evidence.documents import ID

if TYPE_CHECKING:
    from checks.case.folder import Case


def reply(
    case: Case, *, id: str, to: str, how: str, asked: str, deadline: str, about: Sequence[str], answer: str = "",
    answered: str = "", used: str = "",
) -> Reply:  # fmt: skip
    """One right of reply, held to the rules. Raises `CaseError` for what is missing or cannot be."""

    def refuse(what: str) -> CaseError:
        return CaseError(what, id=id)

    if not ID.fullmatch(id):
        raise CaseError(f"`{id}` cannot be an id: use lower-case words joined by hyphens")
    for name, text, what in (("to", to, "whom you asked"), ("how", how, "how you asked: by letter, by telephone …")):
        if not text.strip():
            raise refuse(f"`{name}` is empty: say {what}")
    known = [ARTICLE, *case.claims.of, *case.claims.earlier]
    if isinstance(about, str) or not about:
        raise refuse("`about` is a list of claims: put their ids in square brackets")
    for claim in about:
        if claim not in known:
            raise refuse(f"there is no claim `{claim}`: {nearest(claim, known)}")
    days = {"asked": _day(asked, "asked", id), "deadline": _day(deadline, "deadline", id)}
    if days["deadline"].before(days["asked"]) == "yes":
        raise refuse(f"the deadline ({deadline}) is before the day on which they were asked ({asked}): correct one")
    if bool(answer.strip()) != bool(answered.strip()):
        raise refuse("an answer has its words and its day: give both `answer=` and `answered=`, or neither")
    on = _day(answered, "answered", id) if answered.strip() else None
    if on and on.before(days["asked"]) == "yes":
        raise refuse(f"they answered ({answered}) before they were asked ({asked}): correct one")
    if used.strip() and on is None:
        raise refuse("`used` says where an answer is used, and none is kept: take it out")
    return Reply(id, to, how, days["asked"], days["deadline"], tuple(about), answer, on, used)


def replies(case: Case) -> list[Reply]:
    """All that is kept, in the order in which they were asked."""
    made = [reply_kept(row) for row in case.log.of("reply")]
    return sorted(made, key=lambda one: (str(one.asked), one.id))


def reply_kept(row: dict[str, Any]) -> Reply:
    """A right of reply as the record has it."""
    answered = When.parse(row["answered"]) if row["answered"] else None
    asked, deadline = When.parse(row["asked"]), When.parse(row["deadline"])
    return Reply(
        row["id"], row["to"], row["how"], asked, deadline, tuple(row["about"]), row["answer"], answered, row["used"]
    )


def _day(text: str, name: str, id: str) -> When:
    try:
        found = When.parse(text)
    except CaseError as error:
        raise CaseError(f"`{name}`: {error.what}", id=id) from None
    if not found.is_day:
        raise CaseError(f"`{name}` is a day, such as 2031-05-02, not `{text}`", id=id)
    return found

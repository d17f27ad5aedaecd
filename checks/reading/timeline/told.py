"""A conflict in words, and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.case.nouns import WEIGHTY, Fact, Register, Row
from checks.reading.parts import Words
from checks.reading.timeline.parts import CALENDAR, Conflict, Statement

_FIXED = re.compile("#|^dateline$|^publication$")  # sources that no repair is told of: rows, facts, the article's day


def is_outright(conflict: Conflict, sources: Sequence[Row | Fact]) -> bool:
    """Whether nothing was taken for granted in it, and every source that it needs can bear it."""
    assumed = any(statement.assumed for statement in conflict.statements)
    return not assumed and all(one.standing in WEIGHTY for one in sources_of(conflict, sources))


def concerns(conflict: Conflict, claim: str, words: tuple[int, int]) -> bool:
    """Whether a conflict has to do with a claim, by its id or by its words."""
    return any(
        claim in statement.source.split(", ")
        or any(one.start < words[1] and words[0] < one.end for one in statement.words)
        for statement in conflict.statements
    )


def sources_of(conflict: Conflict, sources: Sequence[Row | Fact]) -> list[Row | Fact]:
    """The rows and facts among `sources` that the statements of a conflict come from."""
    refs = {ref for statement in conflict.statements for ref in statement.source.split(", ")}
    return [one for one in sources if one.ref in refs]


def words_of(conflict: Conflict) -> list[Words]:
    """The words of a conflict in the article, in the order of the text, each once."""
    found = dict.fromkeys(words for statement in conflict.statements for words in statement.words)
    return sorted(found, key=lambda one: (one.start, one.end))


def rows_of(registers: Sequence[Register]) -> list[Row]:
    """Every row of the registers."""
    return [row for register in registers for row in register.rows]


def told(conflict: Conflict) -> str:
    """A conflict as a clause: what is said, that it cannot all hold, what would mend it, and what was assumed."""
    says = list(dict.fromkeys(statement.says for statement in conflict.statements))
    if len(says) > 1:
        reason = f"{', '.join(says[:-1])}, and {says[-1]}: these cannot all hold"
    else:
        reason = f"{says[0]}: this cannot hold"
    mended = "; ".join(_mended(conflict))
    assumed = list(dict.fromkeys(statement.assumed for statement in conflict.statements if statement.assumed))
    reason += f"; {mended}" if mended else ""
    return f"{reason} (assuming {' and '.join(assumed)})" if assumed else reason


def independent(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """The conflicts without those that only follow from lengths and orders which are at odds in earlier ones."""
    kept, seen = [], set[Statement]()
    for conflict in conflicts:
        links = {statement for statement in conflict.statements if not _is_dated(statement)}
        if not links or links - seen:
            kept.append(conflict)
        seen |= links
    return kept


def dated(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that say on which days something was, but for the article's own day and what registers add."""
    return [one for one in statements if _is_dated(one) and not _FIXED.search(one.source)]


def _is_dated(statement: Statement) -> bool:
    return any(limit.earlier == CALENDAR for choice in statement.choices for limit in choice)


def _mended(conflict: Conflict) -> Iterator[str]:
    """The repairs by what they keep; what a source or the article’s own day says is not mended."""
    kept: dict[str, dict[Statement, str]] = {}
    for repair in conflict.repairs:
        statement = repair.statement
        if not _FIXED.search(statement.source):
            before, _, what = repair.told.partition(", ")
            mended = kept.setdefault(before, {})
            again = f" or {what.removeprefix(statement.subject).strip()}" if statement in mended else what
            mended[statement] = mended.get(statement, "") + again
    for before, whats in kept.items():
        yield f"{before}, {', or '.join(whats.values())}"

"""Words that take something for granted: *again*, *no longer*, *another*, *the first since*, and what each takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.when import When


class Taken(StrEnum):
    """What must have been so before, for the word to be in its place."""

    GONE = "had been so before, and had ended"
    LASTING = "was so until then"
    ONE = "had been so at least once before"
    SINCE = "had last been so at the time that is named"


_WORDS = {
    Taken.SINCE: r"(?:the |its |his |her |their )?first\b[^.;]{0,80}?\b"
    r"(?:since|in (?=[\w-]+ (?:years|months|decades|decade)\b))",
    Taken.GONE: r"again|anew|afresh|once more|back|comeback|return(?:s|ed|ing)?|resum(?:e[sd]?|ing|ption)"
    r"|restor(?:e[sd]?|ing|ation)|reinstat(?:e[sd]?|ing|ement)|re-?open(?:s|ed|ing)?|revival"
    r"|reviv(?:e[sd]?|ing)|re-?launch(?:es|ed|ing)?|re-?join(?:s|ed|ing)?"
    r"|re-?introduc(?:e[sd]?|ing|tion)|re-?impos(?:e[sd]?|ing|ition)"
    r"|re-?establish(?:es|ed|ing|ment)?",
    Taken.LASTING: r"no longer|any ?more|still|to this day|remain(?:s|ed|ing)?|continu(?:e[sd]?|ing)|ceas(?:e[sd]?|ing)"
    r"|stop(?:s|ped|ping)?|end(?:s|ed|ing)?|lift(?:s|ed|ing)?|abolish(?:es|ed|ing)?|abolition|scrap(?:s|ped|ping)?"
    r"|repeal(?:s|ed|ing)?|rescind(?:s|ed|ing)?|revok(?:e[sd]?|ing)|revers(?:e[sd]?|ing|al)|withdr(?:aw|aws|ew|awn|awing|awal)"
    r"|discontinu(?:e[sd]?|ing)|former(?:ly)?",
    Taken.ONE: r"(?:yet )?another|one more|(?:a|the|its|his|her|their) (?:second|third|fourth|fifth|further)"
    r"|renew(?:s|ed|ing|al)?|re-?elect(?:s|ed|ion)?|re-?appoint(?:s|ed|ment)?",
}  # fmt: skip
_PATTERNS = {taken: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for taken, words in _WORDS.items()}
_DECADES = {"a decade": "10 years", "decade": "10 years", "two decades": "20 years", "three decades": "30 years"}


@dataclass(frozen=True)
class Trigger:
    """A word that takes something for granted, as it stands, what it takes, and the words after it."""

    word: str
    taken: Taken
    after: str


def triggers(text: str) -> list[Trigger]:
    """The words of a text that take something for granted, in order; none inside another."""
    found: list[tuple[int, int, Trigger]] = []
    for taken, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((*match.span(), Trigger(match[0], taken, text[match.end() :])))
    return [trigger for _, _, trigger in sorted(found, key=lambda one: one[0])]


def since(trigger: Trigger, on: When) -> When | None:
    """The time that “the first since …” or “the first in … years” names, counted from `on`; None if it names none."""
    words = re.split(r"[,.;:]?\s+|[,.;:]$", trigger.after.strip(), maxsplit=4)
    for count in range(min(4, len(words)), 0, -1):
        said = " ".join(words[:count])
        try:
            if trigger.word.lower().endswith("since"):
                return When.parse(said)
            # "in 12 years" does not tell the day: any of that year will do.
            day = on.minus(Amount.parse(_DECADES.get(said.lower(), said))).first
            return When.parse(f"{day.year:04d}") if day else None
        except CaseError:
            continue
    return None

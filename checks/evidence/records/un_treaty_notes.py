"""Withdrawals in the end notes of a treaty's status: read only where a note leaves no doubt, else quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from checks.case.errors import CaseError
from checks.case.when import MONTHS, When
from checks.evidence.records.rows import printable

_DAY = rf"(\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}})"
_DAYS = re.compile(_DAY)
_LEAVES = re.compile(r"\b(?:withdr[ae]w|denounc|denunciation|terminat)\w*", re.IGNORECASE)
_NOTICE = re.compile(
    rf"\b(?:on|On|ON) {_DAY},? .{{1,300}}?(?:notified the Secretary-General of (?:its|their) (?:decision to )?|"
    r"notification of (?:its |their )?|notice of (?:its |their )?)(withdraw(?:al)?|denounce|denunciation)\b"
)
_EFFECT = re.compile(rf"\b(?:effect (?:on|from|as from|as of)|effective(?: on| from| as from| as of)?) {_DAY}")
_OF_SOMETHING_ELSE = re.compile(r"\b(?:reservation|declaration|objection|understanding|statement)", re.IGNORECASE)
_DOUBTFUL = re.compile(
    r"\b(?:reservation|declaration|objection|signature|in respect of|territor|extension|rescind|revok|cancel|annul|"
    r"reinstat|revers|suspen|resum|re-?acce|re-?join|not to|no longer|instrument|success|partial|would|intend|"
    r"if |unless|provided that|null|invalid|object)",
    re.IGNORECASE,
)
LONGEST = 1_000  # characters: a longer note says more than one thing
NEAR = 80  # characters after "withdrew" in which the thing withdrawn is named


@dataclass(frozen=True)
class Leaving:
    """A withdrawal or denunciation: the day of notice and the day of effect, either where stated, and the words."""

    kind: str
    notified: date | None
    effective: date | None
    words: str


def tells_of_leaving(note: str) -> bool:
    """Whether a note speaks of a withdrawal, and not only of that of a reservation, a declaration or an objection."""
    return any(
        not _OF_SOMETHING_ELSE.search(note[found.end() : found.end() + NEAR].split(". ")[0])
        for found in _LEAVES.finditer(note)
    )


def leaving(note: str) -> Leaving | None:
    """The withdrawal that a note tells of, or None where its words could be read in another way.

    Read are notes with one day of notice ("On 2 May 2031, the Government of … notified the Secretary-General of its
    decision to withdraw …"), one of effect ("which took effect on 2 May 2032", "with effect from …"), or both, without
    a further day and without a word that might undo it. Source of the forms: the end notes of the status pages of
    https://treaties.un.org.
    """
    notices, effects = list(_NOTICE.finditer(note)), list(_EFFECT.finditer(note))
    if len(notices) > 1 or len(effects) > 1 or _DOUBTFUL.search(note) or len(note) > LONGEST:
        return None
    days = [_day(text) for text in _DAYS.findall(note)]
    if not days or None in days or len(days) != len(notices) + len(effects):
        return None
    notified = _day(notices[0][1]) if notices else None
    effective = _day(effects[0][1]) if effects else None
    if notified and effective and effective < notified:
        return None
    words = {found[0].lower()[:4] for found in _LEAVES.finditer(note)}
    if "term" in words or len(words) > 1:
        return None
    return Leaving("withdrawal" if "with" in words else "denunciation", notified, effective, printable(note))


def _day(text: str) -> date | None:
    try:
        return When.parse(text).first
    except CaseError:
        return None  # 31 June: the note is then quoted, not read

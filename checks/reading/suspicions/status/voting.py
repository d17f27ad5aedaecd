"""Who votes: a body, whose vote decides, or one of its members, whose vote does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checks.reading.slots.names_alike import people_of
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from checks.reading.suspicions.status.noun_runs import Token

_VOTED = ("vote against", "voted against", "votes against", "vote in", "voted in", "votes in")
_BETWEEN = listed(
    "has have had was were is are will would may might could to be been also then later now finally both all again"
)
_BODIES = listed(
    "council parliament senate house assembly committee board congress cabinet commission court jury panel legislature"
    " union party government club town city village county country state members voters residents shareholders workers"
    " staff delegates councillors senators lawmakers legislators deputies directors electorate people public majority"
    " most citizens owners players teachers nurses tenants parents commons lords chamber convention synod conference"
)
_SOME = listed(
    "some several few many other one two three four five six seven eight nine ten eleven twelve dozen half third"
    " quarter opposition fellow including only no former minority"
)


def is_one_vote(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb at `at` tells how somebody voted who is no whole body: it decides nothing.

    “Councillor Moss voted against it”, “two members”, “some”; not “the council” or “Norway”.
    """
    if not tokens[at].low.startswith(_VOTED):
        return False
    at -= 1
    while at >= 0 and (tokens[at].low in _BETWEEN or tokens[at].low.endswith("ly")):
        at -= 1
    if at < 0:
        return True
    if tokens[at].low in ("it", "they", "who", "which", "that") or people_of(tokens[at].word):
        return False
    near = [token.low for token in tokens[max(0, at - 4) : at]]
    of = near[near.index("of") - 1] if "of" in near[1:] else "council"  # the leader of the council is not the council
    return tokens[at].low not in _BODIES or of not in _BODIES or any(low in _SOME or low[0].isdigit() for low in near)

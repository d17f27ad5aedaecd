"""How far an act has got, and which ways of telling it follow from which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from checks.reading.parts import Words
from checks.reading.slots.parts import Relation

Reality = Literal[
    "done",  # told as a fact, past or present
    "ongoing",  # under way, not said to be finished
    "habitual",  # as a rule
    "ended",  # was so, and is no longer
    "interim",  # done, in a form that is not final
    "to come",  # told outright that it will be: will, is due to
    "decided",  # somebody has decided it; nothing says that it was carried out
    "promised",
    "planned",  # an aim, an intention, a plan
    "proposed",
    "intended",  # only wished, hoped, threatened or offered
    "considered",
    "predicted",  # expected, forecast, likely
    "possible",  # may, might, could
    "able",  # can
    "allowed",
    "obliged",  # must, was ordered to
    "asked",  # urged, called for, should
    "attempted",
    "conditional",  # if, unless, would
    "open",  # whether it is so is not known
    "alleged",  # somebody's charge or claim, or a rumour
    "believed",  # thought, feared, seems
    "denied",  # somebody says that it is not so
]
REALITIES: tuple[Reality, ...] = get_args(Reality)
FACTS = frozenset(("done", "ongoing", "habitual", "ended", "interim"))
# Where two words govern one act, the one that leaves it further from being a fact is the reality of it.
_WEAKEST_FIRST: tuple[Reality, ...] = (
    "open", "denied", "considered", "possible", "conditional", "alleged", "asked", "proposed", "intended", "attempted",
    "believed", "planned", "promised", "allowed", "obliged", "predicted", "decided", "to come", "able", "interim",
    "ended", "ongoing", "habitual", "done",
)  # fmt: skip
_WEAKNESS = {reality: at for at, reality in enumerate(_WEAKEST_FIRST)}
TELLING: dict[Reality, str] = {
    "done": "done", "ongoing": "still going on", "habitual": "usual", "ended": "no longer so",
    "interim": "not final", "to come": "sure to come", "decided": "decided", "promised": "promised",
    "planned": "planned",
    "proposed": "proposed", "intended": "wished or offered", "considered": "only considered", "predicted": "expected",
    "possible": "possible", "able": "possible to do", "allowed": "allowed", "obliged": "required",
    "asked": "asked for", "attempted": "attempted", "conditional": "so only under a condition",
    "open": "not known", "alleged": "alleged", "believed": "believed", "denied": "denied",
}  # fmt: skip

# Of the reality in the claim: those in the passage from which it follows as the same (“=”), as less (“<”), and those
# that it overstates (“!”, or all others but “?”). What is told in none of these ways is left open (“?”).
_ROWS = """
done = done habitual | < | ? ended
ongoing = ongoing | < habitual to_come decided | ? done ended interim
habitual = habitual done | < ongoing | ? ended
ended = ended | < | ? done ongoing habitual interim
interim = interim | < | ? done ongoing habitual ended
to come = to_come decided | < ongoing | ? done habitual ended interim obliged
decided = decided | < to_come done ongoing interim | ? promised predicted ended habitual obliged
promised = promised | < | ? done ongoing habitual ended interim to_come decided planned obliged
planned = planned promised | < to_come decided ongoing\
 | ? done habitual ended interim proposed predicted obliged attempted
proposed = proposed | < planned | ? done ongoing habitual ended interim to_come decided promised asked
intended = intended | < planned promised attempted\
 | ? done ongoing habitual ended interim to_come decided asked proposed
considered = considered | < proposed\
 | ? done ongoing habitual ended interim to_come decided promised planned intended possible
predicted = predicted | < to_come decided | ? done ongoing habitual ended interim planned promised obliged believed
possible = possible able | < done ongoing habitual to_come decided planned promised proposed considered predicted\
 conditional believed interim allowed intended | ? alleged asked obliged attempted ended
able = able allowed possible | < done habitual ongoing | ? interim to_come decided ended
allowed = allowed able | < | ? done ongoing habitual interim to_come decided possible obliged ended
obliged = obliged | < | ? done ongoing habitual interim to_come decided ended
asked = asked | < | ? done ongoing habitual interim to_come decided obliged ended promised planned proposed intended
attempted = attempted | < done | ? ongoing habitual ended interim planned intended promised
conditional = conditional proposed | <\
 | ? done ongoing habitual ended interim to_come decided planned promised predicted possible
open = open | < | ? done ongoing habitual ended interim considered possible believed alleged conditional
alleged = alleged | < done denied | ? ongoing habitual ended interim believed
believed = believed | < done | ? ongoing habitual ended interim alleged predicted denied
denied = denied | < done | ? alleged believed ongoing habitual ended interim
"""


def _table() -> dict[tuple[str, str], Relation]:
    found: dict[tuple[str, str], Relation] = {}
    for line in _ROWS.strip().split("\n"):
        head, *others = line.split(" | ")
        claimed, _, same = head.partition(" = ")
        for words, relation in (
            (same, Relation.AGREE),
            (others[0].lstrip("< "), Relation.WIDER),
            (others[1].lstrip("? "), Relation.NARROWER),
        ):
            for stated in words.split():
                found[claimed, stated.replace("_", " ")] = relation
    return found


_RELATIONS = _table()


@dataclass(frozen=True)
class Status:
    """Whether an act is told as so, how far it has got, and who says so.

    `cue` are the words that make it so (“is considering whether to”), None where the verb alone tells it; `act` is the
    predicate with its auxiliaries. `factive` is true where the words are taken as so: nobody is said to say them, or
    somebody found, confirmed, counted or admitted them. `saying` are the words that give them to somebody. `own` is
    true where the speaker tells of its own act; `sort` is what kind of voice it is. `present` tells the tense, and
    `accuses` that it is told what somebody other than the speaker did.
    """

    negated: bool
    reality: Reality
    says: str = ""
    cue: Words | None = None
    factive: bool = True
    act: Words | None = None
    negator: Words | None = None
    saying: Words | None = None
    verb: str = ""
    own: bool = False
    sort: Literal["", "authority", "record", "claimant", "media", "person"] = ""
    present: bool = False
    accuses: bool = False

    @property
    def shown(self) -> Words | None:
        """The words by which it is shown: those that make it so, else the predicate itself."""
        unproved = self.reality in ("alleged", "believed", "denied") and self.saying is not None
        return self.saying if unproved else self.cue or self.act

    @property
    def phrase(self) -> str:
        """The same, as text."""
        return self.shown.exact if self.shown else ""


def weaker(one: Reality, other: Reality) -> Reality:
    """Which of two realities of one act leaves it further from being a fact?"""
    return one if _WEAKNESS[one] <= _WEAKNESS[other] else other


def reality_follows(claimed: Status, stated: Status) -> Relation:
    """How an act as the claim tells it stands to the same act as the passage does, polarity and speaker apart."""
    if claimed.reality == stated.reality:
        return Relation.AGREE
    if claimed.negated and stated.negated and claimed.reality == "done" and stated.reality in ("able", "ended"):
        return Relation.AGREE  # who could not do it did not do it
    if claimed.negated and stated.negated and (claimed.reality, stated.reality) == ("ended", "done"):
        return Relation.AGREE
    if claimed.negated and stated.negated and {claimed.reality, stated.reality} <= {"allowed", "obliged", "able"}:
        return Relation.AGREE
    if claimed.reality in ("done", "ongoing") and stated.reality == "ongoing":
        return Relation.AGREE if claimed.present else Relation.CONFLICT
    if claimed.reality == "ongoing" and stated.reality == "done" and stated.present:
        return Relation.AGREE
    if claimed.reality == "done" and stated.reality == "ended":
        return Relation.CONFLICT if claimed.present else Relation.AGREE
    if {claimed.reality, stated.reality} == {"denied", "done"} and claimed.says and stated.says:
        return Relation.AGREE
    if stated.reality == "open":
        return Relation.NARROWER  # what is not known is not told otherwise either
    return _RELATIONS.get((claimed.reality, stated.reality), Relation.CONFLICT)

"""The slots of a claim, and how each of them stands to the passage it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

SlotName = Literal[
    "who", "did", "to whom", "what", "when", "how long", "how much", "where", "quantifier", "rank", "statistic",
    "polarity", "status", "says", "words", "cause",
]  # fmt: skip


class Relation(StrEnum):
    """How the claim's words in a slot stand to the passage's."""

    AGREE = "agree"
    WIDER = "wider"  # the claim says less exactly what the passage says: it follows from it
    NARROWER = "narrower"  # the claim says more than the passage does: neither borne out nor ruled out
    CONFLICT = "conflict"
    NOT_STATED = "not stated"

    @property
    def stated(self) -> bool:
        """Whether the passage bears the claim out in this slot."""
        return self in (Relation.AGREE, Relation.WIDER)


@dataclass(frozen=True)
class Slot:
    """One slot of the claim: the words it took there and in the passage, the relation, and why, in a clause.

    `passage` is empty where the passage has no words for it; `why` is empty where the words speak for themselves.
    """

    slot: SlotName
    claim: str
    passage: str
    relation: Relation
    why: str = ""

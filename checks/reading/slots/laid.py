"""A clause of the claim beside one of the passage: what became of each of its parts."""

from __future__ import annotations

from dataclasses import dataclass, field

from checks.reading.slots.parts import Relation, Slot


@dataclass
class Laid:
    """A clause of the claim beside one of the passage: its slots, and the tokens of the claim they answer for."""

    slots: list[Slot] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    opposite: bool = False  # told by the opposite: *not sunk* beside *rose*

    @property
    def same_act(self) -> bool:
        """Whether the passage's clause tells of the same act or of its opposite, not of one before or beside it."""
        return not any(slot.slot == "did" and slot.relation is Relation.NARROWER for slot in self.slots)

    @property
    def settled(self) -> bool:
        """Whether the same act is told, and each part of it borne out or ruled out."""
        open_ = (Relation.NOT_STATED, Relation.NARROWER)
        return not self.opposite and not any(slot.relation in open_ for slot in self.slots)

    @property
    def rank(self) -> tuple[bool, bool, int, int, int]:
        """How good a candidate it is: the same act comes first, then what is not borne out counts against it."""
        relations = [slot.relation for slot in self.slots]
        conflicts = relations.count(Relation.CONFLICT)
        open_ = sum(one in (Relation.NOT_STATED, Relation.NARROWER) for one in relations)
        return not self.same_act, self.opposite, open_ + conflicts, conflicts, -len(relations)

    def add(self, found: tuple[list[Slot], set[int]]) -> set[int]:
        """Adds slots with the tokens they took, which are given back."""
        self.slots += found[0]
        self.taken |= found[1]
        return found[1]

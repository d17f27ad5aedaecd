"""The right of reply: who was asked about what, until when, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass

from checks.case.when import When


@dataclass(frozen=True)
class Reply:
    """One person or house that was asked about claims: how, on which day, until when; their answer, if one came."""

    id: str
    to: str
    how: str
    asked: When
    deadline: When
    about: tuple[str, ...]
    answer: str = ""
    answered: When | None = None
    used: str = ""

    def __repr__(self) -> str:
        asked = f"{self.to} was asked on {self.asked.words()} ({self.how}) about {', '.join(self.about)}"
        return f"{self.id}: {asked}\n{self.told}" + (f"\nused: {self.used}" if self.used else "")

    @property
    def told(self) -> str:
        """What became of it, against its own deadline and no clock."""
        if self.answered is None:
            return f"no answer kept; the deadline was {self.deadline.words()}"
        late = ", after the deadline" if self.deadline.before(self.answered) == "yes" else ""
        return f"answered on {self.answered.words()}{late}: {self.answer}"

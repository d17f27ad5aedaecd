"""A second reading: what another person concluded of a claim, and how a disagreement was settled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Second:
    """What a second person concluded of a claim, by their own name.

    `blind` says that they did not know the first conclusion, which they state themselves; `first` is what that was
    when they signed, and `rests_on` a digest of everything their reading rested on.
    """

    claim: str
    verdict: str
    because: str
    by: str
    blind: bool
    evidence: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    first: str = ""
    rests_on: str = ""

    def __repr__(self) -> str:
        how = "blind" if self.blind else f"knowing that the first is {self.first}"
        return f"{self.claim}: read a second time, {how}: {self.verdict}\n{self.because}\n  by: {self.by}"


@dataclass(frozen=True)
class Settlement:
    """How a disagreement was settled, and why: `stands` is the conclusion that was kept, `readings` are the others."""

    claim: str
    because: str
    by: str
    stands: str
    readings: tuple[str, ...]

    def __repr__(self) -> str:
        return (
            f"{self.claim}: settled, {self.stands} stands ({'; '.join(self.readings)})\n{self.because}\n  by: {self.by}"
        )

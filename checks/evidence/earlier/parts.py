"""An earlier fact-check, and a lead to one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FactCheck:
    """A claim that somebody has reviewed, in the words of who reviewed it.

    `claim` is the claim as they word it, `rating` their own word for it, `url` where the review stands, `on` its day
    (`2031-05-02`, empty where none is stated), `claimant` who made the claim, as they say.
    """

    claim: str
    rating: str
    publisher: str
    url: str
    on: str = ""
    title: str = ""
    claimant: str = ""


@dataclass(frozen=True)
class Lead:
    """A fact-check to read, never a verdict: it may be of another claim with the same words.

    `matched` are its words that were asked for, as they stand in it; `alike` the asked words that no fact-check has,
    each with the spelling that was looked for in its stead; `meaning` how near the two are by the model of meanings,
    a cosine, None where it was not asked.
    """

    fact_check: FactCheck
    matched: tuple[str, ...]
    alike: tuple[tuple[str, str], ...] = ()
    meaning: float | None = None

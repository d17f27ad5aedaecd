"""All suspicions about an article, most certain first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, get_args

from checks.reading.parts import Certainty, Suspicion

if TYPE_CHECKING:
    from checks.reading.article import Reading

Rule = Callable[["Reading"], Iterable[Suspicion]]

# The module here that holds a rule, and the rule. The order decides nothing: what is suspected is sorted.
RULES = (
    ("timelines", "timelines"),
    ("sums.weekdays", "weekdays"),
    ("sums.no_such_days", "no_such_days"),
    ("sums.totals", "totals"),
    ("sums.votes", "votes"),
    ("sums.products", "products"),
    ("sums.percentages", "percentages"),
    ("sums.figures", "figures"),
    ("sums.slips", "slips"),
    ("sums.ranks", "ranks"),
    ("sums.superlatives", "superlatives"),
    ("sums.listings", "listings"),
    ("sums.announced", "announced"),
    ("status.two_ways", "told_two_ways"),
    ("status.exclusives", "claimed_alone"),
    ("status.firsts", "called_first"),
    ("copying.quotation_marks", "quotation_marks"),
    ("copying.leftovers", "markup"),
    ("copying.joints", "joined_lines"),
    ("copying.moulds", "moulds"),
    ("copying.markings", "markings"),
    ("copying.wordings", "wordings"),
    ("strays.boilerplate", "boilerplate"),
    ("strays.stray_lines", "stray_headlines"),
    ("strays.foreign_paragraphs", "foreign_paragraphs"),
)


def suspicions_about(reading: Reading) -> list[Suspicion]:
    """What every rule suspects, most certain first and then in the order of the text; nothing twice."""
    ranks = {certainty: rank for rank, certainty in enumerate(get_args(Certainty))}
    found = dict.fromkeys(suspicion for rule in _rules() for suspicion in reading.suspect(rule))
    return sorted(found, key=lambda one: (ranks[one.certainty], [(s.start, s.end) for s in one.spans], one.kind))


@cache
def _rules() -> tuple[Rule, ...]:
    # Imported when first asked for: who reads an article for its dates alone need not load them.
    return tuple(getattr(import_module(f"checks.reading.suspicions.{module}"), name) for module, name in RULES)

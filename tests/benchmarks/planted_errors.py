"""How many known errors do the checks catch, planted into what they support: in the shipped cases, and in their examples?

One thing is changed at a time: a date moved, a number changed, *not* dropped …, in what the claim asserts or in the words
of its source, and only where the change is known to make the claim false. *Caught* is a verdict worse than supported with a
reason that names the changed words; *refuted* leaves out those that are only unsettled. A twin is a change that changes
nothing, and is *silent* where the finding stays supported. The examples of the catalogue are on subjects of all kinds;
those of a check were written by whoever wrote it. The floor, a check that says contradicted of everything, would catch
all and leave no twin silent.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from page import About

sys.path.insert(0, str(Path(__file__).parents[1]))
from examples import examples

from checks.case.catalogue import check_names
from checks.case.folder import Case
from checks.case.planting.outcomes import Outcome, counted, plant, planted_into
from checks.case.projects import case_names

ROOT = Path(__file__).parents[2]
SEEDS = (1, 2, 3)
OTHERS = {"speaker": ["Ada Brock", "Tomas Vell"], "organisation": ["Northern Rail Board", "Cormorant Trust"]}

ABOUT = About(
    data="the shipped cases and the examples of the catalogue, with errors planted into them by the run",
    licence="the project's own",
    synthetic=True,
    asked=dict.fromkeys(
        [*case_names(ROOT), "all cases", "the catalogue's examples"], "caught at least 85 %, twins silent at least 95 %"
    ),
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Shares for each case and for the examples, over some seeds; then for each kind of error, all together."""
    rows: list[tuple[str, str]] = []
    every, unchanged = list[Outcome](), list[Outcome]()
    for name in case_names(ROOT):
        found = [plant(Case(name, ROOT), seed) for seed in SEEDS]
        faults = [one for planting in found for one in planting.faults]
        twins = [one for planting in found for one in planting.twins]
        rows.append((name, _told(faults, twins)))
        every += faults
        unchanged += twins
    rows.append(("all cases", _told(every, unchanged)))
    faults, twins = [], []
    for seed in SEEDS:
        for one in (one for name in check_names() for one in examples(name)):
            if one.finds == "supported" and not one.known_wrong:
                asked = one.asked()
                some, alike = planted_into(asked, asked.answer(), OTHERS, seed)
                faults += some
                twins += alike
    rows.append(("the catalogue's examples", _told(faults, twins)))
    return [*rows, *((kind, _told(group, [])) for kind, group in counted([*every, *faults]))]


def _told(faults: Sequence[Outcome], twins: Sequence[Outcome]) -> str:
    caught, refuted = sum(one.caught for one in faults), sum(one.refuted for one in faults)
    silent = f"; twins silent {sum(one.silent for one in twins)} of {len(twins)}" if twins else ""
    return f"caught {caught} of {len(faults)} ({caught / max(len(faults), 1):.3f}), refuted {refuted}{silent}"

"""`checks plant`: known faults in a case's supported findings, and whether its own checks catch them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from checks.commands.printing import AsJson, CaseName, aside, out, print_json, print_table

if TYPE_CHECKING:
    from checks.case.planting.outcomes import Outcome, Planting


def plant(
    case: CaseName,
    seed: Annotated[int, typer.Option(help="Another number plants others of the known faults.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Plant known faults into a case, one at a time and in memory, and see whether its own checks catch them.

    A date moved, a number changed, *not* dropped …: each only where a finding is *supported* and the fault makes the
    claim false. Caught: the verdict is worse, and the reason names the changed words. Harmless twins, such as another
    form of a date, must leave it as it was. Each miss is shown. Nothing is written; the exit code is 0.
    """
    from checks.case.folder import Case
    from checks.case.planting.outcomes import plant as planted
    from checks.case.projects import find_root

    opened = Case(case, find_root())
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("supported findings"))
    with Progress(*columns, TimeElapsedColumn(), console=aside(), transient=True) as bar:
        task = bar.add_task(case, total=None)
        found = planted(opened, seed, lambda at, of: bar.update(task, completed=at, total=of))
    if as_json:
        print_json({"case": case, "seed": seed, **_plain(found)})
    else:
        _print(case, found)


def _print(case: str, found: Planting) -> None:
    from checks.case.planting.outcomes import counted, place, why_missed
    from checks.reading.intake.incoming import CONTROLS

    def say(line: str) -> None:
        out.print(CONTROLS.sub(" ", line))

    def rows(outcomes: tuple[Outcome, ...], well: str) -> list[list[str]]:
        groups = [*counted(outcomes), ("in all", list(outcomes))]
        good = [(kind, len(of), sum(getattr(one, well) for one in of)) for kind, of in groups]
        return [[kind, str(of), str(number), _share(number, of)] for kind, of, number in good]

    if found.faults:
        print_table("Faults planted", ("fault", "planted", "caught", "share"), rows(found.faults, "caught"))
    if found.twins:
        print_table("Harmless twins", ("twin", "planted", "silent", "share"), rows(found.twins, "silent"))
    for one in found.missed:
        say(f"missed: {one.claim}, {place(one)}: {why_missed(one)}")
    for one in found.alarms:
        say(f"alarm at a twin: {one.claim}, {place(one)}: {one.verdict or 'it could not be asked'}: {one.reason}")
    if found.bare:
        say(f"nothing planted, since no fault is known that would surely make it false: {', '.join(found.bare)}")
    caught = sum(one.caught for one in found.faults)
    open_ = caught - sum(one.refuted for one in found.faults)
    silent = len(found.twins) - len(found.alarms)
    say(
        f"{case}: {caught} of {len(found.faults)} faults caught ({open_} of them only left unsettled), "
        f"{silent} of {len(found.twins)} twins silent, in {found.supported - len(found.bare)} of {found.supported} "
        "supported findings"
    )


def _share(part: int, of: int) -> str:
    return f"{100 * part / of:.0f} %" if of else ""


def _plain(found: Planting) -> dict[str, Any]:
    """For a program to read: every fault and twin, and what became of it."""
    from checks.case.planting.outcomes import counted

    def row(one: Outcome) -> dict[str, Any]:
        planted = one.planted
        return {
            "claim": one.claim, "check": one.check, "kind": planted.kind, "where": planted.where, "was": planted.was,
            "becomes": planted.becomes, "verdict": one.verdict, "reason": one.reason,
        }  # fmt: skip

    return {
        "supported": found.supported,
        "bare": list(found.bare),
        "kinds": [
            {"kind": kind, "planted": len(of), "caught": sum(one.caught for one in of)}
            for kind, of in counted(found.faults)
        ],
        "faults": [{**row(one), "caught": one.caught, "caught_by": list(one.by)} for one in found.faults],
        "twins": [{**row(one), "silent": one.silent} for one in found.twins],
    }

"""How long does it take to decide whether so many statements of time can all hold, and how does that grow?

CPU seconds of one process, the best of three, on networks that are made here: chains of dates, of dates without a year, of
lengths and of order words, which can all hold or not; a ring of lengths of which every statement is needed for the
conflict; and a tangle of random dates and lengths. The exponent is fitted to the seconds by least squares on logarithms: 1
is a time that grows as the statements do. No data are needed, and nothing is compared with another package.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable
from pathlib import Path

from page import About, Row

from checks.reading.timeline import network
from checks.reading.timeline.parts import CALENDAR, Limit, Statement

SIZES = (50, 100, 200, 400)
TARGET = (200, 0.2)  # statements, seconds
HOSTILE = 3000

ABOUT = About(
    data="statements of time, made by the run",
    licence="the project's own",
    synthetic=True,
)


def bench(data: Path) -> list[Row]:
    """Seconds and conflicts for each kind of network and size, with the exponent of the growth."""
    rows = []
    for name, made in NETWORKS.items():
        timed = {size: seconds(made(size)) for size in (*SIZES, HOSTILE)}
        for size in SIZES:
            asked = f"under {TARGET[1]}" if size == TARGET[0] else ""
            rows.append(Row(f"{name}, {size} statements: seconds; conflicts told", told(timed[size]), asked))
        grows = exponent([(size, timed[size][0]) for size in SIZES])
        rows.append(
            Row(
                f"  grows with the statements to the power of, and {HOSTILE:,}: seconds",
                f"{grows:.1f}; {timed[HOSTILE][0]:.2f}",
            )
        )
    return rows


def seconds(statements: list[Statement]) -> tuple[float, int]:
    """The least seconds of three runs, and how many conflicts are told."""
    best, found = math.inf, 0
    for _ in range(3):
        network._conflicts.cache_clear()  # the answer is kept, and it is the search that is timed
        started = time.process_time()
        found = len(network.conflicts(statements))
        best = min(best, time.process_time() - started)
    return best, found


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of the seconds over the statements, both as logarithms."""
    logs = [(math.log(size), math.log(max(spent, 1e-6))) for size, spent in points]
    middle = [sum(values) / len(logs) for values in zip(*logs, strict=True)]
    across = sum((x - middle[0]) * (y - middle[1]) for x, y in logs)
    return across / sum((x - middle[0]) ** 2 for x, _ in logs)


def told(timed: tuple[float, int]) -> str:
    """Seconds and conflicts as they are printed."""
    return f"{timed[0]:.4f}; {timed[1]}"


def _dated(point: str, least: int, most: int) -> Statement:
    return Statement(f"{point} was", f"{point} was", ((Limit(CALENDAR, point, least, most),),))


def _lasts(earlier: str, later: str, least: int, most: int | None) -> Statement:
    return Statement(f"{earlier} to {later}", "it lasts", ((Limit(earlier, later, least, most),),))


def _in_some_year(point: str, least: int) -> Statement:
    years = tuple((Limit(CALENDAR, point, least + 365 * year, least + 365 * year + 9),) for year in (0, 1, -1, 2, -2))
    return Statement(f"{point} was", f"{point} was", years)


def _chain(size: int) -> list[Statement]:
    """Dates, some vague and some without a year, each with a length or an order word to the next."""
    made = []
    for n in range(size // 2):
        day = 700_000 + 10 * n
        dates = (
            _dated(f"p{n}", day - 3, day + 3),
            _in_some_year(f"p{n}", day - 3),
            _dated(f"p{n}", day - 15, day + 15),
        )
        made += [dates[n % 3], _lasts(f"p{n}", f"p{n + 1}", 9, 11) if n % 2 else _lasts(f"p{n}", f"p{n + 1}", 1, None)]
    return made


def _broken(size: int) -> list[Statement]:
    """The chain with a date in its middle that cannot hold."""
    return [*_chain(size - 1), _dated(f"p{size // 4}", 700_000, 700_010)]


def _ring(size: int) -> list[Statement]:
    """Two dates and lengths between them that are too long in all."""
    lengths = [_lasts(f"p{n}", f"p{n + 1}", 5, 6) for n in range(size - 2)]
    return [_dated("p0", 700_000, 700_000), *lengths, _dated(f"p{size - 2}", 700_000, 700_000 + 4 * size)]


def _tangle(size: int) -> list[Statement]:
    """Dates without a year, and lengths between any two of them, from a fixed seed."""
    chosen = random.Random(size)  # noqa: S311
    dates = [_in_some_year(f"p{chosen.randrange(size)}", chosen.randrange(700_000, 701_000)) for _ in range(size // 2)]
    for _ in range(size // 2):
        least = chosen.randrange(300)
        dates.append(_lasts(f"p{chosen.randrange(size)}", f"p{chosen.randrange(size)}", least, least + 20))
    return dates


NETWORKS: dict[str, Callable[[int], list[Statement]]] = {
    "a chain that can hold": _chain, "a chain with a date that cannot": _broken,
    "a ring that needs every statement": _ring, "a tangle": _tangle,
}  # fmt: skip

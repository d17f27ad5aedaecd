"""Many articles at once: screened on one machine or a cluster, copies found, what was told differently, what to read.

`screen(sources, out)` screens them; `Screened(out)` opens what was kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checks.screening.run import screen
    from checks.screening.shown import Screened

__all__ = ["Screened", "screen"]

_WHERE = {"screen": "run", "Screened": "shown"}


def __getattr__(name: str) -> Any:
    # Imported when first asked for: a worker reads articles, and opens no results.
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"checks.screening.{_WHERE[name]}"), name)

"""Line by Line: checks for the claims of a news article, and a record of what they found.

In a notebook: `from checks import open_case, held_office_on_date`, then `case = open_case("2031-05-bridge-repairs")`.
Every module that lies directly in this package is a check; `python -m checks list` names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checks.case.folder import open_case
    from checks.case.nouns import Amount, Anchor, Claim, Fact, Finding, Verdict, When

__all__ = ["Amount", "Anchor", "Claim", "Fact", "Finding", "Verdict", "When", "open_case"]


def __getattr__(name: str) -> Any:
    # Imported when first asked for, so that `import checks` costs next to nothing.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("checks.case.folder" if name == "open_case" else "checks.case.nouns"), name)

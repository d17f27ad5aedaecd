"""From a text to its parts: sentences, quotations, voices, dates, amounts, names.

`reading.read(text, dateline)` reads a text, `reading.read_file(path)` a file; both give a `Reading`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checks.reading.article import Reading, read, read_file

__all__ = ["Reading", "read", "read_file"]


def __getattr__(name: str) -> Any:
    # Imported when first asked for: who compares two names need not load what reads an article.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("checks.reading.article"), name)

"""The reading of a quotation beside its source: what was kept, what was edited honestly, and what was altered."""

from checks.reading.quoting.comparing import compared
from checks.reading.quoting.parts import Alteration, Kind, Quoted, Result

__all__ = ["Alteration", "Kind", "Quoted", "Result", "compared"]

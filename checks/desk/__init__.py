"""The desk: what JupyterLab shows to work at a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.case.record import is_frozen, is_run

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.desk.sitting import Sitting


class Closed:
    """What is shown of a desk where nobody can click."""

    def __init__(self, case: Case) -> None:
        self.case = case.name

    def __repr__(self) -> str:
        return summary(self.case)


def desk(case: Case) -> Sitting | Closed:
    """The desk of a case, to be worked at in JupyterLab; where everything is frozen or run through, what it is.

    Raises `CaseError` where the article is not in this copy, and where nobody's name is known to write under.
    """
    if is_frozen() or is_run():
        return Closed(case)
    from checks.desk.sitting import Sitting

    return Sitting(case)


def summary(case: str) -> str:
    """What stands in the notebook for the desk, always the same."""
    return (
        f"The desk of {case}: the article with its claims, the evidence, the checks and the conclusions.\n"
        "To work at it, open this notebook in JupyterLab (`make lab`) and run this cell with Shift + Enter.\n"
        "What you do there is saved to the case's own files at once."
    )

"""Parts of the desk that are folded away, and made when they are first unfolded, so that the desk is there fast."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from checks.desk import fields
from checks.desk.turns import in_turn

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting


class Folded:
    """A button with a panel behind it: `panel` is None until it is unfolded."""

    def __init__(self, sitting: Sitting, label: str, make: Callable[[Sitting], Any], of: str) -> None:
        self.sitting, self.make = sitting, make
        self.panel: Any = None
        self.opened = widgets.ToggleButton(description=label, value=False)
        self.inner = fields.box()
        self.box = fields.box(self.opened, self.inner, of=of)
        self.opened.observe(lambda _: in_turn(self._turn), "value")

    def show(self) -> None:
        """Brings the panel up to what is chosen, if it is unfolded."""
        if self.opened.value:
            self.panel.show()

    def _turn(self) -> None:
        if self.panel is None:
            self.panel = self.make(self.sitting)
            self.inner.children = [self.panel.box]
            self.sitting.article.name_parts()
        fields.shown(self.inner, self.opened.value)
        self.show()

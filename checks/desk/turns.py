"""What a person does at the desk, one thing after another, in the order in which it came.

JupyterLab may deliver it in threads of its own (subshells), so that a field could be left while another claim is being
shown; it is done in the kernel's main thread, whose loop takes one thing at a time.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

_LOOPS: list[asyncio.AbstractEventLoop] = []  # of the kernel, once a desk is shown in one


def keep(loop: asyncio.AbstractEventLoop) -> None:
    """Remembers the loop of the kernel's main thread."""
    _LOOPS[:] = [loop]


def running() -> asyncio.AbstractEventLoop | None:
    """The loop of the kernel, in which somebody waits for what is shown; None where there is no kernel."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def by_a_person(showing: bool) -> bool:
    """Whether a field that changes now was changed by a person: the desk itself changes fields in the main thread."""
    return not showing or threading.current_thread() is not threading.main_thread()


def in_turn(act: Callable[[], object]) -> None:
    """Does something at once in the main thread; elsewhere, when it is its turn there."""
    if threading.current_thread() is threading.main_thread() or not _LOOPS:
        act()
    else:
        _LOOPS[0].call_soon_threadsafe(act)

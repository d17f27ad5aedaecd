"""A correction note, drafted: what the article said, what it says now, and for which claims that matters."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from checks.case.nouns import When
from checks.case.shown import TURNING
from checks.reading.intake.incoming import CONTROLS

if TYPE_CHECKING:
    from checks.case.revising import Revision

_MARKS = re.compile(r"([\\`*_\[\]<>#|&~])")  # what Markdown would obey: an article's words are only words
_LISTED = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|[-=]+$))")  # what would begin a list, or underline


def correction_note(title: str, found: Revision, on: When | None) -> str:
    """The note in Markdown, for an editor to rewrite: it is drawn from the two texts and the record alone."""
    lines = [f"# Correction: {plain(title)}", "", on.words() if on else "(the day of the correction)", ""]
    lines += [f"This article was changed; this is version {found.number} of it.", ""]
    for was, now in found.texts.changes():
        old, new = plain(found.texts.old[slice(*was)]), plain(found.texts.new[slice(*now)])
        if old and new:
            lines.append(f"- It said: “{old}” It now says: “{new}”")
        else:
            lines.append(f"- These words were taken out: “{old}”" if old else f"- These words are new: “{new}”")
        lines += [f"  - {plain(line)}" for line in _claims_there(found, was)]
    return "\n".join(lines) + "\n"


def _claims_there(found: Revision, span: tuple[int, int]) -> list[str]:
    """The claims on words in a stretch of the old text: what was checked there, and what it came to."""
    told = []
    for id, (start, end) in found.places.items():
        if not (start < span[1] and span[0] < end) or id in found.kept:
            continue
        kept = found.concluded.get(id)
        came = f"was concluded {kept['verdict']}: {kept['because']}" if kept else "was not concluded"
        told.append(f"“{textwrap.shorten(found.texts.old[start:end], 160, placeholder=' …')}” {came}")
    return told


def plain(text: str) -> str:
    """Text as Markdown that means nothing but its own words, on one line."""
    return _LISTED.sub(r"\1\\", _MARKS.sub(r"\\\1", " ".join(CONTROLS.sub(" ", TURNING.sub("", text)).split())))

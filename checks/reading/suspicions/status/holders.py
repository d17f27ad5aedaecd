"""One acronym of two bodies, and one field of two departments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.parts import Suspicion
from checks.reading.suspicions.status.spellings import suspected

if TYPE_CHECKING:
    from checks.reading.article import Reading

_SPELT_OUT = re.compile(
    r"(?P<full>(?:[A-Z][\w’'-]+ )(?:(?:[A-Z][\w’'-]+|of|and|for|the|on|in|to"
    r"|&) ){0,8}?)\((?:the )?(?P<short>[A-Z]{3,7})\)"
)
_SHORT = re.compile(r"\((?:the )?[A-Z]{3,7}\)")
_GOVERNED = re.compile(
    r"\b(?P<kind>Department|Ministry) (?P<link>of|for) (?P<field>(?:the )?[A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)"
)


def two_bodies(reading: Reading) -> Iterator[Suspicion]:
    """One acronym spelt out in two ways; a department and a ministry of one field."""
    found: dict[str, tuple[tuple[str, ...], re.Match[str]]] = {}
    for match in _SPELT_OUT.finditer(reading.text) if _SHORT.search(reading.text) else ():
        words = [word for word in re.findall(r"[A-Za-z’'-]+", match["full"]) if word[0].isupper()]
        spelt = tuple(word.lower() for word in words[-len(match["short"]) :])
        if "".join(word[0] for word in words[-len(match["short"]) :]).upper() != match["short"]:
            spelt = tuple(word.lower() for word in words)
        one = found.setdefault(match["short"], (spelt, match))
        if one[0] != spelt and not set(one[0]) <= set(spelt) and not set(spelt) <= set(one[0]):
            reason = f"{match['short']} is spelt out as “{one[1]['full'].strip()}” and as “{match['full'].strip()}”."
            yield suspected(reading, reason, "likely", one[1].span(), match.span())
            return
    bodies: dict[str, re.Match[str]] = {}
    for match in _GOVERNED.finditer(reading.text) if "Ministry" in reading.text else ():
        one_body = bodies.setdefault(match["field"].removeprefix("the "), match)
        if one_body["kind"] != match["kind"]:
            reason = f"“{one_body[0]}” and “{match[0]}” may be two names of one body."
            yield suspected(reading, reason, "look", one_body.span(), match.span())
            return

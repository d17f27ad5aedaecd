"""Short forms joined to the full name they are taken for: a proposal, and none where two could be meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checks.reading.named import titles
from checks.reading.named.gazetteer import abbreviations
from checks.reading.names import plain, same_person
from checks.reading.parts import Name

_MANY = 50  # persons of one family name in one text, beyond which nobody is told apart
_SMALL = {"of", "the", "and", "for", "to", "in", "on", "de"}


def joined(names: Sequence[Name]) -> list[Name]:
    """The same names, each short form with the first full one in `of`; empty where it is full, or two are meant.

    Persons are joined by the family name, or by a given name that only one bears; organisations by their first word, by
    a last word such as Ministry, or by their first letters. Whether two full names are one person's,
    `names.same_person` says.
    """
    people = _People([name for name in names if name.kind == "person" and len(_words(name.exact)) > 1])
    bodies = _bodies(name.exact for name in names if name.kind == "organisation" and len(_words(name.exact)) > 1)
    found = []
    for name in names:
        full = name.of
        if not full and name.kind == "person":
            full = people.meant(name.exact)
        elif not full and name.kind == "organisation":
            meant = bodies.get(_short(name.exact), ())
            full = meant[0] if len(meant) == 1 else "" if meant else abbreviations().get(name.exact, "")
        found.append(replace(name, of="" if full == name.exact else full))
    return found


class _People:
    """The first full name of each person in the order of the text, by family name and by given name."""

    def __init__(self, full: Sequence[Name]) -> None:
        self.by_family: dict[str, list[str]] = {}
        self.by_given: dict[str, list[str]] = {}
        for name in dict.fromkeys(name.exact for name in full):
            words = _words(name)
            alike = self.by_family.setdefault(words[-1], [])
            if len(alike) < _MANY and not any(same_person(name, other, {}) is not None for other in alike):
                alike.append(name)
                self.by_given.setdefault(words[0], []).append(name)

    def meant(self, name: str) -> str:
        words = _words(name)
        if len(words) > 1:
            alike = self.by_family.get(words[-1], ())
            return next((full for full in alike if same_person(name, full, {}) is not None), "")
        for table in (self.by_family, self.by_given):
            full = table.get(words[0], ()) if words else ()
            if full:
                return full[0] if len(full) == 1 else ""
        return ""


def _words(name: str) -> list[str]:
    words = plain(name).split()
    return words[:-1] if len(words) > 1 and words[-1] in titles.SUFFIXES else words


def _bodies(full: Iterable[str]) -> dict[str, list[str]]:
    """Full names of organisations by each short form that they may have."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(full):
        words = _words(name)
        letters = "".join(word[0] for word in words if word not in _SMALL).upper()
        last = [words[-1]] if words[-1] in titles.ORGANISATION_WORDS else []
        # “the House” is not its committee.
        head = [words[0]] if words[0] not in titles.CHAMBERS or "of" in words else []
        for short in dict.fromkeys([*head, *last, letters]):
            found.setdefault(short, []).append(name)
    return found


def _short(name: str) -> str:
    letters = name.replace(".", "")
    return letters if len(letters) > 1 and letters.isupper() else plain(name)

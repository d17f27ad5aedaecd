"""A service's JSON, read strictly: where the format is not as documented, the error names the field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checks.case.errors import CaseError
from checks.evidence.answers import Saved
from checks.reading.intake.incoming import CONTROLS

_ANY = object()


class Node:
    """A value in a JSON answer that knows its place: `results[3].signing_date`."""

    def __init__(self, value: Any, file: str, path: str = "") -> None:
        self.value, self.file, self.path = value, file, path

    def error(self, what: str) -> CaseError:
        """A `CaseError` that names the field."""
        return CaseError(f"`{self.path or 'the answer'}` {what}: the format has changed", file=self.file)

    def __getitem__(self, key: str) -> Node:
        """A field that must be there. Raises `CaseError` where it is not."""
        found = self.get(key)
        if found is None:
            raise Node(None, self.file, self._under(key)).error("is missing")
        return found

    def get(self, key: str) -> Node | None:
        """A field that may be missing or null."""
        if not isinstance(self.value, dict):
            raise self.error("is no object")
        value = self.value.get(key, _ANY)
        return None if value is _ANY or value is None else Node(value, self.file, self._under(key))

    def text(self, key: str) -> str:
        """A field that must be there and be text."""
        return self[key].as_text()

    def text_or(self, key: str, otherwise: str = "") -> str:
        """A field that, if it is there, must be text."""
        found = self.get(key)
        return otherwise if found is None else found.as_text()

    def number(self, key: str) -> int:
        """A field that must be there and be a whole number."""
        value = self[key].value
        if not isinstance(value, int) or isinstance(value, bool):
            raise self[key].error("is no whole number")
        return value

    def each(self, key: str) -> Iterator[Node]:
        """The items of a field that must be there and be a list."""
        return self[key].items()

    def items(self) -> Iterator[Node]:
        """The items of a list."""
        if not isinstance(self.value, list):
            raise self.error("is no list")
        for index, value in enumerate(self.value):
            yield Node(value, self.file, f"{self.path}[{index}]")

    def as_text(self) -> str:
        """This value, which must be text."""
        if not isinstance(self.value, str):
            raise self.error("is no text")
        return self.value

    def _under(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def json_answer(saved: Saved) -> Node:
    """The JSON of a saved answer. Raises `CaseError` for what is none: an outage page, a cut-off answer."""
    try:
        value = json.loads(saved.body.decode("utf-8-sig"), parse_constant=no_constant)
    except (ValueError, RecursionError):
        start = CONTROLS.sub("?", " ".join(saved.body[:400].decode("utf-8", "replace").split()))[:80]
        raise CaseError(f"this is not JSON, so not the record's answer; it begins “{start}”", file=saved.file) from None
    return Node(value, saved.file)


def no_constant(name: str) -> None:
    """Refuses NaN and its like, which are no JSON. Raises `ValueError`."""
    raise ValueError(name)

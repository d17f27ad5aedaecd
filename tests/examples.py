"""The examples beside each check, as the arguments that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checks.case.asking import parses
from checks.case.catalogue import arguments, check_named, page_of
from checks.case.claims import Claims
from checks.case.nouns import Anchor, Claim, Document, Fact, Finding, Passage, Register, Row, When
from checks.case.planting.asked import Asked
from checks.evidence.written import Fields, read_yaml

_EXAMPLE = re.compile(r"^## (?P<title>.+?)\n(?P<prose>.*?)^```yaml\n(?P<yaml>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One example: its heading, the finding it promises, words of the reason, and why it is known to come out wrong."""

    check: str
    title: str
    fields: Fields
    finds: str
    because: str
    known_wrong: str

    def find(self) -> Finding:
        """Asks the check."""
        asked = self.asked()
        finding: Finding = asked.check.check(replace(asked.claim, asserts={}), **asked.values())
        return finding

    def asked(self) -> Asked:
        """The example as it would be asked in a case."""
        check = check_named(self.check)
        claim = self.fields.fields("claim")
        whole = claim.text("id") == "article"
        told = self.fields.fields("article") if "article" in self.fields else {}
        words = str(told["quoted"]) if whole else claim.text("words") or claim.text("says")
        article = _document("article", {"quoted": words, **told}, kind="article")
        anchor = Anchor(words)
        id = "article" if whole else "the-claim"
        asserts = {name: claim.fields("asserts").text(name) for name in claim.fields("asserts")}
        made = Claim(id, anchor, claim.text("says"), "article", asserts, (Passage(article, anchor),))
        given: dict[str, Any] = {}
        for name in arguments(check):
            if name == "article" and name in self.fields:
                given[name] = article
            elif name in self.fields and name not in asserts:
                given[name] = _evidence(name, self.fields[name])
        return Asked(Claims("in-progress", {}, {}, ()), made, check, given)

    def unknown(self) -> set[str]:
        """Keys of the example that mean nothing to the check."""
        known = arguments(check_named(self.check))
        asserted = set(self.fields.fields("claim").fields("asserts"))
        written = {name for name, parameter in known.items() if parses(parameter.annotation)}
        return (set(self.fields) - {"claim", "finds", "because", "known_wrong", *known}) | (asserted - written)


def examples(check: str) -> list[Example]:
    return list(_read(check, page_of(check)))


def _read(check: str, page: Path) -> Iterator[Example]:
    text = page.read_text(encoding="utf-8")
    for found in _EXAMPLE.finditer(text):
        fields = read_yaml(found["yaml"], page.name, text[: found.start("yaml")].count("\n") + 1)
        yield Example(
            check, found["title"], fields, fields.text("finds"), fields.text("because"), fields.text("known_wrong")
        )


def _evidence(name: str, data: Any) -> Any:
    if isinstance(data, list):
        return [_evidence(f"{name}-{letter}", item) for letter, item in zip("abcdefgh", data, strict=False)]
    if "rows" in data:
        return _register(name, data)
    if "quoted" in data:
        return _document(name, data)
    return _fact(name, data)


def _document(name: str, data: dict[str, Any], kind: str = "evidence") -> Document:
    quoted = data["quoted"]
    words = "\n\n".join(quoted) if isinstance(quoted, list) else quoted
    when = When.parse(data.get("published", "2031-01-01"))
    return Document(
        name, kind, "invented", data.get("publisher", "invented"), data.get("url", ""), when, when, "invented",  # type: ignore[arg-type]
        data.get("standing", "secondary"), words, words, origin=data.get("origin", ""),
    )  # fmt: skip


def _fact(name: str, data: dict[str, Any]) -> Fact:
    document = _document(name, {**data, "quoted": data["words"]})
    at = When.parse(data["at"]) if "at" in data else None
    passage = Passage(document, Anchor(data["words"]))
    return Fact("it", passage, data["about"], data.get("value", ""), data.get("unit", ""), data.get("role"), at)


def _register(name: str, data: dict[str, Any]) -> Register:
    rows = []
    for cells in data["rows"]:
        filled = {
            "standing": "primary", "retrieved": "2040-01-01", "source_url": "", "obtained": "invented", "words": "", **cells,
        }  # fmt: skip
        span = When.parse(f"{filled['start']}/{filled['end'] or '..'}")
        rows.append(Row(name, filled["id"], filled, span, When.parse(filled["retrieved"]), filled["standing"]))
    covers = When.parse(data.get("covers", "1900/2040"))
    also = {key: tuple(value) for key, value in data.get("also_called", {}).items()}
    title, columns = data.get("title", "invented"), data.get("columns", {})
    return Register(name, title, "", data.get("standing", "primary"), covers, columns, also, tuple(rows))

"""`claims.yaml` carried over to a new version of the article: no byte changes but where words did."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from checks.case.entries import Entry, changed, entries, line_end, line_ending, spliced, value_of, written
from checks.case.errors import Ambiguous, CaseError
from checks.case.nouns import Anchor
from checks.evidence.written import composed
from checks.reading.anchors import anchor_at
from checks.reading.realigning import TwoVersions

Splice = tuple[int, int, str]


@dataclass
class Carried:
    """The new text; the claims whose words `changed`, each with why; those that are `gone`; what was left out and is
    no more (`taken_in`)."""

    text: str = ""
    changed: dict[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    taken_in: tuple[str, ...] = ()


def carried_over(text: str, file: str, versions: TwoVersions, number: int) -> Carried:
    """The claims of a case on version `number` of its article as claims on the next one.

    Words that still stand once are kept as they are, changed ones are quoted afresh, and those that are gone move to
    `earlier`; words left out stay so only where they are the same.
    """
    end, found, splices = line_ending(text), Carried(), list[Splice]()
    claims = entries(text, file, "claims", _known_by).all
    anchors = {entry.key: _carried_anchor(entry, versions) for entry in claims}
    gone = [entry for entry in claims if anchors[entry.key] is None]
    found.gone = tuple(entry.key for entry in gone if "proposed" not in value_of(entry.node))
    for entry in claims:
        fields, anchor = value_of(entry.node), anchors[entry.key]
        if anchor is None:
            splices.append(_taken_out(text, entry))
            continue
        was = Anchor(**fields["words"])
        lent = [name for name, value in fields.get("asserts", {}).items() if _lender(value) in found.gone]
        if anchor == was and not lent:
            continue
        if "proposed" not in fields:
            found.changed[entry.key] = _why(was, anchor, lent, fields)
        wanted = _without(fields, lent) | {"words": _said(anchor)}
        splices.append((entry.start, entry.end, changed(text, entry, wanted, end)))
    spans = [anchor.find(versions.new) for key, anchor in anchors.items() if anchor and key in found.changed]
    for entry in entries(text, file, "left_out", _known_by).all:
        was, anchor = Anchor(**value_of(entry.node)["words"]), _carried_anchor(entry, versions)
        a, b = anchor.find(versions.new) if anchor else (0, 0)
        if anchor is None or anchor.exact != was.exact or any(c < b and a < d for c, d in spans):
            splices.append(_taken_out(text, entry))
            found.taken_in += (was.exact,)
        elif anchor != was:
            wanted = {**value_of(entry.node), "words": _said(anchor)}
            splices.append((entry.start, entry.end, changed(text, entry, wanted, end)))
    found.text = _with_earlier(spliced(text, splices), file, [e for e in gone if e.key in found.gone], number)
    return found


def in_progress(text: str) -> str:
    """The same text, with the status of a case that is not complete."""
    status = next(value for key, value in composed(text).value if key.value == "status")
    return spliced(text, [(status.start_mark.index, status.end_mark.index, "in-progress")])


def _carried_anchor(entry: Entry, versions: TwoVersions) -> Anchor | None:
    """The same anchor where it still marks one place, else one on what became of its words; None if they are gone."""
    was = Anchor(**value_of(entry.node)["words"])
    try:
        was.find(versions.new)
        return was
    except CaseError:
        place = versions.place(*was.find(versions.old))
    try:
        return anchor_at(versions.new, *place) if place else None
    except Ambiguous:
        return None


def _why(was: Anchor, now: Anchor, lent: list[str], fields: Mapping[str, Any]) -> str:
    if was.exact != now.exact:
        return f"its words changed: {was}, and now {now}"
    if lent:
        name = lent[0]
        return (
            f"it took `{name}` from `{_lender(fields['asserts'][name])}`, whose words are gone: state it, or do without"
        )
    return f"its words {now} are the same, but no longer marked by what stood beside them"


def _lender(value: str) -> str:
    return value[1:].partition("#")[0] if value.startswith("=") else ""


def _without(fields: Mapping[str, Any], lent: list[str]) -> dict[str, Any]:
    """The fields of an entry without what it borrowed; an entry that then asserts nothing says nothing of it."""
    asserts = {name: value for name, value in fields.get("asserts", {}).items() if name not in lent}
    return {
        name: asserts if name == "asserts" else value for name, value in fields.items() if name != "asserts" or asserts
    }


def _said(anchor: Anchor) -> dict[str, str]:
    parts = {"exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    return {name: value for name, value in parts.items() if value}


def _taken_out(text: str, entry: Entry) -> Splice:
    """An entry's lines, with the blank lines after it where one stands before it too."""
    start, end = entry.start, min(line_end(text, entry.end) + len(line_ending(text)), len(text))
    if re.search(r"(?:^|\n)[ \t]*\r?\n$", text[:start]):
        blank = re.match(r"(?:[ \t]*\r?\n)+", text[end:])
        end += blank.end() if blank else 0
    return start, end, ""


def _with_earlier(text: str, file: str, gone: list[Entry], number: int) -> str:
    if not gone:
        return text
    end, earlier = line_ending(text), entries(text, file, "earlier", _known_by)
    lines = end.join(
        written({"id": entry.key, "words": value_of(entry.node)["words"], "version": str(number)}, earlier.indent, end)
        for entry in gone
    )
    if earlier.head is None:
        start = text if text.endswith(end) else text + end
        return f"{start}earlier:{end}{lines}{end}"
    if not earlier.all:  # an empty list
        return spliced(text, [(*earlier.head, f"{end}{lines}")])
    at = earlier.all[-1].end
    return spliced(text, [(at, at, f"{end}{lines}")])


def _known_by(node: yaml.MappingNode) -> tuple[str, tuple[int, int]]:
    return value_of(node).get("id", ""), (0, 0)

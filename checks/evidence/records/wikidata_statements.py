"""Wikidata's statements of one item, by the Wikibase REST API, version 1: offices held (P39), memberships (P463, P102).

Source of the format: https://doc.wikimedia.org/Wikibase/master/js/rest-api/, GET /entities/items/{id}/statements.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from checks.case.errors import CaseError
from checks.evidence.answers import Drawn, Saved
from checks.evidence.json_answer import Node, json_answer
from checks.evidence.records.rows import looked_at, printable, wanted
from checks.evidence.records.wikidata_rows import ENDED, MANNER, RANKS, Statement, register
from checks.evidence.records.wikidata_values import (
    DAY,
    GREGORIAN,
    ITEM,
    JULIAN,
    PAGE,
    PROPERTY,
    STATEMENT,
    Time,
    is_time,
    matching,
    pairs,
)

SERVICE = "https://www.wikidata.org/w/rest.php/wikibase/v1"
ASKS: Mapping[str, str] = {"item": "the number of the person's item, such as Q42"}
MAY_ASK: Mapping[str, str] = {
    "property": "P39, offices held, where nothing is said; P463 for memberships, P102 for parties",
    "names": "names for items, since the answer has only their numbers: Q42=A Person; Q43=Mayor of a Town",
}
HEADERS: Mapping[str, str] = {"Accept": "application/json"}

_WIKIMEDIA = (
    "wikipedia.org", "wikimedia.org", "wikidata.org", "wikisource.org", "wikiquote.org", "wikinews.org",
    "wikibooks.org", "wikivoyage.org", "wikiversity.org", "wiktionary.org", "dbpedia.org",
)  # fmt: skip
_IMPORTED = ("P143", "P4656")  # imported from a Wikimedia project, Wikimedia import URL
_STATED_IN, _SEEN = "P248", "P813"
_MOST = 40  # qualifiers, or references, of one statement that are shown


def url(asked: Mapping[str, str], at: str = SERVICE) -> str:
    """The address of an item's statements of one property. Raises `CaseError` for a number that is none."""
    item, property, _ = _asked(asked)
    return f"{at.rstrip('/')}/entities/items/{item}/statements?property={property}"


def drawn(saved: Saved, asked: Mapping[str, str]) -> Drawn:
    """The register in a saved answer. Raises `CaseError` that names the field where the format is another, and says
    what was asked where the item has no such statement."""
    item, property, names = _asked(asked)
    looked_at(saved)
    answer = json_answer(saved)
    _raise_what_the_service_said(answer)
    others = [key for key in answer.value if key != property]
    found = answer[property] if property in answer.value else None
    if found is None and others:
        raise CaseError(
            f"the answer has `{printable(others[0])}` and no `{property}`, which was asked", file=saved.file
        )
    nodes = [] if found is None else list(found.items())
    asked_for = f"{item}’s statements {property} were asked of Wikidata on {saved.retrieved}"
    if not nodes:
        raise CaseError(
            f"Wikidata’s item {item} has no statement {property}, asked {saved.retrieved} at {printable(saved.url)}: "
            "that nobody entered one says nothing of the person, so look whether it is the right item",
            file=saved.file,
        )
    statements, left_out = [], []
    for node in nodes:
        one = _statement(node, item, property, names)
        if isinstance(one, str):
            left_out.append(one)
        else:
            statements.append(one)
    person = names.get(item, item)
    return register(
        statements, left_out, saved, property=property, title=f"Wikidata on {person}: statements {property}",
        url=PAGE + item,
        asked=f"{asked_for}: {len(nodes)} in all. The answer names items by number only; names were given by hand.",
    )  # fmt: skip


def _asked(asked: Mapping[str, str]) -> tuple[str, str, Mapping[str, str]]:
    asks = {"property": "P39", **wanted({**asked, "names": ""}, ASKS, MAY_ASK)}
    names = pairs(asked.get("names", ""), "names", "Q42=A Person; Q43=Mayor of a Town")  # as long as it need be
    for number in names:
        if not ITEM.fullmatch(number):
            raise CaseError(f"`names` has “{number}”, which is no item's number: it must look like Q42")
    return matching(asks, "item", ITEM, "Q42"), matching(asks, "property", PROPERTY, "P39"), names


def _raise_what_the_service_said(answer: Node) -> None:
    """Errors of the service have `code` and `message`: 404 where there is no such item, 400 for a bad number."""
    code, message = answer.get("code"), answer.get("message")
    if code and message and isinstance(code.value, str) and isinstance(message.value, str):
        raise CaseError(f"Wikidata answered “{printable(message.value)}” ({printable(code.value)})", file=answer.file)


def _statement(node: Node, item: str, property: str, names: Mapping[str, str]) -> Statement | str:
    """One statement, or a sentence on why it is none that could be a row."""
    id = STATEMENT.fullmatch(node.text("id"))
    if not id:
        raise node["id"].error("is no statement's number")
    if id[1].upper() != item:
        raise CaseError(
            f"`{node.path}.id` is of {id[1].upper()}, and {item} was asked: it may have been merged into the other, so "
            f"ask for {id[1].upper()}",
            file=node.file,
        )
    rank = node.text("rank")
    if rank not in RANKS:
        raise node["rank"].error(f"is none of {', '.join(RANKS)}")
    if node["property"].text("id") != property:
        raise node["property"]["id"].error(f"is not {property}")
    if node["property"].text("data_type") != "wikibase-item":
        raise CaseError(f"the values of {property} are no items, so no offices or memberships", file=node.file)
    qualifiers = [(one["property"].text("id"), one) for one in node.each("qualifiers")]
    times = {
        dated: tuple(_time(one["value"]) for name, one in qualifiers if name == dated)
        for dated in ("P580", "P582", "P585")
    }
    further = [f"{printable(name)} {_plain(one['value'])}" for name, one in qualifiers if name not in times]
    references = [_reference(one) for one in node.each("references")]
    value = _item(node["value"])
    if not ITEM.fullmatch(value):
        told = "what it was is stated as unknown" if value == "somevalue" else "it is stated that there is none"
        return f"{names.get(item, item)} ({id[0]}): {told}."
    # "mayor", of (P642) a town: the office is that of the town
    places = [_item(one["value"]) for name, one in qualifiers if name == "P642"]
    held = [value, *(place for place in places if ITEM.fullmatch(place))]
    return Statement(
        id=id[0], holder=item, person=names.get(item, item), value=" of ".join(held),
        of=" of ".join(names.get(number, number) for number in held), rank=rank,
        starts=times["P580"], ends=times["P582"], points=times["P585"],
        ended=any(name in ENDED and one["value"].text("type") == "value" for name, one in qualifiers),
        manner=tuple(_item(one["value"]) for name, one in qualifiers if name in MANNER),
        references=len(references), sources=sum(sourced for sourced, _ in references),
        cited=printable("; ".join(text for _, text in references[:_MOST] if text), 500),
        qualifiers=printable("; ".join(further[:_MOST]), 500),
    )  # fmt: skip


def _kind(value: Node) -> str:
    kind = value.text("type")
    if kind not in ("value", "somevalue", "novalue"):
        raise value["type"].error("is none of value, somevalue, novalue")
    return kind


def _item(value: Node) -> str:
    """The number of an item, or `somevalue` or `novalue`."""
    kind = _kind(value)
    if kind != "value":
        return kind
    number = value.text("content")
    if not ITEM.fullmatch(number):
        raise value["content"].error("is no item's number")
    return number


def _time(value: Node) -> Time:
    kind = _kind(value)
    if kind != "value":
        return Time("somevalue" if kind == "somevalue" else "novalue")
    content = value["content"]
    text, precision, calendar = content.text("time"), content.number("precision"), content.text("calendarmodel")
    if not is_time(text):
        raise content["time"].error("is no time such as +2031-05-02T00:00:00Z")
    if not 0 <= precision <= DAY + 3:
        raise content["precision"].error("is no precision from 0 to 14")
    if calendar not in (GREGORIAN, JULIAN):
        raise content["calendarmodel"].error("is neither the Gregorian nor the Julian calendar")
    return Time("value", text, precision, calendar)


def _reference(node: Node) -> tuple[bool, str]:
    """Whether a reference names a source outside Wikimedia, and what it says of its source."""
    named, said = False, []
    for part in node.each("parts"):
        property, type = part["property"].text("id"), part["property"].text("data_type")
        text = _plain(part["value"])
        if property in _IMPORTED:
            said.append(f"imported from Wikimedia ({text})")
        elif part["value"].text("type") != "value":
            continue
        elif property == _STATED_IN or type == "external-id":
            named = True
            said.append(f"stated in {text}" if property == _STATED_IN else f"{printable(property)} {text}")
        elif type == "url":
            named = named or not _of_wikimedia(text)
            said.append(text)
        elif property == _SEEN:
            said.append(f"seen {text.lstrip('+')[:10]}")
    return named, ", ".join(said)


def _of_wikimedia(address: str) -> bool:
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return True  # an address that cannot be read names no source
    return not host or any(host == place or host.endswith(f".{place}") for place in _WIKIMEDIA)


def _plain(value: Node) -> str:
    """A value of any type, on one line."""
    kind = _kind(value)
    if kind != "value":
        return {"somevalue": "unknown", "novalue": "none"}[kind]
    content = value["content"].value
    if isinstance(content, dict):
        content = next((content[key] for key in ("time", "text", "amount") if key in content), None)
    return printable(content) if isinstance(content, str) else "a value of another kind"

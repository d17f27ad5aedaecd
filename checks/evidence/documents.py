"""Documents as files: front matter that says where a text came from, and the text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from checks.case.errors import CaseError, Lost, nearest
from checks.case.nouns import Anchor, Document, Fact, Kind, Passage, Role, Search, Standing, When
from checks.evidence.captures.written import read_capture
from checks.evidence.written import Fields, read_text, read_yaml
from checks.reading.dates import dates_in
from checks.reading.names import plain
from checks.reading.wording import occurrences, words

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PROVENANCE = ("title", "publisher", "url", "published", "retrieved", "obtained", "standing")
_DIGITS = re.compile(r"\d+")


def read_document(path: Path, file: str, kind: Kind) -> Document:
    """One document. `file` is how its path is named in messages.

    Raises `CaseError` with the line for an unknown or missing field, a date that is none, `published` after
    `retrieved`, and for facts whose words are lost or ambiguous or lack the digits of their value.
    """
    text = read_text(path, file)
    head, body = split(text, file)
    fields = read_yaml(head, file, first_line=2)
    return document(fields, body, path.stem, kind)


def split(text: str, file: str) -> tuple[str, str]:
    """The front matter and the body of a document; the body is what follows the second `---` line, less one
    newline at its beginning and one at its end."""
    parts = re.split(r"^---[ \t]*\r?$", text, maxsplit=2, flags=re.MULTILINE)
    if len(parts) < 3 or parts[0]:
        raise CaseError("it must begin with front matter between two lines of `---`", file=file, line=1)
    return parts[1].removeprefix("\n"), parts[2].removeprefix("\n").removesuffix("\n")


def document(fields: Fields, body: str, id: str, kind: Kind) -> Document:
    """A document from its fields and its body. Of an article, the publisher and the dates may be left empty."""
    optional = ("facts", "unused", "origin", "capture", "search", *(("dateline",) if kind == "article" else ()))
    fields.hold(required=PROVENANCE, optional=optional)
    if not ID.fullmatch(id) or (id == "article" and kind != "article"):
        raise fields.error(f"`{id}` cannot be an id: use lower-case words joined by hyphens")
    for key in ("title", "obtained") if kind == "article" else ("title", "publisher", "retrieved", "obtained"):
        if not fields.text(key).strip():
            raise fields.error(f"`{key}` is empty: state it", key=key)
    standing = fields.text("standing")
    if standing not in get_args(Standing):
        raise fields.error(f"the standing `{standing}` is none: choose {_or(get_args(Standing))}", key="standing")
    published, retrieved = _date(fields, "published"), _date(fields, "retrieved")
    if published and retrieved and retrieved.before(published) == "yes":
        raise fields.error(
            f"published {published}, after it was retrieved ({retrieved}): correct one of the two", key="published"
        )
    dateline = _date(fields, "dateline")
    if dateline and not dateline.is_day:
        raise fields.error(f"the dateline `{dateline}` is not one day: write it as 2031-05-02", key="dateline")
    if dateline and published and published.before(dateline) == "yes":
        raise fields.error(
            f"the dateline is {dateline}, after it was published ({published}): correct one of the two", key="dateline"
        )
    found = Document(
        id=id, kind=kind, title=fields.text("title"), publisher=fields.text("publisher"), url=fields.text("url"),
        published=published, retrieved=retrieved, obtained=fields.text("obtained"), standing=standing,  # type: ignore[arg-type]
        text=body, words=body if kind == "article" else quoted_words(body), unused=fields.text("unused"),
        origin=fields.text("origin"), capture=read_capture(fields.fields("capture"), id),
        searched=_search(fields.fields("search"), id), dateline=dateline,
    )  # fmt: skip
    facts = fields.fields("facts")
    for name in facts:
        if not ID.fullmatch(name):
            raise facts.error(f"`{name}` cannot name a fact: use lower-case words joined by hyphens", key=name)
        found.facts[name] = _fact(facts.fields(name), name, found)
    return found


def quoted_words(body: str) -> str:
    """The source's own words in a body: its block quotations, a blank line between two, lines run together."""
    blocks: list[list[str]] = [[]]
    for line in body.splitlines():
        words = line.removeprefix(">").strip() if line.startswith(">") else ""
        if words:
            blocks[-1].append(words)
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join(" ".join(block) for block in blocks if block)


def anchor(fields: Fields) -> Anchor:
    """An anchor from `{exact: …, prefix: …, suffix: …}`."""
    fields.hold(required=("exact",), optional=("prefix", "suffix"))
    try:
        return Anchor(fields.text("exact"), fields.text("prefix"), fields.text("suffix"))
    except CaseError as error:
        raise error.at(file=fields.file, line=fields.line) from None


def passage(found: Document, wanted: Anchor) -> Passage:
    """The passage that an anchor marks; where it is lost, says what the text has instead if anything is like it."""
    try:
        return Passage(found, wanted)
    except Lost:
        raise Lost(_what_stands_there(found, wanted)) from None


def _what_stands_there(found: Document, wanted: Anchor) -> str:
    hay, needle = words(found.words), words(wanted.exact)
    here = occurrences(needle, hay) if needle else []
    if here:
        as_is = found.words[hay[here[0]].start : hay[here[0] + len(needle) - 1].end]
        if as_is not in wanted.exact:
            return f"{wanted} stands in the text as “{as_is}”: copy it with its own marks, spaces and capitals"
        return f"{wanted} stands in the text, with something else beside it: mend the prefix and suffix"
    if found.kind != "article" and wanted.exact in (found.text or ""):
        return f"{wanted} stands in our note, not in the source's words: quote it in a line that begins with `> `"
    return not_there(wanted, found.words, "the text")


def not_there(wanted: Anchor, text: str, where: str) -> str:
    """Says that words do not stand in a text (`where` names it), and which come nearest there."""
    from checks.evidence.nearest_words import nearest_words

    near = nearest_words(text, wanted.exact)
    return f"{wanted} does not stand in {where} ({near}): copy the words from it, or quote them afresh"


def _fact(fields: Fields, name: str, of: Document) -> Fact:
    id = f"{of.id}#{name}"
    fields.hold(required=("about", "words"), optional=("value", "unit", "role", "at"), id=id)
    role = fields.text("role") or None
    if role is not None and role not in get_args(Role):
        raise fields.error(f"the role `{role}` is none: {nearest(role, get_args(Role))}", key="role", id=id)
    value, at = fields.text("value"), _date(fields, "at")
    if not value and at is None:
        raise fields.error("a fact needs a `value`, or an `at` that says when: state one", id=id)
    if role and at is None:
        raise fields.error("a `role` goes with `at`: say when it happened", key="role", id=id)
    if not value and role is None:
        told = f"say in which sense it happened: add `role`, one of {_or(get_args(Role))}"
        raise fields.error(f"{told}; what began, opened or came into force is effective", id=id)
    try:
        words = passage(of, anchor(fields.fields("words")))
    except CaseError as error:
        raise error.at(file=fields.file, line=fields.lines["words"], id=id) from None
    missing = [digits for digits in _DIGITS.findall(value) if digits not in _DIGITS.findall(words.anchor.exact)]
    if missing:
        raise fields.error(
            f"the value `{value}` has the digits {missing[0]}, which {words.anchor} lacks: correct one of the two",
            key="value", id=id,
        )  # fmt: skip
    if not _DIGITS.search(value) and plain(value) not in plain(words.anchor.exact):
        raise fields.error(
            f"the value `{value}` does not stand in {words.anchor}: print it as it does", key="value", id=id
        )
    dates = dates_in(words.anchor.exact)
    if at and dates and not any(at.within(date) != "no" or date.within(at) != "no" for date in dates):
        raise fields.error(f"at {at.words()}, and {words.anchor} has {dates[0].words()}: correct one", key="at", id=id)
    return Fact(name, words, fields.text("about"), value, fields.text("unit"), role, at)  # type: ignore[arg-type]


def _search(fields: Fields, id: str) -> Search | None:
    """The search that a document is the saved answer to, if it is one."""
    if not fields:
        return None
    fields.hold(required=("claim", "place", "query", "hits", "on"), optional=("note",))
    on = _date(fields, "on")
    if on is None or not re.fullmatch(r"[0-9]{1,9}", fields.text("hits")):
        raise fields.error("a search has a number of `hits`, and says `on` which day: restore it from git")
    claim, place, query, note = (fields.text(key) for key in ("claim", "place", "query", "note"))
    return Search(id, claim, place, query, int(fields.text("hits")), on, note)


def _date(fields: Fields, key: str) -> When | None:
    text = fields.text(key).strip()
    try:
        return When.parse(text) if text else None
    except CaseError as error:
        raise fields.error(error.what, key=key) from None


def _or(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + f" or {words[-1]}"

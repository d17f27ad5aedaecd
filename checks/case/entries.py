"""The entries of a YAML file as its lines have them: where each stands, how one is written, and how one is changed.

Nothing here loads a value anew: what a text editor would leave alone stays as it is, byte for byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from checks.case.errors import CaseError
from checks.evidence.written import composed

WIDTH = 120  # an entry's `asserts` stands in one line up to here
Known = tuple[str, tuple[int, int]]  # an entry's key, and the place of its words in the article
Wanted = Mapping[str, Any]  # what an entry must say: text, or such a mapping again
_PLAIN = re.compile(r"[^\W_](?:[\w .;?!’'‘“”$£€%/()–…+-]*[\w.?!)%’”…])?")  # with a comma too, outside of brackets
_READ_OTHERWISE = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}  # by other readers of YAML
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    """One entry: the lines from `start` to `end` (code points, without the last line's end), and its place in the
    article."""

    key: str
    start: int
    end: int
    node: yaml.MappingNode
    place: tuple[int, int]


@dataclass(frozen=True)
class Entries:
    """A list of entries. `head` is the rest of the line that names it, None where the file has no such list."""

    text: str
    name: str
    head: tuple[int, int] | None
    all: tuple[Entry, ...]

    def get(self, key: str) -> Entry | None:
        """The entry of that key, if there is one."""
        return next((entry for entry in self.all if entry.key == key), None)

    def said(self, key: str) -> str:
        """The lines of an entry; none where there is no such entry."""
        found = self.get(key)
        return self.text[found.start : found.end] if found else ""

    @property
    def indent(self) -> str:
        """What stands before the dash of an entry."""
        if not self.all:
            return "  "
        first = self.text[self.all[0].start : self.all[0].end]
        return first[: len(first) - len(first.lstrip(" "))]

    @property
    def apart(self) -> bool:
        """Whether a blank line stands between two entries; where nothing shows it, between two claims."""
        between = [self.text[one.end : two.start] for one, two in zip(self.all, self.all[1:], strict=False)]
        if not between:
            return self.name == "claims"
        return 2 * sum(bool(re.search(r"\n[ \t]*\r?\n", text)) for text in between) >= len(between)


def entries(text: str, file: str, name: str, known_by: Callable[[yaml.MappingNode], Known]) -> Entries:
    """The entries of the list `name` in a file that was read without fault; `known_by` gives the key and the place of
    one.

    Raises `CaseError` for a list that does not have a line or more for each of its entries.
    """
    pairs = {key.value: (key, value) for key, value in composed(text).value}
    if name not in pairs:
        return Entries(text, name, None, ())
    key, value = pairs[name]
    colon = text.index(":", key.end_mark.index) + 1
    found: list[Entry] = []
    for node in value.value if isinstance(value, yaml.SequenceNode) else ():
        dash = text.rfind("-", colon, node.start_mark.index)
        start, end = text.rfind("\n", 0, dash) + 1, line_end(text, last_end(text, node))
        sound = not value.flow_style and not text[start:dash].strip() and (not found or found[-1].end < start)
        if not sound or re.search(r"\r(?!\n)", text):
            raise CaseError(
                f"`{name}` cannot be changed line by line: write each entry on lines of its own that begin with `- `",
                file=file, line=node.start_mark.line + 1,
            )  # fmt: skip
        key_of, place = known_by(node)
        found.append(Entry(key_of, start, end, node, place))
    last = colon if found else max(colon, value.end_mark.index)
    return Entries(text, name, (colon, line_end(text, last)), tuple(found))


def written(wanted: Wanted, indent: str, end: str) -> str:
    """An entry as it is written: a dash, and a line for each field; `end` ends a line."""
    inner = f"{indent}  "
    lines = f"{end}{inner}".join(_field(name, value, inner, end) for name, value in wanted.items())
    return f"{indent}- {lines}"


def changed(text: str, entry: Entry, wanted: Wanted, end: str) -> str:
    """An entry's lines with what it must say now: fields that say so already are left as they stand."""
    splices = _splices(text, entry.node, wanted, end)
    if splices is None:
        line = text[entry.start : entry.end]
        return written(wanted, line[: len(line) - len(line.lstrip(" "))], end)
    return spliced(text, splices, entry.start, entry.end)


def spliced(text: str, splices: Sequence[tuple[int, int, str]], start: int = 0, end: int | None = None) -> str:
    """A stretch of text with other text in the place of some of it."""
    parts, at = [], start
    for a, b, new in sorted(splices):
        parts += [text[at:a], new]
        at = b
    return "".join([*parts, text[at : len(text) if end is None else end]])


def line_end(text: str, at: int) -> int:
    """Where the line at a place ends, before the characters that end it."""
    found = text.find("\n", at)
    found = len(text) if found < 0 else found
    return found - 1 if text[found - 1 : found] == "\r" and found > at else found


def line_ending(text: str) -> str:
    """The characters that end a line of this text."""
    return "\r\n" if "\r\n" in text else "\n"


def last_end(text: str, node: yaml.Node) -> int:
    """Where the last thing that a node says ends: blank lines and comments behind it are not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_end(text, last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    while end > node.start_mark.index and text[end - 1].isspace():
        end -= 1
    return end


def value_of(node: yaml.Node) -> Any:
    """What a node says, as text, mappings and lists."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: value_of(value) for key, value in node.value}
    return [value_of(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def flow(pairs: Wanted) -> str:
    """A mapping in one line, its text bare where YAML reads it as it stands."""
    return "{" + ", ".join(f"{name}: {_shown(name, value, flows=True)}" for name, value in pairs.items()) + "}"


def quoted(text: str) -> str:
    """Text in quotation marks, as YAML and JSON have it."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _field(name: str, value: Any, indent: str, end: str) -> str:
    line = f"{name}: {_shown(name, value, flows=False)}"
    if not isinstance(value, Mapping) or name == "words" or len(indent) + len(line) <= WIDTH:
        return line
    rows = (f"{end}{indent}  {key}: {_shown(key, text, flows=False)}" for key, text in value.items())
    return f"{name}:{''.join(rows)}"


def _shown(name: str, value: Any, *, flows: bool) -> str:
    if isinstance(value, Mapping):
        return flow(value)
    if name == "proposed":
        return str(value)
    bare = value if flows else value.replace(",", "")
    plain = _PLAIN.fullmatch(bare) and value[-1:] != "," and value.lower() not in _READ_OTHERWISE
    return str(value) if plain and name not in ("says", "exact", "prefix", "suffix") else quoted(value)


def _splices(text: str, node: yaml.MappingNode, wanted: Wanted, end: str) -> list[tuple[int, int, str]] | None:
    """What to put where; None where the mapping must be written anew, since its fields share a line."""
    if node.flow_style or not node.value:
        return None
    has = {key.value: (key, value) for key, value in node.value}
    starts = {name: text.rfind("\n", 0, key.start_mark.index) + 1 for name, (key, _) in has.items()}
    if len(set(starts.values())) < len(node.value) or node.value[0][0].value not in wanted:
        return None
    splices: list[tuple[int, int, str]] = []
    for name, (key, value) in has.items():
        stop = max(text.index(":", key.end_mark.index) + 1, last_end(text, value))
        if name not in wanted:
            splices.append((line_end(text, starts[name] - len(end)), line_end(text, stop), ""))
        elif value_of(value) != wanted[name]:
            inner = None
            if isinstance(value, yaml.MappingNode) and isinstance(wanted[name], Mapping):
                inner = _splices(text, value, wanted[name], end)
            new = _field(name, wanted[name], " " * key.start_mark.column, end)
            splices += [(key.start_mark.index, stop, new)] if inner is None else inner
    after, indent = "", " " * node.value[0][0].start_mark.column
    for name, value in wanted.items():
        if name in has:
            after = name
        elif not after:
            return None
        else:
            key, before = has[after]
            at = line_end(text, max(text.index(":", key.end_mark.index) + 1, last_end(text, before)))
            splices.append((at, at, f"{end}{indent}{_field(name, value, indent, end)}"))
    return splices

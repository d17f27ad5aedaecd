"""The files a person writes, read strictly: UTF-8 text and YAML in which every scalar is a string."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from checks.case.errors import CaseError, nearest

MOST_BYTES = 5_000_000
_SHORT = 20_000
_ANCHOR = re.compile(r"&(?<![^\s\[\]{},:]&)\S")  # without one, every alias is a mistake that the fast parser finds
_HALF = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]")  # an escape for half a character, which the fast parser lets pass
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq")}


class Fields(dict[str, Any]):
    """A YAML mapping that knows its file and the line of each key."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__()
        self.file, self.line, self.lines = file, line, dict[str, int]()

    def error(self, what: str, *, key: str = "", id: str = "") -> CaseError:
        """A `CaseError` at the line of a key, or of the mapping."""
        return CaseError(what, file=self.file, line=self.lines.get(key, self.line), id=id, field=key)

    def hold(self, *, required: Iterable[str] = (), optional: Iterable[str] = (), id: str = "") -> None:
        """Raises unless these are the fields it has: an unknown one names the nearest, a missing one is named."""
        known = {*required, *optional}
        for key in self:
            if key not in known:
                raise self.error(f"unknown field `{key}`: {nearest(key, known)}", key=key, id=id)
        for key in required:
            if key not in self:
                raise self.error(f"the field `{key}` is missing: add it", id=id)

    def text(self, key: str, default: str = "") -> str:
        """A field that must be a plain string."""
        value = self.get(key, default)
        if not isinstance(value, str):
            raise self.error(f"`{key}` must be plain text, on one line or in quotation marks", key=key)
        return value

    def fields(self, key: str) -> Fields:
        """A field that must be a mapping; an absent or empty one is an empty mapping."""
        value = self.get(key) or Fields(self.file, self.lines.get(key, self.line))
        if not isinstance(value, Fields):
            raise self.error(f'`{key}` must be a mapping, such as {{exact: "…"}}', key=key)
        return value

    def items_of(self, key: str) -> list[Fields]:
        """A field that must be a list of mappings; an absent or empty one is an empty list."""
        value = self.get(key) or []
        if not isinstance(value, list) or not all(isinstance(item, Fields) for item in value):
            raise self.error(f"`{key}` must be a list whose entries begin with `- `", key=key)
        return value


def read_text(path: Path, file: str) -> str:
    """The text of a file, every character as it stands. Raises `CaseError` for what is no UTF-8 text.

    `file` is how the path is named to the investigator.
    """
    try:
        if not path.is_file() and path.exists() and not path.is_dir():
            raise CaseError("this is no file: put the file itself here", file=file)  # a pipe would never end
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CaseError(f"it has {size:,} bytes, and {MOST_BYTES:,} is the most that is read: split it", file=file)
        data = path.read_bytes()
    except FileNotFoundError:
        raise CaseError("there is no such file", file=file) from None
    except IsADirectoryError:
        raise CaseError("this is a folder: name a file in it", file=file) from None
    except OSError as error:
        raise CaseError(f"it cannot be read ({error.strerror})", file=file) from None
    return decoded(data, file)


def decoded(data: bytes, file: str) -> str:
    """Bytes as UTF-8 text, without a byte order mark. Raises `CaseError` and says what they look like instead."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CaseError("it is saved as UTF-16: save it again as UTF-8", file=file)
    if b"\x00" in data:
        raise CaseError("it is not a text file: it holds binary data", file=file)
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CaseError("this line is not UTF-8: save the file again as UTF-8", file=file, line=line) from None


def read_yaml(text: str, file: str, first_line: int = 1) -> Fields:
    """A YAML mapping whose scalars are all strings. `first_line` is the line of the file at which the text begins.

    Aliases and tags are refused: nothing in a case needs them, and a hostile file could.
    """
    # A long list of claims changes with each edit, and many versions of it in memory would slow all else down.
    return _kept(text, file, first_line) if len(text) < _SHORT else _read(text, file, first_line)


@lru_cache(maxsize=256)
def _kept(text: str, file: str, first_line: int) -> Fields:
    return _read(text, file, first_line)


def _read(text: str, file: str, first_line: int) -> Fields:
    try:
        # The base loader builds nothing but strings, lists and mappings, and `compose` stops short even of that.
        if half := _HALF.search(text):
            line = text.count("\n", 0, half.start()) + first_line
            raise CaseError("an escape (`\\u…`) in this YAML stands for no character", file=file, line=line)
        node = composed(text)
        return _mapping(node, file, first_line) if node else Fields(file, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        raise CaseError(
            _advice(str(error.problem or error.context or "it cannot be read")), file=file, line=line
        ) from None
    except yaml.YAMLError as error:
        raise CaseError(f"this is not YAML: {' '.join(str(error).split())}", file=file, line=first_line) from None
    except (ValueError, OverflowError):  # a character that no text can hold, written as an escape
        raise CaseError("an escape (`\\U…`) in this YAML stands for no character", file=file, line=first_line) from None
    except RecursionError:
        raise CaseError("this YAML is nested too deeply to be read", file=file, line=first_line) from None


@lru_cache(maxsize=2)  # an edit looks at the file that was just read
def composed(text: str) -> Any:
    """The node tree, by the fast parser where it can be; the other one knows aliases, and what to say of a mistake."""
    if ("*" in text and _ANCHOR.search(text)) or not hasattr(yaml, "CBaseLoader"):
        return yaml.compose(text, Loader=_Loader)
    try:
        return yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=_Loader)  # it finds the same mistake, and says it as `_advice` expects


class _Loader(yaml.BaseLoader):
    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias (`*`)", problem_mark=mark)
        return super().compose_node(parent, index)


def _advice(problem: str) -> str:
    if "'\\t'" in problem:
        return "there is a tab here: YAML indents with spaces, so replace it"
    if problem.startswith("an alias"):
        return f"this is not understood: {problem} begins a YAML alias, so put the text in quotation marks"
    if problem.startswith("mapping values"):
        return "there is a colon inside plain text here: put the text in quotation marks"
    return "this YAML cannot be read here: look for a quotation mark or bracket left open above, and at the indentation"


def _mapping(node: Any, file: str, first_line: int) -> Fields:
    value = _value(node, file, first_line)
    if not isinstance(value, Fields):
        raise CaseError("this must be a mapping, lines such as `title: …`", file=file, line=first_line)
    return value


def _value(node: Any, file: str, first_line: int) -> Any:
    line = node.start_mark.line + first_line
    if node.tag not in _PLAIN_TAGS:
        raise CaseError(
            f"the tag `{node.tag}` is not understood: put the text in quotation marks", file=file, line=line
        )
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, file, first_line) for item in node.value]
    fields = Fields(file, line)
    for key_node, value_node in node.value:
        key = _value(key_node, file, first_line)
        key_line = key_node.start_mark.line + first_line
        if not isinstance(key, str):
            raise CaseError("a field's name must be plain text", file=file, line=key_line)
        if key in fields:
            raise CaseError(f"`{key}` stands here a second time: keep one of the two", file=file, line=key_line)
        fields[key] = _value(value_node, file, first_line)
        fields.lines[key] = key_line
    return fields

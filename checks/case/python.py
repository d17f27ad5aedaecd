"""Python as a person would write it in a notebook: calls, lists and texts, laid out in lines of 88 characters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

WIDTH = 88
_STEP = "    "


@dataclass(frozen=True)
class Call:
    """A call, its arguments being names (text), calls, lists, or `Text`."""

    name: str
    args: Sequence[Any]
    more: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return laid_out(self)


@dataclass(frozen=True)
class Text:
    """Words in quotation marks."""

    words: str


def laid_out(made: Any, indent: str = "", before: str = "", after: str = "") -> str:
    """An expression in as few lines as are short enough; `before` and `after` stand on its first and last line."""
    line = f"{indent}{before}{_flat(made)}{after}"
    if len(line) <= WIDTH or isinstance(made, str):
        return line
    inner = indent + _STEP
    if isinstance(made, Text):
        parts = _parts(made.words, WIDTH - len(inner) - 2)
        if len(parts) < 2:
            return line
        return "\n".join([f"{indent}{before}(", *(inner + _quoted(part) for part in parts), f"{indent}){after}"])
    if isinstance(made, Call):
        items = [("", arg) for arg in made.args] + [(f"{name}=", value) for name, value in made.more.items()]
        opening, closing = f"{indent}{before}{made.name}(", f"{indent}){after}"
        together = inner + ", ".join(f"{name}{_flat(value)}" for name, value in items)
        if not items:
            return line
        if len(together) <= WIDTH:
            return f"{opening}\n{together}\n{closing}"
        if len(items) == 1 and isinstance(items[0][1], str | Text):
            return f"{opening}\n{laid_out(items[0][1], inner, items[0][0])}\n{closing}"
    else:
        items = [("", item) for item in made]
        opening, closing = f"{indent}{before}[", f"{indent}]{after}"
    return "\n".join([opening, *(laid_out(value, inner, name, ",") for name, value in items), closing])


def _flat(made: Any) -> str:
    match made:
        case Text():
            return _quoted(made.words)
        case Call():
            items = [*map(_flat, made.args), *(f"{name}={_flat(value)}" for name, value in made.more.items())]
            return f"{made.name}({', '.join(items)})"
        case list():
            return f"[{', '.join(map(_flat, made))}]"
    return str(made)


def _quoted(words: str) -> str:
    """A text as Python has it: in double quotation marks, unless single ones save escapes."""
    mark = "'" if words.count('"') > words.count("'") else '"'
    escaped = words.replace("\\", "\\\\").replace(mark, f"\\{mark}")
    shown = "".join(char if char.isprintable() else _escape(char) for char in escaped)
    return f"{mark}{shown}{mark}"


def _escape(char: str) -> str:
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    code = ord(char)
    return named.get(char) or (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def _parts(words: str, most: int) -> list[str]:
    """A long text divided behind spaces, into parts of at most so many characters where there are spaces."""
    parts = [""]
    for word in re.findall(r"\s*\S+\s?|\s+", words):
        if parts[-1] and len(_quoted(parts[-1] + word)) - 2 > most:
            parts.append("")
        parts[-1] += word
    return parts

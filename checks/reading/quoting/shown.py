"""A quotation beside its source in two lines, the differences marked by signs and not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.reading.quoting.parts import Piece, Quoted

# Which pieces stand in which line, with the signs around them, and the tag of a web page.
_SOURCE = {"same": ("", "", ""), "dropped": ("[-", "-]", "del"), "hidden": ("[~", "~]", "small")}
_QUOTATION = {"same": ("", "", ""), "added": ("{+", "+}", "ins"), "hidden": ("…", "", "")}
SIGNS = "[-of the source alone-] {+of the quotation alone+} [~left out at an ellipsis~]"


def sides(pieces: Sequence[Piece]) -> tuple[str, str]:
    """The words of the source, and those of the quotation, with the signs."""
    return _line(pieces, _SOURCE, html=False), _line(pieces, _QUOTATION, html=False)


def as_text(found: Quoted) -> str:
    """The result, what was done, and the two lines."""
    told = [f"{found.result}: {found.reason}", *(f"  {one}" for one in found.changes)]
    if found.pieces:
        source, quotation = sides(found.pieces)
        told += ["", f"source:    {source}", f"quotation: {quotation}", f"({SIGNS})"]
    return "\n".join([*told, *(f"made alike: {step}" for step in found.steps)])


def as_html(found: Quoted) -> str:
    """The same as a table of two rows, escaped."""
    head = f"<p><strong>{found.result}</strong>: {escape(found.reason)}</p>"
    changes = "".join(f"<li>{escape(str(one))}</li>" for one in found.changes)
    steps = "".join(f"<li>made alike: {escape(step)}</li>" for step in found.steps)
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{name}</th>'
        f'<td style="text-align:left">{_line(found.pieces, kinds, html=True)}</td></tr>'
        for name, kinds in (("source", _SOURCE), ("quotation", _QUOTATION))
    )
    table = f"<table><tbody>{rows}</tbody></table><p>{escape(SIGNS)}</p>" if found.pieces else ""
    listed = f"<ul>{changes}{steps}</ul>" if changes or steps else ""
    return f'<div class="tex2jax_ignore mathjax_ignore">{head}{table}{listed}</div>'


def _line(pieces: Sequence[Piece], kinds: dict[str, tuple[str, str, str]], *, html: bool) -> str:
    told = []
    for mark, words in pieces:
        if mark not in kinds:
            continue
        opening, closing, tag = kinds[mark]
        shown = f"{opening}{'' if opening == '…' else words}{closing}"
        shown = escape(shown) if html else shown
        told.append(f"<{tag}>{shown}</{tag}>" if html and tag else shown)
    return " ".join(told)

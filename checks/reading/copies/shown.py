"""How groups of copies are shown: as JSON, as text, as a table of who says what, and in a notebook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import PurePath
from typing import Any

from checks.reading.copies.parts import Change, Copy, Group

NOT_CHANGED, NOT_TOLD, LEFT_OUT = "—", "not told", "left out"
KEY = f"{NOT_CHANGED}: as the first says it, or the sentence is not there"
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+")
_CELL = 'style="text-align:left;vertical-align:top;padding:2px 8px 2px 0"'
_SCROLL = 'style="overflow-x:auto;max-width:100%"'


@dataclass(frozen=True, repr=False)
class Copies:
    """Groups of copies as a notebook shows them; `files` are all the articles that were compared, if known."""

    groups: Sequence[Group]
    files: Sequence[str] = ()

    def __repr__(self) -> str:
        return as_text(self.groups, self.files)

    def _repr_html_(self) -> str:
        return as_html(self.groups, self.files)


def counted(groups: Sequence[Group], files: Sequence[str] = ()) -> tuple[int, int]:
    """How many articles there are, and how many independent sources: a group counts once, each single article once."""
    grouped = {file for group in groups for file in group.articles}
    single = [file for file in dict.fromkeys(files) if file not in grouped]
    return len(grouped) + len(single), len(groups) + len(single)


def as_json(groups: Sequence[Group], files: Sequence[str] = ()) -> dict[str, Any]:
    """The groups as plain values: `groups[{articles[], first, changed[{file, kind, from, to}]}]`, and more beside.

    A group has also `first_because`, `copies[{file, of, contained, origin, why}]` and `shared_errors[]`, in the form
    of `changed`. `articles` and `independent_sources` count, with `files`, what stands in no group.
    """
    articles, sources = counted(groups, files)
    return {"articles": articles, "independent_sources": sources, "groups": [_group(group) for group in groups]}


def as_text(groups: Sequence[Group], files: Sequence[str] = ()) -> str:
    """The groups as text to print: who came first and why, each copy with what it changed, and how many sources."""
    told = [_counted_line(groups, files)]
    for number, group in enumerate(groups, 1):
        told += ["", f"{number}. {len(group.articles)} articles are one source", f"   first: {_first_line(group)}"]
        for copy in group.copies:
            told.append(f"   {_copy_line(copy)}")
            told += [f"     {_change_line(change)}" for change in copy.changed]
        told += [f"   {line}" for line in _shared(group)]
    return "\n".join(told)


def drift_table(group: Group) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Who says what: columns and rows for a table, a row for each changed fact, a column for each article.

    The first column is the kind, the second what the first article says; in that of a copy stand its own words, or
    `KEY` says what the dash means.
    """
    copies = [copy.file for copy in group.copies]
    rows: dict[tuple[str, str], dict[str, list[str]]] = {}
    for copy in group.copies:
        for change in copy.changed:
            key = (change.kind, one_line(change.from_) or f"{NOT_TOLD}\0{one_line(change.to)}")
            rows.setdefault(key, {}).setdefault(copy.file, []).append(one_line(change.to) or LEFT_OUT)
    columns = ("what", *_short([group.first, *copies]))
    told = [
        (kind, was.split("\0")[0], *("; ".join(dict.fromkeys(said.get(file, [NOT_CHANGED]))) for file in copies))
        for (kind, was), said in rows.items()
    ]
    return columns, told


def as_html(groups: Sequence[Group], files: Sequence[str] = ()) -> str:
    """The same for a notebook: escaped, inline styles alone, wide tables that scroll on a narrow screen."""
    told = [f"<p><strong>{escape(_counted_line(groups, files))}</strong></p>"]
    for number, group in enumerate(groups, 1):
        told.append(f"<p><strong>{number}. {len(group.articles)} articles are one source</strong></p>")
        lines = [f"first: {_first_line(group)}", *map(_copy_line, group.copies), *_shared(group)]
        told.append("<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>")
        columns, rows = drift_table(group)
        if rows:
            head = "".join(f'<th scope="col" {_CELL}>{escape(column)}</th>' for column in columns)
            body = "".join(f"<tr>{''.join(f'<td {_CELL}>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
            told.append(f"<div {_SCROLL}><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>")
            told.append(f"<p>{escape(KEY)}</p>")
    return f'<div class="tex2jax_ignore mathjax_ignore">{"".join(told)}</div>'


def _short(files: Sequence[str]) -> list[str]:
    """The names of files without their folders, where that leaves no two alike."""
    names = [one_line(PurePath(file).name) for file in files]
    return names if len(set(names)) == len(names) else [one_line(file) for file in files]


def _shared(group: Group) -> list[str]:
    """A line for each error that copies share, with the copies that have it."""
    found: dict[str, list[str]] = {}
    for one in group.shared_errors:
        found.setdefault(_change_line(one), []).append(one_line(one.file))
    return [f"shared error: {line} in {', '.join(dict.fromkeys(files))}" for line, files in found.items()]


def _group(group: Group) -> dict[str, Any]:
    return {
        "articles": list(group.articles),
        "first": group.first,
        "first_because": group.first_because,
        "copies": [
            {"file": one.file, "of": one.of, "contained": round(one.contained, 4), "origin": one.origin, "why": one.why}
            for one in group.copies
        ],
        "changed": [_change(change) for copy in group.copies for change in copy.changed],
        "shared_errors": [_change(change) for change in group.shared_errors],
    }


def _change(change: Change) -> dict[str, str]:
    return {"file": change.file, "kind": change.kind, "from": change.from_, "to": change.to}


def _counted_line(groups: Sequence[Group], files: Sequence[str]) -> str:
    articles, sources = counted(groups, files)
    told = (
        f"{articles} article{'' if articles == 1 else 's'}, {sources} independent source{'' if sources == 1 else 's'}"
    )
    return told if groups else f"{told}: no two are copies of one story"


def _first_line(group: Group) -> str:
    because = one_line(group.first_because)
    return one_line(group.first) + (f" ({because})" if because else "")


def _copy_line(copy: Copy) -> str:
    parts = [f"{one_line(copy.file)}: {one_line(copy.why) or f'a copy of {one_line(copy.of)}'}"]
    parts += [f"declares {one_line(copy.origin)}"] if copy.origin else []
    parts.append(
        f"{len(copy.changed)} change{'' if len(copy.changed) == 1 else 's'}" if copy.changed else "no fact changed"
    )
    return "; ".join(parts)


def _change_line(change: Change) -> str:
    was, now = one_line(change.from_), one_line(change.to)
    return f"{change.kind}: " + (
        f"“{was}” → “{now}”" if was and now else f"“{was}” {LEFT_OUT}" if was else f"“{now}” added"
    )


def one_line(words: str) -> str:
    """The words in one line, without what would give orders to a terminal, turn the line round, or be no letter."""
    return " ".join(_UNSEEN.sub(" ", words).encode("utf-8", "replace").decode("utf-8").split())

"""How a `Reading` is shown: the article with everything marked, a legend, and tables."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.reading.parts import AmountPhrase

if TYPE_CHECKING:
    from checks.reading.article import Reading

Table = tuple[str, tuple[str, ...], list[tuple[str, ...]]]

# What is marked, and how: a colour and a line of its own, so that neither is needed to know the other.
STYLES = {
    "problem": "outline:2px solid #cf222e",
    "date": "border-bottom:3px solid #1a7f37",
    "duration": "border-bottom:3px dashed #1a7f37",
    "amount": "border-bottom:3px double #9a6700",
    "person": "border-bottom:2px solid #8250df",
    "organisation": "border-bottom:2px dashed #8250df",
    "place": "border-bottom:2px dotted #8250df",
    "office": "border-bottom:3px double #8250df",
    "quotation": "background:#ddf4ff;color:#1f2328",
    "reported": "background:#fff8c5;color:#1f2328",
    "scare quotes or title": "background:#eaeef2;color:#1f2328",
}
CHECKS = "Checks that fit"
PRIORITIES = ("0 nothing", "1 low", "2 middle", "3 first")
_CLIP = 90


def as_text(reading: Reading) -> str:
    """One line: what was read, and how much of everything was found in it."""
    counts = {
        "sentence": reading.sentences, "quotation": reading.quotations, "voice": reading.voices, "date": reading.dates,
        "duration": reading.durations, "amount": reading.amounts, "name": reading.names, "problem": reading.problems,
        "suspicion": reading.suspicions,
    }  # fmt: skip
    told = ", ".join(f"{len(found)} {word}{'' if len(found) == 1 else 's'}" for word, found in counts.items())
    what = "text" if reading.incoming.file == "-" else reading.incoming.file
    return f"{what}: {told}; {_dated(reading)}; names by {reading.names_by}"


def tables(reading: Reading) -> list[Table]:
    """Everything found, as tables: a title, the names of the columns, and rows of text, counted from 1."""
    number = {(sentence.start, sentence.end): str(i) for i, sentence in enumerate(reading.sentences, 1)}
    first = sorted(reading.sentences, key=lambda sentence: (-sentence.priority, sentence.start))
    return [
        ("What to check first (proposed: a person decides)", ("sentence", "priority", "kind", "words", "why"), [
            (number[s.start, s.end], PRIORITIES[s.priority], s.kind, _clip(s.exact), "; ".join(s.why)) for s in first
        ]),
        (CHECKS, ("sentence", "check", "to paste in a cell"), [
            (str(found.sentence + 1), found.check, found.code) for found in reading.suggestions
        ]),
        ("Problems", ("at", "words", "what"), [
            (str(found.start), _clip(found.exact), found.what) for found in reading.problems
        ]),
        ("Quotations", ("no.", "kind", "words", "cue", "speaker"), [
            (str(i), q.kind + (", open" if q.open else ""), _clip(q.exact), q.cue.exact if q.cue else "",
             q.speaker.exact if q.speaker else "nobody told")
            for i, q in enumerate(reading.quotations, 1)
        ]),
        ("Voices", ("voice", "named", "role", "of", "why unnamed, note", "sentences", "quotations"), [
            (v.exact, "yes" if v.named else "no", v.role, v.organisation,
             "; ".join(filter(None, (v.anonymity, v.note))), str(len(v.sentences)),
             ", ".join(str(i + 1) for i in v.quotations))
            for v in reading.voices
        ]),
        ("Dates", ("words", "when", "counted", "role"), [
            (d.exact, str(d.when or ""), d.why or ("as stated" if d.resolved else "unresolved"), d.role or "")
            for d in reading.dates
        ]),
        ("Durations", ("words", "length", "in TIMEX3"), [
            (d.exact, str(d.length) if d.length else "", d.value) for d in reading.durations
        ]),
        ("Amounts", ("words", "value", "unit", "of"), [
            (a.exact, _value(a), " per ".join(part for part in (a.unit, a.per) if part), a.of) for a in reading.amounts
        ]),
        ("Names", ("words", "kind", "taken for", "proposed by"), [
            (name.exact, name.kind, name.of, name.by) for name in reading.names
        ]),
    ]  # fmt: skip


def as_html(reading: Reading) -> str:
    """The article with its marks, the legend and the tables; inline styles alone, which an untrusted notebook keeps."""
    key = "; ".join(f'<span style="{style}">{word}</span>' for word, style in STYLES.items())
    shown = [
        f"<p>{escape(as_text(reading))}</p>",
        f"<p>{key}. The small number before a sentence is its priority: {', '.join(PRIORITIES)}.</p>",
        *(f'<p style="max-width:50em">{piece}</p>' for piece in _marked(reading).split("\n") if piece.strip()),
        *(_table(title, columns, rows) for title, columns, rows in tables(reading) if rows),
    ]
    return f'<div class="tex2jax_ignore mathjax_ignore">{"".join(shown)}</div>'


def _marked(reading: Reading) -> str:
    """The text with a span round each piece that something was found in, and each sentence's priority before it."""
    marks = [(found.start, found.end, "problem", found.what) for found in reading.problems]
    marks += [(d.start, d.end, "date", str(d.when or d.why or "unresolved")) for d in reading.dates]
    marks += [(d.start, d.end, "duration", d.value) for d in reading.durations]
    marks += [(a.start, a.end, "amount", f"{_value(a)} {a.unit}".strip()) for a in reading.amounts]
    marks += [(name.start, name.end, name.kind, name.of) for name in reading.names]
    for q in reading.quotations:
        word = {"direct": "quotation", "indirect": "reported", "mixed": "reported"}.get(q.kind, "scare quotes or title")
        marks.append((q.start, q.end, word, f"{q.kind}: {q.speaker.exact if q.speaker else 'nobody told'}"))
        marks += [(part.start, part.end, "quotation", "") for part in q.quoted if q.kind == "mixed"]
    starts = {sentence.start: sentence.priority for sentence in reading.sentences}
    begin: dict[int, list[int]] = {}
    end: dict[int, list[int]] = {}
    for i, (a, b, *_) in enumerate(marks):
        begin.setdefault(a, []).append(i)
        end.setdefault(b, []).append(i)
    cuts = sorted({0, len(reading.text), *starts, *begin, *end})
    open_now: set[int] = set()
    pieces = []
    for a, b in pairwise(cuts):
        open_now = (open_now - set(end.get(a, ()))) | set(begin.get(a, ()))
        if a in starts:
            pieces.append(f'<sup style="color:#6e7781">{starts[a]}</sup>')
        pieces.append(_piece(reading.text[a:b], [marks[i] for i in sorted(open_now)]))
    return "".join(pieces)


def _piece(text: str, marks: Sequence[tuple[int, int, str, str]]) -> str:
    if not marks or not text.strip():
        return escape(text)
    words = dict.fromkeys(word for _, _, word, _ in marks)
    style = ";".join(dict.fromkeys(STYLES[word] for word in words))
    said = "; ".join(dict.fromkeys(f"{word}: {what}" if what else word for _, _, word, what in marks))
    # A paragraph's end inside a mark closes the mark and opens it again: a <p> may not stand in a <span>.
    lines = (f'<span style="{style}" title="{escape(said)}">{escape(line)}</span>' for line in text.split("\n"))
    return "\n".join(lines)


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cell = 'style="text-align:left;vertical-align:top"'
    head = "".join(f'<th scope="col" {cell}>{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(f'<td {cell}>{escape(value)}</td>' for value in row)}</tr>" for row in rows)
    summary = f"<summary><b>{escape(title)}</b> ({len(rows)})</summary>"
    return f"<details open>{summary}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>"


def _dated(reading: Reading) -> str:
    return (
        f"dates counted from {reading.dateline}"
        if reading.dateline
        else "no dateline, so relative dates are unresolved"
    )


def _value(amount: AmountPhrase) -> str:
    """The figure with its bound, as it was meant: `about 40`, `10 to 15`, `4 to 6, up`."""
    if amount.value is None:
        low, high = (f"{end:,f}" if end is not None else "" for end in (amount.low, amount.high))
        return f"{low} to {high}"
    number = f"{amount.value:,f}"
    if amount.was is not None:
        number = f"{amount.was:,f} before, {number} now"
    return " ".join(part for part in (amount.bound, number, amount.change) if part)


def _clip(words: str) -> str:
    return textwrap.shorten(words, _CLIP, placeholder=" …")

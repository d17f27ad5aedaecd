"""Cards: how a claim, a finding or a conclusion is shown in a notebook, in plain text and in HTML.

One small template with inline styles, because a notebook that is not trusted loses everything else. A card says what
was found and never that it was saved, or when.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from checks.case.nouns import Claim, Conclusion, Document, Evidence, Finding, Search, Unsaid
from checks.case.reply import Reply
from checks.case.second import Second, Settlement
from checks.case.shown import link, template

COLOURS = {
    "supported": "#1a7f37", "misleading": "#9a6700", "contradicted": "#cf222e", "unsettled": "#57606a",
    "unverifiable": "#57606a", "opinion": "#0550ae",
}  # fmt: skip
CLIP = 150  # characters of a passage on a card; the report shows the whole
SHOWN = 3  # pieces of evidence on a card


@dataclass(frozen=True)
class Card:
    """What a cell shows: `text` is what is tested, `html` is the same for the eye."""

    text: str
    html: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def claim(of: Claim, read: Mapping[str, str], article: Document) -> Card:
    """A claim's words in their place in the article, and how they were read."""
    before, after = _around(of, article)
    read_as = "; ".join(f"{name}: {value}" for name, value in read.items()) or "nothing that a check could use"
    text = f"{of.id}: {before}[{of.words.exact}]{after}\nsays: {of.says}\nspeaker: {of.speaker}\nasserts: {read_as}"
    body = f"<p>{escape(before)}<mark>{escape(of.words.exact)}</mark>{escape(after)}</p>"
    lines = [f"{escape(of.says)} <i>({escape(of.speaker)})</i>", f"Read as: {escape(read_as)}"]
    return Card(text, template("#0550ae", f"<b>{escape(of.id)}</b>", body, lines))


def finding(found: Finding, of: Claim) -> Card:
    """A finding under the words of its claim, with the words of its evidence."""
    head = f"<b>{found.verdict}</b> · {found.check}"
    lines = [escape(found.reason), *(_evidence(item) for item in found.evidence[:SHOWN])]
    if len(found.evidence) > SHOWN:
        lines.append(f"and {len(found.evidence) - SHOWN} more")
    text = f"“{of.words.exact}”\n{found!r}" if of.id != "article" else repr(found)
    words = _quote(of.words.exact) if of.id != "article" else ""
    return Card(text, template(COLOURS[found.verdict], head, words, lines))


def trial(found: Finding, of: Claim) -> Card:
    """A finding on words that are no claim yet, and the entry of `claims.yaml` that would make them one."""
    pairs = {"exact": of.words.exact}
    entry = f"- id: …\n  words: {_flow(pairs)}\n  says: …\n  speaker: …\n  asserts: {_flow(of.asserts)}\n"
    shown = finding(found, of)
    told = "Not kept. To keep it, write the claim in claims.yaml, and ask it:"
    return Card(f"{shown.text}\n{told}\n{entry}", f"{shown.html}{told}<pre>{escape(entry)}</pre>")


def conclusion(said: Conclusion, of: Claim, grounds: Sequence[Evidence]) -> Card:
    """A conclusion under the words of its claim."""
    head = f"Concluded: <b>{said.verdict}</b> · {escape(said.by)}"
    lines = [escape(said.because)]
    more = {"Despite its findings": said.despite, "Needs": said.needs, "Fix": said.fix, "Query": said.query}
    for label, value in more.items():
        if value:
            lines.append(f"{label}: {escape(value)}")
    lines += [_evidence(item) for item in grounds[:SHOWN]]
    return Card(f"“{of.words.exact}”\n{said!r}", template(COLOURS[said.verdict], head, _quote(of.words.exact), lines))


def second(said: Second, of: Claim, grounds: Sequence[Evidence]) -> Card:
    """A second reading under the words of its claim; the first conclusion only where the reader knew it."""
    head = f"Read a second time{', blind' if said.blind else ''}: <b>{said.verdict}</b> · {escape(said.by)}"
    known = [] if said.blind else [f"Knowing that the first is {said.first}"]
    lines = [escape(said.because), *known, *(_evidence(item) for item in grounds[:SHOWN])]
    return Card(f"“{of.words.exact}”\n{said!r}", template(COLOURS[said.verdict], head, _quote(of.words.exact), lines))


def settlement(made: Settlement, of: Claim) -> Card:
    """How a disagreement was settled, under the words of its claim."""
    head = f"Settled: <b>{made.stands}</b> stands · {escape(made.by)}"
    lines = [escape(made.because), f"Read a second time: {escape('; '.join(made.readings))}"]
    return Card(f"“{of.words.exact}”\n{made!r}", template(COLOURS[made.stands], head, _quote(of.words.exact), lines))


def reply(made: Reply) -> Card:
    """Who was asked to reply, and what became of it."""
    first, *lines = repr(made).split("\n")
    return Card(repr(made), template("#57606a", f"<b>{escape(first)}</b>", "", [escape(line) for line in lines]))


def search(made: Search) -> Card:
    """Where someone looked, and what was there."""
    return Card(repr(made), template("#57606a", "<b>searched</b>", "", [escape(repr(made))]))


def unsaid(made: Unsaid, grounds: Sequence[Evidence]) -> Card:
    """What the article leaves out, with the words of the evidence."""
    lines = [escape(made.says), *(_evidence(item) for item in grounds[:SHOWN])]
    return Card(repr(made), template("#9a6700", "<b>left out by the article</b>", "", lines))


def _flow(pairs: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in pairs.items()) + "}"


def _evidence(item: Evidence) -> str:
    words = f"“{escape(_clip(item.quoted))}” " if item.quoted else ""
    url = "" if item.kind == "article" else item.url
    return f"{words}— {link(url, item.ref.split('“')[0])} ({item.standing})"


def _quote(words: str) -> str:
    return f'<div style="font-style:italic;margin:.2em 0">“{escape(_clip(words))}”</div>'


def _around(of: Claim, article: Document) -> tuple[str, str]:
    """What stands before and after a claim's words, to the ends of the line, clipped."""
    if article.text is None or of.id == "article":
        return "", ""
    start, end = of.words.find(article.words)
    before = article.words[:start].rpartition("\n")[2]
    after = article.words[end:].partition("\n")[0]
    half = CLIP // 2  # cut between words
    if len(before) > half:
        before = "… " + before[-half:].partition(" ")[2]
    if len(after) > half:
        after = after[:half].rpartition(" ")[0] + " …"
    return before, after


def _clip(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= CLIP else words[: CLIP - 1] + "…"

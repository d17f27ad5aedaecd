"""Evidence found for the claim chosen, with the words that match, to rest a conclusion on."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from checks.desk import fields, offers

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

ROOM = 6  # hits shown at once: what is further down is found by better words


class EvidenceFound:
    """A search in the case's own evidence and registers. Its places are made once, and shown or not."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.query = fields.text("Look for", "words")
        self.told, self.wrong = widgets.HTML(), widgets.HTML()
        self.places = [(widgets.Checkbox(indent=False), widgets.HTML()) for _ in range(ROOM)]
        self.hits: list[offers.Hit] = []
        parts = [part for place in self.places for part in place]
        self.box = fields.box(
            fields.heading("Evidence found for it"), self.query, self.wrong, self.told, *parts, of="lbl-evidence"
        )
        fields.hears(self.query, self.showing, self._look)
        for number, (tick, _) in enumerate(self.places):
            fields.hears(tick, self.showing, partial(self._ticked, number))
        self._claim, self._of = "", ""  # for which claim, and for what of it
        self._in = sitting.case.documents  # in which evidence

    def show(self) -> None:
        """Looks for what the chosen claim says, unless it was done already."""
        claim = self.state.claims.get(self.state.claim)
        fields.shown(self.box, claim is not None)
        if claim is None:
            return
        wanted = f"{claim.id}: {claim.words.exact} {claim.says}"
        if wanted == self._of and self._in is not self.state.case.documents:
            self._look()  # evidence came or went: it is looked for in the same words
        elif wanted != self._of:
            anew = claim.id != self._claim  # else words that a person looks for stay
            self._claim, self._of = claim.id, wanted
            self.showing.put(self.query, claim.says, anew=anew)
            self._look()
        else:
            self.show_ticks()

    def show_ticks(self) -> None:
        """Ticks what the conclusion rests on."""
        rests = self.sitting.concluding.rests
        with self.showing():
            for (tick, _), hit in zip(self.places, self.hits, strict=False):
                tick.value = hit.ref in rests

    def _look(self) -> None:
        found = self.sitting.guarded(self.wrong, lambda: offers.evidence(self.state, self.query.value))
        self.hits, self._in = list(found or [])[:ROOM], self.state.case.documents
        many = len(found or [])
        self.told.value = fields.note(
            f"{many} found; tick what to compare it with, and what the conclusion rests on"
            if many
            else "nothing in this case's evidence"
        ) + (fields.note(f"the first {ROOM} are shown: look for fewer, better words") if many > ROOM else "")
        with self.showing():
            for number, (tick, words) in enumerate(self.places):
                there = number < len(self.hits)
                fields.shown(tick, there)
                fields.shown(words, there)
                if there:
                    hit = self.hits[number]
                    tick.description = f"{hit.ref.split('“')[0]} ({hit.standing})"
                    words.value = f"<div class='lbl-hit'>{escape(hit.title)}<br>{marked(hit.text, hit.spans)}</div>"
        self.show_ticks()

    def _ticked(self, number: int) -> None:
        ref, yes = self.hits[number].ref, self.places[number][0].value
        self.sitting.asking.fill(ref, yes)
        self.sitting.concluding.rest(ref, yes)


def marked(text: str, spans: object) -> str:
    """A text as HTML with some of its words marked."""
    out, at = [], 0
    for start, end in sorted(spans):  # type: ignore[call-overload]
        if start >= at:
            out += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
            at = end
    return "".join([*out, escape(text[at:])])

"""Evidence found for the claim chosen, with the words that match, to rest a conclusion on."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from checks.desk import bringing, fields, offers, saving

if TYPE_CHECKING:
    from checks.desk.sitting import Sitting

ROOM = 6  # hits shown at once: what is further down is found by better words
OFFERS = 3  # sentences offered at once


class EvidenceFound:
    """A search in the case's own evidence and registers. Its places are made once, and shown or not."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting, self.state = sitting, sitting.state
        self.showing = fields.Showing()
        self.query = fields.text("Look for", "words")
        self.told, self.wrong = widgets.HTML(), widgets.HTML()
        self.places = [(widgets.Checkbox(indent=False), widgets.HTML()) for _ in range(ROOM)]
        self.hits: list[offers.Hit] = []
        self.out = [
            fields.button("Take this fact out", partial(self._take_out, number), "Take the fact out of its document")
            for number in range(ROOM)
        ]
        self.offered = [
            (widgets.HTML(), fields.button("Quote this sentence", partial(self._quote, number)))
            for number in range(OFFERS)
        ]
        self.offers: list[offers.Offer] = []
        self.unquoted = fields.heading("In the case’s documents, and not quoted yet", 4)
        parts = [part for place, out in zip(self.places, self.out, strict=True) for part in (*place, out)]
        self.box = fields.box(
            fields.heading("Evidence found for it"), self.query, self.wrong, self.told, *parts, self.unquoted,
            *(part for place in self.offered for part in place), of="lbl-evidence",
        )  # fmt: skip
        fields.hears(self.query, self.showing, self._look)
        for number, (tick, _) in enumerate(self.places):
            fields.hears(tick, self.showing, partial(self._ticked, number))
        self._claim, self._of = "", ""  # for which claim, and for what of it
        self._in: tuple[object, bool] = (None, False)  # in which evidence, and whether it was read whole
        self._quoted: list[str] = []  # what was quoted here for the claim, to be shown first

    def show(self) -> None:
        """Looks for what the chosen claim says, unless it was done already."""
        claim = self.state.claims.get(self.state.claim)
        fields.shown(self.box, claim is not None)
        if claim is None:
            return
        wanted = f"{claim.id}: {claim.words.exact} {claim.says}"
        if wanted == self._of and not self._is_in_all():
            self._look()  # evidence came or went: it is looked for in the same words
        elif wanted != self._of:
            anew = claim.id != self._claim  # else words that a person looks for stay
            self._claim, self._of, self._quoted = claim.id, wanted, [] if anew else self._quoted
            self.showing.put(self.query, claim.says, anew=anew)
            self._look()
        else:
            self.show_ticks()

    def _is_in_all(self) -> bool:
        return self._in[0] is self.state.case.documents and self._in[1] == self.sitting.read

    def show_ticks(self) -> None:
        """Ticks what the conclusion rests on; a fact that nothing rests on can be taken out."""
        rests = self.sitting.concluding.rests
        with self.showing():
            for (tick, _), out, hit in zip(self.places, self.out, self.hits, strict=False):
                tick.value = hit.ref in rests
                fields.shown(out, not tick.value and offers.is_free_fact(self.state, hit.ref))

    def _look(self) -> None:
        found = self.sitting.guarded(self.wrong, lambda: offers.evidence(self.state, self.query.value))
        found = sorted(found or [], key=lambda hit: hit.ref not in self._quoted)
        self.hits, self._in = found[:ROOM], (self.state.case.documents, self.sitting.read)
        many = len(found)
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
                fields.shown(self.out[number], there)
        self.show_ticks()
        self.show_offers()

    def show_offers(self) -> None:
        """Shows sentences of the case's documents that nobody has quoted: they are no evidence before that."""
        self.offers = []
        if self.sitting.read:
            found = self.sitting.guarded(self.wrong, lambda: offers.unquoted(self.state, self.query.value, OFFERS))
            self.offers = list(found or [])
        fields.shown(self.unquoted, bool(self.offers))
        for number, (words, quote) in enumerate(self.offered):
            there = number < len(self.offers)
            fields.shown(words, there)
            fields.shown(quote, there)
            if there:
                one = self.offers[number]
                where = f"{escape(one.document)} ({escape(one.standing)})<br>{escape(one.title)}"
                words.value = f"<div class='lbl-hit'>{where}<br>“{marked(one.text, one.spans)}”</div>"
                quote.tooltip = f"Quote it in {one.document}: it can be ticked above then"

    def _quote(self, number: int) -> None:
        one = self.offers[number]

        def act() -> saving.Done:
            done, ref = bringing.quote_offered(self.state, one.document, one.text)
            self._quoted.append(ref)
            return done

        self.sitting.do(self.wrong, act)

    def _take_out(self, number: int) -> None:
        self.sitting.do(self.wrong, lambda: bringing.take_out_fact(self.state, self.hits[number].ref))

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

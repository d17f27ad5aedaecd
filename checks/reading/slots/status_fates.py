"""What becomes of a plan, a claim or a call: turned down, denied, approved, borne out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.reading.slots.implicatives import BORNE_OUT, DISPUTED, DOING, DROPPED, SETTLED
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLANS = ("planned", "proposed", "intended", "promised", "considered", "asked", "attempted", "possible", "to come")
_CLAIMS = ("alleged", "believed", "open", "predicted")
_FALSE = listed("false untrue unfounded baseless wrong groundless unsubstantiated fabricated")
_ARGUMENTS = ("dobj", "nsubjpass", "pobj")


def fate_of(noun: Token, verb: Token, reality: str) -> str:
    """What a verb makes of a plan or a claim: “dropped”, “denied”, “settled”, “borne out”, a reality, or nothing."""
    lemma = verb.lemma_.lower()
    particle = next((one.lower_ for one in verb.children if one.dep_ == "prt"), "")
    key = f"{lemma}_{particle}" if particle else lemma
    if noun.dep_ in _ARGUMENTS:
        if key == "grant" and reality in _PLANS:
            return "granted"
        if key in ("refuse", "deny") and reality in _PLANS:
            return "dropped"
        if reality in _CLAIMS and key in DISPUTED:
            return "denied"
        if reality in _CLAIMS and key in BORNE_OUT:
            return "borne out"
        if key in DROPPED and reality in (*_PLANS, *_CLAIMS):
            return "dropped"
        if key in SETTLED and reality in _PLANS:
            return "settled"
        effect = DOING.get(f"{key}_{noun.head.lower_}" if noun.dep_ == "pobj" else key)
        if effect and effect.turns and noun.dep_ == "pobj" and reality in _CLAIMS:
            return "dropped"  # “cleared of allegations”
        if effect and effect.reality in ("considered", "possible", "predicted", "asked") and not effect.turns:
            return effect.reality
    if noun.dep_ == "nsubj" and lemma == "fail" and reality in _PLANS:
        return "dropped"
    if noun.dep_ == "nsubj" and lemma == "be":
        words = [one for one in verb.children if one.dep_ in ("acomp", "attr")]
        if any(one.lower_ in _FALSE for one in words):
            return "dropped"
    return ""

"""Classes of people and things that together are a whole: men and women, gold, silver and bronze."""

from __future__ import annotations

import re

from checks.reading.suspicions.sums.places import Place

_NAMES = (
    "man woman", "man woman child", "boy girl", "adult child", "passenger crew", "gold silver bronze", "male female",
    "soprano alto tenor bass", "soldier civilian", "win draw defeat", "win draw loss", "win loss", "win defeat",
    "victory draw defeat", "victory defeat", "teacher pupil", "officer man", "driver passenger", "son daughter",
    "brother sister", "single double", "bull cow", "ram ewe", "ewe lamb", "ram ewe lamb", "cow calf", "house flat",
    "house flat bungalow", "house bungalow", "car van", "car lorry", "car truck", "bus tram", "judge lawyer",
    "actor dancer", "goalkeeper defender midfielder forward", "goalkeeper defender midfielder striker",
    "owner tenant", "doctor nurse",
)  # fmt: skip
CLASSES = frozenset(frozenset(names.split()) for names in _NAMES)
_TOGETHER = {"bass": "bass", "basses": "bass", "crewmember": "crew", "member": "crew", "bassis": "bass"}
_RESULTS = re.compile(
    r"\b(w[io]n(?:ning|s)?|t(?:ook|aking)|dr(?:ew|aw(?:n|ing|s)?)|los(?:t|ing|es?))\s*(?:just |only |all )?$"
)


def kind_of(place: Place) -> str:
    """What is counted, or the word after a bare figure: `nine silver`; what is won, drawn and lost by its verb."""
    noun = place.noun
    verb = _RESULTS.search(place.before)
    if verb and noun in ("", "match", "game", "fixture", "race", "fight", "bout", "test"):
        return {"w": "win", "t": "win", "d": "draw", "l": "loss"}[verb[1][0]]
    if noun in ("medal", ""):
        words = re.match(r"\s*([a-z]+)", (place.phrase.of.lower() if noun else place.after))
        noun = words[1] if words else ""
    noun = _TOGETHER.get(noun, noun)
    return noun.removesuffix("s") if noun not in ("bass",) else noun

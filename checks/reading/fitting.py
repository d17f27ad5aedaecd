"""Which checks fit a sentence, with what the sentence gives for their arguments."""

from __future__ import annotations

import ast
import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.case.when import When
from checks.reading.parts import Sentence, Suggestion

if TYPE_CHECKING:
    from checks.reading.article import Reading

CHECKS = Path(__file__).parents[1]
MOST = 3  # of one check for one sentence: more would bury it
TO_FILL = "…"  # what the article does not give, for a person to fill in

# Evidence is not in the article: which register, document or fact, a person says.
EVIDENCE = {"Register": 'case.register("…")', "Document": 'case.evidence("…")', "Sequence[Fact]": '[case.fact("…")]'}
_TREATY = re.compile(r"\b(?:treat(?:y|ies)|conventions?|accords?|pacts?|protocols?|union|alliance)\b", re.IGNORECASE)
_LEAVING = re.compile(r"\b(?:withdr[ae]w\w*|leav(?:e|es|ing)|left|exit\w*|quit\w*)\b", re.IGNORECASE)
# Words that make a sentence say something about these, though what exactly a person must put into words.
_CUES = {
    "event": re.compile(r""),
    "rule": re.compile(r"\b(?:ban|law|rule|policy|order|regulation|moratorium|sanctions?|embargo|tariffs?)\b", re.I),
    "first": re.compile(r"\b(?:first|unprecedented|never before)\b", re.IGNORECASE),
    "article": re.compile(
        r"\b(?:exclusive(?:ly)?|(?:obtained|seen|first reported|reported) by|scoop)\b", re.IGNORECASE
    ),
}


@dataclass(frozen=True)
class _Offer:
    """What a sentence gives for an argument, as it is written in `asserts`, and where its words stand."""

    value: str
    start: int
    end: int


def suggestions_for(reading: Reading) -> Iterator[Suggestion]:
    """For each sentence, the checks for whose arguments it states dates, lengths, names or words, as lines of Python.

    Only the names and types of a check's arguments are known here, so that a new check is offered without a word.
    """
    for index, sentence in enumerate(reading.sentences):
        if sentence.kind == "not part of the article":
            continue
        offered = _offered(reading, sentence)
        for check, arguments in needs().items():
            if [name for name, _ in arguments] == ["article"]:
                continue  # it is asked of the whole text: what it would find is among the suspicions
            written = [name for name, kind in arguments if kind not in EVIDENCE or name == "article"]
            given = {name: EVIDENCE[kind] for name, kind in arguments if kind in EVIDENCE and name != "article"}
            for filled in _ways(written, offered):
                yield Suggestion(index, check, _line(reading.text, sentence, check, filled, given))


@cache
def needs() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Each check by name, with the arguments it must have, and their types as written.

    Read from the source and not imported, since checks stand on this room and not it on them.
    """
    found = {}
    for path in sorted(CHECKS.glob("[a-z]*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == "check":
                named = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
                needed = [
                    (arg.arg, ast.unparse(arg.annotation)) for arg, default in named if arg.annotation and not default
                ]
                found[path.stem] = tuple(needed)
    return found


def _offered(reading: Reading, sentence: Sentence) -> dict[str, list[_Offer]]:
    """By the name of an argument, what the sentence gives for it."""

    def here(parts: Sequence[Any]) -> list[Any]:
        """Those of the parts, which stand in order, that begin in the sentence."""
        first = bisect_left(parts, sentence.start, key=lambda part: part.start)
        return list(parts[first : bisect_left(parts, sentence.end, key=lambda part: part.start)])

    def offers(parts: Iterable[Any], value: Callable[[Any], str]) -> list[_Offer]:
        inside = (part for part in parts if sentence.start <= part.start and part.end <= sentence.end)
        return list(dict.fromkeys(_Offer(value(part), part.start, part.end) for part in inside))

    names, times = here(reading.names), here(reading.times)
    dated = [phrase for phrase in times if phrase.kind in ("date", "time") and phrase.when]
    dates = offers(dated, lambda phrase: str(phrase.when))
    lengths = offers((phrase for phrase in times if phrase.length), lambda phrase: str(phrase.length))
    between = [words for q in here(reading.quotations) if q.kind in ("direct", "mixed") for words in q.quoted]
    places = [name for name in names if name.kind == "place"] if _TREATY.search(sentence.exact) else []
    status = "leaving" if _LEAVING.search(sentence.exact) else "party"
    whole = [_Offer(TO_FILL, sentence.start, sentence.end)]
    return {
        **{name: whole for name, cue in _CUES.items() if cue.search(sentence.exact)},
        **dict.fromkeys(("on", "start", "stated"), dates),
        **dict.fromkeys(("after", "length"), lengths),
        **{
            kind: offers((name for name in names if name.kind == kind), lambda name: name.of or name.exact)
            for kind in ("person", "office")
        },
        "role": offers((phrase for phrase in dated if phrase.role), lambda phrase: phrase.role),
        "quotation": offers(between, lambda words: words.exact.strip("“”‘’«»\"' ")),
        "party": offers(places, lambda name: name.exact),
        "status": [_Offer(status, place.start, place.end) for place in offers(places, lambda name: name.exact)][:1],
    }


def _ways(written: Sequence[str], offered: dict[str, list[_Offer]]) -> list[dict[str, _Offer]]:
    """The ways to fill these arguments from one sentence, those whose words stand closest together first."""
    choices = [offered.get(name, [])[: 2 * MOST] for name in written]
    ways = [dict(zip(written, chosen, strict=True)) for chosen in product(*choices)] if written else []
    ways = [way for way in ways if not {"start", "stated"} <= way.keys() or _is_earlier(way["start"], way["stated"])]
    ways = [way for way in ways if not {"person", "office"} <= way.keys() or _own_office(way, offered["office"])]
    return sorted(ways, key=lambda way: _stretch(way.values()))[:MOST]


def _is_earlier(start: _Offer, stated: _Offer) -> bool:
    return start != stated and When.parse(start.value).before(When.parse(stated.value)) == "yes"


def _own_office(way: dict[str, _Offer], offices: Iterable[_Offer]) -> bool:
    """Whether no other office stands closer to the person: “President Ann Lee met Prime Minister Bo Roe”."""

    def apart(office: _Offer) -> int:
        person = way["person"]
        return max(person.start - office.end, office.start - person.end)

    return apart(way["office"]) <= min(map(apart, offices))


def _stretch(offers: Iterable[_Offer]) -> tuple[int, int]:
    told = [offer for offer in offers if offer.value != TO_FILL] or list(offers)
    return max(offer.end for offer in told) - min(offer.start for offer in told), min(offer.start for offer in told)


def _line(text: str, sentence: Sentence, check: str, filled: dict[str, _Offer], evidence: dict[str, str]) -> str:
    """The line to paste: the words it is about, what they assert, and room for the evidence."""
    words = sentence.exact
    if "quotation" in filled:
        words = text[filled["quotation"].start : filled["quotation"].end]
    if text.count(words) > 1:
        words = sentence.exact
    values = {name: json.dumps(offer.value, ensure_ascii=False) for name, offer in filled.items()}
    if "article" in values:
        values["article"] = "case.article"
    arguments = ", ".join(f"{name}={value}" for name, value in {**values, **evidence}.items())
    return f"case.trial({json.dumps(words, ensure_ascii=False)}, {check}, {arguments})"

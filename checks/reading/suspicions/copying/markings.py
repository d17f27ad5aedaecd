"""Security markings and codes held against the forms in which they are published.

The vocabulary is `markings.csv`, and `markings.md` says where each row comes from.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.suspicions.copying.codes import wrong_codes

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "marking_is_well_formed"
_LEVELS = "TOP[ -]SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|CUI"
_BEGINS = (
    rf"(?:{_LEVELS}|COSMIC|NATO|OFFICIAL|PROTECTED|EU|UK|RESTRICTED|EYES|CLASSIFIED|SENSITIVE|TOP|ULTRA|MOST|SUPER|DOUBLE"
    r"|EXTREMELY|UTMOST|MAXIMUM)"
)
_SAID = r"(?:marked|stamped|labell?ed|classified|designated|headed|graded|bearing|bore|reading|read|branded)"
# A marking between quotation marks; one in capitals with a slash; one that is said to be a marking.
_QUOTED = re.compile(rf"[“\"‘'«](?P<marking>(?i:{_BEGINS})\b[^“”\"‘’«»\n]{{0,80}}?)[,.;]?[”\"’'»](?!\w)")
_CAPITALS = re.compile(
    r"(?<![\w/])(?P<marking>[A-Z][A-Z-]{0,30}(?: [A-Z][A-Z-]{0,30}){0,3} ?/{1,3} ?[A-Z][A-Z-]{0,30}"
    r"(?:(?: ?/{1,3} ?| |, )[A-Z][A-Z-]{1,30}){0,12}/{0,2})(?![\w/])"
)
_SAID_TO_BE = re.compile(
    rf"\b{_SAID}(?: as| with| the words?)? (?P<marking>(?i:{_LEVELS}) ?/{{1,3}} ?[A-Za-z][A-Za-z-]{{0,30}}"
    r"(?:(?:/{1,2}| (?=[Ff]oreign|[Rr]eleas|[Tt]o |[Nn]ational|[Dd]issem|[Ee]yes|[Oo]nly))"
    r"[A-Za-z][A-Za-z-]{0,30}){0,5})"
)
# Levels of NATO, the EU or Britain with another level: “NATO COSMIC SECRET”, “OFFICIAL-SECRET”.
_ALLIED = re.compile(
    r"(?<![\w/])(?P<marking>(?:NATO|COSMIC|EU|OFFICIAL)"
    r"(?:[ /-]{1,3}(?:TOP|COSMIC|SECRET|CONFIDENTIAL|RESTRICTED)\b){1,4})(?![\w/-])"
)
_UNHEARD_OF = re.compile(
    r"(?:TOP|ULTRA|MOST|SUPER|DOUBLE|EXTREMELY|UTMOST|MAXIMUM) (?:SECRET|CONFIDENTIAL|CLASSIFIED|RESTRICTED)"
)
_PORTION = re.compile(r"\((?P<marking>(?:TS|S|C|U|CUI)(?P<slashes> ?/{1,3} ?)[A-Z][A-Z ,/-]{1,60})\)")
_COLOUR = re.compile(r"\bTLP(?P<colon>: ?| : ?)(?P<colour>[A-Za-z]+(?:\+[A-Za-z]+)?)(?![\w+])")
_GATE = re.compile(
    r"ecret|ECRET|nfidential|NFIDENTIAL|CLAS|lassified|FFICIAL|fficial[ /-]|CUI|ROTECTED|rotected [A-Z]|NATO|NOFORN"
    r"|ORCON|REL TO"
)
_TELLING = re.compile(r"\b(?:SECRET|CONFIDENTIAL|RESTRICTED|CLASSIFIED)\b")
_ONE_OF_BOTH = "either NOFORN or REL TO"
_UNMISTAKABLE = ("NOFORN", "ORCON", "RELIDO", "PROPIN", "FOUO", "NOFORNS")  # parts of nothing but a marking
_NO_LEVELS = ("CLASSIFIED", "TOP-SECRET", "RESTRICTED", "SENSITIVE", "HIGHLY CLASSIFIED", "PROTECTED", "OFFICIAL")
_SLASH = re.compile(r"\s*/+\s*")
_TWO_LETTERS = {
    "UK": "GBR", "GB": "GBR", "CA": "CAN", "AU": "AUS", "NZ": "NZL", "FR": "FRA", "DE": "DEU", "US": "USA", "JP": "JPN",
    "IT": "ITA", "IL": "ISR", "KR": "KOR", "NL": "NLD", "PL": "POL", "UKR": "UKR",
}  # fmt: skip


@dataclass(frozen=True)
class _Vocabulary:
    """The published markings, by what part of a marking they are; misnomers with the marking that they stand for."""

    levels: frozenset[str]
    controls: frozenset[str]
    compartments: frozenset[str]
    prefixes: tuple[str, ...]
    wholes: frozenset[str]
    portions: frozenset[str]
    colours: frozenset[str]
    withdrawn: frozenset[str]
    misnomers: MappingProxyType[str, str]
    short: MappingProxyType[str, str]


@dataclass(frozen=True)
class _Fault:
    start: int
    end: int
    reason: str
    certainty: Certainty


@cache
def _vocabulary() -> _Vocabulary:
    text = Path(__file__).with_suffix(".csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    of = {kind: [row for row in rows if row["kind"] == kind] for kind in {row["kind"] for row in rows}}
    known = of["control"] + of["compartment"] + of["prefix"]
    titles = {row["title"]: row["marking"] for row in [*known, *of["level"]] if row["title"]}
    return _Vocabulary(
        frozenset(row["marking"] for row in of["level"]),
        frozenset(row["marking"] for row in of["control"] + of["compartment"]) | frozenset(titles),
        frozenset(row["marking"] for row in of["compartment"]),
        tuple(row["marking"] for row in of["prefix"]),
        frozenset(row["marking"] for row in of["whole"]),
        frozenset(row["portion"] for row in rows if row["portion"]),
        frozenset(row["marking"] for row in of["colour"]),
        frozenset(row["marking"] for row in of["withdrawn"]),
        MappingProxyType({row["marking"]: row["title"] for row in of["misnomer"]}),
        MappingProxyType(titles),
    )


def markings(reading: Reading) -> Iterator[Suspicion]:
    """Security markings that are in no published form, though they are given as the marking itself, and codes whose
    check digit or form is wrong.

    “A top secret memo” is no marking but a description, and in order; so is a level alone in other letters.
    """
    seen = set[tuple[int, int]]()
    told = set[str]()
    for fault in sorted(_faults(reading.text), key=lambda one: (one.start, one.end)):
        if any(start < fault.end and fault.start < end for start, end in seen) or fault.reason in told:
            continue
        seen.add((fault.start, fault.end))
        told.add(fault.reason)
        words = Words(fault.start, fault.end, reading.text[fault.start : fault.end])
        if _belongs(reading, fault.start):
            yield Suspicion("marking", _CHECK, fault.reason, fault.certainty, (words,))


def _faults(text: str) -> Iterator[_Fault]:
    if _GATE.search(text):
        shapes = ((_CAPITALS, True), (_SAID_TO_BE, True)) if "/" in text else ()
        if any(level in text for level in ("NATO", "COSMIC", "OFFICIAL", "EU ", "EU/", "EU-")):
            shapes = (*shapes, (_ALLIED, True))
        for looks, sure in ((_QUOTED, False), *shapes):
            for found in looks.finditer(text):
                yield from _judged(text, found.start("marking"), found.end("marking"), sure)
    for found in _PORTION.finditer(text) if "/" in text else ():
        yield from _portion(found)
    for found in _COLOUR.finditer(text) if "TLP" in text else ():
        yield from _traffic_light(found)
    for wrong in wrong_codes(text):
        yield _Fault(wrong.start, wrong.end, wrong.reason, wrong.certainty)


def _judged(text: str, start: int, end: int, sure: bool) -> Iterator[_Fault]:
    """What is wrong with a marking. `sure` is whether it can be nothing else."""
    known, printed = _vocabulary(), " ".join(text[start:end].split())
    capitals = printed.upper()
    said = sure or re.search(rf"{_SAID}\b[^.“”\"]{{0,30}}[“\"‘']$", text[max(start - 60, 0) : start]) is not None
    if printed in known.wholes | known.levels or (capitals in known.wholes and "/" in capitals):
        return
    if capitals in known.misnomers:
        right = known.misnomers[capitals]
        sure_of_it: Certainty = "likely" if said or printed == capitals else "look"
        yield _Fault(start, end, f"“{printed}” is no published marking; that would be {right}.", sure_of_it)
    elif said and _UNHEARD_OF.fullmatch(capitals) and capitals not in known.levels | known.wholes:
        yield _Fault(start, end, f"“{printed}” is in no published list of markings.", "look")
    elif "/" in printed:
        yield from _parted(start, end, printed, capitals)
    elif re.match(r"(?:NATO|COSMIC|OFFICIAL)[ -](?:TOP|COSMIC|SECRET|CONFIDENTIAL|RESTRICTED)", printed) and sure:
        yield _Fault(start, end, f"“{printed}” is in no published list of markings.", "likely")
    elif (level := _level(capitals)) and level != capitals:
        rest = capitals[len(level) :].strip(" -–—:,")
        if _control(rest) or rest in known.misnomers:
            right = f"{level}//{_right(rest)}"
            reason = f"“{printed}” is no published form of a marking, which has two slashes after the level: {right}."
            yield _Fault(start, end, reason, "likely" if said or printed == capitals else "look")
        elif said and _TELLING.search(rest) and len(rest.split()) == 1:
            yield _Fault(start, end, f"“{printed}” is in no published list of markings.", "look")


def _parted(start: int, end: int, printed: str, capitals: str) -> Iterator[_Fault]:
    """A level and controls with slashes between."""
    known = _vocabulary()
    first, *rest = _SLASH.split(capitals)
    parts = [part for part in rest if part]
    if first not in known.levels and first not in ("UNCLAS", "CONTROLLED"):
        unmistakable = any(part in _UNMISTAKABLE or part.startswith("REL TO ") for part in parts)
        if unmistakable or (first in _NO_LEVELS and any(_control(part) or part in known.misnomers for part in parts)):
            yield _Fault(start, end, f"“{printed}” is no published marking: “{first}” is no level.", "likely")
        return
    unknown = [part for part in parts if not _control(part) and part not in known.misnomers]
    faults = []
    if printed != capitals:
        faults.append("capitals")
    if not re.match(r"[A-Z ]+?//(?!/)", capitals):
        faults.append("two slashes after the level")
    if re.search(r"\s/|/\s", printed):
        faults.append("no spaces about a slash")
    misnamed = [part for part in parts if part in known.misnomers]
    faults += [f"{known.misnomers[part]} for “{part.title()}”" for part in misnamed]
    faults += _of_release(parts)
    if _out_of_order(parts):
        faults.append("compartments before controls")
    if printed.endswith("/"):
        faults.append("nothing after its last part but a part")
    if not faults and not unknown:
        return
    if unknown and printed != capitals and "//" not in printed and len(unknown) == len(parts):
        return  # “secret/private”: no marking at all
    certainty: Certainty = "likely" if faults and len(unknown) < len(parts) else "look"
    if faults:
        listed = " and ".join(filter(None, (", ".join(faults[:-1]), faults[-1])))
        right = "" if unknown or faults[-1] == _ONE_OF_BOTH else f": {_as_published(first, parts)}"
        reason = f"“{printed}” is no published form of a marking, which has {listed}{right}."
    else:
        reason = f"“{unknown[0]}” in “{printed}” is in no published list of markings."
    yield _Fault(start, end, reason, certainty)


def _out_of_order(parts: Sequence[str]) -> bool:
    """Whether a compartment, such as SI, comes after a control of dissemination, such as NOFORN."""
    known = _vocabulary()
    inner = [known.short.get(part, part).split("-")[0] in known.compartments for part in parts]
    return inner != sorted(inner, reverse=True) and all(map(_control, parts))


def _as_published(first: str, parts: Sequence[str]) -> str:
    """A marking put right: its level, its compartments, its other controls."""
    short = [_right(part) for part in parts]
    compartments = [part for part in short if part.split("-")[0] in _vocabulary().compartments]
    others = [part for part in short if part not in compartments]
    level = {"UNCLAS": "UNCLASSIFIED", "CONTROLLED": "CUI"}.get(first, first)
    return "//".join(filter(None, (level, "/".join(compartments), "/".join(others))))


def _of_release(parts: Sequence[str]) -> list[str]:
    """What is wrong with the countries that a marking names."""
    faults = []
    for part in parts:
        if part.startswith("REL TO "):
            countries = re.split(r",? +|,", part.removeprefix("REL TO "))
            if any(country in _TWO_LETTERS for country in countries):
                faults.append("countries by their codes of three letters")
            elif countries[0] != "USA":
                faults.append("USA first among the countries")
    if any(part == "NOFORN" for part in parts) and any(part.startswith("REL TO") for part in parts):
        faults.append(_ONE_OF_BOTH)
    return faults


def _portion(found: re.Match[str]) -> Iterator[_Fault]:
    """A mark before a paragraph: (S//NF)."""
    known, marking = _vocabulary(), found["marking"]
    parts = _SLASH.split(marking)[1:]
    meant = all(part in known.portions or part in known.controls or part.startswith("REL") for part in parts)
    if found["slashes"] != "//" and meant:
        right = "//".join([marking[: marking.index(found["slashes"])], "/".join(parts)])
        reason = f"“({marking})” is no published form of a portion mark, which has two slashes: ({right})."
        yield _Fault(found.start(), found.end(), reason, "likely")
    elif found["slashes"] == "//" and any(_vocabulary().short.get(part) or part == "NOFORN" for part in parts):
        reason = f"“({marking})” is no published form of a portion mark, which has the short forms: NF for NOFORN."
        yield _Fault(found.start(), found.end(), reason, "look")


def _traffic_light(found: re.Match[str]) -> Iterator[_Fault]:
    """A label of the Traffic Light Protocol."""
    known, colour, label = _vocabulary(), found["colour"].upper(), found[0]
    if colour in known.withdrawn:
        reason = f"“{label}” was withdrawn with version 2.0 of the Traffic Light Protocol, which has TLP:CLEAR."
        yield _Fault(found.start(), found.end(), reason, "look")
    elif colour not in known.colours:
        if found["colour"].isupper():
            listed = ", ".join(sorted(known.colours))
            reason = f"“{label}” is no label of the Traffic Light Protocol, which has {listed}."
            yield _Fault(found.start(), found.end(), reason, "likely")
    elif label != f"TLP:{colour}":
        reason = f"“{label}” is written TLP:{colour} in the Traffic Light Protocol, in capitals and without a space."
        yield _Fault(found.start(), found.end(), reason, "look")


def _level(capitals: str) -> str:
    """The level of the United States that a marking begins with."""
    found = re.match(rf"(?:{_LEVELS})\b", capitals)
    return found[0] if found else ""


def _control(part: str) -> bool:
    known = _vocabulary()
    return part in known.controls or part.startswith(known.prefixes)


def _right(part: str) -> str:
    """A control in its short published form."""
    known = _vocabulary()
    if part.startswith("REL TO "):
        codes = [_TWO_LETTERS.get(code, code) for code in re.findall(r"[A-Z]+", part.removeprefix("REL TO "))]
        return f"REL TO {', '.join(['USA', *(code for code in codes if code != 'USA')])}"
    return known.misnomers.get(part) or known.short.get(part) or part


def _belongs(reading: Reading, at: int) -> bool:
    starts = [paragraph.start for paragraph in reading.paragraphs]
    return bool(starts) and reading.paragraphs[max(bisect_right(starts, at) - 1, 0)].part != "notice"

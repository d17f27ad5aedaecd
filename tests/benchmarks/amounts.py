"""How many stated quantities are read with the right value, unit and direction? (NewsQuant of CQE, Almasian et al. 2023)

A predicted value counts if a gold quantity of its sentence not yet taken has the same value (a multiset match); F1 is
over all sentences. The rules of the comparison:

- Scale words, shares and number words are already in a value on both sides: `$15 billion` is 15,000,000,000, and
  `12 percent` is 12. Values are equal if they differ by less than a thousandth of the gold one (its thirds are 0.33 or so:
  by a hundredth where the gold one is below 1).
- A range is one value on both sides, with two ends (`1.0-1.5`). `from 4 to 6` is that pair too. "Thousands" has only its
  lower end with us; gold writes 1000-10000: equal if the lower ends are.
- The set does not annotate ranks (`third-largest`), votes and scores (`3-1`), `doubled`, or `nearly a decade` without a number. None of
  these is counted for or against anyone who tells them apart: they are left out of our answers.
- Value and unit: the value matches, and the units come to the same word: ours by its plain name, gold's by its
  `normalized_unit` (spelling of metre and litre, plurals, `percentage` for percent and `year of age` for year made one). Only for gold
  quantities with a unit that is not the counted noun itself.
- Bound or change: of the matched values, how many have gold's sign (`=`, `~`, `<`, `>`, `up`, `down`). Gold has
  one sign for each; ours is `up` or `down` where we read a change, and else the bound.

Rows for lines of even index (we developed on these) and of odd index (kept aside). The peers are asked the same sentences
in the same run; a range of theirs, given as two numbers, is allowed to match the two ends of a gold range.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from page import About
from peers import answers

from checks.reading.figures.amounts import amounts_in
from checks.reading.figures.units import UNITS
from checks.reading.parts import AmountPhrase
from checks.reading.sentences import sentences

_SIGNS = {"about": "~", "more than": ">", "at least": ">", "less than": "<", "at most": "<"}
_NUMBER = re.compile(
    r"\d|fold|half|quarter|third|dozen|hundred|thousand|million|billion|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_NAMES = {
    "percentage": "percent", "year of age": "year", "celsius": "degree celsius", "fahrenheit": "degree fahrenheit",
    "british pound": "pound sterling", "count": "times", "chinese yuan": "yuan", "us dollar": "dollar", "japanese yen": "yen",
    "indian rupee": "rupee", "malaysian ringgit": "ringgit", "singaporean dollar": "singapore dollar", "pence": "penny",
    "pound foot": "pound-foot", "revolutions per minute": "revolution per minute", "metric ton": "tonne", "ampere": "amp",
    "parts-per-million": "part per million", "parts-per-billion": "part per billion", "barrel of oil": "barrel",
}  # fmt: skip


_MEASURES = {unit.lower() for unit in UNITS}


@dataclass
class Given:
    """A value with its ends, its unit and its sign, on either side."""

    ends: tuple[Decimal, ...]
    unit: str
    sign: str
    open: bool = False


ABOUT = About(
    data="NewsQuant of CQE (satya77/CQE_Evaluation), sentences of news",
    licence="none stated",
    files=("quantities-newsquant/dev/newsquant.jsonl",),
    asked={"value F1, all": "at least 88"},
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Rows for both halves of the set, and for the peers on the whole of it."""
    source = data / "quantities-newsquant" / "dev" / "newsquant.jsonl"
    if not source.exists():
        return []
    lines = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    gold = [[_gold(quantity) for quantity in line["quantities"]] for line in lines]
    ours = [[_ours(one) for one in read(line["text"]) if _annotated(one)] for line in lines]
    rows = []
    for name, half in (("all", slice(None)), ("developed on (even lines)", slice(0, None, 2)), ("kept aside (odd lines)", slice(1, None, 2))):  # fmt: skip
        rows += [(f"{measure}, {name}", value) for measure, value in scores(gold[half], ours[half])]
    for script, packages in PEERS.items():
        given = answers(script, packages, [line["text"] for line in lines])
        if isinstance(given, str):
            rows.append((f"{script} (peer)", given))
            continue
        theirs = [[Given((Decimal(str(v)),), "", "=") for v in values] for values in given]
        rows.append((f"value F1, all: {packages[0]}", _f1(*_matched(_ends_apart(gold), theirs)[:3])))
    every_number = [
        [Given((Decimal(n),), "", "=") for n in re.findall(r"\d+(?:\.\d+)?", line["text"])] for line in lines
    ]
    rows.append(("value F1, all: every run of digits (floor)", _f1(*_matched(gold, every_number)[:3])))
    return rows


PEERS = {
    "recognizing_numbers": ["recognizers-text-suite==1.0.2a2", "emoji==1.7.0"],
    "quantulum": ["quantulum3==0.10.0"],
}


def read(text: str) -> list[AmountPhrase]:
    """The amounts of a text as the library reads it, with no dates given."""
    return amounts_in(text, sentences(text), [])


def scores(gold: list[list[Given]], ours: list[list[Given]]) -> list[tuple[str, str]]:
    """Value F1, value and unit, and sign."""
    right, found, stated, pairs = _matched(gold, ours)
    named = [(one, other) for one, other in pairs if one.unit]
    same = sum(other.unit == one.unit for one, other in named)
    signs = sum(one.sign == other.sign for one, other in pairs)
    return [
        ("value F1", _f1(right, found, stated)),
        ("right unit, of values matched whose unit is a measure", f"{same} of {len(named)}"),
        ("right sign, of values matched", f"{signs} of {len(pairs)}"),
    ]


def _matched(gold: list[list[Given]], ours: list[list[Given]]) -> tuple[int, int, int, list[tuple[Given, Given]]]:
    pairs = []
    for stated, found in zip(gold, ours, strict=True):
        left = list(found)
        for one in stated:
            for other in left:
                if _equal(one, other):
                    left.remove(other)
                    pairs.append((one, other))
                    break
    return len(pairs), sum(map(len, ours)), sum(map(len, gold)), pairs


def _equal(gold: Given, other: Given) -> bool:
    if other.open and len(gold.ends) == 2:
        return gold.ends[0] == other.ends[0]
    return len(gold.ends) == len(other.ends) and all(
        abs(a - b) <= abs(a) * (Decimal("0.01") if abs(a) < 1 else Decimal("0.001"))
        for a, b in zip(sorted(gold.ends), sorted(other.ends), strict=True)
    )


def _ends_apart(gold: list[list[Given]]) -> list[list[Given]]:
    return [[Given((end,), one.unit, one.sign) for one in line for end in one.ends] for line in gold]


def _f1(right: int, found: int, stated: int) -> str:
    f1 = 200 * right / ((found + stated) or 1)
    return f"{f1:.1f} (precision {100 * right / (found or 1):.1f}, recall {100 * right / (stated or 1):.1f})"


def _gold(quantity: dict[str, Any]) -> Given:
    ends = []
    for end in re.findall(r"(?:(?<=^)-)?[\d.]+(?:e\+?\d+)?", str(quantity["value"])):
        try:
            ends.append(Decimal(end))
        except InvalidOperation:
            continue
    return Given(tuple(ends), _gold_unit(quantity), quantity["change"])


def _gold_unit(quantity: dict[str, Any]) -> str:
    unit = str(quantity["normalized_unit"]).lower()
    name, per, rate = unit.partition(" per ")
    name = _NAMES.get(name, name)
    return f"{name}{per}{rate}" if name in _MEASURES else ""


def _ours(one: AmountPhrase) -> Given:
    ends = [one.value] if one.value is not None else [one.low, one.high]
    if one.was is not None and str(one.exact).lower().startswith("from"):
        ends = [one.was, one.value]
    unit = one.unit.lower() if one.unit != "US dollar" else "dollar"
    return Given(
        tuple(end for end in ends if end is not None),
        f"{unit} per {one.per}" if one.per else unit,
        one.change if one.change and one.was is None else _SIGNS.get(one.bound, "="),
        one.value is None and one.high is None,
    )


def _annotated(one: AmountPhrase) -> bool:
    return one.unit not in ("rank", "tally") and _NUMBER.search(one.exact.lower()) is not None

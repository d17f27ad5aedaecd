"""Words that say how many, held against the percentage beside them: a majority, a third, all, so much for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.reading.suspicions.sums.masked import Figure, Masked
from checks.reading.suspicions.sums.percentage_wordings import IN_WORDS
from checks.reading.suspicions.sums.percentages_beside import (
    DOWN,
    OTHER_FIGURES,
    Told,
    asserted,
    figures_of,
    word_before,
)

_NOT_ALL = re.compile(r"\b(?:rest|remain\w*|up to|at least|minimum|more than|average|some of)\b")
# What can lose more than all of itself.
_TOTAL_LOSS = re.compile(
    r"\b(?:profit|earning|income|margin|cash|balance|surplus|result|ebitda|return|growth"
    r"|value|equity|budget)"
)


def in_words(masked: Masked) -> Iterator[Told]:
    """A majority, a fraction, a unanimous vote or a share for each that its figure does not bear out."""
    for name, (mark, word, wording) in IN_WORDS.items():
        if mark not in masked.marks or (word and word not in masked.line):
            continue
        for match in wording.pattern.finditer(masked.line):
            of = figures_of(masked, match)
            pct = of.get("pct")
            if pct is None:
                continue
            if name in ("each", "each of"):
                each = (pct.per or match.groups()[-1] or name == "each of") and not _NOT_ALL.search(masked.line)
                if each and pct.unit == of["part"].unit != "" and of["whole"].unit == "":
                    yield from _each(pct, of["part"], of["whole"])
            elif name == "two-thirds of":
                pair = {"part": of["part"].written, "whole": of["whole"].written}
                yield from asserted(pct.words, _at_least(pct), pair, "likely", (of["part"].words, of["whole"].words))
            elif name == "two-thirds":
                pair = {"part": pct.written, "whole": "100 percent"}
                yield from asserted(pct.words, _at_least(of["frac"]), pair, "likely", (of["frac"].words,))
            elif name in ("fraction", "percent"):
                whole = {"part": pct.written, "whole": "100 percent"}
                for one in asserted(pct.words, of["frac"].written, whole, "likely", (of["frac"].words,)):
                    reason = f"“{of['frac'].exact}” is {of['frac'].written}, not {pct.written}"
                    yield replace(one, outcome=replace(one.outcome, reason=reason))
            else:
                yield from _of_hundred(masked, name, match, pct)


def _at_least(fraction: Figure) -> str:
    return f"at least {fraction.written.partition(' ')[2]}"


def _each(pct: Figure, part: Figure, whole: Figure) -> Iterator[Told]:
    pair = {"part": part, "whole": whole}
    yield from asserted(pct.words, f"{pct.written} each", pair, "likely", (part.words, whole.words))


def _of_hundred(masked: Masked, name: str, match: re.Match[str], pct: Figure) -> Iterator[Told]:
    """A word or a verb that says more than its percentage can be: a majority of 43 percent, a fall of 120."""
    figures = {"part": pct.written, "whole": "100 percent"}
    if name == "all of":
        if (
            pct.amount.value > 100
            and pct.amount.bound not in ("at most", "less than")
            and not OTHER_FIGURES.search(masked.line)
        ):
            pair = {"part": "100 percent", "whole": "100 percent"}
            yield from asserted(pct.words, pct.written, pair, "likely", ())
    elif name == "lost":
        if pct.amount.value > 100 and DOWN.fullmatch(match["verb"]) and not _TOTAL_LOSS.search(masked.line):
            verb = word_before(masked, match["verb"], pct.start)
            pair = {"was": "100 percent", "now": "0 percent"}
            yield from asserted(pct.words, f"{pct.written} down", pair, "likely", (verb,) if verb else ())
    else:
        stated = "100 percent" if name == "unanimous" else "more than 50 percent"
        word = word_before(masked, name, pct.start)
        for one in asserted(pct.words, stated, figures, "likely", (word,) if word else ()):
            meaning = "all" if name == "unanimous" else "more than half"
            reason = f"“{word.exact if word else name}” is {meaning}, not {pct.written}"
            yield replace(one, outcome=replace(one.outcome, reason=reason))

"""Articles with one planted fault each, and their clean twins: what is found in both.

`tests/reading/faults/*.yaml` hold them; `unseen.yaml` was written by somebody who had not seen the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from checks.reading import read
from checks.reading.parts import Suspicion

FOLDER = Path(__file__).parent / "reading" / "faults"
UNSEEN = "unseen"


@dataclass(frozen=True)
class Fault:
    """One article with its fault: `clean` mends it, and `words` are those that a suspicion must point at."""

    file: str
    id: str
    kind: str
    dateline: str
    text: str
    clean: tuple[tuple[str, str], ...]
    words: tuple[str, ...]

    @property
    def twin(self) -> str:
        """The same article without the fault."""
        text = self.text
        for fault, mended in self.clean:
            text = text.replace(fault, mended)
        return text

    def is_found(self) -> bool:
        """Whether a suspicion of this kind, certain or likely or to be looked at, points at the words."""
        return any(one.kind == self.kind and self._points(one) for one in suspicions(self.text, self.dateline))

    def alarms_of_the_twin(self) -> list[Suspicion]:
        """What is certain or likely in the twin, and what of this kind points at the words: all of it wrong."""
        return [
            one
            for one in suspicions(self.twin, self.dateline)
            if one.certainty != "look" or (one.kind == self.kind and self._points(one))
        ]

    def _points(self, one: Suspicion) -> bool:
        return any(words in span.exact or span.exact in words for span in one.spans for words in self.words)


@cache
def suspicions(text: str, dateline: str) -> tuple[Suspicion, ...]:
    """Those of a text, read by rules alone."""
    return read(text, dateline, names=False).suspicions


@cache
def faults() -> tuple[Fault, ...]:
    """All of them, in the order of the files."""
    return tuple(fault for path in sorted(FOLDER.glob("*.yaml")) for fault in faults_in(path))


def faults_in(path: Path) -> list[Fault]:
    """Those of one file."""
    return [
        Fault(
            path.stem, item["id"], item["kind"], item.get("dateline", ""), item["text"], tuple(item["clean"].items()),
            tuple(item["words"]),
        )
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]  # fmt: skip


def missed(among: Iterable[Fault]) -> list[Fault]:
    """Those whose fault nothing points at."""
    return [fault for fault in among if not fault.is_found()]


def noisy(among: Iterable[Fault]) -> list[tuple[Fault, list[Suspicion]]]:
    """Those whose twins are not silent, with what was suspected."""
    return [(fault, alarms) for fault in among if (alarms := fault.alarms_of_the_twin())]


def rates(among: Sequence[Fault]) -> tuple[float, float]:
    """The share of faults found, and of twins silent."""
    return 1 - len(missed(among)) / len(among), 1 - len(noisy(among)) / len(among)

"""What the case has to offer for the claim chosen: evidence found, checks that fit, and references by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from checks.case.anchor import anchor_in
from checks.case.asking import parses
from checks.case.catalogue import arguments, assertable, check_named
from checks.case.claims import ARTICLE
from checks.case.errors import CaseError
from checks.case.fitting import Fitting, fitting
from checks.case.lookup import Hit, look_up, registers
from checks.case.nouns import Document, Fact, Passage, Register, Row
from checks.case.offering import Offer, offered
from checks.case.taking_out import rests_on_fact
from checks.reading.fitting import needs

if TYPE_CHECKING:
    from checks.desk.state import State

__all__ = [
    "Fitting", "Hit", "Offer", "Wanted", "checks_to_ask", "columns_for", "divided", "evidence", "evidence_named",
    "fitting_checks", "is_free_fact", "needed", "references", "to_state", "unquoted", "wanted",
]  # fmt: skip
EVIDENCE = (Document, Fact, Passage, Register, Row)
COLUMNS = "person, office, capacity"  # of a register where no check says others
# What a check asks about, by what it must have: the first that is among its arguments' types.
ASKS_ABOUT = {
    "Amount": "figures", "Passage": "what evidence says", "Fact]": "what evidence says", "Register": "a list",
    "Weekday": "dates", "When": "dates", "Document": "a source’s words",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """An argument of a check that evidence can fill: whether it must be there, and what the claim states for it."""

    name: str
    kinds: tuple[Any, ...]
    many: bool
    needed: bool
    assertable: bool
    stated: str

    @property
    def takes_passages(self) -> bool:
        """Whether a passage will do in place of a whole document."""
        return Passage in self.kinds

    def takes(self, state: State, ref: str) -> str:
        """What of a piece of evidence goes into this argument; empty where nothing does."""
        if self.name == ARTICLE:
            return ""
        id, inside, _ = ref.partition("“")[0].partition("#")
        if id not in state.case.documents:
            return (ref if Row in self.kinds and inside else id) if {Register, Row} & {*self.kinds} else ""
        kind = Passage if "“" in ref else Fact if inside else Document
        return ref if kind in self.kinds else id if Document in self.kinds else ""

    def written(self, refs: Sequence[str]) -> str:
        """References as they stand in the field."""
        return f"[{', '.join(refs)}]" if self.many and refs else "".join(refs[:1])


def evidence(state: State, words: str) -> Sequence[Hit]:
    """What in the case's evidence and registers has these words, the best first."""
    return look_up(state.case, words) if words.strip() else ()


def unquoted(state: State, words: str, most: int) -> Sequence[Offer]:
    """Sentences of the case's documents that have these words and that nobody has quoted, the best first."""
    return offered(state.case, words, most) if words.strip() else ()


def is_free_fact(state: State, ref: str) -> bool:
    """Whether a reference names a fact of a document on which nothing of the record rests."""
    id, inside, _ = ref.partition("“")[0].partition("#")
    return bool(inside) and id in state.case.documents and not rests_on_fact(state.case, ref)


def fitting_checks(state: State) -> Sequence[Fitting]:
    """The checks that fit the chosen claim, with their evidence filled in; tried once for what it is now."""
    case, claim = state.case, state.claims[state.claim]
    if claim.id in case.claims.proposed:
        return []
    if state.fitted_with is not case.documents:  # evidence came or went
        state.fits.clear()
        state.fitted_with = case.documents
    now = (claim, dict(claim.asserts))
    if claim.id not in state.fits or state.fits[claim.id][0] != now:
        state.fits[claim.id] = (now, fitting(case, claim))
    return state.fits[claim.id][1]


def needed(state: State) -> list[str]:
    """What the chosen claim could assert for the checks that fit it, in their order."""
    known = assertable()
    names = (name for found in fitting_checks(state) for name in arguments(check_named(found.check)))
    return [name for name in dict.fromkeys(names) if name in known and name != "article"]


def wanted(state: State, check: ModuleType, of: str) -> list[Wanted]:
    """The arguments of a check that evidence can fill, those that it must have first."""
    asserted = _asserted(state, of)
    found = []
    for name, parameter in arguments(check).items():
        kinds = tuple(kind for kind in _kinds(parameter.annotation) if kind in EVIDENCE)
        if kinds:
            needed = parameter.default is parameter.empty
            many = get_origin(parameter.annotation) is Sequence
            found.append(Wanted(name, kinds, many, needed, parses(parameter.annotation), asserted.get(name, "")))
    return sorted(found, key=lambda one: not one.needed)


def to_state(state: State, check: ModuleType, of: str) -> Iterator[str]:
    """The arguments that a check must have, that no evidence can fill, and that the claim does not state."""
    evidence = {one.name for one in wanted(state, check, of)}
    for name, parameter in arguments(check).items():
        if parameter.default is parameter.empty and name not in evidence and name not in _asserted(state, of):
            yield name


def checks_to_ask(state: State, of: str) -> list[tuple[str, str]]:
    """The checks of a claim, those first of whose arguments it states most, the rest by what they ask about.

    Those that are asked of nothing but the article are for the article as a whole, and it has no others.
    """
    asserted, found = _asserted(state, of), []
    for name, needed in needs().items():
        if ([argument for argument, _ in needed] == [ARTICLE]) is not (of == ARTICLE):
            continue
        stated = [argument for argument, _ in needed if argument in asserted]
        kinds = " ".join(kind for argument, kind in needed if argument != ARTICLE)
        about = next((told for kind, told in ASKS_ABOUT.items() if kind in kinds), "names and offices")
        label = f"it states {', '.join(stated).replace('_', ' ')}: {name}" if stated else f"{about}: {name}"
        place = list(dict.fromkeys(ASKS_ABOUT.values())).index(about) if about in ASKS_ABOUT.values() else 99
        found.append((-len(stated), place, name if of == ARTICLE else label, name))
    return [(label, name) for _, _, label, name in sorted(found)]


def columns_for(check: ModuleType | None) -> str:
    """The columns of a register that a check says it needs, and from when to when."""
    told = (check.check.__doc__ or "") if check else ""
    named = re.search(r"\bcolumns (\w+(?:(?:, and |, | and )\w+)*)", told)
    return ", ".join([*re.split(r", and |, | and ", named[1] if named else COLUMNS), "start", "end"])


def _asserted(state: State, of: str) -> Any:
    return {} if of == ARTICLE else state.claims[of].asserts


def references(state: State) -> list[str]:
    """Everything of the case that can be named as evidence."""
    case = state.case
    facts = [f"{id}#{name}" for id, document in case.documents.items() for name in document.facts]
    return ["article", *case.documents, *facts, *registers(case)]


def evidence_named(state: State, text: str, many: bool = False) -> Any:
    """The evidence that a reference names; of several, in square brackets or wanted so, a list.

    Raises `CaseError` for none.
    """
    text = text.strip()
    if not many and not text.startswith("["):
        return state.case.resolve(text)
    refs = divided(text)
    if not refs:
        raise CaseError("there is no reference in the brackets: name a fact or a document, such as document#fact")
    return [state.case.resolve(ref) for ref in refs]


def divided(text: str) -> list[str]:
    """References with commas between them, in brackets or not; those in quoted words divide nothing."""
    text = text.strip()
    refs: list[str] = []
    if text.startswith("["):
        text = text.removeprefix("[").removesuffix("]")
    for part in re.split(r",\s+", text):
        if refs and "“" in refs[-1] and not anchor_in(refs[-1]):
            refs[-1] += f", {part}"
        elif part.strip():
            refs.append(part.strip())
    return refs


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """The types that an argument may have; of a list, those of its items."""
    inner = get_args(annotation)[0] if get_origin(annotation) is Sequence else annotation
    return (inner, *get_args(inner))

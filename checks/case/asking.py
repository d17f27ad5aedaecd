"""One check asked of one claim: what the claim asserts and what the caller passes become a check's arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

from checks.case.catalogue import arguments
from checks.case.claims import Claims, assertion
from checks.case.errors import CaseError, Unfit, nearest
from checks.case.nouns import Amount, Claim, Document, Evidence, Fact, Finding, Passage, Register, Row, When

_WRITTEN = (str, When, Amount)


def parses(annotation: Any) -> bool:
    """Whether a value written in `claims.yaml` can fill an argument of this type."""
    return get_origin(annotation) is Literal or any(kind in _WRITTEN for kind in _kinds(annotation))


def parsed(annotation: Any, text: str, name: str) -> Any:
    """A written value as the type of the argument that it meets; a list is written with `;` between its items.

    Raises `CaseError` if it cannot be read as that.
    """
    if get_origin(annotation) is Sequence:
        return [parsed(get_args(annotation)[0], part.strip(), name) for part in text.split(";") if part.strip()]
    options = (annotation, *get_args(annotation))
    if get_origin(annotation) is Literal and text not in options:
        raise CaseError(f"the {name} `{text}` is none: {nearest(text, get_args(annotation))}")
    for kind in (When, Amount):
        if kind in options:
            return kind.parse(text)
    return text


def answer(claims: Claims, claim: Claim, check: ModuleType, given: Mapping[str, Any]) -> Finding:
    """The finding of `check` on `claim`, with `given` evidence; the same arguments always find the same.

    Raises `Unfit` when the check does not fit the claim: an argument missing, unknown, asserted and passed, or of the
    wrong kind. `asked` of the finding holds what was passed, as references.
    """
    name = check.__name__.rpartition(".")[2]
    known = arguments(check)
    for argument in given:
        if argument not in known:
            raise Unfit(f"{name} takes no `{argument}`: {nearest(argument, known)}", id=claim.id)
    values: dict[str, Any] = {}
    lenders = [claim]
    for argument, parameter in known.items():
        if argument in claim.asserts and argument in given:
            raise Unfit(
                f"`{argument}` is asserted by the claim and passed to {name}: a second reading is a second claim",
                id=claim.id,
            )
        if argument in claim.asserts:
            text, taken_from = assertion(claims, claim, argument)
            values[argument] = parsed(parameter.annotation, text, argument)
            lenders += taken_from
        elif parameter.annotation == Sequence[Claim]:
            values[argument] = list(claims.of.values())  # as `asserts` is, bound afresh from claims.yaml
        elif argument in given:
            values[argument] = _passed(argument, given[argument], parameter.annotation, name, claim)
        elif parameter.default is parameter.empty:
            where = "add it to what the claim asserts" if parses(parameter.annotation) else "pass it"
            raise Unfit(f"{name} needs `{argument}`, which the claim does not assert: {where}", id=claim.id)
    passages = tuple(passage for lender in lenders for passage in lender.passages)
    try:
        finding: Finding = check.check(replace(claim, passages=passages), **values)
    except CaseError as error:
        raise error.at(id=f"{claim.id}: {name}") from None
    return replace(finding, asked=asked_with(given))


def asked_with(given: Mapping[str, Any]) -> str:
    """What was passed to a check, as the record has it."""
    return "; ".join(f"{key}={reference(given[key])}" for key in sorted(given))


def trial(claims: Claims, words: Claim, check: ModuleType, given: Mapping[str, Any]) -> tuple[Finding, Claim]:
    """The finding of `check` on words that are no claim yet, and the claim that they were taken for.

    Text in `given` is what the words assert; all else is evidence. Raises `Unfit` as `answer` does.
    """
    asserts = {name: value for name, value in given.items() if isinstance(value, str) and name in arguments(check)}
    claim = replace(words, asserts=asserts)
    return answer(claims, claim, check, {name: value for name, value in given.items() if name not in asserts}), claim


def reference(value: Evidence | Sequence[Evidence]) -> str:
    """How what was passed is written down: `document#fact`, `register`, `[a#b, c#d]`."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(reference(item) for item in value)}]"
    return value.ref  # type: ignore[union-attr]


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """The types that an argument may have; of a list, those of its items."""
    inner = get_args(annotation)[0] if get_origin(annotation) is Sequence else annotation
    return (inner, *get_args(inner))


def _passed(argument: str, value: Any, annotation: Any, check: str, claim: Claim) -> Any:
    if isinstance(value, str | int | float | When | Amount):
        raise Unfit(
            f"`{argument}` was passed as a bare value: write it under `asserts` of the claim, and pass only evidence",
            id=claim.id,
        )
    wanted = _kinds(annotation)
    items = value if get_origin(annotation) is Sequence else [value]
    if not isinstance(items, list | tuple) or not items:
        raise Unfit(f"{check} wants a list for `{argument}`: put it in square brackets", id=claim.id)
    kinds = tuple(kind for kind in wanted if kind in (Document, Fact, Passage, Register, Row))
    for item in items:
        if not isinstance(item, kinds):
            names = " or ".join(kind.__name__.lower() for kind in kinds)
            raise Unfit(
                f"{check} wants a {names or 'value that the claim asserts'} for `{argument}`, "
                f"not a {type(item).__name__.lower()}"
                + (": `checks register` makes one of a typed table" if kinds == (Register,) else ""),
                id=claim.id,
            )
    return value

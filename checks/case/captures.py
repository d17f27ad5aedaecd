"""The captures of a case looked at again: their bytes, the words in them, and every passage quoted from them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checks.case.errors import CaseError

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.case.nouns import Document, Register
    from checks.evidence.captures.looking_again import Looked

_MOST_NAMED = 8  # files in one line


def bytes_of(case: Case, document: Document) -> bytes | None:
    """The captured bytes of a document; None where they are not in this copy."""
    path = case.folder / "evidence" / document.capture.file if document.capture else None
    return path.read_bytes() if path and path.is_file() else None


def text_of_capture(case: Case, document: Document) -> str:
    """The words in a document's captured bytes. Raises `CaseError` where these are not here, or not those captured."""
    from checks.evidence.captures.text_kept import text_of

    capture, data, file = document.capture, bytes_of(case, document), case.file(f"evidence/{document.id}.md")
    if capture is None:
        raise CaseError("it tells of no capture: `checks capture` makes one", file=file)
    if data is None:
        raise CaseError(f"its bytes, {capture.file}, are not in this copy: capture it again", file=file)
    if hashlib.sha256(data).hexdigest() != capture.sha256:
        raise CaseError(f"the bytes in {capture.file} are not those captured: restore them", file=file)
    text, _ = text_of(data, capture.sha256, capture.text_sha256, capture.tools, case.root / "build" / "texts")
    return text


def captures_looked_at(case: Case) -> tuple[list[str], list[str]]:
    """What differs in the captures of a case, a sentence each; and how its passages were found, in a line or three."""
    differ: list[str] = []
    found: Counter[str] = Counter()
    sealed = case.seals.read()
    gone = [path for path in sealed if not (case.folder / path).exists()]
    away = [path.removeprefix("evidence/") for path in gone if case.seals.is_captured(path)]
    for document in case.documents.values():
        data = bytes_of(case, document)
        looked = _looked_at(case, document, data)
        found.update(one.state if document.capture else "by hand" for one in looked.sightings)
        file = case.file(f"evidence/{document.id}.md")
        differ += [f"{file}: {fault}" for fault in (*looked.faults, *_missing(document, data))]
        differ += [f"{file}: {one.state}: {one.told}" for one in looked.sightings if one.state in ("lost", "ambiguous")]
        differ += [f"{file}: {fault}" for fault in _sealed_otherwise(case, document, sealed)]
        differ += _counted_again(case, document, data)
    for id in sorted(path.stem for path in (case.folder / "evidence").glob("*.csv")):
        differ += _drawn_again(case, id)
    return differ, _told(case, found, away)


def _looked_at(case: Case, document: Document, data: bytes | None) -> Looked:
    from checks.evidence.captures.looking_again import looked_at
    from checks.evidence.captures.text_kept import text_of

    capture = document.capture
    if capture is None or data is None:
        return looked_at(document, None)
    text, tools = text_of(data, capture.sha256, capture.text_sha256, capture.tools, case.root / "build" / "texts")
    return looked_at(document, data, text, tools)


def _missing(of: Document | Register, data: bytes | None) -> list[str]:
    if data is None and of.capture and of.capture.stays:
        return [f"its bytes, {of.capture.file}, may be published and are not there: restore them from git"]
    return []


def _sealed_otherwise(case: Case, document: Document, sealed: Mapping[str, str]) -> list[str]:
    """Whether the seal of a capture is of other bytes than its document says, and what it comes after is there."""
    capture = document.capture
    if capture is None:
        return []
    told = []
    if sealed.get(f"evidence/{capture.file}", capture.sha256) != capture.sha256:
        told.append(f"the seal of {capture.file} is of other bytes than it says: restore one of the two from git")
    earlier, seen = capture.after, {document.id}
    while earlier and earlier not in seen and earlier in case.documents:
        seen.add(earlier)
        of = case.documents[earlier].capture
        earlier = of.after if of else ""
    if earlier:
        how = "goes in a circle" if earlier in seen else "is no document of the case"
        told.append(f"`after: {capture.after}` {how}: restore it from git")
    return told


def _counted_again(case: Case, document: Document, data: bytes | None) -> list[str]:
    """Of a search's saved answer: whether it still tells of as many hits as were logged."""
    if document.searched is None or document.capture is None or data is None:
        return []
    from checks.case.searching import hits_again

    file = case.file(f"evidence/{document.id}.md")
    try:
        hits = hits_again(document, data)
    except CaseError as error:
        return [f"{file}: its saved answer cannot be read: {error}"]
    if hits.number == document.searched.hits:
        return []
    return [f"{file}: {document.searched.hits} hits were logged, and the saved answer tells of {hits.number}"]


def _drawn_again(case: Case, id: str) -> list[str]:
    """Of a register with a saved answer: whether the answer still gives its rows."""
    from checks.case.drawing import drawn_again

    file = case.file(f"evidence/{id}.csv")
    try:
        register = case.register(id)
        if register.capture is None:
            return []
        path = case.folder / "evidence" / register.capture.file
        data = path.read_bytes() if path.is_file() else None
        if data is None:
            return [f"{file}: {fault}" for fault in _missing(register, data)]
        if hashlib.sha256(data).hexdigest() != register.capture.sha256:
            return [f"{file}: the bytes in {register.capture.file} are not those captured: restore them"]
        fault = drawn_again(register, data, file)
    except CaseError as error:
        return [str(error.at(file=file))]
    return [fault] if fault else []


def _told(case: Case, found: Mapping[str, int], away: Sequence[str]) -> list[str]:
    here, elsewhere, by_hand = (found[how] for how in ("found in the capture", "found in our excerpt only", "by hand"))
    lines = []
    if here:
        lines.append(f"{case.file('evidence')}: {_passages(here)} found in the capture")
    if away:
        named = ", ".join(away[:_MOST_NAMED]) + (" and others" if len(away) > _MOST_NAMED else "")
        those = "the bytes of 1 capture are" if len(away) == 1 else f"{len(away)} files of captures are"
        lines.append(f"{case.file('evidence')}: {those} not here, in this copy only sealed ({named})")
    if elsewhere:
        lines.append(f"{case.file('evidence')}: {_passages(elsewhere)} of captures found in our excerpt only")
    if by_hand:
        lines.append(f"{case.file('evidence')}: {_passages(by_hand)} found in our excerpt only: nothing was captured")
    return lines


def _passages(number: int) -> str:
    return "1 passage" if number == 1 else f"{number} passages"

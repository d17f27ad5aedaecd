"""`checks seal`: new files are sealed; a file that was edited since its seal is sealed afresh only for a reason."""

from __future__ import annotations

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.record import LOG
from checks.case.seals import RECORD, digest


def seal_case(case: Case, because: str) -> list[str]:
    """Seals what has no seal, and with a reason what was edited or is gone; says what was done, a line each.

    The record and the notebooks are left to `checks run`, which seals them when it ends clean. Raises `CaseError`
    for an edited file without a reason.
    """
    sealed, files = case.seals.read(), case.seals.files()
    ours = {path for path in {*files, *sealed} if path not in RECORD and not path.endswith(".ipynb")}
    new = sorted(path for path in ours if path in files and path not in sealed)
    edited = sorted(path for path in ours if path in files and path in sealed and digest(files[path]) != sealed[path])
    gone = sorted(
        path
        for path in ours
        if path not in files and not case.seals.is_article(path) and not case.seals.is_captured(path)
    )
    if (edited or gone) and not because.strip():
        path = (edited or gone)[0]
        how = "was edited since its seal" if edited else "is sealed and not there"
        raise CaseError(f'it {how}: if that was meant, say why with --because "…"', file=case.seals.named(path))
    said = [f"{case.seals.named(path)}: sealed" for path in case.seals.add(new)]
    if edited or gone:
        was = {path: sealed[path] for path in [*edited, *gone]}
        log_was_sealed = sealed.get(LOG) == digest(files[LOG])
        case.record.note("seal", was, {path: digest(files[path]) for path in edited}, because)
        case.seals.add([*edited, *([LOG] if log_was_sealed else [])])
        case.seals.drop(gone)
        said += [f"{case.seals.named(path)}: sealed afresh, because {because}" for path in edited]
        said += [f"{case.seals.named(path)}: its seal was taken out, because {because}" for path in gone]
    return said or [f"{case.name}: every file has its seal"]

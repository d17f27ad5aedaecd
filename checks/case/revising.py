"""`checks revise`: a new version of an article takes the old one's place, and only what changed is opened again."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.case import signing
from checks.case.bringing_in import log_is_sealed, one_at_a_time
from checks.case.catalogue import assertable
from checks.case.cells import sources
from checks.case.claims import read_claims
from checks.case.claims_carried import Carried, carried_over, in_progress
from checks.case.errors import CaseError
from checks.case.nouns import Document
from checks.case.projects import notebooks_in
from checks.case.record import LOG, replace_file
from checks.case.seals import ARTICLE, CLAIMS, digest
from checks.case.verify import COMPARED, Verification, made_by_cells, verify
from checks.case.versions import numbers
from checks.evidence.documents import document, read_document, split
from checks.evidence.written import read_text, read_yaml
from checks.reading.intake.incoming import take_in
from checks.reading.realigning import TwoVersions

if TYPE_CHECKING:
    from checks.case.folder import Case


@dataclass(frozen=True)
class Revision:
    """What a new version did to a case. `number` is the new one's.

    `kept` claims hold as they did; `look` are those of them whose words are the same in a sentence that is not.
    `reopened` ones are to be read and signed again, each with why; `gone` ones with the cells that name them.
    `cells` are those that cannot be asked of the new version, and why; `taken_in` was left out, and is no more.
    """

    number: int
    texts: TwoVersions
    kept: tuple[str, ...]
    look: Mapping[str, tuple[str, str]]
    reopened: Mapping[str, str]
    gone: Mapping[str, tuple[str, ...]]
    taken_in: tuple[str, ...]
    cells: tuple[str, ...]
    unread: tuple[str, ...]
    places: Mapping[str, tuple[int, int]] = field(repr=False)
    concluded: Mapping[str, Mapping[str, Any]] = field(repr=False)


def revise(case: Case, source: Path, because: str, stated: Mapping[str, str]) -> Revision:
    """Puts a new version in the place of a case's article, whole or not at all, and says what that did.

    `stated` is what is to change in the article's provenance (title, published, retrieved, obtained). Raises
    `CaseError`, before anything is written, for a case that differs from its record, and for a text that is empty, no
    English, or the same.
    """
    from checks.case.folder import Case as Opened

    with one_at_a_time(case):
        case = Opened(case.name, case.root)  # as it is now that nobody else can change it
        text = _new_text(case, source)
        number = max(numbers(case, case.seals.read()), default=0) + 1
        old = {name: (case.folder / name).read_bytes() for name in (ARTICLE, CLAIMS)}
        page = _page(case, text, stated)
        article = document(read_yaml(split(page, ARTICLE)[0], case.file(ARTICLE), 2), text, "article", "article")
        texts = TwoVersions(case.article.words, article.words)
        before = read_text(case.folder / CLAIMS, case.file(CLAIMS))
        carried = carried_over(before, case.file(CLAIMS), texts, number)
        after = _with(case, article, carried.text)
        found = _revision(case, after, carried, texts, number + 1)
        if found.reopened or found.gone or found.unread:
            carried = Carried(**{**vars(carried), "text": in_progress(carried.text)})
        _write(case, number, old, {ARTICLE: page.encode(), CLAIMS: carried.text.encode()}, because)
    return found


def _new_text(case: Case, source: Path) -> str:
    if case.article.text is None:
        raise CaseError("its text is not in this copy, so no version can be compared with it", file=case.file(ARTICLE))
    differences = verify(case).differences
    if differences:
        raise CaseError(
            f"the case differs from its own record, so nothing was written; settle this first: {differences[0]}"
        )
    text = take_in(source).text
    if text.startswith("---\n"):
        text = split(text, source.name)[1]  # somebody edited a copy of `article.md`
    if text.strip() == case.article.text.strip():
        raise CaseError("this is the article as it stands: there is nothing to revise", file=source.name)
    return text


def _page(case: Case, text: str, stated: Mapping[str, str]) -> str:
    """The new article's file: the front matter as it stands, but for what is stated afresh."""
    from checks.case.entries import quoted, spliced
    from checks.evidence.written import composed

    head = split(read_text(case.folder / ARTICLE, case.file(ARTICLE)), case.file(ARTICLE))[0]
    nodes = {key.value: value for key, value in composed(head).value}
    splices = [
        (nodes[name].start_mark.index, nodes[name].end_mark.index, quoted(value))
        for name, value in stated.items()
        if value
    ]
    return f"---\n{spliced(head, splices)}---\n{text}\n"


def _with(case: Case, article: Document, claims: str) -> Case:
    """The case as it will be, with nothing of it written."""
    from checks.case.folder import Case as Opened

    after = Opened(case.name, case.root)
    after.article = article
    try:
        after.take_up(read_claims(read_yaml(claims, case.file(CLAIMS)), article, assertable()), claims)
    except CaseError as error:
        raise CaseError(
            f"its claims could not be carried over, so nothing was written: {error.what}", file=case.file(CLAIMS),
            id=error.id,
        ) from None  # fmt: skip
    return after


def _revision(case: Case, after: Case, carried: Carried, texts: TwoVersions, number: int) -> Revision:
    gone = {id: _cells_naming(case, id) for id in carried.gone}
    cells = Verification()
    made = made_by_cells(after, cells)
    log = case.log
    reopened = dict(carried.changed)
    for key, (_, row) in made.items():
        kept = log.rows.get(key)
        if kept and key[0] == "finding" and key[1] in after.claims.of:
            differ = any(row[name] != kept[name] for name in COMPARED["finding"])
            if differ and key[1] not in reopened:
                said = f"{kept['verdict']}, and now {row['verdict']}: {row['reason']}"
                reopened[key[1]] = f"{key[2]} finds something else of the new text ({said})"
    concluded = {row["claim"]: row for row in log.of("conclusion")}
    for id, kept in concluded.items():
        if id in after.claims.of and id not in reopened and not _holds(after, kept):
            reopened[id] = "what its conclusion rests on in the article has changed"
    places = {id: claim.words.find(case.article.words) for id, claim in case.claims.of.items()}
    kept_ids = tuple(id for id in after.in_order() if id not in reopened)
    look = {id: pair for id in kept_ids if (pair := _sentences_changed(after, texts, id, places[id]))}
    read_before = {(entry.text, entry.unread) for entry in case.accounts.unread}
    unread = [entry for entry in after.accounts.unread if (entry.text, entry.unread) not in read_before]
    return Revision(
        number, texts, kept_ids, look, {id: reopened[id] for id in after.in_order() if id in reopened}, gone,
        carried.taken_in, tuple(line for line in cells.differences if not any(f"`{id}`" in line for id in gone)),
        tuple(" … ".join(entry.unread) for entry in unread), places, concluded,
    )  # fmt: skip


def _holds(after: Case, kept: Mapping[str, Any]) -> bool:
    try:
        return bool(signing.conclusion_kept(after, kept).rests_on == kept["rests_on"])
    except CaseError:
        return False


def _sentences_changed(after: Case, texts: TwoVersions, id: str, place: tuple[int, int]) -> tuple[str, str] | None:
    was = texts.around(texts.old, *place)
    now = texts.around(texts.new, *after.claims[id].words.find(after.article.words))
    return (" ".join(was.split()), " ".join(now.split())) if was.split() != now.split() else None


def _cells_naming(case: Case, id: str) -> tuple[str, ...]:
    """The cells in which a claim's id stands, as text in their code."""
    found = []
    for path in notebooks_in(case.notebooks):
        file = path.relative_to(case.root).as_posix()
        for number, source in sources(path, file):
            nodes = ast.walk(ast.parse(source))  # verified before: each cell is plain Python
            if any(isinstance(node, ast.Constant) and node.value == id for node in nodes):
                found.append(f"{file}, cell {number}")
    return tuple(found)


def _write(case: Case, number: int, old: Mapping[str, bytes], new: Mapping[str, bytes], because: str) -> None:
    """Keeps the old version, puts the new files in place, logs and seals; all of it, or nothing."""
    folder, kept, sealed = case.folder / "versions", f"versions/{number}.md", log_is_sealed(case)
    was = case.seals.read()[ARTICLE]
    seals = case.seals.path.read_bytes()
    try:
        folder.mkdir(exist_ok=True)
        replace_file(case.folder / kept, old[ARTICLE])
        read_document(case.folder / kept, case.file(kept), "article")  # raises if it could not be opened again
        for name, data in new.items():
            replace_file(case.folder / name, data)
        case.seals.add([ARTICLE, kept])
        hashes = {name: digest(case.folder / name) for name in (ARTICLE, kept)}
        case.record.note("seal", {ARTICLE: was}, hashes, because or f"version {number + 1} of the article")
    except BaseException:
        for name, data in {**old, case.seals.path.name: seals}.items():
            if (case.folder / name).read_bytes() != data:
                replace_file(case.folder / name, data)
        (case.folder / kept).unlink(missing_ok=True)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
        raise
    if sealed:
        case.seals.add([LOG])

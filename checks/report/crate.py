"""RO-Crate: what a bundle holds and how it came about, for programs of any language.

Each question put to a check, and each conclusion, is a CreateAction: who, when, with what, from what, and what it gave.

Source: RO-Crate Metadata Specification 1.1, https://www.researchobject.org/ro-crate/specification/1.1/.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any
from urllib.parse import quote

from checks.case.catalogue import FOLDER, check_named
from checks.case.claims import ARTICLE
from checks.case.folder import Case
from checks.case.log import Key, Line
from checks.case.seals import CLAIMS
from checks.case.shown import is_address
from checks.case.summary import lines
from checks.report.annotations import place_of
from checks.report.members import LICENCE, REDACTED, LeftOut
from checks.report.software import LOCK, software

METADATA = "ro-crate-metadata.json"
# RO-Crate 1.1 has no word for a hash yet; schema.org has one since its version 14.
PROFILE = "https://w3id.org/ro/crate/1.1"
CONTEXT = [f"{PROFILE}/context", {"sha256": "http://schema.org/sha256"}]
TYPES = {
    "md": "text/markdown", "yaml": "application/yaml", "csv": "text/csv", "jsonl": "application/jsonl",
    "json": "application/json", "jsonld": "application/ld+json", "txt": "text/plain", "html": "text/html",
    "py": "text/x-python", "ipynb": "application/x-ipynb+json", "pdf": "application/pdf", "png": "image/png",
    "jpg": "image/jpeg", "gz": "application/gzip",
}  # fmt: skip
ACTS = {"finding": "reason", "conclusion": "because", "second": "because"}  # what is an act, and where it says why
Entity = dict[str, Any]


def crate(case: Case, members: Mapping[str, bytes], left_out: Sequence[LeftOut]) -> dict[str, Any]:
    """The metadata of a bundle with these members; what was redacted is named by its place and hash alone."""
    redacted = {one.path for one in left_out if one.how == REDACTED}
    here = {path: {"@id": quote(path)} for path in members} | {
        one.path: {"@id": f"#{quote(one.path, safe='')}"} for one in left_out
    }
    people: dict[str, str] = {}
    acts = list(_acts(case, here, redacted, people))
    asked = {row["check"] for row in case.log.of("finding")}
    belongs = {"affiliation": {"@id": "#publisher"}} if _publisher(case) else {}
    graph = [
        {"@id": METADATA, "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": PROFILE}},
        _root(case, members, left_out, acts, people, ARTICLE in ids_at(case, redacted)),
        *(_file(case, path, data) for path, data in sorted(members.items())),
        *(_gap(one) for one in left_out),
        *(_licence(members)),
        *_publisher(case),
        *({"@id": id, "@type": "Person", "name": name, **belongs} for name, id in sorted(people.items())),
        *_programs(sorted(asked)),
        *acts,
    ]
    return {"@context": CONTEXT, "@graph": graph}


def _root(
    case: Case, members: Mapping[str, bytes], left_out: Sequence[LeftOut], acts: Iterable[Entity],
    people: Mapping[str, str], untitled: bool,
) -> Entity:  # fmt: skip
    last = case.log.lines[-1].when if case.log.lines else ""
    title = case.name if untitled else case.article.title
    made = [{"@id": act["@id"]} for act in acts if act["@type"] == "CreateAction"]
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": f"Line by Line: {title}",
        "description": f"A news article checked claim by claim, case {case.name}. " + "; ".join(lines(case)),
        "datePublished": last[:10],
        "license": {"@id": LICENCE if LICENCE in members else "#licence"},
        "author": _one_or_all([{"@id": id} for id in sorted(people.values())]),
        **({"publisher": {"@id": "#publisher"}} if _publisher(case) else {}),
        "hasPart": [{"@id": quote(path)} for path in sorted(members)],
        "mentions": _one_or_all([*made, *({"@id": f"#{quote(one.path, safe='')}"} for one in left_out)]),
    }


def _publisher(case: Case) -> list[Entity]:
    told = {key: value for key, value in case.claims.publisher.items() if key in ("name", "url") and value}
    return [{"@id": "#publisher", "@type": "Organization", **told}] if told.get("name") else []


def _one_or_all(several: Sequence[Mapping[str, str]]) -> Any:
    """One value stands alone and not in a list, as RO-Crate 1.1 has it."""
    return several[0] if len(several) == 1 else list(several)


def _file(case: Case, path: str, data: bytes) -> Entity:
    """A file of the bundle, with its hash, and what is known of the source in it."""
    told: Entity = {"name": path.rpartition("/")[2]}
    documents = {place_of(case, document): document for document in (case.article, *case.documents.values())}
    document = documents.get(path)
    if document:
        by = document.publisher or "publisher not named"
        told = {"name": document.title, "description": f"{by}; {document.standing}; {document.obtained}"}
        if is_address(document.url):
            told["url"] = document.url
        if document.published and re.fullmatch(r"\d{4}-\d\d-\d\d", document.published.said):
            told["datePublished"] = document.published.said
    if path == LICENCE:
        told |= {"name": "What the data are, and whose", "description": "The terms of each part of the data."}
    return {
        "@id": quote(path), "@type": "File", **told,
        "encodingFormat": TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream"),
        "contentSize": str(len(data)), "sha256": hashlib.sha256(data).hexdigest(),
    }  # fmt: skip


def _gap(one: LeftOut) -> Entity:
    id = f"#{quote(one.path, safe='')}"
    return {
        "@id": id, "@type": "CreativeWork", "name": one.path, "description": f"{one.how}: {one.why}",
        "sha256": one.sha256,
    }  # fmt: skip


def _licence(members: Mapping[str, bytes]) -> list[Entity]:
    if LICENCE in members:
        return []
    told = "No licence is stated. Quotations belong to their sources, named with each."
    return [{"@id": "#licence", "@type": "CreativeWork", "name": "No licence stated", "description": told}]


def _programs(asked: Sequence[str]) -> Iterator[Entity]:
    """This program, what it leans on, and each check that was asked."""
    used = software()
    ours = used.pop("line-by-line")
    locked = used.pop(LOCK).removeprefix("sha256 ")
    needs = {f"#{name}": {"@type": "SoftwareApplication", "name": name, "version": v} for name, v in used.items()}
    needs |= {f"#{LOCK}": {"@type": "CreativeWork", "name": LOCK, "sha256": locked}}
    yield {
        "@id": "#line-by-line", "@type": "SoftwareApplication", "name": "Line by Line", "version": ours,
        "softwareRequirements": [{"@id": id} for id in needs],
    }  # fmt: skip
    for id, told in needs.items():
        yield {"@id": id, **told}
    for name in asked:
        question = (check_named(name).__doc__ or "").splitlines()[0]
        yield {
            "@id": f"#{name}", "@type": "SoftwareApplication", "name": name, "description": question, "version": ours,
            "sha256": hashlib.sha256((FOLDER / f"{name}.py").read_bytes()).hexdigest(),
            "isPartOf": {"@id": "#line-by-line"},
        }  # fmt: skip


def _acts(
    case: Case, here: Mapping[str, Mapping[str, str]], redacted: Set[str], people: dict[str, str]
) -> Iterator[Entity]:
    """Each question put to a check, each conclusion and second reading, and what it gave. Fills in `people`."""
    made, hidden = case.log.made_by(), ids_at(case, redacted)
    for number, key in enumerate(sorted(key for key in made if key[0] in ACTS), 1):
        line, row = made[key], case.log.rows[key]
        people.setdefault(line.who, f"#person-{len(people) + 1}")
        refs = [re.split(r"[#“]", ref)[0] for ref in row["evidence"]]
        used = dict.fromkeys([case.file(CLAIMS), *(_place(case, id, here) for id in refs)])
        words = {} if hidden & set(refs) else {"text": row[ACTS[key[0]]]}
        result = {
            "@id": f"#result-{number}", "@type": "CreativeWork", "name": f"{row['claim']}: {row['verdict']}", **words
        }  # fmt: skip
        yield _act(key, line, row, number, people[line.who], [here[path] for path in used if path in here])
        yield result


def _act(
    key: Key, line: Line, row: Mapping[str, Any], number: int, agent: str, used: Sequence[Mapping[str, str]]
) -> Entity:
    how: Entity = {"name": f"{row['claim']} {'concluded' if key[0] == 'conclusion' else 'read by a second person'}"}
    if key[0] == "finding":
        asked = f" ({row['asked']})" if row["asked"] else ""
        how = {"name": f"{row['check']} asked of {row['claim']}{asked}", "instrument": {"@id": f"#{row['check']}"}}
    return {
        "@id": f"#act-{number}", "@type": "CreateAction", **how, "agent": {"@id": agent}, "endTime": line.when,
        "actionStatus": "http://schema.org/CompletedActionStatus", "object": _one_or_all(used),
        "result": {"@id": f"#result-{number}"},
    }  # fmt: skip


def _place(case: Case, id: str, here: Mapping[str, Any]) -> str:
    """Where what the record names lies: the article, a document, or a register."""
    if id == ARTICLE:
        return case.file("article.md")
    places = (f"{case.file('evidence')}/{id}.csv", f"data/reference/{id}.csv", f"{case.file('evidence')}/{id}.md")
    return next((place for place in places if place in here), places[-1])


def ids_at(case: Case, paths: Set[str]) -> set[str]:
    """The ids of the article, the documents and the registers that lie at these places."""
    of = {place_of(case, document): document.id for document in (case.article, *case.documents.values())}
    return {of.get(path, path.rpartition("/")[2].rpartition(".")[0]) for path in paths}

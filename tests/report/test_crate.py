"""RO-Crate: accepted by the specification's own validator, offline, and true to the record."""

from __future__ import annotations

import hashlib
import io
import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
import rocrate
from bundles import bundled, files_in, zipped
from conftest import CASES, ROOT
from published import CASE, published
from urllib3 import HTTPResponse

from checks.case.folder import Case, open_case
from checks.report.bundle import bundle
from checks.report.crate import METADATA, crate

Validate = Callable[..., list[str]]
NOT_TOLD = {  # what only a publisher could say, and these cases have none
    "The `publisher` property of a `Root Data Entity` SHOULD be an `Organization`",
    "The author SHOULD have an organizational affiliation.",
    "The author SHOULD have a Contextual Entity which specifies the organizational `affiliation`.",
}


@pytest.fixture
def validate(tmp_path: Path) -> Validate:
    """What the rocrate-validator has to say of a bundle, down to what the specification only recommends.

    It asks for the context of RO-Crate 1.1, which the package rocrate ships: it is laid where the validator keeps what
    it has fetched, and the validator is told to fetch nothing.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from requests_cache import CachedSession
        from rocrate_validator import models, services
    context = (Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_bytes()
    assert b'"https://w3id.org/ro/crate/1.1/context"' in context
    answer = requests.Response()
    answer.status_code, answer.url = 200, "https://w3id.org/ro/crate/1.1/context"
    answer.headers["Content-Type"] = "application/ld+json"
    answer.request = requests.Request("GET", answer.url).prepare()
    answer.raw = HTTPResponse(io.BytesIO(context), status=200, headers=answer.headers, preload_content=False)
    session = CachedSession(str(tmp_path / "fetched"), backend="sqlite", expire_after=-1)
    session.cache.save_response(answer)
    session.close()

    def found(data: bytes) -> list[str]:
        (tmp_path / "bundle.zip").write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            settings = services.ValidationSettings(
                rocrate_uri=str(tmp_path / "bundle.zip"), profile_identifier="ro-crate-1.1", offline=True,
                requirement_severity=models.Severity.RECOMMENDED, cache_path=tmp_path / "fetched",
            )  # fmt: skip
            result = services.validate(settings)
        assert len(result.executed_checks) > 60
        assert not result.skipped_checks
        return [str(issue.message) for issue in result.get_issues()]

    return found


@pytest.mark.parametrize("name", CASES)
def test_the_validator_accepts_it(name: str, validate: Validate) -> None:
    assert set(validate(bundled(name).data)) <= NOT_TOLD


def test_with_a_publisher_it_has_nothing_to_recommend(project: Path, validate: Validate) -> None:
    assert validate(bundle(published(project)).data) == []


def test_the_validator_sees_what_is_wrong(validate: Validate) -> None:
    files = files_in(bundled(CASE).data)
    graph = json.loads(files[METADATA])
    root = next(one for one in graph["@graph"] if one["@id"] == "./")
    del root["license"]
    root["madeUp"] = "no word of RO-Crate"
    found = validate(zipped(files | {METADATA: json.dumps(graph).encode()}))
    assert any("license" in one for one in found)
    assert any("madeUp" in one for one in found)


@pytest.mark.parametrize("name", CASES)
def test_the_package_rocrate_reads_it(name: str, tmp_path: Path) -> None:
    from rocrate.rocrate import ROCrate

    (tmp_path / "bundle.zip").write_bytes(bundled(name).data)
    crate = ROCrate(tmp_path / "bundle.zip")
    files = files_in(bundled(name).data)
    read = {one.id: one for one in crate.get_by_type("File")}
    assert set(read) == set(files) - {METADATA, "manifest.json", "manifest.sha256"}
    for path, entity in read.items():
        assert entity["sha256"] == hashlib.sha256(files[path]).hexdigest()
        assert entity["contentSize"] == str(len(files[path]))
    log = Case(name, ROOT).log
    acts = crate.get_by_type("CreateAction")
    assert len(acts) == sum(len(log.of(what)) for what in ("finding", "conclusion", "second"))
    assert {act["instrument"].id for act in acts if act.get("instrument")} == {
        f"#{row['check']}" for row in log.of("finding")
    }
    for act in acts:
        assert act["agent"].type == "Person"
        assert act["result"].type == "CreativeWork"
        assert act["endTime"].endswith("Z")
        used = act["object"] if isinstance(act["object"], list) else [act["object"]]
        assert all(one.type == "File" for one in used)


def entities(name: str) -> dict[str, dict[str, Any]]:
    graph = json.loads(files_in(bundled(name).data)[METADATA])["@graph"]
    assert len({one["@id"] for one in graph}) == len(graph)
    return {one["@id"]: one for one in graph}


def test_an_act_says_who_asked_what_of_what_and_what_came_of_it() -> None:
    of = entities(CASE)
    row = next(row for row in Case(CASE, ROOT).log.of("finding") if row["check"] == "held_office_on_date")
    act = next(one for one in of.values() if one.get("instrument") == {"@id": "#held_office_on_date"})
    assert act["name"] == f"held_office_on_date asked of {row['claim']} ({row['asked']})"
    assert [one["@id"].rpartition("/")[2] for one in act["object"]] == ["claims.yaml", "skerrin-harbour-masters.csv"]
    assert of[act["result"]["@id"]]["text"] == row["reason"]
    assert of[act["result"]["@id"]]["name"] == f"{row['claim']}: {row['verdict']}"
    assert of[act["agent"]["@id"]]["name"] == "Line by Line"


def test_a_second_reading_is_an_act_of_who_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKS_WHO", "A Second Reader")
    open_case(CASE).second("no-finer-place", "opinion", because="it is praise", blind=False)
    graph = crate(Case(CASE, project), {}, [])["@graph"]
    of = {one["@id"]: one for one in graph}
    (act,) = [one for one in graph if one.get("name") == "no-finer-place read by a second person"]
    assert of[act["agent"]["@id"]] == {"@id": act["agent"]["@id"], "@type": "Person", "name": "A Second Reader"}
    assert of[act["result"]["@id"]]["text"] == "it is praise"


def test_it_names_the_software_and_the_lock() -> None:
    of = entities(CASE)
    lock = hashlib.sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()
    assert of["#requirements.lock"]["sha256"] == lock
    assert {"#Python", "#requirements.lock"} <= {one["@id"] for one in of["#line-by-line"]["softwareRequirements"]}
    source = (ROOT / "checks" / "held_office_on_date.py").read_bytes()
    assert of["#held_office_on_date"]["sha256"] == hashlib.sha256(source).hexdigest()


def test_what_was_redacted_is_named_by_its_hash_alone(project: Path, validate: Validate) -> None:
    case = Case(CASE, project)
    made = bundle(case, redact=["visitors-book-2036"], because="asked for")
    metadata = files_in(made.data)[METADATA].decode()
    document = case.documents["visitors-book-2036"]
    assert document.title not in metadata
    assert all(fact.passage.quoted not in metadata for fact in document.facts.values())
    graph = {one["name"]: one for one in json.loads(metadata)["@graph"] if "name" in one}
    path = f"data/cases/{CASE}/evidence/visitors-book-2036.md"
    assert graph[path]["sha256"] == case.seals.read()["evidence/visitors-book-2036.md"]
    assert graph[path]["description"] == "redacted: asked for"
    assert set(validate(made.data)) <= NOT_TOLD

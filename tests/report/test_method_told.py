"""The method and the sources on the page: as the docstrings and the record have them, and nothing left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import CASES, ROOT

from checks.case.catalogue import check_named
from checks.case.folder import Case
from checks.case.log import line_bytes
from checks.report.claimed import claimed
from checks.report.method import changes, methods, signed
from checks.report.sources import sources


@pytest.mark.parametrize("case", CASES)
def test_each_check_that_was_asked_is_told_whole(case: str) -> None:
    opened = Case(case, ROOT)
    found = methods(opened)
    asked = opened.log.of("finding")
    assert [one.name for one in found] == sorted({row["check"] for row in asked})
    for one in found:
        words = " ".join((check_named(one.name).__doc__ or "").replace("`", "").replace("*", "").split())
        told = " ".join([one.question, *one.parts, "Cannot tell:", one.cannot_tell, "Source:", one.source])
        assert told == words
        own = [row["verdict"] for row in asked if row["check"] == one.name]
        assert one.found == ", ".join(f"{own.count(word)} {word}" for word in sorted(set(own)))


@pytest.mark.parametrize("case", CASES)
def test_each_source_has_its_standing_its_seal_and_its_claims(case: str) -> None:
    opened = Case(case, ROOT)
    entries, seals = claimed(opened), opened.seals.read()
    listed = sources(opened, entries)
    every = {item.source.id: (standing, item) for standing, group in listed.items() for item in group}
    assert set(opened.documents) <= set(every)
    for standing, item in every.values():
        assert item.seal in seals.values()
        assert standing in ("the article", item.source.standing)
    for entry in entries:
        for one in entry.findings:
            for item in one.evidence:
                id = item.ref.split("#")[0].split("“")[0]
                assert id == "article" or entry in every[id][1].claims


def test_a_verdict_that_was_withdrawn_and_came_back_as_another_is_a_correction(project: Path) -> None:
    path = project / "data/cases/start-here/log.jsonl"
    last = json.loads(path.read_bytes().splitlines()[-1])
    first = next(
        entry for line in path.read_bytes().splitlines() if (entry := json.loads(line))["what"] == "conclusion"
    )
    what = {**last, "claim": first["claim"], "what": "conclusion"}
    added = [{**what, "from": first["to"], "to": None}, {**what, "from": None, "to": first["to"]}]
    path.write_bytes(path.read_bytes() + b"".join(map(line_bytes, added)))
    assert changes(Case("start-here", project)) == []
    added = [
        {**what, "from": first["to"], "to": None},
        {**what, "from": None, "to": {**first["to"], "verdict": "opinion"}},
    ]
    path.write_bytes(path.read_bytes() + b"".join(map(line_bytes, added)))
    (made,) = changes(Case("start-here", project))
    assert (made.claim, made.was, made.now) == (first["claim"], first["to"]["verdict"], "opinion")


def test_a_verdict_that_was_changed_is_a_correction(project: Path) -> None:
    path = project / "data/cases/start-here/log.jsonl"
    last = json.loads(path.read_bytes().splitlines()[-1])
    first = next(
        entry for line in path.read_bytes().splitlines() if (entry := json.loads(line))["what"] == "conclusion"
    )
    was, now = first["to"], {**first["to"], "verdict": "opinion"}
    added = {**last, "claim": first["claim"], "what": "conclusion", "from": was, "to": now, "why": "read again"}
    path.write_bytes(path.read_bytes() + line_bytes(added | {"when": "2036-07-04T10:00:00+00:00", "who": "A Tester"}))
    case = Case("start-here", project)
    (made,) = changes(case)
    assert (made.claim, made.was, made.now) == (first["claim"], was["verdict"], "opinion")
    assert (made.on, made.by, made.why) == ("2036-07-04", "A Tester", "read again")
    assert sum(signed(case).values()) == len(case.claims.of)

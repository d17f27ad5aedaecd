"""The files for programs, by their names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from published import CASE, published

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.report.claim_review import feed
from checks.report.data_files import data_file


def test_the_name_says_what_is_written(project: Path) -> None:
    with pytest.raises(CaseError, match="there can be no ClaimReview: "):
        data_file(Case(CASE, project), "claimreview.json")
    case = published(project)
    assert json.loads(data_file(case, "lighthouse.claimreview.json") or b"") == feed(case)
    assert json.loads(data_file(case, "lighthouse.annotations.jsonld") or b"")["type"] == "AnnotationCollection"
    assert data_file(case, "lighthouse.html") is None

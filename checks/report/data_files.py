"""What a report can be written as for programs; the name of the file says which."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.report.annotations import annotation_collection
from checks.report.claim_review import feed, why_none

CLAIM_REVIEW, ANNOTATIONS = "claimreview.json", "annotations.jsonld"


def data_file(case: Case, name: str, differences: Sequence[str] = ()) -> bytes | None:
    """The ClaimReviews or the Web Annotations of a case, if the file's name asks for these; else None.

    Raises `CaseError` where there can be no ClaimReview, such as for a case with `differences` from its record.
    """
    if name.endswith(CLAIM_REVIEW):
        if why := why_none(case, differences):
            raise CaseError(f"there can be no ClaimReview: {why}", file=case.file("claims.yaml"))
        return as_json(feed(case))
    return as_json(annotation_collection(case)) if name.endswith(ANNOTATIONS) else None


def as_json(value: Mapping[str, Any]) -> bytes:
    """A value as the bytes of a file."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"

"""What the cases concluded before, as a claim can be held beside it."""

from __future__ import annotations

from pathlib import Path

from checks.case.own_conclusions import claims_said, own_conclusions

LARKMERE = "2031-06-larkmere-mile"


def test_every_conclusion_of_every_other_case_is_there(project: Path) -> None:
    found, left_out = own_conclusions(project)
    assert not left_out
    without, _ = own_conclusions(project, LARKMERE)
    own = [one for one in found if one.url.startswith(f"data/cases/{LARKMERE}/")]
    assert own and len(without) == len(found) - len(own)
    assert {one.claim for one in own} <= set(claims_said(LARKMERE, project))
    assert all(one.rating and one.publisher and one.on[:2] == "20" for one in own)
    assert (project / own[0].url.partition("#")[0]).is_file()


def test_a_case_that_cannot_be_opened_is_named(project: Path) -> None:
    (project / "data" / "cases" / LARKMERE / "claims.yaml").write_text("claims: [")
    found, left_out = own_conclusions(project)
    assert found and len(left_out) == 1 and left_out[0].startswith(f"{LARKMERE}: it cannot be opened")

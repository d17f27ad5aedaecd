"""BM25 (rank-bm25) and TF-IDF of words and of characters (scikit-learn): which of many claims are nearest to a text?

Each line has `claims` and `texts`; the answer gives, for each way, the places of the five nearest claims of each text, and
the seconds of one core that asking for all of them took.
"""

import json
import re
import sys
import time

import numpy as np
from rank_bm25 import BM25Okapi
from sklearn.feature_extraction.text import TfidfVectorizer

WAYS = {
    "TF-IDF, words": {"analyzer": "word", "sublinear_tf": True},
    "TF-IDF, characters (3 to 5)": {"analyzer": "char", "ngram_range": (3, 5), "sublinear_tf": True},
    "TF-IDF, characters in words (3 to 5)": {"analyzer": "char_wb", "ngram_range": (3, 5), "sublinear_tf": True},
}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def nearest(scores: np.ndarray) -> list[int]:
    return [int(place) for place in np.argsort(-scores, kind="stable")[:5]]


for line in sys.stdin:
    asked = json.loads(line)
    bm25 = BM25Okapi([words(claim) for claim in asked["claims"]])
    began = time.process_time()
    found = [nearest(bm25.get_scores(words(text))) for text in asked["texts"]]
    answer = {"BM25 (rank-bm25)": {"places": found, "seconds": time.process_time() - began}}
    for way, options in WAYS.items():
        model = TfidfVectorizer(**options)
        claims = model.fit_transform(asked["claims"]).T.tocsr()
        began = time.process_time()
        found = [nearest((model.transform([text]) @ claims).toarray()[0]) for text in asked["texts"]]
        answer[way] = {"places": found, "seconds": time.process_time() - began}
    print(json.dumps(answer))

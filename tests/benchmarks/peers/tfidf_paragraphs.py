"""TF-IDF of scikit-learn: how unlike each paragraph is to the rest of its article, by cosine.

Each line is a list of articles, each a list of paragraphs; the answer has a score for each. Words are weighed by how many
paragraphs of all the articles have them.
"""

import json
import sys

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

for line in sys.stdin:
    articles = json.loads(line)
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit([one for texts in articles for one in texts])
    answer = []
    for texts in articles:
        own = vectors.transform(texts).toarray()
        rest = own.sum(0) - own
        lengths = np.linalg.norm(own, axis=1) * np.linalg.norm(rest, axis=1)
        answer.append([float(-one) for one in (own * rest).sum(1) / np.where(lengths > 0, lengths, 1)])
    print(json.dumps(answer))

"""TF-IDF of words and pairs of words with logistic regression: trained on what it is given, asked of the rest.

Each line is `{"train": [[text, label], …], "test": [text, …]}`; the answer is `{"labels": […], "scores": […]}`.
"""

import json
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

for line in sys.stdin:
    asked = json.loads(line)
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, lowercase=True),
        LogisticRegression(C=10, class_weight="balanced", max_iter=1000),
    )
    model.fit([text for text, _ in asked["train"]], [label for _, label in asked["train"]])
    answer = {
        "labels": [int(label) for label in model.predict(asked["test"])],
        "scores": [float(one) for one in model.predict_proba(asked["test"])[:, 1]],
    }
    print(json.dumps(answer))

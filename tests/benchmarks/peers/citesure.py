"""citesure without its NLI model: its overlap tier, with a passage as the excerpt that the claim cites.

Each line is `{"claim": …, "passage": …}`; the answer is “passed” (its `supported`), “flagged” (`unsupported`), “ambiguous”
or “crashed”.
"""

import json
import sys

sys.path.pop(0)  # this script's own folder, where `citesure` is this script
from citesure.overlap import score_compound_claim, segment_passages, status_for_score

SAID = {"supported": "passed", "unsupported": "flagged", "ambiguous": "ambiguous"}
for line in sys.stdin:
    asked = json.loads(line)
    try:
        score, _ = score_compound_claim(asked["claim"], segment_passages(asked["passage"]))
        said = SAID[str(status_for_score(score))]
    except Exception:
        said = "crashed"
    print(json.dumps(said))

"""anchorcite without its model: whether `anchor_claim` finds a supporting sentence in a passage (its lexical scorer).

Each line is `{"claim": …, "passage": …}`; the answer is “passed” (a sentence found), “flagged” (none) or “crashed”.
"""

import json
import sys

sys.path.pop(0)  # this script's own folder, where `anchorcite` is this script
from anchorcite import anchor_claim

for line in sys.stdin:
    asked = json.loads(line)
    try:
        said = "passed" if anchor_claim(asked["claim"], asked["passage"]) else "flagged"
    except Exception:
        said = "crashed"
    print(json.dumps(said))

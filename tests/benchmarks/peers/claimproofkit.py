"""claimproofkit: whether a document of one claim is safe to publish, with a passage as its evidence.

Each line is `{"claim": …, "passage": …}`; the answer is “passed” (`is_safe_to_publish`), “flagged” (it blocks a document in
which it finds no claim, too) or “crashed”.
"""

import json
import sys

sys.path.pop(0)  # this script's own folder, where `claimproofkit` is this script
from claimproofkit import ClaimVerifier, EvidencePassage

verifier = ClaimVerifier()
for line in sys.stdin:
    asked = json.loads(line)
    try:
        evidence = [EvidencePassage(id="1", source="passage", text=asked["passage"])]
        said = "passed" if verifier.verify_document(asked["claim"], evidence).is_safe_to_publish else "flagged"
    except Exception:
        said = "crashed"
    print(json.dumps(said))

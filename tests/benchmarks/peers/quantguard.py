"""rag-quantguard: the numbers, ranges, bounds and references of a claim against a passage, with its default tolerance.

Each line is `{"claim": …, "passage": …}`; the answer is “passed” (`is_valid`: none contradicted, ambiguous or unsupported),
“flagged”, “silent” (it found nothing to check) or “crashed”.
"""

import json
import sys

sys.path.pop(0)  # this script's own folder, where `quantguard` is this script
from quantguard import QuantitativeGuard

guard = QuantitativeGuard()
for line in sys.stdin:
    asked = json.loads(line)
    try:
        found = guard.verify(generated_text=asked["claim"], source_chunks=[asked["passage"]])
        said = "silent" if not found.results else "passed" if found.is_valid else "flagged"
    except Exception:
        said = "crashed"
    print(json.dumps(said))

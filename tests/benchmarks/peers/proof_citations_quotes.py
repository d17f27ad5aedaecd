"""What proof-citations says of each quotation beside its stored page text: verified, partial, not_found."""

import json
import sys

from proof_citations.verify import verify_citation

for line in sys.stdin:
    asked = json.loads(line)
    told = verify_citation(
        "https://example.org/", asked["quoted"], "q", snapshot=asked["source"], oa_lookup=False, skip_live_fetch=True
    )
    print(json.dumps(told["status"]))

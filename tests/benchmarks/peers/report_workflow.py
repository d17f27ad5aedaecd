"""report-workflow: its gate for the sentences of an answer (`report_workflow.verify.verify`), with a passage as the source.

Each line is `{"claim": …, "passage": …}`; the answer is “passed” (`publishable`), “flagged”, “silent” (it read no sentence)
or “crashed”.
"""

import json
import sys

sys.path.pop(0)  # this script's own folder, where `report_workflow` is this script
from report_workflow.verify import verify

for line in sys.stdin:
    asked = json.loads(line)
    try:
        found = verify(asked["claim"], asked["passage"])
        said = "silent" if not found["sentence_results"] else "passed" if found["publishable"] else "flagged"
    except Exception:
        said = "crashed"
    print(json.dumps(said))

"""onus without a model: the figures and dates of a claim against a passage (its `--no-llm --evidence-text`).

Each line is `{"claim": …, "passage": …}`; the answer is “passed” (claims and no finding), “flagged”, “silent” (no claim
found: onus itself says that all 0 are supported) or “crashed”.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.pop(0)  # this script's own folder, where `onus` is this script
from onus import evidence
from onus.engine import check
from onus.settings import Settings

with tempfile.TemporaryDirectory() as folder:
    document = Path(folder) / "claim.md"
    for line in sys.stdin:
        asked = json.loads(line)
        document.write_text(asked["claim"] + "\n", encoding="utf-8")
        try:
            found = check(document, evidence.load(texts=[asked["passage"]]), Settings(llm=False))
            said = "silent" if not found.claims else "flagged" if found.findings else "passed"
        except Exception:
            said = "crashed"
        print(json.dumps(said))

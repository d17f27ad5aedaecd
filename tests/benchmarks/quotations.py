"""How often is a real quotation, left as it is or altered by one word, told rightly? (PolNeAR 1.0, news of 2016)

Every quotation of six words or more between curly or straight double marks is asked of its own article: as it stands,
with a word left out, with a *not* put in, and with a number changed where it has one. The floor is what always
answering "verbatim", or never, would get.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from page import About

from checks import quotation_is_verbatim
from checks.case.nouns import Anchor, Claim, Document, Verdict

QUOTED = re.compile(r"[“\"]([^“”\"\n]{20,300})[”\"]")

ABOUT = About(
    data="quotations of PolNeAR 1.0 (networkdynamics/PolNeAR), altered by the run",
    licence="none stated; not ours to publish",
    files=("quotes-polnear/dev/polnear_dev.jsonl",),
)


def bench(data: Path) -> list[tuple[str, str]]:
    """The share told rightly, for each way of leaving or altering; counts beside it."""
    source = data / "quotes-polnear" / "dev" / "polnear_dev.jsonl"
    if not source.exists():
        return []
    right: dict[str, list[bool]] = {
        "left as it stands": [],
        "a word left out": [],
        "a not put in": [],
        "a number changed": [],
    }
    for line in source.read_text(encoding="utf-8").splitlines()[:40]:
        text = json.loads(line)["text"]
        document = Document("article", "evidence", "", "", "", None, None, "", "secondary", text, text)
        for quotation in dict.fromkeys(found[1].strip() for found in QUOTED.finditer(text)):
            words = quotation.split()
            if len(words) < 6:
                continue
            half = len(words) // 2
            forms = {
                "left as it stands": quotation,
                "a word left out": " ".join(words[:half] + words[half + 1 :]),
                "a not put in": " ".join([*words[:half], "not", *words[half:]]),
            }
            if re.search(r"\b\d+\b", quotation):
                forms["a number changed"] = re.sub(r"\b\d+\b", lambda found: str(int(found[0]) + 7), quotation, count=1)
            for form, asked in forms.items():
                claim = Claim("c", Anchor(asked), asked, "article")
                verdict = quotation_is_verbatim.check(claim, quotation=asked, source=document).verdict
                right[form].append((verdict is Verdict.SUPPORTED) == (form == "left as it stands"))
    told = [(form, f"{sum(found)} of {len(found)}") for form, found in right.items()]
    every = sum(len(found) for found in right.values())
    verbatim = len(right["left as it stands"])
    return [
        *told,
        ("always “verbatim” would get", f"{verbatim} of {every}"),
        ("never “verbatim”", f"{every - verbatim} of {every}"),
    ]

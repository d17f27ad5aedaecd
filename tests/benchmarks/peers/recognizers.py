"""recognizers-text (Microsoft): the time phrases of each text, as `[start, end, value, type]`.

Where it offers a past and a future reading, the past one is taken, as news calls for.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime
from typing import Any

from recognizers_date_time import recognize_datetime

KINDS = {"date": "DATE", "daterange": "DATE", "time": "TIME", "timerange": "TIME", "datetime": "TIME",
         "datetimerange": "TIME", "duration": "DURATION", "set": "SET"}  # fmt: skip


def answer(asked: dict[str, str]) -> list[list[Any]]:
    """The phrases of one text."""
    found = []
    day = datetime.fromisoformat(asked["dateline"])
    for one in recognize_datetime(asked["text"], "en-us", reference=day):
        values = (one.resolution or {}).get("values") or [{}]
        first = values[0]
        timex = str(first.get("timex", ""))
        kind = one.type_name.split(".")[-1]
        value = timex
        whole = re.fullmatch(r"\((\d{4})-(\d\d)-01,[^,]*,P(1M|3M|1Y)\)", timex)
        if whole:  # a month, quarter or year that is written as a span is read as such
            number = {"1M": f"-{whole[2]}", "3M": f"-Q{int(whole[2]) // 3 + 1}", "1Y": ""}[whole[3]]
            value = f"{whole[1]}{number}"
        elif "X" in timex or timex.startswith("("):
            value = str(first.get("value") or first.get("start") or timex)
        if kind == "datetime":
            value = re.sub(r" (\d\d:\d\d):\d\d$", r"T\1", value)
        found.append([one.start, one.end + 1, value, KINDS.get(kind, "DATE")])
    return found


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)

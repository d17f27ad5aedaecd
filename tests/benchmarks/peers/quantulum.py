"""quantulum3 without its classifier (which needs an old scikit-learn) on one sentence a line: the values, as strings.

A range of its, given as a middle and an uncertainty, is answered as the two ends.
"""

from __future__ import annotations

import json
import sys

from quantulum3 import parser


def main() -> None:
    """Answers each line with the list of values found."""
    for line in sys.stdin:
        values = []
        try:
            found = parser.parse(json.loads(line))
        except Exception:  # it fails on some sentences, and then has nothing to say of them
            found = []
        for quantity in found:
            if quantity.uncertainty:
                low, high = quantity.value - quantity.uncertainty, quantity.value + quantity.uncertainty
                values += [repr(round(low, 9)), repr(round(high, 9))]
            else:
                values.append(repr(quantity.value))
        print(json.dumps(values), flush=True)


main()

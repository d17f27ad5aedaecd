"""Lives and courses of events that cannot be: ages, anniversaries, deeds out of order, and dates out of tense."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checks.reading.article import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.timelines import timelines

FAULTS = yaml.safe_load((Path(__file__).parents[1] / "faults" / "lives.yaml").read_text(encoding="utf-8"))
DAY = "2031-05-02"
FIRES = [
    ("Ada Brandt was 22 when she joined the ballet in 1990. Brandt, now 70, teaches.", DAY),
    ("Now 70, Ada Brandt teaches. Brandt was 22 when she joined the ballet in 1990.", DAY),
    ("Kofi Mensah, who is 30, sells maps. Mensah was born in Tema on 4 June 1985.", DAY),
    ("Kofi Mensah sells maps. Born in Tema in 1985, Mensah celebrated his 60th birthday on Friday.", DAY),
    ("Ada Brandt was 30 when she sang in 1990, and 60 when she sang again in 2000.", None),
    ("The pier marks its centenary this week. It was opened in June 1950 by a duke.", DAY),
    ("The two celebrate their ruby wedding on Friday. They married in 2001.", DAY),
    ("For two centuries the mill has ground the valley's corn. The mill was built in 1960 by monks.", DAY),
    ("The 90-year-old company sells soap. It was founded in 1990 in a shed.", DAY),
    ("Ilse Brandt died in 1999. In 2004 Brandt sold the mill to the town.", None),
    ("Ilse Brandt died on 3 May 1999 after a fall. She was elected to the board in 2004.", None),
    ("The tower was torn down in 1962. In 1970 the tower held the town's water.", None),
    ("The bank was founded in 1950. In 1940 the bank lent the king a million.", None),
    ("Per Lund was tried in March 2010. He had been arrested in June 2010.", None),
    ("Per Lund was convicted on 4 March 2010. Detectives had charged him on 6 May 2010.", None),
    ("Ada Brandt stepped down on 3 April 2030. Her resignation on 19 April 2030 was expected.", None),
    ("They married in 1999. The couple divorced in 1994.", None),
    ("A storm tore the roof off the school on 14 May, and lessons were held in a barn.", DAY),
    ("A storm tore the roof off the school on 14 May 2031.", DAY),
    ("The river burst its banks on May 17 and filled the cellars.", DAY),
    ("The council will hold a hearing on the quarry on April 3 in the town hall.", DAY),
]
SILENT = [
    ("Ada Brandt was 22 when she joined the ballet in 1990. Brandt, now 63, teaches.", DAY),
    ("Ada Brandt was 22 when she joined the ballet in 1990. Her son Karl, now 30, dances.", DAY),
    ("Ada Brandt was born in 1968. Her husband died in 1999 aged 79.", None),
    ("Ada Brandt was born in 1968. Per Lund, 30, plays the part.", DAY),
    ("The pier marks its centenary next year. It was opened in June 1932 by a duke.", DAY),
    ("The pier marks the centenary of the poet. It was opened in June 1950 by a duke.", DAY),
    ("The two celebrate their ruby wedding on Friday. The hotel was opened in 2001.", DAY),
    ("Ilse Brandt died in 1999. In 2004 Karl Brandt sold the mill to the town.", None),
    ("Ilse Brandt died in 1999. Her daughter Nora ran the mill. In 2004 she sold it.", None),
    ("Ilse Brandt died in 1999. In 2004 Brandt received a posthumous medal.", None),
    ("The tower was torn down in 1962. In 1970 the rebuilt tower held the town's water.", None),
    ("Per Lund was arrested in March 2010. Ana Holm was tried in January 2010.", None),
    ("Per Lund was convicted in 2010. He had previously been arrested in 2014 according to nobody.", None),
    ("Per Lund was elected in 2010 and elected again in 2014.", None),
    ("A storm tore the roof off the school on 14 December, and lessons were held in a barn.", DAY),
    ("Lessons were to be held in a barn until the roof, damaged last week, is mended on 14 May.", DAY),
    ("The minister called an election on 14 May.", DAY),
    ("The council said it would hold a hearing on April 3.", DAY),
    ("The council will hold a hearing on February 3.", DAY),
]


def suspected(text: str, dateline: str | None) -> list[Suspicion]:
    reading = read(text, dateline, names=False)
    return [one for one in (reading.clean or reading).suspect(timelines) if one.certainty != "look"]


@pytest.mark.parametrize(("text", "dateline"), FIRES)
def test_what_cannot_be_is_suspected(text: str, dateline: str | None) -> None:
    assert suspected(text, dateline)


@pytest.mark.parametrize(("text", "dateline"), SILENT)
def test_a_near_miss_is_not(text: str, dateline: str | None) -> None:
    assert suspected(text, dateline) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["id"])
def test_a_planted_fault_is_found_and_its_twin_is_silent(fault: dict[str, object]) -> None:
    text = str(fault["text"])
    clean, words = fault["clean"], fault["words"]
    assert isinstance(clean, dict) and isinstance(words, list)
    dateline = str(fault.get("dateline", "")) or None
    found = suspected(text, dateline)
    assert any(word in span.exact or span.exact in word for one in found for span in one.spans for word in words)
    for wrong, right in clean.items():
        assert text.count(wrong) == 1
        text = text.replace(wrong, right)
    assert suspected(text, dateline) == []

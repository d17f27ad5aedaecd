"""Security markings and codes against their published forms."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.copying import markings as room
from checks.reading.suspicions.copying.codes import wrong_codes
from checks.reading.suspicions.copying.markings import markings

TABLE = Path(room.__file__).with_name("markings.csv")


def suspected(words: str) -> list[Suspicion]:
    text = f"The council met on Monday to hear of the leak.\n\nThe paper, seen by reporters, was {words} when it was found."
    return read(text, names=False).suspect(markings)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("marked ‘Top Secret/No Foreign Nationals,’", "TOP SECRET//NOFORN"),
        ("stamped “Secret/Noforn”", "SECRET//NOFORN"),
        ("marked SECRET/NOFORN", "SECRET//NOFORN"),
        ("marked “SECRET NOFORN”", "SECRET//NOFORN"),
        ("marked “Top Secret – NOFORN”", "TOP SECRET//NOFORN"),
        ("marked “SECRET / NOFORN”", "no spaces about a slash"),
        ("marked top secret/noforn by the clerk", "TOP SECRET//NOFORN"),
        ("stamped “SECRET/SI/NOFORN/ORCON”", "SECRET//SI//NOFORN/ORCON"),
        ("“SECRET//REL TO UK, USA”", "SECRET//REL TO USA, GBR"),
        ("“SECRET//REL TO GBR, USA”", "USA first"),
        ("“TOP SECRET//NOFORN//REL TO USA, GBR”", "either NOFORN or REL TO"),
        ("labelled “NATO Top Secret”", "COSMIC TOP SECRET"),
        ("labelled NATO TOP SECRET", "COSMIC TOP SECRET"),
        ("marked “OFFICIAL/SENSITIVE”", "OFFICIAL-SENSITIVE"),
        ("marked “Protected D”", "PROTECTED A, B or C"),
        ("marked TLP:PURPLE", "AMBER+STRICT"),
        ("begun with (S/NF)", "(S//NF)"),
        ("marked “CLASSIFIED//NOFORN”", "is no level"),
        ("read at DEFCON 6", "from 1 to 5"),
        ("lost in an EF7 tornado", "from 0 to 5"),
    ],
)
def test_a_marking_in_no_published_form_is_likely_a_fault(words: str, right: str) -> None:
    (one,) = suspected(words)
    assert one.certainty == "likely"
    assert right in one.reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("headed SECRET//NOFORN//SI", "compartments before controls: SECRET//SI//NOFORN"),
        ("a page, TOP SECRET//ORCON//HCS, and", "compartments before controls"),
        ("printed as “(TOP S//ORCON/) NOTE 2”", "“TOP S” is no level"),
        ("headed NATO COSMIC RESTRICTED by them", "in no published list"),
        ("stamped OFFICIAL-SECRET, with", "in no published list"),
    ],
)
def test_a_marking_is_looked_at_whatever_stands_before_it(words: str, reason: str) -> None:
    (one,) = suspected(words)
    assert one.certainty == "likely"
    assert reason in one.reason


@pytest.mark.parametrize(
    "words",
    [
        "marked TLP:WHITE",
        "marked TLP: RED",
        "marked “Ultra Secret”",
        "marked “TOP SECRET//XYZ//NOFORN”",
        "under TOP SECRET/SCI rules",
        "a so-called “EU Secret”",
    ],
)
def test_what_may_be_in_order_is_only_looked_at(words: str) -> None:
    assert [one.certainty for one in suspected(words)] == ["look"]


@pytest.mark.parametrize(
    "words",
    [
        "marked “TOP SECRET//SI/TK//NOFORN”",
        "headed SECRET//HCS//ORCON/NOFORN",
        "marked “NATO CONFIDENTIAL”",
        "in the rooms of NATO/UN staff",
        "marked “SECRET//NOT RELEASABLE TO FOREIGN NATIONALS”",
        "marked “Top Secret”",
        "a top secret memo on a secret/private deal",
        "a NATO secret weapon",
        "marked “OFFICIAL: Sensitive”",
        "marked “RESTREINT UE/EU RESTRICTED”",
        "marked “UNCLASSIFIED//FOUO”, and (S//NF)",
        "marked TLP:AMBER+STRICT",
        "sent to TLP: the Tension Leg Platform",
        "“secret”, “confidential” and “classified”",
        "marked “strictly confidential”",
        "read at DEFCON 2 in a BSL-4 laboratory after an EF5 tornado",
        "read at the “Official/Unofficial” talks (S/he said so)",
    ],
)
def test_a_marking_in_its_published_form_and_a_description_are_left_alone(words: str) -> None:
    assert suspected(words) == []


RIGHT = [
    "978-0-306-40615-7", "0-306-40615-2", "1-800-555-0123", "IMEI 49-015420-323751-8", "card 4539 1488 0343 6467",
    "account DE89 3704 0044 0532 0130 00",
    "ISBN 978-0-306-40615-7", "ISBN 0-306-40615-2", "ISBN 080442957X", "ISSN 0378-5955", "IMO 9074729",
    "IBAN GB82 WEST 1234 5698 7654 32", "IBAN: DE89370400440532013000", "VIN 1M8GDM9AXKP042788", "ISIN US0378331005",
    "LEI 5493001KJTIIGC8Y1R12", "ORCID 0000-0002-1825-0097", "container CSQU3054383", "CAS 7732-18-5",
    "ABN 51 824 753 556", "CVE-2024-12345", "CVE-1999-0001", "doi:10.1000/182", "https://doi.org/10.1038/nature12373",
]  # fmt: skip
WRONG = [
    ("978-0-306-40615-8", "certain"), ("0-306-40615-3", "likely"), ("IMEI 490154203237519", "certain"),
    ("IMEI 4901542032375", "likely"), ("card 4539 1488 0343 6468", "likely"),
    ("account DE89 3704 0044 0532 0130 01", "certain"), ("VIN: 1M8GDM9A1KP042788", "likely"),
    ("ISBN 978-0-306-40615-8", "certain"), ("ISBN 0-306-40615-3", "certain"), ("ISBN 97803064061", "likely"),
    ("ISBN 977-0-306-40615-8", "likely"), ("ISSN 0378-5956", "certain"), ("IBAN GB82 WEST 1234 5698 7654 33", "certain"),
    ("IBAN DE8937040044053201300", "likely"), ("IMO 9074728", "certain"), ("IMO number 907472", "likely"),
    ("VIN 1M8GDM9A1KP042788", "likely"), ("VIN 1M8GDM9AXKPO42788", "likely"), ("ISIN US0378331006", "certain"),
    ("LEI 5493001KJTIIGC8Y1R13", "certain"), ("ORCID 0000-0002-1825-0098", "certain"),
    ("container CSQU3054384", "certain"), ("CAS 7732-18-6", "certain"), ("ABN 51 824 753 557", "certain"),
    ("CVE-24-12345", "likely"), ("CVE-2024-123", "likely"), ("doi:11.1000/182", "likely"),
]  # fmt: skip


@pytest.mark.parametrize("code", RIGHT)
def test_a_code_that_its_rule_allows_is_left_alone(code: str) -> None:
    assert list(wrong_codes(f"It bears {code}.")) == []
    assert suspected(f"listed under {code}") == []


@pytest.mark.parametrize(("code", "certainty"), WRONG)
def test_a_code_that_its_rule_rules_out(code: str, certainty: str) -> None:
    (one,) = suspected(f"listed under {code}")
    assert one.certainty == certainty
    assert one.spans[0].exact in code


@given(st.integers(0, 10**12 - 1).map(lambda n: f"{n:012}"), st.integers(0, 9))
def test_of_ten_last_digits_one_makes_an_isbn(digits: str, last: int) -> None:
    stem = "978" + digits[3:]
    wrong = [n for n in range(10) if list(wrong_codes(f"ISBN {stem}{n}."))]
    assert len(wrong) == 9
    assert (last in wrong) == bool(list(wrong_codes(f"ISBN {stem}{last}.")))


def test_every_row_of_the_table_has_a_source_that_the_page_names() -> None:
    page = TABLE.with_suffix(".md").read_text(encoding="utf-8")
    rows = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
    assert len(rows) > 90
    for row in rows:
        assert f"| {row['source']} |" in page
        assert row["kind"] in ("level", "control", "compartment", "prefix", "whole", "misnomer", "colour", "withdrawn")


@settings(max_examples=100)
@given(st.text(alphabet="TOPSECRNF/ “”(),:-LUI09", max_size=80))
def test_any_words_are_read_and_placed(words: str) -> None:
    text = f"The council met on Monday to hear of the leak. It was marked “SECRET/{words} and was found."
    for one in read(text, names=False).suspect(markings):
        assert all(text[span.start : span.end] == span.exact for span in one.spans)
        assert one.reason.endswith(".")

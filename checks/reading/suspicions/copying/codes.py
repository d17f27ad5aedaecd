"""Codes that bear a check digit or have a fixed form: of books, ships, accounts, vehicles, chemicals, weaknesses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checks.reading.parts import Certainty

_LETTERS = {letter: 10 + n for n, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_OF_VEHICLES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
# How long an account number of each country is, of those that newspapers are likely to print.
_IBAN_LENGTHS = {
    "AE": 23, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IT": 27, "LT": 20, "LU": 20,
    "LV": 21, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SA": 24, "SE": 24, "SI": 19, "SK": 24,
    "TR": 26, "UA": 29,
}  # fmt: skip
_FIRST_CVE = 1999
_NUMBER = r"(?:\s?(?:[Nn]umber|[Nn]o\.?|code|registry number|RN|identifier)\b\.?)?(?: (?:is|was|of))?[\s:#,(]{0,3}"


@dataclass(frozen=True)
class WrongCode:
    """A code that its own rule rules out, with its place in the text."""

    start: int
    end: int
    reason: str
    certainty: Certainty


def wrong_codes(text: str) -> Iterator[WrongCode]:
    """Codes of a text that cannot be right: a check digit that the other digits do not give, a wrong length or form.

    Only what the text calls by its name is looked at, and what has the form of an ISBN.

    Sources of the rules: the ISBN Users' Manual; ISO 3297 (ISSN);
    the SWIFT IBAN Registry (ISO 13616); IMO resolution A.1117(30); 49 CFR 565 (vehicles); ISO 6166 (ISIN); ISO 17442
    (LEI); ISO 6346 (containers); ISO/IEC 7812-1 (cards);
    ORCID's support pages; CAS registry; the Australian Business Register; the CVE
    Programme's rules; the DOI Handbook; of scales, the Joint Chiefs of Staff (DEFCON), the National Weather Service
    (EF), the World Health Organization (BSL) and the IAEA (INES).
    """
    for name, looks, lowest, highest in _SCALES:
        for found in looks.finditer(text) if name in text else ():
            if not lowest <= int(found["code"]) <= highest:
                reason = f"“{found[0]}” is on no scale: {name} goes from {lowest} to {highest}."
                yield WrongCode(found.start(), found.end(), reason, "likely")
    for signs, looks, wrong in _CODES:
        if any(sign in text for sign in signs):
            for found in looks.finditer(text):
                told = wrong(found["code"])
                if told:
                    yield WrongCode(found.start("code"), found.end("code"), f"{told[0]}.", told[1])


_Told = tuple[str, Certainty] | None


def _isbn(code: str) -> _Told:
    digits = re.sub(r"[^\dXx]", "", code).upper()
    if len(digits) == 10 and "X" not in digits[:9]:
        given = -sum((10 - n) * int(digit) for n, digit in enumerate(digits[:9])) % 11
        return _digit("ISBN", code, "X" if given == 10 else str(given), digits[9])
    if len(digits) == 13 and digits.isdigit():
        if not digits.startswith(("978", "979")):
            return f"The ISBN {code} does not begin with 978 or 979, as every ISBN of 13 digits does", "likely"
        return _digit(
            "ISBN", code, str(-sum((1, 3)[n % 2] * int(d) for n, d in enumerate(digits[:12])) % 10), digits[12]
        )
    return f"The ISBN {code} has {len(digits)} digits, and an ISBN has 10 or 13", "likely"


def _bare_isbn(code: str) -> _Told:
    """Of what the text does not call an ISBN, but has the form of one."""
    long = len(code) == 17
    told = _isbn(code) if long or len(code) == 13 else None
    return told and (told[0], told[1] if long else "likely")


def _issn(code: str) -> _Told:
    digits = code.replace("-", "").upper()
    given = -sum((8 - n) * int(digit) for n, digit in enumerate(digits[:7])) % 11
    return _digit("ISSN", code, "X" if given == 10 else str(given), digits[7])


def _iban(code: str) -> _Told:
    plain = code.replace(" ", "")
    length = _IBAN_LENGTHS.get(plain[:2])
    if length is None:
        return None
    if len(plain) < length:
        return f"The IBAN {code} has {len(plain)} characters, and one of {plain[:2]} has {length}", "likely"
    plain = plain[:length]
    if _number(plain[4:] + plain[:4]) % 97 != 1:
        return f"The IBAN {code} has the check digits {plain[2:4]}, which the rest of it does not give", "certain"
    return None


def _imo(code: str) -> _Told:
    if len(code) != 7:
        return f"The IMO number {code} has {len(code)} digits, and a ship's has 7", "likely"
    given = sum((7 - n) * int(digit) for n, digit in enumerate(code[:6])) % 10
    return _digit("IMO number", code, str(given), code[6])


def _vin(code: str) -> _Told:
    if not any(map(str.isdigit, code)):
        return None
    if len(code) != 17:
        return f"The VIN {code} has {len(code)} characters, and one of a vehicle since 1981 has 17", "look"
    if set(code) & set("IOQ"):
        return f"The VIN {code} has an I, O or Q, which no VIN has", "likely"
    given = sum(w * (int(c) if c.isdigit() else _OF_VEHICLES[c]) for w, c in zip(_VIN_WEIGHTS, code, strict=True)) % 11
    if code[0] not in "12345":  # elsewhere the ninth character need not be a check digit
        return None
    told = _digit("VIN", code, "X" if given == 10 else str(given), code[8])
    return told and (told[0], "likely")


def _isin(code: str) -> _Told:
    return _digit("ISIN", code, _luhn(str(_number(code[:-1]))), code[-1])


def _imei(code: str) -> _Told:
    digits = re.sub(r"\D", "", code)
    if len(digits) in (14, 16):  # without its check digit, or with the version of its program
        return None
    if len(digits) != 15:
        return f"The IMEI {code} has {len(digits)} digits, and a telephone's has 15", "likely"
    return _digit("IMEI", code, _luhn(digits[:-1]), digits[-1])


def _card(code: str) -> _Told:
    digits = re.sub(r"\D", "", code)
    told = _digit("card number", code, _luhn(digits[:-1]), digits[-1])
    return told and (told[0], "likely")  # a newspaper may print a made-up one


def _luhn(digits: str) -> str:
    """The check digit of ISO/IEC 7812-1."""
    doubled = [int(digit) * (2 if n % 2 == 0 else 1) for n, digit in enumerate(reversed(digits))]
    return str(-sum(n // 10 + n % 10 for n in doubled) % 10)


def _lei(code: str) -> _Told:
    if _number(code) % 97 != 1:
        return f"The LEI {code} has the check digits {code[-2:]}, which the rest of it does not give", "certain"
    return None


def _orcid(code: str) -> _Told:
    total = 0
    for digit in code.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    given = (12 - total % 11) % 11
    return _digit("ORCID", code, "X" if given == 10 else str(given), code[-1])


def _container(code: str) -> _Told:
    plain = re.sub(r"[ -]", "", code)
    values = [int(c) if c.isdigit() else _LETTERS[c] + (_LETTERS[c] - 1) // 10 for c in plain[:10]]
    return _digit("container number", code, str(sum(v * 2**n for n, v in enumerate(values)) % 11 % 10), plain[10])


def _cas(code: str) -> _Told:
    digits = code.replace("-", "")
    given = sum(n * int(digit) for n, digit in enumerate(reversed(digits[:-1]), 1)) % 10
    return _digit("CAS number", code, str(given), digits[-1])


def _abn(code: str) -> _Told:
    digits = [int(digit) for digit in code.replace(" ", "")]
    total = sum(
        w * d for w, d in zip((10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19), [digits[0] - 1, *digits[1:]], strict=True)
    )
    if total % 89:
        return f"The ABN {code} has the check digits {code[:2]}, which the rest of it does not give", "certain"
    return None


def _cve(code: str) -> _Told:
    year, number = re.split(r"[-–‑ ]", code)[-2:]
    if len(year) != 4 or int(year) < _FIRST_CVE:
        return f"{code} is no CVE identifier: after CVE comes a year of four digits, from 1999", "likely"
    if len(number) < 4:
        return f"{code} is no CVE identifier: its number has {len(number)} digits, and has at least four", "likely"
    return None


def _doi(code: str) -> _Told:
    return None if re.match(r"10\.\d{4,9}/\S", code) else (f"“{code}” is no DOI, which begins 10.1234/", "likely")


def _digit(name: str, code: str, given: str, printed: str) -> _Told:
    if given == printed:
        return None
    return f"The {name} {code} has the check digit {printed}, and its other digits give {given}", "certain"


def _number(code: str) -> int:
    """A code as a number, its letters as 10 to 35."""
    return int("".join(str(_LETTERS.get(sign, sign)) for sign in code))


# Scales that news prints with their own sign, and where each begins and ends.
_SCALES = (
    ("DEFCON", re.compile(r"\bDEFCON[ -]?(?P<code>\d{1,3})\b", re.ASCII), 1, 5),
    ("EF", re.compile(r"\bEF-?(?P<code>\d{1,2})(?= (?:tornado|twister|damage|strength))", re.ASCII), 0, 5),
    ("BSL", re.compile(r"\bBSL-(?P<code>\d{1,2})\b", re.ASCII), 1, 4),
    ("INES", re.compile(r"\bINES (?:level|Level) (?P<code>\d{1,2})\b", re.ASCII), 0, 7),
)
_Code = tuple[tuple[str, ...], re.Pattern[str], Callable[[str], _Told]]
_HYPHENED = tuple(f"-{digit}" for digit in range(10))
_CODES: tuple[_Code, ...] = (
    (("ISBN",), re.compile(r"\bISBN(?:-1[03])?\b[\s:#]{0,3}(?P<code>\d[\d –‑-]{6,22}[\dXx])(?![\w-])", re.ASCII),
     _isbn),
    (("978-", "979-"), re.compile(r"(?<![\w-])(?P<code>97[89](?:-\d{1,7}){3}-\d)(?![\w-])", re.ASCII), _bare_isbn),
    (_HYPHENED, re.compile(r"(?P<code>(?<!ISBN )(?<![\w-])\d{1,5}-\d{2,7}-\d{2,6}-[\dX])(?![\w-])", re.ASCII),
     _bare_isbn),
    (("ISSN",), re.compile(rf"\bISSN\b{_NUMBER}(?P<code>\d{{4}}-?\d{{3}}[\dXx])\b", re.ASCII), _issn),
    (("IBAN",), re.compile(rf"\bIBAN\b{_NUMBER}(?P<code>[A-Z]{{2}}\d\d(?: ?[A-Z0-9]{{2,4}}){{2,8}})\b", re.ASCII),
     _iban),
    (("ccount", "bank", "sent to", "Gifts", "onations"),
     re.compile(r"(?<![\w-])(?P<code>[A-Z]{2}\d\d(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?)(?![\w-])", re.ASCII),
     _iban),
    (("IMEI",), re.compile(rf"\bIMEI\b{_NUMBER}(?P<code>\d[\d -]{{11,18}}\d)\b", re.ASCII), _imei),
    (("card",), re.compile(r"card\b[^.\n]{0,30}? (?P<code>\d{4}(?:[ -]?\d{4}){3})\b", re.ASCII), _card),
    (("IMO",), re.compile(r"\bIMO(?: (?:[Nn]umber|[Nn]o\.?))?[\s:#]{1,3}(?P<code>\d{6,8})\b", re.ASCII), _imo),
    (("VIN",), re.compile(rf"\bVIN\b{_NUMBER}(?P<code>[A-Z0-9]{{15,19}})\b", re.ASCII), _vin),
    (("ISIN",), re.compile(rf"\bISIN\b{_NUMBER}(?P<code>[A-Z]{{2}}[A-Z0-9]{{9}}\d)\b", re.ASCII), _isin),
    (("LEI",), re.compile(rf"\bLEI\b{_NUMBER}(?P<code>[A-Z0-9]{{18}}\d\d)\b", re.ASCII), _lei),
    (("ORCID", "orcid"), re.compile(r"(?i:\borcid\b)[^\n]{0,20}?(?P<code>\d{4}-\d{4}-\d{4}-\d{3}[\dX])\b", re.ASCII),
     _orcid),
    (("ontainer",), re.compile(r"\b[Cc]ontainers?\b[^\n]{0,20}?\b(?P<code>[A-Z]{3}[UJZ][ -]?\d{6}[ -]?\d)\b", re.ASCII),
     _container),
    (("CAS",), re.compile(rf"\bCAS\b{_NUMBER}(?P<code>\d{{2,7}}-\d\d-\d)\b", re.ASCII), _cas),
    (("ABN",), re.compile(rf"\bABN\b{_NUMBER}(?P<code>\d\d ?\d{{3}} ?\d{{3}} ?\d{{3}})\b", re.ASCII), _abn),
    (("CVE",), re.compile(r"(?P<code>\bCVE[-– ]?[0-9]{1,6}[-–][0-9]{1,8})\b"), _cve),
    (("DOI", "doi:", "doi.org"),
     re.compile(r"(?i:\bdoi(?:\.org/|: ?))(?P<code>\d[^\s,;)”]{2,80}?)(?=[.,;)”]*(?:\s|$))"),
     _doi),
)  # fmt: skip

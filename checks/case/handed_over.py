"""Files that an investigator hands over: their bytes, a name that is safe to print, and the day they were taken."""

from __future__ import annotations

from pathlib import Path

from checks.case.errors import CaseError

_MOST_BYTES = 50_000_000


def read_bytes(name: str) -> bytes:
    """The bytes of a file, if they are not too many."""
    path, told = Path(name), file_name(name)
    try:
        if path.is_dir():
            raise CaseError("this is a folder: name a file in it", file=told)
        if path.exists() and not path.is_file():
            raise CaseError("this is no file: name one", file=told)  # a pipe or a device may never end
        if path.stat().st_size > _MOST_BYTES:
            raise CaseError(f"it has more than {_MOST_BYTES:,} bytes, the most that is captured", file=told)
        data = path.read_bytes()
    except FileNotFoundError:
        raise CaseError("there is no such file (an address begins with https://)", file=told) from None
    except (OSError, ValueError) as error:
        raise CaseError(f"it cannot be read ({getattr(error, 'strerror', None) or error})", file=told) from None
    if not data:
        raise CaseError("it is empty: there is nothing to capture", file=told)
    return data


def file_name(name: str) -> str:
    """A file's name without its folders, safe to print and to keep."""
    from checks.reading.intake.incoming import CONTROLS

    return CONTROLS.sub("?", Path(name).name)


def moment(day: str) -> str:
    """A day as the moment at its beginning, since nobody noted the hour."""
    from checks.case.when import When

    found = When.parse(day)
    if not found.is_day:
        raise CaseError(f"`{day}` is no day: write it as 2031-05-02")
    return f"{found}T00:00:00Z"

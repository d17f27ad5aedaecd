"""Pictures: their size is told from the header, and nothing is unpacked."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from checks.evidence.captures.extracting import extracted, tools_for


def picture(form: str, size: tuple[int, int] = (64, 48)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (20, 90, 160)).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    "form,ending", [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp"), ("TIFF", "tif")]
)
def test_every_form_of_picture(form: str, ending: str) -> None:
    data = picture(form)
    found = extracted(data, f"image/{form.lower()}")
    assert (found.pixels, found.ending, found.text, found.remarks) == ("64 x 48", ending, "", ())
    assert found.tools.startswith("Pillow ") and tools_for(data) == found.tools


def stated_size(width: int, height: int) -> bytes:
    """A PNG that states a size, and holds next to nothing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def test_a_picture_that_would_exhaust_who_opens_it() -> None:
    large = extracted(stated_size(10_000, 10_000))
    assert large.pixels == "10000 x 10000" and "exhaust" in large.remarks[0]
    larger = extracted(stated_size(100_000, 100_000))
    assert larger.pixels == "" and "do not open it" in larger.remarks[0]


def test_a_broken_header_is_told() -> None:
    assert extracted(b"\x89PNG\r\n\x1a\nno header").remarks == (
        "the header of this picture is broken, so its size is not known",
    )


@settings(max_examples=60)
@given(
    st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "TIFF"]),
    st.integers(0, 200),
    st.integers(0, 255),
    st.integers(0, 400),
)
def test_no_changed_or_cut_picture_raises(form: str, place: int, value: int, length: int) -> None:
    data = bytearray(picture(form))
    data[place % len(data)] = value
    extracted(bytes(data))
    extracted(bytes(data[:length]))

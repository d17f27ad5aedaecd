"""Pictures: kept as they are; only how large they are is read."""

from __future__ import annotations

import io
import warnings


def pixels(data: bytes) -> tuple[str, tuple[str, ...]]:
    """How large a picture is, as `640 x 480`, and remarks. Only its header is read, and nothing is unpacked.

    Pillow reads it; the size is empty, and a remark says so, where the header is broken. A picture that would unpack
    to more than Pillow thinks safe is told of.
    """
    from PIL import Image

    remarks = []
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "TIFF")) as picture:
                size = f"{picture.width} x {picture.height}"
        except Image.DecompressionBombError:
            return "", ("it states more pixels than any honest picture has: do not open it",)
        except Exception:  # a broken header fails anywhere in its reader, in any way
            return "", ("the header of this picture is broken, so its size is not known",)
    if any(issubclass(one.category, Image.DecompressionBombWarning) for one in told):
        remarks.append("it states so many pixels that it may be meant to exhaust who opens it")
    return size, tuple(remarks)
